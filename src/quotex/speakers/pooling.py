"""Choices made anew, where candidates have turned out to be one: "he" is Marsh or the mayor, and Marsh is the mayor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quotex.contract.rules import Rule
from quotex.speakers.choice import Choice, least_of
from quotex.speakers.entities import Entity
from quotex.text import Range

ONE_AFTER_ALL = Rule("speakers.one-after-all", "what speaks for somebody described speaks for whose description it is")


def pool(
    choices: dict[int, Choice],
    speakers: list[Entity | None],
    same: Mapping[Entity, Entity],
    sources: Mapping[int, Range],
) -> None:
    """Choose anew where that tells more; both the choices and the speakers are changed.

    Args:
        choices: by the number of a quotation.
        speakers: of all quotations.
        same: for those who are only described whom the article names.
        sources: the words for each source, by the number of its quotation.
    """
    for i, words in sources.items():
        choice, own = choices[i], speakers[i]
        anew = pooled(choice, same)
        if anew.chosen not in (own, choice.chosen) and ONE_AFTER_ALL.decides(words):
            if own is not None:
                own.mentions.pop(words, None)
            choices[i], speakers[i] = anew, anew.chosen


def pooled(choice: Choice, same: Mapping[Entity, Entity]) -> Choice:
    """Choose anew where some of the candidates have turned out to be one: what speaks for each of them speaks for it.

    Args:
        choice: as it was made.
        same: for those who are only described whom the article names.
    """
    if not any(candidate in same for candidate, _ in choice.candidates):
        return choice
    together: dict[Entity, float] = {}
    for (candidate, _), share in zip(choice.candidates, choice.shares, strict=True):
        one = same.get(candidate, candidate)
        together[one] = together.get(one, 0.0) + share
    best = max(together, key=lambda entity: together[entity])
    if together[best] < least_of(choice.way):
        return choice
    return replace(choice, chosen=best, confidence=together[best], anew=False)
