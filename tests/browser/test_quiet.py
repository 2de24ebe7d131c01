"""The app asks nobody outside for anything and tells nobody, nor do its libraries."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("services")]

# A page of another site that tries to talk to the app.
_FROM_ELSEWHERE = """address => new Promise(done => {
  const socket = new WebSocket(address);
  socket.onopen = () => done("open");
  socket.onerror = () => done("refused");
})"""


@contextmanager
def _heard() -> Iterator[dict[str, str]]:
    """Stand between a program and the world; whoever asks for anything outside is heard."""
    with socket.create_server(("127.0.0.1", 0)) as asked:
        asked.settimeout(0.2)
        proxy = f"http://127.0.0.1:{asked.getsockname()[1]}"
        names = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
        yield {**dict.fromkeys(names, proxy), "NO_PROXY": "localhost,127.0.0.1"}
        with pytest.raises(TimeoutError):
            asked.accept()


def test_a_server_for_a_team_asks_nobody(page: Page, tmp_path: Path) -> None:
    with _heard() as settings:
        settings |= {
            "STREAMLIT_SERVER_ADDRESS": "0.0.0.0",  # noqa: S104 - as in the container
            "STREAMLIT_SERVER_HEADLESS": "true",
        }
        for address in served(tmp_path, **settings):
            page.route("http://elsewhere.test/", lambda route: route.fulfill(body="<p>hello"))
            page.context.set_offline(offline=False)
            page.goto("http://elsewhere.test/")
            stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
            assert page.evaluate(_FROM_ELSEWHERE, stream) == "refused"
            # What a library tells, it tells some seconds later.
            page.wait_for_timeout(15_000)
