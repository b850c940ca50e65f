"""``--chart FILE`` of the commands, and ``detente tracks`` and ``detente map``, which are all chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

from cyclopts import Parameter

from detente.cli.options import DEFAULT_DB, Coder, Db, Listing, Output, Since, Until, open_record

if TYPE_CHECKING:
    import altair as alt

    from detente.measures import Index

ChartFile = Annotated[Path | None, Parameter(name="--chart", help="Draw it too: a file .png, .svg, .html or .json.")]
TRACK_KEYS = ("track", "period", "direction", "value", "low", "high", "count", "reports")
VISIT_KEYS = ("guest", "host", "count")
_DEFAULT = Output()
_DRAWS = 1000


def check_chart(path: Path | None) -> None:
    """Refuse what can't be drawn, before anything is measured.

    Raises:
        WrongUseError: the file has no ending of a chart.
    """
    if path is None:
        return
    from detente.charts import check_format
    from detente.cli.running import WrongUseError
    from detente.errors import DetenteError

    try:
        check_format(path)
    except DetenteError as error:
        raise WrongUseError(str(error)) from error


def draw_chart(path: Path | None, draw: Callable[[], alt.Chart]) -> None:
    """Write the chart that ``draw`` makes; nothing where none is asked for."""
    if path is None:
        return
    from detente.charts import save
    from detente.cli.messages import note

    save(draw(), path)
    note(f"drew {path}")


def tracks(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    freq: Annotated[
        Literal["day", "week", "month", "quarter", "year"], Parameter(help="Length of a period.")
    ] = "month",
    measure: Annotated[Literal["mean", "net"], Parameter(help="The mean of scores, or net cooperation.")] = "mean",
    since: Since = None,
    until: Until = None,
    coder: Coder = None,
    seed: Annotated[int, Parameter(help="Of the resampling that bands come from.")] = 0,
    chart: ChartFile = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Measure a relation on its diplomatic, economic, security and people's tracks side by side.

    Examples
    --------
    detente tracks CHN JPN --freq quarter --chart tracks.svg

    detente tracks CHN JPN --measure net --since 2010 --format csv -o tracks.csv
    """
    from detente.charts import tracks_chart
    from detente.cli.naming import parse_pair
    from detente.cli.output import choose_format, write_lines
    from detente.cli.running import WrongUseError
    from detente.knowledge.tracks import TRACKS
    from detente.measures import index

    pair, wanted = parse_pair(one, other), Listing(since=since, until=until).to_filter()
    if seed < 0:
        raise WrongUseError(f"--seed {seed}: give 0 or more")
    check_chart(chart)
    choose_format(output)
    with open_record(db) as record:
        frame = record.frame(pair=pair, since=wanted.since, until=wanted.until)
    settings: dict[str, Any] = {"measure": measure, "coders": tuple(coder or ()), "draws": _DRAWS, "seed": seed}
    found: dict[str, Index] = {track: index(frame, *pair, frequency=freq, track=track, **settings) for track in TRACKS}
    write_lines(_track_lines(found, pair), TRACK_KEYS, output, _draw_tracks)
    draw_chart(chart, lambda: tracks_chart(found, pair))


def map_(
    state: Annotated[str, Parameter(help="The state whose map it is, code or name.")],
    *,
    chart: Annotated[Path, Parameter(name="--chart", help="The map: a file .png, .svg, .html or .json.")],
    value: Annotated[Literal["mean", "net"], Parameter(help="What colours mean: mean score, or net cooperation.")] = (
        "mean"
    ),
    least: Annotated[int, Parameter(help="A colour takes so many occurrences.")] = 1,
    since: Since = None,
    until: Until = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Draw a map of a state's relations and visits, and list the visits.

    Examples
    --------
    detente map China --chart china.svg

    detente map JPN --since 2014 --until 2014 --least 3 --chart japan.png -o visits.csv
    """
    from detente.charts import count_visits, relations_map
    from detente.cli.naming import parse_party
    from detente.cli.output import choose_format, write_lines
    from detente.cli.running import WrongUseError

    party, wanted = parse_party(state), Listing(since=since, until=until).to_filter()
    if least < 1:
        raise WrongUseError(f"--least {least}: give 1 or more")
    check_chart(chart)
    choose_format(output)
    with open_record(db) as record:
        matrix = record.pair_matrix(since=wanted.since, until=wanted.until)
        frame = record.frame(touching=(party,), since=wanted.since, until=wanted.until)
        visits = count_visits(frame, record.contacts(Listing(party=party, since=since, until=until).to_filter()))
    visits = visits[((visits["guest"] == party) | (visits["host"] == party)).to_numpy()]
    lines = [{str(key): value for key, value in row.items()} for row in visits.to_dict("records")]
    write_lines(lines, VISIT_KEYS, output, _draw_visits)
    draw_chart(chart, lambda: relations_map(matrix, party, visits=visits, value=value, fewest=least))


def _track_lines(found: dict[str, Index], pair: tuple[str, str]) -> list[dict[str, Any]]:
    from detente.cli.indexing import lines_of

    lines = []
    for track, index in found.items():
        for line in lines_of(index):
            if line["direction"] == "-".join(pair):
                lines.append({"track": track, "value": line.pop(index.measure), **line})
    return [{key: line[key] for key in TRACK_KEYS} for line in lines]


def _draw_tracks(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.charts.wording import signed
    from detente.cli.tables import Column, draw_table

    by_period: dict[str, dict[str, str]] = {}
    names: dict[str, None] = {}
    for line in lines:
        names[line["track"]] = None
        if line["count"]:
            told = f"{signed(line['value'])} ({line['count']:,})"
            by_period.setdefault(line["period"], {})[line["track"]] = told
    columns = [Column("Period"), *(Column(name.title(), right=True) for name in names)]
    rows = [[period, *(row.get(name) for name in names)] for period, row in sorted(by_period.items())]
    draw_table(columns, rows, out, "periods with an occurrence")


def _draw_visits(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    columns = [Column("Guest"), Column("Host"), Column("Visits", right=True)]
    draw_table(columns, [[line[key] for key in VISIT_KEYS] for line in lines], out, "ways")
