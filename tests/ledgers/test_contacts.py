"""Who met whom, where, at what level. Reports are written as in reports.py."""

import pytest
from reports import contacts, reports

from detente.ledgers import find_contacts, group_occurrences
from detente.records import Contact, ContactKind, Level, Modality

# Reports, and the contacts that they make: kind, parties, host, level.
CASES = {
    "a meeting": (["a1: meeting JPN/abe! + CHN/xi! 2014-11-10 @Beijing"], ["meeting JPN+CHN @CHN leader"]),
    "a meeting in a third country": (["a1: meeting JPN* + CHN* 2014-11-10 @Lima"], ["meeting JPN+CHN @PER minister"]),
    "a meeting nobody says where": (["a1: meeting JPN* + CHN* 2014-11-10"], ["meeting JPN+CHN @? minister"]),
    "a place that no table knows": (["a1: meeting JPN* + CHN* 2014-11-10 @Nowhere"], ["meeting JPN+CHN @? minister"]),
    "the place from another report": (
        ["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11-10 @Tokyo"],
        ["meeting JPN+CHN @JPN other"],
    ),
    "of three": (["a1: meeting JPN* + CHN* + KOR* 2014-11-10"], ["meeting JPN+CHN+KOR @? minister"]),
    "with an organisation": (["a1: meeting JPN* + ASEAN 2014-11-10"], ["meeting JPN+ASEAN @? minister"]),
    "a summit is of leaders": (["a1: summit JPN + CHN 2014-11-10"], ["summit JPN+CHN @? leader"]),
    "a summit outranks the meeting it is": (
        ["a1: meeting JPN + CHN 2014-11-10", "b1: summit JPN + CHN 2014-11-10"],
        ["summit JPN+CHN @? leader"],
    ),
    "the level that one report gives": (
        ["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN- + CHN- 2014-11-10"],
        ["meeting JPN+CHN @? deputy_minister"],
    ),
    "no level": (["a1: meeting JPN + CHN 2014-11-10"], ["meeting JPN+CHN @? other"]),
    "a call": (["a1: call JPN/abe! + USA/obama! 2014-11-10"], ["call JPN+USA @? leader"]),
    "an exercise": (["a1: exercise JPN + USA 2014-11-10"], ["exercise JPN+USA @? other"]),
    "a visit": (["a1: visit JPN/abe! > CHN 2014-11-10"], ["visit JPN+CHN @CHN leader"]),
    "a visit to several states": (
        ["a1: visit JPN/abe! > VNM + PHL 2014-11-10"],
        ["visit JPN+VNM @VNM leader", "visit JPN+PHL @PHL leader"],
    ),
    "a visit by several states": (
        ["a1: visit JPN + KOR > CHN 2014-11-10"],
        ["visit JPN+CHN @CHN other", "visit KOR+CHN @CHN other"],
    ),
    "a visit to an organisation": (["a1: visit JPN/abe! > ASEAN 2014-11-10"], ["visit JPN+ASEAN @? leader"]),
    "a visit and its meeting": (
        ["a1: visit JPN/abe! > CHN 2014-11-10", "a1: meeting JPN/abe! + CHN/xi! 2014-11-10"],
        ["meeting JPN+CHN @? leader", "visit JPN+CHN @CHN leader"],
    ),
    "deputies' dialogue beside a meeting of leaders": (
        ["a1: dialogue JPN- + CHN- 2014-11-10", "b1: meeting JPN/abe! + CHN/xi! 2014-11-10"],
        ["dialogue JPN+CHN @? deputy_minister", "meeting JPN+CHN @? leader"],
    ),
    "no contact": (["a1: SANCTION CHN > JPN 2023-08-24", "a1: AGREE CHN + JPN 2023-08-25"], []),
}


def short(contact: Contact) -> str:
    parties = "+".join(party.removeprefix("org:") for party in contact.parties)
    return f"{contact.kind} {parties} @{contact.host or '?'} {contact.level}"


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES.keys())
def test_contacts(lines: list[str], expected: list[str]) -> None:
    assert sorted(short(one) for one in contacts(*lines)) == sorted(expected)


def test_people_come_with_their_offices_from_any_report() -> None:
    (one,) = contacts("a1: meeting JPN/abe + CHN 2014-11-10", "b1: meeting JPN/abe! + CHN/xi! 2014-11-10")
    assert {(person.name, person.country, person.office) for person in one.people} == {
        ("Abe", "JPN", "President"),
        ("Xi", "CHN", "President"),
    }
    assert len(one.people) == 2


def test_states_are_no_people() -> None:
    (one,) = contacts("a1: meeting JPN* + CHN* 2014-11-10")
    assert one.people == ()


def test_a_visit_names_those_of_its_two_states() -> None:
    found = contacts("a1: visit JPN/abe! + KOR/yoon! > CHN/xi 2014-11-10")
    assert {one.parties: {person.name for person in one.people} for one in found} == {
        ("JPN", "CHN"): {"Abe", "Xi"},
        ("KOR", "CHN"): {"Yoon", "Xi"},
    }


def test_the_place_of_a_tour_is_that_of_its_own_host() -> None:
    found = contacts("a1: visit JPN/abe! > VNM + PHL 2014-11-10 @Hanoi")
    assert {one.host: one.place for one in found} == {"VNM": "Hanoi", "PHL": None}


def test_a_contact_carries_all_its_evidence() -> None:
    lines = ["a1: meeting JPN + CHN 2014-11-10", "b1: meeting JPN + CHN 2014-11-10", "c1: meeting JPN + CHN 2015-01-01"]
    first, second = contacts(*lines)
    assert [found.document for found in first.evidence] == ["a1", "b1"]
    assert [found.document for found in second.evidence] == ["c1"]


@pytest.mark.parametrize("modality", [one for one in Modality if one is not Modality.HAPPENED])
def test_a_contact_that_has_not_happened_says_so(modality: Modality) -> None:
    (one,) = contacts(f"a1: meeting {modality} JPN + CHN 2014-11-10")
    assert one.modality is modality


def test_contacts_have_ids_of_their_own() -> None:
    found = contacts("a1: visit JPN/abe! > VNM + PHL 2014-11-10", "a1: meeting JPN/abe! + VNM 2014-11-10")
    assert len({one.id for one in found}) == len(found) == 3


def test_contacts_are_the_same_whatever_the_order_of_reports() -> None:
    lines = [line for case, _ in CASES.values() for line in case]
    events = reports(*dict.fromkeys(lines))
    by_id = {event.id: event for event in events}
    one, other = (find_contacts(group_occurrences(order, {}), by_id) for order in (events, events[::-1]))
    assert one == other
    assert {contact.kind for contact in one} == set(ContactKind)
    assert {contact.level for contact in one} >= {Level.LEADER, Level.OTHER}
