"""What a figure counts or measures, found over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import DEPENDENT_RELATIVES, THIRD_PLURAL, WITHIN
from quotex.english.figures import figure_words, names_deed
from quotex.english.people import name_words, nations_of, without_plural
from quotex.english.units import is_unit_word
from quotex.parse import relations as rel
from quotex.parse.clauses import is_infinitive, is_passive, top, understood_subject
from quotex.parse.grammar import (
    governing_noun,
    is_adjectival,
    is_common_noun,
    is_describing,
    is_determiner,
    is_full_verb,
    is_noun,
    is_numeral,
    is_plural,
    is_preposition,
    is_pronoun,
    is_proper_noun,
    is_sign,
    is_singular,
    is_verb,
    lemma,
    preposition_of,
    subject,
)
from quotex.parse.names import is_named
from quotex.parse.phrases import is_nominal_adjective, is_part_of_phrase, phrase, prepositional_complements
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.quantities.changes import change_of, moves

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ATTRIBUTE = Rule("quantities.attribute", "a noun in the singular that a number makes an attribute: a 12-page report")
OF_THESE = Rule("quantities.of-these", "what stands behind its preposition is counted")
AMONG = Rule("quantities.among", "some of those told of are what stands behind them: 12 of them children")
RUN_ON = Rule("quantities.run-on", "the nouns that follow it are counted, whatever the parse makes of it")
NUMBER_OF = Rule("quantities.number-of", "it is the number of what the words for it say: the death toll rose to 21")
MULTIPLIED = Rule("quantities.multiplied", "what is doubled, or doubles, is counted")
NOMINAL = Rule("quantities.nominal", "those who are so are counted: 12 dead")
PEOPLE = Rule("quantities.people", "those of a nation are counted, not those of another behind: 3 Lebanese and 2 Danes")
APPOSED = Rule("quantities.apposed", "it stands in apposition to what it measures")

VALUED = Rule("quantities.valued", "what is worth so much is measured")
PRICED = Rule("quantities.priced", "what is bought or sold for so much is measured")
CHANGED_NOUN = Rule("quantities.changed-noun", "what rises is counted, not its rise: a 10% rise in fares")
WHOLE = Rule("quantities.whole-noun", "a noun in the plural is counted, not the one before it: 20 welfare homes")
FORESEEN = Rule("quantities.foreseen", "what is expected to rise or fall by so much is measured")
BEFORE_TAX = Rule("quantities.before-tax", "a sum before or after tax is measured, not the tax")
OWNED = Rule("quantities.owned", "of money that is that of a noun the noun is measured: a fine of $2m for spills")
DIRECTED = Rule("quantities.directed", "what is up or down by so much is measured")
CHANGED_OBJECT = Rule("quantities.changed-object", "what is cut or raised by so much is counted, not who does it")

_HEDGED = 3  # "of the roughly 40": tokens from "of" to its number
_FARTHEST = 6  # tokens behind a figure: what is counted farther off is counted by another
_LONGEST_RUN = 5  # adjectives and nouns in a row
_HYPHEN = "-"


def word_before(token: Token) -> str:
    """Return the word before a figure, in lower case; a determiner is none, "an earlier" is passed over."""
    before = token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in figure_words().former:
        before = before.nbor(-2) if before.i > 1 and is_determiner(before.nbor(-1)) else before
    return before.lower_ if before is not None and not is_determiner(before) else ""


def counted_noun(tokens: list[Token]) -> Span | None:
    """Find the noun a bare number counts: "100,000 <troops>", "dozens of <people>", "three of the <men>"."""
    last = tokens[-1]
    doc, partitive = last.doc, figure_words().prepositions.partitive
    if last.i + 2 < len(doc) and doc[last.i + 1].text == _HYPHEN and doc[last.i + 2].lower_ in figure_words().how_often:
        return counted_noun([*tokens, doc[last.i + 1], doc[last.i + 2]])  # "a four-time champion"
    attributive = _attributive(tokens)
    if attributive is not None and ATTRIBUTE.decides(last.idx):
        return attributive
    head, following = top(tokens), doc[last.i + 1] if last.i + 1 < len(doc) else None
    if _is_participial(following):
        return None  # "by a third following warnings"
    if following is not None and _are_people(following) and PEOPLE.decides(last.idx):
        return doc[following.i : following.i + 1]
    part = following is not None and is_determiner(following)  # "half the <condos>"
    noun = governor(head) if part else governor(head, rel.ATTRIBUTE)
    if part and noun is not None and stands_as(noun, rel.POSSESSOR):  # "half the car's <range>"
        noun = governor(noun)
    near = noun is not None and last.i < noun.i <= last.i + _FARTHEST and not _is_parted(last, noun)
    if near and noun is not None and is_counted_noun(noun):
        return noun_phrase(_whole(noun), after=last.i)
    if following is None:
        return None
    of = next((word for word in (following, last) if word.lower_ in partitive), None)
    if of is not None:
        if (of_them := _among(of)) is not None:
            return of_them
        return (_object(of) or _counted_behind(of)) if OF_THESE.decides(last.idx) else None
    run = _run(following)
    if run is not None and RUN_ON.decides(last.idx):
        return run
    nominal = following.lower_ in figure_words().nominal and NOMINAL.decides(last.idx)
    return doc[following.i : following.i + 1] if nominal else None


def _is_parted(last: Token, noun: Token) -> bool:
    """Whether a dash stands between a figure and a noun: "12 men - and all their <sons>"."""
    return any(word.text in "-–—" and word.nbor(-1).whitespace_ for word in last.doc[last.i + 1 : noun.i])


def _are_people(word: Token) -> bool:
    """Whether a word for a nation stands for people of it, and describes no noun: "three <Lebanese> and two Danes"."""
    whole, behind = governor(word, rel.ATTRIBUTE), word.nbor() if word.i + 1 < len(word.doc) else word
    apart = whole is None or whole.i < word.i or nations_of([without_plural(whole.lower_)])
    return bool(apart and nations_of([word.lower_])) and not (is_describing(behind) or is_common_noun(behind))


def _whole(noun: Token) -> Token:
    """Return the noun in the plural right behind those that are but part of its name: "20 <welfare home places>"."""
    whole = noun
    while stands_as(whole, rel.PREMODIFIER) and is_singular(whole) and (above := governor(whole)) is not None:
        if above.i != whole.i + 1 or not is_counted_noun(above):
            break
        whole = above
    return whole if whole != noun and is_plural(whole) and WHOLE.decides(noun.idx) else noun


def _counted_behind(of: Token) -> Span | None:
    """Return what a number behind "of" counts: "25 of 40 <passes>"."""
    number = next((word for word in of.doc[of.i + 1 : of.i + 1 + _HEDGED] if is_numeral(word)), None)
    noun = governor(number, rel.ATTRIBUTE) if number is not None else None
    return (
        noun_phrase(noun, after=number.i) if noun is not None and number is not None and is_counted_noun(noun) else None
    )


def _among(of: Token) -> Span | None:
    """Return what some of those told of before are: "12 of them <children>"."""
    doc, i = of.doc, of.i + 1
    if i + 1 >= len(doc) or doc[i].lower_ not in THIRD_PLURAL | DEPENDENT_RELATIVES:
        return None
    return _run(doc[i + 1]) if AMONG.decides(of.idx) else None


def _attributive(tokens: list[Token]) -> Span | None:
    """Find the noun in the singular that a number makes an attribute of another: "a 12 <page> report"."""
    doc, i = tokens[-1].doc, tokens[-1].i + 1
    hyphen = i < len(doc) and doc[i].text == _HYPHEN
    i += hyphen
    if i + 1 >= len(doc) or tokens[-1].lower_ in figure_words().ones | figure_words().how_often:
        return None
    noun, behind = doc[i], doc[i + 1]
    if not (is_common_noun(noun) and is_singular(noun) and is_counted_noun(noun)):
        return None
    whole = is_common_noun(behind) and (hyphen or (is_singular(behind) and governor(noun) == behind))
    return doc[i : i + 1] if whole else None


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
        if leads and (found := _object(following)):
            return found
    noun = governor(head, rel.ATTRIBUTE) if not _is_participial(_behind(last)) else None
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


def _is_participial(word: Token | None) -> bool:
    """Whether a word does what a preposition does, whatever its form: "<following> warnings"."""
    return word is not None and word.lower_ in figure_words().prepositions.participial


def _behind(last: Token) -> Token | None:
    """Return the word behind a figure, past the brackets that give it again: "450 Nm (332 lb-ft) <of> torque"."""
    i, doc = last.i + 1, last.doc
    if i < len(doc) and doc[i].text == ")":
        return doc[i + 1] if i + 1 < len(doc) else None
    if i < len(doc) and doc[i].text == "(":
        close = next((t.i for t in doc[i : i + _FARTHEST + 2] if t.text == ")"), None)
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
        dated = name_words().calendar.words  # "a fall in July"
        moved = next((m for m in of if is_counted_noun(m) and not is_named(m) and m.lower_ not in dated), beside)
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


def is_counted_noun(token: Token) -> bool:
    """Whether a token can be what is counted: a noun that is no unit, symbol or part of another figure."""
    if not (is_noun(token) or is_nominal_adjective(token)) or len(token) < 2 or not token.text[0].isalpha():
        return False
    named = is_proper_noun(token) and any(dependents(token, rel.COMPOUND))  # "the World Cups"
    return named or not is_unit_word(token.text)


def noun_phrase(noun: Token, after: int = -1) -> Span:
    """Return the noun with the compounds and adjectives right before it: "likely voters".

    Args:
        noun: its head.
        after: index of the last token that stays out.
    """
    doc, start, left_out = noun.doc, noun.i, figure_words().left_out
    while start - 1 > after and _belongs(doc[start - 1], noun):
        start -= 1
    while start < noun.i and (doc[start].is_punct or doc[start].lower_ in left_out):
        start += 1
    if after < start - 2:  # "one-<time> bonus"
        while start < noun.i and _HYPHEN in (doc[start - 1].text, doc[start].text) and not doc[start - 1].whitespace_:
            start += 1
    return doc[start : noun.i + 1]


def _belongs(token: Token, noun: Token) -> bool:
    if token.is_punct:
        return token.text == _HYPHEN
    if is_numeral(token) or is_determiner(token) or is_pronoun(token) or is_sign(token) or is_unit_word(token.text):
        return False
    return is_part_of_phrase(token, noun)


def _object(preposition: Token) -> Span | None:
    """Return the object of a preposition; not one that is a time or a place ("$5 in <May>")."""
    noun = dependent(preposition, rel.PREPOSITIONAL_OBJECT)
    if noun is None or not is_counted_noun(noun):
        return None
    is_circumstance = is_named(noun) or noun.lower_ in name_words().calendar.words | figure_words().light
    if is_circumstance and preposition.lower_ in figure_words().prepositions.circumstance:
        return None
    return noun_phrase(noun)


def _parts_adjectives(token: Token) -> bool:
    """Whether a comma stands between two adjectives: "13 brave<,> innocent sailors"."""
    between = token.text == "," and 0 < token.i < len(token.doc) - 1
    return between and is_adjectival(token.nbor(-1)) and is_adjectival(token.nbor(1))


def _run(first: Token) -> Span | None:
    """Return the adjectives and nouns that follow a number the parser did not hang on its noun."""
    end = None
    for token in first.doc[first.i : first.i + _LONGEST_RUN]:
        if is_counted_noun(token):
            end = token
        elif end is not None or not (is_adjectival(token) or _parts_adjectives(token)):
            break
    return noun_phrase(end, after=first.i - 1) if end is not None else None
