"""The floors hold, and the measuring itself is right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accuracy import Counts, Floors, measure, pair_quotes, same_speaker, updated
from gold import Example, Gold, corpus_hash, examples
from quotex.contract import records

TEXT = 'Ada Holm said that 40 of the mills had closed. "It rains," she said. Read more.'


def span(words: str) -> records.Span:
    start = TEXT.index(words)
    return records.Span(start=start, end=start + len(words), text=words)


def offsets(words: str) -> tuple[int, int]:
    return span(words).start, span(words).end


HOLM = {"name": "Ada Holm", "kind": "person", "role": None}
EXAMPLE = Example(
    "mills",
    TEXT,
    Gold.model_validate(
        {
            "quotes": [
                {
                    "type": kind,
                    "content": [offsets(content)],
                    "content_text": [content],
                    "cue": None,
                    "cue_text": None,
                    "source": offsets(source),
                    "source_text": source,
                    "speaker": HOLM,
                }
                for kind, content, source in (
                    ("indirect", "that 40 of the mills had closed", "Ada Holm"),
                    ("direct", "It rains,", "she"),
                )
            ],
            "claims": [
                {
                    "span": offsets("40 of the mills had closed"),
                    "text": "40 of the mills had closed",
                    "quantities": [{"text": "40 of the mills", "value": 40, "modifier": "exact", "counted": "mills"}],
                    "when": [],
                    "where": [],
                    "asserted_by": "Ada Holm",
                    "check_worthy": True,
                }
            ],
            "boilerplate": [{"text": "Read more.", "start": offsets("Read more.")[0], "end": offsets("Read more.")[1]}],
        }
    ),
)


def quote(number: int, kind: str, words: str, speaker: str | None) -> records.Quote:
    return records.Quote(
        id=f"q{number}",
        type=records.QuoteType(kind),
        spans=(span(words),),
        text=words,
        speaker=speaker,
        confidence=1.0,
    )


def claim(number: int, words: str, worthiness: float = 1.0) -> records.Claim:
    kinds = (records.ClaimKind.OTHER,)
    return records.Claim(id=f"c{number}", span=span(words), text=words, kinds=kinds, worthiness=worthiness)


def figure(words: str, value: int, modifier: records.Modifier = records.Modifier.EXACT) -> records.Quantity:
    return records.Quantity(id="n1", span=span(words), text=words, value=value, modifier=modifier, counted="old mills")


def extraction(
    quotes: tuple[records.Quote, ...] = (),
    claims: tuple[records.Claim, ...] = (),
    quantities: tuple[records.Quantity, ...] = (),
) -> records.Extraction:
    return records.Extraction(
        source=records.Source(id="mills", sha256="0" * 64, length=len(TEXT)),
        pipeline=records.Pipeline(quotex="0", spacy="0", model="none", tagger="none"),
        speakers=(
            records.Speaker(id="s1", name="Ada Holm", kind=records.SpeakerKind.PERSON, mentions=(span("Ada Holm"),)),
            records.Speaker(id="s2", kind=records.SpeakerKind.PERSON, description="she", mentions=(span("she"),)),
        ),
        quotes=quotes,
        claims=claims,
        quantities=quantities,
    )


def test_accuracy_is_not_below_its_floors() -> None:
    from quotex import Extractor

    floors = Floors.read()
    assert floors.corpus == corpus_hash(), "articles or gold changed: python benchmarks/accuracy.py --update-floors"
    assert floors.shares.keys() == Counts().shares().keys()
    extractor = Extractor()
    reached = sum((measure(e, extractor.extract(e.text)) for e in examples()), Counts())
    assert floors.missed(reached) == []


def test_all_right_counts_as_all_right() -> None:
    counts = measure(
        EXAMPLE,
        extraction(
            (quote(1, "indirect", "that 40 of the mills had closed", "s1"), quote(2, "direct", "It rains", "s1")),
            (claim(1, "40 of the mills had closed"),),
            (figure("40 of the mills", 40),),
        ),
    )
    assert set(counts.shares().values()) == {1.0}
    assert counts.in_boilerplate == 0


def test_each_slip_is_counted_where_it_belongs() -> None:
    counts = measure(
        EXAMPLE,
        extraction(
            (
                quote(1, "direct", "40 of the mills had closed", "s2"),  # short of a word, wrong type, no name
                quote(2, "direct", "Read more", None),
            ),
            (claim(1, "40 of the mills had closed", worthiness=0.1), claim(2, "It rains")),
            (figure("40", 40, records.Modifier.AT_LEAST),),
        ),
    )
    assert counts == Counts(
        gold_quotes=2,
        found_quotes=2,
        paired=1,
        gold_claims=1,
        found_claims=1,
        gold_figures=1,
        in_boilerplate=1,
    )


def test_a_gold_quotation_is_found_once_and_by_the_best() -> None:
    worse = quote(1, "indirect", "that 40 of the mills had closed", "s1")
    best = quote(2, "direct", "It rains", "s1")
    long = quote(3, "direct", 'It rains," she', "s1")
    assert [q.id for _, q in pair_quotes(EXAMPLE, (worse, long, best))] == ["q1", "q2"]


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Ada Holm", "Ada Holm", True),
        ("Ada Holm", "Dr. Ada Holm", True),
        ("The Lamp", "Lamp", True),
        ("Ada Holm", "Holm", False),
        ("Ada Holm", None, False),
        (None, "Ada Holm", False),
        (None, None, True),
    ],
)
def test_a_speaker_is_right_by_the_full_name(gold: str | None, found: str | None, same: bool) -> None:
    kind = records.SpeakerKind.PERSON
    speaker = records.Speaker(id="s1", name=found, kind=kind, mentions=(span("she"),))
    assert same_speaker(gold, speaker) is same


def test_no_speaker_is_never_the_right_one() -> None:
    assert not same_speaker(None, None)


def test_floors_rise_freely_and_fall_only_when_told() -> None:
    nothing_wrong = Counts()
    half = replace(Counts(), gold_quotes=2, found_quotes=1, paired=1, exact=1, right_type=1, right_speaker=1)
    high = updated(Floors("", {}), nothing_wrong, "a", allow_lower=False)
    assert high.shares["quote_recall"] == 0.98
    with pytest.raises(ValueError, match=r"quote_recall: 0\.500 is below its floor 0\.98"):
        updated(high, half, "a", allow_lower=False)
    low = updated(high, half, "b", allow_lower=True)
    assert (low.corpus, low.shares["quote_recall"], low.shares["quote_precision"]) == ("b", 0.48, 0.98)
    assert updated(low, half, "b", allow_lower=False) == low


def test_floors_are_read_as_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("floors") / "floors.toml"
    floors = updated(Floors("", {}), Counts(), "a" * 64, allow_lower=False)
    floors.write(path)
    assert Floors.read(path) == floors
