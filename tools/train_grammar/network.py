"""The whole model: an encoder, heads for tags, lemmas and names, and biaffine heads for the tree.

References
----------
Dozat and Manning, "Deep biaffine attention for neural dependency parsing" (2017).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from tools.train_grammar.encoder import Shared

if TYPE_CHECKING:
    from tools.train_grammar.encoder import Encoder
    from tools.train_grammar.labels import Labels

TAGGED = ("tags", "forms", "fine", "lemmas", "names")
_ARC, _RELATION = 384, 128
_DROPOUT = 0.3


class Scores(NamedTuple):
    """What the model says of the words of each sentence of a batch.

    Attributes
    ----------
    tagged : for each of `TAGGED` scores (batch, words, labels).
    arcs : scores of each head, (batch, words, 1 + words), the root first.
    relations : scores of each relation to each head, (batch, words, relations, 1 + words).
    """

    tagged: tuple[Tensor, ...]
    arcs: Tensor
    relations: Tensor


class Biaffine(nn.Module):
    """Scores pairs of words: a bilinear form with a constant added to both sides."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.labels = labels
        # One large product that int8 can do: each word to what it asks of its head.
        self.ask = nn.Linear(width, labels * (width + 1))
        nn.init.normal_(self.ask.weight, std=0.02)
        nn.init.zeros_(self.ask.bias)

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """Score (batch, words, width) with (batch, 1 + words, width)."""
        batch, count, width = words.shape
        asked = self.ask(words).view(batch, count * self.labels, width + 1)
        scores = asked[..., :width] @ heads.transpose(1, 2) + asked[..., width:]
        return scores.view(batch, count, self.labels, heads.shape[1])


class Network(nn.Module):
    """Pieces go in, `Scores` come out."""

    def __init__(self, encoder: Encoder, labels: Labels) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.norm.normalized_shape[0]
        depth = len(encoder.layers)
        # Tags and tree each weigh the layers in their own way; the upper half to begin with.
        self.mix = nn.Parameter(torch.linspace(-2.0, 1.0, depth).repeat(2, 1))
        self.tag_words = _down(2 * width, width)
        self.taggers = nn.ModuleList(nn.Linear(width, len(getattr(labels, c))) for c in TAGGED)
        self.arc_word, self.arc_head = _down(2 * width, _ARC), _down(2 * width, _ARC)
        self.relation_word = _down(2 * width, _RELATION)
        self.relation_head = _down(2 * width, _RELATION)
        self.arcs = Biaffine(_ARC, 1)
        self.relations = Biaffine(_RELATION, len(labels.relations))

    def forward(
        self, ids: Tensor, shapes: Tensor, known: Tensor, first: Tensor, last: Tensor
    ) -> Scores:
        """Score a batch: (batch, pieces) of numbers, (batch, 1 + words) of places of pieces."""
        layers = self.encoder(ids, shapes, known)
        tag_words, tree_words = (
            _pool(_weighed(layers, functional.softmax(weights.float(), 0)), first, last)
            for weights in self.mix
        )
        tagged = self.tag_words(tag_words[:, 1:])
        arcs = self.arcs(self.arc_word(tree_words[:, 1:]), self.arc_head(tree_words))
        relations = self.relations(
            self.relation_word(tree_words[:, 1:]), self.relation_head(tree_words)
        )
        return Scores(tuple(tagger(tagged) for tagger in self.taggers), arcs[:, :, 0], relations)


def _down(width: int, narrow: int) -> nn.Sequential:
    return nn.Sequential(Shared(_DROPOUT), nn.Linear(width, narrow), nn.GELU(), Shared(_DROPOUT))


def _weighed(layers: list[Tensor], weights: Tensor) -> Tensor:
    mixed = layers[0] * weights[0]
    for number in range(1, len(layers)):
        mixed = mixed + layers[number] * weights[number]
    return mixed


def _pool(pieces: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Take the first and the last piece of each word, one behind the other."""
    width = pieces.shape[2]
    return torch.cat(
        [pieces.gather(1, at[..., None].expand(-1, -1, width)) for at in (first, last)], dim=2
    )
