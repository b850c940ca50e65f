"""Events become the records that a reader asks for: occurrences and contacts."""

from detente.ledgers.contacts import find_contacts
from detente.ledgers.occurrences import block_key, group_occurrences
from detente.ledgers.reading import with_ledger

__all__ = ["block_key", "find_contacts", "group_occurrences", "with_ledger"]
