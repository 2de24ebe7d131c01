"""A real Chromium for the tests that look at pages; its path may be given in DATELINE_CHROMIUM."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, sync_playwright

from geo.settings import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
# A test needs no sandbox for pages of its own, and no service that calls home.
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NONE = (
    "No Chromium was found, so the tests in a browser cannot run. Install Debian's package "
    "'chromium', or run 'playwright install chromium', or set DATELINE_CHROMIUM to its path."
)


def _paths() -> Iterator[str | None]:
    """Where a Chromium may be, best first; None stands for playwright's own."""
    if chosen := os.environ.get("DATELINE_CHROMIUM"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, _NAMES))
    yield None


def _launch(playwright: Playwright) -> Browser | None:
    for path in _paths():
        if path is None and not Path(playwright.chromium.executable_path).exists():
            continue
        try:
            return playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        except Error:
            continue
    return None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a browser for all tests of the run."""
    with sync_playwright() as playwright:
        started = _launch(playwright)
        if started is None:
            # Who can install no browser still gets all other tests, and is told; where it is
            # decided what lands, nothing may be left out.
            if os.environ.get("CI", "").lower() == "true":
                pytest.fail(_NONE)
            pytest.skip(_NONE)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page of usual size with no network, in which nothing is animated."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 760}, offline=True, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Serve the app by its own command, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-m", "geo", "app", "--port", str(port)],
        cwd=REPOSITORY,
        env={**os.environ, "DATELINE_STORE": "off"},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    url = f"http://localhost:{port}"
    try:
        _wait_for(f"{url}/_stcore/health", server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(120):
        assert server.poll() is None, "the app ended before it was up"
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail("the app did not come up within 30 seconds")
