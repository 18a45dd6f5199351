"""Records in words for people."""

from __future__ import annotations

import pytest

from quotex.contract.records import (
    Change,
    Claim,
    ClaimKind,
    Mention,
    Modality,
    Modifier,
    Quantity,
    Span,
    Speaker,
    SpeakerKind,
)
from quotex.writing.wording import about, attribution, figure, figure_facts, is_anonymous, modality


def at(start: int, text: str) -> Span:
    return Span(start=start, end=start + len(text), text=text)


@pytest.mark.parametrize(
    ("value", "unit", "counted", "words"),
    [
        (1200, None, "crates", "1,200 crates"),
        (3_400_000, "crown per day", "strike", "3,400,000 crown per day (strike)"),
        (4.1, "percent", None, "4.1 percent"),
        (0.25, "fraction", "adults", "0.25 of adults"),
        (0.2, "fraction", None, "0.2"),
    ],
)
def test_a_figure_says_what_it_counts_or_measures(
    value: float, unit: str | None, counted: str | None, words: str
) -> None:
    told = Quantity(
        id="n1",
        span=Span(start=0, end=1, text="x"),
        text="x",
        value=value,
        modifier=Modifier.EXACT,
        unit=unit,
        counted=counted,
    )
    assert figure(told) == words


def test_a_figure_tells_how_it_changed_and_what_it_is_in_the_base_unit() -> None:
    told = Quantity(
        id="n1",
        span=at(0, "from 40 to 30 miles"),
        text="from 40 to 30 miles",
        value=(30, 40),
        modifier=Modifier.RANGE,
        change=Change.DOWN,
        old=40,
        new=30,
        margin=2,
        unit="mile",
        dimension="length",
        base_value=(48280.32, 64373.76),
        base_unit="meter",
        subject="the line",
    )
    assert figure_facts(told) == [
        "said of the line",
        "change down",
        "it was 40",
        "it is now 30",
        "± 2",
        "48,280.32–64,373.76 meter",
    ]


@pytest.mark.parametrize(
    ("called", "source", "cue", "told"),
    [
        ("Mira Dolan", at(0, "She"), at(4, "said"), ("", "Mira Dolan", "said")),
        ("Mira Dolan", at(9, "Mira Dolan"), at(4, "said"), ("said", "Mira Dolan", "")),
        ("Mira Dolan", at(5, "Mira Dolan"), at(3, "—"), ("", "Mira Dolan", "")),
        ("Mira Dolan", at(0, "Mira Dolan"), at(10, ":"), ("", "Mira Dolan", "")),
        ("League", at(0, "The League"), at(11, "says"), ("", "The League", "says")),
        ("Lantern", at(0, "THE LANTERN"), None, ("", "The Lantern", "")),
        ("The inquiry", at(13, "the inquiry"), at(0, "according to"), ("according to", "the inquiry", "")),
        ("an aide", at(13, "an aide"), at(0, "were told"), ("", "an aide", "(were told)")),
        ("not known", None, None, ("", "not known", "")),
    ],
)
def test_a_source_and_its_verb_stand_as_in_the_article(
    called: str, source: Span | None, cue: Span | None, told: tuple[str, str, str]
) -> None:
    assert attribution(called, source, cue) == told


@pytest.mark.parametrize(
    ("kind", "anonymous"),
    [("person", True), ("group", True), ("organization", False), ("document", False), ("unknown", False)],
)
def test_people_are_unnamed_and_bodies_and_papers_are_not(kind: str, anonymous: bool) -> None:
    description = "the board, which asked not to be named"
    speaker = Speaker(
        id="s1",
        kind=SpeakerKind(kind),
        description=description,
        mentions=(Mention(start=0, end=len(description), text=description),),
        anonymity=at(17, "asked not to be named"),
    )
    assert is_anonymous(speaker) is anonymous
    assert about(speaker) == ""  # the description tells the ground already


def test_a_modality_tells_the_words_that_make_it() -> None:
    text = "It was never opened"
    claim = Claim(id="c1", span=at(0, text), text=text, kinds=(ClaimKind.EVENT,), worthiness=1)
    assert modality(claim) == ""
    denied = claim.model_copy(update={"modality": Modality.DENIED})
    assert modality(denied) == "denied"
    assert modality(denied.model_copy(update={"modality_cue": at(7, "never")})) == "denied (“never”)"
