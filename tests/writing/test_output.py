from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.errors import OutputError
from quotex.writing.output import ReaderGone, Sink, whole_file


@given(old=st.none() | st.binary(max_size=50), pieces=st.lists(st.binary(max_size=50)), broken=st.booleans())
def test_a_file_is_written_whole_or_not_at_all(
    tmp_path_factory: pytest.TempPathFactory, old: bytes | None, pieces: list[bytes], broken: bool
) -> None:
    folder = tmp_path_factory.mktemp("out")
    target = folder / "out.json"
    if old is not None:
        target.write_bytes(old)

    def write() -> None:
        with whole_file(str(target)) as stream:
            for piece in pieces:
                stream.write(piece)
            if broken:
                raise KeyboardInterrupt

    if broken:
        with pytest.raises(KeyboardInterrupt):
            write()
        assert (target.read_bytes() if target.exists() else None) == old
    else:
        write()
        assert target.read_bytes() == b"".join(pieces)
    assert set(folder.iterdir()) <= {target}


def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path: Path) -> None:
    old, new, plain = tmp_path / "old", tmp_path / "new", tmp_path / "plain"
    old.write_text("")
    old.chmod(0o640)
    plain.write_text("")
    for path in (old, new):
        with whole_file(str(path)) as stream:
            stream.write(b"x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link, target = tmp_path / "link", tmp_path / "there" / "target"
    link.symlink_to(target)
    with whole_file(str(link)) as stream:
        stream.write(b"x")
    assert link.is_symlink()
    assert target.read_bytes() == b"x"


@pytest.mark.parametrize(
    ("name", "told"), [("nowhere/out", "no such folder"), (".", "a folder"), ("x" * 300, "cannot be written")]
)
def test_a_place_that_cannot_be_written_is_refused_before_any_work(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(OutputError, match=told), whole_file(str(tmp_path / name)):
        pytest.fail("the work began")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_an_output_error() -> None:
    with pytest.raises(OutputError, match="No space left"), whole_file("/dev/full") as stream:
        stream.write(b"x")


def test_a_pipe_is_written_to_directly(tmp_path: Path) -> None:
    fifo, got = tmp_path / "fifo", bytearray()
    os.mkfifo(fifo)
    reader = threading.Thread(target=lambda: got.extend(fifo.read_bytes()))
    reader.start()
    with whole_file(str(fifo)) as stream:
        stream.write(b"through")
    reader.join()
    assert bytes(got) == b"through"


def test_a_closed_pipe_is_told_apart() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with pytest.raises(ReaderGone), Sink(writer, label="pipe") as sink:
        sink.write(b"x")


def test_what_is_being_written_is_open_to_its_owner_alone(tmp_path: Path) -> None:
    with whole_file(str(tmp_path / "out")) as stream:
        stream.write(b"x")
        (part,) = tmp_path.iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
