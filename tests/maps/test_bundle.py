"""The bundles that Python reads are of the sources beside them; to see that needs no node."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from geo.maps.page import bundle
from tools.make_spec_types import TYPES, spec_types

ASSETS = Path("geo/maps/page/assets")
DIST = ASSETS / "dist"
STALE = "the scripts have changed since they were bundled: make web"


def sums() -> dict[str, str]:
    lines = (DIST / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def sources() -> set[str]:
    found = (
        path.relative_to(ASSETS).as_posix()
        for folder in ("core", "desk", "layout", "map", "points", "styles", "tools")
        for path in (ASSETS / folder).rglob("*")
        if path.suffix in {".js", ".css"}
    )
    beside = {path.name for path in ASSETS.glob("*.css")} | {"build.js", "package-lock.json"}
    beside.add("../../spec/cartography.json")
    return set(found) | beside


def test_the_bundles_are_of_these_sources() -> None:
    for name, digest in sums().items():
        assert hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() == digest, (
            f"{name}: {STALE}"
        )


def test_no_source_and_no_bundle_is_left_out() -> None:
    bundles = {f"dist/{path.name}" for path in DIST.iterdir()} - {"dist/SHA256SUMS"}
    assert set(sums()) == sources() | bundles, STALE


def test_the_types_of_the_spec_are_those_of_python() -> None:
    assert TYPES.read_text(encoding="utf-8") == spec_types(), "python -m tools.make_spec_types"


def test_an_articles_page_does_not_carry_what_only_points_need() -> None:
    article, points = bundle.page_script(many=False), bundle.page_script(many=True)
    assert "Search all names" in points
    assert "getClusterExpansionZoom" in points
    for words in ("Search all names", "getClusterExpansionZoom", "dl-points-tip"):
        assert words not in article


def test_a_page_names_the_licences_of_what_it_carries() -> None:
    assert "supercluster" not in bundle.notice(many=False)
    both = bundle.notice(many=True)
    assert "Leaflet 1." in both
    assert re.search(r"supercluster \d.*Copyright \(c\) \d+, Mapbox", both)
    assert re.search(r"kdbush \d.*Copyright \(c\) \d+, Vladimir Agafonkin", both)
    assert "this permission notice appear in all copies" in both


@pytest.mark.parametrize("name", ["article.js", "points.js", "component.js", "loader.js"])
def test_no_bundle_reads_text_as_markup_or_asks_a_network(name: str) -> None:
    script = (DIST / name).read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert word not in script
    for word in ("fetch(", "XMLHttpRequest", "https://", "sendBeacon", "WebSocket"):
        assert word not in script


def test_the_lock_file_names_no_host_of_a_registry() -> None:
    lock = (ASSETS / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
