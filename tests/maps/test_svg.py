"""The drawing of one story: whole, safe, the same every time, in every theme and width."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.spec.model import MapSpec, PlaceKind
from geo.maps.svg.map import draw_svg
from tests.maps import stories

EVIL = "</text></svg><script>alert(1)</script>\"'&\x00\x1b\ud800 onload=x"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def spec() -> MapSpec:
    return make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )


def texts(drawn: str) -> list[str]:
    return ["".join(node.itertext()) for node in ET.fromstring(drawn).iter(f"{SVG}text")]  # noqa: S314 - our own


def test_the_story_is_on_the_map(spec: MapSpec) -> None:
    shown = texts(draw_svg(spec))
    assert {"Pyongyang", "Vladivostok", "NORTH KOREA", "Sea of Japan", "(East Sea)"} <= set(shown)
    assert {"1", "2"} <= set(shown)
    assert any("rail" in text for text in shown)
    assert any(text.endswith(" km") for text in shown)
    assert any(text.endswith(" mi") for text in shown)


def test_it_is_an_image_with_a_name_and_a_description(spec: MapSpec) -> None:
    root = ET.fromstring(draw_svg(spec, ident="m 1"))  # noqa: S314 - our own
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "m-1-title m-1-desc"
    assert root.find(f"{SVG}title[@id='m-1-title']") is not None
    assert "Pyongyang" in (root.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("theme", ["light", "dark", "print", "page"])
def test_it_needs_nothing_from_outside(spec: MapSpec, theme: str) -> None:
    drawn = draw_svg(spec, theme=theme)  # type: ignore[arg-type]
    references = re.findall(r'href="([^"]*)"', drawn)
    assert all(reference.startswith("#map-") for reference in references)
    assert "<style" not in drawn
    assert " style=" not in drawn
    assert re.findall(r"https?://[^\"]*", drawn) == ["http://www.w3.org/2000/svg"]


def test_two_drawings_of_one_story_are_the_same(spec: MapSpec) -> None:
    again = MapSpec.from_json(spec.to_json())
    assert draw_svg(spec) == draw_svg(again)


def test_print_has_black_white_and_one_grey(spec: MapSpec) -> None:
    colours = set(re.findall(r"#[0-9a-f]{6}", draw_svg(spec, theme="print")))
    assert colours == {"#000000", "#ffffff", "#dedede"}


def test_the_page_theme_falls_back_on_the_light_one(spec: MapSpec) -> None:
    page = draw_svg(spec, theme="page")
    assert re.sub(r"var\(--[a-z0-9-]+,(#[0-9a-f]{6})\)", r"\1", page) == draw_svg(spec)


def test_text_from_outside_is_never_markup(spec: MapSpec) -> None:
    ground = replace(
        spec.basemap,
        lands=tuple(replace(land, name=EVIL, code=EVIL) for land in spec.basemap.lands),
        waters=tuple(replace(w, name=EVIL, other_name=EVIL) for w in spec.basemap.waters),
        cities=tuple(replace(city, name=EVIL) for city in spec.basemap.cities),
    )
    evil = replace(
        spec,
        title=EVIL,
        language=EVIL,
        basemap=ground,
        places=tuple(replace(place, name=EVIL, second=EVIL) for place in spec.places),
        routes=tuple(replace(route, label=EVIL, title=EVIL) for route in spec.routes),
        measures=tuple(replace(item, label=EVIL) for item in spec.measures),
    )
    drawn = draw_svg(evil, ident=EVIL)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    names = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert "script" not in names
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]
    assert "<script" not in drawn
    drawn.encode("utf-8")


def test_a_phone_gets_fewer_names_of_the_same_size(spec: MapSpec) -> None:
    wide, narrow = draw_svg(spec, width_px=820), draw_svg(spec, width_px=360)
    assert len(texts(narrow)) <= len(texts(wide))
    assert {"Pyongyang", "Vladivostok"} <= set(texts(narrow))
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', narrow)]
    assert min(sizes) >= 11


def test_the_height_can_be_given(spec: MapSpec) -> None:
    assert 'viewBox="0 0 600 315"' in draw_svg(spec, width_px=600, height_px=315)


def test_what_only_stands_for_somebody_is_not_shown(spec: MapSpec) -> None:
    hidden = [place.name for place in spec.places if place.kind is PlaceKind.ASSOCIATIVE]
    assert hidden
    assert not set(hidden) & set(texts(draw_svg(spec)))


def test_a_story_without_places_is_a_map_all_the_same(spec: MapSpec) -> None:
    bare = replace(spec, places=(), routes=(), measures=())
    assert "The map shows North Korea." in draw_svg(bare)
    nowhere = replace(bare, basemap=replace(spec.basemap, lands=()))
    assert "A map without places." in draw_svg(nowhere)
