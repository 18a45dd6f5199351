"""Paragraphs that write nearly every word with a capital, as headlines do: there capitals tell no name."""

from __future__ import annotations

from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.people import name_words
from quotex.naming.words import Word
from quotex.parse.grammar import is_finite, is_full_verb

TITLE_CASE = Rule("naming.title-case", "where nearly every word has a capital, none of them tells a name")
LISTED = Rule("naming.listed", "between commas, capitals name those who are listed: who was present")

_FEWEST_LISTED = 1
"""Names with a comma on either side: two more stand outside."""
_LONGEST_LISTED = 4  # words: a title and a full name
_LINE = 4  # words: of fewer, capitals tell nothing of how a headline is written
_SMALL = 3  # letters of words that headlines in capitals leave small
_TITLE_SHARE = 0.75
"""Share of the longer words with capitals: in 560 articles title case has .86 or more, notices .8, and of other lines
only ten have more than this, whose names stand elsewhere too."""


def is_title_case(words: list[Word]) -> bool:
    """Whether a paragraph capitalises (nearly) every word, or is a short line in capitals: these say nothing there."""
    long = [w for w in words if w.end - w.start > _SMALL]
    if len(words) < _LINE and all(w.token.is_upper and not name_words().is_honorific(w.fold) for w in words):
        return TITLE_CASE.decides(words[0].start)
    if len(words) < _LINE or sum(w.capitalised for w in long) <= _TITLE_SHARE * len(long):
        return False
    if _is_list(words) and LISTED.decides(words[0].start):
        return False
    acts = any(not w.capitalised and is_full_verb(w.token) and is_finite(w.token) for w in long)
    return not acts and TITLE_CASE.decides(words[0].start)


def _is_list(words: list[Word]) -> bool:
    """Whether two or more of a row stand between commas, and are names by their length."""
    commas = [i for i, word in enumerate(words[1:], 1) if "," in word.binding]
    between = [words[i:j] for i, j in pairwise(commas)]
    full = [w for w in between if 2 <= len(w) <= _LONGEST_LISTED and all(word.capitalised for word in w)]
    return len(full) >= _FEWEST_LISTED and len(full) == len(between)
