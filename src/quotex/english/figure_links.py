"""The English between two figures: what joins them into one, or sets one against the other.

Questions on the raw characters between them.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from quotex.english.patterns import fold_case, followed_by, led_by, matching, search_before


class Link(Enum):
    """What two figures are joined with: "4 to 5", "4 and 5", "4 or 5", "4-5", "4 to as many as 5"."""

    TO = auto()
    AND = auto()
    OR = auto()
    UP_TO = auto()


class Opener(Enum):
    """What a range begins with."""

    BETWEEN = auto()
    FROM = auto()
    BY = auto()


class Opening(NamedTuple):
    """The opener of a range as found, and where it starts."""

    opener: Opener
    start: int


_LINK = re.compile(
    r" ?[-–—] ?|(?P<to>-? to (?:(?:just|only|nearly|almost|about|around|roughly) )?|[- ]to-)| or | and "
    r"| to as (?:many|much) as ",
    re.IGNORECASE,
)
_LINKS = {"and": Link.AND, "or": Link.OR}
_OPENS = re.compile(r"\b(between|from|by)(?: (?:the )?ages? of)? (?:about |around )?$", re.IGNORECASE)
_JOINS_PARTS = frozenset([" ", ", ", " and ", "", "-"])
_JOINS_BARE_PARTS = frozenset([" ", " and ", "-"])
_SET_AGAINST = re.compile(
    r"(?:[^.,;:()\n]{0,60}(?:,| [-–—]| \()| (?=(?:up|down) from|against|versus|compared)) ?"
    r"(?:(?:up|down)(?: \w+ly)?(?P<source> from)?|against|versus|compared (?:with|to))(?: about| some| around)? ?",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(
    r"(?: (?:higher|lower|stronger|weaker|up|down))?,?"
    r"(?P<at> (?:to (?:close|end|finish|settle|stand|trade)(?: the \w+)?(?: (?:up|down|higher|lower))? )?at"
    r"| to (?:an? )?(?:[\w-]+ ){0,3}(?:low|high|peak|record) of)?(?(at)| to)(?: just| about| around)? ?",
    re.IGNORECASE,
)


def link_of(gap: str) -> Link | None:
    """Tell how what stands between two figures joins them."""
    match = _LINK.fullmatch(gap)
    if match is None or match["to"]:
        return Link.TO if match else None
    return _LINKS.get(fold_case(gap.strip(" -")), Link.UP_TO)


def opener_before(view: str, start: int, opens: re.Pattern[str] = _OPENS) -> Opening | None:
    """Find what opens a range right before its first figure: "between", "from", "by"."""
    match = search_before(opens, view, start)
    return Opening(Opener[fold_case(match[1]).upper()], match.start()) if match else None


suspends = matching(r"(?i)-(?:,|,? (?:and|or|to)) | out of (?:the |its |their )?")
"""Whether a number leaves its noun to the next: "two<- and >three-bedroom homes", "301< out of >372 mills"."""
gives_again = matching(r",? ?\(|, or |,? / ")
"""Whether what stands between two figures makes the second one the first in another unit: "8 miles< (>13 km)"."""
changes_again = matching(r"(?i)[^.;:()\n]{0,60},? and (?:then )?by (?:about |around |nearly |almost |some |just )?")
"""Whether a figure is a second step of what took the one before it: "fell by 6% in May< and by> 2% in June"."""
joins_changes = matching(r"(?i)(?: [^.;:()\n]{1,60})?,? and (?:about |around |nearly |almost |some |just )?")
"""Whether a share can be a second step of the one before it: "rose 0.8% on the month< and >6.4% on the year"."""
joins_changed = matching(
    r"(?i)(?: [^.;:()\n]{1,60})?,? and(?: [\w-]+){1,4}(?: by)?(?: about| around| nearly| almost)? "
)
"""Whether what stands between two figures can hold what the second is the change of: "fell 4%< and imports >3%"."""
is_part_of = matching(r"(?: out)? of (?:the |its |their |his |her |all )?")
"""Whether what stands between two figures makes the first a part of the second: "61< of the >120 seats"."""
crosses = matching(r" [x×] |[x×]| by ")
"""Whether what stands between two figures makes them the sides of one thing: "18< x >24 inches"."""
is_margin = matching(r"\s*(?:±|\+/[-−]|plus or minus)\s*")
"""Whether what stands between two figures makes the second one the margin of the first: "40< ± >2"."""
joins_age = matching(", | or |,? and ")
"""Whether what stands between an age and a number lists the number with it: "aged 12< and >14"."""
adds_part = followed_by(lambda: r"and[ -]an?[ -](?:half|quarter)\b")
"""Whether a number, at its start, is the part that is added to one of a unit before it: "a year <and a half>"."""
leads_to_number = followed_by(lambda: r" to (?:just |about |around |nearly |almost |some )?[$€£]?\d")
"""Whether a figure, at its end, is a step with a level behind it: "cut by 1,900< to 2>3,000"."""
stands_instead = led_by(lambda: r"\b(?:instead of|rather than) (?:the |its |an? )?$")
"""Whether a figure is what another takes the place of: "doubled to 256 GB <instead of> 128 GB"."""


def joins_parts(gap: str, *, bare: bool) -> bool:
    """Whether two figures with this between them can be one measure ("5 ft 11"); ``bare``: the second has no unit."""
    return gap in (_JOINS_BARE_PARTS if bare else _JOINS_PARTS)


def sets_against(gap: str) -> bool:
    """Whether a figure tells how far the one before it has moved, or what it was: "30 calls<, up from> 12"."""
    return _SET_AGAINST.fullmatch(gap) is not None


def leads_to_level(gap: str) -> str | None:
    """Tell whether a figure is where the step before it leads: "rose by 12< to> 52", "up 3%< at> 212p".

    Returns:
        "at" or "to"; None: it is not.
    """
    match = _LEADS_TO.fullmatch(gap)
    return None if match is None else "at" if match["at"] else "to"


def tells_source(gap: str) -> bool:
    """Whether a figure is where the one before it has moved from: "30 calls<, up from> 12"."""
    match = _SET_AGAINST.fullmatch(gap)
    return match is not None and match["source"] is not None


def says_again(view: str, gap: str, end: int) -> bool:
    """Whether a number in brackets behind another, "twenty-two (22)", only says it again."""
    return gap == " (" and view.startswith(")", end)
