"""The network of the learned coder: texts with a marked pair in, codes with their probability out."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.coding.pair_text import OTHER, SOURCE, TARGET
from detente.knowledge.blind_model import model_folder, model_labels
from detente.records import Modality

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

BATCH = 32
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


@functools.cache
def _session() -> InferenceSession:
    import os

    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS", "0"))
    return InferenceSession(str(model_folder() / "model.onnx"), options, providers=["CPUExecutionProvider"])


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
        One prediction a text, in order. Texts of like length are run together.
    """
    encoded = [encoding.ids for encoding in _tokenizer().encode_batch(list(texts))]
    order = sorted(range(len(encoded)), key=lambda number: len(encoded[number]))
    found: list[Prediction | None] = [None] * len(encoded)
    for start in range(0, len(order), BATCH):
        numbers = order[start : start + BATCH]
        outputs = _session().run(None, _batch([encoded[number] for number in numbers]))
        for row, number in enumerate(numbers):
            found[number] = _read([output[row] for output in outputs])
    return [one for one in found if one is not None]


def _batch(rows: Sequence[Sequence[int]]) -> dict[str, Any]:
    ids = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = row
        mask[number, : len(row)] = 1
    places = [(ids == _tokenizer().token_to_id(marker)).argmax(axis=1) for marker in (SOURCE, TARGET)]
    return {"input_ids": ids, "attention_mask": mask, "source": places[0], "target": places[1]}


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
