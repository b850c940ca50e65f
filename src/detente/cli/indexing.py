"""How ``detente index`` measures, and how it shows what it found."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

from cyclopts import Parameter

if TYPE_CHECKING:
    import pandas as pd

    from detente.measures.index import Index, Measure

Line = dict[str, Any]
Kind = Literal["mean", "sum", "net", "count", "quad", "stock", "bounded"]
Track = Literal["diplomatic", "economic", "security", "people", "all"]

_DRAWS = 1000
_QUADS = ("Verbal coop.", "Material coop.", "Verbal conflict", "Material conflict")


@Parameter(name="*")
@dataclass(frozen=True)
class Measuring:
    """Options of measures that are put on a scale."""

    measure: Annotated[
        Kind | None,
        Parameter(
            name="--measure",
            help="The mean or sum of scores, net cooperation (-1 to 1), how many, how many by quad class, "
            "the decayed stock, or the bounded cumulative score (-9 to 9); mean unless another option asks for one.",
        ),
    ] = None
    scale: Annotated[
        str | None,
        Parameter(name="--scale", help="plover, goldstein, quad, or a file of your own with lines like SANCTION,-6."),
    ] = None
    track: Annotated[Track, Parameter(name="--track", help="Only what is on this track.")] = "all"
    half_life: Annotated[
        float | None, Parameter(name="--half-life", help="Of the stock, in days; 90 if not given.")
    ] = None
    initial: Annotated[
        float | None,
        Parameter(name="--initial", help="Where the bounded score starts, -9 to 9; 0 if not given.",
                  allow_leading_hyphen=True),
    ] = None  # fmt: skip
    unit: Annotated[
        float | None,
        Parameter(name="--unit", help="How far the strongest act moves a bounded score of 0, up to 9; 1 if not given."),
    ] = None
    bands: Annotated[
        bool, Parameter(name="--bands", help=f"With 95% bands, by {_DRAWS:,} resamples of the occurrences.")
    ] = False
    seed: Annotated[int, Parameter(name="--seed", help="Of the resampling: the same seed, the same bands.")] = 0
    coder: Annotated[
        list[str] | None,
        Parameter(
            name="--coder",
            negative="",
            help="Only what it coded: detente, or a source of imported events such as icews.",
        ),
    ] = None

    def settings(self) -> dict[str, Any]:
        """The arguments of :func:`detente.measures.index.index` that these options ask for.

        Raises:
            WrongUseError: an option is out of range, or belongs to another measure than the one asked for.
        """
        from detente.cli.running import WrongUseError
        from detente.errors import InputError
        from detente.measures.bounded import check_bounded
        from detente.measures.scales import find_scale
        from detente.measures.stock import check_half_life

        measure = self._choose()
        half_life = 90.0 if self.half_life is None else self.half_life
        initial, unit = self.initial or 0.0, 1.0 if self.unit is None else self.unit
        if self.seed < 0:
            raise WrongUseError(f"--seed {self.seed}: give 0 or more")
        try:
            check_half_life(half_life)
            check_bounded(initial, unit)
            scale = find_scale(self.scale) if self.scale else None
        except (ValueError, InputError) as error:
            raise WrongUseError(str(error)) from error
        return {
            "measure": measure, "scale": scale, "track": self.track, "coders": tuple(self.coder or ()),
            "half_life": half_life, "initial": initial, "unit": unit, "draws": _DRAWS if self.bands else 0,
            "seed": self.seed,
        }  # fmt: skip

    def assumed(self) -> str | None:
        """What a measure takes for granted, because no option says it."""
        measure = self._choose()
        if measure == "bounded" and self.initial is None:
            return "the bounded score starts from 0, for want of --initial"
        if measure == "stock" and self.half_life is None:
            return "the stock has a half-life of 90 days, for want of --half-life"
        return None

    def _choose(self) -> Measure:
        from detente.cli.running import WrongUseError

        belongs: dict[str, tuple[object, Measure]] = {
            "--half-life": (self.half_life, "stock"),
            "--initial": (self.initial, "bounded"),
            "--unit": (self.unit, "bounded"),
        }
        given = {option: measure for option, (value, measure) in belongs.items() if value is not None}
        usual: Measure = "quad" if self.scale == "quad" else "mean"
        measure: Measure = self.measure if self.measure else next(iter(given.values()), usual)
        for option, needed in given.items():
            if needed != measure:
                raise WrongUseError(f"{option} is an option of --measure {needed}, not of --measure {measure}")
        if measure == "quad" and self.bands:
            raise WrongUseError("--bands: counts by quad class have none; take --measure count or net")
        if measure in {"count", "quad"} and self.scale not in {None, "quad"}:
            raise WrongUseError(f"--scale {self.scale}: --measure {measure} counts, and weighs nothing")
        return measure


def tell_left_out(found: Index) -> list[str]:
    """What an index leaves out and what it rests on, for standard error."""
    said = []
    left = [f"{found.undated:,} without a date", f"{found.coarse:,} dated to more than one {found.frequency}"]
    if found.elsewhere:
        left.append(f"{found.elsewhere:,} not on the track {found.track}")
    if found.unscored:
        left.append(f"{found.unscored:,} without a score on the scale {found.scale}")
    if found.undated or found.coarse or len(left) > 2:
        said.append(f"left out: {', '.join(left)}")
    if set(found.coders) - {"detente"}:
        parts = ", ".join(f"{coder} {count:,}" for coder, count in sorted(found.coders.items()))
        apart = "; --coder takes one alone" if len(found.coders) > 1 else ""
        said.append(f"occurrences by who coded them: {parts}{apart}")
    return said


def tell_missing_coders(frame: pd.DataFrame, asked: Collection[str]) -> list[str]:
    """Which of the coders asked for have coded nothing between the two."""
    there = sorted(frame["coder"].unique())
    has = f"what is on record is from {', '.join(there)}" if there else "nothing is on record"
    return [f"nothing coded by {coder}; {has}" for coder in asked if coder not in there]


def lines_of(found: Index) -> list[Line]:
    """The rows of an index as records, what is missing as None."""
    keys = list(found.rows.columns)
    return [
        {key: None if isinstance(value, float) and math.isnan(value) else value
         for key, value in zip(keys, row, strict=True)}
        for row in _plain(found.rows).itertuples(index=False, name=None)
    ]  # fmt: skip


def _plain(rows: pd.DataFrame) -> pd.DataFrame:
    """Python's own numbers, which JSON can write."""
    return rows.astype(object)


def draw_index(lines: Iterable[Line], out: TextIO) -> None:
    """One row a period: each direction's number and, in brackets, how many occurrences stand behind it."""
    from detente.cli.tables import Column, draw_table

    by_period: dict[str, dict[str, Line]] = {}
    for line in lines:
        by_period.setdefault(line["period"], {})[line["direction"]] = line
    if any("verbal_conflict" in line for row in by_period.values() for line in row.values()):
        _draw_quads(by_period, out)
        return
    directions = list(next(iter(by_period.values()), {}))
    told = {period: row for period, row in by_period.items() if any(line["count"] for line in row.values())}
    columns = [Column("Period"), *(Column(direction, right=True) for direction in directions)]
    rows = [[period, *(_cell(row[direction]) for direction in directions)] for period, row in told.items()]
    draw_table(columns, rows, out, "periods with an occurrence")


def _draw_quads(by_period: dict[str, dict[str, Line]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table
    from detente.measures.tallies import QUADS

    columns = [Column("Period"), Column("Direction"), *(Column(name, right=True) for name in _QUADS)]
    rows = [
        [period, direction, *(line[quad] for quad in QUADS)]
        for period, row in by_period.items()
        for direction, line in row.items()
        if line["count"]
    ]
    draw_table(columns, rows, out, "periods with an occurrence")


def _cell(line: Line) -> str | None:
    """ "+2.5 (3)", "+2.5 [+1.0, +3.2] (3)", "+2.5 ordinary (3)"; of counts "3"."""
    name = list(line)[2]
    if name == "count":
        return (f"{line['count']:,}" + _band(line, ",.0f")) if line["count"] else None
    if line[name] is None:
        return None
    form = "+.2f" if name == "net" else "+,.1f"
    grade = f" {line['grade']}" if line.get("grade") else ""
    return f"{_round(line[name], form)}{_band(line, form)}{grade} ({line['count']:,})"


def _band(line: Line, form: str) -> str:
    if line.get("low") is None:
        return ""
    return f" [{_round(line['low'], form)}, {_round(line['high'], form)}]"


def _round(value: float, form: str) -> str:
    """Rounded, and never "-0.0"."""
    digits = int(form[-2])
    return format(round(value, digits) + 0.0, form)
