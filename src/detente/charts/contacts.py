"""The calendar of contacts: who met at which level, and when they did not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt

from detente.charts.style import BLUE, GREEN, ORANGE, PURPLE, SKY, VERMILLION, data, is_wide, notice, styled
from detente.charts.time import time_axis, time_scale
from detente.dating.iso import format_when
from detente.records import Contact, ContactKind, Level, Modality

LEVELS = {
    Level.LEADER: "Leaders",
    Level.MINISTER: "Ministers",
    Level.DEPUTY_MINISTER: "Deputy ministers",
    Level.PARLIAMENT: "Parliaments",
    Level.PARTY: "Parties",
    Level.OTHER: "Others",
}
_SHAPES = {
    ContactKind.SUMMIT: ("diamond", BLUE),
    ContactKind.VISIT: ("triangle-right", VERMILLION),
    ContactKind.MEETING: ("circle", GREEN),
    ContactKind.CALL: ("cross", PURPLE),
    ContactKind.DIALOGUE: ("square", SKY),
    ContactKind.EXERCISE: ("triangle-up", ORANGE),
}


def contacts_chart(
    contacts: Iterable[Contact], names: Mapping[str, str], *, title: str = "Contacts by level", width: int = 680
) -> alt.Chart:
    """Contacts over time, a row a level, a mark a kind; planned ones hollow, vague dates as a line.

    Args:
        contacts: those without a date, and those that are neither held nor planned, are not drawn.
        names: names of parties by code.
        title: what the chart is of.
        width: pixels of the drawing, without its axis.
    """
    drawn = [
        contact
        for contact in contacts
        if contact.when.start and contact.modality in (Modality.HAPPENED, Modality.PLANNED)
    ]
    if not drawn:
        return notice("No dated contact on record", width)
    rows = [_row(contact, names) for contact in drawn]
    starts = [contact.when.start for contact in drawn if contact.when.start]
    ends = [contact.when.end or contact.when.start for contact in drawn if contact.when.start]
    first, last = min(starts), max(end for end in ends if end)
    margin = max((last - first) / 40, dt.timedelta(days=5))  # so that no mark is cut off
    first, last = first - margin, last + margin
    x = alt.X("start:T", scale=time_scale(first, last), axis=time_axis(first, last, width, grid=True))
    levels = [label for label in LEVELS.values() if any(row["level"] == label for row in rows)]
    y = alt.Y(
        "level:N", sort=levels, scale=alt.Scale(domain=levels), axis=alt.Axis(title=None, domain=False, grid=True)
    )
    kinds = [kind for kind in _SHAPES if any(row["kind"] == kind.value for row in rows)]
    domain = [kind.value for kind in kinds]
    colors = alt.Scale(domain=domain, range=[_SHAPES[kind][1] for kind in kinds])
    shapes = alt.Scale(domain=domain, range=[_SHAPES[kind][0] for kind in kinds])
    legend = alt.Legend(title=None, orient="top", columns=6 if is_wide(width) else 3, symbolOpacity=1)
    color = alt.Color("kind:N", scale=colors, legend=legend)
    base = alt.Chart(data(rows)).encode(x=x, y=y, color=color)
    tips = [alt.Tooltip(f"{key}:N", title=key.title()) for key in ("date", "kind", "who", "where", "status")]
    marks = base.mark_point(size=90, strokeWidth=1.6, opacity=0.9).encode(
        shape=alt.Shape("kind:N", scale=shapes, legend=legend),
        fill=alt.condition("datum.status === 'planned'", alt.value("white"), alt.Color("kind:N", scale=colors)),
        tooltip=tips,
    )
    spans = base.transform_filter("datum.end !== datum.start").mark_rule(strokeWidth=3, opacity=0.4).encode(x2="end:T")
    chart = alt.LayerChart(layer=[spans, marks]).properties(width=width, height=34 * len(levels) + 8)
    return styled(chart.properties(title=alt.TitleParams(title, subtitle=_reading_aid(rows))))


def _reading_aid(rows: list[dict[str, Any]]) -> list[str]:
    planned = any(row["status"] == Modality.PLANNED.value for row in rows)
    vague = any(row["start"] != row["end"] for row in rows)
    number = f"{len(rows):,} contact{'s' if len(rows) != 1 else ''} with a date."
    parts = (
        [number]
        + ["Hollow: planned."] * planned
        + ["A line: the days, months or years that the date leaves open."] * vague
    )
    return [" ".join(parts)]


def _row(contact: Contact, names: Mapping[str, str]) -> dict[str, Any]:
    start, end = format_when(contact.when)
    people = ", ".join(person.name for person in contact.people)
    parties = " and ".join(names.get(party, party) for party in contact.parties)
    host = names.get(contact.host, contact.host) if contact.host else None
    return {
        "start": contact.when.start.isoformat() if contact.when.start else None,
        "end": contact.when.end.isoformat() if contact.when.end else None,
        "date": start if start == end else f"{start} to {end}",
        "level": LEVELS[contact.level],
        "kind": contact.kind.value,
        "who": people or parties,
        "where": contact.place or host or "not said",
        "status": contact.modality.value,
    }
