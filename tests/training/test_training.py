"""The training code learns what the run time reads; skipped where PyTorch is not installed."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed (pip install -e '.[training]')")

from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role  # noqa: E402
from quotex.quotes.windows import pack  # noqa: E402
from quotex.quotes.wordpiece import WordPiece  # noqa: E402
from training.corpus import IGNORE, NONE, Example, Labelled, examples, joined, read  # noqa: E402
from training.crf import Chain, repaired  # noqa: E402
from training.encoder import Encoder, Shape  # noqa: E402
from training.train import CRF_STAGE, batch_of, loss_of, train  # noqa: E402

WORDS = ["ada", "brook", "said", "that", "it", "rained", ".", "tom", "denied", "we", "go", ",", "“", "”"]
WORDPIECE = WordPiece(["[UNK]", "[CLS]", "[SEP]", *WORDS])
TINY = Shape(vocabulary=len(WORDS) + 3, positions=64, width=16, inner=32, heads=2, layers=1, links=8, dropout=0.0)
TEXT = "Ada Brook said that it rained.\n“We go,” Tom said."


def span(part: str) -> list[int]:
    return [TEXT.index(part), TEXT.index(part) + len(part)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    attributions = [
        {
            "content": [span("that it rained")],
            "cue": [[TEXT.index("said"), TEXT.index("said") + 4]],
            "source": [span("Ada Brook")],
        },
        {"content": [span("“We go,”")], "cue": [[len(TEXT) - 5, len(TEXT) - 1]], "source": []},
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"text": TEXT, "attributions": attributions}) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def article(corpus: Path) -> Labelled:
    return next(read(corpus, WORDPIECE, 40))


def laid_out(article: Labelled) -> list[Example]:
    return list(examples(article, list(pack(article.units, 40)), WORDPIECE))


def test_labels_and_links(article: Labelled) -> None:
    (window,) = laid_out(article)
    labels = [LABELS[label] if label != IGNORE else "-" for label in window.labels.tolist()]
    assert labels == [
        "-",
        *("B-SOURCE", "I-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT", "I-CONTENT", "O"),
        "-",
        *("B-CONTENT", "I-CONTENT", "I-CONTENT", "I-CONTENT", "I-CONTENT", "O", "B-CUE", "O"),
        "-",
    ]
    assert window.cues.tolist()[4:7] == [3, 3, 3]
    assert window.sources.tolist()[3] == 1
    assert window.sources.tolist()[15] == NONE
    assert window.cues.tolist()[9:14] == [15] * 5


def test_joined_runs_paragraphs_together(article: Labelled) -> None:
    assert len(article.units) == 2
    assert len(joined(article, 40).units) == 1
    assert len(joined(article, 10).units) == 2


def test_a_line_that_is_no_article_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "Ada said."}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl:1"):
        list(read(path, WORDPIECE, 40))


def test_the_chain_agrees_with_brute_force() -> None:
    torch.manual_seed(0)
    chain = Chain()
    with torch.no_grad():
        chain.start.normal_()
        chain.steps.normal_()
    scores = torch.randn(1, 3, len(LABELS))
    labels = torch.tensor([[0, BEGIN[Role.CUE], INSIDE[Role.CUE]]])

    def total(path: tuple[int, ...]) -> float:
        start, steps = chain.start + chain.barred[-1], chain.steps + chain.barred[:-1]
        moves = sum(float(steps[a, b].detach()) for a, b in pairwise(path))
        return float(start[path[0]].detach()) + moves + sum(float(scores[0, i, label]) for i, label in enumerate(path))

    every = torch.tensor([total(path) for path in product(range(len(LABELS)), repeat=3)])
    expected = (torch.logsumexp(every, 0) - total(tuple(labels[0].tolist()))) / 3
    assert float(chain(scores, labels, torch.tensor([3])).detach()) == pytest.approx(float(expected), abs=1e-3)


def test_padding_changes_no_likelihood() -> None:
    chain = Chain()
    scores = torch.randn(1, 3, len(LABELS))
    longer = torch.cat([scores, torch.randn(1, 2, len(LABELS))], 1)
    labels, lengths = torch.zeros(1, 5, dtype=torch.long), torch.tensor([3])
    assert float(chain(longer, labels, lengths).detach()) == pytest.approx(
        float(chain(scores, labels[:, :3], lengths).detach())
    )


def test_an_inside_without_its_beginning_becomes_one() -> None:
    inside, begin = INSIDE[Role.CONTENT], BEGIN[Role.CONTENT]
    assert repaired(torch.tensor([[inside, inside, 0, inside]])).tolist() == [[begin, inside, 0, begin]]


def test_training_lowers_the_loss_and_resumes(article: Labelled, tmp_path: Path) -> None:
    torch.manual_seed(0)
    encoder, chain = Encoder(TINY), Chain()
    batch = batch_of(laid_out(article))
    before = float(loss_of(encoder, batch, chain).detach())
    stage = replace(CRF_STAGE, epochs=8, batch=2, rate=1e-2, head_rate=1e-2)
    train(encoder, chain, [article] * 20, WORDPIECE, stage, folder=tmp_path, seed=1)
    after = float(loss_of(encoder, batch, chain).detach())
    assert after < before / 2
    again, other = Encoder(TINY), Chain()
    train(again, other, [article] * 20, WORDPIECE, stage, folder=tmp_path, seed=1)
    assert float(loss_of(again, batch, other).detach()) == pytest.approx(after, rel=0.05)


def test_the_exported_graph_says_the_same(article: Labelled, tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (pip install -e '.[training]')")
    from training.export import difference, export

    encoder = Encoder(TINY)
    export(encoder, tmp_path / "tiny.onnx")
    windows = [(np.asarray(window.ids), np.asarray(window.features)) for window in laid_out(article)]
    assert difference(encoder, tmp_path / "tiny.onnx", windows) <= 0.2
