"""Whether a content was put in words by its source: where the cue's words, or who it is, settle what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.contract.terms import Act, QuoteType, Stance
from quotex.english.acts import IN_PASSING, act_words
from quotex.english.anonymity import GROUND
from quotex.english.closed import ABOUT, POLAR_INTERROGATIVES, PREDICATIVE, TO
from quotex.parse.clauses import has_finite_verb, has_receiver, is_infinitive, is_passive, top
from quotex.parse.grammar import is_adjectival, is_noun, is_preposition, is_verb
from quotex.parse.tokens import TokenIndex
from quotex.quotes.cues import HELD, stance_of
from quotex.quotes.drafts import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

TOPIC = Rule("quotes.topic", "of what is described, defended or discussed we hear nothing that was said")
ATTITUDE = Rule("quotes.attitude", "who criticises, thanks or backs somebody is told of, not quoted, unless in marks")
PICTURED = Rule("quotes.pictured", "what a picture shows was not said")
DONE_WITHIN = Rule(
    "quotes.done-within", "without a predicate, what is heard within another's words is what was done, or spoken of"
)
RAISED = Rule("quotes.raised", "who is said to have done something, nobody tells by whom")
SURMISED = Rule("quotes.surmised", "what somebody will feel or may want is the article's surmise")
KEPT = Rule("quotes.kept", "who denies somebody a thing does not give it, and says nothing")
WITHHELD = Rule(
    "quotes.withheld",
    "who will not say whether, or how, says so; who names no names and declines to comment says nothing",
)
ASKED = Rule("quotes.asked", "who asks whether something is so says so")
EXPRESSED = Rule("quotes.expressed", "who expresses the hope that something will be has said so")
HELD_THOUGHT = Rule("quotes.held-thought", "a cue of belief or wish tells of a thought, of which the tagger saw few")
PASSING = Rule("quotes.in-passing", "“having said that”, “it is fair to say”: the article itself says so")
ANONYMITY = Rule("quotes.anonymity", "who asks not to be named says so to whoever writes the article")

_LONGEST_GROUND = 80
"""Characters from the cue to the end of the request not to be named."""
_LONGEST_TURN = 40
"""Characters that a turn of speech takes at most."""


def settled_act(draft: Draft, tokens: TokenIndex) -> Act | None:
    """Return the act that the words of a draft with a cue settle; None: they leave it as it was learned."""
    if draft.cue is None:
        return None
    cue = tokens.inside(*draft.cue)
    if draft.stance is Stance.WITHHOLDS and WITHHELD.decides(draft.span):
        return Act.SAID if any(has_finite_verb(tokens.inside(*piece)) for piece in draft.content) else Act.OTHER
    if _is_done_within(draft, cue, tokens) and DONE_WITHIN.decides(draft.span):
        return Act.OTHER
    plain = draft.type is QuoteType.INDIRECT and len(draft.content) == 1
    words = tokens.inside(*draft.content[0]) if plain else []
    if words and any(holds(draft, cue, words, tokens) and rule.decides(draft.span) for rule, holds in _OTHERS):
        return Act.OTHER
    expressed = _is_one_of(cue, act_words().expressing)
    if expressed and draft.act is Act.OTHER and has_finite_verb(words) and EXPRESSED.decides(draft.span):
        return Act.SAID
    asked = draft.stance is Stance.ASKS and words and words[0].lower_ in POLAR_INTERROGATIVES
    if asked and draft.act is Act.OTHER and has_finite_verb(words) and ASKED.decides(draft.span):
        return Act.SAID
    intended = _is_one_of(cue, act_words().intending)
    held = intended or (draft.stance in HELD and stance_of(cue) in HELD and not expressed)
    if draft.act is Act.SAID and held and draft.type is not QuoteType.DIRECT and HELD_THOUGHT.decides(draft.span):
        return Act.THOUGHT
    return None


def _is_done_within(draft: Draft, cue: Sequence[Token], tokens: TokenIndex) -> bool:
    """Whether what the tagger hears within a quotation is no clause, no infinitive and in no marks: "he met her"."""
    words = tokens.inside(*draft.span)
    if not draft.evidence.within or draft.type is QuoteType.DIRECT or has_finite_verb(words):
        return False
    told = next(filter(is_verb, reversed(cue)), cue[-1])
    stated = not is_infinitive(told) and told.lower_ in act_words().stating
    quoted = draft.type is QuoteType.MIXED and told.lower_ not in act_words().attitudes | act_words().topical
    held = draft.act is Act.THOUGHT or draft.stance in HELD or told.lower_ in act_words().intending  # "hopes to go"
    gerund = is_verb(words[0]) and not is_preposition(cue[-1])  # "urged closing the port"
    verbal = gerund or (words[0].lower_ == TO and told.lower_ not in act_words().wordless)
    meant = any(map(is_verb, words)) if held else verbal
    return not (stated or quoted or meant)


def is_said_in_passing(draft: Draft, text: str) -> bool:
    """Whether a cue is a turn of speech by which the article says something itself: "having said that"."""
    cue = draft.cue
    if cue is None:
        return False
    turns = IN_PASSING.finditer(text, max(0, cue.start - _LONGEST_TURN), cue.end + _LONGEST_TURN)
    return any(turn.start() <= cue.start < cue.end <= turn.end() for turn in turns) and PASSING.decides(draft.span)


def is_ground(draft: Draft, text: str) -> bool:
    """Whether a draft is but the reason why its source has no name: "who asked not to be named"."""
    start, end = draft.cue.start if draft.cue else draft.span.start, draft.content[0].end
    grounds = GROUND.finditer(text, max(0, start - _LONGEST_TURN), min(end, start + _LONGEST_GROUND) + 1)
    return any(ground.start() <= start < end <= ground.end() for ground in grounds) and ANONYMITY.decides(draft.span)


def _is_one_of(cue: Sequence[Token], verbs: frozenset[str]) -> bool:
    """Whether the last verb of a cue is one of some."""
    return next(filter(is_verb, reversed(cue)), cue[-1]).lower_ in verbs


def _is_topic(draft: Draft, cue: Sequence[Token], words: Sequence[Token], __: TokenIndex) -> bool:
    """Whether a content is but what a cue is about: "she described <the shelling>", "asked him <about the cost>"."""
    if draft.stance is Stance.ASKS and is_preposition(words[0]) and words[0].lower_ != TO:
        return not has_finite_verb(words)
    if draft.stance is Stance.ASSERTS and ABOUT in (cue[-1].lower_, words[0].lower_):
        return not has_finite_verb(words)
    said = any(is_verb(word) or word.lower_ == PREDICATIVE for word in words) or is_adjectival(words[-1])
    return not said and _is_one_of(cue, act_words().topical)


def _is_attitude(_: Draft, cue: Sequence[Token], words: Sequence[Token], __: TokenIndex) -> bool:
    said = has_finite_verb(words) or any(word.lower_ == PREDICATIVE for word in words)
    return not said and _is_one_of(cue, act_words().attitudes)


def _is_pictured(draft: Draft, cue: Sequence[Token], _: Sequence[Token], tokens: TokenIndex) -> bool:
    source = tokens.inside(*draft.source) if draft.source and draft.stance is Stance.SHOWS else []
    return bool(source) and any(
        noun.lower_ in act_words().pictures for noun in (top(source), next(filter(is_noun, source), top(source)))
    )


def _is_surmised(draft: Draft, cue: Sequence[Token], _: Sequence[Token], __: TokenIndex) -> bool:
    felt = draft.act is Act.THOUGHT or draft.stance in HELD
    return felt and any(word.lower_ in act_words().surmising for word in cue)


def _is_withheld(draft: Draft, cue: Sequence[Token], words: Sequence[Token], _: TokenIndex) -> bool:
    verb = next(filter(is_verb, reversed(cue)), None)
    return draft.stance is Stance.DENIES and verb is not None and has_receiver(verb) and not has_finite_verb(words)


def _is_raised(draft: Draft, cue: Sequence[Token], words: Sequence[Token], _: TokenIndex) -> bool:
    return draft.source is None and words[0].lower_ == TO and any(is_verb(word) and is_passive(word) for word in cue)


_OTHERS = (
    (TOPIC, _is_topic),
    (ATTITUDE, _is_attitude),
    (PICTURED, _is_pictured),
    (RAISED, _is_raised),
    (SURMISED, _is_surmised),
    (KEPT, _is_withheld),
)
"""What makes of a content without marks no speech."""
