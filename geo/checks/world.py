"""What claims about distances and journeys are held against: places, legs, ways and outlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.checks.islands import spot_of
from geo.checks.outlines import drawn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts import Claim, Geocode, Leg, Mode, Place, Route
    from geo.ports import Boundaries, Facts, Router


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the stages before found, and the map; ``facts`` tell how much land a region has."""

    geocodes: dict[str, Geocode]
    legs: dict[str, Leg]
    routes: tuple[Route, ...]
    boundaries: Boundaries | None
    routers: Mapping[Mode, Router]
    facts: Facts | None

    def pins(self, claim: Claim) -> list[Geocode]:
        """List the pins of the names that a claim is about."""
        found = map(self.geocodes.get, claim.subject.toponym_ids)
        return [one for one in found if one is not None]

    def spot(self, geocode: Geocode | None) -> Place | None:
        """Give what may be measured to of what a name was placed at."""
        return spot_of(geocode, self.boundaries, self.facts)

    def draw(self, place: Place) -> Place:
        """Give a country, region or island its outline."""
        if self.boundaries is None or self.facts is None:
            return place
        return drawn(place, self.boundaries, self.facts)
