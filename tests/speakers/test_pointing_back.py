"""Nouns and pronouns that point back, and those that must not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from marked_articles import Resolved
    from quotex.pipeline.extractor import Extractor

    Resolve = Callable[[str], Resolved]

BODIES = "The Quorn Institute met the Harlow Bank on Monday. "
_SPOKE = "{Paul Osgood} said <no>. “<It is late>,” {he} said. "


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("{The builder, Quorn & Sons,} said <it was over>.", ["Quorn & Sons"]),
        (BODIES + "{The bank} said <it was over>.", ["Harlow Bank"]),
        (BODIES + "{The finance ministry} said <it was over>.", [None]),
        (BODIES + "{The regional arts board} said <it was over>.", [None]),
        ("The Quorn Institute spoke. {The Quorn Institute watchdog agency} said <it was over>.", [None]),
        ("The Quorn Court heard the case. {The firm} said <it was over>.", [None]),
        ("Quorn Steel rose. {The company} said <it was over>.", ["Quorn Steel"]),
        ("{Quorn Steel} said <it was over>. {The union} said <it was late>.", ["Quorn Steel", None]),
        ("{Quorn United} said <it was over>. {The union} said <it was late>.", ["Quorn United", "Quorn United"]),
        ("The Evening Quorn first told of the sale. {The company} said <it was over>.", [None]),
        ("The Quorn Dispatch first told of the sale. {The company} said <it was over>.", [None]),
        (
            "{The Quorn Chronicle} reported <that troops had fired>. The army denied it. {It} said <it was over>.",
            ["Quorn Chronicle", None],
        ),
        (
            "{The Quorn Chronicle} reported <that it had sold>. The Harlow Bank declined to comment. {It} said <so>.",
            ["Quorn Chronicle", "Harlow Bank"],
        ),
        (
            "{The Quorn Chronicle} reported <that it was over>. Clerks left the Harlow Bank. {It} said <it was late>.",
            ["Quorn Chronicle", "Quorn Chronicle"],
        ),
        (
            "{The Harlow Mail} says <it is over>. {The paper} says <it was time>. {The Quorn Guardian} says <it is "
            "not>. {The paper} says <it will go on>. The Orrin Times leads on a fire. {The paper} says <two died>.",
            ["Harlow Mail", "Harlow Mail", "Quorn Guardian", "Quorn Guardian", "Orrin Times"],
        ),
        (
            "{The Harlow Mail} says <it is over>. A bid to change it leads the front page of the Quorn Guardian. {The "
            "paper} says <a jury backed it>. Sources tell the Orrin Times of a deal. {The paper} says <it is near>.",
            ["Harlow Mail", "Quorn Guardian", "Orrin Times"],
        ),
        ("The Harlow Mail leads on a photo in the Orrin Times. {The paper} says <it is a fake>.", ["Harlow Mail"]),
        (
            "{The Harlow Mail} says <the mayor told the Orrin Times of it>. {The paper} says <it is a fake>.",
            ["Harlow Mail", "Harlow Mail"],
        ),
        (
            "{The Harlow Mail} says <it is over>. Harlow Steel fell. {The paper} says <it was time>.",
            ["Harlow Mail", None],
        ),
        (
            "Governors met at Harlow School. {The council, Quorn Vess,} said <no>. {Quorn Vess} said "
            "<it was over>. {The school} said <it was late>.",
            ["Quorn Vess", "Quorn Vess", "Harlow School"],
        ),
        ("The Green Party lost. {Labour} said <it was over>. {The party} said <it was late>.", ["Labour", "Labour"]),
        ("{Open Cells} said <it was over>. {The prison service} said <it was late>.", ["Open Cells", None]),
        (
            "Quorn Holdings fell. {The company} said <it was over>. {The union} said <it was late>.",
            ["Quorn Holdings", None],
        ),
        (
            "Quorn Aid met. {The charity} said <it was over>. {The company} said <it was late>.",
            ["Quorn Aid", None],
        ),
        (
            "{The parties} said <they would vote>. {Labour} said <no>. {The party} said <it was late>.",
            [None, "Labour", "Labour"],
        ),
        (
            "Harlow Council agreed. Neighbouring Quorn Council objected. {The council} said <it was late>.",
            ["Quorn Council"],
        ),
        ("Norway fought. {Norway} said <it had no choice>. {The court} said <it was over>.", ["Norway", None]),
        ("Norway fought. {Norway} said <it had no choice>. {The company} said <it was over>.", ["Norway", None]),
    ],
)
def test_a_noun_points_to_a_body_that_can_be_it(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Paul Osgood was hit by a tram on Monday. {The driver} told the court <he had rung>.", [None]),
        ("“{Carla Marsh} said <ten>.” “<Nine>,” said {the harbour master}.", ["Carla Marsh", None]),
        ("The shop's owner, Paul Osgood, rang the police. “<My wife waits>,” {the man} shouted.", [None]),
        (
            "{Dr. Paul Osgood}, who saw her, said <it would heal>. “<I walk again>,” {the patient} wrote.",
            ["Paul Osgood", None],
        ),
        ("Paul Osgood spoke. {The head of the ferry union} said <it was over>.", [None]),
        ("Paul Osgood won the vote. {The president} said <it was over>.", ["Paul Osgood"]),
        ("Mayor Paul Osgood spoke. {The mayor} said <it was over>.", ["Paul Osgood"]),
        ("Senator Paul Osgood spoke. {The lawmaker} said <it was over>.", ["Paul Osgood"]),
        ("Norwegian ambassador Paul Osgood left. {The Swedish ambassador} said <it was over>.", [None]),
        ("Norwegian ambassador Paul Osgood left. {The ambassador} said <it was over>.", ["Paul Osgood"]),
        ("He told the Harlow Gazette of it. {The insurer} denied <it had lied>.", [None]),
        (
            "Prime Minister Paul Osgood met {Ms Marsh}, who said <it must end>. {The prime minister} said <it would>.",
            ["Marsh", "Paul Osgood"],
        ),
        ("A nurse met {Ms Marsh}, who said <it must end>. {The nurse} said <it would>.", ["Marsh", None]),
        ("Quorn Steel rose. {The presentation} showed <it was over>.", [None]),
        ("Quorn Steel rose. {The group which had met in Harlow} said <it was over>.", [None]),
    ],
)
def test_a_noun_that_was_not_used_of_somebody_is_another(
    resolved: Resolve, marked: str, names: list[str | None]
) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Carla Marsh rowed for years. Marsh is glad of the lake. Paul Osgood, chair of the fund, handed over the "
            "cheque this week. {He} said <it would float>.",
            ["Paul Osgood"],
        ),
        (
            "{Tom Birch} said <the flag mattered>. One of those who carried it was Paul Osgood, a rower who won a case "
            "in May. {He} said <it was a small step>.",
            ["Tom Birch", "Paul Osgood"],
        ),
        ("{Ayodele Marsh, a 43-year-old mother of three,} said <it sank>. {She} said <no>.", ["Ayodele Marsh"] * 2),
        ("Carla Marsh spoke. Asked by Anna Keller when she had left, {she} said <at noon>.", ["Carla Marsh"]),
        ("Paul Osgood, a striker, left in June. In his letter, {the striker} said <it was late>.", ["Paul Osgood"]),
        ("The striker Paul Osgood left. After Osgood's trial, {the striker} said <it was late>.", ["Paul Osgood"]),
        ("When Paul Osgood, a striker, left in June, {the striker} said <it was late>.", ["Paul Osgood"]),
        ("The talks ended. Asked if he would take money from Paul Osgood, {he} said <no>.", [None]),
        ("The talks ended. When Paul Osgood was asked if he would take money, {he} said <no>.", ["Paul Osgood"]),
        ("Carla Marsh spoke. Under questioning by Anna Keller {she} said <it was noon>.", ["Carla Marsh"]),
        ("Paul Osgood, 31, met Tom Birch, 56. {The 56-year-old} said <it was over>.", ["Tom Birch"]),
        ("Carla Marsh, an Ohio Democrat, spoke. {The Ohio Democrat} said <it was over>.", ["Carla Marsh"]),
        ("Carla Marsh spoke. {A Texas Republican} said <it was over>.", [None]),
        ("Paul Osgood lost the match. {The 31-year-old} said <it was over>.", ["Paul Osgood"]),
        ("Carla Marsh spoke. {The 31-year-old mother of three} said <it was over>.", ["Carla Marsh"]),
        ("Carla Marsh spoke. Paul Osgood left. “<It is over>,” {the mother-of-two} said.", ["Carla Marsh"]),
        ("Carla Marsh spoke. {The father of two} said <it was over>.", [None]),
        ("Carla Marsh spoke. {The mother of one of the pupils} said <it was over>.", [None]),
        ("{Carla Marsh} said <a woman had been held>. {The mother of two} said <it was over>.", ["Carla Marsh", None]),
        (
            "A mother of two was robbed on Monday. {Chief Inspector Carla Marsh} said <two had fled>. {The mother of "
            "two} said <it was over>.",
            ["Carla Marsh", None],
        ),
        ("Paul Osgood, the mayor, spoke. {The mayor} said <Osgood had lied>.", [None]),
        ("Paul Osgood, the mayor, spoke. {The mayor} said <Tom Birch had lied>.", ["Paul Osgood"]),
        ("{Carla Singer} said <no>. “<It is over>,” Ms {Singer} said.", ["Carla Singer"] * 2),
        ("{Tom Cook} said <no>. “<It is over>,” {Mr. Cook} said. {Cook} said <yes>.", ["Tom Cook"] * 3),
        ("{AG Quorn} said <no>.", ["Quorn"]),
        ("{Former House speaker Newt Quorn, a Marsh ally,} said <no>.", ["Newt Quorn"]),
        ("{Former mayor Paul Osgood, a Marsh ally, and Tom Birch} said <no>.", [None]),
        ("Paul Osgood, the minister, spoke. The minister’s plan failed. {He} said <it was over>.", ["Paul Osgood"]),
        (
            "{Paul Osgood} said <Tom Birch had put out a film>. {He} added that <it was over>.",
            ["Paul Osgood", "Paul Osgood"],  # who is spoken of does not go on
        ),
        ("Paul Osgood spoke. Tom Birch left. {He} said <it was over>.", ["Tom Birch"]),
        ("Paul Osgood spoke. Tom Birch left. {He} told Birch <it was over>.", ["Paul Osgood"]),
        (_SPOKE + "Tom Birch praised Osgood. “<It was time>,” {he} said.", ["Paul Osgood"] * 2 + ["Tom Birch"]),
        (_SPOKE + "Tom Birch left before Osgood spoke. “<It was time>,” {he} said.", ["Paul Osgood"] * 3),
        (_SPOKE + "Tom Birch left. Osgood followed. “<It was time>,” {he} said.", ["Paul Osgood"] * 3),
        (_SPOKE + "Carla Marsh left. “<It was time>,” {he} said.", ["Paul Osgood"] * 3),
        (_SPOKE + "His father died. “<It was time>,” {he} said.", ["Paul Osgood"] * 3),
        (
            _SPOKE + "\n\nNine-year-old Tobin was sent there by his aunt. {He} says <it is loud>. “<I like it>,” {he} "
            "says.",
            ["Paul Osgood"] * 2 + ["Tobin"] * 2,
        ),
        (
            "Paul Osgood and Tom Birch met. {The former} said <no>. {The latter} said <yes>.",
            ["Paul Osgood", "Tom Birch"],
        ),
        ("Quorn Steel wrote to Harlow Bank. {The latter} said <no>.", ["Harlow Bank"]),
        ("Paul Osgood, Carla Marsh and Tom Birch met. {The latter} said <no>.", ["Tom Birch"]),
        ("Paul Osgood, Carla Marsh and Tom Birch met. {The former} said <no>.", [None]),
        ("Harlow Bank wrote to Paul Osgood. {The latter} said <no>.", [None]),
        (
            "{Carla Marsh} said <no>. “<It is over>,” {she} said.\n\nStriker Dana Roe scored after nine minutes, then "
            "hurt her knee.\n\n“<I heard it go>,” {she} said.",
            ["Carla Marsh", "Carla Marsh", None],
        ),
        ("Harlow Council met on Monday. {The Harlow-run authority} said <it was late>.", ["Harlow Council"]),
        ("Paul Marsh ran. {The Marsh campaign} said <yes>. {The agency} said <no>.", ["Marsh campaign", None]),
        ("Paul Osgood spoke. Tom Birch left. {He} said <Birch had lied>.", ["Paul Osgood"]),
        ("Jo Orrell is back.\n\nThe Harlow actress, 34, is well. {The Harlow actress, 34,} said <yes>.", ["Jo Orrell"]),
        ("Jo Orrell is back.\nrlow is cold.\nOrrell ran it.\n{Harlow actress} said <it was late>.", ["Jo Orrell"]),
        ("{Ola Holt of Sapor} said <so>. {The Danish ambassador} called <it “wrong”>.", ["Ola Holt", None]),
        ("{Ola Holt} said <so>. {The Danish ambassador} called <it “wrong”>.", ["Ola Holt", "Ola Holt"]),
        ("{President Ola Holt} said <so>. {The local governor} said <it was hit>.", ["Ola Holt", None]),
        ("{Ola Holt, governor of Dorn,} said <so>. {The local governor} said <it was hit>.", ["Ola Holt", "Ola Holt"]),
        ("{Dorn Steel boss Ola Holt} said <so>. {The prime minister} said <it was over>.", ["Ola Holt", None]),
        ("{Party leader Ola Holt} said <so>. {The prime minister} said <it was over>.", ["Ola Holt", "Ola Holt"]),
        ("{Ola Holt, of the SNP,} said <so>. {The finance minister} said <it was over>.", ["Ola Holt", "Ola Holt"]),
        ("{A nurse} said <so>.\n\n{Ola Holt}, a mother, said <no>. {She} was sure <it would>.", ["Ola Holt"] * 3),
        (
            "{A nurse} said <so>.\n\n{Ola Holt}, a judge, said <no>. {She} was sure <it would>.",
            [None] + ["Ola Holt"] * 2,
        ),
        ("{Deputy leader Ola Holt} said <so>. {The prime minister} said <it was over>.", ["Ola Holt", None]),
        ("{Harbour officer Ola Holt} said <so>. {The Danish minister} said <it was over>.", ["Ola Holt", None]),
        ("{Quarry owner Ola Holt} said <so>. {The Danish president} said <it was over>.", ["Ola Holt", None]),
        ("{President Ola Holt} said <so>. {The Danish leader} said <it was over>.", ["Ola Holt", "Ola Holt"]),
        ("{Ola Holt, an analyst,} said <so>. {The Labour leader} said <it was over>.", ["Ola Holt", None]),
        ("{Ola Holt, of Sapor Council,} said <so>. {The chief constable} said <it was over>.", ["Ola Holt", None]),
        ("{Ola Holt, of Sapor Council,} said <so>. {The former chief} said <it was over>.", ["Ola Holt", "Ola Holt"]),
    ],
)
def test_a_person_is_found_again(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "description"),
    [
        (
            "Observers said it was over. The Norwegians have refused to talk since May. {They} said <it was late>.",
            "The Norwegians",
        ),
        ("Quorn Steel fell. The authors have an answer. In the paper {they} write <it was chance>.", "The authors"),
        ("Quorn Steel fell. A paper by the council has another sum: {it} says <it was ten>.", "A paper"),
        ("Nobody spoke. A waitress wrote a book in which {she} says <the chef threw knives>.", "A waitress"),
    ],
)
def test_what_did_not_speak_before_can_be_meant(resolved: Resolve, marked: str, description: str) -> None:
    found = resolved(marked)
    assert found.names() == [None]
    assert (found.first("description") or "").startswith(description)


def test_who_is_quoted_does_not_speak_of_himself_as_he(resolved: Resolve) -> None:
    found = resolved("Paul Osgood wept. “<My father is old. {He} asked me <what it was>>,” {Osgood} said.")
    assert sorted(map(str, found.names())) == ["None", "Paul Osgood"]


def test_who_was_brought_in_without_speaking_can_be_meant(resolved: Resolve) -> None:
    found = resolved(
        "{Carla Marsh} said <it was late>. A cousin of hers, at the oars beside her, shook his head. {He} said <no>."
    )
    assert found.names() == ["Carla Marsh", None]


def test_who_is_named_behind_a_noun_is_not_brought_in_by_it(resolved: Resolve) -> None:
    found = resolved("The mayor of Dolen, Paul Osgood, contests the plan. “<They took the winter>,” {he} said.")
    assert found.names() == ["Paul Osgood"]


@pytest.mark.parametrize("mark", [" - ", " – ", ": ", "; "])
def test_a_description_does_not_reach_back_over_a_mark(resolved: Resolve, mark: str) -> None:
    found = resolved(f"Talks with the mayor's campaign{mark}{{activists}} said <they had no answer> - went on.")
    assert found.first("description") == "activists"


def test_a_headline_and_a_lead_have_the_name_that_comes_later(resolved: Resolve) -> None:
    found = resolved(
        "<Ship was late>, {prosecutor} says\n\nThe ship was late, {a prosecutor} said <on Monday in court>.\n\n"
        "The prosecutor, Carla Marsh, spoke for an hour in the small court by the harbour.\n\n"
        "{Marsh} said <it was over>."
    )
    assert set(found.names()) == {"Carla Marsh"}


def test_statisticians_are_not_the_league_they_work_for(resolved: Resolve) -> None:
    found = resolved("The Harlow League met. It was the best year, according to {the League’s statisticians}, <ever>.")
    assert found.names() == [None]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "{Vice-President Carla Marsh} said <she was worried>. {The director of a hospital} said <seven died>.",
            ["Carla Marsh", None],
        ),
        (
            "<Seven died>, {the director of a hospital} said. {Ms Marsh} said <no>. Vice-President Carla Marsh left.",
            [None, "Carla Marsh"],
        ),
        ("Police chief Paul Osgood came. {The director of the hospital} said <seven died>.", [None]),
        ("Prosecutor Carla Marsh opened the case. {The lawyer for a victim} said <it was over>.", [None]),
        ("Norway's president, Carla Marsh, came. {The president of Peru} said <it was over>.", [None]),
        (
            "Carla Marsh, director of the Quorn Institute, came. {The director of Harlow Relief} said <it was over>.",
            [None],
        ),
        (
            "Carla Marsh, the head of a bakery in Harlow, came. {The head of the bakery} said <it was open>.",
            ["Carla Marsh"],
        ),
        ("Chief executive Paul Osgood came. {The head of the company} said <it was over>.", ["Paul Osgood"]),
        ("President Carla Marsh came. {The leader of the country} said <it was over>.", ["Carla Marsh"]),
        ("Professor Carla Marsh led the work. {The professor of history} said <it was over>.", ["Carla Marsh"]),
        (
            "<Seven died>, {the director of a hospital} said. Dr Carla Marsh, the director of Harlow Hospital, stayed.",
            ["Carla Marsh"],
        ),
        ("Police chief Paul Osgood came. {The hospital director} said <seven died>.", [None]),
        ("Founder Paul Osgood came. {The finance director} said <it was over>.", [None]),
        ("Health minister Carla Marsh came. {The finance minister} said <it was over>.", [None]),
        (
            "Health minister Carla Marsh came. {A former finance minister} said <no>. {The health minister} said <so>.",
            [None, "Carla Marsh"],
        ),
        ("Prime minister Carla Marsh came. {The former prime minister} said <it was over>.", [None]),
        ("Former prime minister Carla Marsh came. {The former prime minister} said <no>.", ["Carla Marsh"]),
        ("Carla Marsh came. {The former prime minister} said <it was over>.", ["Carla Marsh"]),
        ("President Carla Marsh met Paul Osgood. {The former president} said <it was over>.", ["Paul Osgood"]),
        (
            "The chair of the panel, Carla Marsh, came. {The deputy chair} said <no>. {The chair} said <it was so>.",
            [None, "Carla Marsh"],
        ),
        (
            "Bishop Paul Osgood came. {The bishop of a nearby town} said <no>. {The Bishop of Orrin} said <so>.",
            [None, "Paul Osgood"],
        ),
        ("The teacher, {Carla Marsh}, said <no>. {The head teacher} said <it was over>.", ["Carla Marsh", None]),
        ("Head teacher Carla Marsh came. {The head teacher} said <it was over>.", ["Carla Marsh"]),
        ("Quorn Steel chairman Paul Osgood came. {The Harlow Bank chairman} said <it was over>.", [None]),
    ],
)
def test_who_is_of_something_else_is_another(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Paul Osgood} accused Jon Marsh <of theft>. {He} denied <it was so>.", "Jon Marsh"),
        ("{Paul Osgood} accused Jon Marsh <of theft>. {He} said <the money was gone>.", "Paul Osgood"),
        ("{Paul Osgood} was accused by Jon Marsh <of theft>. {He} denied <it was so>.", "Paul Osgood"),
        ("Quorn Steel sued the Harlow Bank in May. {It} denies <wrongdoing>.", "Harlow Bank"),
        ("Quorn Steel sued the Harlow Bank in May. {It} said <the loan was late>.", "Quorn Steel"),
        ("Quorn Steel sued the Harlow Bank in May. {It} rejected the claim and said <it was late>.", "Harlow Bank"),
        ("{Quorn Steel} accused the Harlow Bank <of theft>. It met in May. {It} denies <it is so>.", "Quorn Steel"),
    ],
)
def test_who_accuses_is_not_who_denies_it(resolved: Resolve, marked: str, name: str) -> None:
    assert resolved(marked).names()[-1] == name


def test_who_is_called_it_is_not_called_they_by_himself(resolved: Resolve) -> None:
    told = "{The Harlow Mail} said <it met two drivers>. {It} says <{they} want <to stop>>."
    assert resolved(told).names() == ["Harlow Mail", "Harlow Mail", None]
    told = "{Quorn Steel} said <it was late>. {Quorn Steel} says <{they} want <to stop>>."
    assert resolved(told).names()[-1] == "Quorn Steel"


def test_which_is_no_person(resolved: Resolve) -> None:
    told = "{Carla Marsh} read <it>. The report on the death of Jon Marsh, {which} called <the clinic unsafe>, is out."
    assert resolved(told).names()[-1] is None
    told = "{Carla Marsh} read <it>. The report on the death of Jon Marsh, {who} called <the clinic unsafe>, is out."
    assert resolved(told).names()[-1] == "Jon Marsh"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Jo Marsh told Reed of the health of the activist, who has said that it was over.", None),
        ("Prime Minister Jo Marsh praised the striker, who said that it was over.", None),
        ("Jo Marsh resigned as the leader of the union, who said that it was over.", "Jo Marsh"),
        ("Jo Marsh is the mayor of Vess. The mayor said that it was over.", "Jo Marsh"),
        ("Mayor Jo Marsh opened the hall and the mayor said that it was over.", "Jo Marsh"),
    ],
    ids=["told of", "done to", "as what", "what somebody is", "another clause"],
)
def test_who_does_or_says_something_is_not_who_is_told_of_in_it(
    extractor: Extractor, sentence: str, name: str | None
) -> None:
    found = extractor.extract(sentence)
    assert next(s.name for s in found.speakers if s.id == found.quotes[-1].speaker) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Quorn Steel shut two mills on Friday that {it} said <were a danger>.", "Quorn Steel"),
        ("The Harlow Union threw out a 5% Quorn Steel offer, which {it} described as <an insult>.", "Harlow Union"),
        ("The Harlow Union turned down a Quorn Steel offer, which {it} described as <an insult>.", "Harlow Union"),
    ],
)
def test_it_is_who_acts_in_the_clause_above(resolved: Resolve, marked: str, name: str) -> None:
    assert resolved(marked).names()[-1] == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Lumen Foods was sued by the Marl League. {It} says <Lumen paid for half of it>.", "Marl League"),
        ("Harlow Bank closed. {It} said <Harlow Bank customers would be paid>.", "Harlow Bank"),
        ("Figures came from Harlow Bank. New figures rose. {It} said <growth had slowed>.", "Harlow Bank"),
        ("Robin Aske, who is non-binary, won the prize. “<I wrote it at night>,” {they} said.", "Robin Aske"),
        ("Robin Aske, who is a clerk, won the prize. “<I wrote it at night>,” {they} said.", None),
    ],
)
def test_whom_it_and_they_stand_for(resolved: Resolve, marked: str, name: str | None) -> None:
    assert resolved(marked).names() == [name]


def test_he_is_not_who_is_named_in_a_link(extractor: Extractor) -> None:
    text = (
        "“We counted the votes,” said the clerk, Oliver Marr.\n\nREAD MORE: Senator Gale Torrance says he will run"
        "\n\nHe said the boxes had been sealed."
    )
    assert [speaker.name for speaker in extractor.extract(text).speakers] == ["Oliver Marr"]


def test_it_is_the_opposition_and_not_the_figures(extractor: Extractor) -> None:
    text = "The growth figures fell by half. The opposition seized on them. It said the treasurer had misled the house."
    assert [speaker.description for speaker in extractor.extract(text).speakers] == ["The opposition"]


@pytest.mark.parametrize(
    ("marked", "same"),
    [
        ("{A spokesperson for Quorn Steel} said <it was late>. <Users must wait>, {they} added.", True),
        ("{A spokeswoman for Quorn Steel} said <it was late>. <Users must wait>, {they} added.", False),
    ],
)
def test_one_person_who_spoke_is_called_they_where_the_gender_is_not_told(
    resolved: Resolve, marked: str, same: bool
) -> None:
    first, second = resolved(marked).resolution.speaker_of
    assert (first == second) is same


def test_who_is_named_only_within_what_it_says_is_not_it(extractor: Extractor) -> None:
    text = (
        "The Quorn Court has sat for nine years.\n\nThe harbour league Hold Fast was not impressed.\n\n"
        "“The Quorn Court is late,” it said."
    )
    assert [speaker.name for speaker in extractor.extract(text).speakers] == ["Hold Fast"]


def test_who_is_right_before_is_as_sure_as_a_name(extractor: Extractor) -> None:
    told = "Jon Marsh praised Carla Holt, who had called the bridge “a disgrace”. Carla Holt said it was safe."
    relative, named = extractor.extract(told).quotes[-2:]
    assert relative.source is not None
    assert relative.source.text == "who"
    assert relative.speaker == named.speaker
    assert relative.speaker_confidence == named.speaker_confidence
