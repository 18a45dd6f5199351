from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.claims import ClaimDraft, find_claims
from quotex.claims.assembly import find_statements
from quotex.claims.worthiness import Circumstances
from quotex.contract.records import ClaimKind, Modality, QuoteType, SpeakerKind, Stance
from quotex.parse.names import Kind, write_names
from quotex.parse.tokens import TokenIndex
from quotex.quantities import find_quantities
from quotex.quantities.drafts import QuantityDraft
from quotex.quotes import Quotation
from quotex.speakers import Resolution, SpeakerDraft
from quotex.text import Range, analyze

if TYPE_CHECKING:
    from spacy.language import Language

    from quotex.pipeline.extractor import Extractor

TROOPS = (
    "In June, Oskaria moved about 4,000 troops to the Bellish border, the highest number since it seized Korva "
    "in 2009, according to Western officials. We are happy. Ilse Brandt closed the plant in Marvale in 2011."
)


def claims(
    nlp: Language,
    text: str,
    *quotations: Quotation,
    min_worthiness: float = 0.5,
    kind: SpeakerKind = SpeakerKind.GROUP,
    names: Sequence[tuple[int, int, Kind]] = (),
) -> tuple[tuple[ClaimDraft, ...], tuple[QuantityDraft, ...]]:
    layout = analyze(text)
    doc = nlp(layout.view)
    if names:
        write_names(doc, names)
    tokens = TokenIndex(doc)
    quantities = find_quantities(layout, tokens)
    speakers = [SpeakerDraft(kind, None, q.source, None, None, ()) for q in quotations]
    resolution = Resolution(tuple(speakers), tuple(range(len(quotations))))
    return find_claims(layout, tokens, quotations, resolution, quantities, min_worthiness=min_worthiness), quantities


@pytest.fixture(scope="module")
def attribution() -> Quotation:
    end = TROOPS.index(", according")
    cue = Range(end + 2, end + 14)
    return Quotation((Range(0, end),), cue, Range(cue.end + 1, cue.end + 18), QuoteType.INDIRECT, stance=Stance.ASSERTS)


def test_a_claim_carries_figure_times_places_and_source(nlp: Language, attribution: Quotation) -> None:
    found, quantities = claims(nlp, TROOPS, attribution)
    troops = found[0]
    assert troops.span.of(TROOPS) == TROOPS[: attribution.content[0].end]
    assert [quantities[n].span.of(TROOPS) for n in troops.quantities] == ["about 4,000 troops"]
    assert [t.span.of(TROOPS) for t in troops.times] == ["June", "2009"]
    assert "Bellish border" in [p.of(TROOPS) for p in troops.places]
    assert (troops.asserted_by, troops.quote, troops.modality) == (0, 0, Modality.ASSERTED)
    assert ClaimKind.QUANTITY in troops.kinds


def test_a_statement_is_weighed_by_where_it_stands_and_what_stands_in_it(nlp: Language) -> None:
    text = "Mill shut in Marvale\n\nIlse Brandt shut it in 2011. “It built 300 ships in 12 years,” she said."
    layout, start = analyze(text), text.index("It built")
    said = Quotation((Range(start, text.index("”")),), None, None, QuoteType.DIRECT, stance=Stance.ASSERTS)
    tokens = TokenIndex(nlp(layout.view))
    found = find_statements(layout, tokens, [said], find_quantities(layout, tokens), worth=lambda *_: 0.0)
    topic = frozenset(["marvale", "mill", "shut"])
    own, hers = (
        Circumstances(times=1, topic=topic, position=text.index("Ilse") / len(text), encoder=0.5),
        Circumstances(
            quantities=2, measured=1, stance=Stance.ASSERTS, direct=True, topic=topic, position=start / len(text),
            encoder=0.5,
        ),
    )  # fmt: skip
    assert [statement.circumstances for statement in found] == [own, hers]


def test_the_articles_own_claim_has_no_source(nlp: Language, attribution: Quotation) -> None:
    last = claims(nlp, TROOPS, attribution)[0][-1]
    assert last.span.of(TROOPS) == "Ilse Brandt closed the plant in Marvale in 2011"
    assert (last.asserted_by, last.quote) == (None, None)


@pytest.mark.parametrize(
    ("pronoun", "kind", "about"),
    [
        ("she", SpeakerKind.PERSON, 0),
        ("it", SpeakerKind.PERSON, None),
        ("it", SpeakerKind.ORGANIZATION, 0),
        ("they", SpeakerKind.GROUP, 0),
        ("she", SpeakerKind.ORGANIZATION, None),
    ],
)
def test_in_indirect_speech_a_pronoun_is_who_speaks_if_it_can_be(
    nlp: Language, pronoun: str, kind: SpeakerKind, about: int | None
) -> None:
    text = f"Orlan said {pronoun} had sold 300 ships to Belland in 2009."
    said = Quotation((Range(11, len(text) - 1),), Range(6, 10), Range(0, 5), QuoteType.INDIRECT, stance=Stance.ASSERTS)
    assert [c.about for c in claims(nlp, text, said, kind=kind)[0]] == [about]


@pytest.mark.parametrize(
    ("text", "pronoun", "called"),
    [
        ("The mill lost 300 workers, and it closed in Marvale in 2011.", "it closed", "mill"),
        ("When the guards lost 12 keys, they closed the mill in Marvale.", "When", "guards"),
        ("Ilse Brandt was in Marvale. She closed the plant in 2011.", "She", "Ilse Brandt"),
        ("Ilse Brandt met Mara Lind. She closed the plant in 2011.", "She", None),
        ("The mill burned. It was opened in Marvale in 2011.", "It", "mill"),
        ("The mill said so. It was opened in Marvale in 2011.", "It", None),
        ("The mill burned. It came after 12 fires in Marvale.", "It", None),
    ],
)
def test_a_pronoun_carries_what_the_clause_before_was_said_of(
    nlp: Language, text: str, pronoun: str, called: str | None
) -> None:
    starts = [i for i, word in enumerate(text.split()) if word in ("Ilse", "Mara")]
    found = claims(nlp, text, names=[(i, i + 2, Kind.PERSON) for i in starts], min_worthiness=0.0)[0]
    claim = next(c for c in found if c.span.of(text).startswith(pronoun))
    assert (claim.about_at.of(text) if claim.about_at else None) == called


def test_a_claim_about_nobody_knows_whom_is_worth_less_unless_it_has_a_figure(nlp: Language) -> None:
    def worth(text: str) -> float:
        return claims(nlp, text, min_worthiness=0.0)[0][-1].worthiness

    assert worth("It was sold to Belland in June.") < 0.7 * worth("Marvale was sold to Belland in June.")
    assert worth("It sold 300 ships to Belland in June.") > worth("It sold ships to Belland in June.")
    assert worth("The rain had stopped, and they sold the mill to Belland in June.") > 0  # a clause too


def test_what_is_not_worth_checking_is_left_out(nlp: Language, attribution: Quotation) -> None:
    found, _ = claims(nlp, TROOPS, attribution)
    everything, _ = claims(nlp, TROOPS, attribution, min_worthiness=0.0)
    assert {c.span for c in found} < {c.span for c in everything}
    assert all(c.worthiness >= 0.5 for c in found)


def test_a_figure_belongs_to_the_smallest_claim_around_it(nlp: Language) -> None:
    text = "The valley has changed since Oskaria sold 300 ships to Belland in 2009."
    found, quantities = claims(nlp, text, min_worthiness=0.0)
    owners = [c.span.of(text) for c in found if c.quantities]
    assert len(quantities) == 1
    assert owners == ["Oskaria sold 300 ships to Belland in 2009"]


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "The mill burned in 2011",
                "“We lost 40 cows,”",
                "he said",
                ".",
                "?",
                "”",
                "«",
                "\n\n",
                "🐄",
                "and",
                "who died in May",
            ]
        ),
        max_size=14,
    )
)
def test_claims_stand_in_text_order_inside_the_text(nlp: Language, parts: list[str]) -> None:
    text = " ".join(parts)
    found, quantities = claims(nlp, text, min_worthiness=0.0)
    assert [c.span for c in found] == sorted((c.span for c in found), key=lambda s: (s.start, -s.end))
    owned = [n for c in found for n in c.quantities]
    assert len(owned) == len(set(owned))
    for claim in found:
        assert claim.span.of(text) == claim.span.of(text).strip() != ""
        assert all(claim.span.covers(quantities[n].span) for n in claim.quantities)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The judge rejected claims that", Modality.DENIED),
        ("The judge was cleared of claims that", Modality.DENIED),
        ("The judge was dismissed after claims that", Modality.POSSIBLE),
        ("The judge threw out the case amid claims that", Modality.POSSIBLE),
    ],
)
def test_what_was_told_when_somebody_was_dismissed_is_not_denied(
    extractor: Extractor, before: str, expected: Modality
) -> None:
    claims = extractor.extract(f"{before} twelve jurors took bribes in May.").claims
    assert [claim.modality for claim in claims if claim.text.startswith("twelve jurors")] == [expected]
