"""An analysis that also makes tables and a map, as notebooks want them.

It stands above the stages, because it uses them all; what it needs loads when it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from geo import contracts
from geo.settings import Settings

if TYPE_CHECKING:
    import folium
    import geopandas


@dataclass(frozen=True, slots=True, kw_only=True)
class NotebookAnalysis(contracts.Analysis):
    """One article, analysed, with its tables and its map.

    Any saved analysis comes back as one of these with ``geo.Analysis.from_json(raw)``.
    """

    def to_geodataframes(self) -> dict[str, geopandas.GeoDataFrame]:
        """Make tables of places, outlines, routes, claims and readings.

        Geometries are in WGS 84 degrees (EPSG:4326); docs/columns.md says what each column holds.
        """
        from geo.export.tables import to_geodataframes  # noqa: PLC0415 - loads pandas

        return to_geodataframes(self)

    def to_folium(self) -> folium.Map:
        """Make the checked map; a notebook shows it in a frame, and ``.save(path)`` writes it.

        It needs no network. No text of the article runs as code in it.

        Raises
        ------
        DataMissing
            If the basemap is not there.
        GazetteerError
            If the gazetteer, which names the cities around, can be neither opened nor compiled.
        """
        from geo import wiring  # noqa: PLC0415 - tables need neither basemap nor gazetteer
        from geo.maps.build.article_map import make_spec  # noqa: PLC0415 - as above
        from geo.maps.page.notebook import to_folium  # noqa: PLC0415 - as above

        basemap = wiring.basemap()
        spec = make_spec(self, basemap, wiring.kept_services(Settings()).gazetteer)
        return to_folium(spec, self.to_json(), boundaries=basemap)


def with_views(analysis: contracts.Analysis) -> NotebookAnalysis:
    """Give an analysis as it comes from the pipeline its tables and its map."""
    held = {field.name: getattr(analysis, field.name) for field in fields(analysis)}
    return NotebookAnalysis(**held)
