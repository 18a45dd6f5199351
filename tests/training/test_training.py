"""The training code learns what the run time reads; skipped where PyTorch is not installed."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed (pip install -e '.[training]')")

from quotex.quotes.decoding import chain_scores  # noqa: E402
from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role  # noqa: E402
from quotex.quotes.tagger import TaggerConfig  # noqa: E402
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


def test_a_link_into_another_window_goes_nowhere(corpus: Path) -> None:
    article = next(read(corpus, WORDPIECE, 4))
    first, second = list(examples(article, list(pack(article.units, 6)), WORDPIECE))[:2]
    assert [LABELS[label] for label in first.labels.tolist()[1:5]] == ["B-SOURCE", "I-SOURCE", "B-CUE", "B-CONTENT"]
    assert first.cues.tolist()[4] == 3
    assert [LABELS[label] for label in second.labels.tolist()[1:4]] == ["B-CONTENT", "I-CONTENT", "O"]
    assert second.cues.tolist()[1:4] == [NONE, NONE, IGNORE]


def test_a_mark_the_view_moves_keeps_its_label(tmp_path: Path) -> None:
    text = "Tom said that“ it rained ”."
    attribution = {"content": [[13, 26]], "cue": [[4, 8]], "source": [[0, 3]]}
    path = tmp_path / "moved.jsonl"
    path.write_text(json.dumps({"text": text, "attributions": [attribution]}), encoding="utf-8")
    (window,) = laid_out(next(read(path, WORDPIECE, 40)))
    labels = [LABELS[label] for label in window.labels.tolist() if label != IGNORE]
    assert labels == ["B-SOURCE", "B-CUE", "O", "B-CONTENT", *["I-CONTENT"] * 3, "O"]


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


STAGE = replace(CRF_STAGE, epochs=6, batch=2, rate=1e-2, head_rate=1e-2)


def trained(article: Labelled, folder: Path, stops_after: int | None = None, seed: int = 1) -> Encoder:
    def say(line: str) -> None:
        if line.startswith(f"crf epoch {stops_after} done"):
            raise KeyboardInterrupt

    torch.manual_seed(0)
    encoder = Encoder(TINY)
    train(encoder, Chain(), [article] * 20, WORDPIECE, STAGE, folder=folder, seed=seed, held_out=[article], say=say)
    return encoder


def test_training_lowers_the_loss(article: Labelled, tmp_path: Path) -> None:
    torch.manual_seed(0)
    batch = batch_of(laid_out(article))
    before = float(loss_of(Encoder(TINY), batch, None).detach())
    assert float(loss_of(trained(article, tmp_path), batch, None).detach()) < before / 2


def test_a_run_cut_off_goes_on_as_it_would_have(article: Labelled, tmp_path: Path) -> None:
    whole = trained(article, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        trained(article, tmp_path / "cut", stops_after=2)
    resumed = trained(article, tmp_path / "cut")
    assert all(torch.equal(a, b) for a, b in zip(whole.parameters(), resumed.parameters(), strict=True))


def test_another_run_s_checkpoint_is_refused(article: Labelled, tmp_path: Path) -> None:
    trained(article, tmp_path)
    with pytest.raises(ValueError, match="other settings"):
        trained(article, tmp_path, seed=2)


def test_the_exported_graph_says_the_same(article: Labelled, tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (pip install -e '.[training]')")
    import onnxruntime

    from training.export import difference, export

    encoder = trained(article, tmp_path)
    torch.nn.init.normal_(encoder.worth.weight)
    export(encoder, tmp_path / "tiny.onnx")
    (window,) = laid_out(article)
    session = onnxruntime.InferenceSession(str(tmp_path / "tiny.onnx"), providers=["CPUExecutionProvider"])
    ids, features = window.ids[None], window.features[None]
    attended = np.ones_like(ids)
    exported = session.run(["tag", "cue", "src", "worth"], {"ids": ids, "feat": features, "att": attended})
    with torch.no_grad():
        expected = encoder(*(torch.as_tensor(part) for part in (ids, features, attended)))
    for ours, theirs in zip(exported, expected, strict=True):
        assert np.abs(ours - theirs.numpy()).mean() < 0.05 * np.abs(theirs.numpy()).mean()
    assert difference(encoder, tmp_path / "tiny.onnx", [(window.ids, window.features)]) == 0


def test_the_run_time_reads_the_configuration(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (pip install -e '.[training]')")
    from training.export import write_config

    chain = Chain()
    with torch.no_grad():
        chain.start.normal_()
        chain.steps.normal_()
    weights, path = tmp_path / "tagger.onnx", tmp_path / "tagger.toml"
    weights.write_bytes(b"weights")
    write_config(chain, weights, name="tiny", version="1")
    config = TaggerConfig.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    config = config.model_copy(update={"content_cost": 0.0})
    assert config.sha256 == hashlib.sha256(b"weights").hexdigest()
    scores = chain_scores(config)
    read = torch.as_tensor(np.vstack([scores.transitions, scores.start]))
    learned = torch.vstack([chain.steps, chain.start]).detach()
    assert torch.equal(read < -1000, chain.barred < 0)
    assert torch.allclose(read[chain.barred == 0], learned[chain.barred == 0], atol=1e-4)


def test_the_head_for_worth_is_a_regression_over_means() -> None:
    from training.fit_worth import _head, average_precision

    random = np.random.default_rng(0)
    means = random.normal(size=(200, 5)) * 3 + 1
    labels = (means[:, 2] > 1).astype(float)
    weights, bias = _head(means, labels, 1.0)
    scores = means @ weights + bias
    assert average_precision(scores, labels) > 0.98
    pieces = random.normal(size=(7, 5))
    assert (pieces @ weights + bias).mean() == pytest.approx(pieces.mean(0) @ weights + bias)


@pytest.mark.parametrize(
    ("labels", "expected"), [([1, 1, 0], 1.0), ([1, 0, 1], (1 + 2 / 3) / 2), ([0, 1, 1], (1 / 2 + 2 / 3) / 2)]
)
def test_average_precision(labels: list[int], expected: float) -> None:
    from training.fit_worth import average_precision

    assert average_precision(np.array([3.0, 2.0, 1.0]), np.array(labels)) == pytest.approx(expected)


def test_a_soup_is_the_weighted_mean() -> None:
    from training.soup import mean

    one, other = {"w": torch.tensor([0.0, 4.0])}, {"w": torch.tensor([3.0, 1.0])}
    assert mean([one, other], [1, 2])["w"].tolist() == pytest.approx([2.0, 2.0])


def test_a_student_reads_without_line_ends_what_the_teachers_read_with_them() -> None:
    from training.distil import _soft_windows, _taught, flat

    assert flat("a\r\nb") == "a  b"
    torch.manual_seed(0)
    teachers = [Encoder(replace(TINY, vocabulary=30522, positions=128)).eval() for _ in range(2)]
    taught = _taught(teachers, TEXT)
    whole, joined_up = taught.cuts
    assert (len(whole[1]), len(joined_up[1])) == (2, 1)
    assert joined_up[2].tolist() == list(range(len(whole[0])))
    for window in _soft_windows(taught):
        real = window.labels.sum(1) > 0
        assert window.labels[real].sum(1) == pytest.approx(1.0, abs=1e-3)
        assert window.labels.shape == (len(window.ids), len(LABELS))
