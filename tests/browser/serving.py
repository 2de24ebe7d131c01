"""What the tests of the app share: a real server on a free port, and a page of it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from geo.settings import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PATIENCE_MS = 30_000
TYPED_MS = 400  # after so long the app takes in what was typed


def served(stories: Path, **settings: str) -> Iterator[str]:
    """Serve the app by its own command, with its stories in a folder; gives the address.

    ``settings`` are variables of its environment.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-m", "geo", "app", "--port", str(port)],
        cwd=REPOSITORY,
        env={**os.environ, "DATELINE_STORE": str(stories), **settings},
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


def wait_until_drawn(page: Page) -> None:
    """Wait for the first page: a click is lost whose button is drawn anew while it is pressed."""
    page.locator("[data-test-script-state=notRunning]").wait_for()


def checked_page(browser: Browser, address: str, story: str) -> Iterator[Page]:
    """Give a page of the app that shows what was found in a story; no script on it may fail."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    made = context.new_page()
    made.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.goto(address)
    wait_until_drawn(made)
    made.get_by_label("Text of the article").fill(story)
    made.get_by_role("button", name="Check the geography").click()
    made.locator(".article .dl-mark").first.wait_for()
    yield made
    context.close()
    assert not faults


class Visit:
    """A page of the app, and what it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.set_default_timeout(PATIENCE_MS)
        page.goto(address)
        wait_until_drawn(page)

    def open_example(self) -> None:
        self.page.get_by_role("button", name="Armoured train", exact=True).click()
        self.page.locator(".dl-map svg").first.wait_for()

    def open_desk(self) -> None:
        self.page.get_by_role("button", name="New story").click()
        self.page.get_by_label("Text of the article").wait_for()

    def publish(self) -> None:
        self.page.get_by_role("button", name="Publish").click()
        self.page.locator(".preview img").wait_for()

    def check(self, text: str) -> None:
        self.page.get_by_label("Text of the article").fill(text)
        self.page.wait_for_timeout(TYPED_MS)  # what is guessed of a text is drawn anew behind it
        wait_until_drawn(self.page)
        self.page.get_by_role("button", name="Check the geography").click()
