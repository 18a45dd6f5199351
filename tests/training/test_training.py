"""The training code learns what the run time reads; skipped where PyTorch is not installed."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed (pip install -e '.[training]')")
functional = torch.nn.functional

from quotex.contract.terms import Act  # noqa: E402
from quotex.quotes.decoding import chain_scores  # noqa: E402
from quotex.quotes.labels import ACTS, BEGIN, INSIDE, LABELS, NAMES, Role, Tier  # noqa: E402
from quotex.quotes.tagger import TaggerConfig  # noqa: E402
from quotex.quotes.windows import pack  # noqa: E402
from quotex.quotes.wordpiece import WordPiece  # noqa: E402
from training.corpus import NONE, Example, Labelled, examples, labelled  # noqa: E402
from training.crf import Chain, Chains, repaired  # noqa: E402
from training.encoder import Encoder, Shape  # noqa: E402
from training.mean import mean_of  # noqa: E402
from training.mpnet import Teacher  # noqa: E402
from training.names import IGNORE  # noqa: E402
from training.train import Part, Settings, batch_of, loss_of, train  # noqa: E402

WORDS = ["ada", "brook", "said", "that", "it", "rained", ".", "tom", "denied", "we", "go", ",", "“", "”"]
WORDPIECE = WordPiece(["[UNK]", "[CLS]", "[SEP]", *WORDS])
TINY = Shape(vocabulary=len(WORDS) + 3, positions=64, width=16, inner=32, heads=2, layers=1, links=8, dropout=0.0)
TEXT = "Ada Brook said that it rained.\n“We go,” Tom said."


def span(part: str) -> list[int]:
    return [TEXT.index(part), TEXT.index(part) + len(part)]


ATTRIBUTIONS = [
    {
        "content": [span("that it rained")],
        "cue": [[TEXT.index("said"), TEXT.index("said") + 4]],
        "source": [span("Ada Brook")],
        "level": "speech",
    },
    {"content": [span("“We go,”")], "cue": [[len(TEXT) - 5, len(TEXT) - 1]], "source": [], "level": "loose"},
]
ARTICLE = {"text": TEXT, "attributions": ATTRIBUTIONS}
NAMED = ARTICLE | {"names": [[*span("Ada Brook"), "person"]], "unsure": [span("Tom")]}


@pytest.fixture
def article() -> Labelled:
    return labelled(NAMED, WORDPIECE, 40)


def laid_out(article: Labelled, size: int = 40) -> list[Example]:
    return list(examples(article, list(pack(article.units, size)), WORDPIECE))


def labels_of(window: Example) -> list[str]:
    return [LABELS[label] if label != IGNORE else "-" for label in window.outer.tolist()]


def test_labels_and_links(article: Labelled) -> None:
    (window,) = laid_out(article)
    assert labels_of(window) == [
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


def test_of_two_attributions_in_one_another_each_tier_holds_one() -> None:
    within = {"content": [span("it rained")], "cue": [span("that")], "source": [], "level": "thought"}
    (window,) = laid_out(labelled({"text": TEXT, "attributions": [ATTRIBUTIONS[0], within]}, WORDPIECE, 40))
    assert [LABELS[label] for label in window.outer.tolist()[4:7]] == ["B-CONTENT", "I-CONTENT", "I-CONTENT"]
    assert [LABELS[label] for label in window.inner.tolist()[4:7]] == ["B-CUE", "B-CONTENT", "I-CONTENT"]


def test_of_a_corpus_without_what_is_within_nothing_is_known_of_the_inner_tier() -> None:
    (window,) = laid_out(labelled(ARTICLE | {"flat": True}, WORDPIECE, 40))
    assert set(window.inner.tolist()) == {IGNORE}
    assert set(window.outer.tolist()) > {IGNORE}


def test_acts_of_contents_and_cues(article: Labelled) -> None:
    (window,) = laid_out(article)
    acts = [ACTS[act] if act != IGNORE else None for act in window.acts.tolist()]
    assert acts[3:7] == [Act.SAID] * 4
    assert acts[9:14] == [Act.OTHER] * 5
    assert acts[15] is Act.OTHER
    assert [acts[i] for i in (0, 1, 2, 7, 8, 14, 16)] == [None] * 7


def test_names_where_they_are_known(article: Labelled) -> None:
    (window,) = laid_out(article)
    names = [NAMES[name] if name != IGNORE else "-" for name in window.names.tolist()]
    assert names == ["-", "B-person", "I-person", *["O"] * 5, "-", *["O"] * 5, "-", "O", "O", "-"]


def test_a_link_into_another_window_goes_nowhere() -> None:
    first, second = laid_out(labelled(ARTICLE, WORDPIECE, 4), 6)[:2]
    assert labels_of(first)[1:5] == ["B-SOURCE", "I-SOURCE", "B-CUE", "B-CONTENT"]
    assert first.cues.tolist()[4] == 3
    assert labels_of(second)[1:4] == ["B-CONTENT", "I-CONTENT", "O"]
    assert second.cues.tolist()[1:4] == [NONE, NONE, IGNORE]


def test_a_mark_the_view_moves_keeps_its_label() -> None:
    text = "Tom said that“ it rained ”."
    attribution = {"content": [[13, 26]], "cue": [[4, 8]], "source": [[0, 3]]}
    (window,) = laid_out(labelled({"text": text, "attributions": [attribution]}, WORDPIECE, 40))
    labels = [label for label in labels_of(window) if label != "-"]
    assert labels == ["B-SOURCE", "B-CUE", "O", "B-CONTENT", *["I-CONTENT"] * 3, "O"]


def test_a_span_outside_its_text_is_refused() -> None:
    attribution = {"content": [[0, 99]], "cue": [], "source": []}
    with pytest.raises(ValueError, match="content"):
        labelled({"text": "It rained.", "attributions": [attribution]}, WORDPIECE, 40)


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


SETTINGS = Settings(epochs=6, batch=2, window=40, rate=1e-2, head_rate=1e-2)


def trained(article: Labelled, path: Path, stops_after: int | None = None, **changed: Any) -> Encoder:
    def say(line: str) -> None:
        if line.startswith(f"epoch {stops_after} done"):
            raise KeyboardInterrupt

    torch.manual_seed(0)
    encoder, seed, teachers = Encoder(TINY), changed.pop("seed", 1), changed.pop("teachers", ())
    settings = replace(SETTINGS, **changed)
    train(
        encoder,
        Chains(),
        [Part([[article]] * 20)],
        WORDPIECE,
        settings,
        path=path,
        seed=seed,
        teachers=teachers,
        say=say,
    )
    return encoder


def test_training_lowers_the_loss(article: Labelled, tmp_path: Path) -> None:
    torch.manual_seed(0)
    batch = batch_of(laid_out(article))
    before = float(loss_of(Encoder(TINY), batch, Chains(), SETTINGS).detach())
    encoder = trained(article, tmp_path / "model.pt")
    assert float(loss_of(encoder, batch, Chains(), SETTINGS).detach()) < before / 2


def test_acts_are_learned(article: Labelled, tmp_path: Path) -> None:
    encoder = trained(article, tmp_path / "model.pt", acts=1.0, epochs=30).eval()
    batch = batch_of(laid_out(article))
    scores, known = encoder(batch.ids, batch.features, batch.attended), batch.acts != IGNORE
    assert torch.equal(scores.acts.argmax(-1)[known], batch.acts[known])


def test_names_are_fitted_and_nothing_else(monkeypatch: pytest.MonkeyPatch, article: Labelled) -> None:
    from training import fit_names

    monkeypatch.setattr(fit_names, "packaged_pieces", lambda: WORDPIECE)
    torch.manual_seed(0)
    encoder = Encoder(TINY)
    before = {key: value.clone() for key, value in encoder.state_dict().items()}
    assert fit_names.fit_names(encoder, [article] * 3, epochs=60) < 0.1
    changed = {key for key, value in encoder.state_dict().items() if not torch.equal(value, before[key])}
    assert changed == {"near.weight", "near.bias", "name.weight", "name.bias"}


def test_what_is_fitted_later_stays_and_so_does_a_tier_of_which_nothing_is_known(tmp_path: Path) -> None:
    torch.manual_seed(0)
    flat = labelled(ARTICLE | {"flat": True}, WORDPIECE, 40)
    old, new = Encoder(TINY).state_dict(), trained(flat, tmp_path / "model.pt").state_dict()
    still = {key for key in old if torch.equal(old[key], new[key])}
    assert still == {key for key in old if key.startswith(("tok.", "worth.", "near.", "name.", "tags.inner."))}


def test_a_pupil_learns_of_articles_without_annotation_what_its_teacher_says(article: Labelled, tmp_path: Path) -> None:
    teacher = trained(article, tmp_path / "teacher.pt", epochs=20)
    bare = labelled({"text": TEXT}, WORDPIECE, 40)
    pupil = trained(bare, tmp_path / "pupil.pt", epochs=40, teachers=[teacher]).eval()
    batch = batch_of(laid_out(article))
    scores = pupil(batch.ids, batch.features, batch.attended)
    assert torch.equal(scores.outer.argmax(-1)[batch.outer != IGNORE], batch.outer[batch.outer != IGNORE])


def test_training_ends_when_its_time_is_over(article: Labelled, tmp_path: Path) -> None:
    before = Encoder(TINY).state_dict()
    torch.manual_seed(0)
    hurried = trained(article, tmp_path / "model.pt", epochs=10**6, minutes=1e-3)
    assert not torch.equal(hurried.state_dict()["arc.weight"], before["arc.weight"])


def test_a_run_cut_off_goes_on_as_it_would_have(article: Labelled, tmp_path: Path) -> None:
    whole = trained(article, tmp_path / "whole.pt")
    with pytest.raises(KeyboardInterrupt):
        trained(article, tmp_path / "cut.pt", stops_after=2)
    resumed = trained(article, tmp_path / "cut.pt")
    assert all(torch.equal(a, b) for a, b in zip(whole.parameters(), resumed.parameters(), strict=True))


def test_another_run_s_checkpoint_is_refused(article: Labelled, tmp_path: Path) -> None:
    trained(article, tmp_path / "model.pt")
    with pytest.raises(ValueError, match="other settings"):
        trained(article, tmp_path / "model.pt", seed=2)


def test_the_exported_graph_says_the_same(article: Labelled, tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (pip install -e '.[training]')")
    import onnxruntime

    from training.export import difference, export

    encoder = trained(article, tmp_path / "model.pt")
    torch.nn.init.normal_(encoder.worth.weight)
    export(encoder, tmp_path / "tiny.onnx")
    (window,) = laid_out(article)
    session = onnxruntime.InferenceSession(str(tmp_path / "tiny.onnx"), providers=["CPUExecutionProvider"])
    ids, features = window.ids[None], window.features[None]
    attended = np.ones_like(ids)
    exported = session.run(
        [*Tier, "cue", "src", "worth", "act", "name"], {"ids": ids, "feat": features, "att": attended}
    )
    with torch.no_grad():
        expected = encoder(*(torch.as_tensor(part) for part in (ids, features, attended)))
    for ours, theirs in zip(exported, expected, strict=True):
        assert np.abs(ours - theirs.numpy()).mean() < 0.05 * np.abs(theirs.numpy()).mean()
    assert difference(encoder, tmp_path / "tiny.onnx", [(window.ids, window.features)]) == 0


def test_the_run_time_reads_the_configuration(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (pip install -e '.[training]')")
    from training.export import write_config

    chains = Chains()
    with torch.no_grad():
        for parameter in chains.parameters():
            parameter.normal_()
    weights, path = tmp_path / "tagger.onnx", tmp_path / "tagger.toml"
    weights.write_bytes(b"weights")
    write_config(chains, weights, name="tiny", version="1", content_costs=dict.fromkeys(Tier, 0.0))
    config = TaggerConfig.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    assert config.sha256 == hashlib.sha256(b"weights").hexdigest()
    for tier, scores in chain_scores(config).items():
        chain = chains[tier]
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


def test_means_of_sentences_do_not_depend_on_their_neighbours() -> None:
    from training.fit_worth import _means

    torch.manual_seed(0)
    encoder = Encoder(replace(TINY, vocabulary=30522, positions=128)).eval()
    texts = ["It rained.", "", "We go to the town of Brook, Tom said, and it rained all day there."]
    together = _means(encoder, texts)
    assert together.shape == (3, TINY.width)
    assert not together[1].any()
    for text, mean in zip(texts, together, strict=True):
        assert _means(encoder, [text])[0] == pytest.approx(mean, abs=1e-3)


@pytest.mark.parametrize(
    ("labels", "expected"), [([1, 1, 0], 1.0), ([1, 0, 1], (1 + 2 / 3) / 2), ([0, 1, 1], (1 / 2 + 2 / 3) / 2)]
)
def test_average_precision(labels: list[int], expected: float) -> None:
    from training.fit_worth import average_precision

    assert average_precision(np.array([3.0, 2.0, 1.0]), np.array(labels)) == pytest.approx(expected)


def test_a_shipped_graph_becomes_the_encoder_again(article: Labelled, tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (pip install -e '.[training]')")
    from training.export import export, write_config
    from training.packaged import packaged

    encoder, chains = trained(article, tmp_path / "model.pt"), Chains()
    with torch.no_grad():
        for parameter in (*chains.parameters(), *encoder.worth.parameters()):
            parameter.normal_()
    export(encoder, tmp_path / "tagger.onnx")
    write_config(chains, tmp_path / "tagger.onnx")
    read, steps = packaged(tmp_path / "tagger.onnx", TINY)
    for learned, expected in zip(steps.parameters(), chains.parameters(), strict=True):
        assert torch.allclose(learned, expected, atol=1e-4)
    state = encoder.state_dict()
    for key, value in read.state_dict().items():
        assert (value - state[key]).abs().max() <= state[key].abs().max() / 100, key


def test_a_mean_of_models_weighs_them() -> None:
    one, other = {"a": torch.tensor([0.0, 1.0])}, {"a": torch.tensor([1.0, 1.0])}
    assert torch.allclose(mean_of([one, other], [0.75, 0.25])["a"], torch.tensor([0.25, 1.0]))


def test_the_teacher_reads_the_same_pieces_and_tells_directions_apart() -> None:
    torch.manual_seed(0)
    teacher = Teacher(replace(TINY, vocabulary=200, layers=2, worth_layer=1)).eval()
    ids = torch.tensor([[101, 7, 8, 9, 102]])
    feat, attended = torch.zeros_like(ids), torch.ones_like(ids)
    scores = teacher(ids, feat, attended)
    assert scores.outer.shape == (1, 5, len(LABELS))
    padded = teacher(*(functional.pad(each, (0, 3)) for each in (ids, feat, attended)))
    assert torch.allclose(scores.outer, padded.outer[:, :5], atol=1e-4)
    assert int(teacher.buckets[0, 3]) != int(teacher.buckets[3, 0])
