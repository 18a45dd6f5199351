"""Who share a name: of a few it may tell one, of very many nobody, and no time is lost over it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TYPE_CHECKING

import pytest

from quotex.naming.identities import MOST_SHARING

if TYPE_CHECKING:
    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]


_NAMES = [
    "".join(parts)
    for parts in product(
        ["Kal", "Bor", "Den", "Fus", "Gim", "Hep", "Jot", "Luv"],
        ["anda", "ester", "imond", "obrit", "ukka", "yllis", "eran", "oppo"],
    )
]


@pytest.mark.parametrize("count", [MOST_SHARING + 1, 3 * MOST_SHARING])
@pytest.mark.parametrize(("name", "short"), [("{} Dorn", "Dorn"), ("Ilka {}", "Ilka")])
def test_a_form_that_very_many_share_names_nobody(resolved: Resolve, count: int, name: str, short: str) -> None:
    people = [name.format(other) for other in _NAMES[:count]]
    marked = " ".join(f"{{{person}}} said <it was over>." for person in people)
    *whole, bare = resolved(f"{marked} {{{short}}} said <it had begun>.").names()
    assert whole == people
    assert bare is None
