"""What a source does not do with a content: stances under negation, from the cue, its verb's grammar and the source.

Words that negate, withhold and take back stand in ``polarity.toml``; which of them bear on a cue is asked of the parse,
for the tagger's cue need not hold them ("has yet to <confirm>"). Two undo each other ("did not hesitate to say").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.contract.records import Stance
from quotex.contract.rules import Rule
from quotex.english import lexicons
from quotex.english.closed import ADDING, NEUTER
from quotex.english.inflection import Verbs, spelled_out
from quotex.parse.grammar import has_tense, is_noun, is_verb, lemma, preposition_of
from quotex.parse.relations import ADVERB, PREDICATE, dependents, governor
from quotex.parse.reporting import verb_group
from quotex.parse.tokens import end_of, word_beside
from quotex.quotes.cues import HELD, SPOKEN, cue_lexicon, stance_of

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATED_CUE = Rule("quotes.negated-cue", "what is not said, or not yet, is nobody's assertion")
CALLED_FALSE = Rule("quotes.called-false", "what somebody calls a lie he denies: called it a lie that")
UNDISPUTED = Rule("quotes.undisputed", "what nobody denies all agree on")
NEGATED_SOURCE = Rule("quotes.negated-source", "what nobody says is nobody's assertion")
RETRACTED = Rule("quotes.retracted", "what a source takes back it no longer asserts")
CONTINUED_CUE = Rule(
    "quotes.cue-goes-on", "the words behind a cue say what it does: “pleaded not guilty”, “refused to say”"
)


class _Polarity(lexicons.Lexicon):
    negators: frozenset[str]
    fronted: frozenset[str]
    adding: frozenset[str]
    replaced: frozenset[str]
    nobody: frozenset[str]
    addressees: frozenset[str]
    withholding: Verbs
    withholding_nouns: frozenset[str]
    retracting: Verbs
    doubting: frozenset[str]
    falsehoods: frozenset[str]


_polarity = lexicons.loader("polarity", _Polarity)


def polar_stance(cue: Sequence[Token], source: Sequence[Token], behind: Sequence[Token] = ()) -> Stance:
    """Read the stance from a cue, with the polarity that its verb, its source and the words behind it give it.

    Args:
        cue: its tokens; at least one.
        source: those of the source; none: there is none.
        behind: those right behind the cue.
    """
    place = cue[0].idx, end_of(cue[-1])
    stance = stance_of(cue)
    longer = _continued(cue, behind)
    if longer and CONTINUED_CUE.decides(place):
        cue, stance = longer, stance_of(longer)
    if _retracts([*_verb_before(cue[-1]), *cue, *behind]) and RETRACTED.decides(place):
        return Stance.DISCLAIMS
    if is_falsehood(cue[-1]) and any(word.lower_ in NEUTER for word in cue) and CALLED_FALSE.decides(place):
        stance = Stance.DENIES
    negated = _is_negated(cue) != _doubts(cue) and NEGATED_CUE.decides(place)
    nobody = (_is_nobody(source) or _tells_nobody(cue)) and NEGATED_SOURCE.decides(place)
    if nobody and not negated and stance is Stance.DENIES and UNDISPUTED.decides(place):
        return Stance.AGREES
    return _negation_of(stance) if negated != nobody else stance


def is_falsehood(word: Token) -> bool:
    """Whether a word says that what it tells of is not so: "a <lie> that"."""
    return lemma(word) in _polarity().falsehoods


def _negation_of(stance: Stance) -> Stance:
    """What it comes to not to do something with a content; who did not deny has not said anything either."""
    if stance is Stance.AGREES:
        return Stance.DENIES
    return Stance.DISCLAIMS if stance in HELD else Stance.WITHHOLDS


def _is_negated(cue: Sequence[Token]) -> bool:
    """Whether an odd number of words of a cue, and of the verbs that govern it, keep it from being said."""
    verb = next((token for token in reversed(cue) if is_verb(token)), None)
    beside = verb_group(verb) if verb is not None else _copula(cue[-1])
    words = sorted({token.i: token for token in [*cue, *beside]}.values(), key=lambda t: t.i)
    forms = [spelled_out(token.lower_) for token in words]
    last = _decisive(words, {token.i for token in cue})
    negative = _is_negative(words[: last + 1]) or any(map(_is_fronted, words[: last + 1]))
    return (negative + _is_replaced(cue[0]) + _withholders(forms, last, words)) % 2 == 1


def _doubts(cue: Sequence[Token]) -> bool:
    """Whether what a cue tells of is doubt, which holds a content no more than a negation does."""
    return any(token.lower_ in _polarity().doubting for token in cue)


def _copula(noun: Token) -> Sequence[Token]:
    """Return the verb that a noun is the predicate of, and its adverbs: "it <was never> his view"."""
    verb = governor(noun, PREDICATE)
    return (verb, *dependents(verb, ADVERB)) if verb is not None else ()


def _verb_before(noun: Token) -> Sequence[Token]:
    """Return the words from the verb that a noun is the object of up to it: "<withdrew her> claim"."""
    if not is_noun(noun):
        return []
    verb = governor(preposition_of(noun) or noun)
    return list(noun.doc[verb.i : noun.i]) if verb is not None and is_verb(verb) and verb.i < noun.i else []


def _is_replaced(first: Token) -> bool:
    """Whether the words before a cue say that this is not done, but something else: "rather than simply <say> so"."""
    before = [word.lower_ for word in first.doc[max(0, first.i - 3) : first.i]]
    return any(" ".join(two) in _polarity().replaced for two in pairwise(before))


def _is_fronted(word: Token) -> bool:
    """Whether what negates a verb's clause stands before it, or before its auxiliary: "at no point did she say"."""
    before = [token.lower_ for token in word.doc[max(0, word.i - 3) : word.i]]
    return any(" ".join(before[-size:]) in _polarity().fronted for size in (3, 2, 1))


def _decisive(words: Sequence[Token], cue: set[int]) -> int:
    """The place of the word that tells what a cue does: a noun at its end, a verb of speech, else the last known."""
    own = [i for i, token in enumerate(words) if token.i in cue]
    if is_noun(words[own[-1]]):
        return own[-1]
    known = [i for i in own if stance_of(words[i : i + 1]) is not Stance.UNKNOWN]
    told = (i for i in known if has_tense(words[i]) and stance_of(words[i : i + 1]) is Stance.ASSERTS)
    return next(told, known[-1] if known else own[-1])


def _is_negative(words: Sequence[Token]) -> bool:
    """Whether there is a negator; "neither … nor" is one, "not only" none."""
    polarity = _polarity()
    negators = (word for word in words if spelled_out(word.lower_) in polarity.negators)
    return any(word_beside(word, 1) not in ADDING | polarity.adding for word in negators)


def _withholders(forms: Sequence[str], last: int, words: Sequence[Token]) -> int:
    """How many words keep from being said what comes behind them, in the cue itself."""
    polarity = _polarity()
    found = 0
    for i in range(last):
        size = next((n for n in (3, 2, 1) if " ".join(forms[i : i + n]) in polarity.withholding), 0)
        size = size or forms[i] in polarity.withholding_nouns
        denied = is_noun(words[last]) and stance_of(words[i : i + size]) is Stance.DENIES  # "denied reports"
        found += bool(size) and not denied and stance_of(words[i + size : last + 1]) in SPOKEN
    return found


def _is_nobody(source: Sequence[Token]) -> bool:
    """Whether a source begins with what makes it nobody; "No. 10" and "no 2" are names."""
    nobody = _polarity().nobody
    first = "".join(token.text_with_ws for token in source).lower().split()
    if not nobody.isdisjoint([" ".join(first[:2]), *first[:1]]):
        return len(source) < 2 or not source[1].text.isdigit()
    return False


def _tells_nobody(cue: Sequence[Token]) -> bool:
    """Whether whom a cue names is nobody: "told nobody", "told no one"."""
    words = "".join(token.text_with_ws for token in cue).lower().split()
    return not _polarity().addressees.isdisjoint([words[-1], " ".join(words[-2:])])


def _retracts(cue: Sequence[Token]) -> bool:
    """Whether a cue is a noun of saying behind a verb that takes it back."""
    forms = [spelled_out(token.lower_) for token in cue]
    return any(
        " ".join(forms[i : i + size]) in _polarity().retracting and _says(cue[i + size :])
        for i in range(len(cue))
        for size in (1, 2)
    )


def _says(words: Iterable[Token]) -> bool:
    return any(is_noun(word) and stance_of([word]) in SPOKEN for word in words)


def _continued(cue: Sequence[Token], behind: Sequence[Token]) -> Sequence[Token]:
    """The cue with the words behind it that change what it does; none where they do not."""
    own = stance_of(cue)
    for size in (2, 1):
        longer = [*cue, *behind[:size]]
        if len(behind) < size or behind[0].i != cue[-1].i + 1:
            continue
        forms = [spelled_out(token.lower_) for token in longer]
        changed = stance_of(longer) not in (own, Stance.UNKNOWN)
        one_phrase = " ".join(forms[len(cue) - 1 :]) in cue_lexicon().phrases
        negates = one_phrase or not _polarity().negators.isdisjoint(forms[len(cue) :])
        done = is_verb(longer[-1]) and not has_tense(longer[-1])  # "denied reports" tells of a noun
        kept_back = own is Stance.DENIES and done and _withholders(forms, len(forms) - 1, longer)
        if (changed and negates) or kept_back:
            return longer
    return ()
