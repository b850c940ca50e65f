"""Distances as lines, and as a page: the verdict, the figures side by side, the contacts they rest on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from detente.cli.tables import Column, console_for, draw_table, shorten

if TYPE_CHECKING:
    from detente.measures.distance import Distance, Level
    from detente.measures.farther import Comparison

Line = dict[str, Any]
FIGURES = ("days", "days_most", "none_since", "last", "previous", "first_in", "first", "encounters", "in_1y", "in_3y",
           "in_5y", "gaps", "gap_median", "gap_longest", "longest_from", "longest_until", "rank_own", "rank_pairs",
           "pairs", "unsure", "coarse")  # fmt: skip
KEYS = ("part", "pair", "against", "on", "level", "place", "verdict", "text", *FIGURES, "kind", "people", "parties",
        "host", "date", "sentence", "source", "last_of", "contacts", "coder")  # fmt: skip
_PLACES = {"home": "in either's country", "in person": "in person anywhere", "any way": "in any way"}


def lines_of(found: Sequence[Distance], level: Level | None) -> Iterator[Line]:
    """Verdicts, figures and contacts as one table: what each row is says its ``part``."""
    from detente.measures.farther import compare

    for other in found[1:]:
        yield from _verdicts(found[0], other, compare(found[0], other, level))
    for each in found:
        yield from _figures(each, level)
    for each in found:
        yield from _contacts(each, level)


def draw_distances(lines: Iterable[Line], out: TextIO) -> None:
    """The verdicts first, then the figures of all pairs side by side, then the contacts they rest on."""
    parts: dict[str, list[Line]] = {"verdict": [], "figures": [], "contact": []}
    for line in lines:
        if line["part"] in parts:
            parts[line["part"]].append(line)
    out.writelines(f"{line['text']}\n\n" for line in parts["verdict"])
    _draw_figures(parts["figures"], out)
    if not parts["contact"]:
        return
    out.write("\nThe contacts these rest on, the last of each\n")
    _draw_contacts([line for line in parts["contact"] if line["last_of"]], out)
    rest = sum(not line["last_of"] for line in parts["contact"])
    if rest:
        out.write(f"{rest:,} earlier ones: --format csv\n")


def say(one: Distance, other: Distance, comparison: Comparison) -> str:
    """A verdict in one sentence or two: "... is greater than ..., by contacts in either's country (leader 2,124 days
    against 278)."."""
    from detente.cli.naming import name_party

    first, second = (" and ".join(map(name_party, each.pair)) for each in (one, other))
    start = f"By what is on record up to {one.on}, the distance between {first}"
    if comparison.verdict == "unknown" or comparison.place is None:
        return f"{start} and that between {second} can't be told apart."
    rests = [key for key in _keys(comparison) if key[1] == comparison.place and key[0] in comparison.levels]
    basis = f"by contacts {_PLACES[comparison.place]} ({_days(comparison, rests)})"
    if comparison.verdict == "mixed":
        return f"{start} is neither greater nor smaller than that between {second} {basis}."
    word = {"the same": "the same as"}.get(comparison.verdict, f"{comparison.verdict} than")
    said = f"{start} is {word} that between {second} {basis}."
    against = [key for key in comparison.against if key[0] != "any" or comparison.levels == ("any",)]
    if any(key[1] == "in person" for key in against):
        against = [key for key in against if key[1] != "any way"]  # says no more
    by_place = [(place, [key for key in against if key[1] == place]) for place in _PLACES]
    other_way = [f"by contacts {_PLACES[place]} ({_days(comparison, keys)})" for place, keys in by_place if keys]
    opposite = "smaller" if comparison.verdict == "greater" else "greater"
    return said + (f" But it is {opposite} {' and '.join(other_way)}." if other_way else "")


def _keys(comparison: Comparison) -> list[tuple[Any, Any]]:
    rows = comparison.rows
    return list(zip(rows["level"], rows["place"], strict=True))


def _days(comparison: Comparison, keys: Sequence[tuple[Any, Any]]) -> str:
    """ "leader 2,124 days against 278; minister none on record for 505 against 116"."""
    rows = {(row["level"], row["place"]): row for row in comparison.rows.to_dict("records")}
    return "; ".join(
        f"{'any level' if level == 'any' else level.replace('_', ' ')} "
        f"{_span(rows[level, place]['days'], rows[level, place]['days_most'])} days against "
        f"{_span(rows[level, place]['other_days'], rows[level, place]['other_most'])}"
        for level, place in keys
    )


def _span(least: float, most: float) -> str:
    if math.isinf(most):
        return f"none on record for {least:,.0f}"
    return f"{least:,.0f}" if least == most else f"{least:,.0f} to {most:,.0f}"


def _verdicts(one: Distance, other: Distance, comparison: Comparison) -> Iterator[Line]:
    head = {"pair": "-".join(one.pair), "against": "-".join(other.pair), "on": one.on.isoformat()}
    yield _line("verdict", **head, place=comparison.place, level=", ".join(comparison.levels) or None,
                verdict=comparison.verdict, text=say(one, other, comparison))  # fmt: skip
    for row in comparison.rows.to_dict("records"):
        if row["verdict"] != "unknown":
            yield _line("comparison", **head, level=row["level"], place=row["place"], verdict=row["verdict"],
                        text=_days(comparison, [(row["level"], row["place"])]))  # fmt: skip


def _figures(each: Distance, level: Level | None) -> Iterator[Line]:
    for row in each.rows.to_dict("records"):
        if level in {None, row["level"]}:
            told = {key: _plain(row[key]) for key in FIGURES}
            yield _line("figures", pair=row["pair"], on=each.on.isoformat(), level=row["level"], place=row["place"],
                        contacts=list(row["contacts"]), **told)  # fmt: skip


def _contacts(each: Distance, level: Level | None) -> Iterator[Line]:
    """The newest first; ``last_of`` says which figures' last encounter a contact is of."""
    rows = [row for row in each.rows.to_dict("records") if level in {None, row["level"]}]
    used = {contact for row in rows for contact in row["contacts"]}
    for one in each.meetings[::-1].to_dict("records"):
        if one["contact"] not in used:
            continue
        last_of = [f"{row['level']} {row['place']}" for row in rows if one["contact"] in row["rests_on"]]
        shared = {key: _plain(one[key]) for key in ("kind", "level", "host", "date", "source", "coder")}
        yield _line("contact", pair="-".join(each.pair), on=each.on.isoformat(), place=_plain(one["place"]),
                    people=list(one["people"]), parties=list(one["parties"]), sentence=_plain(one["said"]),
                    last_of=last_of, contacts=[one["contact"]], **shared)  # fmt: skip


def _draw_figures(lines: Sequence[Line], out: TextIO) -> None:
    columns = (
        Column("Level"), Column("Where"), Column("Pair"), Column("Days ago", right=True), Column("Last", right=True),
        Column("1 y", right=True), Column("3 y", right=True), Column("5 y", right=True),
        Column("Median gap", right=True), Column("Longest", right=True), Column("Own rank", right=True),
        Column("Among pairs", right=True),
    )  # fmt: skip
    shown = {(line["level"], line["place"]) for line in lines if line["encounters"]}
    order = {key: at for at, key in enumerate(dict.fromkeys((line["level"], line["place"]) for line in lines))}
    rows = [
        (
            line["level"].replace("_", " "), line["place"], line["pair"],
            _ago(line), line["last"], line["in_1y"], line["in_3y"], line["in_5y"],
            None if line["gap_median"] is None else f"{line['gap_median']:,.0f}",
            None if line["gap_longest"] is None else f"{line['gap_longest']:,}",
            _share(line["rank_own"]), _share(line["rank_pairs"]),
        )
        for line in sorted(lines, key=lambda line: order[line["level"], line["place"]])
        if (line["level"], line["place"]) in shown
    ]  # fmt: skip
    draw_table(columns, rows, out, "figures")


def _ago(line: Line) -> str | None:
    if line["days"] is not None:
        return _span(line["days"], line["days_most"])
    return f"none since {line['none_since']}" if line["none_since"] else None


def _draw_contacts(lines: Sequence[Line], out: TextIO) -> None:
    columns = (
        Column("Pair"), Column("Date"), Column("Kind"), Column("Level"), Column("People", share=2),
        Column("Where", share=1), Column("Said", share=4), Column("Source", share=2, from_width=120),
    )  # fmt: skip
    length = 110 if console_for(out).width < 120 else 160
    rows = [
        (
            line["pair"], line["date"], line["kind"], line["level"].replace("_", " "),
            ", ".join(line["people"]) or None, line["place"] or line["host"],
            shorten(line["sentence"] or "", "", length), (line["source"] or "").rsplit("/", 1)[-1],
        )
        for line in lines
    ]  # fmt: skip
    draw_table(columns, rows, out, "contacts")


def _share(value: float | None) -> str | None:
    return None if value is None else f"{value:.0%}"


def _line(part: str, **fields: Any) -> Line:
    return {**dict.fromkeys(KEYS), "part": part, **fields}


def _plain(value: Any) -> Any:
    """Python's own number or text; None for what is missing."""
    import pandas as pd

    if value is pd.NA or value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.item() if hasattr(value, "item") else value
