"""Writes an analysis in a data format, by its name: one or more files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.contracts import Analysis


def write_format(name: str, analysis: Analysis) -> dict[str, bytes]:
    """Write one of `FORMATS`; a key is what follows the file's name ("-places.csv")."""
    return FORMATS[name](analysis)


def _geojson(analysis: Analysis) -> dict[str, bytes]:
    from geo.export.geojson import to_geojson  # noqa: PLC0415 - a format loads when it is asked for

    return {".geojson": to_geojson(analysis).encode()}


def _gpkg(analysis: Analysis) -> dict[str, bytes]:
    from geo.export.geopackage import to_geopackage  # noqa: PLC0415 - as above

    return {".gpkg": to_geopackage(analysis)}


def _parquet(analysis: Analysis) -> dict[str, bytes]:
    from geo.export.geopackage import to_geoparquet  # noqa: PLC0415 - as above

    return {f"-{layer}.parquet": raw for layer, raw in to_geoparquet(analysis).items()}


def _kml(analysis: Analysis) -> dict[str, bytes]:
    from geo.export.kml import to_kml  # noqa: PLC0415 - as above

    return {".kml": to_kml(analysis)}


def _csv(analysis: Analysis) -> dict[str, bytes]:
    from geo.export.spreadsheet import to_csv  # noqa: PLC0415 - as above

    return {f"-{table}.csv": raw for table, raw in to_csv(analysis).items()}


def _xlsx(analysis: Analysis) -> dict[str, bytes]:
    from geo.export.spreadsheet import to_xlsx  # noqa: PLC0415 - as above

    return {".xlsx": to_xlsx(analysis)}


def _claimreview(analysis: Analysis) -> dict[str, bytes]:
    from geo.export.claimreview import to_claimreview  # noqa: PLC0415 - as above

    return {"-claimreview.json": to_claimreview(analysis).encode()}


def _json(analysis: Analysis) -> dict[str, bytes]:
    return {".json": analysis.to_json(indent=2).encode()}


FORMATS: dict[str, Callable[[Analysis], dict[str, bytes]]] = {
    "geojson": _geojson,
    "gpkg": _gpkg,
    "kml": _kml,
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
    "claimreview": _claimreview,
    "json": _json,
}
