"""Rules of claims on hand-built parses: a test names the rule that broke, whatever the model makes of the words."""

from __future__ import annotations

import pytest

from hand_built import parse
from quotex.claims.clauses import fact_clauses, main_clauses, without_links
from quotex.claims.kinds import is_causal, is_comparative, kinds_of
from quotex.claims.modality import modality_of
from quotex.claims.places import find_places
from quotex.claims.worthiness import Circumstances, features_of
from quotex.contract.records import ClaimKind, Modality
from quotex.parse.clauses import main_verb
from quotex.parse.grammar import lemma
from quotex.parse.tokens import TokenIndex
from quotex.text import Layout, Paragraph, Range


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["He/PRP nsubj 1", "left/VBD ROOT 1 lemma=leave"], Modality.ASSERTED),
        (["He/PRP nsubj 2", "never/RB neg 2", "left/VBD ROOT 2 lemma=leave"], Modality.DENIED),
        (["No/DT det 1", "one/NN nsubj 2", "left/VBD ROOT 2 lemma=leave"], Modality.DENIED),
        (["He/PRP nsubj 1", "denied/VBD ROOT 1 lemma=deny", "it/PRP dobj 1"], Modality.DENIED),
        (["It/PRP nsubj 1", "had/VBD ROOT 1 lemma=have", "no/DT det 3", "roof/NN dobj 1"], Modality.DENIED),
        (
            ["It/PRP nsubj 1", "had/VBD ROOT 1 lemma=have", "no/DT advmod 3", "more/JJR amod 4", "than/IN dobj 1"],
            Modality.ASSERTED,  # "no more than" hedges
        ),
        (["He/PRP nsubj 2", "may/MD aux 2", "leave/VB ROOT 2"], Modality.POSSIBLE),
        (["He/PRP nsubj 3", "may/MD aux 3", "not/RB neg 3", "leave/VB ROOT 3"], Modality.POSSIBLE),
        (["He/PRP nsubj 2", "perhaps/RB advmod 2", "left/VBD ROOT 2 lemma=leave"], Modality.POSSIBLE),
        (["He/PRP nsubj 2", "will/MD aux 2", "leave/VB ROOT 2"], Modality.PLANNED),
        (["Rain/NN nsubj 2", "will/MD aux 2", "come/VB ROOT 2"], Modality.PREDICTED),  # rain plans nothing
        (["He/PRP nsubj 2", "will/MD aux 2", "lose/VB ROOT 2"], Modality.PREDICTED),  # nobody plans to
        (["He/PRP nsubjpass 3", "will/MD aux 3", "be/VB auxpass 3", "freed/VBN ROOT 3"], Modality.PREDICTED),
        (
            ["Oslo/NNP nsubj 1 ent=B-GPE", "plans/VBZ ROOT 1 lemma=plan", "to/TO aux 3", "build/VB xcomp 1"],
            Modality.PLANNED,
        ),
        (
            ["Oslo/NNP nsubj 1 ent=B-GPE", "planned/VBD ROOT 1 lemma=plan", "to/TO aux 3", "build/VB xcomp 1"],
            Modality.ASSERTED,  # what was planned is told of
        ),
        (
            ["He/PRP nsubj 2", "is/VBZ aux 2 lemma=be", "going/VBG ROOT 2 lemma=go", "to/TO aux 4", "build/VB xcomp 2"],
            Modality.PLANNED,
        ),
        (["He/PRP nsubj 1", "goes/VBZ ROOT 1 lemma=go", "to/TO aux 3", "vote/VB xcomp 1"], Modality.ASSERTED),
        (["He/PRP nsubj 1", "is/VBZ ROOT 1 lemma=be", "to/TO aux 3", "vote/VB xcomp 1"], Modality.PLANNED),
        (
            ["It/PRP nsubj 1", "is/VBZ ROOT 1 lemma=be", "likely/JJ acomp 1", "to/TO aux 4", "rise/VB xcomp 2"],
            Modality.PREDICTED,
        ),
        (
            ["If/IN mark 2", "it/PRP nsubj 2", "rains/VBZ advcl 5", "he/PRP nsubj 5", "will/MD aux 5", "go/VB ROOT 5"],
            Modality.CONDITIONAL,
        ),
        (
            ["He/PRP nsubj 2", "will/MD aux 2", "go/VB ROOT 2", "if/IN mark 5", "it/PRP nsubj 5", "rains/VBZ advcl 2"],
            Modality.CONDITIONAL,
        ),
        (["He/PRP nsubj 1", "went/VBD ROOT 1 lemma=go", "if/IN mark 3", "paid/VBN advcl 1"], Modality.ASSERTED),
    ],
)
def test_modality(rows: list[str], expected: Modality) -> None:
    tokens = list(parse(*rows))
    assert modality_of(tokens, main_verb(tokens)).modality is expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["She/PRP nsubj 1", "sold/VBD ROOT 1 lemma=sell", "it/PRP dobj 1"], {ClaimKind.ACTION}),
        (["It/PRP nsubjpass 2", "was/VBD auxpass 2", "sold/VBN ROOT 2 lemma=sell"], {ClaimKind.OTHER}),
        (
            [
                "It/PRP nsubjpass 2",
                "was/VBD auxpass 2",
                "sold/VBN ROOT 2 lemma=sell",
                "by/IN agent 2",
                "her/PRP pobj 3",
            ],
            {ClaimKind.ACTION},
        ),
        (["It/PRP nsubj 1", "seems/VBZ ROOT 1 lemma=seem", "so/RB advmod 1"], {ClaimKind.OTHER}),
        (["It/PRP nsubj 1", "is/VBZ ROOT 1 lemma=be pos=AUX", "taller/JJR acomp 1"], {ClaimKind.COMPARISON}),
        (["There/EX expl 1", "was/VBD ROOT 1 lemma=be pos=AUX", "a/DT det 3", "fire/NN attr 1"], {ClaimKind.EVENT}),
    ],
)
def test_kinds(rows: list[str], expected: set[ClaimKind]) -> None:
    tokens = list(parse(*rows))
    assert set(kinds_of(tokens, map(lemma, tokens), has_quantity=False)) == expected


def test_a_share_and_a_hedge_compare_nothing() -> None:
    share = parse("most/JJS amod 1", "voters/NNS ROOT 1")
    hedge = parse("more/JJR quantmod 2", "than/IN quantmod 2", "40/CD ROOT 2")
    adverb = parse("most/RBS advmod 1", "often/RB ROOT 1")
    assert [is_comparative(doc[0]) for doc in (share, hedge, adverb)] == [False, False, True]


def test_due_is_a_cause_with_a_preposition_only() -> None:
    assert is_causal(parse("due/JJ ROOT 0", "to/IN prep 0", "rain/NN pobj 1")[0])
    assert not is_causal(parse("due/JJ ROOT 0", "to/TO aux 2", "speak/VB xcomp 0")[0])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["in/IN ROOT 0", "Oslo/NNP pobj 0 ent=B-GPE"], ["Oslo"]),
        (["on/IN ROOT 0", "Oslo/NNP pobj 0 ent=B-GPE"], []),  # "sanctions on Syria"
        (["on/IN ROOT 0", "Svalbard/NNP compound 2 ent=B-GPE", "Island/NNP pobj 0 ent=I-GPE"], ["Svalbard Island"]),
        (["flew/VBD ROOT 0 lemma=fly", "to/IN prep 0", "Oslo/NNP pobj 1 ent=B-GPE"], ["Oslo"]),
        (["flew/VBD ROOT 0 lemma=fly", "back/RB advmod 0", "to/IN prep 1", "Oslo/NNP pobj 2 ent=B-GPE"], ["Oslo"]),
        (["spoke/VBD ROOT 0 lemma=speak", "to/IN prep 0", "Oslo/NNP pobj 1 ent=B-GPE"], []),
        (["visited/VBD ROOT 0 lemma=visit", "Oslo/NNP dobj 0 ent=B-GPE"], ["Oslo"]),
        (["warned/VBD ROOT 0 lemma=warn", "Oslo/NNP dobj 0 ent=B-GPE"], []),
        (["annexed/VBD ROOT 0 lemma=annex", "Velmora/NNP dobj 0 ent=B-ORG"], ["Velmora"]),
        (["visited/VBD ROOT 0 lemma=visit", "Velmora/NNP dobj 0 ent=B-ORG"], []),
        (
            ["in/IN ROOT 0", "Oslo/NNP pobj 0 ent=B-GPE", "and/CC cc 1", "Bergen/NNP conj 1 ent=B-GPE"],
            ["Oslo", "Bergen"],
        ),
        (
            ["on/IN ROOT 0", "the/DT det 3", "Norwegian/JJ amod 3 ent=B-NORP", "border/NN pobj 0"],
            ["Norwegian border"],
        ),
        (["on/IN ROOT 0", "the/DT det 2", "border/NN pobj 0"], []),  # whose border?
        (["in/IN ROOT 0", "the/DT det 2 ent=B-GPE", "Alps/NNP pobj 0 ent=I-GPE"], ["Alps"]),
    ],
)
def test_places(rows: list[str], expected: list[str]) -> None:
    doc = parse(*rows)
    layout = Layout(doc.text, doc.text, (Paragraph(Range(0, len(doc.text))),), ())
    assert [place.of(doc.text) for place in find_places(layout, TokenIndex(doc))] == expected


CAME = parse(
    "but/CC cc 2", "they/PRP nsubj 2", "came/VBD ROOT 2", "to/IN prep 2", "us/PRP pobj 3", "and/CC cc 2",
    "we/PRP nsubj 7", "paid/VBD conj 2", "them/PRP dobj 7", "well/RB advmod 7",
)  # fmt: skip


def test_main_clauses_are_cut_at_the_subject_of_the_second() -> None:
    parts = [" ".join(token.text for token in part) for part in main_clauses(list(CAME))]
    assert parts == ["they came to us", "we paid them well"]


def test_what_ties_a_clause_to_others_is_cut_off() -> None:
    assert [token.text for token in without_links(list(CAME[:4]))] == ["they", "came"]


def test_a_conjunction_is_no_link_where_it_says_the_degree_of_what_ends_the_text() -> None:
    so_far = parse("So/RB ROOT 0", "far/RB advmod 0 pos=ADV")
    assert [token.text for token in without_links(list(so_far))] == ["So", "far"]
    so_left = parse("So/RB cc 1", "left/VBD ROOT 1 lemma=leave")
    assert [token.text for token in without_links(list(so_left))] == ["left"]


def test_a_clause_under_another_counts_where_it_is_past() -> None:
    rows = ["it/PRP nsubj 1", "closed/VBD ROOT 1", "because/IN mark 5", "the/DT det 4", "mill/NN nsubj 5"]
    past = parse(*rows, "burned/VBD advcl 1", "there/RB advmod 5", "often/RB advmod 5")
    present = parse(*rows, "burns/VBZ advcl 1", "there/RB advmod 5", "often/RB advmod 5")
    assert [" ".join(t.text for t in clause) for clause in fact_clauses(list(past))] == ["the mill burned there often"]
    assert list(fact_clauses(list(present))) == []


def test_a_deed_has_a_subject_and_an_object_and_is_done() -> None:
    def deed(*rows: str) -> float:
        return features_of(list(parse(*rows)), (), (), Circumstances())["deed"]

    assert deed("She/PRP nsubj 1", "sold/VBD ROOT 1", "it/PRP dobj 1") == 1
    assert deed("I/PRP nsubj 1", "sold/VBD ROOT 1", "it/PRP dobj 1") == 0
    assert deed("She/PRP nsubj 1", "sold/VBD ROOT 1") == 0
    assert deed("She/PRP nsubj 1", "sells/VBZ ROOT 1", "it/PRP dobj 1") == 0
