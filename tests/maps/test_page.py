from __future__ import annotations

import base64
import dataclasses
import hashlib
import html
import json
import lzma
import re
from datetime import date
from pathlib import Path

import folium
import pytest

from geo.errors import ArticleError, DataMissing
from geo.maps import scripts
from geo.maps.embed import data_uri, embed_snippet
from geo.maps.model import MapSpec
from geo.maps.page import read_island, render_page, to_folium
from geo.maps.spec import make_spec
from tests.maps import stories

EVIL = "</script><script>alert(1)</script>{{ 7*7 }}{% endraw %}&\u2028\u2029"
CSS = (Path(scripts.__file__).parent / "assets" / "dateline.css").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def spec() -> MapSpec:
    return make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )


def test_the_page_asks_for_nothing_and_is_small(spec: MapSpec) -> None:
    page = render_page(spec)
    assert len(page.encode()) < 330_000
    assert not re.search(r"<(?:link|img|iframe|script[^>]*\ssrc)", page)
    assert "cdn" not in page.casefold()
    assert page.count("<script") == 2


def test_the_policy_names_the_very_script_and_style(spec: MapSpec) -> None:
    page = render_page(spec)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none';")
    for tag in ("script", "style"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert body is not None
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_text_cannot_leave_its_island(spec: MapSpec) -> None:
    plain = json.loads(spec.to_json())
    evil = MapSpec.from_json(json.dumps({**plain, "title": EVIL}))
    page = render_page(evil)
    assert page.count("<script") == 2
    assert "{{ 7*7 }}" in page
    island = re.search(r'id="dateline-spec">(.*?)</script>', page, re.DOTALL)
    assert island is not None
    assert not set("<>&\u2028\u2029") & set(island[1])
    assert json.loads(island[1])["title"] == EVIL


def test_the_story_stands_in_the_page_without_a_script(spec: MapSpec) -> None:
    page = render_page(spec)
    still = page[page.index('<main id="dateline-page"') : page.index("</main>")]
    assert f'<h1 class="dl-title">{stories.TITLE}</h1>' in still
    assert still.count("<svg") == 1
    assert "“just 80 miles from the Russia–North Korea border”" in still
    assert "<b>Vladivostok</b>, expected Tuesday or Wednesday" in still
    assert f"<title>{stories.TITLE}</title>" in page
    odd = dataclasses.replace(spec, title=EVIL, language='en" onload="x', cards=())
    poor = render_page(odd)
    assert 'onload="x"' not in poor.partition('<script type="app')[0]
    assert "states no distance" in poor
    assert f'<h1 class="dl-title">{html.escape(EVIL)}</h1>' in poor


@pytest.mark.parametrize("more", ["", "word " * 20_000])
def test_the_analysis_goes_with_the_page_and_comes_back(spec: MapSpec, more: str) -> None:
    story = stories.train()
    longer = dataclasses.replace(story.article, text=f"{story.article.text}{EVIL}{more}")
    raw = dataclasses.replace(story, article=longer).to_json()
    page = render_page(spec, raw)
    assert page.count("<script") == 3
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


def test_a_snippet_shows_the_page_in_a_frame_without_rights() -> None:
    snippet = embed_snippet("a map.html", 'A "title" <b>')
    assert 'sandbox="allow-scripts"' in snippet
    assert 'title="Map: A &quot;title&quot; &lt;b&gt;"' in snippet
    assert data_uri("<p>é").startswith("data:text/html;charset=utf-8;base64,PHA+")


def test_the_page_says_when_and_by_what_it_was_made() -> None:
    page = render_page(make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities()))
    assert re.search(r"Made with Dateline \d.*?, at \d{4}-\d\d-\d\dT\d\d:\d\dZ,", page)


def test_the_same_spec_gives_the_same_page(spec: MapSpec) -> None:
    assert render_page(spec) == render_page(spec)


def test_a_notebook_gets_a_folium_map_with_the_same_page_in_a_frame(spec: MapSpec) -> None:
    shown = to_folium(spec)
    assert isinstance(shown, folium.Map)
    frame = shown._repr_html_()
    assert html.escape("Content-Security-Policy") in frame
    assert 'id="dateline-spec"' in html.unescape(frame)


def test_scripts_and_styles_for_a_component_hold_leaflet_and_no_picture() -> None:
    script, style = scripts.component_assets()
    assert "window.Dateline = " in script
    assert "Leaflet 1." in script
    assert "url(" not in style


def test_a_missing_leaflet_is_said_in_a_sentence() -> None:
    with pytest.raises(DataMissing, match=r"xstatic-leaflet; install"):
        scripts.leaflet_file("nothing.js")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes() -> list[dict[str, str]]:
    """Read the colours of the light and the dark theme."""
    blocks = re.findall(r"\.dateline[^{]*\{([^}]*--paper[^}]*)\}", CSS)
    found = [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    return [theme for theme in found if theme.get("paper") in {"#ffffff", "#14171a"}]


def test_text_has_a_contrast_of_at_least_four_and_a_half() -> None:
    assert len(themes()) == 3  # light, dark as chosen, dark as the reader's system says
    for theme in themes():
        for name in ("ink", "quiet", "holds", "only-if", "fails", "unknown", "none"):
            assert contrast(theme[name], theme["paper"]) >= 4.5, name
        for name in ("measure", "route-1", "route-2", "route-3", "route-4"):
            assert contrast(theme[name], theme["paper"]) >= 4.5, name
            assert contrast(theme[name], theme["on-tone"]) >= 4.5, name
            for ground in ("water", "land", "land-story"):
                assert contrast(theme[name], theme[ground]) >= 4.4, (name, ground)


def test_the_two_dark_themes_are_one() -> None:
    _, chosen, system = themes()
    assert chosen == system
