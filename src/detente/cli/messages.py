"""What is said on standard error."""

from __future__ import annotations

import sys


def complain(message: str, hint: str | None = None) -> None:
    """Say what went wrong, in one line, and what to try."""
    print(f"detente: {message}", file=sys.stderr)  # noqa: T201
    if hint:
        print(f"  {hint}", file=sys.stderr)  # noqa: T201


def note(message: str) -> None:
    """Say something that is no result."""
    print(message, file=sys.stderr)  # noqa: T201
