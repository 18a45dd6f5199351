"""The program with another extractor: no model to load, and what goes wrong can be ordered.

Whatever stands in straight marks is a direct quotation of nobody known. A text with BREAK in it fails, one with
WAIT takes a minute, one with NAP a moment, one with DIE ends the process, one with FLICKER only at the first time, and
the model "missing" is not installed. With DEATHS, the path of a file to count in, the first processes die as they load:
as many as the file is called.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from pathlib import Path

from quotex.contract.records import Extraction, Pipeline, Quote, QuoteType, Source, Span
from quotex.errors import MissingPartError
from quotex.pipeline.settings import Settings
from quotex.reading import Article


def _die_as_ordered(count: Path) -> None:
    count.touch()
    if count.stat().st_size < int(count.name):
        with count.open("a") as stream:
            stream.write(".")
        os._exit(9)


class StandIn:
    def __init__(self, settings: Settings) -> None:
        if settings.model == "missing":
            raise MissingPartError("the spaCy model missing is not installed: pip install missing")
        if "DEATHS" in os.environ:
            _die_as_ordered(Path(os.environ["DEATHS"]))
        self.settings = settings
        shares = f"{settings.min_worthiness}" + (f" {settings.min_confidence}" if settings.min_confidence else "")
        self.model = f"{settings.parser or 'stand-in'} {shares}"

    @property
    def pipeline(self) -> Pipeline:
        return Pipeline(quotex="0", spacy="0", model=self.model, tagger="none")

    def _has_flickered(self) -> bool:
        mark = Path(os.environ["FLICKER_MARK"])
        had = mark.exists()
        mark.touch()
        return had

    def extract(self, article: Article) -> Extraction:
        text = article.text
        if "BREAK" in text:
            raise ValueError("broken\nas ordered")
        if "DIE" in text or ("FLICKER" in text and not self._has_flickered()):
            os._exit(9)
        if "NAP" in text:
            time.sleep(0.02)
        if "WAIT" in text:
            print("waiting", file=sys.stderr)
            time.sleep(60)
        spans = [Span(start=m.start(1), end=m.end(1), text=m[1]) for m in re.finditer(r'"([^"]+)"', text)]
        when = article.published or self.settings.published
        return Extraction(
            source=Source(
                id=article.id,
                path=article.path,
                published=when.isoformat() if when else None,
                sha256=hashlib.sha256(text.encode()).hexdigest(),
                length=len(text),
            ),
            pipeline=self.pipeline,
            quotes=tuple(
                Quote(id=f"q{n}", type=QuoteType.DIRECT, spans=(span,), text=span.text, confidence=0.5)
                for n, span in enumerate(spans, start=1)
            ),
        )


if __name__ == "__main__":
    from quotex.cli.process import run
    from stand_in import StandIn  # by the name that workers find it by

    os._exit(run(sys.argv[1:], make=StandIn))
