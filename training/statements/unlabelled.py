"""Whole articles without labels: a student learns from what its teacher says of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.statements.sentences import Labelled

from detente.reading.sentences import split_sentences

ARTICLES = Path(__file__).parent / "unlabelled"
_HEADLINE = "# "


def read_unlabelled(folder: Path = ARTICLES) -> Iterator[list[Labelled]]:
    """The sentences of each article, in files of articles that begin with a line ``# Headline``."""
    for file in sorted(folder.glob("*.txt")):
        paragraphs: list[str] = []
        for line in (*file.read_text(encoding="utf-8").splitlines(), _HEADLINE):
            if not line.startswith(_HEADLINE):
                paragraphs.append(line)
            elif text := "\n".join(filter(str.strip, paragraphs)):
                yield [Labelled(span.of(text), (), (), frozenset()) for span in split_sentences(text)]
                paragraphs = []
