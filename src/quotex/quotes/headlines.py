"""Headlines that end in their source, or speak: "Quay shut - council", "Strike: 'We are doing this for you'"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.contract.records import Act, QuoteType
from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.english.people import source_nouns
from quotex.english.writing import FIRST_PERSON_WORD
from quotex.parse.grammar import is_proper_noun, is_verb
from quotex.parse.reporting import is_in_noun_phrase
from quotex.parse.tokens import TokenIndex
from quotex.quotes.confidence import Evidence
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import can_speak
from quotex.text import Layout, Range

SIGNED_HEADLINE = Rule("quotes.signed-headline", "who stands alone behind the dash at the end of a headline says it")
SPOKEN_HEADLINE = Rule("quotes.spoken-headline", "who says I or we between the marks of a headline is quoted")

_PARTED = re.compile(r"(?:[^:]{2,40}: )?(?P<told>.{20,}) [-–—] (?P<source>[^-–—:,]{2,40}?)[. …]*$")
_SMALL = re.compile(r"\b[a-z]{4,}")
"""Matches a word that the title of a song or a book has a capital for."""
_MOST_WORDS = 4
"""Words of a source at the end of a headline."""
_SURE = 0.9
"""That it is said: of eight in 303 articles all were, which makes nine in ten by the rule of succession."""


def signed_headline(layout: Layout, marks: Marks, tokens: TokenIndex, drafts: Sequence[Draft]) -> Draft | None:
    """Find what a headline quotes from who stands at its end; None where any of it is somebody's already.

    A name has to speak in the article too, and is no newspaper's: pages end their titles in theirs.
    """
    title = layout.title
    found = _PARTED.fullmatch(layout.text, *title) if title else None
    if title is None or found is None or any(draft.source and draft.span.overlap(title) for draft in drafts):
        return None
    told, source = marks.fit(Range(*found.span("told"))), Range(*found.span("source"))
    words = tokens.inside(*source)
    if told is None or not 0 < len(words) <= _MOST_WORDS or not all(map(is_in_noun_phrase, words[:-1])):
        return None
    head, states = words[-1], any(map(is_verb, tokens.inside(*told)))
    if is_proper_noun(head):
        speaks = any(draft.source and head.text in draft.source.of(layout.text) for draft in drafts)
        speaks &= states and head.lower_ not in source_nouns().newspapers
    else:
        speaks = can_speak(head) or head.lower_ in act_words().hearers
    if not (speaks and SIGNED_HEADLINE.decides(source)):
        return None
    kind = marks.type_of([told])
    return Draft([told], None, source, Evidence(content=_SURE, source=True, type=kind), kind, Act.SAID)


def is_spoken_headline(layout: Layout, draft: Draft) -> bool:
    """Whether the words of a draft without a cue stand between marks in the headline, say I or we, and are no title."""
    title, span = layout.title, draft.span
    if title is None or not title.covers(span) or draft.cue is not None or draft.type is not QuoteType.DIRECT:
        return False
    speaks = FIRST_PERSON_WORD.search(layout.view, *span) is not None and _SMALL.search(layout.text, *span) is not None
    return speaks and SPOKEN_HEADLINE.decides(span)
