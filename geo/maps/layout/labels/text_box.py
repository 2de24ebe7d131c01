"""Lines of text set at a place, and the boxes that they cover."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.style.text_metrics import ASCENT, DESCENT, Face, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

Anchor = Literal["start", "middle", "end"]
Span = tuple[float, float, float, float]

LINE_HEIGHT = CARTOGRAPHY.line_height
DISC_PX = CARTOGRAPHY.symbols.disc
DISC_STEP_PX = 2 * DISC_PX + CARTOGRAPHY.symbols.disc_gap
# The tone of a hollow disc, with the number of a place; discs of claims are full.
NUMBER_TONE = "symbol"
_DISC_EDGE_PX = 1.0
# Boxes along a leader line are about this long, so that a slanting one covers little.
_LEADER_STEP_PX = 12.0
_LEADER_PX = 1.5
_PAD_PX = 1.0
# Half of the height of small letters, above the baseline: level with it stands a disc.
MIDDLE = 0.36


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of a label; ``colour`` and ``halo`` are names in the palette."""

    text: str
    face: Face
    colour: str
    halo: str = "land-story"

    @property
    def width(self) -> float:
        """Width as set, without the space that would follow the last letter."""
        return text_width(self.text, self.face) - self.face.spacing

    @property
    def height(self) -> float:
        """Height of the line."""
        return self.face.size * LINE_HEIGHT

    @property
    def middle(self) -> float:
        """How far below the upper edge the middle of its small letters is."""
        size = self.face.size
        return (LINE_HEIGHT - 1) / 2 * size + (ASCENT - MIDDLE) * size


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A label set at one place.

    Attributes
    ----------
    x, top : where the lines are anchored, and the upper edge of the first, pixels.
    discs : numbers in discs, in ``tone``; the middle of the first is at ``disc_at``.
    leader : a line from the sign to the label, pixels, or None.
    """

    lines: tuple[TextLine, ...]
    x: float
    top: float
    anchor: Anchor = "start"
    discs: tuple[int, ...] = ()
    disc_at: tuple[float, float] = (0.0, 0.0)
    tone: str = "ink"
    leader: Span | None = None

    @property
    def boxes(self) -> tuple[Span, ...]:
        """What the words cover: a box a line, and small ones along the leader."""
        x, top = self.x, self.top
        words = (
            (x + low_x, top + low_y, x + high_x, top + high_y)
            for low_x, low_y, high_x, high_y in _boxes(self.lines, self.anchor)
        )
        return (*words, *self._along_leader())

    @property
    def disc_boxes(self) -> tuple[Span, ...]:
        """What the discs cover."""
        reach = DISC_PX + _DISC_EDGE_PX
        return tuple((x - reach, y - reach, x + reach, y + reach) for x, y in self.disc_middles())

    def baseline(self, index: int) -> float:
        """Where the letters of a line stand, pixels from the top of the page."""
        return self.top + _baseline(self.lines, index)

    def disc_middles(self) -> Iterator[tuple[float, float]]:
        """Give the middle of each disc, (x, y) in pixels."""
        x, y = self.disc_at
        return ((x + number * DISC_STEP_PX, y) for number in range(len(self.discs)))

    def _along_leader(self) -> Iterator[Span]:
        if self.leader is None:
            return
        x_1, y_1, x_2, y_2 = self.leader
        parts = math.ceil(math.hypot(x_2 - x_1, y_2 - y_1) / _LEADER_STEP_PX)
        for number in range(parts):
            low, high = number / parts, (number + 1) / parts
            xs = (x_1 + low * (x_2 - x_1), x_1 + high * (x_2 - x_1))
            ys = (y_1 + low * (y_2 - y_1), y_1 + high * (y_2 - y_1))
            yield (
                min(xs) - _LEADER_PX,
                min(ys) - _LEADER_PX,
                max(xs) + _LEADER_PX,
                max(ys) + _LEADER_PX,
            )


@lru_cache(maxsize=4_096)
def _boxes(lines: tuple[TextLine, ...], anchor: Anchor) -> tuple[Span, ...]:
    """Boxes of lines that are set at (0, 0)."""
    found = []
    for index, line in enumerate(lines):
        low = -{"start": 0.0, "middle": line.width / 2, "end": line.width}[anchor]
        base, size = _baseline(lines, index), line.face.size
        box = (
            low - _PAD_PX,
            base - ASCENT * size,
            low + line.width + _PAD_PX,
            base + DESCENT * size,
        )
        found.append(box)
    return tuple(found)


def _baseline(lines: tuple[TextLine, ...], index: int) -> float:
    """How far the baseline of a line is below the upper edge of the first."""
    size = lines[index].face.size
    above = sum(line.height for line in lines[:index])
    return above + (LINE_HEIGHT - 1) / 2 * size + ASCENT * size
