"""Lessons go in, batches of sentences of like length come out, each as arrays for the network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from tools.train_grammar.labels import COLUMNS, NOTHING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from geo.adapters.grammar.pieces import Pieces, WordPieces
    from tools.train_grammar.labels import Labels
    from tools.train_grammar.treebank import Lesson

# A sentence in capitals, in small letters, with Each Word Large, without its full stop: headlines.
_SHOUTED, _WHISPERED, _TITLED, _UNSTOPPED = 0.03, 0.03, 0.04, 0.06
_MOST_PIECES = 256
# So many pieces are hidden while learning (the encoder's [MASK]), so that what stands round a word
# is learnt from, not the word alone.
_HIDDEN, _MASK = 0.1, 103


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sentences side by side; short ones are filled up, with `NOTHING` for labels."""

    inputs: tuple[Tensor, ...]
    labels: dict[str, Tensor]
    heads: Tensor
    words: int


def batches(
    lessons: Sequence[Lesson],
    vocabulary: WordPieces,
    labels: Labels,
    *,
    size: int,
    chance: random.Random | None = None,
) -> Iterator[Batch]:
    """Cut lessons into batches of about ``size`` pieces; with ``chance`` shuffled and changed."""
    if chance is not None:
        lessons = [_changed(lesson, chance) for lesson in lessons]
    cut = [(vocabulary.cut(lesson.words, lesson.spaced), lesson) for lesson in lessons]
    cut = [pair for pair in cut if len(pair[0].ids) <= _MOST_PIECES or chance is None]
    cut.sort(key=lambda pair: len(pair[0].ids) + (chance.random() * 6 if chance else 0))
    groups = list(_grouped(cut, size))
    if chance is not None:
        chance.shuffle(groups)
    for group in groups:
        batch = _batch(group, labels)
        yield batch if chance is None else _hidden(batch)


def _grouped(
    cut: Sequence[tuple[Pieces, Lesson]], size: int
) -> Iterator[list[tuple[Pieces, Lesson]]]:
    group: list[tuple[Pieces, Lesson]] = []
    for pair in cut:
        longest = max([len(pair[0].ids), *(len(pieces.ids) for pieces, _ in group)])
        if group and longest * (len(group) + 1) > size:
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _batch(group: Sequence[tuple[Pieces, Lesson]], labels: Labels) -> Batch:
    cut = [pieces for pieces, _ in group]
    known = _filled([np.ones(len(pieces.ids), dtype=np.int64) for pieces in cut], 0)
    inputs = (
        _filled([pieces.ids for pieces in cut], 0),
        _filled([pieces.shapes for pieces in cut], 0),
        known,
        _filled([pieces.first for pieces in cut], 0),
        _filled([pieces.last for pieces in cut], 0),
    )
    columns = {
        column: _filled([labels.numbers(lesson, column) for _, lesson in group], NOTHING)
        for column in COLUMNS
    }
    heads = _filled([lesson.heads or [NOTHING] * len(lesson.words) for _, lesson in group], NOTHING)
    return Batch(
        inputs=inputs,
        labels=columns,
        heads=heads,
        words=sum(len(lesson.words) for _, lesson in group),
    )


def _hidden(batch: Batch) -> Batch:
    ids, *others = batch.inputs
    first = torch.arange(ids.shape[1]) == 0
    hidden = (torch.rand(ids.shape) < _HIDDEN) & ~first
    return replace(batch, inputs=(torch.where(hidden, _MASK, ids), *others))


def _filled(rows: Sequence[Sequence[int] | np.ndarray], filler: int) -> Tensor:
    table = np.full((len(rows), max(map(len, rows))), filler, dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return torch.from_numpy(table)


def _changed(lesson: Lesson, chance: random.Random) -> Lesson:
    """Write a sentence now and then as headlines and hasty people write."""
    draw = chance.random()
    words = lesson.words
    if draw < _SHOUTED:
        words = tuple(word.upper() for word in words)
    elif draw < _SHOUTED + _WHISPERED:
        words = tuple(word.lower() for word in words)
    elif draw < _SHOUTED + _WHISPERED + _TITLED:
        words = tuple(word[:1].upper() + word[1:] for word in words)
    lesson = replace(lesson, words=words)
    if chance.random() < _UNSTOPPED and words[-1] == "." and len(words) not in lesson.heads:
        lesson = _cut_last(lesson)
    return lesson


def _cut_last(lesson: Lesson) -> Lesson:
    if len(lesson.words) == 1:
        return lesson
    columns = ("words", "spaced", "heads", "fine", *(c for c in COLUMNS if c != "fine"))
    return replace(lesson, **{column: getattr(lesson, column)[:-1] for column in columns})
