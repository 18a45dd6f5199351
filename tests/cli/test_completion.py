"""The completion of commands in real shells, each set up as its users do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from program import environment

SET_UP = {
    "bash": 'eval "$(quotex --show-completion)"',
    "zsh": 'autoload -U compinit; compinit -u; eval "$(quotex --show-completion)"',
    "fish": "quotex --show-completion | source",
}
ASKED = {
    "bash": "COMP_WORDS=(quotex ex); COMP_CWORD=1; _quotex_completion quotex; echo ${COMPREPLY[@]}",
    "zsh": "whence _quotex_completion; env _TYPER_COMPLETE_ARGS='quotex ex' _QUOTEX_COMPLETE=complete_zsh quotex",
    "fish": "complete -C 'quotex ex'",
}


@pytest.mark.parametrize("shell", ASKED)
def test_a_shell_completes_a_command(tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "quotex"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quotex "$@"\n')
    script.chmod(0o755)
    done = subprocess.run(
        [shell, "-c", f"{SET_UP[shell]}\n{ASKED[shell]}"],
        env=environment() | {"PATH": f"{tmp_path}:/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "extract" in done.stdout
    assert done.stderr == ""
