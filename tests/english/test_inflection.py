"""Words are inflected as English does it."""

from __future__ import annotations

import pytest

from quotex.english.inflection import forms_of, inflect, with_s


@pytest.mark.parametrize(
    ("verb", "present", "participle", "past", "past_participle"),
    [
        ("text", "texts", "texting", "texted", "texted"),
        ("hope", "hopes", "hoping", "hoped", "hoped"),
        ("hate", "hates", "hating", "hated", "hated"),
        ("petition", "petitions", "petitioning", "petitioned", "petitioned"),
        ("deny", "denies", "denying", "denied", "denied"),
        ("portray", "portrays", "portraying", "portrayed", "portrayed"),
        ("stress", "stresses", "stressing", "stressed", "stressed"),
        ("preach", "preaches", "preaching", "preached", "preached"),
        ("echo", "echoes", "echoing", "echoed", "echoed"),
        ("quiz", "quizzes", "quizzing", "quizzed", "quizzed"),
        ("beg", "begs", "begging", "begged", "begged"),
        ("quip", "quips", "quipping", "quipped", "quipped"),
        ("vow", "vows", "vowing", "vowed", "vowed"),
        ("hail", "hails", "hailing", "hailed", "hailed"),
        ("admit", "admits", "admitting", "admitted", "admitted"),
        ("open", "opens", "opening", "opened", "opened"),
        ("agree", "agrees", "agreeing", "agreed", "agreed"),
        ("use", "uses", "using", "used", "used"),
        ("vie", "vies", "vying", "vied", "vied"),
        ("panic", "panics", "panicking", "panicked", "panicked"),
        ("foresee", "foresees", "foreseeing", "foresaw", "foreseen"),
        ("begin", "begins", "beginning", "began", "begun"),
        ("go", "goes", "going", "went", "gone"),
        ("plead", "pleads", "pleading", "pleaded pled", "pleaded pled"),
        ("spit", "spits", "spitting", "spat spit", "spat spit"),
        ("label", "labels", "labeling labelling", "labeled labelled", "labeled labelled"),
    ],
)
def test_a_verb_is_inflected(verb: str, present: str, participle: str, past: str, past_participle: str) -> None:
    assert [" ".join(forms) for forms in inflect(verb)[1:]] == [present, participle, past, past_participle]


def test_a_phrase_inflects_its_verb() -> None:
    assert forms_of("go on") == {"go on", "goes on", "going on", "went on", "gone on"}


@pytest.mark.parametrize(("noun", "expected"), [("belief", "beliefs"), ("testimony", "testimonies"), ("plea", "pleas")])
def test_a_noun_has_its_plural(noun: str, expected: str) -> None:
    assert with_s(noun) == expected
