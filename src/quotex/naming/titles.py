"""Titles before a name: which words of a run of capitalised ones are titles, and where the name begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import AND, FOR, OF
from quotex.english.names import is_state, title_phrases
from quotex.english.people import fold, given_names, name_words, source_nouns
from quotex.naming.binding import names_members, tells_sort
from quotex.naming.words import Word
from quotex.parse import names as recognised
from quotex.parse.grammar import is_first_word, is_plural
from quotex.parse.tokens import end_of

if TYPE_CHECKING:
    from spacy.tokens import Token

JOB_BEFORE = Rule("naming.job-before-name", "a capitalised job is no part of the name behind it")
COMPOUND_JOB = Rule("naming.compound-job", "a job whose second half has no capital is no part of a name: Para-swimmer")
MIDDLE_INITIALS = Rule("naming.middle-initials", "two capitals behind a given name are initials: Carla RT Reed")
OF_MEMBERS = Rule("naming.of-members", "a title that ends the name of a body is of its members or its head")
SURNAME = Rule(
    "naming.surname", "what stands alone behind a courtesy title is a surname, though it is a job's too: Mr Cook"
)
RANK = Rule("naming.rank", "a judge's or an officer's rank is no given name before a surname: Judge Marsh")
TITLE_FOR = Rule("naming.title-for", "what somebody is minister or secretary for belongs to the title, not the name")
TITLE_GOES_ON = Rule("naming.title-goes-on", "what stands between a title and a person's name is of the title")

_SHORT = 2
"""Letters of a family name that the tagger may leave out: "Minister <Ho> Duc Phan"."""
_TITLES = 2
"""Titles in a row that may be of two: "Carla Mayor and President Al Reed"."""
_PORTFOLIO = 4
"""Words of a portfolio at most."""


def last_title(words: list[Word]) -> tuple[int, int] | None:
    """Return the last stretch of titles that a name follows, as indices."""
    lexicon = name_words()
    last = words[-1].fold
    if last in lexicon.organizations.words and last not in lexicon.organizations.doubtful:
        return None
    if names_members(words) and OF_MEMBERS.decides(words[-1].start):
        return None
    if recognised.is_people(words[-1].token) and is_plural(words[-1].token):  # "Fellow Republicans"
        return None
    flags = [_is_title(words, i) for i in range(len(words))]
    for i in range(len(words)):
        if length := title_length(words, i):
            flags[i : i + length] = [True] * length
    end = len(words) - 1
    while end and (flags[end] or not flags[end - 1] or not words[end].capitalised):  # "Commissioner for Human Rights"
        end -= 1
    begin = end
    while begin and flags[begin - 1]:
        begin -= 1
    return (begin, end) if end else None


def person_in(words: list[Word]) -> int:
    """Return where a person's name begins behind a title that goes on: "Miss <Universe> Carla Marsh"."""
    for i in range(1, len(words) - 1):
        before, word = words[i - 1], words[i]
        if word.binding[-1:] == " " and recognised.is_person(word.token) and recognised.opens_name(word.token):
            told = not any(given_names().is_known(w.fold) for w in words[:i]) and len(before.fold) > _SHORT
            return i if told and TITLE_GOES_ON.decides(word.start) else 0
    return 0


def title_length(words: list[Word], i: int) -> int:
    """Return how many words from i on are one title ("Secretary of State for Health"); 0: they are none."""
    phrases = title_phrases().get(words[i].fold, ())
    length = next((len(p) for p in phrases if tuple(w.fold for w in words[i : i + len(p)]) == p), 0)
    end = i + (length or int(words[i].capitalised and _is_title(words, i)))
    if end == i or end == len(words) or words[end].fold not in (OF, FOR):
        return length
    for j in range(end + 2, min(end + 2 + _PORTFOLIO, len(words) - 1)):
        if words[j].binding != " ":
            break
        named = given_names().is_known(words[j].fold) or _is_behind_portfolio(words, j)
        named = named and words[j].capitalised and words[j + 1].capitalised
        if named and TITLE_FOR.decides(words[end].start):
            return j - i
    return length


def opens_titles(token: Token) -> bool:
    """Whether a title is the first of a row of titles before a name: "Norrlys <Chairman>, President and CEO"."""
    doc, titles, i, count, joined = token.doc, name_words().titles.words, token.i, 0, False
    while i < len(doc) and doc[i].text[:1].isupper() and doc[i].lower_ in titles:
        count, i, behind = count + 1, i + 1, i
        while i < len(doc) and i < behind + 3 and (doc[i].text == "," or doc[i].lower_ == AND):
            joined |= doc[i].lower_ == AND
            i += 1
        if i == behind + 1:
            break
    named = count > 1 and joined and i < len(doc) and recognised.is_person(doc[i])
    return named and (count > _TITLES or not given_names().is_known(fold(token.nbor(-1).text)))


def _is_behind_portfolio(words: list[Word], j: int) -> bool:
    """Whether two words stand behind what an office is for, and are a name: "Foreign Affairs <Yorle> Dunnet"."""
    offices, behind = name_words().portfolios.words, words[j + 2 : j + 3]
    ends = not behind or not behind[0].capitalised or behind[0].binding != " "
    return ends and words[j - 1].fold in offices and offices.isdisjoint(w.fold for w in words[j : j + 2])


def _are_initials(words: list[Word], i: int) -> bool:
    """Whether two capitals stand between a given name and another word: "Carla RT Reed"."""
    word = words[i]
    inside = 0 < i < len(words) - 1 and word.token.is_upper and len(word.token) == 2
    return inside and not words[i + 1].token.is_upper and given_names().is_known(words[i - 1].fold)


def _is_compound(word: Word) -> bool:
    """Whether a word is a rank or a job in two halves: "Maj-Gen", "Para-swimmer", but "Ann Smith-Cook"."""
    if all(part in name_words().titles.words | name_words().ranks.words for part in word.fold.split("-")):
        return True
    hyphen, job = [*word.token.doc[word.token.i + 1 : word.token.i + 3], None, None][:2]
    halves = hyphen is not None and job is not None and hyphen.text == "-" and end_of(job) == word.end
    return halves and job.text in source_nouns().person and COMPOUND_JOB.decides(word.start)


def _opens_body(words: list[Word], i: int) -> bool:
    """Whether a word for a body closes a name behind a word, or has its "of": "<General> Staff of the Armed Forces"."""
    bodies = name_words().organizations
    if i + 1 == len(words) or words[i + 1].fold not in bodies.words - bodies.doubtful:
        return False
    return i + 2 == len(words) or words[i + 2].fold == OF


def stops_state(word: Word) -> bool:
    """Whether a capital's name ends at a word, and a sentence behind it: "in Washington, <DC>. Marsh"."""
    i = word.token.i + 1
    return i < len(word.token.doc) and word.token.doc[i].text == "." and _ends_state(word)


def _ends_state(word: Word) -> bool:
    """Whether a word is the end of a capital's name: "Washington, <DC>."."""
    before = [t.lower_ for t in word.token.doc[max(0, word.token.i - 2) : word.token.i] if not t.is_punct]
    return bool(before) and is_state(f"{before[-1]} {word.fold}")


def _opens_given(words: list[Word]) -> bool:
    """Whether a run begins with a title that is one before a given name: "Sister Carla"."""
    told = words[0].fold in name_words().titles.before_given
    return told and len(words) > 1 and given_names().is_known(words[1].fold)


def _is_title(words: list[Word], i: int) -> bool:
    """Whether a single word is a title before a name."""
    lexicon, word = name_words(), words[i]
    if len(words) == i + 2 and tells_sort(words[i:]):
        return False
    if word.fold in lexicon.titles.opening or (not i and _opens_given(words)):
        return not i and len(words) > 1
    if word.possessive or _opens_body(words, i):  # "U.S. Attorney's Office"
        return False
    if (word.fold in lexicon.particles.words and word.token.is_title) or _ends_state(word):  # "Ada Di Marsh"
        return False
    if _are_initials(words, i) and MIDDLE_INITIALS.decides(word.start):
        return False
    if "-" in word.fold and _is_compound(word):
        return True
    if lexicon.is_honorific(word.fold) or word.fold in lexicon.abbreviations.words:
        return word.fold in lexicon.titles.words or lexicon.is_honorific(word.fold)
    if word.fold in lexicon.titles.doubtful:
        return _is_title_here(words, i)
    behind_courtesy = i == len(words) - 1 > 0 and lexicon.is_honorific(words[i - 1].fold)
    if behind_courtesy and word.fold not in lexicon.titles.words and SURNAME.decides(word.start):
        return False
    is_noun = source_nouns().is_person(word.fold) and word.fold not in given_names()
    if is_noun and word.fold not in source_nouns().person | lexicon.titles.words:
        known, first = given_names().is_known, is_first_word(word.token)
        if i + 2 >= len(words) or known(word.fold):
            return False
        given = known(words[i + 1].fold)  # "Guitarist Jon Hale" may be read as one name
        alone = not recognised.goes_on(word.token) or (first and given)
        return alone and (given or (first and recognised.is_person(words[-1].token))) and JOB_BEFORE.decides(word.start)
    return (is_noun or word.fold in lexicon.titles.words) and not _inside_body(word, words[i + 1 :])


def _is_title_here(words: list[Word], i: int) -> bool:
    """Whether a title that is a common name too is one where it stands."""
    if i and name_words().is_honorific(words[i - 1].fold):  # "Mr Justice Marsh"
        return i + 1 < len(words)
    if not i and len(words) == 2 and _is_rank(words) and RANK.decides(words[0].start):
        return True
    initial = i + 2 < len(words) and len(words[i + 1].fold) == 1  # "Justice V. Marsh"
    return initial or (len(words) - i > 2 and not recognised.is_named(words[i].token))


def _is_rank(words: list[Word]) -> bool:
    """Whether a rank stands before a surname that is a person's: "Judge Marsh", but "Justice Department"."""
    rank, name = words
    return rank.fold in name_words().titles.of_surname and name.binding == " " and recognised.is_person(name.token)


def _inside_body(word: Word, behind: list[Word]) -> bool:
    """Whether the parser sees an organisation that goes on behind the word ("General Motors")."""
    return (
        bool(behind)
        and recognised.is_body(word.token)
        and recognised.is_body(behind[0].token)
        and recognised.continues_name(behind[0].token)
    )
