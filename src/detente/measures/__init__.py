"""Records become numbers: pure functions of tidy frames."""

from detente.measures.frames import deals_between, tidy
from detente.measures.index import Index, index, index_to_fit
from detente.measures.periods import Frequency
from detente.measures.record import Record
from detente.measures.refusal import Refusal
from detente.measures.relation import Relation, Triangle
from detente.measures.responses import Responses, responses
from detente.measures.turning_points import TurningPoints, turning_points

__all__ = [
    "Frequency",
    "Index",
    "Record",
    "Refusal",
    "Relation",
    "Responses",
    "Triangle",
    "TurningPoints",
    "deals_between",
    "index",
    "index_to_fit",
    "responses",
    "tidy",
    "turning_points",
]
