"""A linear-chain CRF over the labels of words (Lafferty, McCallum and Pereira, 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role, Tier

_IMPOSSIBLE = -1e4


class Chain(nn.Module):
    """Transition scores, learned; an inside label only follows its own role."""

    barred: Tensor

    def __init__(self) -> None:
        super().__init__()
        n = len(LABELS)
        self.start = nn.Parameter(torch.zeros(n))
        self.steps = nn.Parameter(torch.zeros(n, n))
        barred = torch.zeros(n + 1, n)  # the last row: the start
        for role in Role:
            barred[:, INSIDE[role]] = _IMPOSSIBLE
            barred[[BEGIN[role], INSIDE[role]], INSIDE[role]] = 0.0
        self.register_buffer("barred", barred)

    def forward(self, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Mean negative log-likelihood a word.

        Args:
            scores: [batch, words, labels], padded.
            labels: [batch, words]; padding is any label.
            lengths: [batch], how many words there are; at least one.
        """
        start, steps = self.start + self.barred[-1], self.steps + self.barred[:-1]
        live = torch.arange(scores.shape[1], device=scores.device)[None] < lengths[:, None]
        scores = torch.where(live[:, :, None], scores, 0.0)
        first = scores[:, 0] + start
        # the product is associative: a window costs as many steps as its length has binary digits
        stay = torch.full_like(steps, _IMPOSSIBLE).fill_diagonal_(0.0)
        moves = torch.where(live[:, 1:, None, None], steps + scores[:, 1:, None, :], stay)
        every = torch.logsumexp(first[:, :, None] + _product(moves, stay), (1, 2))
        chosen = torch.gather(scores, 2, labels[:, :, None]).squeeze(2).sum(1) + start[labels[:, 0]]
        chosen = chosen + torch.where(live[:, 1:], steps[labels[:, :-1], labels[:, 1:]], 0.0).sum(1)
        return (every - chosen).sum() / lengths.sum()


class Chains(nn.Module):
    """A chain for each tier of attributions."""

    def __init__(self) -> None:
        super().__init__()
        self.of = nn.ModuleDict({tier: Chain() for tier in Tier})

    def __getitem__(self, tier: str) -> Chain:
        chain: Chain = self.of[tier]
        return chain


def _product(moves: Tensor, stay: Tensor) -> Tensor:
    """The log-sum-exp product of [batch, steps, labels, labels] along the steps; no step: ``stay``."""
    while moves.shape[1] > 1:
        if moves.shape[1] % 2:
            moves = torch.cat([moves, stay.expand(len(moves), 1, -1, -1)], 1)
        moves = torch.logsumexp(moves[:, ::2, :, :, None] + moves[:, 1::2, None, :, :], 3)
    return moves[:, 0] if moves.shape[1] else stay.expand(len(moves), -1, -1)


def repaired(labels: Tensor) -> Tensor:
    """Make an inside label that follows another role (its paragraph was cut) a beginning; [batch, words]."""
    before = torch.cat([torch.zeros_like(labels[:, :1]), labels[:, :-1]], 1)
    for role in Role:
        lost = (labels == INSIDE[role]) & (before != INSIDE[role]) & (before != BEGIN[role])
        labels = torch.where(lost, torch.full_like(labels, BEGIN[role]), labels)
    return labels
