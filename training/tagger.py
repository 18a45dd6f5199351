"""Make the packaged tagger from an annotated corpus, in one go.

    python -m training.tagger TRAIN.jsonl --out FOLDER [--dev DEV.jsonl] [--threads 2] [--articles N]

Writes ``tagger.onnx`` and ``tagger.toml`` into the folder; copy them to ``src/quotex/models`` with a new version. Call
it again after an interruption: it goes on from the last epoch's checkpoint.
"""

from __future__ import annotations

import argparse
import random
from importlib import resources
from itertools import islice
from pathlib import Path

import torch

from quotex.quotes.windows import pack
from quotex.quotes.wordpiece import WordPiece
from training.corpus import examples, read
from training.crf import Chain
from training.encoder import minilm
from training.export import NAME, WINDOW, difference, export, write_config
from training.train import CRF_STAGE, LABEL_STAGE, train


def main() -> None:
    """Train both stages, export, and say how far the int8 graph is from what was trained."""
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary = resources.files("quotex.models").joinpath("vocab.txt").read_text(encoding="utf-8")
    wordpiece = WordPiece(vocabulary.removesuffix("\n").split("\n"))
    encoder, chain = minilm(), Chain()
    for i, stage in enumerate((LABEL_STAGE, CRF_STAGE)):
        longest = stage.window - 2
        articles = list(islice(read(options.corpus, wordpiece, longest), options.articles))
        random.Random(options.seed).shuffle(articles)
        train(
            encoder,
            chain,
            articles,
            wordpiece,
            stage,
            folder=options.out,
            seed=options.seed + i,
            held_out=list(read(options.dev, wordpiece, longest)) if options.dev else (),
            bf16=not options.float32,
        )
    weights = options.out / "tagger.onnx"
    export(encoder, weights)
    write_config(chain, weights, name=options.name, version=options.version)
    some = islice(read(options.dev or options.corpus, wordpiece, WINDOW - 2), 10)
    windows = [e for article in some for e in examples(article, list(pack(article.units, WINDOW)), wordpiece)]
    share = difference(encoder, weights, [(e.ids, e.features) for e in windows])
    print(f"{share:.2%} of the pieces have another label in int8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="JSON lines: text, attributions [{content, cue, source}]")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--dev", type=Path, help="articles of the same shape whose loss is told after each epoch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, help="train on only so many, to try it")
    parser.add_argument("--float32", action="store_true", help="for processors without 16-bit floats")
    parser.add_argument("--name", default=NAME)
    parser.add_argument("--version", default="0")
    return parser.parse_args()


if __name__ == "__main__":
    main()
