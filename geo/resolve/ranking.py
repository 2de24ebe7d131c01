"""Ranks the candidates of each name: a probability for every one.

The score of a candidate is its prior (size and kind), what the names beside it say ("Paris,
Texas"), and how well it goes with everything else that the story names: in the same region or
country, or near by. As the others are uncertain too, their support is weighted by their own
probability and all is worked out again a few times (as in Leidner 2007, "Toponym resolution in
text": one referent a discourse, minimal spread). The nearness used here is the chord between
points on a sphere: it only ranks, no distance is stated from it.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.contracts import GUESSED
from geo.resolve.bounds import Bounds
from geo.resolve.fitting import contradicted, fits_of, support_of
from geo.resolve.home import Ground, home_gain
from geo.resolve.lands import land_gain
from geo.resolve.priors import are_held, bases, decades, stray_costs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Place
    from geo.ports import Gazetteer
    from geo.resolve.fitting import Fit
    from geo.resolve.groups import Group

_EARTH_KM = 6371.0
_SUPPORTERS = 10
_MOST_GROUPS = 200

_STATED, _FAR = 4.0, 4.0  # as far from another as the text says, or far too far
_BELOW = 0.99
_SUPPORT = 5.0
_NEAR_KM = 80.0
# So many times as far a region without border, or a sea, reaches from its middle.
_WIDER, _WIDE = 3.0, frozenset({"GULF", "SEA"})
_NEAR, _SAME_REGION, _SAME_COUNTRY = 2.0, 0.5, 0.12
_FERRY_KM = 50.0  # ends of a flight or a voyage that are nearer are neighbours all the same
_IN_COUNTRY_NAMED, _IN_REGION_NAMED = 0.8, 2.5
_REGIONS_TOGETHER = 0.5  # "Alabama, Georgia and Florida"
_FEW_GROUPS = 5
_NONE_FITS = 1.0
# So many names make a story of several places; where a country is named, three do.
_MANY_GROUPS, _NO_SUPPORT = 4, 0.01
# The signs that are added up say partly the same thing, so that they count for half.
_CALIBRATION = 2.0
_CROWD = 0.5
# Hamlets stand about every city, so that nearness to one says nothing in a story of great cities.
_DWARFED, _DECADES, _FEW_TOWNS, _A_GREAT_CITY = 2.0, 1.25, 3, 5.3  # powers of ten of people
# Hot at first, so that small places that go together find each other.
_COOLING = (4.0, 2.0, 1.0, 1.0, 1.0)


class Weights(NamedTuple):
    """Probability of each candidate of each group, in the order of the candidates."""

    by_group: tuple[np.ndarray, ...]
    are_told: tuple[bool, ...] = ()  # whether only a stated distance makes the first one likely


class _Table(NamedTuple):
    """All candidates in columns."""

    group: np.ndarray
    xyz: np.ndarray
    country: np.ndarray
    region: np.ndarray
    is_country: np.ndarray
    is_region: np.ndarray
    is_plain_region: np.ndarray  # and no capital bears its name: "Washington" is the city
    base: np.ndarray
    decades: np.ndarray  # of people in a town; 0 where it is none
    is_dwarfed: np.ndarray  # a town of whose name there is a great city
    is_wide: np.ndarray  # a region without border, a sea
    alone: np.ndarray  # what it costs a town that no other place of the story lies in its country
    is_called: np.ndarray  # by its whole name: a county as a rule is not
    is_held: np.ndarray  # a name beside it says that it lies there
    far: np.ndarray  # of groups, one by one: whether both are ends of one flight or voyage


def weigh(
    groups: Sequence[Group], gazetteer: Gazetteer, lands: Mapping[str, float] | None = None
) -> Weights:
    """Work out how likely each candidate is; ``lands`` are those whose words the story has."""
    places = [place for group in groups for place in group.candidates]
    if not places:
        return Weights(tuple(np.empty(0) for _ in groups), (False,) * len(groups))
    bounds = Bounds(groups, most=_MOST_GROUPS, likeliest=_SUPPORTERS)
    table = _table(groups, places, gazetteer, bounds.group)
    gain = land_gain(groups, lands or {})
    table = table._replace(base=table.base + gain)
    table = table._replace(base=table.base + home_gain(_ground(table, gain), bounds.parts))
    fits, together = fits_of(groups), _Together(table)
    probability = _probability(together, bounds, fits)
    untold = _probability(together, bounds, ()) if fits else probability
    found = [_doubted(probability[part], untold[part]) for part in bounds.parts]
    return Weights(tuple(each for each, _ in found), tuple(is_told for _, is_told in found))


def _probability(together: _Together, bounds: Bounds, fits: Sequence[Fit]) -> np.ndarray:
    table, parts = together.table, bounds.parts
    score, support, told = table.base, np.zeros(len(table.base)), np.zeros(len(table.base))
    probability = _softmax(score, bounds, _COOLING[0])
    # In a story of many places one region's name says little of where all the others lie.
    share = min(1.0, _FEW_GROUPS / len(bounds.supporters))
    for temperature in _COOLING[1:] if len(parts) > 1 else ():
        tops, chosen = bounds.likeliest(probability)
        # How well each candidate goes with the likeliest candidates of the other names.
        support = share * (together.fit(chosen) @ probability[chosen])
        score = table.base + _SUPPORT * np.log1p(support) - _dwarfed(table, tops)
        told = _STATED * support_of(fits, probability, parts)
        probability = _softmax(score + told, bounds, temperature)
    is_stray = (support < _NO_SUPPORT) & (table.alone > 0.0) & ~table.is_held
    if len(parts) >= _MANY_GROUPS - bool(table.is_country.any()):
        score = score - table.alone * is_stray
    score = score - _FAR * (is_stray & contradicted(fits, probability, parts))
    return _softmax(_thinned(score + told, bounds), bounds, 1.0)


def _dwarfed(table: _Table, tops: np.ndarray) -> np.ndarray:
    """Say how much hamlets lose to the great city of their name in a story of such cities.

    ``tops`` are the likeliest candidates of the names.
    """
    towns = [size for size in table.decades[tops].tolist() if size > 0.0]
    if len(towns) < _FEW_TOWNS:
        return np.zeros(len(table.base))
    lost = np.maximum(median(towns) - _DECADES - table.decades, 0.0)
    result: np.ndarray = _DWARFED * lost * table.is_dwarfed
    return result


def _ground(table: _Table, land: np.ndarray) -> Ground:
    return Ground(
        xyz=table.xyz,
        country=table.country,
        region=table.region,
        is_country=table.is_country,
        is_region=table.is_region,
        base=table.base,
        land=land,
        is_called=table.is_called,
    )


def _doubted(probability: np.ndarray, untold: np.ndarray) -> tuple[np.ndarray, bool]:
    """Keep a guess what only a stated distance makes likely, for that is what is to be checked."""
    if not len(probability):
        return probability, False
    first = int(probability.argmax())
    if untold[first] >= GUESSED or probability[first] < GUESSED:
        return probability, False
    return probability * (_BELOW * GUESSED / probability[first]), True


def _table(
    groups: Sequence[Group], places: Sequence[Place], gazetteer: Gazetteer, number: np.ndarray
) -> _Table:
    lon = np.radians([place.lon for place in places])
    lat = np.radians([place.lat for place in places])
    codes: dict[str, int] = {"": 0}
    country = np.array([codes.setdefault(p.country_code, len(codes)) for p in places])
    regions: dict[str, int] = {"": 0}
    region = np.array(
        [
            regions.setdefault(p.admin1 and f"{p.country_code}/{p.admin1}", len(regions))
            for p in places
        ]
    )
    sizes = np.array([decades(p.population) * (p.feature_class == "P") for p in places])
    counts = [len(group.candidates) for group in groups]
    great = np.zeros(len(groups), dtype=bool)
    great[number[sizes >= _A_GREAT_CITY]] = True
    far = np.zeros((len(groups), len(groups)), dtype=bool)
    for one, group in enumerate(groups):
        far[one, list(group.far_from)] = True
    is_region = np.array([p.feature_code == "ADM1" for p in places])
    held = [are_held(group, gazetteer) for group in groups]
    capitals = [any(p.feature_code == "PPLC" for p in group.candidates) for group in groups]
    return _Table(
        group=number,
        xyz=np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]),
        country=country,
        region=region,
        is_country=np.array([p.feature_code.startswith("PCL") for p in places]),
        is_region=is_region,
        is_plain_region=is_region & ~np.repeat(capitals, counts),
        base=np.array(
            [
                score
                for group, is_held in zip(groups, held, strict=True)
                for score in bases(group, is_held, gazetteer)
            ]
        ),
        decades=sizes,
        is_dwarfed=great[number] & (sizes > 0.0),
        is_wide=np.array([_is_wide(p) for p in places]),
        alone=np.array([cost for group in groups for cost in stray_costs(group, gazetteer)]),
        is_called=np.array(
            [p.feature_code != "ADM2" or p.name == g.name for g in groups for p in g.candidates]
        ),
        is_held=np.array([one for is_held in held for one in is_held]),
        far=far,
    )


def _is_wide(place: Place) -> bool:
    """Whether a place reaches far from its middle; areas of one land's news do not."""
    is_area = place.feature_code == "AREA" and place.country_code != ""
    return (place.feature_class == "L" and not is_area) or place.feature_code in _WIDE


class _Together:
    """How well candidates go with others, worked out once for each other that is asked for."""

    def __init__(self, table: _Table) -> None:
        self.table = table
        self._columns = np.full(len(table.base), -1)
        self._known = 0
        self._fit = np.empty((len(table.base), 0))

    def fit(self, others: np.ndarray) -> np.ndarray:
        """Give the fit of each candidate, by row, with some others, by column."""
        missing = others[self._columns[others] < 0]
        if len(missing):
            self._fit = np.hstack([self._fit, _fit(self.table, missing)])
            self._columns[missing] = np.arange(self._known, self._known + len(missing))
            self._known += len(missing)
        found: np.ndarray = self._fit[:, self._columns[others]]
        return found


def _fit(table: _Table, others: np.ndarray) -> np.ndarray:
    cosine = np.clip(table.xyz @ table.xyz[others].T, -1.0, 1.0)
    km = _EARTH_KM * np.sqrt(np.maximum(0.0, 2.0 - 2.0 * cosine))
    km[table.is_wide[:, None] | table.is_wide[others][None, :]] /= _WIDER
    is_point = ~(table.is_country | table.is_region)
    fit = _NEAR * np.exp(-km / _NEAR_KM) * (is_point[:, None] & is_point[others][None, :])
    same_country = (table.country[:, None] == table.country[others]) & (table.country[:, None] > 0)
    same_region = (table.region[:, None] == table.region[others]) & (table.region[:, None] > 0)
    has_country = table.is_country[:, None] | table.is_country[others]
    has_region = table.is_region[:, None] | table.is_region[others]
    fit += np.where(has_country, _IN_COUNTRY_NAMED, _SAME_COUNTRY) * same_country
    fit += np.where(has_region, _IN_REGION_NAMED, _SAME_REGION) * same_region
    both_regions = table.is_plain_region[:, None] & table.is_plain_region[others]
    fit += _REGIONS_TOGETHER * (both_regions & same_country)
    fit *= table.group[:, None] != table.group[others]
    fit[table.far[table.group][:, table.group[others]] & (km > _FERRY_KM)] = 0.0
    found: np.ndarray = fit
    return found


def _thinned(score: np.ndarray, bounds: Bounds) -> np.ndarray:
    """Temper scores, and keep a crowd of small namesakes from outweighing the one well-known place.

    The order stays: the more candidates go before one, the more is taken off it.
    """
    rank = np.empty(len(score))
    rank[np.lexsort((-score, bounds.group))] = np.arange(1, len(score) + 1) - bounds.begins
    result: np.ndarray = score / _CALIBRATION - _CROWD * np.log(rank)
    return result


def _softmax(score: np.ndarray, bounds: Bounds, temperature: float) -> np.ndarray:
    """Turn scores into probabilities in each group, with room for "none of these"."""
    warm, none = score / temperature, _NONE_FITS / temperature
    most = np.maximum(np.maximum.reduceat(warm, bounds.starts), none)
    likely = np.exp(warm - np.repeat(most, bounds.sizes))
    whole = np.add.reduceat(likely, bounds.starts) + np.exp(none - most)
    return np.asarray(likely / np.repeat(whole, bounds.sizes))
