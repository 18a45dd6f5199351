"""Cues right beside a quotation, on parses made by hand."""

from __future__ import annotations

import pytest

from hand_built import parse
from quotex.parse.tokens import TokenIndex
from quotex.quotes.adjacent import Beside, Surroundings
from quotex.text import Layout, analyze

QUOTED = ["“/`` punct 0", "We/PRP nsubj 3 glued", "will/MD aux 3", "wait/VB ROOT 3"]
COMMA = [*QUOTED, ",/, punct 3 glued", "”/'' punct 3 glued"]  # six words
STOP = [*QUOTED, "./. punct 3 glued", "”/'' punct 3 glued"]


def _surroundings(*rows: str) -> tuple[Layout, Surroundings]:
    doc = parse(*rows)
    layout = analyze(doc.text)
    assert layout.text == doc.text
    return layout, Surroundings(layout, TokenIndex(doc))


def _words(layout: Layout, found: Beside | None) -> tuple[str, str] | None:
    return (found.cue.of(layout.text), found.source.of(layout.text)) if found else None


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        (["said/VBD ROOT 6", "the/DT det 8", "judge/NN nsubj 6"], ("said", "the judge")),
        (["the/DT det 7", "judge/NN nsubj 8", "said/VBD ROOT 8"], ("said", "the judge")),
        (["she/PRP nsubj 8", "later/RB advmod 8", "added/VBD ROOT 8"], ("added", "she")),
        (["Marsh/NNP nsubj 7", "went/VBD ROOT 7", "on/RP prt 7"], ("went on", "Marsh")),
        # what the parser has not tied to the verb: the words behind it, or all the words before it
        (
            ["said/VBD ROOT 6", "Marsh/NNP dep 6", "of/IN prep 7", "Oslo/NNP pobj 8", "on/IN prep 6"],
            ("said", "Marsh of Oslo"),
        ),
        (["said/VBD ROOT 6", "she/PRP dep 6", "and/CC cc 6", "left/VBD conj 6"], ("said", "she")),
        (["he/PRP dep 8", "also/RB advmod 8", "warned/VBD ROOT 8"], ("warned", "he")),
        # no verb of speech; none with a tense; nobody who speaks
        (["the/DT det 7", "ferry/NN nsubj 8", "left/VBD ROOT 8"], None),
        (["saying/VBG ROOT 6", "the/DT det 8", "judge/NN nsubj 6"], None),
        (["hoped/VBD ROOT 6", "the/DT det 8", "judge/NN nsubj 6"], None),
        (["said/VBD ROOT 6", "yesterday/RB advmod 6"], None),
    ],
)
def test_a_cue_behind_a_quotation(behind: list[str], found: tuple[str, str] | None) -> None:
    layout, surroundings = _surroundings(*COMMA, *behind, f"./. punct {len(COMMA)} glued")
    assert _words(layout, surroundings.behind(layout.quoted[0])) == found


def test_a_new_sentence_is_no_cue() -> None:
    layout, surroundings = _surroundings(*STOP, "Marsh/NNP nsubj 7", "said/VBD ROOT 7", "so/RB advmod 7")
    assert surroundings.behind(layout.quoted[0]) is None


@pytest.mark.parametrize(
    ("before", "labels"),
    [
        (["Mayor/NNP compound 2", "Jo/NNP compound 2", "Marsh/NNP ROOT 2"], True),
        (["Opposition/NN compound 3", "leader/NN compound 3", "Jo/NNP compound 3", "Marsh/NNP ROOT 3"], True),
        (["The/DT det 1", "sign/NN nsubj 2", "reads/VBZ ROOT 2"], False),
        (["Marsh/NNP nsubj 1", "left/VBD ROOT 1"], False),
        (["one/CD nummod 1", "rule/NN ROOT 1"], False),
        (["told/VBD ROOT 0", "Port/NNP poss 3", "’s/POS case 1", "Early/NNP compound 4", "Show/NNP dobj 0"], False),
    ],
)
def test_a_name_before_a_colon_labels_a_quotation(before: list[str], labels: bool) -> None:
    at = len(before) + 1
    quoted = [f"“/`` punct {at + 3}", *(f"{row.split()[0]} dep {at + 3} glued" for row in STOP[1:])]
    quoted[2:4] = [f"will/MD aux {at + 3}", f"wait/VB ROOT {at + 3}"]
    layout, surroundings = _surroundings(*before, ":/: punct 0 glued", *quoted)
    label = " ".join(row.partition("/")[0] for row in before)
    assert _words(layout, surroundings.labelled(layout.quoted[0])) == ((":", label) if labels else None)


def test_a_name_behind_a_dash_signs_a_quotation_alone() -> None:
    layout, surroundings = _surroundings(*STOP, "—/: punct 3", "Ada/NNP compound 8", "Marsh/NNP appos 3")
    assert _words(layout, surroundings.signed(layout.quoted[0])) == ("—", "Ada Marsh")
    assert _words(layout, surroundings.behind(layout.quoted[0])) == ("—", "Ada Marsh")


def test_the_end_of_one_sentence_lies_between() -> None:
    layout, surroundings = _surroundings(
        *COMMA, "said/VBD ROOT 6", "she/PRP nsubj 6", "./. punct 6 glued", "It/PRP nsubj 10", "rained/VBD ROOT 10"
    )
    end = layout.text.index("said")
    stop = layout.text.index(" It")
    assert surroundings.is_sentence_end(end, stop)
    assert not surroundings.is_sentence_end(end, stop - 1)
    assert not surroundings.is_sentence_end(end, len(layout.text))
