"""The bodies that sources are of: named in a role, led, or only said beside a name or in a description."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import AND, FOR, OF, RELATIVE
from quotex.english.names import BINDING, INNER_CAPITAL, PURPOSE, is_state
from quotex.english.people import name_words, source_nouns
from quotex.naming.body_extents import BodyExtents
from quotex.naming.identity import Identity
from quotex.naming.lists import joins
from quotex.naming.names import Name
from quotex.naming.role_words import (
    is_role,
    is_what_for,
    kinds_of,
    may_be_no_body,
    tells_no_body,
)
from quotex.naming.wholeness import WHOLE_BODY
from quotex.naming.words import singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.names import is_people, is_person
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import end_of, range_of
from quotex.speakers.mentions import MentionReader
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

WHOLE_NAME = Rule("speakers.whole-name", "what may be the rest of a name, or a noun that opens a sentence, is no body")
WHERE_FROM = Rule("speakers.where-from", "what a place stands behind, over a comma, is where somebody is from")
OF_SEVERAL = Rule("speakers.of-several", "what is of two bodies that are joined is of neither alone")
OF_OTHERS = Rule("speakers.of-others", "of whom a body is a member, or a part, is another than the body")
TOPIC = Rule("speakers.topic", "what somebody works on, or to what a state sends him, is no body that he is of")
WORKED_AT = Rule(
    "speakers.worked-at", "what somebody is something at, or founded, is no person, whatever it is taken for"
)
PORTFOLIO = Rule("speakers.portfolio", "what an office is for is no body that somebody is of")

_ENDING = 4  # characters back to who owns what is named: those of a possessive's ending


class Affiliations:
    """Finds the bodies that sources of one document are said to be of.

    Args:
        view: of the article.
        reader: of its sources.
        identity_of: whose name one is.
        extents: of the names of its bodies.
    """

    def __init__(
        self, view: str, reader: MentionReader, identity_of: Callable[[Name], Identity], extents: BodyExtents
    ) -> None:
        self._view = view
        self._reader = reader
        self._identity = identity_of
        self._extents = extents

    def body_of(self, name: Name) -> Range | None:
        """Return the body that somebody is said to be of, without a role: "Jo Marsh, who leads the Harbour Board".

        Also "Jo Marsh, from the Harbour Board", and "the Harbour Board's Jo Marsh".
        """
        opening = english.LEADS.match(self._view, name.end)
        if opening is not None and not english.PEERS.isdisjoint(name.titles):  # "Lord Marsh of Dolen"
            return None
        if opening is not None:
            of = self._reader.tokens(Range(opening.start(), opening.end()))[0]
            accused = governor(grammar.head_noun(name.token), rel.OBJECT)
            if accused is not None and governor(of) == accused and OF_OTHERS.decides(opening.span()):
                return None  # "accused Marsh of Islamophobia"
            at = self._led_at(opening.end())
            return None if at and self._is_where_from(at, name.end) else at
        if name.possessive:  # "Dolen's Marsh's Garage"
            return None
        before = self._reader.names_in(Range(max(0, name.start - _ENDING), name.start))
        owners = (n for n in before if n.possessive and n.span.end < name.start and self._bodies(n.span))
        return next((n.span for n in owners if english.OWNS.fullmatch(self._view, n.span.end, name.start)), None)

    def behind_role(self, end: int) -> Range | None:
        """Return the body that a clause behind a role tells of: "a nurse who works at the Harbour Clinic"."""
        opening = english.WORKS.match(self._view, end)
        return self._led_at(opening.end()) if opening else None

    def _led_at(self, start: int) -> Range | None:
        """Return the body whose name begins at an offset, or behind the noun for its kind there."""
        kind = english.KIND_BEFORE.match(self._view, start)
        start = kind.end() if kind and kind["kind"] in source_nouns().organization else start
        names = self._reader.names_in(Range(start, start + 1))
        return next(filter(None, (self._led(n) for n in names if n.start == start)), None)

    def _is_where_from(self, body: Range, start: int) -> bool:
        """Whether a name behind "from" tells by nothing that it is no place's: "Jo Marsh, from <Long Orrin>"."""
        if english.FROM_BEFORE.search(self._view, start, body.start) is None:
            return False
        words = body.of(self._view).split()
        kinds = name_words().organizations.words | source_nouns().organization - source_nouns().place | BINDING
        made = any(word.isupper() or INNER_CAPITAL.fullmatch(word) for word in words)
        told = made or not kinds.isdisjoint(map(str.lower, words))
        return not told and WHERE_FROM.decides(body)

    def _led(self, name: Name) -> Range | None:
        """Return a body's whole name; a place, "from Harlow, Norland", is none."""
        behind = self._reader.names_in(Range(name.end + 2, name.end + 3))
        set_off = self._view[name.end : name.end + 2] == ", " and any(n.is_place for n in behind)
        found = self._extents.led(name) if self._bodies(name.span) else None
        return found if not (set_off and WHERE_FROM.decides(name.span)) else None

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
        of_one = any(is_role(t) and not grammar.is_plural(t) for t in tokens if kinds and t.idx < bodies[0].start)
        if of_one and not is_person(bodies[0].token):
            kinds = []  # "A spokesman for the chain Norlys"
        if len(bodies) > 1 and joins(self._view, bodies[0], bodies[1]) and OF_SEVERAL.decides(span):
            return None  # "The Norlys and Orrin networks"
        if bodies and not kinds and all(t.idx > bodies[0].start for t in verbs):  # not "hostages held by Hamas"
            return self._of_description(bodies, span, tokens)
        for at in english.ORIGIN.finditer(self._view, *span):
            tokens = self._reader.tokens(Range(at.start(1), span.end))
            noun = next((t for t in tokens if grammar.is_noun(t) and grammar.preposition_of(t) is not None), None)
            state = noun is not None and is_state(self._view[at.start(1) : end_of(noun)])
            if noun is not None and not state and singular(noun) in source_nouns().organization - source_nouns().place:
                field = PURPOSE.match(self._view, end_of(noun), span.end)
                of = singular(noun) in name_words().organizations.of_head or noun.lower_ == english.MINISTRY
                return Range(at.start(1), field.end() if field and of else end_of(noun))
        return None

    def _of_description(self, bodies: list[Name], span: Range, tokens: list[Token]) -> Range | None:
        """Return the body, of those in a description, that who is described is of, whole."""
        body = bodies[self._owns(bodies)]
        if joined := self._extents.joined_end(body.span.end, span.end):
            whole = Range(body.span.start, joined)
            return whole if self._extents.wholeness.is_whole(whole, whole) else None
        if self._is_of_others(body, span):
            return None
        noun = next((t for t in tokens if grammar.is_common_noun(t) and singular(t) in source_nouns()), tokens[-1])
        first = next((t for t in tokens if not grammar.is_determiner(t)), tokens[0])
        return self._extents.whole(body, Range(min(first.idx, body.span.start), span.end), noun, bodies)

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
        bodies = [b for b in bodies if not (self._is_work(b, span) or self._is_of_their_body(b, span))]
        body = self._meant(bodies, span, nouns[-1])
        if body is not None and body.start > nouns[-1].idx and self._are_others(body) and OF_OTHERS.decides(body.span):
            return None
        ends = ((n, self._extents.joined_end(n.span.end, span.end)) for n in self._reader.names_in(span))
        rows = (Range(n.span.start, end) for n, end in ends if end and (not body or end >= body.span.end))
        joined = next(rows, None)
        if joined is not None and body is not None and joined.start > body.span.end:
            of = english.JOINS_WITHIN.fullmatch(self._view, body.span.end, joined.start)
            joined = Range(body.start, joined.end) if of else None  # "Institute for Studies <in War> and Trade"
        if joined is not None and (body is not None or "&" in joined.of(self._view)):
            return joined if self._extents.wholeness.is_whole(joined, joined) else None
        if body is None:
            return None
        noun = next((n for n in nouns if n.idx > body.start), nouns[-1])  # "<Dolen> MP and Ports Secretary"
        known = body.start > noun.idx and self._is_worked_at(body, span)
        if (
            not known and is_what_for(body, noun, self._view) and PORTFOLIO.decides(body.span)
        ):  # "of <Tides> at <Norlys>"
            body = next((n for n in bodies if english.AT_BEFORE.search(self._view, body.span.end, n.span.start)), None)
        found = self._extents.whole(body, span, noun, bodies) if body else None
        of_saint = english.OF_SAINT.match(self._view, found.start) if found else None
        if found and of_saint and of_saint.end() > found.end and WHOLE_BODY.decides(found):
            return Range(*of_saint.span())  # "St Ann's", "St Ann's primary school"
        return found

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
        kinds = name_words().organizations.words  # "Chamber of Tides and Commerce"
        headed = any(word in kinds and small in (OF, FOR) for word, small in pairwise(body.words))
        field = body.start > noun.idx and body.words[-1] not in kinds and not headed
        field = field and english.AT_BEFORE.search(self._view, span.start, body.start) is None
        later = [n for n in bodies if english.AT_BEFORE.search(self._view, body.span.end, n.span.start)]
        if said_for or (field and (later or AND in body.words)):  # "economist for Norland at <Norlys>"
            at = next(iter(later), None)
            return at or (None if english.AT.search(self._view, body.span.end, span.end) else body)
        return body

    def _is_work(self, body: Name, span: Range) -> bool:
        """Whether a name is of what somebody wrote or the like: "a Norlys clerk and author of <Tides>"."""
        before = self._reader.tokens(Range(span.start, body.start)) if body.start > span.start else []
        noun = next((a for a, b in reversed([*pairwise(before)]) if is_role(a) and grammar.is_preposition(b)), None)
        return noun is not None and singular(noun) in source_nouns().unaffiliated

    def _is_of_their_body(self, body: Name, span: Range) -> bool:
        """Whether another body is said to be of this one: "head of a think tank affiliated with <Norlys>"."""
        before = self._reader.tokens(Range(span.start, body.start)) if body.start > span.start else []
        to = next((t for t in reversed(before) if grammar.is_preposition(t)), None)
        told = governor(to) if to is not None else None
        of = governor(told) if told is not None and grammar.is_full_verb(told) else None
        return of is not None and grammar.is_noun(of) and not is_role(of) and OF_OTHERS.decides(body.span)

    @staticmethod
    def _are_others(body: Name) -> bool:
        """Whether those behind a body's name are who somebody is of: "consultant for <Norlys> sellers"."""
        behind = body.token.nbor(1) if body.token.i + 1 < len(body.token.doc) else body.token
        return behind.is_lower and grammar.is_plural(behind) and source_nouns().is_person(singular(behind))

    def _is_of_others(self, body: Name, span: Range) -> bool:
        """Whether what is a body's is another: "one of <Norlys>'s members", "<Norlys>'s parent company"."""
        if not body.possessive:
            return False
        owned = [t for t in self._reader.tokens(Range(body.span.end, span.end)) if not grammar.is_possessive_ending(t)]
        nouns = takewhile(lambda t: grammar.is_noun(t) or phrases.is_descriptive(t), owned)
        last = next((t for t in reversed([*nouns]) if t.is_lower), None)
        others = last is not None and (singular(last) in source_nouns().apart or grammar.is_plural(last))
        return others and OF_OTHERS.decides(body.span)

    def _is_topic(self, name: Name, span: Range) -> bool:
        """Whether a name is of what somebody works on, or of whom states send somebody to: "designer on <Tides>"."""
        on = english.TOPIC_BEFORE.search(self._view, span.start, name.start) is not None
        behind = english.KIND_BEHIND.match(self._view, name.span.end, span.end)  # "a councillor on Harlow council"
        words = {*name.words, behind[1] if behind else ""}
        if on and name_words().organizations.words.isdisjoint(words):
            return True
        return english.STATES_ENVOY.match(self._view, name.start) is not None

    def _is_worked_at(self, name: Name, span: Range) -> bool:
        """Whether a name stands where no person's does: "a partner at <Reed>", "founder of <Open Quay>"."""
        return (
            not (name.titles or name.possessive or self._extents.wholeness.is_noun_behind(name.span.end))
            and english.AT_RIGHT_BEFORE.search(self._view, span.start, name.span.start) is not None
        )

    def _bodies(self, span: Range) -> list[Name]:
        return [
            n
            for n in self._reader.names_in(span)
            if span.covers(n.span)
            and (self._identity(n).is_body or (self._is_worked_at(n, span) and WORKED_AT.decides(n.span)))
            and not (n.is_place or is_people(n.token) or tells_no_body(n))
            and not english.PLACE_BEFORE.search(self._view, span.start, n.start)
            and not self._is_where_from(n.span, span.start)
            and not english.REGION.match(self._view, n.span.start, n.span.end)
            and not english.PLACE_BEHIND.match(self._view, n.span.end)
            and not (self._is_topic(n, span) and TOPIC.decides(n.span))
            and not (may_be_no_body(n, self._view) and WHOLE_NAME.decides(n.span))
        ]
