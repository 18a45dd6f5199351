"""What a word can be to a role: the noun that says it, a word that goes on with it, one that is no part of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import (
    AND,
    ARTICLES,
    BETWEEN,
    BOTH,
    COORDINATORS,
    JUNCTIONS,
    OF,
    POSSESSIVE_DETERMINERS,
    PRONOUNS,
    TO,
)
from quotex.english.names import BINDING, INNER_CAPITAL, IS_FROM_BEFORE, LEADING, is_participle_of_name, is_state
from quotex.english.people import fold, name_words, source_nouns
from quotex.naming.words import singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.names import is_body, is_named, is_person
from quotex.parse.relations import dependents, governor, stands_as
from quotex.parse.tokens import end_of, word_beside

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from quotex.naming.names import Name

NO_BODY = Rule(
    "speakers.no-body",
    "a state, a people, a day, a degree, and what is cut in 'House Majority Leader' are no body to be of",
)


_HYPHEN = "-"
_AND = "&"
_COMMA = ","
_CLOSING = frozenset([")", '"', "”", "’", "."])
_IN_MARKS = re.compile(r"\w[\"”’'] $")
_ROLE = 4
"""Words of one of a row of roles, at most."""
_BACK = 50
"""Characters before a name that tell who is from there, at most."""


def is_standing(token: Token) -> bool:
    """Whether a word tells how somebody holds the office named behind it: "acting", "caretaker"."""
    return token.lower_ in name_words().standings.words


def is_abbreviated(token: Token) -> bool:
    """Whether a title is one that is written short: "Cllr"."""
    return fold(token.text) in name_words().abbreviations.words


def is_portfolio(token: Token) -> bool:
    """Whether a capitalised word says what an office is for: "Justice" of "Justice Minister"."""
    return token.text[:1].isupper() and token.lower_ in name_words().portfolios.words


def only_says_what_for(tokens: list[Token], name: Name) -> bool:
    """Whether all before a titled name says what the office is for: "Food and Civil Supplies <Minister Carla Reed>"."""
    before = [t for t in tokens if t.idx < name.start]
    named = all(t.text[:1].isupper() or t.lower_ == AND for t in before)
    return named and len(before) > 1 and is_portfolio(before[0]) and is_portfolio(before[-1])


def _is_mark(token: Token) -> bool:
    return token.is_punct and token.text not in _CLOSING


def is_cut(tokens: list[Token], view: str) -> bool:
    """Whether a role has lost its beginning: "roner", that opens a line, or "member" of "“Squad” member"."""
    first = tokens[0]
    if len(tokens) == 1 and _IN_MARKS.search(view, max(0, first.idx - 3), first.idx):
        return True
    alone = (t for t in tokens if len(t) == 1 and t.is_lower and t.text != "a" and t.whitespace_)
    if any(not (t.i and t.nbor(-1).text[-1].isdigit()) for t in alone):  # "deput <y> mayor", but "100<m> champion"
        return True
    opens = first.is_lower and first.idx > 0 and view[first.idx - 1] == "\n"
    bound = len(tokens) > 1 and is_hyphenated(tokens[1])  # "wo-time champion"
    return opens and (bound or grammar.is_noun(first)) and first.lower_ not in source_nouns().person


def is_kind_of_body(token: Token) -> bool:
    """Whether a capitalised word says what kind of body a name is of: "Department", "Trust"."""
    return token.is_title and token.lower_ in name_words().organizations.words


def is_bare_kind(token: Token) -> bool:
    """Whether a capitalised word says but what kind of body one is, and is none's name: "the Trust", not "Congress"."""
    return is_kind_of_body(token) and token.lower_ in source_nouns().organization - name_words().organizations.alone


def tells_nothing(tokens: list[Token], noun: Token) -> bool:
    """Whether a role's words name but a nation's people, or a town's, or whose like somebody is: "counterpart"."""
    peoples = name_words().peoples
    return noun.lower_ == english.COUNTERPART or all(t.lower_ in peoples.words - peoples.of_none for t in tokens)


def ends_no_role(token: Token) -> bool:
    """Whether a role goes on behind a word, or the word is a mark, a letter or a pronoun: "at T" of "at T and V"."""
    if token.i and len(token) > 1 and token.is_title and token.nbor(-1).is_title:  # "chair of Kick It <Out>"
        return False
    letter = len(token) == 1 and token.is_upper and word_beside(token, 1) == AND
    small = token.lower_ == TO or token.lower_ in PRONOUNS | COORDINATORS or letter
    small |= word_beside(token, -1) == TO and not grammar.is_noun(token)  # "candidate to <officially> declare"
    return small or grammar.takes_complement(token) or grammar.is_determiner(token) or _is_mark(token)


def tells_no_role(tokens: list[Token]) -> bool:
    """Whether the first of a role's words is none of it: a mark, a day, a year, "one", "last week"."""
    first = tokens[0]
    around = f"{word_beside(first, -1)} {first.lower_}"
    if any(map(english.WHEN.fullmatch, (first.lower_, " ".join(t.lower_ for t in tokens[:2]), around))):
        return True
    if first.lower_ in english.HOW_MUCH:  # "there is <little> Vice President Jo Marsh can do"
        return True
    if first.is_punct or (is_day(first) and not is_body(first)):  # "<Sunday> Times reporter"
        return True
    head = governor(first)
    if grammar.is_numeral(first):
        return first.whitespace_ != "" and not (head in tokens and tells_which(first))
    said = first.lower_ in english.ONCE or head is None or head in tokens
    return stands_as(first, rel.ADVERB) and not said  # "<Earlier> mayor Jo Marsh said"


def tells_which(number: Token) -> bool:
    """Whether a number can be part of what somebody is: "<2022> Harlow Cup winner", "<1500> metre runner"."""
    head, before = governor(number), word_beside(number, -1)
    dated = head is None or is_day(head)
    behind = (
        before not in ARTICLES
        and number.i > 0
        and (grammar.is_preposition(number.nbor(-1)) or grammar.is_determiner(number.nbor(-1)))
    )
    return number.text[0].isdigit() and not (dated or behind)


def is_day(token: Token) -> bool:
    """Whether a word is of the calendar."""
    return token.lower_ in name_words().calendar.words


def is_rank(tokens: Span) -> bool:
    """Whether a role goes on with the rank of who has it: "spokesman Rear"."""
    role, *others = tokens
    return is_role(role) and all(t.lower_ in name_words().ranks.words for t in others)


def adjoins(left: Token, right: Token) -> bool:
    """Whether nothing but a blank parts two words, and no sentence ends at the first."""
    if english.is_letter(left.text) or (left.text == _HYPHEN and left.whitespace_):  # "on X. Norwegian leader"
        return False
    return end_of(left) + len(left.whitespace_) == right.idx and not left.is_space


def is_hyphenated(token: Token) -> bool:
    """Whether a hyphen binds a word, or it is that hyphen, to the word before it."""
    before = token.nbor(-1)
    return _HYPHEN in (before.text, token.text) and not before.whitespace_


def is_bound(token: Token) -> bool:
    """Whether a hyphen binds a word to the one before it, or it is the unit of a figure: "100<m>"."""
    before = token.nbor(-1)
    return is_hyphenated(token) or (end_of(before) == token.idx and before.text[0].isdigit())


def first_of_chain(token: Token) -> Token:
    """Return the first of the words that hyphens bind: "mother" for "two" in "mother-of-two"."""
    while token.i and is_hyphenated(token):
        token = token.nbor(-1)
    return token


def is_courtesy(token: Token) -> bool:
    """Whether a word is a courtesy title, which tells no role."""
    office = f"{word_beside(token, -1)} {token.lower_}" in name_words().titles.phrases  # "First Lady"
    return name_words().is_honorific(fold(token.text)) and not office


def describes(token: Token, told: bool) -> bool:
    """Whether a token left of a name goes on with the role before it; told: a noun for the role is there already."""
    if token.lower_ in POSSESSIVE_DETERMINERS | ARTICLES:  # "in an interview <his> brother Jo Marsh"
        return False
    if is_role(token) or grammar.is_noun(token) or (token.is_upper and is_body(token)):  # "<NDP> leader"
        apposed = stands_as(token, rel.COMPOUND) and says_who(token)  # "<medallist> Jo Marsh"
        return told or is_role(token) or apposed
    if is_standing(token) and (is_role(token.nbor(1)) or (told and not _takes_object(token))):
        return True
    doing = stands_as(token, rel.PREMODIFIER)  # "managing director"
    inside = token.i > 0 and is_hyphenated(token) and is_hyphenated(token.nbor(1))  # "commander-<in>-chief"
    turned = token.lower_ == english.TURNED and token.i > 0 and says_who(token.nbor(-1))
    inside = inside or turned or token.lower_ in english.ONCE or _tells_how(token)
    return told and (phrases.is_descriptive(token) or doing or inside or token.text == _AND or _joins_one(token))


def _takes_object(token: Token) -> bool:
    """Whether a participle is of a noun before it: "a group <defending> suspended councillor Jo Marsh"."""
    noun = governor(token)
    return grammar.is_present_participle(token) and noun is not None and noun.i < token.i


def _tells_how(token: Token) -> bool:
    """Whether an adverb goes with the word behind it, which tells what somebody is: "<newly> elected mayor"."""
    behind = token.nbor(1)
    return stands_as(token, rel.ADVERB) and governor(token) == behind and stands_as(behind, rel.PREMODIFIER)


def _joins_one(token: Token) -> bool:
    """Whether "and" joins what one noun behind it is for: "planning <and> housing officer"."""
    if token.lower_ != AND or not token.i:
        return False
    first = governor(token)
    noun = governor(first) if first is not None else None
    one = noun is not None and first is not None and first.i < token.i < noun.i and is_role(noun)
    before = token.nbor(-1)
    return one or (is_portfolio(token.nbor(1)) and (is_portfolio(before) or is_kind_of_body(before)))


def joins_roles(doc: Doc, i: int) -> bool:
    """Whether what opens at a token goes on with what the one person is: "union leader and <councillor> Jo Marsh".

    Of a row, too: "chairman, founder and <president>". Not behind "the": the president and the minister are two.
    """
    row = i > 1 and doc[i - 1].text == _COMMA and any(t.lower_ == AND for t in doc[i : i + _ROLE])
    if i < 2 or not (doc[i - 1].lower_ == AND or row) or not _says_one(doc[i - 2]):
        return False
    first = i - 2
    while first and adjoins(doc[first - 1], doc[first]) and describes(doc[first - 1], told=True):
        first -= 1
    before = doc[first - 1].lower_ if first else ""
    may_be_two = doc[i - 2].lower_ in name_words().titles.words or not doc[i].is_lower
    two = (ARTICLES if may_be_two else frozenset()) | POSSESSIVE_DETERMINERS | {AND, BETWEEN, BOTH}
    return before not in two  # "the rapper and <singer> Jo Marsh"


def _says_one(token: Token) -> bool:
    """Whether a word says what one person is, and is not of the person's name."""
    one = says_who(token) and not (grammar.is_plural(token) or is_person(token))
    return one and singular(token) not in source_nouns().group


def whole(token: Token) -> str:
    """Return the noun that a title stands for ("sen.": "senator")."""
    noun = singular(token).rstrip(".")
    return name_words().titles.long.get(noun, noun)


def role_noun(tokens: list[Token]) -> Token | None:
    """Return the noun that says what the person is: the last one before a preposition or a verb."""
    found: Token | None = None
    for token in tokens:
        doing = found is not None and grammar.is_full_verb(token) and not stands_as(token, rel.PREMODIFIER)
        if grammar.is_preposition(token) or token.lower_ in JUNCTIONS or doing:  # "lawyer <representing> Marsh"
            break
        if grammar.is_noun(token):
            found = token
    return found if found is not None and says_who(found) else None


def says_who(token: Token) -> bool:
    """Whether a noun set beside a name can tell what that person is: also one of the ending of "virologist"."""
    return is_role(token) or (grammar.is_common_noun(token) and source_nouns().is_person(singular(token)))


def is_led(token: Token) -> bool:
    """Whether a noun for a person is a body's here, that somebody leads: "the head of the regional <executive>"."""
    head = grammar.governing_noun(token) if token.lower_ in english.LED else None
    return head is not None and head.lower_ in name_words().titles.words


def is_role(token: Token) -> bool:
    """Whether a word says what somebody is, by the lists of titles and of nouns for persons."""
    if (word := token.lower_.rstrip(".")) in name_words().titles.words:
        small = token.is_lower and word in name_words().titles.doubtful  # "At <first> Jo Marsh lost"
        return grammar.is_noun(token) or (grammar.is_adjectival(token) and not small)
    return grammar.is_noun(token) and singular(token) in source_nouns().person


def kinds_of(name: Name, before: list[Token]) -> list[str]:
    """Return the nouns that say what a body is, of those that its name is apposed to, and of the words before it."""
    head = grammar.head_noun(name.token, name.start)
    beside = [*dependents(head, rel.APPOSITION), *filter(None, [governor(head, rel.APPOSITION)])]
    beside += [phrases.called_so(t) or t for t in before if end_of(t) + len(t.whitespace_) == name.start]
    nouns = [singular(t) for t in beside if grammar.is_noun(t) and not grammar.is_proper_noun(t)]
    return [noun for noun in nouns if noun in source_nouns().organization]


def tells_no_body(name: Name) -> bool:
    """Whether a name is of nobody that one can be of: "UK", "Exiled Hong Kong", "House Democratic"."""
    lexicon, last = name_words(), name.words[-1]
    told = lexicon.peoples.words | lexicon.portfolios.words | lexicon.calendar.words
    first = name.token.nbor(1 - len(name.words)) if name.token.i + 1 >= len(name.words) else name.token
    told_before = phrases.is_descriptive(first) or grammar.opens_sentence(first)  # "<Exiled> Hong Kong activist"
    state = is_state(" ".join(name.words[int(told_before) :]))
    cut = last in english.SIDES or (last in lexicon.peoples.words and last not in lexicon.parties.words)
    cut = cut and not grammar.is_plural(name.token)
    adjective = (
        len(name.words) == 1 and name.token.is_title and grammar.is_adjectival(name.token)
    )  # "Maldivian analyst"
    cut |= "-" in last and (is_participle_of_name(last) or last.endswith(english.AGED_BEHIND))  # "<Norland-backed> man"
    cut |= adjective or last in source_nouns().group - lexicon.organizations.words  # "<Children>'s Commissioner"
    member = {*name.words[1:-1]} & lexicon.peoples.of_none  # "Dolen East Tory Senedd member"
    cut |= bool(member) and last not in lexicon.organizations.words
    field = name.token.is_upper and last in lexicon.fields.words  # "US-based PR adviser"
    cut |= field and all(is_participle_of_name(word) or word in lexicon.peoples.words for word in name.words[:-1])
    medium = last in source_nouns().media and not name.token.is_lower  # "TV doctor Jo Marsh"
    degree = len(name.words) == 1 and (medium or (name_words().is_postnominal(last) and not name.token.is_lower))
    holder = last in lexicon.postnominals.seats or ("-" in last and all(map(is_holder, last.split("-"))))  # "MP-elect"
    office = len(name.words) > 1 and name.token.is_title and is_holder(last)  # "CEO and Managing Partner"
    office = office and BINDING.isdisjoint(name.words) and last not in lexicon.titles.doubtful
    holder |= office and last not in lexicon.organizations.words
    if AND in name.words:  # "Xi and <US> President"
        state |= is_state(" ".join(name.words[name.words.index(AND) + 1 :]))
    state |= all(is_state(word) or word in told or word == AND for word in name.words)  # "US Sudan envoy"
    return (state or cut or degree or holder or told.issuperset(name.words)) and NO_BODY.decides(name.span)


def is_holder(word: str) -> bool:
    """Whether a folded word names who holds an office or a seat."""
    return word in name_words().titles.words or word in source_nouns().person


def may_be_no_body(name: Name, view: str) -> bool:
    """Whether a name may be cut, "38 <Harbours>", or a noun with a capital for its place: "<Cloud> analyst Jo Reed"."""
    if view[max(0, name.span.start - 2) : name.span.start - 1].isdigit():
        return True
    to_tagger = is_person(name.token) and name.words[-1] not in name_words().organizations.words
    if to_tagger and IS_FROM_BEFORE.search(view, max(0, name.start - _BACK), name.start):  # "Jo Marsh, of Ashton"
        return True
    made = name.token.is_upper or INNER_CAPITAL.fullmatch(name.token.text) is not None  # "ZikZak"
    if len(name.words) > 1 or made or not grammar.opens_sentence(name.token):
        return False
    behind = name.token.nbor(1) if name.token.i + 1 < len(name.token.doc) else name.token
    known = is_role(behind) or behind.lower_ in name_words().organizations.words  # "Harlow <council>"
    is_kind = behind.is_lower and grammar.is_common_noun(behind) and not known  # "<Mental> health nurse"
    return is_kind or grammar.is_adjectival(name.token) or not is_named(name.token)


def is_what_for(body: Name, noun: Token, view: str) -> bool:
    """Whether what is taken for a body is what an office is for: "<Ports> Secretary", "MP for <Harlow>"."""
    last, bodies = body.words[-1].split("-")[-1], name_words().organizations
    of = not (BINDING - {AND}).isdisjoint(body.words)
    headed = any(word in bodies.words and small == OF for word, small in pairwise(body.words))
    if headed or (of and not (bodies.words - bodies.doubtful).isdisjoint(body.words[:-1])):
        return False  # "spokesman for the <Ministry of Foreign Affairs>"
    if last in name_words().portfolios.words or last in name_words().titles.words:
        return True
    side = last in name_words().sides.words  # "Dolen South MP"
    before = body.span.end + 1 == noun.idx and (len(body.words) == 1 or side)
    seated = singular(noun) in name_words().postnominals.seats | source_nouns().of_seats
    party = body.token.is_upper or last in name_words().parties.words  # "SNP MP", but "<Harlow> MP"
    if seated and (body.start > noun.idx or (before and not party)):
        return True
    behind = english.FIELD.fullmatch(view, end_of(noun), body.start) is not None
    bound = (before or behind) and singular(noun) in source_nouns().with_portfolio
    of_field = english.OF_RIGHT_BEFORE.search(view, end_of(noun), body.start) is not None
    bound |= behind and of_field and singular(noun) in source_nouns().of_fields
    return bound and name_words().organizations.words.isdisjoint(body.words)


def may_open_name(token: Token) -> bool:
    """Whether a small word with a capital that opens a sentence may be of the name behind it: "First Ferry"."""
    telling = token.lower_ in LEADING or english.PAST.match(f"{token.lower_} ") is not None
    return grammar.opens_sentence(token) and token.is_stop and not telling
