"""Whom a source stands for, in articles about invented people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from quotex.contract.records import SpeakerKind

if TYPE_CHECKING:
    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]

LINDQVIST = "Marta Lindqvist, the mayor of Harlow Bay, opened the bridge on Monday. "


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (LINDQVIST + "{Lindqvist} said <it was overdue>.", ["Marta Lindqvist"]),
        (LINDQVIST + "{She} said <it was overdue>.", ["Marta Lindqvist"]),
        (LINDQVIST + "{The mayor} said <it was overdue>.", ["Marta Lindqvist"]),
        (LINDQVIST + "{Ms. Lindqvist} said <it was overdue>.", ["Marta Lindqvist"]),
        (LINDQVIST + "{Lindqvist, who wore a hard hat,} said <it was overdue>.", ["Marta Lindqvist"]),
        ("{Retired Lt. Gen. Paul Osgood} said <the war was lost>. {Osgood} added <it was over>.", ["Paul Osgood"] * 2),
        ("{Sen. Ruth Calder, D-Ohio,} said <the bill was dead>. Calder voted against it.", ["Ruth Calder"]),
        (
            "{Bill Okafor-Reyes Jr.} said <the dam held>. {Okafor-Reyes} said <it would last>.",
            ["Bill Okafor-Reyes Jr."] * 2,
        ),
        ("Pedro de Vargas spoke first. {De Vargas} said <the talks failed>.", ["Pedro de Vargas"]),
        ("{Harlow Bank CEO John Petrov} said <profits fell>.", ["John Petrov"]),
        ("{Ruth Calder’s campaign manager Tom Birch} said <she would win>.", ["Tom Birch"]),
        ("{the director of the Harbour Board, Anna Keller}, said <ships were late>.", ["Anna Keller"]),
        ("{The chairman of the Harbour Board}, Anna Keller, said <ships were late>.", ["Anna Keller"]),
        ("{Anna} Keller said <ships were late>.", ["Anna Keller"]),
        ("{The Harlow Post} reported <the bridge was closed>.", ["Harlow Post"]),
        ("The Inter-Harbour Lending Bank (IHLB) met. {IHLB} said <rates would fall>.", ["Inter-Harbour Lending Bank"]),
        ("{Malgorzata Quorn, Jarek’s younger sister and a fellow singer}, said <it was loud>.", ["Malgorzata Quorn"]),
        ("{Jo Marsh, a teacher, and Tom Birch, a baker}, said <it was loud>.", [None]),
        ("Ruth Calder spoke to John Petrov, {who} said <he agreed>.", ["John Petrov"]),
    ],
)
def test_a_source_leads_to_the_fullest_name(resolved: Resolve, marked: str, names: list[str]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "kind", "description"),
    [
        ("{A senior harbour official} said <ships were late>.", SpeakerKind.PERSON, "A senior harbour official"),
        ("{One of the women} said <ships were late>.", SpeakerKind.PERSON, "One of the women"),
        ("Two bakers ran. {One} said <ships were late>.", SpeakerKind.PERSON, "One"),
        ("Two firms closed. {Another} said <ships were late>.", SpeakerKind.ORGANIZATION, "Another"),
        ("One user laughed. {The other} said <ships were late>.", SpeakerKind.PERSON, "The other"),
        ("{One of the letters} said <ships were late>.", SpeakerKind.DOCUMENT, "One of the letters"),
        ("Ada Brook got two letters. {One of them} said <ships were late>.", SpeakerKind.DOCUMENT, "One of them"),
        ("{Others} said <ships were late>.", SpeakerKind.GROUP, "Others"),
        ("{The vice-president} said <ships were late>.", SpeakerKind.PERSON, "The vice-president"),
        ("{A groundswell of voters} said <ships were late>.", SpeakerKind.GROUP, "A groundswell of voters"),
        ("{A series of letters} said <ships were late>.", SpeakerKind.DOCUMENT, "A series of letters"),
        ("{A tower of bricks} said <ships were late>.", SpeakerKind.UNKNOWN, "A tower of bricks"),
        ("{54% of respondents} said <ships were late>.", SpeakerKind.GROUP, "54% of respondents"),
        ("{The shipyard} said <ships were late>.", SpeakerKind.ORGANIZATION, "The shipyard"),
        ("{Two of the women} said <ships were late>.", SpeakerKind.GROUP, "Two of the women"),
        ("{A spokesman for Ruth Calder} said <she was ill>.", SpeakerKind.PERSON, "A spokesman for Ruth Calder"),
        (
            "{Harlow officials and NATO diplomats} said <it was time>.",
            SpeakerKind.GROUP,
            "Harlow officials and NATO diplomats",
        ),
        ("{Advisers to Mr. Osgood} said <he would run>.", SpeakerKind.GROUP, "Advisers to Mr. Osgood"),
        ("{Voters} said <they were tired>.", SpeakerKind.GROUP, "Voters"),
        ("{People briefed on the talks} said <they were off>.", SpeakerKind.GROUP, "People briefed on the talks"),
        ("{Court papers} said <the money was gone>.", SpeakerKind.DOCUMENT, "Court papers"),
        ("{A report by the ministry} said <the money was gone>.", SpeakerKind.DOCUMENT, "A report by the ministry"),
        ("According to {leaks from diplomats}, <the treaty is dead>.", SpeakerKind.GROUP, "leaks from diplomats"),
    ],
)
def test_an_unnamed_source_is_described_and_never_named(
    resolved: Resolve, marked: str, kind: SpeakerKind, description: str
) -> None:
    found = resolved(marked)
    speaker = found.speakers()[0]
    assert speaker is not None
    assert (speaker.kind, speaker.name, found.first("description")) == (kind, None, description)


@pytest.mark.parametrize("opening", ["", "- ", "“"])
def test_a_noun_that_opens_a_sentence_behind_a_mark_is_nobodys_name(resolved: Resolve, opening: str) -> None:
    found = resolved(f"{opening}{{People}} said <the ferries were late>. Ferries ran again on Friday.")
    assert found.names() == [None]


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        (
            "{Anna Keller, a former deputy director of the Harbour Board,} said <ships were late>.",
            "former deputy director of the Harbour Board",
        ),
        (
            "{the Secretary General of the League, Anna Keller}, said <ships were late>.",
            "Secretary General of the League",
        ),
        ("{Longtime Labour pollster Anna Keller} said <it was close>.", "Longtime Labour pollster"),
        (
            "{Anna Keller, who has served as governor of Norland for years,} said <it was close>.",
            "governor of Norland for years",
        ),
        ("{The Landvogt (regional PM) Anna Keller} said <it was close>.", "regional PM"),
        ("{Mrs. Keller} said <it was close>.", None),
        ("{The mayor of Norland, Anna Keller}, said <it was close>.", "mayor of Norland"),
        ("{The firm’s chief economist, Anna Keller}, said <it was close>.", "firm’s chief economist"),
        ("{Norland’s deputy mayor, Anna Keller}, said <it was close>.", "Norland’s deputy mayor"),
        ("{Chief Operating Officer Anna Keller} said <it was close>.", "Chief Operating Officer"),
        ("{Anna Keller, 41, a volcanologist at the institute,} said <it was close>.", "volcanologist at the institute"),
    ],
)
def test_a_role_is_verbatim_and_has_no_article(resolved: Resolve, marked: str, role: str | None) -> None:
    assert resolved(marked).first("role") == role


def test_the_affiliation_is_the_organisation_in_the_role(resolved: Resolve) -> None:
    found = resolved("{Anna Keller, a lawyer at the Norland Policy Institute,} said <it was close>.")
    assert found.first("affiliation") == "Norland Policy Institute"


def test_two_with_one_surname_are_told_apart_by_title(resolved: Resolve) -> None:
    found = resolved(
        "John Marsh and Carla Marsh met in Harlow. {Mrs. Marsh} said <it rained>. {Mr. Marsh} said <it did not>."
    )
    assert found.names() == ["Carla Marsh", "John Marsh"]


def test_a_campaign_is_not_its_candidate(resolved: Resolve) -> None:
    found = resolved(
        "Ruth Calder lost. {The Calder campaign} said <votes were missing>. {The campaign} said <it would sue>."
    )
    assert found.names() == ["Calder campaign"] * 2
    assert found.resolution.speakers[0].kind is SpeakerKind.ORGANIZATION


def test_two_sources_stay_apart_and_the_source_is_the_last_one(resolved: Resolve) -> None:
    found = resolved(
        "{A source} said <it was late>. {Another source} said <it was early>. {The source} said <that was all>."
    )
    first, second, third = found.resolution.speaker_of
    assert first != second == third


def test_the_words_i_and_we_inside_speech_are_the_speakers(resolved: Resolve) -> None:
    found = resolved("“<{I} think <the dam will hold> and that is all>,” said {Anna Keller}.")
    assert found.names() == ["Anna Keller"] * 2


def test_a_paragraph_of_speech_goes_on_with_the_speaker_before(resolved: Resolve) -> None:
    found = resolved(
        "{Anna Keller} said, “<The dam will hold>.”\n“<We tested every wall of it twice last year>.”\nNobody answered."
    )
    assert found.names() == ["Anna Keller"] * 2


def test_speech_without_a_source_elsewhere_stays_unknown(resolved: Resolve) -> None:
    found = resolved("{Anna Keller} said, “<The dam will hold>.”\nIt rained.\nA banner read “<No more dams>” all day.")
    assert found.names() == ["Anna Keller", None]


def test_short_forms_lend_the_kind_of_the_full_name(resolved: Resolve) -> None:
    found = resolved(
        "{Halvorsen} denied <the report>. Jens Halvorsen leads the League. {Halvorsen} said <it was false>."
    )
    assert found.names() == ["Jens Halvorsen"] * 2
    assert [c.kind for c in found.resolution.speakers] == [SpeakerKind.PERSON]
