"""Quotations of whole passages, with the packaged model."""

from __future__ import annotations

import pytest

from quotex.contract.records import Act, Extraction, QuoteType, Stance
from quotex.pipeline.extractor import Extractor

REST = "\n\nThe council of Orrin Falls meets again in March. The bridge stays closed until then.\n"


def found(extraction: Extraction) -> list[tuple[str, str | None, str | None]]:
    return [(q.text, q.cue.text if q.cue else None, q.source.text if q.source else None) for q in extraction.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The bridge will not open this year,” said Ada Brook, the county engineer. “It is not safe.”",
            [
                (
                    "The bridge will not open this year, … It is not safe.",
                    "said",
                    "Ada Brook, the county engineer",
                )
            ],
            id="cut by its attribution",
        ),
        pytest.param(
            "The bridge will stay closed until March, according to the county engineer.",
            [("The bridge will stay closed until March", "according to", "the county engineer")],
            id="according to",
        ),
        pytest.param(
            "The mayor, Tom Birch, came. The bridge will be closed until the spring, Birch pointed out for his part.",
            [("The bridge will be closed until the spring", "pointed out", "Birch")],
            id="for his part",
        ),
        pytest.param(
            "«The bridge is not safe, ”said the engineer of the county, Ada Brook.",
            [("The bridge is not safe", "said", "the engineer of the county, Ada Brook")],
            id="mangled marks",
        ),
        pytest.param(
            "“They have let the bridge rot “, remarked Brook, who had inspected it. “Nobody listened “, she added.",
            [
                ("They have let the bridge rot", "remarked", "Brook, who had inspected it"),
                ("Nobody listened", "added", "she"),
            ],
            id="blanks on the wrong side",
        ),
        pytest.param(
            "“I only held the ladder,” he is heard telling the driver. “Nobody fell.” A clerk noted that it rained.",
            [
                ("I only held the ladder, … Nobody fell.", "is heard telling the driver", "he"),
                ("it rained", "noted", "A clerk"),
            ],
            id="heard in a recording",
        ),
        pytest.param(
            "“I held the ladder,” Ada Brook told the court. “Who would not?” The clerk said that it had rained.",
            [
                ("I held the ladder, … Who would not?", "told the court", "Ada Brook"),
                ("it had rained", "said", "The clerk"),
            ],
            id="another tells something in the next sentence",
        ),
        pytest.param(
            "“Who would not have held the ladder?” The clerk asked.",
            [("Who would not have held the ladder?", "asked", "The clerk")],
            id="a capital behind a question",
        ),
        pytest.param(
            "The paper expressed “grave concern” over the road to Orrin and Lorne “and its towers.”",
            [("“grave concern” over the road to Orrin and Lorne “and its towers.”", "expressed", "The paper")],
            id="a name before a mark is no second source",
        ),
        pytest.param(
            "Ada Brook, the county engineer, was blunt. “It will fall.”",
            [("It will fall.", None, "Ada Brook, the county engineer")],
            id="who acts before it",
        ),
        pytest.param(
            "Ada Brook is a fishmonger with a stall by the bridge.\n\n“I have stood here for years. Nobody asked me.”",
            [("I have stood here for years. Nobody asked me.", None, "Ada Brook")],
            id="the one person above it",
        ),
        pytest.param(
            "The officials met at noon.\n\n“I have stood here for years. They should have asked me.”",
            [("I have stood here for years. They should have asked me.", None, None)],
            id="several persons above it",
        ),
        pytest.param(
            "“It will not hold,” Ada Brook said. “A bridge too far” The council meets on Monday.",
            [("It will not hold", "said", "Ada Brook")],
            id="a heading between marks run into the text",
        ),
        pytest.param(
            "“It will not hold,” Ada Brook said. “It is a bridge too far.” The council meets on Monday.",
            [("It will not hold, … It is a bridge too far.", "said", "Ada Brook")],
            id="a sentence between marks",
        ),
        pytest.param(
            "The hall was full. “A bridge too far” Ada Brook called it. Nobody clapped.",
            [("A bridge too far", "called it", "Ada Brook")],
            id="words between marks whose cue is behind them",
        ),
        pytest.param(
            "CLAIM: Brook: “The council left us the worst bridge since the war”. VERDICT: The survey does not say so.",
            [("The council left us the worst bridge since the war", ":", "Brook")],
            id="a label behind a label",
        ),
        pytest.param(
            "What they said: • “We want the gate back” – Ada Brook, mayor • “It is gone for ever” – Tom Birch, guard",
            [
                ("We want the gate back", "–", "Ada Brook, mayor"),
                ("It is gone for ever", "–", "Tom Birch, guard"),
            ],
            id="signed before a bullet",
        ),
        pytest.param(
            "‘I grieve for the man I was’ - Inquiry to begin in May\n\nThe flood at Orrin Falls took nine lives.",
            [("I grieve for the man I was", None, None)],
            id="the rest of a headline behind a dash",
        ),
        pytest.param(
            "‘I grieve for the man I was’ - mayor\n\nThe flood at Orrin Falls took nine lives.",
            [("I grieve for the man I was", None, "mayor")],
            id="a name behind a dash in a headline",
        ),
        pytest.param(
            "Three things the coach, Ada Brook, said:\n\n1. “We were slow.”\n2. “We were late.”",
            [("We were slow. … We were late.", "said", "the coach, Ada Brook")],
            id="what a colon says they are",
        ),
        pytest.param(
            "Ada Brook said the mill was safe: “I will not sell it.”",
            [("the mill was safe … I will not sell it.", "said", "Ada Brook")],
            id="a clause before a colon",
        ),
        pytest.param(
            "What they said\n\nAda Brook, mayor – “It will last.”\nTom Birch, watchman – “It will not.”",
            [("It will last.", "–", "Ada Brook, mayor"), ("It will not.", "–", "Tom Birch, watchman")],
            id="labels that a dash ends",
        ),
        pytest.param(
            "The mayor, Ada Brook – “the iron lady” to her friends – opened the bridge.",
            [],
            id="an aside behind a dash",
        ),
        pytest.param(
            "Readers were kind. “I wept twice.” (Tom Birch, Orrin Falls)",
            [("I wept twice.", "(", "Tom Birch, Orrin Falls")],
            id="signed in brackets",
        ),
        pytest.param(
            "Reviews were kind. “The best show of the year” – Orrin Chronicle. “I wept twice” – Tom Birch, The Stage.",
            [
                ("The best show of the year", "–", "Orrin Chronicle"),
                ("I wept twice", "–", "Tom Birch, The Stage"),
            ],
            id="signed behind dashes",
        ),
        pytest.param(
            "The engineer, Ada Brook, points to the wall. “That is where it cracked.” She wipes her hands.",
            [("That is where it cracked.", None, "The engineer, Ada Brook")],
            id="what is done before it is not said",
        ),
        pytest.param(
            "The bridge was sound, Brook said. It would last another ten years. The mayor opened the hall at nine.",
            [("The bridge was sound … It would last another ten years", "said", "Brook")],
            id="reported speech goes on",
        ),
    ],
)
def test_quotation(extractor: Extractor, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert found(extractor.extract(text + REST)) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“It will not open,” said Ada Brook, the county engineer. “It is not safe.”", 1),
        ("“It will not open,” said Ada Brook, the county engineer. “It is safe,” said the mayor, Tom Birch.", 2),
        ("“It will not open,” said Ada Brook. She left the hall. “It is safe,” said the mayor, Tom Birch.", 2),
    ],
)
def test_a_quotation_goes_on_behind_its_attribution_and_no_further(extractor: Extractor, text: str, parts: int) -> None:
    lost = (text + REST).replace("\n", " ")
    assert len(extractor.extract(lost).quotes) == parts


def test_a_quotation_over_paragraphs_is_one(extractor: Extractor) -> None:
    text = (
        "Ada Brook, the county engineer, said: “We looked at the bridge in June.\n\n"
        "“We looked at it again in July, and it was worse.\n\n"
        "“We closed it the same day.”\n"
    )
    (quote,) = extractor.extract(text + REST).quotes
    assert [span.text for span in quote.spans] == [
        "We looked at the bridge in June.",
        "We looked at it again in July, and it was worse.",
        "We closed it the same day.",
    ]
    assert quote.type is QuoteType.DIRECT


def test_paragraphs_of_direct_speech_behind_a_reported_sentence_are_a_quotation_of_their_own(
    extractor: Extractor,
) -> None:
    said = "The engineer, Ada Brook, said the bridge would open in March."
    speech = "\n\n“We have the money. We have the plans.\n\n“I give you my word on that.”"
    reported, direct = extractor.extract(said + speech + REST).quotes
    assert (reported.type, reported.text) == (QuoteType.INDIRECT, "the bridge would open in March")
    assert (direct.type, len(direct.spans)) == (QuoteType.DIRECT, 2)
    assert direct.speaker == reported.speaker is not None


def test_a_quotation_whose_paragraphs_were_run_together_is_one(extractor: Extractor) -> None:
    text = (
        "Ada Brook, the county engineer, said: “We looked at the bridge in June. “We looked at it again in July, and "
        "it was worse. “We closed it the same day.” The mayor was not there."
    )
    extraction = extractor.extract(text + REST)
    (quote,) = extraction.quotes
    assert len(quote.spans) == 3
    assert not extraction.warnings


def test_a_colon_leads_into_the_next_paragraph(extractor: Extractor) -> None:
    text = "Ada Brook, the county engineer, wrote to the council:\n\n“The bridge is not safe, and it never was.”\n"
    (quote,) = extractor.extract(text + REST).quotes
    assert quote.text == "The bridge is not safe, and it never was."
    assert quote.source is not None
    assert "Ada Brook" in quote.source.text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It takes me half an hour longer than it did before.” ― Tessa Orlan", "Tessa Orlan"),
        ('"Nobody asked us, and nobody will next time." -- Bram Ekdahl, a baker.', "Bram Ekdahl, a baker"),
        ("“I like it, and so do my children, who cycle over it.”\n\n– Ilse Corbin, teacher", "Ilse Corbin"),
    ],
)
def test_a_name_behind_a_dash_signs_a_quotation(extractor: Extractor, text: str, source: str) -> None:
    (quote,) = extractor.extract(text + REST).quotes
    assert quote.type is QuoteType.DIRECT
    assert quote.source is not None
    assert quote.source.text == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It is a ruin.\n\n“Nobody mends it.”\n\n— Ulf Strom, keeper", "Ulf Strom"),
        ("“It is a ruin.\n\n“It will be mended.”\n\n“— The County (@TheCounty) May 3, 2024”", "The County"),
        (
            "Ada Brook warned that it was a ruin.\n\n“It will fall soon.”\n\nUlf Strom, a farmer, agreed.",
            "Ada Brook",
        ),
    ],
)
def test_whose_quotation_paragraphs_above_a_name_are(extractor: Extractor, text: str, source: str) -> None:
    quote = extractor.extract(text + REST).quotes[-1]
    assert quote.type is QuoteType.DIRECT
    assert quote.source is not None
    assert quote.source.text == source


@pytest.mark.parametrize(
    "text",
    [
        "The ministers are expected to agree on a new plan for the bridge.",
        "Work on the bridge is expected to begin in May.",
        "The film “The Bridge of Orrin Falls” opened on Friday in forty cinemas.",
        "The so-called “bridge tax” brought in nine million crowns last year.",
        "Is the bridge safe?\nYes, according to the engineer Lou Bartek.",
        "The keys were with an engineer who asked not to be named because the inquiry had not begun.",
    ],
)
def test_nobody_said_it(extractor: Extractor, text: str) -> None:
    assert not extractor.extract(text + REST).quotes


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("These are the tricks engineers say the county has used to save money.", ["engineers"]),
        ("The pier moved by an inch, the Post reported, citing two engineers.", ["the Post"]),
        (
            "Ada Brook said the plan was meant to make the town pay twice.\n\n“They wanted our money. They got it.”",
            ["Ada Brook"],
        ),
        (
            "“It felt like it,” Brook told the Post when asked by Tom Birch if he liked the year.\n\n"
            "“At the start of it, they came to me. I gave it my all.”",
            ["Brook", "Tom Birch"],
        ),
        ("Marsh fled the strait to Norland, which accuses him of lying about the port.", ["Norland"]),
        ("Marsh told Ada Brook, who said the port was closed.", ["Ada Brook"]),
        ("The port is shut. Related article Ada Brook says the port is full of holes Marsh left the hall.", []),
        ("The port is shut. They read more: Ada Brook says the port is full of holes.", ["Ada Brook"]),
        ("Ada Brook was criticised for saying that the guards should be searched.", ["Ada Brook"]),
        ("The mayor has come under fire for not saying that he is sorry.", ["The mayor"]),
        ("Marsh was asked if the county would pay, but said that was a matter for Brook.", ["Marsh"]),
        (
            "Three guards were hurt near Kell, the news site Dala reported, citing the prosecutor.",
            ["the news site Dala"],
        ),
        ("The firm will cut 300 jobs, the Herald said, quoting people who know of it.", ["the Herald"]),
        (
            "KELL, Norland — The owner of the pond, Dale Crisp, said by phone that he would appeal.",
            ["The owner of the pond, Dale Crisp"],
        ),
    ],
)
def test_who_says_it(extractor: Extractor, text: str, sources: list[str]) -> None:
    quotes = extractor.extract(text + REST).quotes
    assert [quote.source.text for quote in quotes if quote.source and not quote.within] == sources


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The county would not say whether the bridge was safe.", [Act.SAID]),
        ("The county engineer refused to say how the fire on the bridge began.", [Act.SAID]),
        ("The county has not confirmed any timing for the sale of the bridge.", []),
    ],
)
def test_silence_on_a_question_is_told(extractor: Extractor, text: str, acts: list[Act]) -> None:
    quotes = extractor.extract(text + REST).quotes
    assert [quote.act for quote in quotes] == acts
    assert all(quote.stance is Stance.WITHHOLDS for quote in quotes)


def test_a_heading_in_capitals_names_nobody(extractor: Extractor) -> None:
    text = "“It was a Friday.\n\n“Nobody asked me.”\n\nWHAT COMES NEXT"
    assert not extractor.extract(text + REST).speakers


def test_thoughts_say_that_they_are(extractor: Extractor) -> None:
    extraction = extractor.extract(
        "Ada Brook believes that the bridge will hold until spring. She hopes that the council will open it soon."
        + REST
    )
    assert [q.stance for q in extraction.quotes] == [Stance.THINKS, Stance.HOPES]


def test_turns_of_an_interview(extractor: Extractor) -> None:
    text = (
        "Ada Brook has run the county's bridges since 2011. She spoke to The Orrin Herald.\n\n"
        "HERALD: Why is the bridge closed?\n\n"
        "BROOK: Because two of its piers moved. Nobody can say why.\n\n"
        "We found out in June, when my deputy measured them.\n\n"
        "HERALD: When will it open?\n\n"
        "BROOK: Not before March.\n\n"
        "The bridge was built in 1934.\n"
    )
    quotes = extractor.extract(text).quotes
    assert [(q.source.text, q.spans[-1].text) for q in quotes if q.source and q.source.text.isupper()] == [
        ("HERALD", "Why is the bridge closed?"),
        ("BROOK", "We found out in June, when my deputy measured them."),
        ("HERALD", "When will it open?"),
        ("BROOK", "Not before March."),
    ]


def test_turns_with_one_label_are_of_one_speaker(extractor: Extractor) -> None:
    text = (
        "MODERATOR: Good evening. We start with the bridge.\n\nMS. BROOK: Thank you. I would mend it first.\n\n"
        "MODERATOR: And Mr. Birch?\n\nMR. BIRCH: I would not. It is fine.\n\nMODERATOR: The ferry?\n\n"
        "MS. BROOK: It runs, sir.\n"
    )
    moderator, brook, birch = extractor.extract(text).speakers
    assert [len(speaker.mentions) for speaker in (moderator, brook, birch)] == [3, 2, 2]


def test_a_handle_is_a_source_with_its_sign(extractor: Extractor) -> None:
    (quote,) = extractor.extract("The bridge is shut. “It will fall,” wrote @orrinbridge." + REST).quotes
    assert quote.source is not None
    assert quote.source.text == "@orrinbridge"


def test_a_note_before_a_colon_is_no_turn(extractor: Extractor) -> None:
    text = "NOTE: The bridge is closed.\n\nThe ferry runs every hour. A ticket costs little.\n\nUPDATE: It is open.\n"
    assert not [q for q in extractor.extract(text).quotes if q.cue is None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Orrin Crown Court heard that Birch had struck the guard in May.", "Orrin Crown Court"),
        ("The inquest heard that the brakes had failed.", "The inquest"),
        ("The neighbours heard that the brakes had failed.", None),  # they know it, and have not said so
    ],
)
def test_what_a_court_heard_was_said_there(extractor: Extractor, text: str, source: str | None) -> None:
    said = [quote for quote in extractor.extract(text + REST).quotes if quote.stance is Stance.ASSERTS]
    assert [quote.source and quote.source.text for quote in said] == ([source] if source else [])


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The bridge will stay closed until March, the county engineer said.", Act.SAID),
        ("The court heard the engineer had slept in his car for most of the night.", Act.SAID),
        ("The county engineer hopes that the bridge will be open by March.", Act.THOUGHT),
    ],
)
def test_what_is_said_is_told_from_what_is_thought(extractor: Extractor, text: str, act: Act) -> None:
    assert [quote.act for quote in extractor.extract(text + REST).quotes] == [act]


@pytest.mark.parametrize(
    ("between", "second"),
    [
        ("The secretary of the council, Nils Reed, shook his head. ", "Nils Reed"),
        ("Visitors had left flowers at the closed bridge and a note, ", None),
        ("Council leader Nils Reed: ", "Nils Reed"),
    ],
)
def test_whose_words_stand_behind_others_is_not_who_spoke_last(
    unsure: Extractor, between: str, second: str | None
) -> None:
    text = f"“We looked at the bridge in June,” Ada Brook said on Monday. {between}“It was not safe.”"
    extraction = unsure.extract(text + REST)
    names = {speaker.id: speaker.name for speaker in extraction.speakers}
    assert [names.get(quote.speaker or "") for quote in extraction.quotes] == ["Ada Brook", second]


def test_whoever_answers_does_not_ask_the_next_question(extractor: Extractor) -> None:
    found = extractor.extract(
        "Three were in court on Monday.\n\nProsecutor Nina Cole asked: “Did you sell Mr Roe berth 14?”\n\n"
        "“I may have,” said Bo Lund.\n\n“There are 13 berths in the port, are there not?”\n\n“There are now.”\n\n"
        "The trial goes on.\n"
    )
    names = {s.id: s.name for s in found.speakers}
    told = [(q.text, names.get(q.speaker or "")) for q in found.quotes]
    assert told[:2] == [("Did you sell Mr Roe berth 14?", "Nina Cole"), ("I may have", "Bo Lund")]
    assert {name for _, name in told[2:]} <= {None}


def test_a_statement_without_marks_goes_on_in_the_first_person(extractor: Extractor) -> None:
    found = extractor.extract(
        "Goalkeeper Marek Lund is leaving Kell Rovers. In a statement, he said:\n\n"
        "I came here at 19 with one bag. I leave at 34 with three children.\n\n"
        "To the fans: you sang my name when I did not deserve it.\n\nI will always be a Rover.\n\n"
        "Rovers play Orrin on Saturday.\n"
    )
    assert [q.text.split()[:2] for q in found.quotes] == [["I", "came"]]
    assert [len(q.spans) for q in found.quotes] == [3]


def test_what_is_told_of_a_relative_pronoun_alone_says_nothing(extractor: Extractor) -> None:
    text = (
        "A new bridge, which both sides say they want, would take at least four years; the agency estimates that it "
        "would cost 3m."
    )
    assert [quote.cue and quote.cue.text for quote in extractor.extract(text).quotes] == ["estimates"]
