"""The rules of sources, roles and evidence on parses made by hand: each names what breaks, whatever a model says."""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc

from hand_built import parse
from quotex.contract.records import SpeakerKind
from quotex.naming.identity import Identity
from quotex.naming.names import Name, find_names
from quotex.naming.words import read_words
from quotex.parse.tokens import TokenIndex
from quotex.speakers.drafts import RoleRank
from quotex.speakers.heads import first_noun
from quotex.speakers.mentions import Form, Mention, MentionReader, mention_of
from quotex.speakers.roles import RoleFinder
from quotex.text import Range, analyze


def names_of(doc: Doc) -> list[Name]:
    layout = analyze(doc.text)
    assert layout.view == doc.text
    return find_names(layout, read_words(layout, TokenIndex(doc)))[0]


def reader_of(doc: Doc) -> MentionReader:
    return MentionReader(doc.text, TokenIndex(doc), names_of(doc))


def read(doc: Doc, source: str) -> Mention:
    match = re.search(rf"\b{re.escape(source)}", doc.text)
    assert match
    return reader_of(doc).read(Range(*match.span()))


SPOKESMAN = parse(
    "the/DT det 1",
    "company/NN poss 3",
    "'s/POS case 1 glued",
    "spokesman/NN nsubj 9",
    ",/, punct 3 glued",
    "Jo/NNP compound 6 ent=B-PERSON",
    "Marsh/NNP appos 3 ent=I-PERSON",
    ",/, punct 3 glued",
    "quietly/RB advmod 9",
    "said/VBD ROOT 9",
    "he/PRP nsubj 11",
    "knew/VBD ccomp 9",
    "./. punct 9 glued",
)
PARTNERS = parse(
    "some/DT det 1",
    "officials/NNS nsubj 4 lemma=official",
    "and/CC cc 1",
    "diplomats/NNS conj 1 lemma=diplomat",
    "left/VBD ROOT 4",
    "./. punct 4 glued",
)
ONE_PERSON = parse(
    "the/DT det 2",
    "former/JJ amod 2",
    "minister/NN nsubj 6",
    "and/CC cc 2",
    "current/JJ amod 5",
    "candidate/NN conj 2",
    "left/VBD ROOT 6",
    "./. punct 6 glued",
)
SINGER, COUPLE = (
    parse("the/DT det 1", f"{one}/NN nsubj 4", "and/CC cc 1", f"{other}/NN conj 1", "left/VBD ROOT 4")
    for one, other in (("singer", "guitarist"), ("husband", "wife"))
)
ANALYSTS, SHARES = (
    parse(f"{noun}/NNS nsubj 3", "Norlys/NNP compound 2 ent=B-ORG", "Quorn/NNP dep 0 ent=I-ORG", "left/VBD ROOT 3")
    for noun in ("analysts", "shares")
)
PARENTS = parse(
    "a/DT det 1",
    "group/NN nsubj 4",
    "of/IN prep 1",
    "parents/NNS pobj 2 lemma=parent",
    "left/VBD ROOT 4",
    "./. punct 4 glued",
)


@pytest.mark.parametrize(
    ("doc", "source", "form", "token"),
    [
        (SPOKESMAN, "he", Form.PRONOUN, "he"),
        (SPOKESMAN, "Jo Marsh", Form.NAME, "Marsh"),
        (SPOKESMAN, "the company's spokesman, Jo Marsh", Form.NAME, "spokesman"),
        (SPOKESMAN, "the company's spokesman", Form.NAME, "spokesman"),  # the name was clipped
        (SPOKESMAN, "the company", Form.NOUN, "company"),
        (SPOKESMAN, "quietly", Form.NOTHING, "quietly"),
        (PARTNERS, "some officials and diplomats", Form.SEVERAL, "officials"),
        (PARTNERS, "some officials", Form.NOUN, "officials"),
        (ONE_PERSON, "the former minister and current candidate", Form.NOUN, "minister"),
        (SINGER, "the singer and guitarist", Form.NOUN, "singer"),
        (COUPLE, "the husband and wife", Form.SEVERAL, "husband"),
        (ANALYSTS, "analysts Norlys Quorn", Form.NAME, "analysts"),
        (SHARES, "shares Norlys Quorn", Form.NOUN, "shares"),
    ],
)
def test_what_heads_a_source(doc: Doc, source: str, form: Form, token: str) -> None:
    found = read(doc, source)
    assert found.form is form
    assert found.token is not None
    assert found.token.text == token


@pytest.mark.parametrize(
    ("doc", "source", "kind", "definite", "plural"),
    [
        (SPOKESMAN, "the company", SpeakerKind.ORGANIZATION, True, False),
        (ONE_PERSON, "the former minister and current candidate", SpeakerKind.PERSON, True, False),
        (PARTNERS, "some officials", SpeakerKind.GROUP, False, True),
        (PARENTS, "a group of parents", SpeakerKind.GROUP, False, False),
        (PARENTS, "a group", SpeakerKind.GROUP, False, False),
    ],
)
def test_kind_and_number_of_a_noun(doc: Doc, source: str, kind: SpeakerKind, definite: bool, plural: bool) -> None:
    found = read(doc, source)
    assert (found.kind, found.definite, found.plural) == (kind, definite, plural)


def test_marks_at_the_edges_are_no_part_of_a_mention() -> None:
    assert mention_of(read(SPOKESMAN, "the company's spokesman,"), SPOKESMAN.text).of(SPOKESMAN.text) == (
        "the company's spokesman"
    )


def test_a_mention_of_nothing_but_marks_is_not_empty() -> None:
    assert mention_of(Mention(Form.NOUN, Range(9, 11)), "He left, –– and") == Range(9, 10)


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        (["The/DT det 1", "Harbourmaster/NN ROOT 1"], Form.LABEL),
        (["tired/JJ ROOT 0", "in/IN prep 0", "Tulsa/NNP pobj 1 ent=B-GPE"], Form.LABEL),
        (["Ada/NNP compound 1 ent=B-PERSON", "Marsh/NNP ROOT 1 ent=I-PERSON"], Form.NAME),
        (["baker/NN ROOT 0"], Form.NOUN),
    ],
)
def test_a_label_names_somebody_or_nobody(rows: list[str], form: Form) -> None:
    doc = parse(*rows)
    assert reader_of(doc).label(Range(0, len(doc.text))).form is form


def test_a_label_for_one_who_is_not_known_is_no_name() -> None:
    doc = parse(
        "Ada/NNP compound 1 ent=B-PERSON",
        "Marsh/NNP ROOT 1 ent=I-PERSON",
        ":/: punct 1 glued",
        "Unidentified/NNP compound 4 ent=B-PERSON",
        "Woman/NNP dep 1 ent=I-PERSON",
        ":/: punct 1 glued",
    )
    layout, labels = analyze(doc.text), [Range(0, 9), Range(11, 29)]
    found, _ = find_names(layout, read_words(layout, TokenIndex(doc)), labels)
    assert [name.span.of(doc.text) for name in found] == ["Ada Marsh"]


def test_a_noun_that_brings_somebody_in_is_found_from_behind() -> None:
    doc = parse(
        "a/DT det 1",
        "source/NN nsubj 2",
        "spoke/VBD ROOT 2",
        "./. punct 2 glued",
        "the/DT det 5",
        "source/NN nsubj 6",
        "left/VBD ROOT 6",
        "./. punct 6 glued",
    )
    reader = reader_of(doc)
    assert reader.introduction("source", doc[5]) == doc[1]
    assert reader.introduction("source", doc[1]) is None  # "the source" brings in nobody
    assert reader.introduction("official", doc[5]) is None


@pytest.mark.parametrize(
    ("entity", "before", "person", "body"),
    [
        ("PERSON", "when/WRB advmod 2", 1, 0),
        ("ORG", "when/WRB advmod 2", 0, 1),
        ("ORG", "the/DT det 1", 0, 3),
        ("ORG", "operator/NN compound 1", 0, 3),  # said of persons too
        ("ORG", "agency/NN compound 1", 0, 11),
    ],
)
def test_evidence_beside_a_name(entity: str, before: str, person: int, body: int) -> None:
    doc = parse(before, f"Quornly/NNP nsubj 2 ent=B-{entity}", "left/VBD ROOT 2", "./. punct 2 glued")
    name = names_of(doc)[0]
    assert (name.person, name.body) == (person, body)


def test_a_short_line_in_capitals_names_nobody_by_itself() -> None:
    assert names_of(parse("QUORN/NNP nsubj 1 ent=B-PERSON", "LEAVES/VBZ ROOT 1 lemma=leave")) == []


def test_an_office_in_apposition_speaks_for_a_person() -> None:
    def person(office: str) -> int:
        doc = parse(
            "Tessaly/NNP compound 1",
            "Quorn/NNP nsubj 6",
            ",/, punct 1 glued",
            "a/DT det 4",
            f"{office}/NN appos 1",
            ",/, punct 1 glued",
            "left/VBD ROOT 6",
            "./. punct 6 glued",
        )
        return names_of(doc)[0].person

    assert person("nurse") == person("table") + 2


@pytest.mark.parametrize(
    ("words", "person", "body"),
    [
        (["Mrs.", "Quornly"], 10, 0),
        (["Senator", "Quornly"], 2, 0),
        (["Anna", "Quornly"], 2, 0),
        (["J.", "Quornly"], 2, 0),
        (["Tessaly", "Council"], 0, 2),
        (["Council"], 0, 2),
        (["Quornly", "of", "Tessaly"], 0, 0),
        (["NorLys"], 0, 2),
        (["NorLys", "Quornly"], 0, 0),
        (["Quornly.com"], 0, 10),
        (["QUT"], 0, 2),
        (["QUORNLY"], 0, 0),
    ],
)
def test_evidence_in_a_name(words: list[str], person: int, body: int) -> None:
    rows = [f"{word}/{'NNP' if word[0].isupper() else 'IN'} compound {len(words)}" for word in ["Then", *words[:-1]]]
    doc = parse(*rows, f"{words[-1]}/NNP nsubj {len(words) + 1}", f"left/VBD ROOT {len(words) + 1}")
    name = next(iter(names_of(doc)))
    assert (name.person, name.body) == (person, body)


@pytest.mark.parametrize(
    ("rows", "role", "rank", "nouns"),
    [
        (
            [
                "Jo/NNP compound 1 ent=B-PERSON",
                "Marsh/NNP nsubj 8 ent=I-PERSON",
                ",/, punct 1 glued",
                "a/DT det 5",
                "retired/VBN amod 5",
                "judge/NN appos 1",
                "from/IN prep 5",
                "Oslo/NNP pobj 6 ent=B-GPE",
                "left/VBD ROOT 8",
                "./. punct 8 glued",
            ],
            "retired judge from Oslo",
            RoleRank.BEHIND,
            ("judge",),
        ),
        (
            [
                "longtime/JJ amod 2",
                "retired/VBN amod 2",
                "pollster/NN compound 4",
                "Jo/NNP compound 4 ent=B-PERSON",
                "Marsh/NNP nsubj 5 ent=I-PERSON",
                "left/VBD ROOT 5",
                "./. punct 5 glued",
            ],
            "longtime retired pollster",
            RoleRank.BEFORE,
            ("pollster",),
        ),
        (
            [
                "the/DT det 1",
                "director/NN nsubj 8",
                "of/IN prep 1",
                "the/DT det 4",
                "bank/NN pobj 2",
                ",/, punct 1 glued",
                "Jo/NNP compound 7 ent=B-PERSON",
                "Marsh/NNP appos 1 ent=I-PERSON",
                "left/VBD ROOT 8",
                "./. punct 8 glued",
            ],
            "director of the bank",
            RoleRank.BEFORE,
            ("director",),
        ),
        (
            [
                "Sen./NNP compound 2",
                "Jo/NNP compound 2 ent=B-PERSON",
                "Marsh/NNP nsubj 3 ent=I-PERSON",
                "left/VBD ROOT 3",
                "./. punct 3 glued",
            ],
            "Sen.",
            RoleRank.TITLE,
            ("senator",),
        ),
    ],
    ids=["behind", "before", "apposed", "title"],
)
def test_a_role_and_how_it_is_given(rows: list[str], role: str, rank: RoleRank, nouns: tuple[str, ...]) -> None:
    doc = parse(*rows)
    reader, (name, *_) = reader_of(doc), [n for n in names_of(doc) if n.words[-1] == "marsh"]
    roles = RoleFinder(doc.text, reader, lambda _: Identity(0, is_person=False)).find(name)
    assert [(r.span.of(doc.text), r.rank, r.nouns) for r in roles] == [(role, rank, nouns)]


def test_the_body_of_an_unnamed_source_is_the_one_it_is_at() -> None:
    doc = parse(
        "an/DT det 1",
        "official/NN nsubj 5",
        "at/IN prep 1",
        "the/DT det 4",
        "ministry/NN pobj 2",
        "left/VBD ROOT 5",
        "./. punct 5 glued",
    )
    finder = RoleFinder(doc.text, reader_of(doc), lambda _: Identity(0, is_person=False))
    origin = finder.affiliations.origin(Range(0, doc.text.index(" left")))
    assert origin is not None
    assert origin.of(doc.text) == "the ministry"


def test_a_hyphen_ends_no_phrase() -> None:
    doc = parse(
        "The/DT det 4", "newly/RB advmod 3", "-/HYPH punct 3 glued", "elected/VBN amod 4 glued", "mayor/NN ROOT 4",
        ",/, punct 4 glued", "Brook/NNP appos 4",
    )  # fmt: skip
    assert first_noun(list(doc), doc[6].idx) == doc[4]
