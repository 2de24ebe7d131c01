"""The figures that decide how a map is drawn, read from the one file that both renderers share.

`cartography.json` beside this file is read here and put into the page's script when that is
bundled, so that the picture and the page under it set type, symbols, lines and names alike. Sizes
are pixels at which a map is shown; costs and worths have one unit, in which the best place of a
label costs nothing and the worst about 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from geo.errors import DataMissing

_FILE = Path(__file__).with_suffix(".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How a text is set: size and letter spacing in pixels, weight as in CSS."""

    size: float
    weight: int = 400
    italic: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySize:
    """The size of the names of the story's places on a map of at most so many."""

    places: int
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryType:
    """One size for all names of the story's places: smaller for many, and on a phone."""

    most: tuple[StorySize, ...]
    least: float
    phone: float
    phone_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolSize:
    """Radii of a symbol, pixels: what names keep clear of, its line, its white edge."""

    reach: float
    radius: float
    stroke: float
    casing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """Symbols of places, by their look; the least ring of an uncertain place; dots; discs.

    ``number`` is the symbol of a place whose name stands in the key.
    """

    ring: SymbolSize
    stop: SymbolSize
    number: SymbolSize
    uncertain_least: float
    clear: float
    city_dot: float
    disc: float
    disc_gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteWidths:
    """How broad lines are, pixels; ``casing`` comes on top."""

    known: float
    assumed: float
    thin: float
    faint: float
    planned: float
    possible: float
    measure: float
    casing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A position round a symbol, after E. Imhof ("Positioning Names on Maps", 1975).

    ``x`` and ``y`` are in units of the symbol's reach and the gap, y down; the text is anchored
    there and hangs by a share of its height above that point.
    """

    x: float
    y: float
    anchor: Literal["start", "middle", "end"]
    hang: float
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """How far from its symbol a label with a leader line stands, and what that costs."""

    reach: float
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Where a label may stand: round a point, with a leader, along a line and beside it.

    None comes nearer to the ``edge`` of the map.
    """

    edge: float
    gap: float
    around: tuple[Around, ...]
    leaders: tuple[Leader, ...]
    directions: int
    along: tuple[float, ...]
    beside: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What is lost without a second line, with a route's number alone, with a break, and so on."""

    no_second: float
    no_text: float
    no_note: float
    wrapped: float
    on_route: float
    only_number: float
    on_land: float
    mixed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Worths:
    """What it costs to leave a name off the map."""

    headline: float
    story: float
    claim: float
    stop: float
    route: float
    point: float
    story_land: float
    seas: tuple[float, ...]
    land: float
    city: float
    state: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How many names a map of a size has: see `geo.maps.build.names`."""

    city_px2: float
    least_cities: int
    sea_px2: float
    sea_widths_deg: tuple[float, ...]
    land_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """How far what stands in the corners is from the edge, and the radius of the globe, pixels."""

    margin: float
    globe: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Diameters of the dots of thousands of places, larger where they are few; steps of size."""

    least: float
    step: float
    few: int
    few_least: float
    most_steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cartography:
    """All of it; ``dashes`` are by name.

    ``tones`` are the colours of the categories of points, the most frequent first.
    """

    type: dict[str, Type]
    line_height: float
    story_type: StoryType
    symbols: Symbols
    routes: RouteWidths
    dashes: dict[str, str]
    candidates: Candidates
    costs: Costs
    worths: Worths
    density: Density
    furniture: Furniture
    points: Points
    tones: tuple[str, ...]
    scale_steps: tuple[float, ...]


def _read() -> Cartography:
    try:
        return msgspec.json.decode(_FILE.read_bytes(), type=Cartography)
    except OSError as error:
        raise DataMissing(
            f"The figures of the cartography are missing from {str(_FILE)!r}; get the project's "
            "files again."
        ) from error


CARTOGRAPHY = _read()
