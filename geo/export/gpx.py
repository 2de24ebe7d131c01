"""Writes a route as GPX 1.1: its line as a track, what it passes as waypoints."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import shapely

from geo.export.plain import clean

if TYPE_CHECKING:
    from geo.contracts import Route

_NAMESPACE = "http://www.topografix.com/GPX/1/1"


def to_gpx(route: Route, title: str) -> str:
    """Write a route, WGS 84 degrees; a line that is cut at the antimeridian has two segments."""
    root = Element("gpx", {"xmlns": _NAMESPACE, "version": "1.1", "creator": "Dateline"})
    about = SubElement(root, "metadata")
    SubElement(about, "name").text = clean(title)
    SubElement(about, "desc").text = clean(f"{route.source}. {route.attribution}")
    for waypoint in route.waypoints:
        point = SubElement(root, "wpt", _at(waypoint.lon, waypoint.lat))
        SubElement(point, "name").text = clean(waypoint.name)
        SubElement(point, "desc").text = clean(waypoint.note or waypoint.kind)
    track = SubElement(root, "trk")
    SubElement(track, "name").text = clean(title)
    for part in shapely.get_parts(route.geometry):
        segment = SubElement(track, "trkseg")
        for lon, lat in shapely.get_coordinates(part).tolist():
            SubElement(segment, "trkpt", _at(lon, lat))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _at(lon: float, lat: float) -> dict[str, str]:
    return {"lat": f"{lat:.5f}", "lon": f"{lon:.5f}"}
