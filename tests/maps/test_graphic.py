"""Stills of every size: all on the page, nothing over anything else, nothing from outside."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.graphic.detail import with_detail
from geo.maps.graphic.draw import SIZES, THEMES, draw_graphic
from geo.maps.graphic.sheets import lay_out_sheet
from geo.maps.spec.model import Bounds, MapSpec, PlaceKind, VerdictSign
from tests.maps import stories, world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.maps.graphic.draw import GraphicTheme, Size
    from geo.maps.graphic.parts import GraphicSheet

SVG = "{http://www.w3.org/2000/svg}"
TITLES = {
    "short": "Train",
    "long": "The armoured train that nobody saw leave, and the many who saw it come back " * 3,
    "endless": "Word " * 2_000,
    "one word": "Llanfairpwllgwyngyll" * 12,
    "Arabic": "القطار المدرع يغادر بيونغ يانغ متجها إلى فلاديفوستوك لعقد قمة مع الرئيس الروسي " * 2,
    "Hebrew": "הרכבת המשוריינת יצאה מפיונגיאנג בדרכה לוולדיווסטוק " * 2,
    "Korean": "장갑열차가 평양을 떠나 블라디보스토크로 향하고 있다고 관계자들이 전했다 " * 2,
    "Chinese": "装甲列车离开平壤前往符拉迪沃斯托克参加首脑会议" * 4,
    "hostile": "</text></svg><script>alert(1)</script>\"'&\x00\x1b\ud800\u202e" * 3,
    "none": "",
}


@pytest.fixture(scope="module")
def spec() -> MapSpec:
    return make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )


def many_cards(spec: MapSpec, count: int) -> MapSpec:
    """Repeat the claims, with every verdict."""
    signs = list(VerdictSign)
    cards = tuple(
        replace(
            spec.claim_cards[number % len(spec.claim_cards)],
            number=number + 1,
            sign=signs[number % 4],
            word=signs[number % 4].value,
        )
        for number in range(count)
    )
    return replace(spec, claim_cards=cards)


def boxes(sheet: GraphicSheet) -> Iterator[tuple[str, float, float, float, float]]:
    """What stands on a sheet: name, left, upper, right and lower edge."""
    yield (
        "map",
        sheet.map_x,
        sheet.map_y,
        sheet.map_x + sheet.map_width,
        sheet.map_y + sheet.map_height,
    )
    for spot in sheet.texts:
        low, text = spot.top, spot.text
        yield (text.text[:20], spot.x, low, spot.x + text.width, low + text.height)
    for column in sheet.columns:
        low = column.top
        for block in column.blocks:
            yield (block.card.id, column.x, low, column.x + column.width, low + block.height)
            low += block.height + 30


def check(sheet: GraphicSheet, size: Size, widest: float = 16 / 9) -> None:
    # The ground of a story is known for no other shapes.
    assert 0.79 < sheet.map_width / sheet.map_height < widest + 0.01
    found = list(boxes(sheet))
    for name, left, top, right, bottom in found:
        spare = 1.5 if name == "map" and size == "social" else 0.01  # it runs off the card
        assert left >= 0, name
        assert top >= 0, name
        assert right <= sheet.width + spare, name
        assert bottom <= sheet.height + spare, name
    for one, other in combinations(found, 2):
        apart = one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
        assert apart, (one, other)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_nothing_lies_over_anything_else(spec: MapSpec, size: Size, title: str) -> None:
    sheet = lay_out_sheet(replace(spec, title=title), size)
    check(sheet, size)
    assert min(sheet.map_width, sheet.map_height) >= 180


@pytest.mark.parametrize("size", ["web", "column", "phone", "print"])
@pytest.mark.parametrize("count", [0, 1, 2, 4, 7, 13, 60])
def test_claims_have_their_room_or_are_counted(spec: MapSpec, size: Size, count: int) -> None:
    sheet = lay_out_sheet(many_cards(spec, count), size)
    check(sheet, size)
    shown = [block.card.number for column in sheet.columns for block in column.blocks]
    assert shown == list(range(1, len(shown) + 1))
    assert len(shown) + sheet.left_out == count
    assert bool(sheet.left_out) is any(" more figure" in spot.text.text for spot in sheet.texts)
    if count <= 2:
        assert not sheet.left_out


@pytest.mark.parametrize("size", SIZES)
def test_the_smallest_text_can_be_read(spec: MapSpec, size: Size) -> None:
    poster = draw_graphic(spec, size=size)
    root = ET.fromstring(poster.svg)  # noqa: S314 - our own
    zoom = poster.width_px / float((root.get("viewBox") or "").split()[2])
    smallest = zoom * min(float(node.get("font-size", 99)) for node in root.iter(f"{SVG}text"))
    # Pixels of the web, points of A4, pixels of a card in a feed.
    least = {"web": 14, "column": 14, "phone": 33, "print": 10 / 0.75, "social": 20}[size]
    assert smallest >= least - 0.01


def test_sizes_are_those_that_were_promised(spec: MapSpec) -> None:
    assert draw_graphic(spec).width_px == 1200
    card = draw_graphic(spec, size="social")
    assert (round(card.width_px), round(card.height_px)) == (1200, 630)
    page = draw_graphic(spec, size="print")
    lengths = sorted((page.width_px, page.height_px))
    assert lengths == pytest.approx([210 / 25.4 * 96, 297 / 25.4 * 96], abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_it_needs_nothing_and_runs_nothing(spec: MapSpec, theme: GraphicTheme) -> None:
    title = TITLES["hostile"]
    evil = replace(spec, title=title, credits=title, language='"><script>')
    drawn = draw_graphic(evil, theme=theme).svg
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    names = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert not names & {"script", "style", "image", "foreignObject", "a"}
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]
    assert not re.findall(r'href="(?!#)', drawn)
    assert re.findall(r"https?://[^\"]*", drawn) == ["http://www.w3.org/2000/svg"] * 2


def test_print_has_black_white_and_one_grey(spec: MapSpec) -> None:
    drawn = draw_graphic(many_cards(spec, 4), theme="print").svg
    assert set(re.findall(r"#[0-9a-f]{6}", drawn)) == {"#000000", "#ffffff", "#dedede"}


def test_all_that_is_on_it_can_be_read(spec: MapSpec) -> None:
    poster = draw_graphic(spec)
    root = ET.fromstring(poster.svg)  # noqa: S314 - our own
    told = " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    for card in spec.claim_cards:
        assert card.word in told
        assert "".join(card.quote.split()) in "".join(told.split())
    assert "GeoNames (CC BY 4.0)" in told
    assert root.findtext(f"{SVG}title") == spec.title
    assert "holds only in one reading" in (root.findtext(f"{SVG}desc") or "")


def test_letters_without_a_font_are_owned_up_to(spec: MapSpec) -> None:
    assert "□" in draw_graphic(spec, missing=lambda _: "ఆ").svg
    assert "□" not in draw_graphic(spec, missing=lambda _: "").svg


@pytest.mark.parametrize("number", [0, 9, 39])
def test_stories_from_all_over_the_world(number: int) -> None:
    spec = world.drawn_by_lot(number)
    for size in SIZES:
        check(lay_out_sheet(spec, size), size, 2.3)


@pytest.fixture(scope="module")
def detail(spec: MapSpec) -> MapSpec:
    """Draw the same story round its first place."""
    first = min(spec.places, key=lambda place: place.rank)
    frame = Bounds(
        west=first.lon - 0.4, south=first.lat - 0.3, east=first.lon + 0.4, north=first.lat + 0.3
    )
    return make_spec(
        stories.train(),
        stories.PlainBasemap(),
        stories.FewCities(),
        checked=date(2026, 11, 24),
        frame=frame,
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [0, 2, 7])
def test_a_detail_has_its_room(spec: MapSpec, detail: MapSpec, size: Size, count: int) -> None:
    told = many_cards(spec, count)
    sheet = with_detail(lay_out_sheet(told, size), told, detail, size)
    check(sheet, size)
    assert (sheet.detail is None) is (size == "social")
    if sheet.detail is not None:
        box = sheet.detail
        assert 0.79 < box.width / box.height < 16 / 9 + 0.6
        second = replace(
            sheet, map_x=box.x, map_y=box.y, map_width=box.width, map_height=box.height
        )
        check(second, size, 2.3)
        first = sheet.map
        assert box.y >= first.y + first.height or box.x >= first.x + first.width


@pytest.mark.parametrize("theme", THEMES)
def test_both_maps_stand_in_one_picture(
    spec: MapSpec, detail: MapSpec, theme: GraphicTheme
) -> None:
    both = draw_graphic(spec, theme=theme, detail=detail)
    root = ET.fromstring(both.svg)  # noqa: S314 - our own
    idents = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(idents) == len(set(idents))
    assert set(re.findall(r"url\(#([^)]+)\)", both.svg)) <= set(idents)
    told = " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    assert "THE BOX IN DETAIL" in told
    assert both.alt == draw_graphic(spec, theme=theme).alt
    # Every place has its name on one of them, or is said to have none.
    missing = {*both.unnamed, *both.numbered, *both.outside}
    named = [place.name for place in spec.places if place.kind is PlaceKind.STORY]
    assert all(name.split()[0] in told or name in missing for name in named)


def test_a_box_of_the_picture_is_a_box_of_the_earth(spec: MapSpec) -> None:
    graphic = draw_graphic(spec)
    left, top, wide, tall = graphic.map
    whole = graphic.bounds_of(0.0, 0.0, 1.0, 1.0)
    assert whole is not None
    assert whole.west < spec.frame.west < spec.frame.east < whole.east
    assert whole.south < spec.frame.south < spec.frame.north < whole.north
    upper = graphic.bounds_of(left, top, left + wide, top + tall / 2)
    assert upper is not None
    assert upper.north == pytest.approx(whole.north, abs=0.01)
    assert upper.south > whole.south + 1
    # A click, and a box on the words beside the map.
    assert graphic.bounds_of(left, top, left, top) is None
    assert graphic.bounds_of(left + wide, top, 1.0, top + tall) is None
