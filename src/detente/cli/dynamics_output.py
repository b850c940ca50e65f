"""Turning points and responses as lines, as tables, and in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from detente.cli.tables import Column, arrow, draw_table

if TYPE_CHECKING:
    import pandas as pd

    from detente.measures import Responses, TurningPoints

Line = dict[str, Any]
TURN_KEYS = ("period", "direction", "previous", "before", "before_low", "before_high", "after", "after_low",
             "after_high", "stands", "chance", "count", "reports", "movers", "what", "evidence")  # fmt: skip
RESPONSE_KEYS = ("part", "kind", "cause", "effect", "step", "value", "low", "high", "p", "p_holm", "text")
_BY_CHANCE = 0.05
_DRIFTING = 0.2  # levels that were cut too often take up some of it


def tell_left_out(found: TurningPoints | Responses) -> list[str]:
    """What didn't enter, and why."""
    left = {
        "without a date": found.undated,
        f"dated to more than one {found.frequency}": found.coarse,
        "not on the track": found.elsewhere,
        f"without a score on the scale {found.scale}": found.unscored,
    }
    told = ", ".join(f"{count:,} {why}" for why, count in left.items() if count)
    return [f"left out: {told}"] if told else []


def tell_turns(found: TurningPoints) -> list[str]:
    """What turning points leave out and what speaks against them."""
    said = tell_left_out(found)
    for row in _records(found.series):
        name, unit = row["direction"], f"{found.frequency}s"
        if row["periods"] < row["needed"]:
            said.append(f"{name}: too little data: {unit} with occurrences {row['periods']:,}, needed {row['needed']}")
            continue
        if row["silent"]:
            said.append(f"{name}: {unit} without occurrences, left out: {row['silent']:,}")
        if row["points"] and row["chance"] > _BY_CHANCE:
            said.append(f"{name}: {row['chance']:.0%} of shuffled series turn as much: it may not have turned at all")
        if row["points"] and row["autocorrelation"] > _DRIFTING:
            said.append(f"{name}: levels may drift rather than jump (autocorrelation {row['autocorrelation']:.2f})")
    return said


def lines_of_turns(found: TurningPoints, evidence: pd.DataFrame) -> Iterator[Line]:
    """Turning points as records, with what happened and the ids of the events that say so."""
    told = {row["occurrence"]: row for row in _records(evidence)}
    for row in _records(found.rows):
        behind = [told[mover] for mover in row["movers"] if mover in told]
        line = {key: _plain(row[key]) for key in TURN_KEYS if key in row}
        line["movers"] = list(row["movers"])
        line["what"] = [_say(each) for each in behind]
        line["evidence"] = [event for each in behind for event in each["evidence"]]
        yield {key: line[key] for key in TURN_KEYS}


def draw_turns(lines: Iterable[Line], out: TextIO) -> None:
    """One row a point: the levels with their intervals, how surely it stands, and what moved it most."""
    columns = (
        Column("From"),
        Column("Direction"),
        Column("Before", right=True),
        Column("After", right=True),
        Column("Stands", right=True),
        Column("Chance", right=True),
        Column("What moved it", share=1),
    )
    rows = (
        (
            line["period"],
            line["direction"],
            _level(line, "before"),
            _level(line, "after"),
            None if line["stands"] is None else f"{line['stands']:.0%}",
            None if line["chance"] is None else f"{line['chance']:.0%}",
            "\n".join(line["what"][:3]) or None,
        )
        for line in lines
    )
    draw_table(columns, rows, out, "turning points")


def lines_of_responses(found: Responses) -> Iterator[Line]:
    """A model as one table: what each row is says its ``part``."""
    yield from _model_lines(found)
    for row in _records(found.unit_roots):
        for test in ("adf", "kpss"):
            yield _line("unit root", kind=test, effect=row["effect"], value=row[test], p=row[f"{test}_p"],
                        text=row["verdict"])  # fmt: skip
    for row in _records(found.granger):
        yield _line("granger", kind="f", value=row.pop("f"), **row)
    for row in _records(found.impulses):
        yield _line("impulse", value=row.pop("response"), **row)
    for row in _records(found.variance):
        yield _line("variance", kind="orthogonal", value=row.pop("share"), **row)
    for row in _records(found.errors):
        for error in ("rmse", "mae"):
            yield _line("forecast", kind=f"{row['method']} {error}", effect=row["effect"], step=row["step"],
                        value=row[error])  # fmt: skip
    for row in _records(found.what_if):
        yield _line("what-if", value=row.pop("response"), **row)
    for said in found.verdicts:
        yield _line("verdict", text=said)


def draw_responses(found: Responses, out: TextIO) -> None:
    """A model on a screen: what it rests on, who answers whom, how much, and how well it forecasts."""
    zeros = ", ".join(f"{name} {count}" for name, count in found.zeros.items())
    out.write(
        f"{found.periods:,} {found.frequency}s, {found.first} to {found.last}, of {found.measure}s on the scale "
        f"{found.scale}; {found.reports:,} reports; left out: {found.left_out:,}\n"
        + (f"Without occurrences, counted as a sum of 0: {zeros}\n" if any(found.zeros.values()) else "")
        + f"Lags: {found.lags} ({found.criterion.upper()} chose {found.chosen} of 0 to {found.most}); largest root "
        f"{found.largest_root:.2f}; residuals white to lag {found.white_to}: p {_p(found.white_p)}\n"
        + ("Modelled in changes, because a series has a unit root; told in levels\n" if found.differenced else "")
    )
    out.write("\nDoes the past of one tell of the other? (Granger)\n")
    columns = [Column("Cause"), Column("Effect"), *(Column(name, right=True) for name in ("F", "p", "p (Holm)"))]
    tests = [
        (row["cause"], row["effect"], f"{row['f']:.2f}", _p(row["p"]), _p(row["p_holm"]))
        for row in _records(found.granger)
    ]
    draw_table(columns, tests, out, "tests")
    out.write("\nResponse to a usual move (one standard deviation; generalised)\n")
    _draw_steps(found.impulses[found.impulses["kind"] == "generalised"], "response", out)
    out.write("\nShare of the variance of what can't be foreseen (orthogonal, in the order of the rows)\n")
    _draw_steps(found.variance, "share", out)
    _draw_errors(found, out)
    good = f"every direction is forecast better than by persistence and by the mean of the {found.frequency}s before"
    out.writelines(f"Verdict: {said}\n" for said in found.verdicts or (good,))
    if len(found.what_if):
        out.write(f"\nWhat if {found.what_if['cause'].iloc[0]} moved by {found.shock:+.1f}?\n")
        _draw_steps(found.what_if, "response", out)


def _draw_errors(found: Responses, out: TextIO) -> None:
    out.write("\nError of forecasts on what the model had not seen (RMSE; MAE)\n")
    names = {"var": "VAR", "persistence": "As it was", "mean": "Mean so far"}
    columns = [Column("Of"), Column("Ahead", right=True), *(Column(name, right=True) for name in names.values())]
    cells: dict[tuple[str, int], dict[str, str]] = {}
    for row in _records(found.errors):
        cells.setdefault((row["effect"], row["step"]), {})[row["method"]] = f"{row['rmse']:.2f}; {row['mae']:.2f}"
    rows = [(effect, step, *(by[name] for name in names)) for (effect, step), by in cells.items()]
    draw_table(columns, rows, out, "forecasts")


def _draw_steps(table: pd.DataFrame, value: str, out: TextIO) -> None:
    """A row for each cause and effect, a column for some of the steps."""
    steps = [step for step in (0, 1, 2, 4, 8, 16) if table["step"].min() <= step <= table["step"].max()]
    columns = [Column("Cause"), Column("Effect"), *(Column(str(step), right=True) for step in steps)]
    show = _share if value == "share" else _round
    cells: dict[tuple[str, str], dict[int, str]] = {}
    for row in _records(table):
        band = f"{show(row[value])} [{show(row['low'])}, {show(row['high'])}]"
        cells.setdefault((row["cause"], row["effect"]), {})[row["step"]] = band
    rows = [(cause, effect, *(by[step] for step in steps)) for (cause, effect), by in cells.items()]
    draw_table(columns, rows, out, "responses")


def _records(table: pd.DataFrame) -> list[Line]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.itertuples(index=False, name=None)]


def _model_lines(found: Responses) -> Iterator[Line]:
    numbers = {
        "periods": found.periods, "left out": found.left_out, "reports": found.reports, "lags": found.lags,
        f"lags by {found.criterion}": found.chosen, "most lags": found.most, "differenced": int(found.differenced),
        "largest root": found.largest_root,
    }  # fmt: skip
    for kind, value in numbers.items():
        yield _line("model", kind=kind, value=float(value))
    yield _line("model", kind="first", text=found.first)
    yield _line("model", kind="last", text=found.last)
    yield _line("model", kind="whiteness", step=found.white_to, p=found.white_p)
    for name, count in found.zeros.items():
        yield _line("model", kind="zeros", effect=name, value=float(count))
    if found.shock is not None:
        yield _line("model", kind="shock", value=found.shock)


def _line(part: str, **fields: Any) -> Line:
    return {**dict.fromkeys(RESPONSE_KEYS), "part": part, **{key: _plain(value) for key, value in fields.items()}}


def _say(told: dict[str, Any]) -> str:
    """ "2014-11-10 China → Japan: CONSULT meet, Meet at a third location [icews]"."""
    sides = arrow([told["source"]], [told["target"]] if told["target"] else [])
    code = " ".join(part for part in (told["root"], told["mode"]) if part)
    coder = "" if told["coder"] == "detente" else f" [{told['coder']}]"
    return f"{told['date']} {sides}: {code}, {told['said']}{coder}"


def _level(line: Line, name: str) -> str:
    low, high = line[f"{name}_low"], line[f"{name}_high"]
    band = "" if low is None else f" [{_round(low)}, {_round(high)}]"
    return f"{_round(line[name])}{band}"


def _round(value: float) -> str:
    text = f"{value:+.2f}"
    return text.lstrip("+-") if float(text) == 0 else text


def _p(value: float) -> str:
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def _share(value: float) -> str:
    return f"{value:.0%}"


def _plain(value: Any) -> Any:
    """Python's own number or text; None for what is missing."""
    plain = value.item() if hasattr(value, "item") else value
    return None if isinstance(plain, float) and math.isnan(plain) else plain
