"""Size of the report of a long article, and how long a browser works at it.

    python benchmarks/report.py [--words 5000]

Needs Chromium with its driver, and selenium. Times are the browser's own (``Performance.getMetrics``).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from browser import opened
from many import write_corpus
from quotex.pipeline.extractor import Extractor
from quotex.writing.report.pages import report_page


def main() -> None:
    """Make an article, its report, and open it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=5000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus.jsonl")
        words = write_corpus(corpus, 1, options.words)
        text = json.loads(corpus.read_text("utf-8"))["text"]
        found = Extractor().extract(text)
        page = Path(folder, "page.html")
        page.write_text(report_page(text, found), encoding="utf-8")
        print(f"{words} words, {len(found.quotes)} quotations, {len(found.claims)} claims")
        print(f"size {page.stat().st_size / 1e6:.2f} MB")
        with opened() as browser:
            _time(browser, page.as_uri())


def _time(browser: Any, address: str) -> None:
    browser.execute_cdp_cmd("Performance.enable", {})
    browser.get(address)
    metrics = {each["name"]: each["value"] for each in browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]}
    for name in ("ScriptDuration", "LayoutDuration", "TaskDuration"):
        print(f"{name} {metrics[name]:.3f} s")


if __name__ == "__main__":
    main()
