"""Which in a row something is, and how many times as much."""

import pytest

from detente.ledgers.ranks import find_ranks, find_ratios

RANKS = [
    ("Kenya's third-largest customer, Peru", "third-largest customer 3 customer"),
    ("the second most important market in Asia", "second most important market 2 market"),
    ("the 14th Kenyan citizen to be held", "14th Kenyan citizen 14 citizen"),
    ("the first head of his party to do so", "first head of his party 1 head"),
    ("their fifth summit", "fifth summit 5 summit"),
    ("for the third year running", "third year running 3 year"),
    ("her second visit to Lima this year", "second visit 2 visit"),
]
NO_RANKS = [
    "the second visit",
    "The third round was worse.",
    "the 20th Party Congress",
    "the 15th Africa Summit",
    "the 21st century",
    "the fifth column",
    "the Third World War",
    "the 38th parallel",
    "the first step to take",
    "on the 14th",
]
RATIOS = [
    ("ten times as large", "ten times as large 10 times"),
    ("twice as many ships", "twice as many 2 times"),
    ("three times larger than Peru's", "three times larger than 3 times"),
    ("it came to three times the profit", "three times 3 times"),
    ("trade has doubled", "doubled 2 times"),
    ("costs are to triple", "triple 3 times"),
    ("prices halved", "halved 0.5 times"),
    ("double that of Peru", "double that 2 times"),
    ("it rose fivefold", "fivefold 5 times"),
]
NO_RATIOS = [
    "they doubled down",
    "he said it three times the day before",
    "he met her three times",
    "a double standard",
    "half of it",
]


@pytest.mark.parametrize(("text", "expected"), RANKS)
def test_ranks(text: str, expected: str) -> None:
    assert [f"{one.span.of(text)} {one.value:g} {one.unit}" for one in find_ranks(text)] == [expected]


@pytest.mark.parametrize("text", NO_RANKS)
def test_what_is_no_rank(text: str) -> None:
    assert list(find_ranks(text)) == []


@pytest.mark.parametrize(("text", "expected"), RATIOS)
def test_ratios(text: str, expected: str) -> None:
    assert [f"{one.span.of(text)} {one.value:g} {one.unit}" for one in find_ratios(text)] == [expected]


@pytest.mark.parametrize("text", NO_RATIOS)
def test_what_is_no_ratio(text: str) -> None:
    assert list(find_ratios(text)) == []
