"""From attributions that may stand inside one another to those that one label a word can hold.

The tagger gives a word one role. Of two attributions that claim the same words, speech goes before thoughts and
attitudes, and then the outer one before the inner: who is quoted tells the reader what the inner one says too. Where
the inner one is nearly all that the outer one holds ("“…,” Xi said, according to Xinhua"), it goes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_NEARLY_ALL = 0.6

Attribution = dict[str, Any]


def flattened(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Leave out the attributions whose words another one claims, in the order given.

    Args:
        attributions: ``content``, ``cue``, ``source`` (lists of [start, end)) and perhaps ``level``.
    """
    places = [{field: _offsets(a[field]) for field in ("content", "cue", "source")} for a in attributions]

    def rank(index: int) -> tuple[bool, bool, int]:
        content = places[index]["content"]
        shell = any(
            _is_speech(attributions[other])
            and inner["content"] < content
            and len(inner["content"]) >= _NEARLY_ALL * len(content)
            and inner["cue"] <= content
            for other, inner in enumerate(places)
            if other != index
        )
        return not _is_speech(attributions[index]), shell, -len(content)

    chosen: list[int] = []
    for index in sorted(range(len(attributions)), key=rank):
        if not any(_clash(places[index], places[other]) for other in chosen):
            chosen.append(index)
    return [attributions[index] for index in sorted(chosen)]


def _clash(one: dict[str, set[int]], other: dict[str, set[int]]) -> bool:
    """Whether two attributions give a word two roles, or one content."""
    a, b = one["content"], other["content"]
    return bool(a & b or a & (other["cue"] | other["source"]) or b & (one["cue"] | one["source"]))


def _is_speech(attribution: Attribution) -> bool:
    return (attribution.get("level") or "speech") == "speech"


def _offsets(spans: Sequence[Sequence[int]]) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}
