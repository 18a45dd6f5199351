"""The parser multiplies by OpenBLAS only where that runs in one thread."""

from __future__ import annotations

import os
import sys

import numpy as np
import pytest
import spacy
from spacy.language import Language

from quotex.parse.blas import hold_to_one_thread, use_fastest


@pytest.fixture
def bare() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    nlp.add_pipe("attribute_ruler")
    return nlp


def multiplies_by_blis(nlp: Language) -> set[bool]:
    return {layer.ops.use_blis for layer in nlp.get_pipe("tagger").model.walk()}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("threads", "library", "blis"),
    [("1", "scipy-openblas", False), ("4", "scipy-openblas", True), ("", "openblas64", True), ("1", "mkl", True)],
)
def test_by_threads_and_library(
    bare: Language, monkeypatch: pytest.MonkeyPatch, threads: str, library: str, blis: bool
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
    monkeypatch.setattr(np, "show_config", lambda mode: {"Build Dependencies": {"blas": {"name": library}}})
    use_fastest(bare)
    assert multiplies_by_blis(bare) == {blis}


def test_threads_are_held_before_numpy_is_loaded_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    hold_to_one_thread()
    assert "OPENBLAS_NUM_THREADS" not in os.environ
    monkeypatch.delitem(sys.modules, "numpy")
    hold_to_one_thread()
    assert os.environ.pop("OPENBLAS_NUM_THREADS") == "1"
