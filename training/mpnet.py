"""A larger encoder to teach the shipped one: MPNet's weights (all-mpnet-base-v2), with the same pieces and heads.

Source: MPNet (Song and others, 2020). Its vocabulary is BERT's with four pieces before it; positions begin at 2; there
are no token types; every layer adds the same learned scores for the distance of two pieces, as in T5.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import Encoder, Shape, padding_of, take_layers

MPNET = Shape(vocabulary=30527, positions=514, width=768, inner=3072, layers=10, links=96, near=128, worth_layer=8)
"""Without the last two of its layers, which make one vector of a whole text."""

_BUCKETS, _REACH = 32, 128
_PAD, _START, _END = 0, 101, 102  # of BERT
_MOVED = 4
_FIRST_PLACE = 2
_EPSILON = 1e-5


class Teacher(Encoder):
    """The tagger's encoder in MPNet's shape."""

    def __init__(self, shape: Shape = MPNET) -> None:
        super().__init__(shape)
        self.distance = nn.Embedding(_BUCKETS, shape.heads).requires_grad_(False)
        self.register_buffer("buckets", _buckets(shape.positions), persistent=False)
        for module in self.modules():
            if isinstance(module, nn.LayerNorm):
                module.eps = _EPSILON

    def embedded(self, ids: Tensor, feat: Tensor) -> Tensor:
        """What goes into the first layer: [batch, length, width]; ``ids`` are BERT's."""
        moved = ids + _MOVED
        for piece, own in ((_START, 0), (_END, 2), (_PAD, 1)):
            moved = torch.where(ids == piece, own, moved)
        places = torch.arange(ids.shape[1], device=ids.device)[None] + _FIRST_PLACE
        x = self.ln(self.tok(moved) + self.pos(places) + self.typ(feat))
        return functional.dropout(x, self.shape.dropout, self.training)

    def through(self, x: Tensor, att: Tensor, layers: slice) -> Tensor:
        """Run some of the layers; x is [batch, length, width]."""
        length = x.shape[1]
        distances = self.distance(self.buckets[:length, :length]).permute(2, 0, 1)[None].to(x.dtype)
        mask = padding_of(att, self.pos.weight.dtype)[:, None, None, :] + distances
        for layer in self.layers[layers]:
            x = layer(x, mask)
        return x


def mpnet(weights: Path) -> Teacher:
    """A teacher with the lower layers of all-mpnet-base-v2 (``model.safetensors``), its heads untrained."""
    from safetensors.torch import load_file  # noqa: PLC0415 - needed here alone

    base = {name: value.float() for name, value in load_file(weights).items()}
    teacher = Teacher()
    state = teacher.state_dict()
    state["tok.weight"] = base["embeddings.word_embeddings.weight"]
    state["pos.weight"] = base["embeddings.position_embeddings.weight"]
    state["typ.weight"] = torch.randn_like(teacher.typ.weight) * 0.005
    state["distance.weight"] = base["encoder.relative_attention_bias.weight"]
    attention = [f"attention.attn.{name}" for name in "qkv"]
    take_layers(state, base, len(teacher.layers), attention, {"o": "attention.attn.o", "n1": "attention.LayerNorm"})
    teacher.load_state_dict(state)
    return teacher


def _buckets(length: int) -> Tensor:
    """The number of each distance's scores: [length, length], as T5 shares them out in both directions."""
    places = torch.arange(length)
    behind = places[:, None] - places[None, :]
    half = _BUCKETS // 2
    near = half // 2
    distance = behind.abs()
    spread = torch.log(distance.clamp(min=1) / near) / math.log(_REACH / near) * (half - near)
    far = (near + spread.long()).clamp(max=half - 1)
    return (behind < 0).long() * half + torch.where(distance < near, distance, far)
