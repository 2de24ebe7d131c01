from __future__ import annotations

import base64
import dataclasses
import hashlib
import html
import json
import lzma
import re
import zlib
from datetime import date
from typing import TYPE_CHECKING

import folium
import pytest
import shapely

from geo.contracts import Analysis
from geo.errors import ArticleError, DataMissing
from geo.maps.build.article_map import make_spec
from geo.maps.page import bundle
from geo.maps.page.embed import (
    data_uri,
    embed_snippet,
    oembed,
    oembed_address,
    published_at,
)
from geo.maps.page.html import read_island, render_page
from geo.maps.page.notebook import to_folium
from geo.maps.spec.model import MapSpec
from tests.maps import stories

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

EVIL = "</script><script>alert(1)</script>{{ 7*7 }}{% endraw %}&\u2028\u2029"
PACKED = re.compile(r'<script type="text/plain" id="dateline-script">([^<]*)</script>')


@pytest.fixture(scope="module")
def spec() -> MapSpec:
    return make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )


def test_the_page_asks_for_nothing_and_is_small(spec: MapSpec) -> None:
    page = render_page(spec)
    assert len(page.encode()) < 160_000
    assert not re.search(r"<(?:link|img|iframe|script[^>]*\ssrc)", page)
    assert "cdn" not in PACKED.sub("", page).casefold()
    assert page.count("<script") == 4


def test_the_policy_names_the_very_scripts_and_style(spec: MapSpec) -> None:
    page = render_page(spec)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    packed = PACKED.search(page)
    assert policy is not None
    assert packed is not None
    parts = dict(part.split(" ", 1) for part in policy[1].split("; "))
    assert parts["default-src"] == "'none'"
    unpacked = zlib.decompress(base64.b64decode(packed[1])).decode()
    for source, tag, texts in (
        ("script-src", "script", [unpacked]),
        ("style-src", "style", []),
    ):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert body is not None
        assert set(parts[source].split()) == {csp_hash(text) for text in (body[1], *texts)}


def csp_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_packed_script_is_leaflet_and_ours_with_the_licence_in_plain_sight(
    spec: MapSpec,
) -> None:
    packed = PACKED.search(render_page(spec))
    assert packed is not None
    assert zlib.decompress(base64.b64decode(packed[1])).decode() == bundle.page_script(many=False)
    assert bundle.page_script(many=False).startswith("/* @preserve\n * Leaflet 1.")
    notice = re.search(r"<!-- Packed below: (.*?) -->", render_page(spec))
    assert notice is not None
    assert "https://leafletjs.com (c) 2010" in notice[1]
    assert "BSD-2-Clause" in notice[1]


def test_text_cannot_leave_its_island(spec: MapSpec) -> None:
    plain = json.loads(spec.to_json())
    evil = MapSpec.from_json(json.dumps({**plain, "title": EVIL}))
    page = render_page(evil)
    assert page.count("<script") == 4
    assert "{{ 7*7 }}" in page
    island = re.search(r'id="dateline-spec">(.*?)</script>', page, re.DOTALL)
    assert island is not None
    assert not set("<>&\u2028\u2029") & set(island[1])
    assert json.loads(island[1])["title"] == EVIL


def test_the_story_stands_in_the_page_without_a_script(spec: MapSpec) -> None:
    page = render_page(spec)
    still = page[page.index('<main id="dateline-page"') : page.index("</main>")]
    assert f'<h1 class="dl-title">{stories.TITLE}</h1>' in still
    assert still.count("<svg") == 5  # three widths, what they share, and a piece of the way
    assert still.count('id="still-basemap"') == 1
    assert still.count('href="#still-basemap"') == 3
    assert "“just 80 miles from the Russia–North Korea border”" in still
    assert "<b>Vladivostok</b>, expected Tuesday or Wednesday" in still
    assert f"<title>{stories.TITLE}</title>" in page
    odd = dataclasses.replace(spec, title=EVIL, language='en" onload="x', claim_cards=())
    poor = render_page(odd)
    assert 'onload="x"' not in poor.partition('<script type="app')[0]
    assert "No distance, duration or speed of the article could be checked" in poor
    assert f'<h1 class="dl-title">{html.escape(EVIL)}</h1>' in poor


@pytest.mark.parametrize("more", ["", "word " * 20_000])
def test_the_analysis_goes_with_the_page_and_comes_back(spec: MapSpec, more: str) -> None:
    story = stories.train()
    longer = dataclasses.replace(story.article, text=f"{story.article.text}{EVIL}{more}")
    raw = dataclasses.replace(story, article=longer).to_json()
    page = render_page(spec, raw)
    assert page.count("<script") == 5
    back = read_island(page)
    assert back is not None
    assert json.loads(back) == json.loads(raw)
    assert len(page) < len(render_page(spec)) + 45_000
    assert read_island(render_page(spec)) is None


@pytest.mark.parametrize(
    "inside",
    [
        "{",
        '{"coding": "xz+base64"}',
        '{"coding": "xz+base64", "analysis": "/Td6WFoAAAAAA"}',
        "[" * 9_999,
    ],
)
def test_a_damaged_analysis_is_said_in_a_sentence(inside: str) -> None:
    page = f'<script type="application/json" id="dateline-analysis">{inside}</script>'
    with pytest.raises(ArticleError, match="damaged"):
        read_island(page)


def test_an_analysis_that_does_not_end_is_damaged() -> None:
    packed = base64.b64encode(lzma.compress(b"{}" * 999)[:-20]).decode()
    held = json.dumps({"coding": "xz+base64", "analysis": packed})
    with pytest.raises(ArticleError, match="does not end"):
        read_island(f'<script type="application/json" id="dateline-analysis">{held}</script>')


class Drawn:
    """Countries' outlines as one copy of the data has them."""

    source = "test"

    def __init__(self, **outlines: BaseGeometry) -> None:
        self.outlines = outlines

    def country(self, country_code: str) -> BaseGeometry | None:
        return self.outlines.get(country_code)


@pytest.fixture(scope="module")
def with_russia() -> tuple[str, Drawn]:
    """Make an analysis in which Russia has its outline, and the data that it came from."""
    story = stories.train()
    wavy = shapely.Point(100.123456, 60).buffer(20, quad_segs=2_000)
    russia = dataclasses.replace(
        stories.VLADIVOSTOK, feature_id="2017370", name="Russia", feature_code="PCLI", extent=wavy
    )
    geocodes = (dataclasses.replace(story.geocodes[0], place=russia), *story.geocodes[1:])
    return dataclasses.replace(story, geocodes=geocodes).to_json(), Drawn(RU=wavy)


def test_outlines_of_countries_stay_behind_and_come_back(
    spec: MapSpec, with_russia: tuple[str, Drawn]
) -> None:
    raw, drawn = with_russia
    page = render_page(spec, raw, boundaries=drawn)  # type: ignore[arg-type]
    assert len(raw) > 150_000
    assert len(page) < len(render_page(spec)) + 20_000
    assert read_island(page, drawn) == raw  # type: ignore[arg-type]
    assert Analysis.from_json(raw) == Analysis.from_json(read_island(page, drawn) or "")  # type: ignore[arg-type]


@pytest.mark.parametrize("there", [None, Drawn(), Drawn(RU=shapely.Point(100, 60).buffer(20))])
def test_an_outline_that_is_another_one_now_is_left_out_and_said(
    spec: MapSpec, with_russia: tuple[str, Drawn], there: Drawn | None
) -> None:
    raw, drawn = with_russia
    page = render_page(spec, raw, boundaries=drawn)  # type: ignore[arg-type]
    back = Analysis.from_json(read_island(page, there) or "")  # type: ignore[arg-type]
    place = back.geocodes[0].place
    assert place is not None
    assert place.extent is None
    assert "outline of Russia" in back.problems[-1].message
    assert back.problems[:-1] == Analysis.from_json(raw).problems


def test_an_outline_that_only_the_analysis_has_travels_with_it(
    spec: MapSpec, with_russia: tuple[str, Drawn]
) -> None:
    raw, _ = with_russia
    other = Drawn(RU=shapely.Point(100, 60).buffer(20))
    page = render_page(spec, raw, boundaries=other)  # type: ignore[arg-type]
    assert read_island(page) == raw


@pytest.mark.parametrize(
    "extents", [3, {"x": {"type": "Country"}}, {"x": {"type": "Country", "code": 1}}]
)
def test_an_island_that_somebody_else_made_is_read_as_it_is(extents: object) -> None:
    inside = json.dumps({"extents": extents})
    page = f'<script type="application/json" id="dateline-analysis">{inside}</script>'
    assert read_island(page) == inside


def test_a_snippet_shows_the_page_in_a_frame_without_rights() -> None:
    snippet = embed_snippet("a map.html", 'A "title" <b>')
    assert 'sandbox="allow-scripts"' in snippet
    assert 'title="Map: A &quot;title&quot; &lt;b&gt;"' in snippet
    assert 'width="100%" height="720"' in snippet
    assert data_uri("<p>é").startswith("data:text/html;charset=utf-8;base64,PHA+")


def test_a_page_names_the_answer_that_embeds_it(spec: MapSpec) -> None:
    at = published_at("https://paper.example/maps/", 'a "map".html')
    answer = json.loads(oembed(at, 'A "title" <b>'))
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["html"] == embed_snippet(at, 'A "title" <b>')
    assert {type(answer[name]) for name in ("width", "height")} == {int}
    page = render_page(spec, oembed=oembed_address(at))
    named = f'href="{html.escape(oembed_address(at))}"'
    assert f'<link rel="alternate" type="application/json+oembed" {named}>' in page
    assert "json+oembed" not in render_page(spec)


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("https://paper.example/maps/", "https://paper.example/maps/map.html"),
        (" http://paper.example/a.html ", "http://paper.example/a.html"),
        ("paper.example/maps/", ""),
        ("javascript:alert(1)", ""),
        ("https:///maps/", ""),
        ("https://[paper/", ""),
        ("https://paper.example/two words", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_is_one(address: str, whole: str) -> None:
    assert published_at(address, "map.html") == whole


def test_the_page_says_when_and_by_what_it_was_made() -> None:
    page = render_page(make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities()))
    assert re.search(r"Made with Dateline \d.*?, at \d{4}-\d\d-\d\dT\d\d:\d\dZ,", page)


def test_the_same_spec_gives_the_same_page(spec: MapSpec) -> None:
    assert render_page(spec) == render_page(spec)


def test_a_notebook_gets_a_folium_map_with_the_same_page_in_a_frame(spec: MapSpec) -> None:
    shown = to_folium(spec)
    assert isinstance(shown, folium.Map)
    assert shown.get_root().render() == render_page(spec)
    frame = shown._repr_html_()
    assert html.escape("Content-Security-Policy") in frame
    assert 'id="dateline-spec"' in html.unescape(frame)


def test_scripts_and_styles_for_a_component_hold_leaflet_and_no_picture() -> None:
    script, style = bundle.component_assets()
    assert "window.Dateline={mount:" in script
    assert "Leaflet 1." in script
    assert "url(" not in style


def test_of_leaflets_style_only_what_a_map_here_can_match() -> None:
    _, style = bundle.component_assets()
    leaflet = style.partition(".dateline {")[0]
    assert len(leaflet) < 4_000
    for kept in (".leaflet-pane,", ".leaflet-zoom-animated", "svg path.leaflet-interactive"):
        assert kept in leaflet
    for gone in ("popup", "tooltip", "control", "@media", "/*"):
        assert gone not in leaflet


def test_a_missing_leaflet_is_said_in_a_sentence() -> None:
    with pytest.raises(DataMissing, match=r"xstatic-leaflet; install"):
        bundle.leaflet_file("nothing.js")
