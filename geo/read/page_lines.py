"""Tells which lines of a page pasted whole are its story: by their form and by their neighbours.

Only for texts that look like a page with menus and lists round a story; in others every line is
story unless its words say otherwise. The weights are those of a logistic regression
(`python -m tools.train_page_lines`) over pages of our own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import exp, log1p
from typing import TYPE_CHECKING

from geo.contracts import BlockKind
from geo.lexicon import listed
from geo.lexicon.tables import nested
from geo.read.cues import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_LINES = 12
_LEAST_SHORT = 0.45  # share of lines that are no prose, from which a text looks like a whole page
_PROSE_WORDS = 8
_LONG_WORDS = 20
_WINDOWS = (1, 2, 5, 10)
_FAR = 10
_OTHER_END = re.compile(r"[:;,–—-]$")
_QUOTE = re.compile(r"[\"“‘«]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Line:
    """A line of a text as far as its form goes; ``cue`` is what its words say that it is, or ""."""

    text: str
    cue: str

    @cached_property
    def words(self) -> list[str]:
        """Its words."""
        return _WORD.findall(self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it has the form of running text."""
        return (
            not self.cue
            and len(self.words) >= _PROSE_WORDS
            and bool(SENTENCE_END.search(self.text))
        )


def looks_like_a_page(lines: Sequence[Line]) -> bool:
    """Whether a text has the many short lines of a page that was pasted whole.

    Short questions and answers are sentences too: an interview is no page.
    """
    short = sum(
        1 for line in lines if line.cue or not (line.is_prose or SENTENCE_END.search(line.text))
    )
    return len(lines) >= _LEAST_LINES and short >= _LEAST_SHORT * len(lines)


def story_lines(lines: Sequence[Line]) -> list[float]:
    """Give the probability of each line that it belongs to the story."""
    weights = nested("page_lines")["weights"]
    return [
        1 / (1 + exp(-max(-30.0, min(30.0, sum(map(float.__mul__, weights, row))))))
        for row in features(lines)
    ]


def features(lines: Sequence[Line]) -> list[list[float]]:
    """Describe each line in numbers: itself, its neighbours, and the run of prose it stands in."""
    prose = [float(line.is_prose) for line in lines]
    counts = [len(line.words) for line in lines]
    cues = [float(bool(line.cue)) for line in lines]
    heads = [float(line.cue == BlockKind.RELATED) for line in lines]
    first, last = _run(prose, counts)
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.text] = seen.get(line.text, 0) + 1
    sums = [list(accumulate(column, initial=0.0)) for column in (prose, counts, cues, heads)]
    rows = []
    for at, line in enumerate(lines):
        own = _own(line, counts[at], prose[at], cues[at])
        own.append(float(seen[line.text] > 1))
        around = [value for width in _WINDOWS for value in _around(sums, at, width, len(lines))]
        inside = float(first <= at <= last)
        place = _place(prose, heads, at)
        crossed = [inside * value for value in own] + [prose[at] * value for value in place]
        rows.append([1.0, *own, *around, inside, *place, *crossed])
    return rows


def _own(line: Line, count: int, prose: float, cue: float) -> list[float]:
    words = line.words
    lower = [word.lower() for word in words]
    common = sum(1 for word in lower if word in listed("commonest"))
    capital = sum(1 for word in words[1:] if word[:1].isupper())
    digits = sum(1 for letter in line.text if letter.isdigit())
    return [
        log1p(count) / 4,
        min(count, 80) / 80,
        prose,
        cue,
        float(bool(SENTENCE_END.search(line.text))),
        float(bool(_OTHER_END.search(line.text))),
        float(bool(_QUOTE.match(line.text))),
        float("?" in line.text[-2:] or "!" in line.text[-2:]),
        common / (count + 1),
        capital / (count + 1),
        digits / (len(line.text) + 1),
        float(line.text[:1].islower()),
        float(count >= _LONG_WORDS),
    ]


def _around(sums: list[list[float]], at: int, width: int, length: int) -> list[float]:
    """Give the shares of prose, of long lines and of cues before and after a line."""
    values = []
    for low, high in ((max(0, at - width), at), (at + 1, min(length, at + 1 + width))):
        size = max(1, high - low)
        prose, counts, cues, heads = (column[max(low, high)] - column[low] for column in sums)
        values += [prose / size, min(counts / size, 60) / 60, cues / size, min(heads, 1.0)]
    return values


def _run(prose: list[float], counts: list[int]) -> tuple[int, int]:
    """Find the run of lines in which prose outweighs the rest by most (Kadane's sum)."""
    best, start, total = (0.0, 0, -1), 0, 0.0
    for at, is_prose in enumerate(prose):
        total += min(counts[at], 40) / 20 if is_prose else -1.0
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best[0]:
            best = (total, start, at)
    return best[1], best[2]


def _place(prose: list[float], heads: list[float], at: int) -> list[float]:
    """Say how far prose is, and whether a heading for other stories came since the last of it."""
    above = next((step for step in range(1, _FAR) if at >= step and prose[at - step]), _FAR)
    below = next(
        (step for step in range(1, _FAR) if at + step < len(prose) and prose[at + step]), _FAR
    )
    headed = any(heads[max(0, at - above) : at])
    return [above / _FAR, below / _FAR, float(above == below == 1), float(headed)]
