"""`triangle`, `blocs` and `matrix`, over imported events."""

import json

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


def test_a_triangle(detente_, events):
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
