"""The tagger's labels, in the order of its logits."""

from __future__ import annotations

from enum import IntEnum

from quotex.contract.terms import Act

__all__ = ["ACTS", "BEGIN", "INSIDE", "KINDS", "LABELS", "NAMES", "Role"]


class Role(IntEnum):
    """What a word does in an attribution; the value is the role's place among the labels."""

    CONTENT = 0
    SOURCE = 1
    CUE = 2


LABELS = ("O", *(f"{place}-{role.name}" for role in Role for place in ("B", "I")))
"""``O B-CONTENT I-CONTENT B-SOURCE I-SOURCE B-CUE I-CUE``"""

BEGIN = {role: 1 + 2 * role for role in Role}
INSIDE = {role: 2 + 2 * role for role in Role}

ACTS = tuple(Act)
"""What kind of act an attribution is, in the order of the act head's logits."""

KINDS = ("person", "organization", "place", "group")
"""What a name names; a group is a people, a party, a faith ("Palestinians", "Republicans")."""

NAMES = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
"""Labels of the names head, in the order of its logits. The graph has the head; no stage reads it yet."""
