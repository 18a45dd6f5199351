"""How the text commits itself to a claim, by cues and their scope over the parse."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from quotex.claims.framing import DOUBLE_NEGATION, UNVERIFIED, framing_of, is_belied, is_open
from quotex.claims.lexicon import modality_lexicon
from quotex.claims.negation import is_negated, is_negative, is_one_of, predicate_of
from quotex.claims.readings import Reading, reading
from quotex.claims.stances import CONDITION, OPEN, OPEN_MODALITIES, with_stance
from quotex.contract.records import Modality, QuoteType, Stance
from quotex.contract.rules import Rule
from quotex.english.closed import COMPLEMENTIZER, CONTRACTED_HAD, FOR, INTERROGATIVES, NEUTER, WHEN, WHETHER
from quotex.english.people import source_nouns
from quotex.parse import relations as rel
from quotex.parse.clauses import (
    complement_clauses,
    governed_clause,
    governed_infinitive,
    has_receiver,
    introducers,
    is_passive,
    is_perfect,
    main_verb,
    takes_had,
)
from quotex.parse.grammar import (
    has_tense,
    is_describing,
    is_determiner,
    is_finite,
    is_past_tense,
    is_present_participle,
    lemma,
    subject,
)
from quotex.parse.names import is_named
from quotex.parse.phrases import phrase, premodifiers
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.quotes import Quotation
from quotex.quotes.acts import is_refused
from quotex.quotes.cues import stance_of

if TYPE_CHECKING:
    from spacy.tokens import Token


UNREAL = Rule("claims.unreal", "it would have been so, and is not")
SEEMING = Rule("claims.seeming", "it only looks so")
NEGATED = Rule("claims.negated", "its verb is negated, or denies")
NOT_UNTIL = Rule("claims.not-until", "not until then, but then; not that, but something else")
RAISED = Rule("claims.said-to-be", "it is said to be so, nobody tells by whom")
CONTRACTED = Rule("claims.contracted-had", "“he’d gone” is “he had gone”, and lies not ahead")
AHEAD = Rule("claims.ahead", "it lies ahead")
PLAN = Rule("claims.plan", "somebody means to do it")
FORESEEN = Rule("claims.foreseen", "it is expected")
PRESUPPOSED = Rule("claims.presupposed", "what is no surprise, or not told, is so all the same")
FRAMED = Rule("claims.framed-within", "it tells of another statement, and how far that is so")

_LONGEST_ASIDE = 4  # words behind its "it": "it has since been alleged"


def modality_of(tokens: Sequence[Token], verb: Token | None, quotation: Quotation | None = None) -> Reading:
    """Tell how a claim is put forward, and by which words.

    What stands around the claim comes first ("found no evidence that"), but for a doubt of its own ("that he may go"):
    of "it is alleged that he did not pay", it is not the article which denies that he paid. Then the cues of its main
    verb count, not those of clauses under it: "He said he would go" is asserted, "The minister may go" is possible. A
    condition beats all, then what may be, denial, plan and forecast. In reported speech "would" stands for "will".

    Args:
        tokens: of the claim; at least one.
        verb: its main verb.
        quotation: the one it stands in.
    """
    around = framing_of(tokens, verb, quotation)
    if around is not None and around.modality is Modality.DENIED:
        return around
    reported = quotation is not None and quotation.type is not QuoteType.DIRECT
    told = _told(tokens, verb, reported=reported) if verb is not None else Reading()
    if around is not None:
        leaves_open = around.modality is Modality.POSSIBLE and told.modality not in OPEN_MODALITIES
        return around if leaves_open or told.modality is Modality.ASSERTED else told
    return told if quotation is None else with_stance(tokens, quotation, told)


def _told(tokens: Sequence[Token], verb: Token, *, reported: bool) -> Reading:
    words, where = modality_lexicon(), (tokens[0].idx, tokens[-1].idx)
    negation = is_negated(verb)
    doer = subject(verb)
    doer = doer if doer is not None and tokens[0].i <= doer.i else None
    helpers = {helper.lower_: helper for helper in dependents(verb, rel.AUXILIARY)}
    if takes_had(verb) and helpers.keys() & CONTRACTED_HAD and CONTRACTED.decides(where):
        helpers = {word: helper for word, helper in helpers.items() if word not in CONTRACTED_HAD}

    def helping(some: frozenset[str]) -> Token | None:
        return next((helpers[word] for word in helpers if word in some), None)

    if (raised := _raised_aside(tokens)) is not None and RAISED.decides(where):
        return reading(Modality.POSSIBLE, raised, hearsay=True)
    if (unsettled := _left_open(verb, negation)) is not None and UNVERIFIED.decides(where):
        return reading(Modality.POSSIBLE, unsettled, verb)
    condition = _condition(verb, tokens)
    open_ = helping(words.future | words.hypothetical | words.possible | words.able)
    if condition is not None and open_ is not None and CONDITION.decides(where):
        return reading(Modality.CONDITIONAL, condition)
    opening = tokens[0].nbor(-1) if tokens[0].i and tokens[0].lower_ == FOR else tokens[0]  # "but for"
    unless = next((word for word in (opening, *tokens) if word.lower_ in words.lacked), None)
    if (helper := helping(words.hypothetical)) and is_perfect(verb) and unless is not None and UNREAL.decides(where):
        return reading(Modality.CONDITIONAL, helper)
    uncertain = verb if verb.lower_ in words.uncertain else helping(words.uncertain)  # "may or may not have lost"
    if uncertain is not None and OPEN.decides(where):
        return reading(Modality.POSSIBLE, uncertain)
    if framed := _framed_within(verb, tokens, negated=negation is not None):
        return framed
    hedge = next((w for w in dependents(verb, rel.ADVERB) if w.lower_ in words.maybe | words.hearsay_adverbs), None)
    hearsay = hedge is not None and hedge.lower_ in words.hearsay_adverbs
    hedged = hedge is not None and (hearsay or (negation is not None and hedge.i < negation.i))
    if hedged and OPEN.decides(where):  # "allegedly did not pay", but "could not possibly pay"
        return reading(Modality.POSSIBLE, hedge, hearsay=hearsay)
    stands = negation is not None and _leaves_standing(negation, verb, tokens)
    denies = negation is not None or (lemma(verb) in words.denials and _is_denial(verb))
    if denies and not stands and NEGATED.decides(where):
        return reading(Modality.DENIED, negation if negation is not None else verb)
    if (helper := helping(words.future | words.hypothetical if reported else words.future)) and AHEAD.decides(where):
        return reading(_ahead(verb, doer), helper)
    maybe = hedge if stands else helping(words.possible | words.hypothetical) or hedge  # "could not hide the fact"
    if maybe is not None and OPEN.decides(where):
        return reading(Modality.POSSIBLE, maybe)
    return _with_infinitive(verb, doer, where)


def _raised_aside(tokens: Sequence[Token]) -> Token | None:
    """Return the verb of an aside that tells a claim as hearsay: "Marsh, it was <alleged>, took it"."""
    for i in range(1, len(tokens) - 1):
        if tokens[i].lower_ in NEUTER and tokens[i - 1].is_punct:
            ahead = range(i + 1, min(len(tokens), i + 1 + _LONGEST_ASIDE))
            said = (j for j in ahead if lemma(tokens[j]) in modality_lexicon().hearsay and is_passive(tokens[j]))
            end = next(said, None)
            if end is not None and (end + 1 == len(tokens) or tokens[end + 1].is_punct):
                return tokens[end]
    return None


def _left_open(verb: Token, no: Token | None) -> Token | None:
    """Return the "not" of a verb of saying or knowing with a question behind it: "did <not> say who fired"."""
    words = modality_lexicon()
    if no is not None and no.lower_ in words.pending:  # "has yet to say if"
        verb = governed_infinitive(verb) or verb
    told = dependent(verb, rel.PREDICATE_ADJECTIVE) if lemma(verb) in words.copula else None
    if no is None or lemma(told or verb) not in words.confirming | words.asserting:
        return None
    openings = INTERROGATIVES if told is None else INTERROGATIVES | {WHEN}  # "it is not clear when"
    clauses = (c for c in chain(complement_clauses(verb), dependents(verb, rel.ADVERBIAL_CLAUSE)) if c.i > verb.i)
    asked = any(phrase(c)[0].lower_ in openings for c in clauses)
    return no if asked or phrase(verb)[0].lower_ == WHETHER else None  # "whether it works is not known"


def _condition(verb: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the word that opens a condition: "if", or an auxiliary before its subject ("had the dam failed")."""
    words = modality_lexicon()
    first = tokens[len(tokens) > 1 and tokens[0].lower_ in words.only]  # "only if"
    deed = governor(first, rel.SUBJECT) == verb  # "providing arms would help"
    if (first.lower_ in words.conditions and not deed) or is_inverted(tokens) or _opens_condition(first):
        return first
    for clause in dependents(verb, rel.ADVERBIAL_CLAUSE):
        found = next((word for word in introducers(clause) if word.lower_ in words.conditions), None)
        opening = phrase(clause)[0]
        inverted = opening.lower_ in words.inverted and _precedes_subject(opening, clause)
        if found is None and (inverted or _opens_condition(opening)):
            found = opening
        if found is not None:
            return found
    later = (word for word in tokens if word.i > verb.i and word.lower_ in words.inverted)
    return next((word for word in later if (own := governor(word)) is not None and _precedes_subject(word, own)), None)


def _opens_condition(word: Token) -> bool:
    """Whether a word is the first of those that open a condition: "<as> long as"."""
    opening = word.doc[word.i : word.i + 3].text.lower()
    return any(opening.startswith(phrase) for phrase in modality_lexicon().conditional_phrases)


def is_inverted(tokens: Sequence[Token]) -> bool:
    """Whether a stretch begins with an auxiliary before its subject, as a condition does: "Had the dam failed"."""
    first = tokens[0]
    if first.lower_ not in modality_lexicon().inverted:
        return False
    verbs = (first, governor(first))
    return any(_precedes_subject(first, verb) for verb in verbs if verb is not None)


def _precedes_subject(auxiliary: Token, verb: Token) -> bool:
    own = subject(verb)
    return own is not None and own.i > auxiliary.i


def _leaves_standing(negation: Token, verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a negation takes back nothing: "not until", "does not dispute", "it is no secret that"."""
    where = (tokens[0].idx, tokens[-1].idx)
    if _holds_in_the_end(negation, tokens):
        return NOT_UNTIL.decides(where)
    words, held = modality_lexicon(), governor(negation)
    undenied = held is not None and held.lower_ in words.doubts and dependent(held, rel.OBJECT) is not None
    undoubted = lemma(verb) in words.doubting and dependent(verb, rel.OBJECT) is None
    sought = held.doc[held.i + 1 : held.i + 3] if held is not None and lemma(held) in words.proofs else ()
    doubted = any(lemma(word) in words.doubting | words.denials for word in sought)  # "no reason to <doubt>"
    if lemma(verb) in words.denials or undoubted or undenied or doubted:  # "there is no denying the fact"
        return DOUBLE_NEGATION.decides(where)
    told = dependent(verb, rel.PREDICATE_ADJECTIVE) if lemma(verb) in words.copula else verb
    if told is not None and is_negative(told) and told.i > negation.i:
        return DOUBLE_NEGATION.decides(where)
    presupposed = told is not None and told.lower_ in words.expecting
    return (presupposed or any(map(_is_fact, complement_clauses(verb)))) and PRESUPPOSED.decides(where)


def _holds_in_the_end(negation: Token, tokens: Sequence[Token]) -> bool:
    """Whether a negation is one of time, measure or contrast: "did not open until 2019", "not only", "not 3 but 4"."""
    words = modality_lexicon()
    next_ = negation.doc[negation.i + 1 : negation.i + 3]
    behind = next((word.lower_ for word in next_ if not is_determiner(word)), "")
    later = (word for word in tokens if word.i > negation.i and word.lower_ in words.until)
    return behind in words.only | words.until or any(not _is_of_deed(word, negation) for word in later)


def _is_of_deed(until: Token, negation: Token) -> bool:
    """Whether "until" tells how long what was not brought about was to last: "did not get them to wait until"."""
    verb = governor(until)
    verb = governor(verb) if verb is not None and stands_as(until, rel.SUBORDINATOR) else verb
    brought = governor(verb, rel.CLAUSAL_COMPLEMENT) if verb is not None and verb != governor(negation) else None
    return brought is not None and brought == governor(negation) and dependent(brought, rel.OBJECT) is not None


def _is_fact(clause: Token) -> bool:
    """Whether a clause that completes another states something by itself; a relative one does not."""
    return is_finite(clause) and governor(clause, rel.RELATIVE_CLAUSE) is None


def _is_denial(verb: Token) -> bool:
    """Whether a verb of denying denies: not in "was denied entry", where somebody is not given what he wants.

    Nor in "denied him entry" and "denied the appeal", in "neither denies nor confirms", and where what is rejected is a
    deed, not a saying: "rejected the offer".
    """
    words, thing = modality_lexicon(), dependent(verb, rel.OBJECT)
    if thing is not None and (is_passive(verb) or has_receiver(verb)):
        return False
    spurned = thing or dependent(verb, rel.PASSIVE_SUBJECT)  # "his request was rejected"
    if spurned is not None and is_refused(spurned):
        return False
    if lemma(verb) in words.spurning and spurned is not None and lemma(spurned) not in words.rumours:
        return False
    return not any(word.lower_ in words.negations for word in premodifiers(verb))


def _framed_within(verb: Token, tokens: Sequence[Token], *, negated: bool) -> Reading | None:
    """Read a claim that holds another: "there is no proof that he left" is denied as "he left" would be.

    What is open in "they will decide whether he left" is not that they will decide.
    """
    where = (tokens[0].idx, tokens[-1].idx)
    words, able = modality_lexicon(), dependent(verb, rel.PREDICATE_ADJECTIVE)
    failed = negated or lemma(verb) in words.failing  # "was not able to show that"
    wrong = able is not None and lemma(able) in words.false  # "it is wrong to say that"
    deed = governed_infinitive(able or verb) if failed or wrong else None
    for clause in chain(complement_clauses(verb), complement_clauses(deed) if deed is not None else ()):
        if clause.i < verb.i and is_present_participle(clause):  # "asking prices have dropped"
            continue
        first, last = phrase(clause)
        inner = [word for word in tokens if first.i <= word.i <= last.i]
        if (
            first.lower_ in words.probable and lemma(verb) in words.copula and OPEN.decides(where)
        ):  # "it's likely Ada won"
            return reading(Modality.POSSIBLE, first)
        if first.lower_ == COMPLEMENTIZER and stands_as(first, rel.SUBJECT):  # "a report that came from researchers"
            continue
        if not inner or len(inner) == len(tokens) or (is_open(inner) and predicate_of(verb) is None):
            continue
        if (found := framing_of(inner, main_verb(inner), None)) and FRAMED.decides(where):
            return found
    for i in range(1, len(tokens) - 2):  # whatever the parse makes of it: "the myth that <he left> lives on"
        that = tokens[i].lower_ == COMPLEMENTIZER and not has_tense(tokens[i + 1])  # not "a lie that hurt him"
        inner = list(tokens[i + 1 :]) if that and is_belied(tokens[i - 1]) else []
        found = framing_of(inner, main_verb(inner), None) if inner else None
        if found is not None and found.modality in (Modality.DENIED, Modality.ASSERTED) and FRAMED.decides(where):
            return found
    return None


def _with_infinitive(verb: Token, doer: Token | None, where: tuple[int, int]) -> Reading:
    """Read "plans to go", "is to go", "are expected to agree", "is likely to rise", "is said to be"."""
    words = modality_lexicon()
    links = lemma(verb) in words.copula
    adjective = dependent(verb, rel.PREDICATE_ADJECTIVE) if links else None
    leading = adjective if adjective is not None else verb
    deed = governed_infinitive(leading)
    clause = governed_clause(verb)
    near = [phrase(w)[0].i for w in (deed, dependent(verb, rel.PREDICATE_ADJECTIVE)) if w is not None]
    looks = any(i <= verb.i + 2 for i in near) or (clause is not None and is_finite(clause))  # not "appeared in court"
    if lemma(verb) in words.seeming and looks and SEEMING.decides(where):
        return reading(Modality.POSSIBLE, verb)
    if deed is None:
        made = is_passive(verb) and dependent(verb, rel.AGENT) is None and dependent(verb, rel.RESULT) is not None
        if made and lemma(verb) in words.hearsay and RAISED.decides(where):
            return reading(Modality.POSSIBLE, verb, hearsay=True)
        foresees = lemma(verb) in words.forecasts and governed_clause(verb) is not None
        return reading(Modality.PREDICTED, verb) if foresees and FORESEEN.decides(where) else Reading()
    if lemma(leading) in words.hearsay and (is_passive(leading) or leading is adjective) and RAISED.decides(where):
        if error := next((word for word in dependents(leading, rel.ADVERB) if word.lower_ in words.falsely), None):
            return reading(Modality.DENIED, error, leading)
        return reading(Modality.POSSIBLE, leading, hearsay=True)
    if leading is verb and links and doer is not None and lemma(doer) in words.purposes:  # "the aim was to rebuild it"
        return reading(Modality.PLANNED, leading) if not is_past_tense(verb) and PLAN.decides(where) else Reading()
    if leading is verb and links and doer is not None and lemma(doer) in words.equating:
        return Reading()
    if any(word.lower_ in words.comparatives for word in premodifiers(leading)):  # "are more likely to rent"
        return Reading()
    ahead = lemma(leading) in words.forecasts or (leading is verb and links and _is_beside(verb, deed))
    if ahead and FORESEEN.decides(where):
        return reading(_ahead(deed, doer), leading)
    past = not links and any(map(is_past_tense, [verb, *(dependents(verb, rel.AUXILIARY) if is_perfect(verb) else ())]))
    particled = leading.i + 1 < len(leading.doc) and stands_as(leading.nbor(), rel.PARTICLE)  # "was set up to find"
    moved = particled or (
        lemma(leading) in words.going and not is_present_participle(leading)
    )  # "go to vote", but "going to vote"
    wished = lemma(leading) in words.wishing or stance_of([leading]) is Stance.HOPES
    meant = lemma(leading) in words.intentions or (wished and lemma(deed) not in words.states)
    if meant and subject(deed) is None and not moved and not past and PLAN.decides(where):
        looms = lemma(leading) in words.looming and doer is not None
        return reading(_ahead(deed, doer) if looms else Modality.PLANNED, leading)
    return Reading()


def _is_beside(verb: Token, deed: Token) -> bool:
    """Whether "to" stands right behind a verb: "is to go", not "was at the fair to tell" or "is one to have gone"."""
    between = verb.doc[verb.i + 1 : phrase(deed)[0].i]
    return not is_perfect(deed) and all(is_describing(word) for word in between)


def _ahead(deed: Token, doer: Token | None) -> Modality:
    """Tell a plan from a forecast: only someone can plan, and only what he does himself."""
    words = modality_lexicon()
    if is_one_of(deed, words.states) or is_passive(deed):
        return Modality.PREDICTED
    planned = lemma(deed) in words.deliberate if doer is None else is_someone(doer)
    return Modality.PLANNED if planned else Modality.PREDICTED


def is_someone(doer: Token) -> bool:
    """Whether somebody does it: who is named, a pronoun for persons, a noun for people or a body."""
    nouns = source_nouns()
    return (
        is_named(doer)
        or doer.lower_ in modality_lexicon().someone
        or any(lemma(doer) in kind for kind in (nouns.person, nouns.group, nouns.organization))
    )
