"""What a figure counts or measures, found over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.figures import figure_words
from quotex.english.people import name_words
from quotex.english.units import is_unit_word
from quotex.parse.clauses import direct_object, top
from quotex.parse.grammar import (
    apposed_to,
    is_adjectival,
    is_common_noun,
    is_determiner,
    is_noun,
    is_numeral,
    is_pronoun,
    is_singular,
    is_symbol,
    is_verb,
    lemma,
    object_of_preposition,
    preposition_of,
    subjects,
)
from quotex.parse.names import is_named
from quotex.parse.phrases import governor, is_complement, is_part_of_phrase, modified
from quotex.quantities.changes import change_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["counted_noun", "is_counted_noun", "measured_noun", "noun_phrase", "word_before"]

ATTRIBUTE = Rule("quantities.attribute", "a noun in the singular that a number makes an attribute: a 12-page report")
OF_THESE = Rule("quantities.of-these", "what stands behind its preposition is counted")
RUN_ON = Rule("quantities.run-on", "the nouns that follow it are counted, whatever the parse makes of it")
APPOSED = Rule("quantities.apposed", "it stands in apposition to what it measures")

CHANGED_OBJECT = Rule("quantities.changed-object", "what is cut or raised by so much is counted, not who does it")

_FARTHEST = 6
_LONGEST_RUN = 5
_HYPHEN = "-"


def word_before(token: Token) -> str:
    """Return the word before a figure, in lower case; a determiner is none."""
    before = token.doc[token.i - 1] if token.i else None
    return before.lower_ if before is not None and not is_determiner(before) else ""


def counted_noun(tokens: list[Token]) -> Span | None:
    """Find the noun a bare number counts: "100,000 <troops>", "dozens of <people>", "three of the <men>"."""
    last = tokens[-1]
    doc, partitive = last.doc, figure_words().prepositions.partitive
    attributive = _attributive(tokens)
    if attributive is not None and ATTRIBUTE.decides(last.idx):
        return attributive
    noun = modified(top(tokens))
    if noun is not None and last.i < noun.i <= last.i + _FARTHEST and is_counted_noun(noun):
        return noun_phrase(noun, after=last.i)
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is None:
        return None
    of = next((word for word in (following, last) if word.lower_ in partitive), None)
    if of is not None:
        return _object(of) if OF_THESE.decides(last.idx) else None
    run = _run(following)
    return run if run is not None and RUN_ON.decides(last.idx) else None


def _attributive(tokens: list[Token]) -> Span | None:
    """Find the noun in the singular that a number makes an attribute of another: "a 12 <page> report"."""
    doc, i = tokens[-1].doc, tokens[-1].i + 1
    hyphen = i < len(doc) and doc[i].text == _HYPHEN
    i += hyphen
    if i + 1 >= len(doc) or tokens[-1].lower_ in figure_words().ones:
        return None
    noun, behind = doc[i], doc[i + 1]
    if not (is_common_noun(noun) and is_singular(noun) and is_counted_noun(noun)):
        return None
    whole = is_common_noun(behind) and (hyphen or (is_singular(behind) and governor(noun) == behind))
    return doc[i : i + 1] if whole else None


def measured_noun(tokens: list[Token], *, money: bool, durative: bool) -> Span | None:
    """Find what a figure with a unit measures.

    "52 percent of <voters>", "a 15 percent <rate>", "a <fine> of $2m", "the <rate> came to 5%".

    Args:
        tokens: of the figure, its unit included.
        money: the unit is money, and no rate: "$2m in <costs>", "$12,000 for a <roof>".
        durative: the unit is one of time or age, or times: subjects are then not what is measured.
    """
    head, last, words = top(tokens), tokens[-1], figure_words().prepositions
    if last.i + 1 < len(last.doc):
        following = last.doc[last.i + 1]
        leads = following.lower_ in words.partitive or (money and following.lower_ in words.cost)
        if leads and (found := _object(following)):
            return found
    noun = modified(head)
    if noun is not None and noun.i > last.i and is_counted_noun(noun):
        return noun_phrase(noun, after=last.i)
    noun = apposed_to(head)
    if noun is not None and is_counted_noun(noun) and APPOSED.decides(last.idx):
        return noun_phrase(noun)
    return None if durative else _measured_by_verb(head)


def _measured_by_verb(head: Token) -> Span | None:
    """Find the noun or the subject that a figure is said of: "a <fine> of $2m", "the <rate> came to 5%"."""
    link = preposition_of(head)
    verb = governor(link if link is not None else head)
    if verb is None:
        return None
    if link is not None and is_counted_noun(verb) and link.lower_ in figure_words().prepositions.measure:
        return noun_phrase(verb)
    if not is_verb(verb) or (link is None and not is_complement(head)):
        return None
    if lemma(verb) not in figure_words().measures and not change_of(head):
        return None
    changed = direct_object(verb)
    if link is not None and changed is not None and is_counted_noun(changed) and CHANGED_OBJECT.decides(changed.idx):
        return noun_phrase(changed)
    return next((noun_phrase(own) for own in subjects(verb) if own.i < verb.i and is_counted_noun(own)), None)


def is_counted_noun(token: Token) -> bool:
    """Whether a token can be what is counted: a noun that is no unit, symbol or part of another figure."""
    if not is_noun(token) or len(token) < 2 or not token.text[0].isalpha():
        return False
    return not is_unit_word(token.text)


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
    return doc[start : noun.i + 1]


def _belongs(token: Token, noun: Token) -> bool:
    if token.is_punct:
        return token.text == _HYPHEN
    if is_numeral(token) or is_determiner(token) or is_pronoun(token) or is_symbol(token) or is_unit_word(token.text):
        return False
    return is_part_of_phrase(token, noun)


def _object(preposition: Token) -> Span | None:
    """Return the object of a preposition; not one that is a time or a place ("$5 in <May>")."""
    noun = object_of_preposition(preposition)
    if noun is None or not is_counted_noun(noun):
        return None
    is_circumstance = is_named(noun) or noun.lower_ in name_words().calendar.words
    if is_circumstance and preposition.lower_ in figure_words().prepositions.circumstance:
        return None
    return noun_phrase(noun)


def _run(first: Token) -> Span | None:
    """Return the adjectives and nouns that follow a number the parser did not hang on its noun."""
    end = None
    for token in first.doc[first.i : first.i + _LONGEST_RUN]:
        if is_counted_noun(token):
            end = token
        elif end is not None or not is_adjectival(token):
            break
    return noun_phrase(end, after=first.i - 1) if end is not None else None
