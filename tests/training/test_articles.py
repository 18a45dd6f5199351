"""Articles made ready for training: what is inside one another, levels, names, other hands' readings."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.quotes.windows import cut
from quotex.quotes.wordpiece import WordPiece
from training.levels import cue_levels, levelled
from training.names import Witness, named, sentence, targets
from training.nesting import flattened
from training.readings import flat, glued

TEXT = "“It rains, Tom said,” Ada said.\n\nBen hoped for sun."


def at(part: str, text: str = TEXT) -> list[int]:
    return [text.index(part), text.index(part) + len(part)]


def attribution(content: str, cue: str, source: str, level: str | None = None, text: str = TEXT) -> dict[str, Any]:
    return {"content": [at(content, text)], "cue": [at(cue, text)], "source": [at(source, text)], "level": level}


def test_the_outer_of_two_attributions_stays() -> None:
    outer = attribution("It rains, Tom said,", "said.", "Ada")
    inner = attribution("It", "Tom said", "Tom")
    assert flattened([inner, outer]) == [outer]


def test_speech_inside_an_attitude_stays() -> None:
    outer = attribution("It rains, Tom said,", "said.", "Ada", "loose")
    inner = attribution("It", "Tom said", "Tom", "speech")
    assert flattened([outer, inner]) == [inner]


def test_one_that_is_nearly_all_of_another_stays() -> None:
    text = "“It rains in the north and the south,” Xi said, according to Xinhua"
    outer = attribution("“It rains in the north and the south,” Xi said", "according to", "Xinhua", "speech", text)
    inner = attribution("It rains in the north and the south", "said", "Xi", "speech", text)
    assert flattened([outer, inner]) == [inner]


def test_attributions_beside_one_another_stay() -> None:
    both = [attribution("It rains", "said.", "Ada"), attribution("sun", "hoped for", "Ben", "thought")]
    assert flattened(both) == both


def test_a_cue_of_one_mind_lends_its_level() -> None:
    hoped = {"text": TEXT, "attributions": [attribution("sun", "hoped for", "Ben", "thought")]}
    said = {"text": TEXT, "attributions": [attribution("It rains", "said", "Ada", "speech")]}
    levels = cue_levels([hoped, hoped, said])
    assert levels == {"hoped": "thought", "hoped for": "thought"}
    (found,) = levelled({"text": TEXT, "attributions": [attribution("sun", "hoped for", "Ben")]}, levels)[
        "attributions"
    ]
    assert found["level"] == "thought"


@pytest.mark.parametrize(("blank", "between"), [(True, " "), (False, "")])
def test_glued_paragraphs_keep_their_spans(blank: bool, between: str) -> None:
    article = {
        "text": TEXT,
        "attributions": [attribution("sun", "hoped for", "Ben")],
        "names": [[*at("Ben"), "person"]],
    }
    after = glued(article, lambda: blank)
    assert after["text"] == TEXT.replace("\n\n", between)
    ((start, end),) = after["attributions"][0]["content"]
    assert after["text"][start:end] == "sun"
    assert after["text"][slice(*after["names"][0][:2])] == "Ben"
    assert len(flat(article)["text"]) == len(TEXT)


def test_names_of_speakers_witnesses_and_nobody() -> None:
    text = "Mayor Ada Brook of Acme Corp met Zed in Oslo; then Brook left Brook Road."
    speakers = [{"name": "Ada Brook", "kind": "person"}]
    article = named({"text": text, "attributions": []}, speakers, Witness({"Acme Corp": "organization"}))
    found = {(text[start:end], kind) for start, end, kind in article["names"]}
    assert found == {("Ada Brook", "person"), ("Brook", "person"), ("Acme Corp", "organization")}
    assert [text[start:end] for start, end in article["unsure"]][1:] == ["Zed", "Oslo", "Brook Road."]


def test_targets_of_names() -> None:
    wordpiece = WordPiece(["[UNK]", "[CLS]", "[SEP]", "ada", "brook", "met", "zed"])
    pieces, _ = cut("Ada Brook met Zed", [(0, 17)], [], wordpiece, 40)
    found = targets({"names": [[0, 9, "person"]], "unsure": [[14, 17]]}, pieces)
    assert found.tolist() == [1, 2, 0, -100]


def test_sentences_whose_entities_are_names() -> None:
    line = {"text": "N Sync sang", "source": "wnut17", "entities": [[0, 6, "group"], [7, 11, "other"]]}
    found = sentence(line)
    assert found is not None
    assert found["names"] == [[0, 6, "organization"]]
    assert sentence(line | {"source": "re3d"}) is None
