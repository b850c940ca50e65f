"""The labelled sentences that the network of statements learns from, as it will see them: without names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from detente.actors import find_mentions
from detente.coding.articles import Coding, blind_sentence
from detente.coding.blind import BlindSentence
from detente.dating import find_dates
from detente.knowledge.statement_model import KINDS
from detente.reading.identity import document_id
from detente.reading.sentences import split_sentences
from detente.records import Document, Span

DATA = Path(__file__).parent / "data"
_LETTERS = dict(zip("AFPECDS", KINDS, strict=True))
_LABEL = re.compile(r"A[+0-]|F[+0-]|P|E[iwc]?|C|D=?|S|[AFPECDS]\?")
_OPEN = re.compile(r"\{([ceawipn]) ")
_SPANS = {
    "c": "cause", "e": "effect", "a": "action", "w": "what", "i": "issue", "p": "friendly", "n": "unfriendly",
}  # fmt: skip
_OF = {
    "cause": "explanation",
    "effect": "explanation",
    "action": "prescription",
    "what": "commitment",
    "issue": "dispute",
    "friendly": "signal",
    "unfriendly": "signal",
}
_MARKED = frozenset(_OF.values()) - {"signal"}
VOICED = frozenset({"signal"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with its labels.

    Attributes:
        text: its words, without marks; without names as well, once :func:`blinded`.
        labels: as written: "A-", "Ei", "D="; without those in doubt, "A?".
        spans: what its marks stand for, and where, in ``text``.
        known: the kinds that it was labelled for; without a label of one of these it is not of that kind.
    """

    text: str
    labels: tuple[str, ...]
    spans: tuple[tuple[str, Span], ...]
    known: frozenset[str] = frozenset(KINDS)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(_LETTERS[label[0]] for label in self.labels)

    @property
    def is_marked(self) -> bool:
        """Whether its marks tell all causes, effects, actions, promises and issues that stand in it."""
        marked = any(_OF[name] in _MARKED for name, _ in self.spans)
        return self.known >= _MARKED and (marked or not self.kinds & _MARKED)


def read_passages(file: Path) -> list[list[Labelled]]:
    """The passages of a file, each a list of sentences in order.

    The signals of articles stand in a file of their own beside theirs, since their voices may be sentences apart. Where
    there is none, sentences without a signal's label aren't asked for signals.

    Raises:
        ValueError: a line breaks the format; it names file and line.
    """
    passages: list[list[Labelled]] = [[]]
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            passages.append([])
            continue
        try:
            passages[-1].append(_labelled(line))
        except ValueError as error:
            raise ValueError(f"{file.name}:{number}: {error}") from error
    passages = [passage for passage in passages if passage]
    signals = file.with_suffix(".signals.jsonl")
    if not signals.exists():
        return [[one if "signal" in one.kinds else replace(one, known=one.known - VOICED) for one in passage]
                for passage in passages]  # fmt: skip
    for number, line in enumerate(signals.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            _tell_signal(passages, json.loads(line))
        except (ValueError, LookupError) as error:
            raise ValueError(f"{signals.name}:{number}: {error}") from error
    return passages


def _tell_signal(passages: list[list[Labelled]], signal: dict[str, Any]) -> None:
    """Label the sentences in which a signal's voices stand; where it is in doubt they aren't asked for signals."""
    passage = passages[signal["article"] - 1]
    for letter in "pn":
        number, words = signal[letter]
        one = passage[number - 1]
        start = one.text.index(words)
        if signal["doubt"]:
            known = one.known if "signal" in one.kinds else one.known - VOICED
            passage[number - 1] = replace(one, known=known)
            continue
        spans = (*one.spans, (_SPANS[letter], Span(start, start + len(words))))
        labels = (*one.labels, *({"S"} - {*one.labels}))
        passage[number - 1] = replace(one, labels=labels, spans=spans, known=one.known | VOICED)


def read_all(folder: Path = DATA, articles: bool = False) -> list[list[Labelled]]:
    """The passages of all files; in ``voices`` below each line is one, labelled for signals alone.

    Args:
        folder: where the files lie; whole articles in ``articles`` below.
        articles: whether to leave out the passages that aren't whole articles.

    Raises:
        ValueError: as :func:`read_passages`.
    """
    files = [*(() if articles else sorted(folder.glob("*.txt"))), *sorted(folder.glob("articles/*.txt"))]
    passages = [passage for file in files for passage in read_passages(file)]
    lines = [one for file in sorted(folder.glob("voices/*.txt")) for passage in read_passages(file) for one in passage]
    return [*passages, *map(_sentences_of, lines)]


def _sentences_of(line: Labelled) -> list[Labelled]:
    """The sentences of a line of voices: labelled for signals alone, those with a voice as one."""
    found = []
    for place in split_sentences(line.text):
        spans = tuple((name, span.shifted(-place.start)) for name, span in line.spans if place.covers(span))
        found.append(Labelled(place.of(line.text), ("S",) if spans else (), spans, VOICED))
    return found


def _labelled(line: str) -> Labelled:
    before, tab, marked = line.partition("\t")
    if not tab or "\t" in marked:
        raise ValueError("not one tab between labels and sentence")
    labels = () if before.strip() == "." else tuple(before.split())
    if unknown := [label for label in labels if not _LABEL.fullmatch(label)]:
        raise ValueError(f"no such label: {', '.join(unknown)}")
    if len(set(labels)) < len(labels):
        raise ValueError("a label twice")
    text, spans = _unmarked(marked.strip())
    doubted = frozenset(_LETTERS[label[0]] for label in labels if label.endswith("?"))
    labels = tuple(label for label in labels if not label.endswith("?"))
    one = Labelled(text, labels, spans, frozenset(KINDS) - doubted)
    if wrong := {name for name, _ in spans if _OF[name] not in one.kinds}:
        raise ValueError(f"marks without their label: {', '.join(sorted(wrong))}")
    return one


def _unmarked(marked: str) -> tuple[str, tuple[tuple[str, Span], ...]]:
    """A sentence without its marks, and where they stood."""
    out, spans, cursor = "", [], 0
    for match in _OPEN.finditer(marked):
        end = marked.find("}", match.end())
        if end < 0 or match.start() < cursor:
            raise ValueError("a mark isn't closed, or stands in another")
        out += marked[cursor : match.start()]
        words = marked[match.end() : end]
        spans.append((_SPANS[match[1]], Span(len(out), len(out) + len(words))))
        out += words
        cursor = end + 1
    out += marked[cursor:]
    if "{" in out or "}" in out:
        raise ValueError("a brace that marks nothing")
    return out, tuple(spans)


def blinded(passage: list[Labelled]) -> Iterator[Labelled]:
    """The sentences of a passage as the network sees them, found and blinded in each other's context."""
    sentences, start = [], 0
    for one in passage:
        sentences.append(Span(start, start + len(one.text)))
        start += len(one.text) + 1
    text = " ".join(one.text for one in passage)
    document = Document(id=document_id(text), source="training", text=text, language="en")
    dates = find_dates(text, sentences, None)
    coding = Coding(document, tuple(sentences), tuple(find_mentions(document, sentences)), (), {}, tuple(dates))
    for number, one in enumerate(passage):
        sentence = blind_sentence(coding, number)
        shift = sentences[number].start
        spans = tuple((name, _moved(sentence, span.start + shift, span.end + shift)) for name, span in one.spans)
        yield replace(one, text=sentence.text, spans=spans)


def _moved(sentence: BlindSentence, start: int, end: int) -> Span:
    """Where a span of the document stands in the blinded sentence; a name that it touches is in it."""
    return Span(_place(sentence, start, "start"), _place(sentence, end, "end"))


def _place(sentence: BlindSentence, position: int, side: str) -> int:
    for slot in sentence.slots:
        if slot.origin.start < position < slot.origin.end or position == getattr(slot.origin, side):
            return int(getattr(slot.span, side))
    text, origin = max(seam for seam in sentence.seams if seam[1] <= position)
    return text + position - origin
