"""Everything that the tagger learns from, cut and labelled once and kept in a file.

    python -m training.data CORPORA.toml --out data.pkl [--articles N]

CORPORA.toml names the files, JSON lines all:

    news        modern articles: text, attributions of content, cue, source, and level (speech, thought, loose)
    speakers    who is quoted in each, by id: name and kind
    political   articles whose attributions have no level (PolNeAR)
    sentences   sentences with their names: text, source, entities
    unlabelled  articles without annotation, for their names, and for what teachers say of them

Our own passages (:mod:`training.passages`) are learned from too.

Recognising the names of 1,800 articles takes two minutes of an idle core, the rest one.
"""

from __future__ import annotations

import argparse
import pickle
import random
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import spacy

from quotex.parse.model import DEFAULT_MODEL
from training.corpus import Labelled, labelled, lines, packaged_pieces
from training.export import WINDOW
from training.levels import cue_levels, levelled
from training.names import Witness, named, sentence
from training.passages import kept_out, passages
from training.readings import readings

_HEARD = 1500
_SILVER = 330
_RECOGNISER = ("tok2vec", "ner")
"""Of the parser's package, which recognises names, though no stage asks it to."""

Readings = list[list[Labelled]]


@dataclass(frozen=True, slots=True)
class Data:
    """Articles by where they are from, each in its readings (:mod:`training.readings`).

    Attributes:
        news, political: with attributions, and with the names that are sure.
        passages: our own, with attributions.
        sentences, silver: with names alone.
        unlabelled: without annotation, each as it stands and in one other reading.
    """

    news: Readings
    political: Readings
    passages: Readings
    sentences: Readings
    silver: Readings
    unlabelled: Readings


def prepared(corpora: Mapping[str, Path], *, articles: int | None = None) -> Data:
    """Read, recognise, cut and label.

    Args:
        corpora: the files by their names above.
        articles: only so many of each, to try it.
    """
    news = list(islice(lines(corpora["news"]), articles))
    speakers = {line["id"]: line["speakers"] for line in lines(corpora["speakers"])}
    unlabelled = list(lines(corpora["unlabelled"]))
    random.Random(1).shuffle(unlabelled)
    unlabelled = unlabelled[:articles]
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.select_pipes(enable=_RECOGNISER)
    witness = Witness.hear(nlp, (article["text"] for article in (*news, *unlabelled[:_HEARD])))
    witness = witness.told(speaker for some in speakers.values() for speaker in some)
    own = [passage for passage in islice(passages(), articles) if not kept_out(passage)]
    levels = cue_levels([*news, *own])
    political = [levelled(article, levels) for article in islice(lines(corpora["political"]), articles)]
    sentences = filter(None, map(sentence, islice(lines(corpora["sentences"]), articles)))
    silver = [named(article, (), witness) for article in unlabelled[:_SILVER]]
    return Data(
        _read_in_all_ways(named(article, speakers.get(article["id"], ()), witness) for article in news),
        _read_in_all_ways(named(article | {"flat": True}, (), witness) for article in political),
        _read_in_all_ways(own),
        [[_labelled(article)] for article in sentences],
        [[_labelled(article)] for article in silver],
        [[_labelled(way) for way in _two_ways(article, seed)] for seed, article in enumerate(unlabelled)],
    )


def _read_in_all_ways(articles: Iterable[dict[str, Any]]) -> Readings:
    return [[_labelled(reading) for reading in readings(article, seed)] for seed, article in enumerate(articles)]


def _two_ways(article: dict[str, Any], seed: int) -> list[dict[str, Any]]:
    first, *others = readings(article | {"attributions": []}, seed)
    return [{"text": way["text"]} for way in (first, random.Random(seed).choice(others))]


def _labelled(article: Mapping[str, Any]) -> Labelled:
    return labelled(article, packaged_pieces(), WINDOW - 2)


def main() -> None:
    """Prepare and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--articles", type=int)
    options = parser.parse_args()
    named_files = tomllib.loads(options.corpora.read_text(encoding="utf-8"))
    folder = options.corpora.parent
    data = prepared({name: folder / path for name, path in named_files.items()}, articles=options.articles)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("wb") as file:
        pickle.dump(data, file)


if __name__ == "__main__":
    main()
