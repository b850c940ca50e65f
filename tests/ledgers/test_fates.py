"""What became of commitments, against records of a few reports."""

import datetime as dt
from dataclasses import replace

import pytest
from reports import contacts, occurrences, when

from detente.actors import party_of_id
from detente.ledgers.fates import Fate, Status, find_fates
from detente.records import Commitment, CommitmentKind, ContactKind, Evidence, Precision, Span, When, WhenFrom

TOLD = dt.date(2024, 8, 20)


def commitment(
    window: str | None,
    contact: ContactKind | None = ContactKind.SUMMIT,
    root: str | None = "CONSULT",
    what: str = "hold a summit",
    kind: CommitmentKind = CommitmentKind.PROMISE,
    parties: tuple[str, ...] = ("JPN", "CHN"),
    place: str | None = None,
) -> Commitment:
    evidence = Evidence("told", Span(0, 10), Span(0, 4), "ledgers.v1")
    return Commitment("c", evidence, kind, parties, None, what, root, contact, when(window), place)


def fate(one: Commitment, *lines: str, on: str = "2025-06-01") -> Fate:
    happened = occurrences(*lines)
    parties = {
        each.id: frozenset(p for a in (*each.actors, *each.recipients) if (p := party_of_id(a))) for each in happened
    }
    (found,) = find_fates([one], happened, contacts(*lines), {"told": TOLD}, parties, dt.date.fromisoformat(on))
    return found


MET = "a1: meeting JPN/ishiba! + CHN/xi! 2024-11-15"
LATER = "a2: ACCUSE JPN > CHN 2025-02-03"


def test_a_meeting_of_leaders_in_the_window_keeps_a_summit() -> None:
    found = fate(commitment("2024-11"), MET)
    assert found.status is Status.KEPT
    assert found.kept_by == occurrences(MET)[0].id


@pytest.mark.parametrize(
    "line",
    [
        "a1: meeting JPN/iwaya* + CHN/wang* 2024-11-15",
        "a1: meeting JPN/ishiba! + CHN/xi! 2024-12-01",
        "a1: meeting JPN/ishiba! + KOR/yoon! 2024-11-15",
        "a1: meeting planned JPN/ishiba! + CHN/xi! 2024-11-15",
        "a1: visit JPN/ishiba! > CHN 2024-11-15",
        "a1: meeting JPN/ishiba! + CHN/xi!",
    ],
)
def test_what_does_not_keep_a_summit(line: str) -> None:
    found = fate(commitment("2024-11"), line, LATER)
    assert (found.status, found.kept_by) == (Status.OVERDUE, None)


def test_a_past_window_is_overdue_only_where_the_record_goes_on() -> None:
    assert fate(commitment("2024-11")).status is Status.UNCLEAR
    assert fate(commitment("2024-11"), LATER).status is Status.OVERDUE
    assert fate(commitment("2024-11"), "a2: ACCUSE JPN > KOR 2025-02-03").status is Status.UNCLEAR


def test_while_the_window_runs_it_is_open() -> None:
    assert fate(commitment("2024-11"), LATER, on="2024-11-30").status is Status.OPEN


def test_what_was_before_the_promise_does_not_keep_it() -> None:
    found = fate(commitment("2024"), "a1: summit JPN/ishiba! + CHN/xi! 2024-03-02", LATER)
    assert found.status is Status.OVERDUE


def test_an_undated_promise_is_kept_by_what_comes_after_the_day_of_its_telling() -> None:
    window = When(TOLD, None, Precision.RANGE, WhenFrom.PUBLICATION)
    soon = replace(commitment("2024"), window=window)
    assert fate(soon, "a1: summit JPN/ishiba! + CHN/xi! 2024-08-20", on="2024-09-01").status is Status.OPEN
    assert fate(soon, "a1: summit JPN/ishiba! + CHN/xi! 2024-08-21").status is Status.KEPT
    fixed = replace(soon, kind=CommitmentKind.SCHEDULE)
    assert fate(fixed, "a1: summit JPN/ishiba! + CHN/xi! 2024-12-21").status is Status.UNCLEAR


def test_a_visit_goes_one_way_unless_it_is_mutual() -> None:
    back = "a1: visit JPN/ishiba! > CHN 2024-11-15"
    visit = commitment("2024-11", ContactKind.VISIT, what="visit Japan", parties=("CHN", "JPN"))
    assert fate(visit, back, LATER).status is Status.OVERDUE
    mutual = commitment("2024-11", ContactKind.VISIT, what="undertake mutual visits", parties=("CHN", "JPN"))
    assert fate(mutual, back).status is Status.KEPT


def test_another_type_is_kept_by_an_occurrence_of_its_type() -> None:
    aid = commitment("2024-11", None, "AID", "send medicine")
    assert fate(aid, "a1: AID JPN > CHN 2024-11-02").status is Status.KEPT
    assert fate(aid, "a1: COOPERATE JPN > CHN 2024-11-02", LATER).status is Status.OVERDUE
    vague = commitment("2024-11", None, "REQUEST", "call on China")
    assert fate(vague, "a1: REQUEST JPN > CHN 2024-11-02").status is Status.UNCLEAR


def test_an_invitation_that_lapses_breaks_nothing() -> None:
    assert fate(commitment("2024-11", kind=CommitmentKind.INVITATION), LATER).status is Status.UNCLEAR


def test_what_names_nothing_to_look_for_is_unclear_in_the_end() -> None:
    vague = commitment("2024-11", None, None, "deepen ties")
    assert fate(vague, LATER).status is Status.UNCLEAR
    assert fate(vague, on="2024-11-01").status is Status.OPEN
    assert fate(commitment(None)).status is Status.UNCLEAR
