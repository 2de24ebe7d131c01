"""How far the model's scores are from what the treebanks say, and how many it gets right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from tools.train_grammar.labels import NOTHING
from tools.train_grammar.network import TAGGED

if TYPE_CHECKING:
    from torch import Tensor

    from tools.train_grammar.batches import Batch
    from tools.train_grammar.network import Scores

_WEIGHTS = {"tags": 0.5, "forms": 0.3, "fine": 0.3, "lemmas": 0.2, "names": 0.3}
_NEVER = -1e4


def loss_of(scores: Scores, batch: Batch) -> Tensor:
    """Sum the losses of all columns that the batch has labels for."""
    total = torch.zeros(())
    for column, scored in zip(TAGGED, scores.tagged, strict=True):
        total = total + _WEIGHTS[column] * _cross(scored, batch.labels[column])
    relations = _cross(_of_heads(scores, batch), batch.labels["relations"])
    return total + _cross(_real(scores, batch), batch.heads) + relations


def count_right(scores: Scores, batch: Batch) -> dict[str, int]:
    """Count words, and those of which tag, head, or head and relation are right."""
    known = batch.heads != NOTHING
    heads = _real(scores, batch).argmax(-1)
    relations = scores.relations.argmax(2).gather(2, heads[..., None]).squeeze(-1)
    attached = (heads == batch.heads) & known
    right = {
        column: int(((scored.argmax(-1) == batch.labels[column]) & known).sum())
        for column, scored in zip(TAGGED, scores.tagged, strict=True)
        # Without texts with names there are no labels of names to choose among.
        if scored.shape[-1]
    }
    labelled = attached & (relations == batch.labels["relations"])
    return right | {
        "words": int(known.sum()),
        "heads": int(attached.sum()),
        "labelled": int(labelled.sum()),
    }


def _cross(scores: Tensor, labels: Tensor) -> Tensor:
    scores, labels = scores.float().flatten(0, 1), labels.flatten()
    found = functional.cross_entropy(scores, labels, ignore_index=NOTHING, reduction="sum")
    return found / (labels != NOTHING).sum().clamp(min=1)


def _real(scores: Scores, batch: Batch) -> Tensor:
    """Forbid heads that only fill a short sentence up."""
    first = batch.inputs[3]
    real = torch.cat([torch.ones_like(first[:, :1]), (first[:, 1:] > 0).long()], dim=1)
    return scores.arcs.float() + (1 - real)[:, None, :] * _NEVER


def _of_heads(scores: Scores, batch: Batch) -> Tensor:
    """Take the scores of each word's relation to the head that the treebank gives."""
    labels = scores.relations.shape[2]
    heads = batch.heads.clamp(min=0)[..., None, None].expand(-1, -1, labels, 1)
    return scores.relations.gather(3, heads).squeeze(-1)
