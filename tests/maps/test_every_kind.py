"""Every kind of place is drawn and named; every figure of the cartography is read by somebody."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from geo.maps.spec import cartography
from geo.maps.spec.kinds import PlaceKind
from geo.maps.svg.map import draw_svg
from tests.maps.drawn import spec

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAWN = tuple(kind for kind in PlaceKind if kind is not PlaceKind.ASSOCIATIVE)


def with_first_place_of(kind: PlaceKind) -> tuple[Any, str]:
    whole = spec("plain train")
    first, *others = whole.places
    return replace(whole, places=(replace(first, kind=kind), *others)), first.name


@pytest.mark.parametrize("kind", DRAWN)
def test_a_place_of_each_kind_is_drawn_and_named(kind: PlaceKind) -> None:
    changed, name = with_first_place_of(kind)
    drawn = draw_svg(changed, width_px=820)
    assert f">{name}<" in drawn


def paths(value: object, at: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{at}.{key}"
            yield from paths(inner, f"{at}.{key}")


def test_the_file_of_the_cartography_holds_nothing_that_no_class_knows() -> None:
    known = msgspec.to_builtins(cartography.CARTOGRAPHY)
    written = json.loads(cartography._FILE.read_text(encoding="utf-8"))  # noqa: SLF001 - its own file
    assert set(paths(written)) - set(paths(known)) == set()
