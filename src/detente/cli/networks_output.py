"""What ``detente triangle``, ``blocs`` and ``matrix`` show of what was found."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TextIO

if TYPE_CHECKING:
    import pandas as pd

    from detente.measures import Blocs, TriangleHistory

Line = dict[str, Any]
Part = Literal["periods", "sides", "roles", "spells"]
TYPE_KEYS = ("period", "type", "probability", "menage_a_trois", "romantic_triangle", "stable_marriage", "unit_veto",
             "balanced", "reason")  # fmt: skip
TRIANGLE_KEYS: Mapping[Part, tuple[str, ...]] = {
    "periods": (*TYPE_KEYS, "sides", "roles"),
    "sides": ("period", "side", "mean", "low", "high", "positive", "sign", "occurrences", "reports"),
    "roles": ("period", "party", "pivot", "wing", "partner", "outcast"),
    "spells": ("first", "last", "periods", "type", "who", "turned", "reason"),
}
BLOC_KEYS = ("party", "camp", "margin", "share", "friends", "foes", "network")
MATRIX_KEYS = ("one", "other", "mean", "net", "count", "reports")
_ROLES = ("pivot", "wing", "partner", "outcast")
_SIGNS = {"positive": "+", "negative": "−", "undetermined": "?"}
_NAMED = 20  # pairs that are named on standard error


def plain(rows: pd.DataFrame) -> list[Line]:
    """Rows as records, with what is missing as None."""
    return [
        {str(key): None if isinstance(value, float) and math.isnan(value) else value for key, value in row.items()}
        for row in rows.astype(object).to_dict("records")
    ]


def triangle_lines(found: TriangleHistory, part: Part, *, nested: bool) -> list[Line]:
    """One part of what there is to tell of a triangle; a period has its sides and roles with it where they may nest."""
    from detente.measures.spells import find_spells

    if part != "periods":
        spells = find_spells(found) if part == "spells" else None
        rows = {"sides": found.sides, "roles": found.roles, "spells": spells}[part]
        lines = plain(rows) if rows is not None else []
        return [{**line, "turned": list(line["turned"])} for line in lines] if part == "spells" else lines
    lines = plain(found.types)
    if not nested:
        return lines
    sides, roles = (
        {period: plain(rows.drop(columns="period")) for period, rows in table.groupby("period", sort=False)}
        for table in (found.sides, found.roles)
    )
    return [{**line, "sides": sides[line["period"]], "roles": roles.get(line["period"], [])} for line in lines]


def tell_triangle(found: TriangleHistory, least: int, frequency: str) -> Iterator[str]:
    """What doesn't count, how the sides are divided, and where there is too little."""
    for reason, count in found.left.items():
        if count:
            yield f"{count:,} occurrences {reason} left out"
    if math.isnan(found.neutral):
        divides = (f"{side} {divide:+.2f}" for side, divide in found.neutrals.items() if not math.isnan(divide))
        yield f"divided at each side's own mean: {', '.join(divides) or 'none has one'}"
    if found.types.empty:
        yield "nothing dated is on record among the three"
    elif found.roles.empty:
        yield f"too little data: in no {frequency} do all three sides have {least} occurrences (--freq, --least)"


def draw_triangle(part: Part) -> Callable[[Iterable[Line], TextIO], None]:
    """What draws a part of a triangle as a table."""
    return {
        "periods": _draw_types,
        "sides": draw_rows(TRIANGLE_KEYS["sides"], "sides"),
        "roles": draw_rows(TRIANGLE_KEYS["roles"], "roles"),
        "spells": _draw_spells,
    }[part]


def _draw_types(lines: Iterable[Line], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    every = list(lines)
    sides = [side["side"] for side in every[0]["sides"]] if every else []
    columns = (Column("Period"), *map(Column, sides), Column("Type", share=2), Column("Roles", share=3),
               Column("Balanced", right=True))  # fmt: skip
    rows = (
        (
            line["period"],
            *(_tell_side(side) for side in line["sides"]),
            f"{line['type']} ({line['probability']:.0%})" if line["type"] else _tell_why(line),
            ", ".join(_tell_role(role) for role in line["roles"]) if line["type"] else None,
            f"{line['balanced']:.0%}" if line["balanced"] is not None else None,
        )
        for line in every
    )
    draw_table(columns, rows, out, "periods")


def _tell_side(side: Line) -> str:
    """ "+0.7 (13) +": mean, occurrences, and the sign, or "?" where it is undetermined."""
    if side["mean"] is None:
        return f"– ({side['occurrences']})"
    return f"{side['mean']:+.1f} ({side['occurrences']}) {_SIGNS[side['sign']]}"


def _tell_why(line: Line) -> str:
    """Why there is no type, and which types come first where none is likely enough."""
    if line["menage_a_trois"] is None:
        return str(line["reason"])
    kinds = ("menage_a_trois", "romantic_triangle", "stable_marriage", "unit_veto")
    first, second = sorted(kinds, key=lambda kind: -line[kind])[:2]
    return (
        f"undetermined: {first.replace('_', ' ')} {line[first]:.0%}, {second.replace('_', ' ')} {line[second]:.0%}"
    )  # fmt: skip


def _tell_role(role: Line) -> str:
    name = max(_ROLES, key=lambda key: role[key])
    return f"{role['party']} {name} {role[name]:.0%}"


def _draw_spells(lines: Iterable[Line], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    columns = (
        Column("First"),
        Column("Last"),
        Column("Periods", right=True),
        Column("Type"),
        Column("Who"),
        Column("Turned", share=1),
    )
    rows = (
        (
            line["first"],
            line["last"],
            line["periods"],
            line["type"] or line["reason"],
            line["who"],
            ", ".join(line["turned"]) or None,
        )
        for line in lines
    )
    draw_table(columns, rows, out, "spells")


def tell_blocs(found: Blocs, least: int, *, weighted: bool) -> Iterator[str]:
    """How good the camps are, and what doesn't fit them."""
    yield told(found)
    if found.equals > 1:
        hint = "" if weighted else " (--weighted tells most of them apart)"
        yield f"{found.equals:,} partitions or more fit as well, this one among them{hint}"
    networks = found.members["network"].nunique()
    if networks > 1:
        yield f"{networks} networks that no relation joins: between them, camps of one number are not one camp"
    named = ", ".join("-".join(pair) for pair in found.frustrated[:_NAMED])
    more = f" and {len(found.frustrated) - _NAMED:,} more" if len(found.frustrated) > _NAMED else ""
    yield f"don't fit: {named or 'none'}{more}"
    if found.left:
        yield f"no relation of {least} occurrences: {', '.join(found.left)}"


def told(found: Blocs) -> str:
    """Frustration, and whether a better partition may exist."""
    sure = (
        "no partition is better"
        if found.method == "exact"
        else f"the best found; none can have less than {found.bound:.4g}"
    )
    return f"frustration {found.frustration:.4g} of {found.total:.4g}; {sure}"


def bloc_history_lines(periods: Mapping[str, Blocs]) -> list[Line]:
    """Members of all periods, one below the other."""
    return [{"period": period, **line} for period, found in periods.items() for line in plain(found.members)]


def draw_bloc_history(lines: Iterable[Line], out: TextIO) -> None:
    """A row for each state and a column for each period: camp, and in brackets the margin."""
    from detente.cli.tables import Column, draw_table

    cells: dict[str, dict[str, str]] = {}
    periods: dict[str, None] = {}
    for line in lines:
        periods.setdefault(line["period"])
        cells.setdefault(line["party"], {})[line["period"]] = f"{line['camp']} ({line['margin']:.3g})"
    columns = (Column("Party"), *(Column(period, right=True) for period in periods))
    rows = ((party, *(row.get(period) for period in periods)) for party, row in sorted(cells.items()))
    draw_table(columns, rows, out, "states")


def draw_square(parties: Sequence[str], measure: str) -> Callable[[Iterable[Line], TextIO], None]:
    """What draws pairs as a square; of a mean or net cooperation with how many occurrences stand behind it."""

    def draw(lines: Iterable[Line], out: TextIO) -> None:
        from detente.cli.tables import Column, draw_table

        cells: dict[frozenset[str], str] = {}
        for line in lines:
            number = line[measure]
            shown = "–" if number is None else f"{number:+.{2 if measure == 'net' else 1}f}"
            cells[frozenset((line["one"], line["other"]))] = (
                f"{line['count']:,}" if measure == "count" else f"{shown} ({line['count']:,})"
            )
        columns = (Column(""), *(Column(party, right=True) for party in parties))
        rows = ((one, *(cells.get(frozenset((one, other))) for other in parties)) for one in parties)
        draw_table(columns, rows if cells else (), out, "pairs")

    return draw


def draw_rows(keys: Sequence[str], noun: str) -> Callable[[Iterable[Line], TextIO], None]:
    """What draws records as they are."""

    def draw(lines: Iterable[Line], out: TextIO) -> None:
        from detente.cli.tables import Column, draw_table

        texts = {"period", "side", "one", "other", "party", "sign"}
        columns = tuple(Column(key.capitalize(), right=key not in texts) for key in keys)
        cells = ([f"{line[key]:.2f}" if isinstance(line[key], float) else line[key] for key in keys] for line in lines)
        draw_table(columns, cells, out, noun)

    return draw
