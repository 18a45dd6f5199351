"""What a figure with a unit measures, and what a number is told to be the number of, found over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import WITHIN
from quotex.english.figures import figure_words, names_deed
from quotex.parse import relations as rel
from quotex.parse.clauses import is_infinitive, is_passive, top, understood_subject
from quotex.parse.grammar import (
    governing_noun,
    is_describing,
    is_full_verb,
    is_numeral,
    is_preposition,
    is_verb,
    lemma,
    preposition_of,
    subject,
)
from quotex.parse.names import is_named
from quotex.parse.phrases import phrase, prepositional_complements
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.quantities.changes import change_of, moves
from quotex.quantities.counted import counted_object, is_counted_noun, is_participial, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NUMBER_OF = Rule("quantities.number-of", "it is the number of what the words for it say: the death toll rose to 21")
MULTIPLIED = Rule("quantities.multiplied", "what is doubled, or doubles, is counted")
APPOSED = Rule("quantities.apposed", "it stands in apposition to what it measures")
VALUED = Rule("quantities.valued", "what is worth so much is measured")
PRICED = Rule("quantities.priced", "what is bought or sold for so much is measured")
CHANGED_NOUN = Rule("quantities.changed-noun", "what rises is counted, not its rise: a 10% rise in fares")
FORESEEN = Rule("quantities.foreseen", "what is expected to rise or fall by so much is measured")
BEFORE_TAX = Rule("quantities.before-tax", "a sum before or after tax is measured, not the tax")
OWNED = Rule("quantities.owned", "of money that is that of a noun the noun is measured: a fine of $2m for spills")
DIRECTED = Rule("quantities.directed", "what is up or down by so much is measured")
CHANGED_OBJECT = Rule("quantities.changed-object", "what is cut or raised by so much is counted, not who does it")

_RESTATED = 8  # tokens in brackets that may give a figure again
_HYPHEN = "-"


def measured_noun(tokens: list[Token], *, money: bool, durative: bool) -> Span | None:
    """Find what a figure with a unit measures.

    "52 percent of <voters>", "a 15 percent <rate>", "a <fine> of $2m", "the <rate> came to 5%".

    Args:
        tokens: of the figure, its unit included.
        money: the unit is money, and no rate: "$2m in <costs>", "$12,000 for a <roof>".
        durative: the unit is one of time or age, or times: subjects are then not what is measured.
    """
    head, last, words = top(tokens), tokens[-1], figure_words().prepositions
    if is_preposition(head):  # "<from> 4 to 6 percent"
        head = dependent(head, rel.PREPOSITIONAL_OBJECT) or head
    whole = governing_noun(head)
    owned = whole is not None and is_counted_noun(whole) and not moves(whole) and OWNED.decides(last.idx)
    if (following := _behind(last)) is not None:
        bought = money and following.lower_ in words.cost and not (owned and following.lower_ in words.price)
        until = durative and tokens[0].i > 0 and tokens[0].nbor(-1).lower_ == WITHIN  # "within 48 hours of the call"
        leads = (following.lower_ in words.partitive | words.off and not until) or bought
        if leads and (found := counted_object(following)):
            return found
    noun = governor(head, rel.ATTRIBUTE) if not is_participial(_behind(last)) else None
    if noun is not None and noun.i > last.i and is_counted_noun(noun):
        light = noun.lower_ in figure_words().light and stands_as(head, rel.POSSESSOR)
        apart = last.nbor() == noun and all(word.text != _HYPHEN for word in tokens)
        done = names_deed(noun.text) and apart  # "spent a year teaching", but "a two-day meeting"
        return None if durative and (light or done) else _meant(noun, after=last.i)
    noun = governor(head, rel.APPOSITION)
    whole = governor(noun, rel.ATTRIBUTE) if noun is not None else None
    if whole is not None and whole.i > last.i and is_counted_noun(whole):  # "a record €42m <fee>"
        noun = whole
    if (
        noun is not None
        and is_counted_noun(noun)
        and noun.lower_ not in figure_words().light
        and APPOSED.decides(last.idx)
    ):
        return _meant(noun)
    if durative:
        return None
    return (money and _priced(head)) or _measured_by_verb(head)


def _behind(last: Token) -> Token | None:
    """Return the word behind a figure, past the brackets that give it again: "450 Nm (332 lb-ft) <of> torque"."""
    i, doc = last.i + 1, last.doc
    if i < len(doc) and doc[i].text == ")":
        return doc[i + 1] if i + 1 < len(doc) else None
    if i < len(doc) and doc[i].text == "(":
        close = next((t.i for t in doc[i : i + _RESTATED] if t.text == ")"), None)
        restates = close is not None and any(map(is_numeral, doc[i:close]))
        return doc[close + 1] if restates and close is not None and close + 1 < len(doc) else None
    return doc[i] if i < len(doc) else None


def _priced(head: Token) -> Span | None:
    """Find what a price is paid for: "bought the <mill> for $2m"."""
    link = preposition_of(head)
    if link is None or link.lower_ not in figure_words().prepositions.price:
        return None
    above = governor(link)
    priced = dependent(above, rel.OBJECT) if above is not None and is_verb(above) else above
    found = priced is not None and priced.i < head.i and is_counted_noun(priced) and PRICED.decides(head.idx)
    return noun_phrase(priced) if found and priced is not None else None


def _valued(word: Token) -> Token | None:
    """Find what is worth so much: "a <grant> worth $2m", "the <deal> is worth $2m"."""
    above = governor(word)
    noun = subject(word)
    if noun is None and above is not None:
        noun = understood_subject(above) if is_verb(above) else above
    return noun if noun is not None and noun.i < word.i and is_counted_noun(noun) else None


def told_of(tokens: list[Token]) -> Span | None:
    """Find what a bare number tells of: "the number of <cases> is 33", "the <toll> rose to 21", "cut <staff> by 9"."""
    head, words = top(tokens), figure_words()
    noun = _measure(head)
    if noun is None:
        return None
    first = stands_as(noun, rel.OBJECT) and not any(map(is_numeral, noun.doc[noun.i + 1 : head.i]))
    if first and change_of(head) is not None:
        return _meant(noun)
    return _meant(noun) if noun.lower_ in words.counts | words.tolls and NUMBER_OF.decides(tokens[-1].idx) else None


def multiplied(tokens: list[Token]) -> Span | None:
    """Find what a verb of multiplying is said of: "doubled <fares>", "<fares> have doubled"."""
    verb = top(tokens)
    if not is_full_verb(verb):
        return None
    noun = dependent(verb, rel.OBJECT) or understood_subject(verb)
    return _meant(noun) if noun is not None and is_counted_noun(noun) and MULTIPLIED.decides(verb.idx) else None


def _measured_by_verb(head: Token) -> Span | None:
    """Return the phrase of what a verb or a preposition makes a figure the measure of."""
    noun = _measure(head)
    return _meant(noun) if noun is not None else None


def _measure(head: Token) -> Token | None:
    """Find the noun or the subject that a figure is said of: "a <fine> of $2m", "the <rate> came to 5%"."""
    link = preposition_of(head)
    verb = governor(link if link is not None else head)
    if verb is None:
        return None
    words = figure_words()
    above = governor(verb) if is_describing(verb) and moves(verb) else None
    if above is not None and is_verb(above) and DIRECTED.decides(head.idx):  # "sales are down 12%"
        verb = above
    worth = next((word for word in (link, verb) if word is not None and word.lower_ in words.valuing), None)
    if worth is not None and (valued := _valued(worth)) and VALUED.decides(head.idx):
        return valued
    if link is not None and is_counted_noun(verb) and link.lower_ in words.prepositions.measure:
        return verb if verb.lower_ not in words.counts else None
    if not is_verb(verb) or (link is None and not stands_as(head, rel.COMPLEMENT)):
        return None
    changed, sets = dependent(verb, rel.OBJECT), lemma(verb) in words.setting
    measures = lemma(verb) in words.measures or change_of(head) is not None or moves(verb)
    if link is not None and changed is not None and is_counted_noun(changed):
        return changed if (measures or sets) and CHANGED_OBJECT.decides(changed.idx) else None
    if not measures and not (sets and is_passive(verb)):
        return None
    own = next((own for own in dependents(verb, rel.SUBJECT) if own.i < verb.i and is_counted_noun(own)), None)
    above = governor(verb) if own is None and moves(verb) and is_infinitive(verb) else None
    foreseen = subject(above) if above is not None and is_verb(above) else None  # "<sales> are expected to rise 5%"
    if foreseen is not None and is_counted_noun(foreseen) and FORESEEN.decides(verb.idx):
        own = foreseen
    acts = link is None and lemma(verb) in words.change.outright | words.change.scoring  # "Marsh raised $2m"
    acts = acts and head.lower_ not in words.change.shares
    return None if acts and own is not None and is_named(own) else own


def _meant(noun: Token, after: int = -1) -> Span:
    """Return what a noun is a rise, a fall or the number of: "a 10% rise in <fares>"; of any other noun its phrase."""
    words = figure_words()
    if moves(noun):
        of = (m for word in words.prepositions.moved for m in prepositional_complements(noun, word))
        beside = governor(noun, rel.APPOSITION)
        if beside is not None and not is_counted_noun(beside):  # "<revenue> was $410m, a 9% fall"
            beside = _measure(beside)
        moved = next((m for m in of if is_counted_noun(m) and not is_named(m)), beside)  # not "a fall in July"
        if moved is not None and is_counted_noun(moved) and CHANGED_NOUN.decides(moved.idx):
            return noun_phrase(moved)
    if noun.lower_ in words.counts or noun.lower_ in words.valuing:  # "$2m worth of <arms>"
        of = (m for word in words.prepositions.partitive for m in prepositional_complements(noun, word))
        counted = next((m for m in of if is_counted_noun(m) or m.lower_ in words.nominal), None)
        if counted is not None and NUMBER_OF.decides(counted.idx):
            return noun_phrase(counted)
    return noun_phrase(_before_tax(noun), after)


def _before_tax(noun: Token) -> Token:
    """Return the sum that is told before or after tax where the parser takes the tax for it: "<profit> before tax"."""
    words, i = figure_words(), phrase(noun)[0].i
    if noun.lower_ not in words.deducted or i < 2:
        return noun
    link, whole = noun.doc[i - 1], noun.doc[i - 2]
    deducted = link.lower_ in words.deducting and is_counted_noun(whole) and BEFORE_TAX.decides(whole.idx)
    return whole if deducted else noun
