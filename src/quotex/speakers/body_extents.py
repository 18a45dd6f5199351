"""The whole extent of a body's name: where it begins and ends, whether some of it is missing, whether it is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import OF
from quotex.english.names import BINDING, is_state
from quotex.english.people import name_words, source_nouns
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.naming.role_words import (
    adjoins,
    is_bare_kind,
    is_kind_of_body,
    is_role,
    is_standing,
    may_open_name,
)
from quotex.naming.words import singular
from quotex.parse import grammar
from quotex.parse.tokens import end_of, range_of
from quotex.speakers.mentions import MentionReader
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

WHOLE_BODY = Rule("speakers.role-of-whole-body", "a body's name in a role is whole")
SURE_BODY = Rule(
    "speakers.sure-body", "capitals before an office name a body where they are known for one: its kind, letters"
)

_SHORTEST = 3  # characters of a body: fewer are cut off a rank
_OWN_ENDING = 2  # characters of "'s"
WIDEST = 160
"""Characters of a role: bounds the search."""


class BodyExtents:
    """Finds how far the names of bodies in one document reach.

    Args:
        view: of the article.
        reader: of its sources.
        identity_of: whose name one is.
    """

    def __init__(self, view: str, reader: MentionReader, identity_of: Callable[[Name], Identity]) -> None:
        self._view = view
        self._reader = reader
        self._identity = identity_of
        self._alone: dict[Identity, frozenset[tuple[str, ...]]] = {}

    def whole(self, body: Name, span: Range, noun: Token, bodies: list[Name]) -> Range | None:
        """Return the whole name of a body in a role, where it is sure to be whole."""
        start, end = self._own_start(body), self._office_start(body, noun)
        if end - start < _SHORTEST and not body.span.of(self._view).isupper():  # "Ch Insp"
            return None
        if end < body.span.end:
            return Range(start, end) if self._view[start:end].isupper() else None
        if (kind := self.kind_end(body, span.end)) > end:
            end = kind
        elif (gone := self._goes_on(body, span, noun)) is not None:
            end = gone
        else:
            return None
        start = self._whole_start(body, Range(span.start, start), bodies)
        if end != kind and (bracket := self._view.find(" (", start, end)) > 0:
            end = bracket
        if self._is_cut(body, Range(start, end), span, noun) and WHOLE_BODY.decides(span):
            return None
        if body.start < noun.idx and not self._is_sure(body, Range(start, end), noun) and SURE_BODY.decides(body.span):
            return None
        if Range(start, end) == range_of(body.token) and is_bare_kind(body.token) and WHOLE_BODY.decides(span):
            return None  # "the <Trust>'s director"
        if body.possessive and end == body.span.end and english.OWNS_NOTHING.match(self._view, end):
            end += _OWN_ENDING
        return Range(start, end)

    def joined_end(self, end: int, furthest: int) -> int | None:
        """Return where a body's name ends that goes on behind "and": "Northern Health <and Social Care Trust>"."""
        joined = english.JOINED.match(self._view, end, furthest)
        if joined is None or not end:
            return None
        before, *_, kind = self._reader.tokens(Range(end - 1, joined.end()))
        headed = english.HEADED.search(self._view, max(0, end - WIDEST), end)  # "Institute of Allergy <and Diseases>,"
        if headed and is_kind_of_body(self._reader.tokens(Range(*headed.span("kind")))[0]):
            names = self._reader.names_in(Range(*joined.span()))
            one = joined.end() == furthest or self._view[joined.end() : joined.end() + 1] in ",.;)"
            one = one and all(self._identity(n).is_body for n in names)
        else:
            kind_named = is_kind_of_body(kind) or (kind.is_upper and len(kind) > 1 and kind.i > before.i + 2)
            one = before.is_title and kind_named and not is_kind_of_body(before)
            seated = english.SEATED.search(self._view, max(0, end - WIDEST), end)  # "MP for Dolen <and Orrin>"
            one |= seated is not None and seated["seat"].lower() in name_words().postnominals.seats
        return joined.end() if one and WHOLE_BODY.decides(joined.span()) else None

    def kind_end(self, body: Name, furthest: int) -> int:
        """Return where a body's name ends with what kind it is, in small letters: "Harlow <council>"."""
        kind = english.KIND_BEHIND.match(self._view, body.span.end, furthest)
        kinds = name_words().organizations.words
        if kind and self._is_kind(kind[1]) and (len(body.words) == 1 or body.words[-1] not in kinds):
            more = english.KIND_BEHIND.match(self._view, kind.end(), furthest)  # "Harlow assembly <group>"
            return more.end() if more and more[1] in source_nouns().organization else kind.end()
        if bracketed := english.BRACKETED_KIND.match(self._view, body.span.end, furthest):
            return bracketed.end() if bracketed["kind"].lower() in kinds else body.span.end
        kind = english.SORT_BEHIND.match(self._view, body.span.end, furthest)
        if kind is None or kind[1] not in source_nouns().named_by_owner:
            return body.span.end
        more = english.KIND_BEHIND.match(self._view, kind.end(), furthest)  # "Harlow military <administration>"
        return more.end() if more and more[1] in kinds | source_nouns().organization else kind.end()

    def _goes_on(self, body: Name, span: Range, noun: Token) -> int | None:
        """Return where capitals behind a body's name end that are of it; None: more follow, and it is cut."""
        end = body.span.end
        more = english.GOES_ON.match(self._view, end, span.end)
        while more is not None and (self._is_no_title(more.end()) or self._is_kind_of_several(more.end())):
            end, more = more.end(), english.GOES_ON.match(self._view, more.end(), span.end)
        cut = more is not None and body.start > noun.idx and WHOLE_BODY.decides(span)
        return None if cut else end  # "chair of the <Harlow> Democrats"

    def _own_start(self, body: Name) -> int:
        """Return where a body's name begins, behind whose people it is, and how somebody holds the office."""
        if len(body.words) > 1 and body.words[0] in name_words().standings.words:  # "<Acting> Harbour Board director"
            return next(t.idx for t in self._reader.tokens(body.span)[1:])
        if len(body.words) > 1 and body.words[0] in name_words().peoples.words:  # "<Russian> UN ambassador"
            return next((t.idx for t in self._reader.tokens(body.span)[1:2] if t.is_upper), body.span.start)
        return body.span.start

    def _whole_start(self, body: Name, before: Range, bodies: list[Name]) -> int:
        """Return where a body's name begins: with what has a capital before it, and with whose it is."""
        start = before.end
        tokens = [t for t in self._reader.tokens(before) if end_of(t) < start]
        while tokens and tokens[-1].text[:1].isupper() and adjoins(tokens[-1], tokens[-1].nbor(1)):
            if _tells_who(tokens[-1]):
                break
            start = tokens.pop().idx
        named = (n for n in bodies if n.possessive and not is_state(n.span.of(self._view)))
        owners = (n for n in named if english.OWNS.fullmatch(self._view, n.span.end, start))
        start = next((n.span.start for n in owners), start)
        owned = english.OWNED_BEFORE.search(self._view, before.start, start)
        return owned.start() if owned is not None and len(body.words) == 1 else start  # "Gino's <Tailoring>"

    def _office_start(self, body: Name, noun: Token) -> int:
        """Return where a body's name ends before the words of an office: "<Norlys> Chief Financial Officer"."""
        last, end = body.token, body.span.end
        if end + 1 != noun.idx or body.possessive:
            return end
        while last.idx > body.span.start and last.lower_ in name_words().standings.opening:
            last = last.nbor(-1)
            end = end_of(last)
        return end

    def _is_cut(self, body: Name, whole: Range, span: Range, noun: Token) -> bool:
        """Whether some of a body's name is missing: it goes on, or begins, in a way that tells no more."""
        view, kinds = self._view, name_words().organizations.words
        party = english.PARTY_BEHIND.match(view, body.span.end, span.end)  # "<Harlow> Conservative councillor"
        if party is not None and party[1].lower() in name_words().peoples.words:
            return True
        if english.JOINED.match(view, whole.end, span.end) and " " in whole.of(view):  # "<Quorn Bags> and Hats"
            return True
        if body.span.start > noun.idx:
            behind = (english.ROW_BEHIND,) + (english.OF_BEHIND,) * (OF in body.words)
            owned = english.OWNED_WHOLE.fullmatch(view, whole.end, span.end)  # "economist at <Dolen>'s Analytics"
            if owned or any(opening.match(view, whole.end, span.end) for opening in behind):
                return True
        if len(body.words) == 1:
            before = self._reader.tokens(Range(span.start, whole.start))
            told = (
                before[-1] if whole.start > span.start and before and adjoins(before[-1], before[-1].nbor(1)) else None
            )
            told = None if told is not None and grammar.is_determiner(told) else told  # "<The> Times newspaper"
            if told is not None and told.text[:1].isupper() and (body.words[0] in kinds or may_open_name(told)):
                return True  # "the Five Sisters <Zoo>"
            if body.words[0] in kinds and english.FIELD.match(view, whole.end, span.end):
                return True  # "<Office> of the First Attorney"
        named = english.OWNED_NAME.match(view, whole.end, noun.idx)  # "<Pan>'s Maze director"
        more = english.MORE_BEFORE.search(view, span.start, whole.start)
        more = more or english.OF_BEFORE.search(view, span.start, whole.start)
        if body.span.start < noun.idx:
            more = more or english.JOINED_BEFORE.search(view, span.start, whole.start)
        goes_on = body.span.start > noun.idx and english.MORE_BEHIND.match(view, whole.end, span.end) is not None
        return goes_on or any(m is not None and self._is_no_title(m.end()) for m in (named, more))

    def _is_sure(self, body: Name, whole: Range, noun: Token) -> bool:
        """Whether capitals before an office are known for a body's whole name, and are not what it is for."""
        kinds = name_words().organizations
        if len(body.words) == 1 and not (body.possessive or body.token.is_upper):
            return english.REGIONAL.match(self._view, whole.end) is None  # "<Doneck> regional head"
        if body.possessive or len(body.words) == 1 or whole.of(self._view) != body.span.of(self._view):
            return True
        if body.words[-1] in kinds.seated and body.words not in self._standing_alone(body):
            return False  # "<Dolen East Senedd> member"
        telling = kinds.words | name_words().parties.words | (kinds.last - name_words().portfolios.words)
        telling |= source_nouns().organization - source_nouns().place
        told = body.token.is_upper or not BINDING.isdisjoint(body.words)
        told |= not telling.isdisjoint([body.words[-1], singular(body.token)])
        return told or singular(noun) in source_nouns().of_teams or body.words in self._standing_alone(body)

    def _standing_alone(self, body: Name) -> frozenset[tuple[str, ...]]:
        """Return the words by which a body is called where no office stands behind the name."""
        identity = self._identity(body)
        if identity not in self._alone:
            behind = ((n, n.token.nbor(1) if n.token.i + 1 < len(n.token.doc) else n.token) for n in identity.names)
            free = (
                n.words for n, token in behind if token is n.token or not (is_role(token) or grammar.is_noun(token))
            )
            self._alone[identity] = frozenset(free)
        return self._alone[identity]

    @staticmethod
    def _is_kind(noun: str) -> bool:
        """Whether a noun in small letters says what kind of body one is, and not what it is about: "business"."""
        kinds = name_words().organizations.words & source_nouns().organization
        return noun in kinds and noun not in name_words().portfolios.words

    def _is_kind_of_several(self, end: int) -> bool:
        """Whether a word is a plural that ends bodies' names: "Breakfast <Brothers>", "Orrin <Partners>"."""
        token = self._reader.tokens(Range(end - 1, end))[0]
        return token.lower_ in name_words().organizations.words and token.lower_ != singular(token)

    def _is_no_title(self, end: int) -> bool:
        token = self._reader.tokens(Range(end - 1, end))[0]
        return not is_role(token) and token.lower_ not in name_words().titles.words | name_words().portfolios.words


def _tells_who(token: Token) -> bool:
    """Whether a word with a capital before a body's name is none of it: a role, a people, one that opens a sentence."""
    told = is_role(token) or is_standing(token) or grammar.is_determiner(token) or grammar.opens_sentence(token)
    return told or token.lower_ in name_words().peoples.words | name_words().portfolios.words
