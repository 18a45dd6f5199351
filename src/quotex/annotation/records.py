"""From records to marks and links, and back.

Back, whatever a person may have changed in between: records are numbered anew in text order, links that lead nowhere
are left out, and what a new mark does not say gets a value that says no more than is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticSerializationError

from quotex.annotation.graph import ENDS, MODELS, RULE, Graph, Label, Link, Mark, Relation
from quotex.contract.checks import digest_of
from quotex.contract.nesting import enclosing
from quotex.contract.records import Claim, Extraction, Span, Speaker
from quotex.contract.verbatim import PIECES, VERBATIM, on_one_line
from quotex.errors import RecordError
from quotex.text.marks import MARKS

Record = dict[str, Any]

ODD = (ArithmeticError, AttributeError, LookupError, RecursionError, StopIteration, TypeError, ValueError)
"""What it raises to read JSON, or text in lines, of another shape than expected."""


def to_graph(extraction: Extraction) -> Graph:
    """Make marks and links of an article's records."""
    marking = _Marking()
    for speaker in extraction.speakers:
        _mark_speaker(marking, speaker)
    for quote in extraction.quotes:
        marking.add(quote.id, Label.QUOTE, quote.spans, _properties(Label.QUOTE, quote))
        marking.link(Relation.CUE, quote.id, marking.shared(Label.CUE, quote.cue))
        marking.link(Relation.SOURCE, quote.id, marking.shared(Label.SOURCE, quote.source))
        marking.link(Relation.SPEAKER, quote.id, quote.speaker)
    for figure in extraction.quantities:
        marking.add(figure.id, Label.FIGURE, [figure.span], _properties(Label.FIGURE, figure))
    for claim in extraction.claims:
        _mark_claim(marking, claim)
    for i, notice in enumerate(extraction.boilerplate, 1):
        marking.add(f"b{i}", Label.NOTICE, [notice])
    about = extraction.model_dump(mode="json", include={"source", "pipeline", "warnings"})
    return Graph(tuple(marking.marks), tuple(marking.links), about)


def _mark_speaker(marking: _Marking, speaker: Speaker) -> None:
    for i, mention in enumerate(speaker.mentions, 1):
        place = Span(start=mention.start, end=mention.end, text=mention.text)
        said: Record = {RULE.name: mention.rule.value} if mention.rule else {}
        if i == 1:
            marking.add(speaker.id, Label.SPEAKER, [place], said | _properties(Label.SPEAKER, speaker))
        else:
            marking.add(f"{speaker.id}.{i}", Label.MENTION, [place], said)
            marking.link(Relation.MENTION_OF, f"{speaker.id}.{i}", speaker.id)


def _mark_claim(marking: _Marking, claim: Claim) -> None:
    marking.add(claim.id, Label.CLAIM, [claim.span], _properties(Label.CLAIM, claim))
    marking.link(Relation.ASSERTED_BY, claim.id, claim.asserted_by)
    marking.link(Relation.ABOUT, claim.id, claim.about)
    marking.link(Relation.QUOTE, claim.id, claim.quote)
    for n in claim.quantities:
        marking.link(Relation.FIGURE, claim.id, n)
    for i, time in enumerate(claim.times, 1):
        marking.add(f"{claim.id}.t{i}", Label.TIME, [time.span], _properties(Label.TIME, time))
        marking.link(Relation.TIME, claim.id, f"{claim.id}.t{i}")
    for place in claim.places:
        marking.link(Relation.PLACE, claim.id, marking.shared(Label.PLACE, place))


def _properties(label: Label, record: BaseModel) -> Record:
    """Return what a record says beside its place and its references, but for what goes without saying."""
    _, handled = MODELS[label]
    return record.model_dump(mode="json", exclude=set(handled), exclude_defaults=True)


class _Marking:
    """Marks and links in the making."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self._keys: set[str] = set()

    def add(self, key: str, label: Label, spans: Iterable[Span], properties: Record | None = None) -> None:
        self.marks.append(Mark(key, label, tuple(spans), properties or {}))
        self._keys.add(key)

    def shared(self, label: Label, span: Span | None) -> str | None:
        """Return the key of a mark that says no more than its place: one for all who refer to it."""
        if span is None:
            return None
        key = f"{label.lower()}.{span.start}.{span.end}"
        if key not in self._keys:
            self.add(key, label, [span])
        return key

    def link(self, relation: Relation, start: str, end: str | None) -> None:
        if end is not None:
            self.links.append(Link(relation, start, end))


def from_graph(graph: Graph, *, about: Callable[[], Record], text: str | None = None) -> Extraction:
    """Make an article's records of marks and links.

    Args:
        graph: its marks need not be in order.
        about: makes source and pipeline where the graph has none.
        text: the article's; where given, it decides what kind of quotation a new mark is.

    Raises:
        RecordError: a property has a value that the contract does not know.
    """
    made = _Records(graph, text)
    record = dict(graph.about or about()) | {
        "speakers": made.speakers(),
        "quotes": made.quotes(),
        "claims": made.claims(),
        "quantities": made.figures(),
        "boilerplate": [mark.spans[0].model_dump() for mark in made.of(Label.NOTICE)],
    }
    try:
        extraction = Extraction.model_validate(record)
        extraction.model_dump_json()
        return extraction
    except PydanticSerializationError as error:  # a lone surrogate, which is no character
        raise RecordError(f"what is annotated cannot be written: {error}; correct it in the annotations") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        source = record["source"]
        name = source.get("id", "-") if isinstance(source, dict) else "-"
        raise RecordError(f"{name}: {where}: {first['msg']}; correct it in the annotations") from error


class _Records:
    """Records in the making, with new identifiers."""

    def __init__(self, graph: Graph, text: str | None) -> None:
        self._text = text
        self._marks = {mark.key: mark for mark in graph.marks}
        self._of: dict[Label, list[Mark]] = defaultdict(list)
        for mark in graph.marks:
            self._of[mark.label].append(mark)
        self._ends: dict[tuple[Relation, str], list[Mark]] = defaultdict(list)
        self._starts: dict[tuple[Relation, str], list[Mark]] = defaultdict(list)
        for relation, start, end in graph.links:
            ends = tuple(mark.label for mark in (self._marks.get(start), self._marks.get(end)) if mark)
            if ends == ENDS[relation]:
                self._ends[relation, start].append(self._marks[end])
                self._starts[relation, end].append(self._marks[start])
        self._mention_sources()
        self._ids = {
            mark.key: f"{prefix}{i}"
            for label, prefix in zip((Label.SPEAKER, Label.QUOTE, Label.CLAIM, Label.FIGURE), "sqcn", strict=True)
            for i, mark in enumerate(self.of(label), 1)
        }

    def _mention_sources(self) -> None:
        """Make a source that is drawn beside its speaker's mentions one of them."""
        for quote in self._of[Label.QUOTE]:
            source, speaker = self._one(Relation.SOURCE, quote), self._one(Relation.SPEAKER, quote)
            if source and speaker and not any(_touch(source, mention) for mention in self._mentions(speaker)):
                self._starts[Relation.MENTION_OF, speaker.key].append(source)

    def of(self, label: Label) -> list[Mark]:
        """Return the marks of a label in text order, speakers by their first mention."""
        return sorted(self._of[label], key=lambda mark: min(m.spans[0].start for m in self._mentions(mark)))

    def _mentions(self, mark: Mark) -> list[Mark]:
        return [mark, *self._starts[Relation.MENTION_OF, mark.key]]

    def _one(self, relation: Relation, mark: Mark) -> Mark | None:
        return next(iter(self._ends[relation, mark.key]), None)

    def _id(self, mark: Mark | None) -> str | None:
        return self._ids[mark.key] if mark else None

    def speakers(self) -> list[Record]:
        made = []
        for mark in self.of(Label.SPEAKER):
            mentions = _in_order(self._mentions(mark))
            record = {"kind": "unknown", **mark.properties, "id": self._id(mark)}
            record.pop(RULE.name, None)
            record["mentions"] = [_span(m) | {RULE.name: m.properties.get(RULE.name)} for m in mentions]
            self._place_role(record)
            made.append(_with_places(record))
        return made

    def _place_role(self, record: Record) -> None:
        """Add a role that a person has typed to the roles, where the text has it."""
        role, roles = record.get("role"), record.get("roles", [])
        told = {on_one_line(span["text"]) for span in roles}
        start = (self._text or "").find(role) if role and role not in told else -1
        if role and start >= 0:
            here = {"start": start, "end": start + len(role), "text": role}
            record["roles"] = sorted([*roles, here], key=lambda known: (known["start"], known["end"]))

    def quotes(self) -> list[Record]:
        made = []
        for mark in self.of(Label.QUOTE):
            cue, source = self._one(Relation.CUE, mark), self._one(Relation.SOURCE, mark)
            new = {
                "type": self._type(mark.spans) if "type" not in mark.properties else None,
                "text": PIECES.join(span.text for span in mark.spans),
                "confidence": 1.0,  # a person says so
            }
            known = {
                "id": self._id(mark),
                "spans": [span.model_dump() for span in mark.spans],
                "cue": _span(cue) if cue else None,
                "source": _span(source) if source else None,
                "speaker": self._id(self._one(Relation.SPEAKER, mark)),
            }
            record = new | dict(mark.properties) | known
            if not cue:
                record["stance"] = "unknown"  # which is read from a cue
            record["speaker_confidence"] = record.get("speaker_confidence", 1.0) if record["speaker"] else None
            made.append(record)
        return made

    def _type(self, spans: Sequence[Span]) -> str:
        """Say how words are given, by the marks in and around them."""
        if self._text and all(self._in_marks(span) for span in spans):
            return "direct"
        return "mixed" if any(MARKS - {"'", "’"} & set(span.text) for span in spans) else "indirect"

    def _in_marks(self, span: Span) -> bool:
        text = self._text or ""
        return bool(MARKS & set(text[max(0, span.start - 2) : span.start])) and bool(
            MARKS & set(text[span.end : span.end + 2])
        )

    def claims(self) -> list[Record]:
        made = []
        for mark in self.of(Label.CLAIM):
            new = {"kinds": ["other"], "worthiness": 1.0}
            quote = self._one(Relation.QUOTE, mark) or self._quote_around(mark)
            asserter = self._one(Relation.SPEAKER, quote) if quote else self._one(Relation.ASSERTED_BY, mark)
            known = {
                "id": self._id(mark),
                "span": _span(mark),
                "text": mark.spans[0].text,
                "quantities": [self._id(figure) for figure in self._figures(mark)],
                "times": [
                    {**time.properties, "text": time.spans[0].text, "span": _span(time)}
                    for time in _in_order(self._ends[Relation.TIME, mark.key])
                ],
                "places": [_span(place) for place in _in_order(self._ends[Relation.PLACE, mark.key])],
                "asserted_by": self._id(asserter),
                "about": self._id(self._one(Relation.ABOUT, mark)),
                "quote": self._id(quote),
            }
            made.append(new | dict(mark.properties) | known)
        wholes = enclosing([(mark.spans[0].start, mark.spans[0].end) for mark in self.of(Label.CLAIM)])
        for claim, whole in zip(made, wholes, strict=True):
            claim["part_of"] = None if whole is None else made[whole]["id"]
        return _regrouped(made)

    def _quote_around(self, claim: Mark) -> Mark | None:
        """Return the quotation that a claim drawn without a link lies in, the last that begins before it."""
        here = claim.spans[0]
        around = [q for q in self.of(Label.QUOTE) if any(span.holds(here) for span in q.spans)]
        return around[-1] if around else None

    def _claim_of(self, figure: Mark) -> Mark | None:
        """Return the claim that lists a figure; of several the last that is linked."""
        return next(iter(self._starts[Relation.FIGURE, figure.key][-1:]), None)

    def _figures(self, claim: Mark) -> list[Mark]:
        return _in_order(f for f in self._ends[Relation.FIGURE, claim.key] if self._claim_of(f) is claim)

    def figures(self) -> list[Record]:
        made = []
        for mark in self.of(Label.FIGURE):
            known = {
                "id": self._id(mark),
                "span": _span(mark),
                "text": mark.spans[0].text,
                "claim": self._id(self._claim_of(mark)),
            }
            made.append(_with_places({"value": None} | dict(mark.properties) | known))
        return made


def _in_order(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(
        {mark.key: mark for mark in marks}.values(), key=lambda mark: (mark.spans[0].start, mark.spans[0].end)
    )


def _touch(one: Mark, other: Mark) -> bool:
    return one.spans[0].start < other.spans[0].end and other.spans[0].start < one.spans[0].end


def _with_places(record: Record) -> Record:
    """Leave out the places of words that a person has changed."""
    for name in VERBATIM:
        place = record.get(f"{name}_span")
        if place and on_one_line(place["text"]) != record.get(name):
            del record[f"{name}_span"]
    return record


def _regrouped(claims: list[Record]) -> list[Record]:
    """Count the groups anew; a claim that is left alone in its group has none."""
    sizes = Counter(claim.get("group") for claim in claims)
    kept = (group for group, size in sizes.items() if group and size > 1)
    number = {group: f"g{i}" for i, group in enumerate(kept, 1)}
    return [claim | {"group": number.get(claim.get("group"))} for claim in claims]


def _span(mark: Mark) -> Record:
    return mark.spans[0].model_dump()


def about_new(id: str, text: str) -> Record:
    """What a record holds of an article that quotex has not read: its text's digest, and that a person made it."""
    return {
        "source": {"id": id, "sha256": digest_of(text), "length": len(text)},
        "pipeline": {"quotex": version("quotex"), "spacy": "none", "model": "none", "tagger": "none"},
    }
