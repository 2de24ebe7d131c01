"""What may be typed after `python -m geo route`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

_END = (
    'a town ("Leh", "Leh, India"), a region (by rail or road), a country (its capital), or lon,lat '
    "in degrees"
)


def add_route(parser: ArgumentParser) -> None:
    """Add the options of the command."""
    for name, metavar in (("origin", "FROM"), ("destination", "TO")):
        parser.add_argument(name, metavar=metavar, help=_END)
    parser.add_argument(
        "--by", choices=("rail", "road", "sea", "air"), required=True, help="what carries people"
    )
    for name, about in (
        ("via", "a place or (by rail or road) a country on the way; may be given several times"),
        (
            "avoid",
            "a country, a border (Finland/Russia), or a passage (suez, panama) that is closed",
        ),
    ):
        parser.add_argument(f"--{name}", action="append", default=[], metavar="NAME", help=about)
    parser.add_argument(
        "--network",
        type=Path,
        metavar="FILE",
        help="lines of your own to follow by rail or road: a GeoPackage, or an extract of "
        "OpenStreetMap (.osm.pbf)",
    )
    parser.add_argument(
        "--server",
        metavar="KIND=URL",
        help="a routing server to ask instead, such as osrm=http://localhost:5000; it is told "
        "where the places are. KIND is osrm, valhalla, brouter, graphhopper or openrailrouting",
    )
    for name, about in (
        ("map", "HTML map to write"),
        ("geojson", "GeoJSON file to write"),
        ("gpx", "GPX file to write"),
    ):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=about)
