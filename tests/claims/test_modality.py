from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotex.claims.modality import modality_of
from quotex.contract.records import Modality, QuoteType, Stance
from quotex.parse.clauses import main_verb
from quotex.quotes import Quotation
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def modality(doc: Doc, quotation: Quotation | None = None) -> Modality:
    tokens = list(doc)
    return modality_of(tokens, main_verb(tokens), quotation).modality


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned on Monday", Modality.ASSERTED),
        ("He said he would never sell the mill", Modality.ASSERTED),
        ("The mayor did not sign the contract", Modality.DENIED),
        ("The mill has never made a profit", Modality.DENIED),
        ("No member of the council voted against the plan", Modality.DENIED),
        ("The fund denied any link to the mayor", Modality.DENIED),
        ("The town had no bridge", Modality.DENIED),
        ("No more than four of the ten boats were launched", Modality.ASSERTED),
        ("The company plans to open a factory in Marvale", Modality.PLANNED),
        ("The ministers are expected to agree on a common budget", Modality.PLANNED),
        ("The council is to vote on Monday", Modality.PLANNED),
        ("The mayor will sign the contract on Friday", Modality.PLANNED),
        ("The company planned to open a factory", Modality.ASSERTED),
        ("Sales are expected to fall next year", Modality.PREDICTED),
        ("Prices will rise by 3 percent", Modality.PREDICTED),
        ("The minister may resign before the vote", Modality.POSSIBLE),
        ("The minister may not resign", Modality.POSSIBLE),
        ("Oskaria would also be upgrading its fleet", Modality.POSSIBLE),
        ("The bridge could collapse at any time", Modality.POSSIBLE),
        ("If the dam failed, 4,000 homes would be flooded", Modality.CONDITIONAL),
        ("The town would be flooded if the dam failed", Modality.CONDITIONAL),
    ],
)
def test_the_main_verb_decides(nlp: Language, text: str, expected: Modality) -> None:
    assert modality(nlp(text)) is expected


@pytest.mark.parametrize(
    ("text", "stance", "type", "expected"),
    [
        ("the mill was unsafe", Stance.DENIES, QuoteType.INDIRECT, Modality.DENIED),
        ("the council would vote on Friday", Stance.ASSERTS, QuoteType.INDIRECT, Modality.PLANNED),
        ("the council would vote on Friday", Stance.ASSERTS, QuoteType.DIRECT, Modality.POSSIBLE),
        ("she'd sold the mill on Friday", Stance.ASSERTS, QuoteType.INDIRECT, Modality.ASSERTED),
        ("she’d been told on Friday", Stance.ASSERTS, QuoteType.INDIRECT, Modality.ASSERTED),
        ("she'd be told on Friday", Stance.ASSERTS, QuoteType.INDIRECT, Modality.PREDICTED),
        ("she'd sell the mill on Friday", Stance.ASSERTS, QuoteType.INDIRECT, Modality.PLANNED),
        ("the mill is profitable by June", Stance.EXPECTS, QuoteType.INDIRECT, Modality.PREDICTED),
        ("the mill may close", Stance.PROMISES, QuoteType.INDIRECT, Modality.POSSIBLE),
    ],
)
def test_stance_speaks_where_the_words_assert(
    nlp: Language, text: str, stance: Stance, type: QuoteType, expected: Modality
) -> None:
    quotation = Quotation((Range(0, len(text)),), None, None, type, stance=stance)
    assert modality(nlp(text), quotation) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's likely Vessel Corp. will close 12 shops in 2027", Modality.POSSIBLE),
        ("It was probable that 3 tunnels had flooded", Modality.POSSIBLE),
        ("The likely cost is 4 million crowns", Modality.ASSERTED),
        ("There is a risk that 12 bridges fail in the storm", Modality.POSSIBLE),
        ("There is no risk that 12 bridges fail in the storm", Modality.DENIED),
        ("The risk of floods has doubled", Modality.ASSERTED),
        ("There are fears that 40 miners are trapped", Modality.POSSIBLE),
        ("It is not clear when and exactly how the clerk died", Modality.POSSIBLE),
        ("He did not answer when he was called on Monday", Modality.DENIED),
        ("The minister dismissed as nonsense reports that the dam had leaked", Modality.DENIED),
        ("The mayor waved away as rubbish the claim that 12 tunnels flooded", Modality.DENIED),
        ("The council dismissed as inadequate reports that the clerks wrote", Modality.ASSERTED),
    ],
)
def test_what_stands_before_a_clause_tells_how_far_it_is_so(nlp: Language, text: str, expected: Modality) -> None:
    assert modality(nlp(text)) is expected
