"""Records become numbers: pure functions of tidy frames."""

from detente.measures.frames import tidy
from detente.measures.index import Index, index

__all__ = ["Index", "index", "tidy"]
