"""The coder's contract: blinded sentences in, relations between their slots out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol

from detente.coding.blind import BlindSentence
from detente.errors import UnknownCoder
from detente.records import ContactKind, Modality, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with a marked source and a marked target: indices of their slots.

    One of the two may be None: somebody whom the sentence doesn't name.
    """

    sentence: BlindSentence
    source: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Relation:
    """What one trigger in a blinded sentence says some slots did to others.

    Attributes:
        sources: indices of the slots that act; empty, with ``targets``, when the sentence names nobody and
            means the two sides that the article just spoke of ("concessions were made").
        targets: indices of the slots acted upon; empty when both sides act together.
        trigger: span of the trigger in the blinded text.
        date: index of the date expression that belongs to it, if one does.
        further_dates: indices of others that hang near it, for where the first can't be told.
        narrated: it is told in the simple past, and so may go on from the date of the discourse.
        place: index of the slot that says where, if one does.
        speaker: index of the slot that says so, if one does.
    """

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    root: str
    mode: str | None
    modality: Modality
    trigger: Span
    confidence: float
    contact: ContactKind | None = None
    date: int | None = None
    further_dates: tuple[int, ...] = ()
    narrated: bool = True
    place: int | None = None
    speaker: int | None = None
    ahead: bool = False  # told as lying ahead of another happening ("before his visit to")


class Coder(Protocol):
    """Codes blinded sentences. ``name`` carries the version ("lexicon.v1") and stands in every event."""

    @property
    def name(self) -> str: ...

    def code(self, sentences: Sequence[BlindSentence]) -> list[tuple[Relation, ...]]:
        """Relations of each sentence, in order of the input; one tuple a sentence."""
        ...

    def classify(self, pairs: Sequence[Pair]) -> list[Relation | None]:
        """What relates each pair, in order of the input; None where nothing does.

        A relation has the pair's slots as they act: swapped where the marked target acts on the marked
        source, both among the sources where they act together.
        """
        ...


def coder_names() -> tuple[str, ...]:
    """Names of the coders installed, ours and those of other packages (entry points "detente.coders")."""
    return tuple(sorted(entry.name for entry in entry_points(group="detente.coders")))


def load_coder(name: str) -> Coder:
    """A coder by its name.

    Raises:
        UnknownCoder: none is registered under that name.
    """
    for entry in entry_points(group="detente.coders", name=name):
        coder: Coder = entry.load()()
        return coder
    raise UnknownCoder(f"no coder is called {name!r}; installed: {', '.join(coder_names()) or 'none'}")
