"""A line round the globe that a story names goes in; the stretch of it that is meant comes out.

"The ferry crossed the equator" says nothing of where; the story's other places do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts import Geocode, Toponym
    from geo.resolve.story_places import StoryPlaces


def beside_story(
    toponyms: Sequence[Toponym], geocodes: Mapping[str, Geocode], story: StoryPlaces
) -> Iterator[tuple[str, Geocode]]:
    """Give parallels their lines, and pin each north or south of the place named nearest to it."""
    for toponym in toponyms:
        place = geocodes[toponym.id].place
        if place is not None and place.is_parallel:
            line = shapely.LineString([(-180.0, place.lat), (180.0, place.lat)])
            points = story.points_near(toponym.span.start, 1)
            lon = points[0].lon if points else place.lon
            found = replace(place, lon=lon, extent=line)
            yield toponym.id, replace(geocodes[toponym.id], place=found)
