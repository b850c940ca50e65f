"""``--chart FILE``: every measure draws, and what can't be drawn is refused before anything is measured."""

import json

import pytest

COMMANDS = [
    ("index", "CHN", "JPN"), ("tracks", "CHN", "JPN"), ("map", "CHN"), ("matrix",), ("blocs", "--neutral", "0"),
    ("triangle", "CHN", "JPN", "USA"), ("thirds", "CHN", "JPN"), ("distance", "CHN", "JPN"),
    ("responses", "CHN", "JPN"), ("contacts", "--pair", "CHN", "JPN"),
]  # fmt: skip


@pytest.fixture
def events(detente_, folder):
    """Six events a pair, of both signs."""
    pairs = {("CHN", "JPN"): "036", ("CHN", "USA"): "042", ("JPN", "USA"): "057", ("JPN", "CHN"): "112"}
    rows = [f"2023-0{month}-01,{one},{other},{code}" for (one, other), code in pairs.items() for month in range(1, 7)]
    (folder / "events.csv").write_text("\n".join(["date,source,target,cameo", *rows]))
    (folder / "map.toml").write_text('date = "date"\nsource = "source"\ntarget = "target"\ncameo = "cameo"\n')
    assert detente_("import", "csv", "events.csv", "--mapping", "map.toml").code == 0


@pytest.mark.parametrize("tokens", COMMANDS, ids=lambda tokens: tokens[0])
def test_every_measure_draws(detente_, events, folder, tokens):
    result = detente_(*tokens, "--chart", "chart.svg")
    assert result.code == 0, result.err
    assert (folder / "chart.svg").read_text().startswith("<svg")


@pytest.mark.parametrize("tokens", COMMANDS, ids=lambda tokens: tokens[0])
def test_no_chart_of_an_unknown_ending(detente_, events, folder, tokens):
    result = detente_(*tokens, "--chart", "chart.gif")
    assert result.code == 2
    assert ".png, .svg, .html or .json" in result.err
    assert not (folder / "chart.gif").exists()


@pytest.mark.parametrize("ending", ["png", "html", "json"])
def test_a_map_in_every_form_needs_no_network(detente_, events, folder, ending):
    assert detente_("map", "CHN", "--chart", f"map.{ending}").code == 0
    content = (folder / f"map.{ending}").read_bytes()
    if ending == "png":
        assert content.startswith(b"\x89PNG")
    elif ending == "json":
        assert json.loads(content)["layer"]
    else:
        assert b'src="http' not in content
        assert b'"url":' not in content.partition(b"vegaEmbed(")[2]


def test_tracks_as_lines(detente_, events):
    result = detente_("tracks", "CHN", "JPN", "--format", "jsonl", "--freq", "year")
    lines = {line["track"]: line for line in map(json.loads, result.out.splitlines())}
    assert lines["diplomatic"]["count"] == 12
    assert lines["diplomatic"]["low"] <= lines["diplomatic"]["value"] <= lines["diplomatic"]["high"]
    assert "people" not in lines


def test_visits_as_lines(detente_, events):
    result = detente_("map", "CHN", "--chart", "map.svg", "--format", "jsonl")
    assert [json.loads(line) for line in result.out.splitlines()] == [{"guest": "CHN", "host": "USA", "count": 6}]


@pytest.mark.parametrize("tokens", [("map", "CHN", "--chart", "m.svg", "--least", "0"),
                                    ("map", "Narnia", "--chart", "m.svg"),
                                    ("tracks", "CHN", "JPN", "--seed", "-1"), ("tracks", "CHN", "CHN")])  # fmt: skip
def test_wrong_use(detente_, events, tokens):
    assert detente_(*tokens).code == 2
