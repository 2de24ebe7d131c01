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


def test_one_map_made_by_many_threads_is_one_map(services: Services) -> None:
    text = "The ship left Lisbon for Dakar. The truck drove from Bamako to Dakar."
    story = analyse(Source(text=text), services)
    with ThreadPoolExecutor(8) as pool:
        made = pool.map(
            lambda _: make_spec(story, basemap(), services.gazetteer, checked=DAY), range(24)
        )
        assert len({repr(spec) for spec in made}) == 1
