"""Toponyms go in; which mentions of one name are told apart by what holds them comes out.

A name means one place throughout a story, unless the story says otherwise: "from Springfield,
Illinois, to Springfield, Missouri".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts import Article, Place, Toponym
    from geo.ports import Gazetteer

_HELD, _NOT_HELD = "/in ", "/not in "  # what ends the key of names that are told apart
_FEW = 3  # candidates among which a state stands that has a city's name
_TO_ANOTHER = re.compile(r", [^\W\d_][\w .]{1,40}, (?:to|for) ")


def namesakes(
    article: Article, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> dict[str, str]:
    """Mark by id the mentions of names that the story puts in two lands or regions.

    A mention that no holder stands beside is of the place that was named last; but in "from Paris,
    Texas, to Paris" it is of another.
    """
    names: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        if toponym.kind is ToponymKind.NAME:
            names.setdefault(" ".join(toponym.name.lower().split()), []).append(toponym)
    marks: dict[str, str] = {}
    for mentions in names.values():
        marks.update(_marks(mentions, gazetteer) or _marks_of_one(article, mentions))
    return marks


@dataclass(frozen=True, slots=True)
class ToldApart:
    """What tells mentions of one name apart: the name of a holder, in which they lie or not."""

    holder: str
    is_elsewhere: bool = False

    @property
    def mark(self) -> str:
        """What is put behind the name in the key of its group."""
        return f"{_NOT_HELD if self.is_elsewhere else _HELD}{self.holder}"


def told_by(mark: str) -> ToldApart | None:
    """Read what `ToldApart.mark` wrote at the end of a key; none where no such mark stands."""
    for sign, is_elsewhere in ((_NOT_HELD, True), (_HELD, False)):
        if sign in mark:
            return ToldApart(mark.rpartition(sign)[2], is_elsewhere)
    return None


def held(places: Sequence[Place], told: ToldApart, gazetteer: Gazetteer) -> Sequence[Place]:
    """Keep the places that lie in the holder, or elsewhere, where there are any."""
    holder = _holder(told.holder, gazetteer)
    if holder is None:
        return places
    is_region = holder.feature_code == "ADM1"
    kept = [
        place
        for place in places
        if told.is_elsewhere
        is not (
            place.country_code == holder.country_code
            and (not is_region or place.admin1 == holder.admin1)
        )
    ]
    return kept or places


def _marks(mentions: Sequence[Toponym], gazetteer: Gazetteer) -> Mapping[str, str]:
    holders = {
        each.container: _holder(each.container, gazetteer) for each in mentions if each.container
    }
    if not _are_apart([holder for holder in holders.values() if holder is not None]):
        return {}
    marks, last = {}, next(name for name, holder in holders.items() if holder is not None)
    for each in mentions:
        if each.container and holders[each.container] is not None:
            last = each.container
        marks[each.id] = ToldApart(last).mark
    return marks


def _marks_of_one(article: Article, mentions: Sequence[Toponym]) -> Mapping[str, str]:
    """Mark the mentions that have a holder where one without is told from them: "to Paris"."""
    others = [
        one.container
        for one, other in pairwise(mentions)
        if one.container
        and not other.container
        and _TO_ANOTHER.fullmatch(article.text, one.span.end, other.span.start)
    ]
    return {
        each.id: ToldApart(each.container or others[0], is_elsewhere=not each.container).mark
        for each in mentions
        if others
    }


def states_named(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> Iterator[str]:
    """Give the ids of the names that are a state's behind a town in it, though a city's as well.

    "In Salamanca, New York" the state is named, and the city is not.
    """
    for one, other in pairwise(toponyms):
        is_behind = 0 < other.span.start - one.span.end <= len(", ")
        if is_behind and one.container == other.name:
            first = gazetteer.candidates(other.name)[:1]
            state = _holder(other.name, gazetteer)
            if first and first[0].feature_class == "P" and state is not None:
                yield other.id


def _holder(name: str, gazetteer: Gazetteer) -> Place | None:
    """Find the country or the region of its first order that a holder's name means.

    It may be a city's name in the first place: "New York".
    """
    found = gazetteer.candidates(name)[:_FEW]
    if found and found[0].feature_class not in {"A", "P"}:
        return None
    return next((place for place in found if _is_area(place)), None)


def _is_area(place: Place) -> bool:
    return place.feature_code == "ADM1" or place.feature_code.startswith("PCL")


def _are_apart(holders: Sequence[Place]) -> bool:
    """Whether no place can lie in all of them: two countries, or two regions of one country."""
    regions = {one.feature_id for one in holders if one.feature_code == "ADM1"}
    return len({one.country_code for one in holders}) > 1 or len(regions) > 1
