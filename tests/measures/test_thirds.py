"""Third countries: each sort of dealing by hand, and what a swap of sides changes."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tidy_rows import frame, row

from detente.measures.engagements import Detail, kind_of
from detente.measures.thirds import thirds

MILITARY = ("military",)


def dealing(found, third, track="all"):
    rows = found.rows
    picked = rows[(rows["third"] == third) & (rows["track"] == track)]
    return None if picked.empty else picked.iloc[0]


def at(date, source, code, target, contexts=MILITARY, **more):
    return row(date, source, code, target, contexts=contexts, **more)


def joint(occurrence, date, code, sources, targets=(), contexts=MILITARY):
    """Rows of one occurrence: sources act on targets, or all together."""
    pairs = [(a, b) for a in sources for b in targets or sources if a != b]
    return [at(date, a, code, b, contexts, occurrence=occurrence, mutual=not targets) for a, b in pairs]


def test_both_engage_on_one_track_is_parallel_and_who_came_first_is_told():
    found = thirds(frame(at("2023-01-05", "CHN", "AID", "VNM"), at("2022-03-01", "VNM", "CONSULT visit", "JPN")),
                   "CHN", "JPN")  # fmt: skip
    whole = dealing(found, "VNM")
    assert (whole["dealing"], whole["one_count"], whole["other_count"], whole["first_tie"]) == ("parallel", 1, 1, "JPN")
    assert dealing(found, "VNM", "security")["parallel"]
    assert dealing(found, "VNM", "economic") is None


def test_who_came_first_is_told_from_before_the_window_and_not_where_dates_overlap():
    rows = [at("2010-01-01", "CHN", "AID", "VNM"), at("2023-01-05", "CHN", "AID", "VNM"),
            at("2022-03-01", "JPN", "AID", "VNM")]  # fmt: skip
    found = thirds(frame(*rows), "CHN", "JPN", since=dt.date(2020, 1, 1))
    assert dealing(found, "VNM")["first_tie"] == "CHN"
    assert dealing(found, "VNM")["one_count"] == 1
    vague = thirds(frame(at("2022-01-01/2022-12-31", "CHN", "AID", "VNM"), rows[2]), "CHN", "JPN")
    assert dealing(vague, "VNM")["first_tie"] is None


def test_different_tracks_are_no_parallel():
    found = thirds(frame(at("2023-01-05", "CHN", "AID", "VNM", ("economic",)), at("2022-03-01", "JPN", "AID", "VNM")),
                   "CHN", "JPN")  # fmt: skip
    assert dealing(found, "VNM")["dealing"] == "different tracks"
    assert dealing(found, "VNM", "economic")["dealing"] == "one side"


def test_conflict_between_the_two_that_takes_it_in_is_competing():
    rows = [at("2023-01-05", "CHN", "AID", "PHL"), at("2022-03-01", "JPN", "COOPERATE", "PHL")]
    accused = joint("x", "2023-05-01", "ACCUSE", ["CHN"], ["JPN", "PHL"])
    found = dealing(thirds(frame(*rows, *accused), "CHN", "JPN"), "PHL", "security")
    assert (found["dealing"], found["why"], found["contested"]) == ("compete", "against each other", 1)
    elsewhere = at("2023-05-01", "CHN", "ACCUSE", "JPN", occurrence="y")
    assert dealing(thirds(frame(*rows, elsewhere), "CHN", "JPN"), "PHL")["dealing"] == "parallel"
    there = thirds(frame(*rows, elsewhere), "CHN", "JPN", details={"y": Detail(country="PHL")})
    assert dealing(there, "PHL")["dealing"] == "compete"


def test_one_with_it_and_one_against_it_is_competing():
    found = thirds(frame(at("2024-05-05", "JPN", "COOPERATE", "PHL"), at("2024-06-17", "CHN", "COERCE", "PHL")),
                   "CHN", "JPN")  # fmt: skip
    whole = dealing(found, "PHL")
    assert (whole["dealing"], whole["why"]) == ("compete", "one with it, one against it")
    assert (whole["one_count"], whole["one_conflict"], whole["other_count"]) == (0, 1, 1)
    assert whole["lean"] == -1


@pytest.mark.parametrize("sides", [(["CHN", "JPN", "KOR"], ()), (["CHN", "JPN"], ["KOR"])])
def test_both_in_one_occurrence_act_together_and_neither_alone(sides):
    found = dealing(thirds(frame(*joint("x", "2024-05-27", "CONSULT", *sides)), "CHN", "JPN"), "KOR")
    assert (found["dealing"], found["together"], found["one_count"], found["other_count"]) == ("together", 1, 0, 0)
    assert found["together_ids"] == ("x",)


def test_a_third_that_acts_on_both_is_not_acting_together():
    found = dealing(thirds(frame(*joint("x", "2024-05-27", "AID", ["KOR"], ["CHN", "JPN"])), "CHN", "JPN"), "KOR")
    assert found["dealing"] == "parallel"


def test_words_engage_nobody_and_organisations_and_the_undated_are_left_out():
    rows = [at("2024-01-01", "CHN", "AGREE", "LAO"), at("2024-01-01", "CHN", "AID", "ASEAN"),
            at("2024-01-01", "CHN", "AID", "KHM", modality="planned"),
            at("2024-01-01", "CHN", "AID", "THA", start=None, end=None)]  # fmt: skip
    found = thirds(frame(*rows), "CHN", "JPN")
    assert found.rows.empty
    assert found.undated == 1
    assert found.deals["kind"].unique().tolist() == ["promise"]


def test_deals_are_counted_by_kind_and_year():
    rows = [at("2022-01-01", "CHN", "AID", "VNM"), at("2022-05-01", "VNM", "AID", "CHN"),
            at("2023-05-01", "CHN", "AID", "VNM")]  # fmt: skip
    deals = thirds(frame(*rows), "CHN", "JPN").deals
    assert deals[["side", "kind", "year", "count"]].values.tolist() == [
        ["CHN", "aid", 2022, 2],
        ["CHN", "aid", 2023, 1],
    ]


def test_an_imported_visit_and_its_hosting_are_one():
    rows = [at("2022-01-01", "CHN", "CONSULT visit", "VNM", cameo="042", coder="icews"),
            at("2022-01-01", "VNM", "CONSULT visit", "CHN", cameo="043", coder="icews"),
            at("2022-01-02", "VNM", "CONSULT visit", "CHN", cameo="043", coder="icews")]  # fmt: skip
    assert dealing(thirds(frame(*rows), "CHN", "JPN"), "VNM")["one_count"] == 2


@pytest.mark.parametrize(
    ("root", "mode", "quad", "cameo", "detail", "kind"),
    [
        ("CONSULT", "visit", 1, None, Detail(), "visit"),
        ("CONSULT", None, 1, "043", Detail(), "visit"),
        ("CONSULT", None, 1, "046", Detail(), "meeting"),
        ("COOPERATE", None, 2, "062", Detail(), "exercise"),
        ("COOPERATE", None, 2, None, Detail(exercise=True), "exercise"),
        ("COOPERATE", None, 2, "061", Detail(), "project"),
        ("SUPPORT", None, 1, "057", Detail(), "agreement"),
        ("SUPPORT", None, 1, None, Detail(signed=True), "agreement"),
        ("SUPPORT", None, 1, "051", Detail(), "support"),
        ("SANCTION", None, 4, None, Detail(), "conflict"),
    ],
)
def test_kinds(root, mode, quad, cameo, detail, kind):
    assert kind_of(root, mode, quad, cameo, (), detail) == kind


CODES = st.sampled_from(["CONSULT visit", "AID", "COOPERATE", "ACCUSE", "COERCE", "AGREE"])
PAIRS = st.sampled_from([("CHN", "VNM"), ("JPN", "VNM"), ("PHL", "CHN"), ("JPN", "PHL"), ("CHN", "JPN")])
DATES = st.dates(dt.date(2020, 1, 1), dt.date(2023, 1, 1)).map(str)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(DATES, PAIRS, CODES, st.sampled_from([(), MILITARY, ("economic",)])), max_size=10))
def test_swapped_sides_swap_their_columns_and_nothing_else(acts):
    table = frame(*(at(date, pair[0], code, pair[1], contexts) for date, pair, code, contexts in acts))
    there, back = thirds(table, "CHN", "JPN").rows, thirds(table, "JPN", "CHN").rows
    same = ["third", "track", "dealing", "why", "together", "contested", "first_tie", "reports"]
    pd.testing.assert_frame_equal(there[same], back[same])
    assert there["one_count"].tolist() == back["other_count"].tolist()
    assert there["lean"].tolist() == [-lean for lean in back["lean"]]
    exclusive = there[["competes", "parallel"]].all(axis=1) & (there["track"] != "all")
    assert not exclusive.any()
    assert sorted(set(there["ring"])) == list(range(there["third"].nunique()))
