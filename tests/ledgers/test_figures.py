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
    ("40 percent, 12 points lower", ["share 40 percent 40 percent", "rate 12 points -12 points"]),
    ("five of the nine reactors", ["count five of the nine reactors 5 reactors"]),
    ("all but two of the nine reactors", ["count all but two of the nine reactors 7 reactors"]),
    ("up 3 percentage points", ["rate 3 percentage points 3 points"]),
    ("support fell five points to 40 percent", ["rate five points 5 points", "share 40 percent 40 percent"]),
    ("rose from 2 to 6 per cent", ["share 2 to 6 per cent 6 percent"]),
    ("ranging from 2 to 6 per cent", ["share 2 to 6 per cent 4 percent"]),
    ("duties of 5 and 15 percent", ["share 5 5 percent", "share 15 percent 15 percent"]),
    ("a 25-percent duty", ["share 25-percent 25 percent"]),
    ("30 per cent fewer ships", ["rate 30 per cent -30 percent"]),
    ("fell by two-fifths", ["share two-fifths 40 percent"]),
    ("about a third lower in May", ["rate a third -33.33 percent"]),
    ("a third more gas", ["rate a third 33.33 percent"]),
    ("two firms in five", ["share two firms in five 40 percent"]),
    ("$2-4 billion in aid", ["money $2-4 billion 3000000000 USD"]),
    ("300 to 500 million yen", ["money 300 to 500 million yen 400000000 JPY"]),
    ("two and a half billion dollars", ["money two and a half billion dollars 2500000000 USD"]),
    ("$3 million a month", ["rate $3 million a month 3000000 USD a month"]),
    ("lent 20 million euros annually", ["rate 20 million euros annually 20000000 EUR a year"]),
    ("It doubled to 40 ships in two hours", ["ratio doubled 2 times", "count 40 ships 40 ships"]),
    ("a third visit, for three hours", ["rank third visit 3 visit", "duration three hours 3 hours"]),
]
NONE = [
    "a quarter of a century",
    "a third party",
    "by a third country",
    "the second half of the decade",
    "half the battle",
    "a third of the way",
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
    "within 20 days",
    "the number of visitors in 2019",
    "a plan of four points",
    "two sides signed documents",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text: str, expected: list[str]) -> None:
    found = find_figures(text)
    assert [f"{one.kind} {one.span.of(text)} {one.value:.12g} {one.unit}" for one in found] == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure(text: str) -> None:
    assert find_figures(text) == ()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*(text for text, _ in FIGURES), *NONE, "and", ",", "$", "5", "million", "first"]), max_size=6
    )
)
def test_figures_are_disjoint_and_in_order(parts: list[str]) -> None:
    found = find_figures(" ".join(parts))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
