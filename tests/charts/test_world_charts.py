"""Maps, the matrix and the network: what they show, and that what is missing shows as missing."""

import datetime as dt

import pandas as pd
import pytest

from detente.charts import bloc_chart, count_visits, matrix_chart, relations_map, thirds_map, to_svg
from detente.charts.world import great_circles, numeric_of, points, runs_over
from detente.measures.frames import COLUMNS
from detente.measures.thirds import thirds
from detente.records import Contact, ContactKind, Level, Modality, Precision, When, WhenFrom

KEYS = ["one", "other", "mean", "count", "net", "reports"]
PAIRS = pd.DataFrame(
    [("AUS", "IDN", 2.0, 4, 0.5, 6), ("AUS", "NZL", -1.5, 2, -1.0, 2), ("ASEAN", "AUS", 1.0, 3, 1.0, 3),
     ("AUS", "SGP", 4.0, 1, 1.0, 1)], columns=KEYS,
)  # fmt: skip


def data_of(chart, key):
    rows = [row for rows in chart.to_dict()["datasets"].values() if isinstance(rows, list) for row in rows]
    return [row for row in rows if key in row]


def test_the_matrix_has_numbers_below_and_counts_above():
    cells = data_of(matrix_chart(PAIRS, ["AUS", "IDN", "NZL"]), "below")
    told = {(cell["left"], cell["top"]): cell["text"] for cell in cells}
    assert told["Indonesia", "Australia"] == "+2.0"
    assert told["Australia", "Indonesia"] == "4"
    assert told["New Zealand", "Australia"] == "−1.5"
    assert told["New Zealand", "Indonesia"] == told["Indonesia", "New Zealand"] == "–"


def test_a_pair_that_is_not_known_has_no_colour():
    cells = data_of(matrix_chart(PAIRS, ["AUS", "IDN", "NZL"], fewest=3), "below")
    assert {(cell["left"], cell["top"]) for cell in cells if cell["value"] is not None} == {
        ("Indonesia", "Australia"), ("Australia", "Indonesia")
    }  # fmt: skip


def test_a_matrix_of_strangers_says_so():
    assert "No occurrence" in to_svg(matrix_chart(PAIRS, ["BRA", "KEN"]))


def test_the_map_colours_those_with_a_record_and_marks_small_states():
    chart = relations_map(PAIRS, "AUS", {"AUS": "Australia"})
    rows = {row["state"]: row for row in data_of(chart, "state")}
    assert set(rows) == {"IDN", "NZL", "SGP"}  # ASEAN has no place
    assert rows["SGP"]["id"] is None  # no outline at this scale: a point
    assert rows["IDN"]["id"] == "360"
    assert "7 occurrences with 3 states" in to_svg(chart)


def test_the_map_of_a_stranger_says_so():
    assert "Nothing on record" in to_svg(relations_map(PAIRS, "BRA"))
    assert "has no place on the map" in to_svg(relations_map(PAIRS, "ASEAN"))


def test_visits_are_lines_by_way():
    visits = pd.DataFrame([("AUS", "IDN", 3), ("NZL", "AUS", 1), ("NZL", "IDN", 9)], columns=["guest", "host", "count"])
    lines = data_of(relations_map(PAIRS, "AUS", visits=visits), "way")
    assert {(line["told"], line["way"], line["count"]) for line in lines} == {
        ("Australia → Indonesia", "Australia visits", 3), ("New Zealand → Australia", "visits to Australia", 1),
    }  # fmt: skip


def row(source, target, day, cameo, **changed):
    base = dict.fromkeys(COLUMNS) | {
        "occurrence": f"icews:{source}{target}{day}", "start": day, "end": day, "modality": "happened",
        "source": source, "target": target, "root": "CONSULT", "mode": "visit", "coder": "icews", "cameo": cameo,
    }  # fmt: skip
    return base | changed


def test_a_visit_paid_and_received_is_one():
    frame = pd.DataFrame([
        row("AUS", "IDN", "2020-01-02", "042"), row("IDN", "AUS", "2020-01-02", "043"),
        row("AUS", "IDN", "2020-03-02", "042"), row("IDN", "AUS", "2020-03-02", "042"),
        row("AUS", "IDN", "2020-05-02", "042", modality="planned"),
        row("AUS", "IDN", "2020-05-03", None, coder="detente"),
        row("AUS", "IDN", "2020-05-04", "036", mode=None),
    ])  # fmt: skip
    assert count_visits(frame).to_dict("records") == [
        {"guest": "AUS", "host": "IDN", "count": 2}, {"guest": "IDN", "host": "AUS", "count": 1},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "number"), [({}, 1), ({"host": None}, 0), ({"kind": ContactKind.CALL}, 0),
                           ({"modality": Modality.PLANNED}, 0)],
)  # fmt: skip
def test_our_own_visits_need_a_host(fields, number):
    told = {"kind": ContactKind.VISIT, "host": "IDN", "modality": Modality.HAPPENED} | fields
    when = When(None, None, Precision.UNKNOWN, WhenFrom.NONE)
    contact = Contact(
        "c", "o", told["kind"], (), ("AUS", "IDN"), told["host"], None, Level.LEADER, when, told["modality"]
    )
    assert count_visits(pd.DataFrame(columns=list(COLUMNS)), [contact])["count"].sum() == number


def test_points_are_where_states_are():
    assert len(points()) > 200
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points().values())
    longitude, latitude = points()["RUS"]
    assert 60 < longitude < 130
    assert latitude > 50
    assert numeric_of("JPN") == "392"
    assert numeric_of("EU") is None


def test_a_line_begins_and_ends_where_it_should_and_bows_to_its_right():
    (there,) = great_circles([{"from": "USA", "to": "FRA"}], bow=5).values
    (straight,) = great_circles([{"from": "USA", "to": "FRA"}]).values
    (back,) = great_circles([{"from": "FRA", "to": "USA"}], bow=5).values
    way = there["geometry"]["coordinates"]
    assert way[0] == pytest.approx(points()["USA"], abs=0.02)
    assert way[-1] == pytest.approx(points()["FRA"], abs=0.02)
    middles = [line["geometry"]["coordinates"][len(way) // 2][1] for line in (there, straight, back)]
    assert middles == sorted(middles)  # eastward the right is south, westward it is north


def test_a_line_knows_the_edge_it_runs_over():
    assert runs_over("JPN", "USA", 180)
    assert not runs_over("FRA", "USA", 180)
    assert runs_over("FRA", "USA", -30)


EDGES = pd.DataFrame(
    [("AUS", "NZL", 1.0, 9), ("AUS", "IDN", -1.0, 7), ("IDN", "NZL", 1.0, 5)],
    columns=["one", "other", "weight", "count"],
)


def test_ties_that_do_not_fit_stand_out():
    chart = bloc_chart(EDGES, {"AUS": 1, "NZL": 1, "IDN": 2}, said=["Frustration 1 of 3"])
    ties = {tie["pair"]: (tie["sign"], tie["strained"]) for tie in data_of(chart, "strained")}
    assert ties == {
        "Australia – New Zealand": ("above neutral", False), "Australia – Indonesia": ("below neutral", False),
        "Indonesia – New Zealand": ("above neutral", True),
    }  # fmt: skip
    assert "Frustration 1 of 3" in to_svg(chart)


def test_the_layout_is_the_same_each_time_and_the_unaligned_are_told():
    camps = {"AUS": 1, "NZL": 1, "IDN": None}
    assert bloc_chart(EDGES, camps).to_dict() == bloc_chart(EDGES, camps).to_dict()
    assert {state["name"]: state["camp"] for state in data_of(bloc_chart(EDGES, camps), "camp")}["Indonesia"] == (
        "between camps"
    )
    assert "No tie" in to_svg(bloc_chart(EDGES.iloc[:0], {}))


def test_third_countries_have_two_halves():
    deal = {"mode": None, "quad": 2, "score": 9.5, "root": "COOPERATE", "mutual": False, "contexts": ("economic",),
            "reports": 1}  # fmt: skip
    day = dt.date(2020, 1, 2)
    frame = pd.DataFrame([row("AUS", "PNG", day, "061", **deal), row("NZL", "PNG", day, "061", **deal),
                          row("AUS", "FJI", day, "061", **deal)])  # fmt: skip
    frame["occurrence"] = ["a", "b", "c"]
    chart = thirds_map(thirds(frame, "AUS", "NZL"))
    rows = {row["third"]: row for row in data_of(chart, "third")}
    assert (rows["PNG"]["dealing"], rows["FJI"]["dealing"]) == ("run parallel", "only one side")
    halves = {(half["name"], half["who"]): half["number"] for half in data_of(chart, "half")}
    assert halves == {("Papua New Guinea", "Australia"): 1, ("Papua New Guinea", "New Zealand"): 1,
                      ("Fiji", "Australia"): 1}  # fmt: skip
    assert "No engagement" in to_svg(thirds_map(thirds(frame.iloc[:0], "AUS", "NZL")))
