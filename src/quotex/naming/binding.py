"""How words go on as one name: small words between, an owner before, a nickname inside."""

from __future__ import annotations

from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.closed import AND, AT, DEFINITE_ARTICLE, FOR, IN, OF, ON, TO
from quotex.english.names import BINDING, OF_CAMPUSES, UNIVERSITY, is_saint, is_state, one_of_many
from quotex.english.people import given_names, name_words, source_nouns
from quotex.naming.words import Word
from quotex.parse import names as recognised
from quotex.parse import relations as rel
from quotex.parse.grammar import is_first_word, is_full_verb
from quotex.parse.phrases import first_of_row
from quotex.parse.relations import stands_as
from quotex.parse.tokens import word_beside

PORTFOLIOS = Rule("naming.portfolios", "a department is named with all that it is for, listed behind commas")
CAMPUS = Rule("naming.campus", "a state's university in one place is named with that: University of Texas, Austin")
OF_PLACE = Rule("naming.of-place", "whose office it is goes on behind a place: Office of Norland's Chief Prosecutor")
ONE_OWNS = Rule("naming.one-owns", "a paper or a society may be named by one of its many: The Worker's Weekly")
NO_NICKNAME = Rule("naming.no-nickname", "what stands in brackets behind a body's name is no nickname")

NICKNAME_MARKS = frozenset(['"', "“", "”", "‘", "’", "(", ")"])
"""What can stand around a nickname within a name."""
_LISTED = frozenset([" ", ", "])
_ROW = 16
"""Words on either side of a comma that a department's name has at most."""
_NICKNAMED = 3
"""Words of a nickname at most."""


def names_person(words: list[Word], k: int) -> bool:
    """Whether the capitalised words from k on go over into a person's name: "Human Rights Ana Marsh"."""
    end = k
    while end < len(words) and words[end].capitalised and (end == k or words[end].binding == " "):
        end += 1
    return any(w.fold in given_names() or recognised.is_person(w.token) for w in words[k:end])


def owns_body(words: list[Word], j: int) -> bool:
    """Whether a possessive goes on as a body's name: "Norland's Defence Ministry", "U.S. Attorney's Office"."""
    end = j
    while end < len(words) and words[end].capitalised and words[end].binding == " ":
        state = words[end].fold in source_nouns().of_states - name_words().titles.words
        if state and end > j and not recognised.is_person(words[j - 1].token):
            return True
        end += 1
    owner = words[j - 1].fold
    if end > j and owner in source_nouns().group | name_words().eponyms.words:
        return not recognised.is_person(words[end - 1].token)  # "People's Republic", not "Labour's Ada Brook"
    if end > j and _is_of_place(words, j) and not names_person(words, j):
        return OF_PLACE.decides(words[j].start)
    bodies = name_words().organizations.words | source_nouns().organization
    if end > j > 1 and is_saint(words[j - 2].fold) and words[end - 1].fold in bodies:
        return True  # "St Brendan's Hospital"
    one = one_of_many(owner)
    if end > j and one != owner and one not in given_names() and words[end - 1].fold in bodies:
        return source_nouns().is_person(one)  # "Traders' Union", "Fishermen's Guild"
    if end > j and _is_of_one(words, j) and ONE_OWNS.decides(words[j].start):
        return True
    is_office = owner in name_words().titles.words
    return end > j and is_office and words[j].fold in bodies


def _is_of_one(words: list[Word], j: int) -> bool:
    """Whether a possessive is one of many whom a paper or a society is named by: "The <Worker's> Weekly"."""
    owner, behind = words[j - 1], words[j]
    named = source_nouns().is_person(owner.fold) and owner.fold not in name_words().titles.words
    opens = word_beside(owner.token, -1) == DEFINITE_ARTICLE and owner.token.text.istitle()
    return named and opens and not (owner.fold in given_names() or recognised.is_person(behind.token))


def _is_of_place(words: list[Word], j: int) -> bool:
    """Whether an office or a staff is a place's: "the General Staff of <Norland's> Armed Forces"."""
    of = j > 2 and words[j - 2].fold == OF and words[j - 3].fold in name_words().organizations.of_head
    return of and not recognised.is_person(words[j - 1].token)


def binds(before: list[Word], between: list[str], words: list[Word], end: Word) -> bool:
    """Whether small words bind two capitalised ones into one name ("Ministry of the Interior").

    Args:
        before: the words before the small ones.
        between: the small ones, folded.
        words: the small ones, and the first behind them.
        end: the last of the capitalised words that this one begins.
    """
    if not all(w in BINDING for w in between):
        return False
    bodies, previous = name_words().organizations.words, before[-1]
    is_acronym = previous.token.is_upper and len(previous.fold) > 1
    person = len(before) > 1 and before[-2].fold in given_names() and previous.fold not in bodies
    if (person and between[0] == OF) or (is_acronym and between[0] == AND):
        return False  # "Jan Keane of Dolen Police", "the UN and the Dolen Institute"
    if all(not recognised.is_person(w.token) and recognised.continues_name(w.token) for w in words[:-1]):
        return True  # "District of" is read as one name, what it is of as another
    if (
        (between[0] in (OF, FOR) and previous.fold in bodies)
        or (between[0] == OF and previous.fold in name_words().organizations.of)
        or _joins_members(before, between, words[-1])
    ):
        return True
    if between == [AT] and [w.fold for w in before[:2]] == [UNIVERSITY, OF]:
        return True  # "University of Tessaly at Dolen"
    if between == [IN] and previous.fold in source_nouns().abroad:
        return True  # "the Sorrish Embassy in Norland"
    headed = any(a.fold in name_words().organizations.on and b.fold in (OF, FOR) for a, b in pairwise(before))
    if between[0] == ON and (headed or previous.fold in name_words().organizations.on):  # "Centre for Studies on Tides"
        return words[-1].fold not in name_words().calendar.words
    if between == [FOR] and recognised.is_body(words[-1].token) and not recognised.is_named(previous.token):
        # "Stand for Justice", of which the last word alone is read as a name; no "MP for Harlow"
        return previous.fold not in name_words().postnominals.seats
    if between == [AND] and _is_portfolio(words[-1]):  # "Department for Work and Pensions"
        return _is_portfolio(previous) or any(w.fold in (FOR, OF) for w in before[:-1])
    if not {FOR, ON}.isdisjoint(w.fold for w in before[:-1]) and _goes_on_for(previous, between, words[-1], end):
        return True
    if between == [TO] and previous.fold in bodies:
        # "Committee to Protect Sailors", "Alliance to Save Our Quays", no "Congress to Oslo"
        return is_full_verb(words[-1].token) or not recognised.opens_name(words[-1].token)
    if between[0] == FOR and [w.fold in bodies or w.fold for w in before[:2]] == [True, OF]:
        return not recognised.is_place(previous.token)  # "Court of Appeals for the Sixth Circuit"
    return all(recognised.continues_name(w.token) and recognised.is_body(w.token) for w in words)


def goes_on_behind_comma(words: list[Word], j: int) -> bool:
    """Whether a word behind a comma is of what a department is for, or says which university of a state it is."""
    if _lists_portfolios(words, j):
        return PORTFOLIOS.decides(words[j].start)
    return _names_campus(words, j) and CAMPUS.decides(words[j].start)


def _lists_portfolios(words: list[Word], j: int) -> bool:
    """Whether what a body is for goes on behind a comma: "Department for Trade, <Ports> and Fisheries"."""
    start, end, first, last = j, j, max(0, j - _ROW), min(len(words), j + _ROW)
    while first < start and (words[start].binding in _LISTED or start == j) and _is_of_name(words[start - 1]):
        start -= 1
    while end < last and words[end].binding in _LISTED and words[end].capitalised:
        end += 1
    bodies, before = name_words().organizations.words, words[start:j]
    for_ = any(a.fold in bodies and b.fold in (FOR, OF) for a, b in pairwise(before))
    closes = end + 1 < len(words) and words[end].fold == AND and words[end + 1].capitalised
    closes |= end < len(words) and words[end].binding == " & " and words[end].capitalised
    return for_ and closes and not any(recognised.is_person(w.token) for w in [*before, *words[j : end + 2]])


def _names_campus(words: list[Word], j: int) -> bool:
    """Whether a place behind a comma tells which of a state's universities it is: "University of Texas, <Austin>"."""
    before = [w.fold for w in words[max(0, j - 3) : j]]
    of_state = before[:2] == [UNIVERSITY, OF] and before[-1] in OF_CAMPUSES
    return of_state and recognised.is_place(words[j].token)


def _is_of_name(word: Word) -> bool:
    return word.capitalised or word.fold in BINDING


def owns_words(words: list[Word], i: int) -> bool:
    """Whether people own what is named behind them: "<People's> Voice"."""
    owns = words[i].possessive and words[i].fold in source_nouns().group
    return owns and i + 1 < len(words) and words[i + 1].capitalised and words[i + 1].binding == " "


def names_members(words: list[Word]) -> bool:
    """Whether a body's name ends in its members, or its head: "Guild of Fire Officers", "Office of the President"."""
    bodies, last = name_words().organizations, words[-1].fold
    if last.endswith("s") and last[:-1] in source_nouns().person:
        return any(a.fold in bodies.words and b.fold in (OF, FOR) for a, b in pairwise(words))
    if last not in name_words().titles.words | source_nouns().person:
        return False
    folds = [w.fold for w in words[:-1]]
    return any(
        fold in bodies.of_head and folds[i + 1 : i + 3] == [OF, DEFINITE_ARTICLE] for i, fold in enumerate(folds)
    )


def names_office(words: list[Word]) -> bool:
    """Whether all of a run is an office and what it is for: "Work and Pensions Secretary"."""
    is_office = len(words) > 1 and words[-1].fold in source_nouns().with_portfolio and not names_members(words)
    before = [w for w in words[:-1] if w.fold not in name_words().portfolios.words]  # "Prime", whatever its label
    return is_office and not any(recognised.is_person(w.token) or w.fold in given_names() for w in before)


def tells_sort(words: list[Word]) -> bool:
    """Whether the word that opens a sentence says what the body named by the next one is: "Retailer Norrlys"."""
    if words[0].fold not in source_nouns().before_name or not is_first_word(words[0].token) or len(words) < 2:
        return False
    named = words[1].capitalised and words[1].binding == " " and not given_names().is_known(words[1].fold)
    return named and words[-1].fold not in name_words().organizations.words


def is_twofold(words: list[Word], j: int, k: int) -> bool:
    """Whether a body, or an office, does two things, joined within its name: "the Food and Farming Council".

    Args:
        words: of the paragraph.
        j: the small word between the two.
        k: the word behind it.
    """
    start, end = j - 1, k + 1
    while start and words[start].binding == " " and words[start - 1].capitalised and not _is_article(words[start - 1]):
        start -= 1
    while end < len(words) and words[end].capitalised and words[end].binding == " " and not words[end - 1].possessive:
        end += 1
    bodies, first, last = name_words().organizations.words, words[start:j], words[end - 1]
    if [w.fold for w in words[j:k]] != [AND] or end - k < 2:
        return False
    if not start or not _is_article(words[start - 1]):
        places = all(recognised.is_place(w.token) and not is_state(w.fold) for w in first)
        return places and last.fold in name_words().organizations.shared
    whole = (w.fold in bodies and not source_nouns().is_person(w.fold.removesuffix("s")) for w in first)
    if (
        last.fold not in bodies | source_nouns().with_portfolio
        or first[-1].token.is_upper
        or any(whole)
        or any(w.fold in name_words().titles.words for w in first)
    ):
        return False
    return not any(recognised.is_named(w.token) for w in first) or recognised.continues_name(words[j].token)


def _is_article(word: Word) -> bool:
    return word.fold == DEFINITE_ARTICLE


def _is_portfolio(word: Word) -> bool:
    return word.fold in name_words().portfolios.words and not recognised.is_person(word.token)


def _joins_members(before: list[Word], between: list[str], word: Word) -> bool:
    """Whether a body is of two sorts of members: "Guild of Press Writers <and Publishers>"."""
    of = between == [AND] and any(w.fold == OF for w in before[:-1])
    return of and _is_of_many(before[-1]) and _is_of_many(word)


def _is_of_many(word: Word) -> bool:
    return word.fold.endswith("s") and source_nouns().is_person(word.fold[:-1]) and not recognised.is_person(word.token)


def _goes_on_for(previous: Word, between: list[str], word: Word, end: Word) -> bool:
    """Whether what a body is for goes on: "for the Study of War", "for Media and Public Affairs"."""
    if recognised.is_person(word.token):
        return False
    row = stands_as(previous.token, rel.ATTRIBUTE) and first_of_row(word.token) == previous.token
    row |= _is_portfolio(end) and "," not in previous.binding
    return between == [OF] or (between == [AND] and (row or not recognised.opens_name(word.token)))


def is_nickname(words: list[Word], j: int) -> bool:
    """Whether word j opens a nickname in marks inside a name, or is the family name behind one."""
    return opens_nickname(words, j) or closes_nickname(words, j)


def opens_nickname(words: list[Word], j: int) -> bool:
    """Whether word j opens a nickname; in brackets behind a body's name it does not: "Harbour Party (HP)"."""
    mark, previous = words[j].binding, words[j - 1].fold
    if mark.strip() not in NICKNAME_MARKS or not mark[:1].isspace():
        return False
    if previous in name_words().organizations.words and NO_NICKNAME.decides(words[j].start):
        return False
    behind = words[j + 1 : j + 1 + _NICKNAMED]
    closing = next((w for w in behind if w.binding != " "), None)
    goes_on = closing is not None and (closing.capitalised or closing.fold in name_words().particles.words)
    return goes_on and closing is not None and closing.binding.strip() in NICKNAME_MARKS


def closes_nickname(words: list[Word], j: int) -> bool:
    """Whether a nickname ends before word j, which goes on with the name."""
    mark = words[j].binding
    closes = mark.strip() in NICKNAME_MARKS and mark[-1:].isspace() and not mark[:1].isspace()
    return closes and any(opens_nickname(words, k) for k in range(max(1, j - _NICKNAMED), j))
