"""What a story has named besides a description, in the order of how near to it in the text.

A text may name thousands of places and borders: of each what is nearest is looked up, not sorted
out anew.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from heapq import nsmallest
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from geo.contracts import Place

Named = TypeVar("Named", str, tuple[str, ...])


class Mentions(Generic[Named]):
    """The offsets at which things are named, no two at one."""

    def __init__(self) -> None:
        self._at: dict[Named, list[int]] = {}

    def add(self, what: Named, at: int) -> None:
        """Note that something is named at an offset."""
        insort(self._at.setdefault(what, []), at)

    def by_nearness(self, offset: int) -> list[Named]:
        """Order what is named by how near to an offset it is; of two as near, the earlier first."""
        return sorted(self._at, key=lambda what: self.nearest(what, offset))

    def nearest(self, what: Named, offset: int) -> tuple[int, int]:
        """Give how far from an offset something is named nearest, and where that is."""
        at = self._at[what]
        after = bisect_left(at, offset)
        return min((abs(one - offset), one) for one in at[max(0, after - 1) : after + 1])

    def least_far(self, offset: int, most: int) -> list[Named]:
        """List those few that are named nowhere far from an offset, the least far first."""

        def farthest(what: Named) -> tuple[int, int]:
            at = self._at[what]
            return max((abs(one - offset), one) for one in (at[0], at[-1]))

        return nsmallest(most, self._at, key=farthest)


class StoryPlaces:
    """What else the story names, each with where in the text.

    Attributes
    ----------
    countries : codes of the countries of all places.
    travelled : those of the places where something happens.
    borders : codes of the countries of borders named in full.
    """

    def __init__(self) -> None:
        self.countries: Mentions[str] = Mentions()
        self.travelled: Mentions[str] = Mentions()
        self.borders: Mentions[tuple[str, ...]] = Mentions()
        self._points: Mentions[str] = Mentions()
        self._place_at: dict[int, Place] = {}

    def add_point(self, place: Place, at: int) -> None:
        """Note a place where something happens."""
        self._place_at[at] = place
        self._points.add(place.feature_id, at)
        if place.country_code:
            self.travelled.add(place.country_code, at)

    def points_near(self, offset: int, most: int) -> list[Place]:
        """List the few places that are named nearest to an offset, each once."""
        named = self._points.least_far(offset, most)
        return [self._place_at[self._points.nearest(one, offset)[1]] for one in named]
