"""What somebody is told to be, beside the name: all of it, and of which body; or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from quotex.contract.records import SpeakerKind

if TYPE_CHECKING:
    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]


@pytest.mark.parametrize(
    ("marked", "name", "role"),
    [
        ("{Chief executive and co-founder Ben Marr} said <no>.", "Ben Marr", "Chief executive and co-founder"),
        ("In the hall, {union leader and councillor Ben Marr} said <no>.", "Ben Marr", "union leader and councillor"),
        ("{TARX Chairman, founder and CEO Ben Marr} said <no>.", "Ben Marr", "TARX Chairman, founder and CEO"),
        ("{NDP leader and former president Mo Nash} said <no>.", "Mo Nash", "NDP leader and former president"),
        ("{The president and prime minister Jo Marsh} said <no>.", "Jo Marsh", "prime minister"),
        ("The works went to {Ann Lowe, a councillor and builder Jo Marsh} said <no>.", "Ann Lowe", "councillor"),
        ("{Mothers and health visitor Jo Marsh} said <no>.", "Jo Marsh", "health visitor"),
        ("In an email, {veteran MSP Chris Graham} said <no>.", "Chris Graham", "veteran MSP"),
        ("{Ann Holt, the only candidate to officially declare,} said <no>.", "Ann Holt", "only candidate"),
        ("{Ann Holt, Norland's envoy to Sorrand,} said <no>.", "Ann Holt", "Norland's envoy to Sorrand"),
        ("{Ann Holt}, who is currently a member of the board, said <no>.", "Ann Holt", "member of the board"),
        (
            "Asked whether he would, {shadow foreign secretary Ann Holt} said <no>.",
            "Ann Holt",
            "shadow foreign secretary",
        ),
        ("A line of duty. {Line of Duty star Ann Holt} said <no>.", "Ann Holt", "star"),
        ("Some were taken hostage - {Norlandish PM Ann Holt} said <no>.", "Ann Holt", "Norlandish PM"),
        ("On Thursday {deputy Labour leader Ann Holt} said <no>.", "Ann Holt", "deputy Labour leader"),
        ("Talks on human rights Norlandish President {Ann Holt} said <no>.", "Ann Holt", "Norlandish President"),
        ("{Yesterday acting chief constable Ann Holt} said <no>.", "Ann Holt", "acting chief constable"),
        ("{This morning deputy mayor Ann Holt} said <no>.", "Ann Holt", "deputy mayor"),
        (
            "{Ann Holt, chief executive at climate campaign Make My Money Matter,} said <no>.",
            "Ann Holt",
            "chief executive",
        ),
        ("{Defence spokesman Maj. Gen. Chris Graham} said <no>.", "Chris Graham", "Defence spokesman"),
        ("At first {Sarah Lowe} said <no>.", "Sarah Lowe", None),
        ("{First Minister Sarah Lowe} said <no>.", "Sarah Lowe", "First Minister"),
        ("It was cold, {our Norland correspondent Laura Bick} wrote <in May>.", "Laura Bick", "Norland correspondent"),
        ("{Amy Torrel - embracing her son -} said <no>.", "Amy Torrel", None),
        ("{Amy Torrel, managing director of Norlys,} said <no>.", "Amy Torrel", "managing director of Norlys"),
        (
            "He mocked President Jan Brodie, including mocking his stutter. {Brodie} said <no>.",
            "Jan Brodie",
            "President",
        ),
        ('{Naz Volo, the spokesman for Norland\'s "Tide" group,} said <no>.', "Naz Volo", "spokesman"),
        (
            "{Interim Police and Crime Commissioner Jo Sedge} said <no>.",
            "Jo Sedge",
            "Interim Police and Crime Commissioner",
        ),
        ("He was in Washington, DC. {Torrel} said <no>.", "Torrel", None),
        ("{DC Amy Torrel} said <no>.", "Amy Torrel", "DC"),
        ("{Herald reporter Mark Di Sorella} said <no>. {Di Sorella} said <yes>.", "Mark Di Sorella", "Herald reporter"),
        ("{DI Mark Sorella} said <no>.", "Mark Sorella", "DI"),
        ("“It is,” said {Hall of Fame president Jim Port}: <no>.", "Jim Port", "Hall of Fame president"),
        ("{Crown Prince Mohammed} said <no>.", "Mohammed", "Crown Prince"),
        (
            "{Norlandish Ministry of Ports spokesperson Lin Jiang} said <no>.",
            "Lin Jiang",
            "Norlandish Ministry of Ports spokesperson",
        ),
        (
            "{Assistant Commander-in-Chief Lt Gen Jo Gabor} said <no>.",
            "Jo Gabor",
            "Assistant Commander-in-Chief Lt Gen",
        ),
        (
            "{Dutch Chief of Defence Gen Onno Eichel} said <no>.",
            "Onno Eichel",
            "Dutch Chief of Defence Gen",
        ),
        ("{Beck Weiner, who was when a nerve agent struck a student,} said <no>.", "Beck Weiner", None),
        ("{Sanjay Bhand, chair of Kick It Out (KIO),} said <no>.", "Sanjay Bhand", "chair of Kick It Out"),
        ("Jan lost as {defending champion Jon Broom} said <no>.", "Jon Broom", "defending champion"),
        (
            "{US secretary Blinkman} said <no>. US Secretary of State Tony Blinkman left.",
            "Tony Blinkman",
            "US Secretary of State",
        ),
        (
            '"It is," said {Jan Egel, Secretary General of NRD.} “<The men know it>.”',
            "Jan Egel",
            "Secretary General of NRD",
        ),
        ("(L-R) Former premier Will Ley and Ann Lowe met. {Ley} said <no>.", "Will Ley", "Former premier"),
        (
            "Pat Ermin/Norpress {Harbour Board spokeswoman Jo Zakhar} said <no>.",
            "Jo Zakhar",
            "Harbour Board spokeswoman",
        ),
        ("{Norlys founder/CEO Jo Zakhar} said <no>.", "Jo Zakhar", "CEO"),
        (
            "He heard daughter-in-law Lara Tramp and tech billionaire Elon Mask. {Mask} said <no>.",
            "Elon Mask",
            "tech billionaire",
        ),
        (
            "{The head of Corsland's regional executive, Gil Simone,} said <no>.",
            "Gil Simone",
            "head of Corsland's regional executive",
        ),
        ("{A retail executive, Gil Simone,} said <no>.", "Gil Simone", "retail executive"),
        ("At home, as a {teenager Asha Fletch} said <no>.", "Asha Fletch", None),
        ("{Asha Fletch, who is now a musician,} said <no>.", "Asha Fletch", "musician"),
        ("After it, {the Trust's chief executive Tom Reeve} said <no>.", "Tom Reeve", "Trust's chief executive"),
        (
            "{The head of the city's youth service, Tom Reeve,} said <no>.",
            "Tom Reeve",
            "head of the city's youth service",
        ),
        ("{The owners' lawyer, Tom Reeve,} said <no>.", "Tom Reeve", "owners' lawyer"),
        (
            "{The Harbour Trust's chief executive Tom Reeve} said <no>.",
            "Tom Reeve",
            "Harbour Trust's chief executive",
        ),
        (
            "She seeks influence in Yemen {British Prime Minister Ada May} said <no>.",
            "Ada May",
            "British Prime Minister",
        ),
        ("{UK Conservative MP Ada May} said <no>.", "Ada May", "UK Conservative MP"),
        ("{In her New Year's message, First Minister Nico Sturg} said <no>.", "Nico Sturg", "First Minister"),
        ("{But Tramp's son, Don Tramp,} said <no>.", "Don Tramp", "Tramp's son"),
        ("It heard Talk of the Day presenter Gary Linn. {Linn} said <no>.", "Gary Linn", "presenter"),
        ("{Speaker of the House Gary Linn} said <no>.", "Gary Linn", "Speaker of the House"),
        ("{Kevin Ho, who was a student then,} said <no>.", "Kevin Ho", None),
        ("{Kevin Ho, who had served as mayor of Orrin,} said <no>.", "Kevin Ho", None),
        ("{Kevin Ho, who has been mayor of Orrin since 2012,} said <no>.", "Kevin Ho", "mayor of Orrin"),
        ("{Kevin Ho, then the mayor of Orrin,} said <no>.", "Kevin Ho", "then the mayor of Orrin"),
        ("In a report, {then Ports Minister Kevin Ho} said <no>.", "Kevin Ho", "then Ports Minister"),
        ("{Kevin Ho, once a pilot at Dolen,} said <no>. {Mayor Ho} said <yes>.", "Kevin Ho", "Mayor"),
        ("{Two-time Olympic champion Kevin Ho} said <no>.", "Kevin Ho", "Two-time Olympic champion"),
        ("{Far-right Finance Minister Kevin Ho} said <no>.", "Kevin Ho", "Far-right Finance Minister"),
        ("{Former world 100m hurdles champion Kevin Ho} said <no>.", "Kevin Ho", "Former world 100m hurdles champion"),
        ("{Kevin Ho, a 1500 metre runner,} said <no>.", "Kevin Ho", "1500 metre runner"),
        ("{The 2022 Harlow Cup winner Kevin Ho} said <no>.", "Kevin Ho", "2022 Harlow Cup winner"),
        ("It was lost in 2021. In 2022 {Harlow Cup winner Kevin Ho} said <no>.", "Kevin Ho", "Harlow Cup winner"),
        ("{Norland's newly elected president Kevin Ho} said <no>.", "Kevin Ho", "Norland's newly elected president"),
        ("Earlier, {mayor Kevin Ho} said <no>.", "Kevin Ho", "mayor"),
        ("Earlier {Home Secretary Kevin Ho} said <no>.", "Kevin Ho", "Home Secretary"),
        ("{Mother-of-two Ann Holt} said <no>.", "Ann Holt", "Mother-of-two"),
        ("{Archbishop-designate Kevin Ho} said <no>.", "Kevin Ho", "Archbishop-designate"),
        ("{Olympic gold medallist Ann Holt} said <no>.", "Ann Holt", "Olympic gold medallist"),
        ("Over dinner {Ann Holt} said <no>.", "Ann Holt", None),
        ("{The deput y mayor Kevin Ho} said <no>.", "Kevin Ho", None),
        ("{Ann Holt, an expert on Norlandish shipping,} said <no>.", "Ann Holt", "expert on Norlandish shipping"),
        ("{Ann Holt, the chair,} said on Monday <no>.", "Ann Holt", "chair"),
        ("{Kevin Ho, the new leader of the Orrin group} said <no>.", "Kevin Ho", "new leader of the Orrin group"),
        ("Kevin Ho, who while mayor left the party, met. {Ho} said <no>.", "Kevin Ho", None),
        (
            "{Ann Holt, the first pilot to land in Orrin and Dolen,} said <no>.",
            "Ann Holt",
            "first pilot to land in Orrin and Dolen",
        ),
        ("The actor Kevin Ho left. {Conservative actor Kevin Ho} said <no>.", "Kevin Ho", "Conservative actor"),
        ("Former mayor Kevin Ho left. {Mayor Kevin Ho} said <no>.", "Kevin Ho", "Mayor"),
        ("It is between Ada Brook and {Ho}, the official said: <no>.", "Ho", None),
        ("{The mayor Kevin Ho} said <no>. The former mayor left. {Ho} said <yes>.", "Kevin Ho", "mayor"),
        (
            "It is of the group defending suspended councillor Kevin Ho. {Ho} said <no>.",
            "Kevin Ho",
            "suspended councillor",
        ),
        ("{Ada Marsh, a nurse at a clinic in Orrin,} said <no>.", "Ada Marsh", "nurse at a clinic in Orrin"),
        ("{Ada Marsh, chairman of OPQ at an earnings call,} said <no>.", "Ada Marsh", "chairman of OPQ"),
    ],
)
def test_a_role_is_whole(resolved: Resolve, marked: str, name: str, role: str | None) -> None:
    found = resolved(marked)
    assert (found.names()[0], found.first("role")) == (name, role)


@pytest.mark.parametrize(
    ("marked", "affiliation"),
    [
        ("{Jeff Beg, CEO and Managing Partner of Wellford Investments LLC,} said <no>.", "Wellford Investments LLC"),
        ("{Ben Dugan, the manager of Simmer's,} said <no>.", "Simmer's"),
        ("{Ben Dugan, a friend of Hale's,} said <no>.", None),
        ("{Omer Aksa, owner of Gino's Tailoring,} said <no>.", "Gino's Tailoring"),
        ("{Martin Brunner of Bushy's Brewery} said <no>.", "Bushy's Brewery"),
        (
            "{Hetty Brew, spokesperson for the Office of the First District Attorney for Norland,} said <no>.",
            "Office of the First District Attorney for Norland",
        ),
        ("{Cher Bruce, manager for Norland for Clean Water,} said <no>.", None),
        ("{Paola Burrow, instructor at the JKB Bass rock Club in Gullan,} said <no>.", None),
        ("{Lynn Songe, chief economist for Greater China at INGX,} said <no>.", "INGX"),
        ("{Matt Weston, head of Dolen and Orrin Police,} said <no>.", "Dolen and Orrin Police"),
        ("{Aberdon South MP Steve Flint} said <no>.", None),
        ("{Texas Representative Jo Sedge} said <no>.", None),
        ("{UN Representative Jo Sedge} said <no>.", "UN"),
        ("{Azim Sahir, a Maldivian analyst,} said <no>.", None),
        ("{US-based PR strategist Max Burne} said <no>.", None),
        ("{Ann Clark, an officer with the LGBTQ support organisation Cara Kind,} said <no>.", "Cara Kind"),
        ("{Ms Chohan}, who represents the East Hunsby and Shelford ward, said <no>.", None),
        ("{Ilia Pole, a politician with links to the Legion,} said <no>.", None),
        ("{South Wales East Tory Senedd member Laura Jonas} said <no>.", None),
        ("{Lord Baker of Dorling} said <no>.", None),
        ("{US District Judge Tim Kell} said <no>.", None),
        ("{David Davis, Monmoth MP and Ports Secretary,} said <no>.", None),
        ("{Beck Weiner, Commissioner of Counterterrorism at the Dolen Police,} said <no>.", "Dolen Police"),
        ("{Biometrics and Surveillance Camera Commissioner Prof Fraser Samson} said <no>.", None),
        ("{US Sudan Envoy Tom Perrin} said <no>.", None),
        ("{Jo Carter, head of Asthma + Lung Norland,} said <no>.", "Asthma + Lung Norland"),
        ("{TikTak and BeatDance's lawyer, Andy Pink,} said <no>.", None),
        (
            "{Mike Christy, of Aberwyth University's Business School,} said <no>.",
            "Aberwyth University's Business School",
        ),
        ("{Darren Jonas}, who chairs the BEISX committee, said <no>.", "BEISX committee"),
        ("{James Howl, an IT engineer,} said <no>.", None),
        ("{Acting Harbour Board director Ron Row} said <no>.", "Harbour Board"),
        ("{Palm Beach County Sheriff Ric Brad} said <no>.", None),
        ("{Jo Baker of Dorling Council} said <no>.", "Dorling Council"),
        ("{United Nations High Commissioner for Relief Ada Marsh} said <no>.", None),
        ("{The party's Rapid Answer Director Ada Marsh} said <no>.", None),
        ("{The Rapid Answer director Ada Marsh} said <no>. He sued Rapid Answer.", "Rapid Answer"),
        ("{Zero Waste consultant Ada Marsh} said <no>.", None),
        ("{Orrin Conservatives chairman Ada Marsh} said <no>.", "Orrin Conservatives"),
        ("{Orrin City boss Ada Marsh} said <no>.", "Orrin City"),
        ("{Orrin City mayor Ada Marsh} said <no>.", None),
        ("{OPQ National Executive Director Ada Marsh} said <no>.", "OPQ"),
        ("{Norlys Chief Financial Officer Ada Marsh} said <no>.", None),
        ("{OPQ international trade spokesperson Ada Marsh} said <no>.", "OPQ"),
        ("{UFIP assembly group leader Ada Marsh} said <no>.", "UFIP assembly group"),
        ("{South Norland East Senedd member Ada Marsh} said <no>.", None),
        ("{Ada Marsh, a reporter for the OPQ news website,} said <no>.", "OPQ"),
        ("{Ada Marsh, director of the Centre for Tea, Cake, and Ham,} said <no>.", None),
        ("{Ada Marsh, chief executive of OPQ's parent company,} said <no>.", None),
        ("{Ada Marsh, head of one of OPQ's newest members,} said <no>.", None),
        ("{Ada Marsh, head of OPQ's research arm,} said <no>.", "OPQ"),
        ("{Manx team-mate Becky Dorrie} said <no>.", None),
        ("{Vlad Rogan, another Norland-installed official,} said <no>.", None),
        ("{Mark Harver}, who represents the Forest of Dolen, said <no>.", None),
        ("{Jeff Hall, analyst for Asia Pacific at trading platform Ovanda,} said <no>.", None),
        ("In Harlow, {Police Chief Commissioner Shane Patter} said <no>.", None),
        ("{Shane Patter, chairman of the Trust,} said <no>.", None),
        ("The plan is off. {The Church spokesman Shane Patter} said <no>.", "Church"),
        ("{Shane Patter, an economist at Tooley's Analytics,} said <no>.", None),
        ("{Shane Patter, a member of OPQ's Harlow branch,} said <no>.", "OPQ"),
        ("{Shane Patter, head of the Board of Deputies of Danish Jews,} said <no>.", None),
        ("{Shane Patter, head of the Board of Deputies,} said <no>.", "Board of Deputies"),
        ("Harlow's Patter's Garage is open. {Shane Patter} said <no>.", None),
        ("{Harlow Council's Shane Patter} said <no>.", "Harlow Council"),
        ("It was of Labour's Police and Crime Commissioner Shane Patter. {Mr Patter} said <no>.", None),
        ("{Exiled Hong Kong pro-democracy activist Shane Patter} said <no>.", None),
        ("{Republican US House Speaker Shane Patter} said <no>.", "US House"),
        ("{Shane Patter, head of the Republican National Committee,} said <no>.", "Republican National Committee"),
        ("NHS staff left. {Shane Patter, head of NHS Harlow and Medway,} said <no>.", None),
        ("In brief remarks, {Wisconsin Republican Rep. Shane Patter} said <no>.", None),
        ("Norlys Games rose. {Shane Patter, creator of Norlys Games,} said <no>.", None),
        ("Norlys Games rose. {Shane Patter, founder of Norlys Games,} said <no>.", "Norlys Games"),
        ("{Ada Marsh, a broker at Coreno Partners,} said <no>.", "Coreno Partners"),
        ("{Ada Marsh, chair of the Florida Democrats,} said <no>.", None),
        ("{Ada Marsh, founder of the Folk of the Stone organisation,} said <no>.", None),
        ("{Ada Marsh, director of the OPQ organisation,} said <no>.", "OPQ organisation"),
        ("{Ada Marsh, a columnist at The Times newspaper,} said <no>.", "Times newspaper"),
        ("{Silicon Valley watcher Ada Marsh} said <no>.", None),
        ("{A spokesman for Stormouth's Department of Health} said <no>.", "Stormouth's Department of Health"),
        ("{A former OPQ commander} said <no>.", "OPQ"),
        ("{The leaders of the UK, France and Germany} said <no>.", None),
        ("{Citizens in the north of the country} said <no>.", None),
        ("{Officials at the transport ministry} said <no>.", "the transport ministry"),
        ("{Yoel Rott, the head of Trust and Safety at Twitter,} said <no>.", "Twitter"),
        ("{Ada Marsh, a former OPQ officer and author of Harbour Tides,} said <no>.", "OPQ"),
        ("{Ada Marsh, author of Harbour Tides,} said <no>.", None),
    ],
)
def test_an_affiliation_is_whole_or_absent(resolved: Resolve, marked: str, affiliation: str | None) -> None:
    assert resolved(marked).first("affiliation") == affiliation


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("{Russian ally Belarus} said <no>.", "Belarus", SpeakerKind.ORGANIZATION),
        ("{Her friend Georgia} said <no>.", "Georgia", SpeakerKind.PERSON),
        ("{Denzel Washington} said <no>. {Washington} said <yes>.", "Denzel Washington", SpeakerKind.PERSON),
        ("{Al Jazeera} said <no>.", "Al Jazeera", SpeakerKind.ORGANIZATION),
        ("{Al Gorman} said <no>.", "Al Gorman", SpeakerKind.PERSON),
        (
            "{The General Staff of the Armed Forces of Norland} said <no>.",
            "General Staff of the Armed Forces of Norland",
            SpeakerKind.ORGANIZATION,
        ),
        ("{General Staff Sergeant Jo Marsh} said <no>.", "Jo Marsh", SpeakerKind.PERSON),
        ("{Charity Northern Aid} said <no>. {Northern Aid} said <yes>.", "Northern Aid", SpeakerKind.ORGANIZATION),
        ("{The Charity Commission} said <no>.", "Charity Commission", SpeakerKind.ORGANIZATION),
        ("{The Hollywood Reporter} said <no>.", "Hollywood Reporter", SpeakerKind.ORGANIZATION),
        ("{The EU Ambassador to Norland} said <no>.", None, SpeakerKind.PERSON),
        ("{The Norlys Chairman} said <no>.", None, SpeakerKind.PERSON),
        ("{The envoy to Australia Izzat Abdulh} said <no>.", "Izzat Abdulh", SpeakerKind.PERSON),
    ],
)
def test_who_has_the_name(resolved: Resolve, marked: str, name: str | None, kind: SpeakerKind) -> None:
    found = resolved(marked)
    speaker = found.speakers()[0]
    assert speaker is not None
    assert (found.names()[0], speaker.kind) == (name, kind)


def test_who_is_of_another_nation_is_another(resolved: Resolve) -> None:
    marked = (
        "{Canadian Prime Minister Justin Trudell} said <no>. "
        "On Tuesday {the head of Iran's Civil Aviation Board} said <yes>."
    )
    assert resolved(marked).names() == ["Justin Trudell", None]
