from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo import wiring
from geo.contracts import Source
from geo.maps.build.article_map import make_spec
from geo.maps.build.label_language import labelled_in
from geo.maps.spec.names import NameKind
from geo.pipeline import Services, analyse

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec

TEXT = (
    "Choir sails south\n\nThe choir sailed from Venice to Durrës on Monday, and sang in Ancona. "
    "A bus took it from Durrës to Pogradec, a town by the lake."
)


@pytest.fixture(scope="module")
def spec(services: Services) -> MapSpec:
    return make_spec(analyse(Source(text=TEXT), services), wiring.basemap(), services.gazetteer)


def words(spec: MapSpec, kind: NameKind) -> set[str]:
    ground = {NameKind.LAND: spec.basemap.lands, NameKind.SEA: spec.basemap.waters}[kind]
    return {ground[int(name.target)].name for name in spec.names if name.kind is kind}


def test_ground_and_cities_are_called_otherwise_and_the_story_stays(spec: MapSpec) -> None:
    german = labelled_in(spec, wiring.label_names("de"))
    assert "Adriatic Sea" in words(spec, NameKind.SEA)
    assert "Adria" in words(german, NameKind.SEA)
    assert {"Italien", "Albanien"} <= words(german, NameKind.LAND)
    names = {place.name for place in german.places}
    # A town of one name alone keeps it.
    assert {"Venedig", "Durrës", "Ancona"} <= names
    assert german.title == spec.title
    assert german.journeys == spec.journeys


def test_what_has_no_name_in_the_language_is_not_named(spec: MapSpec) -> None:
    class Few:
        def country(self, code: str) -> str:
            return {"IT": "Itàlia"}.get(code, "")

        def sea(self, name: str) -> str:  # noqa: ARG002 - none is known
            return ""

        def city(self, name: str, lon: float, lat: float) -> str:  # noqa: ARG002 - as above
            return ""

    few = labelled_in(spec, Few())
    assert words(few, NameKind.LAND) == {"Itàlia"}
    assert not words(few, NameKind.SEA)
    assert not [name for name in few.names if name.kind is NameKind.STATE]
    assert [place.name for place in few.places] == [place.name for place in spec.places]
