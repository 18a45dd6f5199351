"""What speaks for a person, and what for an organisation or place, where a name stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE, OF
from quotex.english.names import BINDING, INNER_CAPITAL
from quotex.english.people import given_names, name_words, source_nouns
from quotex.naming.words import Word
from quotex.parse import relations as rel
from quotex.parse.grammar import head_noun, is_proper_noun, is_singular
from quotex.parse.names import is_named, is_person
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependents, governor, stands_as
from quotex.parse.tokens import end_of
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

TEAM_MEMBER = Rule("naming.team-member", "what stands between 'the' and a noun for one of a team is the team")
SORT_TOLD = Rule("naming.sort-told", "a name beside a noun for a body, set off by a comma, is the body's")
RESULT = Rule("naming.result", "of two names with a score between them that open a line, both are teams")

_AGE = re.compile(r", \d\d?\b")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,6}")

# How much each sign speaks for a person or a body, where the label of the tagger speaks 1. Set by hand.
_HONORIFIC = 5
_TITLE = 3
_GIVEN_NAME = 2
_RARE_GIVEN_NAME = 1
_AGE_BEHIND = 2
_OFFICE_BESIDE = 2
_NOUN_FOR_PERSONS = 2
_WORD_OF_BODIES = 4
_DOUBTFUL_WORD_OF_BODIES = 2
_END_OF_BODIES = 3
_INNER_CAPITAL = 2
_AMPERSAND = 4
_NOUN_FOR_BODIES = 3
_NOUN_RIGHT_BEFORE = 10  # one such place tells more than labels at many others, which err together
_NOUN_FOR_BOTH = 1
_BEFORE_TEAM_MEMBER = 10  # the rest of a report on sports reads like one on people
_IN_RESULT = 5
_ARTICLE = 2
_CAPITALS = 2

_LONGEST_ACRONYM = 5  # letters: what is longer is a word in capitals
_RESULT = re.compile(r"(?P<one>[^\W\d_][^\n\d]{1,40}) \d{1,3}[-–]\d{1,3} (?=[^\W\d_])")
_BACK = 50
"""Characters between the beginning of a result and its second name, at most."""


def evidence(view: str, words: Sequence[Word], titles: tuple[str, ...]) -> tuple[int, int]:
    """Weigh what speaks for a person, and what for a body, at one place.

    Args:
        view: the text that was parsed.
        words: the name.
        titles: folded, before it.

    Returns:
        Two weights, from 0: compared, and added up over all places of a name, by :mod:`quotex.naming.identities`.
    """
    person, body = _by_itself(words, titles)
    first, last = words[0], words[-1]
    if last.token.is_upper and len(last.token) > _LONGEST_ACRONYM:
        pass  # of a label or a headline: what names were learned from has few capitals
    elif is_person(last.token):
        person += 1
    elif is_named(last.token):
        body += 1
    if _AGE.match(view, last.end):
        person += _AGE_BEHIND
    told = _told_beside(view, words)
    person, body = person + told[0], body + told[1]
    if not titles and _is_before_kind(last.token):
        body += _NOUN_FOR_BODIES
    if first.token.i and first.binding == " " and not titles:
        body += _says_body(first.token.nbor(-1))
        person += _says_person(first.token.nbor(-1))
    if first.binding.isspace() and _is_determined(first, last):
        body += _ARTICLE
    if len(words) == 1 and not titles and _only_describes(last.token):
        body += 1
    span = Range(first.start, last.end)
    if _has_members(first, last) and TEAM_MEMBER.decides(span):
        body += _BEFORE_TEAM_MEMBER
    if _is_in_result(view, span) and RESULT.decides(span):
        body += _IN_RESULT
    if len(words) == 1 and _ACRONYM.fullmatch(view[first.start : last.end]) and view[first.start : last.end].isupper():
        body += _CAPITALS
    return person, body


def _by_itself(words: Sequence[Word], titles: tuple[str, ...]) -> tuple[int, int]:
    """Weigh the words of a name, wherever it stands."""
    first, last, bodies = words[0], words[-1], name_words().organizations
    person = body = 0
    if titles:
        person += _HONORIFIC if name_words().is_honorific(titles[-1]) else _TITLE
    if len(words) == 1:
        if INNER_CAPITAL.fullmatch(last.token.text):
            body += _INNER_CAPITAL
        return person, body + int(last.is_house or last.fold in bodies.words - bodies.doubtful)
    if first.fold in given_names() or _is_initial(first):
        person += _GIVEN_NAME
    elif given_names().is_known(first.fold):
        person += _RARE_GIVEN_NAME
    if last.fold in bodies.words or any(not w.capitalised and w.fold in BINDING for w in words):
        body += _DOUBTFUL_WORD_OF_BODIES if last.fold in bodies.doubtful else _WORD_OF_BODIES
    if not titles and (first.fold in bodies.first or last.fold in bodies.last):
        body += _END_OF_BODIES
    if any(w.binding == " & " for w in words[1:]):
        body += _AMPERSAND
    return person, body


def _only_describes(token: Token) -> bool:
    """Whether a word is an adjective before a noun: "Pictish times", "an Orlanian official"; not in "Ada's boat"."""
    noun = governor(token, rel.ATTRIBUTE)
    return noun is not None and noun.i > token.i and not is_proper_noun(token) and not stands_as(token, rel.POSSESSOR)


def _says_body(token: Token) -> int:
    """Weigh the noun right before a name: "the oil company Norrlys"; "operator" can be said of a person too."""
    nouns = source_nouns()
    if token.text in nouns.media:
        return _NOUN_RIGHT_BEFORE
    if not is_singular(token) or token.text not in nouns.organization or _is_of_office(token):
        return 0
    return _NOUN_FOR_BOTH if token.text in nouns.person else _NOUN_RIGHT_BEFORE


def _says_person(token: Token) -> int:
    """Weigh the noun right before a name: "ministry spokesperson Ada Brook"; one said of bodies too tells nothing."""
    nouns = source_nouns()
    told = is_singular(token) and (token.text in nouns.person - nouns.organization or _is_of_office(token))
    return _NOUN_FOR_PERSONS if told else 0


def _is_of_office(token: Token) -> bool:
    """Whether a noun tells what somebody is the head or minister of: "minister of <state>"."""
    office = token.nbor(-2).lower_ if token.i > 1 and token.nbor(-1).lower_ == OF else ""
    return office in source_nouns().person


def _told_beside(view: str, words: Sequence[Word]) -> tuple[int, int]:
    """Weigh the nouns in apposition to a name: "the judge, Carla Marsh", "his wife, Jean", "Norrlys, the company"."""
    start, end, nouns = words[0].start, words[-1].end, source_nouns()
    noun = head_noun(words[-1].token, start)
    person = body = 0
    for beside in (*dependents(noun, rel.APPOSITION), *filter(None, [governor(noun, rel.APPOSITION)])):
        if not is_singular(beside) or is_proper_noun(beside):
            continue
        if beside.lower_ in nouns.person - nouns.organization:
            person = _OFFICE_BESIDE if len(words) > 1 or nouns.noun_gender(beside.lower_) else person
        elif beside.lower_ in nouns.organization - nouns.person:
            adjoins = ", " in (view[end : phrase(beside)[0].idx], view[end_of(beside) : start])
            body = _NOUN_FOR_BODIES if adjoins and SORT_TOLD.decides((start, end)) else body
    return person, body


def _is_before_kind(token: Token) -> bool:
    """Whether a noun for its kind stands behind a body's name: "the Norrlys news agency"."""
    nouns, kind = source_nouns(), governor(token, rel.ATTRIBUTE)
    if kind is None or kind.i < token.i or kind.text not in nouns.beside - nouns.person:
        return False
    return all(t.is_lower for t in token.doc[token.i + 1 : kind.i])


def _is_initial(word: Word) -> bool:
    if len(word.fold) == 2 and word.end - word.start == 4:
        return is_person(word.token)
    return len(word.fold) == 1


def _is_determined(first: Word, last: Word) -> bool:
    """Whether "the" belongs to the name itself ("the Senate"), not to a noun behind it ("the Harlow campaign")."""
    token = first.token
    return token.i > 0 and token.nbor(-1).lower_ == DEFINITE_ARTICLE and not stands_as(last.token, rel.ATTRIBUTE)


def _has_members(first: Word, last: Word) -> bool:
    """Whether a name stands as a team's does: "the <Norvale> captain"."""
    end = last.token.i + 1
    if not first.token.i or end == len(last.token.doc) or first.token.nbor(-1).lower_ != DEFINITE_ARTICLE:
        return False
    return last.token.nbor(1).text in source_nouns().of_teams


def _is_in_result(view: str, name: Range) -> bool:
    """Whether a line opens with a name and a score, or with another name, a score, and this one: "Quorn 2-1 Vess"."""
    line = view.rfind("\n", max(0, name.start - _BACK), name.start) + 1
    if not line and name.start > _BACK:
        return False
    result = _RESULT.match(view, line)
    return result is not None and (name == Range(*result.span("one")) or name.start == result.end())
