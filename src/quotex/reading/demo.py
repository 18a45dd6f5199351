"""An invented article that comes with the program."""

from __future__ import annotations

from importlib import resources

from quotex.reading.article import Article


def demo_article() -> Article:
    """Return the article, which is in the public domain (CC0 1.0)."""
    return Article(resources.files("quotex.reading").joinpath("demo.txt").read_text(encoding="utf-8"), id="demo.txt")
