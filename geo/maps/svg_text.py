"""Lines of text and where to set them in; the boxes that they cover, and their markup, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.maps.metrics import ASCENT, DESCENT, Face, text_width
from geo.maps.svg_write import element, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Anchor = Literal["start", "middle", "end"]
Span = tuple[float, float, float, float]

LINE_HEIGHT = 1.2
DISC_PX = 9.0
_DISC_STEP = 2 * DISC_PX + 3.0
_DISC_FACE = Face(size=11.5, weight=700)
_HALO_PX = 3.2
_LEADER_PARTS = 4
_LEADER_PX = 1.5
_PAD_PX = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A label set at one place.

    Attributes
    ----------
    x, top : where the lines are anchored, and the upper edge of the first, pixels.
    discs : numbers in discs before the first line, in the colour of that line.
    leader : a line from the sign to the label, pixels, or None.
    """

    lines: tuple[Line, ...]
    x: float
    top: float
    anchor: Anchor = "start"
    discs: tuple[int, ...] = ()
    leader: Span | None = None

    @property
    def boxes(self) -> tuple[Span, ...]:
        """What the label covers: a box a line, and small ones along its leader."""
        return (*(self._box(index) for index in range(len(self.lines))), *self._along_leader())

    def _box(self, index: int) -> Span:
        line = self.lines[index]
        before = len(self.discs) * _DISC_STEP if index == 0 else 0.0
        width = line.width + before
        low = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        base = self._baseline(index)
        size = line.face.size
        top, bottom = base - ASCENT * size, base + DESCENT * size
        if before:
            middle = base - 0.36 * size
            top, bottom = min(top, middle - DISC_PX), max(bottom, middle + DISC_PX)
        return (low - _PAD_PX, top, low + width + _PAD_PX, bottom)

    def _baseline(self, index: int) -> float:
        above = sum(line.height for line in self.lines[:index])
        line = self.lines[index]
        return self.top + above + (LINE_HEIGHT - 1) / 2 * line.face.size + ASCENT * line.face.size

    def _along_leader(self) -> Iterator[Span]:
        if self.leader is None:
            return
        x_1, y_1, x_2, y_2 = self.leader
        for number in range(_LEADER_PARTS):
            low, high = number / _LEADER_PARTS, (number + 1) / _LEADER_PARTS
            xs = (x_1 + low * (x_2 - x_1), x_1 + high * (x_2 - x_1))
            ys = (y_1 + low * (y_2 - y_1), y_1 + high * (y_2 - y_1))
            yield (
                min(xs) - _LEADER_PX,
                min(ys) - _LEADER_PX,
                max(xs) + _LEADER_PX,
                max(ys) + _LEADER_PX,
            )

    def draw(self, colours: Mapping[str, str]) -> str:
        """Write the label."""
        parts = []
        if self.leader is not None:
            x_1, y_1, x_2, y_2 = self.leader
            parts.append(
                element(
                    "line",
                    x1=x_1,
                    y1=y_1,
                    x2=x_2,
                    y2=y_2,
                    stroke=colours["city"],
                    stroke_width=1.0,
                    stroke_opacity=1.0,
                )
            )
        parts.extend(self._draw_line(index, colours) for index in range(len(self.lines)))
        parts.extend(self._draw_discs(colours))
        return "".join(parts)

    def _draw_line(self, index: int, colours: Mapping[str, str]) -> str:
        line = self.lines[index]
        if not line.text:
            return ""
        # A browser leaves space after the last letter too; and text follows its discs closely, even
        # when the reader's font is narrower than the widest one that it was measured in.
        after = line.face.spacing * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        anchor, x = self.anchor, self.x + after
        if index == 0 and self.discs:
            anchor, x = "start", self._box(0)[0] + _PAD_PX + len(self.discs) * _DISC_STEP
        return element(
            "text",
            escaped(line.text),
            x=x,
            y=self._baseline(index),
            text_anchor=None if anchor == "start" else anchor,
            font_size=line.face.size,
            font_weight=None if line.face.weight == 400 else line.face.weight,  # noqa: PLR2004
            font_style="italic" if line.face.italic else None,
            letter_spacing=line.face.spacing or None,
            fill=colours[line.colour],
            stroke=colours[line.halo],
        )

    def _draw_discs(self, colours: Mapping[str, str]) -> Iterator[str]:
        if not self.discs:
            return
        line = self.lines[0]
        low, middle = self._box(0)[0] + _PAD_PX, self._baseline(0) - 0.36 * line.face.size
        for number, disc in enumerate(self.discs):
            x = low + DISC_PX + number * _DISC_STEP
            yield element(
                "circle",
                cx=x,
                cy=middle,
                r=DISC_PX,
                fill=colours[line.colour],
                stroke=colours["casing"],
                stroke_width=1.5,
            )
            yield element(
                "text",
                str(disc),
                x=x,
                y=middle + 0.36 * _DISC_FACE.size,
                text_anchor="middle",
                font_size=_DISC_FACE.size,
                font_weight=_DISC_FACE.weight,
                fill=colours["on-tone"],
                stroke="none",
            )


def halo() -> dict[str, str | float]:
    """Attributes of the group that all labels stand in."""
    return {
        "paint_order": "stroke",
        "stroke_width": _HALO_PX,
        "stroke_opacity": 0.85,
        "stroke_linejoin": "round",
    }
