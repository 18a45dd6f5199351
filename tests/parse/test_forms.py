"""What is remembered of words is what spaCy's own components say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc

from quotex.claims.lexicon import modality_lexicon
from quotex.english.calendar_words import calendar_words
from quotex.english.inflection import inflect
from quotex.parse import grammar
from quotex.parse.forms import Forms, remember_forms
from quotex.parse.model import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = [
    "There is nothing that they do not know. They’ve said there is hope, haven't they?",
    "Let's see what gon na happen; it ai n't over, but that is that.\n\n“Who’s there?” she asked.",
    "He had hoped to be there. The hopes that had been dashed were hers, although she had had none.",
    "There are those who do. There was a leaf, two leaves; he leaves the leaves.",
]


@pytest.fixture(scope="module")
def usual() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


@pytest.fixture(scope="module")
def remembering() -> Language:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    remember_forms(nlp)
    return nlp


def said(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, t.dep_, t.lemma_) for t in doc]


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.parametrize("text", TEXTS)
def test_the_same_of_every_token_asked_once_or_twice(
    usual: Language, remembering: Language, text: str, time: str
) -> None:
    with remembering.memory_zone():
        assert said(remembering(text)) == said(usual(text))


def test_what_is_kept_is_bounded(remembering: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    forms: Any = remembering.get_pipe("quotex_forms")
    assert isinstance(forms, Forms)
    before = said(remembering(TEXTS[0]))
    monkeypatch.setattr("quotex.parse.forms._MOST_KEPT", 1)
    assert said(remembering(TEXTS[0])) == before


def test_what_looks_at_the_sentence_is_left_alone() -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    nlp.add_pipe("morphologizer", after="tagger")
    remember_forms(nlp)
    assert "lemmatizer" in nlp.pipe_names


def test_a_text_without_words(remembering: Language) -> None:
    assert said(remembering("")) == []


def test_each_verb_of_modality_is_read_as_itself_in_each_form(usual: Language) -> None:
    words = modality_lexicon()
    verbs = words.denials | words.asserting | words.factive | words.hearsay | words.suspecting | words.surfacing
    tags = ["VB", "VBZ", "VBG", "VBD", "VBN"]
    wrong = []
    for verb in sorted(verbs | calendar_words().foretelling | {"hope", "hate", "text", "stage"}):
        base, *others = inflect(verb)
        for tag, forms in zip(tags, [(base,), *others], strict=True):
            for form in forms:
                doc = Doc(usual.vocab, [form], tags=[tag], deps=["ROOT"], heads=[0])
                read = grammar.lemma(usual.get_pipe("lemmatizer")(usual.get_pipe("attribute_ruler")(doc))[0])
                wrong += [(form, read)] if read != verb else []
    assert wrong == []
