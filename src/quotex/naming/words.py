"""The words of a view, each with its token of the parse: the stuff names are found in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import PRONOUNS
from quotex.english.names import (
    HOUSE_NUMBER,
    fold_name,
    is_credit,
    is_ordinal,
    is_saint,
    is_with_article,
    possessive_ending,
)
from quotex.english.people import name_words, source_nouns
from quotex.parse import grammar
from quotex.parse.grammar import is_proper_noun, opens_sentence
from quotex.parse.names import continues_name, is_body, is_named
from quotex.parse.tokens import TokenIndex
from quotex.text import Layout

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN_ENDING = Rule("naming.own-ending", "a body that does something with 's is so called wherever it is named")

NUMBERED = Rule("naming.numbered", "a channel is named with its number: Channel 12")

_YEAR = 4  # digits
_WORD = re.compile(
    rf"{HOUSE_NUMBER}"  # No 10
    r"|(?:[^\W\d_]\.){2,}(?!\w)"  # U.S.  J.K.
    r"|[^\W\d_]\.(?= ?[^\W\d_])(?!\w{2})"  # an initial: "J. Smith"
    r"|[^\W_](?:[^\W_]|\u00ad|(?:[’'&/\-‑]|\.(?![A-Z])|(?<=[A-Z])\.(?=[A-Z]{1,3}\b))(?=[^\W_])"
    r"|(?<=[a-z])-\n(?=[a-z]))*"  # cut at the end of a line: "Sand-", "strom"
)


_INITIALS_OF_MANY = re.compile(r"[A-Z]{2,4}s")


def singular(token: Token) -> str:
    """Return a noun in the singular, in small letters."""
    return source_nouns().singular(token.lower_, grammar.lemma(token))


@dataclass(slots=True)
class Word:
    """A word of the view.

    Attributes:
        start, end: offsets, without a possessive ending, with the full stop of an abbreviation.
        fold: for comparing.
        capitalised: it starts with a capital letter (or is of the form "al-Sisi", or "92nd" and "4" in a body's name).
        possessive: "'s" or "s'" follows.
        token: the parser's token at its start.
        binding: what stands between it and the word before: a single blank, a comma, ...
    """

    start: int
    end: int
    fold: str
    capitalised: bool
    possessive: bool
    token: Token
    binding: str

    @property
    def can_be_name(self) -> bool:
        """Whether the parser takes it for a word that can be part of a name."""
        is_name = grammar.can_be_name(self.token) or is_named(self.token) or is_acronym(self.token)
        opens_body = self.fold in name_words().organizations.first or self.is_behind_noun  # "Greater Harlow Police"
        rank, hyphen, _ = self.fold.partition("-")
        opens_title = bool(hyphen) and rank in name_words().ranks.words  # "Under-Secretary"
        return is_name or self.is_house or (self.capitalised and (opens_body or opens_title))

    @property
    def is_house(self) -> bool:
        """Whether it is the number of a house that speaks: "No 10"."""
        return " " in self.fold

    @property
    def is_behind_noun(self) -> bool:
        """Whether a noun for a body stands right before: "the charity Stand Up To Damp"."""
        return self.binding == " " and self.token.i > 0 and self.token.nbor(-1).text in source_nouns().organization


def is_acronym(token: Token) -> bool:
    """Whether a word like a pronoun's is written as an acronym: "WHO", "US"."""
    return token.is_upper and len(token) > 1 and token.lower_ in PRONOUNS


def is_initials_of_many(token: Token) -> bool:
    """Whether a word is initials with a plural's s: "MPs"."""
    return _INITIALS_OF_MANY.fullmatch(token.text) is not None


def read_words(layout: Layout, tokens: TokenIndex) -> list[Word]:
    """Return all words of a document, in text order."""
    found = list(tokens)
    if not found:
        return []
    view = layout.view
    words: list[Word] = []
    abbreviated = name_words().abbreviations.words
    i, last, behind = 0, len(found) - 1, 0
    starts = [t.idx for t in found]
    stops = [0, *sorted(layout.cuts), len(view)]
    for match in chain.from_iterable(_WORD.finditer(view, a, b) for a, b in pairwise(stops)):
        start, end = match.span()
        raw = match.group()
        ending = possessive_ending(view, start, end)
        possessive = ending is not None
        if ending is not None:
            end = ending
        while i < last and starts[i + 1] <= start:
            i += 1
        if ending is None and view[end : end + 1] == "." and raw[0].isupper() and raw.lower() in abbreviated:
            end += not _ends_sentence(found[i])
        capitalised = (raw[0].isupper() and not is_credit(raw)) or is_with_article(raw)
        if raw[0].isdigit() and is_body(found[i]):
            capitalised |= is_ordinal(raw) or (raw.isdigit() and continues_name(found[i]))
        if raw.isdigit() and words and start == behind + 1 and _is_numbered(words[-1], raw):
            capitalised = NUMBERED.decides(start)
        binding = " " if start in layout.cuts else view[behind:start]
        words.append(Word(start, end, fold_name(view[start:end]), capitalised, possessive, found[i], binding))
        behind = max(match.end(), end + 1) if possessive else end
    _write_whole(view, words)
    return words


def _is_numbered(word: Word, number: str) -> bool:
    """Whether a body is told from others of its kind by a number: "Channel <12>"."""
    return word.capitalised and word.fold in name_words().organizations.numbered and len(number) < _YEAR


def _ends_sentence(token: Token) -> bool:
    """Whether the stop behind a word ends its sentence: "an <MSP>. He said", not "Cllr. Marsh"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return len(behind) > 1 and behind[0].text == "." and opens_sentence(behind[1]) and not is_proper_noun(behind[1])


def _write_whole(view: str, words: list[Word]) -> None:
    """Let bodies keep an ending that is of their name, where one does something with it: "Harlow's <said>"."""
    ended = [w for w in words if w.possessive and w.capitalised and view.endswith("s", w.end, w.end + 2)]
    acting = [w for w in ended if _acts_with_ending(w.token) or _is_whose(w.token)]
    often = Counter(w.fold for w in acting)  # once alone may be "Marsh's", who has
    longer = {w.fold for w, behind in pairwise(words) if w.possessive and behind.capitalised and behind.binding == " "}
    whole = {w.fold for before, w in pairwise(words) if w.possessive and is_saint(before.fold) and _stands_alone(w)}
    whole |= {w.fold for w in acting if is_body(w.token) or w.is_behind_noun or often[w.fold] > 1 or w.fold in longer}
    for word in ended:
        if word.fold in whole and OWN_ENDING.decides(word.start):
            word.end, word.fold, word.possessive = word.end + 2, f"{word.fold}'s", False


def _is_whose(token: Token) -> bool:
    """Whether a body with such an ending owns nothing: "the manager of <Harlow's>, said"."""
    i = token.i + 2
    ended = is_body(token) and i < len(token.doc) and grammar.is_possessive_ending(token.nbor(1))
    behind = grammar.preposition_of(token) is not None
    return (
        ended
        and behind
        and ((token.doc[i].is_punct and not token.doc[i].is_quote) or grammar.is_preposition(token.doc[i]))
    )


def _stands_alone(word: Word) -> bool:
    """Whether nothing stands behind the ending of a possessive that would be owned: "St Brendan's, a hospital"."""
    i = word.token.i + 2
    return i >= len(word.token.doc) or word.token.doc[i].is_punct


def _acts_with_ending(token: Token) -> bool:
    """Whether the subject of a finite verb that stands right behind it has the ending of a possessive."""
    i = token.i + 2
    ended = i < len(token.doc) and grammar.is_possessive_ending(token.nbor(1))
    return ended and grammar.is_finite(token.doc[i]) and grammar.subject(token.doc[i]) == token
