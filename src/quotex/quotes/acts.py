"""Whether a content was put in words by its source: where the cue's words, or who it is, settle what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.contract.terms import Act, QuoteType, Stance
from quotex.english.acts import GAINSAYING, IN_PASSING, act_words
from quotex.english.anonymity import GROUND
from quotex.english.closed import ABOUT, ANY, EMPTY, POLAR_INTERROGATIVES, PREDICATIVE, TO
from quotex.parse import relations as rel
from quotex.parse.clauses import has_finite_verb, introducers, is_passive, top
from quotex.parse.grammar import is_adjectival, is_preposition, is_proper_noun, is_verb, lemma
from quotex.parse.phrases import determiner
from quotex.parse.relations import dependents
from quotex.parse.tokens import TokenIndex
from quotex.quotes.cues import HELD, stance_of
from quotex.quotes.drafts import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

DONE_WITHIN = Rule(
    "quotes.done-within", "without a predicate, what is heard within another's words was done, if not asked or promised"
)
TOPIC = Rule("quotes.topic", "of what is described, discussed or asked about we hear nothing that was said")
RAISED = Rule("quotes.raised", "who is said to have done something, nobody tells by whom")
SURMISED = Rule("quotes.surmised", "what somebody will feel or may want, or does if they do, is the article's surmise")
WITHHELD = Rule(
    "quotes.withheld",
    "who will not say whether, or how, says so; who names no names and declines to comment says nothing",
)
HELD_THOUGHT = Rule("quotes.held-thought", "a cue of belief or wish tells of a thought, of which the tagger saw few")
EXPRESSED = Rule("quotes.expressed", "who expresses a hope or a fear puts it in words")
JUDGED = Rule(
    "quotes.judged", "who praises, blames or brands somebody, or calls for something, in words between marks says these"
)
VOWED = Rule("quotes.vowed", "who promises or vows something says so")
PASSING = Rule("quotes.in-passing", "“having said that”, “it is fair to say”: the article itself says so")
GAINSAID = Rule("quotes.gainsaid", "what is so contrary to what somebody said is not what he said")
SAYS_NOTHING = Rule("quotes.says-nothing", "of who wants more, or believes it, we are not told what")
LEGISLATED = Rule("quotes.legislated", "what a law requires, or gives, it does; only what it says is said")
ANONYMITY = Rule("quotes.anonymity", "who asks not to be named says so to whoever writes the article")

_ASKING = frozenset([Stance.ASKS, Stance.PROMISES])
_LEGISLATING = frozenset([Stance.URGES, Stance.UNKNOWN])
_LONGEST_GROUND = 80
"""Characters from the cue to the end of the request not to be named."""
_LONGEST_CONTRAST = 160
"""Characters of a clause that tells who has said otherwise; bounds the search."""
_LONGEST_TURN = 40
"""Characters that a turn of speech takes at most."""


def settled_act(draft: Draft, tokens: TokenIndex) -> Act | None:
    """Return the act that the words of a draft with a cue settle; None: they leave it as it was learned."""
    if draft.cue is None:
        return None
    cue = tokens.inside(*draft.cue)
    if is_kept_from(draft, cue) and WITHHELD.decides(draft.span):
        return Act.SAID if any(has_finite_verb(tokens.inside(*piece)) for piece in draft.content) else Act.OTHER
    if _is_done_within(draft, cue, tokens):
        return Act.OTHER
    plain = draft.type is QuoteType.INDIRECT and len(draft.content) == 1
    if plain and any(
        holds(draft, cue, tokens) for holds in (_is_empty, _is_topic, _is_raised, _is_surmised, _is_legislated)
    ):
        return Act.OTHER
    if draft.act is Act.OTHER and _is_one_of(cue, act_words().vowing) and VOWED.decides(draft.span):
        return Act.SAID
    marked = draft.type is not QuoteType.INDIRECT and draft.source is not None
    judged = _is_one_of(cue, act_words().judging) or stance_of(_from_verb(cue)) is Stance.URGES
    if draft.act is Act.OTHER and marked and judged and not _is_of_law(draft, tokens) and JUDGED.decides(draft.span):
        return Act.SAID
    if _is_one_of(cue, act_words().expressing):
        return Act.SAID if draft.act is Act.THOUGHT and EXPRESSED.decides(draft.span) else None
    intended = _is_one_of(cue, act_words().intending)
    held = intended or (draft.stance in HELD and stance_of(cue) in HELD)
    if draft.act is Act.SAID and held and draft.type is not QuoteType.DIRECT and HELD_THOUGHT.decides(draft.span):
        return Act.THOUGHT
    return None


def is_kept_from(draft: Draft, cue: Sequence[Token]) -> bool:
    """Whether a draft is what a source does not say, or nobody denies."""
    return draft.stance is Stance.WITHHOLDS or (draft.stance is Stance.AGREES and stance_of(cue) is Stance.DENIES)


def _is_done_within(draft: Draft, cue: Sequence[Token], tokens: TokenIndex) -> bool:
    """Whether what is heard within a quotation is no clause, nor what one asks for, promises, hopes or claims to do."""
    words = tokens.inside(*draft.span)
    if not draft.evidence.within or draft.type is not QuoteType.INDIRECT or has_finite_verb(words):
        return False
    stated = draft.stance in _ASKING or _is_one_of(cue, act_words().stating)
    held = draft.stance in HELD and any(map(is_verb, words))
    claimed = words[0].lower_ == TO and draft.stance is not Stance.DENIES  # "refused to go"
    gerund = is_verb(words[0]) and not is_preposition(cue[-1])
    return not (stated or held or claimed or gerund) and DONE_WITHIN.decides(draft.span)


def _is_legislated(draft: Draft, _: Sequence[Token], tokens: TokenIndex) -> bool:
    """Whether a law does something, and does not tell it: "the code <requires> drivers to rest"."""
    done = (
        _is_of_law(draft, tokens) and draft.stance in _LEGISLATING and not has_finite_verb(tokens.inside(*draft.span))
    )
    return done and LEGISLATED.decides(draft.span)


def _is_of_law(draft: Draft, tokens: TokenIndex) -> bool:
    words = tokens.inside(*draft.source) if draft.source else []
    return bool(words) and lemma(top(words)) in act_words().laws and (len(words) > 1 or not is_proper_noun(words[0]))


def _is_topic(draft: Draft, cue: Sequence[Token], tokens: TokenIndex) -> bool:
    """Whether a content is but what a cue is about: "she described <the shelling>", "asked him <about the cost>"."""
    words = tokens.inside(*draft.content[0])
    if draft.stance is Stance.ASKS and is_preposition(words[0]) and words[0].lower_ != TO:
        return not has_finite_verb(words) and TOPIC.decides(draft.span)
    if draft.stance is Stance.ASSERTS and ABOUT in (cue[-1].lower_, words[0].lower_):
        return not has_finite_verb(words) and TOPIC.decides(draft.span)
    if draft.stance is Stance.DENIES and any(map(is_refused, dependents(cue[-1], rel.OBJECT))):
        return not has_finite_verb(words) and TOPIC.decides(draft.span)
    said = any(is_verb(word) or word.lower_ == PREDICATIVE for word in words) or is_adjectival(words[-1])
    return not said and _is_one_of(cue, act_words().topical) and TOPIC.decides(draft.span)


def is_refused(thing: Token) -> bool:
    """Whether what is denied is something that one asks for: "denied <the request>", but not "any request"."""
    return lemma(thing) in act_words().refusable and determiner(thing) != ANY


def _is_raised(draft: Draft, cue: Sequence[Token], tokens: TokenIndex) -> bool:
    infinitive = draft.source is None and tokens.inside(*draft.span)[0].lower_ == TO
    return infinitive and any(is_verb(word) and is_passive(word) for word in cue) and RAISED.decides(draft.span)


def _is_surmised(draft: Draft, cue: Sequence[Token], _: TokenIndex) -> bool:
    if draft.act is not Act.THOUGHT and draft.stance not in HELD:
        return False
    verb = next(filter(is_verb, reversed(cue)), None)
    supposed = verb is not None and any(word.lower_ in POLAR_INTERROGATIVES for word in introducers(verb))
    supposed = supposed or any(word.lower_ in act_words().surmising for word in cue)
    return supposed and SURMISED.decides(draft.span)


def is_said_in_passing(draft: Draft, text: str) -> bool:
    """Whether a cue is a turn of speech by which the article says something itself: "having said that"."""
    cue = draft.cue
    if cue is None:
        return False
    turns = IN_PASSING.finditer(text, max(0, cue.start - _LONGEST_TURN), cue.end + _LONGEST_TURN)
    return any(turn.start() <= cue.start < cue.end <= turn.end() for turn in turns) and PASSING.decides(draft.span)


def is_gainsaid(draft: Draft, text: str) -> bool:
    """Whether a draft is what the article holds against its source: "contrary to what she said, <it had closed>"."""
    cue, start = draft.cue, draft.content[0].start
    found = GAINSAYING.search(text, max(0, start - _LONGEST_CONTRAST), start) if cue is not None else None
    return found is not None and cue is not None and found.start() <= cue.start < start and GAINSAID.decides(draft.span)


def _is_empty(draft: Draft, _: Sequence[Token], tokens: TokenIndex) -> bool:
    """Whether a content is one word that tells nothing: "does not believe <it>", "hopes for <more>"."""
    word, *others = tokens.inside(*draft.span)
    return not others and word.lower_ in EMPTY and SAYS_NOTHING.decides(draft.span)


def is_ground(draft: Draft, text: str) -> bool:
    """Whether a draft is but the reason why its source has no name: "who asked not to be named".

    Who is described by it says what follows: "a clerk who asked not to be named <said> the files had gone".
    """
    start, end = draft.cue.start if draft.cue else draft.span.start, draft.content[0].end
    grounds = GROUND.finditer(text, max(0, start - _LONGEST_TURN), min(end, start + _LONGEST_GROUND) + 1)
    first = draft.source.start if draft.source else start
    within = (g for g in grounds if g.start() <= start < end <= g.end())
    return any(start < g.end("asked") or first >= g.start() for g in within) and ANONYMITY.decides(draft.span)


def _from_verb(cue: Sequence[Token]) -> Sequence[Token]:
    """The last verb of a cue, and what is behind it: "used a visit <to call for>"; all of a cue without one."""
    return cue[max((i for i, word in enumerate(cue) if is_verb(word)), default=0) :]


def _is_one_of(cue: Sequence[Token], verbs: frozenset[str]) -> bool:
    """Whether the last verb of a cue is one of some."""
    return next(filter(is_verb, reversed(cue)), cue[-1]).lower_ in verbs
