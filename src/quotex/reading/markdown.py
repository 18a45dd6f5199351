"""Markdown (CommonMark): the words without the syntax; block quotations between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.errors import EmptyInputError
from quotex.reading.article import Article
from quotex.reading.blocks import Block, text_of
from quotex.reading.decoding import decode
from quotex.reading.fields import Fields
from quotex.reading.identity import Ids
from quotex.reading.source import Input, read_all

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read_markdown"]

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n.*?\n\1[ \t]*(\r?\n|\Z)", re.DOTALL)
"""YAML or TOML for whatever publishes the page."""

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_WORDS = frozenset({"text", "code_inline", *_BREAKS})


def read_markdown(source: Input, ids: Ids, fields: Fields) -> Iterator[Article]:
    """Yield the one article.

    Raises:
        InputError: it cannot be read, is no text, or has no words.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only here

    with source.open() as stream:
        raw, notes = decode(read_all(stream, source.where), source.where)
    parser = MarkdownIt().enable(["table", "strikethrough"])
    text = text_of(_blocks(parser.parse(_FRONT_MATTER.sub("", raw, count=1))))
    if not text:
        raise EmptyInputError(f"{source.where}: no words in it; give the article's text")
    yield Article(text, id=ids.take(source.id, source.id), path=source.path, notes=notes)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    quotes = depth = 0
    for token in tokens:
        if token.type == "blockquote_open":
            quotes += depth == 0
        depth += token.nesting * token.type.startswith("blockquote_")
        if token.type == "inline":
            for line in _words(token.children or ()).split("\n"):
                yield Block(line, quotes if depth else 0)


def _words(tokens: Sequence[Token]) -> str:
    """The text of inline tokens; pictures and HTML have none."""
    return "".join(_BREAKS.get(token.type) or token.content for token in tokens if token.type in _WORDS)
