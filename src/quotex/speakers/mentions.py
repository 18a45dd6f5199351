"""Reading the words for a source: does a name head them, a pronoun, a noun, or several of these at once?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from quotex.contract.records import SpeakerKind
from quotex.english.people import source_nouns
from quotex.parse.tokens import TokenIndex
from quotex.speakers.names import Name
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Form", "Mention", "MentionReader", "is_source_noun", "kind_of", "mention_of", "singular"]

_FIRST = frozenset(["i", "me", "my", "myself", "we", "us", "our", "ourselves"])
_PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
_PRONOUNS = _FIRST | _PERSONAL | _PLURAL | _THING | _RELATIVE
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_BREAKS = frozenset([",", "(", ")", "-", "–", "—", ";", ":", ".", '"', "“", "”"])
_LINK = re.compile(r"(?: ?\([^()\n]*\))?(?:,? (?:and|&) |, )(?:[a-z]+ )?")
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_NEAR = 120  # tokens
_WIDE = 6
_EDGES = ",;:.–—-("
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"])


class Form(Enum):
    """What heads the words for a source."""

    NAME = auto()
    PRONOUN = auto()
    NOUN = auto()
    SEVERAL = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """What heads the words for a source.

    Attributes:
        form: which of the following are given.
        span: the words, clipped or widened to a whole phrase.
        name: the name, for NAME.
        token: the pronoun or noun.
        noun: the noun folded to the singular, for NOUN.
        definite: it points back ("the senator", "these voters").
        plural: more than one.
    """

    form: Form
    span: Range
    name: Name | None = None
    token: Token | None = None
    noun: str = ""
    definite: bool = False
    plural: bool = False


class MentionReader:
    """Reads sources of one document."""

    def __init__(self, view: str, doc: Doc, names: list[Name]) -> None:
        self._view = view
        self._names = names
        self._name_starts = [n.start for n in names]
        self._doc = doc
        self._tokens = TokenIndex(doc)

    def tokens(self, span: Range) -> list[Token]:
        """Return the tokens that share a speaker with a range."""
        return [t for t in self._tokens.inside(*span) if not t.is_space]

    def names_in(self, span: Range) -> list[Name]:
        """Return the names that share a speaker with a range, in text order."""
        first = max(0, bisect_left(self._name_starts, span.start) - 1)
        last = bisect_left(self._name_starts, span.end)
        return [n for n in self._names[first:last] if n.span.overlap(span)]

    def introduction(self, noun: str, before: Token) -> Token | None:
        """Return the last token before another that brings someone in by a noun: "a senior official"."""
        known = self._introductions.get(noun, [])
        i = bisect_left(known, before.i, key=lambda token: token.i) - 1
        return known[i] if i >= 0 and before.i - known[i].i <= _NEAR else None

    def phrase(self, token: Token) -> Range:
        """Return the words of the phrase that a noun heads, up to a mark or a clause that hangs on it."""
        last = token
        for behind in token.doc[token.i + 1 : token.right_edge.i + 1]:
            if behind.is_punct or behind.lower_ in _RELATIVE:
                break
            last = behind
        return Range(token.left_edge.idx, last.idx + len(last))

    @cached_property
    def _introductions(self) -> dict[str, list[Token]]:
        found: dict[str, list[Token]] = defaultdict(list)
        for token in self._doc:
            if token.tag_ == "NN" and token.left_edge.lower_ in _INDEFINITE and token.i - token.left_edge.i <= _WIDE:
                found[singular(token)].append(token)
        return found

    def read(self, source: Range) -> Mention:
        """Find out what heads the words for a source."""
        tokens = self.tokens(source)
        if not tokens:
            return Mention(Form.NOTHING, source)
        top = _top(tokens)
        names = self.names_in(source)
        if _listed(self._view, names) or _joined(top, tokens, names):
            return Mention(Form.SEVERAL, source, token=top, plural=True)
        if top.lower_ in _PRONOUNS and (top.pos_ in ("PRON", "DET", "SCONJ", "ADV") or len(tokens) == 1):
            return Mention(Form.PRONOUN, source, token=top)
        name = _heading(top, names, tokens) or self._behind(top, source)
        if name is None:
            return self._noun(top, tokens, source)
        behind = next((t for t in tokens if t.idx >= name.span.end), None)
        if (
            behind is not None
            and behind.pos_ == "NOUN"
            and behind.tag_ != "POS"
            and not name.possessive
            and is_source_noun(singular(behind))
        ):
            return self._noun(behind, tokens, source)
        return Mention(Form.NAME, source, name=name, token=top)

    def _behind(self, top: Token, source: Range) -> Name | None:
        """Return the name right behind words that were clipped before it: "the company's chairman", not "Jo Marsh"."""
        i = bisect_left(self._name_starts, source.end)
        if i == len(self._names) or self._view[source.end : self._name_starts[i]] not in (" ", ", "):
            return None
        name = self._names[i]
        root = _root(name)
        told = top.dep_ in ("compound", "nmod") and top.head == root
        return name if name.person > name.body and (told or (root.dep_ == "appos" and root.head == top)) else None

    def _noun(self, top: Token, tokens: list[Token], source: Range) -> Mention:
        if top.pos_ not in _NOMINAL and not is_source_noun(singular(top)):
            return Mention(Form.NOTHING, source, token=top)
        left = top.left_edge
        opening = left.lower_ if top in (left.head, left) else ""
        noun = singular(top)
        counted = opening in ("these", "those", "many", "some", "several", "most") and opening != top.lower_
        bodies = source_nouns().organization
        plural = counted or (top.tag_ in ("NNS", "NNPS", "VBZ") and not (noun == top.lower_ and noun in bodies))
        definite = opening in _DEFINITE
        span = Range(min(source.start, left.idx), source.end)
        return Mention(Form.NOUN, span, token=top, noun=noun, definite=definite, plural=plural)


def singular(token: Token) -> str:
    """Return a noun in the singular, in small letters."""
    lemma, word = token.lemma_.lower(), token.lower_
    nouns = source_nouns()
    if word in nouns.group or word in nouns.person or word in nouns.organization or word in nouns.document:
        return word
    if lemma == word and word.endswith("s") and word[:-1] in nouns.person | nouns.document | nouns.organization:
        return word[:-1]
    return lemma


def _top(tokens: list[Token]) -> Token:
    """Return the token that heads the words."""
    top = _outermost(tokens)
    last = tokens[-1].i
    while top.i < last and _is_possessive(top.nbor(1)):
        owned = _last_noun(tokens, top.i + 2)
        if owned is None:
            break
        top = owned
    return top


def _outermost(tokens: list[Token]) -> Token:
    """Return the first token that hangs on something outside, passing over prepositions, marks and small words."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head == t]
    for top in tops:
        if top.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or top.lower_ in source_nouns().group:
            return top
    for top in tops:
        below = next((t for t in top.children if t.i in inside and t.dep_ == "pobj"), None)
        if top.pos_ == "ADP" and below is not None:
            return below
    nominal = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "PRON")]
    return nominal[0] if nominal else (tops or tokens)[0]


def _last_noun(tokens: list[Token], start: int) -> Token | None:
    """Return the last noun of the phrase that starts at a token: "former doctor"."""
    found: Token | None = None
    for token in tokens:
        if token.i >= start:
            known = is_source_noun(singular(token))  # whatever the parser calls it
            if not known and token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and token.tag_ not in ("HYPH", "VBN"):
                break
            found = token if known or token.pos_ in ("NOUN", "PROPN") else found
    return found


def _is_possessive(token: Token) -> bool:
    return token.tag_ == "POS" or token.text in _POSSESSIVE


def _heading(top: Token, names: list[Name], tokens: list[Token]) -> Name | None:
    """Return the name that heads the words, where one does: by what stands around it, else by the parse."""
    plural = top.tag_ in ("NNS", "NNPS")
    for name in names:
        if name.person > name.body and not plural and _stands_free(name, tokens):
            return name
    for name in names:
        if name.start <= top.idx < name.span.end or (
            not name.plain and name is names[0] and name.start == tokens[0].idx
        ):
            return name
    if plural:
        return None
    for name in names:
        token = _root(name)
        if token.dep_ == "appos" and token.head == top:
            return name
    return None


def _root(name: Name) -> Token:
    """Return the token of a name that the others in it hang on."""
    token = name.token
    while token.dep_ in ("compound", "flat", "nmod") and name.start <= token.head.idx < name.span.end:
        token = token.head
    return token


def _stands_free(name: Name, tokens: list[Token]) -> bool:
    """Whether a person's name can head the words: a mark or nothing behind it, no preposition before it."""
    behind = next((t for t in tokens if t.idx >= name.span.end and not _is_possessive(t)), None)
    if behind is not None and (name.possessive or (behind.text not in _BREAKS and behind.lower_ not in _RELATIVE)):
        return False
    inside = {t.i for t in tokens}
    root = _root(name)
    if root.dep_ == "pobj" and root.head.i in inside:
        return False
    before = [t for t in tokens if t.idx < name.start]
    while before and (before[-1].pos_ in ("ADJ", "DET") or before[-1].ent_type_ == "NORP"):
        before.pop()
    return not before or (
        before[-1].pos_ not in ("ADP", "CCONJ", "VERB", "AUX") and before[-1].lower_ not in ("of", "for", "to", "and")
    )


def _joined(top: Token, tokens: list[Token], names: list[Name]) -> bool:
    """Whether the head has a partner: "US officials and NATO diplomats"."""
    inside = {t.i for t in tokens}
    home = next((n for n in names if n.start <= top.idx < n.span.end), None)
    for partner in top.children:
        if (
            partner.dep_ != "conj"
            or partner.i not in inside
            or partner.i < top.i
            or partner.pos_ not in ("NOUN", "PROPN", "PRON", "NUM")
        ):
            continue
        if home is not None and partner.idx < home.span.end:
            continue
        if not any(c.dep_ in ("cc", "conj") for t in (top, partner) for c in t.children):
            continue
        return not _one_person(top, partner)
    return False


def _one_person(top: Token, partner: Token) -> bool:
    """Whether two nouns describe one person: "the former minister and current candidate"."""
    return (
        top.tag_ == "NN"
        and partner.tag_ == "NN"
        and top.left_edge.pos_ == "DET"
        and not any(c.pos_ == "DET" or c.dep_ == "poss" for c in partner.children)
        and {singular(top), singular(partner)} <= source_nouns().person | {"secretary"}
    )


def _listed(view: str, names: list[Name]) -> bool:
    """Whether the words begin with a list of persons: "Sens. Jo Marsh (D-Ohio) and Al Reed"."""
    persons = [n for n in names if n.person > n.body and not n.possessive]
    if len(persons) < 2 or persons[0] is not names[0]:
        return False
    first, *others = persons
    described = view.startswith(", ", first.span.end) and any(view.endswith(", and ", 0, n.start) for n in others)
    return described or _LINK.fullmatch(view, first.span.end, others[0].start) is not None


def is_source_noun(noun: str) -> bool:
    """Whether a noun in the singular is one for a source."""
    nouns = source_nouns()
    return noun in nouns.person or noun in nouns.organization or noun in nouns.document or noun in nouns.group


def kind_of(head: Mention) -> SpeakerKind:
    """Tell the kind of a source that a noun heads."""
    nouns, noun = source_nouns(), head.noun
    if head.plural and noun in nouns.document:
        return SpeakerKind.GROUP if _comes_from_people(head.token) else SpeakerKind.DOCUMENT
    if noun in nouns.group or (head.token is not None and head.token.pos_ == "NUM"):
        body = noun in nouns.organization and not head.plural and not _is_made_of(head.token)
        return SpeakerKind.ORGANIZATION if body else SpeakerKind.GROUP
    if noun in nouns.person:
        return SpeakerKind.GROUP if head.plural else SpeakerKind.PERSON
    if noun in nouns.organization:
        return SpeakerKind.GROUP if head.plural else SpeakerKind.ORGANIZATION
    if noun in nouns.document:
        return SpeakerKind.DOCUMENT
    return SpeakerKind.GROUP if head.plural else SpeakerKind.UNKNOWN


def _comes_from_people(token: Token | None) -> bool:
    """Whether people are named as those who let it out: "leaks from officials"."""
    return token is not None and any(
        below.tag_ == "NNS" and singular(below) in source_nouns().person
        for origin in token.children
        if origin.lower_ == "from"
        for below in origin.children
    )


def _is_made_of(token: Token | None) -> bool:
    """Whether several are named behind the noun: "a group of parents"."""
    return token is not None and any(
        below.tag_ in ("NNS", "NNPS") for of in token.children if of.lower_ == "of" for below in of.children
    )


def mention_of(head: Mention, text: str) -> Range:
    """Return the words that count as the mention: the pronoun alone, or the phrase without marks at its edges."""
    if head.form is Form.PRONOUN and head.token is not None:
        return Range(head.token.idx, head.token.idx + len(head.token))
    start, end = head.span
    while end - 1 > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    while start + 1 < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    return Range(start, end)
