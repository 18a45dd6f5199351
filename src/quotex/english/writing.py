"""How speech is written down in English: apostrophes, and the turns of an interview."""

from __future__ import annotations

import re

from quotex.english.patterns import alternation

ELIDED = frozenset(["em", "til", "twas", "tis", "cause", "bout", "n", "round", "cos"])
"""What is left of words that begin with an apostrophe, in small letters: "'em"."""
SHORTENED_AND = frozenset(["'n", "’n", "‘n"])
"""What is left of "and" before its second apostrophe: "rock 'n' roll"."""
BARE_POSSESSIVE = "sxz"
"""Letters behind which an apostrophe alone makes the possessive: "the workers' bus"."""
BEHIND_APOSTROPHE = r"(?:s|t|d|m|re|ve|ll)\b"
"""Matches what stands behind an apostrophe within a word: "it's", "we'll"."""
BEFORE_APOSTROPHE = "[OoDdLlYy]"
"""Matches what stands before an apostrophe at a word's beginning: "O'Brien", "o'clock", "y'all"."""
DROPPED = "n"
"""Letters behind which one has been dropped: "goin' home"."""

# fmt: off
ABBREVIATED = frozenset([
    "mr", "mrs", "ms", "dr", "st", "lt", "col", "gen", "sen", "rep", "gov", "prof", "rev", "hon", "sgt", "capt", "maj",
    "supt", "insp", "det", "cllr", "jr", "sr", "no", "vs", "inc", "co", "corp", "ltd", "mt", "ft", "www",
])
"""What stands before a stop that ends no sentence, though a capital follows: "Mr.Smith"."""
ENDS_OF_ADDRESSES = frozenset(["com", "org", "net", "edu", "gov", "info", "co", "uk", "tv", "io", "au", "ca"])
"""What stands behind the last stop of an address: "Amazon.Com"."""
# fmt: on

_BEHIND_A = "bout|cross|fter|ll|lmost|lone|long|lthough|mid|mong|n|nd|nother|ny|re|round|s|t"
LARGE_INITIAL = rf"[B-HJ-Z]|A(?=\s+(?:{_BEHIND_A})\b)|I(?=\s+(?:f|n|nside|nstead|nto|s|t|ts)\b)"
"""Matches a letter of which the rest of its word can stand on the line below; "A" and "I" can be words."""
LETTERS = r"(?i:(?:(?:your|our|readers['’]) )?(?:letters|comments)(?: (?:to the editor|from readers))?:?)"
"""Matches the headline of a page of letters."""
MAIL = r"^>*\s*(?:(?:From|To|Subject|Date|Sent|Cc): |On .{5,100}\bwrote:\s*$)"
"""Matches a line that tells of an e-mail."""
QUESTION_OR_ANSWER = "QA"
"""Letters that stand for who asks and who answers, before a turn."""
OFFICE = r"The [A-Z][\w’'\-]+(?: (?:of|for|the|and|[A-Z][\w’'\-]+)){0,6}"
"""Matches the office that a speaker is called by in the record of a parliament: "The Minister of Transport"."""
BYLINE = r"(?i:\s*by:?\s+|\s*(?:written|reported|words|story|text)\s+by:?\s+)"
"""Matches what stands before the name of an author."""
CREDIT = (
    r"(?:[Bb]y (?=[A-Z])|(?i:(?:photo(?:graph)?|picture|image|video|illustration)s?\b(?: by\b|:|/)|credits?:"
    r"|(?:last |first )?(?:updated|published|posted|modified)\b))"
)
"""Matches how a line begins that names who made the article, or when."""
DESCRIBED = r"(?i:an?|the) [^\n,;:“”\"]{3,60}"
"""Matches who is described, not named, behind a quotation: "a spokesman for the county"."""
SALUTATION = r"(?i:dear|hi|hello)\b"
"""Matches what stands before the name of whom a letter is to."""
SALUTED = r"(?:Sir|Madam|Sirs|Sir or Madam|(?i:to the editor))"
"""Matches how a letter begins that names nobody."""
SENDER = r"(?i:from:? )"
"""Matches what stands before the name of who wrote a letter, above it."""
DIGEST = (
    r"(?i:\b(?:in brief|(?:news )?briefs|briefing|round-?up|digest|newsletter|at a glance|headlines|around the \w+)\b)"
)
"""Matches in the headline of what is made of many short items."""
_WE = ("we", "my", "our", "me", "us")
FIRST_PERSON_WORD = rf"\b(?:{alternation(['I', *_WE, *map(str.capitalize, _WE)])})\b"
"""Matches a word by which one who speaks means himself or a group of his."""

GOES_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)?|also|conclud(?:es?|ed|ing)|continu(?:es?|ed|ing)|further|(?:goes|going|went) on)\b",
    re.IGNORECASE,
)
"""A cue of somebody who has spoken before: "he added", "she also said"."""
