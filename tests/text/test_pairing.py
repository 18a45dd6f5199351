"""Quotation marks pair as a careful reader pairs them, whatever they look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.text import Range, analyze
from quotex.text.pairing import pair
from quotex.text.paragraphs import find_paragraphs


def inners(text: str) -> list[str]:
    """What stands between the outermost pairs."""
    return [q.inner.of(text) for q in pair(text, find_paragraphs(text)[0]).quoted if not q.depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"We leave now," said Ada Brook.', ["We leave now,"], id="straight"),
        pytest.param("“We leave now,” said Ada Brook. “Or never.”", ["We leave now,", "Or never."], id="curly"),
        pytest.param("«We leave now», said Ada Brook.", ["We leave now"], id="guillemets"),
        pytest.param(
            "»We leave now«, said Ada. »We do.« »All of us.«", ["We leave now", "We do.", "All of us."], id="»«"
        ),
        pytest.param("„We leave now“, said Ada Brook. „Or never.“", ["We leave now", "Or never."], id="low-high"),
        pytest.param("``We leave now,'' said Ada Brook.", ["We leave now,"], id="LaTeX"),
        pytest.param("''We leave now,'' said Ada Brook. ''We do.''", ["We leave now,", "We do."], id="two singles"),
        pytest.param("‘We leave now,’ said Ada Brook’s aunt.", ["We leave now,"], id="single curly"),
        pytest.param(
            "'We don't leave,' said Ada. 'It's late.'", ["We don't leave,", "It's late."], id="single straight"
        ),
        pytest.param('""We leave now,"" said Ada Brook.', ["We leave now,"], id="doubled"),
        pytest.param("”We leave now,“ said Ada. ”We do.“ ”All.“", ["We leave now,", "We do.", "All."], id="wrong way"),
        pytest.param("We leave, she said. «We leave now, ”said Ada Brook.", ["We leave now,"], id="blank before said"),
        pytest.param(
            "“They left their allies “, went on Brook, sadly.", ["They left their allies"], id="blank before “,"
        ),
        pytest.param("She said that only” a few can stay “, she added.", ["a few can stay"], id="both turned"),
        pytest.param(
            "He said“ we stay ”and left. Then“ we go ”was heard, and“ no ”too.",
            ["we stay", "we go", "no"],
            id="every blank inside",
        ),
        pytest.param("“We leave now, since Ada Brook.", ["We leave now, since Ada Brook."], id="never closed"),
        pytest.param(
            "“We leave now, said Ada Brook. “I mean it.”", ["We leave now,", "I mean it."], id="lost before a cue"
        ),
        pytest.param(
            "“We leave now, Brook said. “She came, he said, with a dog.”",
            ["We leave now,", "She came, he said, with a dog."],
            id="lost before a name, and none lost",
        ),
        pytest.param(
            "“We leave now, insisted the old skipper. “I mean it.”",
            ["We leave now,", "I mean it."],
            id="lost before a noun",
        ),
        pytest.param(
            "“We leave now, an official told the local paper. It rained.",
            ["We leave now,"],
            id="lost before who is told",
        ),
        pytest.param(
            "“We left. “It was late.\n\nThe bus came, said the board, “at six” or so.",
            ["We left.", "It was late.", "at six"],
            id="lost before a paragraph with a pair",
        ),
        pytest.param(
            "“They will see days, not weeks “. Ada Brook remembered” the year of the bell “, when the mill fell.",
            ["They will see days, not weeks", "the year of the bell"],
            id="turned by a translation",
        ),
        pytest.param(
            "“She came, the doctor said, with a dog. It bit me,” said Ada Brook.",
            ["She came, the doctor said, with a dog. It bit me,"],
            id="a cue inside, and none lost",
        ),
        pytest.param(
            "It rained. We left,” the mayor told a paper. “We ran.”",
            ["It rained. We left,", "We ran."],
            id="opening lost",
        ),
        pytest.param('Who knew?" Ada Brook said.', ["Who knew?"], id="opening lost before a question"),
        pytest.param('The dam, 6", was new. "It leaks," she said.', ["It leaks,"], id="an inch before a comma"),
        pytest.param("“It was late, they said no. “We left.”", ["It was late, they said no.", "We left."], id="told"),
        pytest.param("“He told me, ‘No way,’ and left,” she said.", ["He told me, ‘No way,’ and left,"], id="nested"),
        pytest.param("The farmers’ union and the Joneses’ dog stayed.", [], id="possessives"),
        pytest.param("The '90s were rock 'n' roll for 'em all.", [], id="elisions"),
        pytest.param('The board was 6\'2" tall and 5" wide.', [], id="feet and inches"),
        pytest.param("The so-called “experts” met.", ["experts"], id="scare quotes pair too"),
    ],
)
def test_outermost_pairs(text: str, expected: list[str]) -> None:
    assert inners(text) == expected


def test_a_nested_pair_has_a_depth() -> None:
    text = "“He told me, ‘No way,’ and left,” she said."
    quoted = pair(text, find_paragraphs(text)[0]).quoted
    assert [(q.depth, q.inner.of(text)) for q in quoted] == [(0, "He told me, ‘No way,’ and left,"), (1, "No way,")]


def test_a_quotation_reopens_at_each_paragraph() -> None:
    text = "“It was dark.\n\n“It was cold.\n\n“We left,” said Ada Brook."
    quoted = pair(text, find_paragraphs(text)[0]).quoted
    assert [(q.resumes, q.closing is not None) for q in quoted] == [(False, False), (True, False), (True, True)]


@pytest.mark.parametrize("opening", ["“", '"'])
def test_a_quotation_reopens_where_the_line_ends_are_lost(opening: str) -> None:
    closing = opening.replace("“", "”")
    text = f"Ada Brook added: {opening}It was dark. {opening}It was cold. {opening}We left.{closing} Then it rained."
    quoted = pair(text, find_paragraphs(text)[0]).quoted
    assert [(q.inner.of(text), q.resumes, q.closing is not None) for q in quoted] == [
        ("It was dark.", False, False),
        ("It was cold.", True, False),
        ("We left.", True, True),
    ]


def test_a_quotation_goes_on_without_a_mark() -> None:
    text = "“It was dark.\n\nIt was cold.”\n\nThen they left."
    quoted = pair(text, find_paragraphs(text)[0]).quoted
    assert [(q.inner.of(text), q.resumes) for q in quoted] == [("It was dark.", False), ("It was cold.", True)]


def test_a_stray_mark_does_not_turn_the_article_inside_out() -> None:
    text = 'A word" too many.\n\nThen this.\n\n“We leave now,” said Ada. “We do.”\n\n“All of us,” she added.'
    assert inners(text) == ["We leave now,", "We do.", "All of us,"]


MARKS = st.text(alphabet=" \n\"'“”‘’«»„`,.:ab\xa0", max_size=120)


@given(MARKS)
def test_pairs_nest_or_stand_apart(text: str) -> None:
    layout = analyze(text)
    open_pairs: list[Range] = []
    for q in layout.quoted:
        assert q.outer.start <= q.inner.start < q.inner.end <= q.outer.end
        assert any(p.span.covers(q.outer) for p in layout.paragraphs)
        while open_pairs and open_pairs[-1].end <= q.outer.start:
            open_pairs.pop()
        assert len(open_pairs) == q.depth
        assert not open_pairs or open_pairs[-1].covers(q.outer)
        open_pairs.append(q.outer)


@given(MARKS)
def test_the_view_has_the_length_of_the_text(text: str) -> None:
    assert len(analyze(text).view) == len(text)


def test_two_hundred_thousand_marks_end() -> None:
    text = '"“' * 100_000
    assert len(pair(text, find_paragraphs(text)[0]).read) == 200_000
