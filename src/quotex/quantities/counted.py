"""What a figure counts or measures, found over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.english.units import is_unit_word
from quotex.quantities.hedges import change_of, quantity_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["SUBJECTS", "counted_noun", "is_counted_noun", "led_by", "measured_noun", "noun_phrase", "top_token"]

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])

_NOUNS = ("NOUN", "PROPN")
_MODIFIERS = ("compound", "amod", "nmod")
_ADJECTIVAL = ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH")
_DROPPED = ("more", "other", "such", "additional", "many", "further", "same", "own")
_TO_NOUN = ("nummod", "compound", "amod", "nmod", "quantmod", "appos", "poss")
_TO_VERB = ("dobj", "attr", "npadvmod", "oprd", "dep", "acomp", "advmod", "ccomp", "nsubj", "obl", "conj")


def top_token(tokens: list[Token]) -> Token:
    """Return the token the others hang on: the first whose head lies outside."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head == t]
    return tops[-1] if tops else tokens[-1]


def led_by(token: Token) -> str:
    """Return the word before a figure, in lower case; a determiner is none."""
    before = token.doc[token.i - 1] if token.i else None
    return before.lower_ if before is not None and before.pos_ != "DET" else ""


def counted_noun(tokens: list[Token]) -> Span | None:
    """Find the noun a bare number counts: "100,000 <troops>", "dozens of <people>", "three of the <men>"."""
    top, last = top_token(tokens), tokens[-1]
    doc = last.doc
    if attributive := _attributive(tokens):
        return attributive
    if top.dep_ in _TO_NOUN and last.i < top.head.i <= last.i + 6 and is_counted_noun(top.head):
        return noun_phrase(top.head, after=last.i)
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is None:
        return None
    if following.lower_ == "of" or last.lower_ == "of":
        return _object(following if following.lower_ == "of" else last)
    return _run(following)


def _attributive(tokens: list[Token]) -> Span | None:
    """Find the noun in the singular that a number makes an attribute of another: "a 12 <page> report"."""
    doc, i = tokens[-1].doc, tokens[-1].i + 1
    hyphen = i < len(doc) and doc[i].text == "-"
    i += hyphen
    if i + 1 >= len(doc) or doc[i].tag_ != "NN" or not is_counted_noun(doc[i]) or tokens[-1].lower_ in ("one", "1"):
        return None
    behind = doc[i + 1]
    whole = behind.tag_ in ("NN", "NNS") if hyphen else behind.tag_ == "NN" and doc[i].head == behind
    return doc[i : i + 1] if whole else None


def measured_noun(tokens: list[Token], *, money: bool, durative: bool) -> Span | None:
    """Find what a figure with a unit measures.

    "52 percent of <voters>", "a 15 percent <rate>", "a <fine> of $2m", "the <rate> fell to 5%".

    Args:
        tokens: of the figure, its unit included.
        money: the unit is money, and no rate: "$2m in <costs>", "$12,000 for a <roof>".
        durative: the unit is one of time or age, or times: subjects are then not what is measured.
    """
    top, last = top_token(tokens), tokens[-1]
    if last.i + 1 < len(last.doc):
        following = last.doc[last.i + 1]
        if following.lower_ == "of" and (found := _object(following)):
            return found
        if following.lower_ in ("in", "for") and money and (found := _object(following)):
            return found
    if top.dep_ in _TO_NOUN and is_counted_noun(top.head) and top.head.i > last.i:
        return noun_phrase(top.head, after=last.i)
    if top.dep_ == "appos" and is_counted_noun(top.head):
        return noun_phrase(top.head)
    return None if durative else _measured_by_verb(top)


def _measured_by_verb(top: Token) -> Span | None:
    link = top
    if top.dep_ == "pobj":
        link = top.head
        if is_counted_noun(link.head) and link.lower_ in ("of", "at", "to", "by", "from", "between"):
            return noun_phrase(link.head)
    verb = link.head
    if verb.pos_ not in ("VERB", "AUX") or (link == top and top.dep_ not in _TO_VERB):
        return None
    if verb.lemma_ not in quantity_lexicon().measures and not change_of(top):
        return None
    subjects = (c for c in verb.lefts if c.dep_ in SUBJECTS and is_counted_noun(c))
    return next(map(noun_phrase, subjects), None)


def is_counted_noun(token: Token) -> bool:
    """Whether a token can be what is counted: a noun that is no unit, symbol or part of another figure."""
    if token.pos_ not in _NOUNS or len(token) < 2 or not token.text[0].isalpha():
        return False
    return token.ent_type_ not in ("MONEY", "PERCENT") and not is_unit_word(token.text)


def noun_phrase(noun: Token, after: int = -1) -> Span:
    """Return the noun with the compounds and adjectives right before it: "likely voters".

    Args:
        noun: its head.
        after: index of the last token that stays out.
    """
    doc, start = noun.doc, noun.i
    while start - 1 > after and _belongs(doc[start - 1], noun):
        start -= 1
    while start < noun.i and (doc[start].is_punct or doc[start].lower_ in _DROPPED):
        start += 1
    return doc[start : noun.i + 1]


def _belongs(token: Token, noun: Token) -> bool:
    if token.is_punct:
        return token.text == "-"
    if token.pos_ in ("NUM", "DET", "PRON", "SYM") or is_unit_word(token.text):
        return False
    return token.i < token.head.i <= noun.i and (token.dep_ in _MODIFIERS or token.head != noun)


def _object(preposition: Token) -> Span | None:
    """Return the object of a preposition; not one that is a time or a place ("$5 in <May>")."""
    for child in preposition.rights:
        if child.dep_ in ("pobj", "pcomp"):
            where_or_when = preposition.lower_ == "in" and child.ent_type_
            return noun_phrase(child) if is_counted_noun(child) and not where_or_when else None
    return None


def _run(first: Token) -> Span | None:
    """Return the adjectives and nouns that follow a number the parser did not hang on its noun."""
    end = None
    for token in first.doc[first.i : first.i + 5]:
        if is_counted_noun(token):
            end = token
        elif end is not None or token.tag_ not in _ADJECTIVAL:
            break
    return noun_phrase(end, after=first.i - 1) if end is not None else None
