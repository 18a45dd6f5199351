"""Words of a record stand on one line, whatever blanks the text has between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.pipeline.extractor import Extractor


def test_a_name_over_a_line_end_is_one(extractor: Extractor) -> None:
    text = "“The dam held,” said Ada\nBrook. Ada\xa0Brook said that it would hold.\n"
    (speaker,) = extractor.extract(text).speakers
    assert speaker.name == "Ada Brook"
    assert speaker.name_span is not None
    assert speaker.name_span.text in ("Ada\nBrook", "Ada\xa0Brook")
