"""One person or organisation of a document, and what all of its names say of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from quotex.contract.rules import Rule
from quotex.english.names import is_state, surname, title_gender
from quotex.english.people import Gender, given_names, name_words
from quotex.naming.names import Name
from quotex.parse.names import is_body, is_person

IN_SPEECH = Rule("naming.in-speech", "who has the whole name in what somebody says, and nowhere else, has it there")


@dataclass(eq=False)
class Identity:
    """One person or organisation, with all names that can only be theirs.

    Attributes:
        number: counts identities; orders them.
        is_person: else an organisation or place.
        names: in text order.
        gender: for joining pronouns; None: not known.
        surnames: of all names.
        ends: the first and last words of the name it was found by, and of variants.
        has_word: a single word names it.
        given: the gender that the first given name says which is no rare one.
    """

    number: int
    is_person: bool
    names: list[Name] = field(default_factory=list)
    gender: Gender | None = None
    surnames: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    has_word: bool = False
    _titles: Counter[Gender] = field(default_factory=Counter)
    given: Gender | None = None

    def add(self, name: Name) -> None:
        """Add a name; so what all of them say is known without looking through them again."""
        for words in (() if self.names else name.words, name.variant):
            self.ends.update(words[:1], words[-1:])
        self.names.append(name)
        self.surnames.add(surname(name.words))
        self.has_word |= len(name.words) == 1
        if gender := title_gender(name.titles):
            self._titles[gender] += 1
        if self.given is None and len(name.words) > 1 and name.words[0] in given_names():
            self.given = given_names().gender(name.words[0])

    def complete(self) -> None:
        """Put the names in text order, when all are known, and tell a person's gender by titles or any given name."""
        self.names.sort(key=lambda name: name.span)
        if self.is_person:
            genders = (given_names().gender(name.words[0]) for name in self.names if len(name.words) > 1)
            self.gender = self.titled or next(filter(None, genders), None)

    @property
    def titled(self) -> Gender | None:
        """The gender that most of its titles say."""
        return next((gender for gender, _ in self._titles.most_common(1)), None)

    @cached_property
    def evidence(self) -> int:
        """How much all names together speak for a person, less what speaks for a body; asked as ``fullest`` is."""
        return sum(name.person - name.body for name in self.names)

    @cached_property
    def recognised(self) -> float:
        """At what share of its places the tagger reads a person, or a body, as it is one; asked as ``fullest`` is."""
        alike = is_person if self.is_person else is_body
        return sum(alike(name.token) for name in self.names) / len(self.names)

    @cached_property
    def is_body(self) -> bool:
        """Whether it is a body, and for the most part no place to the tagger; asked as ``fullest`` is."""
        return not self.is_person and 2 * sum(name.is_place for name in self.names) <= len(self.names)

    @cached_property
    def fullest(self) -> Name:
        """The name with the most words, the first of its length; not from a headline or speech if it can be helped.

        What only stands before a name that is whole without it ("Crooked Carla Marsh") is left out. To be asked when
        the register is complete.
        """
        forms = Counter(n.words for n in self.names if not (n.titles and name_words().is_honorific(n.titles[-1])))
        whole = [n for n in self.names if not (len(n.words) > 2 and self._is_whole(n.words[1:], forms, n.words[0]))]
        bare = self.is_person and all(len(n.words) == 1 for n in self.names if n.plain and not (n.spoken or n.variant))

        def order(name: Name) -> tuple[bool, bool, bool, int, int, int]:
            written = not name.spoken or (bare and _is_borne(name) and IN_SPEECH.decides(name.span))
            size = sum(map(len, name.words))
            return not name.variant, name.plain, written, len(name.words), size, -name.span.start

        return max(whole or self.names, key=order)

    def _is_whole(self, rest: tuple[str, ...], forms: Counter[tuple[str, ...]], first: str) -> bool:
        if self.is_person:
            return rest in forms and rest[0] in given_names() and not given_names().is_known(first)
        return forms[rest] > forms[(first, *rest)] and not is_state(first)


def _is_borne(name: Name) -> bool:
    """Whether somebody has a name as it stands: "Tundo Marsh", but "Crooked Marsh" opens what is said."""
    behind_mark = name.token.i < len(name.words) or name.token.nbor(-len(name.words)).is_punct
    return name.person > name.body and (given_names().is_known(name.words[0]) or not behind_mark)
