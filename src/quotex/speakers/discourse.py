"""Who is on the scene at a point of the text: all entities so far, and how each was last mentioned."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.people import Gender
from quotex.naming.identity import Identity
from quotex.speakers.choice import ALWAYS, Features
from quotex.speakers.entities import Entities, Entity
from quotex.speakers.places import Place

NEW_ITEM = Rule("speakers.new-item", "an item of a digest starts anew: who was spoken of before it is not meant in it")
ASIDE = Rule("speakers.aside", "whom a link or the words for a picture name is not on the scene: “Read more: …”")
SUBJECT_STILL = Rule("speakers.subject-still", "who a sentence tells of is so behind “her” in it: Roe hurt her knee")

_MOST = 12
"""How many of a kind are candidates at once, the latest mentioned: what makes a document take linear time."""


@dataclass(slots=True)
class _Seen:
    place: Place
    sentence: int
    number: int = 0
    mentions: int = 0
    speaks: int = 0
    spoke: int = -1
    opening: bool = False
    charged: int = -1
    told: tuple[Place, int] | None = None
    acted: tuple[Place, int] | None = None

    def outside(self, source: Place) -> tuple[Place, int] | None:
        """Return how, and in which sentence, it was mentioned last, what a source is said to say itself aside."""
        within = self.place.reported and source.begins is not None and self.place.offset >= source.begins
        return self.told if within else (self.place, self.sentence)


class Discourse:
    """Entities and how they were mentioned; persons, groups, and bodies with documents are kept apart.

    Args:
        items: where the items of a digest start.
        sources: those that the article names as a source anywhere.
    """

    def __init__(self, items: Iterable[int] = (), sources: Container[Identity | None] = ()) -> None:
        self._sources = sources
        self.entities = Entities()
        self._items = deque(items)
        self._seen: dict[Entity, _Seen] = {}
        self._recent: dict[SpeakerKind, dict[Entity, None]] = {}
        self._sentence = self._mentions = 0
        self._mentions_of: Counter[SpeakerKind] = Counter()
        self._last_speaker: Entity | None = None
        self._answering: Entity | None = None  # a body, since somebody spoke
        self._last_actor: Entity | None = None
        self._asked: int | None = None  # the sentence in which the last speaker did
        self._last_subject: dict[SpeakerKind, Entity] = {}
        self._last_told: dict[SpeakerKind, Entity] = {}
        self._undecided: tuple[int, Sequence[Entity]] = (0, ())

    def advance(self, sentence: int, offset: int) -> None:
        """Go on to a later sentence; past the start of a digest's item, only a name brings back who was met."""
        self._sentence = sentence
        while self._items and self._items[0] <= offset:
            self._items.popleft()
            if NEW_ITEM.decides(offset):
                self._recent.clear()
                self._last_speaker = self._answering = None
                self._last_subject.clear()
                self._last_told.clear()
                self.entities.forget()

    def mention(self, entity: Entity, place: Place, *, speaks: bool = False) -> None:
        """Note that an entity is mentioned, and perhaps speaks."""
        seen = self._seen.get(entity)
        if place.aside and ASIDE.decides(place.offset):
            if seen is not None:
                seen.mentions += 1
            return
        if seen is None:
            seen = self._seen[entity] = _Seen(place, self._sentence)
        theirs = place.modifies and not (place.reported or place.subject)
        if theirs and (last := seen.told) and last[1] == self._sentence and last[0].subject:
            place = last[0] if SUBJECT_STILL.decides(place.offset) else place
        seen.place, seen.sentence = place, self._sentence
        if not place.reported:
            seen.told = place, self._sentence
        if place.charges:
            seen.charged = self._sentence
        seen.mentions += 1
        self._mentions += 1
        self._mentions_of[entity.kind] += 1
        seen.number = self._mentions
        if speaks:
            seen.speaks += 1
            seen.spoke = place.paragraph
        seen.opening |= place.paragraph <= 1
        recent = self._recent.setdefault(entity.kind, {})
        recent.pop(entity, None)
        recent[entity] = None
        if speaks and not place.reported:
            self._undecided = (0, ())
            self._last_speaker = entity
            self._asked = self._sentence if place.asks else None
            self._answering = None
        elif place.answers and not place.reported and entity.kind is SpeakerKind.ORGANIZATION:
            self._answering = entity
        if not place.reported and not place.titled:
            self._last_told[entity.kind] = entity
            if place.subject:
                self._last_subject[entity.kind] = self._last_actor = entity
                seen.acted = place, self._sentence

    def leave_undecided(self, entities: Sequence[Entity]) -> None:
        """Note that one of some speaks, who share a name that does not tell which."""
        self._undecided = (self._mentions, entities)

    def undecided_before(self, entity: Entity | None) -> Sequence[Entity]:
        """Return those of whom one spoke last, if nobody knows which, and the entity was not mentioned since."""
        since, entities = self._undecided
        return entities if entity is None or self.focus(entity) <= since else ()

    def last_told(self, kind: SpeakerKind) -> Iterator[Entity]:
        """Yield the entity of a kind that the article told of last in its own words, after the subject beside it."""
        told, subject = self._last_told.get(kind), self._last_subject.get(kind)
        if told and subject and self._seen[told].sentence == self._seen[subject].sentence:
            told, subject = subject, told
        yield from filter(None, (told, subject))

    def acting(self) -> Entity | None:
        """Return the person of whom the sentence before the one that has been come to tells something."""
        person = self._last_subject.get(SpeakerKind.PERSON)
        return person if person is not None and self._seen[person].sentence >= self._sentence - 1 else None

    def has_asked(self, entity: Entity, *, replies: bool = False) -> bool:
        """Whether an entity has asked something, and nobody has spoken since.

        Of what is no reply, in the sentence that has been come to.
        """
        asked = self._asked is not None if replies else self._asked == self._sentence
        return asked and entity is self._last_speaker

    def has_charged(self, entity: Entity) -> bool:
        """Whether an entity has accused or asked somebody, in this sentence or the one before."""
        seen = self._seen.get(entity)
        return seen is not None and 0 <= seen.charged >= self._sentence - 1

    def recent(self, *kinds: SpeakerKind, fits: Callable[[Entity], bool] = lambda _: True) -> Iterator[Entity]:
        """Yield the entities of these kinds that were mentioned last and fit, a kind after the other, latest first."""
        for kind in kinds:
            for _, entity in zip(range(_MOST), reversed(self._recent.get(kind, {})), strict=False):
                if fits(entity):
                    yield entity

    def features(self, entity: Entity, place: Place, gender: Gender | None = None) -> Features:
        """Describe an entity as a candidate for words at a place."""
        seen = self._seen.get(entity)
        if seen is None or (last := seen.outside(place)) is None:
            return {ALWAYS: 1.0, "new": 1.0}
        at, behind = last[0], self._sentence - last[1]
        identity = entity.identity
        is_subject = entity is self._last_subject.get(entity.kind)
        spoke_last = (self._answering if entity.kind is SpeakerKind.ORGANIZATION else None) or self._last_speaker
        same_paragraph = at.paragraph == place.paragraph
        return {
            ALWAYS: 1.0,
            "distance": min(5.0, log2(1 + behind)),
            "same_paragraph": float(same_paragraph),
            "subject": float(at.subject),
            "object": float(at.object),
            "modifies": float(at.modifies),
            "opening": float(seen.opening),
            "mentions": min(4.0, log2(seen.mentions)),
            "share": seen.mentions / max(1, self._mentions_of[entity.kind]),
            "last": float(entity is next(reversed(self._recent.get(entity.kind, {})), None)),
            "spoke_here": float(seen.spoke == place.paragraph),
            "spoke_last": float(entity is spoke_last),
            "adds": float(entity is self._last_speaker and place.adds),
            "speaks_on": float(entity is self._last_speaker and place.direct),
            "asked": float(entity is self._last_speaker and self._asked is not None),
            "replies": float(entity is self._last_speaker and place.replies),
            "tells": float(entity is place.teller),
            "reported": float(at.reported),
            "named_there": float(identity in place.named),
            "speaks": min(3.0, log2(1 + seen.speaks)),
            "named": float(identity is not None or entity.name is not None),
            "owned": float(entity.is_owned),
            "source": float(identity in self._sources),
            "recognised": identity.recognised if identity is not None else 0.0,
            "one_word": float(identity is not None and len(identity.fullest.words) == 1),
            "agrees": float(gender is not None and entity.gender is gender),
            "last_subject": float(is_subject),
            "told_here": float(is_subject and same_paragraph),
            "place": float(entity.is_place),
            "group": float(entity.kind is SpeakerKind.GROUP or entity.is_called_they),
        }

    def acting_in(self, entity: Entity, place: Place) -> Features:
        """Describe what an entity did where it was last mentioned, as a candidate for words at a place."""
        seen = self._seen.get(entity)
        at = ((seen and seen.outside(place)) or (None,))[0]
        return {
            "last_actor": float(entity is self._last_actor),
            "governs": float(at is not None and at.verb in place.above),
            "main": float(at is not None and at.main),
        }

    def is_overtaken(self, entity: Entity, others: Container[Entity]) -> bool:
        """Whether an entity spoke last, and what is told since is told of one of the others of its kind, not of it."""
        subject = self._last_subject.get(entity.kind, entity)
        if entity is not self._last_speaker or subject is entity or subject not in others:
            return False
        own, since = self._seen[entity].told, self._seen[subject].acted
        if own is None or since is None or not (subject.identity is not None or since[0].answers):
            return False
        return (own[1], own[0].subject) < (since[1], True)

    def has_spoken(self, entity: Entity) -> bool:
        """Whether an entity has spoken."""
        return entity in self._seen and self._seen[entity].speaks > 0

    def last_voice(self) -> Entity | None:
        """Return the person who spoke last, if none was mentioned since."""
        last = self._last_speaker
        latest = next(reversed(self._recent.get(SpeakerKind.PERSON, {})), None)
        return last if last is latest else None

    def focus(self, entity: Entity) -> int:
        """Order entities by how lately they were mentioned."""
        seen = self._seen.get(entity)
        return seen.number if seen else -1
