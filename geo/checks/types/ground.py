"""What statements without a distance are held against: places, outlines, facts; and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Check, ClaimKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.contracts import Claim, Geocode, Place
    from geo.contracts.facts import Ranked
    from geo.ports import Boundaries, Facts, Gazetteer

# A pin less likely than this carries no firm verdict.
SURE, SURE_OF_ONE, SURE_OF_NATURE = 0.7, 0.5, 0.4
# But what is said of a place may bear out a pin: "Piran, on the Adriatic".
_LIKELY = 0.45
_ISLAND = "island"
_OF_NATURE = frozenset(
    {
        ClaimKind.HEIGHT,
        ClaimKind.LENGTH,
        ClaimKind.MOUTH,
        ClaimKind.SUPERLATIVE,
        ClaimKind.COMPARISON,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where the names of the story are, and what is known of the world.

    ``borne_out`` are the features that a distance told of them shows to be the ones meant.
    """

    geocodes: Mapping[str, Geocode]
    gazetteer: Gazetteer
    boundaries: Boundaries
    facts: Facts
    published: date | None = None
    is_likely_enough: bool = False
    borne_out: frozenset[str] = frozenset()

    def places(self, claim: Claim) -> list[Place] | None:
        """List the places that a claim is about, in order; None where one is not sure."""
        found = []
        for toponym_id in claim.subject.toponym_ids:
            geocode = self.geocodes.get(toponym_id)
            if geocode is None or geocode.place is None or not self._is_sure(geocode, claim):
                return None
            found.append(geocode.place)
        return found

    def named(self, name: str, country_code: str, admin1: str = "") -> Place | None:
        """Find a town by name in a country, and in a region of it where one is given."""
        for place in self.gazetteer.candidates(name):
            is_there = place.country_code == country_code and place.feature_class == "P"
            if is_there and (not admin1 or place.admin1 == admin1):
                return place
        return None

    def _is_sure(self, geocode: Geocode, claim: Claim) -> bool:
        return _is_sure(geocode, claim) or (
            self.is_likely_enough and geocode.probability >= _LIKELY
        )


def _is_sure(geocode: Geocode, claim: Claim) -> bool:
    """Whether a pin is sure; of continents and borders named in words there are no two.

    What is said of a mountain or a river tells by itself that no town of the name is meant.
    """
    place = geocode.place
    if place is None:
        return False
    is_one = place.feature_code in {"CONT", "BDR"}
    is_named_by_kind = claim.kind in _OF_NATURE and place.feature_class in {"T", "H"}
    # "the largest island of B" is said of no town.
    is_island = place.feature_code == "ISL" and (
        claim.kind is ClaimKind.AREA
        or (claim.kind is ClaimKind.SUPERLATIVE and _ISLAND in claim.relation)
    )
    # Nor is "on the Red Sea" said of a province, or "between the two" of a town.
    is_of_water = claim.kind in {ClaimKind.CONTAINMENT, ClaimKind.BETWEEN}
    is_water = is_of_water and place.feature_class == "H"
    is_named_by_kind = is_named_by_kind or is_island or is_water
    least = SURE_OF_NATURE if is_named_by_kind else SURE_OF_ONE if is_one else SURE
    return geocode.probability >= least


def holds(claim: Claim, reason: str) -> Check:
    """Answer that a claim holds."""
    return Check(claim_id=claim.id, verdict=Verdict.SUPPORTED, reason=reason)


def fails(claim: Claim, reason: str) -> Check:
    """Answer that a claim does not hold."""
    return Check(claim_id=claim.id, verdict=Verdict.REFUTED, reason=reason)


def fails_by(claim: Claim, reason: str, *rows: Ranked | None) -> Check:
    """Answer that a claim does not hold by tables, if one entry is more than a remembered one."""
    if any(row is not None and row.is_borne_out for row in rows):
        return fails(claim, reason)
    return unknown(claim, f"{reason} But that was not looked up in a source.")


def unknown(claim: Claim, reason: str = "") -> Check:
    """Answer that it cannot be told."""
    reason = reason or "It is not sure which place is meant."
    return Check(claim_id=claim.id, verdict=Verdict.NOT_ENOUGH_INFO, reason=reason)
