"""A network as it ships: it reads one text at a time, and its weights have 8 bits."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
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
        self.heads = encoder.config.num_attention_heads

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        """The state of each word piece: length x width."""
        length = input_ids.shape[0]
        states = self.norm(self.words(input_ids) + self.places[:length])
        for layer in self.layers:
            attention = layer.attention.self
            query, key, value = (
                part(states).view(length, self.heads, -1).transpose(0, 1)
                for part in (attention.query, attention.key, attention.value)
            )
            weights = (query @ key.transpose(1, 2) * query.shape[-1] ** -0.5).softmax(-1)
            mixed = (weights @ value).transpose(0, 1).reshape(length, -1)
            states = layer.attention.output.LayerNorm(layer.attention.output.dense(mixed) + states)
            inner = nn.functional.gelu(layer.intermediate.dense(states))
            states = layer.output.LayerNorm(layer.output.dense(inner) + states)
        return states


def write_onnx(
    model: nn.Module, example: Sequence[torch.Tensor], inputs: Sequence[str], outputs: Sequence[str], file: Path
) -> None:
    """Write a network that reads one text.

    Args:
        model: its first input is the ids of the text's word pieces.
        example: inputs to trace it with.
        inputs: their names; the first one's length varies.
        outputs: names of what it returns; the length of "tags" and "voices" is that of the text.
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
            dynamic_axes={name: {0: "length"} for name in (inputs[0], "tags", "voices") if name in (*inputs, *outputs)},
            opset_version=17,
            dynamo=False,
        )
        onnx.checker.check_model(str(whole))
        quantize_dynamic(whole, file, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"])
    print(f"{file}: {file.stat().st_size / 2**20:.1f} MiB")
