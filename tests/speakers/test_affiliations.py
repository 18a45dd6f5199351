"""The body that somebody is said to be of: whole, theirs, and of now; else none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]


@pytest.mark.parametrize(
    ("marked", "affiliation"),
    [
        # goes on behind "on", "of", a comma, "&"
        (
            "{Ada Marsh, head of the Centre for Research on Tides and Currents,} said <no>.",
            "Centre for Research on Tides and Currents",
        ),
        (
            "{Ada Marsh, a fellow at the Centre on Migration, Work and Trade,} said <no>.",
            "Centre on Migration, Work and Trade",
        ),
        ("{Ada Marsh, who chairs the Harlow Task Force on Ports,} said <no>.", None),
        ("{Ada Marsh of the Harbour Board} said <no> on Monday.", "Harbour Board"),
        ("{Ada Marsh of the Harbour Board} said <no> on Telegram.", "Harbour Board"),
        (
            "{Ada Marsh, head of the Council on Rural Relations of New Harlow,} said <no>.",
            "Council on Rural Relations of New Harlow",
        ),
        ("{Ada Marsh, a partner at Reed, Lowe & Pike,} said <no>.", "Reed, Lowe & Pike"),
        ("{Ada Marsh, a vice president, Norlys Ports & Rail,} said <no>.", None),
        # a part of a body, one of several
        ("{Ada Marsh, head of the Union of Rowers Harlow chapter,} said <no>.", None),
        ("{Ada Marsh, a spokeswoman for Local 318 of the Dockers Union,} said <no>.", None),
        # where the office begins
        ("{Department of Ports (DoP) Special Adviser Ada Marsh} said <no>.", "Department of Ports"),
        ("{Ports Department Middle East envoy Ada Marsh} said <no>.", "Ports Department"),
        ("{Norland Watch’s Denmark researcher Ada Marsh} said <no>.", "Norland Watch"),
        ("{ZikZak CEO Ada Marsh} said <no>.", "ZikZak"),
        # places
        ("{Ada Marsh, an elections officer in Norland’s Harker County,} said <no>.", None),
        ("{Ada Marsh, North Sea manager of the oil firm Norlys,} said <no>.", "Norlys"),
        ("{Ada Marsh, from Long Harlow in Norland,} said <no>.", None),
        ("{Ada Marsh, a designer from Long Harlow,} said <no>.", None),
        ("{Ada Marsh, from OPQ SpaceMobile,} said <no>.", "OPQ SpaceMobile"),
        ("{Ada Marsh, a designer from the province of Anwei,} said <no>.", None),
        # whatever it is taken for, or its last word can be the field of an office
        ("{Ada Marsh, a teacher at St Anne's primary school,} said <no>.", "St Anne's primary school"),
        ("{Ada Marsh, a nurse at St Anne's Hospital,} said <no>.", "St Anne's Hospital"),
        ("{Ada Marsh, a partner at McKrinsey,} said <no>.", "McKrinsey"),
        ("{Ada Marsh, a strategist at OPQ Research,} said <no>.", "OPQ Research"),
        ("{Ada Marsh, chief executive of Core Power,} said <no>.", "Core Power"),
        ("{Ada Marsh, a speaker at Christmas,} said <no>.", None),
        ("{Ada Marsh, head of ports at the Harlow Prison,} said <no>.", None),
        # what a name is the rest of, or goes on with
        ("{Ada Marsh, an analyst at Queen's College Harlow,} said <no>.", "Queen's College Harlow"),
        (
            "{Ada Marsh, chief executive at Aberdon and Harlow Chamber of Commerce,} said <no>.",
            "Aberdon and Harlow Chamber of Commerce",
        ),
        ("{Ada Marsh, a co-founder of Collectif les 100 jours,} said <no>.", None),
        ("{Ada Marsh, a fellow at the International Tides programme,} said <no>.", None),
        ("{Ada Marsh, director of Space in Harlow,} said <no>. It is a firm for space.", None),
        (
            "{Ada Marsh, a fellow at the Institute for Studies in War and Trade,} said <no>.",
            "Institute for Studies in War and Trade",
        ),
        ("{Ada Marsh, a partner at Norvale cybersecurity firm BitWall,} said <no>.", "BitWall"),
        ("{NPU South Harlow MLA Ada Marsh} said <no>.", None),
        ("{Surging NPU candidate Ada Marsh} said <no>.", "NPU"),
        ("{Harlow Unionist Ada Marsh} said <no>.", None),
        ("Some accuse Ada Marsh of Vandalophobia. {Marsh} said <no>.", None),
        # what somebody is not of
        ("{Ada Marsh, a professor of Norland Studies at Denmark's Harlow College,} said <no>.", "Harlow College"),
        ("{Ada Marsh, a professor of Norland Studies,} said <no>.", None),
        ("{Ada Marsh, a Norlys Foods investor,} said <no>.", None),
        ("{Ada Marsh, an expert, chair of the Harbour Board under former mayor Bo Ek,} said <no>.", None),
        ("{Ada Marsh, a guest on Harbour Radio,} said <no>.", None),
        ("{Ada Marsh, a graduate of Harlow University,} said <no>.", None),
        ("{Ada Marsh, a consultant for Norlys sellers,} said <no>.", None),
        ("{Ada Marsh, the director of a think tank affiliated with the Harbour Board,} said <no>.", None),
        ("{Ada Marsh, an analyst based at the Harbour Board,} said <no>.", "Harbour Board"),
        ("{Ada Marsh, an economist for Denmark at bank OPQ,} said <no>.", "OPQ"),
        ("{Ada Marsh, director of the Tidal Programme at the Institute of Ports,} said <no>.", "Institute of Ports"),
        # a clause behind what somebody is
        ("{Ada Marsh, a doctor who works at the Harbour Clinic Trust,} said <no>.", "Harbour Clinic Trust"),
        ("{Ada Marsh, an assistant professor focusing on tides at Harlow University,} said <no>.", "Harlow University"),
        ("{Ada Marsh, a doctor who worked at the Harbour Clinic Trust,} said <no>.", None),
    ],
)
def test_a_body_is_whole_and_theirs(resolved: Resolve, marked: str, affiliation: str | None) -> None:
    assert resolved(marked).first("affiliation") == affiliation
