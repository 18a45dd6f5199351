"""Turns of an interview or a transcript: who speaks stands before what is said, or above it, or is a question in bold.

    MARRACK: We paid.    Q. Why?    [02:50:05] DR. VIN GARDA, PHYSICIAN (voice-over): She came.    **Will it open?**

What stands behind a name and a colon is speech only if it speaks: charges, rosters and scores are set in the same way.
"""

from __future__ import annotations

import re
from collections import Counter

from quotex.contract.rules import Rule
from quotex.english.closed import OF
from quotex.english.people import folded_words, given_names, source_nouns
from quotex.english.writing import (
    EXAMINER,
    FIRST_PERSON_WORD,
    OFFICE,
    QUESTION_OR_ANSWER,
    SALUTATION,
    TOPIC_LABELS,
    WITNESS,
)
from quotex.quotes.cues import cue_lexicon
from quotex.quotes.drafts import Turn
from quotex.quotes.fitting import Marks
from quotex.quotes.heads import ASIDE, find_headed
from quotex.quotes.questions import EXPLAINS, find_asked
from quotex.quotes.speaking import FIRST_SINGULAR_WORD, SECOND_PERSON_WORD, Speaks, is_spoken, speaking_on
from quotex.text import Layout, ParagraphKind, Range

NO_SPEECH = Rule(
    "quotes.no-speech", "where no turn says I or you or asks anything, or most have no verb, there is a list"
)
TOPIC_LABEL = Rule("quotes.topic-label", "a label that says what stands behind it names nobody: myth, fact, verdict")
ADDRESSED = Rule("quotes.addressed", "whom a letter addresses has not written it")

_LETTER = f"[{QUESTION_OR_ANSWER}]"
_CAPITALS = r"[A-Z][A-Z.'’\-]*(?: [A-Z][A-Z.'’\-]*){0,4}(?: \d{1,2})?"
_NAME = r"(?:[A-Z][a-z]{1,2} )?(?:[A-Z]\w{0,4}\. ){0,3}[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+){0,3}(?: [A-Z]\.| \d{1,2})?"
_TITLE = re.compile(r"[A-Z]\w{0,4}\. ")
_OFFICE = rf"{OFFICE}(?: \([^()\n]{{3,40}}\))?"
_SURNAME = r"[A-Z][A-Z'’-]{2,}"
_TITLED = rf"{_SURNAME}(?: {_SURNAME}){{1,2}}"
_MEMBER = r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][A-Z'’-]+"
_HANDLE = re.compile(r"(?:u/|@)[\w-]{2,30}")
_NICK = re.compile(r"<[@+~&%]?(?P<label>[^\s<>]{2,30})>\s+(?=\S)|(?P<stamped>[a-z][\w-]{1,29}):\s+(?=\S)")
"""Matches who is called as he likes, in a chat: "<mirko> ", or "mirko: " behind a stamp."""
_WITNESS = re.compile(rf"(?P<name>{_CAPITALS}),{WITNESS}")
_EXAMINER = re.compile(EXAMINER)
_AGED_LABEL = r"(?P<aged>(?:, \d\d?| \(\d\d?\))(?:, [^:\n“”\"]{1,60})?(?=:)|(?<=\w\w), [a-z][^:\n“”\"]{1,60}(?=:))"
"""Matches how old somebody is, or what, behind a name and before a colon."""
_LABEL = re.compile(
    rf"(?:[-–—•*·]\s+)?(?:(?P<bold>\*\*)|\*)?[\"“”«„]?(?P<label>{_CAPITALS}|{_NAME}|{_OFFICE}|{_LETTER}|{_HANDLE.pattern})"
    rf"(?:(?<={_LETTER})\d{{1,2}}(?=:))?"
    rf"{ASIDE}?(?:, [A-Z][A-Z .,&'’/-]{{1,60}}|{_AGED_LABEL}|(?(1), [^*:\n]{{1,60}}|(?!)))?{ASIDE}{{0,2}}"
    r"\s?\*{0,2}(?P<colon>:)\*{0,2}\s*(?:(?:\([^()]{1,40}\)|\[[^][]{1,40}\])\s)?(?=\S)"
    rf"|(?P<dashed>{_CAPITALS}|{_NAME}|{_LETTER}) [–—-] (?=\S)"
    rf"|(?P<letter>{_LETTER})(?:\.\s+|\)\s*|[ \t]{{2,}})(?=\S)"
    rf"|(?P<member>{_MEMBER})(?P<seat>{ASIDE}{{1,2}})?\s?[—–]+\s?(?=\S)"
    rf"|(?P<witness>(?:[A-Z][a-z]+\.? )?{_SURNAME}(?: {_SURNAME})?|{_TITLED})(?: {OF} [A-Z][\w ]{{2,20}})?"
    r"\.\s+(?=[A-Z“\"])"
)
_ASKED = re.compile(rf"(?:{_NAME}|{_CAPITALS}|{_LETTER}) [–—-] [^\n]*\?")
_FEWEST_ASKED = 2
"""Questions of an interview in which dashes stand behind names."""
_OTHER = re.compile(r"(?P<label>(?:[A-Z][a-z]+ )?(?P<noun>[A-Za-z]+)):\s+(?=\S)")
_SIGNED = re.compile(r"\s+(?:--|—|–)\s?(?P<name>[A-Z][\w.'’-]*(?: [\w.'’-]+){0,4})(?:, [A-Z\d][\w .,'’-]{1,40})?\s*$")
_ADDRESSED = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}, ")
_SALUTATION = re.compile(SALUTATION)
_FEWEST = 3
"""Turns that make an interview; at least two speakers must take part, and one of them twice."""
_MOST_SILENT = 0.5
"""Share of an interview's turns that may be without a verb: "Yes." "In May." """

Labels = dict[int, tuple[Range, int]]
"""By paragraph, what names who speaks and where what is said begins."""


def find_turns(layout: Layout, marks: Marks, speaks: Speaks) -> list[Turn]:
    """Find the turns of an article that is, or holds, an interview; none in any other.

    An unlabelled paragraph between two turns goes on with the first when it speaks in the first person.
    """
    turns = _labelled(layout, marks) or find_asked(layout, marks) or find_headed(layout, marks)
    if not turns:
        return []
    said = [turn for turn in turns if any(_is_speech(layout, span, speaks) for span in turn.content)]
    spoken = any(is_spoken(layout, span) for turn in turns for span in turn.content)
    silent = len(turns) - len(said) > _MOST_SILENT * len(turns) or not spoken
    span = Range(turns[0].content[0].start, turns[-1].content[-1].end)
    return [] if silent and NO_SPEECH.decides(span) else turns


def _is_speech(layout: Layout, span: Range, speaks: Speaks) -> bool:
    asked = "?" in span.of(layout.text)
    return asked or FIRST_PERSON_WORD.search(layout.view, *span) is not None or speaks(span)


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
    if not (alternate or answered or sure.issuperset(labelled)):
        return []
    if len({called[i] for i in labelled}) < 2:
        return _answering(layout, marks, labelled) if alternate else []
    if _explains(layout, labelled):
        return []
    labelled |= _others(layout, range(min(labelled) + 1, max(labelled) + 2), labelled)
    labelled = _sworn(layout, _named_once(layout.text, labelled))
    order = sorted(labelled)
    return [_turn(layout, marks, i, order[-1], labelled) for i in order]


def _answering(layout: Layout, marks: Marks, labelled: Labels) -> list[Turn]:
    """The turns of one person, if an unlabelled question stands above each; nobody says who asks."""
    above = {i - 1: layout.paragraphs[i - 1].span for i in labelled if i - 1 not in labelled}
    if not all(span.of(layout.text).endswith("?") for span in above.values()) or len(above) < len(labelled):
        return []
    both, last = labelled | {i: (span, span.start) for i, span in above.items()}, max(labelled)
    turns = {i: Turn(None, (span,), unrecorded=True) for i, span in above.items()}
    turns |= {i: _turn(layout, marks, i, last, both) for i in labelled}
    return [turns[i] for i in sorted(turns)]


def _named_once(text: str, labelled: Labels) -> Labels:
    """Let an office that a name stands behind be that label each time: "The Chair (Ms J. Holt)", "The Chair"."""
    named: dict[str, Range] = {}
    for label, _ in labelled.values():
        if " (" in label.of(text):
            named.setdefault(label.of(text), label)

    def whole(label: Range) -> Range:
        office = f"{label.of(text)} "
        return next((each for name, each in named.items() if name.startswith(office)), label)

    return {i: (whole(label), start) for i, (label, start) in labelled.items()}


def _sworn(layout: Layout, labelled: Labels) -> Labels:
    """Let the letters stand for the lawyer and the witness who were called last: "SUSAN ALDRICH, having been sworn"."""
    called: dict[str, Range] = {}
    named: Labels = {}
    for i, paragraph in enumerate(layout.paragraphs):
        if i in labelled:
            label, start = labelled[i]
            named[i] = called.get(label.of(layout.text), label), start
        elif match := _WITNESS.match(layout.view, *paragraph.span):
            called[QUESTION_OR_ANSWER[-1]] = Range(*match.span("name"))
        elif match := _EXAMINER.fullmatch(layout.view, *paragraph.span):
            called[QUESTION_OR_ANSWER[0]] = Range(*match.span("name"))
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
    put = any(p.search(text, *span) for span in asked for p in (SECOND_PERSON_WORD, _SIGNED))
    put = put or any(_ADDRESSED.match(text, *span) for span in asked)
    spoken = any(FIRST_PERSON_WORD.search(text, *span) for span in answers)
    reader = any(FIRST_SINGULAR_WORD.search(text, *span) for span in asked)  # "Do I need a permit?"
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
            if match["aged"] and match["aged"].split()[-1] in cue_lexicon().verbs:
                continue  # a sentence: "Ada Brook, from the mill, said: …"
            if _called(layout.text, label) in TOPIC_LABELS and TOPIC_LABEL.decides(label):
                continue
            found[i] = Range(label.start, match.end("aged") if match["aged"] else label.end), match.end()
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
    words = label.of(text).partition(" (")[0].partition(",")[0].split()
    return words[1 if words[0] == "The" and len(words) > 1 else -1].strip(".").upper()


def _turn(layout: Layout, marks: Marks, i: int, last: int, labelled: Labels) -> Turn:
    label, start = labelled[i]
    content = [Range(start, layout.paragraphs[i].span.end)]
    content += speaking_on(layout, marks, i + 1, last, labelled)
    addressed = _SALUTATION.match(label.of(layout.text)) is not None
    signed = _SIGNED.search(layout.view, *content[-1])
    if not (addressed or (signed and len(label.of(layout.text)) == 1)) or not ADDRESSED.decides(label):
        return Turn(label, tuple(content))
    if signed is None:
        return Turn(None, tuple(content))
    content[-1] = Range(content[-1].start, signed.start())
    return Turn(Range(*signed.span("name")), tuple(content))
