"""Checks which state or province of a country is the largest, or has the most people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, fails_by, holds, unknown
from geo.checks.types.named import is_entry
from geo.checks.types.region import as_region
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Ranked, Region

_M2_PER_KM2 = 1e6
# Areas with and without waters differ by less than this factor; people by less than that in years.
_CLOSE, _CLOSE_PEOPLE = 1.05, 1.15
# A federal district may be missing, but no more.
_MISSING = 1
_UNKNOWN = "Ranks of this kind are not known here."
# Which table of ranks tells it, where there is one.
_KINDS = {
    "populous": "people",
    "least": "fewest people",
    "largest": "land",
    "smallest": "least land",
}
_POPULOUS = "populous"
_OF_PEOPLE = frozenset({_POPULOUS, "least"})


def check_state(claim: Claim, one: Place, ranked: tuple[str, int], ground: Ground) -> Check:
    """Judge the rank of a region; "largest" may be by people, so that it is not refused."""
    one = as_region(one, ground)
    known = _compared(one, ground) if ranked[0] not in _OF_PEOPLE else {}
    if one.feature_code != "ADM1" or ranked[0] not in _KINDS:
        return unknown(claim, _UNKNOWN)
    if one.name not in known:
        return _by_table(claim, one, ranked, ground)
    what, rank = ranked
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


def _compared(one: Place, ground: Ground) -> Mapping[str, Region]:
    """List the regions of a country, if all are known; its states, or its territories alone."""
    code = one.country_code
    territories = ground.facts.territories(code)
    states = [name for name in ground.facts.regions(code) if name not in territories]
    names = sorted(territories) if one.name in territories else states
    known = {name: region for name in names if (region := ground.facts.region(code, name))}
    return known if len(known) >= len(names) - _MISSING else {}


def _by_table(claim: Claim, one: Place, ranked: tuple[str, int], ground: Ground) -> Check:
    """Judge a rank by the table that has the first ones of some countries."""
    what, rank = ranked
    rows = [row for row in ground.facts.ranked(_KINDS[what]) if one.country_code in row.ranks]
    mine = next((row for row in rows if is_entry(row, one, ground)), None)
    there = next((row for row in rows if row.ranks[one.country_code][0] == rank), None)
    if there is None:
        return unknown(claim, _UNKNOWN)
    words = f"{_told(there, what)}"
    if mine is there:
        return holds(claim, f"{words}, which is rank {rank} of the country.")
    words = f"Rank {rank} of the country is {words}, not {place_name(one)}"
    words += f" ({_figure(mine, what)})." if mine is not None else "."
    is_close = mine is not None and _ratio(mine, there) < _CLOSE_PEOPLE
    if is_close or what not in _OF_PEOPLE:
        return unknown(claim, words)
    is_more = what == _POPULOUS if mine is None else there.value_si > mine.value_si
    if _is_counted_so(one, there, ground, is_more=is_more):
        return fails(claim, words)
    return fails_by(claim, words, there)


def _is_counted_so(one: Place, row: Ranked, ground: Ground, *, is_more: bool) -> bool:
    """Whether the towns of two regions together bear out which of them has more people."""
    there = as_region(replace(one, name=row.name, feature_code=""), ground)
    if not one.population or not there.population or there.feature_code != one.feature_code:
        return False
    ratio = there.population / one.population
    return (ratio if is_more else 1 / ratio) > _CLOSE_PEOPLE


def _ratio(one: Ranked, other: Ranked) -> float:
    return max(one.value_si / other.value_si, other.value_si / one.value_si)


def _told(row: Ranked, what: str) -> str:
    return f"{row.name} ({_figure(row, what)})"


def _figure(row: Ranked, what: str) -> str:
    if what in _OF_PEOPLE:
        return f"{rounded(row.value_si)} people"
    return f"{rounded(row.value_si / _M2_PER_KM2)} km²"
