"""PLOVER's codes in plain words (phrases.csv)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.errors import KnowledgeError
from detente.records import ContactKind, Modality

COLUMNS = ("root", "mode", "contact", "one", "many", "together")

MODALITIES = {
    Modality.PLANNED: "Planned",
    Modality.CALLED_FOR: "Called for",
    Modality.HYPOTHETICAL: "Only a possibility",
    Modality.NEGATED: "Did not happen",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody does, in the present; ``{}`` stands for to whom.

    Attributes:
        one: with one actor ("imposes restrictions on {}").
        many: with several.
        together: of several who act together, with no recipient ("meet").
    """

    one: str
    many: str
    together: str


@cache
def phrases() -> dict[tuple[str, str | None, str | None], Phrase]:
    """Phrases by root, mode and kind of contact."""
    text = resources.files(__package__).joinpath("phrases.csv").read_text(encoding="utf-8")
    return {
        (row["root"], row["mode"] or None, row["contact"] or None): Phrase(row["one"], row["many"], row["together"])
        for row in csv.DictReader(text.splitlines())
    }


def phrase(root: str, mode: str | None, contact: ContactKind | None = None) -> Phrase:
    """The words for a code: those of its kind of contact where there are any, else those of its mode.

    Raises:
        KnowledgeError: there are no words for it.
    """
    table = phrases()
    found = table.get((root, None, contact.value)) if contact else None
    found = found or table.get((root, mode, None))
    if found is None:
        raise KnowledgeError(f"no words for {root} {mode or ''}".rstrip())
    return found


def say(actors: Sequence[str], recipients: Sequence[str], words: Phrase) -> str:
    """A sentence: "China and Japan meet", "China imposes restrictions on Japan"."""
    who = join(actors)
    if not recipients:
        return f"{who} {words.together}"
    return f"{who} {words.many if len(actors) > 1 else words.one}".replace("{}", join(recipients))


def join(names: Sequence[str]) -> str:
    """ "China, Japan and South Korea"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
