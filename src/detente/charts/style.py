"""How our charts look: colours, letters, grid."""

from __future__ import annotations

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

# Names come in every script: whatever of these is installed draws them.
FONTS = (
    "'Noto Sans', 'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans CJK SC', "
    "'Noto Sans CJK JP', 'Noto Sans CJK KR', 'PingFang SC', 'Hiragino Sans', 'Microsoft YaHei', sans-serif"
)


def styled(chart: alt.VConcatChart | alt.LayerChart) -> alt.Chart:
    """The chart in our letters and colours, without a frame."""
    dressed: alt.Chart = (
        chart.configure(font=FONTS, background="white", padding={"left": 4, "right": 8, "top": 4, "bottom": 4})
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK, titleColor=GREY, labelFontSize=12, titleFontSize=12, titleFontWeight="normal",
            gridColor=FAINT, domainColor=PALE, tickColor=PALE,
        )
        .configure_legend(labelFontSize=12, labelColor=INK, symbolSize=90, labelLimit=280)
        .configure_title(fontSize=14, color=INK, anchor="start", fontWeight="bold", subtitleColor=GREY,
                         subtitleFontSize=12, offset=10)
    )  # fmt: skip
    return dressed
