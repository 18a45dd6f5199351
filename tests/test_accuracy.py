"""The floors hold, and the measuring itself is right."""

from __future__ import annotations

import pytest

from accuracy import MEASURES, measure, measured, pair_quotes, same_role, same_speaker
from floors import Counts, Floors, Share, updated
from gold import Example, Gold, corpus_hash
from quotex.contract import records

TEXT = (
    'Ada Holm, the miller, said that 40 of the mills had closed in May. "It rains," she said. '
    "About 7 sheds, two or so, are left. Read more."
)


def span(words: str) -> records.Span:
    start = TEXT.index(words)
    return records.Span(start=start, end=start + len(words), text=words)


def mention(words: str) -> records.Mention:
    return records.Mention(**span(words).model_dump())


def offsets(words: str) -> tuple[int, int]:
    return span(words).start, span(words).end


def placed(words: str) -> dict[str, object]:
    return {"text": words, "start": offsets(words)[0], "end": offsets(words)[1]}


HOLM = {"name": "Ada Holm", "kind": "person", "role": None}
EXAMPLE = Example(
    "mills",
    TEXT,
    Gold.model_validate(
        {
            "published": "2026-03-01",
            "speakers": [{"name": "Ada Holm", "roles": ["miller"]}],
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
                    "stance": ["asserts"],
                    "act": ["said"],
                }
                for kind, content, source in (
                    ("indirect", "that 40 of the mills had closed in May", "Ada Holm"),
                    ("direct", "It rains,", "she"),
                )
            ],
            "claims": [
                {
                    "span": offsets("40 of the mills had closed in May"),
                    "text": "40 of the mills had closed in May",
                    "quantities": [{"text": "40 of the mills", "value": 40, "modifier": "exact", "counted": "mills"}],
                    "when": [{"text": "May", "values": ["2025-05", "2025"]}],
                    "where": [],
                    "asserted_by": "Ada Holm",
                    "check_worthy": True,
                    "modality": ["asserted"],
                }
            ],
            "figures": [
                {**placed("About 7 sheds"), "value": 7, "modifier": "approximately", "counted": "sheds"},
            ],
            "open": [
                {"what": "figure", **placed("two or so")},
                {"what": "claim", **placed("About 7 sheds, two or so, are left")},
                {"what": "quote", **placed("are left")},
            ],
            "boilerplate": [placed("Read more.")],
        }
    ),
)


def quote(number: int, kind: str, words: str, speaker: str | None, stance: str = "asserts") -> records.Quote:
    return records.Quote(
        id=f"q{number}",
        type=records.QuoteType(kind),
        spans=(span(words),),
        text=words,
        cue=span("said"),
        speaker=speaker,
        stance=records.Stance(stance),
        confidence=1.0,
        speaker_confidence=1.0 if speaker else None,
    )


def claim(
    number: int,
    words: str,
    worthiness: float = 1.0,
    *,
    times: tuple[records.Time, ...] = (),
    modality: str = "asserted",
) -> records.Claim:
    return records.Claim(
        id=f"c{number}",
        span=span(words),
        text=words,
        kinds=(records.ClaimKind.OTHER,),
        times=times,
        modality=records.Modality(modality),
        worthiness=worthiness,
    )


def time(words: str, value: str | None) -> records.Time:
    return records.Time(span=span(words), text=words, value=value)


def figure(
    number: int, words: str, value: int, counted: str, modifier: records.Modifier = records.Modifier.EXACT
) -> records.Quantity:
    return records.Quantity(
        id=f"n{number}", span=span(words), text=words, value=value, modifier=modifier, counted=counted
    )


def extraction(
    quotes: tuple[records.Quote, ...] = (),
    claims: tuple[records.Claim, ...] = (),
    quantities: tuple[records.Quantity, ...] = (),
    role: str | None = "miller",
) -> records.Extraction:
    kind, holm = records.SpeakerKind.PERSON, (mention("Ada Holm"),)
    roles = (span(role),) if role else ()
    return records.Extraction(
        source=records.Source(id="mills", sha256="0" * 64, length=len(TEXT)),
        pipeline=records.Pipeline(quotex="0", spacy="0", model="none", tagger="none"),
        speakers=(
            records.Speaker(id="s1", name="Ada Holm", kind=kind, role=role, mentions=holm, roles=roles),
            records.Speaker(id="s2", kind=kind, description="she", mentions=(mention("she"),)),
            records.Speaker(id="s3", name="Read", kind=kind, mentions=(mention("Read"),)),
        ),
        quotes=quotes,
        claims=tuple(said_in(quotes, claim) for claim in claims),
        quantities=quantities,
    )


def said_in(quotes: tuple[records.Quote, ...], claim: records.Claim) -> records.Claim:
    quote = next((q for q in quotes if claim.text in q.text), None)
    return claim.model_copy(update={"quote": quote.id, "asserted_by": quote.speaker}) if quote else claim


def shares(counts: Counts) -> dict[str, tuple[int, int]]:
    return {name: (share.right, share.of) for name, share in counts.shares.items() if share.of}


def test_accuracy_is_not_below_its_floors() -> None:
    floors = Floors.read()
    assert floors.corpus == corpus_hash(), "articles or gold changed: python benchmarks/accuracy.py --update-floors"
    assert floors.shares.keys() | {"act"} == set(MEASURES)
    reached = measured()
    assert floors.articles.keys() == reached.keys()
    assert floors.missed(reached) == []


def test_all_right_counts_as_all_right() -> None:
    counts = measure(
        EXAMPLE,
        extraction(
            (
                quote(1, "indirect", "that 40 of the mills had closed in May", "s1"),
                quote(2, "direct", "It rains", "s1"),
            ),
            (claim(1, "40 of the mills had closed in May", times=(time("May", "2025"),)),),
            (
                figure(1, "40 of the mills", 40, "old mills"),
                figure(2, "About 7 sheds", 7, "sheds", records.Modifier.APPROXIMATELY),
            ),
        ),
    )
    assert {name for name, share in counts.shares.items() if share.of} == MEASURES.keys() - {"act"}
    assert {share.value for share in counts.shares.values()} == {1.0}
    assert counts.in_boilerplate == 0


def test_each_slip_is_counted_where_it_belongs() -> None:
    counts = measure(
        EXAMPLE,
        extraction(
            (
                quote(1, "direct", "40 of the mills had closed in May", "s3", "denies"),  # short of a word; another's
                quote(2, "direct", "It rains", "s2"),  # no name
                quote(3, "direct", "Read more", None),
            ),
            (
                claim(1, "40 of the mills had closed in May", times=(time("May", "2026-05"),), modality="denied"),
                claim(2, "It rains"),
            ),
            (figure(1, "40", 40, "mills", records.Modifier.AT_LEAST), figure(2, "7", 7, "sheds")),
            role="she",
        ),
    )
    assert shares(counts) == {
        "quote_precision": (2, 3),
        "quote_recall": (2, 2),
        "quote_exact": (1, 2),
        "quote_type": (1, 2),
        "speaker": (0, 2),
        "name_precision": (0, 1),
        "stance": (1, 2),
        "role_precision": (0, 1),
        "role_recall": (0, 1),
        "claim_precision": (1, 2),
        "claim_recall": (1, 1),
        "modality": (0, 1),
        "asserter": (0, 1),
        "times": (0, 1),
        "time_precision": (0, 1),
        "figures": (0, 2),
        "figure_precision": (0, 2),
    }
    assert counts.in_boilerplate == 1


def test_what_is_missing_is_counted_where_it_belongs() -> None:
    counts = measure(EXAMPLE, extraction(claims=(claim(1, "40 of the mills had closed in May", 0.1),), role=None))
    assert shares(counts) == {
        "quote_recall": (0, 2),
        "role_recall": (0, 1),
        "claim_recall": (0, 1),
        "times": (0, 1),
        "figures": (0, 2),
    }


def test_what_is_open_counts_neither_way() -> None:
    counts = measure(
        EXAMPLE,
        extraction(
            (quote(1, "indirect", "are left", None),),
            (claim(1, "two or so, are left"),),
            (figure(1, "two", 2, "sheds"),),
        ),
    )
    assert not {"quote_precision", "claim_precision", "figure_precision"} & shares(counts).keys()


def test_a_time_whose_value_cannot_be_known_must_not_have_one() -> None:
    gold = EXAMPLE.gold.claims[0]
    unknown = gold.model_copy(update={"when": (gold.when[0].model_copy(update={"values": (None,)}),)})
    example = Example("mills", TEXT, EXAMPLE.gold.model_copy(update={"claims": (unknown,)}))
    dated, plain = (
        measure(example, extraction(claims=(claim(1, gold.text, times=(time("May", value),)),)))
        for value in ("2025-05", None)
    )
    assert (dated["times"], dated["time_precision"]) == (Share(), Share(0, 1))
    assert (plain["times"], plain["time_precision"]) == (Share(), Share())


def test_acts_are_measured_where_records_have_them() -> None:
    bare = quote(1, "direct", "It rains", "s1")
    said, thought = (bare.model_copy(update={"act": act}) for act in (records.Act.SAID, records.Act.THOUGHT))
    assert measure(EXAMPLE, extraction((said,)))["act"] == Share(1, 1)
    assert measure(EXAMPLE, extraction((thought,)))["act"] == Share(0, 1)


def test_a_gold_quotation_is_found_once_and_by_the_best() -> None:
    worse = quote(1, "indirect", "that 40 of the mills had closed in May", "s1")
    best = quote(2, "direct", "It rains", "s1")
    long = quote(3, "direct", 'It rains," she', "s1")
    assert [q.id for _, q in pair_quotes(EXAMPLE, (worse, long, best))] == ["q1", "q2"]


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("miller", "Miller", True),
        ("head miller of Oskaria", "head miller", True),
        ("head miller of Oskaria", "miller", True),
        ("head miller of Oskaria", "head", False),
        ("head miller of Oskaria", "Oskaria", False),
        ("Chair, Millers' Guild", "Chair", True),
        ("miller", "2022.Former miller", False),
        ("miller", "whose brother", False),
    ],
)
def test_a_role_is_right_with_its_head(gold: str, found: str, same: bool) -> None:
    assert same_role(gold, found) is same


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
    speaker = records.Speaker(id="s1", name=found, kind=kind, mentions=(mention("she"),))
    assert same_speaker(gold, speaker) is same


def test_no_speaker_is_never_the_right_one() -> None:
    assert not same_speaker(None, None)


def rows(right: int, *, in_boilerplate: int = 0, article: str = "mills") -> dict[str, Counts]:
    return {article: Counts({"speaker": Share(right, 10)}, in_boilerplate)}


def test_floors_rise_freely_and_fall_only_when_told() -> None:
    high = updated(Floors(), rows(10), "a", allow_lower=False)
    assert (high.shares, high.articles) == ({"speaker": 0.98}, {"mills": {"speaker": 0.8}})
    with pytest.raises(ValueError, match=r"^speaker: 0\.500 is below its floor 0\.98; mills: speaker: 0\.500 is below"):
        updated(high, rows(5), "a", allow_lower=False)
    low = updated(high, rows(5), "b", allow_lower=True)
    assert (low.corpus, low.shares, low.articles) == ("b", {"speaker": 0.48}, {"mills": {"speaker": 0.3}})
    assert updated(low, rows(5), "b", allow_lower=False) == low


def test_no_article_hides_behind_the_others() -> None:
    both = rows(10) | rows(10, article="looms")
    floors = updated(Floors(), both, "a", allow_lower=False)
    floors = Floors("a", {"speaker": 0.5}, floors.articles)
    assert floors.missed(rows(10) | rows(7, article="looms")) == ["looms: speaker: 0.700 is below its floor 0.80"]
    assert floors.missed(rows(10) | rows(8, article="looms")) == []


def test_nothing_to_get_wrong_sets_no_floor() -> None:
    assert updated(Floors(), {"mills": Counts({"act": Share()})}, "a", allow_lower=False).shares == {}


def test_records_in_notices_have_a_ceiling() -> None:
    ceiling = updated(Floors(), rows(10, in_boilerplate=2), "a", allow_lower=True)
    assert ceiling.missed(rows(10, in_boilerplate=2)) == []
    assert ceiling.missed(rows(10, in_boilerplate=3)) == ["3 records in boilerplate, more than 2"]
    assert updated(ceiling, rows(10), "a", allow_lower=False).in_boilerplate == 0


def test_floors_are_read_as_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("floors") / "floors.toml"
    floors = updated(Floors(), rows(10, in_boilerplate=1), "a" * 64, allow_lower=True)
    floors.write(path)
    assert Floors.read(path) == floors
