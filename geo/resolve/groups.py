"""Groups toponyms that mean the same place, with their candidates.

A name means one place throughout a story (one sense a document), so all mentions are decided
together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.lexicon import any_of, either, listed
from geo.lexicon.kept import compiled
from geo.resolve.namesakes import HELD, held, states_named

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping, Sequence

    from geo.contracts import Article, Place, Span, Toponym
    from geo.ports import Gazetteer
    from geo.resolve.stated import Stated

_REGION_MARK = "/region"
_RIVER_MARK = "/river"
_REACH = 20
_ISLAND_MARK = "/island"
_COUNTY_MARK = "/county"

# The longest list of namesakes that is weighed; the gazetteer gives the likeliest first.
_MOST_CANDIDATES = 30


@dataclass(frozen=True, slots=True)
class Told:
    """How far a group is said to lie from another, and in which direction, seen from there."""

    other: int
    distance_m: float
    bearing_deg: float | None


@dataclass(slots=True)
class Group:
    """The mentions of one name, what it may mean, and the names that stand beside it."""

    name: str
    candidates: Sequence[Place]
    bearers: int
    mentions: list[Toponym] = field(default_factory=list)
    containers: dict[str, Toponym] = field(default_factory=dict)
    is_apart: bool = False  # the story names the region of this name as well, and calls it so
    capital: Span | None = None  # the words that call it a capital
    far_from: set[int] = field(default_factory=set)  # groups that are the other end of a flight
    stated: list[Told] = field(default_factory=list)
    is_told: bool = False  # only a stated distance makes the likeliest candidate likely


def group_names(
    toponyms: Sequence[Toponym], kinds: Mapping[str, str], gazetteer: Gazetteer
) -> dict[str, Group]:
    """Group names and demonyms by the name to look up; descriptions are left out.

    ``kinds`` tells of some, by id, what the words beside them say that they are (see `kinds_of`).
    """
    groups: dict[str, Group] = {}
    for toponym in toponyms:
        if toponym.kind not in {ToponymKind.NAME, ToponymKind.DEMONYM}:
            continue
        key = key_of(toponym, kinds)
        group = groups.get(key)
        if group is None:
            found = gazetteer.candidates(toponym.name)
            kept = found[:1] if toponym.kind is ToponymKind.DEMONYM else found[:_MOST_CANDIDATES]
            if not kinds.get(toponym.id, HELD).startswith(HELD):
                kept = _of_kind(kept, kinds[toponym.id], toponym.name, gazetteer)
            group = groups[key] = Group(toponym.name, kept, len(found))
        group.mentions.append(toponym)
        if toponym.container:
            group.containers.setdefault(toponym.container, toponym)
    _add_described(groups, toponyms, gazetteer)
    for key, group in groups.items():
        group.is_apart = f"{key}{_REGION_MARK}" in groups
        group.candidates = _of_holder(key, group, groups, gazetteer)
    return groups


def _of_holder(
    key: str, group: Group, groups: Mapping[str, Group], gazetteer: Gazetteer
) -> Sequence[Place]:
    """List the candidates again, by what stands beside the name or holds it."""
    places = group.candidates
    if len(places) == _MOST_CANDIDATES:
        codes = _holders(group, gazetteer) or _named_countries(groups)
        places = _with_held(group, gazetteer.candidates(group.name), codes)
    return held(places, key.rpartition(HELD)[2], gazetteer) if HELD in key else places


def _add_described(
    groups: dict[str, Group], toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> None:
    """Add the countries that descriptions name, for what they say of where the story lies."""
    for toponym in toponyms:
        for name in toponym.relation.of if toponym.relation else ():
            key = " ".join(name.lower().split())
            if key not in groups:
                found = gazetteer.candidates(name)
                groups[key] = Group(name, found[:1], len(found), [toponym])


def _holders(group: Group, gazetteer: Gazetteer) -> set[str]:
    """List the countries of the names that stand beside a name and may hold it."""
    holders = [place for name in group.containers for place in gazetteer.candidates(name)[:1]]
    return {holder.country_code for holder in holders}


def _named_countries(groups: Mapping[str, Group]) -> set[str]:
    """List the countries that the story names."""
    first = [group.candidates[0] for group in groups.values() if group.candidates]
    return {place.country_code for place in first if place.feature_code.startswith("PCL")}


def _of_kind(
    places: Sequence[Place], kind: str, name: str, gazetteer: Gazetteer
) -> Sequence[Place]:
    """Keep the places that are what the words beside the name say.

    Where no region bears the name all stay, for words may be loose ("the Montreal region"). But a
    river is no town: "the Kabul river" is Kabul River, or is not known.
    """
    if kind == _REGION_MARK:
        first = [place for place in places if place.feature_code == "ADM1"]
        return first or [place for place in places if place.feature_code == "ADM2"] or places
    if kind == _COUNTY_MARK:
        named = (*gazetteer.candidates(f"{name} County"), *places)
        return [place for place in named if place.feature_code == "ADM2"] or places
    named = (*places, *gazetteer.candidates(f"{name} {kind.removeprefix('/')}"))
    if kind == _ISLAND_MARK:
        islands = [place for place in named if place.feature_code in {"ISL", "ISLS"}]
        return islands or places
    return [place for place in named if place.feature_class == "H"] or [
        place for place in places if place.feature_class in {"L", "T"}
    ]


def mark_far_ends(
    groups: Mapping[str, Group], keys: Mapping[str, str], pairs: Iterable[tuple[Toponym, Toponym]]
) -> None:
    """Note which groups are ends of one flight or voyage; ``keys`` are those of toponyms' ids."""
    order = {key: number for number, key in enumerate(groups)}
    for one, other in pairs:
        first, second = keys[one.id], keys[other.id]
        groups[first].far_from.add(order[second])
        groups[second].far_from.add(order[first])


def mark_stated(
    groups: Mapping[str, Group], keys: Mapping[str, str], stated: Iterable[Stated]
) -> None:
    """Note how far groups are said to lie from each other; ``keys`` are those of toponyms' ids."""
    order = {key: number for number, key in enumerate(groups)}
    told = {
        (keys[one.id], order[keys[other.id]], round(distance_m)): bearing_deg
        for one, other, distance_m, bearing_deg in stated
        if keys[one.id] != keys[other.id]
    }
    for (key, other, distance_m), bearing_deg in told.items():
        groups[key].stated.append(Told(other, distance_m, bearing_deg))


def _with_held(group: Group, found: Sequence[Place], codes: set[str]) -> Sequence[Place]:
    """Add what the list was too long for, of the countries where the place is likely to be."""
    more = [place for place in found[_MOST_CANDIDATES:] if place.country_code in codes]
    return (*group.candidates, *more[:_MOST_CANDIDATES])


def key_of(toponym: Toponym, kinds: Mapping[str, str]) -> str:
    """Key of the group that a toponym belongs to."""
    mark = "=" if toponym.kind is ToponymKind.DEMONYM else ""
    return mark + " ".join(toponym.name.lower().split()) + kinds.get(toponym.id, "")


def kinds_of(article: Article, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> dict[str, str]:
    """Tell which names the words beside them call a region or a river: "the Donetsk region"."""
    kinds = dict.fromkeys(states_named(toponyms, gazetteer), _REGION_MARK)
    for toponym in toponyms:
        if toponym.kind is not ToponymKind.NAME:
            continue
        kind = _kind(article.text, toponym.span) or _the_river(article.text, toponym, gazetteer)
        if kind == _COUNTY_MARK and _is_state(toponym.name, gazetteer):
            continue  # "in Indiana, Boone and Clinton counties"
        if kind:
            kinds[toponym.id] = kind
    return kinds


def _is_state(name: str, gazetteer: Gazetteer) -> bool:
    return any(place.feature_code == "ADM1" for place in gazetteer.candidates(name)[:1])


def _the_river(text: str, toponym: Toponym, gazetteer: Gazetteer) -> str:
    """Tell that "the" and no noun make a river of a name that a town or a country bears too.

    "The Niger" is the river, but "the Gambia" may be the country, which has its article.
    """
    span = toponym.span
    before = text[max(0, span.start - 4) : span.start].lower()
    if before[-4:] != "the " or not _alone_after().match(text, span.end):
        return ""
    found = gazetteer.candidates(toponym.name)
    is_other = any(place.feature_class in {"A", "P"} for place in found)
    if not is_other or gazetteer.has(f"Republic of the {toponym.name}"):
        return ""
    rivers = (*found, *gazetteer.candidates(f"{toponym.name} River"))
    return _RIVER_MARK if any(place.feature_code == "STM" for place in rivers) else ""


@cache
def _region_after() -> re.Pattern[str]:
    """Find "the Donetsk region", "Texas Gov. X" and "Texas, a U.S. state"."""
    region = either(listed("region") | listed("region_named"))
    governor, whose = any_of("governs_region"), any_of("of_the_nation")
    state = any_of("region_in_apposition")
    return compiled(
        rf"(?:['’]s)?[ \u00a0]{region}\b|[ \u00a0]{governor}[ \u00a0](?=[A-Z])"
        rf"|, (?:the|a) (?:{whose} )?{state}\b(?! {any_of('capital')})"
    )


@cache
def _before(name: str, *, the: bool = False) -> re.Pattern[str]:
    """Find "the region of", "the mouth of the" right before a name."""
    return compiled(rf"\b{any_of(name)}s? of {'the ' if the else ''}\Z")


@cache
def _water_after() -> re.Pattern[str]:
    return compiled(rf"[ \u00a0]({any_of('water')})\b(?![ -]{any_of('by_water')})")


@cache
def _water_in_apposition() -> re.Pattern[str]:
    """Find ", Kenya's longest river" behind a name, but not ", a town on the river"."""
    other = either(listed("locative") | listed("settlement") | listed("lies") | {"on"})
    return compiled(rf", (?:(?!{other}\b)[\w’'-]+ ){{1,4}}({any_of('water')})\b")


@cache
def _alone_after() -> re.Pattern[str]:
    """Find that no noun follows a name: a mark, the end, a verb's beginning, or "valley"."""
    goes_on = either(listed("before_verb") | listed("locative") | listed("part_of_river"))
    return compiled(rf"(?![^\W\d_’'-])(?:[^ \u00a0]|\Z|[ \u00a0](?:and|or|{goes_on})\b)")


@cache
def _counties_after() -> re.Pattern[str]:
    """Find the rest of a list of counties: ", Wright and Harlow counties"."""
    name = r"[^\W\d_][\w'’.-]{0,40}(?:[ \u00a0][^\W\d_a-z][\w'’.-]{0,40})?"
    more = rf"(?:,[ \u00a0]{name}){{0,20}}(?:,?[ \u00a0](?:and|or)[ \u00a0]{name})?"
    return compiled(rf"{more}[ \u00a0]{any_of('many_counties')}\b")


@cache
def _island_after() -> re.Pattern[str]:
    return compiled(rf"[ \u00a0]{any_of('island')}\b")


def _kind(text: str, span: Span) -> str:
    water = _water_after().match(text, span.end) or _water_in_apposition().match(text, span.end)
    if water is not None:
        return f"/{water[1]}"
    if _counties_after().match(text, span.end):
        return _COUNTY_MARK
    before = max(0, span.start - _REACH)
    if _before("part_of_river", the=True).search(text, before, span.start):
        return _RIVER_MARK
    if _island_after().match(text, span.end) or _before("island").search(text, before, span.start):
        return _ISLAND_MARK
    is_before = _before("region").search(text, before, span.start) or (
        _before("region_before").search(text, before, span.start)
    )
    if is_before or _region_after().match(text, span.end):
        return _REGION_MARK
    return ""
