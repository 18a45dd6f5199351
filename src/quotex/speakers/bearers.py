"""Whose name the words for a source give, whatever stands around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import zip_longest
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE
from quotex.english.names import (
    ENDS_IN_TITLES,
    ENDS_TELLING,
    FROM_BEHIND,
    OPENS_RELATIVE,
    OPENS_ROLE,
    SET_OFF,
)
from quotex.english.naming_clauses import NAMED_BY_CLAUSE
from quotex.english.people import source_nouns
from quotex.naming.lists import goes_on_listing
from quotex.naming.names import Name
from quotex.naming.role_words import only_says_what_for
from quotex.naming.words import singular
from quotex.parse import grammar
from quotex.parse import relations as rel
from quotex.parse.names import is_person
from quotex.parse.phrases import is_called_so
from quotex.parse.relations import dependents, governor, stands_as
from quotex.parse.tokens import end_of
from quotex.speakers.heads import (
    describes_noun,
    first_noun,
    is_title_run,
    only_describes,
    root_of,
    says_what_it_is,
)
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_FIRST = Rule("speakers.name-first", "a name with a mark behind it is who speaks, whatever describes them there")
CLAUSE_NAMES = Rule("speakers.clause-names", "who gives a name, or is called so, has it")
BODY_BEHIND = Rule("speakers.body-behind", "the name behind a noun for its kind is the body's")
APPOSED_LAST = Rule("speakers.apposed-last", "the name behind the comma is that of the one who is described before it")
NAME_BEHIND = Rule("speakers.name-behind", "words that were clipped before a name are of who bears it")
DONE_TO = Rule("speakers.done-to", "whom somebody defends, or hunts, is not who does: a lawyer defending Jo Marsh")
DESCRIBED_BEFORE = Rule("speakers.described-before", "a name behind nothing but nouns and adjectives is theirs")
PORTFOLIOS_JOINED = Rule("speakers.portfolios-joined", "what an office is for, joined before it, is no second source")
TITLES_JOINED = Rule("speakers.titles-joined", "titles joined by a conjunction before one name are one person's")

_SURELY_BODY = 3  # more that speaks for a body than for a person: "the builder" before it is no person either
_EDGES = ",;:.–—-("


class Bearers:
    """Finds the one who bears a name within the words for a source, or right behind them.

    Args:
        view: the text that was parsed.
        names: all of the document, in text order.
        is_person: whether a name is a person's, with the whole document in view.
    """

    def __init__(self, view: str, names: list[Name], is_person: Callable[[Name], bool]) -> None:
        self._view = view
        self._names = names
        self._name_starts = [n.start for n in names]
        self._is_person = is_person

    def named_in(self, tokens: list[Token], names: list[Name], source: Range) -> Name | None:
        """Return the one person whose name the words give, whatever stands around it."""
        if (called := self._called_by_clause(tokens, source)) is not None:
            return called
        persons = [n for n in names if self._is_person(n) and not n.possessive]
        persons = [n for n, behind in zip_longest(persons, persons[1:]) if not (behind and n.end + 1 == behind.start)]
        persons = [n for n in persons if not describes_noun(n)] or persons
        if not persons:
            return self._body_behind(tokens, names, source)
        if (origin := FROM_BEHIND.search(self._view, persons[0].end, source.end)) is not None:
            source = Range(source.start, origin.start())
            persons = [n for n in persons if n.start < source.end]
        known = [n for n in persons if is_person(n.token)] or persons  # "GP Lead at the surgery, Dr Al Reed"
        first, last = known[0], persons[-1]
        behind = self._view[first.end : source.end]
        if first.start <= tokens[0].idx and OPENS_ROLE.match(behind) and not goes_on_listing(self._view, persons):
            return first if NAME_FIRST.decides(source) else None
        before, behind = self._view[source.start : last.start], self._view[last.end : source.end]
        told_on = len(persons) == 1 and before.endswith(", ") and behind.startswith(", ")
        if behind.strip(_EDGES + '"“”‘’ )') and not told_on:
            return None
        if governor(last.token, rel.OBJECT) in tokens and DONE_TO.decides(source):
            return None
        others = [n for n in names if n not in persons]
        if len(persons) == 1 and only_describes(tokens, last, others) and DESCRIBED_BEFORE.decides(source):
            return last
        if len(persons) == 1 and last.titles and only_says_what_for(tokens, last) and PORTFOLIOS_JOINED.decides(source):
            return last
        noun = first_noun(tokens, last.start)
        if noun is None or not (grammar.is_singular(noun) and source_nouns().is_person(singular(noun))):
            return None
        if before.endswith(", ") or ENDS_IN_TITLES.search(before):
            return last if APPOSED_LAST.decides(source) else None
        if len(persons) == 1 and is_title_run(tokens, last) and TITLES_JOINED.decides(source):
            return last
        return None

    def _called_by_clause(self, tokens: list[Token], source: Range) -> Name | None:
        """Return the name that a clause of the words gives, or one behind them: "a docker, who goes by Slim"."""
        noun = first_noun(tokens, source.end)
        if noun is None or grammar.is_proper_noun(noun):
            return None
        nouns = source_nouns()
        is_body = singular(noun) in nouns.organization and grammar.is_singular(noun)
        if singular(noun) in nouns and not (is_body or nouns.is_person(singular(noun))):
            return None
        clause = NAMED_BY_CLAUSE.match(self._view, end_of(noun))
        within = source.end > end_of(noun) and is_called_so(noun)
        told = within or OPENS_RELATIVE.match(self._view, source.end)
        if clause and clause.end() > source.end and not told:
            return None  # "A docker called Marsh a liar"
        name = self._name_at(clause.end()) if clause else None
        if name is None or (is_body and self._is_person(name)):
            return None
        return name if CLAUSE_NAMES.decides(source) else None

    def _name_at(self, offset: int) -> Name | None:
        i = bisect_left(self._name_starts, offset)
        return self._names[i] if i < len(self._names) and self._name_starts[i] == offset else None

    def _body_behind(self, tokens: list[Token], names: list[Name], source: Range) -> Name | None:
        """Return the body's name that ends the words, behind the noun for its kind: "state broadcaster Norlys"."""
        for name in names:
            comma = SET_OFF.search(self._view, source.start, name.start)
            opening = [t for t in tokens if comma and t.idx < comma.start()]
            sure = name.body - name.person >= _SURELY_BODY and not any(map(grammar.is_preposition, opening))
            told = opening and (says_what_it_is(opening[-1]) or (sure and grammar.is_singular(opening[-1])))
            if told and ENDS_TELLING.match(self._view, name.end, source.end):
                return name if BODY_BEHIND.decides(source) else None
        if not names or names[-1].possessive or self._view[names[-1].end : source.end].strip(_EDGES + '"”’ )'):
            return None
        last = names[-1]
        ahead = [t for t in tokens if t.idx < last.start]
        if len(ahead) > 1 and ahead[-1].text == DEFINITE_ARTICLE:  # "the charity the Harbour Watch"
            ahead.pop()
        if not ahead or not says_what_it_is(ahead[-1]) or any(stands_as(t, rel.PREPOSITION) for t in ahead[1:]):
            return None  # "a spokesman for the charity Norlys"
        return last if BODY_BEHIND.decides(source) else None

    def behind(self, head: Token, source: Range) -> Name | None:
        """Return the name right behind words that were clipped before it: "the company's chairman", not "Jo Marsh"."""
        i = bisect_left(self._name_starts, source.end)
        if i == len(self._names) or self._view[source.end : self._name_starts[i]] not in (" ", ", "):
            return None
        name = self._names[i]
        root = root_of(name)
        told = head in dependents(root, rel.COMPOUND) or governor(root, rel.APPOSITION) == head
        return name if name.person > name.body and told and NAME_BEHIND.decides(source) else None
