"""How English says what somebody is: before a name, behind it, in a relative clause, by a party's tag, by an age."""

from __future__ import annotations

import re

from quotex.english.closed import ARTICLES, DEFINITE_ARTICLE, FOR, OF, POSSESSIVE_DETERMINERS, POSSESSIVE_ENDINGS
from quotex.english.patterns import alternation

_PERSONAL = ["his", "her", "their"]
_NOW = "now"
_ALSO = "also"
_ADVERBS = [_NOW, _ALSO, "already", "still", "then", "currently", "previously"]
_WHO = "who"
_PAST = ["former", "ex", "onetime", "one-time", "retired", "late"]
_LEADING = ["leads", "heads", "runs", "chairs", "directs", "founded", "works for", "represents"]
_PERFECT = ["has", "had"]
_BEING = ["served as", "was", "is", "works as", "worked as", "served", "been"]
# fmt: off
_CLAUSES = [
    _WHO, "which", "that", "whose", _NOW, "but", "on", "during", "after", "before", "when", "as", "in a", "in an",
]
# fmt: on
_BELONGING = ["at", "from", "for", "with", "of", "in"]
_COMING = ["from", "of"]
_AND = "and"
_ISSUING = ["by", "from"]
_GOT = ["received", "seen", "obtained", "reviewed", "read", "viewed", "cited", "quoted", "heard", "examined"]
_SETTLEMENTS = ["village", "town", "city", "region", "province", "district", "county"]
_WHOSE = "whose"
_OFFICES = ["of", "at", "for"]

OPENINGS = ARTICLES | POSSESSIVE_DETERMINERS | POSSESSIVE_ENDINGS | {"-"}
"""Words before a role that are no part of it."""

NO_ROLE = re.compile(rf"(?:{_WHOSE})\b")
"""What opens words behind a name that tell of somebody else."""
GOES_ON = re.compile(r" (?:for |& )?[A-Z][\w’'&-]*")
"""One more word of a body's name, behind it."""
KIND_BEHIND = re.compile(r" ([a-z]+)\b")
"""What may say what kind of body a name is of: "Harlow <council>"."""
TAG = re.compile(r" ?\(([DRI]-[^()\n]{2,12}|[A-Z][\w.]{1,6})\)|, ([DRI]-[A-Z][\w.]+)")
"""A party and a state, or a few capitals, behind a name: " (D-Ohio)"."""
BEHIND = re.compile(
    r"(?:, \d{1,3})?(?:,|,? [–—-]) "
    rf"(?:(?:{alternation(_ADVERBS)}) )?(?:(?:{alternation([*ARTICLES, 'one of the', *_PERSONAL])}) )?(?=\w)"
)
"""What opens a role behind a name, and an age: ", a "."""
RELATIVE = re.compile(
    rf",? {_WHO} (?:(?:{alternation(_PERFECT)}) )?(?:{_NOW} )?"
    rf"(?:{alternation(_BEING)}) (?:{_ALSO} )?(?:(?:{alternation(ARTICLES)}) )?"
)
"""What opens a role in a relative clause: ", who served as "."""
LEADS = re.compile(
    rf",? (?:{_WHO} (?:{alternation(_LEADING)})|{alternation(_COMING)}) (?:(?:{alternation(ARTICLES)}) )?"
)
"""What opens the name of the body that somebody leads, works for or is of: ", who leads the ", ", from the "."""
BRACKETED = re.compile(r"\([A-Z][\w&.-]{1,9}\)$")
"""Letters that a body is known by, behind its name: "(NDU)"."""
OWNS = re.compile(r"[’']s? ")
"""What stands between a body and somebody who is of it: "the Harbour Board's Jo Marsh"."""
TOLD = re.compile(rf" (?:is|was) (?:{_NOW} |{_ALSO} )?(?:{alternation(ARTICLES)}) ")
"""What opens a role that a sentence tells of its subject: " is the "."""
END = re.compile(
    rf"[,;:()\n\"“”]| [-–—] | (?:{alternation(_CLAUSES)})\b| {_AND} (?!(?:[\w-]+ ){{1,3}}(?:{alternation(_OFFICES)})\b)"
    r"|(?:(?<=[a-z]{3})|(?<=\d))\.(?=\s|$)|(?<=[A-Z]{2})\.(?=\s+[A-Z]|\s*$)"
)
"""Where a role ends at the latest."""
FIELD = re.compile(rf" (?:{alternation(_OFFICES)}) (?:{DEFINITE_ARTICLE} )?")
"""What opens the words for what somebody is the head of."""
ROW = re.compile(
    rf"(?:, [a-z][\w-]*(?: [a-z][\w-]*)?)*,? {_AND} (?:{DEFINITE_ARTICLE} )?[\w-]+(?: [a-z][\w-]*){{0,2}}"
    rf"(?=[,;:.)\n]| (?:{alternation(_BELONGING)})\b|$)"
)
"""How those words go on as a row: "head of ports, <parks and fisheries>"."""
JOINED = re.compile(rf" {_AND} (?:[A-Z][\w’'-]* ){{0,3}}[A-Z][\w’'-]*(?![\w’'-]| [A-Z])")
"""How a name may go on in capitals: "Northern Health <and Social Care Trust>"."""
SEATED = re.compile(rf"\b(?P<seat>[A-Z]{{2,3}}) {FOR} [A-Z][\w’' -]*$")
"""What may say where somebody sits: "MP for Harlow"."""
HEADED = re.compile(
    rf"\b(?P<kind>[A-Z][\w’'-]*) (?:{OF}|{FOR}) (?:{DEFINITE_ARTICLE} )?(?:[A-Z][\w’'-]* )*[A-Z][\w’'-]*$"
)
"""A name that opens with what kind of body it is of: "Institute of Allergy"."""
ORIGIN = re.compile(rf"\b(?:{alternation(_BELONGING)}) ((?:{alternation([*ARTICLES, *POSSESSIVE_DETERMINERS])}) )")
"""What opens the words for the body that somebody is of: "at the "."""

PAST = re.compile(rf"(?:{alternation(_PAST)})[ -]")
"""What opens a role that somebody had once."""

_NOT_ISSUED = "".join(rf"(?<!\b{word} )" for word in _GOT)
PLACE_BEFORE = re.compile(
    r"\b(?:in|(?:ambassador|envoy) to|(?:running|standing) for) (?:(?:the|state) )?$", re.IGNORECASE
)
PLACE_BEHIND = re.compile(rf" (?:{alternation(_SETTLEMENTS)})\b")
"""What stands beside the name of a place, whatever it is taken for."""

ISSUED = re.compile(rf"{_NOT_ISSUED}\b(?:{alternation(_ISSUING)}) (?:(?:{alternation(ARTICLES)}) )?$", re.IGNORECASE)
"""What stands right before the one who let a document out: "published by the ", but not "seen by"."""

AGE = re.compile(r",? \(?(\d{1,3})\b(?=[,.;)])")
"""An age behind a name: ", 31,"."""
_APOSTROPHES = "'’"
_AGED = "-year-old"
AGED = re.compile(rf"(?:{DEFINITE_ARTICLE} )?(\d{{1,3}}{_AGED})(?:$|,|( ))", re.IGNORECASE)
"""A person by the age: "the 31-year-old"; the second group has the blank before what follows it: " nurse"."""


def is_glued(view: str, start: int) -> bool:
    """Whether a word at an offset is the rest of one: "Em" of "'Em"."""
    return start > 0 and view[start - 1] in _APOSTROPHES


def is_letter(word: str) -> bool:
    """Whether a word is a letter with a full stop, as at the end of a sentence: "on X."."""
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def aged(age: str) -> str:
    """Return the noun for a person of an age: "31-year-old"."""
    return f"{age}{_AGED}"
