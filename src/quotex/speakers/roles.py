"""What the article says a person is: roles before a name, behind it, in a relative clause, and party tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import DEFINITE_ARTICLE, OF, POSSESSIVE_DETERMINERS
from quotex.english.names import BINDING
from quotex.english.people import name_words, source_nouns
from quotex.naming.names import Name
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.names import is_people
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import end_of, range_of
from quotex.speakers.drafts import Role, RoleRank
from quotex.speakers.heads import singular
from quotex.speakers.mentions import MentionReader
from quotex.speakers.role_words import (
    adjoins,
    crosses,
    describes,
    ends_no_role,
    is_courtesy,
    is_cut,
    is_hyphenated,
    is_kind_of_body,
    is_portfolio,
    is_rank,
    is_role,
    is_what_for,
    kinds_of,
    may_be_no_body,
    may_open_name,
    role_noun,
    says_who,
    tells_no_body,
    tells_no_role,
    tells_nothing,
    whole,
    without_owner,
)
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

NEW_PHRASE = Rule("speakers.new-phrase", "a role before a name does not reach over a noun into what stands before it")
SUBJECT_BEHIND = Rule("speakers.subject-behind", "who does something behind a comma is another than is named before it")
WHOLE_BODY = Rule("speakers.role-of-whole-body", "a body's name in a role is whole")
WHOLE_NAME = Rule("speakers.whole-name", "what may be the rest of a name, or a noun that opens a sentence, is no body")
WHOLE_ROW = Rule("speakers.whole-row", "what somebody is the head of goes on over commas: parks, ports and fisheries")
WHOSE = Rule("speakers.whose", "what somebody's son or friend is, they are not")
NATION = Rule("speakers.nation", "of what nation somebody is, or whose counterpart, tells no role by itself")
WHERE_FROM = Rule("speakers.where-from", "what a place stands behind, over a comma, is where somebody is from")
SEVERAL = Rule("speakers.role-of-several", "a noun for several people is not what one of them is")
LISTED = Rule("speakers.listed-beside", "whoever stands behind a comma by name is not what the one before it is")
PORTFOLIO = Rule("speakers.portfolio", "what an office is for is no body that somebody is of")

_SHORTEST = 3  # characters of a body: fewer are cut off a rank
_ENDING = 4  # characters back to who owns what is named: those of a possessive's ending
_LETTERS = 12  # characters of a body's letters in brackets
_WIDEST = 160  # characters of a role: bounds the search


class RoleFinder:
    """Finds the roles given around names of one document.

    Args:
        view: of the article.
        reader: of its sources.
        is_body: whether a name is an organisation's.
    """

    def __init__(self, view: str, reader: MentionReader, is_body: Callable[[Name], bool]) -> None:
        self._view = view
        self._reader = reader
        self._is_body = is_body

    def find(self, name: Name) -> list[Role]:
        """Return the roles given around one name, in no order."""
        tag = english.TAG.match(self._view, name.end)
        end = tag.end() if tag else name.end
        found = [self._behind(end), self._relative(end), self._told(end), self._apposed(name), self._before(name)]
        if tag:
            found.append(Role(Range(*tag.span(1 if tag[1] else 2)), RoleRank.TAG, (), None, tag[0]))
        letters = self._reader.tokens(Range(name.span.end, name.end))
        seat = next((t for t in letters if t.lower_ in name_words().postnominals.seats), None)
        if seat is not None:
            found.append(Role(range_of(seat), RoleRank.TITLE, (), None, seat.lower_))
        return [self._closed(role) for role in found if role is not None]

    def _closed(self, role: Role) -> Role:
        """Leave out a bracket whose other one stands outside: "The Taoiseach (Irish PM) Jo Marsh"."""
        words = role.span.of(self._view)
        return role if words.count("(") == words.count(")") else replace(role, span=role.span.trimmed(self._view, "()"))

    def body_of(self, name: Name) -> Range | None:
        """Return the body that somebody is said to be of, without a role: "Jo Marsh, who leads the Harbour Board".

        Also "Jo Marsh, from the Harbour Board", and "the Harbour Board's Jo Marsh".
        """
        opening = english.LEADS.match(self._view, name.end)
        if opening is not None:
            kind = english.KIND_BEFORE.match(self._view, opening.end())
            start = kind.end() if kind and kind["kind"] in source_nouns().organization else opening.end()
            names = self._reader.names_in(Range(start, start + 1))
            return next(filter(None, (self._led(n) for n in names if n.start == start)), None)
        before = self._reader.names_in(Range(max(0, name.start - _ENDING), name.start))
        owners = (n for n in before if n.possessive and n.span.end < name.start and self._bodies(n.span))
        return next((n.span for n in owners if english.OWNS.fullmatch(self._view, n.span.end, name.start)), None)

    def _led(self, name: Name) -> Range | None:
        """Return a body's whole name: "of Harlow <and Orrin Police>"; a place, "from Harlow, Norland", is none."""
        if joined := self._joined(name.span.end, len(self._view)):
            return Range(name.span.start, joined)
        behind = self._reader.names_in(Range(name.end + 2, name.end + 3))
        set_off = self._view[name.end : name.end + 2] == ", " and any(n.is_place for n in behind)
        return name.span if self._bodies(name.span) and not (set_off and WHERE_FROM.decides(name.span)) else None

    def kinds(self, name: Name) -> list[str]:
        """Return the nouns that say what a body is: "energy regulator Norlys", "Norlys, a state broadcaster"."""
        return kinds_of(name, self._reader.tokens(Range(max(0, name.start - 2), name.start)))

    def origin(self, span: Range) -> Range | None:
        """Return the body that an unnamed source is said to be of: "an official at the transport ministry"."""
        tokens = self._reader.tokens(span)
        if any(singular(t) in source_nouns().unaffiliated for t in tokens if grammar.is_noun(t)):
            return None
        bodies = self._bodies(span)
        verbs = (t for t in tokens if grammar.is_full_verb(t) and not stands_as(t, rel.PREMODIFIER))
        kinds = kinds_of(bodies[0], tokens) if bodies else []  # "Rival chains Norlys and Orrin" are of neither
        if bodies and not kinds and all(t.idx > bodies[0].start for t in verbs):  # not "hostages held by Hamas"
            return Range(bodies[0].span.start, self._joined(bodies[0].span.end, span.end) or bodies[0].span.end)
        for at in english.ORIGIN.finditer(self._view, *span):
            tokens = self._reader.tokens(Range(at.start(1), span.end))
            body = next((t for t in tokens if grammar.is_noun(t) and grammar.preposition_of(t) is not None), None)
            if body is not None and singular(body) in source_nouns().organization:
                return Range(at.start(1), end_of(body))
        return None

    def _bodies(self, span: Range) -> list[Name]:
        return [
            n
            for n in self._reader.names_in(span)
            if span.covers(n.span)
            and self._is_body(n)
            and not (n.is_place or is_people(n.token) or tells_no_body(n))
            and not english.PLACE_BEFORE.search(self._view, span.start, n.start)
            and not english.PLACE_BEHIND.match(self._view, n.span.end)
            and not (may_be_no_body(n, self._view) and WHOLE_NAME.decides(n.span))
        ]

    def described(self, start: int, end: int) -> Role | None:
        """Return the role in words that point back to a person: "the Republican nominee, who"."""
        return self._phrase(start, RoleRank.DESCRIBED, end)

    def _behind(self, end: int) -> Role | None:
        """Find "Jo Marsh, a former deputy director of the Harbour Board, said"."""
        opening = english.BEHIND.match(self._view, end)
        role = self._phrase(opening.end(), RoleRank.BEHIND) if opening else None
        if role and role.words in name_words().peoples.words:  # "the mayor Carla Reed, a Democrat"
            return replace(role, rank=RoleRank.TAG)
        if opening and role and opening[0].lower().endswith(f" {DEFINITE_ARTICLE} ") and self._does(role):
            return None
        return role

    def _does(self, role: Role) -> bool:
        """Whether a verb stands right behind: "between Ada Brook and Marsh, the official <said>" tells of another."""
        last = self._reader.tokens(role.span)[-1]
        behind = last.nbor(1) if last.i + 1 < len(last.doc) else last
        return grammar.is_finite(behind) and SUBJECT_BEHIND.decides(role.span)

    def _relative(self, end: int) -> Role | None:
        """Find "Jo Marsh, who served as director of the Harbour Board"."""
        opening = english.RELATIVE.match(self._view, end)
        return self._phrase(opening.end(), RoleRank.RELATIVE) if opening else None

    def _told(self, end: int) -> Role | None:
        """Find "Jo Marsh is the director of the Harbour Board", where a body or an office is named."""
        opening = english.TOLD.match(self._view, end)
        role = self._phrase(opening.end(), RoleRank.RELATIVE) if opening else None
        office = role is not None and not name_words().titles.words.isdisjoint(role.nouns)
        return role if role is not None and (role.affiliation or office) else None

    def _phrase(self, start: int, rank: RoleRank, limit: int | None = None) -> Role | None:
        """Read a role that starts at an offset and ends at a mark, a clause or a verb."""
        if english.NO_ROLE.match(self._view, start) and WHOSE.decides(start):
            return None
        furthest = min(start + _WIDEST, limit if limit is not None else len(self._view))
        stop = english.END.search(self._view, start, furthest)
        while stop and (end := self._row_end(start, stop.start(), furthest)):
            stop = english.END.search(self._view, end, furthest)
        tokens = self._reader.tokens(Range(start, stop.start() if stop else furthest))
        finite = next((i for i, t in enumerate(tokens) if grammar.is_finite(t)), len(tokens))
        tokens = tokens[:finite]
        noun = role_noun(tokens)
        if noun is None or any(self._is_listed(name, tokens[0]) for name in self._reader.names_in(range_of(*tokens))):
            return None
        return self._role(Range(start, end_of(tokens[-1])), rank, [noun])

    def _is_listed(self, name: Name, first: Token) -> bool:
        """Whether a phrase is another person's name: "Jo Marsh, Cllr Ann Pope" are two."""
        person = name.start == first.idx and name.person > name.body and not name.possessive
        return person and LISTED.decides(name.span)

    def _row_end(self, start: int, end: int, furthest: int) -> int | None:
        """Return where a row ends of what somebody is the head of: "chair of the parks <and leisure committee>"."""
        if joined := self._joined(end, furthest):
            return joined
        row = english.ROW.match(self._view, end, furthest)
        if row is None or not english.FIELD.search(self._view, start, end):
            return None
        tokens = self._reader.tokens(Range(*row.span()))
        others = any(is_role(t) or grammar.is_finite(t) or t.lower_ in POSSESSIVE_DETERMINERS for t in tokens)
        return row.end() if not others and WHOLE_ROW.decides(row.span()) else None

    def _joined(self, end: int, furthest: int) -> int | None:
        """Return where a body's name ends that goes on behind "and": "Northern Health <and Social Care Trust>"."""
        joined = english.JOINED.match(self._view, end, furthest)
        if joined is None or not end:
            return None
        before, *_, kind = self._reader.tokens(Range(end - 1, joined.end()))
        headed = english.HEADED.search(self._view, max(0, end - _WIDEST), end)  # "Institute of Allergy <and Diseases>,"
        if headed and is_kind_of_body(self._reader.tokens(Range(*headed.span("kind")))[0]):
            names = self._reader.names_in(Range(*joined.span()))
            one = self._view[joined.end() : joined.end() + 1] in ",.;)" and all(map(self._is_body, names))
        else:
            kind_named = is_kind_of_body(kind) or (kind.is_upper and len(kind) > 1 and kind.i > before.i + 2)
            one = before.is_title and kind_named and not is_kind_of_body(before)
            seated = english.SEATED.search(self._view, max(0, end - _WIDEST), end)  # "MP for Dolen <and Orrin>"
            one |= seated is not None and seated["seat"].lower() in name_words().postnominals.seats
        return joined.end() if one and WHOLE_BODY.decides(joined.span()) else None

    def _apposed(self, name: Name) -> Role | None:
        """Find "the Secretary General of the Alliance, Jo Marsh": the noun that the name is an apposition of."""
        if self._view[max(0, name.start - 2) : name.start] != ", ":
            return None
        token = grammar.head_noun(name.token)
        noun = governor(token, rel.APPOSITION)
        while noun is not None and not says_who(noun) and not self._is_body(name):
            noun = grammar.governing_noun(noun)  # "the mayor of Oslo, Jo Marsh"
        if noun is None or noun.i >= token.i or not says_who(noun):
            return None
        left, _ = phrases.phrase(noun)
        while left.lower_ in english.OPENINGS and left.i < noun.i:
            left = left.nbor(1)
        last = self._reader.tokens(Range(left.idx, name.start - 2))[-1]
        span = range_of(left, last)
        if span.end - span.start > _WIDEST or "\n" in span.of(self._view):
            return None
        return self._role(span, RoleRank.BEFORE, [noun])

    def _before(self, name: Name) -> Role | None:
        """Find "longtime pollster Jo Marsh", "Harlow Bank CEO Jo Marsh", "Sen. Jo Marsh"."""
        first = self._reader.tokens(name.span)[0]
        doc = first.doc
        before = self._reader.tokens(Range(name.start, name.span.start))
        office = list(takewhile(lambda t: not is_courtesy(t), before))  # "Chairman Mr Justice"
        titles = office or [t for t in before if not (is_courtesy(t) or t.is_punct)]  # MR + .
        begin = opening = self._reader.tokens(Range(name.start, name.span.end))[0].i
        nouns: list[Token] = []
        furthest = doc[opening].idx - _WIDEST
        while (
            begin > 0
            and doc[begin - 1].idx >= furthest
            and adjoins(doc[begin - 1], doc[begin])
            and (
                describes(doc[begin - 1], told := bool(nouns or titles)) or (told and self._bracket_before(doc[begin]))
            )
        ):
            if bracket := self._bracket_before(doc[begin]):
                begin = bracket.i
                continue
            new = begin < opening and crosses(doc[begin - 1], doc[begin])
            if new and not is_rank(doc[begin - 1 : opening]) and NEW_PHRASE.decides(doc[begin].idx):
                break
            body = self._body_of(doc[begin - 1]) if told else None
            if body is not None and WHOLE_BODY.decides(body):
                begin = self._reader.tokens(body)[0].i
                continue
            begin -= 1
            if is_role(doc[begin]):
                nouns.insert(0, doc[begin])
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
                or nouns[-1].lower_ in name_words().peoples.words  # "Republican Gov."
            )
        )
        named = nouns + titles if goes_on else nouns or titles
        if not named:
            return None
        span = Range(min(doc[begin].idx, named[0].idx), end_of(named[-1]))
        rank = RoleRank.BEFORE if nouns or span.start < name.start else RoleRank.TITLE
        return self._role(span, rank, nouns + titles)

    def _bracket_before(self, token: Token) -> Token | None:
        """Return what opens a body's letters in brackets before a word: "Norland Democratic Union <(>NDU) leader"."""
        end = token.idx - 1
        found = english.BRACKETED.search(self._view, max(0, end - _LETTERS), end)
        return self._reader.tokens(Range(*found.span()))[0] if found else None

    def _body_of(self, last: Token) -> Range | None:
        """Return a body's name that ends in a word and has small ones in it: "Guild of Dolen Pilots"."""
        names = self._reader.names_in(range_of(last))
        if named := next(
            (n.span for n in names if n.token == last and not BINDING.isdisjoint(n.words) and self._is_body(n)), None
        ):
            return named
        first = last  # "Department of Health Permanent Secretary": one name, as far as the capitals tell
        while first.i and first.is_title and first.nbor(-1).is_title and adjoins(first.nbor(-1), first):
            first = first.nbor(-1)
        kind = first.nbor(-2) if first.is_title and first.i > 1 and first.nbor(-1).lower_ == OF else None
        return range_of(kind, last) if kind is not None and is_kind_of_body(kind) else None

    def _role(self, span: Range, rank: RoleRank, nouns: list[Token]) -> Role | None:
        """Make a role of words that have a noun for one, if they are whole."""
        tokens = without_owner(self._reader.tokens(span))
        while tokens and ends_no_role(tokens[-1]):
            tokens.pop()
        while tokens and (
            grammar.is_determiner(tokens[0]) or tells_no_role(tokens) or english.is_glued(self._view, tokens[0].idx)
        ):
            tokens.pop(0)
        if not tokens or not any(t in nouns for t in tokens) or is_cut(tokens, self._view):
            return None
        while tokens[0].i and is_hyphenated(tokens[0]):  # "far-right activist"
            tokens.insert(0, tokens[0].nbor(-1))
        own = [t for t in nouns if t in tokens]
        if all(map(grammar.is_plural, own)) and rank >= RoleRank.BEFORE and SEVERAL.decides(span):
            return None
        span = range_of(*tokens)
        if tells_nothing(tokens, own[-1]) and NATION.decides(span):
            return None
        known = tuple(whole(t) for t in own if is_role(t))
        return Role(span, rank, known, self._affiliation(span, own), span.of(self._view).casefold())

    def _affiliation(self, span: Range, nouns: list[Token]) -> Range | None:
        """Return the body named in a role, whole; what begins with the role's own noun is none ("Chief Financial")."""
        if singular(nouns[-1]) in source_nouns().unaffiliated:
            return None
        own = [noun.idx for noun in nouns if singular(noun) == noun.lower_]  # "Nurses Federation President" is of them
        bodies = [body for body in self._bodies(span) if body.span.start not in own]
        body = next((n for n in bodies if n.span.start > nouns[-1].idx), None) or next(iter(bodies), None)
        if body is None:
            return None
        whole_names = ((n, self._joined(n.span.end, span.end)) for n in self._reader.names_in(span))
        if joined := next((Range(n.span.start, end) for n, end in whole_names if end and end >= body.span.end), None):
            return joined
        if is_what_for(body, nouns[-1], self._view) and PORTFOLIO.decides(body.span):
            return None
        nation = len(body.words) > 1 and body.words[0] in name_words().peoples.words  # "<Russian> UN ambassador"
        start, end = body.token.idx if nation and body.token.is_upper else body.span.start, body.span.end
        if end - start < _SHORTEST and not body.span.of(self._view).isupper():  # "Ch Insp"
            return None
        kind = english.KIND_BEHIND.match(self._view, end, span.end)  # "Harlow <council>"
        if kind and len(body.words) == 1 and kind[1] in name_words().organizations.words:
            return Range(start, kind.end())
        more = english.GOES_ON.match(self._view, end, span.end)
        while more is not None and self._is_no_title(more.end()):
            end, more = more.end(), english.GOES_ON.match(self._view, more.end(), span.end)
        cut = len(body.words) > 1 and english.JOINED.match(self._view, end, span.end) is not None  # "<Bags> and Hats"
        before = [t for t in self._reader.tokens(Range(span.start, start)) if end_of(t) < start]
        while before and before[-1].text[:1].isupper() and adjoins(before[-1], before[-1].nbor(1)):
            told = is_role(before[-1]) or grammar.is_determiner(before[-1])
            told |= before[-1].lower_ in name_words().peoples.words | name_words().portfolios.words
            if told or grammar.opens_sentence(before[-1]):
                cut = body.words[0] in name_words().organizations.words  # "the Five Sisters <Zoo>"
                if len(body.words) == 1 and (cut or may_open_name(before[-1])):
                    return None
                break
            start = before.pop().idx
        owners = (n for n in bodies if n.possessive and english.OWNS.fullmatch(self._view, n.span.end, start))
        start = next((n.span.start for n in owners), start)
        if (bracket := self._view.find(" (", start, end)) > 0:
            end = bracket
        named = english.OWNED_NAME.match(self._view, end, nouns[-1].idx)  # "<Pan>'s Maze director"
        cut |= named is not None and self._is_no_title(named.end())
        if cut and WHOLE_BODY.decides(span):
            return None
        return Range(start, end)

    def _is_no_title(self, end: int) -> bool:
        token = self._reader.tokens(Range(end - 1, end))[0]
        return not is_role(token) and token.lower_ not in name_words().titles.words | name_words().portfolios.words
