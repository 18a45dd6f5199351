"""The bodies that sources are of: named in a role, led, or only said beside a name or in a description."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import AND, OF, RELATIVE
from quotex.english.names import BINDING, is_state
from quotex.english.people import name_words, source_nouns
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.names import is_people
from quotex.parse.relations import stands_as
from quotex.parse.tokens import end_of, range_of
from quotex.speakers.heads import singular
from quotex.speakers.lists import joins
from quotex.speakers.mentions import MentionReader
from quotex.speakers.role_words import (
    adjoins,
    is_bare_kind,
    is_kind_of_body,
    is_role,
    is_standing,
    is_what_for,
    kinds_of,
    may_be_no_body,
    may_open_name,
    tells_no_body,
)
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

WHOLE_BODY = Rule("speakers.role-of-whole-body", "a body's name in a role is whole")
WHOLE_NAME = Rule("speakers.whole-name", "what may be the rest of a name, or a noun that opens a sentence, is no body")
WHERE_FROM = Rule("speakers.where-from", "what a place stands behind, over a comma, is where somebody is from")
OF_SEVERAL = Rule("speakers.of-several", "what is of two bodies that are joined is of neither alone")
OF_OTHERS = Rule("speakers.of-others", "of whom a body is a member, or a part, is another than the body")
SURE_BODY = Rule(
    "speakers.sure-body", "capitals before an office name a body where they are known for one: its kind, letters"
)
PORTFOLIO = Rule("speakers.portfolio", "what an office is for is no body that somebody is of")

_SHORTEST = 3  # characters of a body: fewer are cut off a rank
_OWN_ENDING = 2  # characters of "'s"
_ENDING = 4  # characters back to who owns what is named: those of a possessive's ending
WIDEST = 160
"""Characters of a role: bounds the search."""


class Affiliations:
    """Finds the bodies that sources of one document are said to be of.

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

    def body_of(self, name: Name) -> Range | None:
        """Return the body that somebody is said to be of, without a role: "Jo Marsh, who leads the Harbour Board".

        Also "Jo Marsh, from the Harbour Board", and "the Harbour Board's Jo Marsh".
        """
        opening = english.LEADS.match(self._view, name.end)
        if opening is not None and not english.PEERS.isdisjoint(name.titles):  # "Lord Marsh of Dolen"
            return None
        if opening is not None:
            kind = english.KIND_BEFORE.match(self._view, opening.end())
            start = kind.end() if kind and kind["kind"] in source_nouns().organization else opening.end()
            names = self._reader.names_in(Range(start, start + 1))
            return next(filter(None, (self._led(n) for n in names if n.start == start)), None)
        if name.possessive:  # "Dolen's Marsh's Garage"
            return None
        before = self._reader.names_in(Range(max(0, name.start - _ENDING), name.start))
        owners = (n for n in before if n.possessive and n.span.end < name.start and self._bodies(n.span))
        return next((n.span for n in owners if english.OWNS.fullmatch(self._view, n.span.end, name.start)), None)

    def _led(self, name: Name) -> Range | None:
        """Return a body's whole name: "of Harlow <and Orrin Police>"; a place, "from Harlow, Norland", is none."""
        if joined := self.joined_end(name.span.end, len(self._view)):
            return Range(name.span.start, joined)
        behind = self._reader.names_in(Range(name.end + 2, name.end + 3))
        set_off = self._view[name.end : name.end + 2] == ", " and any(n.is_place for n in behind)
        named = english.OWNED_WHOLE.match(self._view, name.span.end) if name.possessive else None
        end = named.end() if named else self._kind_end(name, len(self._view))  # "of Pan's <Brewery>"
        span = Range(name.span.start, end)
        return span if self._bodies(name.span) and not (set_off and WHERE_FROM.decides(name.span)) else None

    def kinds(self, name: Name) -> list[str]:
        """Return the nouns that say what a body is: "energy regulator Norlys", "Norlys, a state broadcaster"."""
        return kinds_of(name, self._reader.tokens(Range(max(0, name.start - 2), name.start)))

    def origin(self, span: Range) -> Range | None:
        """Return the body that an unnamed source is said to be of: "an official at the transport ministry"."""
        tokens = self._reader.tokens(span)
        if (clause := next((t for t in tokens[1:] if t.lower_ in RELATIVE), None)) is not None:
            span = Range(span.start, clause.idx)  # "a nurse, whom the Harbour Herald knows"
            tokens = self._reader.tokens(span)
        if any(singular(t) in source_nouns().unaffiliated for t in tokens if grammar.is_noun(t)):
            return None
        bodies = self._bodies(span)
        verbs = (t for t in tokens if grammar.is_full_verb(t) and not stands_as(t, rel.PREMODIFIER))
        seat = next((t for t in tokens if grammar.is_noun(t) and singular(t) in name_words().postnominals.seats), None)
        if bodies and seat is not None and is_what_for(bodies[0], seat, self._view) and PORTFOLIO.decides(span):
            return None  # "The party's Dolen MPs"
        kinds = kinds_of(bodies[0], tokens) if bodies else []  # "Rival chains Norlys and Orrin" are of neither
        if len(bodies) > 1 and joins(self._view, bodies[0], bodies[1]) and OF_SEVERAL.decides(span):
            return None  # "The Norlys and Orrin networks"
        if bodies and not kinds and all(t.idx > bodies[0].start for t in verbs):  # not "hostages held by Hamas"
            return self._of_description(bodies, span, tokens)
        for at in english.ORIGIN.finditer(self._view, *span):
            tokens = self._reader.tokens(Range(at.start(1), span.end))
            noun = next((t for t in tokens if grammar.is_noun(t) and grammar.preposition_of(t) is not None), None)
            state = noun is not None and is_state(self._view[at.start(1) : end_of(noun)])
            if noun is not None and not state and singular(noun) in source_nouns().organization - source_nouns().place:
                return Range(at.start(1), end_of(noun))
        return None

    def _of_description(self, bodies: list[Name], span: Range, tokens: list[Token]) -> Range | None:
        """Return the body, of those in a description, that who is described is of, whole."""
        body = bodies[self._owns(bodies)]
        if joined := self.joined_end(body.span.end, span.end):
            return Range(body.span.start, joined)
        if self._is_of_others(body, span):
            return None
        noun = next((t for t in tokens if grammar.is_common_noun(t) and singular(t) in source_nouns()), tokens[-1])
        first = next((t for t in tokens if not grammar.is_determiner(t)), tokens[0])
        return self._whole_name(body, Range(min(first.idx, body.span.start), span.end), noun, bodies)

    def _owns(self, bodies: list[Name]) -> bool:
        """Whether the first of some bodies has the second: "a spokesman for <Norland Hall's> Department of Ports"."""
        one, other = (bodies * 2)[:2]
        return one.possessive and english.OWNS.fullmatch(self._view, one.span.end, other.span.start) is not None

    def of_role(self, span: Range, nouns: list[Token]) -> Range | None:
        """Return the body named in a role, whole; what begins with the role's own noun is none ("Chief Financial")."""
        if singular(nouns[-1]) in source_nouns().unaffiliated:
            return None
        own = [range_of(noun) for noun in nouns if singular(noun) == noun.lower_]  # not the "Nurses Federation"
        bodies = [b for b in self._bodies(span) if not (any(map(b.span.covers, own)) or self._is_of_others(b, span))]
        bodies = [b for b in bodies if not self._is_work(b, span)]
        body = self._meant(bodies, span, nouns[-1])
        if body is None:
            return None
        whole_names = ((n, self.joined_end(n.span.end, span.end)) for n in self._reader.names_in(span))
        if joined := next((Range(n.span.start, end) for n, end in whole_names if end and end >= body.span.end), None):
            return joined
        noun = next((n for n in nouns if n.idx > body.start), nouns[-1])  # "<Dolen> MP and Ports Secretary"
        if is_what_for(body, noun, self._view) and PORTFOLIO.decides(body.span):
            return None
        return self._whole_name(body, span, noun, bodies)

    def _whole_name(self, body: Name, span: Range, noun: Token, bodies: list[Name]) -> Range | None:
        """Return the whole name of a body in a role, where it is sure to be whole."""
        start, end = self._own_start(body), self._office_start(body, noun)
        if end - start < _SHORTEST and not body.span.of(self._view).isupper():  # "Ch Insp"
            return None
        if end < body.span.end:
            return Range(start, end) if self._view[start:end].isupper() else None
        if (kind := self._kind_end(body, span.end)) > end:
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

    def _meant(self, bodies: list[Name], span: Range, noun: Token) -> Name | None:
        """Return which of the bodies in a role somebody is of, if of any: behind its noun, or before it."""
        body = next((n for n in bodies if n.span.start > noun.idx), None) or next(iter(bodies), None)
        if body is None:
            return None
        two = any(joins(self._view, a, b) and b.span.end < noun.idx for a, b in pairwise(bodies))
        if two and OF_SEVERAL.decides(span):
            return None  # "Norlys and Orrin's lawyer"
        if body.start > noun.idx and singular(noun) in name_words().postnominals.seats and PORTFOLIO.decides(body.span):
            return None  # "MP for <Harlow and Orrin>"
        said_for = english.FOR_BEFORE.search(self._view, span.start, body.span.start)
        field = body.start > noun.idx and body.words[-1] not in name_words().organizations.words
        if said_for or (field and AND in body.words):  # "economist for Norland at <Norlys>"
            at = next((n for n in bodies if english.AT_BEFORE.search(self._view, span.start, n.span.start)), None)
            return at or (None if english.AT.search(self._view, body.span.end, span.end) else body)
        return body

    def _is_work(self, body: Name, span: Range) -> bool:
        """Whether a name is of what somebody wrote or the like: "a Norlys clerk and author of <Tides>"."""
        before = self._reader.tokens(Range(span.start, body.start)) if body.start > span.start else []
        noun = next((a for a, b in reversed([*pairwise(before)]) if is_role(a) and grammar.is_preposition(b)), None)
        return noun is not None and singular(noun) in source_nouns().unaffiliated

    def _is_of_others(self, body: Name, span: Range) -> bool:
        """Whether what is a body's is another: "one of <Norlys>'s members", "<Norlys>'s parent company"."""
        if not body.possessive:
            return False
        owned = [t for t in self._reader.tokens(Range(body.span.end, span.end)) if not grammar.is_possessive_ending(t)]
        nouns = takewhile(lambda t: grammar.is_noun(t) or phrases.is_descriptive(t), owned)
        last = next((t for t in reversed([*nouns]) if t.is_lower), None)
        others = last is not None and (singular(last) in source_nouns().apart or grammar.is_plural(last))
        return others and OF_OTHERS.decides(body.span)

    def _office_start(self, body: Name, noun: Token) -> int:
        """Return where a body's name ends before the words of an office: "<Norlys> Chief Financial Officer"."""
        last, end = body.token, body.span.end
        if end + 1 != noun.idx or body.possessive:
            return end
        while last.idx > body.span.start and last.lower_ in name_words().standings.opening:
            last = last.nbor(-1)
            end = end_of(last)
        return end

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

    def _bodies(self, span: Range) -> list[Name]:
        return [
            n
            for n in self._reader.names_in(span)
            if span.covers(n.span)
            and self._identity(n).is_body
            and not (n.is_place or is_people(n.token) or tells_no_body(n))
            and not english.PLACE_BEFORE.search(self._view, span.start, n.start)
            and not english.PLACE_BEHIND.match(self._view, n.span.end)
            and not (may_be_no_body(n, self._view) and WHOLE_NAME.decides(n.span))
        ]

    def _kind_end(self, body: Name, furthest: int) -> int:
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

    @staticmethod
    def _is_kind(noun: str) -> bool:
        """Whether a noun in small letters says what kind of body one is, and not what it is about: "business"."""
        kinds = name_words().organizations.words & source_nouns().organization
        return noun in kinds and noun not in name_words().portfolios.words

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
