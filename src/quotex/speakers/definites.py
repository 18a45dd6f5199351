"""Whom a definite description points back to: "the senator", "the bank", "the 31-year-old"."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule, SpeakerKind, Stance
from quotex.contract.rules import Rule
from quotex.english.closed import FIRST, FORMER, FURTHER, LATTER, LOCAL
from quotex.english.names import BINDING, COMPANY, PARTY, is_party
from quotex.english.people import (
    STEM,
    Gender,
    fold,
    folded_words,
    name_words,
    source_nouns,
)
from quotex.english.roles import AGE, AGED, GRAND
from quotex.naming.names import Name
from quotex.parse import relations as rel
from quotex.parse.clauses import subjects_over
from quotex.parse.grammar import is_adjectival, is_determiner, sentence_of
from quotex.parse.phrases import phrase, premodifiers
from quotex.parse.relations import dependents
from quotex.parse.tokens import end_of, range_of
from quotex.quotes.cues import cue_lexicon
from quotex.speakers.choice import ALWAYS, Choice, Features, Way, choose
from quotex.speakers.discourse import Discourse
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import Mention, MentionReader, mention_of
from quotex.speakers.particulars import particulars
from quotex.speakers.places import Place
from quotex.speakers.pronouns import SOMEBODY_ELSE
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLS_OF = Rule("speakers.tells-of", "whom one tells of by a description is not who tells it: 'my doctor told me'")
SUBJECT_OVER = Rule(
    "speakers.subject-over", "“Marsh met the mayor”, “Marsh said the mayor had left”: the mayor is somebody else"
)
BROUGHT_IN = Rule("speakers.brought-in", "who was brought in without speaking is who is pointed back to")
AGE_TOLD = Rule("speakers.age-told", "who is called by an age is the one whose age was told")
OTHER_AGE = Rule("speakers.other-age", "who is called by an age is nobody who is told to be of another")
FIRST_OF_SEVERAL = Rule("speakers.first-of-several", "“the first diplomat” is none who was brought in as another")
PARENT = Rule("speakers.parent", "“the mother of two” is who was told of last, as “she” is")
KNOWN_FOR = Rule(
    "speakers.known-for", "'the driver' is nobody with a name who was not called so; 'the president' can be"
)
OWNED_KIND = Rule("speakers.owned-kind", "a body named by its kind is called by that: no campaign is an agency")
SO_CALLED = Rule(
    "speakers.so-called", "the prime minister is who was called so, where somebody was, not one who was not"
)
NO_SEVERAL = Rule("speakers.no-several", "'the party' is none of 'the parties' that spoke before, nor all of them")
OTHER_KIND = Rule(
    "speakers.other-kind", "what is told to be of one kind is called by no noun for another: no club is 'the league'"
)
MEDIA = Rule("speakers.media", "who publishes or broadcasts is called so: a newspaper is told things by 'the firm'")
LAST_NEWSPAPER = Rule("speakers.last-newspaper", "'the paper' is the newspaper that was last told of")
OF_TELLER = Rule("speakers.of-teller", "an envoy who tells of 'the country' tells of his own")
LOST_ARTICLE = Rule("speakers.lost-article", "who is told of in a text that lost its articles is called by what he is")
OF_PAIR = Rule("speakers.of-pair", "the former is the first of the two who were named last, the latter the second")

_PAIR = (FORMER, LATTER)
_BACK = 3
"""Sentences back to who were named together: "The former said no. The latter said yes"."""
_OPENING = 2
"""Words of a description that can say that it is of one more: "a second diplomat"."""
_OF_AGE = 0.3
"""How likely a person has to be for "the 31-year-old" where no age was told: somebody was named just before."""


class DefiniteResolver:
    """Chooses among those who were called so, or can be.

    Args:
        text: of the article.
        reader: of its sources.
        discourse: who is on the scene.
        entity_of: whom a name stands for; None: not decided.
        described: what makes the entity of somebody who is only described.
    """

    def __init__(
        self,
        text: str,
        reader: MentionReader,
        discourse: Discourse,
        *,
        entity_of: Callable[[Name], Entity | None],
        described: Callable[[Mention, SpeakerKind], Entity],
    ) -> None:
        self._text = text
        self._reader = reader
        self._discourse = discourse
        self._of = entity_of
        self._described = described

    def known(self, mention: Mention, kind: SpeakerKind, place: Place) -> Choice:
        """Choose whom "the senator" or "the bank" points back to: one called so, or that can be."""
        noun = mention.noun
        is_person = kind is SpeakerKind.PERSON
        gender = source_nouns().noun_gender(noun) if is_person else None
        goes_on = mention.token is not None and self._goes_on(mention, end_of(mention.token))
        called = self._called(mention, gender) if is_person else self._bodies_called(mention)
        if is_person and (first := self._first(mention, called)) is not None:
            return choose(Way.NOUN, [(first, {ALWAYS: 1.0, "called": 1.0})], least=0.0)
        others = self._persons(gender) if is_person else self._bodies(mention, kind, goes_on)
        anyone = self._tells_who(mention, goes_on)
        told = particulars(self._text, mention, self._reader, self._of)
        rows: list[tuple[Entity, Features]] = []
        candidates = list(dict.fromkeys([*called, *others]))
        if mention.noun not in source_nouns().issued and place.teller in candidates and TELLS_OF.decides(mention.span):
            candidates = [e for e in candidates if e is not place.teller]
        if is_person:
            named = [e for e in candidates if e.identity in place.others and SOMEBODY_ELSE.decides(mention.span)]
            over = [e for e in self._subjects_over(mention) if e in candidates and SUBJECT_OVER.decides(mention.span)]
            candidates = [e for e in candidates if e not in named + over]
            candidates = [e for e in candidates if not told.are_anothers(e)]
            candidates = self._so_called(mention, called, candidates)
            strange = [e for e in candidates if not (anyone or e in called) and _is_strange(noun, e)]
            candidates = [e for e in candidates if not (e in strange and KNOWN_FOR.decides(mention.span))]
        else:
            candidates = list(told.narrowed([e for e in candidates if not told.tell_apart(e)]))
        if (one := self._told_of(mention, candidates) or _of_teller(mention, candidates, place)) is not None:
            return choose(Way.BODY_NOUN, [(one, self._discourse.features(one, place))], least=0.0)
        for entity in candidates:
            features = {
                "complement": float(goes_on),
                "called": float(entity in called),
                **_likeness(noun, entity),
                "specified": float(told.are_untold(entity)),
                "head": float(not is_person and noun == entity.words(self._text)[-1]),
                "only": float(len(candidates) == 1),
            }
            if is_person:
                features["unnamed"] = float(noun in source_nouns().unnamed and entity.identity is not None)
            rows.append((entity, {**self._discourse.features(entity, place, gender), **features}))
        choice = choose(Way.NOUN if is_person else Way.BODY_NOUN, rows)
        chosen = choice.chosen
        if chosen is None or (is_person and chosen in called):
            return choice
        another = told.lack(chosen) if is_person else told.are_another_bodys(chosen)
        return replace(choice, chosen=None) if another else choice

    def _subjects_over(self, mention: Mention) -> Iterator[Entity]:
        """Yield those by name who do, or say, what the words for somebody stand in: "<Marsh> praised the striker"."""
        for subject in subjects_over(mention.token, _asserts) if mention.token is not None else ():
            yield from filter(None, map(self._of, self._reader.names_in(range_of(subject))))

    def _goes_on(self, mention: Mention, end: int) -> bool:
        """Whether more than an age stands behind the noun: "the actress, 34"."""
        whole = mention_of(mention, self._text).end
        age = AGE.match(self._text, end)
        return whole > (age.end() if age else end)

    def _so_called(self, mention: Mention, called: list[Entity], candidates: list[Entity]) -> list[Entity]:
        """Leave out who was not called so, where somebody with a name was."""
        so_called = [e for e in candidates if e in called or mention.noun in e.nouns]
        told = any(e.identity for e in so_called) and mention.noun in source_nouns().person | name_words().titles.words
        return (
            so_called if told and len(so_called) < len(candidates) and SO_CALLED.decides(mention.span) else candidates
        )

    def of_age(self, aged: re.Match[str], where: Range, place: Place) -> Choice:
        """Choose whom "the 31-year-old" stands for: whose age was told so, else a named person if no noun follows."""
        told = self._discourse.entities.latest(aged[1])
        if told and AGE_TOLD.decides(where):
            return choose(Way.NOUN, [(told[0], {ALWAYS: 1.0, "aged": 1.0})], least=0.0)
        if aged[2]:
            return Choice(Way.NOUN, ())
        named = self._discourse.recent(SpeakerKind.PERSON, fits=lambda e: e.identity is not None)
        rows = [(e, {**self._discourse.features(e, place), "aged": 1.0}) for e in named]
        choice = choose(Way.PRONOUN, rows, least=_OF_AGE)
        other = choice.chosen is not None and any(map(AGED.fullmatch, choice.chosen.called | choice.chosen.nouns))
        return replace(choice, chosen=None) if other and OTHER_AGE.decides(where) else choice

    def of_pair(self, mention: Mention) -> Entity | None:
        """Return who of those named last "the former" or "the latter" is; None: they are not two, or not of a kind."""
        token, noun = mention.token, mention.noun
        if token is None or noun not in _PAIR or token.lower_ != noun:
            return None
        end = token.idx
        for _ in range(_BACK):
            sentence = sentence_of(token)
            names = self._reader.names_in(Range(sentence.start_char, end))
            named = list(dict.fromkeys(e for name in names if (e := self._of(name)) is not None))
            if named:
                alike = len(named) > 1 and len({e.kind for e in named}) == 1
                fits = alike and (noun == LATTER or len(named) == len(_PAIR))
                return named[-_PAIR.index(noun)] if fits and OF_PAIR.decides(mention.span) else None
            if sentence.start == 0:
                break
            token, end = token.doc[sentence.start - 1], sentence.start_char
        return None

    def of_children(self, mention: Mention, parent: str, place: Place) -> Choice:
        """Choose whom "the mother of two" stands for: whoever is called so, else whom "she" would."""
        gender = source_nouns().noun_gender(parent.removeprefix(GRAND))
        known = [e for e in self._discourse.recent(SpeakerKind.PERSON) if e.gender in (None, gender)]
        called = self._discourse.entities.latest(parent)
        strangers = (noun for noun in source_nouns().person if source_nouns().noun_gender(noun) is gender)
        if not called and any(mention.token and self._reader.introduction(noun, mention.token) for noun in strangers):
            return Choice(Way.PRONOUN, ())  # "A woman was held. The mother of two said"
        rows = [(e, self._discourse.features(e, place, gender)) for e in known if e in called or not called]
        return choose(Way.PRONOUN, rows) if PARENT.decides(mention.span) else Choice(Way.PRONOUN, ())

    def _called(self, mention: Mention, gender: Gender | None) -> list[Entity]:
        """Return the persons that a noun was used of, one just brought in by it first."""
        called = self._discourse.entities.latest(mention.noun)
        if mention.noun in source_nouns().unnamed and (new := self._introduced(mention, called[0] if called else None)):
            called = [new, *called]
        return [e for e in called if e.kind is SpeakerKind.PERSON and gender in (None, e.gender or gender)]

    def _first(self, mention: Mention, called: Sequence[Entity]) -> Entity | None:
        """Return whom "the first diplomat" stands for where one was called so before another was brought in."""
        told = premodifiers(mention.token) if mention.token is not None else ()
        if not (any(t.lower_ == FIRST for t in told) and any(map(self._is_further, called))):
            return None
        one = next((e for e in reversed(called) if e.identity is None and not self._is_further(e)), None)
        return one if one is not None and FIRST_OF_SEVERAL.decides(mention.span) else None

    def _is_further(self, entity: Entity) -> bool:
        """Whether somebody was brought in as one more: "another diplomat", "a second one"."""
        told = folded_words(entity.description.of(self._text)) if entity.description is not None else []
        return not FURTHER.isdisjoint(told[:_OPENING])

    def _persons(self, gender: Gender | None) -> Iterable[Entity]:
        """Yield the persons with a name, whom a noun can mean though it was not used of them."""

        def fits(entity: Entity) -> bool:
            return entity.identity is not None and entity.gender in (None, gender or entity.gender)

        return self._discourse.recent(SpeakerKind.PERSON, fits=fits)

    def _tells_who(self, mention: Mention, goes_on: bool) -> bool:
        """Whether a description can be of one who was not called so: "the president", "the Norlys boss"."""
        if goes_on or mention.token is None:
            return False
        nouns, first = source_nouns(), phrase(mention.token)[0]
        lost = not is_determiner(first) and mention.noun not in nouns.unnamed | name_words().titles.words
        if lost and not any(noun.endswith(mention.noun) for noun in nouns.organization):  # "rator" of "The operator"
            return LOST_ARTICLE.decides(mention.span)
        before = mention.token.doc[first.i + 1 : mention.token.i]
        telling = [t for t in before if t.lower_ not in LOCAL]
        known_for = mention.noun in nouns.known_for and len(telling) == len(before)
        return known_for or any(t.text[:1].isupper() or is_adjectival(t) for t in telling)

    def _bodies_called(self, mention: Mention) -> list[Entity]:
        called = [e for e in self._discourse.entities.latest(mention.noun) if self._is_told_alike(mention, e)]
        return [
            e for e in called if mention.plural or not (e.is_several(self._text) and NO_SEVERAL.decides(mention.span))
        ]

    def _bodies(self, mention: Mention, kind: SpeakerKind, goes_on: bool) -> Iterator[Entity]:
        """Yield the bodies, groups or documents that a noun can mean though it was not used of them."""
        if not (goes_on or kind is SpeakerKind.UNKNOWN):
            yield from self._discourse.recent(kind, fits=lambda e: self._can_be(mention, e))
        if mention.noun in source_nouns().issued:
            yield from self._discourse.recent(SpeakerKind.ORGANIZATION, fits=lambda e: not e.is_place)

    def _told_of(self, mention: Mention, candidates: Container[Entity | None]) -> Entity | None:
        """Return the newspaper that was last told of, where a noun can only mean that."""
        nouns = source_nouns()
        if mention.noun not in nouns.newspaper:
            return None
        told = self._discourse.last_told(SpeakerKind.ORGANIZATION)
        last = next((e for e in told if e in candidates and e.words(self._text)[-1] in nouns.newspapers), None)
        return last if last is not None and LAST_NEWSPAPER.decides(mention.span) else None

    def _can_be(self, mention: Mention, entity: Entity) -> bool:
        """Whether a body's name lets it be "the ministry", or "the bank"."""
        nouns, noun = source_nouns(), mention.noun
        if entity.is_place:
            return noun in nouns.of_places or noun not in nouns.organization
        words = entity.words(self._text)
        if noun in words or any(noun in alike and alike & set(words) for alike in nouns.alike):
            return self._is_told_alike(mention, entity)
        kind = _kind_of_body(words)
        kinds = {kind, *entity.nouns, *entity.called & (nouns.no_companies | nouns.commercial)}
        kinds |= {COMPANY} if words[-1] in nouns.trading else {PARTY} if is_party(words) else set()
        fits = nouns.fits_body(noun, kinds - nouns.place) and not (
            noun in nouns.of_no_state and kind in nouns.of_states
        )
        if not fits and OTHER_KIND.decides(mention.span):
            return False
        publishes = words[-1] in nouns.newspapers | name_words().credits.words
        publishes |= not (nouns.media.isdisjoint(words) and nouns.newspaper.isdisjoint(entity.nouns))
        if publishes and noun not in nouns.of_media and MEDIA.decides(mention.span):
            return False
        if entity.identity is None and words[-1] in nouns.named_by_owner and OWNED_KIND.decides(mention.span):
            return False
        if noun in nouns.commercial:
            others = (nouns.organization | nouns.house) - nouns.commercial - nouns.general
            described = entity.identity is None and kind in others
            return not described and kind not in nouns.strict | nouns.named_by_owner
        strict = noun in nouns.strict | nouns.house
        return not strict and (noun in nouns.general or kind not in nouns.organization)

    def _is_told_alike(self, mention: Mention, entity: Entity) -> bool:
        """Whether what stands before a noun is in a body's name: "the <finance> ministry"."""
        told = [fold(t.text)[:STEM] for t in dependents(mention.token, rel.COMPOUND)] if mention.token else []
        words = entity.words(self._text)
        return mention.noun not in words or all(any(w.startswith(stem) for w in words) for stem in told)

    def _introduced(self, mention: Mention, called: Entity | None) -> Entity | None:
        """Return one brought in without speaking: "A senior official was less guarded … the official said"."""
        assert mention.token is not None
        token = self._reader.introduction(mention.noun, mention.token)
        since = max((place.start for place in called.mentions), default=-1) if called else -1
        if token is None or phrase(token)[0].idx <= since or not BROUGHT_IN.decides(mention.span):
            return None
        span = self._reader.phrase(token)
        entity = self._described(self._reader.read(span), SpeakerKind.PERSON)
        entity.mentions.setdefault(entity.description or span, MentionRule.DESCRIPTION)
        return entity


def _asserts(verb: Token) -> bool:
    """Whether somebody says something by a verb."""
    return cue_lexicon().verbs.get(verb.lower_) is Stance.ASSERTS


def _of_teller(mention: Mention, candidates: Sequence[Entity], place: Place) -> Entity | None:
    """Return the body that who tells of it is of: "Norland's envoy said <the country> …"."""
    own = [entity for entity in candidates if entity in place.told_for and entity.kind is not SpeakerKind.PERSON]
    own = [entity for entity in own if not (entity.is_place and mention.noun in source_nouns().strict)]
    return own[0] if len(own) == 1 and OF_TELLER.decides(mention.span) else None


def _kind_of_body(words: Sequence[str]) -> str:
    """Return the noun in a body's name that says what it is: "Tarn <Bank>", "<Ministry> of Labour"."""
    behind = next((i for i, word in enumerate(words) if i and word in BINDING), len(words))
    return words[behind - 1] if words[behind - 1] in source_nouns().organization else words[-1]


def _is_strange(noun: str, entity: Entity) -> bool:
    """Whether somebody was never called so, nor anything that a noun goes with."""
    return not (noun in entity.nouns or source_nouns().fits_one(noun, entity.nouns))


def _likeness(noun: str, entity: Entity) -> Features:
    """Say how a noun goes with those that the article has for somebody: the same, one that fits them, or another."""
    nouns = source_nouns()
    own = entity.nouns if entity.kind is SpeakerKind.PERSON else entity.nouns & nouns.organization
    told = noun in own
    fits = nouns.fits_one(noun, own) or (noun in nouns.commercial and not own.isdisjoint(nouns.commercial))
    return {
        "told": float(told),
        "fits": float(fits and not told),
        "other_role": float(bool(own) and not (fits or told)),
    }
