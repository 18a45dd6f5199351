"""Markdown (CommonMark): the words without the syntax or front matter; block quotations between quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.errors import EmptyInputError
from quotex.reading.article import Article
from quotex.reading.blocks import BOLD, Block, SetOff, of_turns, text_of
from quotex.reading.decoding import decode
from quotex.reading.fields import Fields
from quotex.reading.front_matter import find_front_matter, read_front_matter
from quotex.reading.identity import Ids
from quotex.reading.source import Input

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_OPENING = {"strong_open": "strong_close", "em_open": "em_close"}
_WORDS = frozenset({"text", "code_inline", *_BREAKS})


def read_markdown(source: Input, ids: Ids, fields: Fields) -> Iterator[Article]:
    """Yield the one article.

    Raises:
        InputError: it cannot be read, is no text, or has no words.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only here

    raw, notes = decode(source.read(), source.where)
    parser = MarkdownIt().enable(["table", "strikethrough"])
    known = Fields().known(read_front_matter(raw))
    tokens = parser.parse(raw[find_front_matter(raw) :])
    text = text_of(_blocks(tokens))
    if not text:
        raise EmptyInputError(f"{source.where}: no words in it; give the article's text")
    title, notes = known.title or _heading(tokens), (*notes, *known.notes)
    yield replace(known, text=text, id=ids.take(source.id, source.id), path=source.path, title=title, notes=notes)


def _heading(tokens: Sequence[Token]) -> str | None:
    """The one heading of the first level."""
    headings = [t.content for h, t in pairwise(tokens) if h.type == "heading_open" and h.tag == "h1"]
    return headings[0] if len(headings) == 1 and headings[0] else None


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    quotes = depth = 0
    turns = _turns(tokens)
    for token in tokens:
        if token.type == "blockquote_open":
            quotes += depth == 0
        depth += token.nesting * token.type.startswith("blockquote_")
        if token.type == "inline":
            text = _words(token.children or ())
            if length := turns.get(id(token), 0):
                text = f"{BOLD}{text[:length]}{BOLD}{text[length:]}"
            for line in text.split("\n"):
                yield Block(line, quotes if depth else 0)


def _turns(tokens: Iterable[Token]) -> dict[int, int]:
    """How many characters are set off at the beginning of a block that is, or begins, a turn of an interview."""
    found = {id(token): words for token in tokens if token.type == "inline" and (words := _set_off(token))}
    turns = zip(found.items(), of_turns(list(found.values())), strict=True)
    return {token: len(words.words) for (token, words), is_turn in turns if is_turn}


def _set_off(block: Token) -> SetOff | None:
    """The words in bold or italics that a block begins with."""
    children = block.children or []
    first = next((child for child in children if child.content or child.nesting), None)
    if first is None or first.type not in _OPENING:
        return None
    start, closing = children.index(first), _OPENING[first.type]
    end = next(i for i in range(start, len(children)) if children[i].type == closing)
    return SetOff(first.tag, _words(children[start:end]), _words(children))


def _words(tokens: Sequence[Token]) -> str:
    """The text of inline tokens; pictures and HTML have none."""
    return "".join(_BREAKS.get(token.type) or token.content for token in tokens if token.type in _WORDS)
