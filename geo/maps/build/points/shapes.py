"""Reads the shapes that databases write into cells: WKT, GeoJSON, and WKB in hexadecimal.

Longitude stands first in all of them. They are taken for WGS 84 unless they say otherwise; what
says otherwise is not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import numpy as np
import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_WKT = re.compile(
    r"\s*(?:SRID=(?P<srid>\d{1,6});)?\s*"
    r"(?P<wkt>(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)(?:Z|M|ZM)?\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_WKB = re.compile(r"\s*0[01][0-9A-F]{40,}\s*", re.IGNORECASE)
_WGS_84 = ("4326", "0")


def is_shape(text: str) -> bool:
    """Whether a cell is written as a shape."""
    return bool(_WKT.fullmatch(text) or _WKB.fullmatch(text) or text.lstrip().startswith("{"))


def point_in(text: str) -> tuple[float, float, str] | None:
    """Give the longitude and latitude of a point in a shape, and which is first."""
    shape = cast("BaseGeometry | None", _shape(text))
    if shape is None or shape.is_empty:
        return None
    point = shape.representative_point()
    if not np.isfinite((point.x, point.y)).all():
        return None
    return float(point.x), float(point.y), "lon"


def _shape(text: str) -> shapely.Geometry | None:
    if found := _WKT.fullmatch(text):
        is_known = (found["srid"] or "0") in _WGS_84
        return shapely.from_wkt(found["wkt"], on_invalid="ignore") if is_known else None
    if _WKB.fullmatch(text):
        shape = shapely.from_wkb(text.strip(), on_invalid="ignore")
        return shape if shape is None or str(shapely.get_srid(shape)) in _WGS_84 else None
    return shapely.from_geojson(text, on_invalid="ignore")
