"""The completion of commands in real shells."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from program import environment, run

ASKED = {
    "bash": "COMP_WORDS=(quotex ex); COMP_CWORD=1; _quotex_completion quotex; echo ${COMPREPLY[@]}",
    "zsh": "env _TYPER_COMPLETE_ARGS='quotex ex' _QUOTEX_COMPLETE=complete_zsh quotex",
}


@pytest.mark.parametrize("shell", ASKED)
def test_a_shell_completes_a_command(tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "quotex"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quotex "$@"\n')
    script.chmod(0o755)
    shown = run("--show-completion", shell)
    assert (shown.code, shown.err) == (0, "")
    setup = "autoload -U compinit; compinit -u; " if shell == "zsh" else ""
    done = subprocess.run(
        [shell, "-c", f"{setup}{shown.out}\n{ASKED[shell]}"],
        env=environment() | {"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "extract" in done.stdout
    assert done.stderr == ""
