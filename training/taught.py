"""Let one or more models annotate articles, as gold for a smaller one.

    python -m training.taught ARTICLES.jsonl --teachers A B ... --out taught.jsonl [--part 1/2]

ARTICLES  {"id", "text"}
TEACHERS  folders that hold a tagger as :mod:`training.export` writes it, of any size

What is written has the form of the annotated corpora ({"id", "text", "attributions": [{"content", "cue", "source",
"level"}]}): the whole way from the marks to the rules has corrected what the teachers say, and what the program would
not write by default is left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from quotex.parse.model import load_model, parse_view
from quotex.quotes import Tagger, chain_scores
from quotex.quotes.assembly import find_drafts
from quotex.quotes.confidence import confidence
from quotex.quotes.drafts import Draft
from quotex.quotes.tagger import log_softmax
from quotex.text import analyze
from training.corpus import ACT_OF, lines

_SURE = 0.4
_LEVEL_OF = {act: level for level, act in reversed(ACT_OF.items())}


class Ensemble(Tagger):
    """Taggers that speak with one voice: the mean of their log probabilities.

    Args:
        folders: one tagger each; the label chain is the first one's.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(folders[0])
        self._others = [Tagger(folder) for folder in folders[1:]]

    def _run(self, ids: Any, features: Any) -> Any:
        said = [super()._run(ids, features), *(other._run(ids, features) for other in self._others)]
        return [np.mean([log_softmax(scores) for scores in head], axis=0) for head in zip(*said, strict=True)]


def main() -> None:
    """Annotate."""
    options = _options()
    part, parts = map(int, options.part.split("/"))
    nlp, tagger = load_model(None), Ensemble(options.teachers)
    chain = chain_scores(tagger.config)
    with options.out.open("w", encoding="utf-8") as out:
        for article in islice(lines(options.articles), part - 1, options.articles_at_most, parts):
            layout = analyze(article["text"])
            drafts = find_drafts(layout, parse_view(nlp, layout), tagger.tag(layout), chain)
            kept = [_annotation(draft) for draft in drafts if confidence(draft.evidence) >= _SURE]
            line = {"id": article["id"], "text": article["text"], "attributions": kept}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()


def _annotation(draft: Draft) -> dict[str, Any]:
    return {
        "content": [list(piece) for piece in draft.content],
        "cue": [list(draft.cue)] if draft.cue else [],
        "source": [list(draft.source)] if draft.source else [],
        "level": _LEVEL_OF[draft.act],
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--part", default="1/1", help="which of how many, where several run side by side")
    parser.add_argument("--articles-at-most", type=int, help="annotate only so many, to try it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
