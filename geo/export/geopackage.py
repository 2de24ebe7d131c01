"""An `Analysis` goes in; a GeoPackage (OGC 12-128) with a layer a table, or GeoParquet, comes out.

The GeoPackage brings no styles with it: QGIS reads them from a table that no standard describes.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from geo.export.tables import to_geodataframes

if TYPE_CHECKING:
    from geo.contracts import Analysis

_SHAPES = {"places": "Point", "outlines": "Unknown"}


def to_geopackage(analysis: Analysis) -> bytes:
    """Write all tables as layers of one GeoPackage."""
    # The driver adds a layer to a file only where that file is on a disk.
    with TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "dateline.gpkg"
        for layer, frame in to_geodataframes(analysis).items():
            frame.to_file(
                path,
                layer=layer,
                driver="GPKG",
                engine="pyogrio",
                mode="a" if path.exists() else "w",
                geometry_type=_SHAPES.get(layer, "MultiLineString"),
                index=False,
            )
        return path.read_bytes()


def to_geoparquet(analysis: Analysis) -> dict[str, bytes]:
    """Write a GeoParquet file a table."""
    written = {}
    for layer, frame in to_geodataframes(analysis).items():
        raw = BytesIO()
        frame.to_parquet(raw, index=False)
        written[layer] = raw.getvalue()
    return written
