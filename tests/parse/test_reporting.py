"""Who tells something by a verb, read from parses made by hand."""

from __future__ import annotations

import pytest

from hand_built import parse
from quotex.parse.reporting import told_of_noun


@pytest.mark.parametrize(
    ("rows", "verb", "told"),
    [
        (("video/NN ROOT 0", "saying/VBG acl 0", "so/RB advmod 1"), 1, ("video", "saying")),
        (("law/NN ROOT 0", "that/WDT nsubj 2", "says/VBZ relcl 0", "so/RB advmod 2"), 2, ("law", "says")),
        (("law/NN ROOT 0", "says/VBZ relcl 0", "that/WDT nsubj 1"), 1, None),  # the pronoun is behind its verb
        (("says/VBZ relcl 1", "that/WDT nsubj 0"), 0, None),  # the pronoun is what it hangs on
    ],
)
def test_what_a_noun_says_is_told_by_a_participle_or_a_relative_clause(
    rows: tuple[str, ...], verb: int, told: tuple[str, str] | None
) -> None:
    found = told_of_noun(parse(*rows)[verb])
    assert (found and (found.source[0].text, found.cue[-1].text)) == told
