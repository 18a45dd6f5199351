"""What the document as a whole says of a form of name, whoever bears it: a person or a body, a man or a woman."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotex.contract.rules import Rule
from quotex.english.closed import INDEFINITE
from quotex.english.names import is_state, title_gender
from quotex.english.people import Gender, given_names, name_words
from quotex.naming.evidence import SIGN
from quotex.naming.names import Name
from quotex.parse import relations as rel
from quotex.parse.relations import stands_as
from quotex.parse.tokens import word_beside

ONE_OF_MANY = Rule("naming.one-of-many", "what stands behind a or an is a thing with a name: a Norlys Playbox")
NO_PERSON = Rule("naming.no-person", "a state, a capital and a people are no person: Russian ally Norway")

_MOST_LEANING = 3
"""What a name's own words and labels count at most, at however many places: a given name and a label. They err
together: of a body with a given name in it each place would say once more that it is a person. Of 400 articles one
changes between 3 and 5, for the better."""


def kinds_of(names: Sequence[Name]) -> dict[tuple[str, ...], bool]:
    """Decide for each form, from all its occurrences, whether it names a person.

    "Mrs. Marsh" elsewhere is one more sign that "Carla Marsh" is one, and "Marsh" counts for no more.
    """
    person: Counter[tuple[str, ...]] = Counter()
    body: Counter[tuple[str, ...]] = Counter()
    leaning: Counter[tuple[str, ...]] = Counter()
    titled: set[str] = set()
    for name in names:
        person[name.words] += name.person
        body[name.words] += name.body
        leaning[name.words] += name.leaning
        if name.titles and len(name.words) == 1:
            titled.add(name.words[0])
    for form, lean in leaning.items():
        person[form] -= max(0, lean - _MOST_LEANING)
        body[form] -= max(0, -lean - _MOST_LEANING)
    alone = {form[0] for form in person if len(form) == 1} - name_words().organizations.words
    for form in [form for form in person if len(form) > 1]:
        if form[-1] in titled:
            person[form] += SIGN
        elif form[-1] in alone:  # called by the last word alone, as people are and bodies seldom
            last = form[-1:]
            more = person[last] - body[last]
            own = person[form]
            person[form] += min(max(more, 0), SIGN) + (own == body[form])
            person[form] += own > 0 and more > 0 and person[form] == body[form]
            body[form] += 0 if given_names().is_known(form[0]) else min(max(-more, 0), SIGN)
    given, often = given_names(), Counter(n.words for n in names)
    borne = titled | {form[-1] for form in often if len(form) > 1}
    no_persons = {n.words for n in names if _is_state_or_people(n.words, borne) and NO_PERSON.decides(n.span)}
    no_persons |= things_of(names)
    return {
        form: form not in no_persons
        and (
            person[form] > body[form]
            or (
                person[form] == body[form]
                and len(form) > 1
                and (leaning[form] > 0 or (often[form] == 1 and given.is_known(form[0])))
            )
        )
        for form in often
    }


def things_of(names: Sequence[Name]) -> frozenset[tuple[str, ...]]:
    """Return the forms that mostly are one of many, without a title or a job before: "a Norlys Playbox"."""
    often = Counter(name.words for name in names)
    things = Counter(name.words for name in names if _is_one_of_many(name) and ONE_OF_MANY.decides(name.span))
    return frozenset(form for form, count in things.items() if count * 2 > often[form])


def _is_one_of_many(name: Name) -> bool:
    behind = word_beside(name.token, -len(name.words)) in INDEFINITE
    owns = name.possessive or stands_as(name.token, rel.ATTRIBUTE)
    return behind and len(name.words) > 1 and not (owns or name.titles or name.words[0] in given_names())


def _is_state_or_people(form: tuple[str, ...], borne: set[str]) -> bool:
    """Whether a form is a state's or a capital's, whose name nobody here has, or a people's: "Norse Lutherans"."""
    last = form[-1]
    people = last.endswith("s") and last[:-1] in name_words().peoples.words
    return people or (len(form) == 1 and is_state(last) and last not in borne and not given_names().is_known(last))


def title_genders(names: Sequence[Name]) -> dict[tuple[str, ...], Gender | None]:
    """Tell for each form what the titles before it say in the whole document, where they agree ("Mr. Marsh").

    Nothing where it stands as often without one: then the title sets one of two apart.
    """
    said: dict[tuple[str, ...], Gender | None] = {}
    more: Counter[tuple[str, ...]] = Counter()
    for name in names:
        gender = title_gender(name.titles)
        more[name.words] += 1 if gender else -1
        if gender:
            said[name.words] = gender if said.get(name.words, gender) is gender else None
    return {form: gender for form, gender in said.items() if more[form] > 0}
