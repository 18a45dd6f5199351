"""Everything quotex raises on purpose.

    QuotexError
    ├── InputError            an input that cannot be read (exit code 3 or 4)
    │   ├── MissingInputError     no such file, or not a file
    │   ├── UnreadableInputError  no permission, or the device failed
    │   ├── EmptyInputError       nothing in it but white space
    │   ├── BinaryInputError      not text: NUL bytes, an image, an archive
    │   ├── MalformedInputError   JSON that does not parse, a damaged row
    │   │   └── MissingFieldError     no field of the text
    │   └── UnsupportedInputError a format that is not read
    ├── RecordError           records that break the contract
    ├── OutputError           the output cannot be written
    └── MissingPartError      a model or an optional package is not installed (exit code 5)

A message is one line: what is wrong, where, and what to do next.
"""

from __future__ import annotations

from typing import ClassVar


class QuotexError(Exception):
    """The root of quotex's exceptions.

    Attributes:
        code: a stable, machine-readable name, the same in error records and in messages.
    """

    code: ClassVar[str] = "error"


class InputError(QuotexError):
    """An input that cannot be read."""

    code = "input"


class MissingInputError(InputError):
    """No such file, or not a file."""

    code = "missing_input"


class UnreadableInputError(InputError):
    """The operating system refused to read it."""

    code = "unreadable_input"


class EmptyInputError(InputError):
    """Nothing in it but white space."""

    code = "empty_input"


class BinaryInputError(InputError):
    """Not text."""

    code = "binary_input"


class MalformedInputError(InputError):
    """A structured input that does not follow its format."""

    code = "malformed_input"


class MissingFieldError(MalformedInputError):
    """A line or a table without the field of the text."""

    code = "missing_field"


class UnsupportedInputError(InputError):
    """A format that is not read."""

    code = "unsupported_input"


class RecordError(QuotexError):
    """Records that break the contract."""

    code = "records"


class OutputError(QuotexError):
    """The output cannot be written."""

    code = "output"


class MissingPartError(QuotexError):
    """A model or an optional package is not installed."""

    code = "missing_part"
