"""Whom pronouns stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import BY, NEUTER, PERSONAL_RELATIVE, THIRD_PLURAL, WHICH
from quotex.english.people import PRONOUN_GENDERS, Gender, source_nouns
from quotex.naming.names import Name
from quotex.naming.words import singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.clauses import verb_above
from quotex.parse.grammar import is_proper_noun
from quotex.parse.names import is_people, is_person
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import TokenIndex, range_of
from quotex.speakers.choice import ALWAYS, Choice, Features, Way, by_name, choose
from quotex.speakers.discourse import Discourse
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import Mention, MentionReader
from quotex.speakers.places import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

AGENT = Rule("speakers.passive-agent", "whom something is done by is not who it is done to")
ASKER = Rule("speakers.asker", "“Kell asked Marsh if it was so, and she said”: who asks does not answer")
ACCUSER = Rule("speakers.accuser", "“Kell accused Marsh of lying. He denied it”: who accuses does not deny")
NUMBER = Rule("speakers.number", "“it says they will close”: who is called it is not called they by himself")
NOT_SEVERAL = Rule("speakers.not-several", "“it” is neither the figures nor the officials, but may be the opposition")
BESIDE = Rule("speakers.beside", "he is not who is named in a clause that he was the subject of")
ONE_OF_TWO = Rule("speakers.one-of-two", "behind a name that may be either's, he is that one, and either too")
GENDER = Rule("speakers.gender", "a pronoun of one gender is nobody of the other")
MISREAD = Rule("speakers.misread", "where a given name alone says that nobody can be meant, it is who has just spoken")
SOMEBODY_ELSE = Rule(
    "speakers.somebody-else", "he, or the mayor, told Marsh, or told of Marsh by name, who is somebody else"
)
RIGHT_BEFORE = Rule("speakers.right-before", "a relative pronoun stands for the name right before it")

_BACK = 60
"""Tokens before a pronoun in which it is looked for as the subject of another clause."""
_LEARNS = 0.75
"""How sure one must be of whom a pronoun stands for to learn the gender from it, or to say so."""


class PronounResolver:
    """Chooses whom the pronouns of one document stand for.

    Args:
        view: of the article.
        tokens: of its parse.
        names: of the article, in text order.
        reader: of its sources.
        discourse: who is on the scene.
        entity_of: whom a name stands for; None: not decided.
        resolve: what chooses for other words than pronouns.

    Attributes:
        told: whom "he" and "she" surely stand for, by their offsets.
    """

    def __init__(
        self,
        view: str,
        tokens: TokenIndex,
        *,
        names: list[Name],
        reader: MentionReader,
        discourse: Discourse,
        entity_of: Callable[[Name], Entity | None],
        resolve: Callable[[Mention], Choice],
    ) -> None:
        self.told: dict[int, Entity] = {}
        self._view = view
        self._names = names
        self._name_ends = [name.end for name in names]
        self._agents = [t for t in tokens if t.lower_ == BY and phrases.opens_clause(t)]
        self._reader = reader
        self._discourse = discourse
        self._of = entity_of
        self._resolve = resolve

    def antecedent(self, pronoun: Token, place: Place) -> Choice:
        """Choose whom a pronoun stands for."""
        word = pronoun.lower_
        if word in PRONOUN_GENDERS:
            return self._person(PRONOUN_GENDERS[word], pronoun, place)
        if word not in THIRD_PLURAL | NEUTER:
            return self._relative(pronoun)
        several = word in THIRD_PLURAL
        kinds = [SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT, SpeakerKind.GROUP]
        kinds = [SpeakerKind.GROUP, SpeakerKind.ORGANIZATION, SpeakerKind.PERSON] if several else kinds

        def fits(entity: Entity) -> bool:
            if entity.identity in place.others and SOMEBODY_ELSE.decides(pronoun.idx):
                return False
            if not several and not self._can_be_it(entity, pronoun):
                return False
            if entity.kind is SpeakerKind.PERSON and not self._is_of_any_gender(entity):
                return False
            otherwise = entity is place.teller and place.told_as in (NEUTER if several else THIRD_PLURAL)
            return not (otherwise and NUMBER.decides(pronoun.idx)) and not self._is_answered(entity, pronoun, place)

        recent = self._discourse.recent(*kinds, fits=fits)
        candidates = sorted(recent, key=self._discourse.focus, reverse=True)
        rows = [(entity, self._features(entity, place, several)) for entity in candidates]
        return choose(Way.OTHER_PRONOUN, rows)

    def _features(self, entity: Entity, place: Place, several: bool) -> Features:
        """Describe a candidate for "it" or "they": what it did, and whether it is one person for "they"."""
        alone = {} if several else {"group": 0.0}  # "the opposition" is "it" no sooner than a body
        return {
            **self._discourse.features(entity, place),
            **self._discourse.acting_in(entity, place),
            "one_person": float(several and entity.kind is SpeakerKind.PERSON),
            **alone,
        }

    def _can_be_it(self, entity: Entity, pronoun: Token) -> bool:
        """Whether "it" can stand for a body, document or group: not for several."""
        is_group = entity.kind is SpeakerKind.GROUP
        one = not entity.is_several(self._view) and (not is_group or entity.noun in source_nouns().acting_as_one)
        return one if one is is_group and NOT_SEVERAL.decides(pronoun.idx) else not is_group

    def _is_of_any_gender(self, entity: Entity) -> bool:
        """Whether an entity is a person called they, or of whom no more is known than that it has spoken."""
        known = entity.identity is not None or entity.name is not None or entity.gender is not None
        return entity.is_called_they or (not known and self._discourse.has_spoken(entity))

    def _person(self, gender: Gender, pronoun: Token, place: Place) -> Choice:
        """Choose whom "he" or "she" stands for; learn the gender from it."""
        agents = list(self._agents_before(pronoun))
        beside = list(self._named_beside(pronoun))

        def fits(entity: Entity) -> bool:
            clash = entity.gender not in (None, gender) and GENDER.decides(pronoun.idx)
            mute = entity.kind is SpeakerKind.UNKNOWN and not self._discourse.has_spoken(entity)
            if entity.identity in place.others and SOMEBODY_ELSE.decides(pronoun.idx):
                return False
            if self._is_answered(entity, pronoun, place) or (entity in beside and BESIDE.decides(pronoun.idx)):
                return False
            return not (clash or mute or (entity in agents and AGENT.decides(pronoun.idx)))

        fitting = self._discourse.recent(SpeakerKind.PERSON, SpeakerKind.UNKNOWN, fits=fits)
        candidates = sorted(fitting, key=self._discourse.focus, reverse=True)
        if not candidates and (last := self._misread()) is not None and MISREAD.decides(pronoun.idx):
            candidates = [last]
        named = [entity for entity in candidates if entity.identity is not None]
        rows: list[tuple[Entity, Features]] = []
        for entity in candidates:
            told = {**self._discourse.features(entity, place, gender), "only": float([entity] == named)}
            told["overtaken"] = float(self._discourse.is_overtaken(entity, candidates))
            if entity.identity is None and self._discourse.has_spoken(entity):  # as a name that is a source's anywhere
                told["source"] = 1.0
            rows.append((entity, told))
        choice = choose(Way.PRONOUN, rows)
        one_of = [entity for entity in self._discourse.undecided_before(choice.chosen) if fits(entity)]
        if one_of and ONE_OF_TWO.decides(pronoun.idx):
            sure = [(entity, {ALWAYS: 1.0, "only": 1.0}) for entity in one_of] if len(one_of) == 1 else []
            choice = choose(Way.PRONOUN, sure, least=0.0)
        if choice.chosen is not None and choice.confidence > _LEARNS and stands_as(pronoun, rel.SUBJECT):
            choice.chosen.gender = choice.chosen.gender or gender
            self.told[pronoun.idx] = choice.chosen
        return choice

    def _misread(self) -> Entity | None:
        """Return who has just spoken, if only a given name tells of what gender: "said Noor Marsh. He told us"."""
        last = self._discourse.last_voice()
        identity = last.identity if last is not None else None
        by_name = identity is not None and identity.titled is None and last not in self.told.values()
        return last if by_name else None

    def _is_answered(self, entity: Entity, pronoun: Token, place: Place) -> bool:
        """Whether an entity has asked or accused whoever a pronoun stands for."""
        if self._discourse.has_asked(entity, replies=place.replies) and ASKER.decides(pronoun.idx):
            return True
        return place.denies and self._discourse.has_charged(entity) and ACCUSER.decides(pronoun.idx)

    def _agents_before(self, pronoun: Token) -> Iterator[Entity]:
        """Yield whom a pronoun cannot stand for: those by whom what its sentence opens with is done.

        "Asked by Marsh when she had left, she said": neither is Marsh.
        """
        for i in range(bisect_left(self._agents, pronoun.i, key=lambda by: by.i) - 1, -1, -1):
            by = self._agents[i]
            if grammar.sentence_of(by) != grammar.sentence_of(pronoun):
                break
            last = phrases.phrase(by)[1]
            names = self._reader.names_in(range_of(by, last))
            yield from (entity for name in names if (entity := self._of(name)) is not None)

    def _named_beside(self, pronoun: Token) -> Iterator[Entity]:
        """Yield whom a pronoun cannot stand for: those named in a clause whose subject it was, in its sentence.

        "Asked if he would take money from Marsh, he said": he is not Marsh.
        """
        sentence = grammar.sentence_of(pronoun)
        for earlier in sentence[max(0, pronoun.i - sentence.start - _BACK) : pronoun.i - sentence.start]:
            verb = governor(earlier, rel.SUBJECT) if earlier.lower_ == pronoun.lower_ else None
            if verb is None:
                continue
            names = self._reader.names_in(range_of(earlier, pronoun))
            beside = (name for name in names if verb_above(name.token) == verb)
            yield from (entity for name in beside if (entity := self._of(name)) is not None)

    def _relative(self, pronoun: Token) -> Choice:
        """Choose whom a relative pronoun stands for: the name right before it, else the noun its clause hangs on."""
        personal, impersonal = pronoun.lower_ == PERSONAL_RELATIVE, pronoun.lower_ == WHICH
        i = bisect_right(self._name_ends, pronoun.idx) - 1
        if i >= 0 and self._view[self._name_ends[i] : pronoun.idx].strip(" ,()–—-―") == "":
            entity = self._of(self._names[i])
            person = entity is not None and entity.kind is SpeakerKind.PERSON
            is_it = not person if impersonal else person or not personal
            if entity is not None and is_it and RIGHT_BEFORE.decides(pronoun.idx):
                return by_name(entity)
        nouns = phrases.relative_antecedents(pronoun)
        fits = {PERSONAL_RELATIVE: _is_personal, WHICH: _is_no_person}.get(pronoun.lower_, lambda _: True)
        noun = next(filter(fits, nouns), nouns[-1] if nouns else None)
        if noun is None or (impersonal and is_person(noun)):
            return Choice(Way.OTHER_PRONOUN, ())
        return self._resolve(self._reader.read(range_of(phrases.phrase(noun)[0], noun)))


def _is_personal(token: Token) -> bool:
    return is_person(token) or is_people(token) or singular(token) in source_nouns().person | source_nouns().group


def _is_no_person(token: Token) -> bool:
    noun = singular(token)
    return (
        not is_person(token) and (is_proper_noun(token) or noun in source_nouns()) and noun not in source_nouns().person
    )
