"""Where something is said to have happened."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from quotex.english import lexicons
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from quotex.text import Layout

__all__ = ["find_places"]

_LABELS = frozenset(["GPE", "LOC", "FAC"])
_NAMES = frozenset(["NORP", "GPE", "LOC"])


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
    # a small parser calls one place by several labels: its name is what counts
    known = {e.text for e in doc.ents if e.label_ in _LABELS}
    found = [
        _phrase(e.root)
        for e in doc.ents
        if (e.text in known or _is_conquered(e.root)) and _is_where(e.root, ground=e.label_ in ("LOC", "FAC"))
    ]
    nouns = _lexicon().nouns
    found += [
        _phrase(t) for t in doc if t.lower_ in nouns and not t.ent_type_ and _is_named(t) and _is_where(t, ground=True)
    ]
    kept: list[Range] = []
    for span in sorted(found, key=lambda r: (r.start, -r.end)):
        if (not kept or span.start >= kept[-1].end) and not layout.in_boilerplate(span.start):
            kept.append(span)
    return tuple(kept)


def _is_where(token: Token, *, ground: bool) -> bool:
    """Whether the phrase a token heads is in a place's position; ``ground``: it is a region or building, no state."""
    lexicon = _lexicon()
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    head = token.head
    if token.dep_ == "dobj":
        return head.lemma_ in lexicon.taking
    if token.dep_ != "pobj":
        return False
    preposition = head.lower_
    if preposition in lexicon.where or (ground and preposition in lexicon.ground):
        return True
    while head.dep_ in ("prep", "advmod") and head.head != head:  # "back to Oslo", "out of Oslo"
        head = head.head
    return preposition in lexicon.motion and head.lemma_ in lexicon.moving


def _is_conquered(token: Token) -> bool:
    return token.dep_ == "dobj" and token.pos_ == "PROPN" and token.head.lemma_ in _lexicon().conquering


def _is_named(noun: Token) -> bool:
    return any(c.dep_ in ("amod", "compound", "nmod", "poss") and c.ent_type_ in _NAMES for c in noun.lefts)


def _phrase(root: Token) -> Range:
    """Return the name, or the noun of place with its name, without article and preposition."""
    doc, start, end = root.doc, root.i, root.i + 1
    while start > 0 and (
        (root.ent_type_ and doc[start].ent_iob_ == "I")
        or (not root.ent_type_ and doc[start - 1].head == root and doc[start - 1].dep_ in ("amod", "compound", "nmod"))
    ):
        start -= 1
    while end < len(doc) and root.ent_type_ and doc[end].ent_iob_ == "I":
        end += 1
    while start < root.i and doc[start].pos_ in ("DET", "ADP"):
        start += 1
    while end > root.i + 1 and doc[end - 1].tag_ == "POS":
        end -= 1
    return Range(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
