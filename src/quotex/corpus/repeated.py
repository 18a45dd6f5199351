"""The same words again: quotations of different articles that are one utterance, whole, cut or changed.

Each quotation, the longest first, is compared with the few that share a fingerprint with it (see
:mod:`quotex.corpus.shingles`), and joins the one it is most like, or stands for itself: time grows with the number of
quotations, not with its square.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import NamedTuple

from quotex.corpus.differences import likeness, marked
from quotex.corpus.shingles import fingerprints, hashes, words_of

_SIZE, _WINDOW = 4, 3  # words: a run of six in common is never missed
_LEAST = 6  # words
_LEAST_INDIRECT = 8  # words: reported speech is alike by chance more often
_LEAST_OF_OTHERS = 9  # words, in the mouths of different speakers
_CHANGED = 0.8  # share of the shorter one's words that stand in the other
_CHANGED_REPORTED = 0.85  # and of reported speech, which is alike by chance more often
_RUN = 5  # words in one run, of a changed one
_SHARED = 0.25  # of the fingerprints, at least
_ROWS, _CANDIDATES = 60, 6  # looked at


class _Quote(NamedTuple):
    id: int
    article: int
    speaker: int | None
    direct: bool
    identity: int | None
    text: str
    words: list[str]


def find_repeated(database: sqlite3.Connection) -> None:
    """Fill ``repeated`` and ``repeated_in``, with what differs marked; only what stands in two articles or more."""
    database.execute("CREATE TEMP TABLE prints (hash INTEGER, quote INTEGER, PRIMARY KEY (hash, quote)) WITHOUT ROWID")
    database.execute("CREATE TEMP TABLE whole (hash INTEGER PRIMARY KEY, quote INTEGER)")
    database.execute("CREATE TEMP TABLE joined (quote INTEGER PRIMARY KEY, stands INTEGER, how TEXT)")
    order = "SELECT id FROM quotes ORDER BY length(text) DESC, id"
    for (id,) in database.execute(order).fetchall():
        quote = _quote(database, id)
        if len(quote.words) < (_LEAST if quote.direct else _LEAST_INDIRECT):
            continue
        stands, how = _found(database, quote) or (id, "exact")
        database.execute("INSERT INTO joined VALUES (?, ?, ?)", (id, stands, how))
        if stands == id:
            prints = fingerprints(quote.words, _SIZE, _WINDOW)
            database.executemany("INSERT OR IGNORE INTO prints VALUES (?, ?)", [(print, id) for print in prints])
            database.execute("INSERT OR IGNORE INTO whole VALUES (?, ?)", (_whole(quote), id))
    _write(database)
    for table in ("prints", "whole", "joined"):
        database.execute(f"DROP TABLE temp.{table}")


def _quote(database: sqlite3.Connection, id: int) -> _Quote:
    row = database.execute(
        "SELECT q.id, q.article, q.speaker, q.type <> 'indirect', o.identity, q.text FROM quotes q "
        "LEFT JOIN identity_of o ON o.speaker = q.speaker WHERE q.id = ?",
        (id,),
    ).fetchone()
    number, article, speaker, direct, identity, text = row
    return _Quote(number, article, speaker, bool(direct), identity, text, words_of(text))


def _whole(quote: _Quote) -> int:
    return next(hashes(quote.words, len(quote.words)))


def _found(database: sqlite3.Connection, quote: _Quote) -> tuple[int, str] | None:
    """Return the quotation that one is a form of, and how; None: of none that has come before."""
    row = database.execute("SELECT quote FROM whole WHERE hash = ?", (_whole(quote),)).fetchone()
    if row and (how := _relation(_quote(database, row[0]), quote)):
        return row[0], how
    shared: Counter[int] = Counter()
    prints = fingerprints(quote.words, _SIZE, _WINDOW)
    for print in prints:
        rows = database.execute("SELECT quote FROM prints WHERE hash = ? ORDER BY quote LIMIT ?", (print, _ROWS))
        shared.update(other for (other,) in rows)
    for other, count in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]:
        if count < _SHARED * len(prints):
            break
        if how := _relation(_quote(database, other), quote):
            return other, how
    return None


def _relation(fuller: _Quote, quote: _Quote) -> str | None:
    """How a quotation is a form of a fuller one: ``exact``, ``cut``, ``changed``; None: it is none."""
    strangers = None not in (fuller.identity, quote.identity) and fuller.identity != quote.identity
    size = len(quote.words)
    if strangers and (size < _LEAST_OF_OTHERS or not (fuller.direct and quote.direct)):
        return None
    reported = not (fuller.direct and quote.direct)
    if reported and not (fuller.speaker and quote.speaker):
        return None
    if fuller.words == quote.words:
        return "exact"
    if reported and (fuller.identity is None or fuller.identity != quote.identity):
        return None
    common, longest = likeness(fuller.words, quote.words)
    if longest == size:
        return "cut"
    if strangers:
        return None
    share = _CHANGED_REPORTED if reported else _CHANGED
    if longest >= _RUN and common >= max(share * size, _LEAST + 1):
        return "cut" if common == size and "…" in quote.text else "changed"
    return None


def _write(database: sqlite3.Connection) -> None:
    """Number what is repeated in the order in which it comes first."""
    groups = (
        "SELECT j.stands FROM joined j JOIN quotes q ON q.id = j.quote GROUP BY j.stands "
        "HAVING COUNT(DISTINCT q.article) > 1 ORDER BY MIN(j.quote)"
    )
    for number, (stands,) in enumerate(database.execute(groups).fetchall(), start=1):
        (text,) = database.execute("SELECT text FROM quotes WHERE id = ?", (stands,)).fetchone()
        database.execute("INSERT INTO repeated VALUES (?, ?)", (number, text))
        members = "SELECT j.quote, j.how, q.text FROM joined j JOIN quotes q ON q.id = j.quote WHERE j.stands = ?"
        for quote, how, words in database.execute(members + " ORDER BY j.quote", (stands,)).fetchall():
            row = (quote, number, how, words if how == "exact" else marked(text, words))
            database.execute("INSERT INTO repeated_in VALUES (?, ?, ?, ?)", row)
