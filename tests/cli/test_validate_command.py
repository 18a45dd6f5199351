"""``quotex validate`` and ``quotex schema`` as processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import run

TEXT = 'The mayor said: "We are ready."\r\nThen she left.'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    corpus = [{"id": "x", "text": TEXT}, {"id": "y", "text": 'He "went".'}, {"id": "bad"}]
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in corpus))
    assert run("extract", "a.txt", "-o", "a.json", cwd=tmp_path).code == 0
    assert run("extract", "c.jsonl", "-o", "out.jsonl", cwd=tmp_path).code == 3
    return tmp_path


def _altered(folder: Path, **quote: object) -> str:
    record = json.loads((folder / "a.json").read_text())
    record["quotes"][0].update(quote)
    (folder / "altered.json").write_text(json.dumps(record, indent=1))
    return "altered.json"


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.json"],
        ["a.json", "--text", "a.txt"],
        ["out.jsonl", "--text", "c.jsonl"],
        ["out.jsonl"],
    ],
)
def test_what_was_written_is_valid(folder: Path, arguments: list[str]) -> None:
    done = run("validate", *arguments, cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert "0 invalid" in done.err


@pytest.mark.parametrize("name", ["a.json", "out.jsonl"])
def test_records_come_through_a_pipe(folder: Path, name: str) -> None:
    done = run("validate", "-", input=(folder / name).read_bytes(), cwd=folder)
    assert done.code == 0
    assert f"{1 if name == 'a.json' else 3} valid" in done.err


def test_an_offset_that_is_off_is_found(folder: Path) -> None:
    name = _altered(folder, spans=[{"start": 18, "end": 31, "text": "We are ready."}])
    assert run("validate", name, cwd=folder).code == 0
    done = run("validate", name, "--text", "a.txt", cwd=folder)
    assert done.code == 4
    assert done.out.startswith("altered.json: content of q1: 18-31 is ")


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ({"text": "Words nobody said"}, "q1: text is 'Words nobody said', but 'We are ready.' at its place"),
        ({"speaker": "s9", "speaker_confidence": 1}, "q1: its speaker s9 is not there"),
        ({"id": "q2"}, "do not count in text order"),
        ({"confidence": 2}, "confidence"),
        ({"mood": "cheerful"}, "mood"),
        (
            {"text": "long", "spans": [{"start": 3, "end": 4, "text": "long"}]},
            "span 3-4 carries a text of 4 characters",
        ),
    ],
)
def test_a_broken_contract_is_found(folder: Path, quote: dict[str, object], told: str) -> None:
    done = run("validate", _altered(folder, **quote), cwd=folder)
    assert done.code == 4
    assert told in done.out
    assert done.out.count("\n") == 1


def test_every_breach_is_a_line(folder: Path) -> None:
    an = {"start": 0, "end": 3, "text": "An "}
    name = _altered(folder, text="No.", id="q7", stance="denies", speaker="s1", source=an)
    done = run("validate", name, "--text", "a.txt", cwd=folder)
    assert done.out.splitlines() == [
        f"{name}: {breach}"
        for breach in (
            "q7: text is 'No.', but 'We are ready.' at its place",
            "q7: stance denies, but no cue to say so",
            "q7: speaker s1, but speaker_confidence None",
            "identifiers q1, q2, … do not count in text order",
            "q7: its speaker s1 is not there",
            "source of q7: 0-3 is 'The' in the text, 'An ' in the record",
        )
    ]


def test_texts_are_found_by_their_digest_whatever_they_are_called(folder: Path) -> None:
    (folder / "texts").mkdir()
    for name, text in (("one.txt", 'He "went".'), ("two.txt", TEXT), ("three.txt", "No more.")):
        (folder / "texts" / name).write_bytes(text.encode())
    for texts in (["texts"], ["texts/one.txt", "--text", "texts/two.txt"]):
        done = run("validate", "out.jsonl", "--text", *texts, cwd=folder)
        assert (done.code, done.out) == (0, "")


def test_bad_lines_are_told_by_number(folder: Path) -> None:
    lines = (folder / "out.jsonl").read_text().splitlines()
    (folder / "out.jsonl").write_text("\n".join([lines[0], "{", lines[1]]))
    done = run("validate", "out.jsonl", cwd=folder)
    assert done.code == 3
    assert done.out.startswith("out.jsonl:2: not a quotex/1 record")
    assert "2 valid, 1 invalid" in done.err


def test_a_record_of_another_text_is_found(folder: Path) -> None:
    (folder / "c.jsonl").write_text(
        json.dumps({"id": "x", "text": TEXT}) + "\n" + json.dumps({"id": "z", "text": "Z."})
    )
    done = run("validate", "out.jsonl", "--text", "c.jsonl", cwd=folder)
    assert done.code == 3
    assert done.out == "out.jsonl:2: no text with the id 'y' among those given\n"
    (folder / "b.txt").write_text(TEXT + " Much later.")  # every offset holds in it
    other = run("validate", "a.json", "--text", "b.txt", cwd=folder)
    assert (other.code, other.out) == (4, "a.json: source: sha256 is of another text\n")


@pytest.mark.parametrize(("name", "told"), [("gone.json", "no such file"), ("empty.json", "empty"), (".", "a folder")])
def test_records_that_cannot_be_read_are_a_line(folder: Path, name: str, told: str) -> None:
    (folder / "empty.json").write_text("\n")
    done = run("validate", name, cwd=folder)
    assert done.code == 4
    assert done.err.startswith("quotex: ")
    assert told in done.err


def test_a_text_that_cannot_be_read_is_a_line(folder: Path) -> None:
    done = run("validate", "a.json", "--text", "gone.txt", cwd=folder)
    assert done.code == 4
    assert "gone.txt: no such file" in done.err


def test_the_schema_is_of_both_kinds_of_record() -> None:
    done = run("schema")
    schema = json.loads(done.out)
    assert done.code == 0
    assert schema["title"] == "quotex/1"
    assert {"Extraction", "Failure", "Quote", "Claim"} <= set(schema["$defs"])
    assert schema["$defs"]["Extraction"]["properties"]["schema"]["const"] == "quotex/1"
