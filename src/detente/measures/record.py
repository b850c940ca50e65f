"""A record that gives its tidy frame: the front of the library to measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from detente.measures.bloc_history import BlocHistory, blocs_by_period
from detente.measures.blocs import Blocs, blocs, signed_network
from detente.measures.engagements import Detail
from detente.measures.frames import OURS, join, tidy, tidy_imported
from detente.measures.matrix import add_up, busiest, square
from detente.measures.meetings import join_meetings, tidy_consultations, tidy_contacts
from detente.measures.periods import Frequency
from detente.measures.relation import Relation, Triangle
from detente.measures.third_details import detail_of
from detente.records import Modality, Occurrence
from detente.store import Filter, Store, queries, schema
from detente.store.imported import EPOCH, read_codes, read_files
from detente.store.imported_contacts import read_consultations
from detente.store.imported_queries import Asked, read_columns, read_sums

Pair = tuple[str, str]


class Record(Store):
    """An open record, with what measures ask of it."""

    def relation(self, one: str, other: str) -> Relation:
        """The relation of two parties: ISO 3166 alpha-3, or an organisation's acronym."""
        return Relation(self, one, other)

    def triangle(self, one: str, other: str, third: str) -> Triangle:
        """The relations among three parties."""
        return Triangle(self, one, other, third)

    def frame(
        self,
        parties: Collection[str] | None = None,
        pair: Pair | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        coders: Collection[str] | None = None,
        *,
        touching: Collection[str] | None = None,
        statements: bool = False,
    ) -> pd.DataFrame:
        """What happened (or was planned, called for ...), coded by us or imported, as a tidy frame.

        Args:
            parties: only what goes on among these: both sides are.
            pair: only what goes on between these two.
            since: nothing that ended before this day; what has no date is left out then.
            until: nothing that started after this day; likewise.
            coders: only of these: "detente" for what we coded; icews, gdelt, polecat, phoenix, csv.
            touching: only what has one side at least among these.
            statements: also what PLOVER has no type for (CAMEO 01, public statements), which has a Goldstein
                score at most.

        Returns:
            The columns of :func:`detente.measures.tidy`.
        """
        asked = Asked(pair, parties, touching, since, until, coders, typed=not statements)
        frames = [self._coded(asked), self._imported(asked)]
        return join([frame for frame in frames if frame is not None] or [tidy(())])

    def meetings(self, coder: str | None = None) -> pd.DataFrame:
        """The contacts of any parties that happened, ours and those that imported events tell of.

        Args:
            coder: "detente" for ours, or a source of imported events; all where None.

        Returns:
            The columns of :func:`detente.measures.meetings.tidy_contacts`.
        """
        parts = []
        if coder in {None, OURS}:
            parts.append(tidy_contacts(self.quoted_contacts(Filter(modality=(Modality.HAPPENED,)))))
        if coder != OURS:
            with self._reading() as connection:
                parts.append(tidy_consultations(read_consultations(connection, None if coder is None else [coder])))
        return join_meetings(parts)

    def last_day(self) -> dt.date | None:
        """The last day it can tell of: of its newest document or imported event; None where it has neither."""
        with self._reading() as connection:
            newest = connection.scalar(sa.select(sa.func.max(schema.documents.c.published)))
            imported = connection.scalar(sa.select(sa.func.max(schema.imported_events.c.day)))
        days = [newest] if newest else []
        return max(days + ([dt.date.fromordinal(imported + EPOCH)] if imported is not None else []), default=None)

    def third_details(self, pair: Pair) -> dict[str, Detail]:
        """What reports tell of each side's occurrences beyond the tidy frame, by id."""
        found: dict[str, Detail] = {}
        for side in pair:
            events = {event.id: event for event in self.events(Filter(party=side))}
            for occurrence in self.occurrences(Filter(party=side)):
                reports = [events[event] for event in occurrence.events if event in events]
                found.setdefault(occurrence.id, detail_of(occurrence, reports))
        return found

    def pair_matrix(
        self,
        since: dt.date | None = None,
        until: dt.date | None = None,
        parties: Collection[str] | None = None,
        coders: Collection[str] | None = None,
    ) -> pd.DataFrame:
        """What happened between every two parties, added up; imported events are added up in the database.

        Args:
            since: nothing that ended before this day; what has no date is left out then.
            until: nothing that started after this day; likewise.
            parties: only pairs of these.
            coders: only of these.

        Returns:
            Rows in order of the pair, one for each that has a score: see :func:`detente.measures.matrix.add_up`.
        """
        asked = Asked(None, parties, None, since, until, coders)
        frame = self._coded(asked)
        if coders is not None and not set(coders) - {OURS}:
            return add_up(frame, {}, {})
        with self._reading() as connection:
            sums, codes = read_sums(connection, asked), read_codes(connection)
        return add_up(frame, sums, codes)

    def matrix(
        self,
        parties: Sequence[str] | None = None,
        measure: str = "mean",
        since: dt.date | None = None,
        until: dt.date | None = None,
        top: int = 12,
    ) -> pd.DataFrame:
        """All pairs of some states as a square: see :func:`detente.measures.matrix.square`.

        Args:
            parties: in the order of rows and columns; the ``top`` states that take part in the most if none is named.
            measure: "mean" (PLOVER score), "net" (cooperation, -1 to 1), "count", "sum" or "reports".
            since: nothing that ended before this day.
            until: nothing that started after this day.
            top: how many states.
        """
        pairs = self.pair_matrix(since, until)
        return square(pairs, list(parties or busiest(pairs, top)), measure)

    def camps(
        self,
        parties: Sequence[str] | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        top: int = 16,
        **options: Any,
    ) -> Blocs:
        """The camps of some states: see :func:`detente.measures.blocs.blocs`.

        Args:
            parties: the states; the ``top`` ones that take part in the most if none is named.
            since: nothing that ended before this day.
            until: nothing that started after this day.
            top: how many states.
            options: of :func:`detente.measures.blocs.signed_network` (``value``, ``neutral``, ``least``, ``weighted``)
                and of :func:`detente.measures.blocs.blocs` (``camps``, ``seconds``, ``seed``).
        """
        pairs = self.pair_matrix(since, until)
        named = list(parties or busiest(pairs, top))
        counted = {name: options.pop(name) for name in ("value", "neutral", "least", "weighted") if name in options}
        return blocs(signed_network(pairs, named, **counted), named, **options)

    def camps_by_period(
        self,
        frequency: Frequency,
        parties: Sequence[str] | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        top: int = 16,
        **options: Any,
    ) -> BlocHistory:
        """The camps of some states in each period: see :func:`detente.measures.bloc_history.blocs_by_period`."""
        named = list(parties or busiest(self.pair_matrix(since, until), top))
        return blocs_by_period(self.frame(named, since=since, until=until), frequency, named, **options)

    def _imported(self, asked: Asked) -> pd.DataFrame | None:
        with self._reading() as connection:
            files = read_files(connection)
            if not files:
                return None
            columns, codes = read_columns(connection, asked), read_codes(connection)
        return tidy_imported(columns, codes, {number: coder for number, (coder, _) in files.items()})

    def _coded(self, asked: Asked) -> pd.DataFrame | None:
        if asked.coders is not None and OURS not in asked.coders:
            return None
        occurrences = self.occurrences(Filter(pair=asked.pair, since=asked.since, until=asked.until))
        frame = tidy(occurrences, self._contexts(occurrences))
        within = pd.Series(data=True, index=frame.index)
        if asked.pair:
            within &= frame["source"].isin(asked.pair) & frame["target"].isin(asked.pair)
        if asked.parties is not None:
            within &= frame["source"].isin(list(asked.parties)) & frame["target"].isin(list(asked.parties))
        if asked.touching is not None:
            within &= frame["source"].isin(list(asked.touching)) | frame["target"].isin(list(asked.touching))
        return frame[within].reset_index(drop=True)

    def _contexts(self, occurrences: Sequence[Occurrence]) -> dict[str, tuple[str, ...]]:
        """The contexts of all reports of each occurrence."""
        with self._reading() as connection:
            return _read_contexts(connection, (occurrence.id for occurrence in occurrences))


def _read_contexts(connection: sa.Connection, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    link, events, found = schema.occurrence_events, schema.events, dict[str, dict[str, None]]()
    for batch in queries.in_batches(ids):
        query = (
            sa.select(link.c.occurrence, events.c.contexts)
            .join(events, events.c.id == link.c.event)
            .where(link.c.occurrence.in_(batch))
            .order_by(link.c.occurrence, link.c.position)
        )
        for occurrence, contexts in connection.execute(query):
            found.setdefault(occurrence, {}).update(dict.fromkeys(contexts))
    return {occurrence: tuple(contexts) for occurrence, contexts in found.items()}
