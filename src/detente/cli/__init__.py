"""The command line: one module per group of commands."""

from __future__ import annotations


def main() -> None:
    """Run ``detente`` with the arguments of this process, and exit with its code."""
    import sys

    from detente.cli.running import run

    sys.exit(run(sys.argv[1:]))
