"""The pictures of the documentation: a table on a terminal, and a report in a browser.

    python benchmarks/pictures.py

Needs Chromium with its driver, and selenium, for the report.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from browser import opened

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "data" / "articles" / "harbour-wire.txt"
_WIDTH, _LINES = 100, 34


def main() -> None:
    """Draw both anew."""
    (ROOT / "docs" / "table.svg").write_text(_table(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        _quotex("extract", ARTICLE.name, "-o", str(page))
        with opened(1400, 900) as browser:
            browser.get(page.as_uri())
            browser.save_screenshot(str(ROOT / "docs" / "report.png"))


def _table() -> str:
    shown = _quotex("extract", ARTICLE.name, "-f", "table", "--color", "always").splitlines()[:_LINES]
    console = Console(record=True, width=_WIDTH, file=StringIO(), color_system="truecolor")
    for line in shown:
        console.print(Text.from_ansi(line))
    return console.export_svg(title=f"quotex extract {ARTICLE.name}", unique_id="table")


def _quotex(*arguments: str) -> str:
    command = [sys.executable, "-m", "quotex", *arguments]
    environment = {"COLUMNS": str(_WIDTH), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=ARTICLE.parent, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    main()
