"""Any records of any text, as long as they keep the contract."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from quotex.contract.nesting import enclosing
from quotex.contract.records import (
    Act,
    ClaimKind,
    Extraction,
    MentionRule,
    Modality,
    Modifier,
    QuoteType,
    SpeakerKind,
    Stance,
)
from quotex.contract.verbatim import on_one_line

Record = dict[str, Any]

TEXTS = st.lists(
    st.sampled_from(
        ["word ", "“said”", "\r\n", "\n\n", "\t", "🙂", "e\u0301 ", "\u2028", "<&>\"' ", "\\n", ";", "1,200 "]
    ),
    min_size=2,
    max_size=25,
).map("".join)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=8)
MAYBE = st.none() | WORDS


@st.composite
def extractions(draw: st.DrawFn) -> tuple[Extraction, str]:
    """Draw records and the text they are of."""
    drawing = _Drawing(draw, draw(TEXTS))
    speakers = drawing.speakers()
    quotes = drawing.quotes(speakers)
    figures = drawing.figures()
    claims = drawing.claims(quotes, figures)
    record = {
        "source": {
            "id": draw(WORDS),
            "title": draw(MAYBE),
            "sha256": hashlib.sha256(drawing.text.encode()).hexdigest(),
            "length": len(drawing.text),
        },
        "pipeline": {"quotex": "0", "spacy": "0", "model": "m", "tagger": "t"},
        "speakers": speakers,
        "quotes": quotes,
        "claims": claims,
        "quantities": figures,
        "boilerplate": drawing.pieces(2),
        "warnings": [{"code": "stray_mark", "message": "a mark", "span": drawing.span()}],
    }
    return Extraction.model_validate(record), drawing.text


class _Drawing:
    """Draws one kind of record after the other."""

    def __init__(self, draw: st.DrawFn, text: str) -> None:
        self.draw, self.text = draw, text

    def span(self) -> Record:
        start = self.draw(st.integers(0, len(self.text) - 1))
        end = self.draw(st.integers(start + 1, len(self.text)))
        return {"start": start, "end": end, "text": self.text[start:end]}

    def maybe(self) -> Record | None:
        return self.span() if self.draw(st.booleans()) else None

    def pieces(self, most: int) -> list[Record]:
        """Draw spans in text order that do not overlap."""
        cuts = sorted(self.draw(st.lists(st.integers(0, len(self.text)), min_size=2, max_size=2 * most, unique=True)))
        ends = zip(cuts[::2], cuts[1::2], strict=False)
        return [{"start": start, "end": end, "text": self.text[start:end]} for start, end in ends]

    def placed(self, *fields: str) -> Record:
        """Draw words of the text for the fields, or none, and where they stand, or not."""
        made: Record = {}
        for field in fields:
            place = self.maybe()
            made[field] = on_one_line(place["text"]) or None if place else None
            made[f"{field}_span"] = place if made[field] and self.draw(st.booleans()) else None
        return made

    def several(self, make: Callable[[], Record], prefix: str, start: str) -> list[Record]:
        drawn = [make() for _ in range(self.draw(st.integers(0, 3)))]
        drawn.sort(key=lambda r: (r[start][0] if isinstance(r[start], list) else r[start])["start"])
        return [r | {"id": f"{prefix}{i}"} for i, r in enumerate(drawn, 1)]

    def speakers(self) -> list[Record]:
        return self.several(self._speaker, "s", "mentions")

    def _speaker(self) -> Record:
        roles = [role for role in self.pieces(2) if role["text"].strip()] if self.draw(st.booleans()) else []
        words = self.placed(self.draw(st.sampled_from(["name", "description"])), "affiliation")
        rules = st.none() | st.sampled_from(MentionRule)
        return words | {
            "kind": self.draw(st.sampled_from(SpeakerKind)),
            "mentions": [mention | {"rule": self.draw(rules)} for mention in self.pieces(3)],
            "role": on_one_line(self.draw(st.sampled_from(roles))["text"]) if roles else None,
            "roles": roles,
            "anonymity": None if words.get("name") else self.maybe(),
        }

    def quotes(self, speakers: list[Record]) -> list[Record]:
        return self.several(lambda: self._quote(speakers), "q", "spans")

    def _quote(self, speakers: list[Record]) -> Record:
        cue, source, spans = self.maybe(), self.maybe(), self.pieces(3)
        speaker = self.draw(st.sampled_from([None, *speakers]))
        if speaker and source:
            source = {name: speaker["mentions"][0][name] for name in source}
        return {
            "spans": spans,
            "text": " … ".join(span["text"] for span in spans),
            "type": self.draw(st.sampled_from(QuoteType)),
            "act": self.draw(st.none() | st.sampled_from(Act)),
            "cue": cue,
            "source": source,
            "stance": self.draw(st.sampled_from(Stance)) if cue else "unknown",
            "confidence": self.draw(st.floats(0, 1)),
            "speaker": speaker and speaker["id"],
            "speaker_confidence": self.draw(st.floats(0, 1)) if speaker else None,
        }

    def figures(self) -> list[Record]:
        return self.several(self._figure, "n", "span")

    def _figure(self) -> Record:
        span = self.span()
        value = self.draw(st.none() | st.integers() | st.tuples(st.integers(), st.floats(0, 1e9)).map(sorted))
        alone = [modifier for modifier in Modifier if modifier is not Modifier.RANGE]
        return self.placed("counted", "subject") | {
            "span": span,
            "text": span["text"],
            "value": value,
            "modifier": "range" if isinstance(value, list) else self.draw(st.sampled_from(alone)),
            "change": self.draw(st.sampled_from([None, "up", "down"])),
            "unit": self.draw(MAYBE),
        }

    def claims(self, quotes: list[Record], figures: list[Record]) -> list[Record]:
        """Draw claims, and give them figures that stand in them."""
        claims = self.several(lambda: self._claim(quotes), "c", "span")
        if len(claims) > 1 and self.draw(st.booleans()):
            claims[0]["group"] = claims[-1]["group"] = "g1"
        for figure in sorted(figures, key=lambda n: (n["span"]["start"], n["span"]["end"])):
            around = [c for c in claims if _holds(c["span"], figure["span"]) and figure["span"] not in c["listed"]]
            if (claim := self.draw(st.sampled_from([None, *around]))) is not None:
                claim["quantities"].append(figure["id"])
                claim["listed"].append(figure["span"])
                figure["claim"] = claim["id"]
        wholes = enclosing([(claim["span"]["start"], claim["span"]["end"]) for claim in claims])
        for claim, whole in zip(claims, wholes, strict=True):
            del claim["listed"]
            claim["part_of"] = None if whole is None else claims[whole]["id"]
        return claims

    def _claim(self, quotes: list[Record]) -> Record:
        span = self.span()
        held = any(_holds(piece, span) for q in quotes for piece in q["spans"])
        said = [q for q in quotes if any(_touch(piece, span) for piece in q["spans"])]
        quote = self.draw(st.sampled_from(said if held else [None, *said]))
        values = st.sampled_from([None, "2014", "XXXX-05", "2009/..", "2014-05-03T14:30"])
        times, places = ([piece for piece in self.pieces(2) if _holds(span, piece)] for _ in range(2))
        return {
            "span": span,
            "text": span["text"],
            "kinds": self.draw(st.lists(st.sampled_from(ClaimKind), min_size=1, unique=True)),
            "times": [{"span": time, "text": time["text"], "value": self.draw(values)} for time in times],
            "places": places,
            "modality": self.draw(st.sampled_from(Modality)),
            "asserted_by": quote and quote["speaker"],
            "quote": quote and quote["id"],
            "quantities": [],
            "listed": [],
            "worthiness": self.draw(st.floats(0, 1)),
        }


def _touch(one: Record, other: Record) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _holds(outer: Record, inner: Record) -> bool:
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"])
