"""An explanation gives each record the rules that decided on its words, and names the rest."""

from __future__ import annotations

from quotex.contract.rules import Decision, all_rules
from quotex.contract.rules import Rule as NamedRule
from quotex.pipeline.extractor import Extractor
from quotex.writing.explanation import _STAGES, explanation

TEXT = 'The mayor, Ada Brook, said on Monday: "The bridge opens in May." About 40 boats waited.'


def _rule(id: str) -> NamedRule:
    return next((rule for rule in all_rules() if rule.id == id), None) or NamedRule(id, f"why {id}")


def test_rules_stand_under_the_records_they_decided_on(extractor: Extractor) -> None:
    extraction = extractor.extract(TEXT)
    quote = extraction.quotes[0]
    figure = next(n for n in extraction.quantities if n.value == 40)
    decisions = [
        Decision(quote.spans[0].start, quote.spans[0].end, _rule("quotes.of-a-test")),
        Decision(figure.span.start, figure.span.start, _rule("quantities.of-a-test")),
        Decision(0, 3, _rule("claims.of-a-test")),
    ]
    lines = list(explanation(extraction, decisions))
    at = lines.index("    quotes.of-a-test: why quotes.of-a-test")
    assert lines[at - 1].startswith("q1  ")
    at = lines.index("    quantities.of-a-test: why quantities.of-a-test")
    assert lines[at - 1].startswith(f"{figure.id}  40")
    assert "elsewhere" in lines
    assert lines[-1].endswith("claims.of-a-test: why claims.of-a-test")
    assert lines[-1].split()[0] == "0"


def test_every_rule_stands_under_some_record_or_is_of_the_text(extractor: Extractor) -> None:
    stages = {stage for names in _STAGES.values() for stage in names} | {"text"}
    told = {rule.id.partition(".")[0] for rule in all_rules() if not rule.id.endswith(".of-a-test")}
    assert "naming" in told
    assert told <= stages


def test_every_record_has_a_line_also_when_no_rule_decided(extractor: Extractor) -> None:
    extraction = extractor.extract(TEXT)
    ids = [line.split()[0] for line in explanation(extraction, [])]
    kinds = ("quotes", "speakers", "claims", "quantities")
    assert ids == [record.id for kind in kinds for record in getattr(extraction, kind)]
