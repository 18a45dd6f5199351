"""Who speaks in an interview: labels lead to the names of the article."""

from __future__ import annotations

from quotex.pipeline.extractor import Extractor

INTRO = "Zenobia Quarrick has run the county's bridges since 2011. Quarrick spoke to The Orrin Herald in May.\n\n"


def speakers(extractor: Extractor, text: str) -> list[str | None]:
    extraction = extractor.extract(text)
    names = {s.id: s.name for s in extraction.speakers}
    return [names.get(q.speaker or "") for q in extraction.quotes if q.cue is None]


def test_a_surname_in_capitals_is_the_person_of_the_introduction(extractor: Extractor) -> None:
    text = (
        f"{INTRO}HERALD: Why is the bridge closed?\n\nQUARRICK: Because two of its piers moved.\n\n"
        "HERALD: When will it open?\n\nQUARRICK: Not before March.\n"
    )
    assert speakers(extractor, text)[1::2] == ["Zenobia Quarrick", "Zenobia Quarrick"]


def test_answers_by_letter_are_the_persons_who_speaks_elsewhere(extractor: Extractor) -> None:
    text = (
        f"{INTRO}“It is a good bridge,” Quarrick said.\n\n"
        "Q. Why is it closed?\n\nA. Because two of its piers moved.\n\nQ. When will it open?\n\nA. Not before March.\n"
    )
    assert speakers(extractor, text) == [None, "Zenobia Quarrick", None, "Zenobia Quarrick"]


def test_a_title_in_a_label_is_no_part_of_a_made_up_name(extractor: Extractor) -> None:
    text = "Orrin coach Ada Brook: “We ran.”\n\nKell captain Jon Lund: “We did not.”\n"
    assert speakers(extractor, text) == ["Ada Brook", "Jon Lund"]
    letters = (
        "DEAR ODILE: Should I go? -- TIRED IN KELL\n\nDEAR TIRED: I would.\n\nDEAR ODILE: May I? -- COLD IN VINT\n"
    )
    assert speakers(extractor, letters) == [None, None, None]


def test_a_label_can_be_an_office_of_two_words_and_a_name(extractor: Extractor) -> None:
    asked, said = "Reporter: Do you regret it?", "Prime Minister Jana Olt: I regret the coffee."
    text = f"{asked}\n\n{said}\n\nReporter: Will you resign?\n\nPrime Minister Jana Olt: I will not.\n"
    assert speakers(extractor, text) == [None, "Jana Olt", None, "Jana Olt"]


def test_letters_are_of_who_asks_and_who_answers_and_of_nobody_with_a_label(extractor: Extractor) -> None:
    heard = (
        "MR. TARR: We object.\n\nBY MR. TARR:\n\nQ. You saw the gun?\n\nA. I did not.\n\nQ. Who did?\n\nA. My cousin.\n"
    )
    assert speakers(extractor, heard) == ["TARR", "TARR", None, "TARR", None]
    asked = heard.replace("BY MR. TARR:", "EXAMINATION BY MS. ODELL").replace(
        "saw the gun", "signed the paper, Mr. Karr"
    )
    assert speakers(extractor, asked) == ["TARR", "ODELL", "Karr", "ODELL", "Karr"]


def test_who_signs_a_question_does_not_answer_it(extractor: Extractor) -> None:
    text = (
        "Dr. Phil Hart answers your questions\n\nQ: My knee clicks. Should I worry? – Mary, 54\n\n"
        "A: Only if it hurts. I would rest it.\n\nQ: Can I run? – Tom, Orrin\n\nA: I would say yes.\n"
    )
    assert speakers(extractor, text) == ["Mary", "Phil Hart", "Tom", "Phil Hart"]
