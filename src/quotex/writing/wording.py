"""Records in words for people, the same in the terminal and on a page."""

from __future__ import annotations

from collections import Counter

from quotex.contract.records import Extraction, Modifier, Quantity, QuoteType, Speaker, SpeakerKind
from quotex.writing.harmless import one_line

__all__ = ["about", "counted", "figure", "is_anonymous", "label", "summary"]


def label(speaker: Speaker) -> str:
    """What a speaker is called: the name, or else what the article calls an unnamed one."""
    return one_line(speaker.name or speaker.description or "") or about(speaker) or "unnamed"


def is_anonymous(speaker: Speaker) -> bool:
    """Whether the article withholds a name: "the report" is no secret."""
    return speaker.name is None and speaker.kind is not SpeakerKind.DOCUMENT


def about(speaker: Speaker) -> str:
    """Role and affiliation, and why there is no name, as far as the article tells them beyond the description."""
    role, affiliation = one_line(speaker.role or ""), one_line(speaker.affiliation or "")
    told = f"{role} {one_line(speaker.description or '')}"
    ground = one_line(speaker.anonymity.text) if speaker.anonymity else ""
    return ", ".join(part for part in (role, affiliation if affiliation not in told else "", ground) if part)


def figure(quantity: Quantity) -> str:
    """Value, unit and what is counted or, with a unit, measured; a vague figure in the article's own words."""
    value = quantity.value
    if value is None:
        return one_line(quantity.text)
    number = "–".join(map(_number, value)) if isinstance(value, tuple) else _number(value)
    plain = quantity.modifier in (Modifier.EXACT, Modifier.RANGE)
    unit, noun = quantity.unit, quantity.counted
    if unit == "fraction":
        unit, noun = None, f"of {noun}" if noun else None
    elif unit and noun:
        noun = f"({noun})"
    parts = ("" if plain else quantity.modifier.replace("_", " "), number, unit, noun)
    return " ".join(one_line(part) for part in parts if part)


def summary(extraction: Extraction) -> list[str]:
    """What there is in an article: quotations by type, speakers and how many are unnamed, claims, figures."""
    types = Counter(quote.type for quote in extraction.quotes)
    by_type = ", ".join(f"{types[kind]} {kind}" for kind in QuoteType if types[kind])
    unnamed = sum(map(is_anonymous, extraction.speakers))
    return [
        counted(len(extraction.quotes), "quotation") + (f" ({by_type})" if by_type else ""),
        counted(len(extraction.speakers), "speaker") + (f" ({unnamed} unnamed)" if unnamed else ""),
        counted(len(extraction.claims), "claim"),
        counted(len(extraction.quantities), "figure"),
        *([f"{extraction.quotes_left_out} more with --all"] if extraction.quotes_left_out else []),
    ]


def counted(count: int, what: str) -> str:
    """Return a count with its noun: "1 claim", "2 claims"."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.15g}"  # 15 digits hide what binary adds
