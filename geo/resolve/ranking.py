"""Ranks the candidates of each name: a probability for every one.

The score of a candidate is its prior (size and kind), what the names beside it say ("Paris,
Texas"), and how well it goes with everything else that the story names: in the same region or
country, or near by. As the others are uncertain too, their support is weighted by their own
probability and all is worked out again a few times (as in Leidner 2007, "Toponym resolution in
text": one referent a discourse, minimal spread). The nearness used here is the chord between
points on a sphere: it only ranks, no distance is stated from it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.contracts import GUESSED, Sense, ToponymKind
from geo.resolve.fitting import contradicted, fits_of, support_of
from geo.resolve.relative import has_twin, holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Place, Toponym
    from geo.ports import Gazetteer
    from geo.resolve.fitting import Fit
    from geo.resolve.groups import Group

_EARTH_KM = 6371.0
_SUPPORTERS = 10
_MOST_GROUPS = 200

_PER_DECADE = 1.2  # a place ten times as big
_KIND = {"PCLI": 4.5, "PCL": 4.5, "PCLS": 4.0, "PCLD": 3.0, "PCLF": 3.5, "ADM1": 1.0, "CONT": 5.0,
         "PPLC": 3.5, "PPLA": 0.5, "ADM2": 0.5, "RGN": 6.0, "OCN": 9.0, "SEA": 8.5,
         "GOVT": 6.5}  # fmt: skip
# Waters, mountains, regions and buildings are in the gazetteer only where they are well known.
_CLASS = {"S": 3.0, "H": 3.5, "T": 3.5, "L": 3.5}
_RANK = 0.05  # each doubling of the place in the gazetteer's own order
_ALIAS = -1.0  # known by another name in the first place
_ALIAS_BESIDE = -3.0  # and there are places of that very name
_ALIAS_OF_GREAT = -7.0  # and one of them is a great city
_GREAT = 500_000
_TWIN = -4.5  # a region whose city of the same name is meant as a rule
_COUNTY = -3.0  # "Houston" is rarely Houston County
_APART = -6.0  # and the story speaks of both
_CONTAINER = 7.0
_ONLY = 2.0  # no other place bears the name
# By how much likelier where the words say "the capital", and where they say whose.
_SEATS, _SEATS_OF = {"PPLC": 6.0, "PPLA": 3.0}, {"PPLC": 4.0, "PPLA": 4.0}
_STATED, _FAR = 4.0, 4.0  # as far from another as the text says, or far too far
_BELOW = 0.99
_ACTS = 4.0  # a capital, where the name stands for a government
_SUPPORT = 5.0
_NEAR_KM = 80.0
_NEAR, _SAME_REGION, _SAME_COUNTRY = 2.0, 0.5, 0.12
_FERRY_KM = 50.0  # ends of a flight or a voyage that are nearer are neighbours all the same
_IN_COUNTRY_NAMED, _IN_REGION_NAMED = 0.8, 2.5
_REGIONS_TOGETHER = 0.5  # "Alabama, Georgia and Florida"
_FEW_GROUPS = 5
_NONE_FITS = 1.0
# In a story of several places, a town in a country where none of the others lies is seldom meant:
# it is likelier that the gazetteer does not have the right one. Where a country is named, three do.
_MANY_GROUPS, _NO_SUPPORT, _KNOWN, _STRAY = 4, 0.01, 150_000, 3.0
# The signs that are added up say partly the same thing, so that they count for half.
_CALIBRATION = 2.0
_CROWD = 0.5
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
    is_small: np.ndarray  # a town that is not news by itself
    is_held: np.ndarray  # a name beside it says that it lies there
    far: np.ndarray  # of groups, one by one: whether both are ends of one flight or voyage


def weigh(groups: Sequence[Group], gazetteer: Gazetteer) -> Weights:
    """Work out how likely each candidate is."""
    places = [place for group in groups for place in group.candidates]
    if not places:
        return Weights(tuple(np.empty(0) for _ in groups), (False,) * len(groups))
    table = _table(groups, places, gazetteer)
    bounds = np.cumsum([0, *(len(group.candidates) for group in groups)])
    parts = [slice(int(a), int(b)) for a, b in pairwise(bounds)]
    order = sorted(range(len(groups)), key=lambda index: -len(groups[index].mentions))
    supporters = [parts[index] for index in order[:_MOST_GROUPS]]
    fits = fits_of(groups)
    probability = _probability(table, parts, supporters, fits)
    untold = _probability(table, parts, supporters, ()) if fits else probability
    found = [_doubted(probability[part], untold[part]) for part in parts]
    return Weights(tuple(each for each, _ in found), tuple(is_told for _, is_told in found))


def _probability(
    table: _Table, parts: Sequence[slice], supporters: Sequence[slice], fits: Sequence[Fit]
) -> np.ndarray:
    score, support, told = table.base, np.zeros(len(table.base)), np.zeros(len(table.base))
    probability = _softmax(score, parts, _COOLING[0])
    for temperature in _COOLING[1:] if len(parts) > 1 else ():
        support = _support(table, probability, supporters)
        score = table.base + _SUPPORT * np.log1p(support)
        told = _STATED * support_of(fits, probability, parts)
        probability = _softmax(score + told, parts, temperature)
    is_stray = (support < _NO_SUPPORT) & table.is_small & ~table.is_held
    if len(parts) >= _MANY_GROUPS - bool(table.is_country.any()):
        score = score - _STRAY * is_stray
    score = score - _FAR * (is_stray & contradicted(fits, probability, parts))
    return _softmax(_thinned(score + told, parts), parts, 1.0)


def _doubted(probability: np.ndarray, untold: np.ndarray) -> tuple[np.ndarray, bool]:
    """Keep a guess what only a stated distance makes likely, for that is what is to be checked."""
    if not len(probability):
        return probability, False
    first = int(probability.argmax())
    if untold[first] >= GUESSED or probability[first] < GUESSED:
        return probability, False
    return probability * (_BELOW * GUESSED / probability[first]), True


def _table(groups: Sequence[Group], places: Sequence[Place], gazetteer: Gazetteer) -> _Table:
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
    is_region = np.array([p.feature_code == "ADM1" for p in places])
    capitals = [any(p.feature_code == "PPLC" for p in group.candidates) for group in groups]
    return _Table(
        group=np.repeat(np.arange(len(groups)), [len(group.candidates) for group in groups]),
        xyz=np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]),
        country=country,
        region=region,
        is_country=np.array([p.feature_code.startswith("PCL") for p in places]),
        is_region=is_region,
        is_plain_region=is_region & ~np.repeat(capitals, [len(g.candidates) for g in groups]),
        base=np.array([score for group in groups for score in _bases(group, gazetteer)]),
        is_small=np.array([p.feature_class == "P" and p.population < _KNOWN for p in places]),
        is_held=np.array([held for group in groups for held in _are_held(group, gazetteer)]),
        far=np.array(
            [[other in group.far_from for other in range(len(groups))] for group in groups]
        ),
    )


def _are_held(group: Group, gazetteer: Gazetteer) -> list[bool]:
    """Tell of each candidate whether a name beside it says that it lies there."""
    holders = [place for name in group.containers for place in gazetteer.candidates(name)[:3]]
    return [any(holds(holder, place) for holder in holders) for place in group.candidates]


def _bases(group: Group, gazetteer: Gazetteer) -> list[float]:
    """Score each candidate by itself and by the names that stand right beside it."""
    has_first = any(_is_called(place, group.name) for place in group.candidates)
    alias, county = _ALIAS_BESIDE if has_first else _ALIAS, _COUNTY
    if any(place.population >= _GREAT for place in group.candidates[:1]):
        alias = county = _ALIAS_OF_GREAT
    held = _are_held(group, gazetteer)
    acts = any(is_government(mention) for mention in group.mentions)
    seats = _SEATS_OF if group.containers else _SEATS
    return [
        (prior(place) if rank else _prior_of_first(group))
        # "Cologne" is Köln before it is any village called so; "Philadelphia" is Amman last of all.
        + (0.0 if rank == 0 or _is_called(place, group.name) else alias)
        + ((_APART if group.is_apart else _TWIN) if has_twin(place, group.candidates) else 0.0)
        + (county if place.feature_code == "ADM2" and place.name != group.name else 0.0)
        - _RANK * _doublings(rank)
        + (_ONLY if group.bearers == 1 and has_first else 0.0)
        + (_ACTS if acts and place.feature_code == "PPLC" else 0.0)
        + (seats.get(place.feature_code, 0.0) if group.capital else 0.0)
        + (_CONTAINER if held[rank] else 0.0)
        for rank, place in enumerate(group.candidates)
    ]


@lru_cache(maxsize=1_024)
def _doublings(rank: int) -> float:
    return float(np.log2(rank + 1))


def _prior_of_first(group: Group) -> float:
    """Count the gazetteer's first town as no smaller than any other that is called so.

    It knows that "Newcastle" is seldom the largest one.
    """
    first = group.candidates[0]
    if first.feature_class != "P":
        return prior(first)
    towns = [p for p in group.candidates if p.feature_class == "P" and _is_called(p, group.name)]
    return max(map(prior, (first, *towns)))


def is_government(toponym: Toponym) -> bool:
    """Whether a name stands for those who govern from there: "Washington said"."""
    return (
        toponym.kind is ToponymKind.NAME
        and toponym.sense is Sense.ASSOCIATIVE
        and toponym.reason.startswith(("“", "an institution"))
    )


def prior(place: Place) -> float:
    """Score what is known of a place without any text."""
    kind = _KIND.get(place.feature_code, _CLASS.get(place.feature_class, 0.0))
    return _PER_DECADE * _decades(place.population) + kind


@lru_cache(maxsize=16_384)
def _decades(population: int) -> float:
    return float(np.log10(population + 10))


def _is_called(place: Place, name: str) -> bool:
    """Whether the name is the place's first one, accents and the like apart; capitals pass."""
    return place.feature_class != "P" or (_plain(place.name) == _plain(name))


@lru_cache(maxsize=16_384)
def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("saint", "st"))
    return "".join(letter for letter in letters if letter.isalnum())


def _support(table: _Table, probability: np.ndarray, supporters: Sequence[slice]) -> np.ndarray:
    """Sum up how well each candidate goes with the likeliest candidates of the other names."""
    chosen = np.concatenate(
        [
            part.start + np.argsort(-probability[part], kind="stable")[:_SUPPORTERS]
            for part in supporters
        ]
    ).astype(int)
    cosine = np.clip(table.xyz @ table.xyz[chosen].T, -1.0, 1.0)
    km = _EARTH_KM * np.sqrt(np.maximum(0.0, 2.0 - 2.0 * cosine))
    is_point = ~(table.is_country | table.is_region)
    fit = _NEAR * np.exp(-km / _NEAR_KM) * (is_point[:, None] & is_point[chosen][None, :])
    same_country = (table.country[:, None] == table.country[chosen]) & (table.country[:, None] > 0)
    same_region = (table.region[:, None] == table.region[chosen]) & (table.region[:, None] > 0)
    has_country = table.is_country[:, None] | table.is_country[chosen]
    has_region = table.is_region[:, None] | table.is_region[chosen]
    fit += np.where(has_country, _IN_COUNTRY_NAMED, _SAME_COUNTRY) * same_country
    fit += np.where(has_region, _IN_REGION_NAMED, _SAME_REGION) * same_region
    both_regions = table.is_plain_region[:, None] & table.is_plain_region[chosen]
    fit += _REGIONS_TOGETHER * (both_regions & same_country)
    fit *= table.group[:, None] != table.group[chosen]
    fit[table.far[table.group][:, table.group[chosen]] & (km > _FERRY_KM)] = 0.0
    # In a story of many places one region's name says little of where all the others lie.
    share = min(1.0, _FEW_GROUPS / len(supporters))
    result: np.ndarray = share * (fit @ probability[chosen])
    return result


def _thinned(score: np.ndarray, parts: Sequence[slice]) -> np.ndarray:
    """Temper scores, and keep a crowd of small namesakes from outweighing the one well-known place.

    The order stays: the more candidates go before one, the more is taken off it.
    """
    result = score / _CALIBRATION
    for part in parts:
        rank = np.empty(part.stop - part.start)
        rank[(-score[part]).argsort(kind="stable")] = np.arange(1, len(rank) + 1)
        result[part] -= _CROWD * np.log(rank)
    return result


def _softmax(score: np.ndarray, parts: Sequence[slice], temperature: float) -> np.ndarray:
    """Turn scores into probabilities in each group (they adjoin), with room for "none of these"."""
    starts, ends = np.array([(part.start, part.stop) for part in parts if part.start < part.stop]).T
    warm, none = score / temperature, _NONE_FITS / temperature
    most = np.maximum(np.maximum.reduceat(warm, starts), none)
    likely = np.exp(warm - np.repeat(most, ends - starts))
    whole = np.add.reduceat(likely, starts) + np.exp(none - most)
    return np.asarray(likely / np.repeat(whole, ends - starts))
