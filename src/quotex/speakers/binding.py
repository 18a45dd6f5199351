"""How words go on as one name: small words between, an owner before, a nickname inside."""

from __future__ import annotations

from quotex.english.closed import AND, FOR, OF, TO
from quotex.english.names import BINDING
from quotex.english.people import given_names, name_words, source_nouns
from quotex.parse import names as recognised
from quotex.parse.phrases import first_of_row, modified
from quotex.speakers.words import Word

_NICKNAME = frozenset(['"', "“", "”", "(", ")"])
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
    if end > j and owner in source_nouns().group:
        return True  # "People's Republic"
    bodies = name_words().organizations.words | source_nouns().organization
    if end > j and owner.endswith("s") and owner[:-1] not in given_names() and words[end - 1].fold in bodies:
        return source_nouns().is_person(owner[:-1])  # "Traders' Union"
    is_office = owner in name_words().titles.words
    return end > j and is_office and words[j].fold in bodies


def binds(before: list[Word], between: list[str], words: list[Word]) -> bool:
    """Whether small words bind two capitalised ones into one name ("Ministry of the Interior")."""
    if not all(w in BINDING for w in between):
        return False
    if all(not recognised.is_person(w.token) and recognised.continues_name(w.token) for w in words[:-1]):
        return True  # "District of" is read as one name, what it is of as another
    bodies, previous = name_words().organizations.words, before[-1]
    if between[0] in (OF, FOR) and previous.fold in bodies:
        return True
    if between == [FOR] and recognised.is_body(words[-1].token) and not recognised.is_named(previous.token):
        return True  # "Stand for Justice", of which the last word alone is read as a name
    if between == [AND] and _is_portfolio(words[-1]) and any(w.fold in (FOR, OF) for w in before[:-1]):
        return True  # "Department for Work and Pensions"
    if FOR in [w.fold for w in before[:-1]] and _goes_on_for(previous, between, words[-1]):
        return True
    if between == [TO] and previous.fold in bodies:
        return not recognised.opens_name(words[-1].token)  # "Alliance to Save Our Quays", no "Congress to Oslo"
    if between[0] == FOR and [w.fold in bodies or w.fold for w in before[:2]] == [True, OF]:
        return not recognised.is_place(previous.token)  # "Court of Appeals for the Sixth Circuit"
    return all(recognised.continues_name(w.token) and recognised.is_body(w.token) for w in words)


def _is_portfolio(word: Word) -> bool:
    return word.fold in name_words().portfolios.words and not recognised.is_person(word.token)


def _goes_on_for(previous: Word, between: list[str], word: Word) -> bool:
    """Whether what a body is for goes on: "for the Study of War", "for Coastal and Inland Waters"."""
    if recognised.is_person(word.token):
        return False
    row = modified(previous.token) is not None and first_of_row(word.token) == previous.token
    return between == [OF] or (between == [AND] and (row or not recognised.opens_name(word.token)))


def is_nickname(words: list[Word], j: int) -> bool:
    """Whether word j opens a nickname in marks inside a name, or is the family name behind one."""
    mark = words[j].binding.strip()
    if mark not in _NICKNAME:
        return False
    if words[j].binding[:1].isspace():
        behind = words[j + 1 : j + 1 + _NICKNAMED]
        closing = next((i for i, w in enumerate(behind) if w.binding != " "), None)
        return closing is not None and behind[closing].capitalised and behind[closing].binding.strip() in _NICKNAME
    return words[j].binding[-1:].isspace() and any(
        w.binding.strip() in _NICKNAME for w in words[max(1, j - _NICKNAMED) : j]
    )
