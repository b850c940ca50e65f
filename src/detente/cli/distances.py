"""``detente distance``, ``detente momentum`` and ``detente thirds``: how far, which way, and with whom else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from detente.cli.charting import ChartFile, check_chart, draw_chart
from detente.cli.indexing import Track
from detente.cli.options import DEFAULT_DB, Coder, Db, Output, Since, Until, open_record
from detente.cli.relations import Frequency

if TYPE_CHECKING:
    import datetime as dt

    from detente.measures import Record
    from detente.measures.distance import Distance

Level = Literal["leader", "minister", "deputy_minister", "parliament", "party", "any"]
_DEFAULT = Output()


def distance(
    one: Annotated[str, Parameter(help="A state or organisation: code, name, or capital.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    against: Annotated[
        list[tuple[str, str]] | None,
        Parameter(negative="", consume_multiple=True, help="Compare with these pairs: --against CHN USA."),
    ] = None,
    on: Annotated[str | None, Parameter(help="On this day; else on the last one that the record can tell of.")] = None,
    level: Annotated[
        Level | None, Parameter(help="Contacts of this level only; any: of all levels together, those of none too.")
    ] = None,
    coder: Annotated[
        str | None,
        Parameter(help="Whose contacts: detente, or a source of imported events such as icews; else whoever has any."),
    ] = None,
    chart: ChartFile = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Measure how long ago two sides last met, and how often they do, by level and place; compare pairs.

    Examples
    --------
    detente distance JPN CHN --against CHN USA --on 2024-08-20

    detente distance Tokyo Beijing --level leader --format csv -o distance.csv
    """
    from detente.charts import distances_chart
    from detente.cli.distance_output import KEYS, draw_distances, lines_of
    from detente.cli.messages import note
    from detente.cli.naming import parse_day, parse_pair
    from detente.cli.output import choose_format, write_lines

    pairs = list(dict.fromkeys([parse_pair(one, other), *(parse_pair(*pair) for pair in against or [])]))
    day = parse_day(on) if on else None
    check_chart(chart)
    choose_format(output)
    with open_record(db) as record:
        if day is None:
            day = record.last_day()
            note(f"on {day}, the last day that the record can tell of" if day else "nothing on record has a date")
        found, said = _measure(record, pairs, day, coder) if day else ([], [])
    for each in said:
        note(each)
    write_lines(lines_of(found, level), KEYS, output, draw_distances)
    draw_chart(chart, lambda: distances_chart(found))


def momentum(
    one: Annotated[str, Parameter(help="A state or organisation: code, name, or capital.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    freq: Annotated[Frequency, Parameter(help="Length of a period.")] = "month",
    window: Annotated[
        int | None, Parameter(help="So many periods, up to the last on record; 24 months if not given.")
    ] = None,
    until: Until = None,
    scale: Annotated[
        str | None,
        Parameter(help="plover, goldstein, quad, or a file of your own with lines like SANCTION,-6."),
    ] = None,
    track: Annotated[Track, Parameter(help="Only what is on this track.")] = "all",
    coder: Coder = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Measure which way a relation moves: its slope, beside that of each side with its region and with the rest.

    Examples
    --------
    detente momentum CHN JPN

    detente momentum CHN JPN --freq week --window 52 --until 2014 --format csv -o momentum.csv
    """
    from detente.cli.messages import note
    from detente.cli.momentum_output import KEYS, draw_momentum, lines_of
    from detente.cli.naming import parse_pair, parse_until
    from detente.cli.output import choose_format, write_lines
    from detente.cli.running import WrongUseError
    from detente.errors import InputError
    from detente.measures.momentum import momentum as measure
    from detente.measures.scales import find_scale

    pair, last = parse_pair(one, other), parse_until(until) if until else None
    choose_format(output)
    try:
        weights = find_scale(scale or "plover")
    except InputError as error:
        raise WrongUseError(str(error)) from error
    with open_record(db) as record:
        frame = record.frame(touching=pair, until=last, coders=coder, statements=scale == "goldstein")
    try:
        found = measure(frame, *pair, freq, window=window, scale=weights, track=track)
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    if found.until:
        note(f"the {found.window} {freq}s up to {found.until}; slopes in units of the scale {found.scale} a year")
    write_lines(lines_of(found), KEYS, output, draw_momentum)


def thirds(
    one: Annotated[str, Parameter(help="A state or organisation: code, name, or capital.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    since: Since = None,
    until: Until = None,
    track: Annotated[Track, Parameter(help="Only this track; all: each of them, and what holds of any.")] = "all",
    deals: Annotated[
        bool, Parameter(negative="", help="What each side does, by kind and year, and not how the two sides lie.")
    ] = False,
    coder: Coder = None,
    chart: ChartFile = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Tell where two sides compete, run parallel or act together in third countries, track by track.

    Examples
    --------
    detente thirds CHN JPN --since 2014

    detente thirds CHN USA --track security --deals --format csv -o deals.csv
    """
    from detente.charts import thirds_map
    from detente.cli.messages import note
    from detente.cli.naming import parse_pair
    from detente.cli.options import Listing
    from detente.cli.output import choose_format, write_lines
    from detente.cli.thirds_output import DEAL_KEYS, KEYS, deal_lines, draw_deals, draw_thirds, lines_of
    from detente.measures.third_details import find_unnamed
    from detente.measures.thirds import thirds as measure
    from detente.store import Filter

    pair = parse_pair(one, other)
    wanted = Listing(since=since, until=until).to_filter()
    check_chart(chart)
    choose_format(output)
    with open_record(db) as record:
        frame, details = record.frame(touching=pair, coders=coder), record.third_details(pair)
        between = Filter(pair=pair, since=wanted.since, until=wanted.until)
        unnamed = find_unnamed(record.quoted_events(between))
    found = measure(frame, *pair, since=wanted.since, until=wanted.until, track=track, details=details)
    if found.undated:
        note(f"left out: {found.undated:,} without a date")
    for sentence, source in dict.fromkeys((each.sentence, each.source) for each in unnamed):
        note(f"of third countries, none named: {sentence} ({source})")
    if deals:
        write_lines(deal_lines(found), DEAL_KEYS, output, draw_deals)
    else:
        write_lines(lines_of(found), KEYS, output, draw_thirds)
    draw_chart(chart, lambda: thirds_map(found, track=track))


def _measure(
    record: Record, pairs: list[tuple[str, str]], day: dt.date, coder: str | None
) -> tuple[list[Distance], list[str]]:
    """The distance of each pair, all on the contacts of one coder, and what is to be said about those."""
    from detente.measures.distance import distance as measure
    from detente.measures.meetings import between, choose_coder

    meetings = record.meetings(coder)
    chosen = coder or choose_coder(meetings, pairs)
    own = meetings[(meetings["coder"] == chosen).to_numpy()]
    said = []
    if chosen not in {None, "detente"} and len(own):
        said.append(
            f"contacts are consultations that {chosen} has (CAMEO 040 to 046): "
            "it tells nobody's level, and of the place only whose country is visited"
        )
    said += [f"no contact of {one} and {other} on record" for one, other in pairs if not len(between(own, one, other))]
    return [measure(own, *pair, on=day) for pair in pairs], said
