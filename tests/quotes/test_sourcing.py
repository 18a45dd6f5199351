"""Who says what stands between marks, where the tagger does not tell: on parses made by hand, and on sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from hand_built import parse
from quotex.parse.tokens import TokenIndex
from quotex.quotes.confidence import Evidence
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import Beside, Sourcing, with_noun
from quotex.text import Layout, Range, analyze

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

QUOTED = ["“/`` punct 0", "We/PRP nsubj 3 glued", "will/MD aux 3", "wait/VB ROOT 3"]
STOP = [*QUOTED, "./. punct 3 glued", "”/'' punct 3 glued"]


def _of(doc: Doc) -> tuple[Layout, Sourcing]:
    layout = analyze(doc.text)
    assert layout.text == doc.text
    return layout, Sourcing(layout, Marks(layout), TokenIndex(doc), cast(Any, None))


def _sourcing(*rows: str) -> tuple[Layout, Sourcing]:
    return _of(parse(*rows))


def _words(layout: Layout, found: Beside | None) -> tuple[str, str] | None:
    return (found[0].of(layout.text), found[1].of(layout.text)) if found else None


def at(text: str, words: str) -> Range:
    start = text.index(words)
    return Range(start, start + len(words))


@pytest.mark.parametrize(
    ("before", "labels"),
    [
        (["Mayor/NNP compound 2", "Jo/NNP compound 2", "Marsh/NNP ROOT 2"], True),
        (["Opposition/NN compound 3", "leader/NN compound 3", "Jo/NNP compound 3", "Marsh/NNP ROOT 3"], True),
        (["The/DT det 1", "sign/NN nsubj 2", "reads/VBZ ROOT 2"], False),
        (["Marsh/NNP nsubj 1", "left/VBD ROOT 1"], False),
        (["one/CD nummod 1", "rule/NN ROOT 1"], False),
        (["★★/SYM dep 2", "The/DT det 2", "Post/NNP ROOT 2"], True),
        (["told/VBD ROOT 0", "Port/NNP poss 3", "’s/POS case 1", "Early/NNP compound 4", "Show/NNP dobj 0"], False),
    ],
)
def test_a_name_before_a_colon_labels_a_quotation(before: list[str], labels: bool) -> None:
    at = len(before) + 1
    quoted = [f"“/`` punct {at + 3}", *(f"{row.split()[0]} dep {at + 3} glued" for row in STOP[1:])]
    quoted[2:4] = [f"will/MD aux {at + 3}", f"wait/VB ROOT {at + 3}"]
    layout, sourcing = _sourcing(*before, ":/: punct 0 glued", *quoted)
    label = " ".join(word for row in before if (word := row.partition("/")[0]).isalpha())
    assert _words(layout, sourcing.labelled(layout.quoted[0])) == ((":", label) if labels else None)


def test_a_name_behind_a_dash_signs_a_quotation_alone() -> None:
    layout, sourcing = _sourcing(*STOP, "—/: punct 3", "Ada/NNP compound 8", "Marsh/NNP appos 3")
    assert _words(layout, sourcing._signed(layout.quoted[0])) == ("—", "Ada Marsh")


class _Hears:
    """Hears one cue and its source."""

    def __init__(self, cue: Range, source: Range) -> None:
        self.cue, self.source = cue, source

    def first_cue(self, start: int, end: int) -> tuple[Range, Range] | None:
        return (self.cue, self.source) if start <= self.cue.start and self.cue.end <= end else None


@pytest.mark.parametrize(
    ("text", "cue", "source", "beside"),
    [
        ("“We will wait,” Marsh said.", "said", "Marsh", True),
        ("“We will wait “, continued Marsh.", "continued", "Marsh", True),
        ("“Will we wait?” he asked.", "asked", "he", True),
        ("“We will wait.” He said that it rained.", "said", "He", False),  # another sentence
        ("“We will wait”. Marsh said no more.", "said", "Marsh", False),
        ("“We will wait” and the sea rose, Marsh said.", "said", "Marsh", False),
        ("“We will wait,”\n\nMarsh said that it rained.", "said", "Marsh", False),
        ("Marsh has left: “We will wait” was said.", "was said", "Marsh", False),  # its source stands before
    ],
)
def test_a_cue_right_behind_a_closing_mark(text: str, cue: str, source: str, beside: bool) -> None:
    layout = analyze(text)
    hears = cast(Any, _Hears(at(layout.text, cue), at(layout.text, source)))
    sourcing = Sourcing(layout, Marks(layout), cast(Any, None), hears)
    assert _words(layout, sourcing.cue_behind(layout.quoted[0])) == ((cue, source) if beside else None)


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
def test_speech_goes_straight_on_where_nothing_stands_between(nlp: Language, text: str, goes_on: bool) -> None:
    layout, sourcing = _of(nlp(text))
    told = Range(at(text, "dam").start - 4, at(text, "go").end)
    before = Draft([told], at(text, "said"), at(text, "Ada Brook"), Evidence())
    quoted = layout.quoted[0]
    after = Draft([quoted.inner], None, None, Evidence())
    assert sourcing._goes_straight_on(before, after, quoted) is goes_on


@pytest.mark.parametrize(
    ("text", "cue", "describes"),
    [
        ("Brook told the Post, which first reported her loss.", "first reported", True),
        ("Brook told the Post, which first reported her loss.", "told", False),
        ("Birch, who lives in Kell, reported the loss.", "reported", False),
    ],
)
def test_a_relative_clause_describes(nlp: Language, text: str, cue: str, describes: bool) -> None:
    _, sourcing = _of(nlp(text))
    draft = Draft([at(text, "loss")], at(text, cue), None, Evidence(content=1.0))
    assert sourcing.describes(draft) is describes


@pytest.mark.parametrize(
    ("source", "content", "whole"),
    [
        ("The", "the dam", "The Ellery Herald"),
        ("The Ellery", "the dam", "The Ellery"),  # cut, but not at its article
        ("the", "Herald", "the dam"),
        ("the", "dam", None),  # its noun is what is told: "the hope was that"
    ],
)
def test_an_article_is_a_source_with_its_noun(source: str, content: str, whole: str | None) -> None:
    herald = ["The/DT det 2", "Ellery/NNP compound 2", "Herald/NNP nsubj 3"]
    doc = parse(*herald, "praised/VBD ROOT 3", "the/DT det 5", "dam/NN dobj 3", "./. punct 3 glued")
    found = with_noun(at(doc.text, source), [at(doc.text, content), None], TokenIndex(doc))
    assert found == (whole and at(doc.text, whole))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It is open, Marsh said, before the minister cut in: “We will wait.”", "the minister"),
        ("It is open, Marsh said, as Tom Lind shouted from the back: “We will wait.”", "Tom Lind"),
        ("It is open, Marsh said, and he added: “We will wait.”", None),
        ("It is open, Marsh said, and the reason was simple: “We will wait.”", None),
        ("It is open, Marsh said, before the minister left “we will wait” to others.", None),
    ],
)
def test_who_cuts_in_before_a_colon_is_another(nlp: Language, text: str, source: str | None) -> None:
    layout, sourcing = _of(nlp(text))
    found = sourcing.cut_in(text.index("said") + len("said"), layout.quoted[0])
    assert (found and found.of(text)) == source
