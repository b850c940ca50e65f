"""What measures read of imported events: columns and sums, straight from the database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from detente.store import schema
from detente.store.imported import EPOCH, read_files

_EVENTS = schema.imported_events.c


@dataclass(frozen=True, slots=True)
class Asked:
    """Which imported events a query returns; a field left out filters nothing.

    Attributes:
        pair: two parties, in either direction.
        parties: both sides are among these.
        touching: one side at least is among these.
        since: nothing before this day.
        until: nothing after this day.
        coders: only of these.
        typed: only what has a PLOVER type or a score of the user's.
    """

    pair: tuple[str, str] | None = None
    parties: Collection[str] | None = None
    touching: Collection[str] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    coders: Collection[str] | None = None
    typed: bool = True


COLUMNS = ("event", "source", "target", "day", "code", "file", "mutual", "reports", "outlets")
SUM_COLUMNS = ("source", "target", "code", "count", "reports")


def read_columns(connection: sa.Connection, asked: Asked) -> dict[str, tuple[Any, ...]]:
    """The events asked for, as one tuple a column of ``COLUMNS``, in order of day."""
    query = sa.select(*(_EVENTS[name] for name in COLUMNS)).where(*conditions_of(connection, asked))
    return _columns(connection, query.order_by(_EVENTS.day, _EVENTS.event), COLUMNS)


def read_sums(connection: sa.Connection, asked: Asked) -> dict[str, tuple[Any, ...]]:
    """How many events and reports there are of each code in each direction, one tuple a column of ``SUM_COLUMNS``.

    An event in which both act together comes in either direction in the database; here it counts in that of the
    alphabet only, so that the two directions of a pair add up to its events.
    """
    direction = (_EVENTS.source, _EVENTS.target, _EVENTS.code)
    once = sa.or_(_EVENTS.mutual == 0, _EVENTS.source < _EVENTS.target)
    query = (
        sa.select(*direction, sa.func.count(), sa.func.sum(_EVENTS.reports))
        .where(once, *conditions_of(connection, asked))
        .group_by(*direction)
    )
    return _columns(connection, query, SUM_COLUMNS)


def count_imported(connection: sa.Connection, asked: Asked | None = None) -> dict[str, int]:
    """How many events of each coder pass, each counted once, the most first."""
    conditions = conditions_of(connection, asked) if asked else []
    number = sa.func.count(_EVENTS.event.distinct()) if asked else sa.func.count()
    query = sa.select(_EVENTS.file, number).where(*conditions).group_by(_EVENTS.file)
    coders, found = read_files(connection), dict[str, int]()
    for file, count in connection.execute(query):
        coder = coders[file][0]
        found[coder] = found.get(coder, 0) + count
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _columns(connection: sa.Connection, query: sa.Select[Any], names: Sequence[str]) -> dict[str, tuple[Any, ...]]:
    """What a query of plain numbers and texts returns, turned on its side.

    The driver's own tuples are taken, not SQLAlchemy's rows of them: of a million, that is half the time.
    """
    cursor = connection.execute(query).cursor
    rows = cursor.fetchall() if cursor is not None else []
    return dict(zip(names, zip(*rows, strict=True) if rows else ((),) * len(names), strict=True))


def conditions_of(connection: sa.Connection, asked: Asked) -> list[sa.ColumnElement[bool]]:
    """What rows of imported events have to meet to be among those asked for."""
    found: list[sa.ColumnElement[bool]] = []
    source, target = _EVENTS.source, _EVENTS.target
    if asked.pair:
        one, other = asked.pair
        found.append(sa.or_(sa.and_(source == one, target == other), sa.and_(source == other, target == one)))
    if asked.parties is not None:
        among = sorted(asked.parties)
        found += [source.in_(among), target.in_(among)]
    if asked.touching is not None:
        among = sorted(asked.touching)
        found.append(sa.or_(source.in_(among), target.in_(among)))
    if asked.since:
        found.append(_EVENTS.day >= asked.since.toordinal() - EPOCH)
    if asked.until:
        found.append(_EVENTS.day <= asked.until.toordinal() - EPOCH)
    if asked.coders is not None:
        files = [number for number, (coder, _) in read_files(connection).items() if coder in asked.coders]
        found.append(_EVENTS.file.in_(files))
    if asked.typed:
        codes = schema.imported_codes.c
        found.append(_EVENTS.code.in_(sa.select(codes.number).where(codes.score.is_not(None))))
    return found
