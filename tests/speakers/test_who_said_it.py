"""Who is meant: names whole, bodies told apart, and a choice that abstains rather than name the wrong one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marked_articles import Resolved
from quotex.contract.records import SpeakerKind
from quotex.pipeline.extractor import Extractor

Resolve = Callable[[str], Resolved]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Minister for Energy Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The Secretary of State for Health Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The Minister of Works and Transport Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Fellow comedian and friend Carla Reed} said <it was over>.", "Carla Reed"),
        ("{A lawyer for Mr. Marsh, Carla Reed,} said <it was over>.", "Carla Reed"),
        ("{Carla Reed, founder and chief executive of Norlys Energy,} said <it was over>.", "Carla Reed"),
        ("{The deputy editor and columnist Carla Reed} said <it was over>.", "Carla Reed"),
        ("{A woman who gave her name as Carla} said <it was over>.", "Carla"),
        ("{A second nurse, who gave only her first name, Mira}, said <it was over>.", "Mira"),
        ("{Broadcaster Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The Rt Rev Carla Reed, Bishop of Dolen,} said <it was over>.", "Carla Reed"),
        ("{District Judge (Magistrates' Courts) Carla Reed} said <it was over>.", "Carla Reed"),
        ("{DSP (Rural) Carla Reed} said <it was over>.", "Carla Reed"),
        ('{Carla "Nan" de la Rue} said <it was over>.', 'Carla "Nan" de la Rue'),
        ("{UK and Ireland managing director Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Carla Reed, a Marsh spokeswoman,} said <it was over>. Jo Marsh left.", "Carla Reed"),
        ("{Tolbury's} said <it was over>. Tolbury's said no. The shop is Tolbury's.", "Tolbury's"),
        ("{Marsh's} said <it was over>. The boat is Marsh's.", "Marsh"),
        ("Ms Abdul Samar left. {Lama Abdul Samar} said <it was over>. Ms Abdul Samar slept.", "Lama Abdul Samar"),
        ("{Party leader Rhun ap Morfan} said <it was over>.", "Rhun ap Morfan"),
        (
            "{The Council of Press Writers and Publishers} said <it was over>.",
            "Council of Press Writers and Publishers",
        ),
        ("RDQ Jr leaves\n\nCarla Reed Jr left. Bo Ek Jr left. {RDQ Jr} said <it was over>.", "RDQ Jr"),
        ("It ended on Friday.Carla Reed left. {Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Author and one of the organisers, Carla Reed, from the coast,} said <it was over>.", "Carla Reed"),
        ("{District Judge Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Editor and author Carla Reed, from Dolen,} said <it was over>.", "Carla Reed"),
        ("{Former Miss Norland Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Welsh Conservative Senedd Leader Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Norwegian silver medallist rower Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The Taoiseach (prime minister) Carla Reed} said <it was over>.", "Carla Reed"),
        ("{C. Ann Reed} said <it was over>.", "C. Ann Reed"),
        ("{Opposition leader Carla RT Reed} said <it was over>.", "Carla RT Reed"),
        ("{Rt Hon Carla Reed} said <it was over>.", "Carla Reed"),
        ("It rained. {Goatherd Carla Reed} said <it was over>.", "Carla Reed"),
        ("It rained. {Archaeologist Truls Engmoe} said <it was over>.", "Truls Engmoe"),
        ("{Kgosi Amos Nkope} said <it was over>.", "Amos Nkope"),
        ("{Madam Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Carla Reed SC} said <it was over>.", "Carla Reed"),
        ("{Labour's Sunniva Berg} said <it was over>.", "Sunniva Berg"),
        ("{A GRAN} said <it was over>.", None),
        ("{The government's KC Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The Norwegian ambassador to the UK Carla Reed} said <it was over>.", "Carla Reed"),
        ("Carla Reed was at sea. Carla Reed/AFP {Carla Reed} said <it was over>.", "Carla Reed"),
        (
            "Present: Cllr Bo Ek (Mayor), Cllr Carla Reed, Cllr Ann Pope\n\n{Cllr Reed} said <it was over>.",
            "Carla Reed",
        ),
        ("Carla Reed sat down. {Justice Reed} said <it was over>.", "Carla Reed"),
        ("{Norlys Chairman, President and CEO Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Deputy leader, treasurer and MP Carla Reed} said <it was over>.", "Carla Reed"),
        (
            "{Prime Minister and Chairman of the Dolen Bank, Dr the Rt. Hon. Carla Reed} said <this will never work>.",
            "Carla Reed",
        ),
        ("{The UN High Commissioner for Refugees Carla Reed} said <it was over>.", "Carla Reed"),
        ("{Judge Carla Reed KC} said <it was over>.", "Carla Reed"),
        ("{The former special envoy to Norland Hans Brandt} said <it was over>.", "Hans Brandt"),
        ("{Another diplomat, former special envoy to Norland Hans Brandt,} said <it was over>.", "Hans Brandt"),
        ("{The member for Dolen Hills Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The Liberal candidate for Port Dolen Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The mayor of San Orlo Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The editor of Port Dolen Daily Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The member for East Dolen} said <it was over>.", None),
        ("{The mother of Tunde Peter Adeyemi} said <it was over>.", None),
        ("{Another critic, former head of mission in Kenya Carla Reed,} said <it was over>.", "Carla Reed"),
        ("{A colleague, ex-ambassador to Cuba Carla Reed,} said <it was over>.", "Carla Reed"),
        ("{A critic, an adviser to Carla Reed,} said <it was over>.", None),
        ("{The baker, a cousin of actress Carla Reed,} said <it was over>.", None),
        ("{Dr Carla Reed MBBS, FRCP, a surgeon at Dolen Hospital,} said <it was over>.", "Carla Reed"),
        ("{Carla Reed, M.D., a surgeon,} said <it was over>.", "Carla Reed"),
        ("{Carla Reed, MD of Norlys,} said <it was over>.", "Carla Reed"),
        ("{Carla Ma} said <it was over>.", "Carla Ma"),
        ("{The Vale North MP} said <it was over>.", None),
        ("{Vess Co. Ltd.} said <it was over>.", "Vess Co. Ltd."),
        ("{Vess Corp. of Norland} said <it was over>.", "Vess Corp. of Norland"),
        ("{The South African} said <it was over>.", None),
        ("{South Koreans} say <it was over>.", None),
        ("{South African Airways} said <it was over>.", "South African Airways"),
        ("{The New Zealander} said <it was over>.", None),
        ("{The Norlys CEO} said <it was over>.", None),
        ("{The Joint Committee on Human Rights} said <it was over>.", "Joint Committee on Human Rights"),
        ("{The Office of the Prime Minister} said <it was over>.", "Office of the Prime Minister"),
        ("{The Office of the Auditor General} said <it was over>.", "Office of the Auditor General"),
        ("{The Office of the High Representative in Sorla} said <so>.", "Office of the High Representative"),
        (
            "{The Office of the Director of Public Prosecutions} said <it was over>.",
            "Office of the Director of Public Prosecutions",
        ),
        ("{House of Commons Speaker Carla Reed} said <it was over>.", "Carla Reed"),
        ("{The House Committee on Ways and Means} said <it was over>.", "House Committee on Ways and Means"),
        ("{The Harbour Commission on Friday} said <it was over>.", "Harbour Commission"),
        ("{An article about the doctor Carla Reed} said <it was over>.", None),
        ("{The author of one of the letters, Carla Reed, and Paul Marsh} said <it was over>.", None),
        ("{Supporters of Carla Reed} said <it was over>.", None),
        ("{The mayor and Carla Reed} said <it was over>.", None),
        ("Terry Reed dug among Pictish stones. <It was over>, {she} said.", "Terry Reed"),
    ],
)
def test_a_name_is_whole_and_no_more(resolved: Resolve, marked: str, name: str | None) -> None:
    assert resolved(marked).names() == [name]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "{Norland's foreign ministry} said <it was illegal>. {Sorland's foreign ministry} said <it regrets it>.",
            ["Norland's foreign ministry", "Sorland's foreign ministry"],
        ),
        ("{The Russian foreign ministry} said <it was illegal>.", ["Russian foreign ministry"]),
        ("{Russia's army} said <no>. {The Russian army} said <yes>.", ["Russia's army", "Russia's army"]),
        ("{The Reed campaign} said <no>. {Marsh's campaign} said <yes>.", ["Reed campaign", "Marsh's campaign"]),
        (
            "{The Harrow campaign} said <it would win>. {Trent’s campaign} said <it has more than 100 offices>.",
            ["Harrow campaign", None],
        ),
        ("{The Reed campaign} said <no>. {The Reed team} said <yes>.", ["Reed campaign"] * 2),
        ("{The Reed campaign} said <no>. {The Marsh team} said <yes>.", ["Reed campaign", "Marsh team"]),
        (
            "{A Dolen Times opinion poll released on Friday} showed <no>. {The Dolen Times poll} showed <yes>.",
            ["Dolen Times opinion poll"] * 2,
        ),
        (
            "{A Dolen Times opinion poll} showed <no>. {A Dolen Times poll} showed <yes>.",
            ["Dolen Times opinion poll", "Dolen Times poll"],
        ),
        (
            "{A Vess News/Dolen Times poll} showed <no>. {The Dolen Times poll} showed <yes>.",
            ["Vess News/Dolen Times poll", "Dolen Times poll"],
        ),
        (
            "{Vess's own tracking poll} puts <her ahead>. {A Norlys/Dolen survey} shows <Reed ahead>.",
            [None, "Norlys/Dolen survey"],
        ),
        (
            "{The latest tracking poll} puts <her ahead>. {A Norlys/Dolen survey} shows <Reed ahead>.",
            ["Norlys/Dolen survey"] * 2,
        ),
        ("The Ministry of Labour met teachers. {The union} said <no>.", [None]),
        ("The Ministry of Sport met two clubs. {The company} said <no>.", [None]),
        ("The Bank of Norland met. {The bank} said <no>.", ["Bank of Norland"]),
        ("The Federation of Bakers met. {The group} said <no>.", ["Federation of Bakers"]),
        ("{He} told Channel Six <the bank would close>. {The bank} said <no>.", [None, None]),
        ("{The ministry} said <it was late>.", [None]),
        (
            "{Norland's ministry of defence} said <no>. {Norland's ministry of foreign affairs} said <yes>.",
            ["Norland's ministry of defence", "Norland's ministry of foreign affairs"],
        ),
        ("{The Dolen College of GPs} said <it was late>.", ["Dolen College of GPs"]),
        ("{Greater Harlow Police} said <it was late>.", ["Greater Harlow Police"]),
        ("{The Dolen Chambers of Commerce} said <it was late>.", ["Dolen Chambers of Commerce"]),
        ("{Labour Against Damp} said <it was late>.", ["Labour Against Damp"]),
        ("{A Norland court} said <no>. {The court} said <yes>.", [None, None]),
        ("The central bank met. {The retailer} said <no>.", [None]),
        ("{A Norlys Bank charity} said <no>. {Norlys Bank} said <yes>.", [None, "Norlys Bank"]),
        ("{The Norlys Bank charity} said <no>. {Norlys Bank} said <yes>.", ["Norlys Bank", "Norlys Bank"]),
        (
            "The Harbour Conduct Committee met. {The Harbour committee} said <no>. {The ports committee} said <yes>.",
            ["Harbour Conduct Committee", None],
        ),
        ("{The Institute for the Study of Weather} said <it was late>.", ["Institute for the Study of Weather"]),
        ("{The protest group NRH Stand for Justice} said <it was late>.", ["NRH Stand for Justice"]),
        ("Norrlys Power opened a farm. Norrlys took a day. {Norrlys} said <it was late>.", ["Norrlys Power"]),
        ("Marsh Power opened a farm. {Mr Marsh} said <it was late>.", ["Marsh"]),
        ("{The Department for Work and Pensions} said <it was late> on Monday.", ["Department for Work and Pensions"]),
        (
            "{Research done at the Centre for Ports and Public Affairs} found <it leaked>. Ports are wet. "
            "{The Centre for Ports and Public Affairs} said <no>. {The centre} said <yes>.",
            [None, *["Centre for Ports and Public Affairs"] * 2],
        ),
        (
            "She left for the Ministry of Trade and {Health Minister Jane Marsh} said <it was late>.",
            ["Jane Marsh"],
        ),
        (
            "Amina Lund of the Social Action and Research Foundation lobbied them. {Research by the Norland Society} "
            "suggested <half of the schools had a policy>.",
            ["Norland Society"],
        ),
        ("{Workers for Change} said <it was late>.", ["Workers for Change"]),
        (
            "{The Centre for Coastal and Inland Studies} said <it was late>.",
            ["Centre for Coastal and Inland Studies"],
        ),
        ("{The charity Stand Up To Fire} said <it was late>.", ["Stand Up To Fire"]),
        ("{A spokesman for the charity Vess Aid} said <no>. {The charity Vess Aid} said <no>.", [None, "Vess Aid"]),
        ("{The head of the retailer Norrlys} said <no>. {The retailer Norrlys} said <no>.", [None, "Norrlys"]),
        ("{Workers at the carmaker Norrlys} said <it was late>.", [None]),
        (
            "{The Norland coast guard} said <no>. {China's coast guard} said <yes>.",
            ["Norland coast guard", "China's coast guard"],
        ),
        ("Beacon News looked into it. {The army} said <it was late>.", [None]),
        ("{A report, titled “The Rotten Quay”,} said <it was late>.", ["The Rotten Quay"]),
        ("{The Institute for Ports and Understanding} said <it was late>.", ["Institute for Ports and Understanding"]),
        ("{The Norwegian embassy in New Dolen} said <it was late>.", ["Norwegian embassy in New Dolen"]),
        ("{MPs} said <it was late>.", [None]),
        ("{A Telegram post} said <it was late>.", [None]),
        ("{The minister’s Telegram channel} said <it was late>.", [None]),
        ("{The Telegram platform} said <it was late>.", ["Telegram"]),
        ("{The Xinhua state news service} said <it was late>.", ["Xinhua"]),
        ("{A Norlys Bank filing} said <it was late>.", [None]),
        ("{Norlys Bank's filing} said <it was late>.", ["Norlys Bank"]),
        ("{A letter seen by Norlys Bank} said <it was late>.", [None]),
        ("{A letter by Norlys Bank} said <it was late>.", ["Norlys Bank"]),
        ("{A Norlys Bank statement} said <it was late>.", ["Norlys Bank"]),
        ("{A letter by Carla Reed} said <it was late>.", ["Carla Reed"]),
        ("{A Carla Reed letter} said <it was late>.", [None]),
        ("{A survey} said <it was late>.", [None]),
        ("{The Russian Ministry of Ports} said <it was late>.", ["Russian Ministry of Ports"]),
        ("{The Norwegian Council of Bakers (NCB)} said <it was late>.", ["Norwegian Council of Bakers"]),
        (
            "{The United Nations High Commissioner for Human Rights} said <it was late>.",
            ["United Nations High Commissioner for Human Rights"],
        ),
        ("{The Dolen Traders' Union} said <it was late>.", ["Dolen Traders' Union"]),
        (
            "Harlow Power House sells power. {Harlow} said <it was late>. {Marlow} said <it was early>.",
            ["Harlow Power House", "Marlow"],
        ),
        (
            "{The bakers' largest body, the Bakers Council of Dolen (BCD),} said <it was late>.",
            ["Bakers Council of Dolen"],
        ),
    ],
)
def test_a_body_is_told_by_whose_it_is(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "{Carla Reed and Paul Marsh} said <it was over>. {They} said <it was late>.",
            ["Carla Reed and Paul Marsh"] * 2,
        ),
        ("{Both the Harbour Board and the Dolen Bank} said <it was over>.", ["Harbour Board and the Dolen Bank"]),
        ("{Reed and Marsh} said <it was over>. {Reed} said <it was late>.", [None, "Reed"]),
        ("{Mr Marsh, Ms Reed and Mr Dorn} said <it was over>.", ["Mr Marsh, Ms Reed and Mr Dorn"]),
        ("{The Harbour Bank and Oslo's Dolen Bank} said <it was over>.", ["Harbour Bank and Oslo's Dolen Bank"]),
        ("{Carla Reed and Paul Marsh's press secretary} said <it was over>.", [None]),
        ("{Carla Reed and her team} said <it was over>.", ["Carla Reed"]),
        ("{The Harbour Board, as well as several ministries,} said <it was over>.", ["Harbour Board"]),
        ("{The teachers and Carla Reed} said <it was over>.", [None]),
        ("{The sons of Carla Reed and Paul Marsh} said <it was over>.", [None]),
    ],
)
def test_several_speak_by_their_names_alone(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Carla Reed won the vote. {She} said <it was late>.", ["Carla Reed"]),
        ("Carla Reed won the vote. {He} said <it was late>.", [None]),
        ("Paul Marsh left. Carla Reed won the vote. {She} said <it was late>.", ["Carla Reed"]),
    ],
)
def test_a_pronoun_is_nobody_of_the_other_gender(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Paul Marsh and Beth Marsh both rose. {Marsh} said <it was late>.", [None]),
        ("Paul Marsh left. Delighted Marsh fans sang. {Marsh} said <it was late>.", ["Paul Marsh"]),
        ("{Beth Marsh of Dolen Police} said <it was late>.", ["Beth Marsh"]),
        ("{Parkinson's Action Norland} said <it was late>.", ["Parkinson's Action Norland"]),
        ("{Parkinson's researchers} said <it was late>.", [None]),
        ("{The UN and Dolen Health Organization} said <no>. {The UN} said <yes>.", [None, "UN"]),
        ("OrrinBeyond and NorLys bid. {OrrinBeyond} said <it was late>.", ["OrrinBeyond"]),
        ("{A sophomore named Paul Marsh} said <it was late>.", ["Paul Marsh"]),
    ],
)
def test_a_name_is_told_from_what_stands_beside_it(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


def test_a_suffix_tells_a_son_from_his_father(resolved: Resolve) -> None:
    found = resolved("{Paul Marsh Jr.} said <it was late>. {Marsh’s father, Paul Marsh,} said <it was early>.")
    assert found.names() == ["Paul Marsh Jr.", "Paul Marsh"]
    assert resolved("Paul Marsh Jr. left. {Marsh} said <it was late>.").names() == ["Paul Marsh Jr."]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Ann Olu Marsh, 20, was lost. {Ms Ann’s father, Olu Marsh,} said <it was late>.", ["Olu Marsh"]),
        (
            "Jan Olu Marsh was lost. {His elder brother Olu Marsh} said <no>. {Olu Marsh} wrote <yes>.",
            ["Olu Marsh"] * 2,
        ),
        ("Karl Olu Marsh left. {Olu Marsh} said <it was late>.", ["Karl Olu Marsh"]),
        ("Ann Reed left. {Her father, Karl Olu Marsh,} said <no>. {Olu Marsh} wrote <yes>.", ["Karl Olu Marsh"] * 2),
    ],
)
def test_a_relative_is_another_than_whose_relative_he_is(resolved: Resolve, marked: str, names: list[str]) -> None:
    assert resolved(marked).names() == names


def test_a_courtesy_is_no_role(resolved: Resolve) -> None:
    found = resolved("{Finance Minister Hon. Carla Reed} said <no>. {Hon. Ann Marsh} said <yes>.")
    roles = [[role.of(found.text) for role in speaker.roles] for speaker in found.resolution.speakers]
    assert roles == [["Finance Minister"], []]


def test_a_noun_for_a_doer_is_a_persons(resolved: Resolve) -> None:
    found = resolved("{A beekeeper} said <it was late>. {The tower} said <it was late>.").resolution.speakers
    assert [s.kind for s in found] == [SpeakerKind.PERSON, SpeakerKind.UNKNOWN]
    found = resolved("{One of the last bakers} said <it was late>. {One or two bakers} said <no>.").resolution.speakers
    assert [s.kind for s in found] == [SpeakerKind.PERSON, SpeakerKind.GROUP]


@pytest.mark.parametrize(
    ("marked", "descriptions"),
    [
        (
            "{A diplomat} said <no>. {Another diplomat} said <yes>. {The first diplomat} said <he lied>.",
            ["A diplomat", "Another diplomat", "A diplomat"],
        ),
        (
            "{One former aide} said <no>. {A second former aide} said <yes>. {The second aide} said <he lied>.",
            ["One former aide", "A second former aide", "A second former aide"],
        ),
        ("{Her teacher} said <no>. {Her mother, Ada Brook,} said <he ran>.", ["Her teacher", None]),
        ("{A neighbour} said <no>. {His wife, Ada Brook,} said <he ran>.", ["A neighbour", None]),
        ("{A woman} said <no>. {His wife, Ada Brook,} said <he ran>. {Brook} said <yes>.", [None] * 3),
        ("{No-one} has said <he lied>. {She} said <he ran>.", [None, None]),
        ("{The prosecution} said <he lied>. {It} said <he ran>.", ["The prosecution"] * 2),
        ("{The prosecution} said <he lied>. {The defence} said <he ran>.", ["The prosecution", "The defence"]),
    ],
)
def test_who_is_without_a_name_is_told_from_others_like_them(
    resolved: Resolve, marked: str, descriptions: list[str]
) -> None:
    found = resolved(marked)
    assert [s and s.description and s.description.of(found.text) for s in found.speakers()] == descriptions


@pytest.mark.parametrize(
    ("marked", "pronouns"),
    [
        ("Carla Reed won. {She} said <it was late>. {She} said <it was early>.", ["She"]),
        ("{Carla Reed} said <it was late>.", []),
        ("{Carla Reed} said <it was late>. “<Too late>,” {the mother of two} added.", []),
    ],
)
def test_pronouns_are_those_the_article_uses(resolved: Resolve, marked: str, pronouns: list[str]) -> None:
    found = resolved(marked)
    assert [place.of(found.text) for place in found.resolution.speakers[0].pronouns] == pronouns


def test_a_given_name_is_no_opening_of_its_sentence(extractor: Extractor) -> None:
    text = "Mayor Paul Marsh left at noon. Corina Marsh sat beside him. Mrs. Marsh said the lake was cold."
    assert [s.name for s in extractor.extract(text).speakers] == ["Corina Marsh"]


def test_the_noun_right_before_a_name_makes_a_person_of_it(extractor: Extractor) -> None:
    text = (
        "“The ministry is concerned,” foreign ministry spokesperson Tran Dai Bang said in a statement.\n\n"
        "The embassy was handed a protest, Bang said.\n"
    )
    speakers = {s.id: s for s in extractor.extract(text).speakers}
    assert [(s.name, s.kind) for s in speakers.values()] == [("Tran Dai Bang", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    ("marked", "role", "affiliation"),
    [
        ("{The Norwegian Justice Minister Carla Reed} said <it was late>.", "Norwegian Justice Minister", None),
        ("{The Ports Secretary Carla Reed} said <it was late>.", "Ports Secretary", None),
        ("On a weekday morning {Oslo's Labour mayor Carla Reed} said <it was late>.", "Oslo's Labour mayor", None),
        ("He spoke of rights violations. {Norwegian President Carla Reed} said <no>.", "Norwegian President", None),
        ("{2021 Dolen Open champion Carla Reed} said <it was late>.", "2021 Dolen Open champion", None),
        ("Carla Reed, who is also a dentist, was there. {Reed} said <it was late>.", "dentist", None),
        ("Carla Reed, the mayor herself, was there. {Reed} said <it was late>.", "mayor", None),
        ("Carla Reed, also a co-founder of Norlys, left. {Reed} said <it was late>.", "co-founder of Norlys", None),
        ("{The chairman Mr Justice Reed} said <it was late>.", "chairman", None),
        (
            "He said “no”, ” NATO’s deputy prosecutor, {Carla Reed}, said <it was late>.",
            "NATO’s deputy prosecutor",
            "NATO",
        ),
        ("{Carla Reed, the first woman to}, said <it was late>.", "first woman", None),
        ("It rained.\nroner, Carla Reed, left. {Reed} said <it was late>.", None, None),
        ("{Ch Insp Carla Reed} said <it was late>.", "Ch Insp", None),
        ("{Carla Reed - a son of sailors -} said <it was late>.", "son of sailors", None),
        (
            "{Carla Reed, a researcher at the Institute for Marsh Studies,} said <no>.",
            "researcher at the Institute for Marsh Studies",
            "Institute for Marsh Studies",
        ),
        (
            "{Carla Reed, a senior fellow at the Dolen Institute,} said <no>.",
            "senior fellow at the Dolen Institute",
            "Dolen Institute",
        ),
        (
            "{Carla Reed, professor emeritus at Dolen University,} said <no>.",
            "professor emeritus at Dolen University",
            "Dolen University",
        ),
        ("{Carla Reed, the mayor-elect of Dolen,} said <no>.", "mayor-elect of Dolen", None),
        ("{Policy lead Carla Reed} said <no>.", "Policy lead", None),
        ("{Carla Reed, a member of Emmy-winning cast,} said <no>.", "member of Emmy-winning cast", None),
        ("{Carla Reed, head of policy and research,} said <no>.", "head of policy and research", None),
        (
            "{Carla Reed, chair of the parks, ports and quays board,} said <no>.",
            "chair of the parks, ports and quays board",
            None,
        ),
        ("{Carla Reed, head of the port, and his wife,} said <no>.", "head of the port", None),
        ("{Carla Reed, Minister for Ports and Fisheries,} said <no>.", "Minister for Ports and Fisheries", None),
        ("{Carla Reed, head of quays at NRB. A decision} said <no>.", "head of quays at NRB", "NRB"),
        ("{The Oslo-based Advocacy Manager Carla Reed} said <no>.", "Oslo-based Advocacy Manager", None),
        ("{Health and Safety Commissioner Carla Reed} said <no>.", "Health and Safety Commissioner", None),
        ("{Food and Civil Supplies Minister Carla Reed} said <no>.", "Food and Civil Supplies Minister", None),
        (
            "{Department of Health Permanent Secretary Carla Reed} said <no>.",
            "Department of Health Permanent Secretary",
            None,
        ),
        (
            "{Carla Reed, director of quays at the Northern Ports and Inland Water Trust,} said <no>.",
            "director of quays at the Northern Ports and Inland Water Trust",
            "Northern Ports and Inland Water Trust",
        ),
        (
            "Carla Reed, head of the Norland Institute of Tides and Coastal Storms, left. {Reed} said <no>.",
            "head of the Norland Institute of Tides and Coastal Storms",
            "Norland Institute of Tides and Coastal Storms",
        ),
        (
            "Carla Reed, head of the Norland Institute of Tides and Anna Keller, left. {Reed} said <no>.",
            "head of the Norland Institute of Tides",
            "Norland Institute of Tides",
        ),
        ("{Carla Reed, mayor of Dolen and Vint,} said <no>.", "mayor of Dolen and Vint", None),
        ("The “Squad” member Carla Reed left. {Reed} said <no>.", None, None),
        ("“It is late” council member {Carla Reed} said <no>.", "council member", None),
        ("{Carla Reed, from the Dolen Institute,} said <no>.", None, "Dolen Institute"),
        ("{Carla Reed of the Dolen Institute} said <no>.", None, "Dolen Institute"),
        ("He met Carla Reed at Dolen House. {Reed} said <no>.", None, None),
        ("{Carla Reed, of Oslo,} said <no>.", None, None),
        ("{The Dolen Institute’s Carla Reed} said <no>.", None, "Dolen Institute"),
        ("{Trade and Energy Secretary Carla Reed} said <no>.", "Trade and Energy Secretary", None),
        ("{Judge Carla Reed, herself a mayor until May,} said <no>.", "Judge", None),
        ("{Carla Reed, company secretary at D and V Ferries,} said <no>.", "company secretary", None),
        ("{Carla Reed, head of a clinic where she was born,} said <no>.", "head of a clinic", None),
        ("{House Majority Leader Carla Reed} said <no>.", "House Majority Leader", None),
        ("{UK Foreign Secretary Carla Reed} said <no>.", "UK Foreign Secretary", None),
        ("{Dolen MP Carla Reed} said <no>.", "Dolen MP", None),
        ("{Mayor of Dolen Carla Reed} said <no>.", "Mayor of Dolen", None),
        ("{Last week ports secretary Carla Reed} said <no>.", "ports secretary", None),
        ("{Carla Reed, of the campaign group the Dolen Trust,} said <no>.", None, "Dolen Trust"),
        ("{Carla Reed, owner of Harlow Foods and Drinks,} said <no>.", "owner of Harlow Foods and Drinks", None),
        ("{GB & Norland manager Carla Reed} said <no>.", "GB & Norland manager", "GB & Norland"),
        ("{Caretaker Prime Minister Carla Reed} said <no>.", "Caretaker Prime Minister", None),
        ("{Acting Superintendent Carla Reed} said <no>.", "Acting Superintendent", None),
        ("{Norlys managing director Carla Reed} said <no>.", "Norlys managing director", None),
        (
            "{The council's planning and housing officer Carla Reed} said <no>.",
            "council's planning and housing officer",
            None,
        ),
        (
            "{Labour ports and fisheries spokesperson Carla Reed} said <no>.",
            "Labour ports and fisheries spokesperson",
            None,
        ),
        ("It was the police and mayor Carla Reed. {Reed} said <no>.", "mayor", None),
        (
            "{Carla Reed, head of policy at the Centre on Tides at the Quay League,} said <no>.",
            "head of policy at the Centre on Tides at the Quay League",
            "Centre on Tides",
        ),
        ("{Carla Reed, head of policy on quays,} said <no>.", "head of policy", None),
        (
            "{Carla Reed, director of the Institute for Ports and Harbours,} said <no>.",
            "director of the Institute for Ports and Harbours",
            "Institute for Ports and Harbours",
        ),
        (
            "{Carla Reed, director of Oslo-based arts and design group The Quay Society,} said <no>.",
            "director of Oslo-based arts and design group The Quay Society",
            "Quay Society",
        ),
        ("President Bo Ek, US Secretary of State Carla Reed, and Ann Pope met. {Ek} said <no>.", "President", None),
        ("{Carla Reed, a Marsh spokeswoman,} said <no>. Jo Marsh left.", "Marsh spokeswoman", None),
        ("{Cabinet Member for Housing Cllr Carla Reed} said <no>.", "Cabinet Member for Housing", None),
        ("{Dolen East MP-elect Carla Reed} said <no>.", "Dolen East MP-elect", None),
        ("{MA history student Carla Reed} said <no>.", "MA history student", None),
        ("{Carla Reed, author of the book Salt Roads,} said <no>.", "author of the book Salt Roads", None),
        ("{Carla Reed of the Dolen Institute, a former pilot,} said <no>.", "former pilot", "Dolen Institute"),
        ("{Carla Reed of the Dolen Institute, a lender,} said <no>.", None, "Dolen Institute"),
        ("{The commissioner of quays, CQ Carla Reed,} said <no>.", "commissioner of quays", None),
        (
            "{Norland Trade Party (NTP) MP for East Dolen, Carla Reed,} said <no>.",
            "Norland Trade Party (NTP) MP for East Dolen",
            None,
        ),
        ("He wants an additional 95 bedrooms {Councillor Carla Reed} said <no>.", "Councillor", None),
        ("{His Excellency Governor Carla Reed} said <no>.", "Governor", None),
        ("{The Rt Rev Carla Reed, Bishop of Dolen,} said <no>.", "Bishop of Dolen", None),
        ("{Carla Reed, a TV chef,} said <no>.", "TV chef", None),
        (
            "They were chided by {their own former party leader, Carla Reed,} who said <no>.",
            "former party leader",
            None,
        ),
        (
            "{Carla Reed, head of the Dolen Institute ethics committee,} said <no>.",
            "head of the Dolen Institute ethics committee",
            "Dolen Institute ethics committee",
        ),
        ("{Chief Operating Officer Carla Reed} said <it was over>.", "Chief Operating Officer", None),
    ],
)
def test_roles_and_affiliations_are_whole_or_absent(
    resolved: Resolve, marked: str, role: str | None, affiliation: str | None
) -> None:
    found = resolved(marked)
    assert (found.first("role"), found.first("affiliation")) == (role, affiliation)


@pytest.mark.parametrize(
    ("marked", "description", "affiliation"),
    [
        ("{The mother of a hostage held by Norlys Bank} said <it was late>.", None, None),
        ("{A Norlys Bank customer} said <it was late>.", "A Norlys Bank customer", None),
        ("{A number of alerts were issued in Dolen and footage} showed <it was late>.", "A number of alerts", None),
        ("{A Norlys Bank spokesman} said <it was late>.", "A Norlys Bank spokesman", "Norlys Bank"),
        ("{A nurse at Mater Nova hospital} said <it was late>.", None, "Mater Nova hospital"),
        ("{The Hills and Islands MSP} said <it was late>.", "The Hills and Islands MSP", None),
        ("{The president of the United States} said <it was late>.", None, None),
        ("{The Westmarsh MP} said <it was late>.", "The Westmarsh MP", None),
        ("{A nurse, who the Dolen Institute will not name,} said <it was late>.", None, None),
        ("{A nurse at Dolen Hospitals (DH) NBQ Trust} said <it was late>.", None, "Dolen Hospitals (DH) NBQ Trust"),
        ("{An MBA graduate} said <it was late>.", "An MBA graduate", None),
        ("{The NBQ and RDQ networks} said <it was late>.", "The NBQ and RDQ networks", None),
    ],
)
def test_a_description_is_no_sentence_and_of_the_body_it_names(
    resolved: Resolve, marked: str, description: str | None, affiliation: str | None
) -> None:
    found = resolved(marked)
    assert found.first("affiliation") == affiliation
    assert description is None or found.first("description") == description


def test_a_description_ends_with_its_line(resolved: Resolve) -> None:
    found = resolved("Row over the new quay\n{A harbour judge} said <it was late>.")
    assert found.first("description") == "A harbour judge"


def test_what_a_body_is_for_makes_no_group_of_who_speaks_for_it(extractor: Extractor) -> None:
    text = "“We were late,” a spokesman for the Department for Culture, Ports and Sport said."
    assert [speaker.kind for speaker in extractor.extract(text).speakers] == [SpeakerKind.PERSON]


def test_whoever_is_listed_beside_is_no_role(extractor: Extractor) -> None:
    text = "Present: Cllr Bo Ek (Mayor), Cllr Carla Reed, Cllr Ann Pope\n\nCllr Reed said that it was over.\n"
    assert [(s.name, s.role) for s in extractor.extract(text).speakers] == [("Carla Reed", "Cllr")]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Anna Keller asked Carla Marsh if she would resign, and she said she would not.", "Carla Marsh"),
        ("The Mail asked the council where it came from and they confirmed that it was made up.", "the council"),
        ("Anna Keller asked why the quay was shut. She said she would sue.", "Anna Keller"),
    ],
)
def test_who_asks_in_a_sentence_does_not_answer_in_it(extractor: Extractor, text: str, called: str) -> None:
    found = extractor.extract(text)
    last = next(s for s in found.speakers if s.id == found.quotes[-1].speaker)
    assert called in (last.name, last.description)


@pytest.mark.parametrize("name", ["J.R.R. Hobday-Finch II", "Q.D.R. Hobday", "Orrinvald Quay Jr"])
def test_initials_and_suffixes_are_a_persons(extractor: Extractor, name: str) -> None:
    text = f"{name}, a retired dentist, said that he had seen smoke."
    assert [(s.name, s.kind) for s in extractor.extract(text).speakers] == [(name, SpeakerKind.PERSON)]


def test_where_somebody_is_from_is_no_person(extractor: Extractor) -> None:
    text = "Jo Marsh, 43, of Ashton, who watched the game, said it was late. He said he would come again."
    assert "Ashton" not in [speaker.name for speaker in extractor.extract(text).speakers]


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ("Kit Ames, Mayor Denholm's lawyer, called it a fantasy. Lina Pole's lawyer", None),
        ("Kit Ames, Mayor Denholm's lawyer, called it a fantasy. The mayor's lawyer", "Kit Ames"),
        ("Marsh's mother, Ann Pole, said he was ill. Birch's mother", None),
        ("The union's leader, Ann Pole, said it was over. The company's leader", None),
        ("The firm's boss, Ann Pole, said it was over. The company's boss", "Ann Pole"),
        ("Lena Marsh said it was late. Her brother, Arne, said it was not. Tom Birch waited. His brother", None),
    ],
)
def test_whose_somebody_is_tells_two_apart(extractor: Extractor, told: str, last: str | None) -> None:
    found = extractor.extract(f"{told} said it was late.")
    names = {speaker.id: speaker.name for speaker in found.speakers}
    assert names[found.quotes[-1].speaker or ""] == last


def test_who_owns_something_in_the_next_sentence_is_not_brought_in_by_it(extractor: Extractor) -> None:
    found = extractor.extract("Her brother said it was not. Lena's brother said nothing was lost.")
    assert [speaker.name for speaker in found.speakers] == [None, None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The engineer, Ian Page, came home on Monday. It was cold. Page said the quay was unsafe.", "Ian Page"),
        ("The engineer, Ian Church, came home on Monday. It was cold. Church said the quay was unsafe.", "Ian Church"),
        ("Ian Page came home. A page was missing. Page said the quay was unsafe.", "Ian Page"),
        ("Ian Page came home. A page was missing. The page said the quay was unsafe.", None),
        ("Ian Church came home. It was cold. Church leaders said the quay was unsafe.", None),
    ],
)
def test_a_surname_that_is_a_noun_for_a_source_is_a_name(extractor: Extractor, text: str, name: str | None) -> None:
    found = extractor.extract(text)
    names = {speaker.id: speaker.name for speaker in found.speakers}
    assert names[found.quotes[-1].speaker or ""] == name


def test_who_is_definite_before_a_verb_is_no_role_of_who_is_named_before_it(extractor: Extractor) -> None:
    text = "Asked about Jo Marsh, its spokesman said: “Who?” Marsh said that it was late."
    assert [(s.name, s.role) for s in extractor.extract(text).speakers] == [("Jo Marsh", None), (None, None)]


def test_a_description_keeps_the_clause_that_tells_where(extractor: Extractor) -> None:
    text = "The club where Jo Marsh trained said that it was late."
    assert extractor.extract(text).speakers[0].description == "The club where Jo Marsh trained"


@pytest.mark.parametrize("epithet", ["Embattled", "Rival", "Neighbouring", "Troubled", "Struggling"])
def test_what_the_press_calls_a_body_is_no_part_of_its_name(extractor: Extractor, epithet: str) -> None:
    found = extractor.extract(f"{epithet} Quorn Council said that it was over. The council said nobody would go.")
    assert {speaker.name for speaker in found.speakers} == {"Quorn Council"}


@pytest.mark.parametrize("opening", ["Tom Marsh stood down as an MSP", "Cllr. Tom Marsh was there"])
def test_a_stop_behind_letters_ends_the_sentence_or_is_of_a_title(extractor: Extractor, opening: str) -> None:
    (speaker,) = extractor.extract(f"{opening}. He said that it was over.").speakers
    assert speaker.name == "Tom Marsh"


@pytest.mark.parametrize("name", ["Vess Ports Co., Ltd", "Vess Energy, Inc.", "Vess Energy"])
def test_the_form_of_a_company_is_of_its_name_and_none_alone(extractor: Extractor, name: str) -> None:
    text = f"{name}, which manages the quay, said that it was late. The company said that it was sorry."
    assert [speaker.name for speaker in extractor.extract(text).speakers] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It is over,” said Dr Marsh The medic said he planned to leave. Owen Marsh is kind.", {"Owen Marsh"}),
        ("Micheal O‘Hara is a mediator. “They love this child,” he said. Mr O’Hara said it again.", {"Micheal O‘Hara"}),
        ("State broadcaster RT said it had done nothing. Dr Marsh said the same.", {"RT", "Marsh"}),
        ("Young Muslims in Vess say they are stared at in public.", {None}),
        ("The Sunni-Muslim Islamist group said that three had fired.", {None}),
        ("The Danish Catholic charity said that three had fired.", {None}),
        ("The Liberal Democrat party said that it was over.", {"Liberal Democrat party"}),
        ("The Young Muslims Association said they are stared at.", {"Young Muslims Association"}),
        ("Defence for Children Norland (DCIN), a rights group, said a boy died.", {"Defence for Children Norland"}),
        ("The Norland Union (NTWU), a rights group, said a boy died.", {"Norland Union"}),
    ],
    ids=[
        "a lost stop",
        "a turned apostrophe",
        "letters",
        "a people",
        "a people's group",
        "a nation's charity",
        "a party",
        "a people's body",
        "a letter too many",
        "two too many",
    ],
)
def test_what_is_whose_name(extractor: Extractor, text: str, names: set[str | None]) -> None:
    assert {speaker.name for speaker in extractor.extract(text).speakers} == names


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("head of the UN agency for Danish refugees", None),
        ("head of the Danish government", "Jonas Krell"),
    ],
)
def test_a_nation_in_what_somebody_heads_is_not_what_tells_of_him(
    extractor: Extractor, head: str, name: str | None
) -> None:
    found = extractor.extract(
        f"Danish Prime Minister Jonas Krell said that the losses were bad. The {head} warned that it was over."
    )
    assert next(s.name for s in found.speakers if s.id == found.quotes[-1].speaker) == name


def test_who_is_counted_in_a_text_that_lost_its_articles_is_somebody_new(extractor: Extractor) -> None:
    found = extractor.extract(
        "Prime Minister Tom Marsh said that pay would not rise.\n\nrmed forces have been sent, said Mr Marsh.\n\n"
        "One former minister said the government would have to move."
    )
    assert {speaker.name for speaker in found.speakers} == {"Tom Marsh", None}
    found = extractor.extract(
        "Tom Marsh warns of cuts\n\nFormer prime minister Tom Marsh has warned of cuts.\n\n"
        "former prime minister told the Post that pay should rise."
    )
    assert {speaker.name for speaker in found.speakers} == {"Tom Marsh"}
