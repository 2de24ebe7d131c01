"""Takes the pictures of page and app in ``docs/img`` from real runs: look at each afterwards.

python -m tests.browser.pictures
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import expect, sync_playwright

from geo.settings import REPOSITORY
from tests.browser.conftest import launch
from tests.browser.serving import PATIENCE_MS, Visit, served

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

FOLDER = REPOSITORY / "docs" / "img"
EXAMPLES = REPOSITORY / "data" / "examples"
APP, PHONE, PAGE = (1440, 860), (390, 844), (1280, 972)
# What is drawn step by step, and fonts that come late.
SETTLED_MS = 2_500


def main() -> None:
    """Take all of them."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = launch(playwright)
        if browser is None:
            raise SystemExit("No Chromium was found.")
        folder = Path(made)
        _pages(browser, folder / "map.html")
        for address in served(folder / "stories"):
            for name, size, scheme, act in _STATES:
                page = _opened(browser, size, scheme)
                visit = Visit(page, address)
                page.get_by_label("Text of the article").wait_for()
                act(visit)
                _take(page, name)
        browser.close()


def _pages(browser: Browser, path: Path) -> None:
    """Take the page that is one file, in light and dark."""
    article = EXAMPLES / "armoured-train.txt"
    command = [sys.executable, "-m", "geo", "map", str(article), "-o", str(path)]
    subprocess.run(command, cwd=REPOSITORY, check=True)  # noqa: S603 - this very program
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page = _opened(browser, PAGE, scheme)
        page.goto(path.as_uri())
        page.locator(".dl-layer-names text").first.wait_for(state="attached")
        _take(page, f"page-{scheme}")


def _opened(browser: Browser, size: tuple[int, int], scheme: Scheme) -> Page:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE_MS)
    return context.new_page()


def _take(page: Page, name: str) -> None:
    page.wait_for_timeout(SETTLED_MS)
    page.screenshot(path=FOLDER / f"{name}.png")
    page.context.close()
    sys.stdout.write(f"{name}.png\n")
    sys.stdout.flush()


def _ship() -> str:
    return (EXAMPLES / "hospital-ship.txt").read_text(encoding="utf-8")


def _start(visit: Visit) -> None:
    visit.page.get_by_label("Text of the article").fill(_ship())
    visit.page.get_by_text("Your stories").wait_for()


def _running(visit: Visit) -> None:
    """Check a text that is long enough for the run to be seen."""
    longer = "\n\n".join([_ship(), *(_ship().partition("\n\n")[2] for _ in range(60))])
    visit.check(longer)
    visit.page.get_by_role("button", name="Cancel").wait_for()


def _shown(visit: Visit) -> None:
    visit.check(_ship())
    visit.page.locator(".dl-layer-names text").first.wait_for(state="attached")


def _card(visit: Visit) -> None:
    _shown(visit)
    visit.page.locator(".text .dl-mark-place").filter(has_text="Santiago").first.click()
    visit.page.locator(".behind").get_by_role("button", name="Correct it").click()
    expect(visit.page.get_by_role("button", name="This is the place")).to_be_visible()


def _words(visit: Visit) -> None:
    """Name words by typing them."""
    _shown(visit)
    visit.page.get_by_role("button", name="Mark other words").click()
    visit.page.keyboard.type("quay")
    expect(visit.page.locator(".words-bar [role=status]")).to_contain_text("quake-damaged quay")


def _publish(visit: Visit) -> None:
    _shown(visit)
    visit.publish()


_STATES: tuple[tuple[str, tuple[int, int], Scheme, Callable[[Visit], None]], ...] = (
    ("app-start", APP, "light", _start),
    ("app-running", APP, "light", _running),
    ("app", APP, "light", _shown),
    ("app-card", APP, "light", _card),
    ("app-words", APP, "light", _words),
    ("app-publish", APP, "light", _publish),
    ("app-dark", APP, "dark", _shown),
    ("app-phone", PHONE, "light", _shown),
)

if __name__ == "__main__":
    main()
