"""The network of the learned coder: texts with a marked pair in, codes with their probability out.

Each text is run by itself, on one thread. The arithmetic in 8 bits scales by what is run together, so texts in one
batch would change each other's codes; alone, the same text has the same code, bit for bit. It is no slower.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from detente.coding.pair_text import OTHER, SOURCE, TARGET
from detente.knowledge.blind_model import model_folder, model_labels
from detente.records import Modality

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Text = TypeVar("Text", bound=Hashable)
T = TypeVar("T")

_NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the network says of a pair.

    Attributes:
        root: PLOVER event type; None where nothing relates the pair.
        direction: forward (source acts on target), backward, both.
        confidence: calibrated probability of ``root``, 0 to 1.
    """

    root: str | None
    direction: str
    mode: str | None
    modality: Modality
    confidence: float


def open_session(file: Path) -> InferenceSession:
    """A network ready to run, on one thread."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


@functools.cache
def _session() -> InferenceSession:
    return open_session(model_folder() / "model.onnx")


@functools.cache
def _threads() -> ThreadPoolExecutor | None:
    """As many as there are cores, or as a worker process is given; none beside this one where that is one."""
    count = int(os.environ.get("OMP_NUM_THREADS", "0")) or os.cpu_count() or 1
    return ThreadPoolExecutor(count) if count > 1 else None


def map_in_threads(run: Callable[[Text], T], texts: Sequence[Text]) -> list[T]:
    """What a network says of each text, in order; of the same text once."""
    distinct = list(dict.fromkeys(texts))
    threads = _threads()
    found = dict(zip(distinct, threads.map(run, distinct) if threads else map(run, distinct), strict=True))
    return [found[text] for text in texts]


def word_pieces(texts: Sequence[str]) -> list[tuple[tuple[int, ...], list[tuple[int, int]]]]:
    """The ids of each text's word pieces, as many as a network reads, and where each stands in the text."""
    return [(tuple(one.ids), one.offsets) for one in _tokenizer().encode_batch(list(texts))]


@functools.cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
    tokenizer.add_special_tokens([SOURCE, TARGET, OTHER])
    tokenizer.enable_truncation(model_labels().longest)
    tokenizer.no_padding()
    return tokenizer


def predict(texts: Sequence[str]) -> list[Prediction]:
    """The network's code of each text.

    Args:
        texts: as :func:`detente.coding.pair_text.pair_text` writes them.

    Returns:
        One prediction a text, in order; it depends on that text alone.
    """
    encoded = word_pieces(texts)
    _session()  # made once, before the threads ask for it
    return map_in_threads(_run, [ids for ids, _ in encoded])


def _run(ids: tuple[int, ...]) -> Prediction:
    text = np.array(ids, dtype=np.int64)
    source, target = ((text == _tokenizer().token_to_id(marker)).argmax(keepdims=True) for marker in (SOURCE, TARGET))
    return _read(
        [output[0] for output in _session().run(None, {"input_ids": text, "source": source, "target": target})]
    )


def _read(logits: Sequence[Any]) -> Prediction:
    labels = model_labels()
    root_logits, direction, mode, modality = logits
    odds = np.exp((root_logits - root_logits.max()) / labels.temperature)
    best = int(odds.argmax())
    root = labels.roots[best]
    allowed = [number for number, name in enumerate(labels.modes) if name == _NONE or name.partition(":")[0] == root]
    mode_name = labels.modes[max(allowed, key=lambda number: mode[number])]
    return Prediction(
        root=None if root == _NONE else root,
        direction=labels.directions[int(direction.argmax())],
        mode=None if mode_name == _NONE else mode_name.partition(":")[2],
        modality=Modality(labels.modalities[int(modality.argmax())]),
        confidence=round(float(odds[best] / odds.sum()), 4),
    )
