"""Dates and times, with their values in EDTF."""

from quotex.times.drafts import TimeDraft
from quotex.times.times import find_times

__all__ = ["TimeDraft", "find_times"]
