"""Words that are asked of tokens are tokens: what the parser's tokenizer cuts would never be found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import spacy

from quotex.claims.kinds import claim_lexicon
from quotex.claims.lexicon import modality_lexicon
from quotex.claims.places import _lexicon as place_lexicon
from quotex.english.figures import figure_words
from quotex.english.lexicons import Lexicon

OF_SEVERAL = {"conditional_phrases", "granted", "ought", "rejecting", "states"}
"""Lists of phrases too, asked of a word with the one behind it."""


def lists(lexicon: Lexicon) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the lists that are looked words up in, by name."""
    for name in type(lexicon).model_fields:
        words = getattr(lexicon, name)
        if isinstance(words, frozenset) and name not in OF_SEVERAL:
            yield name, words


@pytest.mark.parametrize(
    "lexicon",
    [modality_lexicon(), claim_lexicon(), place_lexicon(), figure_words().change, figure_words().prepositions],
    ids=lambda lexicon: type(lexicon).__name__,
)
def test_a_word_is_one_token(lexicon: Lexicon) -> None:
    tokenizer = spacy.blank("en").tokenizer
    cut = [f"{name}: {word}" for name, words in lists(lexicon) for word in words if len(tokenizer(f"a {word} b")) != 3]
    assert cut == []
