"""Writes the trained network as the files that the program reads: ONNX in int8 and tables.

The weights of matrix products become int8, one scale a column; activations are quantised while
reading. The table of pieces is int8 with a scale a row.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tools.train_grammar.reader import Reader, told

if TYPE_CHECKING:
    from pathlib import Path

    from tools.train_grammar.labels import Labels
    from tools.train_grammar.network import Network

INPUTS = ("ids", "shapes", "first", "last")
_MOST_RELATIONS = 256


def write_model(network: Network, labels: Labels, encoder: Path, folder: Path) -> None:
    """Write ``model.onnx``, ``labels.json`` and ``vocab.txt`` into a folder.

    Raises
    ------
    ValueError
        If there are more relations than fit into a byte.
    """
    if len(labels.relations) > _MOST_RELATIONS:
        raise ValueError(f"{len(labels.relations)} relations do not fit into a byte.")
    folder.mkdir(parents=True, exist_ok=True)
    columns = told(labels)
    whole = folder / "float.onnx"
    _write_float(Reader(network.eval()).eval(), columns, whole)
    quantize_dynamic(
        whole,
        folder / "model.onnx",
        per_channel=True,
        # Seven bits: with eight, processors without VNNI overflow.
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
    )
    whole.unlink()
    tables = {name: list(getattr(labels, name)) for name in (*columns, "relations")}
    text = json.dumps(tables, ensure_ascii=False, indent=0)
    (folder / "labels.json").write_text(text + "\n", "utf-8")
    shutil.copyfile(encoder / "vocab.txt", folder / "vocab.txt")


def _write_float(reader: Reader, columns: list[str], path: Path) -> None:
    # Numbers of pieces of any short sentence: what is traced does not hang on them.
    pieces = torch.tensor([101, 1996, 2911, 2187, 102])
    words = torch.tensor([0, 1, 2, 3])
    torch.onnx.export(
        reader,
        (pieces, torch.tensor([0, 1, 1, 1, 0]), words, words.clone()),
        str(path),
        input_names=list(INPUTS),
        output_names=[*columns, "arcs", "kinds"],
        dynamic_axes={
            "ids": {0: "pieces"},
            "shapes": {0: "pieces"},
            "first": {0: "words"},
            "last": {0: "words"},
        },
        opset_version=17,
        dynamo=False,
    )
