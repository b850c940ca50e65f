"""``detente triangle``, ``blocs`` and ``matrix``: relations among three states, and among many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from detente.cli.charting import ChartFile, check_chart, draw_chart
from detente.cli.dynamics import Selecting
from detente.cli.networks_output import (
    BLOC_KEYS,
    MATRIX_KEYS,
    TRIANGLE_KEYS,
    Part,
    bloc_history_lines,
    draw_bloc_history,
    draw_rows,
    draw_square,
    draw_triangle,
    plain,
    tell_blocs,
    tell_triangle,
    told,
    triangle_lines,
)
from detente.cli.options import DEFAULT_DB, Coder, Db, Listing, Output, Since, Until, open_record
from detente.cli.relations import Frequency

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from detente.measures import Blocs

States = Annotated[
    list[str] | None,
    Parameter(name="--states", negative="", consume_multiple=True, help="Only these; else those with the most."),
]
Top = Annotated[int, Parameter(name="--top", help="So many, where --states names none.")]
_ALL = Selecting()
_DEFAULT = Output()


def triangle(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The second.")],
    third: Annotated[str, Parameter(help="The third.")],
    /,
    *,
    freq: Annotated[Frequency, Parameter(help="Length of a period.")] = "year",
    least: Annotated[int, Parameter(help="A side needs so many occurrences in a period.")] = 5,
    neutral: Annotated[
        str,
        Parameter(
            name=["--neutral", "--baseline"],
            allow_leading_hyphen=True,
            help="What divides friend from foe: a score; mean, that of all pairs of the record; "
            "or pair-mean, each side's own over all periods.",
        ),
    ] = "0",
    margin: Annotated[
        float, Parameter(help="A sign or type is named where its probability is above 1/2 by more than this.")
    ] = 0.3,
    show: Annotated[Part, Parameter(help="Types by period, the sides, the roles, or spells of one type.")] = "periods",
    chart: ChartFile = None,
    selecting: Selecting = _ALL,
    output: Output = _DEFAULT,
) -> None:
    """Tell Dittmer's type of a triangle, each state's role and the balance, by period.

    Examples
    --------
    detente triangle CHN JPN USA

    detente triangle CHN JPN USA --freq quarter --neutral mean --format jsonl

    detente triangle CHN JPN USA --freq month --neutral pair-mean --show spells
    """  # fmt: skip
    from detente.charts import triangle_chart
    from detente.cli.messages import note
    from detente.cli.naming import parse_pair, parse_party
    from detente.cli.output import choose_format, write_lines
    from detente.cli.running import WrongUseError
    from detente.measures import triangle as measure

    check_chart(chart)
    if chart and neutral == "pair-mean":
        raise WrongUseError("--chart draws one divide for all sides, not --neutral pair-mean")
    nested = choose_format(output) not in {"csv", "parquet"}
    parties = (*parse_pair(one, other), parse_party(third))
    (since, until), settings = selecting.window(), selecting.settings()
    with open_record(selecting.db) as record:
        frame = record.frame(parties=parties, since=since, until=until, statements=selecting.scale == "goldstein")
        divide: Any = (
            neutral
            if neutral == "pair-mean"
            else _divide(neutral, lambda: record.pair_matrix(since=since, until=until, coders=selecting.coder))
        )
    try:
        found = measure(frame, parties, freq, least=least, neutral=divide, margin=margin, **settings)
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    for said in tell_triangle(found, least, freq):
        note(said)
    keys = TRIANGLE_KEYS[show] if nested else tuple(key for key in TRIANGLE_KEYS[show] if key not in {"sides", "roles"})
    write_lines(triangle_lines(found, show, nested=nested), keys, output, draw_triangle(show))
    draw_chart(chart, lambda: triangle_chart(found, frequency=freq))


def blocs(
    *,
    states: States = None,
    top: Top = 16,
    camps: Annotated[str, Parameter(help="At most so many, or any for as many as fit best.")] = "2",
    freq: Annotated[Frequency | None, Parameter(help="By period of this length; else all time together.")] = None,
    least: Annotated[int, Parameter(help="A relation needs so many occurrences.")] = 5,
    value: Annotated[Literal["mean", "net"], Parameter(help="Mean score, or net cooperation.")] = "mean",
    neutral: Annotated[
        str,
        Parameter(
            name=["--neutral", "--baseline"],
            allow_leading_hyphen=True,
            help="What divides friend from foe: a score, or mean for that of all pairs of the record.",
        ),
    ] = "mean",
    weighted: Annotated[bool, Parameter(negative="", help="Weigh relations by how far they are from neutral.")] = False,
    seconds: Annotated[float, Parameter(help="For the proof that no partition is better.")] = 30.0,
    since: Since = None,
    until: Until = None,
    coder: Coder = None,
    chart: ChartFile = None,
    network: Annotated[
        Path | None, Parameter(help="Write the signed network with its camps too: a file .graphml or .gexf.")
    ] = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Find the camps that fit best who is whose friend and foe, and who stands between them.

    Examples
    --------
    detente blocs --top 20

    detente blocs --states CHN USA RUS JPN KOR PRK IND --since 2014 --until 2014-06

    detente blocs --camps any --weighted --freq year --format csv
    """  # fmt: skip
    from detente.cli.messages import note
    from detente.cli.output import choose_format, write_lines
    from detente.cli.running import WrongUseError
    from detente.measures import blocs as measure
    from detente.measures import signed_network
    from detente.measures.bloc_history import blocs_by_period

    check_chart(chart)
    choose_format(output)
    _check_network(network)
    if freq and (chart or network):
        raise WrongUseError("--chart and --network take one period: leave out --freq, give --since and --until")
    ways: dict[str, Any] = {"camps": _parse_camps(camps), "seconds": seconds}
    wanted = Listing(since=since, until=until).to_filter()
    with open_record(db) as record:
        matrix = record.pair_matrix(since=wanted.since, until=wanted.until, coders=coder)
        parties = _parties(matrix, states, top)
        divide = _divide(neutral, lambda: matrix, value)
        frame = record.frame(parties=parties, since=wanted.since, until=wanted.until, coders=coder) if freq else None
    counted: dict[str, Any] = {"value": value, "neutral": divide, "least": least, "weighted": weighted}
    note(f"friends and foes divided at {divide:+.2f}")
    try:
        if frame is not None and freq:
            history = blocs_by_period(frame, freq, parties, **counted, **ways)
            for period, found in history.periods.items():
                note(f"{period}: {told(found) if len(found.members) else 'too little data'}")
            lines = bloc_history_lines(history.periods)
            write_lines(lines, ("period", *BLOC_KEYS), output, draw_bloc_history)
            return
        relations = signed_network(matrix, parties, **counted)
        found = measure(relations, parties, **ways)
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    if not relations:
        note(f"too little data: no two of {', '.join(parties) or 'no states'} have {least} occurrences between them")
    for said in tell_blocs(found, least, weighted=weighted) if relations else ():
        note(said)
    write_lines(plain(found.members), BLOC_KEYS, output, draw_rows(BLOC_KEYS, "states"))
    if network:
        _write_network(relations, found, network)
    draw_chart(chart, lambda: _draw_camps(found, matrix, relations, divide))


def matrix(
    *,
    states: States = None,
    top: Top = 12,
    measure: Annotated[
        Literal["mean", "net", "count"], Parameter(help="What the table shows; other forms have all three.")
    ] = "mean",
    since: Since = None,
    until: Until = None,
    coder: Coder = None,
    chart: ChartFile = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Show all pairs of some states: mean PLOVER score, net cooperation, how many occurrences and reports.

    Examples
    --------
    detente matrix --top 12 --since 2014 --until 2014

    detente matrix --states CHN JPN USA KOR --measure net

    detente matrix --states CHN JPN USA KOR --format csv
    """
    from detente.charts import matrix_chart
    from detente.cli.output import choose_format, write_lines

    check_chart(chart)
    choose_format(output)
    wanted = Listing(since=since, until=until).to_filter()
    with open_record(db) as record:
        table = record.pair_matrix(since=wanted.since, until=wanted.until, coders=coder)
    parties = _parties(table, states, top)
    rows = table[table["one"].isin(parties) & table["other"].isin(parties)].sort_values(["one", "other"])
    write_lines(plain(rows[list(MATRIX_KEYS)]), MATRIX_KEYS, output, draw_square(parties, measure))
    draw_chart(chart, lambda: matrix_chart(rows, parties))


def _draw_camps(
    found: Blocs, matrix: pd.DataFrame, relations: Mapping[tuple[str, str], float], divide: float
) -> alt.Chart:
    """The network, a state that could change camps without more frustration told as between them."""
    import pandas as pd

    from detente.charts import bloc_chart

    counts = {(row["one"], row["other"]): row["count"] for row in matrix.to_dict("records")}
    edges = pd.DataFrame(
        [(one, other, weight, counts[one, other]) for (one, other), weight in relations.items()],
        columns=["one", "other", "weight", "count"],
    )
    camps = {
        str(row["party"]): None if row["margin"] <= 0 else int(row["camp"]) for row in found.members.to_dict("records")
    }
    return bloc_chart(edges, camps, said=[f"{told(found).capitalize()}; divided at {divide:+.2f}"])


def _parties(matrix: pd.DataFrame, states: list[str] | None, top: int) -> list[str]:
    """The states asked for, else those that take part in the most."""
    from detente.cli.naming import parse_party
    from detente.cli.running import WrongUseError
    from detente.measures.matrix import busiest

    if states:
        return list(dict.fromkeys(parse_party(name) for name in states))
    if top < 2:
        raise WrongUseError(f"--top {top}: give 2 or more")
    return busiest(matrix, top)


def _parse_camps(text: str) -> int | None:
    from detente.cli.running import WrongUseError

    if text == "any":
        return None
    if not text.isdecimal() or int(text) < 2:
        raise WrongUseError(f"--camps {text}: give 2 or more, or any")
    return int(text)


def _check_network(path: Path | None) -> None:
    from detente.cli.running import WrongUseError
    from detente.exchange.network import FORMATS

    if path and path.suffix.lower() not in FORMATS:
        raise WrongUseError(f"{path}: a network is written as {' or '.join(FORMATS)}")


def _write_network(relations: Mapping[tuple[str, str], float], found: Blocs, path: Path) -> None:
    import networkx as nx

    from detente.cli.messages import note
    from detente.errors import DetenteError
    from detente.measures.balance import to_graph

    graph = to_graph(relations, found)
    try:
        (nx.write_graphml if path.suffix.lower() == ".graphml" else nx.write_gexf)(graph, path)
    except OSError as error:
        raise DetenteError(f"can't write {path}: {error.strerror or error}") from error
    note(f"wrote {path}")


def _divide(neutral: str, pairs: Callable[[], pd.DataFrame], value: str = "mean") -> float:
    """The score that divides positive from negative; all pairs are added up only where their mean is asked for."""
    from math import isfinite

    from detente.cli.running import WrongUseError

    if neutral == "mean":
        matrix = pairs()
        total = matrix["count"].sum() if value == "mean" else (matrix["cooperation"] + matrix["conflict"]).sum()
        lean = matrix["sum"].sum() if value == "mean" else (matrix["cooperation"] - matrix["conflict"]).sum()
        return float(lean / total) if total else 0.0
    try:
        number = float(neutral)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise WrongUseError(f"--neutral {neutral}: give a number, or mean")
    return number
