"""``detente triangle``, ``blocs`` and ``matrix``: relations among three states, and among many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

from cyclopts import Parameter

from detente.cli.charting import ChartFile, check_chart, draw_chart
from detente.cli.dynamics import Selecting
from detente.cli.options import DEFAULT_DB, Db, Listing, Output, open_record
from detente.cli.relations import Frequency

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from detente.measures import Blocs, Record, TriangleHistory

TRIANGLE_KEYS = ("period", "type", "probability", "menage_a_trois", "romantic_triangle", "stable_marriage", "unit_veto",
                 "balanced", "reason", "sides", "roles")  # fmt: skip
BLOC_KEYS = ("party", "camp", "margin", "friends", "foes")
MATRIX_KEYS = ("one", "other", "mean", "net", "count", "reports")

Neutral = Annotated[
    str, Parameter(help="What divides friend from foe: a score, or mean for that of all pairs of the record.")
]
States = Annotated[
    list[str] | None,
    Parameter(name="--states", negative="", consume_multiple=True, help="Only these; else those with the most."),
]
Top = Annotated[int, Parameter(name="--top", help="So many, where --states names none.")]
Since = Annotated[str | None, Parameter(name="--since", help="From this date on: 2024-07-26, 2024-07 or 2024.")]
Until = Annotated[str | None, Parameter(name="--until", help="Up to this date, inclusive.")]
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
    neutral: Neutral = "0",
    chart: ChartFile = None,
    selecting: Selecting = _ALL,
    output: Output = _DEFAULT,
) -> None:
    """Tell Dittmer's type of a triangle, each state's role and the balance, by period.

    Examples
    --------
    detente triangle CHN JPN USA

    detente triangle CHN JPN USA --freq quarter --neutral mean --format jsonl
    """
    from detente.charts import triangle_chart
    from detente.cli.messages import note
    from detente.cli.naming import parse_pair, parse_party
    from detente.cli.output import write_lines
    from detente.cli.running import WrongUseError
    from detente.measures import triangle as measure

    check_chart(chart)
    parties = (*parse_pair(one, other), parse_party(third))
    (since, until), settings = selecting.window(), selecting.settings()
    with open_record(selecting.db) as record:
        frame = record.frame(parties=parties, since=since, until=until, statements=selecting.scale == "goldstein")
        divide = _divide(record, neutral, since, until)
    try:
        found = measure(frame, parties, freq, least=least, neutral=divide, **settings)
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    for reason, count in found.left.items():
        if count:
            note(f"{count:,} occurrences {reason} left out")
    if found.types.empty:
        note("nothing dated is on record among the three")
    elif found.types["type"].isna().all() and found.roles.empty:
        note(f"too little data: in no {freq} do all three sides have {least} occurrences (--freq, --least)")
    write_lines(_triangle_lines(found), TRIANGLE_KEYS, output, _draw_triangle)
    draw_chart(chart, lambda: triangle_chart(found, frequency=freq))


def blocs(
    *,
    states: States = None,
    top: Top = 16,
    least: Annotated[int, Parameter(help="A relation needs so many occurrences.")] = 5,
    value: Annotated[Literal["mean", "net"], Parameter(help="Mean score, or net cooperation.")] = "mean",
    neutral: Neutral = "mean",
    weighted: Annotated[bool, Parameter(negative="", help="Weigh relations by how far they are from neutral.")] = False,
    since: Since = None,
    until: Until = None,
    chart: ChartFile = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """Find the two camps that fit best who is whose friend and foe, and who stands between them.

    Examples
    --------
    detente blocs --top 20

    detente blocs --states CHN USA RUS JPN KOR PRK IND --since 2014 --until 2014-06
    """
    from detente.cli.messages import note
    from detente.cli.output import write_lines
    from detente.measures import blocs as measure
    from detente.measures import signed_network

    check_chart(chart)
    wanted = Listing(since=since, until=until).to_filter()
    with open_record(db) as record:
        matrix = record.pair_matrix(since=wanted.since, until=wanted.until)
        parties = _parties(matrix, states, top)
        divide = _divide(record, neutral, wanted.since, wanted.until, value)
    relations = signed_network(matrix, parties, value=value, neutral=divide, least=least, weighted=weighted)
    if not relations:
        note(f"too little data: no two of {', '.join(parties) or 'no states'} have {least} occurrences between them")
    found = measure(relations, parties)
    if relations:
        note(_told(found.frustration, found.total, found.method, divide))
        note("don't fit: " + (", ".join("-".join(pair) for pair in found.frustrated) or "none"))
    if found.left and relations:
        note(f"no relation of {least} occurrences: {', '.join(found.left)}")
    write_lines(_plain(found.members), BLOC_KEYS, output, _draw(BLOC_KEYS, "states"))
    draw_chart(chart, lambda: _draw_camps(found, matrix, relations, divide))


def matrix(
    *,
    states: States = None,
    top: Top = 12,
    since: Since = None,
    until: Until = None,
    chart: ChartFile = None,
    db: Db = DEFAULT_DB,
    output: Output = _DEFAULT,
) -> None:
    """List all pairs of some states: mean PLOVER score, net cooperation, how many occurrences and reports.

    Examples
    --------
    detente matrix --top 12 --since 2014 --until 2014

    detente matrix --states CHN JPN USA KOR --format csv
    """
    from detente.charts import matrix_chart
    from detente.cli.output import write_lines

    check_chart(chart)
    wanted = Listing(since=since, until=until).to_filter()
    with open_record(db) as record:
        table = record.pair_matrix(since=wanted.since, until=wanted.until)
    parties = _parties(table, states, top)
    rows = table[table["one"].isin(parties) & table["other"].isin(parties)].sort_values(["one", "other"])
    lines = _plain(rows[list(MATRIX_KEYS)])
    write_lines(lines, MATRIX_KEYS, output, _draw(MATRIX_KEYS, "pairs"))
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
    return bloc_chart(edges, camps, said=[_told(found.frustration, found.total, found.method, divide).capitalize()])


def _parties(matrix: pd.DataFrame, states: list[str] | None, top: int) -> list[str]:
    """The states asked for, else those that take part in the most."""
    from detente.cli.naming import parse_party
    from detente.knowledge.states import states as every_state

    if states:
        return [parse_party(name) for name in states]
    counts = matrix.groupby("one")["count"].sum().add(matrix.groupby("other")["count"].sum(), fill_value=0)
    counts = counts[counts.index.isin(every_state())]  # organisations only where asked for
    return [str(party) for party in counts.sort_values(ascending=False, kind="stable").index[:top]]


def _divide(record: Record, neutral: str, since: Any, until: Any, value: str = "mean") -> float:
    """The score that divides positive from negative."""
    from detente.cli.running import WrongUseError

    if neutral == "mean":
        matrix = record.pair_matrix(since=since, until=until)
        total = matrix["count"].sum() if value == "mean" else (matrix["cooperation"] + matrix["conflict"]).sum()
        lean = matrix["sum"].sum() if value == "mean" else (matrix["cooperation"] - matrix["conflict"]).sum()
        return float(lean / total) if total else 0.0
    try:
        return float(neutral)
    except ValueError:
        raise WrongUseError(f"--neutral {neutral}: give a number, or mean") from None


def _told(frustration: float, total: float, method: str, divide: float) -> str:
    sure = "no partition is better" if method == "exact" else "the best found; a better one may exist"
    return f"frustration {frustration:.4g} of {total:.4g}; {sure}; divided at {divide:+.2f}"


def _plain(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows with what is missing as None."""
    return [
        {str(key): None if value != value else value for key, value in row.items()}  # noqa: PLR0124
        for row in rows.to_dict("records")
    ]


def _triangle_lines(found: TriangleHistory) -> list[dict[str, Any]]:
    sides = {period: _plain(rows.drop(columns="period")) for period, rows in found.sides.groupby("period", sort=False)}
    roles = {period: _plain(rows.drop(columns="period")) for period, rows in found.roles.groupby("period", sort=False)}
    return [
        {**line, "sides": sides[line["period"]], "roles": roles.get(line["period"], [])} for line in _plain(found.types)
    ]


def _draw_triangle(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    every = list(lines)
    sides = [side["side"] for side in every[0]["sides"]] if every else []
    headings = ("Period", *sides, "Type", "Roles", "Balanced")
    columns = tuple(Column(name, share=1 if name in ("Type", "Roles") else 0) for name in headings)
    rows = (
        (
            line["period"],
            *(_tell_side(side) for side in line["sides"]),
            f"{line['type']} ({line['probability']:.0%})" if line["type"] else line["reason"],
            ", ".join(_tell_role(role) for role in line["roles"]) if line["type"] else None,
            f"{line['balanced']:.0%}" if line["balanced"] is not None else None,
        )
        for line in every
    )
    draw_table(columns, rows, out, "periods")


def _tell_side(side: dict[str, Any]) -> str:
    if side["mean"] is None:
        return f"– ({side['occurrences']})"
    return f"{side['mean']:+.1f} ({side['occurrences']})"


def _tell_role(role: dict[str, Any]) -> str:
    name = max(("pivot", "wing", "partner", "outcast"), key=lambda key: role[key])
    return f"{role['party']} {name} {role[name]:.0%}"


def _draw(keys: tuple[str, ...], noun: str) -> Any:
    def draw(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
        from detente.cli.tables import Column, draw_table

        columns = tuple(Column(key.capitalize(), right=key not in ("one", "other", "party")) for key in keys)
        cells = ([f"{line[key]:.2f}" if isinstance(line[key], float) else line[key] for key in keys] for line in lines)
        draw_table(columns, cells, out, noun)

    return draw
