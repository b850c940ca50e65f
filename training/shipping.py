"""A network as it ships: it reads one text at a time, and its weights have 8 bits."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

IDS = torch.tensor([101, 2000, 3000, 4000, 102])  # any text, to trace a network with


class OneText(nn.Module):
    """A BERT encoder for one text: without batch, padding and mask, which cost a third of the time of a small one."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.words = encoder.embeddings.word_embeddings
        self.norm = encoder.embeddings.LayerNorm
        kind = encoder.embeddings.token_type_embeddings.weight[0]
        self.places = nn.Parameter((encoder.embeddings.position_embeddings.weight + kind).detach())
        self.layers = encoder.encoder.layer
        self.width = encoder.config.hidden_size // encoder.config.num_attention_heads

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        """The state of each word piece: length x width."""
        length = input_ids.shape[0]
        states = self.norm(self.words(input_ids) + self.places[:length])
        for layer in self.layers:
            attention = layer.attention.self
            parts = (attention.query, attention.key, attention.value)
            weight, bias = (torch.cat([getattr(part, name) for part in parts]) for name in ("weight", "bias"))
            query, key, value = (
                nn.functional.linear(states, weight, bias).view(length, 3, -1, self.width).permute(1, 2, 0, 3)
            )
            weights = (query @ key.transpose(1, 2) * self.width**-0.5).softmax(-1)
            mixed = (weights @ value).transpose(0, 1).reshape(length, -1)
            states = layer.attention.output.LayerNorm(layer.attention.output.dense(mixed) + states)
            inner = nn.functional.gelu(layer.intermediate.dense(states))
            states = layer.output.LayerNorm(layer.output.dense(inner) + states)
        return states


def write_onnx(
    model: nn.Module,
    example: Sequence[torch.Tensor],
    inputs: Sequence[str],
    outputs: Sequence[str],
    varying: Mapping[str, str],
    file: Path,
) -> None:
    """Write a network that reads one text.

    Args:
        model: the network.
        example: inputs to trace it with.
        inputs: their names.
        outputs: names of what it returns.
        varying: which of these vary in length, and with what.
        file: where to write.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch, "whole.onnx")
        torch.onnx.export(
            model.eval(),
            tuple(example),
            str(whole),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: {0: axis} for name, axis in varying.items()},
            opset_version=17,
            dynamo=False,
        )
        onnx.checker.check_model(str(whole))
        quantize_dynamic(whole, file, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"])
    print(f"{file}: {file.stat().st_size / 2**20:.1f} MiB")
