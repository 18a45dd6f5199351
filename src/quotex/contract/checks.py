"""Everything that makes a record false, a function a rule.

The models refuse a record that breaks one; ``quotex validate`` tells every one that is broken. A rule yields a line for
each breach, which begins with what it is of; where a reference leads nowhere, the other rules say nothing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from quotex.contract.cover import Cover
from quotex.contract.edtf import is_edtf
from quotex.contract.figure_checks import OF_A_FIGURE
from quotex.contract.models import Claim, Extraction, Quantity, Quote, Source, Span, Speaker, Time, Warning
from quotex.contract.terms import Modality, Stance
from quotex.contract.verbatim import VERBATIM, on_one_line, text_is_the_words_of_its_spans, words_stand_at_their_places

# Of a span, a source, a time ----------------------------------------------------------------------------------------


def span_is_as_long_as_its_text(span: Span) -> Iterator[str]:
    """A span's text has as many characters as the span."""
    if span.end - span.start != len(span.text):
        yield f"span {span.start}-{span.end} carries a text of {len(span.text)} characters"


def publication_is_a_date(source: Source) -> Iterator[str]:
    """``published`` is EDTF."""
    if source.published is not None and not is_edtf(source.published):
        yield f"source: published is no date of EDTF: {source.published!r}"


def time_has_a_value(time: Time) -> Iterator[str]:
    """``value`` is EDTF, and an interval ends after it begins."""
    if time.value is not None and not is_edtf(time.value):
        yield f"time {time.span.text!r}: no value of EDTF, or one that ends before it begins: {time.value!r}"


# Of a speaker -------------------------------------------------------------------------------------------------------


def speaker_has_a_name_or_is_described(speaker: Speaker) -> Iterator[str]:
    """``description`` and ``anonymity`` are of those without a name."""
    if speaker.name is not None:
        yield from (
            f"{speaker.id}: has a name and {what}"
            for what, said in (("a description", speaker.description), ("a ground not to be named", speaker.anonymity))
            if said is not None
        )


def role_is_one_of_the_roles(speaker: Speaker) -> Iterator[str]:
    """``role`` is one of ``roles``, and there where they are."""
    if speaker.role is None and speaker.roles:
        yield f"{speaker.id}: has roles, but no role"
    if speaker.role is not None and on_one_line(speaker.role) not in {on_one_line(role.text) for role in speaker.roles}:
        yield f"{speaker.id}: role {speaker.role!r} is none of its roles"


def speakers_spans_are_in_order(speaker: Speaker) -> Iterator[str]:
    """``mentions`` and ``roles`` are in text order, none twice."""
    yield from _in_order(f"{speaker.id}: its mentions", speaker.mentions)
    yield from _in_order(f"{speaker.id}: its roles", speaker.roles)
    yield from _in_order(f"{speaker.id}: its pronouns", speaker.pronouns)


def pronouns_are_mentions(speaker: Speaker) -> Iterator[str]:
    """The pronouns used for a speaker are mentions of it."""
    places = {(mention.start, mention.end) for mention in speaker.mentions}
    if any((p.start, p.end) not in places for p in speaker.pronouns):
        yield f"{speaker.id}: a pronoun is no mention"


# Of a quotation -----------------------------------------------------------------------------------------------------


def pieces_are_apart(quote: Quote) -> Iterator[str]:
    """``spans`` are in text order and do not overlap."""
    if any(behind.start < piece.end for piece, behind in pairwise(quote.spans)):
        yield f"{quote.id}: its spans overlap, or are not in text order"


def stance_is_of_a_cue(quote: Quote) -> Iterator[str]:
    """Without a cue there is no stance."""
    if quote.cue is None and quote.stance is not Stance.UNKNOWN:
        yield f"{quote.id}: stance {quote.stance}, but no cue to say so"


def speaker_has_a_confidence(quote: Quote) -> Iterator[str]:
    """``speaker_confidence`` is there where ``speaker`` is, and only there."""
    if (quote.speaker is None) != (quote.speaker_confidence is None):
        yield f"{quote.id}: speaker {quote.speaker}, but speaker_confidence {quote.speaker_confidence}"


# Of a claim ---------------------------------------------------------------------------------------------------------


def kinds_are_told_once(claim: Claim) -> Iterator[str]:
    """No kind is told twice."""
    if len(set(claim.kinds)) != len(claim.kinds):
        yield f"{claim.id}: a kind stands twice"


def claims_times_and_places_stand_in_it(claim: Claim) -> Iterator[str]:
    """``times`` and ``places`` lie in the claim, in text order, none twice."""
    for what, spans in (("times", [time.span for time in claim.times]), ("places", claim.places)):
        yield from _in_order(f"{claim.id}: its {what}", spans)
        yield from (
            f"{claim.id}: {span.text!r} of its {what} lies outside" for span in spans if not claim.span.holds(span)
        )


def cue_is_of_a_modality(claim: Claim) -> Iterator[str]:
    """Of what is plainly asserted no words tell the modality."""
    if claim.modality_cue is not None and claim.modality is Modality.ASSERTED:
        yield f"{claim.id}: asserted, but {claim.modality_cue.text!r} is to tell its modality"


# Of a warning -------------------------------------------------------------------------------------------------------


def warning_has_its_places(warning: Warning) -> Iterator[str]:
    """It has the places that one of its code has."""
    places = 2 if warning.other and warning.span else 1 if warning.span else 0
    if places != warning.code.places or (warning.other and not warning.span):
        yield f"warning {warning.code}: its span or its other place is missing, or too much"


# Of an extraction ---------------------------------------------------------------------------------------------------


def identifiers_count(x: Extraction) -> Iterator[str]:
    """Identifiers count from 1 in text order."""
    for prefix, ids, starts in (
        ("s", [s.id for s in x.speakers], [s.mentions[0].start for s in x.speakers]),
        ("q", [q.id for q in x.quotes], [q.spans[0].start for q in x.quotes]),
        ("c", [c.id for c in x.claims], [c.span.start for c in x.claims]),
        ("n", [n.id for n in x.quantities], [n.span.start for n in x.quantities]),
    ):
        if ids != [f"{prefix}{i}" for i in range(1, len(ids) + 1)] or starts != sorted(starts):
            yield f"identifiers {prefix}1, {prefix}2, … do not count in text order"


def references_resolve(x: Extraction) -> Iterator[str]:
    """What a record refers to is there."""
    speakers, quotes, claims, figures = (
        {record.id for record in records} for records in (x.speakers, x.quotes, x.claims, x.quantities)
    )
    for q in x.quotes:
        yield from _missing(f"{q.id}: its speaker", q.speaker, speakers)
        yield from _missing(f"{q.id}: the quotation around it", q.within, quotes)
    for c in x.claims:
        yield from _missing(f"{c.id}: its asserted_by", c.asserted_by, speakers)
        yield from _missing(f"{c.id}: its quote", c.quote, quotes)
        yield from _missing(f"{c.id}: its part_of", c.part_of, claims)
        yield from _missing(f"{c.id}: its about", c.about, speakers)
        for n in c.quantities:
            yield from _missing(f"{c.id}: its quantity", n, figures)
    for figure in x.quantities:
        yield from _missing(f"{figure.id}: its claim", figure.claim, claims)


def spans_end_in_the_text(x: Extraction) -> Iterator[str]:
    """No span ends past the text."""
    for what, span in x.spans():
        if span.end > x.source.length:
            yield f"{what} ends at {span.end}, past the text's {x.source.length} characters"


def notices_and_warnings_stand_once(x: Extraction) -> Iterator[str]:
    """``boilerplate`` is in text order, and no warning is given twice."""
    yield from _in_order("boilerplate", x.boilerplate)
    yield from (f"warning {warning.code} stands {n} times" for warning, n in Counter(x.warnings).items() if n > 1)


def claims_and_figures_name_each_other(x: Extraction) -> Iterator[str]:
    """A claim lists the figures that are its own, in text order, and they lie in it."""
    figures = {n.id: n for n in x.quantities}
    listed = {(c.id, n) for c in x.claims for n in c.quantities}
    for n in x.quantities:
        if n.claim is not None and (n.claim, n.id) not in listed:
            yield f"{n.id}: its claim {n.claim} does not list it"
    for c in x.claims:
        own = [figures[n] for n in c.quantities if n in figures]
        yield from _in_order(f"{c.id}: its quantities", [n.span for n in own])
        for n in own:
            if n.claim != c.id:
                yield f"{c.id}: lists {n.id}, whose claim is {n.claim}"
            if not c.span.holds(n.span):
                yield f"{c.id}: {n.id} lies outside"


def quotes_lie_in_those_around_them(x: Extraction) -> Iterator[str]:
    """A quotation within another has no words that are not the other's, and is not within itself."""
    around = {q.id: q for q in x.quotes}
    for q in x.quotes:
        outer = around.get(q.within or "")
        if outer and not all(any(o.holds(s) for o in outer.spans) for s in q.spans):
            yield f"{q.id}: within {outer.id}, but has words outside it"
        met = {q.id}
        while outer and outer.id not in met:
            met.add(outer.id)
            outer = around.get(outer.within or "")
        if outer and outer.id == q.id:
            yield f"{q.id}: is within itself"


def parts_of_claims_lie_in_them(x: Extraction) -> Iterator[str]:
    """``part_of`` is a claim that has all the words of the one which names it, and more."""
    claims = {c.id: c for c in x.claims}
    for c in x.claims:
        whole = claims.get(c.part_of or "")
        if whole is not None and not (whole.span.holds(c.span) and c.span != whole.span):
            yield f"{c.id}: part of {whole.id}, but does not lie in it"


def claims_are_of_those_who_are_quoted(x: Extraction) -> Iterator[str]:
    """A claim in a quotation is asserted by its speaker, any other by the article."""
    speaker = {q.id: q.speaker for q in x.quotes}
    for c in x.claims:
        if c.quote is None and c.asserted_by is not None:
            yield f"{c.id}: asserted by {c.asserted_by}, but stands in no quotation"
        elif c.quote in speaker and c.asserted_by != speaker[c.quote]:
            yield f"{c.id}: asserted by {c.asserted_by}, but {c.quote} is spoken by {speaker[c.quote]}"


def claims_stand_in_their_quotations(x: Extraction) -> Iterator[str]:
    """A claim has words of its quotation, and one that lies in a quotation has one."""
    own = {q.id: Cover(q.spans) for q in x.quotes}
    quoted = Cover([span for q in x.quotes for span in q.spans])
    for c in x.claims:
        if c.quote in own and not own[c.quote].touches(c.span):
            yield f"{c.id}: has no words of {c.quote}"
        if c.quote is None and quoted.holds(c.span):
            yield f"{c.id}: stands in a quotation, but names none"


def sources_are_mentions(x: Extraction) -> Iterator[str]:
    """The words that name a quotation's source are a mention of its speaker, or have one in them."""
    mentions = {s.id: Cover(s.mentions) for s in x.speakers}
    for q in x.quotes:
        if q.source and q.speaker in mentions and not mentions[q.speaker].touches(q.source):
            yield f"{q.id}: its source {q.source.text!r} is no mention of {q.speaker}"


def groups_count(x: Extraction) -> Iterator[str]:
    """Groups count from g1 in the order of their first claims, and have two claims or more."""
    groups = Counter(c.group for c in x.claims if c.group is not None)
    if list(groups) != [f"g{i}" for i in range(1, len(groups) + 1)]:
        yield "groups g1, g2, … do not count in text order"
    yield from (f"{group}: a group of one claim" for group, n in groups.items() if n == 1)


Span.checks = (span_is_as_long_as_its_text,)
Source.checks = (publication_is_a_date,)
Time.checks = (text_is_the_words_of_its_spans, time_has_a_value)
Speaker.checks = (
    speaker_has_a_name_or_is_described,
    words_stand_at_their_places,
    role_is_one_of_the_roles,
    speakers_spans_are_in_order,
    pronouns_are_mentions,
)
Quote.checks = (pieces_are_apart, text_is_the_words_of_its_spans, stance_is_of_a_cue, speaker_has_a_confidence)
Claim.checks = (
    text_is_the_words_of_its_spans,
    kinds_are_told_once,
    claims_times_and_places_stand_in_it,
    cue_is_of_a_modality,
)
Quantity.checks = OF_A_FIGURE
Warning.checks = (warning_has_its_places,)
Extraction.checks = (
    identifiers_count,
    references_resolve,
    spans_end_in_the_text,
    notices_and_warnings_stand_once,
    claims_and_figures_name_each_other,
    quotes_lie_in_those_around_them,
    parts_of_claims_lie_in_them,
    claims_are_of_those_who_are_quoted,
    claims_stand_in_their_quotations,
    sources_are_mentions,
    groups_count,
)


# Against the text ---------------------------------------------------------------------------------------------------


def digest_of(text: str) -> str:
    """Return the ``sha256`` of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def mismatches(extraction: Extraction, text: str) -> list[str]:
    """Hold an extraction against the text it claims to be of.

    Returns:
        One line for each thing that does not agree with the text, and one alone where it is another text; empty when
        all agrees.
    """
    source = extraction.source
    if source.sha256 != digest_of(text):
        return ["source: sha256 is of another text"]
    found = []
    if source.length != len(text):
        found.append(f"source: the text has {len(text)} characters, not {source.length}")
    found += [
        f"{what}: {span.start}-{span.end} is {text[span.start : span.end]!r} in the text, {span.text!r} in the record"
        for what, span in extraction.spans()
        if text[span.start : span.end] != span.text
    ]
    records: list[Speaker | Quantity] = [*extraction.speakers, *extraction.quantities]
    words = on_one_line(text)
    found += [
        f"{field} of {record.id} is not in the text: {value!r}"
        for record in records
        for field in VERBATIM
        if (value := getattr(record, field, None)) is not None and on_one_line(value) not in words
    ]
    return found


# What the rules share -----------------------------------------------------------------------------------------------


def _in_order(what: str, spans: Sequence[Span]) -> Iterator[str]:
    if any((a.start, a.end) >= (b.start, b.end) for a, b in pairwise(spans)):
        yield f"{what} are not in text order, or one stands twice"


def _missing(what: str, reference: str | None, known: set[str]) -> Iterator[str]:
    if reference is not None and reference not in known:
        yield f"{what} {reference} is not there"
