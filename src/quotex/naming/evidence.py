"""What speaks for a person, and what for an organisation or place, where a name stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE, ITS, OF, RELATIVE, WHICH
from quotex.english.countries import country_of
from quotex.english.names import (
    BINDING,
    GIVES_NAME,
    IN_SHARES_BEFORE,
    INNER_CAPITAL,
    IS_FROM_BEFORE,
    IS_OWNED,
    SITE_ENDING,
)
from quotex.english.naming_clauses import CALLING, NAMED_BEHIND
from quotex.english.people import FAMILY, given_names, name_words, source_nouns
from quotex.naming.titles import opens_titles
from quotex.naming.words import Word
from quotex.parse import relations as rel
from quotex.parse.clauses import acts_on
from quotex.parse.grammar import (
    head_noun,
    is_finite,
    is_first_word,
    is_preposition,
    is_proper_noun,
    is_singular,
    subject,
)
from quotex.parse.names import is_named, is_person
from quotex.parse.phrases import called_so, phrase
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.parse.tokens import end_of, word_beside
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

TEAM_MEMBER = Rule("naming.team-member", "what stands between 'the' and a noun for one of a team is the team")
FIRM_HEAD = Rule("naming.firm-head", "what stands before CEO is the firm: only firms have one")
SORT_TOLD = Rule("naming.sort-told", "a name beside a noun for a body, set off by a comma, is the body's")
BEHIND_BODY = Rule("naming.behind-body", "before what is of bodies and places alone stands no person: Norrlys founder")
WHICH_IT_IS = Rule("naming.which-it-is", "what is told of by which is no person: Norrlys, which has a ferry, said")
GIVEN = Rule("naming.given", "who goes by a name, or gives the first one, is a person")
NAMED_BEFORE = Rule("naming.named-before", "a council is named before the noun: the head of the council Ada Brook")
CLAUSE_BEHIND = Rule("naming.clause-behind", "who did something to a body is not the body: the firm Marsh founded")
OWNED = Rule("naming.owned", "what is owned, run or listed is no person: state-run Norrlys")
AGENCY = Rule("naming.agency", "the name of one of the world's news agencies is no person's: Xinhua")
OF_SIDE = Rule("naming.of-side", "what those of a party are called is no person's name: Plaid Cymru")
IN_SHARES = Rule("naming.in-shares", "what shares, or a stake, are in is a firm: shares in Harlow Stone fell")
ITS_OWN = Rule("naming.its-own", "who does something to its own is no person: Norrlys plans trials of its ferry")
OF_FAMILY_NAME = Rule("naming.family-name", "what stands before family is a surname: the Marsh family")
NAMED_PERSON = Rule("naming.named-person", "the name that a clause gives to one who is a person is a person's")
IS_FROM = Rule("naming.is-from", "where somebody is from is no person: Jo Marsh, 43, of Ashton")

_AGE = re.compile(r", \d\d?\b")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,6}(?:-[A-Z]{2,6})?")

SIGN = 2
"""What a sign counts: more than the tagger's label, which counts 1, since that errs on names it has not seen."""
SETTLES = 10
"""What counts more than labels at several places, which err together: "the oil company" before a name."""

_MOST_INITIALS = 4  # letters: fewer, each with its stop, may be a person's, "J.R.R. Marsh"
_LONGEST_ACRONYM = 5  # letters: what is longer is a word in capitals
_CLAUSE = 4
"""Words before a name, marks and "the" among them, by one of which it is given."""
_LONGEST_CLAUSE = 80  # characters
_BACK = 50
"""Characters before a name that tell of it, at most: the other one of a result, or who is from there."""


def evidence(view: str, words: Sequence[Word], titles: tuple[str, ...]) -> tuple[int, int, int]:
    """Count what speaks for a person, and what for a body, at one place: each sign alike, and what settles it more.

    Args:
        view: the text that was parsed.
        words: the name.
        titles: folded, before it.

    Returns:
        Two counts, from 0, and what of them the name itself and its label say: compared, and added up over all places
        of a name, by :mod:`quotex.naming.forms`.
    """
    first, last = words[0], words[-1]
    span = Range(first.start, last.end)
    person, body = _by_itself(words, titles)
    if not (last.token.is_upper and len(last.token) > _LONGEST_ACRONYM):  # of a headline: few were learned from
        person += is_person(last.token)
        body += is_named(last.token) and not is_person(last.token)
    leaning = person - body
    if titles:
        person += SETTLES if name_words().is_honorific(titles[-1]) else SIGN
    office, sort = _told_beside(view, words)
    person += SIGN * (office + (_AGE.match(view, last.end) is not None))
    body += SIGN * (sort + (first.binding.isspace() and _is_determined(first, last)))
    body += SIGN * (acts_on(last.token, ITS) and ITS_OWN.decides(span))
    if GIVES_NAME.search(view, max(0, span.start - _BACK), span.start) and GIVEN.decides(span):
        person += SIGN
    if not titles:
        body += SIGN * (_is_before_kind(last.token) + (len(words) == 1 and _only_describes(last.token)))
        person += SIGN * (len(words) == 1 and word_beside(last.token, 1) == FAMILY and OF_FAMILY_NAME.decides(span))
        body += SIGN * (_owns_behind(last) and BEHIND_BODY.decides(span))
        owned = IS_OWNED.search(view, max(0, span.start - _BACK), span.start) is not None
        body += SIGN * (owned and OWNED.decides(span))
        if IN_SHARES_BEFORE.search(view, max(0, span.start - _BACK), span.start) and IN_SHARES.decides(span):
            body += SETTLES
        body += SIGN * (_is_which(last.token) and WHICH_IT_IS.decides(span))
        if _is_named_by_clause(view, first) and NAMED_PERSON.decides(span):
            person += SETTLES
        if first.token.i and first.binding == " ":
            noun = called_so(first.token.nbor(-1)) or first.token.nbor(-1)
            body += _says_body(noun, words)
            person += SIGN * _says_person(noun, words)
    if _has_members(first, last) and TEAM_MEMBER.decides(span):
        body += SETTLES  # the rest of a report on sports reads like one on people
    if _has_head(last) and FIRM_HEAD.decides(span):
        body += SETTLES
    if not titles and IS_FROM_BEFORE.search(view, max(0, span.start - _BACK), span.start) and IS_FROM.decides(span):
        body += SIGN
    name = span.of(view)
    body += SIGN * (len(words) == 1 and name.isupper() and _ACRONYM.fullmatch(name) is not None)
    return person, body, leaning


def _by_itself(words: Sequence[Word], titles: tuple[str, ...]) -> tuple[int, int]:
    """Count the signs in the words of a name, wherever it stands."""
    first, last, bodies = words[0], words[-1], name_words().organizations
    form = " ".join(w.fold for w in words)
    agency = not titles and form in name_words().agencies.words and AGENCY.decides(first.start)
    party = len(words) > 1 and any(form in side for side in name_words().parties.sides) and OF_SIDE.decides(first.start)
    if agency or party:
        return 0, SIGN
    if len(words) == 1:
        if SITE_ENDING.search(last.token.text):
            return 0, SETTLES
        of_body = last.is_house or last.fold in bodies.words - bodies.doubtful
        return 0, SIGN * (of_body + (INNER_CAPITAL.fullmatch(last.token.text) is not None))
    borne = last.fold in name_words().suffixes.words and not last.token.is_lower
    surely = not titles and last.fold in bodies.words - bodies.doubtful  # "Harlow Council", "Ada Marsh Trust"
    surely |= last.token.is_upper and country_of(last.token.text) is not None and not first.token.is_upper  # "Tessa UK"
    joined = any(w.binding in (" & ", " + ") for w in words[1:])
    person = SIGN * ((given_names().is_known(first.fold) and not (surely or joined)) or _is_initial(first) or borne)
    bound = any((not w.capitalised and w.fold in BINDING) or (w.possessive and w is not last) for w in words)
    body = surely or last.fold in bodies.words or bound or INNER_CAPITAL.fullmatch(last.token.text) is not None
    ends = not titles and (first.fold in bodies.first or last.fold in bodies.last)
    return person, SIGN * (body + ends + joined)


def _only_describes(token: Token) -> bool:
    """Whether a word is an adjective before a noun: "Pictish times", "an Orlanian official"; not in "Ada's boat"."""
    noun = governor(token, rel.ATTRIBUTE)
    return noun is not None and noun.i > token.i and not is_proper_noun(token) and not stands_as(token, rel.POSSESSOR)


def _says_body(token: Token, words: Sequence[Word]) -> int:
    """Count the noun right before a name: "the oil company Norrlys"; "operator" can be said of a person too."""
    nouns = source_nouns()
    word = token.lower_ if is_first_word(token) else token.text
    if token.text in nouns.media:
        return SETTLES
    if not is_singular(token) or word not in nouns.organization | nouns.before_name or _is_of_office(token):
        return 0
    if _is_in_clause(token, words[-1].token) and CLAUSE_BEHIND.decides(words[0].start):
        return 0
    job = word in nouns.person or (nouns.is_person(word) and _can_be_of(word, words))
    named = word in nouns.named_by_owner or _has_leader(token)
    office = named and _is_given(words) and NAMED_BEFORE.decides(words[0].start)
    return SIGN if job or office else SETTLES


def _is_named_by_clause(view: str, first: Word) -> bool:
    """Whether a clause gives a person the name: "a man who gave his name as <Slim>", "the man they call “<Slim>”"."""
    before = [t.lower_ for t in first.token.doc[max(0, first.token.i - _CLAUSE) : first.token.i]]
    if CALLING.isdisjoint(before):
        return False
    clause = NAMED_BEHIND.search(view, max(0, first.start - _LONGEST_CLAUSE), first.start)
    return clause is not None and source_nouns().is_person(clause["noun"])


def _has_leader(noun: Token) -> bool:
    """Whether a body that is named before its noun has somebody who leads it: "the leader of the Vess movement"."""
    preposition = governor(noun, rel.PREPOSITIONAL_OBJECT)
    leader = governor(preposition) if preposition is not None else None
    leads = leader is not None and leader.lower_ in source_nouns().person
    return leads and any(map(is_proper_noun, dependents(noun, rel.ATTRIBUTE)))


def _can_be_of(noun: str, words: Sequence[Word]) -> bool:
    """Whether a noun for a person, and for bodies too, can be of a name: "brewer Jon Marsh", no "brewer Quorn"."""
    return noun not in source_nouns().before_name or _is_given(words)


def _is_in_clause(noun: Token, name: Token) -> bool:
    """Whether a name is of a clause behind a noun: "the firm <Marsh> founded", "a club <Marsh> owns"."""
    if dependent(noun, rel.DETERMINER) is None:
        return False
    verb = governor(name, rel.SUBJECT)
    if stands_as(noun, rel.PREPOSITIONAL_OBJECT) and verb is not None and subject(verb) == name:
        return True
    clauses = dependents(noun, rel.RELATIVE_CLAUSE | rel.SUBORDINATE_CLAUSE)
    behind = next((t for t in clauses if t.i > name.i and is_finite(t)), None)
    between = name.doc[name.i + 1 : behind.i] if behind is not None else None
    return between is not None and not any(t.is_punct or t.lower_ in RELATIVE for t in between)


def _says_person(token: Token, words: Sequence[Word]) -> bool:
    """Whether the noun before a name is said of persons only: "ministry spokesperson Ada Brook"."""
    nouns = source_nouns()
    told = token.text in nouns.person - nouns.organization and _can_be_of(token.text, words)
    return is_singular(token) and (told or _is_of_office(token))


def _is_of_office(token: Token) -> bool:
    """Whether a noun tells what somebody is the head or minister of: "minister of <state>"."""
    office = word_beside(token, -2) if word_beside(token, -1) == OF else ""
    return office in source_nouns().person


def _told_beside(view: str, words: Sequence[Word]) -> tuple[bool, int]:
    """Tell whether nouns in apposition are a person's, or a body's: "the judge, Carla Marsh", "Norrlys, the company".

    A body's behind the name, of no list, counts twice: it outweighs a name like a person's.
    """
    start, end, nouns = words[0].start, words[-1].end, source_nouns()
    noun = head_noun(words[-1].token, start)
    person, body = False, 0
    for beside in (*dependents(noun, rel.APPOSITION), *filter(None, [governor(noun, rel.APPOSITION)])):
        if not is_singular(beside) or is_proper_noun(beside):
            continue
        whose = dependent(beside, rel.POSSESSOR)
        if beside.lower_ in nouns.rivals and beside.i > noun.i and whose is not None and whose.lower_ == ITS:
            body = max(body, int(SORT_TOLD.decides((start, end))))
        elif beside.lower_ in nouns.person - nouns.organization:
            person |= len(words) > 1 or nouns.noun_gender(beside.lower_) is not None  # "his wife, Jean"
        elif beside.lower_ in nouns.organization - nouns.person:
            adjoins = ", " in (view[end : phrase(beside)[0].idx], view[end_of(beside) : start])
            told = adjoins and SORT_TOLD.decides((start, end))
            closed = not any(dependents(beside, rel.CONJUNCT)) and beside.i > words[-1].token.i
            body = max(body, told + (told and closed))
    return person, body


def _is_before_kind(token: Token) -> bool:
    """Whether a noun for its kind stands behind a body's name: "the Norrlys news agency"."""
    nouns, kind = source_nouns(), governor(token, rel.ATTRIBUTE)
    if kind is None or kind.i < token.i or kind.text not in nouns.beside - nouns.person:
        return False
    return all(t.is_lower for t in token.doc[token.i + 1 : kind.i])


def _owns_behind(last: Word) -> bool:
    """Whether a noun right behind a name is of bodies and places alone: "<Norrlys> founder", "the <Ashby> crossing"."""
    noun = None if last.possessive else governor(last.token, rel.ATTRIBUTE)
    return noun is not None and noun.i == last.token.i + 1 and noun.text in source_nouns().behind_bodies


def _is_which(token: Token) -> bool:
    """Whether a subject is told of behind it by "which": "<Norrlys>, which has a ferry, said"."""
    return stands_as(token, rel.SUBJECT) and word_beside(token, 1) == "," and word_beside(token, 2) == WHICH


def _is_given(words: Sequence[Word]) -> bool:
    """Whether a name begins as a person's does, and does not end as a body's: "Ada Brook", not "Ada Council"."""
    bodies = name_words().organizations
    return len(words) > 1 and given_names().is_known(words[0].fold) and words[-1].fold not in bodies.words


def _is_initial(word: Word) -> bool:
    if 1 < len(word.fold) < _MOST_INITIALS and word.end - word.start == 2 * len(word.fold):
        return is_person(word.token)
    return len(word.fold) == 1


def _is_determined(first: Word, last: Word) -> bool:
    """Whether "the" belongs to the name itself ("the Senate"), not to a noun behind it ("the Harlow campaign")."""
    return word_beside(first.token, -1) == DEFINITE_ARTICLE and not stands_as(last.token, rel.ATTRIBUTE)


def _has_members(first: Word, last: Word) -> bool:
    """Whether a name stands as a team's does: "the <Norvale> captain"."""
    end = last.token.i + 1
    if end == len(last.token.doc) or word_beside(first.token, -1) != DEFINITE_ARTICLE:
        return False
    return last.token.nbor(1).text in source_nouns().of_teams


def _has_head(last: Word) -> bool:
    """Whether a name stands before who runs a firm or owns of it: "<Quorn Vale> CEO"; not in "Jo Marsh CEO of Vess"."""
    head, *behind = last.token.doc[last.token.i + 1 : last.token.i + 3] or (None,)
    told = head is not None and (head.lower_ in source_nouns().of_firms or opens_titles(head))
    adjoins = told and not last.possessive
    return adjoins and not (behind and is_preposition(behind[0]))
