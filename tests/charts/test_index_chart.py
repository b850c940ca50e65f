"""The picture of an index: what is drawn, what is left blank, and that it draws at all."""

import pandas as pd
import pytest

from detente.charts import index_chart, to_svg
from detente.charts.index import AXIS_TITLE

NAMES = {"CHN": "China", "JPN": "Japan"}


def frame(*rows):
    return pd.DataFrame(rows, columns=["period", "direction", "mean", "count", "reports"])


ROWS = frame(
    ("2024-07", "CHN>JPN", -2.0, 1, 1),
    ("2024-07", "JPN>CHN", 2.5, 2, 3),
    ("2024-07", "CHN-JPN", 0.25, 2, 3),
    ("2024-08", "CHN>JPN", 4.0, 1, 1),
    ("2024-08", "JPN>CHN", None, 0, 0),
    ("2024-08", "CHN-JPN", 4.0, 1, 1),
    ("2024-09", "CHN>JPN", None, 0, 0),
    ("2024-09", "JPN>CHN", None, 0, 0),
    ("2024-09", "CHN-JPN", None, 0, 0),
    ("2024-10", "CHN>JPN", -7.0, 1, 1),
    ("2024-10", "JPN>CHN", None, 0, 0),
    ("2024-10", "CHN-JPN", -7.0, 1, 1),
)


def draw(rows=ROWS, **settings):
    return index_chart(rows, ("CHN", "JPN"), NAMES, **settings)


def data_of(chart):
    """The rows of every layer, those with a key in common under its name."""
    spec = chart.to_dict()
    return [row for rows in spec["datasets"].values() for row in rows]


def test_a_period_without_a_record_is_not_drawn():
    rows = data_of(draw())
    assert {row["period"] for row in rows if "period" in row} == {"2024-07", "2024-08", "2024-10"}
    assert all(row["mean"] is not None for row in rows)


def test_lines_break_where_a_period_is_missing():
    runs = {row["period"]: row["run"] for row in data_of(draw()) if row.get("who") == "China → Japan" and "run" in row}
    assert runs["2024-07"] == runs["2024-08"] != runs["2024-10"]


def test_counts_are_stacked_by_who_acts():
    stacks = [row for row in data_of(draw()) if "low" in row and row["period"] == "2024-07"]
    assert [(row["who"], row["number"], row["low"], row["high"]) for row in stacks] == [
        ("Japan → China", 1, 0, 1),
        ("both together", 1, 1, 2),
    ]


def test_the_axis_runs_over_the_whole_scale_and_says_what_it_is():
    y = draw().to_dict()["vconcat"][0]["layer"][0]["encoding"]["y"]
    assert y["scale"]["domain"] == [-10, 10]
    assert y["axis"]["title"] == AXIS_TITLE == "PLOVER score (conflict to cooperation)"


def test_names_links_and_zero_line_are_in_the_picture():
    svg = to_svg(draw(links={"2024-07": "#p-1"}))
    for said in ("China → Japan", "Japan → China", "China – Japan", AXIS_TITLE, "#p-1", "−10", "+10"):
        assert said in svg


def test_ids_carry_the_prefix():
    svg = to_svg(draw(), "wide-")
    assert svg.count('id="') == svg.count('id="wide-')
    assert svg.count("url(#") == svg.count("url(#wide-")


def test_names_are_text_and_no_markup():
    svg = to_svg(index_chart(ROWS, ("CHN", "JPN"), {"CHN": "<script>alert(1)</script>", "JPN": "日本"}))
    assert "<script" not in svg
    assert "日本" in svg


def test_nothing_on_record_says_so():
    assert "Nothing on record" in to_svg(draw(frame()))
    assert "Nothing on record" in to_svg(draw(frame(("2024-09", "CHN-JPN", None, 0, 0))))


@pytest.mark.parametrize(
    ("labels", "frequency"),
    [
        (["2024-07-26"], "day"),
        (["2024-07-22", "2024-07-29"], "week"),
        (["2024-07"], "month"),
        (["2024-Q1", "2024-Q3"], "quarter"),
        ([str(year) for year in range(2004, 2025)], "year"),
        ([f"{year}-{month:02}" for year in range(2004, 2025) for month in range(1, 13)], "month"),
    ],
)
@pytest.mark.parametrize("width", [270, 680])
def test_any_length_draws(labels, frequency, width):
    rows = frame(
        *((label, "CHN-JPN", 1.0, 1, 1) for label in labels), *((label, "CHN>JPN", 1.0, 1, 1) for label in labels)
    )
    svg = to_svg(draw(rows, frequency=frequency, width=width))
    assert f"by {frequency}" in svg
    assert "NaN" not in svg
