"""From candidates to claims: figures, times, places, who asserts it, and whether it is worth checking."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quotex.claims.antecedents import Antecedents, Referent
from quotex.claims.candidates import Candidate, find_candidates
from quotex.claims.drafts import ClaimDraft
from quotex.claims.kinds import kinds_of
from quotex.claims.lexicon import modality_lexicon
from quotex.claims.modality import modality_of
from quotex.claims.places import find_places
from quotex.claims.repetition import Stated, find_repetitions
from quotex.claims.worthiness import Circumstances, worthiness_of
from quotex.contract.nesting import enclosing
from quotex.contract.records import ClaimKind, Modality, QuoteType, Stance
from quotex.contract.rules import Rule
from quotex.parse.grammar import is_content_word, lemma
from quotex.parse.tokens import TokenIndex
from quotex.quantities.drafts import QuantityDraft
from quotex.quotes import Quotation
from quotex.quotes.cues import stance_of
from quotex.speakers import Resolution
from quotex.text import Range, RangeIndex
from quotex.times.drafts import TimeDraft
from quotex.times.times import find_times

if TYPE_CHECKING:
    from quotex.text import Layout

DANGLING = Rule("claims.dangling", "what is said of it or them does not stand alone where nobody can tell of whom")
UNSAID = Rule("claims.unsaid", "what nobody says, or no longer, is nobody's claim")
_UNSAID = frozenset([Stance.WITHHOLDS, Stance.DISCLAIMS])
_DANGLING = 0.65
"""What is left of the worth of a claim about nobody knows whom: what is sure enough is kept (F1 on `news-train`)."""
Worth = Callable[[int, int], float]


def _unknown(start: int, end: int) -> float:
    """Stand in for an encoder: even odds."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Statement:
    """A candidate with what it states and what stands in it.

    Attributes:
        lemmas: of the candidate's tokens, in their order.
        quantities: indexes into the article's.
    """

    candidate: Candidate
    lemmas: tuple[str, ...]
    kinds: tuple[ClaimKind, ...]
    quantities: tuple[int, ...]
    times: tuple[TimeDraft, ...]
    places: tuple[Range, ...]
    circumstances: Circumstances


def find_claims(
    layout: Layout,
    tokens: TokenIndex,
    quotations: Sequence[Quotation],
    resolution: Resolution,
    quantities: Sequence[QuantityDraft],
    *,
    worth: Worth = _unknown,
    published: dt.date | None = None,
    min_worthiness: float = 0.5,
) -> tuple[ClaimDraft, ...]:
    """Find the claims of an article worth checking, in text order (the longer first where two begin at one place).

    Args:
        layout: of the article.
        tokens: of a parse of ``layout.view``.
        quotations: of the article.
        resolution: who speaks them.
        quantities: of the article, in text order.
        worth: the encoder's log odds that a stretch of the view is worth checking.
        published: the day the article came out.
        min_worthiness: leave out what scores less.
    """
    statements = find_statements(layout, tokens, quotations, quantities, worth=worth, published=published)
    antecedents = Antecedents(layout.view, quotations, resolution)
    weighed = [
        one
        for one in _weighed(statements, antecedents, min_worthiness)
        if not _is_unsaid(one.statement.candidate, quotations, tokens)
    ]
    owned = _owned([one.statement for one in weighed])
    stated = [
        Stated(
            one.statement.candidate.tokens,
            {n: quantities[n] for n in own},
            frozenset(time.span.of(layout.view).lower() for time in one.statement.times),
        )
        for one, own in zip(weighed, owned, strict=True)
    ]
    repetitions = find_repetitions(stated)
    wholes = enclosing([one.statement.candidate.span for one in weighed])
    return tuple(
        replace(
            _draft(one, own, quotations, resolution),
            group=repetitions.groups.get(i),
            part_of=wholes[i],
            conflicts=tuple(pair for pair in repetitions.conflicts if pair[1] in own),
        )
        for i, (one, own) in enumerate(zip(weighed, owned, strict=True))
    )


def find_statements(
    layout: Layout,
    tokens: TokenIndex,
    quotations: Sequence[Quotation],
    quantities: Sequence[QuantityDraft],
    *,
    worth: Worth,
    published: dt.date | None = None,
) -> Iterator[Statement]:
    """Yield all candidates with what stands in them, in text order, whatever their worth."""
    times, places = find_times(layout, tokens, published), find_places(layout, tokens)
    inside_quantities = RangeIndex([q.span for q in quantities])
    inside_times, inside_places = RangeIndex([t.span for t in times]), RangeIndex(places)
    title, topic = layout.title, _topic(layout, tokens)
    facts = [q.span for q in quantities] + [t.span for t in times]
    for candidate in find_candidates(layout, tokens, quotations, facts):
        span = candidate.span
        figures = tuple(inside_quantities.within(span))
        when = tuple(times[i] for i in inside_times.within(span))
        where = tuple(places[i] for i in inside_places.within(span))
        quotation = quotations[candidate.quote] if candidate.quote is not None else None
        circumstances = Circumstances(
            quantities=len(figures),
            measured=sum(quantities[i].unit is not None for i in figures),
            times=len(when),
            places=len(where),
            stance=quotation.stance if quotation else None,
            direct=quotation is not None and quotation.type is QuoteType.DIRECT,
            reported=quotation is not None and quotation.type is QuoteType.INDIRECT,
            headline=title is not None and title.covers(span),
            topic=topic,
            position=span.start / len(layout.view),
            clause=candidate.is_clause,
            encoder=1 / (1 + math.exp(-worth(*span))),
        )
        lemmas = tuple(map(lemma, candidate.tokens))
        kinds = kinds_of(candidate.tokens, lemmas, has_quantity=bool(figures))
        yield Statement(candidate, lemmas, kinds, figures, when, where, circumstances)


def _topic(layout: Layout, tokens: TokenIndex) -> frozenset[str]:
    """Return the content words of the headline."""
    title = layout.title
    if title is None:
        return frozenset()
    words = takewhile(lambda word: word.idx < title.end, tokens)
    return frozenset(lemma(word) for word in words if word.idx >= title.start and is_content_word(word))


class _Weighed(NamedTuple):
    """A statement with how much it is worth checking, and what it is about if a pronoun is its subject."""

    statement: Statement
    worth: float
    about: Referent | None


def _weighed(statements: Iterable[Statement], antecedents: Antecedents, least: float) -> Iterator[_Weighed]:
    """Weigh statements, those without a figure of which nobody can tell what they are about less; leave out the rest.

    Args:
        statements: in text order.
        antecedents: of their subjects.
        least: what is worth less is left out.
    """
    for statement in statements:
        candidate = statement.candidate
        worth = worthiness_of(candidate.tokens, statement.lemmas, statement.kinds, statement.circumstances)
        if worth < least:
            continue
        about = antecedents.of(candidate)
        if about == (None, None) and not statement.quantities and DANGLING.decides(candidate.span):
            worth *= _DANGLING
        if worth >= least:
            yield _Weighed(statement, worth, about)


def _is_unsaid(candidate: Candidate, quotations: Sequence[Quotation], tokens: TokenIndex) -> bool:
    """Whether a candidate is what a source does not say, or not any longer.

    Who does not deny it leaves it open, and who has found no evidence of it says something of it.
    """
    quotation = quotations[candidate.quote] if candidate.quote is not None else None
    if quotation is None or quotation.cue is None or quotation.stance not in _UNSAID:
        return False
    cue, words = tokens.inside(*quotation.cue), modality_lexicon()
    left_open = Stance.DENIES in (stance_of(cue[-1:]), stance_of(cue[-2:]))  # "not deny", "not rule out"
    sought = any(lemma(word) in words.proofs | words.showing for word in cue)
    told = left_open or sought or modality_of(candidate.tokens, candidate.verb, quotation).modality is Modality.ASSERTED
    return not told and UNSAID.decides(candidate.span)


def _owned(statements: Sequence[Statement]) -> list[tuple[int, ...]]:
    """Give each quantity to the smallest claim around it."""
    owner: dict[int, int] = {}
    for i, statement in enumerate(statements):
        size = statement.candidate.span.end - statement.candidate.span.start
        for n in statement.quantities:
            other = statements[owner[n]].candidate.span if n in owner else None
            if other is None or size < other.end - other.start:
                owner[n] = i
    return [tuple(n for n in s.quantities if owner[n] == i) for i, s in enumerate(statements)]


def _draft(
    weighed: _Weighed, own: tuple[int, ...], quotations: Sequence[Quotation], resolution: Resolution
) -> ClaimDraft:
    statement, worth, about = weighed
    candidate = statement.candidate
    quotation = quotations[candidate.quote] if candidate.quote is not None else None
    put = modality_of(candidate.tokens, candidate.verb, quotation)
    return ClaimDraft(
        span=candidate.span,
        kinds=statement.kinds,
        worthiness=worth,
        quantities=own,
        times=statement.times,
        places=statement.places,
        modality=put.modality,
        modality_cue=put.cue,
        hearsay=put.hearsay,
        asserted_by=None if candidate.quote is None else resolution.speaker_of[candidate.quote],
        quote=candidate.quote,
        about=about.speaker if about else None,
        about_at=about.span if about else None,
    )
