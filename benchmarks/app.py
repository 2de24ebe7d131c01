"""How fast the app answers and how many it bears: ``python -m benchmarks.app``.

A server of its own is started with stories in memory. "first map": from the start of a visit on a
warm server to an example's map, the median of several; "correction": from the button that chooses
another place to the new map, of ten, most of which show another part of the world; "rerun": from a
change in the publish view to the new picture; "reloads": how often the map was drawn anew while
things on the page were chosen; "sessions": so many visitors check a text of their own at once,
with the longest wait, and the most memory that the server took.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from geo.settings import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_UP_S, _PATIENCE_MS = 60.0, 180_000
_EXAMPLE = "Armoured train"
_MANY_PLACES = "The bus left Chicago for Springfield on Monday. It rained in Peoria and Decatur."
_TEXT = "Ship {number} leaves Lisbon\n\nThe ship left Lisbon for Dakar on Monday, {number},600 km."


def main() -> None:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.app", description=__doc__)
    parser.add_argument("--visits", type=int, default=5, help="of the first map (%(default)s)")
    parser.add_argument("--sessions", type=int, default=20, help="at once (%(default)s)")
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - --help must not wait for it

    with _server() as (address, process), sync_playwright() as playwright:
        path = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        _say("first map, the first visit", _first_map(browser, address))
        times = [_first_map(browser, address) for _ in range(asked.visits)]
        _say("first map, warm (median)", statistics.median(times))
        _corrections(browser, address)
        _reruns(browser, address)
        _crowd(browser, address, asked.sessions)
        peak = _peak_mb(process.pid)
        sys.stdout.write(f"{'memory of the server, at most':<32} {peak:8.0f} MB\n")
        browser.close()


def _say(what: str, seconds: float) -> None:
    sys.stdout.write(f"{what:<32} {seconds:8.2f} s\n")
    sys.stdout.flush()


@contextmanager
def _server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-m", "geo", "app", "--port", str(port)],
        cwd=REPOSITORY,
        env={**os.environ, "DATELINE_STORE": "off"},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        end = time.monotonic() + _UP_S
        while not _is_up(f"{address}/_stcore/health"):
            if time.monotonic() > end or process.poll() is not None:
                raise SystemExit("The app did not come up.")
            time.sleep(0.2)
        yield address, process
    finally:
        process.terminate()
        process.wait(timeout=20)


def _is_up(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - our own address
            return True
    except OSError:
        return False


def _visit(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(_PATIENCE_MS)
    page.goto(address)
    return page


def _first_map(browser: Browser, address: str) -> float:
    """Seconds from the start of a visit to the map of an example."""
    began = time.perf_counter()
    page = _visit(browser, address)
    page.get_by_role("button", name=_EXAMPLE, exact=True).click()
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    took = time.perf_counter() - began
    page.context.close()
    return took


def _corrections(browser: Browser, address: str) -> None:
    """Choose one place after the other for a name of which there are many."""
    page = _visit(browser, address)
    page.get_by_label("Text of the article").fill(_MANY_PLACES)
    page.get_by_role("button", name="Check the geography").click()
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    times = []
    for number in range(10):
        page.locator(".article .dl-mark", has_text="Springfield").click()
        page.locator(".behind").get_by_role("button", name="Correct it").click()
        places = page.locator(".st-key-card [role=radiogroup] label")
        places.nth(1 + number % 3).click()
        page.wait_for_timeout(500)
        page.locator(".dl-map").evaluate("node => { node.dataset.old = 'yes' }")
        began = time.perf_counter()
        page.get_by_role("button", name="This is the place").click()
        page.locator(".dl-map:not([data-old]) .dl-layer-names text").first.wait_for(
            state="attached"
        )
        times.append(time.perf_counter() - began)
        page.locator(".st-key-card").wait_for(state="detached")
    _say("correction to new map (median)", statistics.median(times))
    _say("correction to new map (longest)", max(times))
    page.context.close()


def _reruns(browser: Browser, address: str) -> None:
    page = _visit(browser, address)
    page.get_by_role("button", name=_EXAMPLE, exact=True).click()
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    page.locator(".dl-map").evaluate("node => { node.dataset.seen = 'yes' }")
    for number in range(20):
        page.locator(".dl-claim").nth(number % 3).click()
    seen = page.locator(".dl-map").get_attribute("data-seen")
    sys.stdout.write(f"{'reloads of the map in 20 choices':<32} {0 if seen else 1:8}\n")
    page.get_by_role("button", name="Publish").click()
    picture = page.locator(".preview img")
    picture.wait_for()
    times = []
    for words in ("Dark", "Light", "Dark", "Light"):
        before = picture.get_attribute("src")
        began = time.perf_counter()
        page.get_by_text(words, exact=True).click()
        page.wait_for_function(
            "before => [...document.querySelectorAll('*')].some(node => {"
            " const image = node.shadowRoot?.querySelector('.preview img');"
            " return image && image.getAttribute('src') !== before })",
            arg=before,
        )
        times.append(time.perf_counter() - began)
    _say("rerun of the picture (median)", statistics.median(times))
    page.context.close()


def _crowd(browser: Browser, address: str, number: int) -> None:
    """Let all press the button, and wait for the last of them."""
    pages = [_visit(browser, address) for _ in range(number)]
    for index, page in enumerate(pages):
        page.get_by_label("Text of the article").fill(_TEXT.format(number=index + 1))
    began = time.perf_counter()
    for page in pages:
        page.get_by_role("button", name="Check the geography").click()
    faults = 0
    for index, page in enumerate(pages):
        page.locator(".dl-layer-names text").first.wait_for(state="attached")
        faults += page.locator("h1").inner_text() != f"Ship {index + 1} leaves Lisbon"
    _say(f"{number} sessions at once, the last", time.perf_counter() - began)
    sys.stdout.write(f"{'sessions with another story':<32} {faults:8}\n")
    for page in pages:
        page.context.close()


def _peak_mb(process: int) -> float:
    """Most memory that a process had, MB; NaN where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return float("nan")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1000


if __name__ == "__main__":
    main()
