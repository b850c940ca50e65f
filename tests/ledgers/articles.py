"""Builders for the tests of what articles say beyond events."""

import datetime as dt

from detente.coding import code_document, load_coder
from detente.ledgers import with_ledger
from detente.records import Document, Ledger

_CODER = load_coder("lexicon.v1")


def ledger_of(text: str, published: dt.date | None = dt.date(2024, 8, 20)) -> Ledger:
    """The ledger of an article of so many words."""
    return with_ledger(code_document(Document("d", "one.txt", text, published=published), _CODER)).ledger
