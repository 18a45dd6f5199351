"""What a reader is told of marks that are odd."""

from __future__ import annotations

import pytest

from quotex.contract.records import WarningCode
from quotex.pipeline.extractor import Extractor

LINE = "“The quay is shut.\n\nNobody said why.\n\n"


def test_of_many_odd_marks_some_are_told_one_by_one(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    text = LINE * 6
    whole = extractor.extract(text).warnings
    assert {warning.code for warning in whole} == {WarningCode.UNCLOSED_MARK}
    monkeypatch.setattr("quotex.pipeline.assembly._MOST_MARKS", len(whole) - 2)
    *told, last = extractor.extract(text).warnings
    assert tuple(told) == whole[:-2]
    assert (last.code, last.span) == (whole[-2].code, whole[-2].span)
    assert last.message.startswith("2 more quotation marks are odd from here on")
