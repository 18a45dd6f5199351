"""Any records of any text, as long as they keep the contract."""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import strategies as st

from quotex.contract.records import (
    ClaimKind,
    Extraction,
    MentionRule,
    Modality,
    Modifier,
    QuoteType,
    SpeakerKind,
    Stance,
)

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
    text = draw(TEXTS)

    @st.composite
    def spans(draw: st.DrawFn) -> Record:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return {"start": start, "end": end, "text": text[start:end]}

    def pieces(most: int) -> st.SearchStrategy[list[Record]]:
        """Draw spans in text order that do not overlap."""
        cuts = st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * most, unique=True).map(sorted)
        return cuts.map(
            lambda c: [{"start": a, "end": b, "text": text[a:b]} for a, b in zip(c[::2], c[1::2], strict=False)]
        )

    def several(record: st.SearchStrategy[Record], prefix: str, start: str) -> list[Record]:
        drawn = draw(st.lists(record, max_size=3))
        drawn.sort(key=lambda r: (r[start][0] if isinstance(r[start], list) else r[start])["start"])
        return [r | {"id": f"{prefix}{i}"} for i, r in enumerate(drawn, 1)]

    def one_of(records: list[Record]) -> str | None:
        ids: list[str | None] = [None, *(str(record["id"]) for record in records)]
        return draw(st.sampled_from(ids))

    speaker = st.fixed_dictionaries(
        {"mentions": pieces(3), "kind": st.sampled_from(SpeakerKind)}
        | dict.fromkeys(("name", "description", "role", "affiliation"), MAYBE)
    )
    speakers = several(speaker, "s", "mentions")
    for s in speakers:
        some = draw(st.booleans())
        s["joined_by"] = [draw(st.sampled_from(MentionRule)) for _ in s["mentions"]] if some else []
        s |= {"roles": draw(pieces(2)), "anonymity": draw(st.none() | spans())}
    quote = st.fixed_dictionaries(
        {
            "spans": pieces(3),
            "type": st.sampled_from(QuoteType),
            "cue": st.none() | spans(),
            "source": st.none() | spans(),
            "stance": st.sampled_from(Stance),
            "confidence": st.floats(0, 1),
            "speaker_confidence": st.none() | st.floats(0, 1),
        }
    )
    quotes = several(quote, "q", "spans")
    for q in quotes:
        q["text"] = " … ".join(span["text"] for span in q["spans"])
        q["speaker"] = one_of(speakers)
    figure = st.fixed_dictionaries(
        {
            "span": spans(),
            "value": st.none() | st.integers() | st.tuples(st.integers(), st.floats(0, 1e9)),
            "modifier": st.sampled_from(Modifier),
            "change": st.sampled_from([None, "up", "down"]),
            "unit": MAYBE,
            "counted": MAYBE,
        }
    )
    figures = several(figure, "n", "span")
    time = st.fixed_dictionaries({"span": spans(), "value": MAYBE})
    claim = st.fixed_dictionaries(
        {
            "span": spans(),
            "kinds": st.lists(st.sampled_from(ClaimKind), min_size=1, unique=True),
            "times": st.lists(time, max_size=2),
            "places": st.lists(spans(), max_size=2),
            "modality": st.sampled_from(Modality),
            "group": st.sampled_from([None, "g1"]),
            "worthiness": st.floats(0, 1),
        }
    )
    claims = several(claim, "c", "span")
    for c in claims:
        c |= {"asserted_by": one_of(speakers), "quote": one_of(quotes), "quantities": []}
        c["text"] = c["span"]["text"]
        for t in c["times"]:
            t["text"] = t["span"]["text"]
    for n in figures:
        n["text"] = n["span"]["text"]
        n["claim"] = one_of(claims)
        for c in claims:
            if c["id"] == n["claim"] and draw(st.booleans()):
                c["quantities"].append(n["id"])
    source = {
        "id": draw(WORDS),
        "title": draw(MAYBE),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "length": len(text),
    }
    record = {
        "source": source,
        "pipeline": {"quotex": "0", "spacy": "0", "model": "m", "tagger": "t"},
        "speakers": speakers,
        "quotes": quotes,
        "claims": claims,
        "quantities": figures,
        "boilerplate": draw(pieces(2)),
        "warnings": [{"code": "stray_mark", "message": "a mark", "span": draw(spans())}],
    }
    return Extraction.model_validate(record), text
