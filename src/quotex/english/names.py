"""How names are written in English: their titles, what goes on inside them, what they are shortened to, their lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from quotex.english import lexicons
from quotex.english.closed import DEFINITE_ARTICLE, FOR, JUNCTIONS, RELATIVE
from quotex.english.patterns import alternation, matching
from quotex.english.people import (
    Gender,
    fold,
    name_words,
    source_nouns,
    without_accents,
)

BINDING = frozenset(["of", "for", "to", "and", "the", "on", "in", "at", "&"])
"""Small words inside the names of bodies."""
_WORD = r"[A-Z][\w.’'-]*"
FULL_NAME = rf"{_WORD}(?: (?:(?:and|&|de|la|van|von|der|den|al|bin|da|dos) )*{_WORD}){{1,4}}"
"""Matches the name of a person, or of two with one family name, given in full."""
JOURNALIST = "journalist"
MEMBER = "member"
"""Who sits for a place, as an office does: "the member for Port Vess"."""
COMPANY = "company"
PARTY = "party"
UNIVERSITY = "university"
"""What is named with where it stands: "University of Norland at Oslo"."""
LEGAL_FORMS = frozenset(["ltd", "inc", "llc", "llp", "plc", "corp", "gmbh", "pty", "bhd", "pte"])
"""Forms of companies, which may stand behind a comma at the end of a name: "Norlys Energy Co., <Ltd>"."""
LEADING = frozenset(["the", "a", "an", "and", "one"])
"""Words that may stand before a name with a capital, and are no part of it."""
EPITHETS = frozenset(["ailing", "beleaguered", "disgraced", "embattled", "fellow", "jailed"]) | frozenset(
    ["nearby", "neighboring", "neighbouring", "rival", "struggling", "troubled"]
)
"""What the press puts before a name without an article, with a capital where a sentence begins."""
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_WITH_ARTICLE = re.compile(r"(?:(?:al|el|ul|as|ad|ash)-|(?:d|de|dell|dall)[’'])[^\W\d_a-z]")
_ARTICLES = ("al-", "el-")
_DESCRIBED = re.compile(
    r"-(?:based|born|hit|led|listed|owned|run|style|backed|controlled|winning|nominated|educated|trained|funded|linked|affiliated|installed|appointed|allied|aligned|friendly)$"
)
OPENS_ROLE = re.compile(r"[\"”’)]? ?(?:$|[,(;–—]|- |(?:of|from|at) )")
"""What stands behind the name of one who is described behind it, if anything."""
FROM_BEHIND = re.compile(r", (?:from|of|at|in) [^,;:()]+$")
"""Where one is from, behind a name, at the end of the words for a source."""
IS_FROM_BEFORE = re.compile(r"[A-Z][\w.’'-]+, (?:(?:aged )?\d\d?, )?(?:from|of) \Z")
"""What stands before where somebody is from: a name, and perhaps an age."""
IS_OWNED = re.compile(r"\w-(?:controlled|funded|listed|owned|run|traded) \Z")
"""What stands before the name of a body that somebody has or trades in: "state-owned "."""
GIVES_NAME = re.compile(r"\b(?:(?:his|her) (?:first|given) name,|(?:goes|went) by) \Z")
"""What stands before a name that a person gives or is called by."""
IN_SHARES_BEFORE = re.compile(r"\b(?i:shares|stake|stocks?|shareholders?) in \Z")
"""What stands before the name of a firm that is owned in parts: "a stake in "."""
SET_OFF = re.compile(r", (?:the )?\Z")
"""What stands before a name that is set off from what describes its bearer."""
ENDS_TELLING = re.compile(r"(?: \([^()]*\))?(?:\Z|,)")
"""What stands behind such a name: its acronym, if anything."""
OPENS = re.compile(r"\W*(?:[A-Z][a-z]*\.? ){0,2}")
"""What stands before a name that opens a sentence: titles, if anything."""
OPENS_RELATIVE = re.compile(rf",? (?:{alternation(RELATIVE)})\b")
"""What opens a relative clause."""
OPENS_ROW = re.compile(r"(?:[Bb]oth )?(?:[Tt]he )?")
"""What stands before several names that are joined."""
HOUSE_NUMBER = r"(?:Number|No\.?) 1[01]\b"
"""The number of a house that is said of who governs from it: "No 10"."""
_HOUSE = re.compile(HOUSE_NUMBER)
ENDS_IN_TITLES = re.compile(
    r", (?:(?:the|H\.?E|His|Her|Excellency|[Rr]t|[Rr]ight|[Mm]ost|[Hh]on(?:ou?rable)?|[Dd]r|[Pp]rof|[Rr]ev|[Ss]ir|Lord"
    r"|Lady)\.? )+$"
)
"""What stands before a name that is set off, titles with an article among them: ", Dr the Rt. Hon. "."""
TITLE_OF = re.compile(
    r",? (?:(?:titled|entitled|called|headed|headlined|named),? )?"
    r"[\"“‘'](?P<title>[A-Z0-9][^\"“”\n]{3,120}?),?[\"”’'](?=[,.)\s]|$)"
)
"""The title of a document behind the noun for it: ", titled “The Harbour”"."""
ABROAD = re.compile(r" (?:in|to) (?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*")
"""Where an embassy is, behind the noun."""
PURPOSE = re.compile(
    r" (?:of|for) (?:[a-z]+ affairs|[a-z]+ and [a-z]+"
    r"|(?:civil|external|foreign|higher|internal|national|public|rural|social) [a-z]+|[a-z]+)\b"
)
"""What a ministry is for, behind the noun."""
INNER_CAPITAL = re.compile(
    r"(?!(?:Mc|Mac|De|Du|Di|Da|Le|La|Lo|Fitz|Van|Von|St|Vande?r?|Ni|O)[A-Z])[A-Z][a-z]+(?:[A-Z][a-z]*)+"
)
"""A word with a capital inside, as firms have and people seldom: "NorLys", but "McMarsh"."""
OF_CAMPUSES = frozenset(
    [
        "alabama",
        "alaska",
        "arkansas",
        "california",
        "colorado",
        "hawaii",
        "illinois",
        "maryland",
        "massachusetts",
        "michigan",
        "minnesota",
        "missouri",
        "nebraska",
        "nevada",
        "tennessee",
        "texas",
        "wisconsin",
    ]
)
"""States whose university has one in each of several places: "University of California, <Berkeley>"."""
SURNAME_ENDING = re.compile(r"[A-Z].{2,}(?:vi[cć]|[oe]va?|sk[iya]|enko|shvili|idze|sson|escu|o[gğ]lu)")
"""A word that ends as surnames of people do: "Djokovic"."""
SITE_ENDING = re.compile(r"\.(?:com|net|org)$")
"""How the name of a site ends."""
_LONG = 5
"""Letters from which on two words that are nearly the same are one word."""
_VOWELS = str.maketrans("", "", "aeiou")
_CONSONANTS = 3
"""Consonants that have to be the same where the vowels of a word may differ."""
_LAST = ", and "
_OF_A_PLACE = r"(?:(?:the )?|[A-Z][\w-]+(?: [A-Z][\w-]+)?[’']s )"
JOINED_LAST = re.compile(rf",? (?:and|&) {_OF_A_PLACE}")
"""What joins the last of several names that stand bare to those before it."""
AND_OTHERS = re.compile(r",? (?:and|as well as|along with|together with) ")
"""What joins others to the one who is named first."""
_OF_PEOPLES = ("ian", "eli", "aqi", "ani")
_PLURALS = ("s", "es")


# Titles --------------------------------------------------------------------------------------------------------------


@cache
def title_phrases() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the titles of several words by the first of them, folded ("secretary"), the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(name_words().titles.phrases, key=lambda p: -len(p)):
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append(words)
    return phrases


def title_gender(titles: Sequence[str]) -> Gender | None:
    """Tell what folded titles before a name say ("mrs", "congressman")."""
    told = (name_words().honorifics.gender(title) or source_nouns().noun_gender(title) for title in titles)
    return next(filter(None, told), None)


# Endings -------------------------------------------------------------------------------------------------------------


def possessive_ending(view: str, start: int, end: int) -> int | None:
    """Return where the ending of a possessive starts in, or behind, a word; None: it has none."""
    if view.endswith(_POSSESSIVE, start, end):
        return end - 2
    bare = view.startswith(("'", "’"), end) and view[end - 1] in ("s", "S") and not view[end + 1 : end + 2].isalnum()
    return end if bare else None


def without_ending(word: str) -> str:
    """Drop what makes the name of a people of a country's: of the folded "russian", "russia"."""
    return word[:-1] if word.endswith(_OF_PEOPLES) else word


def fold_name(word: str) -> str:
    """Fold a word of a name; one of all ways of writing a house's number, and parted at no end of a line."""
    if word[-1].isdigit() and _HOUSE.fullmatch(word):
        return f"number {word[-2:]}"
    return fold(word.replace("-\n", "") if "\n" in word else word)


# Persons -------------------------------------------------------------------------------------------------------------


def is_with_article(word: str) -> bool:
    """Whether a word is a name with its article in small letters: "al-Sisi", "d'Orsenna"."""
    return _WITH_ARTICLE.match(word) is not None


def is_credit(word: str) -> bool:
    """Whether a word holds the end of a picture's credit: "Marsh/AFP/Getty"."""
    if "/" not in word:
        return False
    first, *others = fold(word).split("/")
    credits = name_words().credits.words
    return first not in credits and not credits.isdisjoint(others)


RELATED = "Related "
"""What labels of links in the text begin with, before the title of another article."""


@cache
def _credits() -> re.Pattern[str]:
    agency = rf"(?i:{alternation(name_words().credits.words)})"
    name = r"[A-Z][\w.’'-]*"
    return re.compile(
        rf"(?:(?:(?:{name} ){{0,3}}{name}(?:/{name})*/|(?<!\w)(?={agency}/)){agency}(?:/{name})*(?: {agency})*"
        rf"|\([A-Z][^().!?]{{1,40}}\)(?:, external)?|{agency} [-–—](?= )"
        rf"|(?:{agency} )?{RELATED}(?:article|card|gallery|story|video))(?: |$)"
    )


def end_of_credits(view: str, start: int, end: int) -> int:
    """Return where credits, and labels of links, end that a stretch begins with; its start: it begins with none.

    "Ann Marsh/AFP/Getty Images <The town fled>", "Reuters — <The town fled>", "(Dorvale Herald) <The town fled>".
    """
    while match := _credits().match(view, start, end):
        start = match.end()
    return start


is_ordinal = matching(r"\d+(?:st|nd|rd|th)")
"""Whether a word is a number of a unit: "92nd"."""


def without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop suffixes at the end of folded words: "biden", not "jr"."""
    end = len(words)
    while end > 1 and words[end - 1] in name_words().suffixes.words:
        end -= 1
    return words[:end]


is_saint = matching(r"st|saint")
"""Whether a folded word stands before a saint's name: "St Brendan's"."""

_YOUNGER, _ELDER = frozenset(["younger"]), frozenset(["elder", "older"])


def is_of_generation(word: str, words: tuple[str, ...]) -> bool:
    """Whether a word before a surname can be said of who bears a name: "the elder Marsh" of no Carla Marsh Jr."""
    younger = words[-1] in name_words().suffixes.words - {"sr"}
    return not (word in _YOUNGER and not younger) and not (word in _ELDER and younger)


def surname(words: tuple[str, ...]) -> str:
    """Return the last word of a person's name, suffixes aside."""
    return without_suffix(words)[-1]


def short_forms(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the forms a person's name leads to: itself, every ending, the first and every other single word.

    A word goes with the small ones before it, too: "de la Vega" of "Ana de la Vega Ortiz".
    """
    particles = name_words().particles.words
    endings = [words[i:] for i in range(len(words))]
    singles = [(w,) for w in words if len(w) > 1 and w not in particles]
    bare = [(w.split("-", 1)[1],) for w in words if w.startswith(_ARTICLES)]
    inner = [words[i:j] for i in range(1, len(words)) for j in [_behind_particles(words, i)] if i + 1 < j < len(words)]
    return list(dict.fromkeys([*endings, *singles, *bare, *inner]))


def _behind_particles(words: tuple[str, ...], start: int) -> int:
    """Return where the word ends that small ones go before from a place on."""
    return 1 + next((i for i in range(start, len(words)) if words[i] not in name_words().particles.words), start)


def family_stems(word: str) -> list[str]:
    """Return the family names that a folded word can be the plural of: of "marshes", "marshe" and "marsh"."""
    return [word.removesuffix(ending) for ending in _PLURALS if word.endswith(ending)]


def one_of_many(word: str) -> str:
    """Return the singular that the plural of a noun for people has by its ending: "trader", "fisherman"."""
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s")


is_linked = matching(
    r"(?: ?\([^()\n]*\))?(?:,? (?:and|&) (?:[\w.’'-]+ ){0,4}"
    rf"|, (?!(?:{alternation(JUNCTIONS | RELATIVE)}) )(?:(?!an? |[a-z]+ing )[a-z]+ )?)"
)
"""Whether what stands between two names makes a list of them: " (D-Ohio) and ", but not ", a " or ", defending "."""
is_joined = matching(rf"(?:,? (?:and|&)|,) {_OF_A_PLACE}")
"""Whether nothing else stands between two names that are joined: ", the " and " and "."""


def is_list(behind: str) -> bool:
    """Whether the words from one name to another close a list: ", the mayor, and "."""
    return behind.startswith(_LAST[:2]) and behind.endswith(_LAST)


# Bodies --------------------------------------------------------------------------------------------------------------


def without_purpose(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a body's name without what it is for: "Court of Appeals for the Northern Coast"."""
    return words[: words.index(FOR)] if FOR in words[2:] else words


def head_word(words: Sequence[str]) -> str:
    """Return the word that heads a body's folded name: "court" of "court of appeals"."""
    return next((word for word, behind in pairwise(words) if behind in JUNCTIONS), words[-1])


def acronyms(words: Sequence[str]) -> list[str]:
    """Return the first letters of folded words, small ones inside left out: "al" and "adl" of "anti-damp league"."""
    letters = [word for word in words if word not in BINDING]
    halves = [half for word in letters for half in word.split("-") if half]
    return list(dict.fromkeys("".join(word[0] for word in row) for row in (letters, halves)))


def is_participle_of_name(word: str) -> bool:
    """Whether a folded word tells something by a name inside it: "london-based"."""
    return _DESCRIBED.search(word) is not None


class States(lexicons.Lexicon):
    """``english/lexicons/states.toml``."""

    states: frozenset[str]
    capitals: frozenset[str]
    peoples: dict[str, str]


states = lexicons.loader("states", States)


def is_state(name: str) -> bool:
    """Whether a name is that of a state, or of a capital, which often stands for one."""
    plain = fold(name).removeprefix(f"{DEFINITE_ARTICLE} ")
    return plain in states().states or plain in states().capitals


@cache
def _of_parties() -> re.Pattern[str]:
    words = alternation(word for side in name_words().parties.sides for word in side)
    return re.compile(rf"\b({words})(?:s?\b(?! republic| minister| secretary))", re.IGNORECASE)


def parties_in(text: str) -> frozenset[int]:
    """Return the numbers of the parties that words for a person name, of all that the words may mean."""
    found = {fold(word) for word in _of_parties().findall(without_accents(text))}
    return frozenset(i for i, side in enumerate(name_words().parties.sides) if not side.isdisjoint(found))


def is_party(words: Sequence[str]) -> bool:
    """Whether a folded name is a party's, and tells so by its people alone: "Scottish Labour", "Tories"."""
    return bool(parties_in(words[-1]) or any(" ".join(words) in side for side in name_words().parties.sides))


def spelling_keys(word: str) -> tuple[str, ...]:
    """Return what a folded word has in common with its misspellings: those share one of these at least.

    That is the word less one letter, and its consonants; none of a word too short to tell.
    """
    if len(word) < _LONG:
        return ()
    consonants = word[0] + word[1:].translate(_VOWELS).upper()
    shorter = (word[:i] + word[i + 1 :] for i in range(len(word)))
    return word, *shorter, *([consonants] if len(consonants) >= _CONSONANTS else [])
