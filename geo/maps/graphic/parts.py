"""What graphics of all sizes share: a sheet in layout pixels, and the texts that stand on it.

A still is laid out at the size at which people see it (a phone's, for a card in a feed) and drawn
larger by ``zoom``, so that its smallest letters stay readable there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.maps.graphic.claim_blocks import ClaimBlock, claim_block, column_height, columns
from geo.maps.layout.projection import make_view
from geo.maps.style.text_metrics import Face
from geo.maps.svg.paragraph import Text, set_phrases, set_text, set_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.spec.model import ClaimCard, MapSpec

GAP, COLUMN = 24.0, 290.0
# Room for the line above the claims, and for the one that says that some are missing.
KICKER_PX, MORE_PX = 28.0, 76.0
_MOST_CARDS = 24
_RESULT = Face(size=16)
_KICKER = Face(size=12.5, weight=600, spacing=1.1)
_CREDITS = Face(size=12)
_TITLES = (27.0, 23.0, 20.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A text and where its upper left corner is."""

    text: Text
    x: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Claims below one another, and where they begin."""

    blocks: tuple[ClaimBlock, ...]
    x: float
    top: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a map stands on a sheet."""

    x: float
    y: float
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicSheet:
    """A still laid out; ``left_out`` claims have no room on it.

    ``detail`` is where the second map of a story of two scales stands.
    """

    width: float
    height: float
    zoom: float
    map_x: float
    map_y: float
    map_width: int
    map_height: int
    texts: tuple[Spot, ...]
    columns: tuple[Column, ...] = ()
    round_px: float = 6.0
    left_out: int = 0
    detail: Box | None = None

    @property
    def map(self) -> Box:
        """Where the map stands."""
        return Box(x=self.map_x, y=self.map_y, width=self.map_width, height=self.map_height)


def natural_px(spec: MapSpec, width: float) -> float:
    """Height that the story asks for at this width, pixels."""
    return float(make_view(spec.frame, spec.basemap.bounds, int(width), None).height)


def head(spec: MapSpec, x: float, top: float, width: float) -> tuple[list[Spot], float]:
    """Set title and result; returns them and where the next thing begins."""
    title = set_title(spec.title, _TITLES, width, most=4)
    result = set_phrases(spec.result, _RESULT, width, leading=23)
    second = top + title.height + 7
    spots = [Spot(text=title, x=x, top=top), Spot(text=result, x=x, top=second)]
    return spots, second + result.height + 17


def kicker(x: float, top: float, width: float, words: str = "WHAT THE ARTICLE SAYS") -> Spot:
    """Set the line above the claims, or above another part."""
    text = set_text(words, _KICKER, width, colour="quiet", leading=18)
    return Spot(text=text, x=x, top=top)


def credits_text(spec: MapSpec, width: float) -> Text:
    """Set the line that says whom the map is owed to."""
    return set_text(spec.credits, _CREDITS, width, colour="quiet", leading=17)


def more_line(count: int, x: float, top: float, width: float) -> Spot:
    """Say that claims are missing, and where they are."""
    noun = "figure was" if count == 1 else "figures were"
    words = f"{count} more {noun} checked; the text that goes with this picture has all of them."
    text = set_text(words, Face(size=14), width, colour="quiet", leading=19)
    return Spot(text=text, x=x, top=top)


def side_by_side(
    blocks: Sequence[ClaimBlock], number: int, x: float, top: float, width: float
) -> tuple[list[Column], float]:
    """Share claims out to so many columns; returns them and the height of the longest."""
    wide = column_width(number, width)
    shared = columns(blocks, number)
    made = [
        Column(blocks=tuple(column), x=x + index * (wide + GAP), top=top, width=wide)
        for index, column in enumerate(shared)
    ]
    return made, max(column_height(column) for column in shared)


def column_width(number: int, width: float) -> float:
    """Width of each of so many columns."""
    return (width - (number - 1) * GAP) / number


def set_claims(cards: Sequence[ClaimCard], width: float, *, size: float = 1.0) -> list[ClaimBlock]:
    """Set the claims that a picture may have, from the first on."""
    return [claim_block(card, width, size=size) for card in cards[:_MOST_CARDS]]


def fitting(blocks: Sequence[ClaimBlock], count: int, room: float, total: int) -> list[ClaimBlock]:
    """Keep as many claims, from the first on, as have room; with a line for the missing ones."""
    kept = list(blocks)
    while kept:
        line = 0.0 if len(kept) == total else MORE_PX
        if max(map(column_height, columns(kept, count))) + line <= room:
            break
        kept.pop()
    return kept
