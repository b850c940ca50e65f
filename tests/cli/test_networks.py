"""`triangle`, `blocs` and `matrix`, over imported events."""

import csv
import io
import json

import networkx as nx
import pyarrow.parquet as pq
import pytest

EVENTS = """\
date,source,target,root
{}
"""


@pytest.fixture
def events(detente_, folder):
    """Six events a pair and year: three friends, and one foe of two of them."""
    pairs = {("CHN", "JPN"): "ACCUSE", ("CHN", "USA"): "AID", ("JPN", "USA"): "AID", ("CHN", "RUS"): "AID",
             ("RUS", "USA"): "ACCUSE", ("JPN", "RUS"): "ACCUSE"}  # fmt: skip
    rows = [f"2023-0{month}-01,{a},{b},{root}" for (a, b), root in pairs.items() for month in range(1, 7)]
    (folder / "events.csv").write_text(EVENTS.format("\n".join(rows)))
    (folder / "map.toml").write_text('date = "date"\nsource = "source"\ntarget = "target"\nroot = "root"\n')
    assert detente_("import", "csv", "events.csv", "--mapping", "map.toml").code == 0


def rows(result):
    assert result.code == 0, result.err
    return [json.loads(line) for line in result.out.splitlines()]


def test_a_triangle(detente_, events, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    (line,) = rows(detente_("triangle", "China", "JPN", "USA", "--format", "jsonl"))
    assert (line["period"], line["type"], line["balanced"]) == ("2023", "romantic triangle", 0.0)
    assert [side["side"] for side in line["sides"]] == ["CHN-JPN", "CHN-USA", "JPN-USA"]
    assert {role["party"]: role["pivot"] for role in line["roles"]} == {"CHN": 0.0, "JPN": 0.0, "USA": 1.0}
    assert "USA pivot 100%" in detente_("triangle", "CHN", "JPN", "USA").out


def test_too_little_says_so(detente_, events):
    result = detente_("triangle", "CHN", "JPN", "USA", "--freq", "month", "--format", "jsonl")
    assert "too little data" in result.err
    assert all(line["type"] is None and line["probability"] is None for line in rows(result))
    result = detente_("blocs", "--least", "50", "--format", "jsonl")
    assert "too little data" in result.err
    assert rows(result) == []


def test_blocs(detente_, events):
    result = detente_("blocs", "--neutral", "0", "--format", "jsonl")
    lines = rows(result)
    assert {line["party"] for line in lines} == {"CHN", "JPN", "RUS", "USA"}
    assert "frustration 1 of 6; no partition is better" in result.err
    assert detente_("blocs", "--neutral", "mean").code == 0


def test_the_matrix(detente_, events):
    lines = rows(detente_("matrix", "--states", "CHN", "JPN", "USA", "--format", "jsonl"))
    assert [(line["one"], line["other"], line["count"]) for line in lines] == [
        ("CHN", "JPN", 6), ("CHN", "USA", 6), ("JPN", "USA", 6),
    ]  # fmt: skip
    assert lines[0]["mean"] == -3.0


@pytest.mark.parametrize(
    "tokens",
    [("triangle", "CHN", "JPN", "CHN"), ("triangle", "CHN", "JPN", "USA", "--neutral", "warm"),
     ("triangle", "CHN", "JPN", "Narnia"), ("blocs", "--neutral", "warm")],
)  # fmt: skip
def test_wrong_use(detente_, events, tokens):
    assert detente_(*tokens).code == 2


def table(result):
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


def test_parts_of_a_triangle_as_csv(detente_, events):
    ask = ("triangle", "CHN", "JPN", "USA", "--format", "csv")
    (period,) = table(detente_(*ask))
    assert (period["type"], period["romantic_triangle"]) == ("romantic triangle", "1.0")
    sides = table(detente_(*ask, "--show", "sides"))
    assert [(side["side"], side["mean"], side["sign"]) for side in sides] == [
        ("CHN-JPN", "-3.0", "negative"), ("CHN-USA", "10.0", "positive"), ("JPN-USA", "10.0", "positive"),
    ]  # fmt: skip
    assert {role["party"]: float(role["pivot"]) for role in table(detente_(*ask, "--show", "roles"))} == {
        "CHN": 0.0, "JPN": 0.0, "USA": 1.0,
    }  # fmt: skip
    (spell,) = table(detente_(*ask, "--show", "spells"))
    assert (spell["first"], spell["last"], spell["type"], spell["turned"]) == ("2023", "2023", "romantic triangle", "")


@pytest.mark.parametrize("show", ["periods", "sides", "roles", "spells"])
def test_parts_of_a_triangle_as_tables_and_parquet(detente_, events, folder, show):
    assert detente_("triangle", "CHN", "JPN", "USA", "--show", show).code == 0
    result = detente_("triangle", "CHN", "JPN", "USA", "--show", show, "-o", "found.parquet")
    assert result.code == 0, result.err
    assert pq.read_table(folder / "found.parquet").num_rows == {"sides": 3, "roles": 3}.get(show, 1)


def test_each_side_against_its_own_mean(detente_, events):
    result = detente_("triangle", "CHN", "JPN", "USA", "--neutral", "pair-mean", "--format", "jsonl")
    assert "divided at each side's own mean: CHN-JPN -3.00" in result.err
    assert [side["positive"] for side in rows(result)[0]["sides"]] == [0.5, 0.5, 0.5]  # one period: it is its own mean


def test_any_number_of_camps_as_csv(detente_, events):
    """RUS and JPN are foes, and so are USA and RUS, CHN and JPN."""
    result = detente_("blocs", "--neutral", "0", "--camps", "any", "--format", "csv")
    camps = {line["party"]: line["camp"] for line in table(result)}
    assert camps["USA"] == camps["JPN"] != camps["RUS"] == camps["CHN"]
    assert "no partition is better" in result.err
    assert "don't fit: CHN-USA" in result.err


def test_camps_by_period(detente_, events):
    lines = rows(detente_("blocs", "--neutral", "0", "--freq", "year", "--format", "jsonl"))
    assert {line["period"] for line in lines} == {"2023"}
    assert len(lines) == 4
    assert "2023: frustration 1 of 6" in detente_("blocs", "--neutral", "0", "--freq", "year").err
    assert "2023-01: too little data" in detente_("blocs", "--freq", "month").err


def test_camps_as_parquet_and_as_a_network(detente_, events, folder):
    result = detente_("blocs", "--neutral", "0", "--network", "camps.graphml", "-o", "camps.parquet")
    assert result.code == 0, result.err
    assert pq.read_table(folder / "camps.parquet")["camp"].to_pylist().count(1) == 2
    graph = nx.read_graphml(folder / "camps.graphml")
    assert [edge for *edge, told in graph.edges(data=True) if told["frustrated"]] == [["CHN", "USA"]]


def test_the_matrix_as_a_square(detente_, events):
    lines = detente_("matrix", "--states", "CHN", "JPN", "USA").out.splitlines()
    assert [line.split() for line in lines] == [
        ["CHN", "JPN", "USA"],
        ["CHN", "–", "-3.0", "(6)", "+10.0", "(6)"],
        ["JPN", "-3.0", "(6)", "–", "+10.0", "(6)"],
        ["USA", "+10.0", "(6)", "+10.0", "(6)", "–"],
    ]
    assert "-1.00 (6)" in detente_("matrix", "--states", "CHN", "JPN", "--measure", "net").out
    assert detente_("matrix", "--states", "CHN", "JPN", "--measure", "count").out.split()[-3:] == ["JPN", "6", "–"]


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        (("blocs", "--camps", "1"), "2 or more, or any"),
        (("blocs", "--camps", "many"), "2 or more, or any"),
        (("blocs", "--seconds", "-1"), "0 seconds or more"),
        (("blocs", "--network", "camps.txt"), ".graphml"),
        (("blocs", "--freq", "year", "--chart", "camps.svg"), "leave out --freq"),
        (("blocs", "--top", "1"), "2 or more"),
        (("blocs", "--neutral", "nan"), "a number, or mean"),
        (("triangle", "CHN", "JPN", "USA", "--margin", "0.5"), "below 0.5"),
        (("triangle", "CHN", "JPN", "USA", "--neutral", "pair-mean", "--chart", "a.svg"), "one divide"),
    ],
)
def test_what_is_refused(detente_, events, tokens, said):
    result = detente_(*tokens)
    assert result.code == 2
    assert said in result.err
    assert result.out == ""
