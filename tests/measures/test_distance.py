"""Distance, worked by hand, by its laws, and compared."""

import datetime as dt
import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measures.distance import distance, rank
from detente.measures.encounters import days_since, find_encounters, find_gaps
from detente.measures.farther import compare
from detente.measures.meetings import between, choose_coder, join_meetings, tidy_consultations, tidy_contacts
from detente.records import Attendee, Contact, ContactKind, Level, Modality, Precision, When
from detente.store.imported import EPOCH
from detente.store.imported_contacts import ImportedConsultation

NUMBERS = itertools.count()
ON = dt.date(2024, 8, 20)


def contact(date, kind="meeting", parties="JPN CHN", host=None, level="leader", modality="happened"):
    """contact("2024-05", "visit", host="CHN"): cut to a month; "2018-10-25/2018-10-27" is a range."""
    start, _, end = date.partition("/")
    end = end or start
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(start)]
    first = dt.date.fromisoformat(start + "-01-01"[len(start) - 4 :])
    last = dt.date.fromisoformat(end) if len(end) == 10 else _end(end)
    when = When(first, last, Precision.RANGE if "/" in date else precision)
    people = (Attendee("JPN:person:a", "A", "JPN"),)
    return Contact(f"c{next(NUMBERS)}", "o", ContactKind(kind), people, tuple(parties.split()), host, None,
                   Level(level), when, Modality(modality))  # fmt: skip


def _end(cut):
    year, _, month = cut.partition("-")
    nxt = dt.date(int(year) + (not month or month == "12"), int(month or 12) % 12 + 1, 1)
    return nxt - dt.timedelta(days=1)


def measured(*contacts, pair=("JPN", "CHN"), on=ON):
    return distance(tidy_contacts(contacts), *pair, on)


def figure(found, level, place):
    rows = found.rows
    return rows[(rows["level"] == level) & (rows["place"] == place)].iloc[0]


def test_a_visit_and_the_talks_during_it_are_one_encounter():
    found = measured(
        contact("2018-10-25/2018-10-27", "visit", host="CHN"),
        contact("2018-10-26", host="CHN"),
        contact("2018-10-28", "call"),
    )
    home = figure(found, "leader", "home")
    assert (home["encounters"], home["days"], home["last"]) == (1, (ON - dt.date(2018, 10, 27)).days, "2018-10-27")
    assert len(home["rests_on"]) == 2
    assert figure(found, "leader", "any way")["last"] == "2018-10-28"


def test_figures_by_hand():
    found = measured(
        contact("2024-07-01", host="JPN"), contact("2024-05-22", host="KOR"), contact("2023-07-01", host="CHN"),
        contact("2019-08-19", host="CHN"), contact("2019-08-22", "call", level="minister"),
    )  # fmt: skip
    anywhere = figure(found, "leader", "in person")
    assert (anywhere["days"], anywhere["previous"], anywhere["first_in"]) == (50, "2024-05-22", 40)
    assert (anywhere["in_1y"], anywhere["in_3y"], anywhere["in_5y"]) == (2, 3, 3)  # 2019-08-19 is a day too early
    assert (anywhere["gap_median"], anywhere["gap_longest"]) == (326, (dt.date(2023, 7, 1) - dt.date(2019, 8, 19)).days)
    assert (anywhere["longest_from"], anywhere["longest_until"]) == ("2019-08-19", "2023-07-01")
    assert anywhere["rank_own"] == pytest.approx(1 / 3)  # of gaps of 40, 326 and 1,412 days one is shorter than 50
    assert figure(found, "leader", "home")["encounters"] == 3
    assert figure(found, "minister", "in person")["none_since"] == "2019-08-19"
    assert figure(found, "any", "any way")["encounters"] == 5


def test_what_came_later_or_did_not_happen_does_not_count():
    found = measured(contact("2024-08-21"), contact("2024-08-01", modality="planned"), contact("2024-08-20"))
    assert figure(found, "leader", "in person")["days"] == 0
    assert figure(found, "leader", "in person")["encounters"] == 1


def test_a_date_cut_to_a_month_gives_a_span_of_days():
    row = figure(measured(contact("2024-05")), "leader", "in person")
    assert (row["days"], row["days_most"], row["coarse"]) == (81, 111, 1)
    assert row["last"] == "2024-05-01/2024-05-31"


def test_a_coarse_contact_in_whose_span_another_lies_is_no_encounter_of_its_own():
    row = figure(measured(contact("2024"), contact("2024-05"), contact("2024-05-10")), "leader", "in person")
    assert (row["encounters"], row["days"], row["unsure"]) == (1, 102, 1)  # 2024 is not over on the day


def test_a_pair_without_contacts_has_no_numbers():
    found = measured(contact("2024-05-01"), pair=("JPN", "KOR"))
    assert found.rows["days"].isna().all()
    assert found.rows["none_since"].isna().all()
    assert not found.rows["encounters"].any()


def test_other_pairs_rank_a_pair_from_five_on():
    others = [contact(f"2024-0{month}-01", parties=f"USA {state}") for month, state in
              enumerate(["AUS", "KOR", "PHL", "THA", "IND"], start=1)]  # fmt: skip
    row = figure(measured(contact("2024-03-15"), *others), "leader", "in person")
    assert (row["pairs"], row["rank_pairs"]) == (5, pytest.approx(2 / 5))
    assert pd.isna(figure(measured(contact("2024-03-15"), *others[1:]), "leader", "in person")["rank_pairs"])


def test_ties_rank_by_half():
    assert rank(5, [1, 5, 5, 9]) == 0.5


def test_three_parties_count_for_each_pair_and_home_is_either_country():
    trilateral = contact("2024-05-27", "summit", "KOR JPN CHN", host="KOR")
    assert figure(measured(trilateral), "leader", "home")["encounters"] == 0
    assert figure(measured(trilateral, pair=("KOR", "CHN")), "leader", "home")["encounters"] == 1


def compared(ours, theirs, level=None):
    table = tidy_contacts([*ours, *theirs])
    return compare(distance(table, "JPN", "CHN", ON), distance(table, "CHN", "USA", ON), level)


def test_the_verdict_rests_on_encounters_at_home_and_names_what_says_the_opposite():
    found = compared(
        [contact("2018-10-26", host="CHN"), contact("2024-05-26", host="KOR")],
        [contact("2023-11-15", parties="CHN USA", host="USA")],
    )
    assert (found.verdict, found.place, found.levels) == ("greater", "home", ("leader",))
    assert ("leader", "in person") in found.against


def test_leaders_and_ministers_who_disagree_make_it_mixed():
    found = compared(
        [contact("2024-01-01", host="CHN"), contact("2020-01-01", host="CHN", level="minister")],
        [contact("2023-01-01", parties="CHN USA", host="USA"),
         contact("2024-04-26", parties="CHN USA", host="CHN", level="minister")],
    )  # fmt: skip
    assert found.verdict == "mixed"
    assert compared([contact("2024-01-01", host="CHN")], [contact("2023-01-01", parties="CHN USA", host="USA")],
                    "leader").verdict == "smaller"  # fmt: skip


def test_spans_that_overlap_cannot_be_told_apart():
    found = compared([contact("2024-05")], [contact("2024-05-10", parties="CHN USA")])
    assert found.verdict == "unknown"
    assert compared([contact("2024-05-10")], [contact("2024-05-10", parties="CHN USA")]).verdict == "the same"


def test_a_pair_that_has_none_on_record_is_as_far_as_its_record_reaches():
    theirs = [contact("2024-04-26", parties="CHN USA", host="CHN")]
    far = [contact("2012-09-09", "call")]
    assert compared(far, theirs).verdict == "greater"
    near = [contact("2024-08-01", "call")]
    assert compared(near, theirs).verdict != "greater"
    assert compared([], theirs).verdict == "unknown"


def test_distances_of_different_days_are_not_compared():
    table = tidy_contacts([contact("2024-05-10")])
    with pytest.raises(ValueError, match="can't be compared"):
        compare(distance(table, "JPN", "CHN", ON), distance(table, "JPN", "CHN", dt.date(2024, 8, 21)))


def consultation(day, cameo, source="JPN", target="CHN", number=0):
    ordinal = dt.date.fromisoformat(day).toordinal() - EPOCH
    return ImportedConsultation(f"icews:{number}", "icews", source, target, ordinal, cameo, "f.tsv#1", (None, None))


def test_a_visit_and_its_hosting_are_one_contact():
    table = tidy_consultations([
        consultation("2014-11-10", "042"), consultation("2014-11-10", "043", "CHN", "JPN"),
        consultation("2014-11-10", "041"),
    ])  # fmt: skip
    assert sorted(table["kind"]) == ["call", "visit"]
    assert table.loc[table["kind"] == "visit", "host"].tolist() == ["CHN"]


def test_all_pairs_are_measured_on_one_coder():
    ours = tidy_contacts([contact("2014-01-01")])
    theirs = tidy_consultations([consultation("2014-11-10", "042"), consultation("2014-11-11", "042", "USA")])
    both = join_meetings([ours, theirs])
    assert choose_coder(both, [("JPN", "CHN")]) == "detente"
    assert choose_coder(both, [("JPN", "CHN"), ("CHN", "USA")]) == "icews"
    assert choose_coder(join_meetings([]), [("JPN", "CHN")]) is None
    assert len(between(both, "CHN", "JPN")) == 2


DATES = st.dates(dt.date(2015, 1, 1), dt.date(2025, 1, 1)).map(str)
CONTACTS = st.lists(
    st.builds(contact, DATES, st.sampled_from(["visit", "call", "meeting"]), st.sampled_from(["JPN CHN", "CHN USA"]),
              st.sampled_from([None, "CHN", "KOR"])), max_size=12,
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(CONTACTS)
def test_laws(contacts):
    table = tidy_contacts(contacts)
    there, back = distance(table, "JPN", "CHN", ON).rows, distance(table, "CHN", "JPN", ON).rows
    pd.testing.assert_frame_equal(there.drop(columns="pair"), back.drop(columns="pair"))
    assert ((there["days"] >= 0) & (there["days"] <= there["days_most"]) | there["days"].isna()).all()
    assert (there["in_1y"] <= there["in_3y"]).all()
    assert (there["in_5y"] <= there["encounters"]).all()
    leader = there[there["level"] == "leader"].set_index("place")["days"].fillna(10**6)
    assert leader["any way"] <= leader["in person"] <= leader["home"]
    opposite = {"greater": "smaller", "smaller": "greater"}
    ours, theirs = distance(table, "JPN", "CHN", ON), distance(table, "CHN", "USA", ON)
    one, other = compare(ours, theirs).verdict, compare(theirs, ours).verdict
    assert other == opposite.get(one, one)


@settings(deadline=None, max_examples=40)
@given(CONTACTS)
def test_gaps_and_encounters_fill_the_time_from_the_first_to_the_day(contacts):
    encounters = find_encounters(between(tidy_contacts(contacts), "JPN", "CHN"), ON)
    if encounters:
        lasted = sum((each.last - each.first).days for each in encounters)
        assert sum(find_gaps(encounters)) + lasted + days_since(encounters, ON)[0] == (ON - encounters[0].first).days
