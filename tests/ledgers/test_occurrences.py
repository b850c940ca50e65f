"""Which reports tell of one happening: a case is its reports (see reports.py), and which of them belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import grouped, occurrences, report

from detente.ledgers import block_key, group_occurrences
from detente.records import Modality, Precision

CASES = {
    "the same meeting in two outlets": (
        ["a1: meeting JPN/abe! + CHN/xi! 2014-11-10 @Beijing", "b1: meeting CHN/xi! + JPN/abe! 2014-11-10"],
        [{1, 2}],
    ),
    "a summit is a meeting": (["a1: meeting JPN + CHN 2014-11-10", "b1: summit JPN + CHN 2014-11-10"], [{1, 2}]),
    "a call is no meeting": (["a1: meeting JPN + CHN 2014-11-10", "b1: call JPN + CHN 2014-11-10"], [{1}, {2}]),
    "different days": (["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11-11"], [{1}, {2}]),
    "different parties": (["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + KOR 2014-11-10"], [{1}, {2}]),
    "two of three parties": (
        ["a1: meeting JPN + CHN + KOR 2014-11-10", "b1: meeting JPN + CHN 2014-11-10"],
        [{1}, {2}],
    ),
    "a day within a range": (
        ["a1: meeting JPN + CHN 2014-11-10..2014-11-12", "b1: meeting JPN + CHN 2014-11-11"],
        [{1, 2}],
    ),
    "a day outside a range": (
        ["a1: meeting JPN + CHN 2014-11-10..2014-11-12", "b1: meeting JPN + CHN 2014-11-13"],
        [{1}, {2}],
    ),
    "a month fits its sole day": (["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11"], [{1, 2}]),
    "a month between two days stays apart": (
        ["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11-20", "c1: meeting JPN + CHN 2014-11"],
        [{1}, {2}, {3}],
    ),
    "a month goes to the day of its own document": (
        ["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11-20", "b1: meeting JPN + CHN 2014-11"],
        [{1}, {2, 3}],
    ),
    "a month without its day": (["a1: meeting JPN + CHN 2014-10-31", "b1: meeting JPN + CHN 2014-11"], [{1}, {2}]),
    "a year fits its sole month": (["a1: meeting JPN + CHN 2014-11", "b1: meeting JPN + CHN 2014"], [{1, 2}]),
    "different people": (
        ["a1: meeting JPN/abe! + CHN/xi! 2014-11-10", "b1: meeting JPN/kishida* + CHN/wang* 2014-11-10"],
        [{1}, {2}],
    ),
    "one side's people differ": (
        ["a1: meeting JPN/abe! + CHN/xi! 2014-11-10", "b1: meeting JPN/abe! + CHN/li! 2014-11-10"],
        [{1}, {2}],
    ),
    "people on one side only": (
        ["a1: meeting JPN/abe! + CHN 2014-11-10", "b1: meeting JPN + CHN/xi! 2014-11-10"],
        [{1, 2}],
    ),
    "nobody named on a day of two meetings": (
        [
            "a1: meeting JPN + CHN 2014-11-10",
            "b1: meeting JPN/abe! + CHN/xi! 2014-11-10",
            "c1: meeting JPN/aso* + CHN/wang* 2014-11-10",
        ],
        [{1}, {2}, {3}],
    ),
    "nobody named on a day of one meeting": (
        ["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN/abe! + CHN/xi! 2014-11-10"],
        [{1, 2}],
    ),
    "states and their people": (
        ["a1: meeting JPN/abe! + CHN/xi! 2014-11-10", "b1: meeting JPN + CHN 2014-11-10"],
        [{1, 2}],
    ),
    "undated, in one document": (["a1: meeting JPN + CHN", "a1: meeting JPN + CHN"], [{1, 2}]),
    "undated, in two documents": (["a1: meeting JPN + CHN", "b1: meeting JPN + CHN"], [{1}, {2}]),
    "undated beside a day of its document": (["a1: meeting JPN + CHN 2014-11-10", "a1: meeting JPN + CHN"], [{1, 2}]),
    "undated beside a day elsewhere": (["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + CHN"], [{1}, {2}]),
    "planned and happened": (
        ["a1: meeting planned JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11-10"],
        [{1}, {2}],
    ),
    "planned twice": (
        ["a1: meeting planned JPN + CHN 2014-11-10", "b1: meeting planned JPN + CHN 2014-11-10"],
        [{1, 2}],
    ),
    "denied and happened": (
        ["a1: meeting negated JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11-10"],
        [{1}, {2}],
    ),
    "deputies' dialogue and a meeting of leaders": (
        ["a1: dialogue JPN- + CHN- 2014-11-10", "b1: meeting JPN/abe! + CHN/xi! 2014-11-10"],
        [{1}, {2}],
    ),
    "a dialogue of the ranks that met": (
        ["a1: dialogue JPN- + CHN 2014-11-10", "b1: meeting JPN- + CHN- 2014-11-10"],
        [{1, 2}],
    ),
    "a dialogue of no known rank": (
        ["a1: dialogue JPN + CHN 2014-11-10", "b1: meeting JPN* + CHN* 2014-11-10"],
        [{1, 2}],
    ),
    "a visit and a visit back": (["a1: visit JPN > CHN 2014-11-10", "b1: visit CHN > JPN 2014-11-10"], [{1}, {2}]),
    "a visit and the meeting on it": (
        ["a1: visit JPN/abe! > CHN 2014-11-10", "a1: meeting JPN/abe! + CHN/xi! 2014-11-10"],
        [{1}, {2}],
    ),
    # acts
    "one act, one day": (["a1: SANCTION CHN > JPN 2023-08-24", "b1: SANCTION CHN > JPN 2023-08-24"], [{1, 2}]),
    "the act back": (["a1: SANCTION CHN > JPN 2023-08-24", "b1: SANCTION JPN > CHN 2023-08-24"], [{1}, {2}]),
    "two roots": (["a1: SANCTION CHN > JPN 2023-08-24", "b1: ACCUSE CHN > JPN 2023-08-24"], [{1}, {2}]),
    "two modes": (["a1: ACCUSE:allege CHN > JPN 2023-08-24", "b1: ACCUSE:disapprove CHN > JPN 2023-08-24"], [{1}, {2}]),
    "acts of a month repeat": (["a1: ACCUSE CHN > JPN 2023-08", "b1: ACCUSE CHN > JPN 2023-08"], [{1}, {2}]),
    "an act of a month beside its day": (
        ["a1: ACCUSE CHN > JPN 2023-08-24", "b1: ACCUSE CHN > JPN 2023-08"],
        [{1}, {2}],
    ),
    "the same words again in one document": (
        ["a1: ACCUSE CHN > JPN 2023-08", "a1: ACCUSE CHN > JPN 2023-08"],
        [{1, 2}],
    ),
    "none": ([], []),
}


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES.keys())
def test_what_comes_together(lines: list[str], expected: list[set[int]]) -> None:
    assert grouped(*lines) == expected


@given(st.sampled_from([lines for lines, _ in CASES.values() if len(lines) > 1]), st.randoms(use_true_random=False))
def test_order_of_the_reports_does_not_matter(lines: list[str], random) -> None:  # type: ignore[no-untyped-def]
    events = [report(line, at) for at, line in enumerate(lines)]
    shuffled = random.sample(events, len(events))
    assert group_occurrences(shuffled, {}) == group_occurrences(events, {})


@pytest.mark.parametrize(
    "case", [case for case in CASES.values() if len(case[0]) > 1], ids=[c for c in CASES if len(CASES[c][0]) > 1]
)
def test_names_of_documents_do_not_matter(case: tuple[list[str], list[set[int]]]) -> None:
    lines, expected = case
    assert grouped(*(_renamed(line) for line in lines)) == expected


def _renamed(line: str) -> str:
    return {"a1": "z1", "b1": "y1", "c1": "x1"}[line[:2]] + line[2:]


POOL = [
    report(line, at) for at, line in enumerate(dict.fromkeys(line for lines, _ in CASES.values() for line in lines))
]


@given(st.permutations(POOL))
def test_any_order_of_all_reports_gives_the_same(events: list) -> None:  # type: ignore[type-arg]
    assert group_occurrences(events, {}) == group_occurrences(POOL, {})


@given(st.lists(st.sampled_from(POOL), unique_by=lambda event: event.id))
def test_every_report_is_in_one_occurrence_with_its_likes(events: list) -> None:  # type: ignore[type-arg]
    found = group_occurrences(events, {})
    assert sorted(event for one in found for event in one.events) == sorted(event.id for event in events)
    by_id = {event.id: event for event in events}
    assert all(len({block_key(by_id[event]) for event in one.events}) == 1 for one in found)
    assert len({one.id for one in found}) == len(found)


@given(st.lists(st.sampled_from(POOL), unique_by=lambda event: event.id))
def test_blocks_can_be_grouped_one_by_one(events: list) -> None:  # type: ignore[type-arg]
    blocks: dict[str, list] = {}  # type: ignore[type-arg]
    for event in events:
        blocks.setdefault(block_key(event), []).append(event)
    apart = [one for block in blocks.values() for one in group_occurrences(block, {})]
    assert sorted(apart, key=lambda one: one.id) == sorted(group_occurrences(events, {}), key=lambda one: one.id)


def test_an_occurrence_says_what_its_reports_say_together() -> None:
    (one,) = occurrences(
        "a1: meeting JPN + CHN 2014-11 @Beijing",
        "b1: meeting JPN/abe! + CHN 2014-11-10",
        "c1: meeting JPN + CHN/xi! 2014-11-10",
        a1="Harbour Wire",
        b1="The Courier",
        c1="Harbour Wire",
    )
    assert one.when.precision is Precision.DAY
    assert one.place == "Beijing"
    assert set(one.actors) == {"JPN:person:abe", "CHN:person:xi"}  # not their states beside them
    assert one.recipients == ()
    assert one.modality is Modality.HAPPENED
    assert one.outlets == ("Harbour Wire", "The Courier")


def test_outlets_that_nobody_knows_are_not_named() -> None:
    (one,) = group_occurrences([report("a1: meeting JPN + CHN")], {"a1": None})
    assert one.outlets == ()


def test_occurrences_come_by_date_with_the_undated_last() -> None:
    found = occurrences("a1: meeting JPN + CHN", "a1: call JPN + CHN 2014-11-10", "a1: visit JPN > CHN 2013")
    assert [one.mode for one in found] == ["visit", "phone", None]
