"""What the article says a person is: roles before a name, behind it, in a relative clause, and party tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from quotex.speakers.lexicon import name_words, source_nouns
from quotex.speakers.names import Name
from quotex.speakers.sources import SourceReader, singular
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Role", "RoleRank", "find_role"]

_TAG = re.compile(r" ?\(([DRI]-[^()\n]{2,12}|[A-Z][\w.]{1,6})\)|, ([DRI]-[A-Z][\w.]+)")
_BEHIND = re.compile(r",? (?:now )?(?:(?:the|an?|one of the|his|her|their) )?(?=\w)|,? [–—-] (?:(?:the|an?) )?(?=\w)")
_RELATIVE = re.compile(r",? who (?:has |had )?(?:now )?(?:served as|was|is|works as|worked as|served|been) (?:(?:an?|the) )?")
_STOP = re.compile(
    r"[,;:()\n\"“”]| [–—] | (?:who|which|that|whose|now|and (?!\w+ (?:of|at|for)\b)|but|said|says|told|in an?|on|during|after|before|when|as)\b|(?<=[a-z]{3})\.(?=\s|$)"
)
_JUNCTION = frozenset(["of", "at", "for", "with", "from", "in", "to"])
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "their", "its", "one", "said", "says", "by", "and", "but"])
_PLACES = frozenset(["GPE", "LOC", "NORP"])
_WIDEST = 160


class RoleRank(IntEnum):
    """How much a way of giving a role tells; the highest is kept."""

    TAG = 0
    TITLE = 1
    DESCRIBED = 2
    RELATIVE = 3
    BEFORE = 4
    BEHIND = 5


@dataclass(frozen=True, slots=True)
class Role:
    """A role at one place of the text.

    Attributes:
        span: verbatim, without the article at its start.
        rank: how it was given.
        nouns: the nouns that say what the person is, folded to the singular ("senator").
        affiliation: the organisation named in it.
    """

    span: Range
    rank: RoleRank
    nouns: tuple[str, ...]
    affiliation: Range | None


def find_role(view: str, name: Name, reader: SourceReader) -> list[Role]:
    """Return the roles given around one name, in no order."""
    tag = _TAG.match(view, name.span.end)
    end = tag.end() if tag else name.span.end
    found = [
        _behind(view, end, reader),
        _relative(view, end, reader),
        _apposed(view, name, reader),
        _before(view, name, reader),
    ]
    if tag:
        group = 1 if tag[1] else 2
        found.append(Role(Range(*tag.span(group)), RoleRank.TAG, (), None))
    return [r for r in found if r is not None]


def _behind(view: str, end: int, reader: SourceReader) -> Role | None:
    """ "Jo Marsh, a former deputy director of the Harbour Board, said"."""
    opening = _BEHIND.match(view, end)
    if opening is None or not opening.group().startswith((",", " –", " —", " -", ", –", ", —")):
        return None
    span = Range(opening.end(), _stop(view, opening.end()))
    tokens = reader.tokens(span)
    head = _role_noun(tokens)
    return _role(span, RoleRank.BEHIND, (head,), reader) if head is not None else None


def _relative(view: str, end: int, reader: SourceReader) -> Role | None:
    opening = _RELATIVE.match(view, end)
    if opening is None:
        return None
    span = Range(opening.end(), _stop(view, opening.end()))
    head = _role_noun(reader.tokens(span))
    return _role(span, RoleRank.RELATIVE, (head,), reader) if head is not None else None


def _apposed(view: str, name: Name, reader: SourceReader) -> Role | None:
    """ "the Secretary General of the Alliance, Jo Marsh": the noun the name is an apposition of."""
    if view[max(0, name.start - 2) : name.start] != ", ":
        return None
    token = name.token
    while token.dep_ in ("compound", "flat", "nmod") and token.head.i != token.i:
        token = token.head
    head = token.head
    if token.dep_ != "appos" or head.i >= token.i or head.pos_ not in ("NOUN", "PROPN") or not _is_role(head):
        return None
    left = head.left_edge
    while left.lower_ in _ARTICLES and left.i < head.i:
        left = left.nbor(1)
    span = Range(left.idx, name.start - 2)
    if span.end - span.start > _WIDEST or "\n" in view[span.start : span.end]:
        return None
    return _role(span, RoleRank.BEFORE, (head,), reader)


def _before(view: str, name: Name, reader: SourceReader) -> Role | None:
    """ "longtime pollster Jo Marsh", "Harlow Bank CEO Jo Marsh", "Sen. Jo Marsh"."""
    first = reader.tokens(Range(name.start, name.span.end))[0]
    doc, i = first.doc, first.i
    nouns = [
        t
        for t in reader.tokens(Range(name.start, name.span.start))
        if not name_words().is_honorific(t.lower_.rstrip("."))
    ]
    named = list(nouns)
    while (
        i > 0
        and doc[i - 1].idx + len(doc[i - 1]) + len(doc[i - 1].whitespace_) == doc[i].idx
        and _describes(doc[i - 1], named)
    ):
        i -= 1
        if doc[i].pos_ in ("NOUN", "PROPN") and _is_role(doc[i]):
            named.insert(0, doc[i])
    while i < first.i and (doc[i].lower_ in _ARTICLES or doc[i].text in ("'s", "’s", "-") or doc[i].tag_ == "POS"):
        i += 1
    if not named:
        return None
    start = min(doc[i].idx, named[0].idx)
    end = (nouns[-1].idx + len(nouns[-1])) if nouns else doc[first.i - 1].idx + len(doc[first.i - 1])
    if nouns and name.titles:
        end = name.span.start
        while end > start and not (view[end - 1].isalnum() or view[end - 1] == "."):
            end -= 1
    bare = start >= name.start
    return _role(Range(start, end), RoleRank.TITLE if bare else RoleRank.BEFORE, tuple(named), reader)


def _describes(token: Token, nouns: list[Token]) -> bool:
    """Whether a token left of a name goes on with the role before it."""
    if token.pos_ in ("NOUN", "PROPN"):
        return bool(nouns) or _is_role(token)
    if not nouns or token.is_space:
        return False
    return token.pos_ in ("ADJ", "NUM") or token.tag_ in ("POS", "HYPH", "VBN", "PRP$") or token.lower_ in ("'s", "’s")


def _role(span: Range, rank: RoleRank, nouns: tuple[Token, ...], reader: SourceReader) -> Role | None:
    if span.end <= span.start:
        return None
    bodies = [n for n in reader.names_in(span) if n.body > n.person and n.token.ent_type_ not in _PLACES and span.covers(n.span)]
    behind = [n for n in bodies if n.span.start > nouns[-1].idx]
    chosen = (behind or bodies)[:1]
    return Role(span, rank, tuple(title_noun(t) for t in nouns), chosen[0].span if chosen else None)


_LONG = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor", "gen": "general",
    "pres": "president",
    "lt": "lieutenant",
    "col": "colonel",
    "rev": "reverend",
    "capt": "captain",
}


def title_noun(token: Token) -> str:
    """Return the noun a title stands for ("sen.": "senator")."""
    noun = singular(token).rstrip(".")
    return _LONG.get(noun, noun)


def _role_noun(tokens: list[Token]) -> Token | None:
    """Return the noun that says what the person is: the last one before a preposition."""
    found: Token | None = None
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"):
            break
        if token.pos_ == "ADP" or token.lower_ in _JUNCTION or token.lower_ == "and":
            break
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
    return found if found is not None and _is_role(found) else None


def _is_role(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return singular(token) in source_nouns().person or word in name_words().titles.words


def _stop(view: str, start: int) -> int:
    match = _STOP.search(view, start, start + _WIDEST)
    return match.start() if match else min(len(view), start + _WIDEST)
