"""How English-language news says why a source is not named, and that it told no more."""

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

GROUND = re.compile(
    rf"""\b(?:
      (?:on|under)\ (?:the\ )?condition\ (?:
        of\ (?:strict\ )?anonymity | (?:that\ )?(?:\w+\ ){{1,3}}not\ be\ (?:named|identified)
      )
    | (?:{alternation(_ASKED)})(?:ed|ing|s|red)\ (?:on\ )?
      (?:{alternation(_TO_BE)})\ (?:named|identified|quoted\ by\ name|anonymous)
    | (?:{alternation(_DEMANDED)})(?:ed|ing|s)\ (?:on\ )?anonymity
    | (?:{alternation(_BE)})(?:\ not|n['’]t)\ (?:publicly\ )?(?:{alternation(_LET)})\ to\ (?:{alternation(_SPEAK)})
    )[^.,;:\n()"“”]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""The words that say so, up to a mark: "on condition of anonymity because the inquiry had not begun"."""

_TELLING = [
    "elaborat",
    "specify",
    "nam",
    "identify",
    "explain",
    "clarify",
    "stat",
    "say",
    "detail",
    "disclos",
    "mention",
]
_GIVING = ["giv", "provid", "offer", "cit", "present", "shar", "releas", "reveal"]
_TELL = ["specify", "explain", "clarify", "state", "say", "disclose", "mention", "reveal", "identify"]
_TELL += ["specified", "clarified", "said", "identified"]
_GIVE = ["give", "provide", "offer", "cite", "present", "share", "release", "reveal", "specify", "name", "disclose"]
_GIVE += ["specified"]
_DONE = "(?:e?d|n)?"  # the ending of a participle, behind "has not"
_ASKING = ["how", "what", "when", "where", "which", "who", "whom", "whose", "why", "whether", "if"]
_MORE = [
    "detail", "details", "evidence", "proof", "specifics", "figure", "figures", "number", "numbers", "reason",
    "reasons", "explanation", "name", "names", "source", "sources", "information", "particulars", "examples",
]  # fmt: skip

UNTOLD = re.compile(
    rf"""(?:
      (?:,\s+|(?<=,\s))without\s+(?:\w+ly\s+)?(?:{alternation(_TELLING)})ing\b
    | \bwithout\s+(?:\w+ly\s+)?(?:elaborating|specifying)\b
    | ,?\s+but\s+(?:did|does|do|has|have|would|could)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?
      (?: elaborated?\b
        | (?:{alternation(_TELL)}){_DONE}\s+(?:{alternation(_ASKING)})\b
        | (?:{alternation(_GIVE)}){_DONE}\s+(?:\w+\s+){{0,3}}?(?:{alternation(_MORE)})\b )
    | \bwithout\s+(?:\w+ly\s+)?(?:{alternation(_GIVING)})ing\s+(?:\w+\s+){{0,3}}?(?:{alternation(_MORE)})\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What follows a report that leaves something out: "…, without elaborating", "without giving any details"."""
