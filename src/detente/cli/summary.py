"""What ``detente add`` says at its end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from detente.cli.naming import name_party

if TYPE_CHECKING:
    from detente.cli.intake import Tally
    from detente.store import Summary


def describe_run(tally: Tally, summary: Summary, db: str) -> str:
    """A summary of one run and of the record it leaves."""
    parts = [count(tally.added, "document") + " added"]
    if tally.known:
        parts.append(f"{tally.known:,} already there")
    if tally.failed:
        parts.append(f"{tally.failed_inputs:,} failed (named above)")
    lines = ["", ", ".join(parts), "", f"The record {db} now holds"]
    rows = [
        ("documents", f"{summary.documents:,}"),
        ("sentences", f"{summary.sentences:,}"),
        (
            "events",
            f"{summary.events:,}" + (f"   ({summary.undated:,} without a date)" if summary.undated else ""),
        ),
        ("occurrences", f"{summary.occurrences:,}   (reports of one happening taken together)"),
        ("contacts", f"{summary.contacts:,}   (visits, meetings, calls, dialogues, exercises)"),
    ]
    lines += [f"  {name:<12}{value}" for name, value in rows]
    if summary.first and summary.last:
        lines.append(f"  {'dated':<12}{summary.first} to {summary.last}")
    if summary.relations:
        lines += ["", "Relations with the most events"]
        names = [(f"{name_party(a)} – {name_party(b)}", n) for a, b, n in summary.relations]
        width = max(len(name) for name, _ in names)
        lines += [f"  {name:<{width}}  {n:>6,}" for name, n in names]
    lines += ["", *_next_steps(summary, db)]
    return "\n".join(lines) + "\n"


def describe_left(tally: Tally) -> str:
    """What was kept of this run's documents and what was left, by reason."""
    kept = f"{count(tally.events, 'event')} from {count(tally.sentences, 'sentence')}"
    lines = ["", f"This run kept {kept}, and left"]
    width = max((len(f"{n:,}") for n in tally.left.values()), default=1)
    lines += [f"  {n:>{width},}  {reason}" for reason, n in tally.left.most_common()] or ["  nothing"]
    return "\n".join(lines) + "\n"


def count(number: int, noun: str) -> str:
    """ "1 document", "2 documents"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _next_steps(summary: Summary, db: str) -> list[str]:
    if not summary.relations:
        if summary.documents:
            return ["No event between two states was found; `detente documents` shows what was read."]
        return ["Nothing is in it yet; `detente add --help` says what can be read."]
    one, other, _ = summary.relations[0]
    where = "" if db == os.environ.get("DETENTE_DB", "detente.db") else f" --db {db}"
    return [
        "Next",
        f"  detente show {one} {other}{where}",
        f"  detente events --pair {one} {other}{where}",
        f"  detente brief {one} {other} -o brief.html{where}",
    ]
