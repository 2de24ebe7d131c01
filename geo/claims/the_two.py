"""Reads a distance of "the two", that were named before: "the two towns are 80 km apart"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.claims.clause import is_town
from geo.claims.draft import draft_between
from geo.claims.story import distinct
from geo.contracts import ClaimKind, Mode
from geo.lexicon import any_of, either
from geo.lexicon.kept import compiled
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from geo.claims.draft import ClaimDraft
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount

# Ways of which one is spoken as of a thing: "the railway between the two is".
_ROADS = frozenset({Mode.RAIL.value, Mode.ROAD.value})
_TOWNS = frozenset({"P", "S"})
# So many sentences back may the two towns be named that are "the two".
_REACH_SENTENCES = 2
# And so many sentences back may a way between two be told.
_REACH_OF_WAY = 12
# Characters before a name in which "between" or "from" may stand.
_LEAD = 12


def between_the_two(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "A straight line between the two towns measures 80 km"."""
    match = _two().search(scene.before(amount.start))
    draft = the_two(scene, amount, amount.end) if match and match["between"] else None
    if draft is None:
        return None
    draft = replace(draft, start=max(draft.start, scene.sentence.start))
    way = lists("trip")["ways"].get((match["way"] or "").lower()) if match else None
    if way is None:
        return draft
    return replace(draft, kind=ClaimKind.ROUTE_LENGTH, way=Mode(way))


def separates_the_two(scene: Scene, amount: Amount, start: int) -> ClaimDraft | None:
    """Read "80 km separate the two": the two that were named last."""
    two = re.match(rf"{any_of('the_two')}(?![^\W_])", scene.after(start).lstrip(), re.IGNORECASE)
    is_named = any(one.span.end <= amount.start for one in scene.mentions)
    # Where others are spoken of before the figure, the two may be they.
    is_opening = not re.search(r"[^\W\d_]", scene.before(amount.start))
    if not two or not (is_named or is_opening):
        return None
    pair = _two_before(scene, amount)
    return _of_two(scene, amount, pair, amount.end) if pair else _two_towns(scene, amount)


def _two_towns(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Take the only two towns of a sentence for "the two", though lands may be meant as well."""
    towns = distinct(one for one in scene.mentions if one.span.end <= amount.start and is_town(one))
    if len(towns) != 2:  # noqa: PLR2004 - a pair
        return None
    draft = draft_between(scene, amount, (towns[0], towns[1]), amount.end)
    taken = replace(draft.subject, taken_from=(towns[0].toponym.id,))
    return replace(draft, subject=taken, start=amount.start)


def the_two(scene: Scene, amount: Amount, end: int) -> ClaimDraft | None:
    """Read "The two towns are 300 km apart": the two that a sentence before has named last."""
    words = _two().search(scene.before(amount.start))
    pair = _two_before(scene, amount) if words else None
    if words is None or pair is None:
        return None
    # "The two islands" are not just any two places.
    return _of_two(scene, amount, pair, end, is_sure=not words["kind"])


def _of_two(
    scene: Scene,
    amount: Amount,
    pair: tuple[PlacedMention, PlacedMention],
    end: int,
    *,
    is_sure: bool = True,
) -> ClaimDraft:
    """Say a figure of two places, which are taken for the two where they are not named last.

    Those between which the story tells of a way come first; others may be meant as well.
    """
    is_here = all(one in scene.mentions for one in pair)
    if is_sure and (is_here or _are_named_together(scene, pair)):
        return draft_between(scene, amount, pair, end)
    before = range(scene.index - 1, max(-1, scene.index - 1 - _REACH_OF_WAY), -1)
    told = next((found for at in before if (found := two_of(scene, at))), pair)
    pair = told[0], told[1]
    draft = draft_between(scene, amount, pair, end)
    return replace(draft, subject=replace(draft.subject, taken_from=(pair[1].toponym.id,)))


def _are_named_together(scene: Scene, pair: tuple[PlacedMention, PlacedMention]) -> bool:
    """Whether the sentence before names two as a pair: "from A to B", or "A and B" alone.

    So it does where it says how far one is from the other, and where no other town is named yet.
    """
    index = scene.index - 1
    named = distinct(
        one
        for at in range(scene.index + 1)
        for one in scene.story.mentions.get(at, ())
        if is_town(one) and one.span.start < scene.amounts[0].start
    )
    if len(named) <= len(pair):
        return True
    apart = scene.story.apart.get(index)
    ids = {one.toponym.id for one in pair}
    if list(pair) == two_of(scene, index) or (apart and ids == set(apart.toponym_ids)):
        return True
    gap = scene.between(pair[0].span.end, pair[1].span.start)
    return list(pair) == _towns(scene, index) and _joins().fullmatch(gap) is not None


def _two_before(scene: Scene, amount: Amount) -> tuple[PlacedMention, PlacedMention] | None:
    """Find the two that were named last; what follows on a comma is something else."""
    here = [one for one in scene.mentions if one.span.end <= amount.start]
    behind = [one for one in scene.mentions if one not in here]
    is_apart = behind and re.search(r"[,;:]", scene.between(amount.end, behind[0].span.start))
    if any(not is_town(one) for one in here) or (behind and not is_apart):
        return None
    found = distinct(here)
    for index in range(scene.index - 1, max(-1, scene.index - 1 - _REACH_SENTENCES), -1):
        if len(found) > 1:
            break
        found = two_of(scene, index) or distinct((*_towns(scene, index), *found))
    if len(found) == 1:  # the story's town and the one that it names
        found = distinct((*found, *scene.story.here(scene.index)[:1]))
    kinds = {one.place is not None and one.place.feature_class in _TOWNS for one in found}
    # A town and an island are no pair: the one may lie on the other.
    is_pair = len(found) == 2 and len(kinds) == 1  # noqa: PLR2004 - a pair
    return (found[0], found[1]) if is_pair else None


def two_of(scene: Scene, index: int) -> list[PlacedMention]:
    """Find the pair of a sentence that names more: "between A and B", "from A to B"."""
    towns = [one for one in scene.story.mentions.get(index, ()) if is_town(one)]
    for one, other in pairwise(towns):
        gap = scene.between(one.span.end, other.span.start)
        lead = scene.between(max(0, one.span.start - _LEAD), one.span.start)
        if _joins().fullmatch(gap) and _opens_pair().search(lead):
            return [one, other]
    return []


def _towns(scene: Scene, index: int) -> list[PlacedMention]:
    """List the towns of a sentence; islands and mountains only where it names no two towns."""
    named = scene.story.mentions.get(index, ())
    spots = [one for one in named if is_town(one) and not scene.story.is_dateline(one)]
    towns = distinct(one for one in spots if one.place and one.place.feature_class in _TOWNS)
    return towns if len(towns) > 1 else distinct(spots)


@cache
def _joins() -> re.Pattern[str]:
    return compiled(r"\s(?:and|to|for)\s(?:the\s)?")


@cache
def _opens_pair() -> re.Pattern[str]:
    return compiled(r"(?<![^\W_])(?:between|from)\s(?:the\s)?$", re.IGNORECASE)


@cache
def _two() -> re.Pattern[str]:
    lies, noun = any_of("lies"), any_of("the_two")
    road = either(word for word, way in lists("trip")["ways"].items() if way in _ROADS)
    between = rf"(?P<between>(?:{any_of('of_distance')}|(?P<way>{road}))\sbetween\s)?"
    lead = rf"(?<![^\W_]){between}{noun}(?P<kind>(?:\s(?-i:[a-z]){{3,12}}){{0,2}})"
    aside = r"(?:,\s[^,.;]{3,60},)?"
    return compiled(rf"{lead}{aside}\s{lies}\s$", re.IGNORECASE)
