"""The best chain of labels, on scores made by hand."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotes.decoding import Chain, best_chains, chain_scores, eager, hold_to_layout, segment, words_of
from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role, Tier
from quotex.quotes.tagger import ChainConfig, TaggerConfig
from quotex.quotes.windows import Pieces
from quotex.text import analyze

Floats = npt.NDArray[np.float32]

N = len(LABELS)
CONFIG = TaggerConfig(
    name="hand-made",
    version="0",
    sha256="",
    window=128,
    labels=LABELS,
    chains=dict.fromkeys(Tier, ChainConfig(start=(0.0,) * N, transitions=((0.0,) * N,) * N, content_cost=0.5)),
)
CHAINS = chain_scores(CONFIG)
CHAIN = CHAINS[Tier.OUTER]
O, B, I = 0, BEGIN[Role.CONTENT], INSIDE[Role.CONTENT]  # noqa: E741 - the labels' own names


def total(chain: Chain, scores: Floats, path: tuple[int, ...]) -> float:
    steps = sum(chain.transitions[a, b] for a, b in pairwise(path))
    return float(chain.start[path[0]] + steps + sum(scores[i, label] for i, label in enumerate(path)))


def scores_for(*labels: int, sure: float = 5.0) -> Floats:
    scores = np.zeros((len(labels), N), dtype=np.float32)
    scores[np.arange(len(labels)), labels] = sure
    return scores


def best_chain(scores: Floats) -> list[int]:
    return best_chains(CHAINS, {Tier.OUTER: scores})[Tier.OUTER]


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=N, max_size=N), min_size=1, max_size=4))
def test_no_path_is_better(rows: list[list[float]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    found = tuple(best_chain(scores))
    best = max(total(CHAIN, scores, path) for path in product(range(N), repeat=len(rows)))
    assert total(CHAIN, scores, found) == pytest.approx(best, abs=1e-3)


@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=N, max_size=N), min_size=1, max_size=12))
def test_an_inside_follows_its_own_role(rows: list[list[float]]) -> None:
    path = best_chain(np.array(rows, dtype=np.float32))
    for before, label in zip([O, *path], path, strict=False):
        for role in Role:
            if label == INSIDE[role]:
                assert before in (BEGIN[role], INSIDE[role])


def test_a_tier_is_decoded_as_it_is_alone() -> None:
    chains = {Tier.OUTER: CHAIN, Tier.INNER: Chain(CHAIN.start - np.eye(N, dtype=np.float32)[O], CHAIN.transitions)}
    scores = dict.fromkeys(Tier, scores_for(O, B, I, O, sure=0.6))
    alone = [best_chains(chains, {tier: scores[tier]})[tier] for tier in Tier]
    assert list(best_chains(chains, scores).values()) == alone
    assert alone[0] != alone[1]


def test_no_words_no_labels() -> None:
    assert best_chain(np.zeros((0, N), dtype=np.float32)) == []


def test_a_content_pays_for_beginning() -> None:
    assert best_chain(scores_for(O, B, sure=0.4)) == [O, O]
    assert best_chain(scores_for(O, B, sure=0.6)) == [O, B]


def test_an_eager_chain_begins_a_content_that_the_usual_one_does_not() -> None:
    scores = {name: scores_for(O, B, sure=0.4) for name in ("usual", "eager")}
    found = best_chains({"usual": CHAIN, "eager": eager(CHAIN)}, scores)
    assert B not in found["usual"]
    assert B in found["eager"]


def test_segments_are_of_whole_words() -> None:
    labels = [B, I, O, BEGIN[Role.CUE], BEGIN[Role.SOURCE], INSIDE[Role.SOURCE]]
    found = segment(labels, [0, 2, 3, 4, 5, 8], 9)
    assert found == {Role.CONTENT: [(0, 3)], Role.CUE: [(4, 5)], Role.SOURCE: [(5, 9)]}


def test_words_are_pieces_that_touch() -> None:
    view = "reopened, say"
    starts, ends = np.array([0, 2, 8, 10]), np.array([2, 8, 9, 13])
    pieces = Pieces(np.zeros(4, dtype=np.int64), starts, ends, np.zeros(4, dtype=np.int64))
    assert words_of(view, pieces).tolist() == [0, 2, 3]


def held_path(text: str, labels: list[int], sure: float = 1.0) -> list[int]:
    """The path over the words of a text, once held to its layout."""
    layout = analyze(text)
    starts = np.array([i for i in range(len(text)) if text[i] != " " and (i == 0 or text[i - 1] in " “”\n")])
    starts = np.array([i for i in starts if text[i] not in "“”\n"])
    assert len(starts) == len(labels)
    return best_chain(hold_to_layout(layout, scores_for(*labels, sure=sure), starts))


def test_marks_hold_a_content_together() -> None:
    assert held_path("“We go now friends” said Ada", [B, I, O, I, O, O]) == [B, I, I, I, O, O]


def test_no_second_content_begins_between_two_marks() -> None:
    assert held_path("“We go. They stay” said Ada", [B, I, B, I, O, O]) == [B, I, I, I, O, O]


def test_a_content_begins_anew_where_its_marks_go_over_a_paragraph() -> None:
    assert held_path("“We go.\nThey stay” said Ada", [B, I, B, I, O, O]) == [B, I, B, I, O, O]


def test_marks_around_what_is_no_content_change_nothing() -> None:
    assert held_path("The “West Wing” is on", [O, O, O, O, O]) == [O] * 5


def test_nothing_goes_on_into_the_next_paragraph() -> None:
    path = held_path("Ada said so\nThen rain came", [O, O, B, I, I, I])
    assert path[3] != I
