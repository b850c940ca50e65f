"""``detente show``: a relation on one terminal page."""

from __future__ import annotations

import datetime as dt
import sys
import textwrap
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from detente.cli.options import DEFAULT_DB, Db, open_record

if TYPE_CHECKING:
    from rich.console import Console

    from detente.measures import Record
    from detente.records import Contact
    from detente.store import Coverage, Store

RECENT = 5
PLANNED = 5


def show(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    db: Db = DEFAULT_DB,
    on: Annotated[str | None, Parameter(help="The day to count from; today if left out.")] = None,
) -> None:
    """Show a relation on one page: contacts, events, index, plans, disputes, claims.

    Examples
    --------
    detente show CHN JPN

    detente show China Japan --on 2024-12-31
    """
    from detente.cli.naming import parse_day, parse_pair
    from detente.cli.show_ledgers import show_ledgers
    from detente.cli.tables import console_for
    from detente.store import Filter

    pair = parse_pair(one, other)
    today = parse_day(on) if on else dt.date.today()
    with open_record(db) as store:
        coverage = store.coverage(Filter(pair=pair))
        console = console_for(sys.stdout)
        _head(console, pair, coverage)
        imported = _imported(console, store, pair, today)
        if not coverage.events:
            if not imported:
                _suggest(console, store, pair)
            show_ledgers(console, store, pair, today)
            return
        _last_contacts(console, store, pair, today)
        _index(console, store, pair, today)
        _recent(console, store, pair, today)
        _planned(console, store, pair, today)
        show_ledgers(console, store, pair, today)


def _head(console: Console, pair: tuple[str, str], coverage: Coverage) -> None:
    from detente.cli.naming import name_party
    from detente.cli.summary import count

    console.print(f"[bold]{name_party(pair[0])} – {name_party(pair[1])}[/]  {pair[0]} {pair[1]}")
    parts = [count(coverage.events, "event"), count(coverage.documents, "document")]
    if coverage.first and coverage.last:
        parts.append(f"published {coverage.first} to {coverage.last}")
    if coverage.undated:
        parts.insert(1, f"{coverage.undated:,} of them without a date")
    console.print("  " + ", ".join(parts), markup=False)
    if coverage.outlets:
        shown = ", ".join(f"{name} {n:,}" for name, n in coverage.outlets[:6])
        more = len(coverage.outlets) - 6
        console.print(f"  {shown}" + (f", and {more} more" if more > 0 else ""), markup=False)


def _imported(console: Console, store: Record, pair: tuple[str, str], today: dt.date) -> bool:
    """What others coded of the relation, apart from what we did; whether there is any."""
    from detente.measures.frames import OURS

    frame = store.frame(pair=pair, until=today, statements=True)
    theirs = frame[frame["coder"] != OURS]
    if theirs.empty:
        return False
    _title(console, "Imported events, by who coded them")
    for coder, events in theirs.groupby("coder"):
        days = f"{events['start'].min()} to {events['end'].max()}"
        mean = events["score"].mean()
        scored = f", mean PLOVER score {mean:+.1f}" if events["score"].notna().any() else ""
        _line(console, str(coder), f"{events['occurrence'].nunique():,} events, {days}{scored}")
    return True


def _suggest(console: Console, store: Store, pair: tuple[str, str]) -> None:
    relations = [f"{a} {b}" for a, b, _ in store.summary().relations]
    console.print(f"\nThe record has no event between {pair[0]} and {pair[1]}.", markup=False)
    if relations:
        console.print(f"It has most on: {', '.join(relations)}", markup=False)


def _last_contacts(console: Console, store: Store, pair: tuple[str, str], today: dt.date) -> None:
    from detente.records import Level, Modality
    from detente.store import Filter

    contacts = [
        contact
        for contact in store.contacts(Filter(pair=pair, modality=(Modality.HAPPENED,), newest=True))
        if contact.when.start is None or contact.when.start <= today
    ]
    dated = [contact for contact in contacts if contact.when.start]
    undated = f", {len(contacts) - len(dated):,} of them without a date" if len(contacts) > len(dated) else ""
    _title(console, f"Contacts: {len(contacts):,}{undated}" + ("; the last at each level" if dated else ""))
    for level in Level:
        last = next((contact for contact in dated if contact.level is level), None)
        if last:
            ago = _ago(last.when.end or today, today)
            _line(console, level.value.replace("_", " "), f"{ago:>15}  {_describe(last)}")


def _index(console: Console, store: Store, pair: tuple[str, str], today: dt.date) -> None:
    from detente.cli.relation import count_quads, score_series, sparkline
    from detente.knowledge.plover import quad_name
    from detente.records import Modality
    from detente.store import Filter

    happened = [
        occurrence
        for occurrence in store.occurrences(Filter(pair=pair, modality=(Modality.HAPPENED,)))
        if occurrence.when.start is None or occurrence.when.start <= today
    ]
    series = score_series(happened, pair, min(60, console.width - 24))
    if series:
        _title(console, f"Mean PLOVER score by {series.unit}, from -10 (conflict) to +10 (cooperation)")
        console.print(f"  {series.first} {sparkline(series.values)} {series.last}", markup=False)
    counts = count_quads(happened, pair)
    _title(console, "Occurrences that happened, by quad class")
    directions = (f"{pair[0]} → {pair[1]}", f"{pair[1]} → {pair[0]}", "together")
    console.print("  " + " " * 22 + "".join(f"{name:>12}" for name in directions), markup=False)
    for quad in (1, 2, 3, 4):
        cells = "".join(f"{counts[direction][quad]:>12,}" for direction in ("forward", "backward", "both"))
        console.print(f"  {quad} {quad_name(quad).replace('_', ' '):<20}{cells}", markup=False)


def _recent(console: Console, store: Store, pair: tuple[str, str], today: dt.date) -> None:
    from itertools import islice

    from detente.cli.tables import shorten, show_code, show_dates, show_sides, show_source
    from detente.records import Modality
    from detente.store import Filter
    from detente.store.lines import event_line

    _title(console, "Latest events")
    newest = Filter(pair=pair, modality=(Modality.HAPPENED,), newest=True, until=today, limit=RECENT)
    rows = list(islice(store.quoted_events(newest), RECENT))
    if not rows:
        console.print("  none with a date: see them with `detente events`")
    for row in rows:
        line = event_line(row)
        date = show_dates(line["date_start"], line["date_end"])
        console.print(f"  {date}  {show_code(line)}  {show_sides(line)}", markup=False)
        source = show_source(row.source) or ""
        quote = shorten(line["sentence"], line["trigger"], max(60, 2 * (console.width - 5) - len(source) - 12))
        for piece in textwrap.wrap(f"“{quote}” {source}", console.width - 4):
            console.print(f"    {piece}", markup=False, style="dim")


def _planned(console: Console, store: Store, pair: tuple[str, str], today: dt.date) -> None:
    from detente.records import Modality
    from detente.store import Filter

    planned = store.contacts(Filter(pair=pair, modality=(Modality.PLANNED,), newest=True))
    if not planned:
        return
    _title(console, f"Planned contacts: {len(planned):,}")
    for contact in planned[:PLANNED]:
        ahead = contact.when.end is None or contact.when.end >= today
        _line(
            console,
            "ahead" if ahead and contact.when.end else "" if ahead else "was planned",
            _describe(contact),
        )


def _describe(contact: Contact) -> str:
    from detente.cli.tables import show_dates
    from detente.dating.iso import format_when

    people = ", ".join(person.name for person in contact.people)
    where = contact.place or contact.host
    parts = [show_dates(*format_when(contact.when)), contact.kind.value, people or ", ".join(contact.parties)]
    return "  ".join(filter(None, parts)) + (f", in {where}" if where else "")


def _ago(day: dt.date, today: dt.date) -> str:
    days = (today - day).days
    if days < 0:
        return "still ahead"
    if days < 62:
        return "today" if days == 0 else f"{days} day{'s' if days > 1 else ''} ago"
    months = round(days / 30.44)
    return f"{months} months ago" if months < 24 else f"{days / 365.25:.1f} years ago"


def _title(console: Console, text: str) -> None:
    console.print()
    console.print(text, markup=False, style="bold")


def _line(console: Console, label: str, text: str) -> None:
    console.print(f"  {label:<16}{text}", markup=False, no_wrap=True, overflow="ellipsis")
