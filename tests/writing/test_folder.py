"""A folder appears whole or not at all, and takes the place of nothing that a person has put there."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from quotex.errors import OutputError
from quotex.writing.folder import whole_folder
from quotex.writing.output import sweep


def _write(folder: Path, **files: str) -> None:
    with whole_folder(str(folder)) as part:
        for name, content in files.items():
            (part / name).write_text(content)


def _seen(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if not path.name.startswith(".")}


def test_nothing_of_an_older_run_stays(tmp_path: Path) -> None:
    _write(tmp_path / "out", a="1", b="2")
    _write(tmp_path / "out", b="3")
    assert _seen(tmp_path / "out") == {"b": "3"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_breaks_leaves_the_older_folder(tmp_path: Path) -> None:
    _write(tmp_path / "out", a="1")
    with pytest.raises(KeyboardInterrupt), whole_folder(str(tmp_path / "out")) as part:
        (part / "a").write_text("2")
        assert stat.S_IMODE(part.stat().st_mode) == 0o700
        raise KeyboardInterrupt
    assert _seen(tmp_path / "out") == {"a": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("change", ["another file", "a change"])
def test_what_a_person_did_is_not_replaced(tmp_path: Path, change: str) -> None:
    _write(tmp_path / "out", a="1")
    (tmp_path / "out" / ("a" if change == "a change" else "notes")).write_text("mine")
    with pytest.raises(OutputError, match="name a new folder"):
        _write(tmp_path / "out", a="2")
    assert "mine" in _seen(tmp_path / "out").values()


def test_an_empty_folder_and_a_link_to_one_are_filled(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(mode=0o750)
    (tmp_path / "link").symlink_to(tmp_path / "there")
    _write(tmp_path / "link", a="1")
    assert (tmp_path / "link").is_symlink()
    assert _seen(tmp_path / "there") == {"a": "1"}
    assert stat.S_IMODE((tmp_path / "there").stat().st_mode) == 0o750


def test_places_that_cannot_be_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for name, told in (("file", "a file"), ("nowhere/out", "no such folder")):
        with pytest.raises(OutputError, match=told), whole_folder(str(tmp_path / name)):
            pytest.fail("the work began")


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".quotex-out-0123456789ab.part"
    left.mkdir()
    (left / "a").write_text("1")
    sweep(str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []
