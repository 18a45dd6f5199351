"""Read a shipped graph back into the encoder that it was made from, up to the rounding of its weights."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from quotex.quotes.labels import Tier
from training.crf import Chains
from training.encoder import Encoder, Shape

_MATRIX = re.compile(r"^/(?P<module>(?:layers\.\d+/)?\w+)/MatMul_quant$")

Array = npt.NDArray[np.float32]


def packaged(graph: Path, shape: Shape | None = None) -> tuple[Encoder, Chains]:
    """Load ``tagger.onnx`` and the ``tagger.toml`` beside it; heads that the graph has not are untrained.

    Graphs before 4.0.0 have one head of labels, from which both tiers begin.

    Args:
        graph: the first of them.
        shape: of the encoder; None: MiniLM-L6's.

    Raises:
        ValueError: the graph is not one of :mod:`training.export`.
    """
    model = onnx.load(str(graph)).graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.initializer}
    encoder, chains = Encoder(shape or Shape()), Chains()
    state = encoder.state_dict()
    read: dict[str, Array] = {key: value for key, value in held.items() if key in state or key == "tag.bias"}
    for name in ("tok.weight", "pos.weight", "typ.weight"):
        read[name] = _whole(held, f"{name}_quantized")
    for node in model.node:
        if node.op_type == "MatMulInteger" and (match := _MATRIX.match(node.name)):
            module = match["module"].replace("/", ".")
            read[f"{'tags.' * (module in set(Tier))}{module}.weight"] = _whole(held, node.input[1]).T
    for tier in Tier:
        read |= {f"tags.{tier}.{end}": read[f"tag.{end}"] for end in ("weight", "bias") if f"tag.{end}" in read}
    read = {key: value for key, value in read.items() if key in state and value.shape == state[key].shape}
    missing = {key for key in state if key not in read and not key.startswith(("act.", "near.", "name."))}
    if missing:
        raise ValueError(f"{graph} has no {', '.join(sorted(missing))}")
    encoder.load_state_dict({key: torch.tensor(value) for key, value in read.items()}, strict=False)
    config = tomllib.loads(graph.with_suffix(".toml").read_text(encoding="utf-8"))
    with torch.no_grad():
        for tier in Tier:
            learned = config.get("chains", {}).get(tier, config)
            chains[tier].start.copy_(torch.tensor(learned["start"]))
            chains[tier].steps.copy_(torch.tensor(learned["transitions"]))
    return encoder, chains


def _whole(held: dict[str, npt.NDArray[np.generic]], name: str) -> Array:
    """Undo the rounding: (value - zero) * scale, by column where there is a scale for each."""
    stem = name.removesuffix("_quantized")
    values = held[name].astype(np.float32)
    zero, scale = (held[f"{stem}_{end}"].astype(np.float32) for end in ("zero_point", "scale"))
    result: Array = (values - zero) * scale
    return result
