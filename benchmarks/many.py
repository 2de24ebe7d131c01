"""Maps of many real places against folium's own: ``python -m benchmarks.many [NUMBER …]``.

The places are the most populous of the compiled gazetteer. "made" is the time from columns in
memory to the page as text, "cpu" the processor's share of it; "drawn" the time from the start of
the navigation in headless Chromium until the canvas (or the last marker) stands; "pan" the time
from one frame to the next while the map is dragged across, median and 95th hundredth. folium's
pages get the same places, names and basemap-less map; Leaflet and its plugins come from this
machine, so that no network is measured, and no tiles are asked for. All in one run, in turns.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import numpy as np
from folium.plugins import FastMarkerCluster

from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.maps.build.points.points_map import About, make_points_spec
from geo.maps.build.points.rows import Columns
from geo.maps.page.bundle import leaflet_file
from geo.maps.page.html import render_page
from geo.settings import Settings
from geo.wiring import basemap

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Route

_ROUNDS = 3
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_READY = {
    "dateline": "Boolean(document.querySelector('canvas.dl-points') && window.datelineView)",
    "folium": "document.querySelectorAll('.leaflet-interactive, .leaflet-marker-icon').length > 0",
}
# Leaflet's plugin for clusters comes from the package xstatic-leaflet-markercluster.
_PLUGIN = re.compile(r"markercluster.*\.(js|css)", re.IGNORECASE)
_PAN = """async () => {
    const box = document.querySelector(".leaflet-container");
    const { left, top, width, height } = box.getBoundingClientRect();
    const send = (target, type, x, y) => target.dispatchEvent(new MouseEvent(type, {
        bubbles: true, button: 0, buttons: 1, clientX: x, clientY: y, view: window }));
    const [x, y] = [left + width / 2, top + height / 2];
    const times = [];
    send(box, "mousedown", x, y);
    let before = await new Promise(requestAnimationFrame);
    for (let k = 1; k <= 60; k += 1) {
        const along = (k <= 30 ? k : 60 - k) * 9;
        send(document, "mousemove", x - along, y - along / 6);
        const now = await new Promise(requestAnimationFrame);
        times.push(now - before);
        before = now;
    }
    send(document, "mouseup", x, y);
    return times;
}"""


def main() -> None:
    """Measure and print a row for each page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - development only

    path = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    print(
        f"{'page':<34}{'places':>8}{'made s':>8}{'cpu s':>7}{'MB':>7}"
        f"{'drawn s':>9}{'pan ms':>8}{'95 %':>6}"
    )
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        for name, number, make in _pages():
            _row(browser, Path(folder) / "page.html", name, (number, make))
        browser.close()


def _pages() -> list[tuple[str, int, Callable[[Columns], str]]]:
    found: list[tuple[str, int, Callable[[Columns], str]]] = []
    for number in map(int, sys.argv[1:] or (2_000, 20_000, 100_000)):
        found.append(("dateline", number, _ours))
        if number == 2_000:  # noqa: PLR2004 - more markers than this no browser bears
            found.append(("folium CircleMarker", number, _circles))
        if _plugin_folder() is not None:
            found.append(("folium FastMarkerCluster", number, _clusters))
    return found


def _row(
    browser: Browser, file: Path, name: str, what: tuple[int, Callable[[Columns], str]]
) -> None:
    number, make = what
    columns = _places(number)
    made, busy, drawn, frames = [], [], [], []
    page = ""
    make(columns)  # what is loaded once is not measured
    for _ in range(_ROUNDS):
        started, cpu = time.perf_counter(), time.process_time()
        page = make(columns)
        made.append(time.perf_counter() - started)
        busy.append(time.process_time() - cpu)
        file.write_text(page, encoding="utf-8")
        shown, panned = _open(browser, file, _READY[name.split(maxsplit=1)[0]])
        drawn.append(shown)
        frames += panned
    slowest = sorted(frames)[int(0.95 * len(frames))]
    print(
        f"{name:<34}{number:>8,}{min(made):>8.2f}{min(busy):>7.2f}{len(page.encode()) / 1e6:>7.2f}"
        f"{min(drawn):>9.2f}{statistics.median(frames):>8.1f}{slowest:>6.0f}",
        flush=True,
    )


def _places(number: int) -> Columns:
    found = open_gazetteer(Settings()).cities_within(
        west=-180.0, south=-90.0, east=180.0, north=90.0, limit=number
    )
    return Columns(
        lon=np.array([place.lon for place in found]),
        lat=np.array([place.lat for place in found]),
        names=[place.name for place in found],
        counts=np.array([float(place.population) for place in found]),
    )


def _ours(columns: Columns) -> str:
    about = About(title="Places", count_word="people", source="GeoNames (CC BY 4.0)")
    return render_page(make_points_spec(columns, basemap(), about))


def _circles(columns: Columns) -> str:
    shown = folium.Map(location=(20, 10), zoom_start=2, tiles=None, maxZoom=18)
    for lon, lat, name in zip(columns.lon, columns.lat, columns.names, strict=True):
        folium.CircleMarker((lat, lon), radius=3, tooltip=name).add_to(shown)
    return str(shown.get_root().render())


def _clusters(columns: Columns) -> str:
    shown = folium.Map(location=(20, 10), zoom_start=2, tiles=None, maxZoom=18)
    rows: list[list[Any]] = [
        [lat, lon, name]
        for lon, lat, name in zip(
            columns.lon.tolist(), columns.lat.tolist(), columns.names, strict=True
        )
    ]
    FastMarkerCluster(  # type: ignore[no-untyped-call]
        rows,
        callback="function (row) { return L.marker(new L.LatLng(row[0], row[1])).bindPopup("
        "document.createTextNode(row[2]).textContent); }",
    ).add_to(shown)
    return str(shown.get_root().render())


def _open(browser: Browser, file: Path, ready: str) -> tuple[float, list[float]]:
    """Open a page; seconds until it is drawn, and milliseconds a frame while it moves."""
    context = browser.new_context(viewport={"width": 1280, "height": 760}, bypass_csp=True)
    page = context.new_page()
    page.route(re.compile("^https?:"), _local)
    _note_ready(page, ready)
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_function("window.readyAt > 0", timeout=60_000)
    drawn = float(page.evaluate("window.readyAt")) / 1000
    page.wait_for_timeout(1_500)
    frames: list[float] = page.evaluate(_PAN)
    context.close()
    return drawn, frames


def _note_ready(page: Page, ready: str) -> None:
    """Have the page note itself when what was waited for is there and has been painted."""
    page.add_init_script(
        f"""const look = () => {{
            if ({ready}) requestAnimationFrame(() => setTimeout(() => {{
                window.readyAt = performance.now(); }}));
            else requestAnimationFrame(look);
        }};
        requestAnimationFrame(look);"""
    )


def _local(route: Route) -> None:
    """Answer from this machine what folium's page asks a network for; the rest stays away."""
    name = route.request.url.rsplit("/", 1)[-1].split("?")[0]
    folder = _plugin_folder()
    if name in {"leaflet.js", "leaflet.css"}:
        route.fulfill(body=leaflet_file(name), content_type=_type(name))
    elif folder is not None and _PLUGIN.search(name):
        found = next(folder.rglob(name.replace(".min", "")), None) or next(folder.rglob(name), None)
        route.fulfill(
            body=found.read_text(encoding="utf-8") if found else "", content_type=_type(name)
        )
    elif name.endswith((".js", ".css")):
        route.fulfill(body="", content_type=_type(name))
    else:
        route.abort()


def _type(name: str) -> str:
    return "text/css" if name.endswith(".css") else "text/javascript"


def _plugin_folder() -> Path | None:
    """Where the package xstatic-leaflet-markercluster lies, if it is installed."""
    try:
        from xstatic.pkg import leaflet_markercluster  # noqa: PLC0415 - only for the comparison
    except ImportError:
        return None
    return Path(leaflet_markercluster.BASE_DIR)


if __name__ == "__main__":
    main()
