"""The scripts and styles of a map, as text to be inlined: Leaflet's and our bundles.

Leaflet comes from the package xstatic-leaflet. Our own files are bundled and minified beforehand
(``make web``) into ``page/assets/dist``, which is a part of the repository. In the one-file page
the whole travels deflated; a small loader unpacks it, and the page's policy lets it run only if it
is, to the letter, what was packed. What only a map of many points needs is left out of the others.
"""

from __future__ import annotations

import base64
import re
import zlib
from functools import cache
from pathlib import Path

from geo.errors import DataMissing
from geo.maps.style.palette import theme_css

_DIST = Path(__file__).parent / "assets" / "dist"
# What no map here has: Leaflet's popups, controls and pictures, and what old browsers needed.
_UNUSED = re.compile(
    r"\.(?:leaflet-(?:popup|control|bar|tooltip|oldie|vml|shadow|marker-shadow|image-layer|zoom-box|"
    r"default-icon|attribution|top|bottom|left|right)|lvml)|\.leaflet-container a\b|::selection"
)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_PRINT = re.compile(r"@media print\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}")
_END = re.compile(r"</(?=script|style)", re.IGNORECASE)


def component_assets() -> tuple[str, str]:
    """Give (script, style) for mounting the map elsewhere; the script sets ``window.Dateline``."""
    return _join(leaflet_file("leaflet.js"), _bundle("component.js")), _style(many=True)


@cache
def desk_script() -> str:
    """Give the script of the parts of the app's page; it sets ``window.DatelineDesk``."""
    return _bundle("desk.js")


@cache
def page_script(*, many: bool) -> str:
    """Give the script of the one-file page: Leaflet, the map, and what starts it."""
    return _join(leaflet_file("leaflet.js"), _bundle("points.js" if many else "article.js"))


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
    return _inlined(_bundle("loader.js"))


@cache
def notice(*, many: bool) -> str:
    """Give the authors and licences of what other people wrote in `page_script`."""
    found = _REMARK.match(leaflet_file("leaflet.js"))
    words = re.sub(r"^/\*|^\s*\*/?|@preserve", "", found[0] if found else "", flags=re.MULTILINE)
    leaflet = f"{' '.join(words.split())} (BSD-2-Clause)"
    return f"{leaflet}; {' '.join(_bundle('LICENCES').split())}" if many else leaflet


@cache
def page_style(*, many: bool) -> str:
    """Give the style sheet of the one-file page."""
    return _inlined(_join(_style(many=many), _bundle("page.css")))


def _style(*, many: bool) -> str:
    sheet = _bundle("points-style.css") if many else ""
    leaflet = _used(leaflet_file("leaflet.css"))
    return _join(leaflet, theme_css(), sheet, _bundle("dateline.css"))


def _used(sheet: str) -> str:
    """Keep the rules of Leaflet's style sheet that something on our maps can match."""
    kept = []
    for selectors, rule in _RULE.findall(_PRINT.sub("", _REMARK.sub("", sheet))):
        used = [name.strip() for name in selectors.split(",") if not _UNUSED.search(name)]
        if used:
            kept.append(f"{','.join(used)}{{{' '.join(rule.split())}}}")
    return "\n".join(kept)


def _join(*parts: str) -> str:
    return "\n".join(part.strip() for part in parts if part) + "\n"


def _inlined(text: str) -> str:
    """Keep a script or style from ending its own element."""
    return _END.sub(r"<\/", text)


def _bundle(name: str) -> str:
    return (_DIST / name).read_text(encoding="utf-8")


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
