"""A page with many places in a real browser: what it draws, counts, lists, and finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from geo.maps.build.points.rows import Columns
from tests.browser.crowd import crowd, in_window, marks, opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_a_few_thousand_places_are_a_dot_each(page: Page, tmp_path: Path) -> None:
    faults = opened(page, crowd(2_000), tmp_path, count_word="stories")
    found = marks(page)
    assert len(found) == 2_000
    assert not any(mark["cluster"] for mark in found)
    drawn = page.evaluate(
        """() => { const c = document.querySelector("canvas.dl-points");
            const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
            return data.some((value) => value); }"""
    )
    assert drawn
    assert page.locator(".dl-pin").count() == 0  # no node for a place
    assert page.locator(".dl-layer-names text").count() > 3
    assert " places in view. The 50 with the most stories:" in (
        page.locator(".dl-points-told").inner_text()
    )
    assert faults == []


def test_clusters_hold_every_place_once_at_every_zoom(page: Page, tmp_path: Path) -> None:
    columns = crowd(30_000)
    opened(page, replace(columns, categories=[name[-1] for name in columns.names]), tmp_path)
    for zoom in range(9):
        told = page.evaluate(
            """(zoom) => {
                const { data } = window.datelineView.points();
                const clusters = data.clusters(zoom);
                if (!clusters) return null;
                const counted = new Uint32Array(data.total);
                let inside = true;
                let same = true;
                for (const one of clusters.list) {
                    const members = clusters.members(one);
                    const box = clusters.boundsOf(one);
                    for (const i of members) {
                        counted[i] += 1;
                        inside = inside && data.xs[i] >= box.west && data.xs[i] <= box.east
                            && data.ys[i] >= box.north && data.ys[i] <= box.south;
                    }
                    same = same && one.n === members.length
                        && one.n === one.kinds.reduce((sum, n) => sum + n)
                        && members[0] === one.first;
                }
                const { list } = clusters;
                return { total: data.total, sum: list.reduce((sum, one) => sum + one.n, 0),
                    once: counted.every((number) => number === 1), same, inside,
                    number: list.length };
            }""",
            zoom,
        )
        if told is None:
            assert zoom > 1
            continue
        assert told["sum"] == told["total"]
        assert told["once"]
        assert told["same"]
        assert told["inside"]
        assert told["number"] < 9_000


def test_a_click_and_a_key_on_a_cluster_come_nearer(page: Page, tmp_path: Path) -> None:
    faults = opened(page, crowd(30_000), tmp_path)
    zoom = "window.datelineView.points().map.getZoom()"
    before = page.evaluate(zoom)
    largest = max(in_window(page, marks(page)), key=lambda mark: mark["n"])
    assert largest["cluster"]
    page.mouse.move(largest["x"], largest["y"])
    page.locator(".dl-points-tip").filter(has_text=f"{largest['n']:,} places").wait_for()
    page.mouse.click(largest["x"], largest["y"])
    until(page, f"{zoom} > {before} + 0.7")
    near = page.evaluate(zoom)
    page.locator(".dl-map").focus()
    page.keyboard.press("Enter")
    until(page, f"{zoom} > {near} + 0.3")
    assert faults == []


def test_a_dot_tells_its_name_count_and_note(page: Page, tmp_path: Path) -> None:
    opened(page, crowd(300), tmp_path, count_word="stories")
    alone = in_window(page, marks(page))
    at = next(
        one
        for one in alone
        if all(
            other is one or np.hypot(one["x"] - other["x"], one["y"] - other["y"]) > 30
            for other in alone
        )
    )
    page.mouse.click(at["x"], at["y"])
    told = page.locator(".dl-popup").inner_text()
    assert at["name"] in told
    assert at["name"].replace("Town", "note") in told
    assert "stories" in told
    page.keyboard.press("Escape")


def test_every_name_at_a_point_is_reached_by_a_click(page: Page, tmp_path: Path) -> None:
    columns = Columns(
        lon=np.array([2.3, 2.3, 2.3, 2.300001, 21.0]),
        lat=np.array([48.9, 48.9, 48.9, 48.9, 52.2]),
        names=["Town hall", "Library", "Court", "Archive", "Elsewhere"],
        counts=np.array([1.0, 900.0, 30.0, 1.0, 4.0]),
    )
    faults = opened(page, columns, tmp_path)
    at = next(mark for mark in marks(page) if mark["name"] == "Library")
    for name in ("Town hall", "Library", "Court", "Archive"):
        page.mouse.click(at["x"], at["y"])
        here = page.locator(".dl-popup")
        assert "4 places here" in here.inner_text()
        here.get_by_role("button", name=name).click()
        assert page.locator(".dl-popup .dl-pop-name").inner_text() == name
        page.keyboard.press("Escape")
        at = next(mark for mark in marks(page) if mark["name"] == "Library")
    assert faults == []


def test_the_list_follows_the_view_and_leads_to_a_place(page: Page, tmp_path: Path) -> None:
    opened(page, crowd(30_000), tmp_path)
    rows = page.locator(".dl-points-panel .dl-points-row")
    assert rows.count() == 50
    counts = [
        int(text.replace(",", "")) for text in page.locator(".dl-points-count").all_text_contents()
    ]
    assert counts == sorted(counts, reverse=True)
    name = rows.nth(7).locator(".dl-points-name").inner_text()
    rows.nth(7).focus()
    page.keyboard.press("Enter")
    assert name in page.locator(".dl-popup").inner_text()
    until(page, "!document.querySelector('.dl-points-told').textContent.startsWith('30,000')")
    shown = [mark for mark in marks(page) if mark["name"] == name and not mark["cluster"]]
    assert len(shown) == 1


def test_a_search_finds_a_name_wherever_it_is(page: Page, tmp_path: Path) -> None:
    columns = Columns(
        lon=np.array([2.3, 21.0, 18.9]),
        lat=np.array([48.9, 52.2, 69.6]),
        names=["Paris", "Łódź", "Tromsø"],
    )
    opened(page, columns, tmp_path)
    page.get_by_role("searchbox", name="Search all names").fill("LODZ")
    told = page.locator(".dl-points-told")
    told.filter(has_text="0 places found").wait_for()  # Ł is a letter of its own
    page.get_by_role("searchbox").fill("Łodz")
    told.filter(has_text="1 place found").wait_for()
    page.get_by_role("button", name="Łódź").click()
    assert "Łódź" in page.locator(".dl-popup").inner_text()


def test_places_on_one_spot_are_listed(page: Page, tmp_path: Path) -> None:
    many = crowd(6_000)
    columns = Columns(
        lon=np.concatenate([many.lon, np.full(60, 12.5)]),
        lat=np.concatenate([many.lat, np.full(60, 41.9)]),
        names=[*many.names, *(f"Desk {k}" for k in range(60))],
    )
    opened(page, columns, tmp_path)
    for _ in range(12):
        page.evaluate(
            """() => {
                const { map } = window.datelineView.points();
                map.setView([41.9, 12.5], map.getZoom() + 1, { animate: false });
            }"""
        )
    box = page.locator(".dl-map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert "Desk" in page.locator(".dl-popup").inner_text()


def test_places_at_the_edges_of_the_earth_are_seen(page: Page, tmp_path: Path) -> None:
    columns = Columns(
        lon=np.array([180.0, -180.0, 0.0, 0.0, 90.0]),
        lat=np.array([10.0, -10.0, 90.0, -90.0, 0.0]),
        names=["East", "West", "North", "South", "Middle"],
    )
    faults = opened(page, columns, tmp_path)
    box = page.locator(".dl-map").bounding_box()
    assert box is not None
    for mark in marks(page):
        assert -8 <= mark["x"] - box["x"] <= box["width"] + 8, mark
    assert len(marks(page)) == 5
    assert faults == []


def test_it_is_drawn_sharp_and_in_the_colours_of_the_scheme(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(
        viewport={"width": 900, "height": 600}, device_scale_factor=2, reduced_motion="reduce"
    )
    page = context.new_page()
    opened(page, crowd(400), tmp_path)
    width = page.evaluate(
        "(() => { const c = document.querySelector('canvas.dl-points');"
        " return c.width / parseFloat(c.style.width); })()"
    )
    assert width == pytest.approx(2, abs=0.01)
    colour = """() => {
        const { layer } = window.datelineView.points();
        const c = document.querySelector("canvas.dl-points");
        const mark = layer.drawn[0];
        const at = mark && [(mark.x - layer.bounds.min.x) * 2, (mark.y - layer.bounds.min.y) * 2];
        return Array.from(c.getContext("2d").getImageData(at[0], at[1], 1, 1).data);
    }"""
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    until(page, f"({colour})()[1] > {light[1]} + 25")
    assert light[3] > 150
    context.close()
