"""Which words name someone or something: from the tagger's labels to names, with the whole article in view."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from quotex.contract.rules import Rule
from quotex.english.closed import PRONOUNS
from quotex.english.names import SURNAME_ENDING, is_state
from quotex.english.people import fold, given_names, name_words
from quotex.parse.grammar import is_common_noun, is_first_word
from quotex.parse.names import Kind
from quotex.parse.tokens import bounds
from quotex.quotes.tagger import Tagging

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TITLE_ALONE = Rule("names.title-alone", "a title right before somebody's name is no name by itself")
TITLE_BEFORE = Rule("names.title-before", "a title is no part of the name behind it")
NO_NAME = Rule("names.no-name", "a pronoun, a title, or a noun that opens a sentence is nobody's name")
STATE = Rule("names.state", "a state is a place, also where it acts as bodies do")
BARELY = Rule(
    "names.barely-person",
    "one word that is but little more like a person's, of nobody with more of a name here, is no person's: Roblox",
)

_KINDS = tuple(Kind)
_PERSON, _BODY, _PLACE = map(_KINDS.index, (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE))
_BARELY = 1.8
"""By how much, in log probability at each place, a word is but little more like a person's name than like another's.

Read by eye in 220 articles: below it a dozen people who are named in one word that is no given name, and 50 others.
"""
_BEGINNING = 3
"""Letters that two spellings of one name share at its beginning: Harrowell, Harowell."""

Floats = npt.NDArray[np.float32]


@dataclass(slots=True)
class _Name:
    """Tokens that make one name, and how much speaks for each kind, in log probability."""

    start: int
    end: int
    kinds: Floats


def find_named(doc: Doc, tagging: Tagging) -> Iterator[tuple[int, int, Kind]]:
    """Find names; the same words are of one kind in all of an article.

    Args:
        doc: a parse of the view that was tagged.
        tagging: the tagger's reading.

    Yields:
        First token, the token behind the last, and kind, in text order.
    """
    runs = list(_runs(doc, tagging))
    found = [
        name for name, behind in zip_longest(runs, runs[1:]) if not _precedes(name, behind, doc) and _trim(name, doc)
    ]
    words = [doc[name.start : name.end].text for name in found]
    votes: defaultdict[str, Floats] = defaultdict(lambda: np.zeros(len(_KINDS), dtype=np.float32))
    titled: set[str] = set()
    for name, text in zip(found, words, strict=True):
        votes[text] += name.kinds
        before = doc[name.start - 1] if name.start else None
        if before is not None and (_is_title(before, 1) or (before.is_title and not is_first_word(before))):
            titled.add(text)
    often = Counter(words)
    barely = _barely_persons(votes, often) - titled
    for name, text in zip(found, words, strict=True):
        kind = _KINDS[votes[text].argmax()]
        if text in barely and BARELY.decides(doc[name.start].idx):
            place = votes[text][_PLACE] - votes[text][_BODY] > often[text]
            kind = Kind.PLACE if place else Kind.ORGANIZATION
        if kind is Kind.ORGANIZATION and is_state(text) and STATE.decides(doc[name.start].idx):
            kind = Kind.PLACE
        yield name.start, name.end, kind


def _barely_persons(votes: Mapping[str, Floats], often: Mapping[str, int]) -> set[str]:
    """Return the single words, no given names and of no longer name, that are but little more like a person's."""
    persons = [text for text, kinds in votes.items() if kinds.argmax() == _PERSON]
    borne = {word[:_BEGINNING] for text in persons if " " in text for word in text.split()}
    alone = [text for text in persons if text.isalpha() and text[:_BEGINNING] not in borne]
    known = given_names().is_known
    unknown = [text for text in alone if not (known(fold(text)) or SURNAME_ENDING.fullmatch(text))]
    return {text for text in unknown if np.ptp(np.sort(votes[text])[-2:]) < _BARELY * often[text]}


def _runs(doc: Doc, tagging: Tagging) -> Iterator[_Name]:
    """Yield runs of tokens that are labelled as one name; a token is labelled by its first piece."""
    if not len(tagging.names):
        return
    first, behind = np.searchsorted(tagging.pieces.starts, np.stack(bounds(doc)))
    scores = tagging.names[first.clip(max=len(tagging.names) - 1)]
    labels = np.where(first < behind, scores.argmax(axis=1), 0)
    kinds = scores[:, 1:].reshape(-1, len(_KINDS), 2).max(axis=2)  # the better of beginning and going on
    name: _Name | None = None
    for i in np.flatnonzero(labels).tolist():
        if name is not None and name.end == i and labels[i] % 2 == 0:
            name.end, name.kinds = i + 1, name.kinds + kinds[i]
            continue
        if name is not None:
            yield name
        name = _Name(i, i + 1, kinds[i])
    if name is not None:
        yield name


def _trim(name: _Name, doc: Doc) -> bool:
    """Leave titles out of a name; tell whether one is left."""
    while name.start + 1 < name.end and _is_title(doc[name.start], name.end - name.start):
        if not TITLE_BEFORE.decides(doc[name.start].idx):
            break
        name.start += 1
    first = doc[name.start]
    none = name.start + 1 == name.end and (_is_pronoun(first) or _is_title(first, 1) or _is_opening(first))
    if none and NO_NAME.decides(first.idx):
        return False
    return any(not token.is_lower and token.text[0].isalpha() for token in doc[name.start : name.end])


def _precedes(name: _Name, behind: _Name | None, doc: Doc) -> bool:
    """Whether a run is a title alone, right before somebody's name."""
    return (
        behind is not None
        and behind.start == name.end == name.start + 1
        and fold(doc[name.start].text) in name_words().titles.words
        and TITLE_ALONE.decides(doc[name.start].idx)
    )


def _is_title(token: Token, length: int) -> bool:
    lexicon, word = name_words(), fold(token.text)
    if word in lexicon.titles.doubtful:
        return length > 2
    return word in lexicon.titles.words or lexicon.is_courtesy(token.text)


def _is_pronoun(token: Token) -> bool:
    return token.lower_ in PRONOUNS and (len(token) == 1 or not token.is_upper)


def _is_opening(token: Token) -> bool:
    """Whether a word has its capital for opening a sentence: "Brakes were not tested"."""
    return is_common_noun(token) and not token.is_upper and is_first_word(token)
