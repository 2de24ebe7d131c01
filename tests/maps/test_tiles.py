from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ExportError
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from geo.maps.page.tiles import tiles_of
from tests.maps import stories

GOOD = "https://tiles.example.org/street/{z}/{x}/{y}@2x.png?key=a1"


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("osm", "tile.openstreetmap.org"),
        ("carto", "basemaps.cartocdn.com"),
        (GOOD, "tiles.example.org"),
        ("https://a.b.example.org:8443/{z}/{y}/{x}", "a.b.example.org:8443"),
    ],
)
def test_known_names_and_templates_are_read(name: str, host: str) -> None:
    found = tiles_of(name)
    assert found.host == host
    assert found.template.startswith(f"https://{host}/")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "google",
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "https://tiles.example.org/{z}/{z}/{x}/{y}.png",
        "https://{s}.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{s}/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}/{y}.png}",
        "https://user@tiles.example.org/{z}/{x}/{y}.png",
        "https://*.example.org/{z}/{x}/{y}.png",
        "https://localhost/{z}/{x}/{y}.png",
        "https://tiles.example.org;script-src */{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}/{y}.png; script-src 'unsafe-inline'",
        'https://tiles.example.org/{z}/{x}/{y}.png"><script>alert(1)</script>',
        "https://tiles.example.org/{z}/{x}/{y}.png\n",
        "javascript:alert(1)//{z}/{x}/{y}",
        "data:image/png,{z}{x}{y}",
        f"https://tiles.example.org/{'a' * 600}/{{z}}/{{x}}/{{y}}.png",
    ],
)
def test_anything_else_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(ExportError, match="names no map tiles"):
        tiles_of(name)


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_gets_into_the_policy(before: str, after: str) -> None:
    try:
        found = tiles_of(f"https://{before}/{{z}}/{{x}}/{{y}}{after}")
    except ExportError:
        return
    assert re.fullmatch(r"[a-z0-9.-]+(:\d+)?", found.host)
    assert not set(found.template) & set("'\"<>;, \t\r\n\\")


def test_the_policy_allows_that_host_for_pictures_alone_and_the_credits_name_it() -> None:
    spec = make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )
    plain, page = render_page(spec), render_page(spec, tiles=tiles_of(GOOD))
    assert "tiles.example.org" not in plain
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].count("tiles.example.org") == 1
    assert "img-src data: https://tiles.example.org;" in policy[1]
    assert policy[1].startswith("default-src 'none';")
    assert "tiles of tiles.example.org, fetched from tiles.example.org when" in page
