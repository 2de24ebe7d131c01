"""The trained network as it reads one sentence: the same sums, with products of one vector joined.

Quantising costs time for each product, so those that take the same words in are done as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from tools.train_grammar.network import TAGGED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.train_grammar.encoder import Layer
    from tools.train_grammar.network import Biaffine, Network


class Reader(nn.Module):
    """One sentence, without filling, goes in; the best labels and the scores of heads come out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        encoder = network.encoder
        self.words, self.places, self.shapes = _Rows(encoder.words), encoder.places, encoder.shapes
        self.norm = encoder.norm
        self.layers = nn.ModuleList(_FastLayer(layer) for layer in encoder.layers)
        self.register_buffer("mix", functional.softmax(network.mix.detach(), 1))
        self.tag_words = network.tag_words[1]
        taggers = [tagger for tagger in network.taggers if tagger.out_features]
        self.taggers = _joined(taggers)
        self.tag_counts = [tagger.out_features for tagger in taggers]
        downs = [
            *(network.arc_word[1], network.arc_head[1]),
            *(network.relation_word[1], network.relation_head[1]),
        ]
        self.downs = _joined(downs)
        self.down_counts = [down.out_features for down in downs]
        self.arcs, self.relations = _FastBiaffine(network.arcs), _FastBiaffine(network.relations)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> list[Tensor]:
        """Read one sentence: numbers of pieces, and the places of each word's first and last."""
        x = self.words(ids) + self.places.weight[: ids.shape[0]] + self.shapes(shapes)
        x = self.norm(x)
        tag, tree = torch.zeros_like(x), torch.zeros_like(x)
        for number, layer in enumerate(self.layers):
            x = layer(x)
            tag, tree = tag + self.mix[0, number] * x, tree + self.mix[1, number] * x
        tag, tree = (torch.cat([part[first], part[last]], dim=1) for part in (tag, tree))
        tagged = self.taggers(functional.gelu(self.tag_words(tag[1:])))
        best = [scores.argmax(-1).int() for scores in tagged.split(self.tag_counts, 1)]
        parts = functional.gelu(self.downs(tree)).split(self.down_counts, 1)
        arcs = torch.log_softmax(self.arcs(parts[0][1:], parts[1])[:, 0], -1)
        relations = self.relations(parts[2][1:], parts[3]).argmax(1).to(torch.uint8)
        return [*best, arcs, relations]


class _Rows(nn.Module):
    """A table of vectors in int8, with a scale a row."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


class _FastLayer(nn.Module):
    """A layer of the encoder for one sentence, (pieces, width)."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.count, self.width = layer.count, layer.out.in_features
        self.ask = _joined([layer.query, layer.key, layer.value])
        with torch.no_grad():
            scale = (self.width // self.count) ** -0.5
            self.ask.weight[: self.width] *= scale
            self.ask.bias[: self.width] *= scale
        self.out, self.widen, self.narrow = layer.out, layer.widen, layer.narrow
        self.attention_norm, self.norm = layer.attention_norm, layer.norm

    def forward(self, x: Tensor) -> Tensor:
        asked = self.ask(x).view(-1, 3, self.count, self.width // self.count)
        query, key, value = asked.permute(1, 2, 0, 3).unbind(0)
        seen = functional.softmax(query @ key.transpose(1, 2), dim=-1) @ value
        x = self.attention_norm(x + self.out(seen.transpose(0, 1).reshape(-1, self.width)))
        return self.norm(x + self.narrow(functional.gelu(self.widen(x))))


class _FastBiaffine(nn.Module):
    """Scores of pairs for one sentence: (words, labels, 1 + words)."""

    def __init__(self, biaffine: Biaffine) -> None:
        super().__init__()
        self.labels = biaffine.labels
        width = biaffine.ask.in_features
        weight = biaffine.ask.weight.detach().view(self.labels, width + 1, width)
        bias = biaffine.ask.bias.detach().view(self.labels, width + 1)
        self.pairs = _linear(weight[:, :width].flatten(0, 1), bias[:, :width].flatten())
        self.alone = _linear(weight[:, width], bias[:, width])
        self.width = width

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        asked = self.pairs(words).view(-1, self.width)
        scores = (asked @ heads.transpose(0, 1)).view(-1, self.labels, heads.shape[0])
        return scores + self.alone(words)[..., None]


def _joined(parts: Sequence[nn.Linear]) -> nn.Linear:
    return _linear(
        torch.cat([part.weight.detach() for part in parts]),
        torch.cat([part.bias.detach() for part in parts]),
    )


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.load_state_dict({"weight": weight, "bias": bias})
    return made.requires_grad_(requires_grad=False)


def told(labels: object) -> list[str]:
    """Name the columns that the reader gives labels of, in order."""
    return [column for column in TAGGED if getattr(labels, column)]
