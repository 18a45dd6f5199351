"""What a description tells of a person beside its noun: "the <deputy> chair <of the board>", "the <finance> minister".

Two who are called by one noun are two when what is told of them differs; whom nobody called so is not meant by a noun
that tells of what. Whatever fits any body, or any of its kind, tells nothing: "the <company's> boss".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule
from quotex.contract.rules import Rule
from quotex.english.closed import (
    AND,
    CONTRASTS,
    FOR,
    INDEFINITE,
    JUNCTIONS,
    LEANINGS,
    OF,
    PARTS,
    RELATIVE,
    STATE,
    TO,
    TOWNSHIPS,
    WHOLE,
)
from quotex.english.names import is_party, parties_in
from quotex.english.nations import are_two_nations, nations_beside, nations_in
from quotex.english.people import STEM, fold, folded_words, name_words, source_nouns, without_plural
from quotex.english.roles import ANYBODY, HEADS, PAST
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.parse import relations as rel
from quotex.parse.grammar import is_adjectival, is_proper_noun
from quotex.parse.phrases import is_nominal, phrase
from quotex.parse.relations import dependents, stands_as
from quotex.parse.tokens import range_of
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import Mention, MentionReader
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_ANOTHER = Rule(
    "speakers.of-another", "'the director of a hospital' is nobody whom the article calls head of something else"
)
ANOTHER_BODY = Rule("speakers.another-body", "the Danish firm is no Norwegian one, nor the office of Ms Marsh the UN's")
SO_TOLD = Rule("speakers.so-told", "the ministry in Norland is the one that has that in its name, where one does")
TOLD_APART = Rule("speakers.told-apart", "the lower court is not the Supreme Court")
NO_OFFICE = Rule(
    "speakers.no-office", "'the prime minister' is nobody who is only told to be something else, or of something else"
)
STILL_SO = Rule("speakers.still-so", "'the former mayor' is nobody who is told to be the mayor")
DEPUTY = Rule("speakers.deputy", "the deputy chair is not the chair")
OTHER_PARTY = Rule("speakers.other-party", "'the Tory leader' is nobody whom the article tells to be of another party")

_NAMES = 8
"""Names of a body beside which a nation is looked for: bounds the search."""


class Told(Enum):
    """What the article says of somebody, beside what a description says in some regard."""

    SO = auto()
    """the same"""
    ALIKE = auto()
    """what can be said of one with it: the lawmaker is a senator"""
    SILENT = auto()
    """nothing"""
    OTHERWISE = auto()
    """something else"""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is told beside the noun of a description, as beginnings of words.

    Attributes:
        text: of the article.
        span: of the description.
        noun: of the description.
        before: all in small letters that stands before the noun.
        fields: of the nouns before it, those that not everybody is of: "the <finance> minister".
        names: what stands before it in capitals.
        has_body: it is of a body or place by name, which is more than a nickname: "the <Norlys> chairman".
        complement: what a preposition brings behind it.
        preposition: that one, in small letters.
        is_of_new: the complement is brought in by an article: "the head of a school".
        is_of_named: it has a name in it.
        is_deputy: it is of one who stands below or behind the one whom the noun alone names.
        parts: of a state, or it as a whole, one of which it is told to be of: "the county's court", "the federal one".
        is_former: it is of one who was that once.
        nations: that it names, by their beginnings.
        parties: that it may name, by their numbers.
    """

    text: str
    span: Range
    noun: str = ""
    before: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    has_body: bool = False
    complement: frozenset[str] = frozenset()
    preposition: str = ""
    is_of_new: bool = False
    is_of_named: bool = False
    is_deputy: bool = False
    parts: frozenset[str] = frozenset()
    is_former: bool = False
    nations: frozenset[str] = frozenset()
    parties: frozenset[int] = frozenset()

    def are_untold(self, entity: Entity) -> bool:
        """Whether something stands before the noun that the article does not say of somebody."""
        return bool(self.before) and self.before.isdisjoint(_said_of(entity, self.text))

    def are_another_bodys(self, entity: Entity) -> bool:
        """Whether they tell of another body: of another nation, of what is named behind the noun, or of a part."""
        if entity.is_place:
            return False
        own = _nations_of_body(entity, self.text)
        named = self.is_of_named and self.preposition == OF and bool(self.complement)
        named = named and self.complement.isdisjoint(_said_of(entity, self.text))
        theirs = _whole({*entity.words(self.text)} & (TOWNSHIPS | WHOLE))
        part = bool(self.parts and theirs) and self.parts.isdisjoint(theirs)
        return (are_two_nations(self.nations, own) or named or part) and ANOTHER_BODY.decides(self.span)

    def narrowed(self, entities: Sequence[Entity]) -> Sequence[Entity]:
        """Leave those that the article says it of, where a name tells which one is meant: "the ministry in Norland"."""
        told = self.names | self.complement if self.is_of_named else self.names
        so_told = [e for e in entities if self.noun in e.called and not told.isdisjoint(_said_of(e, self.text))]
        return so_told if so_told and len(so_told) < len(entities) and SO_TOLD.decides(self.span) else entities

    def tell_apart(self, entity: Entity) -> bool:
        """Whether a word tells one of a kind from another, and is not said of a body: "the <lower> court"."""
        return self.are_untold(entity) and bool(self.before & CONTRASTS) and TOLD_APART.decides(self.span)

    def are_anothers(self, entity: Entity, *, behind: bool = False) -> bool:
        """Whether they tell of another than somebody of whom the article says something else, or nothing at all.

        Args:
            entity: that somebody.
            behind: he is named behind the description, which may tell of him what nothing else does.
        """
        if self.nations and entity.is_of_another(self.nations, self.text):
            return True
        if self.parties and self._are_of_another_party(entity) and OTHER_PARTY.decides(self.span):
            return True
        if self._is_still(entity) and STILL_SO.decides(self.span):
            return True
        so_called = [role.words for role in entity.roles if self.noun in role.nouns]  # "the PM" is a minister
        so_called += [each for each in _descriptions(entity, self.text) if self.noun in folded_words(each)]
        other = bool(so_called) and all(_is_deputy(each) != self.is_deputy for each in so_called)
        return (other and DEPUTY.decides(self.span)) or (
            self._are_of_another(entity, behind) and OF_ANOTHER.decides(self.span)
        )

    def noun_of(self, entity: Entity) -> Told:
        """Tell whether somebody is called by the noun, or by what goes with it; a deputy's title goes with none."""
        nouns = entity.nouns.union(*(role.nouns for role in entity.roles))
        if self.noun in nouns:
            return Told.SO
        below = [role.nouns for role in entity.roles if _is_deputy(role.words) and not self.is_deputy]
        if source_nouns().fits_one(self.noun, nouns.difference(*below)):
            return Told.ALIKE
        nothing = ANYBODY | set(source_nouns().family)  # "the mother-of-two" can be a nurse
        return Told.OTHERWISE if any(noun.partition("-")[0] not in nothing for noun in nouns) else Told.SILENT

    def lack(self, entity: Entity) -> bool:
        """Whether an office is of nobody who is told to be something else, and not of that nation or party."""
        if self.noun not in name_words().titles.words:
            return False
        noun = self.noun_of(entity)
        body = entity.origin if noun is Told.SILENT and entity.identity is not None else None
        if body is not None and not is_party(folded_words(body.of(self.text))):
            noun = Told.ALIKE if source_nouns().fits_one(self.noun, HEADS) else Told.OTHERWISE
        theirs = bool(self.names) and not (
            (self.nations or self.parties) and self.names.isdisjoint(_said_of(entity, self.text))
        )
        return noun is Told.OTHERWISE and not theirs and NO_OFFICE.decides(self.span)

    def _is_still(self, entity: Entity) -> bool:
        """Whether they tell of an office that somebody had, of whom the article says that he has it."""
        if self.noun not in name_words().titles.words:
            return False
        so_called = [role for role in entity.roles if self.noun in role.nouns]
        return self.is_former and bool(so_called) and not any(role.is_past for role in so_called)

    def _are_of_another_party(self, entity: Entity) -> bool:
        own = frozenset().union(*map(parties_in, _told(entity, self.text)))
        return bool(own) and own.isdisjoint(self.parties)

    def _are_of_another(self, entity: Entity, behind: bool) -> bool:
        told = self.fields | self.names | self.complement
        if not told or not told.isdisjoint(_said_of(entity, self.text)):
            return False
        own = self._own(entity)
        if entity.identity is None:
            return bool(own)
        if self.is_of_new and not behind:
            return True
        if self.noun in entity.nouns:
            return self._tell_otherwise(entity, own)
        if behind:
            return self.is_of_new and bool(entity.nouns) and all(role.is_bare for role in entity.roles)
        is_seat = self.is_of_named and self.preposition == FOR  # "the member for Ellery"
        return bool(entity.nouns) and bool(self.fields or self.complement) and not is_seat

    def _tell_otherwise(self, entity: Entity, own: frozenset[str]) -> bool:
        """Whether the same is told of both beside the same noun, in other words: of what they are, or of which body."""
        roles = [role.span.of(self.text) for role in entity.roles if self.noun in role.nouns]
        words = [word for role in roles for word in role.split()]
        before = {word for role in roles for word in role.partition(f" {OF} ")[0].split()}  # "<Fire> Chief"
        small = [w for w in words if w.islower() or (w in before and _is_of_work(fold(w)))]
        of_what = not own.isdisjoint(_beginnings(small))
        of_body = not own.isdisjoint(_beginnings(words) - _beginnings(small))
        what = bool(self.fields or self.complement) and not self.is_of_named
        body = self.has_body or self.is_of_named
        return (self.is_of_new and bool(own)) or (what and of_what) or (body and of_body)

    def _own(self, entity: Entity) -> frozenset[str]:
        """Return what is told of somebody beside the same noun."""
        roles = [role for role in entity.roles if self.noun in role.nouns]
        words = {word for role in roles if not role.is_bare for word in folded_words(role.words)}
        words.update(word for role in roles for word in folded_words(role.words) if _is_of_work(word))
        if entity.identity is None and entity.description is not None:
            words.update(folded_words(entity.description.of(self.text)))
        return _beginnings(words - _anybodys() - source_nouns().person)


def particulars(
    text: str, mention: Mention, reader: MentionReader, entity_of: Callable[[Name], Entity | None]
) -> Particulars:
    """Read what a description tells beside its noun."""
    token = mention.token
    if token is None:
        return Particulars(text, mention.span)
    before = [t for t in token.doc[phrase(token)[0].i + 1 : token.i] if t.idx >= mention.span.start]
    compounds = [t for t in dependents(token, rel.COMPOUND) if t in before and t.is_lower and t.lower_ not in LEANINGS]
    complement = _complement(token, mention.span.end)
    plural = any(without_plural(t.lower_) != t.lower_ for t in before)
    is_nickname = plural and mention.noun in source_nouns().of_teams  # "the Magpies boss"
    of = {word for body in _bodies(reader, entity_of, complement) for word in body.fullest.words}
    of.update(fold(t.text) for t in complement[1:] if is_nominal(t) or is_adjectival(t))
    return Particulars(
        text=text,
        span=mention.span,
        noun=mention.noun,
        before=_beginnings(t.lower_ for t in before if t.is_lower and t.is_alpha),
        fields=_beginnings({t.lower_ for t in compounds} - _anybodys() - source_nouns().person),
        names=_beginnings(t.text for t in before if t.text[:1].isupper()),
        has_body=not is_nickname and bool(_bodies(reader, entity_of, before)),
        complement=_beginnings(of - _anybodys() - name_words().peoples.words),  # "of an agency for Danish children"
        preposition=complement[0].lower_ if complement else "",
        is_of_new=bool(complement) and complement[1].lower_ in INDEFINITE,
        is_of_named=any(is_proper_noun(t) and not t.is_lower for t in complement),
        is_deputy=any(t.lower_ in name_words().standings.below for t in [*before, token]),
        parts=_parts(token, before) if mention.noun in source_nouns().named_by_owner else frozenset(),
        is_former=any(PAST.match(f"{t.lower_} ") for t in [phrase(token)[0], *before]),
        nations=nations_in(mention.span.of(text)),
        parties=parties_in(mention.span.of(text)),
    )


def _bodies(
    reader: MentionReader, entity_of: Callable[[Name], Entity | None], tokens: Sequence[Token]
) -> list[Identity]:
    """Return the bodies and places that are named in some words; a nation's people is none."""
    entities = map(entity_of, reader.names_in(range_of(*tokens))) if tokens else ()
    found = [e.identity for e in entities if e is not None and e.identity is not None]
    return [i for i in found if not i.is_person and name_words().peoples.words.isdisjoint(i.fullest.words)]


def _parts(noun: Token, before: Iterable[Token]) -> frozenset[str]:
    """Return of which part of a state something is told to be, or that it is the whole state's.

    What is called state something can be either's: a state police may be a nation's.
    """
    owners = {t.lower_ for t in dependents(noun, rel.POSSESSOR)} & PARTS
    told = {t.lower_ for t in before if t.is_lower and not stands_as(t, rel.POSSESSOR)} & (PARTS | WHOLE)
    return _whole(owners | told | (WHOLE if STATE in told else frozenset()))


def _whole(parts: Set[str]) -> frozenset[str]:
    return frozenset(parts if WHOLE.isdisjoint(parts) else parts | WHOLE)


def _complement(noun: Token, end: int) -> list[Token]:
    """Return what a preposition right behind a noun brings, up to a mark or clause: "the head <of a school>"."""
    behind = noun.doc[noun.i + 1 :]
    tokens = list(takewhile(lambda t: t.idx < end and not t.is_punct and t.lower_ not in RELATIVE, behind))
    return tokens if len(tokens) > 1 and tokens[0].lower_ in JUNCTIONS - {AND, TO} else []


def _said_of(entity: Entity, text: str) -> frozenset[str]:
    """Return the beginnings of the words of a name, and of all that somebody is called."""
    return _beginnings([*entity.words(text), *(word for each in _told(entity, text) for word in folded_words(each))])


def _told(entity: Entity, text: str) -> list[str]:
    bodies = [r.affiliation for r in entity.roles] + [entity.origin]
    return [*_descriptions(entity, text), *(body.of(text) for body in bodies if body)]


def _nations_of_body(entity: Entity, text: str) -> frozenset[str]:
    """Return the beginnings of what names nations in a body's name, beside it, and in what it is called by."""
    places = [name.span for name in entity.identity.names[:_NAMES]] if entity.identity else [entity.name]
    found = [nations_in(place.of(text)) | nations_beside(text, *place) for place in places if place is not None]
    called = (place for place, rule in entity.mentions.items() if rule is MentionRule.NOUN)
    return frozenset().union(*found, *(nations_in(place.of(text)) for place in islice(called, _NAMES)))


def _descriptions(entity: Entity, text: str) -> list[str]:
    described = [entity.description.of(text)] if entity.description is not None else []
    return [role.words for role in entity.roles] + described


def _is_of_work(word: str) -> bool:
    """Whether a folded word before the noun for an office tells what it is for, or of what: "the <fire> chief"."""
    return word in name_words().portfolios.words or word in source_nouns().organization - source_nouns().place


def _is_deputy(description: str) -> bool:
    below = name_words().standings.below
    return any(word.partition("-")[0] in below for word in folded_words(description))


def _beginnings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word)[:STEM] for word in words)


def _anybodys() -> frozenset[str]:
    """Return the words that tell nothing: what anybody's body can be called."""
    nouns = source_nouns()
    return nouns.general | nouns.commercial | nouns.of_places | nouns.bare | JUNCTIONS
