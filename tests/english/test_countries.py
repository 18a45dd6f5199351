"""Names of countries and their codes."""

from __future__ import annotations

import pytest

from quotex.english.countries import country_of


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Norway", "NO"),
        ("coast of Norway", "NO"),
        ("NORWAY", "NO"),
        ("Sri Lanka", "LK"),
        ("U.S.", "US"),
        ("us", None),
        ("Georgia", None),
        ("Dorvale", None),
    ],
)
def test_country_of(words: str, code: str | None) -> None:
    assert country_of(words) == code
