"""Writes a GeoPackage (OGC 12-128) with a layer a table, or GeoParquet.

The GeoPackage brings its styles with it, in the table ``layer_styles``, where QGIS looks for them
and from which other programs take the SLD. A layer holds one kind of geometry, as programs expect:
outlines are two, areas and lines.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandas as pd
import pyogrio
import shapely

from geo.export.qml import to_qml
from geo.export.sld import to_sld
from geo.export.styles import STYLES
from geo.export.tables import to_geodataframes

if TYPE_CHECKING:
    import geopandas

    from geo.contracts import Analysis

_SHAPES = {"places": "Point", "outlines": "MultiPolygon"}
_COLUMN = "geom"
_AREA = 2
_OWNER = "Dateline"
# Programs of the last years read this version without a warning.
_VERSION = "1.2"


def to_geopackage(analysis: Analysis) -> bytes:
    """Write all tables as layers of one GeoPackage, with their styles."""
    # The driver adds a layer to a file only where that file is on a disk.
    with TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "dateline.gpkg"
        for layer, frame in _layers(analysis).items():
            frame.to_file(
                path,
                layer=layer,
                driver="GPKG",
                engine="pyogrio",
                mode="a" if path.exists() else "w",
                geometry_type=_SHAPES.get(layer, "MultiLineString"),
                index=False,
                layer_options={"GEOMETRY_NAME": _COLUMN},
                dataset_options=None if path.exists() else {"VERSION": _VERSION},
            )
        pyogrio.write_dataframe(
            _styles(),
            path,
            layer="layer_styles",
            driver="GPKG",
            append=True,
            layer_options={"FID": "id"},
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


def _layers(analysis: Analysis) -> dict[str, geopandas.GeoDataFrame]:
    layers: dict[str, geopandas.GeoDataFrame] = {}
    for name, frame in to_geodataframes(analysis).items():
        if name == "outlines":
            areas = shapely.get_dimensions(frame.geometry.to_numpy()) == _AREA
            layers["outlines"], layers["outline_lines"] = frame[areas], frame[~areas]
        else:
            layers[name] = frame
    return layers


def _styles() -> pd.DataFrame:
    """Make the rows of ``layer_styles``, with the columns that QGIS gives it."""
    rows = [
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": layer,
            "f_geometry_column": _COLUMN,
            "styleName": f"dateline {layer}",
            "styleQML": to_qml(style),
            "styleSLD": to_sld(layer, style),
            "useAsDefault": True,
            "description": "Drawn as on Dateline's own map",
            "owner": _OWNER,
            "ui": None,
        }
        for layer, style in STYLES.items()
    ]
    return pd.DataFrame(rows).assign(update_time=pd.Timestamp.now(tz="UTC"))
