"""How English says what somebody is: before a name, behind it, in a relative clause, by a party's tag, by an age."""

from __future__ import annotations

import re

from quotex.english.closed import ARTICLES, POSSESSIVE_DETERMINERS, POSSESSIVE_ENDINGS

_A = "(?:(?:the|an?) )"
"""Matches an article."""
_OF_WHAT = "(?:of|at|for)"
_BELONGING = "(?:at|from|for|with|of|in)"

_STYLES = frozenset(["excellency", "eminence", "highness", "honour", "honourable", "honorable", "majesty", "rt"])
OPENINGS = ARTICLES | POSSESSIVE_DETERMINERS | POSSESSIVE_ENDINGS | _STYLES | {"-", "own", "my", "our"}
"""Words before a role that are no part of it."""

NO_ROLE = re.compile(
    r"(?:not|unlike|who|which|whose|himself|herself|when|where|after|before|until|while|because|including)\b"
    r"|[a-z]{2,}ing (?:an?|the|his|her|its|their|him|them)\b"
)
"""What opens words behind a name that tell of somebody else, or what one does: "<embracing her> son"."""
OF_BEHIND = re.compile(r" of (?:the )?[A-Z]")
"""How the name of a body of several words goes on: "Board of Deputies< of >Danish Jews"."""
GOES_ON = re.compile(r" (?:for |& )?[A-Z][\w’'&-]*")
"""One more word of a body's name, behind it."""
OWNED_NAME = re.compile(r"(?:[’']s|[’']) [A-Z][\w’'-]*")
"""What is named by whose it is: "Pan<'s Maze>"."""
KIND_BEFORE = re.compile(r"(?:[a-z-]+ ){0,3}(?P<kind>(?!the )[a-z]+) (?:the )?(?=[A-Z])")
"""What says what kind of body one is, before its name: "<campaign group the> Rivers Trust"."""
KIND_BEHIND = re.compile(r" ([a-z]+)\b(?!-)")
"""What may say what kind of body a name is of: "Harlow <council>"."""
SORT_BEHIND = re.compile(r" (?!chief|senior|deputy)[a-z]+ ([a-z]+)\b(?!-)")
"""The same with what sort of it: "Harlow <emergency committee>"."""
BRACKETED_KIND = re.compile(r" \([A-Z]{2,6}\) (?:[A-Z][\w’'-]* ){0,2}(?P<kind>[A-Z][a-z]+)\b")
"""What goes on with a body's name behind its letters: "Dolen Hospitals <(DH) Trust>"."""
TAG = re.compile(r" ?\(([DRI]-[^()\n]{2,12}|[A-Z][\w.]{1,6})\)|, ([DRI]-[A-Z][\w.]+)")
"""A party and a state, or a few capitals, behind a name: " (D-Ohio)"."""
BEHIND = re.compile(
    r"(?:, \d{1,3})?(?:,|,? [–—-]) "
    r"(?:(?:now|also|already|still|currently) )?"
    r"(?:(?P<definite>the|his|her|their|its) |(?:one of the|an?) )?(?=\w)"
)
"""What opens a role behind a name, and an age: ", a "."""
_NOW = r"(?:(?:also|now|currently) )?"
RELATIVE = re.compile(
    r",? who (?:now )?(?:(?P<was>was|had been|(?:had )?(?:served|worked) as)|"
    rf"is|works as|has (?:been|served as|worked as)) {_NOW}{_A}?"
)
"""What opens a role in a relative clause: ", who served as "."""
_LEADS = r"who (?:leads|heads|runs|chairs|directs|(?:co-?)?founded|(?:lectures|teaches|works) (?:at|for|with))"
LEADS = re.compile(rf",? (?:{_LEADS}|from|of) {_A}?")
"""What opens the name of the body that somebody leads, works for or is of: ", who leads the ", ", from the "."""
WORKS = re.compile(
    rf",? (?:{_LEADS}|(?:based|focused|focuss?ing|researching|speciali[sz]ing|studying|working)(?: [a-z-]+){{0,9}}? at)"
    rf" {_A}?"
)
"""The same behind a role: "professor< focusing on tides at >"."""
AS_BEFORE = re.compile(r"\b[Aa]s an? $")
"""What opens what somebody was when something happened: "as a <teenager Jo Marsh> says she learnt"."""
BRACKETED = re.compile(r"(?<=\w )\((?!L-R)[A-Z][\w&.-]{1,9}\)$")
"""Letters that a body is known by, behind its name: "(NDU)"."""
OWNS = re.compile(r"[’']s? ")
"""What stands between a body and somebody who is of it: "the Harbour Board's Jo Marsh"."""
OWNED_WHOLE = re.compile(r"(?:[’']s|[’'])(?: \d+(?:st|nd|rd|th))?(?: [A-Z][\w’'-]*)+(?: of(?: [A-Z][\w’'-]*)+)?")
"""The same, whole: "Pan<'s Business School>"."""
OWNED_BEFORE = re.compile(r"\b(?:[A-Z][\w-]* )*[A-Z][\w-]*[’']s (?=$)")
"""Whose by name a body is: "<Gino's> Tailoring"."""
AT = re.compile(r" at (?:the |[a-z]+ )*[A-Z]")
AT_RIGHT_BEFORE = re.compile(r"(?: at|(?:[Ff]ounder|CEO|[Cc]hief executive) of) (?:the )?$")
OF_RIGHT_BEFORE = re.compile(r" of (?:the )?$")
FROM_BEFORE = re.compile(r" from $")
AT_BEFORE = re.compile(r" at (?:(?:[a-z-]+|[A-Z][\w-]*[’']s) ){0,6}$")
FOR_BEFORE = re.compile(r" for (?:the )?$")
"""What stands before the body that somebody works at, or what he does it for, and what opens the former."""
MORE_BEFORE = re.compile(
    r"(?P<word>[A-Z][\w’'-]*)(?P<number> \d+)? (?:(?:for|of) (?:the )?|(?P<joined>and|&) "
    r"|(?!(?:of|at|in|with|from|and|to|on|the|by|for) )(?P<kind>[a-z]+) )$"
)
"""What may be left of a name before it: "<Norland for> Clean Water", "<Harlow rock >Club", "<Folk of the >Stone"."""
OF_BEFORE = re.compile(r"[A-Z][\w’'-]*(?= of (?:the )?$)")
"""The same where only "of" may be left of it: "<Talk of the> Town"."""
REGIONAL = re.compile(r" (?:regional|provincial|municipal)\b")
"""What stands behind the name of a place, before an office: "Harlow< regional> head"."""
GENERAL = re.compile(r"[ -][Gg]eneral\b")
"""What makes another office of one: "Secretary<-General>"."""
ROW_BEHIND = re.compile(r",(?: and| &)? [A-Z]")
"""How a body's name goes on as a row: "Centre for Ports<, Climate >Change, and Trade"."""
WHOLE_ROW = re.compile(r"(?:,(?: [A-Z][\w’'-]*)+)*,? (?:and|&) (?=(?:the )?(?P<last>[A-Z]))")
"""How it does up to the last: "Bread<, Jam and> Tea", "the Rose< and> Crown"."""
GLUED_BEHIND = re.compile(r"[/–-](?=\w)| (?:& )?\d| the [A-Z]| (?:de[lrs]?|du|et|la|les?|und) (?=\w)")
"""What goes on with a name whatever follows: "Norlys</>Orrin", "Studio< 54>", "Save< the Quays>"."""
GLUES = frozenset("/-–—")
"""What a name that is glued to what stands before it has there."""
TOPIC_BEHIND = re.compile(r" (?:(?P<where>in)|for|against|without|(?P<what>on)) (?=[A-Z])")
"""What a name may go on with: "Harbours< in> Action", "Bread< for> All", "Centre for Studies< on> Tides"."""
PART_BEHIND = re.compile(r" (?:branch|bureau|chapter|division|lodge|office)\b")
"""What is a part of a body, behind where it is: "Union of Rowers Dolen< branch>"."""
SCHEME_BEHIND = re.compile(r" (?:initiative|program(?:me)?|project|scheme)\b")
"""What a body may be called in small letters that is no kind of one: "International Tides< programme>"."""
OWNER_BEFORE = re.compile(r"\b(?P<owner>[A-Z][\w-]*)[’']s $")
"""Whose by a word with a capital what follows is: "<King’s >College"."""
ORDINAL_BEFORE = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|First|Second|Third) $")
"""Which of several of its kind a body is: "<47th> Brigade"."""
SAINT_BEFORE = re.compile(r"\bSt\.? [A-Z]\w+(?:[’']s|[’']) $")
"""By what saint a body is called: "<St Mary's >Hospital"."""
OWNERS_BEFORE = re.compile(r"\b[A-Z][\w’'-]*(?:,? [A-Z][\w’'-]*)* & $")
ROW_BEFORE = re.compile(r"(?:(?<= of )|(?<= at )|(?<= for ))(?:[A-Z][\w’'-]*, )+(?=$)")
"""Who has a firm besides: "<Reed, Lowe & >Pike", of "<Reed, >Lowe & Pike"."""
MORE_BEHIND = re.compile(r" (?!(?:of|at|in|with|from|and|to|on|the|by|for|who|said) )[a-z]+ [A-Z]")
"""What a name that the body's is cut from goes on with: "JKB Bass< rock Club>"."""
OWNS_NOTHING = re.compile(r"[’']s(?=[,.;)\n]|$| (?:at|in|of|from|on)\b)")
"""What ends a body's name behind which nothing is that is its own: "manager of Pan<'s>, said"."""
PARTY_BEHIND = re.compile(r" ([A-Z][a-z]+) (?=[a-z]|(?:AM|Cllr|Congress\w+|Gov|MEP|MP|MSP|Rep|Sen)\b)")
"""What may say of which party somebody is, behind the name of a place."""
TOLD = re.compile(rf" (?:is|(?P<was>was)) {_NOW}{_A}")
"""What opens a role that a sentence tells of its subject: " is the "."""
END = re.compile(
    r"[,;:()\n\"“”]| [-–—] | \.(?!\w)"
    r"| (?:who|which|that|whose|now|but|on|during|after|before|when|where|until|since|as|then|in an?)\b"
    r"| at an? (?:[\w-]+ )?(?:briefing|call|conference|event|hearing|meeting|rally)\b"
    r"| and |(?<=[\"”])\."
    r"|(?:(?<=[a-z]{3})|(?<=\d))\.(?=[\s\"“”]|$)|(?<=[A-Z]{2})\.(?=\s+[A-Z\"“]|\s*$|[\"“”])"
)
"""Where a role ends at the latest."""
EXPERTS = frozenset(["expert", "authority", "specialist", "adviser", "advisor", "envoy", "rapporteur"])
"""Who is told to be one on something: "an expert <on the> tides"."""
AND_BESIDE = ", and "
"""What joins, of two, who stands beside the one that is told of."""
JOINING_LAST = " and "
JOINING = frozenset([JOINING_LAST, ","])
"""What a role may end at that joins nouns."""
JOINS = re.compile(r"(?P<comma>,)? (?P<last>and |& )?(?=\w)")
"""What joins what somebody is besides: "a poet< and >novelist"."""
LETTERS_BEHIND = re.compile(r"\([A-Z][\w&.-]{1,9}\)")
"""Letters that a body is known by, behind its name: "(NDU)"."""
BASED_BEHIND = re.compile(r", [A-Z][\w.]*(?: [A-Z][\w.]*)?-based (?=\w)")
"""How the place where a body is goes on: "the Dolen<, Orrin-based >Harbour Board"."""
MARKED_BEHIND = re.compile(r"\"[^\"\n]{1,80}\"|“[^“”\n]{1,80}”")
"""What is named in marks: "author of <“Tides”>"."""
PAIRS = ("()", "“”", '""')
"""What opens and what closes what is set apart."""
MARKS = '"“'
"""What opens that."""
INSIDE = (LETTERS_BEHIND, BASED_BEHIND, MARKED_BEHIND)
"""What a role may go on with where it seems to end."""
DEED = re.compile(r" to [a-z]+ ")
"""What says what somebody is the first or only one to do."""
FIELD = re.compile(rf" {_OF_WHAT} (?:the )?")
"""What opens the words for what somebody is the head of."""
ROW = re.compile(
    r"(?:, [a-z][\w-]*(?: [a-z][\w-]*)?)*,? and (?:the )?[\w-]+(?: [a-z][\w-]*){0,2}"
    rf"(?=[,;:.)\n]| {_BELONGING}\b|$)"
)
"""How those words go on as a row: "head of ports, <parks and fisheries>"."""
ROW_NAMED = re.compile(r",? and (?:[a-z][\w-]* ){0,3}(?P<kind>[a-z-]+) (?:[Tt]he )?(?=[A-Z])")
"""How they go on to a name: "director of an arts <and design group the >Quay Society"."""
_CAPITALS = r"(?:[A-Z][\w’'-]* ){0,3}[A-Z][\w’'-]*"
JOINED = re.compile(rf"(?P<row>(?:, {_CAPITALS})*),? (?:and|(?P<firm>&)) {_CAPITALS}(?![\w’'-]| [A-Z])")
"""How a name may go on in capitals: "Northern Health <and Social Care Trust>", "Reed<, Lowe & Pike>"."""
OF_CAPITALS = re.compile(rf" of (?:the )?{_CAPITALS}")
"""What a kind of body is of, behind it: "Dolen and Orrin Chamber< of Trade>"."""
JOINS_WITHIN = re.compile(r" (?:for|in|of|on) (?:the )?")
"""What stands within a body's name, before a row: "Institute for Studies< in >War and Trade"."""
ENDS_ROW = re.compile(r"[,.;)]| (?:at|in|of|who|says?|said)\b")
"""What closes such a row."""
OPENS_JOINED = re.compile(r" (?:at|for|from|of|with) (?:the )?\Z")
"""What stands before the first of two that are joined: "chief executive< at >Dolen and Orrin"."""
SEATED = re.compile(r"\b(?P<seat>[A-Z]{2,3}) for [A-Z][\w’' -]*$")
"""What may say where somebody sits: "MP for Harlow"."""
HEADED = re.compile(
    r"\b(?P<kind>[A-Z][\w’'-]*) (?:of|for|on) (?:the )?(?:[A-Z][\w’'-]* (?:(?:in|of|on) (?:the )?)?)*[A-Z][\w’'-]*$"
)
"""A name that opens with what kind of body it is of: "Institute of Allergy", "Centre for Studies on Tides"."""
ORIGIN = re.compile(rf"\b{_BELONGING} ((?:the|an?|his|her|their|its) )")
"""What opens the words for the body that somebody is of: "at the "."""

PEERS = frozenset(["lord", "lady", "baron", "baroness", "viscount", "earl"])
"""Titles of those who are told apart by what they are of: "Lord Marsh of Dolen"."""
SIDES = frozenset(["district", "majority", "minority", "opposition", "gb"])
"""What is left of a body before an office, or plays for a nation: "House <Majority> Leader", "US <District> Judge"."""
WHEN = re.compile(
    r"today|yesterday|tonight|earlier|later|(?:last|next|this|earlier|late) "
    r"(?:night|day|week|weekend|month|year|summer|autumn|winter|spring|morning|afternoon|evening)"
)
"""What tells when, before a role: "<last week> education secretary"."""

LED = frozenset(["executive", "leadership"])
"""Nouns for one who leads, and for a body that is led."""
ANYBODY = frozenset(["boy", "girl", "lady", "man", "person", "teen", "teenager", "woman"])
"""Nouns that tell nothing of one that makes him another: whoever is a woman can be a nurse."""
HEADS = ("executive", "coach")
"""Nouns that go with others for who leads a body: he may be called so of whom only the body is told."""
MINISTRY = "ministry"
"""A body that is named by what it is for: "the ministry of health"."""
COUNTERPART = "counterpart"
"""Who has somebody else's office elsewhere: it does not say which."""
HOW_MUCH = frozenset(["little", "more", "less"])
"""Words before a role that tell how much or how far something is so: "a <more> hesitant Chancellor"."""
OF_SAINT = re.compile(
    r"(?:St\.?|Saint) [\w-]+['’]s?\b"
    r"(?:(?: [a-z][\w-]*){0,2} (?:school|college|hospital|church|hospice|academy|nursery|cathedral|club|university)\b)?"
)
"""What is called by a saint, with the noun for its kind: "St Ann's primary school"."""
BEGINS = frozenset(["former", "senior", "veteran", "longtime", "retired", "prominent", "leading"])
"""Words that begin what somebody is, behind a noun for a thing: "during the talk <senior> aide Jo Marsh"."""
TURNED = "turned"
"""What stands between what somebody was and what they are: "model <turned> estate agent"."""
ONCE = frozenset(["then", "once", "previously", "formerly"])
"""What opens, as an adverb, a role that somebody had once: "<then> home secretary", "<once> a pilot"."""
PAST = re.compile(
    rf"(?:.*['’]s? )?(?:former|ex|one-?time|retired|late|{'|'.join(sorted(ONCE))})[ -]|.* under (?:former|then)\b"
)
"""What opens a role that somebody had once."""

_GOT = ["received", "seen", "obtained", "reviewed", "read", "viewed", "cited", "quoted", "heard", "examined"]
_NOT_ISSUED = "".join(rf"(?<!\b{word} )" for word in _GOT)
PLACE_BEFORE = re.compile(
    r"\b(?:in|(?:ambassador|envoy|links|ties|close) to|(?:running|standing) for) "
    r"(?:(?:the|state) |[a-z]+[’']s? )?$"
    r"|\b(?:city|county|district|island|province|region|state|suburb|town|village) of $",
    re.IGNORECASE,
)
REGION = re.compile(
    r"(?:Cape|County|Greater(?! Anglia)|Isle|Lake|Mount) [A-Z][\w’'-]*$|[BHKT]ollywood$"
    r"|(?:[A-Z][\w’'-]* )+(?:Coast|Ocean|Peninsula|Sea)$"
    r"|(?:(?:North|East|South|West|Central|Latin|Eastern|Western) )?(?:Africa|America|Asia|Europe)$|Middle East$"
)
"""Matches a place by how its name opens, or ends."""
PLACE_BEHIND = re.compile(
    r"(?: (?:and|&) [A-Z][\w’'-]*)? (?:village|town|city|state|region|province|district|county|ward|constituency|riding"
    r"|mosque|temple|synagogue|cathedral|prison|jail|airport|(?:branch|chapter|office|arm|wing) of)\b"
)
"""What stands beside the name of a place, whatever it is taken for."""
TOPIC_BEFORE = re.compile(r"\bon (?:the )?$")
"""What stands before what somebody works on or knows of, and before a committee."""
STATES_ENVOY = re.compile(r"(?:[A-Z][a-z]+ )?(?:UN|Nato|NATO|EU|United Nations) [Aa]mbassador\b(?! (?:to|in)\b)")
"""Matches whom a state sends to a body of states; "the EU ambassador to Norland" is the body's own."""

ISSUED = re.compile(rf"{_NOT_ISSUED}\b(?:by|from) {_A}?$", re.IGNORECASE)
"""What stands right before the one who let a document out: "published by the ", but not "seen by"."""

AGE = re.compile(r",? \(?(\d{1,3})\b(?=[,.;)])")
"""An age behind a name: ", 31,"."""
CALLED_THEY = re.compile(r"[^.\n]{0,80}?\b(?:they/them|non-?binary)\b", re.IGNORECASE)
"""What stands behind the name of one person who is called "they": ", who is non-binary"."""
_APOSTROPHES = "'’"
AGED_BEHIND = "-year-old"
"""What makes an age of a number: "31-year-old"."""
AGED = re.compile(rf"(?:the )?(\d{{1,3}}{AGED_BEHIND})(?:$|,|( ))", re.IGNORECASE)
"""A person by the age: "the 31-year-old"; the second group has the blank before what follows it: " nurse"."""
GRAND = "grand"
PARENT_OF = re.compile(
    rf"the (?:\d{{1,3}}-year-old )?(?P<parent>(?:{GRAND})?(?:mother|father|mum|mom|dad))"
    r"[ -]of[ -](?:\d|one|two|three|four|five|six|seven|eight|nine|ten)",
    re.IGNORECASE,
)
"""A person by the children: "the 34-year-old mother of three", "the mother-of-two"."""


def is_glued(view: str, start: int) -> bool:
    """Whether a word at an offset is the rest of one: "Em" of "'Em"."""
    return start > 0 and view[start - 1] in _APOSTROPHES


def is_letter(word: str) -> bool:
    """Whether a word is a letter with a full stop, as at the end of a sentence: "on X."."""
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def aged(age: str) -> str:
    """Return the noun for a person of an age: "31-year-old"."""
    return f"{age}{AGED_BEHIND}"
