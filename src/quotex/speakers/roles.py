"""What the article says a person is: roles before a name, behind it, in a relative clause, and party tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import COORDINATORS, FOR, JUNCTIONS
from quotex.english.people import name_words, source_nouns
from quotex.naming.body_extents import WIDEST, BodyExtents
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.naming.role_words import (
    ends_no_role,
    is_abbreviated,
    is_courtesy,
    is_cut,
    is_led,
    is_portfolio,
    is_role,
    is_standing,
    role_noun,
    says_who,
    tells_no_role,
    tells_nothing,
    whole,
)
from quotex.naming.wholeness import WHOLE_BODY
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.names import is_body, is_place
from quotex.parse.relations import dependents, governor, stands_as
from quotex.parse.tokens import end_of, range_of, word_beside
from quotex.speakers.affiliations import Affiliations
from quotex.speakers.drafts import Role, RoleRank
from quotex.speakers.heads import describes_noun, joins_places
from quotex.speakers.mentions import MentionReader
from quotex.speakers.role_ends import RoleEnds
from quotex.speakers.role_starts import RoleStarts
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT_BEHIND = Rule("speakers.subject-behind", "who does something behind a comma is another than is named before it")
TELLS_OTHERS = Rule(
    "speakers.tells-of-others",
    "whose son somebody is, and whom they embrace, tells no role: embracing her son",
)
UNCLOSED = Rule("speakers.unclosed", "a role within which one bracket or mark stands alone is cut, and none")
NATION = Rule("speakers.nation", "of what nation somebody is, or whose counterpart, tells no role by itself")
CUT_START = Rule("speakers.cut-start", "a role that has lost capitals before it is none: Telegraph editor, of Sunday's")
SEVERAL = Rule("speakers.role-of-several", "a noun for several people is not what one of them is")
LISTED = Rule("speakers.listed-beside", "whoever stands behind a comma by name is not what the one before it is")

PLACES = Rule("speakers.joined-places", "of two joined places before a role it may be of both, and is given without")

AS_ONE_WAS = Rule("speakers.as-one-was", "what somebody was then is no role: as a teenager Jo Marsh learnt")
_COMMA = ","


class RoleFinder:
    """Finds the roles given around names of one document.

    Args:
        view: of the article.
        reader: of its sources.
        identity_of: whose name one is.

    Attributes:
        affiliations: the bodies that its sources are of.
    """

    def __init__(self, view: str, reader: MentionReader, identity_of: Callable[[Name], Identity]) -> None:
        self._view = view
        self._reader = reader
        self._identity = identity_of
        self._starts = RoleStarts(view, reader, identity_of)
        extents = BodyExtents(view, reader.tokens, reader.names_in, identity_of)
        self._ends = RoleEnds(view, reader, extents)
        self.affiliations = Affiliations(view, reader, identity_of, extents)

    def find(self, name: Name) -> list[Role]:
        """Return the roles given around one name, in no order."""
        tag = english.TAG.match(self._view, name.end)
        end = tag.end() if tag else name.end
        found = [
            self._behind(end, name) or self._behind_origin(name),
            self._relative(end),
            self._told(end),
            self._apposed(name),
            self._before(name),
        ]
        if tag:
            found.append(Role(Range(*tag.span(1 if tag[1] else 2)), RoleRank.TAG, (), None, tag[0]))
        letters = self._reader.tokens(Range(name.span.end, name.end))
        seat = next((t for t in letters if t.lower_ in name_words().postnominals.seats), None)
        if seat is not None:
            whole = self._phrase(seat.idx, RoleRank.BEHIND) if word_beside(seat, 1) == FOR else None
            found.append(whole or Role(range_of(seat), RoleRank.TITLE, (), None, seat.lower_))
        return [whole for role in found if role is not None and (whole := self._closed(role)) is not None]

    def _closed(self, role: Role) -> Role | None:
        """Leave out a bracket or mark whose other one stands outside: "The Taoiseach (Irish PM) Jo Marsh".

        None: one stands within, of which the other is outside: "(Irish) nation builder" without what opens it.
        """
        words, span = role.span.of(self._view), role.span
        for pair in english.PAIRS:
            if _is_open(words, pair):
                span = span.trimmed(self._view, pair)
        if any(_is_open(span.of(self._view), pair) for pair in english.PAIRS) and UNCLOSED.decides(span):
            return None
        return role if span == role.span else replace(role, span=span)

    def described(self, start: int, end: int) -> Role | None:
        """Return the role in words that point back to a person: "the Republican nominee, who"."""
        return self._phrase(start, RoleRank.DESCRIBED, end)

    def _behind(self, end: int, name: Name | None = None) -> Role | None:
        """Find "Jo Marsh, a former deputy director of the Harbour Board, said"."""
        opening = english.BEHIND.match(self._view, end)
        role = self._phrase(opening.end(), RoleRank.BEHIND) if opening else None
        if opening and role and opening["definite"] and not _is_subject(name) and self._does(role):
            return None
        if role and role.affiliation is None and (body := self.affiliations.behind_role(role.span.end)):
            role = replace(role, affiliation=body)
        if role and role.words in name_words().peoples.words:  # "the mayor Carla Reed, a Democrat"
            return replace(role, rank=RoleRank.TAG)
        return role

    def _behind_origin(self, name: Name) -> Role | None:
        """Find "Jo Marsh of the Harbour Board, a former pilot", where what it is said of is no body."""
        opening = english.LEADS.match(self._view, name.end)
        bodies = self._reader.names_in(Range(opening.end(), opening.end() + 1)) if opening else []
        role = next((self._behind(n.span.end) for n in bodies if opening and n.start == opening.end()), None)
        of_body = role is not None and any(noun in source_nouns().organization for noun in role.nouns)
        return None if of_body else role

    def _does(self, role: Role) -> bool:
        """Whether a verb stands right behind: "between Ada Brook and Marsh, the official <said>" tells of another."""
        last = self._reader.tokens(role.span)[-1]
        behind = last.nbor(1) if last.i + 1 < len(last.doc) else last
        return grammar.is_finite(behind) and SUBJECT_BEHIND.decides(role.span)

    def _relative(self, end: int) -> Role | None:
        """Find "Jo Marsh, who served as director of the Harbour Board"."""
        opening = english.RELATIVE.match(self._view, end)
        rank = RoleRank.UNTOLD if opening and opening["was"] else RoleRank.RELATIVE
        return self._phrase(opening.end(), rank) if opening else None

    def _told(self, end: int) -> Role | None:
        """Find "Jo Marsh is the director of the Harbour Board", where a body or an office is named."""
        opening = english.TOLD.match(self._view, end)
        rank = RoleRank.UNTOLD if opening and opening["was"] else RoleRank.RELATIVE
        role = self._phrase(opening.end(), rank) if opening else None
        office = role is not None and not name_words().titles.words.isdisjoint(role.nouns)
        return role if role is not None and (role.affiliation or office) else None

    def _phrase(self, start: int, rank: RoleRank, limit: int | None = None) -> Role | None:
        """Read a role that starts at an offset and ends at a mark, a clause or a verb."""
        if english.NO_ROLE.match(self._view, start) and TELLS_OTHERS.decides(start):
            return None
        tokens, is_cut = self._ends.read(start, limit)
        noun = role_noun(tokens)
        if noun is None or any(
            self._is_listed(name, tokens[0], noun) for name in self._reader.names_in(range_of(*tokens))
        ):
            return None
        return self._role(Range(start, end_of(tokens[-1])), RoleRank.UNTOLD if is_cut else rank, [noun])

    def _is_listed(self, name: Name, first: Token, noun: Token) -> bool:
        """Whether a phrase is another person's name: "Jo Marsh, Cllr Ann Pope" are two."""
        headed = name.start == first.idx or name.start <= noun.idx < name.span.start
        person = name.person > name.body and not (name.possessive or describes_noun(name))
        return headed and person and LISTED.decides(name.span)

    def _apposed(self, name: Name) -> Role | None:
        """Find "the Secretary General of the Alliance, Jo Marsh": the noun that the name is an apposition of."""
        token = grammar.head_noun(name.token)
        start = min(name.start, phrases.phrase(token)[0].idx)  # "the commissioner, <CP> Jo Marsh"
        start = start if self._view.find(" ", start, name.start - 1) < 0 else name.start
        if self._view[max(0, start - 2) : start] != ", ":
            return None
        noun = first = governor(token, rel.APPOSITION)
        if first is not None and not says_who(first):  # "Harbour Party <MP> for Dolen, Jo Marsh"
            noun = next((t for t in dependents(first, rel.APPOSITION) if t.i < token.i and says_who(t)), first)
        while noun is not None and (not says_who(noun) or is_led(noun)) and not self._identity(name).is_body:
            noun = grammar.governing_noun(noun)  # "the mayor of Oslo, Jo Marsh"
        if first is None or noun is None or noun.i >= token.i or not says_who(noun):
            return None
        told = noun if any(t.text == _COMMA for t in first.doc[first.i : noun.i]) else first  # "message, <minister>"
        told = min(told, noun, key=lambda t: t.i)
        left = phrases.phrase(told)[0]
        left = next((t.nbor(1) for t in reversed(left.doc[left.i : told.i]) if t.text == _COMMA), left)
        while left.lower_ in english.OPENINGS and left.i < noun.i:
            left = left.nbor(1)
        last = self._reader.tokens(Range(left.idx, start - 2))[-1]
        span = range_of(left, last)
        if span.end - span.start > WIDEST or "\n" in span.of(self._view):
            return None
        return self._role(span, RoleRank.BEFORE, [noun])

    def _before(self, name: Name) -> Role | None:
        """Find "longtime pollster Jo Marsh", "Harlow Bank CEO Jo Marsh", "Sen. Jo Marsh"."""
        first = self._reader.tokens(name.span)[0]
        doc = first.doc
        before = self._reader.tokens(Range(name.start, name.span.start))
        office = list(takewhile(lambda t: not is_courtesy(t), before))  # "Chairman Mr Justice"
        titles = office or [t for t in before if not (is_courtesy(t) or t.is_punct)]  # MR + .
        while len(titles) > 1 and is_abbreviated(titles[-1]) and not JUNCTIONS.isdisjoint(name.titles):
            titles.pop()  # "Member for Housing <Cllr>"
        opening = self._reader.tokens(Range(name.start, name.span.end))[0].i
        begin, nouns = self._starts.reach(doc, opening, titled=bool(titles))
        if begin and joins_places(doc[begin - 1]) and PLACES.decides(doc[begin].idx):
            begin += next(i for i, t in enumerate(doc[begin:]) if not is_place(t))
        while begin < first.i and doc[begin].lower_ in english.OPENINGS:
            begin += 1
        bound = nouns and titles and titles[0].i == nouns[-1].i + 1
        goes_on = (
            nouns
            and titles
            and not is_courtesy(before[0])
            and (
                not bound
                or is_portfolio(nouns[-1])
                or is_standing(nouns[-1])
                or nouns[-1].lower_ in name_words().peoples.words  # "Republican Gov."
            )
        )
        named = nouns + titles if goes_on else nouns or titles
        if not named:
            return None
        was = english.AS_BEFORE.search(self._view, max(0, doc[begin].idx - WIDEST), doc[begin].idx)
        if was and AS_ONE_WAS.decides(was.span()):
            return None
        span = Range(min(doc[begin].idx, named[0].idx), end_of(named[-1]))
        rank = RoleRank.BEFORE if nouns or span.start < name.start else RoleRank.TITLE
        return self._role(span, rank, nouns + titles)

    def _role(self, span: Range, rank: RoleRank, nouns: list[Token]) -> Role | None:
        """Make a role of words that have a noun for one, if they are whole."""
        tokens = self._reader.tokens(span)
        while tokens and ends_no_role(tokens[-1]):
            tokens.pop()
        while tokens and (
            (grammar.is_determiner(tokens[0]) and not is_body(tokens[0]))
            or tells_no_role(tokens)
            or (tokens[0].lower_ in COORDINATORS and not is_body(tokens[0]))
            or grammar.is_possessive_ending(tokens[0])
            or english.is_glued(self._view, tokens[0].idx)
        ):
            tokens.pop(0)
        if not tokens or not any(t in nouns for t in tokens):
            return None
        tokens = self._starts.completed(tokens)
        if is_cut(tokens, self._view):
            return None
        own = [t for t in nouns if t in tokens]
        if self._starts.is_rest(tokens[0]) and own[0] is not tokens[0] and WHOLE_BODY.decides(span):
            tokens = tokens[tokens.index(own[0]) :]
        if all(map(grammar.is_plural, own)) and rank >= RoleRank.BEFORE and SEVERAL.decides(span):
            return None
        if self._starts.is_cut(tokens[0]) and CUT_START.decides(span):
            rank = RoleRank.UNTOLD
        span = range_of(*tokens)
        if tells_nothing(tokens, own[-1]) and NATION.decides(span):
            return None
        known = tuple(whole(t) for t in own if is_role(t) and not english.GENERAL.match(self._view, end_of(t)))
        return Role(span, rank, known, self.affiliations.of_role(span, own), span.of(self._view).casefold())


def _is_subject(name: Name | None) -> bool:
    """Whether what a name's clause tells is of whoever has the name."""
    return name is not None and stands_as(phrases.argument(grammar.head_noun(name.token)), rel.SUBJECT)


def _is_open(words: str, pair: str) -> bool:
    """Whether one of two brackets or marks stands without the other."""
    opening, closing = words.count(pair[0]), words.count(pair[1])
    return opening != closing or (pair[0] == pair[1] and opening % 2 == 1)
