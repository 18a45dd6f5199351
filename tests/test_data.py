"""The articles and their gold agree, so that what is measured on them means something."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gold import DATA, Example, examples

EXAMPLES = examples()
each = pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.name)


def test_there_are_enough_articles_and_each_has_its_gold() -> None:
    assert len(EXAMPLES) >= 15
    assert sorted(p.stem for p in (DATA / "gold").iterdir()) == [e.name for e in EXAMPLES]


@each
def test_an_article_has_the_length_of_one(example: Example) -> None:
    assert 300 <= len(example.text.split()) <= 900


@each
def test_every_span_carries_its_words(example: Example) -> None:
    assert example.disagreements() == []


@each
def test_every_name_time_place_and_figure_is_in_the_article(example: Example) -> None:
    assert example.strangers() == []


@each
def test_records_stand_in_text_order_and_their_parts_apart(example: Example) -> None:
    starts = [q.content[0] for q in example.gold.quotes]
    assert starts == sorted(starts)
    for quote in example.gold.quotes:
        parts = sorted([*quote.content, *(p for p in (quote.cue, quote.source) if p)])
        assert all(a[1] <= b[0] for a, b in pairwise(parts)), quote.content_text


@each
def test_every_named_source_is_listed_once_with_its_roles(example: Example) -> None:
    listed = {person.name: {role.casefold() for role in person.roles} for person in example.gold.speakers}
    assert len(listed) == len(example.gold.speakers)
    assert listed.keys() == {q.speaker.name for q in example.gold.quotes} - {None}
    for speaker in (q.speaker for q in example.gold.quotes if q.speaker.name and q.speaker.role):
        assert any((speaker.role or "").casefold() in role for role in listed[speaker.name or ""]), speaker


@each
def test_figures_are_whole_words_and_none_is_open(example: Example) -> None:
    text, figures = example.text, example.figures
    for start, end in figures:
        assert not (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()), text[start - 9 : end + 9]
    open_ones = {(o.start, o.end) for o in example.gold.open if o.what == "figure"}
    assert not open_ones & figures.keys()


@each
def test_nothing_is_recorded_in_a_notice(example: Example) -> None:
    notices = [(b.start, b.end) for b in example.gold.boilerplate]
    spans = [*(s for q in example.gold.quotes for s in q.content), *(c.span for c in example.gold.claims)]
    spans += [*example.figures, *((o.start, o.end) for o in example.gold.open)]
    assert not [s for s in spans for start, end in notices if s[0] < end and start < s[1]]
