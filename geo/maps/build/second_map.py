"""Makes the second map of a story of two scales: the whole story in the frame of its detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.build.article_map import make_spec
from geo.maps.build.detail import detail_of

if TYPE_CHECKING:
    from geo.contracts import Analysis
    from geo.maps.spec.model import MapSpec
    from geo.ports import Basemap, Gazetteer


def detail_map(analysis: Analysis, basemap: Basemap, gazetteer: Gazetteer) -> MapSpec | None:
    """Make the map of what happens close together alone; None where a story has one scale."""
    found = detail_of(analysis)
    return None if found is None else make_spec(found, basemap, gazetteer)


def second_map(analysis: Analysis, basemap: Basemap, gazetteer: Gazetteer) -> MapSpec | None:
    """Make the map that stands below the first; numbers and colours are those of the first."""
    alone = detail_map(analysis, basemap, gazetteer)
    return None if alone is None else make_spec(analysis, basemap, gazetteer, frame=alone.frame)
