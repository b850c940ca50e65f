"""A measure that gives no numbers, because there is too little to measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there are no numbers.

    Attributes:
        reason: for a person to read.
        counts: what there is and what it would take, by name.
    """

    reason: str
    counts: Mapping[str, int]

    def __str__(self) -> str:
        told = ", ".join(f"{name} {count:,}" for name, count in self.counts.items())
        return f"{self.reason} ({told})" if told else self.reason
