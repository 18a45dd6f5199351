"""Flat records as a table of pandas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from quotex.contract.records import Extraction
from quotex.errors import MissingPartError
from quotex.writing.flat import columns, to_rows
from quotex.writing.formats import RecordKind

if TYPE_CHECKING:
    import pandas as pd


def to_frame(
    extractions: Extraction | Iterable[Extraction],
    kind: Literal["quotes", "claims", "quantities", "speakers"] | RecordKind = "quotes",
) -> pd.DataFrame:
    """Make a DataFrame of one article's records or many's: what :func:`quotex.to_rows` gives, a row each.

    The columns are there even where no row is.

    Raises:
        MissingPartError: pandas is not installed.
        ValueError: there is no such kind.
    """
    try:
        import pandas as pd  # noqa: PLC0415  (an optional part)
    except ImportError:
        raise MissingPartError("to_frame needs pandas: pip install pandas") from None
    return pd.DataFrame(to_rows(extractions, kind), columns=list(columns(RecordKind(kind))))
