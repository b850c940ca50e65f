"""Where a text gives figures, and what only looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledgers.figures import find_figures

FIGURES = [
    ("About 70% of firms", ["share 70% 70 percent"]),
    ("92.2 per cent said so", ["share 92.2 per cent 92.2 percent"]),
    ("thirty percent of them", ["share thirty percent 30 percent"]),
    ("from 6-8% to 3–5%", ["share 6-8% 7 percent", "share 3–5% 4 percent"]),
    ("between 10 and 20 percent", ["share 10 and 20 percent 15 percent"]),
    ("a quarter of Kenya's output", ["share a quarter 25 percent"]),
    ("two-thirds of trade", ["share two-thirds 66.67 percent"]),
    ("half of the exports", ["share half 50 percent"]),
    ("half Peru's exports", ["share half 50 percent"]),
    ("one in three Kenyans", ["share one in three 33.33 percent"]),
    ("nine out of ten firms", ["share nine out of ten 90 percent"]),
    ("goods worth $34 billion", ["money $34 billion 34000000000 USD"]),
    ("US$1.5bn and A$5 million", ["money US$1.5bn 1500000000 USD", "money A$5 million 5000000 AUD"]),
    ("2.05 billion yen", ["money 2.05 billion yen 2050000000 JPY"]),
    ("RMB 300 million", ["money RMB 300 million 300000000 CNY"]),
    ("20 billion Australian dollars", ["money 20 billion Australian dollars 20000000000 AUD"]),
    ("half a million euros", ["money half a million euros 500000 EUR"]),
    ("28,500 American troops", ["count 28,500 American troops 28500 troops"]),
    ("twelve agreements", ["count twelve agreements 12 agreements"]),
    ("two Kenyan patrol ships", ["count two Kenyan patrol ships 2 ships"]),
    ("8,000 to 10,000 troops", ["count 8,000 to 10,000 troops 9000 troops"]),
    ("30 of its soldiers fell", ["count 30 of its soldiers 30 soldiers"]),
    ("1.5 million Kenyans, 12 Peruvians", ["count 1.5 million Kenyans 1500000 people", "count 12 Peruvians 12 people"]),
    ("16 MiG-29s and 30 B-52Hs", ["count 16 MiG-29s 16 MiG-29s", "count 30 B-52Hs 30 B-52Hs"]),
    ("They met four times.", ["count four times 4 times"]),
    ("seen on 212 days", ["count 212 days 212 days"]),
    ("The number of Kenyan students in Peru rose to 4,000.", ["count 4,000 4000 students"]),
    ("40 percent, 12 points lower", ["share 40 percent 40 percent", "rate 12 points -12 points"]),
    ("up 3 percentage points", ["rate 3 percentage points 3 points"]),
]
NONE = [
    "a quarter of a century",
    "a third party",
    "in half an hour",
    "one in three years",
    "the percentage of voters",
    "a few thousand dollars",  # how many is not told
    "several hundred troops",
    "a quarter billion dollars",
    "200 Pakistani or Indian rupees, 300 rupees",  # whose rupees
    "the two countries",
    "three leaders",
    "their two ships",
    "one ship",
    "2023 visitors",
    "the 1990s agreements",
    "a 7-year-old boy",
    "12 Kenyan dishes",
    "four times as large",
    "five times larger",
    "for 212 days",
    "within 20 days",
    "the number of visitors in 2019",
    "a plan of four points",
    "17 Kenyan or Peruvian dishes",
    "two sides signed documents",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text: str, expected: list[str]) -> None:
    found = find_figures(text)
    assert [f"{one.kind} {one.span.of(text)} {one.value:.12g} {one.unit}" for one in found] == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure(text: str) -> None:
    assert find_figures(text) == []


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*(text for text, _ in FIGURES), *NONE, "and", ",", "$", "5", "million", "first"]), max_size=6
    )
)
def test_figures_are_disjoint_and_in_order(parts: list[str]) -> None:
    found = find_figures(" ".join(parts))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
