"""folium's default page with the content of an analysis, and what it asks for, served from here.

Markers, lines and their popups are the analysis' own; the ground, which folium takes from a tile
server, is left out, and so are two small stylesheets that no package has (glyphicons and the
turning of icons): both make its page sooner ready. Its other scripts and styles come from the same
versions on npm, packed once into the cache folder.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import folium
import shapely

from geo.export.tables import to_geodataframes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from geo.contracts import Analysis

# What folium's page asks for, and which file of which package that is.
_FILES = {
    "leaflet": ("leaflet@1.9.3", "dist/leaflet.js"),
    "leaflet_css": ("leaflet@1.9.3", "dist/leaflet.css"),
    "jquery": ("jquery@3.7.1", "dist/jquery.min.js"),
    "bootstrap": ("bootstrap@5.2.2", "dist/js/bootstrap.bundle.min.js"),
    "bootstrap_css": ("bootstrap@5.2.2", "dist/css/bootstrap.min.css"),
    "awesome_markers": ("leaflet.awesome-markers@2.0.5", "dist/leaflet.awesome-markers.js"),
    "awesome_markers_css": ("leaflet.awesome-markers@2.0.5", "dist/leaflet.awesome-markers.css"),
    "awesome_markers_font_css": ("@fortawesome/fontawesome-free@6.2.0", "css/all.min.css"),
}

_LINE: Any = folium.PolyLine  # folium gives it no types


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        """Say nothing: the table is what is printed."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def pack_assets(folder: Path) -> str:
    """Get the packages that are not there yet; "" if all are, else why not, in a sentence."""
    npm = shutil.which("npm")
    folder.mkdir(parents=True, exist_ok=True)
    for package in sorted({package for package, _ in _FILES.values()}):
        home = folder / _folder_name(package)
        if home.is_dir():
            continue
        if npm is None:
            return "npm is not installed, so folium's own scripts cannot be had."
        packed = subprocess.run(  # noqa: S603 - the packages named above
            [npm, "pack", "--silent", package],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if packed.returncode:
            return f"npm cannot get {package}: {packed.stderr.strip()[:200]}"
        archive = folder / packed.stdout.split()[-1]
        with tarfile.open(archive) as tar:
            tar.extractall(folder / f"{home.name}.part", filter="data")
        archive.unlink()
        (folder / f"{home.name}.part" / "package").rename(home)
        shutil.rmtree(folder / f"{home.name}.part")
    return ""


def folium_page(analysis: Analysis) -> str:
    """Write folium's default page with all places, routes and measured lines of an analysis."""
    frames = to_geodataframes(analysis)
    shown = folium.Map(tiles=None)
    shown.default_js = _served(shown.default_js)
    shown.default_css = _served(shown.default_css)
    places = frames["places"]
    for row in _rows(places):
        told = f"<b>{row['name']}</b><br>{row['words']}<br>{row['reason']}"
        folium.Marker(
            (row["lat"], row["lon"]), popup=folium.Popup(told), tooltip=row["name"]
        ).add_to(shown)
    for layer, colour, columns in (
        ("routes", "#b3261e", ("traveller", "origin", "destination", "words", "source")),
        ("claims", "#5b3e99", ("quote", "verdict", "only_if", "reason")),
    ):
        for row in _rows(frames[layer]):
            told = "<br>".join(str(row[column]) for column in columns)
            for line in shapely.get_parts(row["geometry"]):
                points = [(lat, lon) for lon, lat in shapely.get_coordinates(line)]
                _LINE(points, color=colour, popup=folium.Popup(told)).add_to(shown)
    west, south, east, north = places.total_bounds
    shown.fit_bounds([(south, west), (north, east)])
    return str(shown.get_root().render())


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    drawn = frame[frame.geometry.notna()]
    return [{str(name): value for name, value in row.items()} for row in drawn.to_dict("records")]


def _served(assets: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put the addresses on this machine in the stead of folium's; leave out what is not here."""
    return [
        (name, f"/assets/{_folder_name(_FILES[name][0])}/{_FILES[name][1]}")
        for name, _ in assets
        if name in _FILES
    ]


def _folder_name(package: str) -> str:
    return package.replace("/", "-").lstrip("@")
