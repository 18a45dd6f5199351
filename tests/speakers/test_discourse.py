"""What an entity's mentions say for it as the one that words stand for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.contract.records import SpeakerKind
from quotex.english.people import Gender
from quotex.naming.identity import Identity
from quotex.speakers.choice import ALWAYS, Choice, Way, choose, least_of, raised
from quotex.speakers.discourse import Discourse
from quotex.speakers.entities import Entity
from quotex.speakers.places import Place
from quotex.text import Range

HERE = Place(2)
PLAIN = Entity(SpeakerKind.PERSON)


def told(entity: Entity, place: Place = HERE, *, speaks: bool = False, gender: Gender | None = None) -> set[str]:
    """Return the features of an entity that is mentioned so, and no feature of one that is mentioned plainly."""
    features = []
    for one, how, said in ((PLAIN, HERE, False), (entity, place, speaks)):
        discourse = Discourse()
        discourse.advance(5, 100)
        discourse.mention(one, how, speaks=said)
        features.append(discourse.features(one, HERE, gender))
    plain, other = features
    return {name if other[name] else f"no {name}" for name in plain if plain[name] != other[name]}


@pytest.mark.parametrize(
    ("entity", "features"),
    [
        (PLAIN, set()),
        (Entity(SpeakerKind.PERSON, name=Range(0, 4)), {"named"}),
        (Entity(SpeakerKind.PERSON, is_place=True), {"place"}),
        (Entity(SpeakerKind.GROUP), {"group"}),
    ],
)
def test_what_an_entity_is(entity: Entity, features: set[str]) -> None:
    assert told(entity) == features


@pytest.mark.parametrize(
    ("place", "features"),
    [
        (replace(HERE, subject=True), {"subject", "last_subject", "told_here"}),
        (replace(HERE, object=True), {"object"}),
        (Place(1), {"no same_paragraph", "opening"}),
        (Place(3), {"no same_paragraph"}),
    ],
)
def test_how_it_was_mentioned(place: Place, features: set[str]) -> None:
    assert told(PLAIN, place) == features


def test_who_speaks_and_is_of_the_gender_asked_for() -> None:
    assert told(PLAIN, speaks=True) == {"speaks", "spoke_here", "spoke_last"}
    assert told(PLAIN, replace(HERE, reported=True), speaks=True) == {"reported", "speaks", "spoke_here"}
    assert told(Entity(SpeakerKind.PERSON, gender=Gender.FEMALE), gender=Gender.FEMALE) == {"agrees"}
    assert told(Entity(SpeakerKind.PERSON, gender=Gender.MALE), gender=Gender.FEMALE) == set()


def test_who_spoke_last_is_who_adds_and_speaks_on() -> None:
    discourse, speaker, other = Discourse(), Entity(SpeakerKind.PERSON), Entity(SpeakerKind.PERSON)
    discourse.advance(1, 0)
    discourse.mention(other, HERE)
    discourse.mention(speaker, HERE, speaks=True)
    for place, expected in ((replace(HERE, adds=True, direct=True), 1.0), (HERE, 0.0)):
        found = discourse.features(speaker, place)
        assert (found["adds"], found["speaks_on"]) == (expected, expected)
        found = discourse.features(other, place)
        assert (found["adds"], found["speaks_on"]) == (0.0, 0.0)


def _named() -> Entity:
    return Entity(SpeakerKind.PERSON, Identity(0, is_person=True))


def test_who_spoke_last_is_overtaken_by_whom_the_article_tells_of_since() -> None:
    discourse, speaker, other = Discourse(), _named(), _named()
    both, subject = [speaker, other], replace(HERE, subject=True)
    discourse.advance(1, 0)
    discourse.mention(other, HERE)
    discourse.mention(speaker, subject, speaks=True)
    assert not discourse.is_overtaken(speaker, both)
    discourse.mention(other, subject)
    assert not discourse.is_overtaken(speaker, both)  # its sentence tells of the one who spoke, too
    discourse.advance(2, 20)
    discourse.mention(other, subject)
    discourse.mention(speaker, replace(HERE, object=True))
    assert discourse.is_overtaken(speaker, both)
    assert not discourse.is_overtaken(other, both)
    assert not discourse.is_overtaken(speaker, [speaker])  # "she" is not meant by "he"
    discourse.advance(3, 40)
    discourse.mention(speaker, HERE)
    assert not discourse.is_overtaken(speaker, both)


@pytest.mark.parametrize(
    ("place", "named", "overtaken"),
    [
        (replace(HERE, subject=True), True, True),
        (HERE, True, False),
        (replace(HERE, subject=True), False, False),  # "a retired clerk, he said", "the suspect fled"
        (replace(HERE, subject=True, answers=True), False, True),  # "the engineer disagreed"
    ],
)
def test_who_spoke_last_is_overtaken_by_who_has_a_name_or_answers(place: Place, named: bool, overtaken: bool) -> None:
    discourse, speaker = Discourse(), _named()
    other = _named() if named else Entity(SpeakerKind.PERSON)
    discourse.advance(1, 0)
    discourse.mention(speaker, replace(HERE, subject=True), speaks=True)
    discourse.advance(2, 20)
    discourse.mention(other, place)
    assert discourse.is_overtaken(speaker, [speaker, other]) is overtaken


def test_who_a_sentence_tells_of_is_so_behind_what_is_theirs() -> None:
    discourse, striker = Discourse(), Entity(SpeakerKind.PERSON)
    subject, hers = replace(HERE, subject=True), replace(HERE, modifies=True)
    discourse.advance(1, 0)
    discourse.mention(striker, subject)
    discourse.mention(striker, hers)
    found = discourse.features(striker, HERE)
    assert (found["subject"], found["modifies"], found["mentions"]) == (1.0, 0.0, 1.0)
    discourse.advance(2, 20)
    discourse.mention(striker, hers)
    found = discourse.features(striker, HERE)
    assert (found["subject"], found["modifies"]) == (0.0, 1.0)


def test_who_is_named_in_a_link_is_not_on_the_scene() -> None:
    discourse, speaker, linked = Discourse(), Entity(SpeakerKind.PERSON), Entity(SpeakerKind.PERSON)
    discourse.mention(speaker, HERE, speaks=True)
    discourse.mention(linked, replace(HERE, subject=True, aside=True))
    assert list(discourse.recent(SpeakerKind.PERSON)) == [speaker]
    assert discourse.features(speaker, HERE)["last"] == 1.0


def test_how_long_ago_and_how_often() -> None:
    discourse, once, often = Discourse(), Entity(SpeakerKind.PERSON), Entity(SpeakerKind.PERSON)
    for sentence in (1, 3, 4):
        discourse.advance(sentence, 0)
        discourse.mention(once if sentence == 1 else often, HERE)
    assert discourse.features(Entity(SpeakerKind.PERSON), HERE) == {ALWAYS: 1.0, "new": 1.0}
    first, last = discourse.features(once, HERE), discourse.features(often, HERE)
    assert (first["distance"], first["mentions"], first["last"]) == (2.0, 0.0, 0.0)
    assert (last["distance"], last["mentions"], last["last"]) == (0.0, 1.0, 1.0)
    assert (first["share"], last["share"]) == (1 / 3, 2 / 3)
    assert first["speaks"] == last["speaks"] == 0.0
    assert [entity is often for entity in discourse.recent(SpeakerKind.PERSON)] == [True, False]


def test_who_was_met_before_a_new_item_is_not_who_was_mentioned_last() -> None:
    discourse, before = Discourse(items=[50]), Entity(SpeakerKind.PERSON)
    discourse.advance(1, 0)
    discourse.mention(before, HERE)
    discourse.advance(2, 60)
    assert discourse.features(before, HERE)["last"] == 0.0
    discourse.mention(Entity(SpeakerKind.PERSON), HERE)
    assert discourse.features(before, HERE)["last"] == 0.0


def test_who_is_pointed_back_to_is_told_surer_than_chosen_and_nobody_else_is() -> None:
    sure = [(PLAIN, {ALWAYS: 3.0, "same_paragraph": 1.0, "last_subject": 1.0, "spoke_last": 1.0})]
    for way in (Way.PRONOUN, Way.BODY_NOUN):
        chosen = choose(way, sure, least=0.0)
        assert chosen.chosen is PLAIN
        assert chosen.confidence < chosen.told < 1
    named = choose(Way.NAME, sure)
    assert named.told == named.confidence
    nobody = Choice(Way.PRONOUN, (), (), None, 0.7)
    assert nobody.told == 0.7


def test_who_is_described_since_nobody_fits_is_told_less_sure() -> None:
    fits = Choice(Way.NOUN, (), (), PLAIN, 0.7)
    assert replace(fits, anew=True).told < 0.7 < fits.told


@pytest.mark.parametrize("way", [Way.PRONOUN, Way.NOUN, Way.SHARED_NAME])
def test_what_is_told_of_one_chosen_is_not_below_what_choosing_takes(way: Way) -> None:
    assert Choice(way, (), (), PLAIN, least_of(way)).told >= least_of(way)


@pytest.mark.parametrize(
    ("likely", "level", "told"), [(0.5, 0.0, 0.5), (0.0, 1.0, 0.0), (1.0, 1.0, 1.0), (0.5, 1.0, 0.731)]
)
def test_odds_are_raised(likely: float, level: float, told: float) -> None:
    assert raised(likely, level) == pytest.approx(told, abs=0.001)
