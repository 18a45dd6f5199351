"""Whose words a quotation is, where the tagger's source is not all of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from hand_built import parse
from quotex.parse.tokens import TokenIndex
from quotex.quotes.assembly import _own_subject, _tidy
from quotex.quotes.confidence import Evidence
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import Sourcing
from quotex.text import Range, analyze

if TYPE_CHECKING:
    from spacy.language import Language


def at(text: str, words: str) -> Range:
    start = text.index(words)
    return Range(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "source", "cue", "who"),
    [
        ("He praised the bridge the mayor said was sound.", "the bridge the mayor", "said", "the mayor"),
        ("He praised the bridge the mayor said was sound.", "the mayor", "said", None),
        ("The mayor said the bridge was sound.", "The mayor", "said", None),
        ("Owen Tarr fled Norland, which says he burned the mill.", "Owen Tarr", "says", "which"),
        ("Owen Tarr fled Norland, which says he burned the mill.", "which", "says", None),
    ],
)
def test_who_says_it_is_told_from_what_it_is_said_of(
    nlp: Language, text: str, source: str, cue: str, who: str | None
) -> None:
    own = _own_subject(at(text, source), at(text, cue), TokenIndex(nlp(text)))
    assert (own.of(text) if own else None) == who


def test_what_is_set_off_by_commas_is_not_what_is_said_of_a_source() -> None:
    doc = parse(
        "Ada/NNP compound 1", "Brook/NNP ROOT 1", ",/, punct 1 glued", "for/IN mark 6", "her/PRP$ poss 5",
        "part/NN nsubj 6", "said/VBD relcl 1", "no/UH intj 6",
    )  # fmt: skip
    assert _own_subject(at(doc.text, "Ada Brook, for her part"), at(doc.text, "said"), TokenIndex(doc)) is None


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Ada Brook said the dam, a ruin, would go. “It leaks.”", True),
        ("Ada Brook said the dam, a ruin, would go. On the wall: “It leaks.”", False),
        ("The dam, “It leaks.”, a ruin, would go, said Ada Brook.", False),  # the two are told into one another
        ("Ada Brook said the dam, a ruin, would go. “It leaks? “Nobody mends it.”", True),
        ("Ada Brook said the dam, a ruin, would go. “It leaks” on a wall.", False),
    ],
)
def test_speech_goes_straight_on_where_nothing_stands_between(text: str, goes_on: bool) -> None:
    layout = analyze(text)
    marks = Marks(layout)
    told = Range(at(text, "dam").start - 4, at(text, "go").end)
    before = Draft([told], at(text, "said"), at(text, "Ada Brook"), Evidence())
    quoted = layout.quoted[0]
    after = Draft([quoted.inner], None, None, Evidence())

    class Beside:
        def is_sentence_end(self, start: int, end: int) -> bool:
            return not any(map(str.isalnum, text[start:end]))

    sourcing = Sourcing(layout, marks, cast(Any, None), cast(Any, Beside()))
    assert sourcing._goes_straight_on(before, after, quoted) is goes_on


@pytest.mark.parametrize("mark", ["\u200b", "\u2028", "«", "…"])
def test_what_has_no_word_is_no_source(nlp: Language, mark: str) -> None:
    text = f"We go.«{mark}»x said it."
    draft = Draft([at(text, "We go.")], at(text, "said"), at(text, mark), Evidence())
    _tidy(draft, Marks(analyze(text)), TokenIndex(nlp(text)))
    assert draft.source is None
