"""A tagger can be loaded from a folder; one whose files do not belong together is refused in one line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from quotex.errors import MissingPartError
from quotex.quotes import Tagger
from quotex.quotes.labels import Tier
from quotex.text import analyze

FILES = ("tagger.toml", "tagger.onnx", "vocab.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        with resources.as_file(resources.files("quotex.models") / name) as path:
            shutil.copy(path, tmp_path / name)
    return tmp_path


def test_a_tagger_from_a_folder_tags_as_the_packaged_one_does(folder: Path) -> None:
    layout = analyze("The ferry is late, the harbour master said.")
    own, packaged = Tagger(folder), Tagger()
    assert own.name == packaged.name
    for tier in Tier:
        assert np.array_equal(own.tag(layout).labels[tier], packaged.tag(layout).labels[tier])


def test_a_window_is_filled_to_its_last_piece() -> None:
    tagger = Tagger()
    room = tagger.config.window - len(["[CLS]", "[SEP]"])
    assert set(tagger.tag(analyze("late " * room)).window_of) == {0}
    assert set(tagger.tag(analyze("late " * (room + 1))).window_of) == {0, 1}


def _other_weights(folder: Path) -> None:
    with (folder / "tagger.onnx").open("ab") as weights:
        weights.write(b"\0")


def _other_labels(folder: Path) -> None:
    config = folder / "tagger.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("B-CUE", "B-VERB"), encoding="utf-8")


def _no_shape(folder: Path) -> None:
    (folder / "tagger.toml").write_text('name = "x"', encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (_other_weights, "is not what its tagger.toml was written for"),
        (_other_labels, "has other labels"),
        (_no_shape, "cannot be read: 5 validation errors"),
        *((lambda folder, name=name: (folder / name).unlink(), f"{name}: No such file") for name in FILES),
    ],
)
def test_what_does_not_belong_together_is_refused(folder: Path, harm: Callable[[Path], None], message: str) -> None:
    harm(folder)
    with pytest.raises(MissingPartError) as raised:
        Tagger(folder)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
