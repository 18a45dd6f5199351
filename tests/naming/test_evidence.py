"""Who is a person and who is a body, in articles about invented ones whose names no parser has seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from quotex.contract.records import SpeakerKind
from quotex.english.people import Gender, given_names

if TYPE_CHECKING:
    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]

_PERSON, _ORGANIZATION = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Its spokeswoman, {Ilka Dorn}, said <it was over>.", SpeakerKind.PERSON),
        ("{Tessaly Quorn, a nurse}, said <it was over>.", SpeakerKind.PERSON),
        ("{Maud Vessel-Lang} said <it was over>.", SpeakerKind.PERSON),
        ("{Oddvar Ternquist} said <it was over>.", SpeakerKind.PERSON),
        ("Mrs. Church met them. {Tessaly Church} said <it was over>.", SpeakerKind.PERSON),
        ("The church met them. {Tessaly Church} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Norvale Athletic} said <he had been sold>.", SpeakerKind.ORGANIZATION),
        ("{Quorn Biologics} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Halloran & Vess} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Radio Vess} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("The grid operator {Norrlys Nett} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("He sold it, <and the boat>, according to {his wife, Quilla}.", SpeakerKind.PERSON),
        ("{Corran Vale, the firm that leases the quay,} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Corran Vale of the Quay Institute, a think tank,} said <it was over>.", SpeakerKind.PERSON),
        ("The Quorn Vale captain wept. {Quorn Vale} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("The Jane Quorn supporters wept. {Jane Quorn} said <it was over>.", SpeakerKind.PERSON),
        ("Wells Quorn CEO Jo Marsh wept, and {Wells Quorn} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Wells Quorn}, CEO of Vess, said <it was over>.", SpeakerKind.PERSON),
        ("Wells Quorn CEO of Vess wept, and {Wells Quorn} said <it was over>.", SpeakerKind.PERSON),
        ("Castle Dorn 2-1 Vess\n\n{Castle Dorn} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("Jane Dorn beat Anna Vess 6-3 on Sunday.\n\n{Jane Dorn} said <it was over>.", SpeakerKind.PERSON),
        ("Marsh plans public tests of its new ferry. {Marsh} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("Marsh sold the firm and its boats. {Marsh} said <it was over>.", SpeakerKind.PERSON),
        ("{Vess NorLys} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Vess McDorn} said <it was over>.", SpeakerKind.PERSON),
        ("Shares in steel giant Quorn fell. {Quorn} said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Carmaker Anna Quorn} said <it was over>. Anna Quorn fell. Anna Quorn rose. Anna Quorn won.", _ORGANIZATION),
        ("{Brewer Anna Quorn} said <it was over>. Anna Quorn fell. Anna Quorn rose. Anna Quorn won.", _PERSON),
        ("British miner Glenbury met. {Glenbury} said <it was over>.", _ORGANIZATION),
        ("The firm Anna Quorn founded was sold. {Anna Quorn} said <it was over>.", _PERSON),
        ("The firm Holt founded was sold. {Holt} said <it was over>.", _PERSON),
        ("After school Anna Quorn went to sea. {Anna Quorn} said <it was over>.", _PERSON),
        ("They met at a club Anna Quorn owns. {Anna Quorn} said <it was over>.", _PERSON),
        ("{Private outlet Wal Fadri} called <it a scar>. He praised the private outlet Wal Fadri.", _ORGANIZATION),
        ("{The firm Holt} said <it was over>.", _ORGANIZATION),
        ("{The head of the Vesser city administration Oleg Marsh} said <it was over>.", _PERSON),
        ("The head of the charity Marie Kind left. {Marie Kind} said <no>.", _ORGANIZATION),
        ("{The team's chef de mission Penny Marsh} said <it was over>.", _PERSON),
        ("{Utilara, which has two ferries}, said <it was over>.", _ORGANIZATION),
        ("He met Holt, which angered many. {Holt} said <it was over>.", _PERSON),
        ("{State-owned Norrlys} said <it was over>.", _ORGANIZATION),
        ("{London-based Jon Marsh} said <it was over>.", _PERSON),
        ("{Air Norbay} said <it was over>.", _ORGANIZATION),
        ("The Chandema party lost. Chandema leaders met. {Chandema} said <it was over>.", _ORGANIZATION),
        ("{Marsh} said <it was over>. Marsh shares a house with Marsh.", _PERSON),
        ("{Ben & Holly} said <it was over>.", _ORGANIZATION),
        ("It was over, {Xinhua} said, and <two had died>.", _ORGANIZATION),
        ("{Der Bote} reported <it was over>.", _ORGANIZATION),
        ("{Van der Bote} said <it was over>.", _PERSON),
        ("<It was over>, {state media TASS} said.", _ORGANIZATION),
        ("{Tessa UK} said <it was over>.", _ORGANIZATION),
        ("{Ada London} said <it was over>.", _PERSON),
        ("{Pop group Queen} said <it was over>.", _ORGANIZATION),
        ("{Carla Reed Foundation} said <it was over>.", _ORGANIZATION),
        ("{Carla Press} said <it was over>.", _PERSON),
        ("{Delta Tankers} said <it was over>. Delta Tankers fell.", _ORGANIZATION),
        ("{Ernst Hollis, the accountancy firm,} said <it was over>. Ernst Hollis was glad.", _ORGANIZATION),
        ("{Ernst Hollis}, the firm and the union said <it was over>. Ernst Hollis was glad.", _PERSON),
        ("{Plaid Cymru} said <it was over>.", _ORGANIZATION),
        ("Shares in Morgan Stanfield fell. {Morgan Stanfield} said <it was over>.", _ORGANIZATION),
        ("A partner in Morgan Stanfield’s crime fell. {Morgan Stanfield} said <it was over>.", _PERSON),
        ("{Meituan, the delivery platform that he works for,} said <it was over>.", _ORGANIZATION),
        (
            "Fashion giant Mavis hides child labour. Mavis knew, Mavis hid it, and Mavis paid. {Mavis} said <no>.",
            SpeakerKind.ORGANIZATION,
        ),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(resolved: Resolve, marked: str, kind: SpeakerKind) -> None:
    assert {c.kind for c in resolved(marked).speakers() if c} == {kind}


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Norvale United lost on Sunday. {United} said <he had been sold>.", ["Norvale United"]),
        ("Rosheen Tully took charge in May. {Tully} hopes <to win>.", ["Rosheen Tully"]),
        (
            "Earlier this month Quorn Bank cut its rates. In a statement {the bank} said <it had to>.",
            ["Quorn Bank"],
        ),
        ("Shares in Quorn fell. They sell a Quorn Mustang. {Quorn} said <it was over>.", ["Quorn"]),
        ("There was a Tom Reed at the door. {Reed} said <it was over>.", ["Tom Reed"]),
        ("The Norrlys Works burned. {Norrlys} said <it was over>.", ["Norrlys Works"]),
        ("{Saudi Arabia} said <it was over>. {The Saudi Dorn Bank} said <no>.", ["Saudi Arabia", "Saudi Dorn Bank"]),
        ("{Dorn Brothers} said <it was over>. {Harlow Council Workers} said <no>.", ["Dorn Brothers", None]),
        ("{British Para-swimmer Tai} said <it was over>. {Ann Smith-Cook} said <no>.", ["Tai", "Ann Smith-Cook"]),
        ("{The Lebanese ministry of public health} said <no>.", ["Lebanese ministry of public health"]),
        ("{Under-Secretary-General for Safety and Security Gilles Marsh} said <no>.", ["Gilles Marsh"]),
        ("{Minister for Foreign Affairs Yorle Dunnet} said <no>.", ["Yorle Dunnet"]),
        ("{Jon Marsh, who plays under the stage name Skomo}, said <no>. {Skomo} said <yes>.", ["Jon Marsh"] * 2),
        ("{Jon Marsh, who sits under the portrait of Skomo}, said <no>. {Skomo} said <yes>.", ["Jon Marsh", "Skomo"]),
        ("{Luxury carmaker Quorn} said <it was over>. Luxury cars are dear.", ["Quorn"]),
        ("On Friday {Witnesses} said <it was over>.", [None]),
        ("The Grid Aid Agency (Gaena) left. {Gaena} said <it was over>, and Gaena wept.", ["Grid Aid Agency"]),
        ("Israel Marsh spoke. According to {Israel}, <two died>. {Marsh} said <no>.", ["Israel", "Israel Marsh"]),
        ("{Storm-hit Quorn Ferries} said <it was over>.", ["Quorn Ferries"]),
        ("{Deputy Minister for Farms and Rural Development Nguyen Quoc Hiep} said <no>.", ["Nguyen Quoc Hiep"]),
        ("In the 2024 World Championship {Mark Olsen} says <no>.", ["Mark Olsen"]),
        ("{State TV} said <two had died>.", [None]),
        ("{June Mills} said <it was over>. {Mills} said <no>.", ["June Mills"] * 2),
        ("In June {Mills} said <it was over>. Ada Mills wept.", ["Ada Mills"]),
        ("{Norland’s Channel 12} said <it was over>.", ["Channel 12"]),
        ("In June 2019 {Channel 4} said <it was over>. In Channel 2019 was wet.", ["Channel 4"]),
        ("The Anti-Damp League met. {The ADL} said <it was over>.", ["Anti-Damp League"]),
        ("{Luca d’Orsenna} said <no>. {D’Orsenna} said <yes>. <Well>, {d’Orsenna} said.", ["Luca d’Orsenna"] * 3),
        ("{Ana de la Vega Ortiz} said <it was over>. {De la Vega} said <no>.", ["Ana de la Vega Ortiz"] * 2),
        ("{On Saturday Norland’s health ministry} said <two had died>.", ["Norland’s health ministry"]),
        ("{Head of events for aid at Mend Ian O’Dorran} said <it was over>.", ["Ian O’Dorran"]),
        ("Grid operator {Norrlys Nett} says <it is over>. {It} hopes <to go on>.", ["Norrlys Nett"] * 2),
    ],
)
def test_a_name_begins_and_ends_where_it_should(resolved: Resolve, marked: str, names: list[str]) -> None:
    assert resolved(marked).names() == names


def test_a_given_name_of_the_world_has_the_gender_that_all_give_it() -> None:
    names = given_names()
    assert (names.gender("marit"), names.gender("holger"), names.gender("dominique")) == (
        Gender.FEMALE,
        Gender.MALE,
        None,
    )
    assert not any(names.is_known(word) for word in ("paris", "hong", "united", "the", "monday"))


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("The {Quorn} news agency said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Quorn}, a media outlet, said <it was over>.", SpeakerKind.ORGANIZATION),
        ("{Ada Quorn} of the Vessel Centre, a think tank in Dolen, said <it was over>.", SpeakerKind.PERSON),
    ],
)
def test_a_noun_behind_a_name_says_what_it_is(resolved: Resolve, marked: str, kind: SpeakerKind) -> None:
    speaker = resolved(marked).speakers()[0]
    assert speaker is not None
    assert speaker.kind is kind
