"""Words on raw speakers, with what the parse says of each: the stuff names are found in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.english.people import fold, name_words
from quotex.text import Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["NUMERIC", "Word", "read_words"]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)"  # U.S.  J.K.
    r"|[^\W\d_]\.(?= ?[^\W\d_])(?!\w{2})"  # an initial: "J. Smith"
    r"|[^\W_](?:[^\W_]|[’'&/\-‑.](?=[^\W_]))*"
)
_POSSESSIVE = re.compile(r"[’'][sS]$")
_ARABIC = re.compile(r"(?:al|el|ul|as|ad|ash)-[^\W\d_a-z]")
NUMERIC = frozenset(["", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"])
"""What the parser calls words that are no name; "": nothing."""
_CLOSED = frozenset(["DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PART", "NUM", "VERB", "ADV", "PUNCT"])


@dataclass(slots=True)
class Word:
    """A word of the view.

    Attributes:
        start, end: offsets, without a possessive ending, with the full stop of an abbreviation.
        fold: for comparing.
        upper: it starts with a capital letter (or is of the form "al-Sisi").
        possessive: "'s" or "s'" follows.
        token: the parser's token at its start.
        binding: what stands between it and the word before: a single blank, a comma, ... as speakers.
    """

    start: int
    end: int
    fold: str
    upper: bool
    possessive: bool
    token: Token
    binding: str

    @property
    def is_open(self) -> bool:
        """Whether the parser takes it for a word that can be part of a name."""
        return self.token.pos_ not in _CLOSED or self.token.ent_type_ not in NUMERIC


def read_words(layout: Layout, doc: Doc) -> list[Word]:
    """Return all words of a document, in text order."""
    if not len(doc):
        return []
    view, words = layout.view, []
    abbreviated = name_words().abbreviations.words
    i, last, behind = 0, len(doc) - 1, 0
    starts = [t.idx for t in doc]
    for match in _WORD.finditer(view):
        start, end = match.span()
        raw = match.group()
        possessive = False
        if _POSSESSIVE.search(raw):
            end, possessive = end - 2, True
        elif view[end : end + 1] in ("'", "’") and raw[-1] in "sS" and not view[end + 1 : end + 2].isalnum():
            possessive = True
        elif view[end : end + 1] == "." and raw[0].isupper() and raw.lower() in abbreviated:
            end += 1
        while i < last and starts[i + 1] <= start:
            i += 1
        upper = raw[0].isupper() or _ARABIC.match(raw) is not None
        words.append(Word(start, end, fold(view[start:end]), upper, possessive, doc[i], view[behind:start]))
        behind = match.end() if possessive else end
    return words
