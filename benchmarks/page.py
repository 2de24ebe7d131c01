"""The one-file page beside folium's default page: ``python -m benchmarks.page``.

Stories of data/examples and benchmarks/stories are analysed and drawn by both: ours with the
ground, folium's without (see `benchmarks.folium_page`). Both are served from this machine and
opened in Chromium by turns, in an order drawn by lot, at the processor's own speed and four times
slower. "seen" is the time from the start of the navigation to the first paint; "ready" the time
until the scripts have drawn the map. The ratio is the median of ready (ours) / ready (folium) in
the same round; below 1 ours is sooner ready. "names blocked" counts the names that are seen on the
map where scripts are blocked, "axe" the serious and critical faults that axe-core finds.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.folium_page import folium_page, pack_assets, served
from geo import wiring
from geo.contracts import Source
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from geo.pipeline import analyse
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from geo.contracts import Analysis

_HERE = Path(__file__).parent
_FOLDERS = (_HERE.parent / "data" / "examples", _HERE / "stories")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SPEEDS = (1, 4)
_SERIOUS = {"serious", "critical"}
# Most that a page may weigh, in kB, and of a story that goes round the world.
_REGION_KB, _WORLD_KB = 300, 600
_WORLD = {"world"}
_DRAWN = {"dateline": ".dl-layer-names text", "folium": ".leaflet-marker-icon"}
# folium draws while the page loads; ours unpacks its script first and says when the map stands.
_TIMES = """() => [
  performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  performance.getEntriesByName('dateline:ready')[0]?.startTime
    ?? performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]"""
_SEEN = """nodes => nodes.filter(node => node.getBoundingClientRect().width > 0).length"""


@dataclass(slots=True, kw_only=True)
class Measured:
    """One page of one maker, and what was measured on it."""

    story: str
    maker: str
    url: str
    size: int
    packed: int
    made_ms: float
    requests: int = 0
    loaded: int = 0
    blocked: int = 0
    faults: int = 0
    seen: dict[int, list[float]] = field(default_factory=lambda: {s: [] for s in _SPEEDS})
    ready: dict[int, list[float]] = field(default_factory=lambda: {s: [] for s in _SPEEDS})


def main() -> None:
    """Measure, and print one row a page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - development only

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    assets = Settings().cache / "benchmarks"
    missing = pack_assets(assets)
    path = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "assets").symlink_to(assets)
        with served(folder) as address:
            pages = _written(folder, address, compare=not missing)
            browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
            for page in pages:
                _look(browser, page)
            _time(browser, pages, rounds)
            browser.close()
    _print(pages)
    if missing:
        print(f"Not compared with folium: {missing}")


def _written(folder: Path, address: str, *, compare: bool) -> list[Measured]:
    services, basemap = wiring.services(), wiring.basemap()
    pages = []
    for story in sorted(path for of in _FOLDERS for path in of.glob("*.txt")):
        analysis = analyse(Source(text=story.read_text(encoding="utf-8")), services)

        def ours(analysis: Analysis = analysis) -> str:
            spec = make_spec(analysis, basemap, services.gazetteer)
            return render_page(spec, analysis.to_json(), boundaries=services.boundaries)

        makers: dict[str, Callable[[], str]] = {
            "dateline": ours,
            "folium": partial(folium_page, analysis),
        }
        for maker, make in makers.items():
            if maker == "dateline" or compare:
                started = time.perf_counter()
                whole = make().encode()
                made_ms = 1000 * (time.perf_counter() - started)
                file = f"{story.stem}-{maker}.html"
                (folder / file).write_bytes(whole)
                pages.append(
                    Measured(
                        story=story.stem,
                        maker=maker,
                        url=f"{address}/{file}",
                        size=len(whole),
                        packed=len(gzip.compress(whole)),
                        made_ms=made_ms,
                    )
                )
    return pages


def _look(browser: Browser, page: Measured) -> None:
    """Count what a page loads, the faults that axe finds, and what is seen without scripts."""
    from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped] # noqa: PLC0415 - development only
        Axe,
    )

    context = browser.new_context(viewport={"width": 1280, "height": 760})
    tab = context.new_page()
    answers: list[Any] = []
    tab.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - no built-in is taken
    tab.goto(page.url, wait_until="networkidle")
    tab.locator(_DRAWN[page.maker]).first.wait_for(state="attached")
    answers = [answer for answer in answers if not answer.url.endswith("/favicon.ico")]
    page.requests = len(answers) - 1
    page.loaded = sum(len(answer.body()) for answer in answers)
    found = Axe().run(tab).response["violations"]
    page.faults = sum(fault["impact"] in _SERIOUS for fault in found)
    context.close()
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(page.url)
    page.blocked = tab.locator("svg text").evaluate_all(_SEEN)
    context.close()


def _time(browser: Browser, pages: list[Measured], rounds: int) -> None:
    chance = random.Random(0)  # noqa: S311 - an order, not a secret
    for _ in range(rounds):
        turns = [(page, slower) for page in pages for slower in _SPEEDS]
        chance.shuffle(turns)
        for page, slower in turns:
            context = browser.new_context(viewport={"width": 1280, "height": 760})
            tab = context.new_page()
            context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            tab.goto(page.url)
            tab.locator(_DRAWN[page.maker]).first.wait_for(state="attached")
            tab.wait_for_timeout(200)  # ours may stand before anything is painted
            seen, ready = tab.evaluate(_TIMES)
            page.seen[slower].append(seen)
            page.ready[slower].append(ready)
            context.close()


def _print(pages: list[Measured]) -> None:
    print(
        f"{'story':<15}{'page by':<10}{'kB':>5}{'limit':>7}{'gzip':>6}{'loaded kB':>11}"
        f"{'requests':>10}{'made ms':>9}{'seen ms':>9}{'ready':>7}{'4x: seen':>10}{'ready':>7}"
        f"{'ratio':>7}{'4x':>6}{'names blocked':>15}{'axe':>5}"
    )
    others = {page.story: page for page in pages if page.maker == "folium"}
    for page in pages:
        limit = ratios = ""
        if page.maker == "dateline":
            limit = str(_WORLD_KB if page.story in _WORLD else _REGION_KB)
            if page.size > 1000 * int(limit):
                limit += " !"
            if page.story in others:
                ratios = _ratios(page, others[page.story])
        times = [
            statistics.median(of[slower]) for slower in _SPEEDS for of in (page.seen, page.ready)
        ]
        print(
            f"{page.story:<15}{page.maker:<10}{page.size / 1000:>5.0f}{limit:>7}"
            f"{page.packed / 1000:>6.0f}{page.loaded / 1000:>11.0f}{page.requests:>10}"
            f"{page.made_ms:>9.0f}{times[0]:>9.0f}{times[1]:>7.0f}{times[2]:>10.0f}{times[3]:>7.0f}"
            f"{ratios:>13}{page.blocked:>15}{page.faults:>5}"
        )


def _ratios(ours: Measured, folium: Measured) -> str:
    """Median ratio of the times to ready of a round, at each speed."""
    said = []
    for slower in _SPEEDS:
        pairs = zip(ours.ready[slower], folium.ready[slower], strict=True)
        said.append(f"{statistics.median(one / other for one, other in pairs):.2f}")
    return "  ".join(said)


if __name__ == "__main__":
    main()
