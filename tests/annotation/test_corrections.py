"""What people do to annotations: correct, delete, add, and leave half said."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from invented import TEXT, extraction
from quotex.annotation import brat, labelstudio, web
from quotex.annotation.graph import Graph, Mark
from quotex.annotation.locating import locate
from quotex.annotation.records import from_graph, to_graph
from quotex.contract.records import Extraction, QuoteType, mismatches
from quotex.errors import MalformedInputError, RecordError


@pytest.fixture
def article(tmp_path: Path) -> Path:
    for suffix, content in zip((".txt", ".ann", ".quotex.json"), brat.write(extraction(), TEXT), strict=True):
        (tmp_path / f"a{suffix}").write_bytes(content.encode())
    return tmp_path / "a.ann"


def _edit(path: Path, old: str, new: str) -> None:
    content = path.read_text()
    assert re.search(old, content)
    path.write_text(re.sub(old, new, content, count=1))


def test_a_stance_changed_in_brat(article: Path) -> None:
    _edit(article, r"(Quote_stance T\d+) asserts", r"\1 warns")
    assert brat.read_article(article).quotes[0].stance == "warns"


def test_a_mark_deleted_in_brat_takes_its_links_along_and_the_rest_is_counted_anew(article: Path) -> None:
    _edit(article, r"T\d+\tSpeaker \d+ \d+\tMira Dolan\n", "")
    found = brat.read_article(article)
    assert [s.description for s in found.speakers] == ["A senior official"]
    assert [q.speaker for q in found.quotes] == [None, "s1"]
    assert found.claims[0].asserted_by == "s1"


def test_a_mention_deleted_takes_its_reason_along_and_one_drawn_by_hand_need_not_have_one() -> None:
    x = extraction().model_dump(mode="json")
    she = {"start": len(TEXT) - 2, "end": len(TEXT) - 1, "text": TEXT[-2], "rule": "pronoun"}
    x["speakers"][1]["mentions"].append(she)
    graph = to_graph(Extraction.model_validate(x))

    def rules(*marks: Mark) -> list[str | None]:
        found = from_graph(Graph(marks, graph.links, graph.about), about=dict).speakers[1]
        return [mention.rule for mention in found.mentions]

    assert rules(*graph.marks) == ["description", "pronoun"]
    assert rules(*(mark for mark in graph.marks if mark.key != "s2.2")) == ["description"]
    bare = (Mark(m.key, m.label, m.spans) if m.key == "s2.2" else m for m in graph.marks)
    assert rules(*bare) == ["description", None]


def test_marks_drawn_by_hand_alone(tmp_path: Path) -> None:
    text = "“We stay,” said Mira Dolan. Tom Reed said that it was late."
    (tmp_path / "b.txt").write_text(text)
    stay, late = text.index("We stay"), text.index("that it")
    lines = [
        f"T1\tQuote {stay} {stay + 8}\tWe stay,",
        f"T2\tQuote {late} {late + 16}\tthat it was late",
        f"T3\tSpeaker {text.index('Mira')} {text.index('Mira') + 10}\tMira Dolan",
        "R1\tspeaker Arg1:T1 Arg2:T3",
        "#1\tAnnotatorNotes T2\tnot sure about this one",
        "T9\tAnother 0 3\t“We",
    ]
    (tmp_path / "b.ann").write_text("\n".join(lines) + "\n")
    found = brat.read_article(tmp_path / "b.ann")
    assert [(q.text, q.type, q.speaker, q.confidence) for q in found.quotes] == [
        ("We stay,", QuoteType.DIRECT, "s1", 1.0),
        ("that it was late", QuoteType.INDIRECT, None, 1.0),
    ]
    assert found.source.id == "b"
    assert mismatches(found, text) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T1 Quote 0 5", "a.ann:1: not as brat"),
        ("R1\tcue", "a.ann:1"),
    ],
)
def test_lines_that_brat_does_not_write_are_named(article: Path, line: str, told: str) -> None:
    article.write_text(line + "\n")
    with pytest.raises(MalformedInputError, match=re.escape(told)):
        brat.read_article(article)


def test_a_value_that_the_contract_does_not_know_is_named(article: Path) -> None:
    _edit(article, r"(Quote_stance T\d+) asserts", r"\1 sings")
    with pytest.raises(RecordError, match=r"harbour.txt: quotes.0.stance"):
        brat.read_article(article)


def _read(task: dict[str, Any]) -> Any:
    return labelstudio.read_task(task, "export.json, task 1")


def test_label_studios_annotations_go_before_predictions_and_cancelled_ones_do_not_count() -> None:
    task = labelstudio.task(extraction(), TEXT)
    result = task["predictions"][0]["result"]
    corrected = [item for item in result if not re.match(r"c\d", item.get("id", ""))]
    task["annotations"] = [{"result": []}, {"result": corrected}, {"result": [], "was_cancelled": True}]
    found = _read(task)
    assert found.claims == ()
    assert found.quotes == extraction().quotes


def test_utf_16_offsets_of_older_label_studios_are_told_by_the_words() -> None:
    text = "🙂 He left."
    value = {"start": 3, "end": 5, "text": "He", "labels": ["Mention"]}
    speaker = value | {"labels": ["Speaker"]}
    task = {
        "id": 7,
        "data": {"text": text},
        "annotations": [{"result": [{"id": "x", "type": "labels", "from_name": "label", "value": speaker}]}],
    }
    (found,) = _read(task).speakers
    assert (found.mentions[0].start, found.mentions[0].text) == (2, "He")
    value["text"] = "She"
    task["annotations"][0]["result"][0]["value"] = value  # type: ignore[index]
    with pytest.warns(UserWarning, match="region x is left out: 'She' is not at its offsets, nor once elsewhere"):
        assert _read(task).speakers == ()


TEXT_OF_REGIONS = "🙂 He left. She stayed. He slept."


@pytest.mark.parametrize(
    ("place", "words", "found"),
    [
        ((2, 4), "He", (2, 4)),
        ((3, 5), "He", (2, 4)),  # UTF-16
        ((5, 7), "He", (2, 4)),  # UTF-8
        ((0, 0), "She", (11, 14)),  # collapsed
        ((500, 503), "She", (11, 14)),
        ((0, 0), "He", None),  # which of them?
        ((2, 4), "Him", None),
        ((2, 4), None, (2, 4)),
        ((2, 400), None, None),
    ],
)
def test_words_are_found_or_refused(place: tuple[int, int], words: str | None, found: tuple[int, int] | None) -> None:
    located = locate(TEXT_OF_REGIONS, [place], words)
    assert (None if located is None else list(located)) == (None if found is None else [found])


def test_one_bad_mark_costs_no_other(article: Path) -> None:
    before = brat.read_article(article)
    told: list[str] = []
    with article.open("a") as file:
        file.write("T900\tQuote 5 9999\twords that are nowhere\n")
    assert brat.read_article(article, told.append).quotes == before.quotes
    assert [re.sub(r".*: (T900 is left out)", r"\1", line) for line in told] == [
        "T900 is left out: 'words that are nowhere' is not at its offsets, nor once elsewhere"
    ]


@pytest.mark.parametrize("raw", ["{}", '{"items": [1]}', "[]", "nonsense", '{"items": []}'])
def test_what_is_no_page_of_annotations_is_refused(raw: str) -> None:
    with pytest.raises(MalformedInputError, match=r"^p\.jsonld: "):
        web.read_page(raw, "p.jsonld")


def test_a_page_in_a_collection_and_annotations_of_others() -> None:
    page = web.page(extraction(), TEXT)
    page["items"].append({"id": "x", "type": "Annotation", "body": {"value": "a remark"}, "target": "y"})
    assert web.read_page(json.dumps({"type": "AnnotationCollection", "first": page}), "p") == extraction()
