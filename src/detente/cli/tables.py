"""Listings as tables that fit the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from detente.cli.messages import note

if TYPE_CHECKING:
    from rich.console import Console

Line = dict[str, Any]
PIPED_WIDTH = 140
ON_SCREEN = 200  # rows a terminal gets, unless --limit asks for more


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its share of the width left over, and the least terminal it shows on."""

    heading: str
    share: int = 0  # 0: as wide as its content
    from_width: int = 0
    right: bool = False


def console_for(out: TextIO) -> Console:
    """A console as wide as the terminal; wide and plain where there is none."""
    from rich.console import Console

    if out.isatty():
        return Console(file=out, highlight=False)
    width = int(columns) if (columns := os.environ.get("COLUMNS", "")).isdigit() else PIPED_WIDTH
    return Console(file=out, highlight=False, width=max(40, width), no_color=True, force_terminal=False)


def draw_table(columns: Sequence[Column], rows: Iterable[Sequence[object]], out: TextIO, noun: str) -> None:
    """Draw rows under columns.

    Args:
        columns: left to right.
        rows: their cells; None is drawn as a dash.
        out: standard output, or a file.
        noun: what a row is, in the plural, for the line under the table.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = console_for(out)
    shown = [at for at, column in enumerate(columns) if column.from_width <= console.width]
    table = Table(
        box=box.SIMPLE_HEAD if out.isatty() else None,
        pad_edge=False,
        header_style="bold",
        expand=any(columns[at].share for at in shown),
        show_edge=False,
        padding=(0, 2, 0, 0),
    )
    for at in shown:
        column = columns[at]
        table.add_column(
            column.heading, ratio=column.share or None, no_wrap=not column.share,
            justify="right" if column.right else "left", overflow="fold" if column.share else "ellipsis",
        )  # fmt: skip
    total = 0
    for row in rows:
        total += 1
        if total > ON_SCREEN and out.isatty():
            continue
        table.add_row(*(Text("–" if row[at] is None else str(row[at])) for at in shown))
    if not total:
        note(f"no {noun} match")
        return
    console.print(table)
    if total > ON_SCREEN and out.isatty():
        note(f"the first {ON_SCREEN} of {total:,} {noun}; narrow with --since, or take all with -o FILE")
    elif out is sys.stdout and out.isatty():
        note(f"{total:,} {noun}")


def draw_events(lines: Iterable[Line], out: TextIO) -> None:
    """Events: when, who, what, and the sentence around the trigger."""
    columns = (
        Column("Date"),
        Column("Who", share=3),
        Column("What", share=2),
        Column("Sentence", share=5),
        Column("Source", share=2, from_width=120),
    )
    length = quote_length(out)
    rows = (
        (
            show_dates(line["date_start"], line["date_end"]),
            show_sides(line),
            show_code(line),
            shorten(line["sentence"], line["trigger"], length) if line["sentence"] else _imported_as(line),
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "events")


def draw_contacts(lines: Iterable[Line], out: TextIO) -> None:
    """Contacts: when, what kind, who, where."""
    columns = (
        Column("Date"),
        Column("Kind"),
        Column("Level"),
        Column("Parties", share=2),
        Column("People", share=3),
        Column("Place", share=2),
        Column("Sentence", share=5, from_width=120),
    )
    length = quote_length(out)
    rows = (
        (
            show_dates(line["start"], line["end"]),
            line["kind"],
            line["level"].replace("_", " "),
            ", ".join(line["parties"]),
            ", ".join(line["people"]) or None,
            line["place"] or line["host"],
            shorten(line["sentence"] or "", "", length),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "contacts")


def draw_occurrences(lines: Iterable[Line], out: TextIO, names: Mapping[str, str]) -> None:
    """Occurrences: when, who, what, and how often it is reported; ``names`` are those of actors by id."""
    columns = (
        Column("Date"),
        Column("Who", share=4),
        Column("What", share=3),
        Column("Score", right=True),
        Column("Reports", right=True),
        Column("Place", share=2),
        Column("Outlets", share=2, from_width=100),
    )
    rows = (
        (
            show_dates(line["date_start"], line["date_end"]),
            arrow(
                [_name_of(actor, names) for actor in line["actors"]],
                [_name_of(recipient, names) for recipient in line["recipients"]],
            ),
            show_code(line),
            f"{line['score']:g}",
            line["reports"],
            line["place"],
            ", ".join(line["outlets"]) or None,
        )
        for line in lines
    )
    draw_table(columns, rows, out, "occurrences")


def draw_documents(lines: Iterable[Line], out: TextIO) -> None:
    """Documents: when, title, where from, how much is in them."""
    columns = (
        Column("Published"),
        Column("Title", share=5),
        Column("Outlet", share=2),
        Column("Sentences", right=True),
        Column("Events", right=True),
        Column("Source", share=4, from_width=100),
        Column("Id", from_width=120),
    )
    rows = (
        (
            line["published"],
            line["title"],
            line["outlet"],
            line["sentences"],
            line["events"],
            show_source(line["source"]),
            line["id"][:12],
        )
        for line in lines
    )
    draw_table(columns, rows, out, "documents")


def draw_actors(lines: Iterable[Line], out: TextIO) -> None:
    """Actors: who, of which country, how often."""
    columns = (
        Column("Name", share=4),
        Column("Kind"),
        Column("Country"),
        Column("Sector"),
        Column("Mentions", right=True),
        Column("Events", right=True),
        Column("Documents", right=True, from_width=90),
        Column("Id", share=4, from_width=100),
    )
    keys = ("name", "kind", "country", "sector", "mentions", "events", "documents", "id")
    draw_table(columns, ([line[key] for key in keys] for line in lines), out, "actors")


def show_dates(start: str | None, end: str | None) -> str | None:
    """A date, or a range with the parts that both ends share written once: "2024-07-17/19"."""
    if start is None or end is None or start == end:
        return start or end
    for shared in (8, 5):
        if len(end) > shared and start[:shared] == end[:shared]:
            return f"{start}/{end[shared:]}"
    return f"{start}/{end}"


def show_sides(line: Line) -> str:
    """ "China → Japan", "Yohei Kono (JPN), Li Qiang (CHN)"."""
    return arrow([_name(a) for a in line["actors"]], [_name(r) for r in line["recipients"]])


def arrow(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """Who to whom; those who act together side by side."""
    sides = ", ".join(actors)
    return f"{sides} → {', '.join(recipients)}" if recipients else sides


def show_code(line: Line) -> str:
    """ "CONSULT visit, planned"; happened goes without saying."""
    code = " ".join(part for part in (line["root"], line["mode"]) if part) or "no PLOVER type"
    modality = line["modality"].replace("_", " ")
    return code if modality == "happened" else f"{code}, {modality}"


def _imported_as(line: Line) -> str:
    """What stands for the sentence of an imported event: whose it is, and what that coder calls it."""
    return f"[{line['coder']}] {line['trigger'] or ''}".strip()


def show_source(source: str | None) -> str | None:
    """The end of a path, which tells files apart."""
    return source.replace("\\", "/").rsplit("/", 1)[-1] if source else None


def shorten(sentence: str, trigger: str, length: int) -> str:
    """At most ``length`` characters of a sentence, cut at blanks, with the trigger in sight."""
    text = " ".join(sentence.split())
    if len(text) <= length:
        return text
    at = max(0, text.find(" ".join(trigger.split())))
    start = 0 if at < length * 2 // 3 else text.rfind(" ", 0, at - length // 2) + 1
    end = min(len(text), start + length - 2)
    if end < len(text):
        blank = text.rfind(" ", start, end)
        end = blank if blank > at else end
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def quote_length(out: TextIO) -> int:
    """How many characters of a sentence a table has room for."""
    return 110 if console_for(out).width < 120 else 200


def _name(actor: Line) -> str:
    country = actor["country"]
    return actor["name"] if not country or actor["id"] == country else f"{actor['name']} ({country})"


def _name_of(actor_id: str, names: Mapping[str, str]) -> str:
    """ "Kishida Fumio (JPN)" for "JPN:person:kishida-fumio"."""
    head, _, tail = actor_id.partition(":")
    name = names.get(actor_id, tail or head)
    return f"{name} ({head})" if tail and head not in {"org", "bloc"} else name
