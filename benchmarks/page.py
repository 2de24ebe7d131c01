"""Size of the one-file page, and how soon its map stands: ``python -m benchmarks.page``.

Every example of data/examples is analysed and drawn. The page is opened from disk in Chromium with
the network off, several times, at the processor's own speed and four times slower; "seen" is the
time from the start of the navigation until the page is first painted, with the map as it stands
without a script, "ready" the time until the script has drawn its own and every label is set.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from geo import wiring
from geo.contracts import Source
from geo.maps.page import render_page
from geo.maps.spec import make_spec
from geo.pipeline import analyse

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

_EXAMPLES = Path(__file__).parent.parent / "data" / "examples"
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_ROUNDS = 5
_SLOWER = 4


def main() -> None:
    """Measure and print one row a page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - development only

    services, basemap = wiring.services(), wiring.basemap()
    path = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    print(
        f"{'page':<18}{'KB':>6}{'gzip':>6}{'spec':>6}{'requests':>10}"
        f"{'made ms':>9}{'seen ms':>9}{'ready ms':>10}{f'{_SLOWER}x slower: seen':>17}{'ready':>7}"
    )
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        for example in sorted(_EXAMPLES.glob("*.txt")):
            analysis = analyse(Source(text=example.read_text(encoding="utf-8")), services)
            started = time.perf_counter()
            spec = make_spec(analysis, basemap, services.gazetteer)
            page = render_page(spec, analysis.to_json())
            made_ms = 1000 * (time.perf_counter() - started)
            file = Path(folder) / f"{example.stem}.html"
            file.write_text(page, encoding="utf-8")
            usual, slow = (_times(browser, file, slower) for slower in (1, _SLOWER))
            raw = page.encode()
            print(
                f"{example.stem:<18}{len(raw) / 1000:>6.0f}{len(gzip.compress(raw)) / 1000:>6.0f}"
                f"{len(spec.to_json().encode()) / 1000:>6.0f}{usual[2]:>10}"
                f"{made_ms:>9.0f}{usual[0]:>9.0f}{usual[1]:>10.0f}{slow[0]:>17.0f}{slow[1]:>7.0f}"
            )
        browser.close()


class _Requests:
    """Counts what a page asks for besides itself."""

    def __init__(self, page: Page) -> None:
        self.number = -1
        page.on("request", self._count)

    def _count(self, _request: Request) -> None:
        self.number += 1


def _times(browser: Browser, file: Path, slower: int) -> tuple[float, float, int]:
    """Open a page some times; median times until it is seen and ready, and its requests."""
    seen, ready, most = [], [], 0
    for _ in range(_ROUNDS):
        context = browser.new_context(viewport={"width": 1280, "height": 760}, offline=True)
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        requests = _Requests(page)
        page.goto(file.as_uri())
        page.locator(".dl-layer-names text").first.wait_for(state="attached")
        ready.append(
            page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        )
        page.wait_for_timeout(200)  # where the map stands before anything is painted
        seen.append(
            page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        )
        most = max(most, requests.number)
        context.close()
    return statistics.median(seen), statistics.median(ready), most


if __name__ == "__main__":
    main()
