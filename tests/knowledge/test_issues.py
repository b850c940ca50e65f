"""The issue list: its form, its camps, and which side a wording is of."""

from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.issues import COLUMNS, KINDS, Camp, issues, read_issues

ROW = {
    "id": "lake-x",
    "name": "Lake X",
    "kind": "water",
    "parties": "KEN|PER",
    "names": "Lake X|Lago X",
    "pattern": "",
    "side_names": "PER=Lago",
    "contested": "yes",
    "source": "hand",
}


def table(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "issues.csv"
    lines = [",".join(COLUMNS), *(",".join((ROW | row)[name] for name in COLUMNS) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_list_is_large_and_of_many_kinds() -> None:
    listed = issues()
    assert len(listed) >= 500
    assert {issue.kind for issue in listed.values()} == KINDS


def test_camps_and_their_parties(tmp_path: Path) -> None:
    (issue,) = read_issues(table(tmp_path, {"parties": "KEN|PER+CHL|(USA+EU)"})).values()
    assert issue.camps == (Camp(("KEN",), True), Camp(("PER", "CHL"), True), Camp(("USA", "EU"), False))
    assert issue.parties == ("KEN", "PER", "CHL", "USA", "EU")


def test_any_two_states_may_contest_an_issue(tmp_path: Path) -> None:
    (issue,) = read_issues(table(tmp_path, {"parties": "any", "side_names": ""})).values()
    assert issue.camps == issue.parties == ()


@pytest.mark.parametrize(
    ("wording", "party"), [("Lago X", "PER"), ("the lago x", "PER"), ("Lake X", None), ("the lake", None)]
)
def test_whose_name_a_wording_is(tmp_path: Path, wording: str, party: str | None) -> None:
    assert read_issues(table(tmp_path, {}))["lake-x"].side_of(wording) == party


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "weather"}, "'weather' is no kind of issue"),
        ({"contested": "perhaps"}, "contested is yes or no"),
        ({"parties": "KEN"}, "two camps at least"),
        ({"parties": ""}, "two camps at least"),
        ({"parties": "KEN|(USA"}, "of the form USA"),
        ({"parties": "KEN|USA+"}, "of the form USA"),
        ({"side_names": "Lago"}, "of the form JPN=Senkaku"),
        ({"names": ""}, "neither names nor a pattern"),
        ({"pattern": "(lake"}, "the pattern is none"),
    ],
)
def test_a_broken_row_is_refused(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    with pytest.raises(KnowledgeError, match=r"issues\.csv:2: .*" + reason):
        read_issues(table(tmp_path, changes))


def test_an_issue_is_there_once(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="lake-x is there twice"):
        read_issues(table(tmp_path, {}, {}))


@pytest.mark.parametrize(
    ("issue", "side", "wording"),
    [
        ("senkaku-diaoyu", "JPN", "the Senkaku Islands"),
        ("senkaku-diaoyu", "CHN", "Diaoyu Dao"),
        ("falklands", "ARG", "Islas Malvinas"),
        ("takeshima-dokdo", "KOR", "Dokdo"),
        ("scarborough-shoal", "PHL", "Panatag Shoal"),
        ("paracel", "VNM", "Hoang Sa"),
        ("nagorno-karabakh", None, "Nagorno-Karabakh"),
    ],
)
def test_sides_of_known_issues(issue: str, side: str | None, wording: str) -> None:
    assert issues()[issue].side_of(wording) == side
