"""Checks the street map that a page may show below the story: its address, host and credit.

Tiles are pictures of streets that a page fetches from somebody's server each time it is read. A
page has none unless its maker asks for them. The address goes into the page's policy, so that it
is checked letter by letter: nothing but a host may stand where the policy names one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.errors import ExportError

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_TEMPLATE = re.compile(
    rf"https://(?P<host>{_LABEL}(?:\.{_LABEL})+(?::[0-9]{{1,5}})?)/(?P<path>[A-Za-z0-9._~/?&=%+@{{}}-]+)"
)
_FIELD = re.compile(r"\{([^{}]*)\}")
_LONGEST = 500
_MAX_ZOOM = 19


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Where tiles come from: a template of Leaflet's, the host alone, and who is to be credited."""

    template: str
    host: str
    credit: str


_KNOWN = {
    "osm": (
        "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        "© OpenStreetMap contributors (ODbL)",
    ),
    "carto": (
        "https://basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png",
        "© OpenStreetMap contributors (ODbL), © CARTO",
    ),
}


def tiles_of(name: str) -> Tiles:
    """Read "osm", "carto" or a template such as ``https://example.org/{z}/{x}/{y}.png``.

    Raises
    ------
    ExportError
        If it is neither.
    """
    template, credit = _KNOWN.get(name, (name, ""))
    found = _TEMPLATE.fullmatch(template) if len(template) <= _LONGEST else None
    fields = _FIELD.findall(found["path"]) if found else []
    if found is None or sorted(fields) != ["x", "y", "z"] or _has_stray_braces(found["path"]):
        raise ExportError(
            f"{name!r} names no map tiles. Give osm, carto, or an address that begins with "
            "https:// and a host and has {z}, {x} and {y} once each after it, such as "
            "https://tiles.example.org/{z}/{x}/{y}.png."
        )
    return Tiles(
        template=template, host=found["host"], credit=credit or f"tiles of {found['host']}"
    )


def _has_stray_braces(path: str) -> bool:
    return bool(set("{}") & set(_FIELD.sub("", path)))


def credited(spec: MapSpec, tiles: Tiles) -> MapSpec:
    """Add the credit of the tiles to a map's own, and say that they need the network."""
    words = f"Street map: {tiles.credit}, fetched from {tiles.host} when this page is read."
    return replace(spec, credits=f"{spec.credits} {words}", sources=(*spec.sources, words))
