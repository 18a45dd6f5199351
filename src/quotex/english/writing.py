"""How speech is written down in English: apostrophes, and the turns of an interview."""

from __future__ import annotations

import re

from quotex.english.closed import (
    ARTICLES,
    COORDINATORS,
    PERSONAL,
    QUANTIFIERS,
    SUBORDINATORS,
    THIRD_PLURAL,
    VAGUE,
)
from quotex.english.patterns import alternation

ELIDED = frozenset(["em", "til", "twas", "tis", "cause", "bout", "n", "round", "cos"])
"""What is left of words that begin with an apostrophe, in small letters: "'em"."""
SHORTENED_AND = frozenset(["'n", "’n", "‘n"])
"""What is left of "and" before its second apostrophe: "rock 'n' roll"."""
BARE_POSSESSIVE = "sxz"
"""Letters behind which an apostrophe alone makes the possessive: "the workers' bus"."""
BEHIND_APOSTROPHE = r"(?:s|t|d|m|re|ve|ll)\b"
"""Matches what stands behind an apostrophe within a word: "it's", "we'll"."""
# fmt: off
_SAID = alternation([
    "said", "says", "added", "adds", "admitted", "admits", "announced", "argued", "argues", "asked", "asks",
    "claimed", "claims", "complained", "complains", "concluded", "continued", "explained", "explains", "insisted",
    "insists", "joked", "noted", "notes", "observed", "promised", "promises", "recalled", "recalls", "remarked",
    "replied", "stressed", "told", "tells", "warned", "warns", "wrote",
])
# fmt: on
_PARTED = r"(?=[.;]|,\s(?![\"'“‘])|\s(?:after|as|at|during|in|on|of|when|while|with)\b|\s*$)"
_SOMEBODY = r"(?:an?|the|one|another)(?:\s[\w’'-]+){1,6}?"
_HEARER = r"(?:(?<=told|ells)\s(?:the\s|an?\s)?[\w’'-]+(?:\s[\w’'-]+){0,3})?"
CUE_BEHIND_COMMA = (
    rf"\s(?:(?:he|she|they|(?:[A-Z]\w+\s){{0,2}}[A-Z]\w+|{_SOMEBODY})\s(?:{_SAID}){_HEARER}{_PARTED}"
    rf"|(?:{_SAID})\s(?:(?:he|she|they|{_SOMEBODY}){_PARTED}|(?!(?:it|its|that|there|his|her|their|he|she|they)\b)"
    r"(?:[a-z][\w’'-]*\s){0,4}[A-Z]))"
)
"""Matches who says something behind a comma that ends what is said."""
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
# fmt: off
_OPENS_SENTENCE = alternation(sorted(map(str.capitalize, {
    *ARTICLES, *COORDINATORS, *PERSONAL, *QUANTIFIERS, *SUBORDINATORS, *THIRD_PLURAL, *VAGUE, "its", "our", "we", "in",
    "on", "at", "by", "for", "from", "to", "with", "during", "despite", "throughout", "following", "under", "about",
    "more", "most", "other", "others", "last", "earlier", "later", "meanwhile", "however", "then", "according",
})))
# fmt: on
LINK_TITLE = re.compile(
    r"(?:(?:Related|RELATED) (?:article|card|gallery|story|video)\b|(?:Read more|READ MORE):\s?)[^\n]{15,200}?"
    rf"(?:(?<=[\w’'”)])(?= (?:[“\"]|(?:{_OPENS_SENTENCE})\b))|(?<=[.?!])(?= [A-Z“\"])|(?=\s*\Z))"
)
"""Matches a link to another article with its title, where no line ends behind it: a title has no word of those that
begin sentences with a capital."""
BEHIND_LINK = re.compile(r"(?:(?:Related|RELATED) (?:article|card|gallery|story|video)|(?:Read more|READ MORE):)\s+$")
"""Matches what stands before the title of another article, where that is linked."""
LETTERS = (
    r"(?i:(?:(?:your|our|readers['’]) )?(?:letters|comments|views)(?: (?:to the editor|from readers))?:?"
    r"|(?:have )?your say|postbag|mailbag|inbox)"
)
"""Matches the headline of a page of letters."""
MAIL = re.compile(r"^>*\s*(?:(?:From|To|Subject|Date|Sent|Cc): |On .{5,100}\bwrote:\s*$)", re.MULTILINE)
"""Matches a line that tells of an e-mail."""
# fmt: off
TOPIC_LABELS = frozenset(map(str.upper, [
    "claim", "claims", "verdict", "fact", "facts", "fiction", "myth", "reality", "truth", "rating", "ruling", "pro",
    "pros", "con", "cons", "problem", "solution", "cause", "effect", "symptoms", "treatment", "before", "after",
    "then", "now", "note", "update", "summary", "background", "context", "analysis", "example", "tip", "date", "time",
    "venue", "price",
]))
# fmt: on
"""Labels that say what stands behind them, not who says it, in capitals: "MYTH: …"."""
QUESTION_OR_ANSWER = "QA"
"""Letters that stand for who asks and who answers, before a turn."""
WITNESS = r" [^\n]{0,80}(?i:\b(?:sworn|affirmed|as a witness|testified)\b)"
"""Matches what a transcript says behind the name of whoever is to answer from there on."""
EXAMINER = r"(?:(?:[A-Z]+[ -])*EXAMINATION )?BY (?P<name>M(?:RS?|S)\. [A-Z][A-Z'’-]+):?"
"""Matches the line of a transcript that says who asks from there on."""
OFFICE = r"The [A-Z][\w’'\-]+(?: (?:of|for|the|and|[A-Z][\w’'\-]+)){0,6}"
"""Matches the office that a speaker is called by in the record of a parliament: "The Minister of Transport"."""
BYLINE = re.compile(r"(?i:\s*by:?\s+|\s*(?:written|reported|interview(?:ed)?|words|story|text)\s+by:?\s+)")
"""Matches what stands before the name of an author."""
CREDIT = (
    r"(?:[Bb]y (?=[A-Z])|(?i:(?:photo(?:graph)?|picture|image|video|illustration)s?\b(?: by\b|:|/)|credits?:"
    r"|(?:last |first )?(?:updated|published|posted|modified)\b))"
)
"""Matches how a line begins that names who made the article, or when."""
_OPENS_ANEW = r"[Oo]pens? (?:in )?(?:a )?new (?:tab|window)"
_LINK_LABEL = rf"[ \xa0]?(?:, {_OPENS_ANEW}|\((?:{_OPENS_ANEW}|external link|link is external)\))"
LINK_LABEL = re.compile(rf"{_LINK_LABEL}|(?<!internal), external\b")
"""Matches what pages say of a link to those who do not see it: "(opens in new tab)"."""
_BEHIND_LABEL = r"(?:by|for|from|in|of|on|with|after|before|since|that|which|who|the|a|an|but|as|he|she|they|it)\b"
SURE_LINK_LABEL = rf"{_LINK_LABEL}|(?<!internal), external(?=[ \xa0]*(?:[^\w\s,]|[A-Z]|\n|$|{_BEHIND_LABEL}))"
"""Matches it where an adjective could not stand."""
DESCRIBED = r"(?i:an?|the) [^\n,;:“”\"]{3,60}"
"""Matches who is described, not named, behind a quotation: "a spokesman for the county"."""
SALUTATION = r"(?i:dear|hi|hello)\b"
"""Matches what stands before the name of whom a letter is to."""
SALUTED = r"(?:(?i:sirs?|madam|sir or madam|to the editor)|Re:? [“\"‘'][^\n]{3,100})"
"""Matches how a letter begins that names nobody."""
VALEDICTION = (
    r"(?i:(?:[–—]|--?)?\s*(?:yours(?: (?:etc|sincerely|faithfully|truly))?|(?:kind|best|warm)(?:est)? (?:regards"
    r"|wishes)|(?:best|regards|sincerely|thanks|cheers))(?:, etc)?\.?,?)"
)
"""Matches the last words of a letter, above the name of who wrote it."""
SENDER = r"(?i:from:? )"
"""Matches what stands before the name of who wrote a letter, above it."""
DIGEST = re.compile(
    r"(?i:\b(?:in brief|(?:news )?briefs|briefing|round-?up|digest|newsletter|at a glance|headlines|around the \w+)\b)"
)
"""Matches in the headline of what is made of many short items."""
_WE = ("we", "my", "our", "me", "us")
FIRST_PERSON_WORD = re.compile(rf"\b(?:{alternation(['I', *_WE, *map(str.capitalize, _WE)])})\b")
"""Matches a word by which one who speaks means himself or a group of his."""

GOES_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)?|also|conclud(?:es?|ed|ing)|continu(?:es?|ed|ing)|further|(?:goes|going|went) on)\b",
    re.IGNORECASE,
)
"""A cue of somebody who has spoken before: "he added", "she also said"."""
ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|challeng(?:es?|ed|ing)|(?:en|in)quir(?:es?|ed|ing)|press(?:es|ed|ing)?|quer(?:y|ies|ied|ying)"
    r"|question(?:s|ed|ing)?|wonder(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""A cue of somebody who wants to know."""
REPLIES = re.compile(
    r"\b(?:answer(?:s|ed|ing)?|counter(?:s|ed|ing)?|rejoin(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?"
    r"|retort(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""A cue of somebody who has been spoken to."""

_ONSETS = "bl br ch cl cr dr dw fl fr gh gl gn gr kn ph pl pr ps rh sc sh sk sl sm sn sp sq st sw th tr ts tw wh wr"
TORN_WORD = re.compile(rf"(?!{'|'.join(_ONSETS.split())})[bcdfghjklmnpqrstvwxz]{{2}}|[a-z]{{1,2}}\b")
"""What is left of a word that lost its first letters: two consonants with which none begins, or two letters at most."""
