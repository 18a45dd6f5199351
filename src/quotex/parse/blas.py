"""Which library multiplies the parser's matrices.

spaCy's own choice, BLIS, has no kernels for wide registers on many processors, and numpy's OpenBLAS is three times as
fast there. But OpenBLAS shares a product among threads, on whose number its last bits depend, and which wait for each
other where several processes run: so it is used only in a process that holds it to one thread, as all of the command
line's do.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_THREADS = "OPENBLAS_NUM_THREADS"
"""read once, when numpy is loaded"""


def hold_to_one_thread() -> None:
    """Hold OpenBLAS to one thread, here and in processes that start from here, unless numpy is loaded already."""
    if "numpy" not in sys.modules:
        os.environ.setdefault(_THREADS, "1")


def use_fastest(nlp: Language) -> None:
    """Let a pipeline multiply by OpenBLAS, if numpy has it, held to one thread; what runs elsewhere is let alone."""
    import numpy as np  # noqa: PLC0415
    from spacy.pipeline import TrainablePipe  # noqa: PLC0415
    from thinc.backends import NumpyOps  # noqa: PLC0415

    library = np.show_config(mode="dicts").get("Build Dependencies", {}).get("blas", {}).get("name", "")
    if os.environ.get(_THREADS) != "1" or "openblas" not in library:
        return
    fast = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        if isinstance(part, TrainablePipe):
            for layer in part.model.walk():
                if type(layer.ops) is NumpyOps:
                    layer.ops = fast
