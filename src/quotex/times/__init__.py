"""Dates and times, with their values in EDTF."""

from quotex.times.dateline import day_of_dateline
from quotex.times.drafts import TimeDraft
from quotex.times.times import find_times

__all__ = ["TimeDraft", "day_of_dateline", "find_times"]
