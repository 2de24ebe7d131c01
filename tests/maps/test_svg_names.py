"""On forty stories from all over the world no name lies on anything, and nearly all are there."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

import pytest
import shapely

from geo.maps.model import PlaceKind
from geo.maps.svg_layout import lay_out
from tests.maps import world

if TYPE_CHECKING:
    from geo.maps.svg_layout import Layout

STORIES = range(40)
HAIR = 0.01


@cache
def layout(number: int) -> Layout:
    return lay_out(world.drawn_by_lot(number), width_px=820, height_px=None)


def boxes(number: int) -> list[tuple[str, shapely.Geometry]]:
    return [
        (name.ident, shapely.box(*box).buffer(-HAIR))
        for name in layout(number).names
        for box in name.setting.boxes
    ]


@pytest.mark.parametrize("number", STORIES)
def test_no_name_covers_another(number: int) -> None:
    for (one, box), (other, other_box) in itertools.combinations(boxes(number), 2):
        assert one == other or not box.intersects(other_box), (one, other)


@pytest.mark.parametrize("number", STORIES)
def test_no_name_covers_a_sign_a_way_or_a_corner(number: int) -> None:
    drawn = layout(number)
    taken = [shapely.box(*box) for sign in drawn.signs for box in sign.boxes]
    taken += [shapely.box(*box) for box in drawn.furniture.boxes]
    taken += [shapely.LineString(line) for line in drawn.ways.lines]
    dots = [(n.ident, shapely.Point(n.dot).buffer(2.2)) for n in drawn.names if n.dot]
    tree = shapely.STRtree(taken)
    for name, box in boxes(number):
        assert not len(tree.query(box, predicate="intersects")), name
        assert not [dot for owner, dot in dots if owner != name and dot.intersects(box)], name


@pytest.mark.parametrize("number", STORIES)
def test_no_name_leaves_the_page(number: int) -> None:
    drawn = layout(number)
    page = shapely.box(0, 0, drawn.view.width, drawn.view.height)
    assert [name for name, box in boxes(number) if not page.contains(box)] == []


def test_nine_places_in_ten_carry_their_names() -> None:
    shown = [(number, sign.place) for number in STORIES for sign in layout(number).signs]
    named = [place for number, place in shown if place.id not in layout(number).unnamed]
    assert len(shown) > 400
    assert len(named) >= 0.95 * len(shown)


def test_the_story_is_in_view_wherever_it_is() -> None:
    for number in STORIES:
        drawn = layout(number)
        for line in drawn.ways.lines:
            inside = shapely.LineString(line).intersection(
                shapely.box(0, 0, drawn.view.width, drawn.view.height)
            )
            assert inside.length > 0.8 * shapely.LineString(line).length, number


def test_an_uncertain_place_has_a_ring_as_large_as_its_doubt() -> None:
    rings = [
        (sign, layout(number).view)
        for number in STORIES
        for sign in layout(number).signs
        if sign.place.kind is PlaceKind.UNCERTAIN
    ]
    assert rings
    assert all(sign.radius >= 11 for sign, _ in rings)
