import dataclasses

import pytest

from detente.knowledge.companies import Company
from detente.knowledge.holders import Person, Tenure
from detente.knowledge.issues import Camp, Issue
from detente.knowledge.lint import (
    check_ambiguities,
    check_companies,
    check_holders,
    check_issues,
    check_offices,
    check_organisations,
    check_seat,
    check_states,
    lint,
)
from detente.knowledge.offices import Office
from detente.knowledge.organisations import Membership, Organisation, organisations
from detente.knowledge.states import Ambiguity, Reading, State, ambiguities, states
from detente.records import Level


def test_the_tables_are_clean() -> None:
    assert lint() == []


def tenure(start: str | None, end: str | None, note: str | None = None, as_of: str | None = None) -> Tenure:
    return Tenure("JPN", "president", start, end, as_of, note)


SEATS = [
    # handed over on the day, or on the day after
    ([tenure("2001-01-20", "2009-01-20"), tenure("2009-01-20", None)], []),
    ([tenure("2001-01-20", "2009-01-19"), tenure("2009-01-20", None)], []),
    # two at once
    ([tenure("2001-01-20", "2009-01-20"), tenure("2008-12-01", None)], ["overlap"]),
    # two at once, and a note says why
    ([tenure("2001-01-20", "2009-01-20"), tenure("2008-12-01", None, "acting")], []),
    # an incumbent still there when the next one starts
    ([tenure("2001-01-20", None, as_of="2009-05"), tenure("2008-12-01", None)], ["overlap"]),
    # dates cut short that need not overlap
    ([tenure("2001", "2009"), tenure("2009", "2010")], []),
    # nobody for a month
    ([tenure("2001-01-20", "2009-01-20"), tenure("2009-02-20", None)], ["nobody"]),
    # nobody, and a note says why
    ([tenure("2001-01-20", "2009-01-20"), tenure("2009-02-20", None, "vacant before")], []),
    # a shorter tenure within a longer one leaves no gap after it
    ([tenure("2001", "2009-01-20"), tenure("2003", "2004", "acting"), tenure("2009-01-21", None)], []),
    # nothing is said where dates are not known
    ([tenure("2001-01-20", None), tenure("2009-02-20", None)], []),
    ([tenure(None, "2009-01-20"), tenure("2009-02-20", None)], []),
]


@pytest.mark.parametrize(("tenures", "findings"), SEATS)
def test_a_seat_has_one_holder_at_a_time(tenures: list[Tenure], findings: list[str]) -> None:
    found = list(check_seat([(each, f"p{number}") for number, each in enumerate(tenures)]))
    assert len(found) == len(findings)
    assert all(word in line for word, line in zip(findings, found, strict=True))


def other_japan(**changes: object) -> dict[str, State]:
    japan = states()["JPN"]
    return {"JPN": japan, "XXA": dataclasses.replace(japan, id="XXA", **changes)}  # type: ignore[arg-type]


def test_a_name_of_two_states_must_be_marked() -> None:
    bare = {"names": ("Japan",), "adjectives": (), "nouns": (), "metonyms": (), "places": ()}
    assert list(check_states(other_japan(**bare), {})) == [
        "states.csv: 'japan' is of JPN, XXA and not in ambiguous.csv"
    ]
    marked = {"Japan": Ambiguity("Japan", (Reading("JPN", "name"), Reading("XXA", "name")), None, None)}
    assert list(check_states(other_japan(**bare), marked)) == []


def test_a_former_state_may_share_its_names() -> None:
    assert list(check_states(other_japan(valid_until="1945"), {})) == []


def test_readings_must_exist() -> None:
    listed = {"X": Ambiguity("X", (Reading("QQQ", "name"), Reading(None, "word")), "JPN", None)}
    assert list(check_ambiguities(listed, states(), organisations())) == [
        "ambiguous.csv: X: QQQ is no state and no organisation",
        "ambiguous.csv: X: the usual JPN is none of its readings",
    ]


def body(**changes: object) -> dict[str, Organisation]:
    changed = dataclasses.replace(organisations()["org:Quad"], id="org:X", **changes)  # type: ignore[arg-type]
    return {"org:X": changed}


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"members": (Membership("QQQ", None, None),)}, "the member QQQ is unknown"),
        ({"members": (Membership("JPN", None, None), Membership("JPN", "2003", None))}, "JPN is a member twice"),
        ({"members": (Membership("JPN", "2003", "2001"),)}, "from 2003 is after until 2001"),
        ({"country": "QQQ"}, "the country QQQ is unknown"),
        ({"part_of": "org:Y"}, "part of org:Y, which is unknown"),
        ({"aliases": ("b", "a")}, "'a' stands after 'b'"),
        ({"aliases": ("a", "a")}, "'a' is there twice"),
        ({"founded": "2003", "dissolved": "2001"}, "from 2003 is after until 2001"),
    ],
)
def test_an_organisation_says_only_what_can_be(changes: dict[str, object], finding: str) -> None:
    found = list(check_organisations(body(**changes), states(), ambiguities()))
    assert len(found) == 1
    assert finding in found[0]


def test_two_organisations_may_not_share_a_name_unmarked() -> None:
    two = body() | {"org:Y": dataclasses.replace(organisations()["org:Quad"], id="org:Y")}
    assert any("is of org:X, org:Y" in line for line in check_organisations(two, states(), {}))


def office(name: str, wording: str, *countries: str) -> Office:
    return Office(name, (wording,), Level.MINISTER, "GOV", countries, "hand")


@pytest.mark.parametrize(
    ("rows", "findings"),
    [
        ([office("a", "boss"), office("b", "boss")], ["offices: 'boss' (any country) is a and b"]),
        ([office("a", "boss", "JPN"), office("b", "boss", "JPN")], ["offices: 'boss' (JPN) is a and b"]),
        ([office("a", "boss"), office("b", "boss", "JPN")], []),
        ([office("a", "boss", "JPN"), office("b", "boss", "CHN")], []),
        ([office("a", "Boss")], ["offices: a: 'Boss' is not in lower case"]),
        ([office("A b", "boss")], ["offices: 'A b' is not kebab-case"]),
        ([office("a", "boss", "QQQ")], ["offices: a: the country QQQ is unknown"]),
    ],
)
def test_a_wording_is_that_of_one_office(rows: list[Office], findings: list[str]) -> None:
    assert list(check_offices(rows, states())) == findings


def person(slug: str, name: str, country: str = "JPN", office: str = "mayor") -> Person:
    tenure = Tenure(country, office, None, None, None, None)
    return Person(f"{country}:person:{slug}", name, None, None, (), country, (tenure,))


@pytest.mark.parametrize(
    ("people", "finding"),
    [
        ([person("doe-jane", "Jane Doe", country="QQQ")], "QQQ is no state and no organisation"),
        ([person("doe-jane", "Jane Doe", office="tsar")], "the office tsar is in no table of offices"),
        ([person("doe-jane", "Jane Doe"), person("doe-j", "Jane Doe")], "JPN: Jane Doe is JPN:person:doe-j and"),
    ],
)
def test_a_holder_says_only_what_can_be(people: list[Person], finding: str) -> None:
    found = list(check_holders(people, states(), [office("mayor", "mayor")]))
    assert len(found) == 1
    assert finding in found[0]


def firm(slug: str, name: str, *aliases: str, country: str = "CHN") -> Company:
    return Company(f"{country}:company:{slug}", name, aliases, country, "MNC")


@pytest.mark.parametrize(
    ("firms", "findings"),
    [
        ([firm("a", "Alpha Motor", "Alpha Cars")], []),
        ([firm("a", "Alpha", country="QQQ")], ["companies.csv: QQQ:company:a: the country QQQ is unknown"]),
        ([firm("a", "Alpha", "Alpha")], ["companies.csv: CHN:company:a: 'Alpha' is there twice"]),
        ([firm("a", "Alpha", "c", "b")], ["companies.csv: CHN:company:a: 'b' stands after 'c'"]),
        (
            [firm("a", "Alpha"), firm("b", "Beta", "Alpha")],
            ["companies.csv: 'Alpha' is of CHN:company:a, CHN:company:b"],
        ),
        ([firm("a", "Quad")], ["companies.csv: 'Quad' is of CHN:company:a, org:X"]),
        ([firm("a", "Air Sea")], ["companies.csv: CHN:company:a: 'Air Sea' is in ambiguous.csv or other_names.csv"]),
    ],
)
def test_a_company_says_only_what_can_be(firms: list[Company], findings: list[str]) -> None:
    rows = {each.id: each for each in firms}
    quad = body(name="Quad", aliases=(), case_names=(), acronym=None)
    assert list(check_companies(rows, states(), quad, {"Air Sea"})) == findings


def issue(name: str, *names: str, parties: str = "JPN", sides: tuple[tuple[str, str], ...] = ()) -> Issue:
    camps = (Camp((parties,), True), Camp(("CHN",), True))
    return Issue(name, "An issue", "water", camps, names, None, sides, True)


@pytest.mark.parametrize(
    ("listed", "findings"),
    [
        ([issue("a", "Lake A"), issue("b", "Lake B")], []),
        ([issue("a", "Lake A", sides=(("JPN", "Lake"),))], []),
        ([issue("A b", "Lake A")], ["issues.csv: 'A b' is not kebab-case"]),
        ([issue("a", "Lake A", parties="QQQ")], ["issues.csv: a: the party QQQ is unknown"]),
        ([issue("a", "Lake A", parties="CHN")], ["issues.csv: a: parties: 'CHN' is there twice"]),
        ([issue("a", "Lake A", "lake A")], ["issues.csv: a: 'lake a' is there twice"]),
        ([issue("a", "Lake A"), issue("b", "LAKE A")], ["issues.csv: 'lake a' is of a, b"]),
        ([issue("a", "lake")], ["issues.csv: a: 'lake' is a common word"]),
        ([issue("a", "Lake A", sides=(("KOR", "Lake"),))], ["issues.csv: a: KOR names it and is no party"]),
        (
            [issue("a", "Lake A", sides=(("JPN", "Sea"),))],
            ["issues.csv: a: 'Sea' is a side's name and in none of its names"],
        ),
    ],
)
def test_an_issue_says_only_what_can_be(listed: list[Issue], findings: list[str]) -> None:
    assert list(check_issues({each.id: each for each in listed}, {"JPN", "CHN", "KOR"})) == findings
