"""Run the whole program as its users do: as a process, through pipes or on a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from dataclasses import dataclass
from pathlib import Path

import quotex

QUOTEX = Path(quotex.__file__).parents[1]  # the one that the tests import
COMMAND = [sys.executable, str(Path(__file__).parent / "stand_in.py")]
"""The program with the extractor of :mod:`stand_in`."""
REAL = [sys.executable, "-m", "quotex"]


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """The environment of a run."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR", "VIRTUAL_ENV")}
    return kept | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(QUOTEX), "PAGER": "cat"} | more


def run(*arguments: str, input: bytes = b"", real: bool = False, cwd: Path | None = None, **env: str) -> Ended:
    """Run with pipes on all three streams."""
    done = subprocess.run(
        [*(REAL if real else COMMAND), *arguments],
        input=input,
        capture_output=True,
        env=environment(**env),
        cwd=cwd,
        timeout=120,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_on_terminal(
    *arguments: str, width: int = 80, cwd: Path | None = None, env: dict[str, str] | None = None, piped: str = ""
) -> Ended:
    """Run with a terminal on all three streams, but for those named in ``piped`` ("out", "err"), which are pipes."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=slave,
        stdout=subprocess.PIPE if "out" in piped else slave,
        stderr=subprocess.PIPE if "err" in piped else slave,
        env=environment() | {"TERM": "xterm-256color"} | (env or {}),
        cwd=cwd,
        start_new_session=True,
    )
    os.close(slave)
    shown = _drain(master)
    out, err = process.communicate(timeout=120)
    shown_text = shown.decode().replace("\r\n", "\n")
    return Ended(
        process.returncode,
        out.decode() if out is not None else shown_text,
        err.decode() if err is not None else shown_text,
    )


def _drain(master: int) -> bytes:
    shown = bytearray()
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            piece = b""
        if not piece:
            os.close(master)
            return bytes(shown)
        shown += piece
