"""What the index measures: values worked by hand, and the laws that each measure keeps."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tidy_rows import FREQUENCIES, RECORDS, frame, row, series

from detente.measures import index
from detente.measures.index import MEASURES, columns_of
from detente.measures.scales import find_scale

RECORD = frame(
    row("2024-01-10", "CHN", "CONSULT visit", "JPN"),  # 4
    row("2024-01-20", "CHN", "ACCUSE disapprove", "JPN", reports=3),  # -2
    row("2024-01-31", "JPN", "SANCTION", "CHN"),  # -6
    row("2024-03-01", "CHN", "REQUEST meet", "JPN"),  # 0
    row("2024-04-01", "JPN", "AID", "CHN", contexts=("health",), coder="icews"),  # 10
    row("2024-04-02", "JPN", "AID", "KOR"),
)
NUMBERED = [measure for measure in MEASURES if measure != "quad"]
quick = settings(max_examples=25, deadline=None)


def measured(measure, direction="CHN-JPN", column=None, record=RECORD, **settings_):
    return series(index(record, "CHN", "JPN", measure=measure, **settings_), direction, column)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("mean", [-4 / 3, None, 0, 10]),
        ("sum", [-4, None, 0, 10]),
        ("net", [-1 / 3, None, -1, 1]),
        ("count", [3, 0, 1, 1]),
    ],
)
def test_by_hand(measure, expected):
    assert measured(measure) == dict(
        zip(["2024-01", "2024-02", "2024-03", "2024-04"], map(approx, expected), strict=True)
    )


def approx(value):
    return None if value is None else pytest.approx(value)


def test_net_on_a_scale_weighs():
    assert measured("net", scale="plover")["2024-01"] == pytest.approx((4 - 8) / (4 + 8))
    assert measured("net", scale="plover")["2024-03"] is None  # a request to meet weighs nothing either way


def test_quad_counts():
    rows = index(RECORD, "CHN", "JPN", measure="quad").rows
    january = rows[(rows["period"] == "2024-01") & (rows["direction"] == "CHN-JPN")].iloc[0]
    assert january[2:6].tolist() == [1, 0, 1, 1]
    silent = rows[rows["period"] == "2024-02"].iloc[:, 2:7]
    assert (silent == 0).all(axis=None)


def test_the_mean_of_the_scale_quad_is_net_cooperation():
    assert measured("mean", scale="quad") == measured("net", scale="quad")


def test_what_is_left_out_is_counted_by_reason():
    found = index(RECORD, "CHN", "JPN", track="people")
    assert (found.elsewhere, found.unscored, dict(found.coders)) == (4, 0, {"icews": 1})
    own = dataclasses.replace(find_scale("quad"), name="mine", table={"SANCTION": -1.0})
    found = index(RECORD, "CHN", "JPN", scale=own)
    assert (found.unscored, found.scale, series(found, "CHN-JPN")) == (4, "mine", {"2024-01": -1})
    assert dict(index(RECORD, "CHN", "JPN").coders) == {"detente": 4, "icews": 1}


def test_a_coder_is_kept_apart():
    assert measured("sum", coders=["icews"]) == {"2024-04": 10}
    assert measured("sum", coders=["gdelt"]) == {}


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("draws", [0, 5])
@pytest.mark.parametrize("record", [RECORD, frame()], ids=["some", "none"])
def test_columns(measure, draws, record):
    rows = index(record, "CHN", "JPN", measure=measure, draws=draws).rows
    assert list(rows.columns) == list(columns_of(measure, bands=draws > 0))
    assert pd.api.types.is_string_dtype(rows["period"])
    assert rows.dtypes["reports"] == np.int64


@pytest.mark.parametrize(
    ("settings_", "said"),
    [
        ({"measure": "median"}, "no measure is called 'median'; there are mean, sum"),
        ({"measure": "stock", "half_life": 0}, "half-life of 0 days"),
        ({"measure": "stock", "half_life": float("nan")}, "half-life of nan days"),
        ({"measure": "bounded", "initial": 9.5}, "initial score of 9.5"),
        ({"measure": "bounded", "unit": 0}, "unit of 0"),
        ({"draws": -1}, "-1 draws"),
        ({"draws": 10, "coverage": 1}, "coverage of 1"),
    ],
)
def test_what_is_refused(settings_, said):
    with pytest.raises(ValueError, match=said):
        index(RECORD, "CHN", "JPN", **settings_)


@quick
@given(RECORDS, FREQUENCIES, st.sampled_from(NUMBERED))
def test_swapping_the_parties_swaps_the_directions_and_leaves_the_relation(record, frequency, measure):
    one, other = (
        index(frame(*record), *pair, frequency, measure=measure, draws=20, seed=3)
        for pair in (("CHN", "JPN"), ("JPN", "CHN"))
    )
    for direction, swapped in (("CHN>JPN", "CHN>JPN"), ("JPN>CHN", "JPN>CHN"), ("CHN-JPN", "JPN-CHN")):
        for column in (measure, "low", "high"):
            assert series(one, direction, column) == series(other, swapped, column)


@quick
@given(RECORDS, FREQUENCIES, st.sampled_from(NUMBERED), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_of_no_account(record, frequency, measure, random):
    ordered, shuffled = frame(*record), frame(*random.sample(record, len(record)))
    one, other = (index(each, "CHN", "JPN", frequency, measure=measure, draws=20).rows for each in (ordered, shuffled))
    pd.testing.assert_frame_equal(one, other, rtol=1e-9, atol=1e-9)


@quick
@given(RECORDS, st.sampled_from(["sum", "count"]), st.sampled_from(["quarter", "year"]))
def test_months_add_up_to_years(record, measure, coarser):
    months, years = (
        series(index(frame(*record), "CHN", "JPN", f, measure=measure), "CHN-JPN") for f in ("month", coarser)
    )
    for label, value in years.items():
        inside = [v for month, v in months.items() if v is not None and _within(month, label)]
        assert (value or 0) == pytest.approx(sum(inside))


def _within(month, label):
    quarter = f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"
    return label in {month[:4], quarter}


@quick
@given(RECORDS, FREQUENCIES, st.sampled_from(["sum", "count"]))
def test_coders_add_up(record, frequency, measure):
    rows = frame(*record)
    whole, ours, theirs = (
        series(index(rows, "CHN", "JPN", frequency, measure=measure, coders=coders), "CHN-JPN")
        for coders in ((), ("detente",), ("icews",))
    )
    for period, value in whole.items():
        assert (value or 0) == pytest.approx((ours.get(period) or 0) + (theirs.get(period) or 0))


@quick
@given(RECORDS, FREQUENCIES)
def test_directions_add_up_where_nothing_is_mutual(record, frequency):
    found = index(frame(*record), "CHN", "JPN", frequency, measure="stock")
    there, back, both = (series(found, direction) for direction in ("CHN>JPN", "JPN>CHN", "CHN-JPN"))
    for period, value in both.items():
        if value is not None:
            assert value == pytest.approx((there[period] or 0) + (back[period] or 0))


@quick
@given(RECORDS, FREQUENCIES)
def test_every_track_is_a_part_of_all(record, frequency):
    rows = frame(*record)
    every = series(index(rows, "CHN", "JPN", frequency, measure="count"), "CHN-JPN")
    tracks = [
        series(index(rows, "CHN", "JPN", frequency, measure="count", track=track), "CHN-JPN")
        for track in ("diplomatic", "economic", "security", "people")
    ]
    for period, number in every.items():
        assert all(track.get(period, 0) <= number for track in tracks)


@quick
@given(RECORDS, FREQUENCIES)
def test_bounds(record, frequency):
    rows = frame(*record)
    for measure, least, most in (("mean", -10, 10), ("net", -1, 1), ("bounded", -9, 9)):
        found = index(rows, "CHN", "JPN", frequency, measure=measure, draws=30).rows
        for column in (measure, "low", "high"):
            assert found[column].dropna().between(least, most).all()
        assert (found["low"].dropna() <= found["high"].dropna()).all()


@quick
@given(RECORDS, FREQUENCIES, st.sampled_from(["mean", "sum", "net"]))
def test_missing_exactly_where_nothing_is_on_record(record, frequency, measure):
    rows = index(frame(*record), "CHN", "JPN", frequency, measure=measure).rows
    assert (rows[measure].isna() == (rows["count"] == 0)).all()


def times(factor):
    scale = find_scale("plover")
    return dataclasses.replace(
        scale, column=None, top=scale.top * factor, table={code: w * factor for code, w in scale.table.items()}
    )


@quick
@given(RECORDS, FREQUENCIES, st.sampled_from([0.5, 3.0, 16.0]))
def test_measures_without_units_keep_their_value_on_a_longer_scale(record, frequency, factor):
    rows = frame(*record)
    for measure, grows in (("net", 1), ("bounded", 1), ("mean", factor), ("sum", factor), ("stock", factor)):
        short, long = (
            series(index(rows, "CHN", "JPN", frequency, measure=measure, scale=times(f)), "CHN-JPN")
            for f in (1, factor)
        )
        assert long == {period: approx(None if value is None else value * grows) for period, value in short.items()}
