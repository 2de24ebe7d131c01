"""Checks that something is the largest, second-highest or smallest of its kind in some land."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.types.archipelago import check_in_group
from geo.checks.types.borders import check_longest_border, check_world_border
from geo.checks.types.cities import check_city, rank_besides
from geo.checks.types.city_of_part import OF_PART, check_city_of_part
from geo.checks.types.countries import check_country
from geo.checks.types.extreme import (
    ISLAND,
    POINT,
    check_end_of_land,
    check_extreme,
    check_highest_capital,
    check_only,
)
from geo.checks.types.ground import unknown
from geo.checks.types.isles import check_isle_of_sea
from geo.checks.types.lands import elsewhere
from geo.checks.types.named import NAMED
from geo.checks.types.nature import check_feature, check_thing
from geo.checks.types.scope import REGION, WORLD, scope_of
from geo.checks.types.seats import check_seat
from geo.checks.types.states import check_state
from geo.contracts import Verdict

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.checks.types.scope import Scope
    from geo.contracts import Check, Claim, Place

# Which table of ranks tells what is the most of its kind.
_KINDS = {
    ("highest", "mountain"): "mountain",
    ("largest", "lake"): "lake",
    ("largest", "island"): "island",
    ("longest", "river"): "river",
    ("longest", "canal"): "canal",
    ("longest", "railway tunnel"): "tunnel",
    ("deepest", "lake"): "depth",
}
_KIND_OF = {"ISL": "island", "LK": "lake", "SEA": "lake", "MT": "mountain", "STM": "river"}
_LANDS = frozenset({"state", "member", "nation"})
_OF_IT = " in its"
_STANDS = "stands "
_SEATS = frozenset(
    f"{kind} capital" for kind in ("provincial", "state", "regional", "departmental", "cantonal")
)
# What has the most people, or the fewest, by GeoNames' code where the words do not say.
_ANY, _COUNTS = "kind", frozenset({"populous", "least", "densest", "sparsest"})
# "One of the largest" is one of so many.
_AMONG, _FIRST, _COUNTRY = 0, 5, "PCL"
_OF_CODE = {"PCL": "country", "ADM": "state", "PPL": "city"}
_BESIDE = "but the capital"
_BORDER, _ISLAND_NATION = "border", "island nation"
_UNKNOWN_LAND = "It is not known here what else there is of this kind."
_UNKNOWN_KIND = "Ranks of this kind are not known here."


def check(claim: Claim, ground: Ground) -> Check:
    """Count what of the same kind is larger."""
    found = _check(claim, ground)
    if found.verdict is not Verdict.NOT_ENOUGH_INFO:
        return found
    return check_in_group(claim, ground) or _by_record(claim, ground) or found


def _by_record(claim: Claim, ground: Ground) -> Check | None:
    """Look what is ranked up in the table of records; what is from memory refuses nothing."""
    told, _, thing = claim.relation.partition(NAMED)
    said, _, unnamed = told.partition(" in ")
    what, rank, noun = [*said.split(" ", 2), "", ""][:3]
    kind = f"{what} {noun}"
    places = ground.places(claim)
    if not places or not rank.isdigit() or not ground.facts.ranked(kind):
        return None
    one, other = (None, *places)[-2:] if thing else (*places, None)[:2]
    scope = scope_of(one, other, unnamed, ground)
    if scope is None:
        return None
    is_among = int(rank) == _AMONG
    for number in range(1, _FIRST + 1) if is_among else (int(rank),):
        found = (
            check_thing(claim, thing, (kind, number), scope, ground)
            if thing or one is None
            else check_feature(claim, one, (kind, number), scope, ground)
        )
        is_refused = found.verdict is Verdict.REFUTED and not is_among
        if found.verdict is Verdict.SUPPORTED or is_refused:
            return found
    return None


def _check(claim: Claim, ground: Ground) -> Check:
    if claim.relation.startswith(_STANDS):
        return _stands(claim, ground)
    said, _, thing = claim.relation.partition(NAMED)
    if thing:
        return _of_thing(replace(claim, relation=said), thing, ground)
    places = ground.places(claim)
    if not places:
        return unknown(claim)
    if claim.relation.endswith(_OF_IT):
        return _of_it(claim, places, ground)
    judge = _in_part if OF_PART in claim.relation else _judged
    found = _away(claim, places, ground) or judge(claim, places, ground)
    if found.verdict is Verdict.REFUTED and claim.relation.endswith(f" in {REGION}"):
        return unknown(claim, f"{found.reason} But which region is meant is not said.")
    return found


def _stands(claim: Claim, ground: Ground) -> Check:
    """Judge a rank that stands for its place: it holds if a place named before has it."""
    said = replace(claim, relation=claim.relation.removeprefix(_STANDS))
    for toponym_id in claim.subject.taken_from:
        ids = (toponym_id, *claim.subject.toponym_ids)
        meant = replace(said, subject=replace(claim.subject, toponym_ids=ids, taken_from=()))
        found = check(meant, ground)
        if found.verdict is Verdict.SUPPORTED:
            return found
    return unknown(claim, "No place named before it is known to have this rank.")


def _of_it(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Judge "its largest city": of the country or of the region; refused only if of neither.

    A region's largest town is said to be its land's, so that the country alone makes it hold.
    """
    said = claim.relation.removesuffix(_OF_IT)
    checks = [
        _judged(replace(claim, relation=f"{said} in {land}"), places[:1], ground)
        for land in ("country", "state")
    ]
    of_country, of_region = checks
    is_neither = of_country.verdict is of_region.verdict is Verdict.REFUTED
    is_sure = is_neither or of_country.verdict is Verdict.SUPPORTED
    return of_country if is_sure else unknown(claim, of_country.reason)


def _in_part(claim: Claim, places: list[Place], ground: Ground) -> Check:
    return check_city_of_part(claim, places, int(claim.relation.split(" ")[1]), ground)


def _judged(claim: Claim, places: list[Place], ground: Ground) -> Check:
    one, other = places[0], places[1] if len(places) > 1 else None
    said, _, unnamed = claim.relation.partition(" in ")
    what, rank, noun = said.split(" ", 2)
    scope = scope_of(one, other, unnamed, ground)
    if what == "only":
        return check_only(claim, places, int(rank), ground)
    if noun in _SEATS and scope is not None:
        return check_seat(claim, one, (what, int(rank)), scope, ground)
    if noun == _BORDER and other is not None:
        is_of_all = unnamed == WORLD
        judge = check_world_border if is_of_all else check_longest_border
        return judge(claim, (one, other), int(rank), ground)
    if what.endswith("ernmost"):
        return _furthest(claim, places, (what, int(rank), noun), scope, ground)
    if scope is None:
        return unknown(claim, _UNKNOWN_LAND)
    return _ranked(claim, one, (what, int(rank), noun), scope, ground)


def _away(claim: Claim, places: list[Place], ground: Ground) -> Check | None:
    """Refuse "A, the oldest city of B" of a town that lies in another country."""
    one, land = places[0], places[-1]
    is_town = one.feature_class == "P" and land.feature_code.startswith("PCL")
    if not is_town or one.country_code == land.country_code:
        return None
    check = elsewhere(claim, one, land, ground)
    return check if check.verdict is Verdict.REFUTED else None


def _furthest(
    claim: Claim,
    places: list[Place],
    ranked: tuple[str, int, str],
    scope: Scope | None,
    ground: Ground,
) -> Check:
    if ranked[1] == 1 and scope is not None and ranked[2] in {ISLAND, POINT}:
        return check_end_of_land(claim, places[0], ranked, scope, ground)
    return check_extreme(claim, places, scope, ground)


def _ranked(
    claim: Claim, one: Place, ranked: tuple[str, int, str], scope: Scope, ground: Ground
) -> Check:
    what, rank, noun = ranked
    is_named = one.feature_code.startswith(_COUNTRY)
    if rank == _AMONG and not (is_named and _is_country(noun, scope)):
        return _among(claim, one, (what, noun), scope, ground)
    if noun == _ANY and (what in _COUNTS or scope.codes):
        noun = _OF_CODE.get(one.feature_code[:3], noun)
    if noun.startswith("city"):
        rank = rank_besides(rank, scope, ground) if noun.endswith(_BESIDE) else rank
        return check_city(claim, one, rank, scope, ground)
    if scope.island is not None:
        return unknown(claim, _UNKNOWN_LAND)
    if _is_country(noun, scope):
        return check_country(claim, one, rank, scope, ground)
    if noun in {"state", "territory"}:
        return check_state(claim, one, (what, rank), ground)
    return _of_nature(claim, one, ranked, scope, ground)


def _among(
    claim: Claim, one: Place, ranked: tuple[str, str], scope: Scope, ground: Ground
) -> Check:
    """Judge "one of B's largest cities": one of the first ranks; what has none is not refused."""
    what, noun = ranked
    for rank in range(1, _FIRST + 1):
        found = _ranked(claim, one, (what, rank, noun), scope, ground)
        if found.verdict is Verdict.SUPPORTED:
            return found
    return unknown(claim, f"It is not known here how many are {what} of this kind.")


def _is_country(noun: str, scope: Scope) -> bool:
    """Whether countries are compared: a state of the world is one, a state of the US is not."""
    is_wide = bool(scope.codes) or scope.is_continent or scope.code == WORLD
    is_land = noun.rpartition(" ")[2] in _LANDS  # "mainland state"
    return noun.endswith(("country", _ISLAND_NATION)) or (is_land and is_wide)


def _of_nature(
    claim: Claim, one: Place, ranked: tuple[str, int, str], scope: Scope, ground: Ground
) -> Check:
    what, rank, noun = ranked
    if (what, noun) == ("highest", "capital") and rank == 1:
        return check_highest_capital(claim, one, scope, ground)
    kind = _KINDS.get((what, _KIND_OF.get(one.feature_code, "") if noun == _ANY else noun))
    if scope.sea is not None:
        is_isle = kind == "island"
        return (
            check_isle_of_sea(claim, one, rank, scope.sea, ground)
            if is_isle
            else unknown(claim, _UNKNOWN_LAND)
        )
    if kind is None:
        return unknown(claim, _UNKNOWN_KIND)
    return check_feature(claim, one, (kind, rank), scope, ground)


def _of_thing(claim: Claim, thing: str, ground: Ground) -> Check:
    """Judge "B's highest mountain, Noshaq", where the gazetteer does not have the mountain."""
    places = ground.places(claim)
    said, _, unnamed = claim.relation.partition(" in ")
    what, rank, noun = said.split(" ", 2)
    kind = _KINDS.get((what, noun))
    other = places[0] if places else None
    scope = scope_of(None, other, unnamed, ground) if places is not None else None
    if kind is None or scope is None:
        return unknown(claim, _UNKNOWN_LAND if kind else _UNKNOWN_KIND)
    return check_thing(claim, thing, (kind, int(rank)), scope, ground)
