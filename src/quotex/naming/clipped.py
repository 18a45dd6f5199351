"""Words that open a paragraph and have lost their article, or their first letters: "rust said", "PM said"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE, INDEFINITE
from quotex.english.people import name_words, source_nouns
from quotex.english.roles import AGED
from quotex.naming.names import Name
from quotex.parse import grammar, phrases
from quotex.parse.tokens import TokenIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

CUT_WORD = Rule(
    "speakers.cut-word", "a noun in small letters that opens a paragraph has lost its article, or first letters"
)
CUT_ARTICLE = Rule("speakers.cut-article", "where paragraphs lost their beginnings, a noun that opens one is definite")
BARE_OFFICE = Rule("speakers.bare-office", "an office that opens a paragraph by itself points back: PM said")

_FAR = 50
"""How many names back one can stand of which the first letters are lost."""
_LETTERS = 4  # that are left of a name at least: fewer are the end of any


class ClippedWords:
    """Completes the words of one document.

    Args:
        view: of the article.
        tokens: of its parse.
        names: of the article, in text order.
    """

    def __init__(self, view: str, tokens: TokenIndex, names: list[Name]) -> None:
        self._view = view
        self._tokens = tokens
        self._names = names
        self._name_starts = [n.start for n in names]

    def has_lost_article(self, tokens: list[Token], noun: str) -> bool:
        """Whether the words for a source open a paragraph with a noun in small letters, or with an office alone.

        Args:
            tokens: the words.
            noun: that heads them, in the singular.
        """
        first = tokens[0]
        if not self._opens_paragraph(first) or grammar.is_determiner(first) or first.lower_ in INDEFINITE:
            return False
        if first.is_lower:
            return CUT_WORD.decides(first.idx)
        office = len(tokens) == 1 and grammar.is_singular(first) and noun in name_words().titles.words
        if office and BARE_OFFICE.decides(first.idx):
            return True
        nouns = source_nouns()
        known = noun in nouns.person or noun in nouns.organization or AGED.match(self._view, first.idx) is not None
        known = known and not any(map(grammar.is_possessive_ending, tokens))
        return self._loses_articles and known and CUT_ARTICLE.decides(first.idx)

    @cached_property
    def _loses_articles(self) -> bool:
        """Whether the text has lost the beginnings of paragraphs: some begin with a small letter."""
        return any(t.is_lower and t.is_alpha and self._opens_paragraph(t) for t in self._tokens)

    def _opens_paragraph(self, token: Token) -> bool:
        return token.idx == 0 or self._view[token.idx - 1] == "\n"

    def is_article(self, token: Token) -> bool:
        """Whether "the" has lost its first letter at the beginning of a paragraph: "he BBC"."""
        behind = token.nbor(1)
        is_noun = grammar.is_noun(behind) or grammar.is_proper_noun(behind) or phrases.is_descriptive(behind)
        return is_noun and token.lower_ == DEFINITE_ARTICLE[1:] and token.is_lower and self._opens_paragraph(token)

    def completed(self, token: Token) -> str | None:
        """Return the noun for one source that a word is the end of: "rust said" where a trust is spoken of."""
        nouns, word = source_nouns(), token.lower_
        if word in nouns:
            return word
        whole = [n for n in nouns.person | nouns.organization if n.endswith(word) and len(word) > 2]
        known = [n for n in whole if n in self._small_words] or whole
        return known[0] if len(known) == 1 else None

    def completed_name(self, token: Token) -> Name | None:
        """Return the last name before a word that the word is the end of, or else the next: "orrlys" of "Norrlys"."""
        if len(token) < _LETTERS:
            return None
        behind = bisect_left(self._name_starts, token.idx)
        near = (*reversed(self._names[max(0, behind - _FAR) : behind]), *self._names[behind : behind + _FAR])
        return next((n for n in near if n.words[-1].endswith(token.lower_)), None)

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(token.lower_ for token in self._tokens)
