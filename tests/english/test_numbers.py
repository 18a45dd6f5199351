from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.english.numbers import find_numerals


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Some 100,000 lanterns", "100,000", 100_000),
        ("lost 1.2bn last year", "1.2bn", 1_200_000_000),
        ("worth 2.3 million", "2.3 million", 2_300_000),
        ("the $5m bridge", "5m", 5_000_000),
        ("signed by 5m voters", "5m", 5_000_000),
        ("a 100m pool", "100", 100),
        ("the final of the 60m hurdles", "60", 60),
        ("two dozen goats", "two dozen", 24),
        ("half a million", "half a million", 500_000),
        ("half a dozen", "half a dozen", 6),
        ("two and a half million", "two and a half million", 2_500_000),
        ("three quarters of a million", "three quarters of a million", 750_000),
        ("two hundred and fifty boats", "two hundred and fifty", 250),
        ("One-hundred-and-nine boats", "One-hundred-and-nine", 109),
        ("one hundred thousand", "one hundred thousand", 100_000),
        ("two million three hundred thousand", "two million three hundred thousand", 2_300_000),
        ("sixty-two percent", "sixty-two", 62),
        ("7 3/4 inches", "7 3/4", 7.75),
        ("2½ cups", "2½", 2.5),
        ("a third of voters", "a third", 1 / 3),
        ("two-thirds of them", "two-thirds", 2 / 3),
        ("1 in 4 residents", "1 in 4", 0.25),
        ("nine out of ten", "nine out of ten", 0.9),
        ("one of every nine voters", "one of every nine", 1 / 9),
        ("one in every 55 homes", "one in every 55", 1 / 55),
        ("at -5 degrees", "-5", -5),
        ("minus 12 Celsius", "minus 12", -12),
        ("100 000 people", "100 000", 100_000),
        ("3.500.000 votes", "3.500.000", 3_500_000),
        ("100.000 soldiers", "100.000", 100_000),
        ("12,34,567 rupees", "12,34,567", 1_234_567),
        ("tens of thousands", "tens of thousands", None),
        ("several hundred", "several hundred", None),
        ("a handful of seats", "a handful of", None),
        ("a couple of chairs", "a couple of", 2),
        ("twice the price", "twice", 2),
        ("a fivefold rise", "fivefold", 5),
    ],
)
def test_a_number_is_found_whole_and_valued(text: str, words: str, value: float | None) -> None:
    (numeral,) = find_numerals(text)
    assert text[numeral.start : numeral.end] == words
    assert numeral.value == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("text", ["the third man", "second to none", "often and tender", "weighted", "12/3/2016", ""])
def test_no_number_in_other_words(text: str) -> None:
    assert [n.value for n in find_numerals(text) if n.value != 2016] == []


def test_endless_digits_are_no_number() -> None:
    assert find_numerals("7" * 30_000) == []


def test_endless_words_are_no_number() -> None:
    assert find_numerals("one hundred thousand million " * 30) == []
    assert find_numerals("nine hundred ninety-nine trillion")[0].value == 999 * 10**12


def test_neighbours_stay_apart() -> None:
    assert [n.value for n in find_numerals("four goats and five, six ducks; in 2019 two")] == [4, 5, 6, 2019, 2]


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_mean_what_they_say(number: int) -> None:
    (numeral,) = find_numerals(f"about {number:,} of them")
    assert numeral.value == number


@given(st.text(alphabet="0123456789.,-/ $½millionhalf aandof%\n", max_size=60))
def test_numerals_are_ordered_and_apart(text: str) -> None:
    ends = [0]
    for numeral in find_numerals(text):
        assert ends[-1] <= numeral.start < numeral.end <= len(text)
        ends.append(numeral.end)
