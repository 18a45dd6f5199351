"""A rule has a name of its own, can be followed, and can be switched off."""

from __future__ import annotations

import pytest

from quotex.contract import rules
from quotex.contract.rules import Decision, Rule, all_rules, traced, without


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> Rule:
    monkeypatch.setattr(rules, "_rules", {})
    return Rule("stage.tested", "it is only here for a test")


def test_what_a_rule_decides_can_be_followed(rule: Rule) -> None:
    with traced() as decisions:
        assert rule.decides((3, 7))
        assert rule.decides(9)
    assert decisions == [Decision(3, 7, rule), Decision(9, 9, rule)]
    assert rule.decides(1), "and decides as well when nobody follows"
    assert len(decisions) == 2


def test_a_rule_that_is_off_decides_nothing_and_leaves_no_trace(rule: Rule) -> None:
    other = Rule("stage.other", "a second one")
    with traced() as decisions, without(rule):
        assert not rule.decides(1)
        with without(other):
            assert not other.decides(2)
            assert not rule.decides(3)
        assert other.decides(4)
    assert rule.decides(5)
    assert decisions == [Decision(4, 4, other)]


@pytest.mark.parametrize("id", ["stage.tested", "stage", "Stage.x", "stage.two words", "", "stage.x.", "stage.-x"])
def test_an_id_is_a_stage_and_a_name_and_taken_once(rule: Rule, id: str) -> None:
    with pytest.raises(ValueError, match=r"stage\.name"):
        Rule(id, "no")
    assert all_rules() == (rule,)
