"""W3C Web Annotation, as JSON-LD: one AnnotationPage an article.

Each mark is an Annotation that tags its pieces of the text, each piece a target with a TextPositionSelector, whose unit
is stated (code points), and a TextQuoteSelector with what stands before and after. Each link is an Annotation that
links one of them to another. What the standard has no word for is in the vocabulary ``urn:quotex:``.
Model and vocabulary: https://www.w3.org/TR/annotation-model/ and https://www.w3.org/TR/annotation-vocab/.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from quotex.annotation.graph import Graph, Label, Link, Mark, Relation
from quotex.annotation.records import ODD, about_new, from_graph, to_graph
from quotex.contract.records import Extraction, Span
from quotex.errors import MalformedInputError

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "quotex": "urn:quotex:",
        "unit": "quotex:unit",
        "properties": {"@id": "quotex:properties", "@type": "@json"},
        "about": {"@id": "quotex:about", "@type": "@json"},
        "relation": "quotex:relation",
    },
]
_UNIT = "codePoint"
_AROUND = 32  # characters of context, as hypothes.is gives them

Json = dict[str, Any]


def page(extraction: Extraction, text: str) -> Json:
    """Make the annotations of an article's records; its text tells what stands before and after."""
    graph = to_graph(extraction)
    base = f"urn:sha256:{extraction.source.sha256}"
    source = extraction.source.url or base
    return {
        "@context": CONTEXT,
        "id": f"{base}#annotations",
        "type": "AnnotationPage",
        "about": graph.about,
        "items": [
            *(_mark(mark, base, source, text) for mark in graph.marks),
            *(_link(i, link, base) for i, link in enumerate(graph.links, 1)),
        ],
    }


def _mark(mark: Mark, base: str, source: str, text: str) -> Json:
    annotation = {
        "id": f"{base}#{mark.key}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": {"type": "TextualBody", "value": mark.label, "purpose": "tagging", "format": "text/plain"},
        "target": [{"source": source, "selector": _selectors(span, text)} for span in mark.spans],
    }
    return annotation | ({"properties": dict(mark.properties)} if mark.properties else {})


def _selectors(span: Span, text: str) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end, "unit": _UNIT},
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]


def _link(number: int, link: Link, base: str) -> Json:
    return {
        "id": f"{base}#l{number}",
        "type": "Annotation",
        "motivation": "linking",
        "relation": link.relation,
        "body": f"{base}#{link.end}",
        "target": f"{base}#{link.start}",
    }


def read_page(raw: str | bytes, where: str) -> Extraction:
    """Read one article's annotations: an AnnotationPage, or an AnnotationCollection with its first page in it.

    Raises:
        MalformedInputError: it is not such a page.
        RecordError: what is annotated cannot be records.
    """
    try:
        return _read(raw, where)
    except ODD as error:
        raise MalformedInputError(
            f"{where}: not a page of annotations ({error!r}); write one with -f annotation"
        ) from error


def _read(raw: str | bytes, where: str) -> Extraction:
    given = json.loads(raw)
    given = given.get("first", given)
    marks, links = [], []
    for item in given["items"]:
        if "relation" in item:
            links.append(Link(Relation(item["relation"]), item["target"], item["body"]))
        elif (label := _tag(item)) is not None:
            targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
            spans = sorted(map(_span, targets), key=lambda span: span.start)
            marks.append(Mark(item["id"], label, tuple(spans), item.get("properties", {})))
    if given.get("about") is None:
        raise MalformedInputError(f"{where}: the page does not say what text it is about; keep quotex's field about")
    graph = Graph(tuple(marks), tuple(links), given["about"])
    return from_graph(graph, about=lambda: about_new(where, ""))


def _tag(item: Mapping[str, Any]) -> Label | None:
    bodies = item.get("body", ())
    for body in bodies if isinstance(bodies, list) else [bodies]:
        value = body.get("value") if isinstance(body, dict) else None
        if value in set(Label):
            return Label(value)
    return None


def _span(target: Mapping[str, Any]) -> Span:
    selectors = target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
    position = next(s for s in selectors if s["type"] == "TextPositionSelector")
    quote = next(s for s in selectors if s["type"] == "TextQuoteSelector")
    return Span(start=position["start"], end=position["end"], text=quote["exact"])
