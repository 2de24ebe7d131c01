"""Checks who borders whom: two sources must agree before anything firm is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.types.at_border import (
    ON_BORDER_M,
    border_town,
    have_border,
    meeting,
    near_border,
    on_border,
    to_border,
)
from geo.checks.types.facing import NOT_OPPOSITE_M, check_opposite
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.parted import check_parted
from geo.checks.types.region import check_region, check_region_count
from geo.checks.types.side import is_on_side, sides
from geo.checks.wording import place_name
from geo.contracts import Verdict
from geo.lexicon.directions import bearing_of, direction_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Outlines are simplified: so near, in degrees, two countries may have a border that is hardly one.
_CORNER_DEG = 0.02

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), start=2
    )
} | {"fourteen": 14}


def check(claim: Claim, ground: Ground) -> Check:
    """Hold the neighbours named against GeoNames' list and the borders of the map."""
    places = ground.places(claim)
    if not places:
        return unknown(claim)
    one, *others = places
    own = {
        "on the border": on_border,
        "near the border": near_border,
        "border town": border_town,
        "where borders meet": meeting,
        "opposite": check_opposite,
        "shared by": _shared,
        "landlocked": _landlocked,
        "island nation": _island,
        "borders so many": _count,
        "does not border": _apart,
        "borders only": _only,
        "its country borders": _country_of,
        "neighbours": _neighbours,
        "shares the island": _on_one_island,
        "parts two lands": check_parted,
    }
    said = next((name for name in own if claim.relation.startswith(name)), "")
    if said:
        return own[said](claim, places, ground)
    if others and others[0].feature_code == "BDR":
        return _described(claim, one, others[0], ground)
    if one.feature_code == "ADM1" or any(place.feature_code == "ADM1" for place in others):
        return check_region(claim, one, others, ground)
    if not one.feature_code.startswith("PCL"):
        return _across(claim, one, others, ground)
    return _named(claim, one, others, ground)


def _named(claim: Claim, one: Place, others: list[Place], ground: Ground) -> Check:
    name = place_name(one)
    countries = [place for place in others if place.feature_code.startswith("PCL")]
    if any(one.country_code == place.country_code for place in countries):
        return unknown(claim, f"{name} is named on both sides of this border.")
    found = [
        (place, have_border(one.country_code, place.country_code, ground)) for place in countries
    ]
    wrong = [place_name(place) for place, border in found if border is False]
    if wrong:
        return fails(claim, f"{name} has no land border with {' or '.join(wrong)}.")
    if not found or len(countries) < len(others) or any(border is None for _, border in found):
        return unknown(claim, f"The land borders of {name} are not known well enough.")
    if claim.relation == "surrounded by" and len(known_of(one, ground)) != len(countries):
        return fails(claim, f"{name} borders other countries too.")
    listed = ", ".join(place_name(place) for place in countries)
    return holds(claim, f"{name} has a land border with {listed}.")


def known_of(one: Place, ground: Ground) -> frozenset[str]:
    """List the neighbours of a country that GeoNames knows."""
    return ground.facts.neighbours(one.country_code) or frozenset()


def _across(claim: Claim, one: Place, others: list[Place], ground: Ground) -> Check:
    """Judge a town said to lie on the other side of a border."""
    if claim.relation != "shares a border" or not others or one.feature_class != "P":
        return unknown(claim, f"The neighbours of {place_name(one)} are not known here.")
    return to_border(claim, (one, others[0]), ground, (ON_BORDER_M, NOT_OPPOSITE_M))


def _shared(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge a lake or sea said to be one of a country's."""
    water, country = places[:2]
    known = ground.facts.shores(water.name)
    if not known or not country.feature_code.startswith("PCL"):
        return unknown(claim, f"Whose {place_name(water)} is, is not known here.")
    found = country.country_code in known
    words = f"{place_name(country)} {'lies' if found else 'does not lie'} on {place_name(water)}."
    return (holds if found else fails)(claim, f"{words[0].upper()}{words[1:]}")


def _landlocked(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    one = places[0]
    outline = ground.boundaries.country(one.country_code)
    border = ground.boundaries.border_of(one.country_code)
    if outline is None or not one.feature_code.startswith("PCL"):
        return unknown(claim)
    if one.country_code in LANDLOCKED:
        return holds(claim, f"{place_name(one)} has no coast.")
    if border is None or one.country_code not in LANDLOCKED:
        return fails(claim, f"{place_name(one)} has a coast.")
    return unknown(claim)


def _island(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge an island nation: one that lies on islands, shared or not, or has no land border."""
    one = places[0]
    known = ground.facts.neighbours(one.country_code)
    if not one.feature_code.startswith("PCL") or known is None:
        return unknown(claim)
    if one.country_code in LANDLOCKED:
        return fails(claim, f"{place_name(one)} has no coast.")
    if ground.boundaries.island(one.lon, one.lat) is not None:
        return holds(claim, f"{place_name(one)} lies on islands.")
    if not known and ground.boundaries.border_of(one.country_code) is None:
        return holds(claim, f"{place_name(one)} has no border on land.")
    return unknown(claim, f"{place_name(one)} does not lie on islands alone.")


def _on_one_island(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge that two countries share an island; "abd" are the one, the other and the island."""
    if len(places) < 3 or places[2].feature_code != "ISL":  # noqa: PLR2004 - two and an island
        return unknown(claim, "Which countries lie on this island is not known here.")
    *lands, isle = places
    whole = ground.boundaries.island(isle.lon, isle.lat)
    outlines = [ground.boundaries.country(land.country_code) for land in lands]
    if whole is None or any(one is None for one in outlines):
        return unknown(claim, "Which countries lie on this island is not known here.")
    apart = [
        place_name(land)
        for land, outline in zip(lands, outlines, strict=True)
        if outline is not None and not outline.intersects(whole)
    ]
    if apart:
        return fails(claim, f"{' and '.join(apart)} has no land on {isle.name}.")
    return holds(claim, f"Both have land on {isle.name}.")


def _apart(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge that two countries, or a region and another, have no border."""
    said = check(replace(claim, relation="borders"), ground)
    turned = {Verdict.SUPPORTED: fails, Verdict.REFUTED: holds}.get(said.verdict, unknown)
    return turned(claim, said.reason) if len(places) > 1 else unknown(claim)


def _neighbours(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge neighbours, who may be so over the sea: only of landlocked ones this is refused."""
    said = check(replace(claim, relation="borders"), ground)
    has_no_sea = any(place.country_code in LANDLOCKED for place in places)
    if said.verdict is not Verdict.SUPPORTED and not has_no_sea:
        said = unknown(claim, f"{said.reason} Neighbours may lie over the sea.")
    side = bearing_of(claim.relation.removeprefix("neighbours").strip())
    are_lands = all(place.feature_code.startswith("PCL") for place in places)
    return said if side is None or not are_lands else _on_side(claim, said, side, ground)


def _on_side(claim: Claim, said: Check, told: float, ground: Ground) -> Check:
    """Judge of a neighbour also the side: "A, B's neighbour to the north"."""
    one, other = (ground.places(claim) or [])[:2]
    found = sides(one, other, ground)
    is_there = is_on_side(found, told)
    if is_there is None:
        return unknown(claim, f"On which side of {place_name(other)} it lies is seen in two ways.")
    if is_there:
        return said
    words = f"{place_name(one)} lies {direction_name(found[-1])} of {place_name(other)}."
    return fails(claim, words)


def _only(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge that a country has one neighbour alone."""
    said = check(replace(claim, relation="borders"), ground)
    named = {place.country_code for place in places}
    # What only one source knows is a base or a corner, such as Guantanamo.
    others = {
        code
        for code in known_of(places[0], ground) - named
        if have_border(places[0].country_code, code, ground)
    }
    if said.verdict is Verdict.SUPPORTED and others:
        return fails(claim, f"{place_name(places[0])} borders other countries too.")
    return said


def _country_of(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge "Kigali lies in a country that borders B": of the country of the town."""
    one, *others = places
    land = ground.gazetteer.country(one.country_code)
    if land is None or one.is_area:
        return unknown(claim)
    return _named(claim, land, others, ground)


def _described(claim: Claim, one: Place, border: Place, ground: Ground) -> Check:
    """Judge "A shares a border with B", where the description was placed on a border."""
    kind, _, codes = border.feature_id.partition(":")
    others = [code for code in codes.split("-") if code != one.country_code]
    if kind == "border" and len(others) == 1 and one.feature_code == "ADM1":
        country = ground.gazetteer.country(others[0])
        return check_region(claim, one, [country] if country else [], ground)
    if kind != "border" or len(others) != 1 or not one.feature_code.startswith("PCL"):
        return unknown(claim, "This border is not on our map.")
    found = have_border(one.country_code, others[0], ground)
    other = ground.gazetteer.country(others[0])
    if found is None or other is None:
        return unknown(claim, f"The land borders of {place_name(one)} are not known well enough.")
    words = f"{place_name(one)} has {'a' if found else 'no'} land border with {place_name(other)}."
    return (holds if found else fails)(claim, words)


def _count(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    one = places[0]
    known = ground.facts.neighbours(one.country_code)
    words = claim.relation.rsplit(" ", 1)[-1].lower()
    number = int(words) if words.isdigit() else _NUMBERS.get(words)
    shores = ground.facts.shores(one.name) if one.feature_class == "H" else frozenset()
    if shores and number is not None:
        told = f"{len(shores)} countries lie on {place_name(one)}."
        return (holds if len(shores) == number else unknown)(claim, told)
    if one.feature_code == "ADM1" and number is not None:
        return check_region_count(claim, one, number, ground)
    if known is None or number is None or not one.feature_code.startswith("PCL"):
        return unknown(claim)  # a town has no neighbours of its own
    if any(not have_border(one.country_code, code, ground) for code in known):
        return unknown(claim, f"How many neighbours {place_name(one)} has is seen in two ways.")
    return _counted(claim, one, number, ground)


def _counted(claim: Claim, one: Place, number: int, ground: Ground) -> Check:
    """Judge how many neighbours a country has, with those of short borders or without."""
    known = known_of(one, ground)
    told = f"{place_name(one)} borders {len(known)} countries"
    if number == len(known):
        return holds(claim, f"{told}.")
    if number == len(known | _with_length(one, ground)):
        return holds(claim, f"{told}, and {number} with those that it hardly touches.")
    is_open = number == len(known) + 1 and _all_but_meets(one, known, ground)
    return (unknown if is_open else fails)(claim, f"{told}.")


def _with_length(one: Place, ground: Ground) -> frozenset[str]:
    """List the countries with which a country has a border of a known length, however short."""
    code, facts = one.country_code, ground.facts
    return frozenset(
        other for other in facts.ranked_by_area() if facts.border_m(code, other) is not None
    )


def _all_but_meets(one: Place, known: frozenset[str], ground: Ground) -> bool:
    """Whether a country comes so near to another's corner that some count it: at Kazungula."""
    outline = ground.boundaries.country(one.country_code)
    around = {code for near in known for code in ground.facts.neighbours(near) or ()}
    lands = map(ground.boundaries.country, around - known - {one.country_code})
    return outline is not None and any(
        land is not None and land.distance(outline) <= _CORNER_DEG for land in lands
    )


# United Nations, list of landlocked countries (2024), and territories without a coast; the same as
# in the npm package world-countries 5.1.0.
_CODES = (
    "AF AD AM AT AZ BY BT BO BW BF BI CF TD CZ ET HU KZ XK KG LA LS LI LU MW ML MD MN NP NE MK "
    "PY RW SM RS SK SS SZ CH TJ TM UG UZ VA ZM ZW"
)
LANDLOCKED = frozenset(_CODES.split())
