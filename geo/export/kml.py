"""An `Analysis` goes in; KML 2.2 (OGC 07-147r2) comes out: a folder a layer, with its columns.

Viewers read a description as HTML, and some of them a name as well: angle brackets become ‹ and ›,
so that no text is ever markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

import pandas as pd
import shapely

from geo.export.plain import clean
from geo.export.tables import to_geodataframes

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Analysis

_KML = "http://www.opengis.net/kml/2.2"
_DECIMALS = 6
_TITLES = {
    "places": "Places",
    "outlines": "Outlines",
    "routes": "Routes",
    "claims": "Claims",
}
# Column that names a row, and the columns that tell about it.
_NAMES = {"places": "name", "outlines": "name", "routes": "traveller", "claims": "quote"}
_TOLD = {
    "places": ("words", "reason", "source"),
    "outlines": ("source",),
    "routes": ("origin", "destination", "status", "words", "source", "attribution"),
    "claims": ("verdict", "only_if", "reason"),
}
# Colours as KML has them (alpha, blue, green, red) and widths of lines in pixels.
_LINES = {
    "outlines": ("ff808080", "1.5"),
    "routes": ("ffb4320f", "4"),
    "claims": ("ff2a2ac8", "2.5"),
}
_ANGLES = str.maketrans("<>", "‹›")


def to_kml(analysis: Analysis) -> bytes:
    """Write places, outlines, routes and the measured lines of claims."""
    register_namespace("", _KML)
    root = Element(_tag("kml"))
    document = SubElement(root, _tag("Document"))
    _text(document, "name", analysis.article.title or "Dateline")
    _styles(document)
    for layer, frame in to_geodataframes(analysis).items():
        if layer in _TITLES:
            folder = SubElement(document, _tag("Folder"))
            _text(folder, "name", _TITLES[layer])
            for row in frame.to_dict("records"):
                _placemark(folder, layer, {str(name): value for name, value in row.items()})
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _tag(name: str) -> str:
    return f"{{{_KML}}}{name}"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, _tag(name)).text = clean(text).translate(_ANGLES)


def _styles(document: Element) -> None:
    for layer, (colour, width) in _LINES.items():
        style = SubElement(document, _tag("Style"), id=layer)
        line = SubElement(style, _tag("LineStyle"))
        _text(line, "color", colour)
        _text(line, "width", width)
        _text(SubElement(style, _tag("PolyStyle")), "fill", "0")


def _placemark(folder: Element, layer: str, row: dict[str, Any]) -> None:
    geometry = row.pop("geometry")
    if geometry is None:
        return
    mark = SubElement(folder, _tag("Placemark"))
    _text(mark, "name", row[_NAMES[layer]] or _TITLES[layer])
    _text(mark, "description", "\n".join(row[name] for name in _TOLD[layer] if row[name]))
    if layer in _LINES:
        _text(mark, "styleUrl", f"#{layer}")
    data = SubElement(mark, _tag("ExtendedData"))
    for name, value in row.items():
        if not pd.isna(value):
            _text(SubElement(data, _tag("Data"), name=name), "value", _said(value))
    _shape(mark, geometry)


def _said(value: object) -> str:
    return str(value).lower() if pd.api.types.is_bool(value) else str(value)


def _shape(parent: Element, geometry: BaseGeometry) -> None:
    kind = geometry.geom_type
    if kind.startswith(("Multi", "Geometry")):
        many = SubElement(parent, _tag("MultiGeometry"))
        for part in shapely.get_parts(geometry):
            _shape(many, part)
    elif isinstance(geometry, shapely.Polygon):
        polygon = SubElement(parent, _tag("Polygon"))
        _ring(polygon, "outerBoundaryIs", geometry.exterior)
        for hole in geometry.interiors:
            _ring(polygon, "innerBoundaryIs", hole)
    else:
        line = SubElement(parent, _tag(kind))
        if kind != "Point":
            _text(line, "tessellate", "1")
        _text(line, "coordinates", _coordinates(geometry))


def _ring(polygon: Element, name: str, ring: BaseGeometry) -> None:
    inside = SubElement(SubElement(polygon, _tag(name)), _tag("LinearRing"))
    _text(inside, "coordinates", _coordinates(ring))


def _coordinates(geometry: BaseGeometry) -> str:
    points = shapely.get_coordinates(geometry).round(_DECIMALS)
    return " ".join(f"{lon},{lat}" for lon, lat in points.tolist())
