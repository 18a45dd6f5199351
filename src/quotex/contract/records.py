"""The records quotex emits: version 1 of the contract.

Frozen pydantic models. Offsets count Unicode code points of the text as read, half open, and every span
carries its text: ``text[span.start:span.end] == span.text``. Identifiers count in text order. A record that contradicts
itself, or another one, cannot be made: :mod:`quotex.contract.checks` has the rules.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from pydantic import TypeAdapter, ValidationError

from quotex.contract.checks import mismatches
from quotex.contract.models import (
    Claim,
    Extraction,
    Failure,
    FailureDetail,
    Mention,
    Pipeline,
    Quantity,
    Quote,
    Source,
    Span,
    Speaker,
    Time,
    Warning,
)
from quotex.contract.terms import (
    Act,
    Change,
    ClaimKind,
    MentionRule,
    Modality,
    Modifier,
    QuoteType,
    SpeakerKind,
    Stance,
    WarningCode,
)
from quotex.errors import RecordError

__all__ = [
    "SCHEMA",
    "Act",
    "Change",
    "Claim",
    "ClaimKind",
    "Extraction",
    "Failure",
    "FailureDetail",
    "Mention",
    "MentionRule",
    "Modality",
    "Modifier",
    "Pipeline",
    "Quantity",
    "Quote",
    "QuoteType",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Time",
    "Warning",
    "WarningCode",
    "inspect",
    "mismatches",
    "read_record",
]

SCHEMA = "quotex/1"


_LINE: TypeAdapter[Extraction | Failure] = TypeAdapter(Extraction | Failure)


def read_record(raw: str | bytes) -> Extraction | Failure:
    """Read one record line back.

    Raises:
        RecordError: it is not a record of this contract, or a false one.
    """
    try:
        return _LINE.validate_json(raw)
    except ValidationError as error:
        raise RecordError(_lines(error, raw)[0]) from error


def inspect(raw: str | bytes) -> tuple[Extraction | Failure | None, list[str]]:
    """Read one record line back, and say everything that is wrong with it.

    Returns:
        The record, however false (None: it has not even the fields of one), and a line for each thing that is wrong.
    """
    breaches: list[str] = []
    try:
        record = _LINE.validate_json(raw, context=breaches)
    except ValidationError as error:
        return None, [*_lines(error, raw), *dict.fromkeys(breaches)]
    return record, list(dict.fromkeys(breaches))


def _lines(error: ValidationError, raw: str | bytes) -> list[str]:
    """Say what is wrong with a record, a line each; of the two kinds, with the one that it is meant to be."""
    found = error.errors(include_url=False)
    try:
        meant = "Failure" if "error" in json.loads(raw) else "Extraction"
    except ValueError:
        return [f"not a {SCHEMA} record: {found[0]['msg']}; give what quotex extract wrote"]
    except (TypeError, RecursionError):
        meant = "Extraction"
    told = [each for each in found if meant in str(each["loc"][:1])] or found
    return [f"not a {SCHEMA} record: {_told(each['loc'][1:], each['msg'])}" for each in told]


def _told(place: Sequence[int | str], message: str) -> str:
    where = ".".join(map(str, place))
    return f"{where}: {message}" if where else message
