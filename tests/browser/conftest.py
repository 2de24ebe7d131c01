"""A real Chromium for the tests that look at pages; its path may be given in DATELINE_CHROMIUM."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, expect, sync_playwright

from tests.browser.serving import PATIENCE_MS, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

# A machine that others use as well is slow at times; what comes late is no fault of the page.
expect.set_options(timeout=PATIENCE_MS)

# Without windows that nobody sees a page takes half the time.
_NAMES = (
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"),
)
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


def launch(playwright: Playwright) -> Browser | None:
    """Start the first Chromium that starts; None where none does."""
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
        started = launch(playwright)
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
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the app by its own command, on a free port, with stories of its own."""
    yield from served(tmp_path_factory.mktemp("stories"))
