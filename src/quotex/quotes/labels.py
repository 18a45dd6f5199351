"""The tagger's labels, in the order of its logits."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from quotex.contract.terms import Act
from quotex.parse.names import Kind


class Role(IntEnum):
    """What a word does in an attribution; the value is the role's place among the labels."""

    CONTENT = 0
    SOURCE = 1
    CUE = 2


class Tier(StrEnum):
    """Annotations of the same words side by side: attributions, and those that stand within another."""

    OUTER = "outer"
    INNER = "inner"


LABELS = ("O", *(f"{place}-{role.name}" for role in Role for place in ("B", "I")))
"""``O B-CONTENT I-CONTENT B-SOURCE I-SOURCE B-CUE I-CUE``"""

BEGIN = {role: 1 + 2 * role for role in Role}
INSIDE = {role: 2 + 2 * role for role in Role}

ACTS = tuple(Act)
"""What kind of act an attribution is, in the order of the act head's logits."""

NAMES = ("O", *(f"{place}-{kind}" for kind in Kind for place in ("B", "I")))
"""Labels of names, in the order of that head's logits: ``O B-person I-person B-organization ...``"""
