"""Maps are made in several threads at once, and share what they know of the ground."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

from geo.contracts import Source
from geo.maps.build.article_map import make_spec
from geo.pipeline import analyse
from geo.wiring import basemap

if TYPE_CHECKING:
    from geo.pipeline import Services

DAY = date(2026, 3, 1)
POINTS = ((-9.14, 38.72), (2.35, 48.86), (37.6, 55.75), (116.4, 39.9), (-58.4, -34.6))


def test_many_threads_ask_on_which_land_a_point_lies() -> None:
    ground = basemap()
    points = [(lon + shift, lat) for lon, lat in POINTS for shift in (0.0, 0.01, 0.02)]
    with ThreadPoolExecutor(8) as pool:
        alike = list(pool.map(lambda one: ground.same_land(*one, *points[0]), points * 8))
    assert alike[: len(points)] * 8 == alike


def test_one_map_made_by_many_threads_is_one_map(services: Services) -> None:
    text = "The ship left Lisbon for Dakar. The truck drove from Bamako to Dakar."
    story = analyse(Source(text=text), services)
    with ThreadPoolExecutor(8) as pool:
        made = pool.map(
            lambda _: make_spec(story, basemap(), services.gazetteer, checked=DAY), range(24)
        )
        assert len({repr(spec) for spec in made}) == 1
