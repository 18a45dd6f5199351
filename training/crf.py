"""A linear-chain CRF over the labels of words (Lafferty, McCallum and Pereira, 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role

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
        rows = torch.arange(len(scores))
        alpha = scores[:, 0] + start
        gold = alpha[rows, labels[:, 0]]
        for i in range(1, scores.shape[1]):
            live = i < lengths
            onward = torch.logsumexp(alpha[:, :, None] + steps[None], 1) + scores[:, i]
            alpha = torch.where(live[:, None], onward, alpha)
            step = scores[rows, i, labels[:, i]] + steps[labels[:, i - 1], labels[:, i]]
            gold = gold + torch.where(live, step, torch.zeros_like(step))
        return (torch.logsumexp(alpha, 1) - gold).sum() / lengths.sum()


def repaired(labels: Tensor) -> Tensor:
    """Make an inside label that follows another role (its paragraph was cut) a beginning; [batch, words]."""
    before = torch.cat([torch.zeros_like(labels[:, :1]), labels[:, :-1]], 1)
    for role in Role:
        lost = (labels == INSIDE[role]) & (before != INSIDE[role]) & (before != BEGIN[role])
        labels = torch.where(lost, torch.full_like(labels, BEGIN[role]), labels)
    return labels
