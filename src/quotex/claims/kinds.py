"""What kinds of thing a claim states."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from quotex.claims.clauses import subject
from quotex.contract.records import ClaimKind
from quotex.english import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ClaimLexicon", "claim_lexicon", "kinds_of"]

_COMPARED = frozenset(["JJR", "JJS", "RBR", "RBS"])
_STATES = frozenset(
    ["be", "have", "seem", "appear", "become", "remain", "mean", "include", "contain", "belong", "exist"]
)


class ClaimLexicon(BaseModel):
    """``english/lexicons/claims.toml``: lemmas in lower case."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    law: frozenset[str]
    event: frozenset[str]
    comparison: frozenset[str]
    mere_comparatives: frozenset[str]
    cause: frozenset[str]
    causing: frozenset[str]
    opinion: frozenset[str]
    feeling: frozenset[str]
    emphasis: frozenset[str]
    exhortation: frozenset[str]
    speech: frozenset[str]
    people: frozenset[str]
    same_event: dict[str, str]


@cache
def claim_lexicon() -> ClaimLexicon:
    """Load the words of claims."""
    return lexicons.load("claims", ClaimLexicon)


def kinds_of(tokens: Sequence[Token], *, has_quantity: bool) -> tuple[ClaimKind, ...]:
    """Tell what a claim states; of several kinds in the order of :class:`ClaimKind`, ``other`` when of none."""
    words = claim_lexicon()
    lemmas = {t.lemma_.lower() for t in tokens}
    held = {
        ClaimKind.QUANTITY: has_quantity,
        ClaimKind.EVENT: bool(lemmas & words.event),
        ClaimKind.ACTION: any(_is_deed(t) for t in tokens),
        ClaimKind.COMPARISON: any(is_comparative(t) for t in tokens),
        ClaimKind.CAUSAL: any(is_causal(t) for t in tokens),
        ClaimKind.LAW: bool(lemmas & words.law),
    }
    return tuple(kind for kind in ClaimKind if held.get(kind)) or (ClaimKind.OTHER,)


def is_comparative(token: Token) -> bool:
    """Whether a word compares: a comparative or superlative, "record", "first"; not the hedge of a figure."""
    words = claim_lexicon()
    if token.dep_ == "quantmod" or token.head.pos_ == "NUM" or token.lower_ in words.mere_comparatives:
        return False
    return token.lower_ in words.comparison or (token.tag_ in _COMPARED and not _is_share(token))


def _is_share(token: Token) -> bool:
    """Whether a word is "most" or "more" of something: "most voters", "more jobs"."""
    return token.lower_ in ("most", "more") and token.tag_ in ("JJR", "JJS") and token.dep_ == "amod"


def is_causal(token: Token) -> bool:
    """Whether a word makes one thing the cause of another: "because", "led to"."""
    words = claim_lexicon()
    lemma = token.lemma_.lower()
    if lemma == "due":  # "due to rain", not "due to speak"
        return any(c.dep_ in ("prep", "pcomp") for c in token.rights)
    return lemma in words.cause or (token.pos_ == "VERB" and lemma in words.causing)


def _is_deed(verb: Token) -> bool:
    """Whether someone does something: a finite verb of doing with a subject, or one that names its agent."""
    if verb.pos_ != "VERB" or verb.lemma_ in _STATES:
        return False
    doer = subject(verb)
    return (doer is not None and doer.dep_ == "nsubj") or any(c.dep_ == "agent" for c in verb.rights)
