"""Which pieces between marks are one quotation, whatever the tagger says of them."""

from __future__ import annotations

from typing import Any, cast

import pytest

from quotex.quotes.confidence import Evidence
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.joining import Joining
from quotex.text import Layout, Quoted, Range, analyze

FIRST, SECOND = "The dam leaks.", "Nobody came."


class _Carrying:
    """Gives each draft the source of the one before it, as where nothing stands between the two."""

    def find(self, draft: Draft, quoted: Quoted, before: Draft | None) -> None:
        draft.source, draft.continues = (before.source, before) if before else (None, None)

    def adjoins(self, before: Draft, draft: Draft) -> bool:
        return True

    def describes(self, draft: Draft) -> bool:
        return False


def at(layout: Layout, words: str) -> Range:
    start = layout.text.index(words)
    return Range(start, start + len(words))


def drafts(layout: Layout, *, cue: str | None) -> list[Draft]:
    source = at(layout, "Ada Brook")
    second = at(layout, cue) if cue else None
    return [
        Draft([at(layout, FIRST)], at(layout, "said"), source, Evidence()),
        Draft([at(layout, SECOND)], second, None, Evidence()),
    ]


@pytest.mark.parametrize(
    ("text", "cue", "joined"),
    [
        (f"Ada Brook said this: “{FIRST}”\n\n“{SECOND}”", None, True),
        (f"Ada Brook said this: “{FIRST}”\n\n“{SECOND}” was on the wall.", "was", False),  # it has a cue of its own
        (f"Ada Brook said that {FIRST}\n\n“{SECOND}”", None, False),  # the first is not between marks
    ],
)
def test_direct_speech_goes_on_in_the_next_words_between_marks(text: str, cue: str | None, joined: bool) -> None:
    layout = analyze(text)
    joining = Joining(layout, Marks(layout), cast(Any, _Carrying()))
    found = joining.join(drafts(layout, cue=cue))
    assert [len(draft.content) for draft in found] == ([2] if joined else [1, 1])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"Ada Brook said this: “{FIRST}”\n\n‘{SECOND}’", [1]),
        (f"Ada Brook said this: ‘{FIRST}’\n\n‘{SECOND}’", [2]),
        (f"Ada Brook said this: ‘{FIRST}’\n\n“{SECOND}”", [2]),
    ],
)
def test_a_few_words_between_lesser_marks_behind_speech_head_what_follows(text: str, kept: list[int]) -> None:
    layout = analyze(text)
    found = Joining(layout, Marks(layout), cast(Any, _Carrying())).join(drafts(layout, cue=None))
    assert [len(draft.content) for draft in found] == kept


class _Silent(_Carrying):
    """Leads into nothing, and hears no verb."""

    def lead_in(self, piece: Range) -> Range | None:
        return None

    def cue_behind(self, quoted: Quoted) -> tuple[Range, Range] | None:
        return None

    def named(self, quoted: Quoted) -> tuple[Range, Range] | None:
        return None

    def __getattr__(self, name: str) -> Any:
        return lambda *_: False


def test_pieces_that_a_mark_never_closed_holds_are_one() -> None:
    layout = analyze("Ada Brook met them. The plan “is to mend the dam, the letter said, adding that it will hold.”")
    pieces = [at(layout, "is to mend the dam"), at(layout, "adding that it will hold.")]
    draft = Draft(pieces, at(layout, "said"), at(layout, "the letter"), Evidence())
    joining = Joining(layout, Marks(layout), cast(Any, _Silent()))
    assert joining.split(draft) == [draft]


class _Hearing(_Silent):
    """Hears a cue and its source behind every pair of marks."""

    def __init__(self, cue: Range, source: Range) -> None:
        self.heard = (cue, source)

    def cue_behind(self, quoted: Quoted) -> tuple[Range, Range]:
        return self.heard


def test_a_piece_with_a_cue_right_behind_it_is_a_quotation_of_its_own() -> None:
    layout = analyze(f"“{FIRST}” Ada Brook said. “{SECOND}” added Brook.")
    own = at(layout, "added"), at(layout, "Brook.")
    draft = Draft([at(layout, FIRST), at(layout, SECOND)], at(layout, "said"), at(layout, "Ada Brook"), Evidence())
    first, second = Joining(layout, Marks(layout), cast(Any, _Hearing(*own))).split(draft)
    assert (first.content, first.cue) == ([at(layout, FIRST)], draft.cue)
    assert (second.content, second.cue, second.source) == ([at(layout, SECOND)], *own)
