"""What became of commitments, asked of the record as it is: nothing of it is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from detente.records import Commitment, Contact, Modality, Occurrence
from detente.store import queries
from detente.store.filters import Filter, select_contacts, select_occurrences
from detente.store.ledger_queries import Quoted, occurrence_parties

if TYPE_CHECKING:
    from detente.ledgers.fates import Fate


def judge(connection: sa.Connection, commitments: Sequence[Quoted[Commitment]], on: dt.date) -> dict[str, Fate]:
    """What became of commitments by a day, by their ids.

    Args:
        connection: to the record, its occurrences up to date.
        commitments: any of its commitments.
        on: the day that it is; what is dated after it has not happened yet.
    """
    from detente.ledgers.fates import find_fates  # which needs the gazetteer

    starts = [one.record.window.start for one in commitments if one.record.window.start]
    occurrences: list[Occurrence] = []
    contacts: list[Contact] = []
    if starts:
        happened = Filter(modality=(Modality.HAPPENED,), since=min(starts), until=on)
        dialect = connection.dialect.name
        occurrences = list(queries.read_occurrences(connection, select_occurrences(happened, dialect)))
        contacts = list(queries.read_contacts(connection, select_contacts(happened, dialect)))
    fates = find_fates(
        [one.record for one in commitments],
        occurrences,
        contacts,
        {one.document: one.published for one in commitments},
        occurrence_parties(connection, [one.id for one in occurrences]),
        on,
    )
    return {fate.commitment: fate for fate in fates}
