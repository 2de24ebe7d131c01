"""The page and the picture under it name the same things, on six maps at two widths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geo.maps.layout.map_layout import lay_out
from geo.maps.page.html import render_page
from geo.maps.spec.model import NameKind
from tests.maps import drawn
from tests.maps.six import NAMES, six_spec

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from geo.maps.spec.model import MapSpec

# Windows in which the map is 820 and 358 pixels wide.
WINDOWS = {820: (1280, 900), 358: (390, 844)}
# How many names only one of the two has room for. The world is drawn in another projection than
# the page has, and smaller: there lines and cities lie elsewhere.
ROOM_FOR_ONE = {("world", 820): 4, ("world", 358): 4, ("ukraine", 358): 1}


def on_page(page: Page, spec: MapSpec, path: Path, width: int) -> set[str]:
    path.write_text(render_page(spec), encoding="utf-8")
    wide, tall = WINDOWS[width]
    page.set_viewport_size({"width": wide, "height": tall})
    page.goto(path.as_uri())
    page.wait_for_function("window.datelineView && window.datelineView.labels().length > 0")
    assert page.evaluate("document.querySelector('.dl-map').clientWidth") == width
    labels: list[str] = page.evaluate("window.datelineView.labels().map((label) => label.id)")
    return set(labels)


@pytest.mark.parametrize("width", WINDOWS)
@pytest.mark.parametrize("name", NAMES)
def test_page_and_picture_name_the_same(page: Page, tmp_path: Path, name: str, width: int) -> None:
    spec = six_spec(name)
    shown = on_page(page, spec, tmp_path / "map.html", width)
    picture = {label.ident for label in lay_out(spec, width_px=width, height_px=None).names}
    listed = {ident(kind, target) for kind, target in of_width(spec, width)}
    assert shown <= listed
    assert picture <= listed
    alone = sorted(shown ^ picture)
    assert len(alone) <= ROOM_FOR_ONE.get((name, width), 0), alone


def of_width(spec: MapSpec, width: int) -> list[tuple[NameKind, str]]:
    return [(name.kind, name.target) for name in spec.names if name.from_px <= width]


def ident(kind: NameKind, target: str) -> str:
    of_story = kind in {NameKind.PLACE, NameKind.ROUTE, NameKind.MEASURE}
    return target if of_story else f"{kind} {target}"


def test_an_enlarged_map_goes_further_down_the_list(page: Page, tmp_path: Path) -> None:
    spec = six_spec("korea")
    later = (
        replace(name, from_px=1_100) if name.kind is NameKind.CITY else name for name in spec.names
    )
    spec = replace(spec, names=tuple(later))
    assert not cities(on_page(page, spec, tmp_path / "map.html", 820))
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(400)
    labels = page.evaluate("window.datelineView.labels().map((label) => label.id)")
    assert cities(set(labels))


def cities(labels: set[str]) -> set[str]:
    return {label for label in labels if label.startswith("city ")}


# Places of the story whose symbol is in the map's window.
IN_VIEW = """() => {
  const map = document.querySelector(".dl-map").getBoundingClientRect();
  return [...document.querySelectorAll(".dl-pin:not(.dl-pin-associative)")].filter((pin) => {
    const { left, right, top, bottom } = pin.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return x > map.left + 1 && x < map.right - 1 && y > map.top + 1 && y < map.bottom - 1;
  }).map((pin) => pin.dataset.id);
}"""


# The numbers on the map and those in its key, at one moment: a page that has just been opened may
# be laid out anew between two questions.
NUMBERS = """() => [".dl-number text", ".dl-key-number"].map((where) =>
  [...document.querySelectorAll(where)].map((number) => number.textContent));
"""


@pytest.mark.parametrize("width", [358, 820])
@pytest.mark.parametrize("story", ["lot 9", "lot 19", "lot 27", "lot 39"])
def test_every_place_is_named_on_the_page_or_in_its_key(
    page: Page, tmp_path: Path, story: str, width: int
) -> None:
    shown = drawn.spec(story)
    labels = on_page(page, shown, tmp_path / "map.html", width)
    places = set(page.evaluate(IN_VIEW))
    assert places
    assert places <= labels
    numbered, keyed = page.evaluate(NUMBERS)
    assert sorted(numbered) == sorted(keyed)
    names = {place.name for place in shown.places}
    assert set(page.locator(".dl-key-row bdi").all_text_contents()) <= names
