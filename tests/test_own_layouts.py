"""Small articles of our own in the layouts of the world: who says what, and nothing that nobody says.

Those in ``layouts-aside.txt`` were written, and set aside, before the rules were; ``benchmarks/own.py`` reads both.
"""

from __future__ import annotations

import pytest

from own import Said, layouts, misheard
from quotex.pipeline.extractor import Extractor


@pytest.mark.parametrize(("text", "said"), [pytest.param(*case, id=name) for name, *case in layouts()])
def test_layouts(extractor: Extractor, text: str, said: list[Said]) -> None:
    assert misheard(extractor.extract(text), said) == []
