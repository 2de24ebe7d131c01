"""Says in words why a candidate was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Evidence, ToponymKind
from geo.resolve.relative import holds, may_hold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.contracts import Place
    from geo.ports import Gazetteer
    from geo.resolve.groups import Group

    Holders = Sequence[tuple[Group, Place]]


def by_country(chosen: Iterable[tuple[Group, Place]]) -> Mapping[str, Holders]:
    """List by country, in order, the places of a story that others may lie in."""
    found: dict[str, list[tuple[Group, Place]]] = {}
    for group, place in chosen:
        if may_hold(place):
            found.setdefault(place.country_code, []).append((group, place))
    return found


def reasons(
    group: Group, place: Place, holders: Mapping[str, Holders], gazetteer: Gazetteer
) -> tuple[Evidence, ...]:
    """Say why a place was chosen among its namesakes; ``holders`` are those of `by_country`."""
    return tuple(_reasons(group, place, holders.get(place.country_code, ()), gazetteer))


def guess(group: Group) -> Evidence:
    """Say that a place is only the likeliest of many."""
    if group.is_told:
        return Evidence(
            reason=f"a guess: of {group.bearers} places that bear the name, the one that lies "
            "as far away as the story says",
            span=group.mentions[0].span,
        )
    return Evidence(
        reason=f"a guess: {group.bearers} places bear the name, and the story does not say which",
        span=group.mentions[0].span,
    )


def _reasons(
    group: Group, place: Place, holders: Holders, gazetteer: Gazetteer
) -> Iterator[Evidence]:
    first = group.mentions[0]
    if first.kind is ToponymKind.DEMONYM:
        yield Evidence(reason=f"“{first.span.text}” belongs to {place.name}", span=first.span)
        return
    for name, mention in group.containers.items():
        if any(holds(holder, place) for holder in gazetteer.candidates(name)[:3]):
            yield Evidence(reason=f"{name} is named beside it", span=mention.span)
    if group.capital is not None and place.feature_code in {"PPLC", "PPLA"}:
        yield Evidence(reason=f"called “{group.capital.text}”", span=group.capital)
    yield _among(group, place)
    around = [
        (other, holder)
        for other, holder in holders
        if other is not group and holds(holder, place) and other.name not in group.containers
    ]
    # A country or region says where it lies; an island or a range without outline, only near what.
    around.sort(key=lambda one: one[1].feature_class != "A")
    for other, holder in around[:1]:
        near = "" if holder.feature_class == "A" else ", which lies near,"
        yield Evidence(
            reason=f"{holder.name}{near} is named in the article", span=other.mentions[0].span
        )


def _among(group: Group, place: Place) -> Evidence:
    """Say how the place stands among those of the same name."""
    if group.bearers == 1:
        return Evidence(reason="the only place of that name in the gazetteer")
    if place.feature_code.startswith("PCL"):
        return Evidence(reason=f"a country; {group.bearers} places bear the name")
    alike = [each for each in group.candidates if each.feature_class == place.feature_class]
    if place.population and place.population == max(each.population for each in alike):
        return Evidence(reason=f"largest of {group.bearers} places of that name")
    return Evidence(reason=f"one of {group.bearers} places of that name, though not the largest")
