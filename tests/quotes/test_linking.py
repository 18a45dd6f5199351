"""Contents hang on cues and cues on sources, on links made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from quotex.quotes.labels import ACTS, NAMES, Role
from quotex.quotes.linking import link
from quotex.quotes.tagger import Links, Tagging
from quotex.quotes.windows import Pieces

# six pieces: 0-1 content, 2 cue, 3 source, 4 content, 5 nothing; position 0 of the window is [CLS]
WHERE = np.array([-1, 0, 1, 2, 3, 4, 5, -1])
SEGMENTS = {Role.CONTENT: [(0, 2), (4, 5)], Role.CUE: [(2, 3)], Role.SOURCE: [(3, 4)]}


def tagging(cue: dict[int, int], source: dict[int, int]) -> Tagging:
    """Pieces point (by position) where the dictionaries say, and nowhere else."""
    matrices = []
    for pointed in (cue, source):
        logits = np.zeros((len(WHERE), len(WHERE)), dtype=np.float16)
        for row, column in pointed.items():
            logits[row, column] = 9
        matrices.append(logits)
    n = 6
    empty = np.zeros(n, dtype=np.int64)
    return Tagging(
        Pieces(empty, np.arange(n), np.arange(n) + 1, empty),
        {},
        empty,
        (Links(WHERE, *matrices),),
        np.zeros(n, dtype=np.float32),
        np.zeros((n, len(ACTS)), dtype=np.float32),
        np.zeros((n, len(NAMES)), dtype=np.float32),
    )


def test_pieces_that_point_at_one_cue_are_one_quotation() -> None:
    (found,) = link(tagging({1: 3, 2: 3, 5: 3}, {3: 4}), SEGMENTS)
    assert (found.contents, found.cue, found.source) == ([(0, 2), (4, 5)], (2, 3), (3, 4))
    assert found.strength == pytest.approx(1, abs=0.01)


def test_a_cue_that_points_nowhere_has_no_source() -> None:
    found = link(tagging({1: 3, 2: 3, 5: 3}, {3: 0}), SEGMENTS)
    assert [a.source for a in found] == [None]


def test_a_content_hangs_on_no_word_without_a_label() -> None:
    found = link(tagging({1: 3, 2: 3, 5: 6}, {3: 4, 6: 4}), SEGMENTS)
    assert [(a.contents, a.cue) for a in found] == [([(0, 2)], (2, 3)), ([(4, 5)], None)]


def test_a_content_that_points_nowhere_stands_alone() -> None:
    found = link(tagging({1: 0, 2: 0, 5: 3}, {3: 4}), {**SEGMENTS, Role.CUE: []})
    assert next((a.contents, a.cue, a.source) for a in found) == ([(0, 2)], None, None)


def test_a_cue_may_be_the_last_piece_of_its_window() -> None:
    (found,) = link(tagging({1: 6, 2: 6}, {6: 4}), {Role.CONTENT: [(0, 2)], Role.CUE: [(5, 6)], Role.SOURCE: [(3, 4)]})
    assert (found.cue, found.source) == ((5, 6), (3, 4))


def test_nothing_from_nothing() -> None:
    assert link(tagging({}, {}), {role: [] for role in Role}) == []
