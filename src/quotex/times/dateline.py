"""The day that an article's dateline tells: "VINT, Norland, June 4, 2025 –"."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.dates import day_leads
from quotex.times.calendar import find_stretches
from quotex.times.edtf import Direction, time_value

if TYPE_CHECKING:
    from quotex.text import Layout

DATELINE = Rule("times.dateline", "an article that has no day of its own speaks from the day of its dateline")


def day_of_dateline(layout: Layout) -> dt.date | None:
    """Return the day of the first dateline that tells one with its year; None: there is none."""
    lines = [paragraph.dateline for paragraph in layout.paragraphs if paragraph.dateline]
    if not lines:
        return None
    for stretch in find_stretches(layout.view):
        if stretch.span.start >= lines[-1].end:
            return None
        if any(line.covers(stretch.span) for line in lines):
            told = time_value(stretch.span.of(layout.view), None, Direction.PAST, day_first=day_leads(layout.view))
            try:
                day = dt.date.fromisoformat(told or "")
            except ValueError:
                continue
            return day if DATELINE.decides(stretch.span) else None
    return None
