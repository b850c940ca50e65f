"""How long something lasts, and times that are none of that."""

import pytest

from detente.ledgers.lengths import find_lengths

LENGTHS = [
    ("They talked for two hours.", "two hours 2 hours"),
    ("Twelve minutes on a bench", "Twelve minutes 12 minutes"),
    ("half an hour of talks", "half an hour 30 minutes"),
    ("for the better part of an hour", "the better part of an hour 1 hours"),
    ("a 90-minute call", "90-minute call 90 minutes"),
    ("after a lapse of six years", "six years 6 years"),
    ("a five-year hiatus", "five-year hiatus 5 years"),
    ("after nearly a decade", "a decade 10 years"),
    ("it lasted some four and a half years", "four and a half years 4.5 years"),
    ("It has gone on for three weeks now", "three weeks 3 weeks"),
    ("sentenced a Kenyan engineer to 12 years", "12 years 12 years"),
    ("three years in prison", "three years 3 years"),
    ("may stay for up to 30 days", "30 days 30 days"),
    ("Six decades of enmity", "Six decades 60 years"),
    ("It opened in May, some ten years after it was planned", "ten years 10 years"),
    ("for a decade and a half", "a decade and a half 15 years"),
    ("for 14 consecutive years", "14 consecutive years 14 years"),
    ("waited more than two years", "two years 2 years"),
]
NONE = [
    "two years ago",
    "ten years later",
    "for the next three years",
    "within two hours",
    "in the first six months of 2024",
    "Two years after the war they met.",
    "she is 40 years old, he 12 years younger",
    "half an hour into the talks",
    "over the last five years",
    "every three hours",
    "for 2026 days of rest",
    "a five-year plan",
    "a 24-hour channel",
    "for years",
    "a few hours",
    "a four-day visit",
    "an hour's drive",
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_what_lasts(text: str, expected: str) -> None:
    assert [f"{one.span.of(text)} {one.value:g} {one.unit}" for one in find_lengths(text)] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_length(text: str) -> None:
    assert list(find_lengths(text)) == []
