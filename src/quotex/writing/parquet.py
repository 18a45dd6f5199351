"""Parquet: whole extractions as nested rows, or flat records; the schema is the contract's, whatever is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from quotex.contract.records import Extraction
from quotex.errors import MissingPartError
from quotex.writing.flat import Flat, columns
from quotex.writing.formats import RecordKind, Style
from quotex.writing.outcome import Outcome

if TYPE_CHECKING:
    import pyarrow

_GROUP = 5_000  # rows of flat records
_ARTICLES = 100  # rows of whole extractions


def save(outcomes: Iterable[Outcome], style: Style, path: Path) -> None:
    """Write a row an extraction, or a row a flat record, a row group at a time; failures are left out.

    Raises:
        MissingPartError: pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - heavy, and optional
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise MissingPartError('writing Parquet needs pyarrow: pip install "quotex[parquet]"') from error
    made = schema(style.records, style.keep)
    with parquet.ParquetWriter(path, made, compression="zstd") as writer:
        rows, size = _rows(outcomes, style), _GROUP if style.records else _ARTICLES
        while group := list(islice(rows, size)):
            writer.write_table(pyarrow.Table.from_pylist(group, made))


def schema(kind: RecordKind | None, keep: Sequence[str] = ()) -> pyarrow.Schema:
    """Return the Arrow schema of flat records of a kind, or of whole extractions.

    In these a quantity's ``value`` and ``base_value`` are ``{low, high}``, as Arrow has no type for "a number or two".
    """
    import pyarrow  # noqa: PLC0415

    if kind is not None:
        return pyarrow.schema([(name, _type(hint)) for name, hint in columns(kind, keep).items()])
    return pyarrow.schema(_fields(Extraction))


def _fields(model: type[BaseModel]) -> list[tuple[str, pyarrow.DataType]]:
    return [(field.alias or name, _type(field.annotation)) for name, field in model.model_fields.items()]


def _type(hint: Any) -> pyarrow.DataType:
    import pyarrow  # noqa: PLC0415

    match get_origin(hint), get_args(hint):
        case (origin, (of, *_)) if origin is Annotated:
            return _type(of)
        case (origin, _) if origin is Literal:
            return pyarrow.string()
        case (origin, (of, *_)) if origin is tuple:
            return pyarrow.list_(_type(of))
        case (origin, (key, value)) if origin is dict:
            return pyarrow.map_(_type(key), _type(value))
        case (origin, among) if origin in (Union, UnionType):
            some = [of for of in among if of is not NoneType]
            if any(get_origin(of) is tuple for of in some):
                return pyarrow.struct([("low", pyarrow.float64()), ("high", pyarrow.float64())])
            return pyarrow.float64() if float in some else _type(some[0])
    if issubclass(hint, BaseModel):
        return pyarrow.struct(_fields(hint))
    return pyarrow.string() if issubclass(hint, str) else pyarrow.from_numpy_dtype(hint)


def _rows(outcomes: Iterable[Outcome], style: Style) -> Iterator[dict[str, Any]]:
    flat = Flat.of(style)
    for outcome in outcomes:
        if style.records is not None:
            yield from flat(outcome)
        elif isinstance(outcome.result, Extraction):
            yield _nested(outcome.result)


def _nested(extraction: Extraction) -> dict[str, Any]:
    row = extraction.model_dump(mode="json")
    row["source"]["kept"] = list(row["source"]["kept"].items())
    for quantity in row["quantities"]:
        for name in ("value", "base_value"):
            quantity[name] = _interval(quantity[name])
    return row


def _interval(value: float | list[float] | None) -> dict[str, float] | None:
    low, high = value if isinstance(value, list) else (value, value)
    return None if low is None or high is None else {"low": low, "high": high}
