"""Syndicated copies: articles of which most is, word for word, another article.

MinHash (Broder, 1997) over what an article says and states, with locality-sensitive hashing: each article is compared
with the few that share a band of its signature, never with all.
"""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from collections.abc import Iterator

from quotex.corpus.shingles import words_of
from quotex.errors import MissingPartError

_SIZE = 3  # words a shingle
_HASHES = 128  # of a signature: what they tell of a likeness has a standard error of 0.04 at most
_ROWS = 4  # hashes a band: pairs of a likeness of 0.4 share one more likely than not
_LIKE = 0.5  # of two articles' shingles, the share that they have in common
_LEAST = 40  # words: shorter ones are alike by chance
_MOST = 20  # candidates looked at


def find_copies(database: sqlite3.Connection) -> None:
    """Fill the table ``copies``: each copy with the earliest article that it is one of.

    Raises:
        MissingPartError: rensa is not installed.
    """
    try:
        from rensa import RMinHash  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise MissingPartError('telling copies apart needs rensa: pip install "quotex[corpus]"') from error
    database.execute("CREATE TEMP TABLE bands (band INTEGER, key BLOB, article INTEGER)")
    database.execute("CREATE INDEX temp.bands_key ON bands (band, key)")
    database.execute("CREATE TEMP TABLE signatures (article INTEGER PRIMARY KEY, signature BLOB)")
    for article, sha256, words in _articles(database):
        exact = "SELECT MIN(id) FROM articles WHERE sha256 = ? AND id <> ? AND id NOT IN (SELECT article FROM copies)"
        same = database.execute(exact + " AND duplicate = 0", (sha256, article)).fetchone()[0]
        if same is not None:
            database.execute("INSERT INTO copies VALUES (?, ?, 1.0)", (article, same))
            continue
        if len(words) < _LEAST:
            continue
        minhash = RMinHash(num_perm=_HASHES, seed=1)
        minhash.update([" ".join(words[i : i + _SIZE]) for i in range(len(words) - _SIZE + 1)])
        signature = struct.pack(f"<{_HASHES}I", *minhash.digest())
        found = _most_alike(database, signature)
        if found:
            database.execute("INSERT INTO copies VALUES (?, ?, ?)", (article, *found))
        else:
            database.execute("INSERT INTO signatures VALUES (?, ?)", (article, signature))
            database.executemany("INSERT INTO bands VALUES (?, ?, ?)", [(*band, article) for band in _bands(signature)])
    database.execute("DROP TABLE temp.bands")
    database.execute("DROP TABLE temp.signatures")


def _articles(database: sqlite3.Connection) -> Iterator[tuple[int, str, list[str]]]:
    """Yield each article with the words of its records, the earliest first."""
    order = "SELECT id, sha256 FROM articles ORDER BY published IS NULL, published, id"
    texts = "SELECT text FROM {} WHERE article = ? ORDER BY start, id"
    for article, sha256 in database.execute(order).fetchall():
        pieces = [text for kind in ("quotes", "claims") for (text,) in database.execute(texts.format(kind), (article,))]
        yield article, sha256, [word for piece in pieces for word in words_of(piece)]


def _most_alike(database: sqlite3.Connection, signature: bytes) -> tuple[int, float] | None:
    shared: Counter[int] = Counter()
    for band in _bands(signature):
        shared.update(row[0] for row in database.execute("SELECT article FROM bands WHERE band = ? AND key = ?", band))
    best: tuple[float, int] | None = None
    for article, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
        (other,) = database.execute("SELECT signature FROM signatures WHERE article = ?", (article,)).fetchone()
        like = _likeness(signature, other)
        if like >= _LIKE and (best is None or (like, -article) > (best[0], -best[1])):
            best = like, article
    return (best[1], round(best[0], 3)) if best else None


def _bands(signature: bytes) -> Iterator[tuple[int, bytes]]:
    size = 4 * _ROWS
    for band in range(_HASHES // _ROWS):
        yield band, signature[band * size : (band + 1) * size]


def _likeness(one: bytes, other: bytes) -> float:
    pairs = zip(struct.iter_unpack("<I", one), struct.iter_unpack("<I", other), strict=True)
    return sum(a == b for a, b in pairs) / _HASHES
