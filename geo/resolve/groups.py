"""Groups toponyms that mean the same place, with their candidates.

A name means one place throughout a story (one sense a document), so all mentions are decided
together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import RelationKind, ToponymKind
from geo.lexicon import in_names
from geo.resolve.kinds import REGION_MARK, of_kind
from geo.resolve.namesakes import held, told_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.contracts import Place, Span, Toponym
    from geo.ports import Gazetteer
    from geo.resolve.stated import Stated

# The longest list of namesakes that is weighed; the gazetteer gives the likeliest first.
_MOST_CANDIDATES = 30


@dataclass(frozen=True, slots=True)
class Told:
    """How far a group is said to lie from another, as in `Stated`."""

    other: int
    distance_m: float
    bearing_deg: float | None
    is_taken: bool


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
            found = gazetteer.candidates(toponym.name) or _water(toponym.name, gazetteer)
            kept = found[:1] if toponym.kind is ToponymKind.DEMONYM else found[:_MOST_CANDIDATES]
            kind = kinds.get(toponym.id, "")
            if kind and told_by(kind) is None:
                kept = of_kind(kept, kind, toponym.name, gazetteer)
            group = groups[key] = Group(toponym.name, kept, len(found))
        group.mentions.append(toponym)
        if toponym.container:
            group.containers.setdefault(toponym.container, toponym)
    _add_described(groups, toponyms, gazetteer)
    for key, group in groups.items():
        group.is_apart = f"{key}{REGION_MARK}" in groups
        group.candidates = _of_holder(key, group, groups, gazetteer)
    return groups


def _water(name: str, gazetteer: Gazetteer) -> Sequence[Place]:
    """List what "River Ob" may be, where the gazetteer calls it "Ob" or "Ob River"."""
    water, _, rest = name.partition(" ")
    if not rest or water not in in_names("water"):
        return ()
    named = (*gazetteer.candidates(f"{rest} {water}"), *gazetteer.candidates(rest))
    return [place for place in named if place.feature_class == "H"]


def _of_holder(
    key: str, group: Group, groups: Mapping[str, Group], gazetteer: Gazetteer
) -> Sequence[Place]:
    """List the candidates again, by what stands beside the name or holds it."""
    places = group.candidates
    if len(places) == _MOST_CANDIDATES:
        codes = _holders(group, gazetteer) or _named_countries(groups)
        places = _with_held(group, gazetteer.candidates(group.name), codes)
    told = told_by(key)
    return held(places, told, gazetteer) if told is not None else places


def _add_described(
    groups: dict[str, Group], toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> None:
    """Add the countries that descriptions name, for what they say of where the story lies.

    A border of one named country does not: what lies on it may lie beyond.
    """
    for toponym in toponyms:
        relation = toponym.relation
        is_line = relation is not None and relation.kind is RelationKind.BORDER
        names = relation.of if relation is not None else ()
        for name in () if is_line and len(names) == 1 else names:
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
        (keys[each.one.id], order[keys[each.other.id]], round(each.distance_m)): each
        for each in stated
        if keys[each.one.id] != keys[each.other.id]
    }
    for (key, other, distance_m), each in told.items():
        groups[key].stated.append(Told(other, distance_m, each.bearing_deg, each.is_taken))


def _with_held(group: Group, found: Sequence[Place], codes: set[str]) -> Sequence[Place]:
    """Add what the list was too long for, of the countries where the place is likely to be."""
    more = [place for place in found[_MOST_CANDIDATES:] if place.country_code in codes]
    return (*group.candidates, *more[:_MOST_CANDIDATES])


def key_of(toponym: Toponym, kinds: Mapping[str, str]) -> str:
    """Key of the group that a toponym belongs to."""
    mark = "=" if toponym.kind is ToponymKind.DEMONYM else ""
    return mark + " ".join(toponym.name.lower().split()) + kinds.get(toponym.id, "")
