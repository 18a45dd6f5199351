"""What heads the words for a source: which of its nouns, and which of the names in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.english.closed import AND, FOR, NO_DESCRIPTION, OF, RELATIVE
from quotex.english.inflection import inflect
from quotex.english.names import is_state
from quotex.english.people import Gender, name_words, source_nouns
from quotex.english.writing import ASKS
from quotex.naming.names import Name
from quotex.naming.words import is_acronym, singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.names import is_people, is_place
from quotex.parse.relations import dependent, dependents, governor, stands_as

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALL_OF = 3
"""Words of "all of whom"."""
_COMMA = ","
_HYPHEN = "-"
_JOINS = frozenset(["-", "(", ")"])
_BREAKS = frozenset([",", "(", ")", "-", "–", "—", ";", ":", ".", '"', "“", "”"])


def head_of(tokens: list[Token]) -> Token:
    """Return the token that heads the words: of what belongs to somebody, that; of "all of whom", the pronoun."""
    if len(tokens) == _ALL_OF and tokens[0].lower_ in source_nouns().group and tokens[2].lower_ in RELATIVE:
        return tokens[2]
    head = _outermost(tokens)
    last = tokens[-1].i
    while head.i < last and grammar.is_possessive_ending(head.nbor(1)):
        owned = _last_noun(tokens, head.i + 2)
        if owned is None:
            break
        head = owned
    return _joined(head, last)


def _joined(head: Token, last: int) -> Token:
    """Return the noun for a source that a hyphen joins to a head: "vice-<president>"."""
    if head.i + 2 > last or head.whitespace_ or (hyphen := head.nbor(1)).text != _HYPHEN or hyphen.whitespace_:
        return head
    behind = hyphen.nbor(1)
    return behind if singular(behind) in source_nouns() else head


def _outermost(tokens: list[Token]) -> Token:
    """Return the first token that hangs on something outside, passing over prepositions, marks and small words."""
    tops = [t for t in tokens if phrases.is_top(t, tokens)]
    for top in tops:
        if phrases.is_nominal(top) or top.lower_ in source_nouns().group:
            return top
    for top in tops:
        below = dependent(top, rel.PREPOSITIONAL_OBJECT)
        if below is not None and below in tokens:
            return below
    return next((t for t in tokens if phrases.is_nominal(t) and not grammar.is_numeral(t)), (tops or tokens)[0])


def _last_noun(tokens: list[Token], start: int) -> Token | None:
    """Return the last noun of the phrase that starts at a token: "former doctor"."""
    found: Token | None = None
    for token in tokens:
        if token.i >= start:
            known = singular(token) in source_nouns()  # whatever the parser calls it
            if not (known or grammar.is_noun(token) or phrases.is_descriptive(token)):
                break
            found = token if known or grammar.is_noun(token) else found
    return found


def heading_name(head: Token, names: list[Name], tokens: list[Token]) -> Name | None:
    """Return the name that heads the words, where one does: by what stands around it, else by the parse."""
    plural = grammar.is_plural(head)
    for name in names:
        if name.person > name.body and not plural and _stands_free(name, tokens):
            return name
    for name in names:
        if name.start <= head.idx < name.end or (
            not (name.plain or name.possessive) and name is names[0] and name.start == tokens[0].idx
        ):
            return name
    beside = (name for name in names if governor(root_of(name), rel.APPOSITION) == head)
    return None if plural else next((n for n in beside if n.person > n.body or not _has_own_sort(n, head)), None)


def _has_own_sort(name: Name, head: Token) -> bool:
    """Whether another noun than the head stands right before a body's name: "the head of the retailer <Norrlys>"."""
    first = name.token
    while first.idx > name.start:
        first = first.nbor(-1)
    before = first.nbor(-1) if first.i else first
    return before.i > head.i and says_what_it_is(before)


def root_of(name: Name) -> Token:
    """Return the token of a name that the others in it hang on."""
    return grammar.head_noun(name.token, name.start, name.span.end)


def _stands_free(name: Name, tokens: list[Token]) -> bool:
    """Whether a person's name can head the words: a mark or nothing behind it, no preposition before it."""
    behind = next((t for t in tokens if t.idx >= name.end and not grammar.is_possessive_ending(t)), None)
    if behind is not None and (name.possessive or (behind.text not in _BREAKS and behind.lower_ not in RELATIVE)):
        return False
    root = root_of(name)
    noun = governor(root, rel.APPOSITION)
    preposition = grammar.preposition_of(root if noun is None or grammar.is_proper_noun(noun) else noun)
    if preposition is not None and preposition in tokens:
        return False
    before = [t for t in tokens if t.idx < name.start]
    while before and (phrases.is_descriptive(before[-1]) or grammar.is_determiner(before[-1]) or is_people(before[-1])):
        before.pop()
    return not before or not grammar.takes_complement(before[-1])


def is_coordinated(head: Token, tokens: list[Token], names: list[Name]) -> bool:
    """Whether the head has a partner: "US officials and NATO diplomats"."""
    home = next((n for n in names if n.start <= head.idx < n.end), None)
    for partner in dependents(head, rel.CONJUNCT):
        inside_name = (home is not None and partner.idx < home.end) or _is_in_list(partner, tokens, names)
        if head.i < partner.i <= tokens[-1].i and phrases.is_nominal(partner) and not inside_name:
            return not _is_one_person(head, partner)
    return False


def _is_in_list(partner: Token, tokens: list[Token], names: list[Name]) -> bool:
    """Whether a noun is of what a body is for: "a spokesman for the Department for Culture, <Media> and Sport"."""
    name = next((n for n in names if n.start < partner.idx < n.end), None)
    return name is not None and any(grammar.is_preposition(t) for t in tokens if name.start < t.idx < partner.idx)


def _is_one_person(head: Token, partner: Token) -> bool:
    """Whether two nouns describe one person: "the singer and former minister", but not "the husband and wife"."""
    nouns, said = source_nouns(), (singular(head), singular(partner))
    return (
        grammar.is_singular(head)
        and grammar.is_singular(partner)
        and grammar.is_determiner(phrases.phrase(head)[0])
        and not phrases.has_determiner(partner)
        and all(map(nouns.is_person, said))
        and {*map(nouns.noun_gender, said)} != {Gender.MALE, Gender.FEMALE}
    )


def says_what_it_is(noun: Token) -> bool:
    """Whether a noun can stand before a body's name: "broadcaster Norlys", "analysts Norlys Insight"."""
    if grammar.is_singular(noun) or noun.text in source_nouns().media:  # "state media Norlys"
        return singular(noun) in source_nouns().organization | source_nouns().media
    return grammar.is_plural(noun) and singular(noun) in source_nouns().person


def first_noun(tokens: list[Token], end: int) -> Token | None:
    """Return the noun that heads the first phrase before an offset: "<lawyer> for the firm", "finance <minister>"."""
    found: Token | None = None
    for token in tokens:
        if token.idx >= end or grammar.is_preposition(token) or (token.is_punct and token.text != _HYPHEN):
            break
        if grammar.is_noun(token):
            found = token
        elif grammar.is_possessive_ending(token):
            found = None
        elif found is not None and not phrases.is_descriptive(token) and token.text != _HYPHEN:
            break
    return found


def only_describes(tokens: list[Token], name: Name, others: Iterable[Name]) -> bool:
    """Whether all before a name is nouns and adjectives, whatever the parser hangs them on: "port rower Al Reed".

    Args:
        tokens: the words for a source.
        name: in them.
        others: in them, too; the small words inside those tell nothing: "Guild of Rowers president Al Reed".
    """
    before = [t for t in tokens if t.idx < name.start and not any(o.span.start < t.idx < o.span.end for o in others)]
    return bool(before) and not any(
        (t.is_punct and t.text not in _JOINS)
        or (t.lower_ in NO_DESCRIPTION and not (joins_places(t) or is_acronym(t)))
        or _acts(t)
        for t in before
    )


def _acts(token: Token) -> bool:
    """Whether a word is a finite verb: none in capitals, whatever the parser makes of it, "NORQ chairman Jo Marsh"."""
    return grammar.is_finite(token) and not token.is_upper


def joins_places(token: Token) -> bool:
    """Whether a word joins two places, of both of which one can be the head: "UK <and> Ireland manager"."""
    if token.lower_ != AND or not 0 < token.i < len(token.doc) - 1:
        return False
    return all(is_place(t) or is_state(t.text) for t in (token.nbor(-1), token.nbor(1)))


def describes_noun(name: Name) -> bool:
    """Whether a name only tells whose somebody is, behind it: "a <Marsh> spokesman"."""
    noun = governor(name.token, rel.PREMODIFIER)
    return noun is not None and noun.i > name.token.i and grammar.is_common_noun(noun) and _is_role(noun)


def is_title_run(tokens: list[Token], name: Name) -> bool:
    """Whether all before a name tells what the one person is: "chairman, president and chief executive Bill Harrow"."""
    titled = not {OF, FOR}.isdisjoint(name.titles)  # "governor and <Head of Markets> Carla Reed"
    before = [t for t in tokens if t.idx < (name.start if titled else name.span.start)]
    if titled and before and before[-1].lower_ == AND:
        before.pop()
    if len(before) > 2 and grammar.is_numeral(before[-1]) and grammar.is_preposition(before[-2]):
        before = before[:-2]  # "baker and mother <of three> Carla Reed"
    if not before or not (grammar.is_noun(before[-1]) or _is_role(before[-1])) or any(map(_acts, before)):
        return False
    if any(grammar.is_preposition(t) for t in before):
        told_of = source_nouns().is_person(singular(before[-1])) and before[-1].is_lower
        behind = (
            next((i for i, t in enumerate(before) if t.text == _COMMA), -1) + 1
        )  # "a friend, <former envoy to Oslo>"
        role = first_noun(before[behind:], name.start) if behind else None
        started = not behind or (role is not None and _is_role(role))
        return started and not (
            told_of or name.titles or any(t.is_punct and t.text != _HYPHEN for t in before[behind:])
        )
    if any(t.is_punct and t.text not in (_COMMA, _HYPHEN) for t in before):
        return False
    ends = [t for t, behind in pairwise(before) if behind.text == _COMMA or behind.lower_ == AND]
    roles = [*(t for t in ends if t.text != _COMMA), before[-1]]
    listed = all(_is_role(t) for t in roles) if any(t.text == _COMMA for t in before) else True
    return listed and all(
        grammar.is_singular(t) for t in before if grammar.is_noun(t) and singular(t) in source_nouns().person
    )


def _is_role(token: Token) -> bool:
    noun = singular(token)
    return noun in source_nouns().person or noun in name_words().titles.words


def is_prominent(token: Token) -> bool:
    """Whether a noun that is no name can bring into focus what it is for: a subject, a possessor, who is asked."""
    if stands_as(token, rel.OBJECT):
        verb = governor(token, rel.OBJECT)
        asked = verb is not None and ASKS.search(verb.lower_) and singular(token) in source_nouns()
        return bool(asked) or (grammar.is_singular(token) and token.lower_ in source_nouns().document)
    if not stands_as(token, rel.SUBJECT | rel.POSSESSOR):
        return False
    is_name = grammar.is_proper_noun(token) and not (token.is_lower and singular(token) in source_nouns().organization)
    if is_name or token.text[:1].isupper():
        return is_people(token) and grammar.is_plural(token) and stands_as(token, rel.SUBJECT)  # "the Norlanders"
    if stands_as(token, rel.POSSESSOR):
        return grammar.is_singular(token) and token.lower_ in source_nouns().person
    return grammar.is_singular(token) or grammar.is_plural(token)


def may_be_participle(token: Token) -> bool:
    """Whether a verb has a form of the past that is its participle too: "people briefed on the talks"."""
    return token.lower_ in inflect(grammar.lemma(token)).past_participle
