"""A chart to a file."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from detente.charts import index_chart, save
from detente.errors import DetenteError


@pytest.fixture(scope="module")
def chart():
    columns = ["period", "direction", "mean", "count", "reports"]
    rows = pd.DataFrame([("2024-07", "CHN-JPN", 1.0, 1, 1)], columns=columns)
    return index_chart(rows, ("CHN", "JPN"), {"CHN": "China", "JPN": "日本"})


@pytest.mark.parametrize(
    ("name", "start"), [("x.png", b"\x89PNG"), ("x.svg", b"<svg"), ("X.SVG", b"<svg"), ("x.json", b"{")]
)
def test_the_ending_decides(chart, tmp_path, name, start):
    save(chart, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)


def test_html_fetches_nothing(chart, tmp_path):
    save(chart, tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']?(?:https?:)?//", page) == []
    assert "日本" in page


def test_json_is_the_specification(chart, tmp_path):
    save(chart, tmp_path / "x.json")
    assert "vega-lite" in json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["$schema"]


@pytest.mark.parametrize("name", ["x.gif", "x", "x.pdf", ".png"])
def test_another_ending_is_refused(chart, tmp_path, name):
    with pytest.raises(DetenteError, match=r"\.png, \.svg, \.html or \.json"):
        save(chart, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(chart):
    with pytest.raises(DetenteError, match="can't write"):
        save(chart, Path("no/such/folder/x.svg"))
