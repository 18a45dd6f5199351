"""Paragraphs, sentences and words that were run together, found again without a character moved."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.text import Layout, ParagraphKind, analyze

CLEAN = (
    "The ferry to Marrow Point will stop in May, the harbour board said on Monday.",
    '"We tried everything," said Ines Harrow, who chairs it. "The boat is older than I am."',
    '"Nobody asked us," said Tomas Vell, a baker.',
    '"My flour comes by sea."',
    "He has sold bread on the quay since 1998.",
    "Others disagreed. The mayor, Olla Brandt, called the plan “overdue.”",
    "“It costs us 3 million a year,” she said.",
    "“I will not pay a fourth.”",
    "The board meets again on Friday.",
)


def paragraphs(layout: Layout) -> list[str]:
    return [p.span.of(layout.text) for p in layout.paragraphs]


def test_glued_paragraphs_are_found_again() -> None:
    glued = analyze("".join(CLEAN))
    assert paragraphs(glued) == list(CLEAN)
    clean = analyze("\n".join(CLEAN))
    assert [q.inner.of(glued.text) for q in glued.quoted] == [q.inner.of(clean.text) for q in clean.quoted]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            'It is "going to plan.""They have not given in," she said.The council met.',
            ['It is "going to plan."', '"They have not given in," she said.', "The council met."],
            id="a closing mark meets an opening one",
        ),
        pytest.param(
            'Jo Orr said: "It rained all May."We could not sow."The field is a lake."He farms in Dorn.It rained.',
            [
                'Jo Orr said: "It rained all May.',
                '"We could not sow.',
                '"The field is a lake."',
                "He farms in Dorn.",
                "It rained.",
            ],
            id="between two seams, we are quoted",
        ),
        pytest.param(
            'Jo Orr left. "It rained all May."He sold the farm."The field is a lake," he said.Others stayed.',
            [
                'Jo Orr left. "It rained all May."',
                "He sold the farm.",
                '"The field is a lake," he said.',
                "Others stayed.",
            ],
            id="between two seams, he is told of",
        ),
        pytest.param(
            "The board met.“The quay is a ruin”Brandt spoke for an hour.He left.",
            ["The board met.", "“The quay is a ruin”", "Brandt spoke for an hour.", "He left."],
            id="a pull quote without a stop",
        ),
        pytest.param(
            'The board met."The quay is a ruin," she said. "It will fall."nance committee told Ms Orr to wait.He left.',
            [
                "The board met.",
                '"The quay is a ruin," she said. "It will fall."',
                "nance committee told Ms Orr to wait.",
                "He left.",
            ],
            id="a sentence without its first letters",
        ),
        pytest.param(
            "It is ''going to plan.''She left early.''We stay,'' he said.It rained.",
            ["It is ''going to plan.''", "She left early.", "''We stay,'' he said.", "It rained."],
            id="two single marks are one",
        ),
        pytest.param(
            'Brill spoke in Oslo. HOST ACCUSED OF ASKING LITTLE"That will be settled," she said.They left.',
            [
                "Brill spoke in Oslo.",
                "HOST ACCUSED OF ASKING LITTLE",
                '"That will be settled," she said.',
                "They left.",
            ],
            id="a line in capitals",
        ),
        pytest.param(
            "They went home.Lorna Sallis stayed until 9 p.m.It was cold.",
            ["They went home.", "Lorna Sallis stayed until 9 p.m.", "It was cold."],
            id="names and hours",
        ),
        pytest.param(
            "He left in 2019.Updated 3 May 2026The board met.Sign up to our newsletterMore to read",
            ["He left in 2019.", "Updated 3 May 2026", "The board met.", "Sign up to our newsletter", "More to read"],
            id="bylines and links",
        ),
        pytest.param(
            '"None was made,"he said, "and none will be.If they try they err."A woman spoke.Others left.',
            [
                '"None was made,"he said, "and none will be.If they try they err."',
                "A woman spoke.",
                "Others left.",
            ],
            id="what goes on between marks is no paragraph",
        ),
    ],
)
def test_seams(text: str, parts: list[str]) -> None:
    assert paragraphs(analyze(text)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Write to Amazon.Com or Mr.Smith at St.Ives. The U.S.A. team of J.K.Rowling met Ph.D.Students.",
        "NBCUniversal and YouTube met DeSantis, McDonald and O'Brien. See www.Example.Org/Path or @News.Desk today.",
        "Follow it at orrin.Example/News or orrin.Herald/Sport, or write to desk.News@orrin.Example all day.",
        "The board met on Monday.It rained.",
    ],
    ids=["stops within names", "capitals within names", "addresses", "one slip of the pen"],
)
def test_no_seam(text: str) -> None:
    assert len(paragraphs(analyze(text))) <= text.count("It rained") + 1


def test_words_run_together_at_a_link_are_read_as_two() -> None:
    text = "Secretary of StateAda Brill met the press.Brill left.The State Department said so.Ada Brill will return."
    assert text.index("Ada Brill") in analyze(text).cuts


def test_a_name_that_runs_into_what_stands_behind_it_is_a_link() -> None:
    text = (
        "It rained over Harlow on Monday.The mayor spoke over it.The road is shut.\n"
        "“It is late,” the candidateHarlowover there said."
    )
    layout = analyze(text)
    assert {text[at : at + 4] for at in layout.joints.words} == {"Harl", "over"}
    assert paragraphs(layout)[-1].startswith("“It is late")


def test_a_heading_in_capitals_is_known() -> None:
    layout = analyze("They met on Monday.FANS GATHER AT GATESAbout 400 came.They sang.")
    assert [p.kind for p in layout.paragraphs if p.span.of(layout.text).isupper()] == [ParagraphKind.HEADING]


@given(
    st.lists(st.sampled_from([*CLEAN, "IN CAPITALS", '"', "”", "“", "''", "'", " ", "A", "newsletterMore", "9 p.m."]))
)
def test_paragraphs_stand_in_order_and_nothing_is_lost(pieces: list[str]) -> None:
    layout = analyze(text := "".join(pieces))
    assert len(layout.view) == len(text)
    spans = [p.span for p in layout.paragraphs]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all(0 < cut < len(text) for cut in layout.cuts)
