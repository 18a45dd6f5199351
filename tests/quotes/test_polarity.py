"""Stances under negation, on parses made by hand."""

from __future__ import annotations

import pytest

from hand_built import parse
from quotex.contract.records import Stance
from quotex.contract.rules import traced
from quotex.quotes.polarity import polar_stance

AGREES, ASSERTS, DENIES, DISCLAIMS = Stance.AGREES, Stance.ASSERTS, Stance.DENIES, Stance.DISCLAIMS
THINKS, URGES, WITHHOLDS = Stance.THINKS, Stance.URGES, Stance.WITHHOLDS


def _stance(cue: str, *rows: str, source: int = 0, behind: int = 0) -> Stance:
    """The stance of the rows whose words a cue names, behind a source of the first so many."""
    doc = parse(*rows)
    words = [token.text for token in doc]
    first = words.index(cue.split(maxsplit=1)[0], source)
    end = first + len(cue.split())
    return polar_stance(list(doc[first:end]), list(doc[:source]), list(doc[end : end + behind]))


@pytest.mark.parametrize(
    ("cue", "rows", "stance"),
    [
        ("did not say", ("did/VBD aux 2", "not/RB neg 2", "say/VB ROOT 2"), WITHHOLDS),
        ("say", ("did/VBD aux 2", "not/RB neg 2", "say/VB ROOT 2"), WITHHOLDS),
        ("would n’t reveal", ("would/MD aux 2", "n’t/RB neg 2 glued", "reveal/VB ROOT 2"), WITHHOLDS),
        ("never claimed", ("never/RB neg 1", "claimed/VBD ROOT 1"), WITHHOLDS),
        ("did not deny", ("did/VBD aux 2", "not/RB neg 2", "deny/VB ROOT 2"), WITHHOLDS),
        ("does not agree", ("does/VBZ aux 2", "not/RB neg 2", "agree/VB ROOT 2"), DENIES),
        ("doubts", ("doubts/VBZ ROOT 0",), DISCLAIMS),
        ("does not doubt", ("does/VBZ aux 2", "not/RB neg 2", "doubt/VB ROOT 2"), Stance.THINKS),
        ("does not believe", ("does/VBZ aux 2", "not/RB neg 2", "believe/VB ROOT 2"), DISCLAIMS),
        ("has yet said", ("has/VBZ aux 2", "yet/RB advmod 2", "said/VBD ROOT 2"), ASSERTS),
        ("say", ("Rather/RB advmod 2", "than/IN cc 2", "say/VB ROOT 2"), WITHHOLDS),
        ("stopped saying", ("stopped/VBD ROOT 0", "saying/VBG xcomp 0"), WITHHOLDS),
        ("help saying", ("not/RB neg 1", "help/VB ROOT 1", "saying/VBG xcomp 1"), ASSERTS),
        ("confirm", ("has/VBZ ROOT 0", "yet/RB advmod 0", "to/TO aux 3", "confirm/VB xcomp 0"), WITHHOLDS),
        ("has yet to confirm", ("has/VBZ ROOT 0", "yet/RB advmod 0", "to/TO aux 3", "confirm/VB xcomp 0"), WITHHOLDS),
        ("refused to say", ("refused/VBD ROOT 0", "to/TO aux 2", "say/VB xcomp 0"), WITHHOLDS),
        ("refused", ("refused/VBD ROOT 0", "to/TO aux 2", "pay/VB xcomp 0"), DENIES),
        ("saying", ("stopped/VBD ROOT 0", "short/RB advmod 0", "of/IN prep 0", "saying/VBG pcomp 2"), WITHHOLDS),
        ("saying", ("Without/IN prep 2", "saying/VBG pcomp 0", "more/JJR ROOT 2"), WITHHOLDS),
        ("offered no proof", ("offered/VBD ROOT 0", "no/DT det 2", "proof/NN dobj 0"), WITHHOLDS),
        ("refusal to say", ("refusal/NN ROOT 0", "to/TO aux 2", "say/VB acl 0"), WITHHOLDS),
        ("withdrew her allegations",
            ("withdrew/VBD ROOT 0", "her/PRP$ poss 2", "allegations/NNS dobj 0"), DISCLAIMS),
        ("allegations", ("withdrew/VBD ROOT 0", "her/PRP$ poss 2", "allegations/NNS dobj 0"), DISCLAIMS),
        ("view", ("was/VBD ROOT 0", "never/RB neg 0", "his/PRP$ poss 3", "view/NN attr 0"), DISCLAIMS),
        ("did not hesitate to say", ("did/VBD aux 2", "not/RB neg 2", "hesitate/VB ROOT 2", "to/TO aux 4",
            "say/VB xcomp 2"), ASSERTS),
        ("not only said", ("not/RB preconj 2", "only/RB advmod 0", "said/VBD ROOT 2"), ASSERTS),
        ("say", ("Not/RB preconj 3", "only/RB advmod 3", "did/VBD aux 3", "say/VB ROOT 3"), ASSERTS),
        ("denied having said", ("denied/VBD ROOT 0", "having/VBG aux 2", "said/VBN xcomp 0"), WITHHOLDS),
        ("ducked a question about", ("ducked/VBD ROOT 0", "a/DT det 2", "question/NN dobj 0", "about/IN prep 2"),
            WITHHOLDS),
        ("denied reports", ("denied/VBD ROOT 0", "reports/NNS dobj 0"), DENIES),
        ("said without naming", ("said/VBD ROOT 0", "without/IN prep 0", "naming/VBG pcomp 1"), ASSERTS),
        ("said", ("said/VBD ROOT 0",), ASSERTS),
        ("say", ("At/IN prep 5", "no/DT det 2", "point/NN pobj 0", "did/VBD aux 5", "she/PRP nsubj 5",
            "say/VB ROOT 5"), WITHHOLDS),
        ("said", ("has/VBZ aux 4", "at/IN prep 4", "no/DT det 3", "stage/NN pobj 1", "said/VBN ROOT 4"), WITHHOLDS),
        ("deny", ("Not/RB neg 1", "once/RB advmod 4", "did/VBD aux 4", "she/PRP nsubj 4", "deny/VB ROOT 4"), WITHHOLDS),
        ("said", ("At/IN prep 4", "one/CD nummod 2", "point/NN pobj 0", "she/PRP nsubj 4", "said/VBD ROOT 4"), ASSERTS),
    ],
)  # fmt: skip
def test_a_negated_cue_asserts_nothing(cue: str, rows: tuple[str, ...], stance: Stance) -> None:
    assert _stance(cue, *rows) is stance


@pytest.mark.parametrize(
    ("rows", "stance"),
    [
        (("No/DT det 1", "official/NN nsubj 2", "said/VBD ROOT 2"), WITHHOLDS),
        (("No/DT det 1", "one/NN nsubj 2", "said/VBD ROOT 2"), WITHHOLDS),
        (("No-one/NN nsubj 1", "said/VBD ROOT 1"), WITHHOLDS),
        (("No/DT det 2", "-/HYPH punct 2 glued", "one/NN nsubj 3 glued", "said/VBD ROOT 3"), WITHHOLDS),
        (("Not/RB neg 1", "one/CD nsubj 2", "said/VBD ROOT 2"), WITHHOLDS),
        (("Neither/CC preconj 1", "Hale/NNP nsubj 4", "nor/CC cc 1", "Roe/NNP conj 1", "said/VBD ROOT 4"), WITHHOLDS),
        (("Few/JJ amod 1", "experts/NNS nsubj 2", "believe/VBP ROOT 2"), DISCLAIMS),
        (("A/DT det 2", "few/JJ amod 2", "experts/NNS nsubj 3", "believe/VBP ROOT 3"), THINKS),
        (("No/NNP nsubj 2", "10/CD nummod 0", "said/VBD ROOT 2"), ASSERTS),
        (("Nobody/NN nsubj 1", "disputes/VBZ ROOT 1"), AGREES),
        (("Few/JJ nsubj 1", "dispute/VBP ROOT 1"), AGREES),
    ],
)  # fmt: skip
def test_what_nobody_says_is_not_asserted(rows: tuple[str, ...], stance: Stance) -> None:
    cue = rows[-1].split("/")[0]
    assert _stance(cue, *rows, source=len(rows) - 1) is stance


@pytest.mark.parametrize(
    ("rows", "stance"),
    [
        (("pleaded/VBD ROOT 0", "not/RB neg 0", "guilty/JJ acomp 0"), DENIES),
        (("pleaded/VBD ROOT 0", "guilty/JJ acomp 0"), ASSERTS),
        (("pleaded/VBD ROOT 0", "for/IN prep 0", "mercy/NN pobj 1"), URGES),
        (("declined/VBD ROOT 0", "to/TO aux 2", "comment/VB xcomp 0"), WITHHOLDS),
        (("declined/VBD ROOT 0", "to/TO aux 2", "play/VB xcomp 0"), DENIES),
        (("refused/VBD ROOT 0", "to/TO aux 2", "reveal/VB xcomp 0"), WITHHOLDS),
        (("denied/VBD ROOT 0", "accusations/NNS dobj 0", "of/IN prep 1"), DENIES),
    ],
)
def test_words_behind_a_cue_go_on_with_it(rows: tuple[str, ...], stance: Stance) -> None:
    assert _stance(rows[0].split("/")[0], *rows, behind=2) is stance


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("called it a lie", DENIES),
        ("called it false", DENIES),
        ("called it a scandal", ASSERTS),
        ("told a lie", ASSERTS),
    ],
)
def test_what_is_called_a_lie_is_denied(cue: str, stance: Stance) -> None:
    tags = {"it": "it/PRP dobj 0", "a": "a/DT det 0", "false": "false/JJ oprd 0"}
    verb, *rest = cue.split()
    rows = [f"{verb}/VBD ROOT 0", *(tags.get(word, f"{word}/NN oprd 0") for word in rest)]
    assert _stance(cue, *rows) is stance


def test_a_rule_says_what_it_decided() -> None:
    with traced() as decisions:
        _stance("said", "Nobody/NN nsubj 1", "said/VBD ROOT 1", source=1)
    assert [(d.start, d.end, d.rule.id) for d in decisions] == [(7, 11, "quotes.negated-source")]
