"""On stories from all over the world no name lies on anything, and nearly all are there."""

from __future__ import annotations

import itertools

import pytest
import shapely

from geo.maps.spec.model import PlaceKind
from tests.maps.drawn import LOTS, TOLD, WIDTHS, layout, spec

HAIR = 0.01
ALL = (*LOTS, *TOLD)
everywhere = pytest.mark.parametrize(("story", "width"), [*itertools.product(ALL, WIDTHS)])


def boxes(story: str, width: int) -> list[tuple[str, shapely.Geometry]]:
    return [
        (name.ident, shapely.box(*box).buffer(-HAIR))
        for name in layout(story, width).names
        for box in (*name.setting.boxes, *name.setting.disc_boxes)
    ]


def is_numbered(story: str, width: int, ident: str) -> bool:
    drawn = layout(story, width)
    return ident in drawn.unnamed or ident in {place.id for _, place in drawn.numbered}


@pytest.mark.parametrize("width", [390, 820])
def test_every_place_is_named_on_the_map_or_in_its_key(width: int) -> None:
    shown = 0
    for story in ALL:
        drawn = layout(story, width)
        on_map = {name.ident for name in drawn.names if not name.number}
        in_key = {place.id: number for number, place in drawn.numbered}
        discs = {disc for name in drawn.names if name.number for disc in name.setting.discs}
        assert discs == set(in_key.values()), story
        places = {symbol.place.id for symbol in drawn.symbols}
        assert places <= on_map | in_key.keys(), (story, places - on_map - in_key.keys())
        shown += len(places)
    assert shown > 500


@pytest.mark.parametrize("width", [390, 820])
def test_numbers_of_places_go_on_from_those_of_claims(width: int) -> None:
    for story in ALL:
        first = 1 + max((card.number for card in spec(story).claim_cards), default=0)
        numbers = sorted({number for number, _ in layout(story, width).numbered})
        assert numbers == list(range(first, first + len(numbers))), story


@everywhere
def test_no_name_covers_another(story: str, width: int) -> None:
    drawn = boxes(story, width)
    tree = shapely.STRtree([box for _, box in drawn])
    for index, other in tree.query([box for _, box in drawn], predicate="intersects").T:
        assert drawn[index][0] == drawn[other][0]


@everywhere
def test_no_name_covers_a_sign_a_way_or_a_corner(story: str, width: int) -> None:
    drawn = layout(story, width)
    # A number may stand on the symbol of its own place, in the stead of it.
    replaced = {name.ident for name in drawn.names if name.on_symbol}
    taken = [
        (sign.place.id if sign.place.id in replaced else "", shapely.box(*box))
        for sign in drawn.symbols
        for box in sign.boxes
    ]
    taken += [("", shapely.box(*box)) for box in drawn.furniture.boxes]
    dots = [(n.ident, shapely.Point(n.dot).buffer(2.2)) for n in drawn.names if n.dot]
    tree = shapely.STRtree([box for _, box in taken])
    for name, box in boxes(story, width):
        met = {taken[index][0] for index in tree.query(box, predicate="intersects")}
        assert name in replaced or met <= {name}, name
        assert not [dot for owner, dot in dots if owner != name and dot.intersects(box)], name


@everywhere
def test_no_name_covers_a_way_and_a_number_only_its_own(story: str, width: int) -> None:
    drawn = layout(story, width)
    ways = [
        (way.id, shapely.LineString(line))
        for way, lines in (*drawn.route_lines.routes, *drawn.route_lines.measures)
        for line in lines
    ]
    tree = shapely.STRtree([line for _, line in ways])
    for name in drawn.names:
        if name.number:  # the last that can be done for a place: it may stand on a line
            continue
        for box in name.setting.boxes:
            assert not len(tree.query(shapely.box(*box), predicate="intersects")), name.ident
        for box in name.setting.disc_boxes:
            met = tree.query(shapely.box(*box), predicate="intersects")
            assert {ways[index][0] for index in met} <= {name.upon}, name.ident


@everywhere
def test_no_dot_of_a_city_stands_on_a_way(story: str, width: int) -> None:
    drawn = layout(story, width)
    ways = shapely.union_all([shapely.LineString(line) for line in drawn.route_lines.lines])
    assert not [n.ident for n in drawn.names if n.dot and ways.dwithin(shapely.Point(n.dot), 3.0)]


@everywhere
def test_no_name_leaves_the_page(story: str, width: int) -> None:
    drawn = layout(story, width)
    page = shapely.box(0, 0, drawn.view.width, drawn.view.height)
    assert [name for name, box in boxes(story, width) if not page.contains(box)] == []


@pytest.mark.parametrize(("width", "share"), [(820, 0.95), (325, 0.7)])
def test_nine_places_in_ten_carry_their_names(width: int, share: float) -> None:
    shown = [(story, sign.place) for story in LOTS for sign in layout(story, width).symbols]
    named = [place for story, place in shown if not is_numbered(story, width, place.id)]
    assert len(shown) > 400
    assert len(named) >= share * len(shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_number_of_a_claim_is_on_the_map(width: int) -> None:
    for story in TOLD:
        drawn = layout(story, width)
        wanted = {d for route, lines in drawn.route_lines.routes if lines for d in route.discs}
        wanted |= {item.disc for item, lines in drawn.route_lines.measures if lines}
        assert wanted == {disc for name in drawn.names for disc in name.setting.discs}, story


@pytest.mark.parametrize("width", WIDTHS)
def test_the_story_is_in_view_wherever_it_is(width: int) -> None:
    for story in ALL:
        drawn = layout(story, width)
        page = shapely.box(0, 0, drawn.view.width, drawn.view.height)
        for line in map(shapely.LineString, drawn.route_lines.lines):
            assert line.intersection(page).length > 0.8 * line.length, story


def test_an_uncertain_place_has_a_ring_as_large_as_its_doubt() -> None:
    rings = [
        sign
        for story in LOTS
        for sign in layout(story, 820).symbols
        if sign.place.kind is PlaceKind.UNCERTAIN
    ]
    assert rings
    assert all(sign.radius >= 11 for sign in rings)
