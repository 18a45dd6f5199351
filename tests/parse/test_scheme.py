"""A parser is refused whose labels are not those that the grammar reads."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy

from quotex.errors import MissingPartError
from quotex.parse import scheme
from quotex.parse.scheme import DEPENDENCIES, PARTS_OF_SPEECH, TAGS, check_scheme
from test_house import dotted, strings_that_meet_a_text

if TYPE_CHECKING:
    from spacy.language import Language

MECHANICS = {"blas", "carrying", "forms", "memory", "model", "names", "scheme", "tokens"}
GRAMMAR = [m for m in sorted(Path(scheme.__file__).parent.glob("*.py")) if m.stem not in MECHANICS]
KNOWN = DEPENDENCIES | TAGS | PARTS_OF_SPEECH


@pytest.mark.parametrize("module", GRAMMAR, ids=dotted)
def test_every_label_that_the_grammar_reads_stands_in_the_scheme(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    labels = {str(node.value) for node in strings_that_meet_a_text(tree) if str(node.value).strip()}
    assert {label for label in labels if label[0].isalpha()} <= KNOWN


def _pipeline(**labels: set[str] | frozenset[str]) -> Language:
    nlp = spacy.blank("en")
    for part, own in labels.items():
        pipe: Any = nlp.add_pipe(part)
        for label in sorted(own):
            pipe.add_label(label)
    return nlp


def test_the_packaged_parser_has_all_labels(nlp: Language) -> None:
    check_scheme(nlp, "it")
    assert nlp.pipe_labels["parser"]


def test_universal_dependencies_are_refused_in_one_line() -> None:
    universal = (DEPENDENCIES - {"dobj", "nsubjpass", "pobj", "prep"}) | {"obj", "nsubj:pass", "obl", "case"}
    with pytest.raises(MissingPartError) as raised:
        check_scheme(_pipeline(parser=universal), "spaCy model 'x'")
    assert str(raised.value) == (
        "spaCy model 'x' has labels that quotex cannot read (its parser has no dobj, nsubjpass, pobj ...);"
        " en_core_web_sm, _md, _lg and _trf have those it reads"
    )


@pytest.mark.parametrize(
    ("part", "labels", "lacking"),
    [
        ("tagger", TAGS - {"VBD"}, "its tagger has no VBD)"),
        ("morphologizer", {f"POS={p}|Number=Sing" for p in PARTS_OF_SPEECH - {"AUX"}}, "its morphologizer has no AUX)"),
    ],
)
def test_each_component_is_asked(part: str, labels: set[str], lacking: str) -> None:
    with pytest.raises(MissingPartError) as raised:
        check_scheme(_pipeline(**{part: labels}), "it")
    assert lacking in str(raised.value)


def test_a_scheme_that_holds_more_is_fine_and_what_has_no_labels_yet_is_passed_over() -> None:
    check_scheme(_pipeline(parser=DEPENDENCIES | {"case"}, tagger=TAGS, ner={"PER", "LOC"}), "it")
    check_scheme(_pipeline(parser=set()), "it")
    check_scheme(spacy.blank("en"), "it")
