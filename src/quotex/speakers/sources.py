"""Reading the words for a source: does a name head them, a pronoun, a noun, or several of these at once?"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from quotex.records import SpeakerKind
from quotex.speakers.lexicon import source_nouns
from quotex.speakers.names import Name
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Form", "Head", "SourceReader", "kind_of", "singular"]

_FIRST = frozenset(["i", "me", "my", "myself", "we", "us", "our", "ourselves"])
_PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
_PRONOUNS = _FIRST | _PERSONAL | _PLURAL | _THING | _RELATIVE
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"])


class Form(Enum):
    """What heads the words for a source."""

    NAME = auto()
    PRONOUN = auto()
    NOUN = auto()
    SEVERAL = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Head:
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


class SourceReader:
    """Reads sources of one document."""

    def __init__(self, doc: Doc, names: list[Name]) -> None:
        self._doc = doc
        self._names = names
        self._name_starts = [n.start for n in names]
        self._starts = [t.idx for t in doc]

    def tokens(self, span: Range) -> list[Token]:
        """Return the tokens that share a character with a range."""
        first = max(0, bisect_left(self._starts, span.start + 1) - 1)
        last = bisect_left(self._starts, span.end)
        return [t for t in self._doc[first:last] if t.idx + len(t) > span.start and not t.is_space]

    def names_in(self, span: Range) -> list[Name]:
        """Return the names that share a character with a range, in text order."""
        first = max(0, bisect_left(self._name_starts, span.start) - 1)
        last = bisect_left(self._name_starts, span.end)
        return [n for n in self._names[first:last] if n.span.overlap(span)]

    def read(self, source: Range) -> Head:
        """Find out what heads the words for a source."""
        tokens = self.tokens(source)
        if not tokens:
            return Head(Form.NOTHING, source)
        top = _top(tokens)
        if top.lower_ in _PRONOUNS and (top.pos_ in ("PRON", "DET", "SCONJ", "ADV") or len(tokens) == 1):
            return Head(Form.PRONOUN, source, token=top)
        names = self.names_in(source)
        joined = _joined(top, tokens, names)
        if joined:
            return Head(Form.SEVERAL, source, token=top, plural=True)
        name = _heading(top, names, tokens)
        if name is not None:
            return Head(Form.NAME, source, name=name, token=top)
        return self._noun(top, tokens, source)

    def _noun(self, top: Token, tokens: list[Token], source: Range) -> Head:
        if top.pos_ not in _NOMINAL:
            return Head(Form.NOTHING, source, token=top)
        left = top.left_edge
        opening = left.lower_
        noun = singular(top)
        plural = top.tag_ in ("NNS", "NNPS") or (
            opening in ("these", "those", "many", "some", "several", "most") and opening != top.lower_
        )
        definite = opening in _DEFINITE
        span = Range(min(source.start, left.idx), source.end)
        return Head(Form.NOUN, span, token=top, noun=noun, definite=definite, plural=plural)


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
    """Return the first token that hangs on something outside, passing over prepositions, marks and small words."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head is t]
    for top in tops:
        if top.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            return top
    for top in tops:
        if top.pos_ == "ADP":
            below = next((t for t in top.children if t.i in inside and t.dep_ == "pobj"), None)
            if below is not None:
                return below
    nominal = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "PRON")]
    return nominal[0] if nominal else (tops or tokens)[0]


def _heading(top: Token, names: list[Name], tokens: list[Token]) -> Name | None:
    """Return the name that heads the words, where one does."""
    for name in names:
        if name.start <= top.idx < name.span.end:
            return name
    inside = {t.i for t in tokens}
    for name in names:
        token = name.token
        while (
            token.i in inside
            and token.dep_ in ("compound", "flat", "nmod")
            and token.head.idx < name.span.end
            and token.head.idx >= name.span.start
        ):
            token = token.head
        if token.dep_ == "appos" and token.head is top:
            return name
    if top.lower_.endswith("s") and top.tag_ in ("NNS", "NNPS"):
        return None
    for name in names:  # the parser made the name before a clause the modifier of a noun in it
        if name.start == tokens[0].idx and name.person > name.body:
            behind = [t for t in tokens if t.idx >= name.span.end]
            if not behind or behind[0].text in (",", "(", "who", "-", "–", "—"):
                return name
    return None


def _joined(top: Token, tokens: list[Token], names: list[Name]) -> bool:
    """Whether the head has a partner: "US officials and NATO diplomats"."""
    inside = {t.i for t in tokens}
    home = next((n for n in names if n.start <= top.idx < n.span.end), None)
    for child in top.children:
        if child.dep_ == "conj" and child.i in inside and child.pos_ in ("NOUN", "PROPN", "PRON") and child.i > top.i:
            if home is not None and child.idx < home.span.end:
                continue
            between = tokens[0].doc[top.i + 1 : child.left_edge.i + 1]
            if any(t.dep_ == "cc" for t in between) or any(c.dep_ == "cc" for c in top.children):
                return True
    return False


def kind_of(head: Head) -> SpeakerKind:
    """Tell the kind of a source that a noun heads."""
    nouns, noun = source_nouns(), head.noun
    if noun in nouns.group or head.token is not None and head.token.pos_ == "NUM":
        return SpeakerKind.ORGANIZATION if noun in nouns.organization and not head.plural else SpeakerKind.GROUP
    if noun in nouns.person:
        return SpeakerKind.GROUP if head.plural else SpeakerKind.PERSON
    if noun in nouns.organization:
        return SpeakerKind.GROUP if head.plural else SpeakerKind.ORGANIZATION
    if noun in nouns.document:
        return SpeakerKind.DOCUMENT
    return SpeakerKind.GROUP if head.plural else SpeakerKind.UNKNOWN
