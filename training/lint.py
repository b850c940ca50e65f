"""Check the training sentences: schema, marks, legal codes, repeats. Prints findings; none is what is wanted.

python training/lint.py
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from detente.errors import KnowledgeError
from detente.knowledge import plover
from detente.records import Modality

DATA = Path(__file__).parent / "data"
ALIKE = 0.8  # share of words that two sentences of one label may have in common
_MARK = re.compile(r"</?[st]>")
_SPAN = {role: re.compile(rf"<{role}>(\S(?:[^<>]*\S)?)</{role}>") for role in "st"}


class Line(BaseModel):
    """One training sentence; see DATASHEET.md."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    root: str | None
    mode: str | None
    direction: Literal["forward", "backward", "both"] | None
    modality: Modality
    genre: Literal["wire", "commentary", "official", "headline", "interview"]

    @model_validator(mode="after")
    def _holds_together(self) -> Line:
        spans = [len(pattern.findall(self.text)) for pattern in _SPAN.values()]
        if max(spans) > 1 or not any(spans) or len(_MARK.findall(self.text)) != 2 * sum(spans):
            raise ValueError("needs one <s>...</s>, one <t>...</t>, or one of the two")
        if (self.root is None) != (self.direction is None) or (self.root is None and self.mode is not None):
            raise ValueError("root, direction and mode are null together")
        if self.root is not None:
            try:
                plover.score(self.root, self.mode)
            except KnowledgeError as error:
                raise ValueError(str(error)) from error
        return self

    @property
    def plain(self) -> str:
        return _MARK.sub("", self.text)

    @property
    def words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.plain.lower()))


def read_lines(file: Path) -> Iterator[tuple[int, Line | str]]:
    """Lines of a file by number; what is wrong with one in its place."""
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield number, Line.model_validate(json.loads(text))
        except (ValidationError, json.JSONDecodeError) as error:
            yield number, " ".join(str(error).split())


def lint(folder: Path = DATA) -> list[str]:
    """All findings, with file and line."""
    findings: list[str] = []
    good: list[tuple[str, Line]] = []
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in read_lines(file):
            if isinstance(line, str):
                findings.append(f"{file.name}:{number}: {line}")
            else:
                good.append((f"{file.name}:{number}", line))
    return findings + [f"{one}: nearly the same as {other}" for one, other in find_repeats(good)]


def find_repeats(lines: list[tuple[str, Line]]) -> Iterator[tuple[str, str]]:
    """Pairs of sentences that share nearly all their words and their whole label."""
    rare: defaultdict[str, list[int]] = defaultdict(list)
    counts = Counter(word for _, line in lines for word in line.words)
    for number, (where, line) in enumerate(lines):
        keys = sorted(line.words, key=lambda word: (counts[word], word))[:4]
        near = {other for key in keys for other in rare[key]}
        for other in sorted(near):
            if _are_alike(line, lines[other][1]):
                yield where, lines[other][0]
                break
        for key in keys:
            rare[key].append(number)


def _are_alike(one: Line, other: Line) -> bool:
    """Whether one line repeats another; two pairs of one sentence don't."""
    if _label(one) != _label(other) or (one.text != other.text and one.plain == other.plain):
        return False
    return len(one.words & other.words) / len(one.words | other.words) > ALIKE


def _label(line: Line) -> tuple[object, ...]:
    return line.root, line.direction, line.modality


if __name__ == "__main__":
    found = lint()
    print("\n".join(found) or "nothing to report")
    sys.exit(bool(found))
