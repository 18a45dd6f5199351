"""Where something is said to have happened."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from quotex.contract.rules import Rule
from quotex.english import lexicons
from quotex.parse.clauses import object_of
from quotex.parse.grammar import (
    is_determiner,
    is_possessive_ending,
    is_preposition,
    is_proper_noun,
    lemma,
    preposition_of,
)
from quotex.parse.names import continues_name, is_named, is_people, is_place, names
from quotex.parse.phrases import attachment, attributes, first_of_row, governor, is_premodifier
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from quotex.text import Layout

__all__ = ["find_places"]


TAKEN = Rule("places.taken", "what is taken, entered or hit is where it happens")
IN_IT = Rule("places.in", "the object of a preposition of place is where")
TOWARDS = Rule("places.towards", "what one moves to or from is where")
BY_NOUN = Rule("places.by-noun", "a noun of place with a name before it is where")


class _Lexicon(BaseModel):
    """``english/lexicons/places.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    where: frozenset[str]
    ground: frozenset[str]
    motion: frozenset[str]
    moving: frozenset[str]
    taking: frozenset[str]
    conquering: frozenset[str]
    nouns: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    return lexicons.load("places", _Lexicon)


def find_places(layout: Layout, doc: Doc) -> tuple[Range, ...]:
    """Find the places where something happens, in text order, none overlapping, none in boilerplate.

    A name is where when it is the object of a locative preposition ("in Crimea"), of one of direction behind a
    verb of motion ("flew to Oslo"), or of a verb that takes or enters it ("annexed Crimea"), and so is a noun of
    place with a name before it ("on the Ukrainian border"). A country that acts ("Russia mustered troops"), or
    that something is merely about ("sanctions on Syria"), is not.

    Args:
        layout: of the article.
        doc: parse of ``layout.view``.
    """
    nouns = _lexicon().nouns
    found = [
        _phrase(head)
        for head in names(doc)
        if (is_place(head) or _is_conquered(head)) and _is_where(head, ground=head.lower_ in nouns)
    ]
    found += [
        _phrase(t)
        for t in doc
        if t.lower_ in nouns
        and not is_named(t)
        and _is_named(t)
        and _is_where(t, ground=True)
        and BY_NOUN.decides(t.idx)
    ]
    kept: list[Range] = []
    for span in sorted(found, key=lambda r: (r.start, -r.end)):
        if (not kept or span.start >= kept[-1].end) and not layout.in_boilerplate(span.start):
            kept.append(span)
    return tuple(kept)


def _is_where(token: Token, *, ground: bool) -> bool:
    """Whether the phrase a token heads is in a place's position; ``ground``: it is a region or building, no state."""
    lexicon = _lexicon()
    token = first_of_row(token)
    if (verb := object_of(token)) is not None:
        return lemma(verb) in lexicon.taking and TAKEN.decides(token.idx)
    preposition = preposition_of(token)
    if preposition is None:
        return False
    word = preposition.lower_
    if (word in lexicon.where or (ground and word in lexicon.ground)) and IN_IT.decides(token.idx):
        return True
    moving = word in lexicon.motion and lemma(attachment(preposition)) in lexicon.moving
    return moving and TOWARDS.decides(token.idx)


def _is_conquered(token: Token) -> bool:
    verb = object_of(token)
    return verb is not None and is_proper_noun(token) and lemma(verb) in _lexicon().conquering


def _is_named(noun: Token) -> bool:
    """Whether the name of a people or place stands before a noun."""
    return any(is_people(word) or is_place(word) for word in attributes(noun))


def _phrase(head: Token) -> Range:
    """Return the name, or the noun of place with its name, without article and preposition."""
    doc, start, end = head.doc, head.i, head.i + 1
    if is_named(head):
        while start > 0 and continues_name(doc[start]):
            start -= 1
        while end < len(doc) and continues_name(doc[end]):
            end += 1
    else:
        while start > 0 and is_premodifier(doc[start - 1]) and governor(doc[start - 1]) == head:
            start -= 1
    while start < head.i and (is_determiner(doc[start]) or is_preposition(doc[start])):
        start += 1
    while end > head.i + 1 and is_possessive_ending(doc[end - 1]):
        end -= 1
    return Range(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
