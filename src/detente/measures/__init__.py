"""Records become numbers: pure functions of tidy frames."""

from detente.measures.blocs import Blocs, blocs, signed_network
from detente.measures.frames import deals_between, tidy
from detente.measures.index import Index, index, index_to_fit
from detente.measures.periods import Frequency
from detente.measures.record import Record
from detente.measures.refusal import Refusal
from detente.measures.relation import Relation, Triangle
from detente.measures.responses import Responses, responses
from detente.measures.triangle import TriangleHistory, triangle
from detente.measures.turning_points import TurningPoints, turning_points

__all__ = [
    "Blocs",
    "Frequency",
    "Index",
    "Record",
    "Refusal",
    "Relation",
    "Responses",
    "Triangle",
    "TriangleHistory",
    "TurningPoints",
    "blocs",
    "deals_between",
    "index",
    "index_to_fit",
    "responses",
    "signed_network",
    "tidy",
    "triangle",
    "turning_points",
]
