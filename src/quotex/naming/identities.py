"""Identities: which names of a document name the same person or organisation.

Decided with the whole document in view: every occurrence of a form adds to the evidence of what it is, a full
name lends its kind to its short forms, and a form that two persons share is left to the spot
(:meth:`Identities.candidates`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.countries import country_of
from quotex.english.names import (
    BINDING,
    acronyms,
    family_stems,
    short_forms,
    title_gender,
    without_purpose,
    without_suffix,
)
from quotex.english.people import given_names, is_of_family, name_words, source_nouns
from quotex.naming.forms import kinds_of, things_of, title_genders
from quotex.naming.headlines import Headlines
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.naming.words import Word
from quotex.parse import names as recognised
from quotex.parse import relations as rel
from quotex.parse.relations import stands_as
from quotex.text import Layout

BRACKETED = Rule("naming.bracketed", "letters in brackets behind a name are short for it")
INITIALS = Rule("naming.initials", "letters before a colon are the one person whose initials they are")
FAMILY = Rule("naming.family", "a family name in the plural is of several people, and no source")
INITIALLED = Rule("naming.initialled", "a letter and a surname are the one person whose given name begins so")
TITLE_GENDER = Rule("naming.title-gender", "who is called Mr. is no woman, and the other way round")
COUNTRY = Rule("naming.country", "a country's name by itself is the country's, and not somebody's given name")
WHOLE_BODY = Rule("naming.whole-body", "a name that is a body's as it stands is short for no other's")
PART_OF_PERSON = Rule("naming.part-of-person", "words of a person's longer name that nothing calls a body's are theirs")
PART_OF_BODY = Rule(
    "naming.part-of-body", "words of a longer name that its one bearer is called by: Red Crescent, Data Commission"
)
BEGINNING = Rule("naming.beginning", "a person is called by the first words of a longer name, too: Ana Paula")
GENERATIONS = Rule("naming.generations", "who has a suffix is another than who has the same name without it")
OF_FAMILY = Rule(
    "naming.of-family", "who is called somebody's father is another than who has a longer name with his in it"
)
OTHER_NEWSPAPER = Rule(
    "naming.other-newspaper", "a newspaper's bare name is not short for one that is given in full behind it"
)
BEGUN = Rule("naming.begun", "a bare word that begins one body's name is the body, unless more than a label speaks")
FIRST_WORD = Rule("naming.first-word", "the first word alone names a body that was named in full before")

_LONGEST_NAME = 5  # words of a person's name: of more, it is something else
_WORDS_OF_PART = 2  # of fewer, other bodies have it too
_IN_FULL = 3
"""How often a person is given the full name where that is no chance."""
MOST_SHARING = 20
"""Who share a form: of more, nobody could tell whom it means, and each would be weighed against each."""


class Identities:
    """All identities of a document and the forms that lead to them."""

    def __init__(self, layout: Layout, names: list[Name], left: list[Word]) -> None:
        self.identities: list[Identity] = []
        self._layout = layout
        self._forms: dict[tuple[str, ...], list[Identity]] = defaultdict(list)
        self._owners_of: dict[Name, tuple[Identity, ...]] = {}
        self._short: dict[str, Identity] = {}
        self._bare: dict[tuple[str, ...], Name] = {}  # the first of its form
        self._shared: dict[tuple[Identity, ...], int] = {}  # where a form that several share is first used
        self._parts: dict[tuple[str, ...], dict[Identity, None]] = defaultdict(dict)  # of bodies' names
        self._view = layout.view
        kinds, self._things, self._title_gender = kinds_of(names), things_of(names), title_genders(names)
        self._add_persons(layout.view, [n for n in names if len(n.words) > 1 and kinds[n.words]])
        self._add_bodies([n for n in names if len(n.words) > 1 and not (kinds[n.words] or self._assign_part(n))])
        self._add_acronyms(layout.view, names)
        names = [n for n in names if not self._is_family(n)]
        for name in reversed(names):
            if len(name.words) == 1:
                self._bare[name.words] = name
        for name in names:
            if len(name.words) == 1:
                self._add_single(name, is_person=kinds[name.words])
        outside: list[Name] = []
        for name, owners in Headlines(layout, self._forms, self._short).names(left):
            outside.append(name)
            self._assign(name, owners)
        self.names = sorted([*names, *outside], key=lambda n: n.span)
        for identity in self.identities:
            identity.complete()

    def candidates(self, name: Name) -> tuple[Identity, ...]:
        """Return whom a name can stand for; more than one where a form is shared."""
        return self._owners_of[name]

    def always_in_full(self, candidates: tuple[Identity, ...], *, but: Identity) -> bool:
        """Whether all who share a form but one are given their full name again and again, and came after its first use.

        Such an article keeps the bare form for the one.
        """
        bare = self._shared.get(candidates)
        return bare is not None and all(
            other is but or (len(other.names) >= _IN_FULL and bare < other.names[0].span.start) for other in candidates
        )

    def _add_acronyms(self, view: str, names: list[Name]) -> None:
        """Let short forms lead to their names: in brackets behind them, "Harbour Development Bank (HDB)", or "EV:"."""
        for name, short in pairwise(names):
            marks = view[name.span.end : short.span.start] + view[short.span.end : short.span.end + 1]
            bracketed = marks in (" ()", " []")
            if bracketed and len(short.words) == 1 and len(self._owners_of.get(name, ())) == 1:
                identity = self._owners_of[name][0]
                fits = not identity.is_person or short.words[0] == "".join(word[0] for word in identity.names[0].words)
                if fits and BRACKETED.decides(short.span):
                    self._shorten(short, identity)
        persons: dict[str, list[Identity]] = defaultdict(list)
        for identity in self.identities:
            if identity.is_person:
                persons["".join(word[0] for word in identity.names[0].words)].append(identity)
        for name in names:
            initials = persons.get(name.words[0], ()) if len(name.words) == 1 else ()
            if len(initials) == 1 and view.startswith(":", name.span.end) and INITIALS.decides(name.span):
                self._shorten(name, initials[0])

    def _shorten(self, short: Name, identity: Identity) -> None:
        if identity not in self._forms[short.words]:
            self._forms[short.words].append(identity)
        self._short[short.words[0]] = identity

    def _is_family(self, name: Name) -> bool:
        """Whether a name is a family name in the plural ("the Marshes"): several people, not one source."""
        if len(name.words) > 1 or name.body <= name.person or name.words in self._forms:
            return False
        stems = family_stems(name.words[0])
        return any(i.is_person for s in stems for i in self._forms.get((s,), ())) and FAMILY.decides(name.span)

    def _new_identity(self, *, is_person: bool) -> Identity:
        identity = Identity(len(self.identities), is_person)
        self.identities.append(identity)
        return identity

    def _add(self, identity: Identity, name: Name) -> None:
        identity.add(name)
        self._owners_of[name] = (identity,)
        if name.variant:
            self._lead(name.variant, identity)

    def _lead(self, form: tuple[str, ...], identity: Identity, *, whole: bool = False) -> None:
        """Let a form lead to an identity, unless too many share it; whole: it is its name as it stands."""
        owners = self._forms[form]
        if identity not in owners and (whole or len(owners) <= MOST_SHARING):
            owners.append(identity)

    def _assign(self, name: Name, owners: tuple[Identity, ...]) -> None:
        if len(owners) == 1:
            self._add(owners[0], name)
        else:
            self._owners_of[name] = owners
            self._shared[owners] = min(name.start, self._shared.get(owners, name.start))

    def _assign_part(self, name: Name) -> bool:
        """Give a person's longer name's part to them, if nothing speaks for a body: "Van der Meer" of Piet."""
        owners = self._forms.get(name.words)
        if not owners or name.body > name.person or not PART_OF_PERSON.decides(name.span):
            return False
        self._assign(name, tuple(owners))
        return True

    def _add_persons(self, view: str, names: list[Name]) -> None:
        by_key: dict[tuple[str, str], Identity] = {}
        told_apart = self._told_apart_by_suffix(names) | self._told_apart_as_family(view, names)
        for name in sorted(names, key=lambda n: (-len(without_suffix(n.words)), len(n.words[0]) < 2, n.span)):
            core = without_suffix(name.words)
            if core in told_apart:
                self._add_namesake(name, core)
                continue
            if owners := _of_generation(name, core, self._forms.get(core, ())):
                self._assign(name, tuple(owners))
                continue
            key = (given_names().whole(core[0]), core[-1])
            identity = by_key.get(key) or self._initialled(name, core)
            if identity is None:
                identity = by_key[key] = self._new_identity(is_person=True)
            by_key[key] = identity
            self._add(identity, name)
            for form in [*short_forms(core), *_beginnings(view, name, core)]:
                self._lead(form, identity, whole=form == core)

    def _told_apart_by_suffix(self, names: list[Name]) -> set[tuple[str, ...]]:
        """Return the full names that stand with a suffix and without, or with two: of father and son."""
        forms: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for name in names:
            forms[without_suffix(name.words)].add(name.words)
        several = {core for core, own in forms.items() if len(own) > 1}
        cores = ((name, without_suffix(name.words)) for name in names)
        return {core for name, core in cores if core in several and GENERATIONS.decides(name.span)}

    def _told_apart_as_family(self, view: str, names: list[Name]) -> set[tuple[str, ...]]:
        """Return names of whom a family has that are in longer ones too: "Ann Olu Marsh … her father, Olu Marsh"."""
        longer = {
            words[i:] for words in {without_suffix(name.words) for name in names} for i in range(1, len(words) - 1)
        }
        inside = ((name, core) for name in names if (core := without_suffix(name.words)) in longer)
        return {core for name, core in inside if is_of_family(view, name.start) and OF_FAMILY.decides(name.span)}

    def _add_namesake(self, name: Name, core: tuple[str, ...]) -> None:
        """Give a full name to the one of two who bears it as it stands; what is shorter is of either."""
        known = [i for i in self._forms[core[-1:]] if i.is_person and i.names[0].words == name.words]
        identity = known[0] if known else self._new_identity(is_person=True)
        self._add(identity, name)
        forms = [name.words, *(form for form in short_forms(core) if form != core)]
        for form in forms:
            self._lead(form, identity, whole=form == name.words)

    def _initialled(self, name: Name, core: tuple[str, ...]) -> Identity | None:
        """Find the one person that "J. Smith" can be."""
        found = [i for i in self._forms[core[-1:]] if i.is_person and i.names[0].words[0].startswith(core[0])]
        return found[0] if len(core[0]) == len(found) == 1 and INITIALLED.decides(name.span) else None

    def _add_bodies(self, names: list[Name]) -> None:
        for name in names:
            known = [i for i in self._forms[name.words] if not i.is_person] or self._parted(name)
            identity = known[0] if known else self._new_identity(is_person=False)
            self._add(identity, name)
            short = [(letters,) for letters in acronyms(name.words)]
            forms = [name.words, name.words[-1:], name.words[:1], *short, without_purpose(name.words)]
            if name.words[-1] in source_nouns().of_states:
                forms.append(name.words[1:])
            for form in dict.fromkeys(forms if name.words not in self._things else forms[:1]):
                self._lead(form, identity, whole=form == name.words)
            bound = next((i for i, word in enumerate(name.words) if word in BINDING), len(name.words))
            for start in range(1, min(bound, len(name.words) - 1)):
                for end in (len(name.words) - 1, len(name.words)):
                    self._parts[name.words[start:end]][identity] = None

    def _parted(self, name: Name) -> list[Identity]:
        """Find the one body that is called by the last words of its name, or by those before the noun for its kind."""
        owners, bodies = list(self._parts.get(name.words, ())), name_words().organizations
        if len(owners) != 1 or len(name.words) < _WORDS_OF_PART:
            return []
        last = owners[0].names[0].words[-1]
        if name.words[-1] in bodies.words:
            told = name.words[-1] == last
        else:
            told = last in bodies.words and stands_as(name.token, rel.SUBJECT)
        return owners if told and PART_OF_BODY.decides(name.span) else []

    def _add_single(self, name: Name, *, is_person: bool) -> None:
        """Give a name of one word to those it can stand for, or to a new identity."""
        found = self._owners(name, is_person=is_person)
        if not found:
            identity = self._new_identity(is_person=is_person)
            self._lead(name.words, identity, whole=True)
            self._add(identity, name)
        else:
            self._assign(name, tuple(found))

    def _owners(self, name: Name, *, is_person: bool) -> list[Identity]:
        given = self._short.get(name.words[0])
        if given and given.is_person:
            return [given]
        owners = self._forms[name.words]
        persons = [i for i in owners if i.is_person]
        if persons and not (name.titles or recognised.is_person(name.token)) and country_of(name.words[0]):
            family = [i for i in persons if name.words[0] in i.surnames]
            persons = family if family != persons and COUNTRY.decides(name.span) else persons
        bodies = [i for i in owners if not (i.is_person or self._is_other_newspaper(name, i))]
        if given and not (persons or name.titles):
            return [given]
        if persons and (name.titles or name.body < 2 + name.person):
            families = [i for i in persons if name.words[-1] in i.surnames] or persons
            said = title_gender(name.titles) or self._title_gender.get(name.words)
            others = [i for i in families if said is not None and (i.titled or i.given) not in (None, said)]
            return [i for i in families if i not in others] if others and TITLE_GENDER.decides(name.span) else families
        whole = [i for i in bodies if i.names[0].words == name.words]
        if whole and WHOLE_BODY.decides(name.span):
            return whole[:1]
        if is_person or not bodies:
            return self._begun(name, bodies)
        shortened = [i for i in bodies if name.words[0] in acronyms(i.names[0].words)]
        if shortened:
            return shortened[:1]
        if name.words[0] not in name_words().organizations.words:
            return self._shortened(name, bodies)
        return [i for i in bodies if i.names[0].words[-1] == name.words[0] or i.names[0].words[1] in BINDING]

    def _is_other_newspaper(self, name: Name, body: Identity) -> bool:
        """Whether a newspaper's name is short for none that the article gives in full again: Times, Financial Times."""
        full = body.names[0].words
        if len(full) < 2 or full[-1] != name.words[0] or full[-1] not in source_nouns().newspapers:
            return False
        bare = self._bare[name.words]
        later = (n for n in body.names if n.words == full and n.span > bare.span)
        again = any(not stands_as(n.token, rel.ATTRIBUTE) for n in later)
        told = again or " ".join(full) in source_nouns().in_full
        return told and OTHER_NEWSPAPER.decides(name.span)

    def _shortened(self, name: Name, bodies: list[Identity]) -> list[Identity]:
        """Find the one body that the first word alone names from there on: "Norrlys" of "Norrlys Power Group"."""
        if name.is_place or recognised.is_people(name.token) or name.token.is_upper:
            return []
        if stands_as(name.token, rel.ATTRIBUTE) and not name.possessive:
            return []
        before = [i for i in bodies if i.names[0].span < name.span and _has_short(i)]
        found = [i for i in before if name.words[0] in (i.names[0].words[0], i.names[0].words[-1])]
        return found if len(found) == 1 and FIRST_WORD.decides(name.span) else []

    def _begun(self, name: Name, bodies: list[Identity]) -> list[Identity]:
        """Find the one body that begins with a word which nothing but the tagger calls a person's: "Norrlys"."""
        found = [i for i in bodies if i.names[0].words[0] == name.words[0] and _has_short(i)]
        by_label = name.person <= 1 + name.body and not name.titles
        return found if len(found) == 1 and by_label and BEGUN.decides(name.span) else []


def _is_introduced(name: Name, core: tuple[str, ...], longer: Identity) -> bool:
    """Whether a name that begins a longer one is somebody else's: with a title, or given before that one is."""
    begins = len(longer.names[0].words) > len(core) > 1 and longer.names[0].words[: len(core)] == core
    return begins and (bool(name.titles) or name.span < longer.names[0].span)


def _of_generation(name: Name, core: tuple[str, ...], owners: Sequence[Identity]) -> list[Identity]:
    """Return those of the bearers of a name that it can be of; of father and son, "Marsh Jr." is the one with it."""
    owners = [i for i in owners if not _is_introduced(name, core, i)]
    suffix = name.words[len(core) :]
    alike = [i for i in owners if suffix and i.names[0].words[-1:] == suffix[-1:]]
    return alike if alike and len(owners) > 1 and GENERATIONS.decides(name.span) else owners


def _beginnings(view: str, name: Name, core: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the first words of a person's name of three or more: "Ana Paula" of "Ana Paula Reis"."""
    written = name.span.of(view)
    if len(core) > _LONGEST_NAME or written.isupper() or "&" in written:  # "JO MARSH QUITS"
        return
    for i in range(len(core) - 1, 1, -1):
        if core[i - 1] not in name_words().particles.words and BEGINNING.decides(name.span):
            yield core[:i]


def _has_short(body: Identity) -> bool:
    """Whether a word of a body's name can stand for it: "the Norrlys ministry" is no Norrlys."""
    name, nouns = body.names[0], source_nouns()
    return name.words[-1] not in nouns.named_by_owner | nouns.strict and not name.is_place
