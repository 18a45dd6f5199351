"""Labels that no colon ends: in bold, in capitals or before a dash, or on a line of their own above what is said.

    **cosmic_kev** what does it smell like       MAIREAD Whose?       Timmy in Lyreacrompane – A hole.

Glossaries, casts, programmes and captions are set in the same way: these are turns where one label comes again and
they speak, or where most name a person who speaks of himself.
"""

from __future__ import annotations

import re
from collections import Counter

from quotex.english.closed import AT, FROM, IN
from quotex.english.patterns import alternation
from quotex.english.people import folded_words, given_names, name_words
from quotex.quotes.drafts import Turn
from quotex.quotes.fitting import Marks
from quotex.quotes.speaking import FIRST_SINGULAR_WORD, is_spoken, speaking_on, speaks
from quotex.text import Layout, Range

ASIDE = r"(?:\s?(?:\([^()]{1,40}\)|\[[\d:.]{4,12}\]))"
"""Matches what stands in brackets behind a label: what somebody is, how he says it, when."""
_BARE = re.compile(
    r"\*\*(?P<bold>[\w@][^*:\n.?!]{1,60})\*\*\s+(?=\S)"
    r"|(?P<capitals>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})\s+(?=\S[^\n]*[a-z])"
    r"|(?P<dashed>[A-Z][^\n:?!“”\"–—]{1,60}?)\s[–—-]\s(?=\S)"
)
_CALLED = re.compile(rf"[^\n,(]+?(?= (?:{alternation([AT, FROM, IN])}) |,| \(|$)")
"""Matches what a speaker is called by each time, without what he is and where he lives."""
_ALONE = re.compile(
    r"(?:\*\*)?(?P<label>[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]*){0,3})(?P<told> (?:--|[—–]) [A-Z][^\n.?!]{2,80})?"
    rf"(?:(?:, [A-Z][A-Z .,&'’/-]{{1,60}})?{ASIDE}?(?P<colon>:))?(?:\*\*)?"
)
_SMALL = re.compile(r"\b[a-z]+\b")
_FARTHEST = 2
"""Paragraphs on from one label to the next of a row: who speaks may go on, or a stage direction stands between."""
_FEWEST = 3
"""Labels in a row, each in front of what is said."""
_FEWEST_SPOKEN = 1 / 3
"""Share of the turns that ask, or say I or you, where labels come again; other turns answer in a word."""


def find_headed(layout: Layout, marks: Marks) -> list[Turn]:
    """Find the turns of a text whose labels stand above what is said, or before it without a colon; none in others."""
    return _alone(layout, marks) or _bare(layout, marks)


def _bare(layout: Layout, marks: Marks) -> list[Turn]:
    """Find a row of paragraphs that begin with labels of one make."""
    rows: list[dict[int, re.Match[str]]] = [{}]
    for i, paragraph in enumerate(layout.paragraphs):
        if match := _BARE.match(layout.view, *paragraph.span):
            last = next(reversed(rows[-1]), i)
            if i - last > _FARTHEST or rows[-1].get(last, match).lastgroup != match.lastgroup:
                rows.append({})
            rows[-1][i] = match
    row = max(rows, key=len)
    end = next(reversed(row), 0)
    turns = []
    for i, match in row.items():
        rest = speaking_on(layout, marks, i + 1, end, row)
        said = Range(match.end(), layout.paragraphs[i].span.end)
        turns.append(Turn(Range(*match.span(match.lastgroup or 0)), (said, *rest)))
    return turns if _is_dialogue(layout, marks, turns) else []


def _is_dialogue(layout: Layout, marks: Marks, turns: list[Turn]) -> bool:
    """Whether most turns are of those who speak again, and some speak, or are persons' who speak of themselves."""
    text = layout.text
    called = [_called(turn.label.of(text)) for turn in turns if turn.label]
    counts = Counter(called)
    if len(turns) < _FEWEST or len(counts) < 2:
        return False
    half = len(turns) / 2
    spoken = sum(is_spoken(layout, turn.content[0]) for turn in turns)
    if sum(counts[name] > 1 for name in called) > half and spoken >= _FEWEST_SPOKEN * len(turns):
        return True
    own = sum(speaks(layout, marks, turn.content[0], FIRST_SINGULAR_WORD) for turn in turns)
    small = frozenset(_SMALL.findall(text)) if own > half else frozenset()
    return own > half and sum(_names_person(name, small) for name in called) > half


def _called(label: str) -> str:
    match = _CALLED.match(label)
    return match[0] if match else label


def _names_person(label: str, small: frozenset[str]) -> bool:
    """Whether a label begins with a given name or a title, or has two words and none that stands in small letters."""
    words = folded_words(label) or ("",)
    known = words[0] in given_names() or name_words().is_honorific(words[0].rstrip("."))
    return known or (len(words) > 1 and small.isdisjoint(words))


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
        content += speaking_on(layout, marks, i + 2, len(layout.paragraphs), labels)
        turns.append(Turn(label, tuple(content)))
    return turns
