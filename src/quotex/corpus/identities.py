"""One identity for the forms of a name across articles, never forced.

Articles have told already which forms they use of whom ("Obama", of "Barack Obama"): that is the evidence here, with
roles and the company in which a name appears. Forms are joined where it is clear; where it is not, they stay apart and
stand in the review table, for a researcher to decide once and for all.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from quotex.corpus.names import (
    are_spellings,
    content_words,
    is_acronym,
    is_capitals,
    is_generic,
    is_given_name,
    is_younger,
    spelling,
)
from quotex.corpus.namesakes import namesakes
from quotex.corpus.node import Node
from quotex.corpus.review import Decision, Known, Proposal
from quotex.english.keys import Key, key_of
from quotex.english.people import name_words

# How sure it is that two forms are of one: joined from what a researcher asks for on (0.8), below in the review table
# alone. Ranks more than shares: of 100 pairs that were joined so, 98 were right.
_SURE = 0.97  # the same full name, or an acronym that nearly all use for it
_SHARED = 0.95  # and a role, or company, in common
_LIKELY = 0.9  # the same name of one word, or a short form that is hardly used of others
_CLEAR = 0.85  # ... whose bearer, or kind, the corpus tells less well
_ENOUGH = 0.8
_OTHER_GIVEN_NAME = 0.75  # "Dave" and "David" alone
_POSSIBLE = 0.6  # a part of the name, and nothing else in common
_OPEN = 0.5  # an acronym of several
_UNLIKELY = 0.4  # a short form of several
_HARDLY = 0.3

# Shares of the articles with a short form in which it stands for one name.
_NEARLY_ALL = 0.95
_ALMOST_ALL = 0.9
_MOST = 0.8
_MORE_THAN_HALF = 0.6

# Numbers of articles.
_SEVERAL = 3  # so that a use is no slip
_FREQUENT = 5  # and times as many as have a spelling of it
_SURELY = 10  # that use a short form of one
_KNOWN = 20
_COMPANY = 40  # that a name is looked up in, for its company: bounds the time

_ALONE = "of this article alone: every country or town has one"
_USUAL = 5  # a body goes by its full name where that is not that many times rarer than its short one
_EVERYWHERE = 0.03  # share of all articles: a name that is in more of them is company to anybody
_FEWEST_EVERYWHERE = 5.0  # articles, in a corpus of few


def find_identities(database: sqlite3.Connection, known: Known) -> list[Proposal]:
    """Fill ``identities`` and ``identity_of`` of a corpus, by what is known of decisions.

    Returns:
        The pairs of forms that were joined or might have been, those first that are least sure.
    """
    database.execute("CREATE TEMP TABLE named (speaker INTEGER PRIMARY KEY, article INTEGER, key TEXT)")
    nodes = _nodes(database)
    database.execute("CREATE INDEX temp.named_key ON named (key)")
    database.execute("CREATE INDEX temp.named_article ON named (article)")
    linker = _Linker(database, nodes, known)
    proposals = sorted(linker.link(), key=lambda p: (p.confidence, p.form, p.name))
    _write(database, nodes, linker, known)
    database.execute("DROP TABLE temp.named")
    return proposals


def _nodes(database: sqlite3.Connection) -> dict[Key, Node]:
    nodes: dict[Key, Node] = {}
    rows = "SELECT id, article, name, kind, role, affiliation FROM speakers WHERE name IS NOT NULL ORDER BY id"
    for speaker, article, name, kind, role, affiliation in database.execute(rows).fetchall():
        key = key_of(name, person=kind == "person")
        if not key:
            continue
        node = nodes.setdefault(key, Node(key))
        node.forms[name] += 1
        node.kinds[kind] += 1
        node.roles.update(content_words(role, affiliation))
        node.articles += 1
        database.execute("INSERT INTO named VALUES (?, ?, ?)", (speaker, article, " ".join(key)))
    return nodes


class _Linker:
    """Joins nodes; ``root`` says which one a node is joined to, and ``links`` how sure that is and why."""

    def __init__(self, database: sqlite3.Connection, nodes: dict[Key, Node], known: Known) -> None:
        self._database, self._nodes, self._known = database, nodes, known
        self._parent: dict[Key, Key] = {}
        self.links: dict[Key, tuple[float, str]] = {}
        self._articles = database.execute("SELECT COUNT(*) FROM articles").fetchone()[0]
        self._company: dict[Key, frozenset[str]] = {}
        self._given = Counter(key[0] for key, node in nodes.items() if len(key) > 1 and node.is_person)
        self._bearers = Counter(key[-1] for key, node in nodes.items() if len(key) > 1 and node.is_person)

    def root(self, key: Key) -> Key:
        while key in self._parent:
            key = self._parent[key]
        return key

    def how(self, key: Key) -> tuple[float, str]:
        """How sure it is that a name is its identity's, and why."""
        node = self._nodes[key]
        confidence, why = (_SURE if len(key) > 1 or not node.is_person else _LIKELY), f"the name {node.name}"
        while key in self._parent:
            sure, why = self.links[key]
            confidence = min(confidence, sure)
            key = self._parent[key]
        return confidence, why

    def link(self) -> Iterator[Proposal]:
        """Join what belongs together, the surest first, and yield each pair that was thought of."""
        for form, name in self._known.joined():
            one, other = key_of(form, person=True), key_of(name, person=True)
            if one in self._nodes and other in self._nodes and one != other:
                self._join(one, other, 1.0, "decided")
        yield from self._spellings()
        yield from self._given_names()
        yield from self._middle_names()
        yield from self._short_forms()

    def _proposed(self, short: Key, full: Key, confidence: float, why: str) -> Iterator[Proposal]:
        """Join two nodes, if that is sure enough and nobody has decided otherwise."""
        if self.root(short) == self.root(full):
            return
        form, name = self._nodes[short].name, self._nodes[full].name
        decision = self._known.decision(form, name)
        joined = decision is not Decision.APART and (decision is Decision.SAME or confidence >= self._known.least)
        if joined and any(
            self._known.decision(a, b) is Decision.APART for a in self._written(short) for b in self._written(full)
        ):
            joined = False
        if joined:
            self._join(short, full, 1.0 if decision is Decision.SAME else confidence, why)
        yield Proposal(
            decision, joined, form, name, confidence, why, self._nodes[short].articles, self._nodes[full].articles
        )

    def _written(self, key: Key) -> list[str]:
        root = self.root(key)
        return [self._nodes[root].name, self._nodes[key].name]

    def _join(self, short: Key, full: Key, confidence: float, why: str) -> None:
        a, b = self.root(short), self.root(full)
        if a != b:
            self._parent[a] = b
            self.links[a] = confidence, why

    def _spellings(self) -> Iterator[Proposal]:
        """Full names of persons that differ in spelling alone."""
        alike: dict[str, list[Key]] = defaultdict(list)
        for key, node in self._nodes.items():
            if len(key) == 2 and node.is_person:
                alike[spelling(key)].append(key)
        for keys in alike.values():
            main, *others = sorted(keys, key=lambda key: (-self._nodes[key].articles, key))
            for key in others:
                shared = self._shared(key, main)
                confidence = _SHARED if shared else _LIKELY if key[0] == main[0] else _OTHER_GIVEN_NAME
                yield from self._proposed(key, main, confidence, f"spelling{shared}")

    def _given_names(self) -> Iterator[Proposal]:
        """Full names that differ in a letter or two of the given name from one that is far more frequent."""
        by_last: dict[str, list[Key]] = defaultdict(list)
        for key, node in self._nodes.items():
            if len(key) == 2 and node.is_person:
                by_last[key[1]].append(key)
        for keys in by_last.values():
            for main in (key for key in keys if self._nodes[key].articles >= _FREQUENT):
                most = self._nodes[main].articles / _FREQUENT
                rare = (key for key in keys if self._nodes[key].articles <= most and are_spellings(key[0], main[0]))
                for key in sorted(rare):
                    if shared := self._shared(key, main):
                        yield from self._proposed(key, main, _LIKELY, f"spelling of the given name{shared}")

    def _middle_names(self) -> Iterator[Proposal]:
        """Full names of which one has more words than the other: "Tayyip Erdogan", "Recep Tayyip Erdogan"."""
        by_ends: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key, node in self._nodes.items():
            if len(key) > 2 and node.is_person and not is_younger(key):
                by_ends[key[0], key[-1]].append(key)
                by_ends[key[0], key[1]].append(key)
                short = key[-2], key[-1]
                if short in self._nodes and self._nodes[short].articles >= _FREQUENT and self._nodes[short].is_person:
                    shared = self._shared(key, short)
                    known = self._nodes[short].articles >= _KNOWN and not is_given_name(key[:1])
                    confidence = _LIKELY if shared else _CLEAR if known else _POSSIBLE
                    yield from self._proposed(key, short, confidence, f"the end of the name{shared}")
                else:
                    by_ends[short].append(key)
        for short, longer in sorted(by_ends.items()):
            if short in self._nodes and self._nodes[short].is_person and len(longer) == 1:
                shared = self._shared(short, longer[0])
                confidence = _SHARED if shared else _POSSIBLE
                yield from self._proposed(longer[0], short, confidence, f"part of the name{shared}")

    def _short_forms(self) -> Iterator[Proposal]:
        """Names that other articles use as a short form of a fuller one: "Obama", "UN"."""
        used = self._used_for()
        yield from self._glued(used)
        for short in sorted(used):
            if short not in self._nodes or is_generic(short):
                continue
            among: Counter[Key] = Counter()
            written: dict[Key, Key] = {}
            for full, count in sorted(used[short].items(), key=lambda item: (-item[1], item[0])):
                among[self.root(full)] += count
                written.setdefault(self.root(full), full)
            among.pop(self.root(short), None)
            if among:
                yield from self._short_form(short, among, written)

    def _glued(self, used: dict[Key, Counter[Key]]) -> Iterator[Proposal]:
        """Short names with a body's name or a caption glued before them: "CNN Dolan", "Grain Quay Fire Dolan"."""
        for key in sorted(self._nodes):
            before = self._nodes.get(key[:-1])
            is_body = before is not None and not before.is_person and not is_given_name(before.key)
            is_caption = len(key) > 2 and self._nodes[key].is_person and not any(is_given_name((w,)) for w in key[:-1])
            if not (is_body or is_caption):
                continue
            among = used.get(key[-1:], Counter())
            full = min(among, key=lambda full: (-among[full], full), default=key)
            count = among[full]
            if (
                full[-1] == key[-1]
                and self._nodes[full].is_person
                and count >= max(_SURELY, _ALMOST_ALL * among.total())
            ):
                glued = " ".join(key[:-1])
                yield from self._proposed(key, full, _CLEAR, f"{glued}, and short for {self._nodes[full].name}")

    def _short_form(self, short: Key, among: Counter[Key], written: dict[Key, Key]) -> Iterator[Proposal]:
        """Think of joining a short form to the name it is mostly used for, as that is written where it is used."""
        (root, count), *_ = sorted(among.items(), key=lambda item: (-item[1], item[0]))
        share = count / sum(among.values())
        full = written[root]
        node, other = self._nodes[short], self._nodes[root]
        shared = self._shared(short, root)
        why = f"short for {other.name} in {count} articles, {share:.0%} of those that use it{shared}"
        if any(is_acronym(form, full) for form in node.forms):
            confidence = _OPEN if share <= _MOST else _SURE if count > 1 else _LIKELY
        elif other.is_person and short[0] in full:
            confidence = self._of_person(short, full, count, share, shared=bool(shared))
        elif any(map(is_capitals, node.forms)) and count >= _SEVERAL and share >= _ALMOST_ALL:
            confidence = _CLEAR
        elif set(short) < set(full) and not set(short) <= name_words().peoples.words:
            confidence = _LIKELY if count >= _SEVERAL and share >= _NEARLY_ALL and shared else _UNLIKELY
        else:
            confidence = _HARDLY
        yield from self._proposed(short, root, confidence, why)

    def _of_person(self, short: Key, full: Key, count: int, share: float, *, shared: bool) -> float:
        """How sure it is that part of a person's name is that person's."""
        node, other = self._nodes[short], self._nodes[full]
        is_first = len(short) == 1 and short[0] == full[0] != full[-1]
        if not node.is_person:  # the kind may be wrong where the name is seldom given without its beginning
            clear = short[-1] == full[-1] and share >= _MOST and count >= _FREQUENT and node.articles <= 2 * count
            return _CLEAR if clear and not is_younger(full) else _UNLIKELY
        if is_first and count >= _KNOWN and share >= _NEARLY_ALL:  # a family name that stands first: "Xi"
            return _LIKELY
        if is_younger(full) or (is_first and (self._given[short[0]] > 1 or is_given_name(short))):
            return _UNLIKELY
        if share >= _MOST and shared and (count > 1 or node.roles.keys() & other.roles.keys()):
            return _SHARED
        if share >= _ALMOST_ALL and count >= _FREQUENT:
            return _LIKELY
        alone = self._bearers[full[-1]] == 1 and short[-1] == full[-1]
        if share >= _ALMOST_ALL and other.articles >= _SEVERAL and alone:
            return _CLEAR
        return _ENOUGH if shared and share > _MORE_THAN_HALF and count > 1 else _UNLIKELY

    def _used_for(self) -> dict[Key, Counter[Key]]:
        """For each short form, the names that articles use it for, with the number of articles."""
        rows = (
            "SELECT n.key, f.form, s.kind, COUNT(*) FROM forms f JOIN named n ON n.speaker = f.speaker "
            "JOIN speakers s ON s.id = f.speaker WHERE f.rule = 'short_name' GROUP BY n.key, f.form, s.kind"
        )
        used: dict[Key, Counter[Key]] = defaultdict(Counter)
        for full, form, kind, count in self._database.execute(rows):
            short, whole = key_of(form, person=kind == "person"), tuple(full.split())
            if short and short != whole:
                used[short][whole] += count
        return used

    def _shared(self, one: Key, other: Key) -> str:
        """What two names have in common, in words; empty: nothing."""
        roles = self._nodes[one].roles.keys() & self._nodes[other].roles.keys()
        company = self._with(one) & self._with(other) - {" ".join(one), " ".join(other)}
        told = [f"role: {', '.join(sorted(roles)[:3])}"] if roles else []
        told += [f"company: {', '.join(sorted(company)[:3])}"] if company else []
        return "".join(f"; {part}" for part in told)

    def _with(self, key: Key) -> frozenset[str]:
        """The names in the articles of a name, but for those that are everywhere."""
        if key not in self._company:
            rows = (
                "SELECT DISTINCT o.key FROM (SELECT article FROM named WHERE key = ? ORDER BY article LIMIT ?) n "
                "JOIN named o ON o.article = n.article"
            )
            most = max(_FEWEST_EVERYWHERE, _EVERYWHERE * self._articles)
            found = self._database.execute(rows, (" ".join(key), _COMPANY))
            names = (name for (name,) in found)
            self._company[key] = frozenset(
                name for name in names if (node := self._nodes.get(tuple(name.split()))) and node.articles <= most
            )
        return self._company[key]


def _write(database: sqlite3.Connection, nodes: dict[Key, Node], linker: _Linker, known: Known) -> None:
    """Number identities in the order in which their names come first, and bind the speakers to them."""
    joined: dict[Key, list[Node]] = defaultdict(list)
    for key, node in nodes.items():
        joined[linker.root(key)].append(node)
    strangers = {speaker: why for key in nodes for speaker, why in namesakes(database, nodes[key])}
    numbers: dict[tuple[Key, int | str | None], int] = {}
    insert = "INSERT INTO identities VALUES (?, ?, ?, ?)"
    rows = "SELECT n.speaker, n.article, n.key FROM named n ORDER BY n.speaker"
    for speaker, article, words in database.execute(rows).fetchall():
        key = tuple(words.split())
        root = linker.root(key)
        alone = is_generic(key) and key == root and len(joined[root]) == 1
        identity = (root, article if alone else strangers.get(speaker))
        if identity not in numbers:
            numbers[identity] = len(numbers) + 1
            name, kind = _called(joined[root], known)
            wikidata = known.wikidata(node.name for node in joined[root]) if identity[1] is None else None
            database.execute(insert, (numbers[identity], name, kind, wikidata))
        confidence, why = linker.how(key)
        if identity[1] is not None:
            confidence, why = (_ENOUGH, strangers[speaker]) if speaker in strangers else (1.0, _ALONE)
        database.execute("INSERT INTO identity_of VALUES (?, ?, ?, ?)", (speaker, numbers[identity], confidence, why))


def _called(found: Sequence[Node], known: Known) -> tuple[str, str]:
    """The name that an identity goes by, the one decided or else full rather than short, and its kind."""
    kinds: Counter[str] = sum((node.kinds for node in found), Counter())
    most = max(node.articles for node in found)
    full = [n for n in found if len(n.key) > 1 and (n.is_person or n.articles * _USUAL >= most)] or found
    full = [node for node in found if known.is_name(node.name)] or full
    best = min(full, key=lambda node: (-node.articles, node.key))
    return best.name, min(kinds, key=lambda kind: (-kinds[kind], kind))
