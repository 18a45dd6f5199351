"""Put on PYTHONPATH, it stands in for the extractor: no model to load, and what goes wrong can be ordered.

Whatever stands in straight marks is a direct quotation of nobody known. A text with BREAK in it fails, one with
WAIT takes a minute, one with NAP a moment, one with DIE ends the process, one with FLICKER only at the first time, and
the model "missing" is not installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from datetime import date
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any


class Extractor:
    def __init__(self, *, model: str | None = None, min_worthiness: float = 0.5, min_confidence: float = 0.0) -> None:
        from quotex.errors import MissingPartError

        if model == "missing":
            raise MissingPartError("the spaCy model missing is not installed: pip install missing")
        self.model = f"{model or 'stand-in'} {min_worthiness}" + (f" {min_confidence}" if min_confidence else "")

    @property
    def pipeline(self) -> Any:
        from quotex.contract.records import Pipeline

        return Pipeline(quotex="0", spacy="0", model=self.model, tagger="none")

    def _has_flickered(self) -> bool:
        mark = Path(os.environ["FLICKER_MARK"])
        had = mark.exists()
        mark.touch()
        return had

    def extract(self, article: Any, *, published: date | None = None) -> Any:
        from quotex.contract.records import Extraction, Quote, QuoteType, Source, Span

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
        when = article.published or published
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


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(fullname, self) if fullname == "quotex.pipeline.extractor" else None

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__.update(Extractor=Extractor, __all__=["Extractor"])


sys.meta_path.insert(0, _Finder())
