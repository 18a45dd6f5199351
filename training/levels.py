"""What kind of act an attribution is, where a corpus does not say: by its cue, if another corpus is of one mind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

_FEWEST = 2
_AGREED = 0.9

Article = dict[str, Any]


def cue_levels(articles: Iterable[Article]) -> dict[str, str]:
    """The level of each cue that has nearly always the same one in annotated articles, by its words in lower case.

    A cue speaks for its beginnings too: "told" is rare alone where it is "told the inquest", and otherwise used.
    """
    heard: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for attribution in article["attributions"]:
            for beginning in accumulate(_cue(article["text"], attribution).split(), "{} {}".format):
                heard[beginning][attribution["level"]] += 1
    best = {cue: votes.most_common(1)[0] for cue, votes in heard.items()}
    return {
        cue: level for cue, (level, most) in best.items() if most >= _FEWEST and most >= _AGREED * heard[cue].total()
    }


def levelled(article: Article, levels: Mapping[str, str]) -> Article:
    """Return an article whose attributions have the level of their cue; those of other cues have none."""
    return article | {
        "attributions": [a | {"level": levels.get(_cue(article["text"], a))} for a in article["attributions"]]
    }


def _cue(text: str, attribution: Mapping[str, Any]) -> str:
    return " ".join(text[start:end] for start, end in attribution["cue"]).lower()
