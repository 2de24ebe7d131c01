"""Checks which state or province of a country is the largest, by the areas of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import rounded

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

_M2_PER_KM2 = 1e6
# Areas with and without waters differ by less than this factor.
_CLOSE = 1.05
# A federal district may be missing, but no more.
_MISSING = 1


def check_state(claim: Claim, one: Place, ranked: tuple[str, int], ground: Ground) -> Check:
    """Judge the rank of a region by area; "largest" may be by people, so that it is not refused."""
    what, rank = ranked
    code = one.country_code
    names = ground.facts.regions(code)
    known = {name: region for name in names if (region := ground.facts.region(code, name))}
    is_known = one.name in known and len(known) >= len(names) - _MISSING
    if one.feature_code != "ADM1" or not is_known or what not in {"largest", "smallest"}:
        return unknown(claim, "Ranks of this kind are not known here.")
    sign = 1.0 if what == "largest" else -1.0
    order = sorted(known, key=lambda name: -sign * known[name].area_m2)
    area = known[one.name].area_m2
    words = f"By area {one.name}, with {rounded(area / _M2_PER_KM2)} km², is number"
    words += f" {order.index(one.name) + 1} of {len(order)} from the {what}."
    if order.index(one.name) == rank - 1:
        return holds(claim, words)
    other = known[order[min(rank, len(order)) - 1]].area_m2
    is_close = max(area / other, other / area) < _CLOSE
    is_off = "by area" in claim.span.text.lower() and not is_close
    return (fails if is_off else unknown)(claim, words)
