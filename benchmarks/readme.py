"""Keep the output that README and docs show what the program prints: run their console blocks, compare or rewrite.

    python benchmarks/readme.py           say which blocks differ
    python benchmarks/readme.py --write   put in what is printed now

A block is fenced as ``console``; its first line is ``$ `` and a shell command, the rest what it prints at 80 columns.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"(?<=```console\n)\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)(?=```)")


def main() -> int:
    """Compare or rewrite; the exit code is 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    pages = {page: page.read_text(encoding="utf-8") for page in PAGES}
    if parser.parse_args().write:
        for page, text in pages.items():
            page.write_text(_BLOCK.sub(lambda m: f"$ {m['command']}\n{printed(m['command'])}", text), encoding="utf-8")
        return 0
    worst = min((likeness(*block) for text in pages.values() for block in blocks(text)), default=1.0)
    print(f"the least alike block: {worst:.3f}")
    return int(worst < 1)


def blocks(text: str) -> list[tuple[str, str]]:
    """Return each console block's command and output."""
    return [(m["command"], m["output"]) for m in _BLOCK.finditer(text)]


def printed(command: str) -> str:
    """Run a command as a reader would, at the top of the repository, and return what it prints."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=300
    )
    if not done.stdout:
        raise SystemExit(f"{command}: prints nothing\n{done.stderr}")
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def likeness(command: str, output: str) -> float:
    """How alike a block and what is printed now are, from 0 to 1."""
    return SequenceMatcher(None, output, printed(command), autojunk=False).ratio()


if __name__ == "__main__":
    sys.exit(main())
