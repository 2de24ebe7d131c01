"""A user's own map of lines goes in (GeoPackage or OpenStreetMap extract); a network comes out.

GDAL reads both, by way of ``pyogrio``. Lines are joined where they share a vertex, as those of
OpenStreetMap do at every junction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.adapters.network.store import Network
from geo.contracts import Mode
from geo.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

# What each kind of file begins with, and where.
_MARKS = {".gpkg": (0, b"SQLite format 3\x00"), ".pbf": (6, b"OSMHeader")}
_MOST_BYTES = 2_000_000_000
_MOST_HOPS = 3_000_000
# Vertices so near to each other are one: about a centimetre.
_STEP_DEG = 1e-7
# What of OpenStreetMap's lines carries people: the tag, and its values.
_ROADS = ("motorway", "trunk", "primary", "secondary", "tertiary")
_TAGGED = {
    Mode.RAIL: ("railway", ("rail", "narrow_gauge", "light_rail")),
    Mode.ROAD: (
        "highway",
        (*_ROADS, *(f"{road}_link" for road in _ROADS), "unclassified", "residential"),
    ),
}
_WGS84 = "EPSG:4326"


def read_lines(path: Path, mode: Mode) -> Network:
    """Read the lines of a file as a network; of an OpenStreetMap extract those of the mode.

    Raises
    ------
    ArticleError
        If the file is none of the two kinds, is damaged, too large, or has no such lines.
    """
    _check(path)
    is_extract = path.suffix == ".pbf"
    parts = np.concatenate(
        [_read(path, layer, mode if is_extract else None) for layer in _layers(path)]
        or [np.array([])]
    )
    if not len(parts):
        raise ArticleError(f"{path.name!r} has no lines that a way by {mode.value} could follow.")
    source = f"lines of {path.name}"
    return _network(parts, source, "© OpenStreetMap contributors (ODbL)" if is_extract else source)


def _check(path: Path) -> None:
    at, mark = _MARKS.get(path.suffix, (0, b""))
    try:
        with path.open("rb") as file:
            begins = file.read(64)
        size = path.stat().st_size
    except OSError as error:
        raise ArticleError(f"{path.name!r} cannot be read: {error.strerror}.") from error
    if not mark or begins[at : at + len(mark)] != mark:
        raise ArticleError(f"{path.name!r} is no GeoPackage (.gpkg) and no extract (.osm.pbf).")
    if size > _MOST_BYTES:
        raise ArticleError(f"{path.name!r} is larger than 2 GB; cut out the part that you need.")


def _layers(path: Path) -> list[str]:
    import pyogrio  # noqa: PLC0415 - brings GDAL, and only these files need it

    try:
        listed = pyogrio.list_layers(path)
    except pyogrio.errors.DataSourceError as error:
        raise ArticleError(f"{path.name!r} is damaged: {error}") from error
    if path.suffix == ".pbf":
        return ["lines"]
    return [name for name, kind in listed if kind and "LineString" in kind]


def _read(path: Path, layer: str, mode: Mode | None) -> np.ndarray:
    """Read the lines of a layer, each a LineString in WGS 84 degrees."""
    import pyogrio  # noqa: PLC0415 - as above
    from pyproj import Transformer  # noqa: PLC0415 - as above
    from pyproj.exceptions import CRSError  # noqa: PLC0415 - as above

    try:
        tag, values = _TAGGED[mode] if mode else ("", ())
        about, _, drawn, tags = pyogrio.raw.read(path, layer=layer, columns=[tag] if tag else [])
        turn = Transformer.from_crs(about["crs"] or _WGS84, _WGS84, always_xy=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, CRSError) as error:
        raise ArticleError(f"The layer {layer!r} of {path.name!r} cannot be read.") from error
    drawn = drawn[np.isin(tags[0].astype(str), values)] if tag else drawn
    parts = shapely.get_parts(shapely.from_wkb(drawn, on_invalid="ignore"))
    parts = shapely.force_2d(parts[shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING])
    return np.asarray(
        shapely.transform(parts, lambda points: np.stack(turn.transform(*points.T), axis=1))
    )


def _network(parts: np.ndarray, source: str, attribution: str) -> Network:
    from routingkit_cch import compute_order_inertial  # noqa: PLC0415 - only here

    vertices, line = shapely.get_coordinates(parts, return_index=True)
    if len(vertices) > _MOST_HOPS:
        raise ArticleError("The file has more than three million corners; cut out a part.")
    steps = np.round(vertices / _STEP_DEG).astype(np.int64)
    unique, number = np.unique(steps, axis=0, return_inverse=True)
    number = number.reshape(-1)
    joined = np.flatnonzero((line[1:] == line[:-1]) & (number[1:] != number[:-1]))
    pairs = np.stack([number[joined], number[joined + 1]], axis=1)
    ends = np.unique(np.sort(pairs, axis=1), axis=0)
    points = unique * _STEP_DEG
    order = compute_order_inertial(
        len(points),
        ends[:, 0].tolist(),
        ends[:, 1].tolist(),
        points[:, 1].tolist(),
        points[:, 0].tolist(),
    )
    return Network(
        points=points,
        ends=ends,
        winding=np.ones(len(ends)),
        kind=np.zeros(len(ends), dtype=np.int64),
        country=np.zeros(len(points), dtype=np.int64),
        doubt=np.zeros(len(ends)),
        order=np.array(order),
        kinds=("",),
        countries=("",),
        country_names=("",),
        source=source,
        attribution=attribution,
    )
