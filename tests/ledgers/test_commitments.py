"""Commitments: what sentences bind whom to, by when; and what is none."""

import datetime as dt

import pytest
from articles import ledger_of

TOLD = dt.date(2024, 8, 20)

# sentence -> kind, parties, start of what, first and last day of the window
BINDING = [
    ("Kenya and Peru agreed to resume their trade talks in March next year.",
     "promise", "KEN PER", "resume their trade talks", "2025-03-01", "2025-03-31"),
    ("The two foreign ministers confirmed that Kenya and Peru would hold a summit in November this year.",
     "promise", "KEN PER", "hold a summit", "2024-11-01", "2024-11-30"),
    ("Kenya's president is due to visit Peru on Thursday.",
     "schedule", "KEN PER", "visit Peru", "2024-08-22", "2024-08-22"),
    ("Kenya plans to send two ships to Peru by July next year at the latest.",
     "plan", "KEN PER", "send two ships", "2024-08-20", "2025-07-31"),
    ("Kenya invited the Peruvian president to visit Nairobi next month.",
     "invitation", "PER KEN", "visit Nairobi", "2024-09-01", "2024-09-30"),
    ("Kenya is expected to host the next round of talks with Peru.",
     "expectation", "KEN PER", "host the next round", "2024-08-20", None),
    ("Kenya and Peru agreed to open a hotline soon.",
     "promise", "KEN PER", "open a hotline", "2024-08-20", None),
    ("Peru promised Kenya to lift its export restrictions, which it imposed in July 2019.",
     "promise", "PER KEN", "lift its export restrictions", "2024-08-20", None),
    ("Kenya will send medicine to Peru, the foreign ministry in Nairobi said.",
     "plan", "KEN PER", "send medicine", "2024-08-20", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "parties", "what", "start", "end"), BINDING)
def test_what_binds(text: str, kind: str, parties: str, what: str, start: str | None, end: str | None) -> None:
    (found,) = ledger_of(text, TOLD).commitments
    assert (found.kind, set(found.parties)) == (kind, set(parties.split()))
    assert found.what.startswith(what)
    days = [day.isoformat() if day else None for day in (found.window.start, found.window.end)]
    assert days == [start, end]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya agreed with Peru that the talks had failed.",
        "Kenya refused to agree to resume talks with Peru.",
        "Kenya will probably never trust Peru again.",
        "I think that Kenya will test Peru before the summer.",
        "Kenya should agree to resume talks with Peru.",
        "The pact, which will cost Kenya dearly, was signed with Peru in 2019.",
        "Kenya was late, due to a strike in Peru.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert ledger_of(text, TOLD).commitments == ()


def test_several_acts_are_several_commitments() -> None:
    found = ledger_of("Kenya and Peru agreed to open a hotline and to resume their talks.", TOLD).commitments
    assert [one.what for one in found] == ["open a hotline", "resume their talks"]


def test_who_says_so() -> None:
    (found,) = ledger_of("Peru's foreign minister said that Peru would reopen its embassy in Kenya.", TOLD).commitments
    assert found.speaker is not None
    assert found.speaker.country == "PER"


def test_without_a_day_of_publication_an_undated_window_is_unknown() -> None:
    (found,) = ledger_of("Kenya and Peru agreed to open a hotline.", None).commitments
    assert found.window.start is None
    assert found.window.reason


def test_a_planned_event_is_told_once() -> None:
    text = "Kenya's president will visit Peru in May and meet the Peruvian president."
    found = ledger_of(text, TOLD).commitments
    assert len({one.event for one in found if one.event}) == len([one for one in found if one.event])
    assert found[0].contact == "visit"


def test_the_evidence_is_the_sentence() -> None:
    text = "Rain fell. Kenya and Peru agreed to open a hotline. Rain fell again."
    (found,) = ledger_of(text, TOLD).commitments
    assert found.evidence.sentence.of(text) == "Kenya and Peru agreed to open a hotline."
    assert found.evidence.trigger.of(text) == "open"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The two presidents set themselves a target of a billion dollars in trade by 2030. Peru and Kenya have none.",
         "a billion dollars in trade"),
        ("Peru left Lima with Kenya's word that the embassy in Nairobi would reopen by June.", "reopen"),
    ],
)  # fmt: skip
def test_promises_without_a_verb_of_promise(text: str, what: str) -> None:
    assert any(what in one.what for one in ledger_of(text, TOLD).commitments)
