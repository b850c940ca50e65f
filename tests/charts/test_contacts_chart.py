"""The calendar of contacts."""

import datetime as dt

import pytest

from detente.charts import contacts_chart, to_svg
from detente.records import Attendee, Contact, ContactKind, Level, Modality, Precision, When, WhenFrom


def contact(kind="meeting", level="leader", date="2024-11-15", modality="happened", **fields):
    start = end = dt.date.fromisoformat(date) if date else None
    precision = Precision.DAY if date else Precision.UNKNOWN
    if date and date.endswith("-01-01"):
        end, precision = dt.date(start.year, 12, 31), Precision.YEAR
    when = When(start, end, precision, WhenFrom.EXPRESSION if date else WhenFrom.NONE)
    return Contact(
        "c", "o", ContactKind(kind), fields.get("people", ()), ("CHN", "JPN"), fields.get("host"), fields.get("place"),
        Level(level), when, Modality(modality),
    )  # fmt: skip


def rows(contacts):
    spec = contacts_chart(contacts, {"CHN": "China", "JPN": "Japan"}).to_dict()
    return next(iter(spec["datasets"].values()))


def test_a_row_says_who_where_and_when():
    people = (Attendee("a", "Ishiba Shigeru", "JPN"), Attendee("b", "Xi Jinping", "CHN"))
    (row,) = rows([contact(people=people, place="Lima")])
    assert (row["date"], row["who"], row["where"]) == ("2024-11-15", "Ishiba Shigeru, Xi Jinping", "Lima")
    assert (row["level"], row["kind"], row["status"]) == ("Leaders", "meeting", "happened")


def test_parties_stand_where_nobody_is_named():
    (row,) = rows([contact(host="JPN")])
    assert (row["who"], row["where"]) == ("China and Japan", "Japan")


def test_a_vague_date_stays_vague():
    (row,) = rows([contact(date="2025-01-01", modality="planned")])
    assert (row["date"], row["start"], row["end"]) == ("2025", "2025-01-01", "2025-12-31")


@pytest.mark.parametrize("modality", ["negated", "called_for", "hypothetical"])
def test_what_was_not_held_nor_planned_is_not_drawn(modality):
    assert len(rows([contact(), contact(modality=modality), contact(date="")])) == 1


def test_nothing_to_draw_says_so():
    assert "No dated contact on record" in to_svg(contacts_chart([contact(date="")], {}))


def test_every_kind_and_level_draws():
    many = [
        contact(kind, level, f"20{10 + n}-0{m + 1}-15")
        for n, kind in enumerate(ContactKind)
        for m, level in enumerate(Level)
    ]
    svg = to_svg(contacts_chart(many, {}))
    for said in (*ContactKind, "Leaders", "Deputy ministers", "Parliaments"):
        assert said in svg
    assert "NaN" not in svg
