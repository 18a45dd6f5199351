"""Records in words for people, the same in the terminal and on a page."""

from __future__ import annotations

from collections import Counter

from quotex.contract.records import (
    Claim,
    Extraction,
    Modality,
    Modifier,
    Quantity,
    QuoteType,
    Span,
    Speaker,
    SpeakerKind,
)
from quotex.english.closed import ARTICLES, POSSESSIVE_DETERMINERS
from quotex.writing.harmless import one_line

_ANONYMOUS = (SpeakerKind.PERSON, SpeakerKind.GROUP)
_UNASKED = ("second", "fraction")
_OPENING = ARTICLES | POSSESSIVE_DETERMINERS


def label(speaker: Speaker) -> str:
    """What a speaker is called: the name, or else what the article calls an unnamed one."""
    return one_line(speaker.name or speaker.description or "") or about(speaker) or "unnamed"


def is_anonymous(speaker: Speaker) -> bool:
    """Whether people are left without a name: "the report" and "the ministry" are no secret."""
    return speaker.name is None and speaker.kind in _ANONYMOUS


def attribution(called: str, source: Span | None, cue: Span | None) -> tuple[str, str, str]:
    """What stands before a source, what it is called, and what stands behind it, in the order of the article.

    Args:
        called: its name or description.
        source: the words that name it here; "the League" goes before a bare "League".
        cue: those that attribute; a dash or a colon alone is left out, and one that stands apart is put in brackets.
    """
    here = one_line(source.text) if source else ""
    article, _, rest = here.partition(" ")
    if article.lower() in ARTICLES and rest.casefold() == called.casefold():
        called = f"{article.capitalize() if article.isupper() else article} {called}"
    verb = one_line(cue.text) if cue and any(map(str.isalnum, cue.text)) else ""
    if not (verb and cue and source and cue.start < source.start):
        return "", called, verb
    if source.start - cue.end > 1:  # "were told by an aide": what is between is not at hand
        return "", called, f"({verb})"
    first, _, rest = called.partition(" ")
    return verb, f"{first.lower()} {rest}" if first.lower() in _OPENING else called, ""


def modality(claim: Claim) -> str:
    """How a claim is made, with the words that tell it ("denied (“never”)"); of one that is asserted nothing."""
    if claim.modality is Modality.ASSERTED:
        return ""
    return f"{claim.modality} (“{one_line(claim.modality_cue.text)}”)" if claim.modality_cue else claim.modality


def about(speaker: Speaker) -> str:
    """Role and affiliation, and why there is no name, as far as the article tells them beyond the description."""
    role, affiliation = one_line(speaker.role or ""), one_line(speaker.affiliation or "")
    told = f"{role} {one_line(speaker.description or '')}"
    ground = one_line(speaker.anonymity.text) if speaker.anonymity else ""
    ground = "" if ground in told else ground
    return ", ".join(part for part in (role, affiliation if affiliation not in told else "", ground) if part)


def figure(quantity: Quantity) -> str:
    """Value, unit and what is counted or, with a unit, measured; a vague figure in the article's own words."""
    value = quantity.value
    if value is None:
        return one_line(quantity.text)
    number = _value(value)
    plain = quantity.modifier in (Modifier.EXACT, Modifier.RANGE)
    unit, noun = quantity.unit, quantity.counted
    if unit == "fraction":
        unit, noun = None, f"of {noun}" if noun else None
    elif unit and noun:
        noun = f"({noun})"
    parts = ("" if plain else quantity.modifier.replace("_", " "), number, unit, noun)
    return " ".join(one_line(part) for part in parts if part)


def figure_facts(quantity: Quantity) -> list[str]:
    """What else a figure tells: of whom, how it changed, how far it may be off, and what it is in the base unit.

    But for times and shares: who reads of 31 years or 6 percent asks for no seconds and no .06.
    """
    base = None if quantity.base_unit in (quantity.unit, *_UNASKED) else quantity.base_value
    return [
        *([f"said of {one_line(quantity.subject)}"] if quantity.subject else []),
        *([f"change {quantity.change}"] if quantity.change else []),
        *([f"it was {_number(quantity.old)}"] if quantity.old is not None else []),
        *([f"it is now {_number(quantity.new)}"] if quantity.new is not None else []),
        *([f"± {_number(quantity.margin)}"] if quantity.margin is not None else []),
        *([quantity.currency] if quantity.currency else []),
        *([f"{_value(base)} {quantity.base_unit}"] if base is not None else []),
    ]


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


def _value(value: float | tuple[float, float]) -> str:
    return "–".join(map(_number, value)) if isinstance(value, tuple) else _number(value)


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.15g}"  # 15 digits hide what binary adds
