"""Clauses that give a name: "who gave her name as Carla", "known as “Slim”", ", also known as Slim"."""

from __future__ import annotations

import re

from quotex.english.closed import AND, JUNCTIONS, TO
from quotex.english.patterns import alternation

CALLING = frozenset(["as", "by", "call", "called", "calls", "dubbed", "name", "named", "nicknamed"])
"""What stands before the marks around a name that somebody is given."""
_NAMING = [
    "(?:they|all|everyone|everybody|people|[a-z]{3,}s) (?:all |just )?calls?",
    "named",
    "called",
    "nicknamed",
    "dubbed",
    "known(?: [a-z]+){0,2} as",
    "identified(?: by [a-z ]+)? as",
    "(?:his|her|their)? ?name as",
    "(?:his|her|their) (?:first|given) name,",
    "(?:him|her|them)self as",
    "(?:goes|go|went|going) by(?: the (?:name|pseudonym|alias|nickname|nom de guerre)(?: of)?)?",
    "(?:by|under|using|uses|used) (?:the|his|her|their) (?:name|pseudonym|alias|nickname|nom de guerre)(?: of)?",
]
NAMED_BY_CLAUSE = re.compile(
    rf"(?: of [a-z]+)?,? (?:(?!(?:{alternation(JUNCTIONS - {AND, TO})}) )[a-z]+ ){{0,6}}?"
    rf"(?:{'|'.join(_NAMING).replace(' as', '(?: only| simply| just)? as')}) "
    r"(?:(?:simply|just|only) )?(?:[\"“‘'](?:[Tt]he )?)?"
)
"""The words behind a noun by which its bearer is said to have the name behind them: " who gave his name as "."""
ALIAS = re.compile(
    r"[,(]? ?\(?(?:a\.?k\.?a\.?|(?:(?:also|best|better|otherwise|popularly|professionally|widely) )?known"
    r" (?:(?:[a-z]+ )?as|by (?:the|his|her|their) (?:[a-z]+ )?(?:alias|moniker|name|nickname)(?: of)?)|who goes by"
    r"|who [a-z]+s under the (?:[a-z]+ )?(?:alias|moniker|name|pseudonym)(?: of)?) (?:the )?[\"'“‘]?"
)
"""What stands between a name and an alias: "Jo Marsh, also known as “Slim”"."""
NAMED_BEHIND = re.compile(rf"\b(?P<noun>[a-z]+){NAMED_BY_CLAUSE.pattern}$")
"""A noun and such a clause, before the name."""
