"""The scripts and styles of a map, as text to be put into a page.

Leaflet comes from the package xstatic-leaflet. Our own files need no build step: they are joined,
in a fixed order, inside one function. In the one-file page the whole travels deflated, which makes
it 90 kB of 229 kB and leaves the minifiers nothing to gain (2 kB); a small loader unpacks it, and
the page's policy lets it run only if it is, to the letter, what was packed. What only a map of many
places needs is left out of the others.
"""

from __future__ import annotations

import base64
import re
import zlib
from functools import cache
from pathlib import Path

from geo.errors import DataMissing
from geo.maps.style.palette import theme_css

_ASSETS = Path(__file__).with_name("assets")
_MANY = ("points/data", "points/layer", "points/panel")
_MODULES = (
    "core/polyline",
    "core/dom",
    "layout/land_mask",
    "layout/placement",
    "layout/area_candidates",
    "map/basemap",
    "map/routes_and_symbols",
    "layout/type",
    "core/camera",
    "layout/state_labels",
    "layout/map_labels",
    *_MANY,
    "layout/furniture",
    "tools/panel",
    "core/geodesic",
    "tools/ruler",
    "tools/playback",
    "tools/buttons",
    "map/tiles",
    "tools/note",
    "map/gestures",
    "map/selection",
    "map/mount",
)
# What no map here has: Leaflet's popups, controls and pictures, and what old browsers needed.
_UNUSED = re.compile(
    r"\.(?:leaflet-(?:popup|control|bar|tooltip|oldie|vml|shadow|marker-shadow|image-layer|zoom-box|"
    r"default-icon|attribution|top|bottom|left|right)|lvml)|\.leaflet-container a\b|::selection"
)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_PRINT = re.compile(r"@media print\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}")
# What a style sheet is read without. Space before a colon or a round bracket is not of it.
_SPACE = re.compile(r"(?<=[:;,{}]) +| +(?=[{}])|;(?= +})")
_END = re.compile(r"</(?=script|style)", re.IGNORECASE)


def component_assets() -> tuple[str, str]:
    """Give (script, style) for mounting the map elsewhere; the script sets ``window.Dateline``."""
    return _join(leaflet_file("leaflet.js"), _wrapped(_MODULES)), _style(many=True)


@cache
def page_script(*, many: bool) -> str:
    """Give the script of the one-file page: Leaflet, the map, and what starts it."""
    ours = [name for name in _MODULES if many or name not in _MANY]
    return _join(leaflet_file("leaflet.js"), _wrapped((*ours, "map/main")))


@cache
def packed_script(*, many: bool) -> str:
    """Give `page_script` as the page carries it."""
    return packed(page_script(many=many))


def packed(text: str) -> str:
    """Give a text deflated (zlib, RFC 1950) and in base64, which `loader_script` unpacks."""
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


@cache
def loader_script() -> str:
    """Give the script that unpacks the one above and adds it to the page."""
    return _inlined(_wrapped(("map/unpack",)))


def notice() -> str:
    """Give Leaflet's own words on its version, authors and licence, as its script begins."""
    found = _REMARK.match(leaflet_file("leaflet.js"))
    words = re.sub(r"^/\*|^\s*\*/?|@preserve", "", found[0] if found else "", flags=re.MULTILINE)
    return f"{' '.join(words.split())} (BSD-2-Clause)"


@cache
def page_style(*, many: bool) -> str:
    """Give the style sheet of the one-file page."""
    return _inlined(_SPACE.sub("", _join(_style(many=many), _asset("page.css"))))


def _style(*, many: bool) -> str:
    sheet = _asset("points.css") if many else ""
    return _join(_used(leaflet_file("leaflet.css")), theme_css(), sheet, _asset("dateline.css"))


def _used(sheet: str) -> str:
    """Keep the rules of Leaflet's style sheet that something on our maps can match."""
    kept = []
    for selectors, rule in _RULE.findall(_PRINT.sub("", _REMARK.sub("", sheet))):
        used = [name.strip() for name in selectors.split(",") if not _UNUSED.search(name)]
        if used:
            kept.append(f"{','.join(used)}{{{' '.join(rule.split())}}}")
    return "\n".join(kept)


def _wrapped(modules: tuple[str, ...]) -> str:
    body = "".join(_asset(f"{name}.js") for name in modules)
    return f'(function () {{\n"use strict";\n{body}}})();\n'


def _join(*parts: str) -> str:
    return "\n".join(part.strip() for part in parts) + "\n"


def _inlined(text: str) -> str:
    """Keep a script or style from ending its own element."""
    return _END.sub(r"<\/", text)


def _asset(name: str) -> str:
    return _lean((_ASSETS / name).read_text(encoding="utf-8"))


def _lean(text: str) -> str:
    """Leave out indents, and lines that are comments for whoever reads the file."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not _is_comment(line))


def _is_comment(line: str) -> bool:
    return line.startswith("//") or (line.startswith("/*") and line.endswith("*/"))


def leaflet_file(name: str) -> str:
    """Read one of Leaflet's files.

    Raises
    ------
    DataMissing
        If the package lacks it.
    """
    from xstatic.pkg import leaflet  # noqa: PLC0415 - only a page needs it

    path = Path(leaflet.BASE_DIR) / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataMissing(
            f"Leaflet's file {name!r} is missing from the package xstatic-leaflet; install the "
            "packages of requirements.txt again."
        ) from error
