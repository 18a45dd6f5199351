"""Figures that disagree: claims of different articles that speak of one thing and give other figures for it.

Claims are compared that share what is counted and several rare words. What counts is how alike they are without their
figures, as a whole and around the figure, and how much their articles have in common, weighted by how rare words are in
the corpus (inverse document frequency, Sparck Jones, 1972). Few and right rather than many.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from quotex.corpus.shingles import words_of
from quotex.english import lexicons
from quotex.english.patterns import alternation

_RARE = 12  # words of a claim that it is looked up by
_COMMON = 300  # claims: a word that is in more tells nothing
_SHARED = 2  # of these words
_ROWS, _CANDIDATES = 60, 20  # looked at
_ALIKE = 0.2  # share of the words, by weight, that two claims have in common
_RELATED = 0.4  # ... and that articles on one event have
_UNRELATED = 0.15  # ... and others do not
_LEAST = 0.2  # of both together
_ELSEWHERE = 0.6  # what names on both sides that the other does not have leave of a likeness
_FEW = 2  # figures of a kind in an article that speaks of one thing with them
_AMONG = 0.6  # what more of them leave of a likeness
_AROUND = 6  # words before and after a figure
_DAYS = 31  # between articles on one event
_LEAST_WORDS = 3  # in common
_FARTHEST = 4.0  # times
_NEAR = 0.03  # figures that part by less are rounded
_NAME = re.compile(r"\b[^\W\d_a-z]\w+")
_DIGITS = re.compile(r"\d")
_PLURAL = re.compile(r"(?<=[^s])s$")


class _Common(lexicons.Lexicon):
    small: lexicons.Words
    figures: lexicons.Words
    measured: Annotated[tuple[str, ...], BeforeValidator(str.split)]
    others: tuple[str, ...]
    part: tuple[str, ...]
    fates: dict[str, lexicons.Words]


_words = lexicons.loader("common_words", _Common)


@cache
def _apart() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that a figure is of others, and what stands before one that is a part of the one before it."""
    return re.compile(rf"\b(?:{alternation(_words().others)})\b"), re.compile(rf"\b(?:{alternation(_words().part)}) \Z")


@cache
def _fates() -> dict[str, str]:
    return {word: fate for fate, words in _words().fates.items() for word in words}


class _Figure(NamedTuple):
    """A figure in its claim; ``bounds`` are those that its modifier allows, ``others`` the claim's other figures.

    ``alone``: its article has no more than two figures of this kind, and so speaks of one thing with it.
    """

    id: int
    article: int
    kind: str
    change: str | None
    bounds: tuple[float, float]
    words: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    dates: frozenset[str]
    times: frozenset[str]
    day: date | None
    places: frozenset[str]
    subject: frozenset[str]
    others: frozenset[float]
    fate: str | None
    alone: bool


def find_disagreements(database: sqlite3.Connection) -> None:
    """Fill ``disagreements``, each pair of figures once, a figure only with the one its claim is most like."""
    database.execute("CREATE TEMP TABLE df (word TEXT PRIMARY KEY, claims INTEGER) WITHOUT ROWID")
    database.execute(
        "CREATE TEMP TABLE looked (block TEXT, quantity INTEGER, PRIMARY KEY (block, quantity)) WITHOUT ROWID"
    )
    total = 0
    for (text,) in database.execute("SELECT text FROM claims ORDER BY id"):
        total += 1
        upsert = "INSERT INTO df VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET claims = claims + 1"
        database.executemany(upsert, [(word,) for word in _content(text)])
    weights = _Weights(database, total)
    found: list[tuple[float, int, int]] = []
    for (id,) in database.execute("SELECT id FROM quantities WHERE claim IS NOT NULL ORDER BY id").fetchall():
        figure = _figure(database, id)
        if figure is not None:
            blocks = [f"{figure.kind} {word}" for word in weights.rarest(figure.words)]
            best = _best(database, figure, blocks, weights)
            if best is not None:
                found.append(best)
            database.executemany("INSERT INTO looked VALUES (?, ?)", [(block, id) for block in blocks])
    ranked = sorted(found, key=lambda row: (-row[0], row[1], row[2]))
    for number, (like, one, other) in enumerate(ranked, start=1):
        database.execute("INSERT INTO disagreements VALUES (?, ?, ?, ?)", (number, one, other, round(like, 3)))
    for table in ("df", "looked"):
        database.execute(f"DROP TABLE temp.{table}")


class _Weights:
    """How much a word tells, by how few claims have it."""

    def __init__(self, database: sqlite3.Connection, total: int) -> None:
        self._database, self._total = database, total
        self._known: dict[str, int] = {}
        self._articles: dict[int, frozenset[str]] = {}

    def _claims(self, word: str) -> int:
        if word not in self._known:
            if len(self._known) > 100_000:
                self._known.clear()
            row = self._database.execute("SELECT claims FROM df WHERE word = ?", (word,)).fetchone()
            self._known[word] = row[0] if row else 1
        return self._known[word]

    def rarest(self, words: Iterable[str]) -> list[str]:
        told = sorted((self._claims(word), word) for word in words)
        return [word for claims, word in told if 1 < claims <= _COMMON][:_RARE]

    def like(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weighted Jaccard similarity."""
        together = self._sum(one | other)
        return self._sum(one & other) / together if together else 0.0

    def related(self, one: int, other: int) -> float:
        """The share of the words of the shorter of two articles' records that the other has too, by weight."""
        words = self._article(one), self._article(other)
        least = min(map(self._sum, words))
        return self._sum(words[0] & words[1]) / least if least else 0.0

    def _article(self, article: int) -> frozenset[str]:
        if article not in self._articles:
            if len(self._articles) > 500:
                self._articles.clear()
            texts = "SELECT text FROM claims WHERE article = ? UNION ALL SELECT text FROM quotes WHERE article = ?"
            rows = self._database.execute(texts, (article, article))
            self._articles[article] = frozenset(word for (text,) in rows for word in _content(text))
        return self._articles[article]

    def _sum(self, words: frozenset[str]) -> float:
        return math.fsum(math.log(1 + self._total / self._claims(word)) for word in sorted(words))


_FIGURE = """
SELECT n.article, n.text, n.low, n.high, n.modifier, n.change, n.unit, n.counted, n.subject, n.start - c.start AS start,
       c.id AS claim, c.text AS claim_text, c.modality, c.dates, c.times, c.places, a.published
FROM quantities n JOIN claims c ON c.id = n.claim JOIN articles a ON a.id = n.article WHERE n.id = ?
"""


def _figure(database: sqlite3.Connection, id: int) -> _Figure | None:
    """Read a figure; None: it cannot be compared."""
    found = database.execute(_FIGURE, (id,))
    row = dict(zip((column[0] for column in found.description), found.fetchone(), strict=True))
    kind, claim, start = _kind(row["unit"], row["counted"]), row["claim_text"], row["start"]
    of_others, part = _apart()
    if (
        row["low"] is None
        or row["modality"] != "asserted"
        or kind is None
        or start < 0
        or of_others.search(row["text"])
        or part.search(claim, 0, start)
    ):
        return None
    before, behind = words_of(claim[:start]), words_of(claim[start + len(row["text"]) :])
    around = before[-_AROUND:] + behind[:_AROUND]
    times, dates = _listed(row["times"]), _listed(row["dates"])
    return _Figure(
        id,
        row["article"],
        kind,
        row["change"],
        _bounds(row["low"], row["high"], row["modifier"]),
        frozenset(_content(claim)),
        frozenset(word for word in around if _tells(word)),
        frozenset(word for name in _NAME.findall(claim[1:]) for word in words_of(name)),
        frozenset(day for day in dates if day != "?"),
        frozenset(time.lower() for time, day in zip(times, dates, strict=False) if day == "?"),
        _day(row["published"]),
        frozenset(place.lower() for place in _listed(row["places"])),
        frozenset(_content(row["subject"] or "")),
        _others(database, row["claim"], id),
        _fate(before, behind),
        _is_alone(database, row["article"], row["unit"], row["counted"]),
    )


def _listed(joined: str | None) -> list[str]:
    return joined.split("; ") if joined else []


def _others(database: sqlite3.Connection, claim: int, figure: int) -> frozenset[float]:
    rows = database.execute("SELECT low, high FROM quantities WHERE claim = ? AND id <> ?", (claim, figure))
    return frozenset(value for row in rows for value in row if value is not None)


def _fate(before: list[str], behind: list[str]) -> str | None:
    """What the word nearest to a figure says of those counted; one behind it rather than one before."""
    near = zip_longest(behind, reversed(before))
    return next((_fates()[word] for pair in near for word in pair if word in _fates()), None)


def _is_alone(database: sqlite3.Connection, article: int, unit: str | None, counted: str | None) -> bool:
    rows = database.execute("SELECT low, high, unit, counted FROM quantities WHERE article = ?", (article,))
    kind = _kind(unit, counted)
    return len({(low, high) for low, high, *what in rows if low is not None and _kind(*what) == kind}) <= _FEW


def _kind(unit: str | None, counted: str | None) -> str | None:
    """What makes two figures comparable: the unit, with the noun that is counted."""
    nouns = words_of(counted or "")
    noun = _PLURAL.sub("", nouns[-1]) if nouns else ""
    measured = _words().measured
    if any(word in (unit or "") for word in measured) or noun in measured or not (unit or noun):
        return None
    return f"{unit or ''}/{noun}"


def _bounds(low: float, high: float, modifier: str) -> tuple[float, float]:
    match modifier:
        case "more_than" | "at_least":
            return low, math.inf
        case "less_than" | "at_most":
            return -math.inf, high
        case "approximately":
            return low - abs(low) / 10, high + abs(high) / 10
    return low - _NEAR * abs(low), high + _NEAR * abs(high)


def _best(
    database: sqlite3.Connection, figure: _Figure, blocks: list[str], weights: _Weights
) -> tuple[float, int, int] | None:
    shared: Counter[int] = Counter()
    for block in blocks:
        rows = database.execute(
            "SELECT quantity FROM looked WHERE block = ? ORDER BY quantity DESC LIMIT ?", (block, _ROWS)
        )
        shared.update(other for (other,) in rows)
    best: tuple[float, int, int] | None = None
    for other, count in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]:
        if count < _SHARED:
            break
        candidate = _figure(database, other)
        like = _disagree(candidate, figure, weights) if candidate else 0.0
        if candidate and like >= _ALIKE:
            related = weights.related(candidate.article, figure.article)
            like *= min(1.0, related / _RELATED) if related >= _UNRELATED else 0.0
            if like >= _LEAST and (best is None or like > best[0]):
                best = like, candidate.id, figure.id
    return best


def _disagree(one: _Figure, other: _Figure, weights: _Weights) -> float:
    """How alike two claims are that give other figures; 0: they agree, or speak of other things."""
    if one.article == other.article or one.change != other.change:
        return 0.0
    if _meet(one.bounds, other.bounds) or _among(one.bounds, other.others) or _among(other.bounds, one.others):
        return 0.0
    if not _at_one_time(one, other):
        return 0.0
    if one.fate != other.fate or len(one.words & other.words) < _LEAST_WORDS or _far(one.bounds, other.bounds):
        return 0.0
    if one.subject and other.subject and not one.subject & other.subject:
        return 0.0
    if one.places and other.places and not one.places & other.places:
        return 0.0
    if one.names and other.names and not one.names & other.names:
        return 0.0
    whole = weights.like(one.words, other.words)
    around = (whole + weights.like(one.around, other.around)) / 2
    elsewhere = one.names - other.names and other.names - one.names
    return min(whole, around) * (_ELSEWHERE if elsewhere else 1.0) * (1.0 if one.alone and other.alone else _AMONG)


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _at_one_time(one: _Figure, other: _Figure) -> bool:
    """Whether nothing says that two claims are of different times."""
    if one.dates and other.dates:
        return bool(one.dates & other.dates)
    if one.day and other.day:
        return abs((one.day - other.day).days) <= _DAYS
    return one.times == other.times and bool(one.dates) == bool(other.dates)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return None


def _far(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether figures part by more than accounts of one thing do."""
    known = [abs(value) for value in (*one, *other) if math.isfinite(value) and value]
    return not known or max(known) > _FARTHEST * min(known)


def _among(bounds: tuple[float, float], values: Iterable[float]) -> bool:
    return any(bounds[0] <= value <= bounds[1] for value in values)


def _content(text: str) -> set[str]:
    return {word for word in words_of(text) if _tells(word)}


def _tells(word: str) -> bool:
    return not (_DIGITS.search(word) or word in _words().small or word in _words().figures)
