"""Checks with which neighbour a country shares its longest, or shortest, land border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.at_border import have_border
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Each country measures its winding borders in its own way: by so much must two differ.
_CLEARLY = 1.2
_SHORTEST = "shortest"


def check_longest_border(
    claim: Claim, pair: tuple[Place, Place], rank: int, ground: Ground
) -> Check:
    """Judge "B's longest border is with A" by the lengths of all of B's borders."""
    one, other = pair
    if rank != 1:
        return unknown(claim, f"The borders of {place_name(other)} are not compared so.")
    known = ground.facts.neighbours(other.country_code) or frozenset()
    lengths = {
        code: metres
        for code in known
        if (metres := ground.facts.border_m(other.country_code, code)) is not None
    }
    are_countries = all(place.feature_code.startswith("PCL") for place in (one, other))
    if not are_countries or len(lengths) < len(known) or not lengths:
        return unknown(claim, f"The borders of {place_name(other)} are not known well enough.")
    sign = -1.0 if claim.relation.startswith(_SHORTEST) else 1.0
    first = max(lengths, key=lambda code: sign * lengths[code])
    land, metres = ground.gazetteer.country(first), lengths[first]
    if land is None or one.country_code not in lengths:
        words = f"{place_name(one)} has no land border with {place_name(other)}."
        is_apart = have_border(one.country_code, other.country_code, ground) is False
        return fails(claim, words) if land is not None and is_apart else unknown(claim)
    words = f"{place_name(other)}'s border with {place_name(land)} is about {wording.about(metres)}"
    if first == one.country_code:
        return holds(
            claim, f"{words}, long; none of its others is {'shorter' if sign < 0 else 'longer'}."
        )
    mine = lengths[one.country_code]
    words = f"{words}, and that with {place_name(one)} about {wording.about(mine)}, long."
    is_clear = max(metres / mine, mine / metres) >= _CLEARLY
    return (fails if is_clear else unknown)(claim, words)


def check_world_border(claim: Claim, pair: tuple[Place, Place], rank: int, ground: Ground) -> Check:
    """Judge "A and B share the world's third-longest border"; the shortest is not known here."""
    one, other = pair
    mine = ground.facts.border_m(one.country_code, other.country_code)
    if mine is None or claim.relation.startswith(_SHORTEST):
        return unknown(claim, f"How long the border of {place_name(one)} is is not known here.")
    lengths = ground.facts.borders_m()
    longer = sum(metres > mine for metres in lengths)
    clearly = sum(metres > mine * _CLEARLY for metres in lengths)
    perhaps = sum(metres > mine / _CLEARLY for metres in lengths) - 1
    words = f"The border of {place_name(one)} and {place_name(other)} is about"
    words = f"{words} {wording.about(mine)}, long, number {longer + 1} of those known here."
    if longer == rank - 1:
        return holds(claim, words)
    return (unknown if clearly <= rank - 1 <= perhaps else fails)(claim, words)
