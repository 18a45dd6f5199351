"""Small articles of our own in the layouts of the world: who says what, and nothing that nobody says.

Those in ``layouts-aside.txt`` were written, and set aside, before the rules were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quotex.pipeline.extractor import Extractor

OWN = Path(__file__).parent / "own"


class Said(NamedTuple):
    """Whose words a quotation is (?: nobody is named), and its first and last words."""

    speaker: str
    first: str
    last: str


def cases() -> Iterator[tuple[str, str, list[Said]]]:
    """Yield the name of each article, its text and what is said in it."""
    for file in sorted(OWN.glob("layouts*.txt")):
        for block in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = block.partition("\n")
            text, _, rows = rest.rpartition("\n---\n")
            yield name, f"{text}\n", [Said(*row.split(" | ")) for row in rows.splitlines()]


def plain(words: str) -> str:
    return " ".join(words.split()).strip(" .,!?")


@pytest.mark.parametrize(("name", "text", "said"), [pytest.param(*case, id=case[0]) for case in cases()])
def test_layouts(extractor: Extractor, name: str, text: str, said: list[Said]) -> None:
    found = extractor.extract(text)
    speakers = {speaker.id: speaker for speaker in found.speakers}
    assert len(found.quotes) == len(said), [quote.text for quote in found.quotes]
    for quote, right in zip(found.quotes, said, strict=True):
        assert plain(quote.text).startswith(plain(right.first))
        assert plain(quote.text).endswith(plain(right.last))
        speaker = speakers.get(quote.speaker or "")
        if right.speaker == "?":
            assert speaker is None or speaker.name is None
        else:
            assert speaker is not None
            assert plain(speaker.name or speaker.description or "").lower() == plain(right.speaker).lower()
