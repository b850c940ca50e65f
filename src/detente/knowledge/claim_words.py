"""The words by which claims are told: of stance, of advice and of cause, read from ``lexicon/claims.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from detente.errors import KnowledgeError
from detente.knowledge.tables import FOLDER
from detente.records import Sign, Stance

Words = frozenset[str]
Scale = Mapping[Stance, Words]


class Effects(BaseModel):
    """Verbs from cause to effect, by what they do to it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    plain: Words
    improves: Words
    worsens: Words
    constrains: Words

    def sign_of(self, verb: str) -> Sign | None:
        """What a verb alone says that the cause does; None where the effect's words must tell."""
        return next((sign for sign in Sign if verb in getattr(self, sign)), None)

    def __contains__(self, verb: str) -> bool:
        return verb in self.plain or self.sign_of(verb) is not None


class ClaimWords(BaseModel):
    """The table ``lexicon/claims.yaml``.

    Attributes:
        relation: nouns for how two sides stand to each other.
        conduct: nouns for what a state does or has, whose "should" is the state's.
        nouns, adjectives: evaluative words by stance.
        movement: verbs by what they say of a relation that moves so.
        deeds: verbs by what they say of who does so.
        sent, faced, missed: objects by which a state is judged.
        viewing: verbs whose subject takes a stance.
        manner: nouns of stance behind "with", "in".
        feelings: adjectives of stance before "about", "with".
        urging, needed, wise: words that call for an act.
        holding: verbs whose clause is their subject's claim.
        effects: verbs from cause to effect.
        origins: verbs from effect to cause, with their prepositions.
        because, therefore, reasons: other words of cause.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Literal["hand"]
    relation: Words
    conduct: Words
    nouns: Scale
    adjectives: Scale
    movement: Scale
    deeds: Scale
    sent: Words
    faced: Words
    missed: Words
    viewing: Words
    manner: Scale
    feelings: Scale
    urging: Words
    needed: Words
    wise: Words
    holding: Words
    effects: Effects
    origins: Mapping[str, Words]
    because: tuple[str, ...] = Field(min_length=1)
    therefore: tuple[str, ...] = Field(min_length=1)
    reasons: Words

    @model_validator(mode="after")
    def _has_one_stance_a_word(self) -> ClaimWords:
        for name in ("nouns", "adjectives", "movement", "deeds", "manner", "feelings"):
            for one, other in combinations(getattr(self, name).values(), 2):
                if both := one & other:
                    raise ValueError(f"{name}: {', '.join(sorted(both))} has two stances")
        return self


def stance_in(scale: Scale, word: str) -> Stance | None:
    """The stance that a scale gives a word; None where it has none."""
    return next((stance for stance, words in scale.items() if word in words), None)


@functools.cache
def claim_words() -> ClaimWords:
    """The words of claims.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_claim_words(FOLDER / "lexicon" / "claims.yaml")


def read_claim_words(table: Path) -> ClaimWords:
    """Read words of claims from a file of the form of ``lexicon/claims.yaml``.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    try:
        return ClaimWords.model_validate(yaml.safe_load(table.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{table.name}: {error}") from error
