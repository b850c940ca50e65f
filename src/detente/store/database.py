"""The record: an open database with its documents, events, occurrences and contacts."""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
import operator
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import sqlalchemy as sa

from detente.errors import MalformedInput, StoreError
from detente.records import (
    Actor,
    Claim,
    Commitment,
    Contact,
    DisputeReport,
    Document,
    Event,
    Evidence,
    FormulationReport,
    Mention,
    Occurrence,
    Quantity,
    Signal,
    Span,
)
from detente.store import (
    adding,
    imported,
    imported_listing,
    imported_queries,
    inputs,
    keeping,
    ledger_queries,
    ledger_tables,
    lines,
    listings,
    opening,
    queries,
    regrouping,
    rows,
    schema,
    summaries,
)
from detente.store.filters import Filter, select_contacts, select_documents, select_events, select_occurrences
from detente.store.ledger_queries import Quoted

if TYPE_CHECKING:
    from detente.coding import Coding
    from detente.ledgers.fates import Fate
    from detente.store.lines import Line

R = TypeVar("R")
_ALL = Filter()


class Store:
    """An open record. Use ``Store.open``; close it, or use it in a ``with``."""

    def __init__(self, engine: sa.Engine, name: str) -> None:
        self._engine = engine
        self._numbers: dict[Actor, int] = {}
        self.name = name

    @classmethod
    def open(cls, where: str | os.PathLike[str], create: bool = True) -> Self:
        """Open the record at ``where``, and make it when there is none.

        Args:
            where: a path, or a database URL (``postgresql+psycopg://...``).
            create: False to raise when there is none.

        Raises:
            StoreError: what is there is not a record that this version of Détente reads, or can't be
                opened. Nothing is overwritten.
        """
        return cls(opening.connect(where, create=create), os.fspath(where))

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What goes in

    def add(self, coding: Coding) -> bool:
        """Add one coded document with all that came out of it, in one transaction.

        Returns:
            False when the document was there already: then only its source is added.

        Raises:
            MalformedInput: the text holds characters that no database can keep.
            StoreError: the database can't be written.
        """
        document = coding.document
        _check_text(document)
        with self._writing() as connection:
            if adding.has_document(connection, document.id):
                adding.add_source(connection, document.id, document.source)
                return False
            found = adding.insert_coding(connection, coding, self._numbers)
        self._numbers |= found  # only now: a transaction that failed has numbered nothing
        return True

    def has(self, document_id: str) -> bool:
        """Whether a document is in the record."""
        with self._reading() as connection:
            return adding.has_document(connection, document_id)

    def add_source(self, document_id: str, source: str) -> bool:
        """Record that a document is found at ``source`` too; False when that was known."""
        with self._writing() as connection:
            return adding.add_source(connection, document_id, source)

    def regroup(self, everything: bool = False) -> int:
        """Derive the occurrences and contacts of the blocks that new events fell in, in one transaction.

        Args:
            everything: derive all anew, as when the rules of grouping have changed.

        Returns:
            How many blocks were derived.
        """
        if not everything and not self.needs_regrouping():
            return 0
        with self._writing() as connection:
            if everything:
                regrouping.rekey(connection)
            return regrouping.regroup(connection)

    def needs_regrouping(self) -> bool:
        """Whether events came in since occurrences were last derived (a kill in between, for one)."""
        with self._reading() as connection:
            return regrouping.count_dirty(connection) > 0

    def import_events(self, importer: imported.Importer, events: Sequence[imported.ImportedEvent]) -> int:
        """Add events that others coded, in one transaction; those that are there already stay as they are.

        Returns:
            How many were new.
        """
        with self._writing() as connection:
            return importer.insert(connection, events)

    def seen_input(self, path: str) -> inputs.SeenInput | None:
        """What is known of the input at the absolute ``path``."""
        with self._reading() as connection:
            return inputs.read_input(connection, path)

    def record_input(self, seen: inputs.SeenInput) -> None:
        """Note how an input was when it was read, and what became of it."""
        with self._writing() as connection:
            inputs.write_input(connection, seen)

    # What comes out

    def document(self, document_id: str) -> Document | None:
        """A document by its id, or None."""
        return next(iter(self.documents(Filter(document=document_id))), None)

    def documents(self, wanted: Filter = _ALL) -> list[Document]:
        """Documents that pass the filter, by publication date."""
        with self._reading() as connection:
            query = select_documents(wanted, self.dialect)
            return [rows.read_document(row) for row in connection.execute(query).mappings()]

    def sources(self, document_id: str) -> tuple[str, ...]:
        """All places that a document was found in."""
        table = schema.sources
        with self._reading() as connection:
            query = sa.select(table.c.source).where(table.c.document == document_id).order_by(table.c.source)
            return tuple(connection.scalars(query))

    def sentences(self, document_id: str) -> tuple[Span, ...]:
        """The sentences of a document."""
        with self._reading() as connection:
            return queries.read_sentences(connection, document_id)

    def mentions(self, document_id: str) -> tuple[Mention, ...]:
        """The mentions of actors in a document, the unresolved ones too."""
        with self._reading() as connection:
            return queries.read_mentions(connection, document_id)

    def left(self, document_id: str) -> dict[str, int]:
        """What coding left out of a document, by reason."""
        table = schema.left_out
        with self._reading() as connection:
            query = sa.select(table.c.reason, table.c.count.label("number")).where(table.c.document == document_id)
            return {row.reason: row.number for row in connection.execute(query.order_by(table.c.reason))}

    def events(self, wanted: Filter = _ALL) -> list[Event]:
        """Events that pass the filter, by date, the undated last."""
        with self._reading() as connection:
            return list(queries.read_events(connection, select_events(wanted, self.dialect)))

    def occurrences(self, wanted: Filter = _ALL) -> list[Occurrence]:
        """Occurrences that pass the filter, by date, the undated last."""
        with self._reading() as connection:
            return list(queries.read_occurrences(connection, select_occurrences(wanted, self.dialect)))

    def contacts(self, wanted: Filter = _ALL) -> list[Contact]:
        """Contacts that pass the filter, by date, the undated last."""
        with self._reading() as connection:
            return list(queries.read_contacts(connection, select_contacts(wanted, self.dialect)))

    def count_events(self, wanted: Filter = _ALL) -> int:
        """How many events pass the filter."""
        return self._count(select_events(wanted, self.dialect))

    def count_contacts(self, wanted: Filter = _ALL) -> int:
        """How many contacts pass the filter."""
        return self._count(select_contacts(wanted, self.dialect))

    def count_imported(self, asked: imported_queries.Asked | None = None) -> dict[str, int]:
        """How many imported events there are of each coder, the most first."""
        with self._reading() as connection:
            return imported_queries.count_imported(connection, asked)

    def quote(self, evidence: Evidence) -> str:
        """The sentence that a piece of evidence points at."""
        with self._reading() as connection:
            return listings.quote(connection, [evidence])[0]

    def quoted_events(self, wanted: Filter = _ALL) -> Iterator[listings.QuotedEvent]:
        """Events with the sentences that report them; read in batches, so that memory stays flat."""
        with self._reading() as connection:
            yield from listings.list_events(connection, wanted)

    def event_lines(self, wanted: Filter = _ALL) -> Iterator[Line]:
        """Events as lines for listings, coded and imported ones together, in the filter's order."""
        far = dt.date.min if wanted.newest else dt.date.max  # the undated come last

        def coded(row: listings.QuotedEvent) -> dt.date:
            return row.event.when.start or far

        with self._reading() as connection, self._reading() as other:
            ours = ((coded(row), lines.event_line(row)) for row in listings.list_events(connection, wanted))
            theirs = (
                (row.day, imported_listing.imported_line(row)) for row in imported_listing.list_imported(other, wanted)
            )
            merged = heapq.merge(ours, theirs, key=operator.itemgetter(0), reverse=wanted.newest)
            for _, line in itertools.islice(merged, wanted.limit):
                yield line

    def quoted_contacts(self, wanted: Filter = _ALL) -> Iterator[listings.QuotedContact]:
        """Contacts with the sentence that first reports each."""
        with self._reading() as connection:
            yield from listings.list_contacts(connection, wanted)

    def commitments(self, wanted: Filter = _ALL) -> Iterator[Quoted[Commitment]]:
        """Commitments with their sentences, by window."""
        yield from self._ledger(ledger_tables.COMMITMENTS, wanted)

    def claims(self, wanted: Filter = _ALL) -> Iterator[Quoted[Claim]]:
        """Claims with their sentences, by publication."""
        yield from self._ledger(ledger_tables.CLAIMS, wanted)

    def dispute_reports(self, wanted: Filter = _ALL) -> Iterator[Quoted[DisputeReport]]:
        """Reports of disputes with their sentences, by their date, else by publication."""
        yield from self._ledger(ledger_tables.DISPUTES, wanted)

    def quantities(self, wanted: Filter = _ALL) -> Iterator[Quoted[Quantity]]:
        """Figures with their sentences, by publication."""
        yield from self._ledger(ledger_tables.QUANTITIES, wanted)

    def formulations(self, wanted: Filter = _ALL) -> Iterator[Quoted[FormulationReport]]:
        """Uses of fixed expressions with their sentences, by their date, else by publication; of a pair, either's."""
        yield from self._ledger(ledger_tables.FORMULATIONS, wanted)

    def signals(self, wanted: Filter = _ALL) -> Iterator[Quoted[Signal]]:
        """Speakers with two voices, by publication; the sentence is that of the positive voice."""
        yield from self._ledger(ledger_tables.SIGNALS, wanted)

    def fates(self, commitments: Sequence[Quoted[Commitment]], on: dt.date) -> dict[str, Fate]:
        """What became of commitments by a day, by their ids: from the whole record, whatever picked them out."""
        with self._reading() as connection:
            return keeping.judge(connection, commitments, on)

    def keepers(self, fates: Iterable[Fate]) -> dict[str, ledger_queries.Report]:
        """The first reports of the occurrences that keep commitments, by occurrence."""
        with self._reading() as connection:
            return ledger_queries.first_reports(connection, [one.kept_by for one in fates if one.kept_by])

    def listed_documents(self, wanted: Filter = _ALL) -> Iterator[listings.ListedDocument]:
        """Documents with their sources and counts."""
        with self._reading() as connection:
            yield from listings.list_documents(connection, wanted)

    def listed_actors(self, wanted: Filter = _ALL) -> list[listings.ListedActor]:
        """Actors with how often each is named and takes part, the most active first."""
        with self._reading() as connection:
            return listings.list_actors(connection, wanted)

    def actor_names(self) -> dict[str, str]:
        """Names of all actors by their ids."""
        table = schema.actors
        with self._reading() as connection:
            rows_found = connection.execute(sa.select(table.c.id, table.c.name).order_by(table.c.number.desc()))
            return {row.id: row.name for row in rows_found}

    def summary(self, relations: int = 5) -> summaries.Summary:
        """How much the record holds, and the ``relations`` pairs of states with the most events."""
        with self._reading() as connection:
            return summaries.summarise(connection, relations)

    def coverage(self, wanted: Filter = _ALL) -> summaries.Coverage:
        """How many documents of which outlets and dates stand behind the events that pass the filter."""
        with self._reading() as connection:
            return summaries.cover(connection, wanted)

    @property
    def dialect(self) -> str:
        """The kind of database: ``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    def _ledger(self, of: ledger_tables.LedgerTable[R], wanted: Filter) -> Iterator[Quoted[R]]:
        with self._reading() as connection:
            yield from ledger_queries.list_quoted(connection, of, wanted)

    def _count(self, query: queries.Query) -> int:
        with self._reading() as connection:
            rows_found = query.order_by(None).subquery()
            return connection.scalar(sa.select(sa.func.count()).select_from(rows_found)) or 0

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise StoreError(opening.explain(error, self.name)) from error

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """A transaction that takes the lock for writing at its start, not half-way."""
        try:
            with (
                self._engine.connect().execution_options(writes=True) as connection,
                connection.begin(),
            ):
                yield connection
        except sa.exc.DBAPIError as error:
            raise StoreError(opening.explain(error, self.name)) from error


def _check_text(document: Document) -> None:
    if "\x00" in document.text:
        raise MalformedInput(document.source, "the text holds a NUL character, which no database keeps")
    try:
        "\n".join((document.text, document.title or "", *document.authors)).encode()
    except UnicodeEncodeError as error:
        raise MalformedInput(
            document.source, f"the text holds half a character (a lone surrogate) at {error.start}"
        ) from error
