"""Front matter: the fields in YAML or TOML that stand above a text, for whatever publishes it."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){1,200}?)\1[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"(?P<name>[\w-]+)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*\S)")
_EMPTY = re.compile(r"[\w-]+[ \t]*[:=]\s*")


def find_front_matter(text: str) -> int:
    """Return where the front matter of a text ends; 0 where there is none."""
    match = _FRONT_MATTER.match(text)
    lines = match["fields"].splitlines() if match else []
    own = [line for line in lines if line.strip() and line[0] not in " \t-#[]\"'"]
    fields = [line for line in own if _FIELD.match(line) or _EMPTY.fullmatch(line)]
    return match.end() if match and own and len(fields) == len(own) else 0


def read_front_matter(text: str) -> dict[str, object]:
    """Return the fields of a front matter that hold a string, or a list of strings on one line."""
    found = (_FIELD.match(line) for line in text[: find_front_matter(text)].splitlines())
    return {match["name"]: _value(match["value"]) for match in found if match}


def _value(written: str) -> object:
    if written.startswith("[") and written.endswith("]"):
        return [item for part in written[1:-1].split(",") if (item := part.strip(" \t\"'"))]
    return written.strip("\"'")
