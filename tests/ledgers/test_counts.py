"""What a text counts, and numbers that count nothing."""

import pytest

from detente.ledgers.counts import find_counts

COUNTS = [
    ("28,500 American troops", ["28,500 American troops 28500 troops"]),
    ("twelve agreements", ["twelve agreements 12 agreements"]),
    ("two Kenyan patrol ships", ["two Kenyan patrol ships 2 ships"]),
    ("8,000 to 10,000 troops", ["8,000 to 10,000 troops 9000 troops"]),
    ("30 of its soldiers fell", ["30 of its soldiers 30 soldiers"]),
    ("1.5 million Kenyans, 12 Peruvians", ["1.5 million Kenyans 1500000 people", "12 Peruvians 12 people"]),
    ("16 MiG-29s and 30 B-52Hs", ["16 MiG-29s 16 MiG-29s", "30 B-52Hs 30 B-52Hs"]),
    ("They met four times.", ["four times 4 times"]),
    ("seen on 212 days", ["212 days 212 days"]),
    ("The number of Kenyan students in Peru rose to 400.", ["400 400 students"]),
    ("the number of people travelling to Peru reached 90", ["90 90 people"]),
    ("visits rose to 4,000 last year", ["4,000 4000 "]),
    ("visits rose to 3 million a year", ["3 million a year 3000000 a year"]),
    ("12 Kenyan dishes and 40 inspectors", ["12 Kenyan dishes 12 dishes", "40 inspectors 40 inspectors"]),
    ("They saw ships, thirty of them", ["thirty of them 30 "]),
    ("the remaining six were sunk", ["the remaining six 6 "]),
    ("between 300 and 400 lorries", ["between 300 and 400 lorries 350 lorries"]),
    ("a 90-mile road", ["90-mile road 90 miles"]),
    ("40 nautical miles away", ["40 nautical miles 40 nautical miles"]),
    ("1.5 km long", ["1.5 km 1.5 km"]),
    ("20,000 tons a year", ["20,000 tons a year 20000 tons a year"]),
    ("Six measures, eight types", ["Six measures 6 measures", "eight types 8 types"]),
]
NONE = [
    "the two countries",
    "three leaders",
    "their two ships",
    "one ship",
    "one of the nine reactors",
    "2023 visitors",
    "the 1990s agreements",
    "a 7-year-old boy",
    "several hundred troops",
    "four times as large",
    "the number of visitors in 2019",
    "17 Kenyan or Peruvian",
    "two sides signed documents",
    "nine dishes",  # so few of anything are no figure
    "20 years, 30 points, 40 comments",
    "the Group of Seven partners",
    "its Five Eyes partners",
    "Article 12 obligations",
    "the 2+20 talks",
    "nobody under 30 remembers",
    "the remaining six chapters",
    "it rose to 40",
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_what_is_counted(text: str, expected: list[str]) -> None:
    found = sorted(find_counts(text), key=lambda one: one.span.start)
    assert [f"{one.span.of(text)} {one.value:.12g} {one.unit}" for one in found] == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_count(text: str) -> None:
    assert list(find_counts(text)) == []
