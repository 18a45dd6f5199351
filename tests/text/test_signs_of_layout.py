"""What lines look like: quoted mail, live blogs, headlines, posts, bullets, tags; each on either side of its border."""

from __future__ import annotations

import textwrap

import pytest

from quotex.text import Range
from quotex.text.bullets import without_bullets
from quotex.text.heads import find_crossheads, find_dateline, find_title, place_of
from quotex.text.links import without_link_labels
from quotex.text.mail import unquoted
from quotex.text.marks import Place
from quotex.text.paragraphs import find_paragraphs
from quotex.text.posts import find_posts
from quotex.text.stamps import part_stamps
from quotex.text.tags import without_tags

STORY = "The quay is shut for a year, the harbour board said on Monday, and nobody had been told of it.\n"
LINE = "The board met on Monday and shut the quay.\n"


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("> We go nowhere.\nK", " “We go nowhere.”K"),
        ("> We go nowhere.\n> We stay.\nSo it was.", " “We go nowhere.\n  We stay.”So it was."),
        ("> one\n> two\nSo it was.", "  one\n  two\nSo it was."),  # bullets
        ("> — Ada Venn\nSo it was.", "  — Ada Venn\nSo it was."),  # an author
        ("> We go.\n>> They stay.\nSo it was.", " “We go.”   They stay.\nSo it was."),
        ("We > they.\nSo it was.", "We > they.\nSo it was."),
    ],
)
def test_block_quotations_stand_between_marks(lines: str, read: str) -> None:
    assert unquoted(STORY + lines)[0] == STORY + read


def test_quoted_mail_is_anothers_and_stands_between_no_marks() -> None:
    mail = "On Monday, Ada wrote:\n> We go.\n> We stay.\nI see."
    read, others = unquoted(mail)
    assert read == "On Monday, Ada wrote:\n  We go.\n  We stay.\nI see."
    assert sorted(others) == [22, 42]


@pytest.mark.parametrize(
    ("text", "parts", "headlines"),
    [
        (
            "10:15\nThe ferry sails.\n11:20 The ferry is back.",
            ["10:15", "The ferry sails.", "11:20", "The ferry is back."],
            [],
        ),
        ("10:15 GMT Ferry sails.\n9am It is back.\n11:20 BST It sank.", ["10:15 GMT", "Ferry sails."], []),
        ("10:15 The ferry sails.\nIt is back.", ["10:15 The ferry sails.", "It is back."], []),
        (
            "[10.15am] Ferry sails\nIt left the quay at dawn.\n\n11.20am\nIt is back.",
            ["[10.15am]", "Ferry sails", "It left the quay at dawn.", "11.20am", "It is back."],
            ["Ferry sails"],
        ),
    ],
)
def test_stamps_of_a_live_blog(text: str, parts: list[str], headlines: list[str]) -> None:
    stamped = part_stamps(text, find_paragraphs(text)[0])
    assert [part.of(text) for part in stamped.paragraphs][: len(parts)] == parts
    assert [part.of(text) for part in stamped.paragraphs if part.start in stamped.headlines] == headlines


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Quay shut\nThe quay was shut on Monday.", 0),
        ("Quay shut,\nThe quay was shut on Monday.", None),
        ("NEWS\nHarbour board shuts the old quay\nThe quay was shut on Monday, the harbour board said.", 1),
        ("By Ada Venn\nQuay shut for good\nThe quay was shut on Monday.", 1),
        ("Ada: We go home\nBo: No.\nAda: We do.", None),
        (LINE + "It rained.", None),
    ],
)
def test_the_headline(text: str, title: int | None) -> None:
    assert find_title(text, find_paragraphs(text)[0]) == title


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{LINE}“A bitter blow”\n{LINE}", {1}),
        (f"{LINE}“A bitter blow.”\n{LINE}", set()),
        (f"{LINE}“a b c d e f g h”\n{LINE}", {1}),
        (f"{LINE}“a b c d e f g h i”\n{LINE}", set()),
        (f"“A bitter blow”\n{LINE}{LINE}", set()),
    ],
)
def test_crossheads_between_marks(text: str, found: set[int]) -> None:
    assert find_crossheads(text, find_paragraphs(text)[0]) == found


@pytest.mark.parametrize(
    ("text", "first", "place"),
    [
        ("ORRIN, March 3 (Norwire) – The quay is shut.", False, "ORRIN"),
        ("ORRIN - The quay is shut.", False, "ORRIN"),
        ("ORRIN: The quay was shut by the harbour board on Monday, it said.", True, "ORRIN"),
        ("ORRIN: The quay was shut by the harbour board on Monday, it said.", False, None),
        ("Orrin – The quay is shut.", True, None),
    ],
)
def test_the_place_of_a_dateline(text: str, first: bool, place: str | None) -> None:
    dateline = find_dateline(text, Range(0, len(text)), first=first)
    assert (dateline and place_of(text, dateline)) == place


def test_who_posted_something_and_what() -> None:
    posted = "A quay.\nWe are late.\n— Ada (@ada) March 3\nIt rained."
    assert find_posts(posted, find_paragraphs(posted)[0]) == {1, 2}
    quoted = "A quay.\n“We are late.”\n— Ada (@ada) March 3"
    assert find_posts(quoted, find_paragraphs(quoted)[0]) == {2}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("» Read more: dam cracks", "  Read more: dam cracks"),
        ("Home » News » City council", "Home   News   City council"),
        ("«We go» said Ada", "«We go» said Ada"),
    ],
)
def test_bullets_are_blanks(text: str, read: str) -> None:
    assert without_bullets(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<p>It was <b>dry</b>.</p>", "~~\nIt was~~~ dry~~~~.~~~\n"),
        ("a <q>b</q> c", "a~~ “b~~~” c"),
        ("a < b and c > d", "a < b and c > d"),
        ("<x>a</x>", "<x>a</x>"),
        ("a<!-- b -->c", "a~~~~~~~~~~c"),
    ],
)
def test_tags_are_what_they_show(text: str, read: str) -> None:
    assert without_tags(text, "~") == read


def test_labels_of_links_are_left_out_where_one_is_sure() -> None:
    assert without_link_labels("the Bugle (opens in new tab) said, external, no", "~") == (
        "the Bugle~~~~~~~~~~~~~~~~~~~ said~~~~~~~~~~, no"
    )
    assert without_link_labels("In external, trade", "~") == "In external, trade"


def test_a_column_is_parted_where_a_line_is_not_full() -> None:
    told = (
        "The old baths of the harbour have lost money in every year since the new ones opened on the far side of the "
        "river and were at once the better and the cheaper of the two.",
        "About forty people came to the meeting that was to save them, among them a man of ninety who had learnt to "
        "swim there long before the war.",
    )
    columns = ["\n".join(textwrap.wrap(paragraph, 26)) for paragraph in told]
    text = "\n".join(columns)
    assert [span.of(text) for span in find_paragraphs(text)[0]] == columns


def test_at_the_edge_of_a_paragraph_the_blanks_of_a_mark_stay() -> None:
    inside, first = Place("a", "b", True, False), Place("", "b", True, False)
    assert (inside.turned().blank_before, inside.turned().blank_after) == (False, True)
    assert first.turned() == first
