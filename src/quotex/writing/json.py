"""JSON for one article: UTF-8, indented, keys in the order of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from quotex.contract.records import Extraction
from quotex.writing.flat import Flat
from quotex.writing.formats import Style
from quotex.writing.outcome import Outcome

# Legal in JSON, but some terminals obey the first kind and some readers take the second for line ends.
_RISKY = re.compile(r"[\x7f-\x9f\u2028\u2029]")


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield one document an article: the extraction, or an array of its flat records. Failures are left out."""
    flat = Flat.of(style)
    for outcome in outcomes:
        if isinstance(outcome.result, Extraction):
            whole = style.records is None
            yield (harmless(outcome.result.model_dump_json(indent=2)) if whole else dump(flat(outcome), 2)) + "\n"


def dump(value: object, indent: int | None = None) -> str:
    """Write a value of plain types as pydantic writes a model."""
    separators = None if indent else (",", ":")
    return harmless(json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))


def harmless(document: str) -> str:
    """Escape what is legal in JSON but not safe to print or to read by lines."""
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", document)
