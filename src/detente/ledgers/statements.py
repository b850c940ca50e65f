"""What a sentence states, as a small network reads it: its kinds, its stance, and the words that matter.

The network sees sentences without names, as the coder of events does, and a few in a row at once: what one states often
leans on the one before it (Cohan et al. 2019, "Pretrained Language Models for Sequential Sentence Classification").
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.coding.blind import BlindSentence
from detente.coding.network import map_in_threads, open_session, word_pieces
from detente.knowledge.statement_model import KINDS, SIGNS, STANCES, TAGS, VOICES, statement_folder, statement_labels
from detente.records import Sign, Span, Stance

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_WINDOW = 120  # word pieces of sentences that are read together
_DOUBT = 0.08  # probability below which a kind is ruled out
_LEAN = 0.6  # what the odds of no tag count
_CLEAR = 0.6  # probability from which a stance is told
_CLEAR_SIGN = 0.8  # and the sign of a cause, which the network gets wrong more often
_GAP = 2  # words without a tag that a run of one may leap
_STOPS = re.compile(r"[,;:.]")  # what it may not leap
_INNER = ("", "-", "'", "’", ".", ",", "/", "&")  # what may stand within a word: "U.S.", "4,000", "state-owned"
_SURE = {  # probability from which a kind is taken
    "assessment": 0.25, "forecast": 0.4, "prescription": 0.6, "explanation": 0.25, "commitment": 0.6, "dispute": 0.5,
    "signal": 0.08,  # one voice; whether two make a signal, the ledger asks
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence states.

    Attributes:
        kinds: calibrated probability, 0 to 1, of each of ``KINDS``.
        stance: of its assessment, if it is one; None where that is not clear, or where it states nothing.
        sign: of its explanation, if it is one; None likewise.
        parts: the words that are a cause, an effect, an action, what is promised, an issue, a friendly or an
            unfriendly voice; with their spans in the article.
    """

    kinds: Mapping[str, float]
    stance: Stance | None
    sign: Sign | None
    parts: tuple[tuple[str, Span], ...]

    def is_a(self, kind: str) -> bool:
        """Whether it is surely of a kind."""
        return self.kinds[kind] >= _SURE[kind]

    def is_hardly(self, kind: str) -> bool:
        """Whether it is surely not of a kind."""
        return self.kinds[kind] < _DOUBT

    @property
    def is_any(self) -> bool:
        """Whether it is surely of some kind."""
        return any(map(self.is_a, self.kinds))

    def spans(self, part: str) -> list[Span]:
        """Where a part stands: "cause", "effect", "action", "what", "issue", "friendly", "unfriendly"."""
        return [span for name, span in self.parts if name == part]


NOTHING = Statement(dict.fromkeys(KINDS, 0.0), None, None, ())  # of a sentence that nobody read


@functools.cache
def _session() -> InferenceSession:
    return open_session(statement_folder() / "model.onnx")


def read_statements(sentences: Sequence[BlindSentence]) -> list[Statement]:
    """What the sentences of an article state, one each, in order; each is read beside its neighbours."""
    encoded = word_pieces([sentence.text for sentence in sentences])
    _session()  # made once, before the threads ask for it
    windows = map_in_threads(_run, list(_windows([ids for ids, _ in encoded])))
    outputs = (output for window in windows for output in window)
    return [
        _read(sentence, offsets, output)
        for sentence, (_, offsets), output in zip(sentences, encoded, outputs, strict=True)
    ]


_Window = tuple[tuple[int, ...], ...]  # the word pieces of sentences that are read together


def _windows(sentences: Sequence[tuple[int, ...]]) -> Iterator[_Window]:
    """Sentences in a row, as many as there is room for, at least one."""
    window: list[tuple[int, ...]] = []
    for ids in sentences:
        if window and sum(map(len, window)) + len(ids) > _WINDOW:
            yield tuple(window)
            window = []
        window.append(ids)
    if window:
        yield tuple(window)


def _run(window: _Window) -> list[tuple[Any, ...]]:
    """The network's logits for each sentence of a window: kinds, stance, sign; and for its pieces tags and voices."""
    starts = np.cumsum([0, *map(len, window)])
    of_whole = {"input_ids": np.concatenate(window, dtype=np.int64), "starts": starts[:-1]}
    *heads, tags, voices = _session().run(None, of_whole)
    of_pieces = zip(np.split(tags, starts[1:-1]), np.split(voices, starts[1:-1]), strict=True)
    return [(*whole, *pieces) for *whole, pieces in zip(*heads, of_pieces, strict=True)]


def _read(sentence: BlindSentence, offsets: Sequence[tuple[int, int]], outputs: Sequence[Any]) -> Statement:
    """The statement that logits tell; its particulars only where it is one."""
    logits, stance, sign, tags, voices = outputs
    temperatures = statement_labels().temperatures
    kinds = {
        kind: 1 / (1 + math.exp(-logit / temperatures[kind]))
        for kind, logit in zip(KINDS, logits.tolist(), strict=True)
    }
    plain = Statement(kinds, None, None, ())
    if not plain.is_any:
        return plain
    return Statement(
        kinds,
        stance=Stance(name) if (name := _clear(STANCES, stance, _CLEAR)) else None,
        sign=Sign(name) if (name := _clear(SIGNS, sign, _CLEAR_SIGN)) else None,
        parts=(
            *_parts(sentence, offsets, tags, TAGS),
            *(_parts(sentence, offsets, voices, VOICES) if plain.is_a("signal") else ()),
        ),
    )


def _clear(names: Sequence[str], logits: Any, least: float) -> str | None:
    """The name with the highest logit, where its probability is clear."""
    odds = np.exp(logits - logits.max())
    return names[int(odds.argmax())] if odds.max() / odds.sum() >= least else None


def _parts(
    sentence: BlindSentence, offsets: Sequence[tuple[int, int]], logits: Any, tags: Sequence[str]
) -> Iterator[tuple[str, Span]]:
    """The words with the same tag, as spans in the article: whole words, over a gap of a word or two."""
    lean = np.array([_LEAN] + [1.0] * (len(tags) - 1))
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    told = ((odds * lean).argmax(axis=1) > 0).tolist()
    runs: list[_Run] = []
    for word in _words(sentence.text, offsets) if any(told) else ():
        if not any(told[piece] for piece in word.pieces):
            continue
        chances = odds[word.pieces].mean(axis=0)
        tag = int((chances * lean).argmax())
        last = runs[-1] if runs else None
        if tag == 0:
            continue
        near = last is not None and last.tag == tag and word.number - last.last <= _GAP + 1
        if last is not None and near and not _STOPS.search(sentence.text, last.end, word.start):
            last.end, last.last, last.sure = word.end, word.number, max(last.sure, float(chances[tag]))
        else:
            runs.append(_Run(tag, word.start, word.end, word.number, word.number, float(chances[tag])))
    for run in runs:
        if run.sure >= 0.5 and (tags[run.tag] == "issue" or run.last > run.first):
            yield tags[run.tag], sentence.origin_of(Span(run.start, run.end))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence: its number, place, and word pieces."""

    number: int
    start: int
    end: int
    pieces: list[int]


@dataclass(slots=True)
class _Run:
    """Words of one tag in a row: place, numbers of the first and the last, the best of their probabilities."""

    tag: int
    start: int
    end: int
    first: int
    last: int
    sure: float


def _words(text: str, offsets: Sequence[tuple[int, int]]) -> list[_Word]:
    """The words that word pieces make up, without punctuation."""
    words: list[_Word] = []
    for piece, (start, end) in enumerate(offsets):
        if start == end or not any(map(str.isalnum, text[start:end])):
            continue
        if words and text[words[-1].end : start].strip() in _INNER and " " not in text[words[-1].end : start]:
            words[-1] = _Word(words[-1].number, words[-1].start, end, [*words[-1].pieces, piece])
        else:
            words.append(_Word(len(words), start, end, [piece]))
    return words
