"""Records become numbers: pure functions of tidy frames."""

from detente.measures.frames import deals_between, tidy
from detente.measures.index import Index, index, index_to_fit
from detente.measures.periods import Frequency
from detente.measures.record import Record
from detente.measures.relation import Relation, Triangle

__all__ = [
    "Frequency",
    "Index",
    "Record",
    "Relation",
    "Triangle",
    "deals_between",
    "index",
    "index_to_fit",
    "tidy",
]
