"""What the times of an article that were read so far tell of those behind them."""

from __future__ import annotations

import datetime as dt

from quotex.text import Range

_RECENT = dt.timedelta(days=60)  # within which a paper leaves out the year of this year's dates
_NEAR = 300  # characters within which a time is "the following" one of another


class Story:
    """Remembers which year a month was in, and which time was told last."""

    def __init__(self, published: dt.date | None) -> None:
        self._published = published
        self._years: dict[str, str] = {}
        self._days: dict[str, str] = {}
        self._last: tuple[int, str] | None = None
        self._dated: tuple[int, str, int | None] | None = None

    def tell(self, span: Range, value: str | None, *, dated: bool, row: int | None) -> None:
        """Remember a time.

        Args:
            span: of its words.
            value: in EDTF.
            dated: its words themselves have its year.
            row: of joined verbs that it hangs on.
        """
        if value is None:
            return
        day = value.rpartition("/")[2] if not value.endswith("..") else value.partition("/")[0]
        if value == day and len(value) == len("0000-00-00"):
            self._days[day[4:]] = day
        if dated and len(day) >= len("0000-00") and day[:4].isdigit() and day[5:7].isdigit():
            self._years[day[5:7]] = day[:4]
            self._dated = (span.end, day[:7], row)
        self._last = (span.end, day)

    def same_day(self, value: str) -> str | None:
        """Return the day of that month and number that was told before; None: none was, or it tells no day."""
        return self._days.get(value[4:])

    def year_of(self, value: str, span: Range, *, row: int | None, earlier: bool) -> str | None:
        """Return the year in which a day or month lies by what was told before; None: that of its value.

        Args:
            value: in EDTF, completed from the day of publication.
            span: of its words.
            row: of joined verbs that it hangs on: "was jailed in May 2019 and freed in June".
            earlier: it is told of as having been before what is told.
        """
        if self._published is None:
            return None
        if self._dated is not None and row is not None and row == self._dated[2]:
            year = int(self._dated[1][:4]) + (value[5:7] < self._dated[1][5:7])
            return f"{year:04d}" if f"{year:04d}" < value[:4] else None
        told = self._years.get(value[5:7])
        if told is None or told >= value[:4]:
            return None
        day = dt.date.fromisoformat(value if len(value) > len("0000-00") else f"{value}-01")
        return told if earlier or self._published - day > _RECENT else None

    def day_before(self, span: Range, length: int) -> dt.date | None:
        """Return the last day of the time told right before another; None: there is none.

        Args:
            span: of the other's words.
            length: characters of EDTF that it must have: of a year for a year, of a day for a day.
        """
        if self._last is None or span.start - self._last[0] > _NEAR or len(self._last[1]) < length:
            return None
        day = self._last[1][: len("0000-00-00")]
        try:
            return dt.date.fromisoformat(f"{day}{'-12-28'[len(day) - len('0000') :]}")
        except ValueError:
            return None
