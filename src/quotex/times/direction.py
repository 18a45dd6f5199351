"""Whether a time that leaves out its year or week lies behind the day of publication or ahead of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.calendar_words import calendar_words
from quotex.english.closed import AHEAD, BEING, FOR, FROM, FUTURE, NOT, POSSIBLY, PRESENT
from quotex.english.time_links import (
    Bound,
    bound_before,
    in_aftermath,
    is_credited,
    is_reported,
    leads_to,
    looks_ahead,
    recalls,
)
from quotex.parse import relations as rel
from quotex.parse.clauses import is_infinitive, is_passive, is_perfect, top, verb_above
from quotex.parse.grammar import (
    governing_noun,
    has_tense,
    is_base_form,
    is_noun,
    is_past_tense,
    is_preposition,
    is_present_participle,
    lemma,
)
from quotex.parse.relations import dependent, dependents, governor
from quotex.times.edtf import Direction

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.text import Range

AHEAD_BY_VERB = Rule("times.ahead", "the verb that governs it tells of what is to come")
FORETOLD = Rule("times.foretold", "what is expected, set for a day, or put off to it, is yet to come")
AWAITED = Rule("times.awaited", "the words before it look forward to it")
HAPPENED = Rule("times.happened", "what happened on it nobody can have set beforehand")
KEPT_FROM = Rule(
    "times.kept-from", "what is kept from happening on a day may be yet to come, whenever it is kept from it"
)
SET_BEFOREHAND = Rule("times.set-beforehand", "what is set for a day may be yet to come, whatever was done before it")
SCHEDULED = Rule("times.scheduled", "it is the day of what is set beforehand, and told in the present")


def direction_of(view: str, span: Range, tokens: Sequence[Token]) -> Direction:
    """Tell past from future by what the time is the day of, and by the verb it hangs on.

    Args:
        view: of the article.
        span: of the time.
        tokens: those in it, in text order.
    """
    if not tokens:
        return Direction.PAST
    bound = bound_before(view, span.start)
    if bound is Bound.SINCE:
        return Direction.PAST
    past = recalls(view, span.start) or is_credited(view, span.end) or is_reported(span.of(view))
    if past and HAPPENED.decides(span):
        return Direction.PAST
    if _is_pending(tokens[0]) or (looks_ahead(view, span.start) and AWAITED.decides(span)):
        return Direction.FUTURE
    verb = _governing_verb(view, span, tokens)
    if verb is None:  # "open until Nov 30"
        return Direction.FUTURE if bound is Bound.UP_TO_THEN else Direction.PAST
    if _is_kept_from(verb) and KEPT_FROM.decides(span):
        return Direction.EITHER
    event, words = _event(tokens, verb), calendar_words()
    happened = event is not None and event.i > verb.i and lemma(event) in words.happenings
    if not happened and _is_foretold(view, span, verb) and FORETOLD.decides(span):
        return Direction.FUTURE
    if is_perfect(verb):
        return Direction.PAST
    if event is not None and lemma(event) in words.scheduled and _is_present(verb) and SCHEDULED.decides(span):
        return Direction.FUTURE
    set_day = event is not None and lemma(event) in words.scheduled and event.i > verb.i
    if set_day and bound is Bound.BEFORE and SET_BEFOREHAND.decides(span):
        return Direction.EITHER
    if event is not None and _happened(event, verb) and HAPPENED.decides(span):
        return Direction.PAST
    if has_tense(verb) and in_aftermath(view, span.start) and HAPPENED.decides(span):
        return Direction.PAST
    ahead = _lies_ahead(verb) or (_goes_on(verb) and governing_noun(top(tokens)) is None)
    ahead |= bound is Bound.UP_TO_THEN and _is_present(verb)
    return Direction.FUTURE if ahead and AHEAD_BY_VERB.decides(span) else Direction.PAST


def _governing_verb(view: str, span: Range, tokens: Sequence[Token]) -> Token | None:
    """Return the verb that a time belongs to: the one right before it ("said <Monday> it would"), or above it."""
    before = _before(tokens[0])
    if before is not None and is_past_tense(before):
        return before
    verb = verb_above(tokens[0])
    if verb is None or not _is_bare_participle(verb):
        return verb
    above = governor(verb)
    words = calendar_words()
    led = bound_before(view, span.start) or verb.lower_ in words.scheduled  # "listed for hearing on Monday"
    if above is None or not (led or lemma(above) in words.aspectual):
        return verb
    return verb_above(above)  # "easing by Saturday", "continue striking on Monday"


def _is_kept_from(verb: Token) -> bool:
    """Whether a verb stands behind "from": "to stop the ban <from taking> effect July 1"."""
    above = governor(verb) if _is_bare_participle(verb) else None
    return above is not None and is_preposition(above) and lemma(above) == FROM


def _is_bare_participle(verb: Token) -> bool:
    return is_present_participle(verb) and dependent(verb, rel.AUXILIARY) is None


def _before(token: Token) -> Token | None:
    """Return the word before a time and its preposition."""
    while token.i:
        token = token.nbor(-1)
        if not (is_preposition(token) or token.lower_ in calendar_words().edges):
            return token
    return None


def _is_pending(token: Token) -> bool:
    """Whether what the time belongs to is called due then: "the film, <out> on Friday,"."""
    before = _before(token)
    return (
        before is not None and before.lower_ in calendar_words().pending and before.i > 0 and before.nbor(-1).is_punct
    )


def _event(tokens: Sequence[Token], verb: Token) -> Token | None:
    """Return the noun that a time is the day of: "<Friday>'s raid", "the raid on Friday shows"."""
    time, words = top(tokens), calendar_words()
    own = governor(time, rel.ATTRIBUTE)
    if own is not None:
        return own
    noun = governing_noun(time)
    if noun is not None and time.i < verb.i:
        return noun
    known = words.happenings | words.scheduled
    nouns = (one for one in (noun, _before(tokens[0])) if one is not None and is_noun(one))
    return next((one for one in nouns if lemma(one) in known), None)


def _happened(event: Token, verb: Token) -> bool:
    """Whether an event lies behind: one that is never set beforehand, or none that is, by a verb without "will"."""
    words = calendar_words()
    if lemma(event) in words.happenings:
        return True
    return lemma(event) not in words.scheduled and FUTURE.isdisjoint(
        helper.lower_ for helper in dependents(verb, rel.AUXILIARY)
    )


def _helpers(verb: Token) -> set[str]:
    return {helper.lower_ for helper in dependents(verb, rel.AUXILIARY)}


def _is_present(verb: Token) -> bool:
    """Whether a clause is in the present, progressive and passive too."""
    first = dependent(verb, rel.AUXILIARY) or verb
    return has_tense(first) and not is_past_tense(first)


def _goes_on(verb: Token) -> bool:
    """Whether a clause is in the present progressive: "they are meeting on Friday"."""
    helpers = _helpers(verb)
    return not PRESENT.isdisjoint(helpers) and (is_present_participle(verb) or BEING in helpers)


def _lies_ahead(verb: Token) -> bool:
    """Whether what a verb says is yet to come; of an infinitive the verb that governs it tells."""
    helpers = _helpers(verb)
    if is_infinitive(verb) and not helpers.isdisjoint(AHEAD):
        above = governor(verb)
        leading = verb_above(above) if above is not None else None
        if leading is None:
            return True
        by_means = lemma(leading) in calendar_words().means and _is_bare_participle(leading)  # "using a saw to cut it"
        if not (by_means or any(map(is_past_tense, [leading, *dependents(leading, rel.AUXILIARY)]))):
            return True
        return lemma(leading) in calendar_words().intending
    if not helpers.isdisjoint(AHEAD):
        return True
    if not helpers.isdisjoint(POSSIBLY):
        return NOT.isdisjoint(word.lower_ for word in dependents(verb, rel.ADVERB)) and not (
            is_passive(verb) and lemma(verb) in calendar_words().perceived
        )
    present = is_base_form(verb) and not helpers and governor(verb) is None  # "voters go to the polls on Sunday"
    return present or (has_tense(verb) and not is_past_tense(verb))


def _is_foretold(view: str, span: Range, verb: Token) -> bool:
    """Whether a verb lets a day lie ahead, whatever its tense: "is due on Friday", "was put off until May"."""
    words, link, helpers = calendar_words(), leads_to(view, span.start), list(dependents(verb, rel.AUXILIARY))
    past = any(map(is_past_tense, helpers))
    if is_perfect(verb) and past:
        return False
    if link is not None and link != FOR and lemma(verb) in words.putting_off:
        return True
    if lemma(verb) in words.granting and bound_before(view, span.start) is Bound.UP_TO_THEN:
        return True
    return lemma(verb) in words.foretelling and (link == FOR or (bool(helpers) and not past and not is_perfect(verb)))
