"""Writes KML 2.2 (OGC 07-147r2): a folder a layer, with its columns.

Viewers read a description as HTML, and some of them a name as well: angle brackets become ‹ and ›,
so that no text is ever markup. Colours and widths are those of the map. KML knows no dashes: lines
that would be dashed are thinner and half transparent. It points to no pictures, so that opening it
asks no server for anything; a viewer draws its own pin in the colour of the sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

import pandas as pd
import shapely

from geo.export.plain import clean
from geo.export.styles import STYLES, Area, LineStyle, Ring
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
    "routes": ("journey", "words", "source", "attribution"),
    "claims": ("verdict", "only_if", "reason"),
}
_OPAQUE, _DASHED = 1.0, 0.7
# A pin of a viewer at scale 1 counts for a sign of this size.
_PIN_PX = 14.0
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
    for layer in _TITLES:
        for rule in STYLES[layer].rules:
            style = SubElement(document, _tag("Style"), id=f"{layer}-{rule.ident}")
            if isinstance(rule.look, Ring):
                _pin(style, rule.look)
            elif isinstance(rule.look, LineStyle):
                _line(style, rule.look)
            else:
                _area(style, rule.look)


def _pin(style: Element, look: Ring) -> None:
    icon = SubElement(style, _tag("IconStyle"))
    _text(icon, "color", _colour(look.colour, _DASHED if look.dashed else _OPAQUE))
    _text(icon, "scale", f"{look.size_px / _PIN_PX:.2f}")


def _line(style: Element, look: LineStyle) -> None:
    line = SubElement(style, _tag("LineStyle"))
    _text(line, "color", _colour(look.colour, _DASHED if look.dash_px else _OPAQUE))
    _text(line, "width", f"{look.width_px * (_DASHED if look.dash_px else _OPAQUE):.2g}")


def _area(style: Element, look: Area) -> None:
    _line(style, look.edge)
    _text(SubElement(style, _tag("PolyStyle")), "color", _colour(look.colour, look.tint))


def _colour(hexadecimal: str, opacity: float) -> str:
    """Write a colour as KML has it: alpha, blue, green, red."""
    red, green, blue = (hexadecimal[at : at + 2] for at in (1, 3, 5))
    return f"{round(opacity * 255):02x}{blue}{green}{red}"


def _placemark(folder: Element, layer: str, row: dict[str, Any]) -> None:
    geometry = row.pop("geometry")
    if geometry is None:
        return
    mark = SubElement(folder, _tag("Placemark"))
    _text(mark, "name", row[_NAMES[layer]] or _TITLES[layer])
    _text(mark, "description", "\n".join(row[name] for name in _TOLD[layer] if row[name]))
    _text(mark, "styleUrl", f"#{layer}-{STYLES[layer].rule(row).ident}")
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
