"""A chart to a file: as a picture, as a page, or as its specification."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from detente.errors import DetenteError

FORMATS = (".png", ".svg", ".html", ".json")
_VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_IDS = re.compile(r'(\bid="|url\(#)')


def check_format(path: Path) -> str:
    """The ending of a file that a chart can be written to.

    Raises:
        DetenteError: it is none of ``FORMATS``.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise DetenteError(
            f"{path}: a chart is written as {', '.join(FORMATS[:-1])} or {FORMATS[-1]}, by the file's ending"
        )
    return suffix


def save(chart: alt.Chart, path: Path) -> None:
    """Write a chart: PNG, SVG, HTML that needs no network, or Vega-Lite JSON, by the file's ending.

    Raises:
        DetenteError: the ending is none of these, or the file can't be written.
    """
    content = _render(chart, check_format(path))
    try:
        path.write_bytes(content)
    except OSError as error:
        raise DetenteError(f"can't write {path}: {error.strerror or error}") from error


def to_svg(chart: alt.Chart, prefix: str = "") -> str:
    """A chart as an SVG element.

    Args:
        chart: any chart.
        prefix: goes before every id in it, so that several can stand in one page.
    """
    svg: str = vl_convert.vegalite_to_svg(_spec(chart), vl_version=_VERSION, allowed_base_urls=[])
    return _IDS.sub(rf"\g<1>{prefix}", svg) if prefix else svg


def _render(chart: alt.Chart, suffix: str) -> bytes:
    spec = _spec(chart)
    if suffix == ".png":
        png: bytes = vl_convert.vegalite_to_png(spec, vl_version=_VERSION, scale=2, allowed_base_urls=[])
        return png
    if suffix == ".svg":
        return to_svg(chart).encode()
    if suffix == ".html":
        page: str = vl_convert.vegalite_to_html(spec, vl_version=_VERSION, bundle=True)
        return page.encode()
    return chart.to_json(indent=2).encode()


def _spec(chart: alt.Chart) -> dict[str, Any]:
    return chart.to_dict()
