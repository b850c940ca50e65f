"""The tables of this folder: names that are no state's, institutions of states, and titles without an office."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.records import Level


@dataclass(frozen=True, slots=True)
class Institution:
    """A body of a state, named without its state ("State Council"); ``countries`` are all that have one."""

    name: str
    countries: tuple[str, ...]
    sector: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title that says a person's role but names no single office ("member", "special envoy")."""

    name: str
    level: Level
    sector: str


@cache
def institutions() -> tuple[Institution, ...]:
    """Bodies of states that news names without the state."""
    return tuple(
        Institution(row["name"], tuple(code for code in row["countries"].split("|") if code), row["sector"])
        for row in _rows("institutions.csv")
    )


@cache
def titles() -> tuple[Title, ...]:
    """Titles in lower case, beside those of the offices' tables."""
    return tuple(Title(row["title"], Level(row["level"]), row["sector"]) for row in _rows("titles.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    with resources.files(__package__).joinpath(name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))
