"""Tracks, responses, distances and triangles: gaps stay gaps, refusals say why, and all of them draw."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from detente.charts import distances_chart, index_chart, responses_chart, to_svg, tracks_chart, triangle_chart
from detente.measures import Refusal, index, responses, triangle
from detente.measures.distance import distance
from detente.measures.meetings import tidy_contacts
from detente.records import Contact, ContactKind, Level, Modality, Precision, When, WhenFrom

PAIR = ("AUS", "IDN")


def frame(rows):
    """(day, source, target, score)."""
    told = []
    for number, (day, source, target, score) in enumerate(rows):
        told.append({
            "occurrence": f"o{number}", "start": day, "end": day, "precision": "day", "modality": "happened",
            "source": source, "target": target, "mutual": False, "root": "CONSULT" if score > 0 else "MOBILIZE",
            "mode": None, "quad": 1 if score > 0 else 4, "score": float(score), "reports": 1, "outlets": 1,
            "coder": "icews", "goldstein": None, "cameo": "040" if score > 0 else "150", "contexts": (),
        })  # fmt: skip
    return pd.DataFrame(told)


def data_of(chart, key):
    rows = [row for rows in chart.to_dict()["datasets"].values() if isinstance(rows, list) for row in rows]
    return [row for row in rows if key in row]


def months(*scores):
    """A day of each month of 2021, a score each; None for a month without any."""
    return frame([(dt.date(2021, month, 5), *PAIR, score) for month, score in enumerate(scores, 1) if score])


def test_tracks_stand_one_above_the_other_and_gaps_stay_empty():
    rows = months(2, None, -5, 3)
    found = {track: index(rows, *PAIR, track=track) for track in ("diplomatic", "security")}
    chart = tracks_chart(found, PAIR)
    bars = {(bar["period"], bar["value"]) for bar in data_of(chart, "told")}
    assert bars == {("2021-01", 2.0), ("2021-04", 3.0), ("2021-03", -5.0)}
    svg = to_svg(chart)
    for said in ("Diplomatic", "n = 2", "Security", "n = 1", "Australia – Indonesia"):
        assert said in svg


def test_sums_cannot_be_compared_between_tracks():
    with pytest.raises(ValueError, match="drawn of one of mean"):
        tracks_chart({"diplomatic": index(months(2), *PAIR, measure="sum")}, PAIR)


@pytest.mark.parametrize("measure", ["mean", "sum", "net", "stock", "bounded"])
def test_every_level_of_an_index_draws_with_its_bands(measure):
    rows = pd.concat([months(2, None, -5, 3), months(1, None, 4, -2).assign(occurrence=list("abc"))])
    found = index(rows, *PAIR, measure=measure, draws=50)
    names = {"AUS": "Australia", "IDN": "Indonesia"}
    svg = to_svg(index_chart(found.rows, PAIR, names, measure=measure))
    assert "bootstrap bands" in svg
    assert "NaN" not in svg


def test_responses_are_a_grid_with_what_speaks_against_them():
    rng = np.random.default_rng(3)
    start = dt.date(2018, 1, 1)
    rows = [(start + dt.timedelta(days=7 * week), *sides, float(rng.choice([-5, -2, 2.5, 4])))
            for week in range(120) for sides in (PAIR, PAIR[::-1])]  # fmt: skip
    found = responses(frame(rows), PAIR, "week", draws=50)
    svg = to_svg(responses_chart(found))
    for said in ("An impulse of", "answered by", "Australia → Indonesia", "Weeks after", "Sum of scores (plover)"):
        assert said in svg
    assert ("Against it" in svg) == bool(found.verdicts)


def test_too_little_for_responses_gives_the_reason_and_no_curve():
    chart = responses_chart(Refusal("too little data: no series is long enough", {"periods": 4}))
    svg = to_svg(chart)
    assert "too little data" in svg
    assert "impulse" not in svg


def side(*pair, scores, month):
    return [(dt.date(2021, month, day + 1), *pair, score) for day, score in enumerate(scores)]


def test_a_triangle_without_a_side_has_no_type_and_the_line_breaks():
    rows = [
        row
        for month in (1, 2, 4)
        for row in (
            *side("AUS", "IDN", scores=[2, 2, 3, 2, 2], month=month),
            *side("AUS", "NZL", scores=[2, 2, 3, 2, 2], month=month),
            *side("IDN", "NZL", scores=[-5, -6, -5, -6, -5] if month < 4 else [-5], month=month),
        )
    ]
    found = triangle(frame(rows), ("AUS", "IDN", "NZL"), "month", draws=50)
    chart = triangle_chart(found, frequency="month")
    types = {row["period"]: row["type"] for row in data_of(chart, "share")}
    assert types == {"2021-01": "romantic triangle (2)", "2021-02": "romantic triangle (2)", "2021-03": "none told",
                     "2021-04": "none told"}  # fmt: skip
    runs = {row["period"]: row["run"] for row in data_of(chart, "run") if row["side"] == "Australia – Indonesia"}
    assert runs["2021-01"] == runs["2021-02"] != runs["2021-04"]
    assert "No type in 2 of 4 months" in to_svg(chart)


def test_a_triangle_on_too_little_says_so():
    rows = frame(side("AUS", "IDN", scores=[2], month=1))
    assert "Too few occurrences" in to_svg(triangle_chart(triangle(rows, ("AUS", "IDN", "NZL"), draws=10)))


def contact(number, pair, day, level=Level.LEADER):
    when = When(day, day, Precision.DAY, WhenFrom.EXPRESSION)
    return Contact(
        f"c{number}", f"o{number}", ContactKind.VISIT, (), pair, pair[1], None, level, when, Modality.HAPPENED
    )


def test_distances_of_pairs_and_the_contacts_they_rest_on():
    meetings = tidy_contacts([
        contact(1, PAIR, dt.date(2020, 1, 1)), contact(2, PAIR, dt.date(2021, 1, 1)),
        contact(3, ("AUS", "NZL"), dt.date(2020, 6, 1), Level.MINISTER),
    ])  # fmt: skip
    on = dt.date(2021, 1, 31)
    chart = distances_chart([distance(meetings, *PAIR, on), distance(meetings, "AUS", "NZL", on)])
    rows = {(row["pair"], row["level"]): (row["days"], row["none"]) for row in data_of(chart, "none")}
    assert rows["Australia – Indonesia", "Leaders"] == (30, False)
    assert rows["Australia – New Zealand", "Leaders"] == (244, True)  # at least since its first contact of any kind
    assert {level for _, level in rows} == {"Leaders", "Ministers", "Any level"}
    assert len(data_of(chart, "who")) == 3
    assert "No such encounter of any of these pairs on record: deputy ministers" in to_svg(chart)


def test_no_contact_at_all_says_so():
    nothing = tidy_contacts([])
    assert "No contact of these pairs" in to_svg(distances_chart([distance(nothing, *PAIR, dt.date(2021, 1, 1))]))
