"""Who said what, and what is claimed as fact.

>>> import quotex
>>> extraction = quotex.extract(text)  # doctest: +SKIP

Everything named here is loaded when it is first used: ``import quotex`` is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.contract.records import (
        SCHEMA,
        Act,
        Change,
        Claim,
        ClaimKind,
        Extraction,
        Failure,
        FailureDetail,
        Mention,
        Modality,
        Modifier,
        Pipeline,
        Quantity,
        Quote,
        QuoteType,
        Source,
        Span,
        Speaker,
        SpeakerKind,
        Stance,
        Time,
        Warning,
        WarningCode,
        mismatches,
        read_record,
    )
    from quotex.errors import (
        BinaryInputError,
        EmptyInputError,
        InputError,
        MalformedInputError,
        MissingFieldError,
        MissingInputError,
        MissingPartError,
        OutputError,
        QuotexError,
        RecordError,
        UnreadableInputError,
        UnsupportedInputError,
    )
    from quotex.pipeline.extractor import Extractor, extract
    from quotex.pipeline.settings import Settings
    from quotex.reading import Article, read
    from quotex.writing.flat import to_rows
    from quotex.writing.frame import to_frame

    __version__: str

__all__ = [
    "SCHEMA",
    "Act",
    "Article",
    "BinaryInputError",
    "Change",
    "Claim",
    "ClaimKind",
    "EmptyInputError",
    "Extraction",
    "Extractor",
    "Failure",
    "FailureDetail",
    "InputError",
    "MalformedInputError",
    "Mention",
    "MissingFieldError",
    "MissingInputError",
    "MissingPartError",
    "Modality",
    "Modifier",
    "OutputError",
    "Pipeline",
    "Quantity",
    "Quote",
    "QuoteType",
    "QuotexError",
    "RecordError",
    "Settings",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Time",
    "UnreadableInputError",
    "UnsupportedInputError",
    "Warning",
    "WarningCode",
    "__version__",
    "extract",
    "mismatches",
    "read",
    "read_record",
    "to_frame",
    "to_rows",
]

# the cheapest to load first
_HOMES = (
    "quotex.errors",
    "quotex.pipeline.settings",
    "quotex.contract.records",
    "quotex.reading",
    "quotex.writing.flat",
    "quotex.writing.frame",
    "quotex.pipeline.extractor",
)


def _load(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'quotex' has no attribute {name!r}")
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        value: object = version("quotex")
    else:
        value = next(getattr(home, name) for home in map(import_module, _HOMES) if hasattr(home, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:  # to a type checker, only the names above are there
    __getattr__ = _load
