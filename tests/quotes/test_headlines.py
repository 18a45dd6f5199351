"""Headlines that end in who says it, with the packaged model."""

from __future__ import annotations

import pytest

from quotex.pipeline.extractor import Extractor

REST = (
    "\n\nThe quay of Orrin Falls stays closed until the spring, Ada Brook said on Monday at a meeting of the town's "
    "board in the old mill. Four boats are tied up in the harbour, and the fishing crews have gone home.\n"
)


@pytest.mark.parametrize(
    ("headline", "content", "source"),
    [
        ("Quay shut for want of money - council", "Quay shut for want of money", "council"),
        ("Orrin Falls: Quay shut for want of money - report", "Quay shut for want of money", "report"),
        ("Boats ‘pushed aside’ by ferry crews – inquest", "Boats ‘pushed aside’ by ferry crews", "inquest"),
        ("Town must brace for a winter without boats - Brook", "Town must brace for a winter without boats", "Brook"),
    ],
)
def test_who_stands_at_the_end_says_it(extractor: Extractor, headline: str, content: str, source: str) -> None:
    quote = next(quote for quote in extractor.extract(headline + REST).quotes if quote.spans[0].start < len(headline))
    assert (quote.text, quote.source and quote.source.text) == (content, source)


@pytest.mark.parametrize(
    "headline",
    [
        "Quay shut for want of money - but not for long",
        "Quay shut for want of money - Orrin Times",
        "Quay shut for want of money - Harlow",
        "Four boats sold for scrap - by council",
        "Winter in Orrin Falls - all the best pictures",
    ],
)
def test_what_else_stands_there_says_nothing(extractor: Extractor, headline: str) -> None:
    starts = [quote.spans[0].start for quote in extractor.extract(headline + REST).quotes]
    assert starts
    assert min(starts) > len(headline)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Cost of living: 'We are chasing debt to pay for basics'", True),
        ("'I Want to Break Free' singer comes to Orrin Falls", False),
        ("'Fear and favouritism' school downgraded", False),
    ],
)
def test_a_headline_that_says_i_or_we_between_marks_is_quoted(extractor: Extractor, title: str, said: bool) -> None:
    text = (
        f"{title}\n\nDavid Birch and his wife are both working, but the rising cost of living is eating their wages.\n"
    )
    assert bool(extractor.extract(text).quotes) is said
