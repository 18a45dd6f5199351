"""Whether a bare number is how old somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.figure_links import joins_age
from quotex.english.figures import bounded_before, comes_at, figure_words, scale_behind, tells_age
from quotex.english.numbers import Form, Number
from quotex.english.people import name_words, source_nouns, without_plural
from quotex.english.units import AGE, as_age
from quotex.parse import relations as rel
from quotex.parse.clauses import top
from quotex.parse.grammar import is_noun, lemma, opens_sentence, preposition_of
from quotex.parse.names import is_person
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent, governor
from quotex.quantities.drafts import Figure, QuantityDraft
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

AGE_TOLD = Rule("quantities.age-told", "the words before it make it an age")
AGE_BOUNDED = Rule("quantities.age-bounded", "it bounds how old those before it are: patients under five")
AGE_OF = Rule("quantities.age-of", "a woman of 71 is so old, and a father of three has three")
AGE_LISTED = Rule("quantities.age-listed", "it is listed with an age")
AGE_APPOSED = Rule("quantities.age-apposed", "it stands between commas behind a person")
AGE_WHEN = Rule("quantities.age-when", "at that age somebody does it")
AGE_PREDICATED = Rule("quantities.age-predicated", "it is what somebody is")

_APPOSED = re.compile(r"[,.;]| [―—–-] ")
_OLDEST = 120  # years that anybody has lived, nearly
_CHILDREN = 20  # fewer that a parent is one of may be those: "a mother of 12"


def aged(view: str, figure: Figure, tokens: list[Token], earlier: Sequence[QuantityDraft]) -> Figure:
    """Make a bare number an age where its context says so: "aged 45", "the age of 21", "Mara Lind, 45, said"."""
    start, end = figure.span
    told = tells_age(view, figure.numeral.start)
    if told and (name := as_age(figure.name)):  # "the age of 5 years"
        return replace(figure, name=name)
    if figure.name or figure.numeral.form not in (Form.DIGITS, Form.WORDS) or not _could_be_age(figure.value):
        return figure
    noun = governor(tokens[-1], rel.ATTRIBUTE)  # "Marsh, 62, and three <dancers>"
    listed = (
        bool(earlier)
        and earlier[-1].unit == AGE
        and joins_age(view[earlier[-1].span.end : start])
        and (noun is None or noun.i < tokens[-1].i)
    )
    is_aged = (
        (told and AGE_TOLD.decides(figure.span))
        or (listed and AGE_LISTED.decides(figure.span))
        or (_is_apposed(view, figure.span, tokens[0]) and AGE_APPOSED.decides(figure.span))
        or (_tells_when(view, figure.span, tokens[0]) and AGE_WHEN.decides(figure.span))
        or (_bounds_age(view, start, tokens[-1]) and AGE_BOUNDED.decides(figure.span))
        or (_is_that_of(tokens, figure.value) and AGE_OF.decides(figure.span))
        or (_is_age_of(tokens, view, end) and AGE_PREDICATED.decides(figure.span))
    )
    return replace(figure, name=AGE) if is_aged else figure


def _is_apposed(view: str, span: Range, number: Token) -> bool:
    """Whether a number stands between commas or in brackets behind a person: "Mara Lind, 45, said"."""
    if number.i < 2 or view[span.start : span.end] != number.text:
        return False
    named = number.nbor(-2)
    before = view[max(0, span.start - 2) : span.start]
    if not number.is_digit:  # "Eva, nine, left", but not "of all, nine, left"
        return before == ", " and is_person(named) and _APPOSED.match(view, span.end) is not None
    if before == " (" and view.startswith(")", span.end):
        return is_person(named) or named.lower_ in source_nouns().person
    if before != ", ":
        return False
    return (
        _APPOSED.match(view, span.end) is not None
        and (named.text[:1].isupper() or named.lower_ in source_nouns().person)
        and (is_person(named) or not named.text.isupper())  # "the models S, SE, 7 and 8"
        and named.lower_ not in name_words().calendar.words
    )


def _tells_when(view: str, span: Range, number: Token) -> bool:
    """Whether a number before a comma says at what age somebody does it: "she was, <at 57>, fit", "<Now 57>, she"."""
    words, doc, i = figure_words(), number.doc, number.i
    if i < 1 or not view.startswith(",", span.end) or not number.is_digit:
        return False
    if number.nbor(-1).lower_ in words.at_that_age:
        return opens_sentence(number.nbor(-1)) and i + 2 < len(doc) and _can_be_aged(doc[i + 2])
    whom = doc[i - 3] if i > 2 and comes_at(view, span.start) else None
    return whom is not None and (lemma(whom) in words.ageing or _can_be_aged(whom))


def _can_be_aged(word: Token) -> bool:
    return word.lower_ in figure_words().aged or is_person(word)


def _bounds_age(view: str, start: int, number: Token) -> bool:
    """Whether a number that counts nothing bounds how old people are: "patients under five", "drivers over 70"."""
    word, nouns = bounded_before(view, start), source_nouns()
    people = (
        word in figure_words().bounded
        or word in nouns.group
        or word in nouns.person
        or without_plural(word) in nouns.person
    )
    noun = governor(number, rel.ATTRIBUTE)
    return people and (noun is None or noun.i < number.i)


def _is_that_of(tokens: list[Token], value: Number | tuple[Number, Number] | None) -> bool:
    """Whether a number behind "of" is how old the one before it is: "a grandmother <of 71>"."""
    words, of = figure_words(), preposition_of(top(tokens))
    whom = governor(of) if of is not None and of.lower_ in words.prepositions.partitive else None
    if whom is None or phrase(top(tokens))[1] != tokens[-1]:
        return False
    grown = isinstance(value, int) and value >= _CHILDREN
    return whom.lower_ in words.people_of or (grown and whom.lower_ in words.parents_of)


def _is_age_of(tokens: list[Token], view: str, end: int) -> bool:
    """Whether a number is what somebody is: "he will be 35", "their daughter, who was 10"."""
    words, number = figure_words(), top(tokens)
    verb = governor(number, rel.PREDICATE)
    if verb is None or lemma(verb) not in words.ageing or scale_behind(view, end):
        return False
    subject = dependent(verb, rel.ACTIVE_SUBJECT)
    goes_on = phrase(number)[1].i > number.i and is_noun(number.nbor())
    if subject is None or goes_on:
        return False
    return _can_be_aged(subject) or subject.lower_ in source_nouns().person


def _could_be_age(value: Number | tuple[Number, Number] | None) -> bool:
    return all(isinstance(v, int) and 0 < v < _OLDEST for v in (value if isinstance(value, tuple) else (value,)))
