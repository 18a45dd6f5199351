"""Turns of an interview or a transcript: who speaks stands before what is said, or above it, or is a question in bold.

    MARRACK: We paid.    Q. Why?    [02:50:05] DR. VIN GARDA, PHYSICIAN (voice-over): She came.    **Will it open?**

What stands behind a name and a colon is speech only if it speaks: charges, rosters and scores are set in the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.closed import FIRST_SINGULAR, OF, SECOND_PERSON
from quotex.english.names import FULL_NAME
from quotex.english.patterns import alternation
from quotex.english.people import folded_words, given_names, source_nouns
from quotex.english.writing import BYLINE, FIRST_PERSON_WORD, OFFICE, QUESTION_OR_ANSWER, SALUTATION, WITNESS
from quotex.quotes.drafts import Turn
from quotex.quotes.fitting import Marks
from quotex.text import Layout, ParagraphKind, Range

NO_SPEECH = Rule(
    "quotes.no-speech", "where no turn says I or you or asks anything, or most have no verb, there is a list"
)
EXPLAINS = Rule("quotes.explains", "questions that nobody is asked, or answers for himself, are headings")
ADDRESSED = Rule("quotes.addressed", "whom a letter addresses has not written it")

_LETTER = f"[{QUESTION_OR_ANSWER}]"
_CAPITALS = r"[A-Z][A-Z.'’\-]*(?: [A-Z][A-Z.'’\-]*){0,4}(?: \d{1,2})?"
_NAME = r"(?:[A-Z][a-z]{1,2} )?(?:[A-Z]\w{0,4}\. ){0,3}[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+){0,2}(?: [A-Z]\.| \d{1,2})?"
_TITLE = re.compile(r"[A-Z]\w{0,4}\. ")
_OFFICE = rf"{OFFICE}(?: \([^()\n]{{3,40}}\))?"
_SURNAME = r"[A-Z][A-Z'’-]{2,}"
_TITLED = rf"{_SURNAME}(?: {_SURNAME}){{1,2}}"
_MEMBER = r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][A-Z'’-]+"
_HANDLE = re.compile(r"(?:u/|@)[\w-]{2,30}")
_NICK = re.compile(r"<[@+~&%]?(?P<label>[^\s<>]{2,30})>\s+(?=\S)|(?P<stamped>[a-z][\w-]{1,29}):\s+(?=\S)")
"""Matches who is called as he likes, in a chat: "<mirko> ", or "mirko: " behind a stamp."""
_ASIDE = r"(?:\s?(?:\([^()]{1,40}\)|\[[\d:.]{4,12}\]))"
_WITNESS = re.compile(rf"(?P<name>{_CAPITALS}),{WITNESS}")
_AGED_LABEL = r"(?P<aged>(?:, \d\d?| \(\d\d?\))(?:, [^:\n“”\"]{1,60})?(?=:)|(?<=\w\w), [a-z][^:\n“”\"]{1,60}(?=:))"
"""Matches how old somebody is, or what, behind a name and before a colon."""
_LABEL = re.compile(
    rf"(?:[-–—•*·]\s+)?(?P<bold>\*\*)?[\"“”«„]?(?P<label>{_CAPITALS}|{_NAME}|{_OFFICE}|{_LETTER}|{_HANDLE.pattern})"
    rf"(?:(?<={_LETTER})\d{{1,2}}(?=:))?"
    rf"{_ASIDE}?(?:, [A-Z][A-Z .,&'’/-]{{1,60}}|{_AGED_LABEL}|(?(1), [^*:\n]{{1,60}}|(?!)))?{_ASIDE}{{0,2}}"
    r"\s?(?:\*\*)?(?P<colon>:)(?:\*\*)?\s*(?:(?:\([^()]{1,40}\)|\[[^][]{1,40}\])\s)?(?=\S)"
    rf"|(?P<dashed>{_CAPITALS}|{_NAME}|{_LETTER}) [–—-] (?=\S)"
    rf"|(?P<letter>{_LETTER})(?:\.\s+|\)\s*|[ \t]{{2,}})(?=\S)"
    rf"|(?P<member>{_MEMBER})(?P<seat>{_ASIDE}{{1,2}})?\s?[—–]+\s?(?=\S)"
    rf"|(?P<witness>(?:[A-Z][a-z]+\.? )?{_SURNAME}(?: {_SURNAME})?|{_TITLED})(?: {OF} [A-Z][\w ]{{2,20}})?"
    r"\.\s+(?=[A-Z“\"])"
)
_ASKED = re.compile(rf"(?:{_NAME}|{_CAPITALS}|{_LETTER}) [–—-] [^\n]*\?")
_FEWEST_ASKED = 2
"""Questions of an interview in which dashes stand behind names."""
_OTHER = re.compile(r"(?P<label>(?:[A-Z][a-z]+ )?(?P<noun>[A-Za-z]+)):\s+(?=\S)")
_AGED = re.compile(
    r"(?:\*\*)?(?P<label>[A-Z][\w.’'\-]*(?: [\w.’'\-]+){0,3})(?:, | \()\d\d\)?(?:, [^\n.?!:“”\"]{2,80})?(?:\*\*)?"
)
_ALONE = re.compile(
    r"(?:\*\*)?(?P<label>[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]*){0,3})(?P<told> (?:--|[—–]) [A-Z][^\n.?!]{2,80})?"
    rf"(?:(?:, [A-Z][A-Z .,&'’/-]{{1,60}})?{_ASIDE}?(?P<colon>:))?(?:\*\*)?"
)
_BOLD = re.compile(r"(?:(\*{1,2}|_{1,2})(?=\S)|#{2,5} )(?P<question>[^*\n]{8,}?)(?(1)\1|\s*)")
_QUESTION = re.compile(r"(?:\d{1,2}[.)] )?(?P<question>(?:[A-Z][^.!?\n]{3,200}[.!] ){0,2}[A-Z][^.!?\n]{8,200}\?)")
_SIGNED = re.compile(r"\s+(?:--|—|–)\s?(?P<name>[A-Z][\w.'’-]*(?: [\w.'’-]+){0,4})(?:, [A-Z][\w .,'’-]{1,40})?\s*$")
_ADDRESSED = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}, ")
_SECOND_PERSON = re.compile(rf"\b(?:{alternation(SECOND_PERSON)})\b", re.IGNORECASE)
_BYLINE = re.compile(rf"[*_]{{0,2}}(?:{BYLINE.pattern})(?P<name>{FULL_NAME})")
_FIRST_SINGULAR = re.compile(rf"\b(?:{alternation(FIRST_SINGULAR)})\b", re.IGNORECASE)
_SALUTATION = re.compile(SALUTATION)
_FEWEST = 3
"""Turns that make an interview; at least two speakers must take part, and one of them twice."""
_FEWEST_ALONE = 2
"""Answers in which one person speaks of himself: where a paper explains something it says "we", if anything."""
_FEWEST_AGED = 2
"""Voices of a street."""
_MOST_SILENT = 0.5
"""Share of an interview's turns that may be without a verb: "Yes." "In May." """

Speaks = Callable[[Range], bool]
"""Whether a range has a clause in it."""
Labels = dict[int, tuple[Range, int]]
"""By paragraph, what names who speaks and where what is said begins."""


def find_turns(layout: Layout, marks: Marks, speaks: Speaks) -> list[Turn]:
    """Find the turns of an article that is, or holds, an interview; none in any other.

    An unlabelled paragraph between two turns goes on with the first when it speaks in the first person.
    """
    turns = _labelled(layout, marks) or _bold(layout, marks) or _alone(layout, marks) or _aged(layout, marks)
    if not turns:
        return []
    said = [turn for turn in turns if any(_is_speech(layout, span, speaks) for span in turn.content)]
    spoken = any(_is_spoken(layout, span) for turn in turns for span in turn.content)
    silent = len(turns) - len(said) > _MOST_SILENT * len(turns) or not spoken
    span = Range(turns[0].content[0].start, turns[-1].content[-1].end)
    return [] if silent and NO_SPEECH.decides(span) else turns


def _is_speech(layout: Layout, span: Range, speaks: Speaks) -> bool:
    asked = "?" in span.of(layout.text)
    return asked or FIRST_PERSON_WORD.search(layout.view, *span) is not None or speaks(span)


def _is_spoken(layout: Layout, span: Range) -> bool:
    """Whether somebody asks in a range, or speaks of himself or to another."""
    persons = (FIRST_PERSON_WORD, _SECOND_PERSON)
    return "?" in span.of(layout.text) or any(person.search(layout.view, *span) for person in persons)


def _labelled(layout: Layout, marks: Marks) -> list[Turn]:
    """Find turns that begin with a label: who speaks, or the letter of a question or an answer."""
    found, sure = _labels(layout)
    called = {i: _called(layout.text, label) for i, (label, _) in found.items()}
    turns = Counter(called.values())
    labelled = {i: at for i, at in found.items() if i in sure or turns[called[i]] > 1 or _is_formal(layout.text, at[0])}
    if 0 in labelled and layout.paragraphs[0].kind is ParagraphKind.TITLE and turns[called[0]] == 1:
        del labelled[0]  # a kicker before a headline
    between = range(min(labelled, default=0), max(labelled, default=0))
    labelled |= {i: at for i, at in found.items() if i in between and _begins_with_given_name(at[0].of(layout.text))}
    alternate = len(labelled) >= _FEWEST and max(turns.values()) > 1
    answered = any(_is_letter(layout, i, at[0]) for i, at in labelled.items())
    if len({called[i] for i in labelled}) < 2 or not (alternate or answered or sure.issuperset(labelled)):
        return []
    if _explains(layout, labelled):
        return []
    labelled |= _others(layout, range(min(labelled) + 1, max(labelled) + 2), labelled)
    labelled = _sworn(layout, _named_once(layout.text, labelled))
    order = sorted(labelled)
    return [_turn(layout, marks, i, order[-1], labelled) for i in order]


def _named_once(text: str, labelled: Labels) -> Labels:
    """Let an office that a name stands behind be that label each time: "The Chair (Ms J. Holt)", "The Chair"."""
    named = [label for label, _ in labelled.values() if " (" in label.of(text)]

    def whole(label: Range) -> Range:
        office = label.of(text)
        return next((each for each in named if each.of(text).startswith(f"{office} ")), label)

    return {i: (whole(label), start) for i, (label, start) in labelled.items()}


def _sworn(layout: Layout, labelled: Labels) -> Labels:
    """Let the letter of an answer stand for the witness who was last called: "SUSAN ALDRICH, having been sworn"."""
    witness: Range | None = None
    named: Labels = {}
    for i, paragraph in enumerate(layout.paragraphs):
        if i in labelled:
            label, start = labelled[i]
            answers = witness if label.of(layout.text) == QUESTION_OR_ANSWER[-1] else None
            named[i] = answers or label, start
        elif match := _WITNESS.match(layout.view, *paragraph.span):
            witness = Range(*match.span("name"))
    return named


def _explains(layout: Layout, labelled: Labels) -> bool:
    """Whether a paper answers its own questions, or its readers': only letters stand before, and nobody says I."""
    text = layout.text
    spans = {i: Range(start, layout.paragraphs[i].span.end) for i, (_, start) in labelled.items()}
    letters = {i: label.of(text) for i, (label, _) in labelled.items()}
    asked = [spans[i] for i, letter in letters.items() if letter == QUESTION_OR_ANSWER[0]]
    answers = [spans[i] for i, letter in letters.items() if letter == QUESTION_OR_ANSWER[1]]
    if len(asked) + len(answers) < len(labelled):
        return False
    put = any(p.search(text, *span) for span in asked for p in (_SECOND_PERSON, _SIGNED))
    put = put or any(_ADDRESSED.match(text, *span) for span in asked)
    spoken = any(FIRST_PERSON_WORD.search(text, *span) for span in answers)
    reader = any(_FIRST_SINGULAR.search(text, *span) for span in asked)  # "Do I need a permit?"
    alone = all(p.kind is not ParagraphKind.BODY for p in layout.paragraphs[: min(spans)])  # nobody is introduced
    return not (put or spoken) and (reader or alone) and EXPLAINS.decides(spans[min(spans)])


def _labels(layout: Layout) -> tuple[Labels, set[int]]:
    """Find what could be labels, and those that are: the ones in bold, or with an age."""
    found: Labels = {}
    sure: set[int] = set()
    seats: set[str] = set()
    asked = sum(_ASKED.match(layout.view, *p.span) is not None for p in layout.paragraphs)
    for i, paragraph in enumerate(layout.paragraphs):
        nick = _NICK.match(layout.view, *paragraph.span)
        if nick and (nick["label"] or _is_stamped(layout, i)):
            found[i] = Range(*max(nick.span("label"), nick.span("stamped"))), nick.end()
            sure.add(i)
            continue
        match = _LABEL.match(layout.view, *paragraph.span)
        if match and paragraph.kind in (ParagraphKind.BODY, ParagraphKind.TITLE) and not paragraph.dateline:
            spans = (
                match.span("label"),
                match.span("dashed"),
                match.span("letter"),
                match.span("member"),
                match.span("witness"),
            )
            label = Range(*max(spans))  # the one that is there; the others are (-1, -1)
            seats |= {_called(layout.text, label)} if match["seat"] else set()
            if match["member"] and _called(layout.text, label) not in seats:
                continue  # a body at the beginning of a sentence
            if match["dashed"] and asked < _FEWEST_ASKED:
                continue  # a dateline
            found[i] = label, match.end()
            sure |= (
                {i}
                if match["aged"] or "[0" in match[0] or (match["bold"] and _names_person(layout.text, match))
                else set()
            )
    return found, sure


def _is_stamped(layout: Layout, i: int) -> bool:
    """Whether a stamp stands before a paragraph in its line."""
    above, own = layout.paragraphs[max(0, i - 1)], layout.paragraphs[i]
    return above.kind is ParagraphKind.BOILERPLATE and "\n" not in layout.text[above.span.end : own.span.start]


def _names_person(text: str, label: re.Match[str]) -> bool:
    """Whether a label in bold says whose it is, or what the one named is; others head a paragraph: "**Where:** ..."."""
    told = "," in text[label.end("label") : label.start("colon")]
    return told or _begins_with_given_name(label["label"])


def _begins_with_given_name(label: str) -> bool:
    return folded_words(label)[0] in given_names()


def _is_letter(layout: Layout, i: int, label: Range) -> bool:
    """Whether a paragraph is a letter, from the salutation to the signature."""
    saluted = _SALUTATION.match(label.of(layout.text)) is not None
    return saluted and _SIGNED.search(layout.view, *layout.paragraphs[i].span) is not None


def _is_formal(text: str, label: Range) -> bool:
    """Whether a label has a title, ends in capitals or is a handle: of others, a word that comes but once is none."""
    words = label.of(text)
    return words.isupper() or words[-2:].isupper() or any(form.match(words) for form in (_TITLE, _HANDLE))


def _others(layout: Layout, between: range, labelled: Labels) -> Labels:
    """Find whoever speaks but once between the others, and is not known by a name: "Caller: ..."."""
    found: Labels = {}
    for i in between:
        match = _OTHER.match(layout.view, *layout.paragraphs[i].span) if i < len(layout.paragraphs) else None
        if match and i not in labelled and source_nouns().is_person(match["noun"].lower()):
            found[i] = Range(*match.span("label")), match.end()
    return found


def _called(text: str, label: Range) -> str:
    """The word that a speaker is called by each time."""
    words = label.of(text).partition(" (")[0].split()
    return words[1 if words[0] == "The" and len(words) > 1 else -1].strip(".").upper()


def _turn(layout: Layout, marks: Marks, i: int, last: int, labelled: Labels) -> Turn:
    label, start = labelled[i]
    content = [Range(start, layout.paragraphs[i].span.end)]
    content += _speaking_on(layout, marks, i + 1, last, labelled)
    addressed = _SALUTATION.match(label.of(layout.text)) is not None
    signed = _SIGNED.search(layout.view, *content[-1])
    if not (addressed or (signed and len(label.of(layout.text)) == 1)) or not ADDRESSED.decides(label):
        return Turn(label, tuple(content))
    if signed is None:
        return Turn(None, tuple(content))
    content[-1] = Range(content[-1].start, signed.start())
    return Turn(Range(*signed.span("name")), tuple(content))


def _speaking_on(layout: Layout, marks: Marks, first: int, last: int, others: Container[int]) -> Iterator[Range]:
    """Yield the paragraphs from one on in which whoever spoke before goes on."""
    for j in range(first, last):
        span = layout.paragraphs[j].span
        if j in others or not speaks(layout, marks, span):
            return
        yield span


def _bold(layout: Layout, marks: Marks) -> list[Turn]:
    """Find questions that stand in bold, or alone, and the answers below them."""
    questions = {
        i: Range(*match.span("question"))
        for i, paragraph in enumerate(layout.paragraphs)
        if (match := _BOLD.fullmatch(layout.view, *paragraph.span))
    } or _plain(layout, marks)
    if len(questions) < 2 or not any("?" in span.of(layout.text) for span in questions.values()):
        return []
    answers = Range(min(questions.values()).end, layout.paragraphs[-1].span.end)
    asked = any(_SECOND_PERSON.search(layout.view, *span) for span in questions.values())
    if not (asked or FIRST_PERSON_WORD.search(layout.view, *answers)) and EXPLAINS.decides(answers):
        return []
    turns = []
    end = len(layout.paragraphs)
    asker = _author(layout)
    for i, following in pairwise([*questions, end]):
        turns.append(Turn(asker, (questions[i],), unrecorded=asker is None))
        sure = following if following < end else min(i + 2, end)
        body = [p.span for p in layout.paragraphs[i + 1 : sure] if p.kind is ParagraphKind.BODY]
        answer = body[:1] + [span for span in body[1:] if not marks.within(span) or speaks(layout, marks, span)]
        answer += _speaking_on(layout, marks, sure, following, questions)
        if answer:
            turns.append(Turn(None, tuple(answer), answers=True))
    return turns


def _author(layout: Layout) -> Range | None:
    """The name in the byline of an interview: whoever asks in it."""
    bylines = (_BYLINE.match(layout.view, *paragraph.span) for paragraph in layout.paragraphs)
    return next((Range(*match.span("name")) for match in bylines if match), None)


def _plain(layout: Layout, marks: Marks) -> dict[int, Range]:
    """Find the questions of an interview that are paragraphs of their own.

    Most of them are put to somebody, or one, and most answers speak of who gives them.
    """
    found = {
        i: Range(*match.span("question"))
        for i, paragraph in enumerate(layout.paragraphs)
        if (match := _QUESTION.fullmatch(layout.view, *paragraph.span)) and not marks.within(paragraph.span)
    }
    put = sum(_SECOND_PERSON.search(layout.view, *span) is not None for span in found.values())
    answers = [p.span for i, p in enumerate(layout.paragraphs) if i - 1 in found]
    answered = sum(speaks(layout, marks, span) for span in answers)
    alone = sum(speaks(layout, marks, span, _FIRST_SINGULAR) for span in answers)
    most = len(found) / 2
    surely = put > 0 and answered > most and alone >= _FEWEST_ALONE
    interview = surely or (put > most and (answered > most or alone >= _FEWEST_ALONE))
    return found if len(found) >= _FEWEST and interview else {}


def _alone(layout: Layout, marks: Marks) -> list[Turn]:
    """Find labels on lines of their own, each of which comes again."""
    found = {
        i: match
        for i, paragraph in enumerate(layout.paragraphs[:-1])
        if (match := _ALONE.fullmatch(layout.view, *paragraph.span))
    }
    called = {i: match["label"].split()[-1] if match["colon"] else match["label"] for i, match in found.items()}
    counts = Counter(called.values())
    again = {name for name, count in counts.items() if count > 1}
    capitals = len(again) > 0 and all(map(str.isupper, again))  # then so are those who speak but once
    told = any(match["told"] and called[i] in again for i, match in found.items())  # what they are too
    labels = {
        i: Range(*match.span("label"))
        for i, match in found.items()
        if i + 1 not in found
        and (called[i] in again or (capitals and match["label"].isupper()) or (told and match["told"]))
    }
    if len({label.of(layout.text) for label in labels.values()}) < 2:
        return []
    turns = []
    for i, label in labels.items():
        content = [layout.paragraphs[i + 1].span]
        content += _speaking_on(layout, marks, i + 2, len(layout.paragraphs), labels)
        turns.append(Turn(label, tuple(content)))
    return turns


def _aged(layout: Layout, marks: Marks) -> list[Turn]:
    """Find lines that say who somebody is and how old, above what they say of themselves: the voices of a street."""
    found = {
        i: Range(*match.span("label"))
        for i, paragraph in enumerate(layout.paragraphs[:-1])
        if (match := _AGED.fullmatch(layout.view, *paragraph.span))
    }
    if len(found) < _FEWEST_AGED:
        return []
    turns = []
    for i, label in found.items():
        first = layout.paragraphs[i + 1].span
        if i + 1 in found or marks.within(first):
            return []
        rest = _speaking_on(layout, marks, i + 2, len(layout.paragraphs), found)
        turns.append(Turn(label, (first, *rest)))
    speaking = sum(speaks(layout, marks, turn.content[0]) for turn in turns)
    return turns if speaking > len(turns) / 2 else []


def speaks(layout: Layout, marks: Marks, span: Range, words: re.Pattern[str] = FIRST_PERSON_WORD) -> bool:
    """Whether the paragraph says I or we, and not between marks."""
    return any(marks.at(match.start()) is None for match in words.finditer(layout.text, *span))
