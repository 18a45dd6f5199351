"""Names that were lost or cut: in long titles, in clauses, at small words, and in the sentence that follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marked_articles import Resolved

Resolve = Callable[[str], Resolved]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Dolen’s Deputy Premier and Chair of the Lake Bank, Dr Carla Reed,} said <it was late>.", "Carla Reed"),
        ("{Guild of Chief Pilots president Carla Reed} said <it was late>.", "Carla Reed"),
        ("{Carla Reed, Vice President Norlys America,} said <it was late>.", "Carla Reed"),
        ("{Dolen Bank Deputy Governor and Head of Markets Felix Marsh} said <it was late>.", "Felix Marsh"),
        ("{Dolen’s President and Chief of the Forces, H.E. General Paul Marsh,} said <no>.", "Paul Marsh"),
        ("{Mayor-elect and former police captain Carla Reed} said <it was late>.", "Carla Reed"),
        ("{Local baker and mother of three Carla Reed} said <it was late>.", "Carla Reed"),
        ("{Carla Reed, defending Mr Birch,} said <it was late>.", "Carla Reed"),
        ("{A lawyer defending Mr Birch} said <it was late>.", None),
        ("{An officer guarding Mayor Tom Birch} said <it was late>.", None),
        ("{Police hunting Tom Birch} said <it was late>.", None),
        ("{The leading striker Tom Birch} said <it was late>.", "Tom Birch"),
        ("{Food and Civil Supplies Minister Carla Reed} said <it was late>.", "Carla Reed"),
        ("{Health and Safety Commissioner Carla Reed} said <it was late>.", "Carla Reed"),
        ("{The Permanent Secretary for Fisheries Ruth-Ann Reed} said <it was late>.", "Ruth-Ann Reed"),
        ("{A father of two named Paul} said <it was late>.", "Paul"),
        ("{The hacker, known online as “Zero”,} said <it was late>.", "Zero"),
        ("{A docker} who goes by the name Slim said <it was late>.", "Slim"),
        ("{A docker known as “Slim”} said <it was late>.", "Slim"),
        ("{A nurse}, who asked to be called Carla, said <it was late>.", "Carla"),
        ("{A man} who identified himself only as Paul said <it was late>.", "Paul"),
        ("{A docker} called Marsh a liar who said <it was late>.", None),
        ("{A clerk for a group called Norlys} said <it was late>.", None),
    ],
)
def test_the_person_named_in_the_words_or_the_clause_behind(resolved: Resolve, marked: str, name: str | None) -> None:
    assert resolved(marked).names() == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{The Harbour Workers and Pilots Foundation} said <it was late>.", "Harbour Workers and Pilots Foundation"),
        ("{The Food and Farming Organization} said <it was late>.", "Food and Farming Organization"),
        ("{Guild of Chief Pilots} said <it was late>.", "Guild of Chief Pilots"),
        ("{The Sorrish Embassy in Norland} said <it was late>.", "Sorrish Embassy in Norland"),
        ("{The U.S. Attorney’s Office for the East} said <it was late>.", "U.S. Attorney’s Office for the East"),
        (
            "{The Department for Ports, Quays and Coastal Trade} said <it was late>.",
            "Department for Ports, Quays and Coastal Trade",
        ),
        (
            "<It was late>, said {Department for Farms, Ports and Coastal Trade}.",
            "Department for Farms, Ports and Coastal Trade",
        ),
        (
            "{The U.S. Attorney’s Office for the Southern District of Vellmar} said <it was late>.",
            "U.S. Attorney’s Office for the Southern District of Vellmar",
        ),
        ("{Doctors Without Borders} said <it was late>.", "Doctors Without Borders"),
        ("It was late at the Harbour Board Some 137 boats were lost. {The board} said <no>.", "Harbour Board"),
        ("It was made by Quorn Ltd. {The company} said <it was late>.", "Quorn Ltd."),
        (
            "{The Office of Norland’s Prosecutor General} said <it was late>.",
            "Office of Norland’s Prosecutor General",
        ),
        ("{Jo Marsh, of the office of Norland’s Ada Brook,} said <it was late>.", "Jo Marsh"),
        ("{Press freedom group the Committee to Protect Quays} said <it was late>.", "Committee to Protect Quays"),
        ("{The head of the Committee to Protect Quays} said <it was late>.", None),
        ("{The Altrin and Dale West MP} said <it was late>.", None),
        ("{The University of Norland at Oslo} said <it was late>.", "University of Norland at Oslo"),
        ("{The Roads and Bridges Minister} said <it was late>.", None),
        ("{Number 11} said <it was late>.", "Number 11"),
        ("{People’s Voice} said <it was late>.", "People’s Voice"),
        ("{The Foreign Minister} said <it was late>.", None),
        ("{The outgoing Work and Pensions Secretary} said <it was late>.", None),
        ("{Both the Harbour Board and Ports Office} said <it was late>.", "Harbour Board and Ports Office"),
    ],
)
def test_a_body_is_named_whole(resolved: Resolve, marked: str, name: str | None) -> None:
    assert resolved(marked).names() == [name]


def test_a_house_is_one_however_its_number_is_written(resolved: Resolve) -> None:
    found = resolved("{No 10} said <the budget was late>. {Number 10} said <it was dark>.")
    assert len(found.resolution.speakers) == 1


def test_a_name_goes_on_behind_the_end_of_a_line(resolved: Resolve) -> None:
    assert resolved("{Carla Sand-\nstrom} said <it was late>.").names() == ["Carla Sand-\nstrom"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Paul Marsh} told Carla Reed on Monday: <Leave North Dolen>.", "Paul Marsh"),
        ("<Save Dolen Bay,> {Carla Reed} wrote on Tuesday.", "Carla Reed"),
    ],
)
def test_a_line_with_a_verb_in_small_letters_is_no_headline(resolved: Resolve, marked: str, name: str) -> None:
    assert resolved(marked).names() == [name]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("{A young nurse} said <it was late>.\n\nCarla Reed left. {Reed} said <no>.", ["Carla Reed", "Carla Reed"]),
        ("{A young nurse} said <it was late>.\n\nIt rained on Carla Reed.\n\n{Reed} said <no>.", [None, "Carla Reed"]),
    ],
)
def test_whom_an_article_opens_with_is_named_in_the_next_sentence(
    resolved: Resolve, marked: str, names: list[str | None]
) -> None:
    assert resolved(marked).names() == names


def test_a_newspaper_is_not_short_for_one_that_is_given_in_full_again(resolved: Resolve) -> None:
    found = resolved("{The Dolen Post} said <a>. {The Post} said <b>. {The Dolen Post} said <c>.")
    assert found.names() == ["Dolen Post", "Post", "Dolen Post"]


def test_nobody_is_the_leader_of_his_party_for_himself(resolved: Resolve) -> None:
    found = resolved("Paul Marsh was blamed by {the deputy leader of his party}, who said <it was late>.")
    assert found.names() == [None]


@pytest.mark.parametrize(
    ("marked", "role", "affiliation"),
    [
        ("Carla Reed is the head of Norlys Rail. {Reed} said <no>.", "head of Norlys Rail", "Norlys Rail"),
        ("Carla Reed is the pride of the town. {Reed} said <no>.", None, None),
        ("{Nurses Union President Carla Reed} said <no>.", "Nurses Union President", "Nurses Union"),
        (
            "{Council of Dolen Ports chair Carla Reed} said <no>.",
            "Council of Dolen Ports chair",
            "Council of Dolen Ports",
        ),
        ("{Far-right activist Carla Reed} said <no>.", "Far-right activist", None),
        ("{The Dolen mayor Carla Reed, a Democrat,} said <no>.", "Dolen mayor", None),
        ("{Republican Lt. Gov. Carla Reed} said <no>.", "Republican Lt. Gov.", None),
        ("{First Lady Carla Reed} said <no>.", "First Lady", None),
        ("Carla Reed - already a lawyer - left. {Reed} said <no>.", "lawyer", None),
        (
            "{Carla Reed, a Republican running for state Senate,} said <no>.",
            "Republican running for state Senate",
            None,
        ),
        ("{Farmers Union vice-president Carla Reed} said <no>.", "Farmers Union vice-president", "Farmers Union"),
        ("{Carla Reed, who leads the Dolen Guild,} said <no>.", None, "Dolen Guild"),
        ("{Dolen Bank spokesman Rear Adm. Paul Marsh} said <no>.", "Dolen Bank spokesman Rear Adm.", "Dolen Bank"),
        ("She wrote it on X. {Norwegian President Carla Reed} said <no>.", "Norwegian President", None),
        ("{Some Sailors Do 'Ave 'Em writer Carla Reed} said <no>.", "writer", None),
        ("{The Norwegian ambassador to the UN, Carla Reed,} said <no>.", "Norwegian ambassador to the UN", None),
        ("Paul Marsh met Carla Reed, the official told them. {Reed} said <no>.", None, None),
        (
            "{Carla Reed, a nurse and managing partner at Dolen Bank,} said <no>.",
            "nurse and managing partner at Dolen Bank",
            "Dolen Bank",
        ),
        ("{Supt Carla Reed, of Dolen and Orrin Police,} said <no>.", "Supt", "Dolen and Orrin Police"),
        (
            "{Carla Reed, the chief executive of Dolen and Orrin Rugby Club,} said <no>.",
            "chief executive of Dolen and Orrin Rugby Club",
            "Dolen and Orrin Rugby Club",
        ),
        ("{Carla Reed, a nurse and MP for Dolen and Orrin,} said <no>.", "nurse and MP for Dolen and Orrin", None),
        ("{Carla Reed, from Dolen, Norway,} said <no>.", None, None),
        ("{The secretary for the West, Carla Reed,} said <no>.", "secretary for the West", None),
        (
            "{Dolen Democratic and Labour Party (DDLP) MP Carla Reed} said <no>.",
            "Dolen Democratic and Labour Party (DDLP) MP",
            "Dolen Democratic and Labour Party",
        ),
        ("{FBI Special Agent in Charge Carla Reed} said <no>.", "FBI Special Agent in Charge", "FBI"),
        ("{His counterpart at Dolen Bank, Carla Reed,} said <no>.", None, None),
        ("{Her Norwegian counterpart Carla Reed} said <no>.", None, None),
        ("{Norwegian Carla Reed} said <no>.", None, None),
        ("{Democrat Carla Reed} said <no>.", "Democrat", None),
        ("{Dolen council member Carla Reed} said <no>.", "Dolen council member", "Dolen council"),
        ("{Pentagon spokesman Maj-Gen Paul Marsh} said <no>.", "Pentagon spokesman", "Pentagon"),
    ],
)
def test_what_a_sentence_tells_and_members_before_a_title(
    resolved: Resolve, marked: str, role: str | None, affiliation: str | None
) -> None:
    found = resolved(marked)
    assert (found.first("role"), found.first("affiliation")) == (role, affiliation)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Prime Minister Carla Reed flew to Oslo.\n\n{PM} said <it was late>.", "Carla Reed"),
        ("Carla Reed, 38, is a nurse. Paul Marsh left. {The 38-year-old nurse} said <it was late>.", "Carla Reed"),
        ("The board met. {The 38-year-old docker} said <it was late>.", None),
    ],
)
def test_an_office_without_its_article_and_an_age_point_back(resolved: Resolve, marked: str, name: str | None) -> None:
    assert resolved(marked).names() == [name]


def test_a_name_that_has_lost_its_first_letter_is_the_last_before_it_or_the_next(resolved: Resolve) -> None:
    assert resolved("Velmora fell on Monday. Velmora rose on Friday.\n\n{elmora} said <it was late>.").names() == [
        "Velmora"
    ]
    assert resolved("It is late.\n\n{elmora} said <it was late>. Velmora rose on Friday.").names() == ["Velmora"]
    assert resolved("Ellys fell on Monday.\n\n{lys} said <it was late>.").names() == [None]
