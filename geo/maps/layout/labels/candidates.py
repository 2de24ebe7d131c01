"""Lists where a label can stand beside its symbol or line, and what each choice costs.

The positions round a point are Imhof's, right and above first; farther ones get a leader line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.maps.layout.curves import point_at
from geo.maps.layout.labels.text_box import DISC_PX, DISC_STEP_PX, NUMBER_TONE, Setting
from geo.maps.spec.cartography import CARTOGRAPHY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import shapely

    from geo.maps.layout.labels.text_box import Anchor, Span, TextLine

_SHARED = CARTOGRAPHY.candidates
_FLAT = 0.45
_LEADER_START_PX = 3.4
# The way runs level where the direction across it has no more to the side than this.
_LEVEL = 0.35
_ABOUT_PX = 60.0
_ABOUT = tuple(
    (float(x), float(y)) for y in (0, -16, 16, -32, 32, -48, 48) for x in (0, -22, 22, -44, 44)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A setting and how much worse it is than the best one.

    ``upon`` is the route that its discs, not its words, may cover; a ``number`` stands for a name
    that is in the key, and may lie on the symbol of its place.
    """

    setting: Setting
    cost: float
    upon: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteLabel:
    """Which way a label is for, the numbers of the claims about it, and its colour."""

    ident: str
    discs: tuple[int, ...]
    tone: str


def around(point: tuple[float, float], reach: float, lines: Sequence[TextLine]) -> Iterator[Option]:
    """Positions round a sign that reaches so far."""
    height = sum(line.height for line in lines)
    for at in _SHARED.around:
        # Above and below, the blank part of a line is as good as a gap.
        far = reach + (0.5 if abs(at.y) == 1.0 else _SHARED.gap)
        yield Option(
            setting=Setting(
                lines=tuple(lines),
                x=point[0] + at.x * far,
                top=point[1] + at.y * far - at.hang * height,
                anchor=at.anchor,
            ),
            cost=at.cost,
        )


def beneath(
    point: tuple[float, float], lines: Sequence[TextLine], *, far: float
) -> Iterator[Option]:
    """Positions on a point that has no sign, and no farther about it, the name in the middle."""
    height = sum(line.height for line in lines)
    for x, y in (about for about in _ABOUT if math.hypot(*about) <= far):
        yield Option(
            setting=Setting(
                lines=tuple(lines),
                x=point[0] + x,
                top=point[1] + y - height / 2,
                anchor="middle",
            ),
            cost=math.hypot(x, y) / _ABOUT_PX,
        )


def with_leaders(
    point: tuple[float, float], reach: float, lines: Sequence[TextLine]
) -> Iterator[Option]:
    """Positions farther from a sign, each with a line that leads to it."""
    height = sum(line.height for line in lines)
    for far, cost in ((leader.reach, leader.cost) for leader in _SHARED.leaders):
        for number in range(_SHARED.directions):
            angle = 2 * math.pi * number / _SHARED.directions
            x, y = math.cos(angle), math.sin(angle)
            # Clear of the sign's box, whose corners reach farther than the sign does.
            near = (reach + _LEADER_START_PX) / max(abs(x), abs(y))
            start = (point[0] + x * near, point[1] + y * near)
            end = (point[0] + x * (reach + far), point[1] + y * (reach + far))
            # The text begins where the line ends: beside it, above it or below it.
            route_lines: list[tuple[Anchor, float, float]] = []
            if abs(x) > _FLAT:
                route_lines.append(("start" if x > 0 else "end", math.copysign(3.0, x), 0.5))
            if abs(y) > _FLAT:
                hang = 1.0 if y < 0 else 0.0
                route_lines.extend(
                    (("middle", 0.0, hang), ("start", -8.0, hang), ("end", 8.0, hang))
                )
            for rank, (anchor, side, hang) in enumerate(route_lines):
                yield Option(
                    setting=Setting(
                        lines=tuple(lines),
                        x=end[0] + side,
                        top=end[1] - hang * height,
                        anchor=anchor,
                        leader=(*start, *end),
                    ),
                    cost=cost + 0.01 * number + 0.02 * rank,
                )


def beside(
    shape: shapely.LineString, label: RouteLabel, lines: tuple[TextLine, ...], *, reach: float
) -> Iterator[Option]:
    """Positions beside a way that is drawn so broad to each side, the middle of it first."""
    before = len(label.discs) * DISC_STEP_PX
    width = before + max((line.width for line in lines), default=-3.0)
    height = max(sum(line.height for line in lines), 2 * DISC_PX if label.discs else 0.0)
    lift = (lines[0].height if lines else height) / 2
    for rank, share in enumerate(_SHARED.along):
        x, y, along_x, along_y = point_at(shape, share * shape.length)
        for far in _SHARED.beside:
            for side in (1.0, -1.0):
                across_x, across_y = -along_y * side, along_x * side
                level = abs(across_x) < _LEVEL
                # A label beside a steep way is level with it, one beside a level way clears it.
                hang = 0.5 - 0.5 * across_y
                low = x + across_x * (reach + far)
                low -= width / 2 if level else 0.0 if across_x > 0 else width
                top = y + across_y * (reach + far) - height * hang
                yield Option(
                    setting=Setting(
                        lines=lines,
                        x=low + before,
                        top=top,
                        discs=label.discs,
                        disc_at=(low + DISC_PX, top + (lines[0].middle if lines else lift)),
                        tone=label.tone,
                    ),
                    cost=0.05 * rank + 0.012 * far + (0.0 if across_x > 0 else 0.04),
                )


def upon(
    shape: shapely.LineString, label: RouteLabel, lines: tuple[TextLine, ...]
) -> Iterator[Option]:
    """Positions with the discs on the way itself, and the words to the right or left of them."""
    row = (len(label.discs) - 1) * DISC_STEP_PX
    gap = row / 2 + DISC_PX + 4.0
    anchors: tuple[tuple[Anchor, float], ...] = (("start", gap), ("end", -gap))
    for rank, share in enumerate(_SHARED.along):
        x, y, _, _ = point_at(shape, share * shape.length)
        for number, (anchor, aside) in enumerate(anchors if lines else anchors[:1]):
            yield Option(
                setting=Setting(
                    lines=lines,
                    x=x + aside,
                    top=y - (lines[0].middle if lines else 0.0),
                    anchor=anchor,
                    discs=label.discs,
                    disc_at=(x - row / 2, y),
                    tone=label.tone,
                ),
                cost=0.05 * rank + 0.04 * number,
                upon=label.ident,
            )


def numbers(point: tuple[float, float], reach: float) -> Iterator[Option]:
    """Positions of the number of a place whose name is in the key: on its symbol, or near it."""
    cost = CARTOGRAPHY.costs.only_number
    spots: list[tuple[tuple[float, float], Span | None, float]] = [(point, None, cost)]
    for near in (reach + DISC_PX + 1.0, *(reach + leader.reach for leader in _SHARED.leaders)):
        for turn in range(_SHARED.directions):
            angle = 2 * math.pi * turn / _SHARED.directions
            x, y = math.cos(angle), math.sin(angle)
            far = near + (DISC_PX if near > reach + 2 * DISC_PX else 0.0)
            clear = (reach + _LEADER_START_PX) / max(abs(x), abs(y))
            leader = (
                point[0] + x * clear,
                point[1] + y * clear,
                point[0] + x * (far - DISC_PX),
                point[1] + y * (far - DISC_PX),
            )
            spot = (point[0] + x * far, point[1] + y * far)
            is_far = far - DISC_PX > clear + 1.0
            spots.append((spot, leader if is_far else None, cost + 0.2 + far / 40.0 + 0.01 * turn))
    for spot, line, price in spots:
        yield Option(
            setting=Setting(
                lines=(),
                x=spot[0],
                top=spot[1],
                discs=(0,),
                disc_at=spot,
                tone=NUMBER_TONE,
                leader=line,
            ),
            cost=price,
            number=True,
        )
