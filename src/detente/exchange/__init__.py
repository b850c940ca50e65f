"""Other people's event data in, and ours out in their forms."""

from detente.exchange.intake import CODERS, ImportTally, import_file
from detente.exchange.mapping import Mapping, read_mapping
from detente.exchange.rows import BadLine, LeftOut

__all__ = ["CODERS", "BadLine", "ImportTally", "LeftOut", "Mapping", "import_file", "read_mapping"]
