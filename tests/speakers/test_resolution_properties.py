"""What holds for every text, however odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marked_articles import layout_of
from quotex.contract.records import QuoteType
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation
from quotex.speakers import resolve
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.language import Language

_NAMES = ["Mr.", "Lt. Gen.", "Anna Keller", "Keller", "Keller's", "KELLER", "al-Sisi", "Jr.", "(D-Ohio)", "Harlow Bank"]
_WORDS = ["the", "a senator", "the bank", "who", "she", "they", "I", "said", "of", "and", "Secretary of State"]
_OTHERS = [",", ".", "“", "”", "—", "\n", "\r\n", "🙂", "مرحبا"]
_PIECES = st.sampled_from([*_NAMES, *_WORDS, *_OTHERS])


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Quotation]]:
    text = " ".join(draw(st.lists(_PIECES, max_size=30)))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda p: Range(min(p), max(p)))
    spans = spans.filter(lambda r: r.start < r.end)
    drawn = draw(
        st.lists(st.tuples(spans, st.none() | spans, st.sampled_from(list(QuoteType))), max_size=6 if text else 0)
    )
    drawn.sort(key=lambda d: d[0])
    return text, [Quotation((content,), None, source, kind) for content, source, kind in drawn]


@given(article=articles())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_cast_is_ordered_verbatim_and_deterministic(nlp: Language, article: tuple[str, list[Quotation]]) -> None:
    text, quotations = article
    layout, tokens = layout_of(text), TokenIndex(nlp(text))
    resolution = resolve(layout, tokens, quotations)
    assert resolution == resolve(layout, tokens, quotations)
    assert len(resolution.speaker_of) == len(quotations)
    assert {i for i in resolution.speaker_of if i is not None} == set(range(len(resolution.speakers)))
    assert [c.mentions[0] for c in resolution.speakers] == sorted(c.mentions[0] for c in resolution.speakers)
    for speaker in resolution.speakers:
        assert list(speaker.mentions) == sorted(set(speaker.mentions))
        mentions = [place for place, _ in speaker.mentions]
        for span in (speaker.name, speaker.description, speaker.role, speaker.affiliation, *mentions):
            assert span is None or (span.of(text).strip() == span.of(text) != "" and span.end <= len(text))
        assert speaker.name is None or speaker.description is None


@pytest.mark.parametrize("text", ["", "\n", "“”«»", "🙂🙂", "\r\n\r\n", "I"])
def test_texts_without_quotations_have_no_speakers(nlp: Language, text: str) -> None:
    assert resolve(layout_of(text), TokenIndex(nlp(text)), []).speakers == ()
