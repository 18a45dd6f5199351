"""How exact a figure is meant to be: the hedges on either side of it."""

from __future__ import annotations

from quotex.contract.records import Modifier
from quotex.contract.rules import Rule
from quotex.english.figures import tells_duration
from quotex.english.hedges import Hedge, hedge_before
from quotex.english.numbers import Form
from quotex.english.units import TIME_UNITS
from quotex.parse.tokens import TokenIndex
from quotex.quantities.changes import completes_verb
from quotex.quantities.drafts import Figure

PHRASAL = Rule("quantities.phrasal", "the word before it is the verb's, and bounds nothing: hand over, went up to")


def hedge_of(view: str, figure: Figure, tokens: TokenIndex) -> Hedge | None:
    """Find the hedge before a figure. "Over three years" is no hedge, "for over three years" is."""
    start = figure.span.start
    hedge = hedge_before(view, start)
    particle = tokens.at(hedge.edge) if hedge else None
    if particle is not None and completes_verb(particle) and PHRASAL.decides(figure.span):
        return None
    return hedge if hedge and (figure.name not in TIME_UNITS or tells_duration(view, hedge.edge, start)) else None


def modifier_of(figure: Figure, hedge: Hedge | None, after: Hedge | None) -> Modifier:
    """Tell how exact a figure is by what it is and the hedges on either side of it."""
    if figure.is_range:
        return Modifier.RANGE
    told = next((h.modifier for h in (hedge, after) if h and h.modifier is not Modifier.EXACT), None)
    if told:
        return told
    return Modifier.APPROXIMATELY if figure.numeral.form in (Form.VAGUE, Form.PAIR) else Modifier.EXACT
