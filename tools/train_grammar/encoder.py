"""A BERT encoder in PyTorch, filled from a ``model.safetensors`` file.

References
----------
Devlin et al., "BERT" (2019); Wang et al., "MiniLM" (2020), whose six-layer student we start from.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from pathlib import Path


class Shape(NamedTuple):
    """How large an encoder is."""

    width: int
    inner: int
    layers: int
    heads: int
    words: int
    length: int


def read_shape(folder: Path) -> Shape:
    """Read an encoder's ``config.json``."""
    config = json.loads((folder / "config.json").read_text("utf-8"))
    return Shape(
        width=config["hidden_size"],
        inner=config["intermediate_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        words=config["vocab_size"],
        length=config["max_position_embeddings"],
    )


class Layer(nn.Module):
    """Attention and a feed-forward net, each added to what went in and normed."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.count = shape.heads
        self.query, self.key, self.value, self.out = (
            nn.Linear(shape.width, shape.width) for _ in range(4)
        )
        self.attention_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = Shared(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Pass vectors (batch, pieces, width); ``mask`` is added to the attention's scores."""
        batch, pieces, width = x.shape
        query, key, value = (
            part(x).view(batch, pieces, self.count, width // self.count).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # Written out: PyTorch's fused attention takes ten times as long to go back through.
        scores = query @ key.transpose(2, 3) * (width // self.count) ** -0.5 + mask
        seen = functional.softmax(scores, dim=-1) @ value
        seen = self.out(seen.transpose(1, 2).reshape(batch, pieces, width))
        x = self.attention_norm(x + self.dropout(seen))
        inner = functional.gelu(self.widen(x))
        return self.norm(x + self.dropout(self.narrow(inner)))


class Shared(nn.Module):
    """Dropout that leaves out the same features all through a sentence.

    References
    ----------
    Gal and Ghahramani, "A theoretically grounded application of dropout" (2016).
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """Leave features out of vectors (batch, pieces, width) while training."""
        if not self.training or self.share == 0:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * (kept / (1 - self.share)).to(x.dtype)


class Encoder(nn.Module):
    """Pieces go in, the vectors of each layer come out."""

    def __init__(self, shape: Shape, shapes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.words, shape.width)
        self.places = nn.Embedding(shape.length, shape.width)
        self.shapes = nn.Embedding(shapes, shape.width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = Shared(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, shapes: Tensor, known: Tensor) -> list[Tensor]:
        """Encode pieces (batch, pieces); ``known`` is 0 where a short sentence is filled up."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = (1.0 - known[:, None, None, :].to(x.dtype)) * -1e4
        found = []
        for layer in self.layers:
            x = layer(x, mask)
            found.append(x)
        return found


def open_encoder(folder: Path, shapes: int, dropout: float = 0.1) -> Encoder:
    """Open a published BERT: ``config.json`` and ``model.safetensors`` of one folder."""
    shape = read_shape(folder)
    encoder = Encoder(shape, shapes, dropout)
    found = load_file(folder / "model.safetensors")
    weights = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        # We never have a second text, so what stands for the first joins the places.
        "places.weight": found["embeddings.position_embeddings.weight"]
        + found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
        "shapes.weight": encoder.shapes.weight.detach(),
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    for number in range(shape.layers):
        for ours, theirs in names.items():
            for kind in ("weight", "bias"):
                weights[f"layers.{number}.{ours}.{kind}"] = found[
                    f"encoder.layer.{number}.{theirs}.{kind}"
                ]
    encoder.load_state_dict(weights)
    return encoder
