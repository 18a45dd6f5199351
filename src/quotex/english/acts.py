"""Words by which English-language news tells what somebody did or holds, or who says it for them."""

from __future__ import annotations

import re

from quotex.english import lexicons
from quotex.english.inflection import Verbs


class ActWords(lexicons.Lexicon):
    """``english/lexicons/acts.toml``."""

    topical: Verbs
    stating: Verbs
    expressing: Verbs
    vowing: Verbs
    intending: Verbs
    surmising: frozenset[str]
    citing: Verbs
    hearing: Verbs
    hearers: frozenset[str]
    charging: Verbs
    answering: Verbs
    rejecting: Verbs
    commenting: Verbs
    charges: frozenset[str]
    refusable: frozenset[str]
    judging: Verbs
    naming: Verbs
    laws: frozenset[str]


act_words = lexicons.loader("acts", ActWords)
"""Loads the words."""

IN_PASSING = re.compile(
    r"""\b(?:
      having\ said\ (?:all\ )?(?:that|this|so),
    | (?:this|that)\ (?:is|being|having\ been)\ (?:to\ say|said)
    | (?:needless|suffice(?:\ it)?|strange|sad|sorry)\ to\ say
    | to\ say\ (?:nothing\ of|the\ least)
    | it(?:\ is|\ was|\ would\ be|\ seems|['’]s)\ (?:\w+\ )?\w+\ to\ say
    | (?:as|like)\ I(?:['’]ve|\ have|\ just)?\ (?:say|said)
    | (?:(?:can|could|may|should)\ )?(?:rest|be)\ assured
    | (?:it\ )?(?:goes|went)\ without\ saying
    | (?:as|so)\ they\ say(?=[,.])
    | call(?:s|ed|ing)?\ it\ (?:quits|a\ day)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Turns of speech by which a text itself says something."""

GAINSAYING = re.compile(
    r"\b(?:contrary to|(?:despite|regardless of|unlike) what|no matter what|whatever)\b[^.;:!?\n“”]*,\s*$",
    re.IGNORECASE,
)
"""What opens a sentence that somebody has said otherwise: "contrary to what the mayor said, <the dam leaks>"."""
