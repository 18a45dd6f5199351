"""Where a role begins that stands before a name: how far back its words go, and what is no more of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import AND, FOR, IN, OF, ON
from quotex.english.names import BINDING, is_state
from quotex.english.people import name_words, source_nouns
from quotex.naming.body_extents import WIDEST
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.naming.role_words import (
    adjoins,
    describes,
    first_of_chain,
    is_bound,
    is_day,
    is_hyphenated,
    is_kind_of_body,
    is_portfolio,
    is_rank,
    is_role,
    is_standing,
    joins_roles,
    tells_which,
)
from quotex.naming.wholeness import WHOLE_BODY
from quotex.naming.words import singular
from quotex.parse import grammar
from quotex.parse import relations as rel
from quotex.parse.names import is_people, is_person
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import end_of, range_of, word_beside
from quotex.speakers.mentions import MentionReader
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEW_PHRASE = Rule("speakers.new-phrase", "a role before a name does not reach over a noun into what stands before it")
JOINED = Rule("speakers.joined-roles", "of one person all that he is, is told before the name: union leader and mayor")
CREDIT = Rule("speakers.credit", "whose picture it is, stands behind a stroke, and is no part of the role behind it")
WHOLE = Rule("speakers.whole-role", "a role begins where its noun phrase does: the far-right finance minister")

_BEFORE_NOUN = rel.ATTRIBUTE - rel.POSSESSOR
_HYPHEN = "-"
_SLASH = "/"
_LETTERS = 12  # characters of a body's letters in brackets


class RoleStarts:
    """Finds where the roles before the names of one document begin.

    Args:
        view: of the article.
        reader: of its sources.
        identity_of: whose name one is.
    """

    def __init__(self, view: str, reader: MentionReader, identity_of: Callable[[Name], Identity]) -> None:
        self._view = view
        self._reader = reader
        self._identity = identity_of

    def reach(self, doc: Doc, opening: int, *, titled: bool) -> tuple[int, list[Token]]:
        """Return where the words begin that go on as a role from a name's titles back, and its nouns among them."""
        begin = opening
        nouns: list[Token] = []
        furthest = doc[opening].idx - WIDEST
        while begin > 0 and doc[begin - 1].idx >= furthest:
            told = bool(nouns or titled)
            if told and joins_roles(doc, begin) and JOINED.decides(doc[begin].idx):
                begin -= 2
                nouns.insert(0, doc[begin])
                continue
            if self._is_of_office(doc, begin) and WHOLE_BODY.decides(doc[begin].idx):  # "Chief <of Defence> Gen"
                begin -= 2
                nouns.insert(0, doc[begin])
                continue
            chain = first_of_chain(doc[begin - 1])
            if not told and chain.i < begin - 1 and is_role(chain) and adjoins(doc[begin - 1], doc[begin]):
                begin = chain.i  # "mother-of-two", "mayor-elect"
                nouns.insert(0, chain)
                continue
            goes_on = describes(doc[begin - 1], told) or (told and self._bracket_before(doc[begin]))
            if not (goes_on and adjoins(doc[begin - 1], doc[begin])):
                break
            if bracket := self._bracket_before(doc[begin]):
                begin = bracket.i
                continue
            body = self._body_of(doc[begin - 1]) if told else None
            if body is not None and WHOLE_BODY.decides(body):
                begin = self._reader.tokens(body)[0].i
                continue
            if begin < opening and singular(doc[begin]) in source_nouns().family and grammar.is_noun(doc[begin - 1]):
                break  # "Marsh interviews <wife Ada Brook>", in a title
            if _ends_phrase(doc[begin - 1]) and NEW_PHRASE.decides(doc[begin].idx):
                break
            left = doc[begin - 1]
            if told and (self._is_credit(left) or _is_titled(left) or self._joins_person(doc, begin)):
                break
            new = begin < opening and _crosses(doc[begin - 1], doc[begin])
            if new and not is_rank(doc[begin - 1 : opening]) and NEW_PHRASE.decides(doc[begin].idx):
                break
            begin -= 1
            if is_role(doc[begin]) or not told:
                nouns.insert(0, doc[begin])
        return begin, nouns

    def completed(self, tokens: list[Token]) -> list[Token]:
        """Return a role's words with those beside it that the parse tells to be of its phrase: "<far-right> MP"."""
        whole, behind = tokens, governor(tokens[-1], rel.PREMODIFIER)
        while whole[0].i:
            left = whole[0].nbor(-1)
            of = governor(left, _BEFORE_NOUN)
            joined = of is not None and (of in whole or of == behind) and adjoins(left, whole[0])
            joined = joined and _goes_on(left, begun=whole is not tokens) and not _crosses(left, whole[0])
            if not (is_bound(whole[0]) or (joined and WHOLE.decides(left.idx))):
                break
            whole = [left, *whole]
        doc = tokens[0].doc
        while whole[-1].i + 2 < len(doc) and all(map(is_hyphenated, doc[whole[-1].i + 1 : whole[-1].i + 3])):
            whole = [*whole, *doc[whole[-1].i + 1 : whole[-1].i + 3]]  # "mother<-of-two>"
        office = self._named_before(whole[0])
        return (
            whole
            if office is None or office.lower_ not in name_words().titles.words
            else [*doc[office.i : whole[0].i], *whole]
        )

    def is_cut(self, first: Token) -> bool:
        """Whether a word with a capital right before a role may be of it: "All Under <One> Banner member Jo Marsh"."""
        if not (first.i and first.text[:1].isupper() and adjoins(first.nbor(-1), first)):
            return False
        before = first.nbor(-1)
        capital = before.text[:1].isupper() and not (before.is_upper or grammar.opens_sentence(before))
        dated = is_day(before) and word_beside(before, -1) in (ON, IN)
        if not capital or dated or is_role(before) or before.lower_ in english.OPENINGS:
            return False
        named = bool(self._reader.names_in(range_of(before)))
        return grammar.is_numeral(before) or ((grammar.is_noun(before) or grammar.is_adjectival(before)) and not named)

    def is_rest(self, first: Token) -> bool:
        """Whether a role begins with the rest of a name: "Talk of the <Town presenter Jo Marsh>"."""
        before = self._named_before(first)
        return before is not None and not (is_role(before) or is_kind_of_body(first))

    def _named_before(self, first: Token) -> Token | None:
        """Return what a capital goes on with "of" before words that begin with one: "<Chief> of the General Staff"."""
        before = english.OF_BEFORE.search(self._view, max(0, first.idx - WIDEST), first.idx)
        bodies = (n for n in self._reader.names_in(range_of(first)) if n.span.start == first.idx)
        named = not is_role(first) or any(self._identity(n).is_body for n in bodies)  # "<General> Staff"
        goes_on = before is not None and first.is_title and named
        return self._reader.tokens(Range(*before.span()))[0] if before is not None and goes_on else None

    def _is_credit(self, token: Token) -> bool:
        """Whether a picture's credit ends with a word: "Pat Hale/<Norpress> Harbour Board director Jo Marsh"."""
        behind = self._view[max(0, token.idx - 1) : token.idx] == _SLASH
        return behind and token.text[0].isupper() and CREDIT.decides(token.idx)

    def _joins_person(self, doc: Doc, begin: int) -> bool:
        """Whether somebody else is named before an "and": "singer Pat Hale <and> councillor Jo Marsh"."""
        names = self._reader.names_in(range_of(doc[begin - 2])) if begin > 1 and doc[begin - 1].lower_ == AND else []
        others = any(self._identity(n).is_person and end_of(n.token) == end_of(doc[begin - 2]) for n in names)
        return others and NEW_PHRASE.decides(doc[begin].idx)

    @staticmethod
    def _is_of_office(doc: Doc, i: int) -> bool:
        """Whether a word says what the office before it is for: "Chief of <Defence> Gen Jo Marsh"."""
        return i > 1 and doc[i - 1].lower_ in (OF, FOR) and is_portfolio(doc[i]) and is_role(doc[i - 2])

    def _bracket_before(self, token: Token) -> Token | None:
        """Return what opens a body's letters in brackets before a word: "Norland Democratic Union <(>NDU) leader"."""
        end = token.idx - 1
        found = english.BRACKETED.search(self._view, max(0, end - _LETTERS), end)
        return self._reader.tokens(Range(*found.span()))[0] if found else None

    def _body_of(self, last: Token) -> Range | None:
        """Return a body's name that ends in a word and has small ones in it: "Guild of Dolen Pilots"."""
        names = self._reader.names_in(range_of(last))
        if named := next(
            (
                n.span
                for n in names
                if n.token == last and not BINDING.isdisjoint(n.words) and self._identity(n).is_body
            ),
            None,
        ):
            return named
        first = last  # "Department of Health Permanent Secretary": one name, as far as the capitals tell
        while first.i and first.is_title and first.nbor(-1).is_title and adjoins(first.nbor(-1), first):
            first = first.nbor(-1)
        kind = first.nbor(-2) if first.is_title and first.i > 1 and word_beside(first, -1) == OF else None
        return range_of(kind, last) if kind is not None and is_kind_of_body(kind) else None


def _goes_on(left: Token, *, begun: bool) -> bool:
    """Whether a word before a role may be of it: a figure, a small word, or what goes before that: "<Dolen> state"."""
    if (
        left.lower_ in english.OPENINGS | english.HOW_MUCH
        or grammar.is_plural(left)
        or grammar.is_determiner(left)
        or is_person(left)
    ):
        return False
    return tells_which(left) if grammar.is_numeral(left) else left.is_lower or begun or grammar.opens_sentence(left)


def _crosses(left: Token, right: Token) -> bool:
    """Whether a role begins at the second of two words: "rights | Norwegian President", "interview | Oslo's head"."""
    peoples = name_words().peoples
    people = right.text[:1].isupper() and right.lower_ in peoples.words - peoples.of_none
    if left.i and is_hyphenated(left):  # "two-time Olympic champion"
        return False
    if is_state(left.text) and people:
        return True  # "aid to Norland | British Prime Minister"
    if is_state(left.text) and not left.is_upper and is_state(right.text) and right.is_upper:
        return True  # "aid to Norland | US President"
    if people and _is_of_state(right) and grammar.is_proper_noun(left) and not (is_role(left) or _is_side(left)):
        return left.lower_ not in peoples.words  # "Norpix Views | Norwegian President"
    if grammar.is_numeral(right) and right.is_title and word_beside(right, 1) == _HYPHEN:
        return not grammar.is_adjectival(left)  # "Norpix Images | Eighteen-year-old goalkeeper"
    if not grammar.is_common_noun(left) or left.text[:1].isupper() or is_standing(left):
        return False  # "deputy Labour leader"
    if right.text[:1].islower():
        return right.lower_ in english.BEGINS and not is_kind_of_body(left)  # "during the talk | senior aide"
    return is_people(right) or right.lower_ in peoples.words or grammar.is_proper_noun(right)


def _is_of_state(people: Token) -> bool:
    """Whether an office that states have stands behind a people's word: "Norwegian <President>"."""
    behind = {word_beside(people, 1), word_beside(people, 2)}
    return not behind.isdisjoint(source_nouns().offices_of_states)


def _is_titled(token: Token) -> bool:
    """Whether another with a courtesy title is named right before: "met Mr Hale | Harbour Party leader Jo Marsh"."""
    first = first_of_chain(token)
    polite = first.i > 0 and name_words().is_courtesy(first.nbor(-1).text) and grammar.is_proper_noun(token)
    return polite and not grammar.is_possessive_ending(token.nbor(1)) and NEW_PHRASE.decides(token.idx)


def _is_side(token: Token) -> bool:
    return token.lower_ in name_words().sides.words


def _ends_phrase(token: Token) -> bool:
    """Whether a noun is what is done to, and of no role behind it: "built 90 <rooms> Cllr Jo Marsh".

    One for several, or one for a thing, before a title with a capital: "on the <programme> Rev Jo Marsh".
    """
    single = token.is_lower and token.nbor(1).is_title and grammar.is_common_noun(token) and not is_role(token)
    return (grammar.is_plural(token) or single) and stands_as(token, rel.OBJECT | rel.PREPOSITIONAL_OBJECT)
