"""Targets for the names head: annotated sentences, and articles whose names are vouched for by the whole.

In articles nobody has marked the names. Three witnesses: the speakers that annotators named; a recogniser
(``en_core_web_sm``), where it calls a name the same nearly every time in all articles together; and, for surnames, the
full name in the same article. A capitalised word that none of them speaks for is no target, neither way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from quotex.english.people import given_names
from quotex.parse.names import Kind
from quotex.quotes.labels import NAMES
from quotex.quotes.windows import Pieces

if TYPE_CHECKING:
    from spacy.language import Language

KINDS = tuple(map(str, Kind))

_KIND_OF = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
_SPEAKERS = ("person", "organization")
_PLACE = "place"
_CAPITALISED = re.compile(
    r"[^\W\d_a-z][\w’'.&-]*(?:(?: (?:of|the|for|and|de|al|bin|von|van|la))* [^\W\d_a-z][\w’'.&-]*)*"
)
_EDGES = re.compile(r"^(?:[Tt]he|[Aa]n?) |['’]s?$|[\s.,;:!?\"“”‘’']+$")
_TITLES = ("Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Dr ", "Dr. ", "Sir ", "President ")
_BEFORE = re.compile(r"([A-Z][\w.]*) $")
_AFTER = re.compile(r" [A-Z]\w")
_OPENERS = {
    "The",
    "A",
    "An",
    "In",
    "At",
    "From",
    "But",
    "And",
    "For",
    "On",
    "When",
    "As",
    "While",
    "With",
    "After",
    "I",
}
_FEWEST = 3
_SPREAD = 5
_AGREED = 0.8
_SENTENCES_OF = {"wikigold", "wnut17", "btc"}
"""Sources whose entities are names; others mark pronouns and phrases too."""

IGNORE = -100
"""A target that no loss counts."""

Ints = npt.NDArray[np.int64]
Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Witness:
    """What a recogniser says of names in many articles together: kinds by surface, those it is of one mind about."""

    kinds: Mapping[str, str]

    @classmethod
    def hear(cls, nlp: Language, texts: Iterable[str]) -> Witness:
        """Read many articles and keep the names that are called the same nearly every time."""
        heard: defaultdict[str, Counter[str]] = defaultdict(Counter)
        spread: Counter[str] = Counter()
        for doc in nlp.pipe(texts):
            said = [(ent.text[slice(*_trimmed(ent.text))], _KIND_OF.get(ent.label_, "")) for ent in doc.ents]
            spread.update({surface for surface, _ in said})
            for surface, kind in said:
                heard[surface][kind] += 1
        kinds = {}
        for surface, votes in heard.items():
            kind, most = votes.most_common(1)[0]
            if kind and surface[:1].isupper() and most >= _FEWEST and most >= _AGREED * votes.total():
                kinds[surface] = kind
        surnames = {surface.split()[-1] for surface, kind in kinds.items() if kind == "person" and " " in surface}
        return cls({s: kind for s, kind in kinds.items() if _is_sure(s, kind, surnames, spread[s])})

    def told(self, speakers: Iterable[Mapping[str, Any]]) -> Witness:
        """Believe the annotators of speakers too: bodies, persons with several names; a state stays a place."""
        sure = {s["name"]: s["kind"] for s in speakers if s["name"] and s["kind"] in _SPEAKERS}
        sure = {name: kind for name, kind in sure.items() if name[0].isupper() and (kind != "person" or " " in name)}
        return Witness({**self.kinds, **sure, **{name: kind for name, kind in self.kinds.items() if kind == _PLACE}})


def named(article: dict[str, Any], speakers: Sequence[Mapping[str, Any]], witness: Witness) -> dict[str, Any]:
    """Return an article with ``names`` ([start, end, kind]) and ``unsure`` ([start, end]), other capitals."""
    text = article["text"]
    kinds = {
        s["name"]: s["kind"]
        for s in speakers
        if s["name"] and s["kind"] in _SPEAKERS and " and " not in s["name"] and witness.kinds.get(s["name"]) != _PLACE
    }
    for name, kind in list(kinds.items()):
        if kind == "person" and " " in name:
            kinds.setdefault(name.split()[-1], "person")
    plain = set(re.findall(r"(?<!\w)[a-z]+", text))
    runs = [run for match in _CAPITALISED.finditer(text) if (run := _without_opener(text, *match.span(), plain))]
    for start, end in runs:
        surface = text[start:end]
        words = surface.split()
        if len(words) in (2, 3) and words[0].lower() in given_names() and all(w[0].isupper() for w in words):
            a, b = _trimmed(surface)
            kinds.setdefault(surface[a:b], "person")
            kinds.setdefault(surface[a:b].split()[-1], "person")
        for a, b in _parts(surface):
            known = witness.kinds.get(surface[a:b])
            if known:
                kinds.setdefault(surface[a:b], known)
                if known == "person" and " " in surface[a:b]:
                    kinds.setdefault(surface[a:b].split()[-1], "person")
    names = list(_occurrences(text, kinds))
    inside = {offset for start, end, _ in names for offset in range(start, end)}
    unsure = [[start, end] for start, end in runs if not inside.issuperset(range(start, end))]
    return article | {"names": [list(name) for name in names], "unsure": unsure}


def _without_opener(text: str, start: int, end: int, plain: Collection[str]) -> tuple[int, int] | None:
    """A run without the first word of its sentence, where that is an ordinary one; None: nothing else is left."""
    words = [match.span() for match in re.finditer(r"\S+", text[start:end])]
    first = text[start : start + words[0][1]]
    if first in _OPENERS or (first.lower() in plain and len(words) == 1):
        return (start + words[1][0], end) if len(words) > 1 else None
    return start, end


def sentence(line: Mapping[str, Any]) -> dict[str, Any] | None:
    """Make an article of an annotated sentence ({"text", "source", "entities"}); None: its names are not names."""
    if line["source"] not in _SENTENCES_OF:
        return None
    # the groups of tweets are bands and teams
    names = [
        [start, end, "organization" if kind == "group" else kind]
        for start, end, kind in line["entities"]
        if kind in KINDS
    ]
    return {"text": line["text"], "attributions": [], "names": names, "unsure": []}


def targets(article: Mapping[str, Any], pieces: Pieces) -> Ints:
    """The target of each piece: its label where it is known, O outside of names and what is unsure."""
    found = np.zeros(len(pieces), dtype=np.int64)
    for start, end in article["unsure"]:
        first, last = np.searchsorted(pieces.starts, [start, end])
        found[first:last] = IGNORE
    for start, end, kind in article["names"]:
        first, last = np.searchsorted(pieces.starts, [start, end])
        found[first:last] = NAMES.index(f"I-{kind}")
        if first < last:
            found[first] = NAMES.index(f"B-{kind}")
    return found


def _is_sure(surface: str, kind: str, surnames: Collection[str], articles: int) -> bool:
    """A recogniser's word for a lone word is worth little: it takes surnames for places and bodies."""
    if " " in surface:
        return not surface.startswith(_TITLES)
    common = surface.isupper() or articles >= _SPREAD
    return surface not in surnames and (common if kind == "organization" else kind != "person")


def _trimmed(text: str) -> tuple[int, int]:
    start, end = 0, len(text)
    while match := _EDGES.search(text[start:end]):
        if match.start() and match.group() == "." and "." in text[start : start + match.start()]:
            break  # U.S.
        if match.start():
            end = start + match.start()
        else:
            start += match.end()
        if start >= end:
            return 0, 0
    return start, end


def _parts(surface: str) -> Iterator[tuple[int, int]]:
    """Every run of words of a capitalised run, without its genitive, the longest first."""
    words = [match.span() for match in re.finditer(r"[^\s]+", surface)]
    for size in range(min(8, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            a, b = words[i][0], words[i + size - 1][1]
            start, end = _trimmed(surface[a:b])
            if start < end:
                yield a + start, a + end


def _occurrences(text: str, kinds: Mapping[str, str]) -> Iterator[Name]:
    """Every place where a known name stands, longer names first, none inside another."""
    if not kinds:
        return
    longest_first = sorted(kinds, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    for match in pattern.finditer(text):
        if not _in_longer_name(text, match.start(), match.end(), kinds[match.group()]):
            yield match.start(), match.end(), kinds[match.group()]


def _in_longer_name(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a capital beside it may be of the same name; what goes before a person may be a role."""
    before, after = _BEFORE.search(text, max(0, start - 30), start), _AFTER.match(text, end)
    if before and kind == "person":
        before = None if " " in text[start:end] or f"{before[1]} " in _TITLES else before
    return bool(after or (before and before[1] not in _OPENERS))
