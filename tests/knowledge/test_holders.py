import datetime as dt
from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.holders import (
    COLUMNS,
    Tenure,
    find_holder,
    holder_on,
    holders,
    possible_spans,
    read_holders,
    split_by_party,
)

# country, office, day: holders
HELD = [
    ("JPN", "prime-minister", "2024-05-01", ["JPN:person:kishida-fumio"]),
    ("JPN", "foreign-minister", "2024-07-26", ["JPN:person:kamikawa-yoko"]),
    ("CHN", "foreign-minister", "2024-07-26", ["CHN:person:wang-yi"]),
    ("USA", "president", "2010-01-01", ["USA:person:obama-barack"]),
    ("DEU", "prime-minister", "2015-01-01", ["DEU:person:merkel-angela"]),
    # holders of an organisation's offices are known by their state
    ("org:UN", "secretary-general", "2024-07-26", ["PRT:person:guterres-antonio"]),
    ("PRT", "prime-minister", "2000-07-26", ["PRT:person:guterres-antonio"]),
    ("org:NATO", "secretary-general", "2025-03-01", ["NLD:person:rutte-mark"]),
    ("NLD", "prime-minister", "2022-08-03", ["NLD:person:rutte-mark"]),
    ("org:EU", "high-representative", "2025-03-01", ["EST:person:kallas-kaja"]),
    ("org:IMF", "managing-director", "2018-10-26", ["FRA:person:lagarde-christine"]),
    ("org:ECB", "central-bank-governor", "2023-08-18", ["FRA:person:lagarde-christine"]),
    ("org:WHO", "director-general", "2020-03-15", ["ETH:person:tedros-adhanom-ghebreyesus"]),
    ("JPN", "prime-minister", "2090-01-01", []),
    ("JPN", "prime-minister", "1850-01-01", []),
    ("JPN", "no-such-office", "2024-05-01", []),
    ("XYZ", "president", "2024-05-01", []),
]


@pytest.mark.parametrize(("country", "office", "day", "people"), HELD)
def test_holder_on_a_day(country: str, office: str, day: str, people: list[str]) -> None:
    assert [person.id for person in holder_on(country, office, dt.date.fromisoformat(day))] == people


def test_every_tenure_is_that_of_its_holder() -> None:
    for person in holders():
        for tenure in person.tenures:
            if tenure.start and len(tenure.start) == 10 and (tenure.end or tenure.incumbent_as_of):
                day = dt.date.fromisoformat(tenure.start)
                assert person in holder_on(tenure.country, tenure.office, day), (person.id, tenure)


def tenure(start: str | None, end: str | None, as_of: str | None = None) -> Tenure:
    return Tenure("ABC", "mayor", start, end, as_of, None)


SPANS = [
    # known dates
    ([("2001-02-03", "2004-05-06", None)], [("2001-02-03", "2004-05-06")]),
    # dates cut short can mean any of their days
    ([("2001-02", "2004", None)], [("2001-02-01", "2004-12-31")]),
    # an incumbent counts to the day of which the table is certain
    ([("2001", None, "2024-06")], [("2001-01-01", "2024-06-30")]),
    # an unknown start is after the one before
    ([("2001-01-01", "2003-01-01", None), (None, "2005-01-01", None)], [None, ("2003-01-01", "2005-01-01")]),
    # or after the beginning of the tables
    ([(None, "2005-01-01", None)], [("2000-01-01", "2005-01-01")]),
    # an unknown end is before the one after
    ([("2001-01-01", None, None), ("2003-01-01", "2005-01-01", None)], [("2001-01-01", "2003-01-01"), None]),
    # or nothing is certain but the start
    ([("2001-01-01", None, None)], [("2001-01-01", "2001-01-01")]),
]


@pytest.mark.parametrize(("tenures", "spans"), SPANS)
def test_unknown_dates_are_bounded_by_the_neighbours(
    tenures: list[tuple[str | None, str | None, str | None]], spans: list[tuple[str, str] | None]
) -> None:
    found = possible_spans([tenure(*dates) for dates in tenures])
    for span, expected in zip(found, spans, strict=True):
        if expected is not None:
            assert span == tuple(dt.date.fromisoformat(day) for day in expected)


def test_a_tenure_without_any_date_is_at_no_time() -> None:
    assert possible_spans([tenure(None, None)]) == (None,)


ROW = {
    **dict.fromkeys(COLUMNS, ""),
    **{"country": "ABC", "person": "doe-jane", "name": "Jane Doe", "office": "mayor", "from": "2001"},
}


def write(folder: Path, *rows: dict[str, str]) -> Path:
    lines = [",".join(COLUMNS), *(",".join(row[column] for column in COLUMNS) for row in rows)]
    (folder / "some.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_rows_of_one_person_are_gathered(tmp_path: Path) -> None:
    (person,) = read_holders(write(tmp_path, ROW | {"until": "2003"}, ROW | {"office": "governor", "from": "2004"}))
    assert person.id == "ABC:person:doe-jane"
    assert [(each.office, each.start, each.end) for each in person.tenures] == [
        ("mayor", "2001", "2003"),
        ("governor", "2004", None),
    ]


OFFICE_OF_AN_ORGANISATION = ROW | {"country": "org:UN", "office": "envoy", "from": "2004", "note": "national of ABC"}


def test_holders_of_offices_of_an_organisation_are_known_by_their_state(tmp_path: Path) -> None:
    (person,) = read_holders(write(tmp_path, OFFICE_OF_AN_ORGANISATION | {"aliases": "J. Doe"}, ROW))
    assert (person.id, person.country, person.aliases) == ("ABC:person:doe-jane", "ABC", ("J. Doe",))
    assert [(each.country, each.office) for each in person.tenures] == [("ABC", "mayor"), ("org:UN", "envoy")]


@pytest.mark.parametrize("note", ["", "national of XYZ", "former national of abc"])
def test_a_holder_whose_state_is_another_or_unknown_is_someone_else(tmp_path: Path, note: str) -> None:
    people = read_holders(write(tmp_path, ROW, OFFICE_OF_AN_ORGANISATION | {"note": note}))
    assert len({person.id for person in people}) == 2


def test_one_person_has_one_name_in_states_and_organisations(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="name of doe-jane"):
        read_holders(write(tmp_path, ROW, OFFICE_OF_AN_ORGANISATION | {"name": "Jane B. Doe"}))


def test_a_person_is_split_by_the_parties_whose_offices_they_held(tmp_path: Path) -> None:
    (person,) = read_holders(write(tmp_path, ROW, OFFICE_OF_AN_ORGANISATION))
    parts = split_by_party(person)
    assert [(part.id, part.country) for part in parts] == [
        ("ABC:person:doe-jane", "ABC"),
        ("org:UN:person:doe-jane", "org:UN"),
    ]
    assert tuple(tenure for part in parts for tenure in part.tenures) == person.tenures


def test_every_part_of_a_person_is_found_as_the_person() -> None:
    for person in holders():
        assert find_holder(person.id) is person
        for part in split_by_party(person):
            assert find_holder(part.id) is person
            assert {tenure.country for tenure in part.tenures} == {part.country}
    assert find_holder("XYZ:person:nobody") is None


def test_an_incumbent_says_as_of_when(tmp_path: Path) -> None:
    (person,) = read_holders(write(tmp_path, ROW | {"until": "incumbent", "note": "as of 2025-03"}))
    assert (person.tenures[0].end, person.tenures[0].incumbent_as_of) == (None, "2025-03")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"until": "incumbent"}, "as of YYYY-MM"),
        ({"from": "May 2001"}, "no date of the form"),
        ({"from": "2001-02-30"}, "day"),
        ({"until": "2000"}, "from 2001 is after until 2000"),
        ({"person": "Doe, Jane"[:3]}, "no slug"),
        ({"name": ""}, "name is empty"),
        ({"office": ""}, "office is empty"),
        ({"country": ""}, "country is empty"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, change: dict[str, str], reason: str) -> None:
    with pytest.raises(KnowledgeError, match=r"some\.csv:2: ") as caught:
        read_holders(write(tmp_path, ROW | change))
    assert reason in str(caught.value)


def test_one_person_has_one_name(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"some\.csv:3: name of doe-jane"):
        read_holders(write(tmp_path, ROW, ROW | {"name": "Jane B. Doe"}))
