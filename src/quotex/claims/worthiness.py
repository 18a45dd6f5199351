"""How much a statement is worth checking: a logistic model over features that one can read, and one that one cannot.

That one is the tagger's encoder's own opinion, learnt from debates (``training/fit_worth.py``).

The weights are data (``models/worthiness.toml``), fitted by ``training/fit_worthiness.py``. The task is that of
Hassan and others, "Toward automated fact-checking" (KDD 2017), on news.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from quotex.claims.clauses import SUBJECTS, tops
from quotex.claims.kinds import claim_lexicon, is_comparative
from quotex.contract.records import Stance
from quotex.english import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Circumstances", "WorthinessModel", "features_of", "worthiness_model", "worthiness_of"]

_NAMES = frozenset(["PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"])
_FIRST = frozenset(["i", "we", "me", "us", "my", "our", "myself", "ourselves"])
_SECOND = frozenset(["you", "your", "yours", "yourself"])
_VAGUE = frozenset(["this", "that", "it", "there", "these", "those", "what", "nothing", "everything"])
_MODALS = frozenset(["may", "might", "could", "would", "can", "'d", "’d"])
_FUTURE = frozenset(["will", "'ll", "’ll", "wo"])


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a candidate beyond its words.

    Attributes:
        quantities: how many figures it holds; ``measured`` of them with a unit.
        times, places: how many it holds.
        stance: of the quotation it stands in; None: the article's own words.
        direct: it stands between quotation marks.
        clause: it is part of a sentence.
        encoder: how likely the encoder holds it to be worth checking.
    """

    quantities: int = 0
    measured: int = 0
    times: int = 0
    places: int = 0
    stance: Stance | None = None
    direct: bool = False
    clause: bool = False
    encoder: float = 0.5


class WorthinessModel(BaseModel):
    """``models/worthiness.toml``: intercept and one weight a feature."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    intercept: float
    weights: Mapping[str, float]


@cache
def worthiness_model() -> WorthinessModel:
    """Load the fitted weights."""
    return lexicons.load("worthiness", WorthinessModel, package="quotex.models")


def worthiness_of(tokens: Sequence[Token], circumstances: Circumstances) -> float:
    """Return how likely an editor wants the statement checked, in [0, 1]."""
    model = worthiness_model()
    held = features_of(tokens, circumstances)
    logit = model.intercept + sum(model.weights[name] * value for name, value in held.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


def features_of(tokens: Sequence[Token], circumstances: Circumstances) -> dict[str, float]:
    """Return a statement's features by name, each in [0, 1]; always the same names in the same order."""
    return dict(_circumstantial(circumstances)) | dict(_grammatical(tokens)) | dict(_lexical(tokens))


def _circumstantial(c: Circumstances) -> Iterator[tuple[str, float]]:
    yield "quantity", float(c.quantities > 0)
    yield "measure", float(c.measured > 0)
    yield "time", float(c.times > 0)
    yield "place", float(c.places > 0)
    yield "direct", float(c.direct)
    yield "attributed", float(c.stance is not None and not c.direct)
    yield "clause", float(c.clause)
    yield "encoder", c.encoder


def _grammatical(tokens: Sequence[Token]) -> Iterator[tuple[str, float]]:
    tags = [t.tag_ for t in tokens]
    lower = {t.lower_ for t in tokens}
    deps = {t.dep_ for t in tokens}
    main = tops(tokens)
    words = sum(t.is_alpha for t in tokens)
    names = sum(t.ent_iob_ == "B" and t.ent_type_ in _NAMES for t in tokens)
    yield "names", min(names, 4) / 4
    yield "past", float("VBD" in tags)
    yield "perfect", float(any(t.tag_ == "VBN" and _is_perfect(t) for t in tokens))
    yield "deed", float(any(_is_deed(t) for t in tokens))
    yield "passive", float("auxpass" in deps)
    yield "first person", float(bool(lower & _FIRST))
    yield "second person", float(bool(lower & _SECOND))
    yield "modal", float(bool(lower & _MODALS))
    yield "future", float(bool(lower & _FUTURE))
    yield "condition", float("if" in lower)
    yield "vague subject", float(any(c.lower_ in _VAGUE for t in main for c in t.lefts if c.dep_ in SUBJECTS))
    yield "length", min(words, 40) / 40


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)


def _is_deed(verb: Token) -> bool:
    """Whether someone has done something to something: a verb in the past with subject and object."""
    if not (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and _is_perfect(verb))):
        return False
    deps = {c.dep_: c for c in verb.children}
    return "dobj" in deps and "nsubj" in deps and deps["nsubj"].lower_ not in _FIRST


def _lexical(tokens: Sequence[Token]) -> Iterator[tuple[str, float]]:
    words = claim_lexicon()
    lemmas = [t.lemma_.lower() for t in tokens]
    some = set(lemmas)
    yield "comparison", float(any(is_comparative(t) for t in tokens))
    yield "law", float(bool(some & words.law))
    yield "speech", float(bool(some & words.speech))
    yield "opinion", min(sum(w in words.opinion for w in lemmas), 3) / 3
    yield "feeling", float(bool(some & words.feeling))
    yield "emphasis", float(bool(some & words.emphasis))
    yield "exhortation", float(bool(some & words.exhortation))
