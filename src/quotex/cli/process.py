"""Around every command: the process's streams, and exceptions made one line and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from quotex.cli.app import app
from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.cli.session import Session
from quotex.cli.signals import Ended, ending
from quotex.errors import InputError, MissingPartError, OutputError, QuotexError, RecordError
from quotex.writing.output import ReaderGone, Sink

if TYPE_CHECKING:
    from quotex.batch.worker import Make


def run(arguments: Sequence[str], *, make: Make | None = None) -> int:
    """Run the command line and return the exit code; no exception leaves."""
    _take_streams()
    session, ended = Session(make), Ended()
    try:
        try:
            command = typer.main.get_command(app)
            with ending() as ended:
                code = int(
                    command.main(list(arguments), prog_name="quotex", standalone_mode=False, obj=session) or Exit.DONE
                )
                sys.stdout.flush()
        except BaseException as error:
            code = _explain(error)
            if session.debug and not isinstance(error, (KeyboardInterrupt, ReaderGone, SystemExit)):
                traceback.print_exc()
        if ended.number is not None:
            code = 128 + ended.number  # as shells tell it
        sys.stderr.flush()
    except ReaderGone:  # of standard error
        code = Exit.READER_GONE
    _release_streams()
    return code


def _explain(error: BaseException) -> int:
    match error:
        case SystemExit():  # of the completion of shells
            return error.code if isinstance(error.code, int) else Exit.FAILED if error.code else Exit.DONE
        case KeyboardInterrupt() | typer.Abort():
            return Exit.INTERRUPTED
        case ReaderGone():
            return Exit.READER_GONE
        case typer.TyperException():
            context = getattr(error, "ctx", None)
            hint = f". See: {context.command_path} --help" if context else ""
            tell(_said(error).rstrip(".") + hint)
            return error.exit_code
        case QuotexError():
            tell(str(error))
            return _code_of(error)
        case MemoryError():
            tell("out of memory; give fewer or shorter articles")
        case _:
            tell(f"unexpected failure: {type(error).__name__}: {error}; see more with --debug, and report it")
    return Exit.FAILED


def _said(error: typer.TyperException) -> str:
    """The message in fewer words; what is no option but the name of a format gets the option."""
    from quotex.writing.formats import Format  # noqa: PLC0415  (wanted only here)

    option = getattr(error, "option_name", "").lstrip("-")
    if option in set(Format):
        return f"--{option} is no option; say -f {option}."
    return error.format_message().replace("Value error, ", "")


def _code_of(error: QuotexError) -> Exit:
    match error:
        case MissingPartError():
            return Exit.PART_MISSING
        case InputError() | RecordError():
            return Exit.ALL_FAILED
    return Exit.FAILED


def _take_streams() -> None:
    """Make standard output and error UTF-8 in any locale, with failures to write that can be told apart."""
    sys.stdout = _text(Sink(_open_descriptor(1, os.O_RDONLY), label="standard output", closefd=False))
    sys.stderr = _text(Sink(_open_descriptor(2, os.O_WRONLY), label="standard error", closefd=False), by_line=True)


def _open_descriptor(descriptor: int, closed: int) -> int:
    """Return the descriptor, or where the caller closed it the null device, opened so that writing fails or not."""
    try:
        os.fstat(descriptor)
    except OSError:
        return os.open(os.devnull, closed)
    return descriptor


def _text(sink: Sink, *, by_line: bool = False) -> io.TextIOWrapper:
    by_line = by_line or sink.isatty()
    return io.TextIOWrapper(sink, encoding="utf-8", errors="backslashreplace", line_buffering=by_line)


def _release_streams() -> None:
    """Let what cannot be written go, or Python fails on it once more at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OutputError, ReaderGone):
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
