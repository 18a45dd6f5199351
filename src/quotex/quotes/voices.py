"""Voices: who speaks stands on a line of its own above or below a quotation, or right behind it.

    Dana Roth, 41, baker          “It was like a drum.”               Stood here since noon, nobody tells us anything.
    “It was like a drum.”         Dana Roth, Head of the Museum       — Dana Roth (@danaroth) October 11, 2025

Streets are asked, releases and pull quotes are signed, and posts are embedded like that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.closed import ARTICLES, INTERROGATIVES, JUNCTIONS, ON, RELATIVE
from quotex.english.names import FULL_NAME
from quotex.english.patterns import alternation
from quotex.english.people import folded_words, given_names, name_words
from quotex.english.writing import DESCRIBED
from quotex.quotes.cues import cue_lexicon
from quotex.quotes.drafts import Turn
from quotex.quotes.fitting import Marks
from quotex.quotes.speaking import Speaks
from quotex.text import ENDED, Layout, ParagraphKind, Range

NAMED_BESIDE = Rule(
    "quotes.named-beside", "a line with a name and what its bearer is says whose the words beside it are"
)
POSTED = Rule("quotes.posted", "a line with a name and its handle says who posted what stands above")

_NAMED = re.compile(
    rf"(?:[—–]|--?|\d{{1,2}}[.)])?[ \t]?(?:\*\*)?(?P<name>{FULL_NAME})(?:\*\*)?"
    r"(?P<told>, [^\n“”\"]{1,120}?| \(\d\d?\))?(?P<colon>:)?\.?"
)
_NO_CALLING = rf"(?!(?i:{alternation(ARTICLES | JUNCTIONS)})\b)"
_CALLING = rf"(?:{_NO_CALLING}[A-Z][\w’'-]* )?(?:{_NO_CALLING}[a-z][\w’'-]* ){{1,4}}"
"""Matches what somebody is, before a name: "Roads minister ", "former champion "."""
_BESIDE = re.compile(
    rf"\s+(?P<name>{FULL_NAME}), (?P<told>\d\d?\b|[a-z])[^\n“”\"]{{0,80}}"
    rf"|\s*(?:[—–]|--)\s?(?:{_CALLING})?(?P<signed>{FULL_NAME}|{DESCRIBED})(?:,[^\n“”\"]{{1,80}})?"
    rf"|\s*\((?P<bracketed>{FULL_NAME})(?:,[^()\n“”\"]{{1,80}})?\)"
)
_BEFORE = re.compile(r"(?:[-–—•*·]\s+)?(?P<name>[A-Z][^\n:“”\"]{2,80}):\s+")
_HEAD = re.compile(r"(?P<name>[A-Z][^\n.!?:“”\"]{1,60})(?P<colon>:)?")
_FEWEST_HEADS = 3  # of quotations in a row, so that lines above them are heads by no chance
_AGED = re.compile(r"(?:, | \()\d\d\b")
_RELATIVE = re.compile(rf",? (?:{alternation(RELATIVE)}) ")
_FEWEST_LISTED = 2
"""Paragraphs of a list in which who speaks stands before a quotation, or behind a dash after it."""
_POSTER = r"(?P<name>[^\W_@][^()@\n“”]{1,50}?)\s?\(@\w{1,30}\)(?:[ ,·|]{1,3}[^\n]{0,40})?"
_POST = re.compile(rf"[“\"]?(?:[—–]|--?)?\s?{_POSTER}[”\"]?")
_POST_BEHIND = re.compile(rf"(?<!\s)\s+(?:[—–]|--)\s?{_POSTER}$")
_THREAD = re.compile(r"\(?\d{1,2}/(?:\d{1,2}|n)?\)?\s+(?=\S)")
_THREAD_BEHIND = re.compile(r"\s+\(?\d{1,2}/(?:\d{1,2}|n)?\)?$")
_LONGEST_NUMBER = 10  # characters
_LINK = re.compile(r"\s*(?:\w+://)?[\w-]+(?:\.[\w-]+)+/\S+\s*$")
_NO_NAMES = tuple(f"{word} " for word in INTERROGATIVES | ARTICLES)  # headings in capitals: WHAT COMES NEXT
_SHORT = 6  # words: of so few the parser makes a clause now and then
_LONGEST_LINK = 200  # characters, and bounds the search
_MOST_LINES = 8  # of one post


class _Voices:
    """Which paragraphs of an article are nothing but a quotation, and which name somebody."""

    def __init__(self, layout: Layout, marks: Marks, speaks: Speaks) -> None:
        self._text, self._view = layout.text, layout.view
        self._marks, self._speaks = marks, speaks
        self._paragraphs, self._paragraph_at = layout.paragraphs, layout.paragraph_at
        own = [i for i, p in enumerate(layout.paragraphs) if p.kind is not ParagraphKind.BOILERPLATE]
        self._quoted = {i for i in own if self._is_quoted(layout.paragraphs[i].span)}
        beside = {j for i in self._quoted for j in (i - 1, i + 1)}.difference(self._quoted).intersection(own)
        self._named = {i: match for i in beside if (match := self._naming(layout.paragraphs[i].span))}
        told = self._told_between()
        self._named |= told
        self._roles = {i + 1 for i in told}
        self._named |= self._heads(self._named)

    def _is_quoted(self, span: Range) -> bool:
        """Whether nothing but pairs of marks stands in a paragraph."""
        at = span.start
        for pair in self._marks.within(span):
            if self._text[at : pair.opening.start].strip() or pair.closing is None:
                return False
            at = pair.closing.end
        return at > span.start and not self._text[at : span.end].strip(" .,")

    def _told_between(self) -> dict[int, re.Match[str]]:
        """Find names with a line below them that says what their bearer is, right above a quotation, if several."""
        found: dict[int, re.Match[str]] = {}
        for i in self._quoted:
            close = i > 1 and self._gap(i) == self._gap(i - 1) == 1 and {i - 2, i - 1}.isdisjoint(self._quoted)
            if close and i - 1 not in self._named and not self._speaks(self._paragraphs[i - 1].span):
                match = _NAMED.fullmatch(self._view, *self._paragraphs[i - 2].span)
                found |= {i - 2: match} if match else {}
        return found if len(found) >= _FEWEST_LISTED else {}

    def _heads(self, known: Container[int]) -> dict[int, re.Match[str]]:
        """Find the heads of at least three quotations in a row that have one each, whatever they name."""
        heads: dict[int, re.Match[str]] = {}
        run: dict[int, re.Match[str]] = {}
        for i in sorted(j - 1 for j in self._quoted if j):
            match = _HEAD.fullmatch(self._view, *self._paragraphs[i].span)
            if i - 2 not in run:
                run = {}
            if match and i not in self._quoted and not self._speaks(self._paragraphs[i].span):
                run[i] = match
            heads |= run if len(run) >= _FEWEST_HEADS else {}
        return {i: match for i, match in heads.items() if i not in known}

    def _naming(self, span: Range) -> re.Match[str] | None:
        match = _NAMED.fullmatch(self._view, *span)
        if match is None or (match["told"] is None and not self._is_person(match)):
            return None
        short = len(match[0].split()) <= _SHORT and not match[0].endswith(".")
        return match if short or not self._speaks(span) else None

    def _is_person(self, match: re.Match[str]) -> bool:
        """Whether a line of nothing but a name is a person's."""
        words = folded_words(match["name"])
        return (
            words[0] in given_names()
            or words[0].rstrip(".") in name_words().titles.words
            or name_words().is_honorific(words[0].rstrip("."))
            or (match[0].isupper() and not match["name"].lower().startswith(_NO_NAMES))
        )

    def find(self) -> Iterator[Turn]:
        """Yield a turn for each quotation that is named, in runs of quotations and names."""
        run: list[int] = []
        for i in range(len(self._paragraphs) + 1):
            if i in self._quoted or i in self._named or i in self._roles:
                run.append(i)
            elif run:
                yield from self._turns(run)
                run = []

    def _turns(self, run: Sequence[int]) -> Iterator[Turn]:
        """Name the quotations of a run by what stands above them, or by what stands below."""
        names = [i for i in run if i in self._named]
        if not names:
            return
        colons = any(self._named[i]["colon"] for i in names)
        above = colons or (run[0] in self._named and run[-1] in self._quoted and len(names) > 1)
        for name in names:
            quoted = name + 1 + (name + 1 in self._roles) if above else name - 1
            if run[0] <= quoted <= run[-1] and quoted in self._quoted:
                yield Turn(self._label(name), self._with_opening(quoted))

    def _with_opening(self, i: int) -> tuple[Range, ...]:
        """A paragraph with those above it in which the quotation began that goes on there."""
        first = i
        while first and (pairs := self._marks.within(self._paragraphs[first].span)) and pairs[0].resumes:
            if pairs[0].opening.start != self._paragraphs[first].span.start:
                break
            first -= 1
        return tuple(paragraph.span for paragraph in self._paragraphs[first : i + 1])

    def _label(self, i: int) -> Range:
        return Range(*self._named[i].span("name"))

    def beside(self) -> Iterator[Turn]:
        """Yield a turn for each paragraph of a quotation with a name right behind it.

        What is signed need not end as a sentence does where several are: a list of sayings.
        """
        found = []
        for paragraph in self._paragraphs:
            pairs = self._marks.within(paragraph.span)
            if len(pairs) != 1 or pairs[0].closing is None or pairs[0].opening.start != paragraph.span.start:
                continue
            behind = Range(pairs[0].closing.end, paragraph.span.end)
            match = _BESIDE.fullmatch(self._view, *behind)
            if match and not ENDED.search(match[0]) and not self._speaks(behind):
                found.append((pairs[0], match))
        groups = Counter(match.lastgroup for _, match in found)
        for quoted, match in found:
            if groups[match.lastgroup] >= _FEWEST_LISTED or ENDED.search(quoted.inner.of(self._text)):
                names = match.span("name"), match.span("signed"), match.span("bracketed")
                yield Turn(Range(*max(names)), (quoted.outer,))

    def inside(self) -> Iterator[Turn]:
        """Yield a turn for each quotation whose last line between the marks names who says it."""
        for above, line in pairwise(self._paragraphs):
            pairs = self._marks.within(line.span)
            alone = len(pairs) == 1 and pairs[0].resumes and pairs[0].opening == (line.span.start, line.span.start)
            if not alone or pairs[0].closing is None or self._text[pairs[0].closing.end : line.span.end].strip(" .,"):
                continue
            match = _NAMED.fullmatch(self._view, *pairs[0].inner)
            if match and match["told"] and ENDED.search(above.span.of(self._text)) and not self._speaks(pairs[0].inner):
                yield Turn(Range(*match.span("name")), self._with_opening(self._paragraph_at(above.span.start)))

    def before(self) -> list[Turn]:
        """Find the entries of a list in which a quotation stands behind who says it, and a colon."""
        found = []
        for paragraph in self._paragraphs:
            match = _BEFORE.match(self._view, *paragraph.span)
            words = Range(match.end(), paragraph.span.end) if match else None
            if not (match and words and self._is_quoted(words)):
                continue
            if match["name"].split()[0].lower() == ON:  # "On the cost: “…”" is what whoever answers speaks of
                found.append(Turn(None, (words,), answers=True))
            elif self._is_label(Range(*match.span("name"))):
                found.append(Turn(Range(*match.span("name")), (words,)))
        return found if len(found) >= _FEWEST_LISTED else []

    def _is_label(self, span: Range) -> bool:
        """Whether words do nothing but name or describe somebody: there is no clause but a relative one, and no cue.

        Behind an age stands what somebody is: "Greta Moll, 70, retired".
        """
        told = _AGED.search(self._view, *span) or _RELATIVE.search(self._view, *span)
        head = Range(span.start, told.start()) if told else span
        return span.of(self._text).split()[-1] not in cue_lexicon().verbs and not self._speaks(head)

    def posts(self) -> Iterator[Turn]:
        """Yield a turn for each post, from the words that tell who posted it."""
        for i, paragraph in enumerate(self._paragraphs):
            if match := _POST.fullmatch(self._text, *paragraph.span):
                content = self._lines_above(i)
            elif match := _POST_BEHIND.search(self._text, *paragraph.span):
                content = Range(paragraph.span.start, match.start())
            if match and content.start < content.end:
                link = _LINK.search(self._text, max(content.start, content.end - _LONGEST_LINK), content.end)
                above = self._with_opening(self._paragraph_at(content.start))[:-1]
                last = Range(content.start, link.start()) if link else content
                yield Turn(Range(*match.span("name")), self._thread(last) or (*above, last))

    def _thread(self, last: Range) -> tuple[Range, ...]:
        """The posts of a thread down to its last one, without their numbers; empty where it has none."""
        thread: list[Range] = []
        for i in range(self._paragraph_at(last.start), -1, -1):
            span = self._paragraphs[i].span
            post = Range(span.start, min(span.end, last.end))
            number = _THREAD.match(self._text, *post)
            behind = _THREAD_BEHIND.search(self._text, max(post.start, post.end - _LONGEST_NUMBER), post.end)
            if number is None and (behind is None or self._paragraphs[i].kind is ParagraphKind.TITLE):
                break
            thread.append(Range(number.end() if number else post.start, behind.start() if behind else post.end))
        return tuple(reversed(thread))

    def _lines_above(self, i: int) -> Range:
        """The paragraph above another, with the lines close above it where the two stand apart; none of a notice."""
        first = i
        while max(0, i - _MOST_LINES) < first and self._paragraphs[first - 1].kind is not ParagraphKind.BOILERPLATE:
            if first < i and not self._gap(i) > 1 >= self._gap(first):
                break
            first -= 1
        return Range(self._paragraphs[first].span.start, self._paragraphs[i - 1].span.end) if first < i else Range(0, 0)

    def _gap(self, i: int) -> int:
        """How many lines end between a paragraph and the one above it."""
        return self._text.count("\n", self._paragraphs[i - 1].span.end, self._paragraphs[i].span.start)


def find_voices(layout: Layout, marks: Marks, speaks: Speaks) -> list[Turn]:
    """Find the quotations that a line beside them names the speaker of, and posts.

    Args:
        layout: of the article.
        marks: its pairs of marks.
        speaks: whether a range has a clause in it.
    """
    voices = _Voices(layout, marks, speaks)
    beside = (*voices.find(), *voices.beside(), *voices.inside(), *voices.before())
    named = [turn for turn in beside if NAMED_BESIDE.decides(turn.content[0])]
    posted = [turn for turn in voices.posts() if POSTED.decides(turn.content[0])]
    taken = {turn.content[0].start for turn in posted}
    return posted + [turn for turn in named if turn.content[0].start not in taken]
