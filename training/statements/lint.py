"""Check the labelled sentences: format, labels, marks, repeats. Prints findings, then counts by label.

python -m training.statements.lint
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from training.statements.sentences import DATA, Labelled, read_passages

from detente.knowledge.statement_model import VOICES

_SHORT = 6  # words of a sentence that may stand twice: "What, then, is to be done?"


def findings(sentences: list[tuple[str, Labelled]]) -> Iterator[str]:
    """What is wrong with sentences that can be read: some stand twice, marks are empty."""
    seen: dict[str, str] = {}
    for where, one in sentences:
        key = " ".join(one.text.lower().split())
        if key in seen and len(key.split()) > _SHORT:
            yield f"{where}: stands in {seen[key]} as well: {one.text}"
        seen[key] = where
        yield from (f"{where}: an empty mark: {one.text}" for _, span in one.spans if not span.of(one.text).strip())
        voices = [name for name, _ in one.spans if name in VOICES]
        if ("signal" in one.kinds) is not bool(voices):
            yield f"{where}: a signal without a voice, or a voice without a signal: {one.text}"


def main() -> int:
    sentences: list[tuple[str, Labelled]] = []
    wrong: list[str] = []
    for file in sorted(DATA.rglob("*.txt")):
        try:
            sentences += [(file.name, one) for passage in read_passages(file) for one in passage]
        except ValueError as error:
            wrong.append(str(error))
    wrong += findings(sentences)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    labels = Counter(label for _, one in sentences for label in one.labels or (".",))
    print(f"{len(sentences)} sentences:", ", ".join(f"{label} {count}" for label, count in sorted(labels.items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
