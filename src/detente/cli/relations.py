"""``detente index`` and ``detente brief``: a relation measured, and written up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from detente.cli.indexing import Measuring, draw_index, lines_of, tell_left_out, tell_missing_coders
from detente.cli.options import DEFAULT_DB, Db, Listing, Output, Since, Until, open_record

if TYPE_CHECKING:
    import pandas as pd

    from detente.measures import Index
    from detente.records import Contact
    from detente.store import Filter, Store

_DEFAULT = Output()
_MEAN = Measuring()
_BANDS = {"draws": 1000}  # a chart has bands, asked for or not
Frequency = Literal["day", "week", "month", "quarter", "year"]


def index(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    db: Db = DEFAULT_DB,
    freq: Annotated[Frequency, Parameter(help="Length of a period.")] = "month",
    since: Since = None,
    until: Until = None,
    chart: Annotated[Path | None, Parameter(help="Draw it too: a file .png, .svg, .html or .json.")] = None,
    measuring: Measuring = _MEAN,
    output: Output = _DEFAULT,
) -> None:
    """Measure a relation over time, each way and together: its mean PLOVER score, or what --measure names.

    Only what happened counts, and only what is dated to one period.

    Examples
    --------
    detente index CHN JPN --freq quarter --chart index.svg

    detente index CHN JPN --track economic --measure net --bands --since 2010 --format csv -o index.csv

    detente index CHN JPN --scale goldstein --half-life 60 --coder icews
    """
    from detente.cli.messages import note
    from detente.cli.output import choose_format, write_lines
    from detente.measures import index as measure
    from detente.records import Modality

    pair, wanted = _relation(one, other, since, until)
    settings = measuring.settings()
    choose_format(output)  # what makes no sense is refused before anything is written
    if chart:
        _check_chart(chart, settings["measure"])
    with open_record(db) as record:
        statements = measuring.scale == "goldstein"  # public statements have a Goldstein score at most
        frame = record.frame(pair=pair, since=wanted.since, until=wanted.until, statements=statements)
        measured = measure(frame, *pair, frequency=freq, **settings)
        contacts = record.contacts(replace(wanted, modality=(Modality.HAPPENED,))) if chart else []
        if (since or until) and (undated := _count_undated(record, wanted)):
            note(f"{undated:,} without a date left out by --since and --until")
    assumed = [said] if (said := measuring.assumed()) else []
    for said in (*assumed, *tell_missing_coders(frame, settings["coders"]), *tell_left_out(measured)):
        note(said)
    write_lines(lines_of(measured), list(measured.rows.columns), output, draw_index)
    if chart:
        banded = measured if settings["draws"] else measure(frame, *pair, frequency=freq, **settings | _BANDS)
        _draw_chart(banded, pair, frame, contacts, settings, chart)


def _check_chart(path: Path, measure: str) -> None:
    from detente.charts import check_format
    from detente.cli.running import WrongUseError
    from detente.errors import DetenteError

    if measure in {"count", "quad"}:
        raise WrongUseError(f"--chart draws levels, each with its counts, and not --measure {measure}; use -o FILE")
    try:
        check_format(path)
    except DetenteError as error:
        raise WrongUseError(str(error)) from error


def _draw_chart(
    measured: Index,
    pair: tuple[str, str],
    frame: pd.DataFrame,
    contacts: list[Contact],
    settings: dict[str, Any],
    path: Path,
) -> None:
    from detente.charts import find_landmarks, index_chart, save
    from detente.charts.wording import say_contact
    from detente.cli.naming import name_party
    from detente.measures.turning_points import turning_points

    names = {party: name_party(party) for party in pair}
    turns = None
    if measured.measure in {"mean", "net"}:
        shared = {key: settings[key] for key in ("measure", "scale", "track", "coders", "seed")}
        turns = turning_points(frame, *pair, frequency=measured.frequency, **shared)
    texts = {contact.occurrence: say_contact(contact, names) for contact in contacts}
    landmarks = find_landmarks(measured, frame, pair, names, turns=turns, texts=texts)
    chart = index_chart(
        measured.rows, pair, names, frequency=measured.frequency, measure=measured.measure,
        scale=measured.scale or "plover", landmarks=landmarks,
    )  # fmt: skip
    save(chart, path)


def _count_undated(store: Store, wanted: Filter) -> int:
    """Occurrences that happened between the two, whose date is unknown."""
    from detente.measures import deals_between
    from detente.records import Modality

    asked = replace(wanted, since=None, until=None, undated=True, modality=(Modality.HAPPENED,))
    return sum(deals_between(one, *wanted.parties) for one in store.occurrences(asked))


def _relation(one: str, other: str, since: str | None, until: str | None) -> tuple[tuple[str, str], Filter]:
    """The pair that two names stand for, and the filter of what happened between them."""
    from detente.cli.naming import parse_pair

    pair = parse_pair(one, other)
    return pair, Listing(pair=pair, since=since, until=until).to_filter()


def brief(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The brief: a file .html or .md.")],
    db: Db = DEFAULT_DB,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write a brief on a relation: a chart, the contacts, the events with their sentences.

    Examples
    --------
    detente brief CHN JPN -o brief.html

    detente brief China Japan -o brief.md --since 2024
    """
    from detente.briefs import check_format, write_brief
    from detente.cli.messages import note
    from detente.cli.running import WrongUseError
    from detente.errors import DetenteError

    try:
        check_format(output)
    except DetenteError as error:
        raise WrongUseError(str(error)) from error
    pair, wanted = _relation(one, other, since, until)
    with open_record(db) as store:
        write_brief(store, *pair, output, since=wanted.since, until=wanted.until)
    note(f"wrote {output}")
