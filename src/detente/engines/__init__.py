"""Where coding runs."""

from detente.engines.local import code_all

__all__ = ["code_all"]
