"""Puts the words of a printed page into the order in which people read them: by columns.

A gutter is where next to no line of words runs across, with words on either side all the way
down. Lines that run across it (a headline over two columns) cut the page into bands; in each band
the left side is read before the right. What is left is lines, joined to paragraphs by their
spacing, indents and ends.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SAME_LINE = 0.5  # of a word's height
_GUTTER = 0.6  # half of the narrowest gutter, in heights of a word
_KEPT_CLEAR = 0.7  # share of lines that do not run across a gutter
_LEAST_SIDE = 0.2  # share of the words that stand on either side
_LEAST_LINES = 4
_OVERLAP = 0.5
_TRIED = 120  # positions tried for a gutter
_MOST_DEEP = 8
_APART = 1.45  # in usual line steps: more begins a paragraph
_MARGIN = 3.0  # in usual line steps: what stands so far off is a running title, or a number
_INDENT = 0.8  # in heights
_SHORT = 0.85  # a line that ends before this share of the width may end a paragraph
_ENDS = (".", "!", "?", "”", '"', "’", ":", ")")
_HYPHENS = ("-", "\u00ad", "\u2010")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """How tall the word is."""
        return max(self.top - self.bottom, 1.0)


Column = list[list[Word]]  # lines, from the top


def paragraphs(words: Sequence[Word]) -> list[str]:
    """Give the paragraphs of a page in reading order."""
    if not words:
        return []
    height = median(word.height for word in words)
    head, body, foot = _margins(_lines(list(words), height))
    inner = [word for line in body for word in line]
    columns = [*head, *(_columns(inner, height, 0) if inner else ()), *foot]
    return [text for column in columns for text in _joined(column, height)]


def _margins(lines: list[list[Word]]) -> tuple[list[Column], list[list[Word]], list[Column]]:
    """Part the lines that stand alone far above and below all others: they belong to no column."""
    steps = [one[0].bottom - other[0].bottom for one, other in itertools.pairwise(lines)]
    if len(lines) < _LEAST_LINES:
        return [], lines, []
    far = _MARGIN * median(steps)
    top, bottom = int(steps[0] > far), int(steps[-1] > far)
    return [lines[:top]] * top, lines[top : len(lines) - bottom], [lines[-1:]] * bottom


def _lines(words: list[Word], height: float) -> list[list[Word]]:
    """Put words on one height into lines, from the top, each from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: -(one.bottom + one.top)):
        middle = (word.bottom + word.top) / 2
        last = lines[-1][0] if lines else None
        if last and abs((last.bottom + last.top) / 2 - middle) <= _SAME_LINE * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _columns(words: list[Word], height: float, depth: int) -> Iterator[Column]:
    lines = _lines(words, height)
    gutter = _gutter(words, lines, height) if depth < _MOST_DEEP else None
    if gutter is None:
        yield lines
        return
    band: list[Word] = []
    across: list[list[Word]] = []
    for line in lines:
        if _is_clear(line, gutter, height):
            if across:
                yield across
                across = []
            band.extend(line)
        else:
            yield from _sides(band, gutter, height, depth)
            band = []
            across.append(line)
    yield from _sides(band, gutter, height, depth)
    if across:
        yield across


def _sides(band: list[Word], gutter: float, height: float, depth: int) -> Iterator[Column]:
    for side in (
        [word for word in band if word.right <= gutter],
        [word for word in band if word.right > gutter],
    ):
        if side:
            yield from _columns(side, height, depth + 1)


def _gutter(words: list[Word], lines: list[list[Word]], height: float) -> float | None:
    """Find the clearest gutter of a page or a column, if it has one."""
    if len(lines) < _LEAST_LINES:
        return None
    left, right = min(word.left for word in words), max(word.right for word in words)
    step = max((right - left) / _TRIED, 1.0)
    tried = [left + step * number for number in range(1, int((right - left) / step))]
    found = [
        (sum(_is_clear(line, at, height) for line in lines) / len(lines), at)
        for at in tried
        if _has_sides(words, at)
    ]
    best = max((share for share, _ in found), default=0.0)
    if best < _KEPT_CLEAR:
        return None
    places = [at for share, at in found if share == best]
    return places[len(places) // 2]


def _has_sides(words: list[Word], at: float) -> bool:
    one = [word for word in words if word.right <= at]
    other = [word for word in words if word.left >= at]
    least = _LEAST_SIDE * len(words)
    if len(one) < least or len(other) < least:
        return False
    low = max(min(word.bottom for word in side) for side in (one, other))
    high = min(max(word.top for word in side) for side in (one, other))
    tallest = min(
        max(word.top for word in side) - min(word.bottom for word in side) for side in (one, other)
    )
    return high - low >= _OVERLAP * tallest


def _is_clear(line: list[Word], at: float, height: float) -> bool:
    """Whether a line leaves a gutter free: a gap as wide as one lies there, or the line's end."""
    before = [word.right for word in line if word.left < at]
    after = [word.left for word in line if word.left >= at]
    if not before:
        return True
    end = max(before)
    if end > at:
        return False
    return not after or min(after) - end >= 2 * _GUTTER * height


def _joined(lines: list[list[Word]], height: float) -> Iterator[str]:
    """Join lines to paragraphs."""
    left = min(line[0].left for line in lines)
    right = max(line[-1].right for line in lines)
    steps = [one[0].bottom - other[0].bottom for one, other in itertools.pairwise(lines)]
    usual = sorted(steps)[len(steps) // 4] if steps else height  # the gaps are the larger ones
    text = ""
    for number, line in enumerate(lines):
        words = " ".join(word.text for word in line)
        if number and _begins(lines[number - 1], line, (left, right), usual, height):
            yield text
            text = words
        else:
            text = _glued(text, words)
    yield text


def _begins(
    before: list[Word],
    line: list[Word],
    sides: tuple[float, float],
    usual: float,
    height: float,
) -> bool:
    left, right = sides
    if before[0].bottom - line[0].bottom > _APART * usual:
        return True
    tall = max(word.height for word in line) / max(word.height for word in before)
    if not 1 / _APART < tall < _APART:
        return True
    if line[0].left - left > _INDENT * height and before[0].left - left < _INDENT * height:
        return True
    is_short = before[-1].right - left < _SHORT * (right - left)
    return is_short and before[-1].text.endswith(_ENDS)


def _glued(text: str, words: str) -> str:
    if not text:
        return words
    if text.endswith(_HYPHENS) and text[-2:-1].islower() and words[:1].islower():
        return text[:-1] + words
    return f"{text} {words}"
