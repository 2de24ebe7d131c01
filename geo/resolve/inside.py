"""Names that no place bears go in; for "Third Street in Harare" the town that holds it comes out.

No gazetteer of ours knows streets, halls and most suburbs, but the words often say which town they
are in. Such a pin is the town's, and never sure: nothing firm rests on it.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.contracts import Sense, ToponymKind
from geo.lexicon import any_of, in_names
from geo.lexicon.kept import compiled
from geo.resolve.stand_ins import SURE, shown_at

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts import Article, Geocode, Toponym

_TOWN = "in which the words say it lies"


def held_by_towns(
    article: Article, toponyms: Sequence[Toponym], geocodes: Mapping[str, Geocode]
) -> Iterator[tuple[str, Geocode]]:
    """Place what is not known, and is said to lie in a town of the story, at that town.

    What is called so again is the same place, where only one town is said to hold it.
    """
    towns: dict[str, dict[str, Geocode]] = {}
    for name, holder in _held(article, toponyms):
        towns.setdefault(name.name, {})[holder.name] = geocodes[holder.id]
    for toponym in toponyms:
        told = towns.get(toponym.name, {})
        if len(told) != 1 or not _is_unknown(toponym, geocodes[toponym.id]):
            continue
        (town,) = told.values()
        if town.place is not None and _is_town(town):
            yield toponym.id, shown_at(toponym, town.place, _TOWN)


def _held(article: Article, toponyms: Sequence[Toponym]) -> Iterator[tuple[Toponym, Toponym]]:
    """Pair names with what is said to hold them."""
    for before, after in pairwise(sorted(toponyms, key=attrgetter("span.start"))):
        between = article.text[before.span.end : after.span.start]
        if _is_landmark(before) and _behind().fullmatch(between):
            yield before, after
        elif _is_landmark(after) and _owned().fullmatch(between):
            yield after, before


def _is_landmark(toponym: Toponym) -> bool:
    """Whether it is a street, a park or the like by its last word.

    Others may be anything: "the transport Cape Lulea in Narvik" is a ship.
    """
    head = toponym.name.rpartition(" ")[2].rstrip(".")
    return head in in_names("landmark") or head in in_names("street_named")


def _is_unknown(toponym: Toponym, found: Geocode) -> bool:
    is_name = toponym.kind is ToponymKind.NAME and toponym.sense is Sense.LITERAL
    return is_name and found.place is None


def _is_town(found: Geocode) -> bool:
    place = found.place
    return place is not None and place.feature_class == "P" and found.probability >= SURE


@cache
def _behind() -> re.Pattern[str]:
    """Read what stands between "Third Street" and the town: "in", a comma, or both."""
    return compiled(rf",\s|,?\s{any_of('in_town')}\s(?:{any_of('before_place')}\s)?")


@cache
def _owned() -> re.Pattern[str]:
    """Read what stands between a town and what is its own: "Harare's Third Street"."""
    return compiled(r"['’]s?\s")
