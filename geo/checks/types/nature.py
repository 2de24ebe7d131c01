"""Checks the rank of a mountain, lake, river or island in a land, by the tables that have it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails_by, holds, unknown
from geo.checks.types.isles import check_isle
from geo.checks.types.named import is_called, is_entry
from geo.checks.types.scope import WORLD
from geo.checks.wording import place_name, rounded
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.checks.types.scope import Scope
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Ranked

# Land forms, waters, and islands that are a country or a region.
_OF_NATURE, _UNINHABITED = frozenset("THA"), frozenset("TH")
# What is known of one kind in a land is all that there is of it in these alone.
_ALL_KNOWN = frozenset({"mountain"})
_ISLAND = "island"
# Figures of two sources differ by less than this share; two mountains nearer than this may be one.
_CLOSE, _SAME_M = 0.02, 60_000.0
_M2_PER_KM2 = 1e6
_UNKNOWN = "The rank of this is not known here."
_MOST = {
    "mountain": ("highest", "mountain"),
    "depth": ("deepest", "lake"),
    "lake": ("largest", "lake"),
    "island": ("largest", "island"),
}
# What some leave out, so that there are two ranks.
_LAKE, _SALT = frozenset({"lake", "depth"}), "salt lakes are not counted"
_ORDINALS = ("", "second-", "third-", "fourth-", "fifth-", "sixth-", "seventh-", "eighth-")


def check_feature(
    claim: Claim, one: Place, ranked: tuple[str, int], scope: Scope, ground: Ground
) -> Check:
    """Judge the rank of a place of the gazetteer."""
    kind, rank = ranked
    entries = _entries(kind, scope, ground)
    mine = [row for row in entries if is_entry(row, one, ground)]
    if not mine and one.feature_class in _UNINHABITED:
        mine = [row for row in entries if is_called(row, one.name)]
    if kind == _ISLAND and not mine and _is_country(scope):
        return check_isle(claim, one, rank, scope.code, ground)
    if mine or one.feature_class not in _OF_NATURE:
        return _judged(claim, mine, entries, rank, scope)
    others = [row for row in entries if _ranks(row, entries, scope)[0] == rank]
    if not others or not _is_all(kind, scope) or not _is_elsewhere(others[0], one, ground):
        return unknown(claim, _UNKNOWN)
    return fails_by(claim, f"That is {_told(others[0])}, not {place_name(one)}.", others[0])


def check_thing(
    claim: Claim, name: str, ranked: tuple[str, int], scope: Scope, ground: Ground
) -> Check:
    """Judge the rank of what the gazetteer does not have, by its name: "Noshaq"."""
    kind, rank = ranked
    entries = _entries(kind, scope, ground)
    mine = [row for row in entries if is_called(row, name)]
    if mine:
        return _judged(claim, mine, entries, rank, scope)
    if kind == _ISLAND and _is_country(scope):
        isle = _island_of(name, scope.code, ground)
        return (
            check_isle(claim, isle, rank, scope.code, ground) if isle else unknown(claim, _UNKNOWN)
        )
    first = next((row for row in entries if _ranks(row, entries, scope)[0] == rank), None)
    known = [row for row in ground.facts.ranked(kind) if row.name.casefold() == name.casefold()]
    is_lower = first and known and all(row.value_si < first.value_si * 0.9 for row in known)
    if is_lower and first is not None and _is_all(kind, scope):
        return fails_by(claim, f"That is {_told(first)}; {_told(known[0])} is another.", first)
    told = f" The highest known here is {_told(first)}." if first and rank == 1 else ""
    return unknown(claim, f"{_UNKNOWN}{told if kind in _ALL_KNOWN else ''}")


def _island_of(name: str, country_code: str, ground: Ground) -> Place | None:
    found = (place for place in ground.gazetteer.candidates(name) if place.feature_code == "ISL")
    return next((place for place in found if place.country_code == country_code), None)


def _entries(kind: str, scope: Scope, ground: Ground) -> list[Ranked]:
    codes = scope.codes | {scope.key}
    return [row for row in ground.facts.ranked(kind) if codes & row.ranks.keys()]


def _is_all(kind: str, scope: Scope) -> bool:
    """Whether the entries of a land are all that may have a rank there."""
    if scope.region or scope.codes:
        return False
    return kind in _ALL_KNOWN or not _is_country(scope)


def _is_country(scope: Scope) -> bool:
    return len(scope.code) == len("AF") and not (scope.is_continent or scope.region)


def _ranks(row: Ranked, entries: Sequence[Ranked], scope: Scope) -> tuple[int, ...]:
    """Tell the ranks that an entry may be given; of several countries by the figures."""
    if not scope.codes or scope.key in row.ranks:
        return row.ranks[scope.key]
    larger = sum(other.value_si > row.value_si * (1 + _CLOSE) for other in entries)
    perhaps = sum(other.value_si > row.value_si * (1 - _CLOSE) for other in entries)
    return tuple(range(larger + 1, max(perhaps, larger + 1) + 1))


def _judged(
    claim: Claim, mine: Sequence[Ranked], entries: Sequence[Ranked], rank: int, scope: Scope
) -> Check:
    if not mine:
        return unknown(claim, _UNKNOWN)
    usual, *others = _ranks(mine[0], entries, scope)
    if rank in {usual, *others}:
        words = f"{_told(mine[0])} is {_ranked(mine[0], rank, scope)}"
        if rank == usual or scope.codes:
            return holds(claim, f"{words}.")
        is_wide = scope.is_continent or scope.code == WORLD
        lakes = _SALT if is_wide else f"shared or {_SALT}"
        only_if = lakes if mine[0].kind in _LAKE else "some others are not counted"
        return replace(holds(claim, f"{words}, if {only_if}."), only_if=only_if)
    words = f"{_told(mine[0])} is {_ranked(mine[0], usual, scope)}"
    first = next((row for row in entries if _ranks(row, entries, scope)[0] == rank), None)
    told = f"; {_ranked(first, rank, scope)} is {_told(first)}" if first is not None else ""
    return fails_by(claim, f"{words}{told}.", mine[0], first)


def _ranked(row: Ranked, rank: int, scope: Scope) -> str:
    """Write a rank out: "the second-largest lake in Peru"."""
    usual = ("longest", row.kind) if row.value_si else row.kind.split(" ", 1)
    most, noun = _MOST.get(row.kind, usual)
    ordinal = _ORDINALS[rank - 1] if rank <= len(_ORDINALS) else f"number {rank} of the "
    land = f" {scope.words}" if scope.words else ""
    if rank > len(_ORDINALS):
        return f"{ordinal}{most} {noun}s{land}"
    return f"the {ordinal}{most} {noun}{land}"


def _is_elsewhere(row: Ranked, one: Place, ground: Ground) -> bool:
    """Whether an entry surely lies where another place than this does."""
    found = [place for place in ground.gazetteer.candidates(row.name) if place.feature_class != "P"]
    return bool(found) and all(
        distance_m(one.lon, one.lat, place.lon, place.lat) > _SAME_M for place in found
    )


def _told(row: Ranked) -> str:
    """Name an entry with its figure, if it has one: "Mount Elbrus (5,642 m)"."""
    if not row.value_si:
        return row.name
    figures = {
        "mountain": f"{row.value_si:,.0f} m",
        "depth": f"{row.value_si:,.0f} m deep",
        "lake": f"{rounded(row.value_si / _M2_PER_KM2)} km²",
        "island": f"{rounded(row.value_si / _M2_PER_KM2)} km²",
    }
    return f"{row.name} ({figures.get(row.kind) or wording.about(row.value_si)})"
