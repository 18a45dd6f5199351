"""How much a statement is worth checking: a logistic model over features that one can read, and one that one cannot.

That one is the tagger's encoder's own opinion, learnt from debates (``training/fit_worth.py``).

The weights are data (``models/worthiness.toml``), fitted by ``training/fit_worthiness.py``. The task is that of
Hassan and others, "Toward automated fact-checking" (KDD 2017), on news.
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.claims.kinds import claim_lexicon
from quotex.contract.records import ClaimKind, Stance
from quotex.english import lexicons
from quotex.english.closed import CONDITION, FIRST_PERSON, FUTURE, MODALS, SECOND_PERSON, VAGUE
from quotex.parse import relations as rel
from quotex.parse.clauses import is_passive, is_perfect, main_verb, tops
from quotex.parse.grammar import is_past_tense, subject
from quotex.parse.names import is_named, is_person, opens_name
from quotex.parse.relations import dependent, dependents

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_FIGURES = 3  # more of them tell no more, in articles of `news-train`
_FULL_LENGTH = 25  # words; of longer ones no more are claims there (weight .17 of what exceeds it)
_MARK = "“"  # of words that the text does not make its own


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a candidate beyond its words.

    Attributes:
        quantities: how many figures it holds; ``measured`` of them with a unit.
        times, places: how many it holds.
        stance: of the quotation it stands in; None: the article's own words.
        direct: it stands between quotation marks; ``reported``: it is told in the article's own words.
        headline: it stands in the headline.
        topic: the headline's words, by their lemmas.
        position: how far down the article it stands, in [0, 1].
        clause: it is part of a sentence.
        encoder: how likely the encoder holds it to be worth checking.
    """

    quantities: int = 0
    measured: int = 0
    times: int = 0
    places: int = 0
    stance: Stance | None = None
    direct: bool = False
    reported: bool = False
    headline: bool = False
    topic: frozenset[str] = frozenset()
    position: float = 0.5
    clause: bool = False
    encoder: float = 0.5


class WorthinessModel(lexicons.Lexicon):
    """``models/worthiness.toml``: intercept and one weight a feature."""

    intercept: float
    weights: Mapping[str, float]


worthiness_model = lexicons.loader("worthiness", WorthinessModel, package="quotex.models")
"""Loads the fitted weights."""


def worthiness_of(
    tokens: Sequence[Token], lemmas: Sequence[str], kinds: Container[ClaimKind], circumstances: Circumstances
) -> float:
    """Return how likely an editor wants a statement checked, in [0, 1].

    Args:
        tokens: of the statement.
        lemmas: of them, in their order.
        kinds: of what it states.
        circumstances: of the statement.
    """
    model = worthiness_model()
    held = features_of(tokens, lemmas, kinds, circumstances)
    logit = model.intercept + sum(model.weights[name] * value for name, value in held.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


def features_of(
    tokens: Sequence[Token], lemmas: Sequence[str], kinds: Container[ClaimKind], circumstances: Circumstances
) -> dict[str, float]:
    """Return a statement's features by name, each in [0, 1]; always the same names in the same order."""
    return _circumstantial(circumstances) | _grammatical(tokens) | _lexical(lemmas, kinds, circumstances.topic)


def _circumstantial(c: Circumstances) -> dict[str, float]:
    return {
        "quantity": float(c.quantities > 0),
        "quantities": min(c.quantities, _MOST_FIGURES) / _MOST_FIGURES,
        "measure": float(c.measured > 0),
        "time": float(c.times > 0),
        "place": float(c.places > 0),
        "direct": float(c.direct),
        "attributed": float(c.stance is not None and not c.direct),
        "reported": float(c.reported),
        "headline": float(c.headline),
        "position": c.position,
        "clause": float(c.clause),
        "encoder": c.encoder,
    }


def _grammatical(tokens: Sequence[Token]) -> dict[str, float]:
    lower = {t.lower_ for t in tokens}
    heads = tops(tokens)
    verb = main_verb(tokens)
    doer = subject(verb) if verb is not None else None
    names = sum(opens_name(t) and is_named(t) for t in tokens)
    words = sum(t.is_alpha for t in tokens)
    return {
        "names": min(names, 4) / 4,
        "past": float(any(map(is_past_tense, tokens))),
        "perfect": float(any(map(is_perfect, tokens))),
        "deed": float(any(map(_is_deed, tokens))),
        "passive": float(any(map(is_passive, tokens))),
        "first person": float(bool(lower & FIRST_PERSON)),
        "second person": float(bool(lower & SECOND_PERSON)),
        "modal": float(bool(lower & MODALS)),
        "future": float(bool(lower & FUTURE)),
        "condition": float(CONDITION in lower),
        "vague subject": float(any(map(_is_vague, heads))),
        "personal subject": float(doer is not None and is_person(doer)),
        "others' words": float(_MARK in lower),
        "length": min(words, _FULL_LENGTH) / _FULL_LENGTH,
    }


def _is_vague(verb: Token) -> bool:
    """Whether what a verb is said of is not named, "it is" (but not: "is it")."""
    return any(own.lower_ in VAGUE and own.i < verb.i for own in dependents(verb, rel.SUBJECT))


def _is_deed(verb: Token) -> bool:
    """Whether someone has done something to something: a verb in the past with subject and object."""
    if not (is_past_tense(verb) or is_perfect(verb)) or dependent(verb, rel.OBJECT) is None:
        return False
    doer = dependent(verb, rel.ACTIVE_SUBJECT)
    return doer is not None and doer.lower_ not in FIRST_PERSON


def _lexical(lemmas: Sequence[str], kinds: Container[ClaimKind], topic: frozenset[str]) -> dict[str, float]:
    words, some = claim_lexicon(), set(lemmas)
    return {
        "topic": len(topic & some) / len(topic) if topic else 0.0,
        "comparison": float(ClaimKind.COMPARISON in kinds),
        "law": float(ClaimKind.LAW in kinds),
        "event": float(ClaimKind.EVENT in kinds),
        "cause": float(ClaimKind.CAUSAL in kinds),
        "speech": float(bool(some & words.speech)),
        "opinion": min(sum(w in words.opinion for w in lemmas), 3) / 3,
        "feeling": float(bool(some & words.feeling)),
        "emphasis": float(bool(some & words.emphasis)),
        "exhortation": float(bool(some & words.exhortation)),
    }
