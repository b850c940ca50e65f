"""Numbers in words and figures."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledgers.numbers import NUMBER, read_number

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")]


def spell(number: int, joint: str) -> str:
    """A number in words; ``joint`` stands behind "hundred"."""
    for size, name in _SCALES:
        if number >= size:
            rest = f" {spell(number % size, joint)}" if number % size else ""
            return f"{spell(number // size, joint)} {name}{rest}"
    if number >= 100:
        rest = f"{joint}{spell(number % 100, joint)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1), st.sampled_from([" ", " and "]))
def test_what_is_spelled_is_read(number: int, joint: str) -> None:
    words = spell(number, joint)
    assert read_number(words) == number
    assert re.fullmatch(NUMBER, words, re.IGNORECASE)


@settings(deadline=None)
@given(st.integers(0, 10**12))
def test_digits_with_commas_are_read(number: int) -> None:
    assert read_number(f"{number:,}") == number
    assert read_number(str(number)) == number


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    value = read_number(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2.5 million", 2_500_000),
        ("10bn", 10e9),
        ("518.3 billion", 518_300_000_000),
        ("three and a half billion", 3.5e9),
        ("a million and a half", 1.5e6),
        ("four and a quarter", 4.25),
        ("a quarter of a million", 250_000),
        ("three quarters of a billion", 750e6),
        ("1.2tn", 1.2e12),
        ("300 thousand", 300_000),
        ("half a million", 500_000),
        ("a hundred and five", 105),
        ("a dozen", 12),
        ("Three dozen", 36),
        ("five six", None),
        ("ten five", None),
        ("twenty ten", None),
        ("two thousand million", None),
        ("a", None),
        ("and", None),
        ("", None),
        ("10 apples", None),
        ("-5", None),
    ],
)
def test_single_numbers(words: str, value: float | None) -> None:
    assert read_number(words) == value
