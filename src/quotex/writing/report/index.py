"""The index of several reports: articles, people, the same words, and figures that disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from quotex.contract.records import Extraction
from quotex.writing.json import dump
from quotex.writing.report.pages import Voice, rendered, title_of, voices_of


@dataclass(slots=True)
class ArticleEntry:
    """An article: its page, if it has one, and the places of its speakers among the people."""

    title: str
    file: str | None
    quotes: int
    claims: int
    people: list[int] = field(default_factory=list)
    outlet: str | None = None
    day: str | None = None
    copy: bool = False


@dataclass(slots=True)
class PersonEntry:
    """A named speaker, with the places of the articles; ``months``: words in each, where days are known."""

    name: str
    kind: str
    words: int
    quotes: int
    articles: list[int] = field(default_factory=list)
    about: str = ""
    months: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WordsEntry:
    """The same words in several articles; a form is who, how, what differs, and the article's place."""

    text: str
    quotes: int
    articles: int
    forms: list[tuple[str | None, str, str, int]]


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """Two figures that disagree; a side is the figure, its claim, and the article's place."""

    sides: list[tuple[str, str, int]]


@dataclass(slots=True)
class Index:
    """All that the page shows."""

    articles: list[ArticleEntry] = field(default_factory=list)
    people: list[PersonEntry] = field(default_factory=list)
    words: list[WordsEntry] = field(default_factory=list)
    figures: list[FigureEntry] = field(default_factory=list)


def listed(file: str, extraction: Extraction) -> tuple[ArticleEntry, list[Voice]]:
    """Take from an article's records what the index shows: its entry, and those who are quoted in it by name."""
    entry = ArticleEntry(title_of(extraction), file, len(extraction.quotes), len(extraction.claims))
    entry.day, entry.outlet = extraction.source.published, extraction.source.kept.get("outlet")
    return entry, [voice for voice in voices_of(extraction).values() if voice.quotes and not voice.anonymous]


def index_of(found: Iterable[tuple[ArticleEntry, list[Voice]]]) -> Index:
    """Make an index of articles alone: speakers of one name and kind count as one."""
    index = Index()
    people: dict[tuple[str, str], PersonEntry] = {}
    heard: list[list[tuple[str, str]]] = []
    for place, (entry, voices) in enumerate(found):
        index.articles.append(entry)
        heard.append([])
        for voice in voices:
            person = people.setdefault((voice.label, voice.kind), PersonEntry(voice.label, voice.kind, 0, 0))
            person.words += voice.words
            person.quotes += voice.quotes
            person.articles.append(place)
            heard[-1].append((voice.label, voice.kind))
            if entry.day:
                person.months[entry.day[:7]] = person.months.get(entry.day[:7], 0) + voice.words
    ranked = sorted(people, key=lambda who: (-people[who].words, who))
    places = {who: place for place, who in enumerate(ranked)}
    index.people = [people[who] for who in ranked]
    for entry, who in zip(index.articles, heard, strict=True):
        entry.people = [places[each] for each in who]
    return index


def index_page(index: Index) -> str:
    """Return the page: self-contained, with a list for each kind of entry that there is."""
    months = sorted({month for person in index.people for month in person.months})
    data = dump({**asdict(index), "months": months}).replace("<", "\\u003c")
    return rendered("index.html.j2", "index.js", title="Who says what", index=index, data=data)
