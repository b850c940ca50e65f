"""The loop by which both networks learn."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

T = TypeVar("T")

DECAY = 0.998  # of the running average of the weights that is kept in the end
BLOCK = 50  # batches within which texts of like length come together


def train(
    model: nn.Module,
    examples: Sequence[T],
    cost: Callable[[Sequence[T]], torch.Tensor],
    length: Callable[[T], int],
    dice: random.Random,
    epochs: int,
    batch: int,
    rate: float,
    turn: Callable[[T], T] = lambda one: one,
) -> None:
    """Train a network in place; in the end it has the running average of its weights.

    Args:
        model: its part ``encoder`` learns at ``rate``, the rest five times as fast.
        examples: what it learns from.
        cost: the loss of a batch.
        length: how long an example's text is: batches are of texts about as long.
        dice: for the order.
        epochs: how often it sees each example.
        batch: examples a step.
        rate: the highest learning rate, after a tenth of the steps; it falls to 0.
        turn: what is done to each example anew in each epoch.
    """
    steps = epochs * ((len(examples) + batch - 1) // batch)
    fresh = [p for name, p in model.named_parameters() if not name.startswith("encoder")]
    optimiser = torch.optim.AdamW(
        [{"params": model.encoder.parameters(), "lr": rate}, {"params": fresh, "lr": 5 * rate}], weight_decay=0.01
    )
    warmup = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / max(1, warmup)) * max(0.0, (steps - step) / max(1, steps - warmup))
    )
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(DECAY))
    for epoch in range(epochs):
        model.train()
        begun, total = time.perf_counter(), 0.0
        batches = _batches([turn(one) for one in examples], length, dice, batch)
        for some in batches:
            loss = cost(some)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update_parameters(model)
            total += loss.item()
        seconds = time.perf_counter() - begun
        print(f"epoch {epoch + 1}/{epochs}: loss {total / len(batches):.3f}, {seconds:.0f} s", flush=True)
    model.load_state_dict(average.module.state_dict())


def _batches(examples: list[T], length: Callable[[T], int], dice: random.Random, batch: int) -> list[list[T]]:
    dice.shuffle(examples)
    ordered = [
        one
        for start in range(0, len(examples), BLOCK * batch)
        for one in sorted(examples[start : start + BLOCK * batch], key=length)
    ]
    batches = [ordered[start : start + batch] for start in range(0, len(ordered), batch)]
    dice.shuffle(batches)
    return batches
