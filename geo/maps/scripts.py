"""Nothing in; the scripts and styles of a map, as text to be inlined, out.

Leaflet comes from the package xstatic-leaflet. Our own files need no build step: they are joined,
in a fixed order, inside one function.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from geo.errors import DataMissing

_ASSETS = Path(__file__).with_name("assets")
_MODULES = (
    "decode",
    "nodes",
    "surface",
    "labels",
    "ground",
    "story",
    "names",
    "furniture",
    "panel",
    "geodesic",
    "tools",
    "mount",
)
# Leaflet's pictures are for default markers and layer boxes, which no map here has.
_PICTURE = re.compile(r"url\([^)]{0,100}\)")
_END = re.compile(r"</(?=script|style)", re.IGNORECASE)


def component_assets() -> tuple[str, str]:
    """Give (script, style) for mounting the map elsewhere; the script sets ``window.Dateline``."""
    return _join(leaflet_file("leaflet.js"), _wrapped(_MODULES)), _style()


@cache
def page_script() -> str:
    """Give the script of the one-file page: Leaflet, the map, and what starts it."""
    return _inlined(_join(leaflet_file("leaflet.js"), _wrapped((*_MODULES, "page"))))


@cache
def page_style() -> str:
    """Give the style sheet of the one-file page."""
    return _inlined(_join(_style(), _asset("page.css")))


def _style() -> str:
    return _join(_lean(_PICTURE.sub("none", leaflet_file("leaflet.css"))), _asset("dateline.css"))


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
