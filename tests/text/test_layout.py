"""View, paragraphs, headline, dateline and notices, from characters alone."""

from __future__ import annotations

import pytest

from quotex.contract.rules import traced
from quotex.text import ParagraphKind, Range, analyze, mend, place_of
from quotex.text.boilerplate import find_boilerplate
from quotex.text.items import find_items
from quotex.text.paragraphs import find_paragraphs

STORY = "The bridge at Orrin Falls reopened on Monday after three years of repairs, the county said.\n\n" * 3


@pytest.mark.parametrize(
    ("text", "view"),
    [
        pytest.param("«We go, ”said he.", "“We go,” said he.", id="the blank goes to its side"),
        pytest.param("“We go,” he said.\r\n", "“We go,” he said. \n", id="a carriage return is a blank"),
        pytest.param("5\xa0000 men", "5 000 men", id="no-break space"),
        pytest.param("``We go,'' he said.", " “We go,”  he said.", id="LaTeX marks become one, the rest blank"),
        pytest.param("It’s the farmers’ day.", "It’s the farmers' day.", id="a possessive is an apostrophe"),
    ],
)
def test_view(text: str, view: str) -> None:
    assert analyze(text).view == view


def test_a_word_no_parser_can_take_is_blank() -> None:
    text = "before " + "x" * 5000 + " after"
    assert analyze(text).view.split() == ["before", "after"]


def test_lines_are_paragraphs() -> None:
    text = "One.\nTwo.\n\n  Three. \n"
    assert [p.of(text) for p in find_paragraphs(text)[0]] == ["One.", "Two.", "Three."]


def test_blanks_part_a_text_that_has_lost_its_line_ends() -> None:
    paragraph = "The bridge at Orrin Falls reopened on Monday. The county said that it would hold. " * 8
    lost = "  ".join([paragraph.strip()] * 6)
    assert len(find_paragraphs(lost)[0]) == 6
    assert len(find_paragraphs(lost[:1500])[0]) == 3
    assert len(find_paragraphs(f"{lost[:1500]}\n\n{paragraph}")[0]) == 2, "a paragraph can be as long as that"
    linked = lost.replace("The county said", "The county  said").replace("Orrin Falls", "Orrin  Falls")
    assert len(find_paragraphs(linked)[0]) == 6, "blanks at a link end no sentence"
    typed = lost.replace("  ", " ").replace(". ", ".  ")
    assert len(find_paragraphs(typed)[0]) == 1, "two blanks behind every sentence are somebody's manner"


@pytest.mark.parametrize(
    "link",
    [
        "Related article Norland closes its last lighthouse, keepers say",
        "Related video ‘We ran’: Keepers on the night of the flood",
        "Related card Will the ferry sail again?",
        "READ MORE: Mayor calls the ferry ‘a dangerous toy’",
    ],
)
def test_a_link_to_another_article_in_a_line_is_a_notice_of_its_own(link: str) -> None:
    before, behind = "The quay was shut on Monday. Ann Marsh/Vess Pictures", "The mayor said that it would open in May."
    paragraph = f"{behind} Few boats came. The media, she said, had seen none. " * 3
    layout = analyze(f"Quay shut\n\n{before} {link} {paragraph.strip()}")
    assert [(p.kind, p.span.of(layout.text)) for p in layout.paragraphs[1:]] == [
        (ParagraphKind.BODY, before),
        (ParagraphKind.BOILERPLATE, link),
        (ParagraphKind.BODY, paragraph.strip()),
    ]


def test_an_article_that_is_related_in_a_sentence_parts_no_line() -> None:
    sentence = "The quay was shut, and the related article of the treaty says that Norland pays. The mayor said so."
    assert len(analyze(f"Quay shut\n\n{sentence}").paragraphs) == 2


def test_many_blanks_part_a_title_that_has_no_stop_from_a_text_without_line_ends() -> None:
    paragraph = ("The bridge at Orrin Falls reopened on Monday. The county said that it would hold. " * 8).strip()
    lost = f"{paragraph}     Related articleKeepers leave{' ' * 13}{paragraph}{' ' * 17}{paragraph}"
    assert [p.of(lost)[:15] for p in find_paragraphs(lost)[0]] == [
        paragraph[:15],
        "Related article",
        *[paragraph[:15]] * 2,
    ]
    assert len(find_paragraphs(lost.replace("Keepers leave", "Keepers leave  Dolen"))[0]) == 4, "of two say nothing"


@pytest.mark.parametrize(
    "between", ["Club statement\n\n— Port City (@PortCity) May 4, 2025", "Read more: the gulls are back"]
)
def test_a_quotation_goes_on_behind_what_stands_between_its_paragraphs(between: str) -> None:
    layout = analyze(f"The club said: “He is good.\n\n{between}\n\n“He has won.”\n\nIt rained.\n")
    assert [(q.inner.of(layout.text), q.resumes) for q in layout.quoted] == [
        ("He is good.", False),
        ("He has won.", True),
    ]


def test_lines_that_each_open_a_quotation_and_end_in_a_name_are_paragraphs() -> None:
    voices = ("Ada Venn", "Tom Reed", "Mira Dolan", "Jo Marsh", "Lena Fox")
    text = "\n".join(f"“They asked all of us about the bridge, and then did nothing.” ― {name}" for name in voices)
    assert [span.of(text) for span in find_paragraphs(text)[0]] == text.split("\n")


def test_blocks_are_paragraphs_where_lines_are_wrapped() -> None:
    text = (
        "The council of Port Ellery voted on Tuesday night to close the\n"
        "old swimming baths, which have lost money every year since the\n"
        "new ones opened on the other side of the river in the spring.\n\n"
        "About forty people had come to the meeting to speak against it,\n"
        "among them a man of ninety who had learnt to swim there before\n"
        "the war.\n"
    )
    spans, wrapped = find_paragraphs(text)
    assert wrapped
    assert len(spans) == 2
    assert "\n" not in analyze(text).view.strip().replace("\n\n", "")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            "text.wrapped",
            "The council of Port Ellery voted on Tuesday\nnight to shut the old baths, which lose money\n" * 3,
        ),
        ("text.block-quoted", f"{STORY}> We go nowhere.\nSo it was."),
        ("text.quoted-mail", "On Monday, Ada wrote:\n> We go.\n> We stay.\nI see."),
        ("text.live-blog", "10:15\nThe ferry sails.\n11:20\nThe ferry is back.\n12:30\nIt sank."),
        ("text.asked", "?We go,? he said. It?s here. Why? Because."),
    ],
)
def test_a_rule_on_a_whole_text_is_shown_with_all_of_it(rule: str, text: str) -> None:
    with traced() as decisions:
        analyze(mend(text).text)
    assert (0, len(text)) in [(made.start, made.end) for made in decisions if made.rule.id == rule]


@pytest.mark.parametrize(("ended", "wrapped"), [(3, False), (4, True)])
def test_short_lines_are_wrapped_where_most_blocks_end_in_a_stop(ended: int, wrapped: bool) -> None:
    block = "The old baths of the harbour\nlose money\nin all their years{}\n"
    text = "\n".join(block.format("." if i < ended else "") for i in range(5))
    assert find_paragraphs(text)[1] is wrapped


@pytest.mark.parametrize(
    "dateline",
    ["ORRIN FALLS – ", "ORRIN FALLS, Sorrand, Sept 9 (Meridian News) – ", "VELLMAR (MN) -- ", "ST. BRAN, March 3 — "],
)
def test_dateline(dateline: str) -> None:
    text = f"Bridge reopens\n\n{dateline}The bridge reopened on Monday, the county said.\n\n{STORY}"
    found = [p.dateline.of(text) for p in analyze(text).paragraphs if p.dateline]
    assert [d.strip() for d in found] == [dateline.strip()]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEW DOLEN: The bridge at Orrin Falls reopened on Monday after three years.", "NEW DOLEN"),
        ("DOLEN (PTI): The bridge at Orrin Falls reopened on Monday after three years.", "DOLEN"),
        ("HARLOW: The bridge at Orrin Falls reopened on Monday, and I saw it.\n\nBRIGHAM: Why?", None),
    ],
)
def test_a_dateline_with_a_colon_begins_an_article_that_is_no_transcript(text: str, place: str | None) -> None:
    layout = analyze(text)
    dateline = layout.paragraphs[0].dateline
    assert (place_of(text, dateline) if dateline else None) == place


def test_headline() -> None:
    layout = analyze(f"Bridge reopens after three years\n\n{STORY}")
    assert layout.title is not None
    assert layout.title.of(layout.text) == "Bridge reopens after three years"


@pytest.mark.parametrize(
    "notice",
    [
        "(with source Nordipress)",
        "Source: Nordipress",
        "Read more: The other bridge is next",
        "© 2025 Orrin Valley Herald. All rights reserved.",
        "*This article has been translated automatically. The publisher is not liable for errors in the translation.",
        "(Reporting by Ada Brook; Editing by Tom Reed)",
        "This article was amended on Sunday to correct a name.",
        "You may also be interested in: The wolf is back",
        "Sign up for our newsletter",
        "Tom Reed is a contributing writer at The Orrin Review.",
    ],
)
def test_trailing_notice(notice: str) -> None:
    text = STORY + notice
    layout = analyze(text)
    assert [b.of(text) for b in layout.boilerplate] == [notice]


@pytest.mark.parametrize(
    "last",
    [
        "The worm first appeared on 20 December and spread to 40,000 websites within a day.",
        "“The source of the fire is not known,” said Ada Brook, who runs the county's fire service.",
        "The report, published in May, found that the bridge had been unsafe for years.",
        "Copies of the article were read out in the council.",
        "Ada Brook crosses the bridge in this file photo. "
        + "She said that it was safe, and that it would stay so. " * 5,
        "The man who climbed the bridge is a writer from the next valley, the county said.",
    ],
)
def test_a_last_paragraph_is_no_notice(last: str) -> None:
    assert not analyze(STORY + last).boilerplate


@pytest.mark.parametrize("last", ["© 2025 Orrin Valley Herald. All rights reserved.", "Sign up for our newsletter."])
def test_an_article_without_line_ends_is_read_though_a_notice_ends_it(last: str) -> None:
    body = "The harbour board met on Monday and heard both sides. " * 40
    assert not analyze(f"Harbour board meets\n\n{body}{last}").boilerplate


def test_a_text_of_notices_alone_is_an_article() -> None:
    text = "All rights reserved.\n\nRead more: nothing"
    assert not find_boilerplate(text, find_paragraphs(text)[0])


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. Ferry stops\n2. Mill closes\n3. Bridge opens", 3),
        ("1. Ferry stops\n2. Mill closes", 0),
        ("1. Ferry stops\n3. Mill closes\n2. Bridge opens", 0),
        ("News in brief\nThe ferry stops in May, the board said.\nThe mill closes in June, it said.", 2),
        ("News in briefs\nFerry stops\nIt stops in May, the board said.\nMill closes\nIt closes in June.", 2),
        ("The mill closes\nThe ferry stops in May, the board said.\nThe mill closes in June, it said.", 0),
    ],
)
def test_items_of_a_digest(text: str, items: int) -> None:
    assert len(find_items(text, find_paragraphs(text)[0])) == items


def test_paragraph_at() -> None:
    layout = analyze("First one.\n\nSecond one.")
    assert [layout.paragraph_at(i) for i in (0, 5, 11, 12, 20)] == [0, 0, 0, 1, 1]
    assert all(p.kind is not ParagraphKind.BOILERPLATE for p in layout.paragraphs)


def test_a_line_of_blanks_alone_holds_no_paragraph() -> None:
    assert analyze("\t" * 300_000).paragraphs == ()


@pytest.mark.parametrize(
    "notice",
    [
        "Ada Venn may be reached at the desk. Follow her for more.",
        "Like us on Facebook",
        "Loading Photo Gallery",
        "Skip to main content",
        "Subscribe | Log in",
        "Image source, Harbour Pictures",
        "Most read",
        "Staff Reports",
        "This is a developing story and will be updated.",
        "The Herald's Ada Venn and Tom Reed contributed to this report.",
        "Forward-looking statements",
        "Notes to editors\nAll figures are as of April.",
        "About Selby Valves\nSelby Valves makes valves in four countries.",
        "Disclaimer: the figures are given without warranty.",
        "The company undertakes no obligation to update them.",
        "Most read\n1. Mayor says sorry for swearing\n2. ‘I married my dentist’",
        "A version of this article appears in print on May 4 with the headline: Bridge Shut; Mayor Says It Was ‘Time’.",
        "Editor’s note: This story has been updated after the mayor said she was misquoted.",
        "Already a subscriber? Log in.",
        "You have 2 free articles left this month.",
        "We value your privacy. We and our 812 partners store information.",
        "This website uses cookies.",
        "Never miss a story. Get our briefing.",
        "Article continues after this advertisement",
        "Sponsored content",
        "Share or comment on this article: 'Bridge' was a ferry",
        "You must be logged in to post a comment.",
        "Do you have a story? Email the desk.",
        "Terms of Service Privacy Policy",
        "The views expressed in this article are the author's own.",
        "Image caption: Mayor Ada Brook said the bridge was the worst she had seen",
        "Joss Perry / Norpix",
        "AFP via Getty Images",
        "(Photo: Handout)",
        "WATCH: Mayor says sorry",
        "Next article: Mayor: ‘I like bridges’",
        "SOURCE Selby Valves Inc.",
        "Ada Venn covers bridges. She says she has crossed them all.",
        "About Selby Valves\nSelby Valves believes in valves.\nMedia contact:\nIda Roos, press@selby.example",
    ],
)
def test_notices_seen_in_the_wild(notice: str) -> None:
    layout = analyze(f"{STORY}\n{notice}\n")
    assert "\n".join(span.of(layout.text) for span in layout.boilerplate) == notice


@pytest.mark.parametrize(
    "line",
    [
        "Watch out for ice: the road to the bridge is slippery.",
        "Support for the bridge has grown since the storm.",
        "Stay or go: that is what the council asked itself on Monday.",
        "Get well cards came from both towns.",
        "Privacy was what the mayor wanted most.",
        "Version four of the plan was published in May.",
    ],
)
def test_a_sentence_that_begins_like_a_notice_is_none(line: str) -> None:
    assert not analyze(f"{STORY}\n{line}\n\nThe bridge was built by the county in 1961.\n").boilerplate


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("‘Hole in the ground’", ParagraphKind.HEADING),
        ('"We\'re not robots"', ParagraphKind.HEADING),
        ("“It is a hole.”", ParagraphKind.BODY),
    ],
)
def test_words_from_below_between_marks_are_a_heading(heading: str, kind: ParagraphKind) -> None:
    layout = analyze(f"{STORY}\n{heading}\n\nMoira Dell, a resident, said the bridge was a hole in the ground.\n")
    assert layout.paragraphs[-2].kind is kind
    assert bool(layout.quoted and heading[1:-1] in layout.quoted[-1].inner.of(layout.text)) is (
        kind is ParagraphKind.BODY
    )


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Staff Reports", None),
        ("By Jo Marsh", None),
        ("BAAR, NORLAND", None),
        ("Pittsburgh", None),
        ("Photo by Lena Wirt/Norpix", None),
        ("Updated 4 March 2025, 10:15", None),
        ("Dear Odile,", None),
        ("Workers on the bridge on Friday. Photo: Lena Wirt", None),
        ("Workers on the bridge (Lena Wirt/Norpix)", None),
        ("The bridge reopened on Monday after three years.", None),
        ("ORRIN FALLS – The bridge reopened", None),
        ("By Jo Marsh\n\nBridge reopens after three years", "Bridge reopens after three years"),
        ("LOCAL NEWS\n\nBridge reopens after three years", "Bridge reopens after three years"),
        ("Is the bridge safe?", "Is the bridge safe?"),
    ],
)
def test_what_is_a_headline_and_what_is_none(above: str, title: str | None) -> None:
    layout = analyze(f"{above}\n\n{STORY}")
    assert (layout.title and layout.title.of(layout.text)) == title


def test_a_line_goes_on_where_it_ends_no_sentence() -> None:
    text = "The council rules in the discharge of its \nduty under Article 12 of the law.\nIt met again.\n"
    assert [p.of(text) for p in find_paragraphs(text)[0]] == [
        "The council rules in the discharge of its \nduty under Article 12 of the law.",
        "It met again.",
    ]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("The minister said in the evening that she would\n cap the price\n by Monday.\nIt fell.", 2),
        ("In a speech to the whole council, he said that the old\nport\n, which he had opened, was sold.\nIt fell.", 2),
        (f"The dam broke at noon.\nrain fell there.\nuncil said it knew. {'All knew it too, ' * 6}and so\nhe ran", 4),
        ("Eggs\nflour\nmilk", 3),
        ("“We came and saw,” said Ned\nRowley, the captain. “It was\nthat kind of night, all sec-\nond to none.”", 1),
        ("The dam broke\nlate on Monday,\nit is said.\n\nA boat sank\nand was lost\nin the mud.", 2),
        (
            "Dam breaks in Kell\n\nThe old dam in Kell\nbroke on Monday in\na storm, it says.\n"
            "A boat that was on\nthe lake went down.",
            3,
        ),
        (
            "[14:02] <kelp> is the\ntide in yet, or shall\nwe wait here?\n"
            "[14:03] <edda> it is\nnot in, and we shall\nhave to wait.",
            2,
        ),
        ("Two large potatoes, boiled\none onion, peeled\na handful of parsley, chopped\nthree eggs, beaten well", 4),
    ],
    ids=[
        "parted at a link",
        "a comma begins a line",
        "no first letters",
        "a list",
        "a narrow column",
        "ragged lines",
        "a column without blanks",
        "a chat",
        "a long list",
    ],
)
def test_how_a_sentence_goes_on_below(text: str, paragraphs: int) -> None:
    assert len(find_paragraphs(text)[0]) == paragraphs


def test_the_title_of_another_article_below_its_label_is_no_text() -> None:
    link = "Related article\nMayor of Orrin Falls opens second bridge"
    assert [b.of(f"{STORY}{link}") for b in analyze(f"{STORY}{link}\n\n{STORY}").boilerplate] == link.split("\n")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("BRENN (Wire) - The dam broke.", "BRENN"),
        ("BRENN, Norland, Nov 4 (Wire) - The dam broke.", "BRENN, Norland"),
        ("BRENN, March 3, 2025 /Newsline/ -- The dam broke.", "BRENN"),
        ("The dam broke.", None),
    ],
)
def test_a_dateline_names_a_place(line: str, place: str | None) -> None:
    assert place_of(line, Range(0, len(line))) == place


def test_a_notice_at_an_end_of_a_long_paragraph_takes_no_news_with_it() -> None:
    news = (
        "The harbour board met on Monday to hear what the engineers had found under the quay, and it was not good. " * 5
    )
    for text in (f"This video can not be played {news}", f"{news}Sign up for our morning newsletter."):
        layout = analyze(f"The quay\n\nIt rained.\n\n{text}")
        assert not any(paragraph.kind is ParagraphKind.BOILERPLATE for paragraph in layout.paragraphs)
    short = analyze(f"The quay\n\nThis video can not be played\n\n{news}")
    assert [p.kind is ParagraphKind.BOILERPLATE for p in short.paragraphs] == [False, True, False]
