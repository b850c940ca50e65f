"""Records to a database and back: SQLite by path, PostgreSQL by URL."""

from detente.store.database import Store
from detente.store.filters import Filter
from detente.store.imported import ImportedCode, ImportedEvent, Importer
from detente.store.inputs import Outcome, SeenInput
from detente.store.ledger_queries import Quoted, Report
from detente.store.listings import ListedActor, ListedDocument, QuotedContact, QuotedEvent
from detente.store.summaries import Coverage, Summary

__all__ = [
    "Coverage",
    "Filter",
    "ImportedCode",
    "ImportedEvent",
    "Importer",
    "ListedActor",
    "ListedDocument",
    "Outcome",
    "Quoted",
    "QuotedContact",
    "QuotedEvent",
    "Report",
    "SeenInput",
    "Store",
    "Summary",
]
