"""What a number counts, found over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.calendar_words import calendar_words
from quotex.english.closed import DEFINITE, DEPENDENT_RELATIVES, IN, OF, THIRD_PLURAL
from quotex.english.figures import figure_words
from quotex.english.people import name_words, nations_of, without_plural
from quotex.english.units import is_unit_word
from quotex.parse import relations as rel
from quotex.parse.clauses import top
from quotex.parse.grammar import (
    is_adjectival,
    is_common_noun,
    is_describing,
    is_determiner,
    is_noun,
    is_numeral,
    is_plural,
    is_pronoun,
    is_proper_noun,
    is_sign,
    is_singular,
    preposition_of,
)
from quotex.parse.names import is_named
from quotex.parse.phrases import is_nominal_adjective, is_part_of_phrase, premodifiers
from quotex.parse.relations import dependent, dependents, governor, stands_as

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ATTRIBUTE = Rule("quantities.attribute", "a noun in the singular that a number makes an attribute: a 12-page report")
OF_THESE = Rule("quantities.of-these", "what stands behind its preposition is counted")
AMONG = Rule("quantities.among", "some of those told of are what stands behind them: 12 of them children")
RUN_ON = Rule("quantities.run-on", "the nouns that follow it are counted, whatever the parse makes of it")
NOMINAL = Rule("quantities.nominal", "those who are so are counted: 12 dead")
PEOPLE = Rule("quantities.people", "those of a nation are counted, not those of another behind: 3 Lebanese and 2 Danes")
WHOLE = Rule("quantities.whole-noun", "a noun in the plural is counted, not the one before it: 20 welfare homes")
WHEN = Rule("quantities.when", "the day or month behind a number is when, and not counted: 4.5 million last October")

_HEDGED = 3  # "of the roughly 40": tokens from "of" to its number
_FARTHEST = 6  # tokens behind a figure: what is counted farther off is counted by another
_LONGEST_RUN = 5  # adjectives and nouns in a row
_HYPHEN = "-"


def word_before(token: Token) -> str:
    """Return the word before a figure, in lower case; a determiner is none, "an earlier" is passed over."""
    before = token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in figure_words().former:
        before = before.nbor(-2) if before.i > 1 and is_determiner(before.nbor(-1)) else before
    return before.lower_ if before is not None and not is_determiner(before) else ""


def counted_noun(tokens: list[Token]) -> Span | None:
    """Find the noun a bare number counts: "100,000 <troops>", "dozens of <people>", "three of the <men>"."""
    last = tokens[-1]
    doc, partitive = last.doc, figure_words().prepositions.partitive
    if last.i + 2 < len(doc) and doc[last.i + 1].text == _HYPHEN and doc[last.i + 2].lower_ in figure_words().how_often:
        return counted_noun([*tokens, doc[last.i + 1], doc[last.i + 2]])  # "a four-time champion"
    attributive = _attributive(tokens)
    if attributive is not None and ATTRIBUTE.decides(last.idx):
        return attributive
    head, following = top(tokens), doc[last.i + 1] if last.i + 1 < len(doc) else None
    if is_participial(following):
        return None  # "by a third following warnings"
    if following is not None and _are_people(following) and PEOPLE.decides(last.idx):
        return doc[following.i : following.i + 1]
    part = following is not None and is_determiner(following)  # "half the <condos>"
    noun = governor(head) if part else governor(head, rel.ATTRIBUTE)
    if part and noun is not None and stands_as(noun, rel.POSSESSOR):  # "half the car's <range>"
        noun = governor(noun)
    near = noun is not None and last.i < noun.i <= last.i + _FARTHEST and not _is_parted(last, noun)
    if near and noun is not None and is_counted_noun(noun):
        return noun_phrase(_whole(noun), after=last.i)
    if following is None:
        return None
    of = next((word for word in (following, last) if word.lower_ in partitive), None)
    if of is not None:
        if (of_them := _among(of)) is not None:
            return of_them
        return (counted_object(of) or _counted_behind(of)) if OF_THESE.decides(last.idx) else None
    run = _run(following)
    if run is not None and RUN_ON.decides(last.idx):
        return run
    nominal = following.lower_ in figure_words().nominal and NOMINAL.decides(last.idx)
    return doc[following.i : following.i + 1] if nominal else None


def _is_parted(last: Token, noun: Token) -> bool:
    """Whether a dash stands between a figure and a noun: "12 men - and all their <sons>"."""
    return any(word.text in "-–—" and word.nbor(-1).whitespace_ for word in last.doc[last.i + 1 : noun.i])


def _are_people(word: Token) -> bool:
    """Whether a word for a nation stands for people of it, and describes no noun: "three <Lebanese> and two Danes"."""
    whole, behind = governor(word, rel.ATTRIBUTE), word.nbor() if word.i + 1 < len(word.doc) else word
    apart = whole is None or whole.i < word.i or nations_of([without_plural(whole.lower_)])
    return bool(apart and nations_of([word.lower_])) and not (is_describing(behind) or is_common_noun(behind))


def _whole(noun: Token) -> Token:
    """Return the noun in the plural right behind those that are but part of its name: "20 <welfare home places>"."""
    whole = noun
    while stands_as(whole, rel.PREMODIFIER) and is_singular(whole) and (above := governor(whole)) is not None:
        if above.i != whole.i + 1 or not is_counted_noun(above):
            break
        whole = above
    return whole if whole != noun and is_plural(whole) and WHOLE.decides(noun.idx) else noun


def _counted_behind(of: Token) -> Span | None:
    """Return what a number behind "of" counts: "25 of 40 <passes>"."""
    number = next((word for word in of.doc[of.i + 1 : of.i + 1 + _HEDGED] if is_numeral(word)), None)
    noun = governor(number, rel.ATTRIBUTE) if number is not None else None
    return (
        noun_phrase(noun, after=number.i) if noun is not None and number is not None and is_counted_noun(noun) else None
    )


def _among(of: Token) -> Span | None:
    """Return what some of those told of before are: "12 of them <children>"."""
    doc, i = of.doc, of.i + 1
    if i + 1 >= len(doc) or doc[i].lower_ not in THIRD_PLURAL | DEPENDENT_RELATIVES:
        return None
    return _run(doc[i + 1]) if AMONG.decides(of.idx) else None


def _attributive(tokens: list[Token]) -> Span | None:
    """Find the noun in the singular that a number makes an attribute of another: "a 12 <page> report"."""
    doc, i = tokens[-1].doc, tokens[-1].i + 1
    hyphen = i < len(doc) and doc[i].text == _HYPHEN
    i += hyphen
    if i + 1 >= len(doc) or tokens[-1].lower_ in figure_words().ones | figure_words().how_often:
        return None
    noun, behind = doc[i], doc[i + 1]
    if not (is_common_noun(noun) and is_singular(noun) and is_counted_noun(noun)):
        return None
    whole = is_common_noun(behind) and (hyphen or (is_singular(behind) and governor(noun) == behind))
    return doc[i : i + 1] if whole else None


def is_participial(word: Token | None) -> bool:
    """Whether a word does what a preposition does, whatever its form: "<following> warnings"."""
    return word is not None and word.lower_ in figure_words().prepositions.participial


def is_counted_noun(token: Token) -> bool:
    """Whether a token can be what is counted: a noun that is no unit, symbol or part of another figure."""
    if not (is_noun(token) or is_nominal_adjective(token)) or len(token) < 2 or not token.text[0].isalpha():
        return False
    if is_when(token) and WHEN.decides(token.idx):
        return False
    named = is_proper_noun(token) and any(dependents(token, rel.COMPOUND))  # "the World Cups"
    return named or not is_unit_word(token.text)


def is_when(token: Token) -> bool:
    """Whether a word is a day or a month that is no whole, nor describes a noun: no "half of <May>", "<May> rains"."""
    if token.lower_ not in name_words().calendar.words and token.lower_ not in calendar_words().relative_days:
        return False
    link = preposition_of(token)
    return not (stands_as(token, rel.PREMODIFIER) or (link is not None and link.lower_ == OF))


def noun_phrase(noun: Token, after: int = -1) -> Span:
    """Return the noun with the compounds and adjectives right before it: "likely voters".

    Args:
        noun: its head.
        after: index of the last token that stays out.
    """
    doc, start, left_out = noun.doc, noun.i, figure_words().left_out
    while start - 1 > after and _belongs(doc[start - 1], noun):
        start -= 1
    while start < noun.i and (doc[start].is_punct or doc[start].lower_ in left_out):
        start += 1
    if after < start - 2:  # "one-<time> bonus"
        while start < noun.i and _HYPHEN in (doc[start - 1].text, doc[start].text) and not doc[start - 1].whitespace_:
            start += 1
    return doc[start : noun.i + 1]


def _belongs(token: Token, noun: Token) -> bool:
    if token.is_punct:
        return token.text == _HYPHEN
    if is_numeral(token) or is_determiner(token) or is_pronoun(token) or is_sign(token) or is_unit_word(token.text):
        return False
    return is_part_of_phrase(token, noun)


def counted_object(preposition: Token) -> Span | None:
    """Return the object of a preposition; not one that is a time or a place ("$5 in <May>", "$5 in the <town>")."""
    noun = dependent(preposition, rel.PREPOSITIONAL_OBJECT)
    if noun is None or not is_counted_noun(noun):
        return None
    given = preposition.lower_ == IN and any(word.lower_ in DEFINITE for word in premodifiers(noun))
    is_circumstance = given or is_named(noun) or noun.lower_ in figure_words().light
    if is_circumstance and preposition.lower_ in figure_words().prepositions.circumstance:
        return None
    return noun_phrase(noun)


def _parts_adjectives(token: Token) -> bool:
    """Whether a comma stands between two adjectives: "13 brave<,> innocent sailors"."""
    between = token.text == "," and 0 < token.i < len(token.doc) - 1
    return between and is_adjectival(token.nbor(-1)) and is_adjectival(token.nbor(1))


def _run(first: Token) -> Span | None:
    """Return the adjectives and nouns that follow a number the parser did not hang on its noun."""
    end = None
    for token in first.doc[first.i : first.i + _LONGEST_RUN]:
        if is_counted_noun(token):
            end = token
        elif end is not None or not (is_adjectival(token) or _parts_adjectives(token)):
            break
    return noun_phrase(end, after=first.i - 1) if end is not None else None
