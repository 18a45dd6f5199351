"""Who is on the scene at a point of the text: all entities so far, and how much each is in focus."""

from __future__ import annotations

from collections.abc import Callable, Collection

from quotex.contract.records import SpeakerKind
from quotex.english.people import Gender
from quotex.speakers.entities import Entities, Entity
from quotex.speakers.salience import Salience

__all__ = ["CLEAR", "Discourse"]

CLEAR = 2.0
"""How many times as salient as the next one a candidate must be to be chosen without doubt."""


class Discourse:
    """Entities and the focus on them; persons, groups, and bodies with documents are kept apart."""

    def __init__(self) -> None:
        self.entities = Entities()
        self._persons: Salience[Entity] = Salience()
        self._groups: Salience[Entity] = Salience()
        self._bodies: Salience[Entity] = Salience()

    def advance(self, sentence: int) -> None:
        """Go on to a later sentence."""
        for focus in (self._persons, self._groups, self._bodies):
            focus.advance(sentence)

    def mention(self, entity: Entity, weight: float) -> None:
        """Bring an entity into focus."""
        self._focus(entity).mention(entity, weight)

    def salience(self, entity: Entity) -> float:
        """Return how much an entity is in focus."""
        return self._focus(entity).weight(entity)

    def person(self, gender: Gender | None, but: Collection[Entity] = ()) -> Entity | None:
        """Return the person in focus that a pronoun of this gender can stand for; learn the gender from it.

        Args:
            gender: of the pronoun.
            but: whom it cannot stand for.
        """

        def fits(entity: Entity) -> bool:
            return entity.gender in (None, gender) and entity not in but

        found = self._persons.best(fits)
        if found is None or found.gender is gender:
            return found
        sure = self._persons.best(lambda a: a.gender is gender and a not in but)
        if sure is not None and self.salience(sure) * CLEAR > self.salience(found):
            return sure
        found.gender = gender
        return found

    def body(self, *, place: bool, fits: Callable[[Entity], bool] = lambda _: True) -> Entity | None:
        """Return the organisation in focus that fits, or the place."""
        return self._bodies.best(lambda a: a.kind is SpeakerKind.ORGANIZATION and a.is_place == place and fits(a))

    def neuter(self) -> Entity | None:
        """Return whom "it" stands for: an organisation or document before a place."""
        body, place = self._bodies.best(lambda a: not a.is_place), self.body(place=True)
        if body is None or place is None:
            return body or place
        return body if self.salience(body) * CLEAR >= self.salience(place) else place

    def bearer(self, gender: Gender | None) -> Entity | None:
        """Return the named person in focus that a noun not used before can stand for.

        A noun that tells the gender ("the mother of three") can be said of anyone it fits, an office ("the
        candidate") only of someone whose office has not been told.
        """
        return self._persons.best(
            lambda a: a.identity is not None and (a.gender in (None, gender) if gender else not a.roles)
        )

    def anyone(self) -> Entity | None:
        """Return the named person in focus."""
        return self._persons.best(lambda a: a.identity is not None)

    def plural(self) -> Entity | None:
        """Return whom "they" stands for: a group in focus, else an organisation."""
        group, body = self._groups.best(lambda a: True), self.body(place=False)
        if group is None or body is None:
            return group or body
        return group if self.salience(group) * CLEAR >= self.salience(body) else body

    def _focus(self, entity: Entity) -> Salience[Entity]:
        if entity.kind is SpeakerKind.PERSON:
            return self._persons
        return self._groups if entity.kind is SpeakerKind.GROUP else self._bodies
