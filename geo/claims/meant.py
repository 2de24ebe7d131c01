"""Tells which places words that name none may mean: "the city", "it", "the Tunisian port".

The words do not say it, so all that may be meant are told, the likeliest first: a figure that is
right for one of them is not refused.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.anchor import is_of_capital
from geo.claims.clause import is_town
from geo.claims.story import distinct
from geo.contracts import Span, ToponymKind
from geo.lexicon import any_of, listed
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Place

    # Words that stand for a place, and what lists those of the story that they may mean.
    _Meant = tuple[
        tuple[Callable[[], re.Pattern[str]], Callable[[Scene, int, str], Iterable[PlacedMention]]],
        ...,
    ]

# Further back than this a town is no longer spoken of as "the Tunisian port".
_REACH_SENTENCES = 4

# The headline and what follows on it name what the story is about; places that may be meant.
_OPENING = (0, 1)
_MOST_MEANT = 7


def places_meant(scene: Scene, start: int) -> tuple[list[PlacedMention], int]:
    """List what words at an offset may mean, likeliest first, and where they end."""
    words = scene.after(start)
    for nouns, meant in _MEANT:
        if noun := nouns().match(words):
            end = start + noun.end()
            return distinct((*pointed(scene, start, end), *meant(scene, start, noun[0]))), end
    return _of_demonym(scene, start)


def of_its_kind(scene: Scene, start: int) -> list[PlacedMention]:
    """List the islands or mountains that "the island", "the volcano" at an offset may mean."""
    words = scene.after(start)
    for nouns, meant in _KINDS:
        if noun := nouns().match(words):
            return distinct(meant(scene, start, noun[0]))
    return []


def pointed(scene: Scene, start: int, end: int) -> Iterator[PlacedMention]:
    """List the places that words between two offsets point back to: "there", "the town"."""
    span = Span(start=start, end=end, text=scene.between(start, end))
    for link in scene.story.document.referents.links_in(span):
        one = scene.story.mention(link.to.toponym_id)
        if one is not None and is_town(one):
            yield one


def from_there(scene: Scene, amount: Amount) -> list[PlacedMention]:
    """Read "From there buses run to A, 80 km to the east": the place that "there" is."""
    found = _from().search(scene.before(amount.start))
    if found is None:
        return []
    start, end = (scene.sentence.start + at for at in found.span("there"))
    if named := list(pointed(scene, start, end)):
        return named
    alone = distinct(one for one in scene.story.mentions.get(scene.index - 1, ()) if is_town(one))
    return alone if len(alone) == 1 else []


@cache
def _from() -> re.Pattern[str]:
    there = any_of("here_or_there")
    return compiled(rf"(?<![^\W_])from\s(?P<there>{there})(?![^\W_])", re.IGNORECASE)


def is_site(scene: Scene, start: int) -> bool:
    """Whether words stand for a site of which only the town may be known: "the factory".

    So does "the Queensland capital", which may be none of the towns named.
    """
    words = scene.after(start)
    is_seat = any(is_of_capital(scene, one) for one in _lands_at(scene, start))
    return is_seat or (not _town().match(words) and bool(_site().match(words)))


def _towns_here(scene: Scene, _start: int, noun: str) -> Iterator[PlacedMention]:
    yield from (one for one in scene.story.here(scene.index) if _is_town(one.place, noun))
    if noun.lower().split()[-1] in listed("capital"):
        yield from scene.story.capitals


def _of_demonym(scene: Scene, start: int) -> tuple[list[PlacedMention], int]:
    """Read "the Tunisian port", "the Sicily capital": the towns of that land named before."""
    for one in _lands_at(scene, start):
        is_whose = is_of_capital(scene, one) or one.toponym.kind is ToponymKind.DEMONYM
        noun = _noun_behind().match(scene.after(one.span.end)) if is_whose else None
        if noun and one.place:
            code, region = one.place.country_code, one.place.admin1
            towns = [
                town
                for town in towns_before(scene, one.span.start)
                if town.place
                and town.place.country_code == code
                and region in {"", town.place.admin1}
            ]
            return distinct(towns), one.span.end + noun.end()
    return [], start


def _lands_at(scene: Scene, start: int) -> Iterator[PlacedMention]:
    starts = {start, start + len("the ")}
    yield from (one for one in scene.mentions if one.span.start in starts)


@cache
def _town() -> re.Pattern[str]:
    """Find "the city"; in "the capital Bern" a name follows that may be none that we know."""
    named = r"(?!\sof\s|\s(?-i:[A-Z]))"
    return compiled(rf"{any_of('town_pronoun')}(?![^\W_]){named}", re.IGNORECASE)


@cache
def _of_region() -> re.Pattern[str]:
    return compiled(rf"the\s[a-z]{{4,13}}\s{any_of('capital')}(?![^\W_])(?!\sof\s|,?\s[A-Z])")


def is_only_capital(scene: Scene, town: PlacedMention, subject: PlacedMention, end: int) -> bool:
    """Whether "the capital" ending at an offset is sure: the only one named of that country."""
    word = scene.between(scene.sentence.start, end).split()[-1].lower()
    if word not in listed("capital") or town.place is None or subject.place is None:
        return False
    code = subject.place.country_code
    named = [one.place for one in scene.story.capitals if one.place]
    ours = [place for place in named if place.country_code == code]
    return town.place.country_code == code and len(ours) == 1 and ours[0] == town.place


@cache
def _there() -> re.Pattern[str]:
    return compiled(rf"{any_of('here_or_there')}(?![^\W_'’])", re.IGNORECASE)


@cache
def _it() -> re.Pattern[str]:
    return compiled(rf"{any_of('bare_pronoun')}(?![^\W_'’])", re.IGNORECASE)


def _the(name: str) -> re.Pattern[str]:
    """Find "the old factory", "the volcano", if no name or "of" follows."""
    return compiled(
        rf"{any_of('the_or_whose')}\s(?:[a-z-]{{3,14}}\s)??{any_of(name)}"
        r"(?![^\W_])(?!\sof\s|\s(?-i:[A-Z]))",
        re.IGNORECASE,
    )


@cache
def _landform() -> re.Pattern[str]:
    return _the("landform_noun")


@cache
def _island() -> re.Pattern[str]:
    return _the("island")


@cache
def _site() -> re.Pattern[str]:
    return _the("site_noun")


@cache
def _other_town() -> re.Pattern[str]:
    whose, noun = any_of("the_or_whose"), any_of("place_noun")
    return compiled(
        rf"(?:that|{whose}\s{any_of('border')})\s{noun}(?![^\W_])(?!\sof\s)", re.IGNORECASE
    )


@cache
def _noun_behind() -> re.Pattern[str]:
    return compiled(rf"\s(?:[a-z]{{3,9}}\s)?{any_of('place_noun')}(?![^\W_])(?!\sof\s)")


def _is_town(place: Place | None, noun: str) -> bool:
    is_capital = noun.lower().split()[-1] in listed("capital")
    return (
        place is not None
        and place.feature_class == "P"
        and (place.feature_code == "PPLC" or not is_capital)
    )


def _told_before(scene: Scene, start: int) -> Iterator[PlacedMention]:
    """List what "it" may be: what a distance was said of before, then the towns before."""
    before = [one for one in scene.mentions if one.span.end <= start]
    # "X lies 80 km from A, and Y 20 km from it": of two places that a clause tells of, the last.
    last = [one for one in before if one.toponym.id in scene.anchors][-1:]
    other = before[-1] if before and is_town(before[-1]) else None
    is_new = bool(last) and other is not None and other not in {last[0], scene.subject}
    yield from last if is_new else ()
    told = (scene.subject, scene.story.said_of.get(scene.index - 1))
    yield from (one for one in told if one is not None)
    yield from towns_before(scene, start)


def may_be_meant(scene: Scene, likeliest: Iterable[PlacedMention]) -> list[PlacedMention]:
    """List what a figure without a named end may be counted from: the story's places besides."""
    at = [index for index in _OPENING if index < scene.index]
    opening = (one for index in at for one in scene.story.mentions.get(index, ()))
    found = (
        *likeliest,
        *scene.story.here(scene.index),
        *(one for one in opening if is_town(one)),
        *towns_before(scene, scene.sentence.start),
    )
    return distinct(one for one in found if not _is_group(one))[:_MOST_MEANT]


def _is_group(mention: PlacedMention) -> bool:
    """Whether several islands are meant, from which nothing is counted."""
    return mention.place is not None and mention.place.feature_code == "ISLS"


def towns_before(scene: Scene, start: int) -> Iterator[PlacedMention]:
    """List the towns named before an offset, the last one first."""
    return _before(scene, start, lambda place: place.feature_class in {"P", "S", "T"})


def _before(scene: Scene, start: int, is_one: Callable[[Place], bool]) -> Iterator[PlacedMention]:
    for index in range(scene.index, max(-1, scene.index - _REACH_SENTENCES), -1):
        for one in reversed(scene.story.mentions.get(index, ())):
            is_wanted = one.place is not None and is_one(one.place)
            if one.span.end <= start and is_wanted and is_town(one):
                yield one


def _is_settlement(place: Place) -> bool:
    return place.feature_class in {"P", "S"}


def _is_landform(place: Place) -> bool:
    return place.feature_class in {"T", "U"} and not _is_island(place)


def _is_island(place: Place) -> bool:
    return place.feature_code.startswith("ISL") or place.feature_code == "ATOL"


# What is no town: islands are told apart from mountains.
_KINDS: _Meant = (
    (_landform, lambda scene, start, _: _before(scene, start, _is_landform)),
    (_island, lambda scene, start, _: _before(scene, start, _is_island)),
)
# The first that fit.
_MEANT: _Meant = (
    (_town, _towns_here),
    (_of_region, lambda scene, start, _: towns_before(scene, start)),
    (_there, lambda scene, *_: may_be_meant(scene, ())),
    (_it, lambda scene, start, _: _told_before(scene, start)),
    *_KINDS,
    (_site, lambda scene, *_: may_be_meant(scene, ())),
    (_other_town, lambda scene, start, _: _before(scene, start, _is_settlement)),
)
