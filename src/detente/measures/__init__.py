"""Records become numbers: pure functions of tidy frames."""

from detente.measures.frames import deals_between, tidy
from detente.measures.index import Frequency, Index, index, index_to_fit

__all__ = ["Frequency", "Index", "deals_between", "index", "index_to_fit", "tidy"]
