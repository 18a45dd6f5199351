"""By what names are counted across articles."""

from __future__ import annotations

import pytest

from quotex.english.keys import key_of


@pytest.mark.parametrize(
    ("name", "person", "key"),
    [
        ("Jo Marsh", True, "jo marsh"),
        ("Mr. Jo A. Marsh", True, "jo marsh"),
        ("Sen. Jo Marsh Jr.", True, "jo marsh jr"),
        ("Baroness Marsh OBE", True, "marsh"),
        ("José Núñez", True, "jose nunez"),
        ("The U.S. Department of Ports", False, "us department of ports"),
        ("Ministry of Defence", False, "ministry of defense"),
        ("President", True, "president"),
    ],
)
def test_a_name_has_the_key_of_its_other_forms(name: str, person: bool, key: str) -> None:
    assert " ".join(key_of(name, person=person)) == key
