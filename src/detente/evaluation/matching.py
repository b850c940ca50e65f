"""Counting what of the found is in gold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

F = TypeVar("F")
G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, of how many found, of how many that are there.

    Attributes:
        precision: share of what was found that is right, 0 to 1; 1 where nothing was found.
        recall: share of what is there that was found, 0 to 1; 1 where nothing is there.
    """

    what: str
    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def matched(found: Sequence[F], gold: Sequence[G], same: Callable[[F, G], bool]) -> int:
    """How many of the found have a gold record of their own."""
    open_gold = list(gold)
    right = 0
    for one in found:
        for other in open_gold:
            if same(one, other):
                open_gold.remove(other)
                right += 1
                break
    return right


def same_sentence(quoted: str, gold: str) -> bool:
    """Whether two quotes are of one sentence: gold may leave out its ends."""
    one, other = _plain(quoted), _plain(gold)
    return other in one or one in other


def _plain(text: str) -> str:
    return " ".join(text.split())
