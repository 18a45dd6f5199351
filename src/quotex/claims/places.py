"""Where something is said to have happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import lexicons
from quotex.english.countries import country_of
from quotex.english.people import name_words
from quotex.parse import relations as rel
from quotex.parse.grammar import (
    is_determiner,
    is_numeral,
    is_possessive_ending,
    is_preposition,
    is_proper_noun,
    lemma,
    preposition_of,
)
from quotex.parse.names import continues_name, goes_on, is_body, is_named, is_people, is_person, is_place, names
from quotex.parse.phrases import attachment, first_of_row, has_determiner, prepositional_complements
from quotex.parse.relations import dependents, governor, stands_as
from quotex.parse.tokens import TokenIndex, range_of
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.text import Layout

TAKEN = Rule("places.taken", "what is taken, entered or hit is where it happens")
IN_IT = Rule("places.in", "the object of a preposition of place is where")
TOWARDS = Rule("places.towards", "what one moves to or from is where")
UNLABELLED = Rule("places.unlabelled", "a lone name behind a preposition of place is where, whatever it is taken for")
DIRECTION = Rule("places.direction", "what something lies north, or so many miles, of is where")
PART = Rule("places.part", "what a part of lies where something happens: in much of Norway")
OF_NOUN = Rule("places.of-noun", "a noun of place with a name behind it is where: the coast of Norway")
BY_NOUN = Rule("places.by-noun", "a noun of place with a name before it is where")


class _Lexicon(lexicons.Lexicon):
    """``english/lexicons/places.toml``."""

    where: frozenset[str]
    ground: frozenset[str]
    motion: frozenset[str]
    moving: frozenset[str]
    travelling: frozenset[str]
    taking: frozenset[str]
    conquering: frozenset[str]
    assaults: frozenset[str]
    upon: frozenset[str]
    nouns: frozenset[str]
    surely: frozenset[str]
    ways: frozenset[str]
    along: frozenset[str]
    of: frozenset[str]
    directions: frozenset[str]
    parts: frozenset[str]
    trusting: frozenset[str]


_lexicon = lexicons.loader("places", _Lexicon)


def find_places(layout: Layout, tokens: TokenIndex) -> tuple[Range, ...]:
    """Find the places where something happens, in text order, none overlapping, none in boilerplate.

    A name is where when it is the object of a locative preposition ("in Crimea"), of one of direction behind a
    verb of motion ("flew to Oslo"), or of a verb that takes or enters it ("annexed Crimea"), and so is a noun of
    place with a name before it ("on the Ukrainian border"). A country that acts ("Russia mustered troops"), or
    that something is merely about ("sanctions on Syria"), is not.

    Args:
        layout: of the article.
        tokens: of a parse of ``layout.view``.
    """
    nouns = _lexicon().nouns
    named = tuple(names(tokens.doc))
    found = [
        _phrase(head)
        for head in named
        if (is_place(head) or _is_conquered(head)) and _is_where(head, ground=head.lower_ in nouns)
    ]
    people = Counter(word.text for word in tokens if is_person(word))
    acting = {head.text for head in named if is_body(head) and stands_as(head, rel.SUBJECT)}
    for word in tokens:
        ground = not nouns.isdisjoint([word.lower_, lemma(word)])
        if not (ground or is_proper_noun(word)):
            continue
        if _is_country(word) and not is_place(word) and word.text not in people and _is_where(word, ground=False):
            found.append(_phrase(word))
        if ground:
            if (told := _by_noun(word)) and _is_where(word, ground=True):
                found.append(told)
        elif people[word.text] < 2 and _is_next_in_row(word) and _is_where(word, ground=False):
            found.append(_phrase(word))
        elif word.text in people or (is_named(word) and not _is_mistaken(word, acting)):
            continue
        elif _is_lone(word) and UNLABELLED.decides(word.idx):
            found.append(_phrase(word))
    kept: list[Range] = []
    for span in sorted(found, key=lambda r: (r.start, -r.end)):
        if (not kept or span.start >= kept[-1].end) and not layout.in_boilerplate(span.start):
            kept.append(span)
    return tuple(kept)


def _by_noun(noun: Token) -> Range | None:
    """Return a noun of place with the name before it or behind it: "the Norwegian border", "the coast of Norway"."""
    of = (name for word in _lexicon().of for name in prepositional_complements(noun, word))
    behind = next((name for name in of if is_place(name) or is_proper_noun(name)), None)
    if behind is not None and noun.is_lower and OF_NOUN.decides(noun.idx):  # no University of Norway
        return Range(_phrase(noun).start, _phrase(behind).end)
    if is_named(noun) or not _follows_name(noun) or not BY_NOUN.decides(noun.idx):
        return None
    return _phrase(noun)


def _is_mistaken(name: Token, acting: Container[str]) -> bool:
    """Whether a name of one word may be a place's that is taken for a body's: none that acts in the article."""
    alone = is_body(name) and not continues_name(name) and not goes_on(name)
    return alone and name.text not in acting and preposition_of(name) is not None


def _is_country(word: Token) -> bool:
    """Whether a name is a country's, whatever the parser takes it for."""
    alone = is_proper_noun(word) and word.i > 0 and not is_proper_noun(word.nbor(-1))
    return alone and country_of(word.text) is not None


def _is_lone(name: Token) -> bool:
    """Whether a name that nobody knows stands behind a preposition that only places do: "hotels in Dorvale"."""
    lexicon, row = _lexicon(), first_of_row(name)
    preposition = preposition_of(row)
    if preposition is None or has_determiner(row) or name.text.isupper() or not name.text[0].isupper():
        return False
    above = governor(preposition)
    trusted = above is not None and lemma(above) in lexicon.trusting
    moves = lemma(attachment(preposition))
    way = preposition.lower_ in lexicon.along and moves in lexicon.ways
    before = preposition.nbor(-1 if preposition.i else 0)  # "set off for"
    sets_out = preposition.lower_ in lexicon.along or stands_as(before, rel.PARTICLE)
    way |= sets_out and preposition.lower_ in lexicon.motion and moves in lexicon.travelling
    sure = way or (preposition.lower_ in lexicon.surely and not trusted)
    return sure and not _is_of_calendar(name)


def _is_of_calendar(name: Token) -> bool:
    return name.lower_ in name_words().calendar.words


def _is_where(token: Token, *, ground: bool) -> bool:
    """Whether the phrase a token heads is in a place's position; ``ground``: it is a region or building, no state."""
    lexicon, above = _lexicon(), governor(token, rel.ARGUMENT)
    within = above is not None and is_place(token) and is_place(above)  # "Oxford, Ohio"
    token = first_of_row(above if within and above is not None else token)
    if (verb := governor(token, rel.OBJECT)) is not None:
        return lemma(verb) in lexicon.taking and TAKEN.decides(token.idx)
    preposition = preposition_of(token)
    if preposition is None or stands_as(preposition, rel.AGENT):  # "criticised by Nordic states"
        return False
    word = preposition.lower_
    if (word in lexicon.where or (ground and word in lexicon.ground)) and IN_IT.decides(token.idx):
        return True
    of = governor(preposition) if word in lexicon.of else None
    if of is not None and of.lower_ in lexicon.directions and DIRECTION.decides(token.idx):
        return True
    if of is not None and (of.lower_ in lexicon.parts or lemma(of) in lexicon.nouns) and PART.decides(token.idx):
        return _is_where(of, ground=True)
    attached = attachment(preposition)
    if word in lexicon.upon and lemma(attached) in lexicon.assaults and TAKEN.decides(token.idx):
        return True
    over = governor(attached, rel.OBJECT)  # "send <troops> to Mali"
    moved = {lemma(attached)} | ({lemma(over)} if over is not None else set())
    along = word in lexicon.along and lemma(attached) in lexicon.ways
    return (along or (word in lexicon.motion and not moved.isdisjoint(lexicon.moving))) and TOWARDS.decides(token.idx)


def _is_next_in_row(word: Token) -> bool:
    """Whether a name of one word is joined to a place: "flights to Dublin and Shannon"."""
    row = first_of_row(word)
    if row == word or not is_place(row) or is_place(word) or continues_name(word) or goes_on(word):
        return False
    behind = word.nbor(1) if word.i + 1 < len(word.doc) else None  # "him in Oslo and <Berg> in Rome"
    return not _is_of_calendar(word) and (behind is None or behind.lower_ not in _lexicon().where)


def _is_conquered(token: Token) -> bool:
    verb = governor(token, rel.OBJECT)
    return verb is not None and is_proper_noun(token) and lemma(verb) in _lexicon().conquering


def _follows_name(noun: Token) -> bool:
    """Whether the name of a people or place stands before a noun."""
    return any(is_people(word) or is_place(word) for word in dependents(noun, rel.ATTRIBUTE))


def _phrase(head: Token) -> Range:
    """Return the name, or the noun of place with its name, without article and preposition."""
    doc, start, end = head.doc, _start(head), _end(head)
    while start < head.i and (is_determiner(doc[start]) or is_preposition(doc[start])):
        start += 1
    while end > head.i + 1 and is_possessive_ending(doc[end - 1]):
        end -= 1
    return range_of(doc[start], doc[end - 1])


def _start(head: Token) -> int:
    doc, start = head.doc, head.i
    if is_named(head):
        while start > 0 and continues_name(doc[start]):
            start -= 1
        while start > 0 and is_proper_noun(doc[start - 1]) and governor(doc[start - 1]) == head and is_place(head):
            start -= 1  # "Port" of "Port Lorne"
        return start
    row = (name for name in dependents(head, rel.PREMODIFIER) if any(dependents(name, rel.CONJUNCT)))
    if (first := next(row, None)) is not None and (is_proper_noun(first) or is_named(first)):
        return _start(first)  # "Marle, Tannow and Birse districts"
    while start > 0:
        own, hyphen = governor(doc[start - 1], rel.PREMODIFIER), start > 1 and doc[start - 1].text == "-"
        if not (own is not None and start <= own.i <= head.i) and not (hyphen and not doc[start - 1].whitespace_):
            break
        start -= 1 + hyphen  # "north-eastern border"
    if start > 1 and is_possessive_ending(doc[start - 1]) and is_place(doc[start - 2]):
        start -= 2  # "Kenya's border", "Sofia's main square"
        while continues_name(doc[start]):
            start -= 1
    return start


def _end(head: Token) -> int:
    doc, of = head.doc, _lexicon().of
    end = _name_end(head)
    if end < len(doc) and is_numeral(doc[end]) and governor(doc[end]) == head:
        end += 1  # "Silo 6"
    for i in (end - 1, end):  # "Gulf <of> Oman", whether or not "of" is taken for part of "Gulf"
        if is_place(head) and i + 1 < len(doc) and doc[i].lower_ in of and is_place(doc[i + 1]):
            return _name_end(doc[i + 1])
    return end


def _name_end(word: Token) -> int:
    end = word.i + 1
    while end < len(word.doc) and continues_name(word.doc[end]):
        end += 1
    return end
