"""How English-language news says why a source is not named."""

from __future__ import annotations

import re

from quotex.english.patterns import alternation

UNKNOWN = frozenset(["unidentified", "unknown", "unnamed", "anonymous"])
"""What stands, folded, in the place of a name: "UNIDENTIFIED FEMALE: …"."""

_ASKED = ["ask", "request", "want", "wish", "prefer", "declin", "refus", "insist"]
_DEMANDED = ["request", "insist", "demand"]
_TO_BE = ["not to be", "to be", "to remain", "not being", "being"]
_LET = ["authorised", "authorized", "allowed", "permitted", "cleared"]
_SPEAK = ["speak", "talk", "comment", "discuss"]
_BE = ["was", "were", "is", "are", "being"]
_OWN = r"(?:his|her|their)\ (?:\w+\ )?names?"
_NOT_GIVEN = rf"(?:(?:declin|refus)(?:ed|es|ing)\ to|(?:did|would)(?:\ not|n['’]t)(?:\ want\ to)?)\ give\ {_OWN}"

GROUND = re.compile(
    rf"""\b(?P<asked>
      (?:on|under)\ (?:the\ )?condition\ (?:
        of\ (?:strict\ )?anonymity | (?:that\ )?(?:\w+\ ){{1,3}}not\ be\ (?:named|identified)
      )
    | (?:{alternation(_ASKED)})(?:ed|ing|s|red)\ (?:on\ )?
      (?:{alternation(_TO_BE)})\ (?:named|identified|quoted\ by\ name|anonymous)
    | (?:{alternation(_DEMANDED)})(?:ed|ing|s)\ (?:on\ )?anonymity
    | (?:{alternation(_BE)})(?:\ not|n['’]t)\ (?:publicly\ )?(?:{alternation(_LET)})\ to\ (?:{alternation(_SPEAK)})
    | (?:{alternation(_ASKED)})(?:ed|s)\ that\ (?:\w+\ ){{1,2}}names?\ (?:not\ )?be\ (?:used|printed|published|withheld)
    | (?:did|do|does)(?:\ not|n['’]t)\ (?:want|wish)\ (?:
        to\ be\ named | (?:\w+\ ){{1,2}}names?\ (?:to\ be\ )?(?:used|printed|published)
      )
    | (?:{alternation(_BE)}|been)\ granted\ anonymity
    | (?:spoke|speaks|speaking|talked|talking)\ (?:to\ (?:[\w']+\ ){{1,3}})?anonymously
    | {_NOT_GIVEN}
    | (?P<kept>can(?:not|\ not|['’]t)\ be\ (?:named|identified)|(?:is|are)\ not\ (?:being\ named|naming)\b)
    )[^.,;:\n()"“”]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""The words that say so, up to a mark: "on condition of anonymity because the inquiry had not begun".

``asked`` are those without the reason, ``kept`` those of whom others do not name, who need not have said a word.
"""
OPENS_KEPT = re.compile(r"(?:,? whom?(?: (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?)? ?|")
"""What stands between a source and that it is not named: ", who the Herald "; nothing where its words hold that."""
