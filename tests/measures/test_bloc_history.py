"""Camps over time."""

import pytest
from tidy_rows import frame, row

from detente.measures.bloc_history import blocs_by_period
from detente.measures.blocs import blocs

NAMES = ("CHN", "JPN", "KOR", "RUS", "USA")


def year(number, *camps):
    """Two events a pair: aid within a camp, assaults across."""
    of = {party: at for at, camp in enumerate(camps) for party in camp}
    return [
        row(f"{number}-0{month}-01", one, "AID" if of[one] == of[other] else "ASSAULT", other)
        for one in of for other in of if one < other for month in (3, 7)
    ]  # fmt: skip


def camps(found):
    return {period: dict(zip(told.members["party"], told.members["camp"], strict=True))
            for period, told in found.periods.items()}  # fmt: skip


def test_a_state_that_changes_camps_changes_its_number_and_no_other_does():
    rows = year(2013, ("CHN", "RUS"), ("JPN", "KOR", "USA")) + year(2014, ("CHN", "KOR", "RUS"), ("JPN", "USA"))
    found = blocs_by_period(frame(*rows), "year", NAMES, least=2)
    assert camps(found) == {
        "2013": {"CHN": 2, "RUS": 2, "JPN": 1, "KOR": 1, "USA": 1},
        "2014": {"CHN": 2, "RUS": 2, "JPN": 1, "KOR": 2, "USA": 1},
    }
    assert {told.frustration for told in found.periods.values()} == {0.0}


def test_numbers_are_kept_over_a_period_with_too_little():
    rows = [*year(2012, ("CHN",), ("JPN", "USA")), row("2013-01-01", "CHN", "AID", "JPN")]
    rows += year(2014, ("CHN", "KOR", "RUS"), ("JPN", "USA"))
    found = blocs_by_period(frame(*rows), "year", NAMES, least=2, camps=None)
    told = camps(found)
    assert told["2013"] == {}
    assert found.periods["2013"].left == NAMES
    assert told["2014"] == {"CHN": 2, "KOR": 2, "RUS": 2, "JPN": 1, "USA": 1}


def test_what_has_no_date_is_counted():
    rows = [*year(2013, NAMES), {**row("2013-01-01", "CHN", "AID", "JPN"), "start": None, "end": None},
            row("2012-12-01/2013-01-02", "CHN", "AID", "JPN")]  # fmt: skip
    found = blocs_by_period(frame(*rows), "year", NAMES, least=2)
    assert (found.undated, found.coarse) == (1, 1)
    assert list(found.periods) == ["2013"]


def test_networks_that_nothing_joins_are_told_apart():
    relations = {("A", "B"): -1.0, ("C", "D"): 1.0, ("D", "E"): 1.0}
    members = blocs(relations).members.set_index("party")
    assert members["network"].to_dict() == {"A": 2, "B": 2, "C": 1, "D": 1, "E": 1}
    assert members["camp"].to_dict() == {"A": 1, "B": 2, "C": 1, "D": 1, "E": 1}


@pytest.mark.parametrize("wrong", [{"camps": 1}, {"seconds": -1}])
def test_what_makes_no_sense(wrong):
    with pytest.raises(ValueError, match="2 camps or more"):
        blocs({("A", "B"): 1.0}, **wrong)


@pytest.mark.parametrize("most", [2, 3, None])
def test_a_margin_is_what_the_best_other_camp_would_cost(most):
    """Foes in pairs, with a lone state between: by trying every camp for every state."""
    relations = {("A", "B"): 2.0, ("C", "D"): 1.0, ("A", "C"): -1.0, ("B", "D"): -3.0, ("A", "E"): 0.5, ("C", "E"): 0.5,
                 ("D", "F"): -1.0, ("B", "F"): -1.0}  # fmt: skip
    found = blocs(relations, camps=most)
    own = dict(zip(found.members["party"], found.members["camp"], strict=True))

    def frustration(camp):
        return sum(abs(w) for (one, other), w in relations.items() if (camp[one] == camp[other]) != (w > 0))

    assert frustration(own) == found.frustration
    for party, margin in zip(found.members["party"], found.members["margin"], strict=True):
        alone = sum(camp == own[party] for camp in own.values()) == 1
        others = set(range(1, (most or 6) + 1)) - {own[party]}
        if alone:  # into an empty camp it would be as alone as before
            others &= set(own.values())
        assert margin == pytest.approx(min(frustration({**own, party: camp}) for camp in others) - found.frustration)
