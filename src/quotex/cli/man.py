"""``quotex man``: the manual page, made of what ``--help`` is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from quotex.cli.examples import EXAMPLES

_SECTION = "1"


def man(context: typer.Context) -> None:
    """Print the manual page, for man."""
    print("\n".join(_page(context.find_root())))


def _page(root: Any) -> Iterator[str]:
    """Yield the lines of the manual page, in roff with the macros of man(7)."""
    program = root.command
    yield f".TH {program.name.upper()} {_SECTION}"
    yield from (".SH NAME", f"{program.name} \\- {_plain(program.help)}")
    yield from (".SH SYNOPSIS", f".B {program.name}", "[OPTIONS] COMMAND [ARGUMENTS]")
    yield from _options(program, root)
    for name, command in program.commands.items():
        yield from (f'.SH "{program.name.upper()} {name.upper()}"', _plain(command.help))
        yield from _options(command, root)
        yield from (".PP", "Examples:", *_lines(name))
    yield from (".SH EXIT STATUS", _plain(program.epilog.rpartition("\n\n")[2]))
    yield from (".SH EXAMPLES", *_lines(program.name))


def _options(command: Any, root: Any) -> Iterator[str]:
    for param in command.params:
        if record := param.get_help_record(root):
            names, help = record
            yield from (".TP", f".B {_plain(names)}", _plain(help))


def _lines(command: str) -> Iterator[str]:
    yield from (".PP", ".nf", *(f"    {_plain(line)}" for line in EXAMPLES[command]), ".fi")


def _plain(text: str) -> str:
    """Words that roff takes for nothing else; of help in several paragraphs, as one."""
    words = " ".join(text.replace("\b", "").split())
    escaped = words.replace("\\", "\\\\").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
