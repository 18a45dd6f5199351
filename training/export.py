"""From a trained encoder to the files that the package ships: int8 weights on ONNX, and their configuration."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from quotex.quotes.labels import LABELS, Tier
from training.crf import Chains
from training.encoder import Encoder

NAME = "quotex-tagger-l6"
WINDOW = 128
"""Pieces, with the two at the ends."""
CONTENT_COSTS = dict.fromkeys(Tier, 1.0)
_INPUTS = ("ids", "feat", "att")
_OUTPUTS = (*Tier, "cue", "src", "worth", "act", "name")


def export(encoder: Encoder, path: Path) -> None:
    """Write the encoder as an ONNX graph with int8 weights per channel, activations quantised as it runs."""
    encoder.eval()
    ids = torch.randint(0, min(1000, encoder.shape.vocabulary), (2, 24))  # a teacher moves them up
    attended = torch.ones_like(ids)
    attended[1, 20:] = 0
    axes = {name: {0: "batch", 1: "length"} for name in (*_INPUTS, *Tier, "worth", "act", "name")}
    axes |= {name: {0: "batch", 1: "length", 2: "column"} for name in ("cue", "src")}
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            encoder,
            (ids, torch.zeros_like(ids), attended),
            str(plain),
            input_names=list(_INPUTS),
            output_names=list(_OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(path), weight_type=QuantType.QInt8, per_channel=True)


def difference(
    encoder: Encoder, path: Path, windows: Iterable[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]
) -> float:
    """Share of the pieces whose best label is another one in the exported graph than in PyTorch.

    Args:
        encoder: as trained.
        path: the exported graph.
        windows: identifiers and features of each.
    """
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    other = total = 0
    encoder.eval()
    for ids, features in windows:
        attended = np.ones_like(ids)
        (exported,) = session.run([Tier.OUTER], {"ids": ids[None], "feat": features[None], "att": attended[None]})
        with torch.no_grad():
            trained, *_ = encoder(*(torch.as_tensor(a)[None] for a in (ids, features, attended)))
        other += int((exported[0].argmax(-1) != trained[0].numpy().argmax(-1)).sum())
        total += len(ids)
    return other / max(1, total)


def write_config(
    chains: Chains,
    weights: Path,
    *,
    name: str = NAME,
    version: str = "0",
    content_costs: Mapping[Tier, float] = CONTENT_COSTS,
) -> None:
    """Write ``tagger.toml`` beside the weights."""
    lines = [
        "# The attribution tagger packaged with quotex; MODEL_CARD.md says what it is and how it was made.",
        f'name = "{name}"',
        f'version = "{version}"',
        f'sha256 = "{hashlib.sha256(weights.read_bytes()).hexdigest()}"',
        f"window = {WINDOW}",
        _labels_line(),
        "",
        "# Each tier's chain: transition scores from row to column, in the order of the labels; impossible ones are",
        "# forbidden by the decoder whatever stands here. content_cost: what a content pays for beginning, the recall",
        "# that is given up for precision.",
    ]
    for tier in Tier:
        chain = chains[tier]
        steps = [[round(float(x), 4) for x in row] for row in chain.steps.detach()]
        start = [round(float(x), 4) for x in chain.start.detach()]
        cost = f"content_cost = {content_costs[tier]}"
        rows = [f"    {row}," for row in steps]
        lines += [f"[chains.{tier}]", cost, f"start = {start}", "transitions = [", *rows, "]", ""]
    weights.with_suffix(".toml").write_text("\n".join(lines), encoding="utf-8")


def _labels_line() -> str:
    quoted = ", ".join(f'"{label}"' for label in LABELS)
    return f"labels = [{quoted}]"
