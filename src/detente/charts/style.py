"""How our charts look: colours, letters, grid."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

import altair as alt

# Okabe and Ito's palette, which people with any colour blindness can tell apart.
# Source: Okabe & Ito (2008), "Color Universal Design".
BLUE = "#0072B2"
VERMILLION = "#D55E00"
GREEN = "#009E73"
PURPLE = "#CC79A7"
SKY = "#56B4E9"
ORANGE = "#E69F00"
INK = "#222222"
GREY = "#6b6b6b"
PALE = "#d9d9d9"
FAINT = "#ececec"

# From conflict over neither to cooperation.
# Source: Brewer, ColorBrewer 2.0, "PuOr", marked there as safe for colour-blind readers.
DIVERGING = ["#b35806", "#f7f7f7", "#542788"]

# Names come in every script: whatever of these is installed draws them.
FONTS = (
    "'Noto Sans', 'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans CJK SC', "
    "'Noto Sans CJK JP', 'Noto Sans CJK KR', 'PingFang SC', 'Hiragino Sans', 'Microsoft YaHei', sans-serif"
)


def styled(chart: alt.VConcatChart | alt.LayerChart | alt.FacetChart) -> alt.Chart:
    """The chart in our letters and colours, without a frame."""
    axis = {
        "labelColor": INK, "titleColor": GREY, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
        "gridColor": FAINT, "domainColor": PALE, "tickColor": PALE,
    }  # fmt: skip
    title = {
        "fontSize": 14, "color": INK, "anchor": "start", "fontWeight": "bold", "subtitleColor": GREY,
        "subtitleFontSize": 12, "offset": 10,
    }  # fmt: skip
    dressed: alt.Chart = chart.configure(
        font=FONTS,
        background="white",
        padding={"left": 4, "right": 8, "top": 4, "bottom": 4},
        view={"stroke": None},
        axis=axis,
        legend={"labelFontSize": 12, "labelColor": INK, "symbolSize": 90, "labelLimit": 280},
        title=title,
    )
    return dressed


def diverging(bound: float, title: str, **place: Any) -> alt.Color:
    """Colours of ``value`` from conflict over neither to cooperation, full at ``bound`` and beyond."""
    legend = alt.Legend(
        title=title, titleFontWeight="normal", titleColor=GREY, titleLimit=300, values=[-bound, 0, bound],
        labelExpr="(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value)", **place,
    )  # fmt: skip
    scale = alt.Scale(domain=[-bound, 0, bound], range=DIVERGING, interpolate="lab", clamp=True)
    return alt.Color("value:Q", scale=scale, legend=legend)


def data(rows: Sequence[dict[str, Any]]) -> alt.InlineData:
    """Rows that stand in the chart itself."""
    return alt.InlineData(values=list(rows))


def wrapped(lines: Sequence[str], width: int) -> list[str]:
    """Lines no longer than a drawing of so many pixels has room for."""
    return [part for line in lines for part in textwrap.wrap(line, max(30, round(width / 5.9)))]


def notice(text: str, width: int) -> alt.Chart:
    """A chart that says why there is none."""
    lines = alt.Chart(data([{"text": "\n".join(wrapped([text], width))}]))
    words = lines.mark_text(color=GREY, fontSize=13, lineBreak="\n").encode(text="text:N")
    return styled(alt.LayerChart(layer=[words]).properties(width=width, height=60))


def is_wide(width: int) -> bool:
    """Whether a drawing of so many pixels has room side by side; on a phone it has not."""
    return width >= 480
