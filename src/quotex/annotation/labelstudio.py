"""Label Studio's tasks: predictions out, annotations in, and the labelling interface that shows them.

Marks are regions of the control ``label``; each property is a control of its own for regions of its label, one to
choose from or a text area. A further piece of a mark is a region of its own, with the relation ``continues``. Offsets
count code points, as Label Studio's do. Format: https://labelstud.io/guide/predictions and ``guide/export``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from quotex.annotation.graph import Graph, Kind, Label, Link, Mark, Property, Relation, properties_of
from quotex.annotation.locating import Refuse, locate, warn
from quotex.annotation.records import ODD, about_new, from_graph, to_graph
from quotex.contract.records import Extraction, Span
from quotex.errors import MalformedInputError

_CONTINUES = "continues"
_COLOURS = {
    Label.QUOTE: "#1b6ac9",
    Label.CUE: "#7b61ad",
    Label.SOURCE: "#0f8a5f",
    Label.SPEAKER: "#0a5c3f",
    Label.MENTION: "#79b99c",
    Label.CLAIM: "#c2571a",
    Label.FIGURE: "#b3261e",
    Label.TIME: "#8a6d00",
    Label.PLACE: "#8a6d00",
    Label.NOTICE: "#8c8c8c",
}

Json = dict[str, Any]


def interface() -> str:
    """Return the labelling interface, in XML, to be pasted into a project's settings."""
    view = ElementTree.Element("View")
    relations = ElementTree.SubElement(view, "Relations")
    for name in (*Relation, _CONTINUES):
        ElementTree.SubElement(relations, "Relation", value=name)
    labels = ElementTree.SubElement(view, "Labels", name="label", toName="text")
    for label in Label:
        ElementTree.SubElement(labels, "Label", value=label, background=_COLOURS[label])
    ElementTree.SubElement(view, "Text", name="text", value="$text", granularity="symbol")
    for label in Label:
        for known in properties_of(label).values():
            _control(view, label, known)
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _control(view: ElementTree.Element, label: Label, known: Property) -> None:
    shown = {"perRegion": "true", "whenTagName": "label", "whenLabelValue": label}
    name = _name(label, known.name)
    ElementTree.SubElement(view, "Header", {"value": name, "size": "5"})
    if known.kind in (Kind.CHOICE, Kind.CHOICES):
        many = "single" if known.kind is Kind.CHOICE else "multiple"
        choices = ElementTree.SubElement(view, "Choices", {"name": name, "toName": "text", "choice": many} | shown)
        for value in known.values:
            ElementTree.SubElement(choices, "Choice", value=value)
    else:
        ElementTree.SubElement(
            view, "TextArea", {"name": name, "toName": "text", "maxSubmissions": "1", "editable": "true"} | shown
        )


def _name(label: Label, name: str) -> str:
    return f"{label}_{name}".lower()


def task(extraction: Extraction, text: str) -> Json:
    """Make a task of an article and its records, which stand in it as a prediction."""
    graph = to_graph(extraction)
    result: list[Json] = []
    for mark in graph.marks:
        for i, span in enumerate(mark.spans):
            id = f"{mark.key}+{i}" if i else mark.key
            place = {"start": span.start, "end": span.end}
            value = place | {"text": span.text, "labels": [mark.label]}
            result.append(_result(id, "label", "labels", value))
            if i:
                result.append(_relation(id, mark.key, _CONTINUES))
        first = {"start": mark.spans[0].start, "end": mark.spans[0].end}
        result += [_property(mark, name, value, first) for name, value in mark.properties.items()]
    result += [_relation(link.start, link.end, link.relation) for link in graph.links]
    made_by = extraction.pipeline
    prediction = {"model_version": f"quotex {made_by.quotex}, {made_by.tagger}", "result": result}
    return {"data": {"text": text, "quotex": graph.about}, "predictions": [prediction]}


def _result(id: str, control: str, kind: str, value: Json) -> Json:
    return {"id": id, "from_name": control, "to_name": "text", "type": kind, "value": value}


def _relation(start: str, end: str, name: str) -> Json:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [name]}


def _property(mark: Mark, name: str, value: Any, place: Json) -> Json:
    known = properties_of(mark.label).get(name)
    control = _name(mark.label, name)
    if known and known.kind in (Kind.CHOICE, Kind.CHOICES):
        chosen = [value] if known.kind is Kind.CHOICE else value
        return _result(mark.key, control, "choices", place | {"choices": chosen})
    words = value if known and known.kind is Kind.TEXT and value is not None else json.dumps(value)
    return _result(mark.key, control, "textarea", place | {"text": [words]})


def tasks(raw: str | bytes, where: str) -> Iterator[tuple[str, Json]]:
    """Yield the tasks of what Label Studio exports as JSON, a list of them or one, each with what messages call it.

    Raises:
        MalformedInputError: it is not JSON.
    """
    try:
        given = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise MalformedInputError(f"{where}: not JSON ({error}); export the project as JSON") from error
    for number, task in enumerate(given if isinstance(given, list) else [given], 1):
        yield f"{where}, task {number}", task


def read_task(given: Json, where: str, refuse: Refuse = warn) -> Extraction:
    """Read one task's article: the last annotation that was not cancelled or, without one, the prediction.

    Args:
        given: the task.
        where: what messages call it.
        refuse: is told of a region whose words are neither at its offsets nor once elsewhere; it is left out.

    Raises:
        MalformedInputError: it is not a task.
        RecordError: what is annotated cannot be records.
    """
    try:
        return _read(given, where, refuse)
    except ODD as error:
        raise MalformedInputError(
            f"{where}: not a task of Label Studio ({error!r}); export as JSON, not JSON-MIN"
        ) from error


def _read(given: Json, where: str, refuse: Refuse) -> Extraction:
    text = given["data"]["text"]
    about = given["data"].get("quotex")
    done = [a for a in given.get("annotations", ()) if not a.get("was_cancelled")] or given.get("predictions", ())
    regions, links = _regions(done[-1]["result"] if done else (), text, where, refuse)
    heads = _heads(regions, links, where)
    pieces: dict[str, list[Span]] = defaultdict(list)
    for id, region in regions.items():
        pieces[heads[id]].append(region.span)
    marks = [
        Mark(id, regions[id].label, tuple(sorted(spans, key=lambda span: span.start)), regions[id].properties)
        for id, spans in pieces.items()
    ]
    known = tuple(
        Link(Relation(name), heads.get(start, start), heads.get(end, end))
        for start, end, name in links
        if name in set(Relation)
    )
    name = str(given.get("id", where))
    return from_graph(Graph(tuple(marks), known, about), about=lambda: about_new(name, text), text=text)


def _heads(regions: Mapping[str, _Region], links: Iterable[tuple[str, str, str]], where: str) -> dict[str, str]:
    """Say of each region which one it continues, over any number of others; itself, if none of its label.

    Raises:
        MalformedInputError: regions continue each other in a circle.
    """
    continued = {
        start: end
        for start, end, name in links
        if name == _CONTINUES and start in regions and end in regions and regions[start].label == regions[end].label
    }
    heads: dict[str, str] = {}
    for id in regions:
        passed = [id]
        while (last := passed[-1]) in continued and last not in heads:
            passed.append(continued[last])
            if len(passed) > len(regions):
                raise MalformedInputError(f"{where}: {id!r} continues itself, in a circle; remove one of the relations")
        heads |= dict.fromkeys(passed, heads.get(last, last))
    return heads


@dataclass(slots=True)
class _Region:
    label: Label
    span: Span
    properties: Json = field(default_factory=dict)


def _regions(
    result: list[Json] | tuple[()], text: str, where: str, refuse: Refuse
) -> tuple[dict[str, _Region], list[tuple[str, str, str]]]:
    regions: dict[str, _Region] = {}
    links: list[tuple[str, str, str]] = []
    for item in result:
        if item["type"] == "relation":
            names = item.get("labels") or [""]
            links.append((item["from_id"], item["to_id"], names[0]))
        elif item["type"] == "labels" and item["value"]["labels"][0] in set(Label):
            if item["id"] in regions or len(item["value"]["labels"]) > 1:
                raise MalformedInputError(f"{where}: region {item['id']!r} is several things; make it several regions")
            if span := _located(item["value"], text):
                regions[item["id"]] = _Region(Label(item["value"]["labels"][0]), span)
            else:
                words = str(item["value"].get("text"))[:40]
                refuse(f"{where}: region {item['id']} is left out: {words!r} is not at its offsets, nor once elsewhere")
    for item in result:
        if item["type"] in ("choices", "textarea") and (region := regions.get(item["id"])):
            region.properties |= _answer(region.label, item)
    return regions, links


def _located(value: Mapping[str, Any], text: str) -> Span | None:
    """Return a region's span; older versions count UTF-16 units, and some write none: its words then tell."""
    start, end = value.get("start"), value.get("end")
    place = (start, end) if isinstance(start, int) and isinstance(end, int) else (0, 0)
    if not (found := locate(text, [place], value.get("text"))):
        return None
    ((start, end),) = found
    return Span(start=start, end=end, text=text[start:end])


def _answer(label: Label, item: Json) -> Json:
    """Read one control's answer as a property; an empty one says nothing."""
    for name, known in properties_of(label).items():
        if item["from_name"] == _name(label, name):
            if known.kind is Kind.CHOICES:
                return {name: item["value"]["choices"]}
            given = item["value"]["choices" if known.kind is Kind.CHOICE else "text"]
            words = given if isinstance(given, str) else next(iter(given), "")
            if not words:
                return {}
            return {name: words if known.kind in (Kind.CHOICE, Kind.TEXT) else _value(words)}
    return {}


def _value(words: str) -> Any:
    try:
        return json.loads(words)
    except ValueError:
        return words  # the contract says what is wrong with it
