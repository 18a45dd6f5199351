"""The labels that the grammar asks of a parser, and whether a pipeline has them.

spaCy's English scheme: dependencies of ClearNLP (Choi and Palmer, *Guidelines for the CLEAR Style Constituent to
Dependency Conversion*, 2012), tags of the Penn Treebank, Universal parts of speech. A parser of another scheme, say
Universal Dependencies with its ``obj`` and ``nsubj:pass``, would not fail: every question would be answered no.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotex.errors import MissingPartError

if TYPE_CHECKING:
    from spacy.language import Language

# fmt: off
DEPENDENCIES = frozenset([
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "cc", "ccomp",
    "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "mark", "neg", "nmod", "npadvmod",
    "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "prep", "prt", "punct",
    "quantmod", "relcl", "xcomp",
])
TAGS = frozenset([
    "HYPH", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS", "POS", "PRP", "PRP$", "RBR", "RBS", "SYM", "TO", "VB",
    "VBD", "VBG", "VBN", "VBP", "VBZ",
])
PARTS_OF_SPEECH = frozenset([
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB",
])
# fmt: on

_NEEDED = {"tagger": TAGS, "parser": DEPENDENCIES}
_NAMED = 3  # labels that a message names
_MODELS = "en_core_web_sm, _md, _lg and _trf"


def check_scheme(nlp: Language, name: str) -> None:
    """Check that a pipeline, called so in messages, labels words and dependencies as the grammar reads them.

    Components that are missing, or have no labels yet, are passed over.

    Raises:
        MissingPartError: labels are missing.
    """
    if missing := [
        f"its {part} has no {', '.join(labels[:_NAMED])}{' ...' if len(labels) > _NAMED else ''}"
        for part, labels in _missing(nlp)
    ]:
        raise MissingPartError(
            f"{name} has labels that quotex cannot read ({'; '.join(missing)}); {_MODELS} have those it reads"
        )


def _missing(nlp: Language) -> Iterator[tuple[str, list[str]]]:
    for part, needed in _NEEDED.items():
        has = frozenset(nlp.pipe_labels.get(part, ()))
        if has and not needed <= has:
            yield part, sorted(needed - has)
    classes = {feature for label in nlp.pipe_labels.get("morphologizer", ()) for feature in label.split("|")}
    if classes and (lacking := [part for part in sorted(PARTS_OF_SPEECH) if f"POS={part}" not in classes]):
        yield "morphologizer", lacking
