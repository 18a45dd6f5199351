"""What is no part of a name at the edges of a run of capitalised words, and which runs are none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE, NO_DESCRIPTION, OF, RELATIVE
from quotex.english.names import EPITHETS, JOURNALIST, LEADING, family_stems, is_participle_of_name, is_state
from quotex.english.naming_clauses import CALLING
from quotex.english.people import given_names, name_words, source_nouns
from quotex.naming.binding import names_members, names_office, owns_words, tells_sort
from quotex.naming.titles import opens_titles, title_length
from quotex.naming.words import Word, is_acronym, is_initials_of_many
from quotex.parse import names as recognised
from quotex.parse import relations as rel
from quotex.parse.grammar import (
    is_adjectival,
    is_determiner,
    is_first_word,
    is_plural,
    is_preposition,
    is_proper_noun,
    opens_sentence,
)
from quotex.parse.phrases import has_determiner
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import word_beside

if TYPE_CHECKING:
    from spacy.tokens import Token

INITIALS_OF_MANY = Rule("naming.initials-of-many", "initials with a plural's s are people, and no name: MPs")
PARTY = Rule("naming.party", "a party's name by itself is a name, though it is its people's too")
TITLE_ACRONYM = Rule("naming.title-acronym", "an office in capitals is no name by itself")
KIN = Rule("naming.kin", "what a family calls one of its own is nobody's name")
SOME_PEOPLE = Rule(
    "naming.some-people", "one or some of a people or a faith have no name by that: the South African, Young Danes"
)
OF_A_PEOPLE = Rule("naming.of-a-people", "of what people or faith a group is does not name it: the Danish Sunni group")
ONE_MEMBER = Rule("naming.one-member", "a member of a party is a person, and the words for one no name")
OWNED_BY_PEOPLE = Rule("naming.owned-by-people", "people own what is named behind them: the People's Voice")
SORT_BEFORE = Rule("naming.sort-before", "what a body is, before its name, is no part of it: Retailer Norrlys")
EPITHET = Rule("naming.epithet", "what the press calls somebody before the name is no part of it: Embattled Vess Bank")
OPENS_TITLES = Rule("naming.opens-titles", "the first of a row of titles before a name ends no name: Norrlys Chairman")
CALLED_SO = Rule("naming.called-so", "what somebody is called in marks is a name, and a job's too: “the Baker”")
GIVEN_NOUN = Rule("naming.given-noun", "a noun for a document that is a given name, bare and acting, is one: Bill said")
RELATIVE_ACRONYM = Rule("naming.relative-acronym", "in capitals, and acting, who is a body: WHO says")
OFFICE = Rule("naming.office", "an office of state is what somebody is, and no name: the Foreign Minister")
MEMBERS_BEFORE = Rule("naming.members-before-name", "a noun for several people is no part of the name behind it")
MEMBERS_OF_BODY = Rule("naming.members-of-body", "several people can end a body's name: Dorn Brothers")
STATE = Rule("naming.state", "a people's name that begins a state's is part of it: Saudi Arabia")
CAPITAL_NOUN = Rule("naming.capital-noun", "a noun for a person is no part of a name, even in capitals")
LETTERS = Rule("naming.letters", "what all of its kind are called is no name, though it is in capitals: state TV")
KIND_BEFORE = Rule("naming.kind-before", "what stands right behind a noun for a body is its name: the band Princess")
AFTER_COLON = Rule("naming.after-colon", "behind a colon or a mark a word has its capital for its place: “People say”")
MODIFIES = Rule(
    "naming.modifies", "what opens a sentence, a name to no label, and tells of a noun is none: Unconfirmed reports"
)
POSTNOMINALS = Rule(
    "naming.postnominals", "letters for an honour, a degree or a seat are no part of the name before them"
)

_STOPS = 2
"""Full stops in letters behind a name that are no upper case: "Ph.D."."""


def trimmed(words: list[Word]) -> list[Word]:
    """Drop describing words at the start ("Democratic") and small ones at the end; nothing may be left."""
    if _is_one_member(words) and ONE_MEMBER.decides(words[-1].start):
        return []
    office = names_office(words) or title_length(words, 0) == len(words) > 1  # "Commissioner of Police"
    if office and OFFICE.decides(words[0].start):
        return []
    if owns_words(words, 0) and OWNED_BY_PEOPLE.decides(words[0].start):
        return words
    party = len(words) > 1 and _is_party(words[-1])
    body = party or words[-1].fold in name_words().organizations.words
    start, end = 0, len(words)
    while start < end and (_is_no_name(words[start]) or (not body and _only_says_whose(words, start))):
        if is_state(" ".join(w.fold for w in words[start:])) and STATE.decides(words[start].start):
            break
        start += 1
    if start + 1 < end and tells_sort(words[start:]) and SORT_BEFORE.decides(words[start].start):
        start += 1
    # "Workers for Change" and "Farmers' Party" are whole
    behind = start + 1 < end and words[start + 1].capitalised and not words[start].possessive
    behind = behind and not is_preposition(words[start + 1].token)  # "Pilots Without Borders"
    if behind and is_members(words[start]) and MEMBERS_BEFORE.decides(words[start].start):
        start += 1
    whole = any(not w.capitalised or w.binding == " & " for w in words[start:end])  # "Guild of Harbour Writers"
    while end > start and not party and (not words[end - 1].capitalised or (is_members(words[end - 1]) and not whole)):
        if end == len(words) and _ends_body(words) and MEMBERS_OF_BODY.decides(words[-1].start):
            break
        end -= 1
    if start == end and len(words) == 1 + (words[0].fold in LEADING) and _is_party(words[-1]):
        return words[-1:] if PARTY.decides(words[-1].start) else []
    kept = words[start:end]
    if _are_people_described(kept) and SOME_PEOPLE.decides(kept[0].start):
        return []
    if len(kept) > 1 and _only_tell_whose(kept) and OF_A_PEOPLE.decides(kept[0].start):
        return []
    return kept if any(not _is_only_noun(w) for w in kept) else []


def _are_people_described(words: list[Word]) -> bool:
    """Whether two words are for one of a people, or an adjective tells which: "South African", "Young Danes"."""
    if len(words) != 2:
        return False
    if " ".join(w.fold for w in words).removesuffix("s") in name_words().peoples.two:
        return True
    first, last = words[0].token, words[1]
    told = is_adjectival(first) and opens_sentence(first) and not recognised.is_place(first)
    return told and is_plural(last.token) and is_people_word(last) and not _is_party(last)


def _ends_body(words: list[Word]) -> bool:
    """Whether a noun for several people is the end of a body's name: "Dorn Brothers", but "Harlow Council Workers"."""
    bodies, last = name_words().organizations.words, words[-1].fold
    told = last in bodies and last.removesuffix("s") not in source_nouns().unnamed
    return told and len(words) > 1 and words[-2].fold not in bodies


def _only_tell_whose(words: list[Word]) -> bool:
    """Whether words tell of what people and faith they are whom a noun in small letters stands for."""
    last, peoples = words[-1].token, name_words().peoples.words
    noun = last.nbor() if last.i + 1 < len(last.doc) else last
    told = noun.is_lower and (noun.text in source_nouns().organization or noun.text in source_nouns().group)
    told = told and not any(word.fold in name_words().parties.words for word in words)
    return told and all(peoples.issuperset(word.fold.split("-")) for word in words)


def _only_says_whose(words: list[Word], start: int) -> bool:
    """Whether a word before a name says of what people or party someone is: not in "Labour Against Damp"."""
    behind = words[start + 1] if start + 1 < len(words) else None
    names = behind is not None and behind.capitalised and behind.fold in NO_DESCRIPTION
    return is_people_word(words[start]) and not names


def _is_one_member(words: list[Word]) -> bool:
    """Whether a run is one person of a party, told by where from: "Ohio Democrat"."""
    *before, last = words
    is_member = last.fold in name_words().peoples.words & source_nouns().person
    return is_member and bool(before) and not any(recognised.is_person(word.token) for word in words)


def _is_party(word: Word) -> bool:
    return word.fold in name_words().parties.words and (not is_plural(word.token) or not opens_sentence(word.token))


def _is_no_name(word: Word) -> bool:
    if word.is_house:
        return False
    small = len(word.fold) > 2 or is_preposition(word.token)  # "By", but "He" and "An" are names in Asia
    if small and word.token.is_stop and opens_sentence(word.token) and word.fold not in given_names():
        return not word.token.is_upper
    if word.fold in EPITHETS and opens_sentence(word.token) and EPITHET.decides(word.start):
        return True
    return word.fold in LEADING or not word.can_be_name or is_participle_of_name(word.fold)


def is_people_word(word: Word) -> bool:
    """Whether a word says of what people or party someone is."""
    peoples = name_words().peoples.words
    if recognised.is_body(word.token) and recognised.goes_on(word.token) and not word.token.nbor(1).is_lower:
        return False  # "Norwegian Council of Ports", but "the Norwegian government"
    return recognised.is_people(word.token) or word.fold in peoples or word.fold.removesuffix("s") in peoples


def is_members(word: Word) -> bool:
    """Whether a word names people in the plural ("Harbour Board Republicans")."""
    return not source_nouns().person.isdisjoint(family_stems(word.fold)) and (
        is_plural(word.token) or not is_proper_noun(word.token)
    )


def _is_only_noun(word: Word) -> bool:
    """Whether a capitalised word is only a noun or a title, with a capital for its place or out of respect."""
    nouns = source_nouns()
    stem = word.fold.removesuffix("s")
    if word.is_house:
        return False
    if word.possessive and word.fold in name_words().eponyms.words:
        return True  # "Parkinson's researchers"
    if is_initials_of_many(word.token) and INITIALS_OF_MANY.decides(word.start):
        return True
    if stem in nouns.kin and KIN.decides(word.start):
        return True
    if word.fold in nouns.of_letters and LETTERS.decides(word.start):
        return True
    if (word.is_behind_noun and KIND_BEFORE.decides(word.start)) or _is_name_though_noun(word):
        return False
    if is_members(word) or not nouns.person.isdisjoint([stem, word.fold]) or word.fold in name_words().titles.words:
        if word.token.is_upper and TITLE_ACRONYM.decides(word.start):
            return True
        is_office = word.fold in name_words().titles.words and word_beside(word.token, 1) == OF  # "Bishop of Dolen"
        return is_office or not is_person_or_body(word)
    if not _has_capital_for_place(word.token):
        return False
    if stem in nouns.organization | nouns.before_name or stem in nouns.document or word.fold in nouns.group:
        return True
    if word.fold in name_words().portfolios.words and not recognised.is_named(word.token):
        return True  # "Food and Civil Supplies Minister Carla Marsh"
    if _opens_description(word.token):
        return True
    return not recognised.is_named(word.token) and (_tells_of_noun(word.token) or not is_proper_noun(word.token))


def _is_called(token: Token) -> bool:
    """Whether a word stands in marks behind a verb that gives a name: "known as “the <Baker>”"."""
    before = token.doc[max(0, token.i - 3) : token.i]
    words = [t.lower_ for t in before if t.lower_ != DEFINITE_ARTICLE]
    told = len(words) > 1 and before[-1 - (len(before) > len(words))].is_quote and words[-2] in CALLING
    return told and CALLED_SO.decides(token.idx)


def _is_name_though_noun(word: Word) -> bool:
    """Whether a word is a name here that is a noun, or a small word, too: by the words before it, or as it acts."""
    if _is_called(word.token):
        return True
    if not stands_as(word.token, rel.SUBJECT) or has_determiner(word.token):
        return False
    if word.fold in given_names() and word.fold in source_nouns().document and is_proper_noun(word.token):
        small = any(t.text == word.fold for t in word.token.doc)
        return not small and GIVEN_NOUN.decides(word.start)
    return is_acronym(word.token) and word.token.lower_ in RELATIVE and RELATIVE_ACRONYM.decides(word.start)


def _tells_of_noun(token: Token) -> bool:
    """Whether a word tells of a noun in small letters: "Unconfirmed reports"."""
    noun = governor(token, rel.ATTRIBUTE)
    return noun is not None and noun.is_lower and is_first_word(token) and MODIFIES.decides(token.idx)


def _has_capital_for_place(token: Token) -> bool:
    """Whether any word in a place has a capital: the first of a sentence, or of what a colon or a mark opens."""
    if is_first_word(token):
        return True
    if token.i == 0 or (is_proper_noun(token) and token.lower_ in source_nouns().organization):
        return False  # "Harlow concert late: Orchestra"
    opened = word_beside(token, -1) == ":" or token.nbor(-1).is_quote
    return opened and AFTER_COLON.decides(token.idx)


def _opens_description(token: Token) -> bool:
    """Whether a word that opens a sentence says what a body is, its name behind: "Grid operator Norrlys"."""
    if token.i + 2 >= len(token.doc):
        return False
    noun, name, nouns = token.nbor(1), token.nbor(2), source_nouns()
    return noun.text in nouns.organization | nouns.before_name and name.text[:1].isupper()


def can_be_given(word: Word) -> bool:
    """Whether a word before a person's name can be of it: no noun, nor a word that has its capital for its place."""
    lexicon, nouns, noun = name_words(), source_nouns(), word.fold.removesuffix("s")
    if given_names().is_known(word.fold):
        return True
    told = noun in nouns or nouns.is_person(noun) or word.fold in lexicon.titles.words | lexicon.organizations.words
    return not (told or word.token.is_upper or is_first_word(word.token))


def is_person_or_body(word: Word) -> bool:
    """Whether a word is part of the name of somebody or of a body."""
    return recognised.is_person(word.token) or recognised.is_body(word.token)


def before_noun(words: list[Word]) -> list[Word]:
    """Leave out a noun for a person in capitals at the end: "the Harlow North <MP>", "the Norrlys <CEO>"."""
    first, last = words[0].token, words[-1]
    if len(words) == 1 or not (last.fold.removesuffix("s") in source_nouns().person or "-" in last.fold):
        return words
    capitals = last.token.text[:2].isupper() and last.token.text[:2].isalpha()  # "Carla O'Dell-Marsh"
    if not (capitals or _stands_behind_body(words) or opens_titles(last.token)):
        return words
    if not words[-2].capitalised or names_members(words):
        return words  # "the College of GPs", "the Office of the Chief Statistician"
    if opens_titles(last.token) and OPENS_TITLES.decides(last.start):
        return words[:-1]
    person = recognised.is_person(words[-2].token)
    bears = person or given_names().is_known(words[0].fold)  # "Ada Brook MP"
    determined = first.i > 0 and is_determiner(first.nbor(-1))
    if (bears and not determined) or not CAPITAL_NOUN.decides(last.start):
        return words
    return [] if person else words[:-1]  # "the Harlow North MP": no person called Harlow North


def _stands_behind_body(words: list[Word]) -> bool:
    """Whether a body's name ends before the last word, an office: "Norrlys <Chairman>", not "Hollywood Reporter"."""
    body, last = words[-2], words[-1]
    office = set(last.fold.split("-")) <= name_words().titles.words - name_words().titles.doubtful
    office = office and not source_nouns().fits_one(JOURNALIST, [last.fold])
    return office and recognised.is_body(body.token) and not recognised.is_named(last.token)


def before_letters(words: list[Word]) -> int:
    """Return how many words stand before the letters behind a person's name: "Ada Brook <KC>", "Ada Brook, <MBE>"."""
    end = len(words)
    while end > 1 and is_letters(words[end - 1]):
        end -= 1
    bears = end < len(words) and (recognised.is_person(words[end - 1].token) or given_names().is_known(words[0].fold))
    return end if bears and POSTNOMINALS.decides(words[end].start) else len(words)


def is_letters(word: Word) -> bool:
    """Whether a word is letters for an honour, a degree or a seat."""
    written_out = word.token.is_title and word.token.text.count(".") < _STOPS  # "Ms.", but "Ph.D."
    return name_words().is_postnominal(word.fold) and not (written_out or word.token.is_lower)
