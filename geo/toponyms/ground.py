"""Scored names go in; those in doubt that lie among the story's sure places come out raised.

A word that may be a town's name is likelier to be one where the town lies beside the places that
the story surely names: "a Ceuta ferry" beside Algeciras. It says little of common words and first
names, for some town bears nearly each of them.
"""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING

from geo.lexicon.names import dictionary, first_names, weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Place
    from geo.ports import Gazetteer
    from geo.toponyms.found import Found

SURE = 2.0
IN_GROUND = "among the story's places"
_FEW, _LIKELIEST = 3, 3  # namesakes of a sure name, and those of one in doubt that are looked at
_CITY, _TOWN = 100_000, 50_000
_COMMON = 10  # first names of so many in 100,000 people
_NEAR_KM, _CLOSE_KM, _KM_PER_DEG = 250.0, 120.0, 111.2
# What else may explain a name.
_OTHERS = frozenset(
    {
        "a common word",
        "a person's surname here",
        "a person's first name here",
        "a storm's name here",
        "somebody's or something's name",
        "half of a longer name",
        "an agency in a dateline",
        "an acronym",
        "an unknown name after",
        "an unknown name before",
        "a common capital word after",
        "an article and no noun",
        "a saint's house after",
        "among first names",
    }
)


_NAMED = frozenset(
    {
        "a name to the grammar",
        "after another place",
        "preposition before",
        "strong preposition before",
    }
)
_SPOTS = frozenset({"ISL", "ISLS"})


def with_ground(found: Sequence[Found], gazetteer: Gazetteer) -> list[Found]:
    """Raise the names in doubt that lie in the story's ground."""
    bonus = weights()[IN_GROUND]
    doubtful = {
        number for number, each in enumerate(found) if -bonus < each.score <= 0.0 and _may_be(each)
    }
    towns = list(_sure_towns(found, gazetteer)) if doubtful else []
    near: dict[str, bool] = {}
    for name in {found[number].match.name for number in doubtful} if towns else ():
        is_near = _are_close if _is_word(name) else _are_beside
        places = gazetteer.candidates(name)[:_LIKELIEST]
        near[name] = any(is_near(place, town) for place in places for town in towns)
    return [
        each._replace(score=each.score + bonus, signs=each.signs | {IN_GROUND})
        if number in doubtful and near.get(each.match.name)
        else each
        for number, each in enumerate(found)
    ]


def _may_be(found: Found) -> bool:
    """Whether nothing else explains a name.

    A common word may be a town's where the grammar says that it is a name, at the start of a
    sentence, or a word of place stands before it: "Bath has closed two bridges", "from Split".
    """
    bearers, prior = first_names().get(found.match.name.lower(), 0), found.match.prior
    is_named = prior.feature_class == "P" and not _NAMED.isdisjoint(found.signs)
    others = found.signs & _OTHERS - ({"a common word"} if is_named else set())
    return bearers < _COMMON and not others


def _sure_towns(found: Sequence[Found], gazetteer: Gazetteer) -> Iterator[Place]:
    """List the towns that are surely named, and of which hardly another can be meant."""
    names = {
        each.match.name
        for each in found
        if each.score >= SURE
        and (each.match.prior.bearers <= _FEW or each.match.prior.population >= _CITY)
    }
    for name in sorted(names):
        place = gazetteer.candidates(name)[0]
        if place.feature_class == "P" or place.feature_code in _SPOTS:
            yield place


def _is_word(name: str) -> bool:
    """Whether a name is a common word as well: its town must lie close by."""
    return name.lower() in dictionary()


def _are_close(one: Place, other: Place) -> bool:
    """Whether two places are so near that even a small town is named beside the other."""
    if one.population >= _TOWN:
        return _are_beside(one, other)
    return _km(one, other) < _CLOSE_KM


def _are_beside(one: Place, other: Place) -> bool:
    """Whether two places are near each other or in one region."""
    is_one_region = one.admin1 != "" and one.admin1 == other.admin1
    if is_one_region and one.country_code == other.country_code:
        return True
    return _km(one, other) < _NEAR_KM


def _km(one: Place, other: Place) -> float:
    """Tell how far apart two places are, as well as is needed to call them near."""
    east = (one.lon - other.lon + 180.0) % 360.0 - 180.0
    return _KM_PER_DEG * hypot(one.lat - other.lat, east * cos(radians(one.lat)))
