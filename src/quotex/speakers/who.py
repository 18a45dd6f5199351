"""From sources to characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.quotes import Quotation
from quotex.speakers.actors import Actor
from quotex.speakers.cast import Cast
from quotex.speakers.confidence import Way, confidence_of
from quotex.speakers.flow import carry_on
from quotex.speakers.names import find_names
from quotex.speakers.register import Register
from quotex.speakers.sources import SourceReader
from quotex.speakers.walk import Walk
from quotex.speakers.words import read_words
from quotex.text import Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["resolve", "resolve_ways"]


def resolve(layout: Layout, doc: Doc, quotations: Sequence[Quotation]) -> Cast:
    """Tell who speaks each quotation.

    Args:
        layout: of the article.
        doc: the parse of ``layout.view``, with entities.
        quotations: in text order; ``continues`` refers to earlier ones.

    Returns:
        The characters that speak, and for each quotation which one, or None.
    """
    return resolve_ways(layout, doc, quotations)[0]


def resolve_ways(layout: Layout, doc: Doc, quotations: Sequence[Quotation]) -> tuple[Cast, list[Way]]:
    """Tell who speaks, as :func:`resolve`, and for each quotation by what its speaker was found."""
    names, left = find_names(layout, read_words(layout, doc))
    register = Register(layout, names, left)
    walk = Walk(layout, doc, quotations, register, SourceReader(layout.view, doc, register.names))
    speakers = carry_on(layout, quotations, walk.run())
    ways = [walk.way(i) for i in range(len(quotations))]
    return _cast(speakers, ways), ways


def _cast(speakers: Sequence[Actor | None], ways: Sequence[Way]) -> Cast:
    """Order the actors that speak by their first mentions."""
    drafts = [(actor.character(), actor) for actor in dict.fromkeys(a for a in speakers if a is not None)]
    drafts.sort(key=lambda d: d[0].mentions[0])
    number = {actor: i for i, (_, actor) in enumerate(drafts)}
    return Cast(
        characters=tuple(character for character, _ in drafts),
        speaker_of=tuple(None if a is None else number[a] for a in speakers),
        confidence_of=tuple(None if a is None else confidence_of(w) for a, w in zip(speakers, ways, strict=True)),
    )
