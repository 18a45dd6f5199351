"""Marks and links: what all annotation tools have in common.

A mark is a labelled piece of the text, or several pieces, with properties; a link leads from one mark to another. A
record's field becomes a link where it refers to another record or to a span, and a property where it does not; so a new
field of the contract is carried along without a word about it here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from quotex.contract.records import Claim, MentionRule, Quantity, Quote, Span, Speaker, Time


class Label(StrEnum):
    """What a mark can be."""

    QUOTE = "Quote"
    CUE = "Cue"
    SOURCE = "Source"
    SPEAKER = "Speaker"
    MENTION = "Mention"
    CLAIM = "Claim"
    FIGURE = "Figure"
    TIME = "Time"
    PLACE = "Place"
    NOTICE = "Notice"


class Relation(StrEnum):
    """What a link can be; :data:`ENDS` says between which marks."""

    CUE = "cue"
    SOURCE = "source"
    SPEAKER = "speaker"
    MENTION_OF = "mention_of"
    ASSERTED_BY = "asserted_by"
    ABOUT = "about"
    QUOTE = "quote"
    FIGURE = "figure"
    TIME = "time"
    PLACE = "place"


ENDS: dict[Relation, tuple[Label, Label]] = {
    Relation.CUE: (Label.QUOTE, Label.CUE),
    Relation.SOURCE: (Label.QUOTE, Label.SOURCE),
    Relation.SPEAKER: (Label.QUOTE, Label.SPEAKER),
    Relation.MENTION_OF: (Label.MENTION, Label.SPEAKER),
    Relation.ASSERTED_BY: (Label.CLAIM, Label.SPEAKER),
    Relation.ABOUT: (Label.CLAIM, Label.SPEAKER),
    Relation.QUOTE: (Label.CLAIM, Label.QUOTE),
    Relation.FIGURE: (Label.CLAIM, Label.FIGURE),
    Relation.TIME: (Label.CLAIM, Label.TIME),
    Relation.PLACE: (Label.CLAIM, Label.PLACE),
}

MODELS: dict[Label, tuple[type[BaseModel], frozenset[str]]] = {
    Label.QUOTE: (Quote, frozenset({"id", "spans", "text", "cue", "source", "speaker"})),
    Label.SPEAKER: (Speaker, frozenset({"id", "mentions"})),
    Label.CLAIM: (
        Claim,
        frozenset({"id", "span", "text", "quantities", "times", "places", "asserted_by", "about", "quote", "part_of"}),
    ),
    Label.FIGURE: (Quantity, frozenset({"id", "span", "text", "claim"})),
    Label.TIME: (Time, frozenset({"span", "text"})),
}
"""The records whose fields are a mark's properties, and the fields that marks and links stand for."""


class Link(NamedTuple):
    """From one mark to another, by their keys."""

    relation: Relation
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled piece of the text.

    Attributes:
        key: unique in its graph.
        spans: in text order; several where the words between them are no part of it.
        properties: values of JSON, by name.
    """

    key: str
    label: Label
    spans: tuple[Span, ...]
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """One article's marks and links, in the order of its records.

    Attributes:
        about: what stands on no piece of the text: ``source``, ``pipeline`` and ``warnings``, as in a record; None
            where a tool has lost it, or never had it.
    """

    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    about: Mapping[str, Any] | None = None


class Kind(StrEnum):
    """What a property's value can be, as far as a tool's form for it goes."""

    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a label's marks: its kind and, where it is chosen, the values to choose from."""

    name: str
    kind: Kind
    values: tuple[str, ...] = ()


RULE = Property("rule", Kind.CHOICE, tuple(MentionRule))
"""Of each mention, why it is its speaker's."""


@cache
def properties_of(label: Label) -> dict[str, Property]:
    """Return the properties that marks of a label can have, by name, from the contract's own JSON Schema."""
    shared = {RULE.name: RULE} if label in (Label.SPEAKER, Label.MENTION) else {}
    if label not in MODELS:
        return shared
    model, handled = MODELS[label]
    schema = model.model_json_schema()
    return shared | {
        name: _property(name, found, schema.get("$defs", {}))
        for name, found in schema["properties"].items()
        if name not in handled
    }


def _property(name: str, schema: dict[str, Any], definitions: dict[str, Any]) -> Property:
    options = [definitions[o["$ref"].rsplit("/", 1)[1]] if "$ref" in o else o for o in schema.get("anyOf", [schema])]
    for option in options:
        items = option.get("items", {})
        item = definitions[items["$ref"].rsplit("/", 1)[1]] if "$ref" in items else items
        if "enum" in option or "enum" in item:
            kind = Kind.CHOICE if "enum" in option else Kind.CHOICES
            return Property(name, kind, tuple((option if "enum" in option else item)["enum"]))
    is_text = {option.get("type") for option in options} <= {"string", "null"}
    return Property(name, Kind.TEXT if is_text else Kind.OTHER)
