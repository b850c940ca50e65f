"""Scales: what each kind of occurrence weighs, and a table of one's own."""

import math

import numpy as np
import pytest
from tidy_rows import frame, row

from detente.errors import MalformedInput, UnreadableInput
from detente.knowledge import plover
from detente.knowledge.cameo import cameo
from detente.knowledge.goldstein import goldstein_scores
from detente.measures.scales import code_of, find_scale, read_scale, score, weigh

VISIT = row("2024-07-01", "CHN", "CONSULT visit", "JPN")
BAN = row("2024-07-02", "CHN", "SANCTION", "JPN")


@pytest.fixture
def table(tmp_path):
    def write(text):
        (tmp_path / "own.csv").write_text(text, encoding="utf-8")
        return tmp_path / "own.csv"

    return write


def test_the_frame_brings_plover_scores_along():
    odd = {**BAN, "score": -1.25}
    assert score(frame(VISIT, odd), find_scale("plover")).tolist() == [4, -1.25]


def test_a_missing_score_is_looked_up():
    assert score(frame({**VISIT, "score": None}, BAN), find_scale("plover")).tolist() == [4, -6]
    assert score(frame(VISIT, BAN).drop(columns="score"), find_scale("plover")).tolist() == [4, -6]


def test_goldstein_goes_by_the_frame_and_else_by_the_code_that_stands_in():
    imported = {**BAN, "goldstein": -8.0, "cameo": "163"}
    assert score(frame(VISIT, BAN, imported), find_scale("goldstein")).tolist() == [1.9, -4, -8]


def test_every_type_of_plover_has_a_goldstein_weight():
    scale = find_scale("goldstein")
    for root in plover.roots().values():
        assert not math.isnan(weigh(root.name, scale)), root.name
        if root.quad != 3:  # a request is verbal conflict for PLOVER, and an appeal is mildly friendly for Goldstein
            assert np.sign(weigh(root.name, scale)) == np.sign(root.score)
    assert goldstein_scores()["CONSULT:visit"] == cameo()["042"].goldstein == 1.9


def test_quad_classes_count_one_for_or_against():
    scale = find_scale("quad")
    assert [weigh(code, scale) for code in ("AGREE", "AID", "REQUEST:meet", "ASSAULT:aerial")] == [1, 1, -1, -1]
    assert scale.top == 1


def test_what_plover_has_no_type_for_has_no_weight_but_its_own():
    statement = {**VISIT, "root": None, "mode": None, "quad": 1, "score": None, "goldstein": 0.4}
    rows = frame(statement, BAN)
    assert code_of(rows).tolist() == ["", "SANCTION"]
    assert np.isnan(score(rows, find_scale("plover"))).tolist() == [True, False]
    assert score(rows, find_scale("goldstein")).tolist() == [0.4, -4]


def test_a_table_of_ones_own(table):
    scale = read_scale(table("code,score\n# mine\nSANCTION,-4\nconsult:visit,2.5\n\nASSAULT, -12\n"))
    rows = frame(
        VISIT, BAN, row("2024-01-01", "CHN", "CONSULT", "JPN"), row("2024-01-01", "CHN", "ASSAULT aerial", "JPN")
    )
    assert score(rows, scale).tolist()[:2] == [2.5, -4]
    assert np.isnan(score(rows, scale)).tolist() == [False, False, True, False]
    assert score(rows, scale)[3] == -12
    assert scale.top == 12


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SANCTION,-4\nEMBARGO,-8\n", r"own.csv:2: PLOVER has no event type 'EMBARGO'"),
        ("CONSULT:dinner,4\n", r"own.csv:1: PLOVER's CONSULT has no mode 'dinner'"),
        ("SANCTION,bad\n", r"own.csv:1: 'bad' is no number"),
        ("SANCTION,nan\n", r"own.csv:1: 'nan' is no number"),
        ("SANCTION,-4\nSANCTION,-5\n", r"own.csv:2: SANCTION has a score already"),
        ("SANCTION\n", r"own.csv:1: 'SANCTION' is not a code and a score"),
        ("code,score\n", r"own.csv: no line gives a weight"),
        ("SANCTION,0\n", r"own.csv: no line gives a weight"),
    ],
)
def test_a_bad_table_names_its_line(table, text, said):
    with pytest.raises(MalformedInput, match=said):
        read_scale(table(text))


def test_no_scale_of_that_name_says_which_there_are(tmp_path):
    with pytest.raises(UnreadableInput, match="a scale is plover, goldstein, quad, or a CSV file"):
        find_scale("azar")
    (tmp_path / "picture.csv").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(UnreadableInput, match="is no text in UTF-8"):
        find_scale(tmp_path / "picture.csv")
