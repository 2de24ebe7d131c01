"""Toponyms (words that name a place), places (what a gazetteer knows) and geocodes (the tie)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shapely.geometry.base import BaseGeometry

from geo.contracts.text import Span

# A place less likely than this is a guess; one less likely than that is unsure: it is shown so, and
# no figure is refused by it alone.
GUESSED = 0.25
_LIKELIER = 0.5
SURE = 0.75


class ToponymKind(StrEnum):
    """How the words point at the place."""

    NAME = "name"  # "Pyongyang"
    DEMONYM = "demonym"  # "Russian", "Muscovites"
    DESCRIPTION = "description"  # "the North Korean capital", "the Russia–North Korea border"
    RELATIVE = "relative"  # "80 miles north of Kyiv"


class Sense(StrEnum):
    """Whether the words mean the place itself or something tied to it (a government, a team)."""

    LITERAL = "literal"
    ASSOCIATIVE = "associative"


class RelationKind(StrEnum):
    """What a definite description says of the places that it names."""

    CAPITAL = "capital"  # the capital of `of[0]`
    BORDER = "border"  # the border between `of[0]` and `of[1]`; with one name, that one's border
    COUNTRY = "country"  # "the country", of[0] once it is known
    OFFSET = "offset"  # a distance and a direction from `of[0]`


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """The meaning of a description: a relation and the names (as looked up) that it is about.

    ``of`` may be empty ("the border"): resolving then takes what the story has named before.
    """

    kind: RelationKind
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """Words of the article that name a place.

    Attributes
    ----------
    name : what to look up in the gazetteer ("North Korea" for "North Korean").
    container : a name beside it that holds it ("Texas" in "Paris, Texas"), or "".
    reason : why these words were taken for a place and in this sense, for people.
    is_doubtful : only the places that the story names beside them speak for their being one.
    """

    id: str
    span: Span
    kind: ToponymKind
    sense: Sense
    name: str
    container: str = ""
    relation: Relation | None = None
    reason: str = ""
    is_doubtful: bool = False


# Of borders and waters what is no larger than a town: crossings, shoals, reefs, falls, harbours.
_SPOTS = frozenset({"BDRX", "SHOL", "RF", "FLLS", "HBR", "ANCH", "SPNG", "SPNT"})

# What a single point stands for badly: a desert, a range, a peninsula.
_WIDE = frozenset({"DSRT", "ERG", "MTS", "PEN", "PENX", "PLAT", "PLN", "DLTA", "VAL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of a gazetteer, in WGS 84 degrees (EPSG:4326).

    Attributes
    ----------
    gazetteer : short name of where the entry comes from ("geonames", "dateline", "naturalearth").
    feature_class, feature_code : GeoNames codes: P/PPLC a capital, P/PPLL a village that is only
        roughly known to lie there, A/PCLI a country, A/ADM1 a region, L/CONT a continent, L/RGN a
        region without border, L/PRLL a parallel, H/SEA a sea, H/STM a river, S/RSTN a station,
        S/BDG a building, A/BDR a border line, S/BDRX a border crossing.
    extent : polygon or line of what is not a point (country, border, river); None for a point.
    source : who says so, with licence, as credited on the map.
    """

    gazetteer: str
    feature_id: str
    name: str
    lon: float
    lat: float
    feature_class: str
    feature_code: str
    country_code: str = ""
    admin1: str = ""
    population: int = 0
    extent: BaseGeometry | None = None
    source: str = ""

    @property
    def is_area(self) -> bool:
        """Whether a single pin would say more than is known: countries, regions, seas, rivers."""
        return self.feature_class in {"A", "L", "H"} and self.feature_code not in _SPOTS

    @property
    def is_rough(self) -> bool:
        """Whether its point may be some kilometres off: that of a district around it."""
        return self.feature_code == "PPLL"

    @property
    def is_parallel(self) -> bool:
        """Whether it is a line round the globe: the equator, a tropic, a polar circle."""
        return self.feature_code == "PRLL"

    @property
    def is_wide(self) -> bool:
        """Whether a distance from it is one from its edge, which is not known: a desert's."""
        return self.extent is None and self.feature_code in _WIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason, in words for people, and the article's words that it rests on, if any."""

    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that the toponym may mean, and how likely that is (0 to 1)."""

    place: Place
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Geocode:
    """Where a toponym is, or that it could not be placed (``place`` is None).

    Attributes
    ----------
    alternatives : the other candidates, likeliest first, without ``place`` itself.
    probability : that ``place`` is the right one, 0 to 1; 0 when there is none.
    """

    toponym_id: str
    place: Place | None
    alternatives: tuple[Candidate, ...] = ()
    probability: float = 0.0
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Whether ``place`` is but the likeliest of many: it is shown, and nothing rests on it."""
        return self.place is not None and 0.0 < self.probability < GUESSED

    @property
    def is_unlikely(self) -> bool:
        """Whether it is likelier that some other place is meant: no line is drawn to it."""
        return self.place is not None and 0.0 < self.probability < _LIKELIER

    @property
    def town(self) -> Place | None:
        """The town that a region without outline is called after, or a state that is one town.

        The name may mean the town as well as the area.
        """
        area = self.place
        if area is None or not area.is_area:
            return None
        towns = (one.place for one in self.alternatives if one.place.feature_class == "P")
        return next((town for town in towns if _is_called_after(area, town)), None)


def _is_called_after(area: Place, town: Place) -> bool:
    if town.country_code != area.country_code:
        return False
    if area.feature_code.startswith("PCL"):
        return town.name == area.name and 2 * town.population > area.population > 0
    is_region = area.feature_code.startswith("ADM") and area.extent is None
    return is_region and bool(town.admin1) and town.admin1 in {area.name, area.admin1}
