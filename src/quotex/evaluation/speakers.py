"""Speakers: of the gold's quotations that have one, who they are led to.

- found: the quotation is found (see :mod:`quotex.evaluation.quotations`).
- name: of those whose speaker has a name, found and with the same name.
- unnamed: of those whose speaker is a group, or a person without a name: found, and given no name.
- wrong: of those found and given a name: another name, or a name where the gold has none. Lower is better.
"""

from __future__ import annotations

from quotex.contract.records import Extraction, Speaker, SpeakerKind
from quotex.evaluation.counts import Counts
from quotex.evaluation.names import same_name
from quotex.evaluation.quotations import ENOUGH, Pairs
from quotex.evaluation.report import Case


def count_speakers(gold: Extraction, found: Extraction, pairs: Pairs, counts: Counts) -> None:
    """Count an article's speakers, quotation by quotation."""
    known, given = ({s.id: s for s in x.speakers} for x in (gold, found))
    for i, side in enumerate(pairs.gold):
        if side.quote.speaker is None:
            continue
        j, overlap = pairs.partner.get(i, (-1, 0.0))
        is_found = overlap >= ENOUGH
        right = known[side.quote.speaker]
        answer = given.get(pairs.found[j].quote.speaker or "") if is_found else None
        same = answer is not None and same_name(right.name, answer.name, person=right.kind is SpeakerKind.PERSON)
        counts.of["speakers.found.gold"] += 1
        counts.of["speakers.found.right"] += is_found
        if right.name is not None:
            counts.of["speakers.name.gold"] += 1
            counts.of["speakers.name.right"] += same
        if _is_unnamed(right):
            counts.of["speakers.unnamed.gold"] += 1
            counts.of["speakers.unnamed.right"] += answer is not None and _answers_unnamed(answer)
        if answer is not None and answer.name is not None:
            counts.of["speakers.wrong.gold"] += 1
            counts.of["speakers.wrong.right"] += not same
        if is_found and not same and (right.name or (answer and answer.name)):
            start = side.quote.spans[0].start
            counts.cases.append(Case(what="wrong speaker", start=start, gold=_called(right), found=_called(answer)))


def _is_unnamed(speaker: Speaker) -> bool:
    return speaker.kind is SpeakerKind.GROUP or (speaker.name is None and speaker.kind is SpeakerKind.PERSON)


def _answers_unnamed(speaker: Speaker) -> bool:
    return speaker.name is None and speaker.kind in (SpeakerKind.GROUP, SpeakerKind.PERSON)


def _called(speaker: Speaker | None) -> str | None:
    return (speaker.name or speaker.description) if speaker else None
