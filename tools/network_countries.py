"""Points go in; the country that each lies in, as the basemap draws it, comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.adapters.basemap.tables import read_features

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.world import StoredBasemap
    from geo.settings import Settings

# Stations on piers and coarse shores belong to the country beside them.
_NEAR_DEG = 0.2
_TILE_DEG = 5


class Countries:
    """The outlines of all countries, cut into tiles so that a point is found fast."""

    def __init__(self, settings: Settings, basemap: StoredBasemap) -> None:
        features = read_features(settings.data / "basemap").values()
        codes = sorted({feature.code for feature in features if feature.code})
        outlines = [(code, basemap.country(code)) for code in codes]
        pieces, owners = [], []
        self.codes = ("", *(code for code, outline in outlines if outline is not None))
        for code, outline in outlines:
            if outline is not None:
                cut = _tiles(outline)
                pieces += cut
                owners += [self.codes.index(code)] * len(cut)
        names = {feature.code: feature.name for feature in features if not feature.shown_with}
        self.names = tuple(names.get(code, code) for code in self.codes)
        self._tree = shapely.STRtree(pieces)
        self._owners = np.array(owners)

    def of(self, points: np.ndarray) -> np.ndarray:
        """Look up every point, array (n, 2): its country's number in ``codes``; 0 at sea."""
        drawn = np.asarray(shapely.points(points))
        found = np.zeros(len(points), dtype=np.int64)
        point, piece = self._tree.query(drawn, predicate="intersects")
        found[point] = self._owners[piece]
        left = np.flatnonzero(found == 0)
        if len(left):
            near, piece = self._tree.query_nearest(
                drawn[left], max_distance=_NEAR_DEG, all_matches=False
            )
            found[left[near]] = self._owners[piece]
        return found

    def on_land(self, points: np.ndarray) -> np.ndarray:
        """Tell which points lie on drawn land."""
        return self.by_land(points, 0.0)

    def by_land(self, points: np.ndarray, within_deg: float) -> np.ndarray:
        """Tell which points lie on drawn land, or so near to it."""
        found = np.zeros(len(points), dtype=bool)
        drawn = shapely.points(points)
        found[self._tree.query(drawn, predicate="dwithin", distance=within_deg)[0]] = True
        return found


def _tiles(outline: BaseGeometry) -> list[BaseGeometry]:
    west, south, east, north = np.floor(np.array(outline.bounds) / _TILE_DEG).astype(int)
    cut = [
        shapely.clip_by_rect(
            outline,
            *(_TILE_DEG * column, _TILE_DEG * row),
            *(_TILE_DEG * (column + 1), _TILE_DEG * (row + 1)),
        )
        for column in range(west, east + 1)
        for row in range(south, north + 1)
    ]
    return [piece for piece in shapely.make_valid(np.array(cut)) if not piece.is_empty]
