"""Saved maps and analyses come back; whatever else is given is refused in one sentence."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ArticleError
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from geo.maps.page.reader import MOST_BYTES, read_saved
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Callable

RAW = stories.train().to_json()


@pytest.fixture(scope="module")
def page() -> str:
    spec = make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities())
    return render_page(spec, RAW)


def refused(raw: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read_saved(raw, name="map.html")
    told = str(caught.value)
    assert told.startswith("'map.html' ")
    assert "\n" not in told
    return told


def test_an_analysis_comes_back() -> None:
    assert read_saved(RAW.encode(), name="a.json") == stories.train()
    assert read_saved(f"\ufeff \n{RAW}".encode(), name="a.json") == stories.train()
    indented = stories.train().to_json(indent=2)
    assert read_saved(indented.encode(), name="a.json") == stories.train()


def test_a_page_comes_back(page: str) -> None:
    assert read_saved(page.encode(), name="map.html") == stories.train()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "not a map saved"),
        (b"\xff\xfe\x00", "not a file that Dateline saved"),
        (b"\x89PNG\r\n", "not a file that Dateline saved"),
        (b"{}", "not an analysis"),
        (b"[1, 2]", "not a map saved"),
        (b'{"type": "FeatureCollection", "features": []}', "not an analysis"),
        (b"<html><body>Somebody else's map</body></html>", "holds no analysis"),
        (b'{"a":' * 100_000, "too deeply"),
        (RAW[:-40].encode(), "not an analysis"),
        (b" " * (MOST_BYTES + 1), "more than 40 MB"),
    ],
)
def test_what_is_no_saved_map_is_refused(raw: bytes, words: str) -> None:
    assert words in refused(raw)


def test_half_a_page_is_refused(page: str) -> None:
    start = page.index('id="dateline-analysis">')
    for end in (2_000, start + 500, len(page) - 3_000):
        refused(page[:end].encode())


@pytest.mark.parametrize(("version", "advice"), [(99, "Update Dateline"), (0, "again")])
def test_another_version_says_so_whatever_else_it_holds(version: int, advice: str) -> None:
    told = refused(json.dumps({"schema_version": version, "news": "from the future"}).encode())
    assert f"schema version {version}" in told
    assert advice in told


def moved(whole: dict[str, Any]) -> None:
    whole["toponyms"][0]["span"]["start"] += 1


def nowhere(whole: dict[str, Any]) -> None:
    whole["geocodes"][0]["place"]["lon"] = 1e9


def off_the_map(whole: dict[str, Any]) -> None:
    whole["routes"][0]["geometry"]["coordinates"][0] = [12_000.0, 5.0]


def without_names(whole: dict[str, Any]) -> None:
    whole["toponyms"] = []


def without_claims(whole: dict[str, Any]) -> None:
    whole["claims"] = []


def of_nobody(whole: dict[str, Any]) -> None:
    whole["routes"][0]["leg_id"] = "<script>" * 20


@pytest.mark.parametrize(
    "change", [moved, nowhere, off_the_map, without_names, without_claims, of_nobody]
)
def test_what_does_not_fit_together_is_refused(change: Callable[[dict[str, Any]], None]) -> None:
    whole = json.loads(RAW)
    change(whole)
    assert "does not fit together" in refused(json.dumps(whole).encode())


@given(st.binary(max_size=400))
def test_no_bytes_do_harm(raw: bytes) -> None:
    with pytest.raises(ArticleError):
        read_saved(raw, name="x")


VALUES = st.none() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.just([])


@given(st.data())
def test_no_change_does_harm(data: st.DataObject) -> None:
    """Change one value somewhere: it is read as it is, or refused."""
    whole = json.loads(RAW)
    at: Any = whole
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys))
        inside = at[key]
        if not isinstance(inside, dict | list) or not inside or data.draw(st.booleans()):
            at[key] = data.draw(VALUES)
            break
        at = inside
    try:
        back = read_saved(json.dumps(whole).encode(), name="x")
    except ArticleError:
        return
    spec = make_spec(back, stories.PlainBasemap(), stories.FewCities())
    assert all(math.isfinite(place.lon) for place in spec.places)
