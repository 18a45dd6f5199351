"""brat's standoff files: ``NAME.txt``, ``NAME.ann``, and beside them ``NAME.quotex.json`` with what stands nowhere.

In ``.ann``: marks are text-bound annotations (T), links relations (R), chosen properties attributes (A), the others a
note (#) in JSON. brat knows no line end within an annotation, so that a piece with one is cut there; and it may take a
CR and LF for one character, so that the text has a blank for every CR. Format: https://brat.nlplab.org/standoff.html.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from quotex.annotation.graph import ENDS, Graph, Kind, Label, Link, Mark, Relation, properties_of
from quotex.annotation.locating import Refuse, locate, warn
from quotex.annotation.records import ODD, about_new, from_graph, to_graph
from quotex.contract.records import Extraction, Span
from quotex.errors import MalformedInputError

_BREAKS = re.compile(r"[\t\n]")
_LINE = re.compile(r"[^\n]+")
_ENTITY = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_RELATION = re.compile(r"R\S+\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (\S+))?\s*")
_NOTE = re.compile(r"#\S*\t\S+ (\S+)\t(.*)")
_PIECES = "pieces"
"""The property that says where a mark's pieces are, where line ends cut them into fragments."""


class Files(NamedTuple):
    """The three files of one article."""

    text: str
    annotations: str
    about: str


def write(extraction: Extraction, text: str) -> Files:
    """Write the records of an article's text as brat has them."""
    graph = to_graph(extraction)
    shown = text.replace("\r", " ")
    lines = _Lines(shown)
    for mark in graph.marks:
        lines.mark(mark)
    for link in graph.links:
        lines.link(link)
    about = {"about": graph.about, "returns": [i for i, char in enumerate(text) if char == "\r"]}
    return Files(shown, "".join(lines.made), json.dumps(about, ensure_ascii=False, indent=1) + "\n")


class _Lines:
    """Annotation lines in the making, with brat's own identifiers."""

    def __init__(self, text: str) -> None:
        self.made: list[str] = []
        self._text = text
        self._ids: dict[str, str] = {}
        self._counted: dict[str, int] = defaultdict(int)

    def mark(self, mark: Mark) -> None:
        pieces = [(span.start, span.end) for span in mark.spans]
        fragments = _fragments(pieces, self._text)
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        words = _BREAKS.sub(" ", " ".join(self._text[start:end] for start, end in fragments))
        id = self._ids[mark.key] = self._next("T")
        self.made.append(f"{id}\t{mark.label} {offsets}\t{words}\n")
        chosen = {name for name, p in properties_of(mark.label).items() if p.kind is Kind.CHOICE}
        for name in mark.properties:
            if name in chosen:
                self.made.append(f"{self._next('A')}\t{_title(mark.label, name)} {id} {mark.properties[name]}\n")
        noted = {name: value for name, value in mark.properties.items() if name not in chosen}
        if fragments != pieces:
            noted[_PIECES] = pieces
        if noted:
            # ASCII: among what Unicode takes for line ends, none is left
            self.made.append(f"{self._next('#')}\tAnnotatorNotes {id}\t{json.dumps(noted)}\n")

    def link(self, link: Link) -> None:
        ends = f"Arg1:{self._ids[link.start]} Arg2:{self._ids[link.end]}"
        self.made.append(f"{self._next('R')}\t{link.relation} {ends}\n")

    def _next(self, prefix: str) -> str:
        self._counted[prefix] += 1
        return f"{prefix}{self._counted[prefix]}"


def _fragments(pieces: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Cut pieces at line ends."""
    return [
        fragment
        for start, end in pieces
        for fragment in [match.span() for match in _LINE.finditer(text, start, end)] or [(start, end)]
    ]


def _title(label: Label, name: str) -> str:
    """Name an attribute: brat's are the same for all annotations, quotex's properties are a record's own."""
    return f"{label}_{name}"


def configuration() -> dict[str, str]:
    """Return the contents of the files that tell brat, by name, what there is to annotate."""
    relations = [f"{r}\tArg1:{start}, Arg2:{end}" for r, (start, end) in ENDS.items()]
    attributes = [
        f"{_title(label, p.name)}\tArg:{label}, Value:{'|'.join(p.values)}"
        for label in Label
        for p in properties_of(label).values()
        if p.kind is Kind.CHOICE
    ]
    sections = {
        "entities": [*Label],
        "relations": [*relations, "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"],
        "events": [],
        "attributes": attributes,
    }
    text = "\n".join("\n".join([f"[{name}]", *lines, ""]) for name, lines in sections.items())
    return {"annotation.conf": text}


def read_article(path: Path, refuse: Refuse = warn) -> Extraction:
    """Read one article.

    Args:
        path: of its ``.ann`` file; the ``.txt`` lies beside it, and so may the ``.quotex.json``.
        refuse: is told of a mark whose words are neither at its offsets nor once elsewhere; it is left out.

    Raises:
        MalformedInputError: a line is not as brat writes it; the message says which.
        RecordError: what is annotated cannot be records.
        OSError: a file cannot be read.
    """
    try:
        return _read_article(path, refuse)
    except ODD as error:  # among them what is not UTF-8, and what is not JSON
        raise MalformedInputError(f"{path}: not as quotex and brat write it ({error}); export it again") from error


def _read_article(path: Path, refuse: Refuse) -> Extraction:
    sidecar = path.with_suffix(".quotex.json")
    kept = json.loads(_content(sidecar)) if sidecar.exists() else {}
    text = _with_returns(_content(path.with_suffix(".txt")).decode("utf-8"), kept.get("returns", ()))
    new = about_new(path.stem, text)
    about = kept.get("about") or new
    digest = {name: new["source"][name] for name in ("sha256", "length")}  # the text may have been mended
    graph = _read(path, text, refuse)
    return from_graph(
        Graph(graph.marks, graph.links, about | {"source": about["source"] | digest}), about=lambda: new, text=text
    )


def _content(path: Path) -> bytes:
    """Read a file that lies in the folder itself: a link could bring in whatever the user can read.

    Raises:
        MalformedInputError: it leads elsewhere, or to a pipe, which may never end.
        OSError: it cannot be read.
    """
    if path.is_symlink() and path.resolve().parent != path.parent.resolve():
        raise MalformedInputError(f"{path}: a link that leads elsewhere; put the file itself there")
    if path.exists() and not path.is_file():
        raise MalformedInputError(f"{path}: not a regular file; put a file there")
    return path.read_bytes()


def _with_returns(text: str, places: Iterable[int]) -> str:
    """Put every CR back that a blank stands for, but where the text was mended and there is another character."""
    chars = list(text)
    for i in places:
        if 0 <= i < len(chars) and chars[i] == " ":
            chars[i] = "\r"
    return "".join(chars)


@dataclass(slots=True)
class _Entity:
    label: Label
    fragments: list[tuple[int, int]]
    properties: dict[str, Any] = field(default_factory=dict)


def _read(path: Path, text: str, refuse: Refuse) -> Graph:
    entities: dict[str, _Entity] = {}
    links: list[Link] = []
    chosen: list[tuple[str, str, str]] = []
    for number, line in enumerate(_content(path).decode("utf-8").split("\n"), 1):
        match line[:1]:
            case "T":
                if found := _entity(line, f"{path}:{number}", text, refuse):
                    if found[0] in entities:
                        raise MalformedInputError(f"{path}:{number}: a second {found[0]}; give it another name")
                    entities[found[0]] = found[1]
            case "R" if m := _RELATION.fullmatch(line):
                if m[1] in set(Relation):
                    links.append(Link(Relation(m[1]), m[2], m[3]))
            case "A" | "M" if m := _ATTRIBUTE.fullmatch(line):
                chosen.append((m[2], m[1], m[3] or ""))
            case "#" if (m := _NOTE.fullmatch(line)) and m[1] in entities:
                entities[m[1]].properties |= _noted(m[2])
            case "R" | "A" | "M":
                raise MalformedInputError(f"{path}:{number}: not as brat writes it: {line[:60]!r}; mend the line")
    for id, title, value in chosen:
        if id in entities and title.startswith(f"{entities[id].label}_"):
            entities[id].properties[title.removeprefix(f"{entities[id].label}_")] = value
    return Graph(tuple(_mark(id, entity, text) for id, entity in entities.items()), tuple(links))


def _entity(line: str, where: str, text: str, refuse: Refuse) -> tuple[str, _Entity] | None:
    match = _ENTITY.fullmatch(line.removesuffix("\r"))
    if not match:
        raise MalformedInputError(f"{where}: not as brat writes it: {line[:60]!r}; mend the line")
    if match[2] not in set(Label):
        return None  # another project's
    pairs = [pair.split() for pair in match[3].split(";")]
    fragments = locate(text, [(int(start), int(end)) for start, end in pairs], match[4])
    if fragments is None:
        refuse(f"{where}: {match[1]} is left out: {match[4][:40]!r} is not at its offsets, nor once elsewhere")
        return None
    return match[1], _Entity(Label(match[2]), list(fragments))


def _noted(note: str) -> dict[str, Any]:
    """Read a note that holds properties; another one is a person's, for persons."""
    try:
        value = json.loads(note)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _mark(id: str, entity: _Entity, text: str) -> Mark:
    properties = dict(entity.properties)
    pieces = [(start, end) for start, end in properties.pop(_PIECES, ())]
    if _fragments(pieces, text.replace("\r", " ")) != entity.fragments:
        pieces = sorted(entity.fragments)  # a person has drawn it anew
    spans = tuple(Span(start=start, end=end, text=text[start:end]) for start, end in pieces)
    return Mark(id, entity.label, spans, properties)
