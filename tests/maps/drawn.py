"""Layouts of all stories that the tests draw, at the widths of a page and of a phone."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from geo import wiring
from geo.contracts import Source
from geo.maps.build.article_map import MapSpec, make_spec
from geo.maps.layout.map_layout import Layout, lay_out
from geo.pipeline import analyse
from tests.maps import stories, world

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
LOTS = tuple(f"lot {number}" for number in range(40))
TOLD = ("train", "plain train", *(path.stem for path in sorted(EXAMPLES.glob("*.txt"))))
WIDTHS = (820, 325)
DAY = date(2026, 11, 25)


@cache
def spec(name: str) -> MapSpec:
    """Make the map of a story."""
    if name.startswith("lot "):
        return world.drawn_by_lot(int(name.removeprefix("lot ")))
    if name == "plain train":
        return make_spec(
            stories.train(),
            stories.PlainBasemap(),
            stories.FewCities(),  # type: ignore[arg-type]
            checked=DAY,
        )
    services = wiring.services()
    if name == "train":
        return make_spec(stories.train(), wiring.basemap(), services.gazetteer, checked=DAY)
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    analysis = analyse(Source(text=text), services)
    return make_spec(analysis, wiring.basemap(), services.gazetteer, checked=DAY)


@cache
def layout(name: str, width: int) -> Layout:
    """Lay the map of a story out."""
    return lay_out(spec(name), width_px=width, height_px=None)
