"""What states nothing that could be found true or false: demands, and that nothing was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.claims.kinds import claim_lexicon
from quotex.claims.lexicon import modality_lexicon
from quotex.claims.modality import is_someone
from quotex.claims.negation import is_negated, is_one_of
from quotex.contract.rules import Rule
from quotex.contract.terms import Stance
from quotex.english.calendar_words import calendar_words
from quotex.english.closed import FIRST_PERSON, INTERROGATIVES, NEUTER, SECOND_PERSON, VAGUE
from quotex.parse import relations as rel
from quotex.parse.clauses import complement_clauses, governed_clause, governed_infinitive, is_passive, is_perfect
from quotex.parse.grammar import has_tense, is_past_tense, is_verb, lemma, preposition_of, subject
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent, dependents, governor
from quotex.parse.tokens import word_beside
from quotex.quotes.cues import SPOKEN, stance_of

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE_SAYING = Rule("claims.bare-saying", "that somebody says something is no claim without what he says")
DEMAND = Rule("claims.demand", "it says what ought to be, not what is")
PICTURED = Rule("claims.pictured", "what is seen in a picture of such a day is no statement of the article")
POSED = Rule("claims.posed", "a question that is put as a statement states nothing")
NO_COMMENT = Rule("claims.no-comment", "it says that nothing was said")

_QUOTED = re.compile(r"[,?!]\s?”\s*$|”\s?,\s*$")
_YEAR, _DATE = 4, 5  # digits of a year; tokens of a whole date, with a comma
_BEFORE = 3  # tokens: a comma, a mark, a blank


def states_nothing(tokens: Sequence[Token], verb: Token | None) -> bool:
    """Whether a stretch is a demand, or tells of an answer that was not given, or of one without its words.

    Args:
        tokens: of the stretch; at least one.
        verb: its main verb.
    """
    if verb is None:
        return False
    where = (tokens[0].idx, tokens[-1].idx)
    if _only_attributes(verb, tokens) and BARE_SAYING.decides(where):
        return True
    if _pictures(verb, tokens) and PICTURED.decides(where):
        return True
    triggers = modality_lexicon().triggers  # most statements have none of these words
    if not any(word.lower_ in triggers for word in tokens):
        return False
    if _demands(verb, tokens) and DEMAND.decides(where):
        return True
    if _poses(verb) and POSED.decides(where):
        return True
    return _is_silent(verb, tokens) and NO_COMMENT.decides(where)


def _demands(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether something is demanded: "should", "we need", "have to" in the present, "let us", an order."""
    words = modality_lexicon()
    above = governor(verb)
    rulers = [*(word for word in tokens if word.i < verb.i), *(dependents(above, rel.SUBJECT) if above else ())]
    if any(lemma(word) in words.ruling for word in rulers):  # "under the act, captains must report"
        return False
    helpers = list(dependents(verb, rel.AUXILIARY))
    if any(is_one_of(word, words.ought) for word in [*helpers, verb]):
        return not (is_perfect(verb) and any(helper.lower_ in words.inferring for helper in helpers))
    if lemma(verb) in words.needing and not is_past_tense(verb):
        return not _tells_need(verb)
    if lemma(verb) in words.having and not is_past_tense(verb) and governed_infinitive(verb) is not None:
        return not helpers and is_negated(verb) is None  # but "has yet to open"
    own, needed = subject(verb), dependent(verb, rel.PREDICATE_ADJECTIVE)
    if needed is not None and needed.lower_ in words.needed and own is not None and own.lower_ in NEUTER:
        return not is_past_tense(verb) and (governed_infinitive(needed) or governed_clause(verb)) is not None
    return tokens[0].lower_ in words.exhorting and (own is None or own.i > verb.i)


def _tells_need(verb: Token) -> bool:
    """Whether it is told what others will need, and not what somebody must do: "4 million people will need aid"."""
    words, own = modality_lexicon(), subject(verb)
    ahead = words.future | words.hypothetical | words.possible
    will = any(helper.lower_ in ahead for helper in dependents(verb, rel.AUXILIARY))
    others = own is not None and own.lower_ not in FIRST_PERSON | SECOND_PERSON
    return will and others and dependent(verb, rel.OBJECT) is not None


def _pictures(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a stretch tells in the present what was seen on a day in the past: "A guard waves …, May 4, 2018"."""
    if lemma(verb) not in claim_lexicon().picturing or not (len(tokens[-1]) == _YEAR and tokens[-1].is_digit):
        return False
    helper = dependent(verb, rel.AUXILIARY) or verb
    month = next((word for word in tokens[-_DATE:] if word.text in calendar_words().months), None)
    if month is None or ((link := preposition_of(month)) is not None and link.lower_ in claim_lexicon().lasting):
        return False  # "the play runs until May 4, 2018"
    return has_tense(helper) and not is_past_tense(helper)


def _poses(verb: Token) -> bool:
    """Whether a question is put without its mark: "the question is whether", "it remains to be seen how"."""
    words, own, deed = modality_lexicon(), subject(verb), governed_infinitive(verb)
    asking, told = verb if deed is None else deed, dependent(verb, rel.PREDICATE)
    if told is not None and lemma(told) in words.posing and own is not None and own.lower_ in VAGUE:
        return True  # "this is the question many ask"
    if not any(phrase(clause)[0].lower_ in INTERROGATIVES for clause in complement_clauses(asking)):
        return False
    posed = own is not None and lemma(own) in words.posing and lemma(verb) in words.copula
    return posed or (deed is not None and lemma(verb) in words.remaining)


def _only_attributes(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a stretch only tells that somebody says something, or breaks off before it tells what.

    It ends at its verb of saying, or at who is told ("the joint communique said", "he told us"), or stands right behind
    what is said ("she told us late on Friday"). What ends at a verb before a colon leads to a list.
    """
    last, base = tokens[-1], lemma(verb)
    if verb == last and word_beside(last, 1) == ":":
        return True
    if base not in claim_lexicon().speech or stance_of([verb]) is not Stance.ASSERTS:
        return False
    thing = dependent(verb, rel.OBJECT)
    told = thing if base in modality_lexicon().addressing else None
    behind = verb.doc[verb.i + 1 : last.i + 1]
    ends = verb == last or (told is not None and phrase(told)[1].i >= last.i and not any(map(is_verb, behind)))
    quoted = _QUOTED.search(verb.doc[max(0, tokens[0].i - _BEFORE) : tokens[0].i].text)
    follows = quoted is not None and told == thing and not any(clause.i > verb.i for clause in complement_clauses(verb))
    opens = "“" in behind[:2].text and "”" not in behind.text and not any(complement_clauses(verb))  # "he said, “Never"
    return (ends or follows or opens) and is_verb(verb) and not is_passive(verb)


def _is_silent(verb: Token, tokens: Sequence[Token]) -> bool:
    words, negated = modality_lexicon(), is_negated(verb) is not None
    said = {lemma(word) for word in tokens}
    things = (dependent(verb, relation) for relation in (rel.OBJECT, rel.NOMINAL_COMPLEMENT))
    comments = any(lemma(word) in words.comment for word in (verb, *filter(None, things)))
    seeks = lemma(verb) in words.seeking and not is_passive(verb)  # "the Herald has asked the mill for comment"
    if said & words.comment and (said & words.silent or seeks or (comments and negated)):
        return True
    if negated and verb.lower_ in words.drawn and is_passive(verb):
        return True
    kept = governed_infinitive(verb) if lemma(verb) in words.failing else None
    doer = subject(verb) if negated else None
    if doer is not None and is_someone(doer) and lemma(verb) not in words.asserting:  # but "did not say a word"
        kept = verb
    if kept is not None and (lemma(kept) in words.telling or kept.lower_ in words.drawn):
        return True
    asked = (phrase(clause)[0].lower_ in INTERROGATIVES for clause in complement_clauses(verb))
    if negated and stance_of([verb]) in SPOKEN and any(asked):
        return True
    return lemma(verb) in words.unanswered and bool(said & words.asked) and negated
