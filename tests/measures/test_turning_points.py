"""Turning points of made records: a known break, none, and what each answer rests on."""

import numpy as np
import pandas as pd
import pytest
from tidy_rows import frame, row

from detente.errors import InputError
from detente.measures.turning_points import COLUMNS, MIN_PERIODS, turning_points

COLD, WARM = "ACCUSE disapprove", "CONSULT visit"  # -2 and 4


def month(at):
    return f"{2010 + at // 12}-{at % 12 + 1:02}"


def a_record(months=24, turn=15, per_month=4, seed=0, mirrored=False):
    """CHN towards JPN: mostly cold before the month ``turn``, mostly warm from it on."""
    rng = np.random.default_rng(seed)
    rows = []
    for at in range(months):
        for day in range(per_month):
            warm = rng.random() < (0.9 if at >= turn else 0.1)
            sides = ("JPN", "CHN") if mirrored else ("CHN", "JPN")
            rows.append(row(f"{month(at)}-{day * 6 + 1:02}", sides[0], WARM if warm else COLD, sides[1]))
    return frame(*rows)


def of(found, direction):
    return found.rows[found.rows["direction"] == direction]


def test_a_known_break_is_found_stands_and_has_its_levels():
    record = a_record()
    found = turning_points(record, "CHN", "JPN", draws=200)
    (point,) = of(found, "CHN>JPN").to_dict("records")
    assert (point["period"], point["previous"]) == (month(15), month(14))
    assert point["stands"] > 0.8
    assert point["chance"] < 0.02
    assert point["before_low"] < point["before"] < point["before_high"] < point["after_low"] < point["after"]
    assert point["before"] == pytest.approx(record["score"].iloc[:60].mean())
    assert point["after"] == pytest.approx(record["score"].iloc[60:].mean())
    assert (point["count"], point["reports"]) == (96, 96)
    series = found.series.set_index("direction").loc["CHN>JPN"]
    assert series["chance"] < 0.02
    assert (series["periods"], series["silent"], series["points"]) == (24, 0, 1)


def test_the_levels_by_hand():
    """Eight months of -2, eight of 4, the noise in between: the levels are means of monthly means."""
    values = [-2, -2, -2.5, -2, -1.5, -2, -2, -2, 4, 4, 3.5, 4, 4.5, 4, 4, 4]
    record = frame(*(row(f"{month(at)}-05", "CHN", WARM, "JPN", score=value) for at, value in enumerate(values)))
    point = of(turning_points(record, "CHN", "JPN", draws=0), "CHN>JPN").iloc[0]
    assert (point["period"], point["before"], point["after"]) == (month(8), -2, 4)
    reach = 2.364624 * np.sqrt((0.25 + 0.25) / 7 / 8)  # t of 7 degrees of freedom
    assert point["after_high"] - point["after"] == pytest.approx(reach, rel=1e-5)
    assert np.isnan(point["stands"])


def test_movers_are_of_the_new_level_and_pull_towards_it():
    record = a_record()
    record.loc[record["start"].map(str) == f"{month(15)}-07", ["score", "occurrence"]] = [9.0, "treaty"]
    found = turning_points(record, "CHN", "JPN", draws=0, movers=3)
    point = of(found, "CHN>JPN").iloc[0]
    assert point["movers"][0] == "treaty"
    movers = found.movers[found.movers["direction"] == "CHN>JPN"]
    assert tuple(movers["occurrence"]) == point["movers"]
    assert movers.iloc[0]["moved"] == pytest.approx(9 - point["before"])
    assert set(movers["score"]) <= {4.0, 9.0}
    assert set(movers["period"]) == {point["period"]}


def test_net_cooperation_has_turning_points_within_its_bounds():
    (point,) = of(turning_points(a_record(), "CHN", "JPN", measure="net", draws=50), "CHN>JPN").to_dict("records")
    assert point["period"] == month(15)
    assert -1 <= point["before_low"] <= point["before"] < 0 < point["after"] <= point["after_high"] <= 1


def test_a_record_without_a_break_seldom_has_points_and_chance_has_its_nominal_rate():
    points, low = 0, 0
    for seed in range(120):
        found = turning_points(a_record(turn=99, months=24, seed=seed), "CHN", "JPN", draws=99)
        series = found.series.set_index("direction").loc["CHN>JPN"]
        points += series["points"] > 0
        low += series["chance"] <= 0.05
    assert points / 120 < 0.4  # BIC alone is generous to short series
    assert low / 120 < 0.12  # 5% expected; three standard errors are 6%


def test_silent_periods_are_left_out_and_counted():
    record = a_record(months=30, turn=15)
    silent = record["start"].map(lambda day: str(day)[:7]).isin([month(4), month(5), month(20)])
    found = turning_points(record[~silent], "CHN", "JPN", draws=20)
    assert of(found, "CHN>JPN")["period"].tolist() == [month(15)]
    series = found.series.set_index("direction").loc["CHN>JPN"]
    assert (series["periods"], series["silent"]) == (27, 3)


def test_too_few_periods_give_no_numbers():
    found = turning_points(a_record(months=MIN_PERIODS - 1, turn=4), "CHN", "JPN", draws=20)
    assert found.rows.empty
    assert list(found.rows.columns) == list(COLUMNS)
    assert found.series["periods"].tolist() == [7, 0, 7]
    assert found.series["needed"].tolist() == [MIN_PERIODS] * 3
    assert found.series[["points", "noise", "penalty", "chance", "autocorrelation"]].isna().all(axis=None)


def test_nothing_on_record_has_the_same_columns():
    found = turning_points(frame(), "CHN", "JPN")
    assert list(found.rows.columns) == list(COLUMNS)
    assert found.movers.empty


def test_min_size_is_kept():
    record = a_record(months=24, turn=22)
    assert of(turning_points(record, "CHN", "JPN", min_size=2, draws=0), "CHN>JPN")["period"].tolist() == [month(22)]
    longer = turning_points(record, "CHN", "JPN", min_size=6, draws=0)
    assert all(period <= month(18) for period in of(longer, "CHN>JPN")["period"])
    assert longer.series["needed"].iloc[0] == 12


def test_the_same_seed_gives_the_same_answer_and_another_nearly_so():
    record = a_record(per_month=2)
    one, again, other = (turning_points(record, "CHN", "JPN", draws=300, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one.rows, again.rows)
    pd.testing.assert_frame_equal(one.series, again.series)
    assert one.rows["stands"].tolist() != other.rows["stands"].tolist() or one.rows["stands"].eq(1).all()
    assert one.rows["stands"].to_numpy() == pytest.approx(other.rows["stands"].to_numpy(), abs=0.15)


def test_swapping_the_parties_changes_nothing_but_the_order():
    record = pd.concat([a_record(seed=1), a_record(seed=2, turn=9, mirrored=True)], ignore_index=True)
    one, other = (turning_points(record, *pair, draws=100) for pair in (("CHN", "JPN"), ("JPN", "CHN")))
    for direction, swapped in (("CHN>JPN",) * 2, ("JPN>CHN",) * 2, ("CHN-JPN", "JPN-CHN")):
        first, second = (of(each, name).drop(columns=["direction", "movers"]).reset_index(drop=True)
                         for each, name in ((one, direction), (other, swapped)))  # fmt: skip
        pd.testing.assert_frame_equal(first, second)


def test_weights_let_full_months_count_for_more():
    """A month of one hostile word among months of many friendly ones makes less of a stir."""
    rows = [row(f"{month(at)}-{day + 1:02}", "CHN", WARM, "JPN", score=3 + 0.5 * (day % 2)) for at in range(20)
            for day in range(9)]  # fmt: skip
    lone = [row(f"{month(at)}-03", "CHN", "ASSAULT", "JPN") for at in range(20, 23)]
    plain, weighted = (
        turning_points(frame(*rows, *lone), "CHN", "JPN", draws=0, weighted=each).series.iloc[0]
        for each in (False, True)
    )
    assert plain["points"] == 1
    assert weighted["noise"] > plain["noise"]


@pytest.mark.parametrize(
    "options", [{"min_size": 0}, {"draws": -1}, {"coverage": 1.0}, {"measure": "sum"}, {"track": "air"}], ids=str
)
def test_what_makes_no_sense_is_refused(options):
    with pytest.raises(ValueError, match=r"give|there are"):
        turning_points(a_record(), "CHN", "JPN", **options)


def test_an_unknown_scale_is_refused():
    with pytest.raises(InputError):
        turning_points(a_record(), "CHN", "JPN", scale="nowhere.csv")
