"""Names: verbatim ranges of the text that name persons and organisations, without titles.

A name is found as a run of capitalised words, cut where titles, the parser's entities and calendar words say
so. What kind each one is, and who shares it, is decided by :mod:`quotex.naming.identities` with the whole
document in view; here only the evidence at the spot is noted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.anonymity import UNKNOWN
from quotex.english.calendar_words import calendar_words
from quotex.english.closed import DEFINITE_ARTICLE, FOR, JUNCTIONS, OF, PRONOUNS, QUANTIFIERS
from quotex.english.names import BINDING, LEADING, LEGAL_FORMS, MEMBER, is_credit, is_saint, is_state
from quotex.english.people import given_names, name_words, source_nouns
from quotex.naming.binding import (
    NICKNAME_MARKS,
    binds,
    closes_nickname,
    goes_on_behind_comma,
    is_nickname,
    is_twofold,
    names_office,
    names_person,
    owns_body,
    owns_words,
)
from quotex.naming.evidence import SIGN, evidence
from quotex.naming.title_case import is_title_case
from quotex.naming.titles import last_title, person_in, stops_state, title_length
from quotex.naming.trimming import (
    before_letters,
    before_noun,
    can_be_given,
    is_letters,
    is_person_or_body,
    trimmed,
)
from quotex.naming.words import Word
from quotex.parse import names as recognised
from quotex.parse.grammar import is_adjectival, is_finite, is_preposition, opens_sentence
from quotex.parse.relations import governor
from quotex.text import Layout, Range, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

OWNED_BODY = Rule("naming.owned-body", "a state's body, and an office, is named with its owner")
OFFICE_FOR = Rule("naming.office-for", "an office that speaks by itself is named with what it is for")
NICKNAME = Rule("naming.nickname", "what stands in marks or brackets within a name is part of it")
SMALL_WORDS = Rule("naming.small-words", "small words bind what is before them and behind into one body's name")
PARTICLES = Rule("naming.particles", "a small word such as van or de is part of the name around it")
NEW_SENTENCE = Rule("naming.new-sentence", "a small word that begins a sentence ends a name: Bolt Ltd. The firm")
BEHIND_OFFICE = Rule("naming.behind-office", "behind what an office is to begins the name of who holds it")
NEW_NAME = Rule("naming.new-name", "where the parse begins another name, one ends")
TWOFOLD = Rule("naming.twofold", "what is joined behind an article and before the word for a body is one name")
NAMES_NOBODY = Rule("naming.names-nobody", "a label such as UNIDENTIFIED MAN is nobody's name")
CALENDAR = Rule("naming.calendar", "days and months are no part of a name, unless the parse has them in one")
GIVEN_MONTH = Rule(
    "naming.given-month", "a month before a person's surname, and behind no preposition, is a given name"
)
LEGAL_FORM = Rule("naming.legal-form", "the form of a company goes on its name behind a comma: Co., Ltd")
FORM_ENDS = Rule("naming.form-ends", "the form of a company ends its name: owned by Bolt Ltd. Marsh said")
COURTESY = Rule("naming.courtesy", "a courtesy title alone is nobody's name: Sir, Madam")
BODY_ENDING = Rule("naming.body-ending", "what ends in a word for a body is no place, states aside")

_LABELS = frozenset(["q"])

_SURNAME = 4
"""Letters from which on a label in capitals is no acronym."""
_MOST_SMALL = 4  # words between two with capitals in one name: "Ministry <for all of the> Isles"
_BEFORE = 3  # words of a name by which small words are judged: "University <of> Dolen <at>"
_LONGEST_RUN = 40
"""Words; what is longer is a list, a headline or noise, and no name."""


@dataclass(slots=True, eq=False)
class Name:
    """A name at one place of the text.

    Attributes:
        span: verbatim, without titles, letters behind it, "the" and the possessive ending.
        words: folded, for comparing.
        titles: folded titles that stand before it, in order ("lt", "gen").
        start: where its titles begin; ``span.start`` without any.
        end: where the letters behind it end ("KC"); ``span.end`` without any.
        token: the token of its last word.
        possessive: "'s" follows.
        person, body: how much at this place speaks for a person, for an organisation or place.
        leaning: what of that its own words and label say, for a person if positive: the same at most of its places.
        plain: it stands in running text, not in a headline that capitalises every word.
        spoken: it stands between quotation marks.
        variant: of a misspelling, an alias or the like, the folded words it has here; ``words`` are those meant.
    """

    span: Range
    words: tuple[str, ...]
    titles: tuple[str, ...]
    start: int
    end: int
    token: Token
    possessive: bool
    person: int
    body: int
    leaning: int = 0
    plain: bool = True
    spoken: bool = False
    variant: tuple[str, ...] = ()

    @property
    def is_place(self) -> bool:
        """Whether it is a place's from its first word on: no "Harbour Watch Norland", nor "Norland Guild"."""
        first = self.token
        while first.idx > self.span.start:
            first = first.nbor(-1)
        place = recognised.is_place(first) and recognised.is_place(self.token)
        return place and not (self._ends_as_body() and BODY_ENDING.decides(self.span))

    def _ends_as_body(self) -> bool:
        bodies = name_words().organizations
        told = len(self.words) > 1 and self.words[-1] in bodies.words - bodies.doubtful
        return told and not is_state(" ".join(self.words))


def find_names(layout: Layout, words: list[Word], labels: Sequence[Range] = ()) -> tuple[list[Name], list[Word]]:
    """Find names in running text, and those that label the turns of an interview or sign a quotation.

    Args:
        layout: of the article.
        words: all of it.
        labels: what names who speaks, outside running text.

    Returns:
        The names in text order, and the capitalised words that are in none of them (headlines, sentence starts):
        only a name found elsewhere can make names of those.
    """
    names: list[Name] = []
    left: list[Word] = []
    labelled = RangeIndex(labels)

    def stretch_at(word: Word) -> tuple[int, int]:
        return layout.paragraph_at(word.start), next(labelled.around(word.start), -1)

    for (_, label), group in groupby(words, key=stretch_at):
        paragraph = list(group)
        if label < 0 and is_title_case(paragraph):
            left += [w for w in paragraph if w.capitalised]
            continue
        found = [n for run in _capitalised_runs(paragraph) for n in _split_run(layout, run)]
        names += found
        ends = iter(found)
        current = next(ends, None)
        for word in paragraph:
            while current is not None and current.span.end <= word.start:
                current = next(ends, None)
            if word.capitalised and (current is None or word.end <= current.span.start):
                left.append(word)
    names = _without_unknown(names, labelled)
    speech = RangeIndex([Range(q.opening.start, q.closing.end) for q in layout.quoted if q.closing])
    for name in names:
        name.spoken = next(speech.around(name.span.start), None) is not None
    return names, left


def _without_unknown(names: list[Name], labelled: RangeIndex) -> list[Name]:
    """Leave out labels that name nobody; one word is a person's where labels are in capitals, or one has it in full."""
    own = [name for name in names if next(labelled.around(name.span.start), None) is not None]
    whole = {name.words[-1] for name in own if len(name.words) > 1}
    capitals = all(name.token.is_upper for name in own)  # of a transcript, and no acronyms
    bodies = name_words().organizations.words
    for name in own:
        word = name.words[0]
        if len(name.words) == 1 and (word in whole or (capitals and len(word) >= _SURNAME and word not in bodies)):
            name.person += SIGN
    unknown = {name.start for name in own if name.words[0] in UNKNOWN and NAMES_NOBODY.decides(name.span)}
    return [name for name in names if name.start not in unknown]


def make_name(
    layout: Layout, words: list[Word], titles: list[Word], letters: Sequence[Word] = (), *, plain: bool = True
) -> Name:
    """Put a name together, from its words, titles before and letters behind, and weigh the evidence around it."""
    first, last, outermost = words[0], words[-1], [*words, *letters][-1]
    span = Range(first.start, last.end)
    folds = tuple(w.fold for w in words)
    titled = tuple(w.fold for w in titles)
    start = titles[0].start if titles else first.start
    signs = evidence(layout.view, words, titled)
    return Name(span, folds, titled, start, outermost.end, last.token, outermost.possessive, *signs, plain)


def _capitalised_runs(words: list[Word]) -> Iterator[list[Word]]:
    """Yield runs of words that could make up one name with its titles, each as long as may be."""
    i, n = 0, len(words)
    while i < n:
        if not _can_open(words, i):
            i += 1
            continue
        j = i + 1
        while j < n and j - i < _LONGEST_RUN and (step := _continuation(words, j)):
            j += step
        if j == n or words[j].binding != " " or not is_credit(words[j].fold):  # "Marsh/AFP": who took the picture
            yield words[i:j]
        i = j


def _can_open(words: list[Word], i: int) -> bool:
    """Whether a word can be the first of a name."""
    if i == 0 and words[i].fold in _LABELS and len(words) > 1:
        return False
    return words[i].capitalised and (words[i].can_be_name or owns_words(words, i))


def _continuation(words: list[Word], j: int) -> int:
    """Return how many words from j on go on with the name that ends before j; 0: it ends there."""
    previous, word = words[j - 1], words[j]
    if previous.possessive:
        return int(owns_body(words, j) and OWNED_BODY.decides(word.start))
    if word.binding == ", " and word.capitalised and goes_on_behind_comma(words, j):
        return 1
    if word.binding in (", ", ","):
        is_form = word.capitalised and word.fold in LEGAL_FORMS and LEGAL_FORM.decides(word.start)
        is_office = j + 1 < len(words) and words[j + 1].binding == " " and words[j + 1].fold == OF  # "MD of Norrlys"
        return int(is_form or word.fold in name_words().suffixes.words or (is_letters(word) and not is_office))
    if word.capitalised:
        stopped = previous.token.text.endswith(".")
        small = word.fold in QUANTIFIERS or (stopped and word.fold in LEADING | PRONOUNS) or stops_state(previous)
        small |= word.fold == DEFINITE_ARTICLE and j + 1 < len(words) and not words[j + 1].capitalised
        if (small and NEW_SENTENCE.decides(word.start)) or (_ends_in_form(words, j) and FORM_ENDS.decides(word.start)):
            return 0
        adjoins = word.binding in (" ", "\xa0", " & ", " + ", "/")
        return int(adjoins or (is_nickname(words, j) and NICKNAME.decides(word.start)))
    if word.binding != " " and not closes_nickname(words, j):
        return 0
    if (phrase := title_length(words, j - 1)) > 1:
        return phrase - 1
    k = j
    while (
        k < len(words) and not words[k].capitalised and words[k].binding in (" ", word.binding) and k < j + _MOST_SMALL
    ):
        k += 1
    if k == len(words) or not words[k].capitalised or words[k].binding != " ":
        return 0
    between = [w.fold for w in words[j:k]]
    if is_twofold(words, j, k) and TWOFOLD.decides(word.start):
        return k - j + 1
    particles = name_words().particles.words
    inside = all(w in particles for w in between) and not (opens_sentence(previous.token) and not previous.can_be_name)
    if inside and PARTICLES.decides(word.start):
        return k - j + 1
    office = previous.fold in name_words().offices.words and between[0] in (OF, FOR) and not names_person(words, k)
    if office and OFFICE_FOR.decides(word.start):
        return k - j + 1
    bound = binds(words[max(0, j - _BEFORE) : j], between, words[j : k + 1], _end_of_run(words, k))
    return k - j + 1 if bound and SMALL_WORDS.decides(word.start) else 0


def _ends_in_form(words: list[Word], j: int) -> bool:
    """Whether a company's name ends before word j in its form, with a stop: "Bolt Ltd."."""
    form = j > 1 and words[j - 1].fold in LEGAL_FORMS and words[j - 1].token.text.endswith(".")
    return form and words[j - 2].capitalised and words[j].fold not in LEGAL_FORMS


def _end_of_run(words: list[Word], k: int) -> Word:
    """Return the last of the capitalised words that go on from one with blanks: "Public <Affairs>"."""
    behind = takewhile(lambda pair: pair[1].capitalised and pair[1].binding == " ", pairwise(words[k : k + _BEFORE]))
    return next((last for _, last in reversed(list(behind))), words[k])


def _split_run(layout: Layout, run: list[Word]) -> Iterator[Name]:
    """Cut a run into names: at calendar words, behind titles, and where the parser's entities begin."""
    calendar = name_words().calendar.words

    def is_date(i: int) -> bool:
        told = run[i].fold in calendar and (not is_person_or_body(run[i]) or _is_day_of(run))
        return told and not _is_given_month(run, i) and CALENDAR.decides(run[i].start)

    for skipped, group in groupby(range(len(run)), key=is_date):
        if skipped:
            continue
        if not (whole := before_noun([run[i] for i in group])):
            continue
        piece, letters = whole[: (end := before_letters(whole))], whole[end:]
        title = last_title(piece)
        if title:
            begin, end = title
            if not names_office(piece[: begin + 1]):
                yield from _split_at_entities(layout, piece[:begin])
            titled = person_in(piece[end:])
            yield make_name(layout, piece[titled + end :], piece[begin : end + titled], letters)
        else:
            yield from _split_at_entities(layout, piece, letters)


def _is_day_of(run: list[Word]) -> bool:
    """Whether something is of a day of the week, which stands alone, whatever its label: "<Tuesday>'s report"."""
    return len(run) == 1 and run[0].possessive and run[0].token.text in calendar_words().weekdays


def _is_given_month(run: list[Word], i: int) -> bool:
    """Whether a month is a given name, before a person's surname: "<June> Mills", but "in <June> Mills said"."""
    first, behind = run[i].token, run[i + 1 : i + 2]
    told = not i and given_names().is_known(run[i].fold) and bool(behind) and behind[0].binding == " "
    if not told or not recognised.is_person(behind[0].token):
        return False
    before = first.nbor(-1) if first.i else None
    in_time = before is not None and (is_preposition(before) or before.is_digit or is_adjectival(before))
    return not in_time and GIVEN_MONTH.decides(run[i].start)


def _split_at_entities(layout: Layout, words: list[Word], letters: Sequence[Word] = ()) -> Iterator[Name]:
    """Cut a run without titles where one entity gives way to another; drop what only describes."""
    pieces: list[list[Word]] = []
    for i, word in enumerate(words):
        begins = not i or _begins_name(pieces[-1], word, words[i:]) or _is_behind_bracket(pieces[-1], word)
        if not i or (begins and NEW_NAME.decides(word.start)):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    for piece in pieces:
        kept = trimmed(piece)
        alone = len(kept) == 1 and name_words().is_courtesy(kept[0].token.text)  # "Sir,"
        if kept and not (alone and COURTESY.decides(kept[0].start)):
            yield make_name(layout, kept, [], letters if kept[-1] is words[-1] else ())


def _is_behind_bracket(before: list[Word], word: Word) -> bool:
    """Whether a bracket that opens outside of a name closes before a word: "(Magistrates' Courts) <Ann> Reed"."""
    return word.binding == ") " and not any("(" in w.binding for w in before[1:])


def _is_body(words: list[Word]) -> bool:
    """Whether the word that heads a name is one that bodies are named by."""
    bodies = name_words().organizations.words | name_words().parties.words
    head = next((w for w, behind in pairwise(words) if behind.fold in JUNCTIONS), words[-1])
    return head.fold in bodies and not recognised.is_person(head.token)


def _is_of_office(before: list[Word], word: Word, behind: list[Word]) -> bool:
    """Whether a full name stands behind what an office is to, in or for: "member for Port Vess <Ruth Reed>"."""
    known, first, previous = given_names().is_known, before[0].token, before[-1]
    if first.i < 2 or len(behind) == 1 or previous.possessive or not is_preposition(first.nbor(-1)):
        return False
    is_place = before[0].fold in name_words().sides.words | name_words().organizations.first  # "member for Port Vess"
    if is_place and len(before) == 1:
        return False
    if not (is_state(previous.fold) or (known(word.fold) and (is_place or not known(previous.fold)))):
        return False
    titles = name_words().titles.words | name_words().postnominals.seats | frozenset([MEMBER])
    near = (t for t in [first.nbor(-2), governor(first.nbor(-1))] if t is not None)
    if any(t.lower_ in titles or (len(before) == 1 and source_nouns().is_person(t.lower_)) for t in near):
        return True
    return recognised.opens_name(word.token) and _opens_with(titles, first)


def _opens_with(titles: frozenset[str], token: Token) -> bool:
    """Whether a sentence opens with an office, and goes on in nothing but nouns: "<Head> of events for aid at"."""
    start = token.i
    while start and not opens_sentence(token.doc[start]):
        start -= 1
    between = token.doc[start + 1 : token.i]
    return token.doc[start].lower_ in titles and not any(t.is_punct or is_finite(t) for t in between)


def _begins_name(before: list[Word], word: Word, behind: list[Word]) -> bool:
    """Whether a new name begins at a word behind others."""
    previous = before[-1]
    small = word.fold in BINDING or not previous.capitalised  # "District of" may be read as one name
    small |= word.binding == " & " and len(behind) == 1  # "Marsh & Sons"
    nicknamed = not NICKNAME_MARKS.isdisjoint([word.binding.strip(), previous.binding.strip()])  # 'Dwight "The Rock"'
    saint = len(before) == 1 and is_saint(previous.fold)  # "St John Ambulance", whatever its labels
    if small or nicknamed or saint or word.fold in name_words().suffixes.words:
        return False
    if _is_body(behind):  # "the U.S. Attorney's Office for the Northern Coast"
        return False
    if recognised.is_place(previous.token) and recognised.is_person(behind[-1].token):  # "the UK Carla Reed"
        return not (recognised.continues_name(word.token) or given_names().is_known(previous.fold))
    if _is_of_office(before, word, behind) and BEHIND_OFFICE.decides(word.start):
        return True
    if not recognised.opens_name(word.token):
        return False
    if not recognised.is_named(previous.token):
        of_office = len(before) > 1 and previous.fold in name_words().portfolios.words  # "for Peace Operations <Marsh>"
        person = recognised.is_person(word.token) and (len(behind) > 1 or of_office) and len(previous.fold) > 1
        return person and (len(before) > 1 or not can_be_given(previous))
    return not recognised.is_alike(previous.token, word.token)
