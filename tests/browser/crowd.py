"""What the tests of pages with many places share: places by lot, a page that is watched."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.maps.build.points.points_map import About, make_points_spec
from geo.maps.build.points.rows import Columns
from geo.maps.page.html import render_page
from geo.wiring import basemap

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

DAY = date(2026, 11, 25)


def crowd(number: int, *, seed: int = 5) -> Columns:
    """Places drawn by lot around a few towns and over the whole earth; counts go far apart."""
    chance = np.random.default_rng(seed)
    towns = chance.uniform((-170, -60), (170, 75), (40, 2))
    near = towns[chance.integers(0, 40, number)] + chance.normal(0, 2.5, (number, 2))
    anywhere = chance.uniform((-180, -90), (180, 90), (number, 2))
    points = np.where(chance.random((number, 1)) < 0.8, near, anywhere)
    return Columns(
        lon=points[:, 0].clip(-180, 180),
        lat=points[:, 1].clip(-90, 90),
        names=[f"Town {k}" for k in range(number)],
        counts=np.ceil(chance.pareto(1.0, number) + 0.5),
        notes=[f"note {k}" for k in range(number)],
    )


def opened(page: Page, columns: Columns, folder: Path, **about: Any) -> list[str]:
    """Open the page of a table; gives a list of all that it does and must not do."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None,
    )
    page.on(
        "request",
        lambda asked: None if asked.is_navigation_request() else faults.append(asked.url[:99]),
    )
    path = folder / "map.html"
    spec = make_points_spec(columns, basemap(), About(made=DAY, **about))
    path.write_text(render_page(spec), encoding="utf-8")
    page.goto(path.as_uri())
    page.locator(".dl-points-row").first.wait_for()
    return faults


def marks(page: Page) -> list[dict[str, Any]]:
    """All that stands on the canvas: where in the window, how many places, the largest's name."""
    found: list[dict[str, Any]] = page.evaluate(
        """() => {
            const { layer, map, data } = window.datelineView.points();
            const corner = map.containerPointToLayerPoint([0, 0]);
            const box = map.getContainer().getBoundingClientRect();
            return layer.drawn.map(({ x, y, r, place, cluster }) => ({
                x: box.left + x - corner.x, y: box.top + y - corner.y, r,
                n: cluster ? cluster.n : 1, name: data.names.at(place),
                cluster: Boolean(cluster) }));
        }"""
    )
    return found


def in_window(page: Page, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    box = page.locator(".dl-map").bounding_box()
    assert box is not None
    return [
        mark
        for mark in found
        if box["x"] + 60 < mark["x"] < box["x"] + box["width"] - 60
        and box["y"] + 60 < mark["y"] < box["y"] + box["height"] - 60
    ]


def until(page: Page | Frame, test: str) -> None:
    """Wait until an expression is true; the page's policy forbids playwright's own way."""
    end = time.monotonic() + 10
    while not page.evaluate(test):
        assert time.monotonic() < end, test
        page.wait_for_timeout(30)
