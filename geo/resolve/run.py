"""Places toponyms: one `Geocode` each, in the same order, and what could not be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import Candidate, Evidence, Geocode, Problem, Sense, ToponymKind
from geo.edits import CHOSEN
from geo.resolve.capitals import called_capitals
from geo.resolve.evidence import by_country, guess, reasons
from geo.resolve.far_ends import far_ends
from geo.resolve.groups import group_names, key_of, mark_far_ends, mark_stated
from geo.resolve.holders import not_elsewhere
from geo.resolve.inside import held_by_towns
from geo.resolve.kinds import kinds_of
from geo.resolve.lands import lands_of
from geo.resolve.namesakes import namesakes
from geo.resolve.parallels import beside_story
from geo.resolve.ranking import weigh
from geo.resolve.relations import BORDER_ID, as_named, describe
from geo.resolve.relative import is_same_spot
from geo.resolve.stand_ins import stand_ins
from geo.resolve.stated import stated_distances
from geo.resolve.story_places import StoryPlaces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from geo.contracts import Article, Place, Toponym
    from geo.ports import Boundaries, Facts, Gazetteer
    from geo.resolve.evidence import Holders
    from geo.resolve.groups import Group

_ALTERNATIVES = 5
_LEAST_ALTERNATIVE = 0.001
_MOVED = 0.9
# Of places less likely than this, where none of them is as likely, more are wrong than right.
_LIKELY = 0.5
# How likely a pin is right at most, where the words may well be no name of a place.
_MOST_IN_DOUBT = 0.65
# Where several other names do not tell either, most of the likeliest ones are wrong.
_SEVERAL, _LEAST_PINNED = 4, 0.28


def resolve(  # noqa: PLR0913 - each port that it asks is named
    article: Article,
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    boundaries: Boundaries,
    *,
    facts: Facts | None = None,
    chosen: Mapping[str, Place] | None = None,
) -> tuple[tuple[Geocode, ...], tuple[Problem, ...]]:
    """Place every toponym; one that cannot be placed has no place, and a problem says so.

    ``facts`` know of countries with several capitals. ``chosen`` are places that somebody chose,
    by toponym id; descriptions follow them.
    """
    kinds = namesakes(article, toponyms, gazetteer) | kinds_of(article, toponyms, gazetteer)
    groups = group_names(toponyms, kinds, gazetteer)
    keys = {toponym.id: key_of(toponym, kinds) for toponym in toponyms}
    by_name = _mark_capitals(groups, keys, article, toponyms)
    mark_far_ends(groups, keys, far_ends(article, toponyms))
    mark_stated(groups, keys, stated_distances(article, toponyms))
    settled = _settle(groups, gazetteer, lands_of(article.text))
    geocodes: dict[str, Geocode] = {}
    for toponym in toponyms:
        if toponym.kind in {ToponymKind.NAME, ToponymKind.DEMONYM}:
            found = replace(settled[key_of(toponym, kinds)], toponym_id=toponym.id)
            geocodes[toponym.id] = _less_sure(found) if toponym.is_doubtful else found
    for name, place in (chosen or {}).items():
        geocodes[name] = _by_hand(geocodes.get(name), name, place)
    described = [toponym for toponym in toponyms if toponym.id not in geocodes]
    # What says the most comes first: "the Kenyan capital", then "the border" alone.
    story = StoryPlaces()
    for toponym in toponyms:
        _note(story, toponym, geocodes.get(toponym.id))
    for toponym in sorted(
        described, key=lambda each: -len(each.relation.of if each.relation else ())
    ):
        found = describe(toponym, story, gazetteer, boundaries)
        found = as_named(found, geocodes.get(by_name.get(toponym.id, "")), facts)
        geocodes[toponym.id] = found
        _note(story, toponym, found)
    geocodes.update(beside_story(toponyms, geocodes, story))
    geocodes.update(stand_ins(toponyms, geocodes, gazetteer))
    geocodes.update(held_by_towns(article, toponyms, geocodes))
    drawn: dict[str, Place] = {}
    placed = tuple(_with_extent(geocodes[each.id], boundaries, drawn) for each in toponyms)
    return placed, tuple(_problems(toponyms, placed))


def _mark_capitals(
    groups: Mapping[str, Group],
    keys: Mapping[str, str],
    article: Article,
    toponyms: Sequence[Toponym],
) -> dict[str, str]:
    """Mark names that are called a capital, with its land; give them by the ids of such words."""
    by_words = {}
    for name, called in called_capitals(article, toponyms).items():
        group, words = groups[keys[name]], called.described
        group.capital = called.words
        for holder in called.holders:
            group.containers.setdefault(holder.name, holder)
        if words is not None and words.relation is not None:
            group.containers.setdefault(words.relation.of[0], words)
            by_words[words.id] = name
    return by_words


def _settle(
    groups: Mapping[str, Group], gazetteer: Gazetteer, lands: Mapping[str, float]
) -> dict[str, Geocode]:
    """Choose among the candidates of every group."""
    listed = list(groups.values())
    for group in listed:
        group.candidates = not_elsewhere(group, gazetteer)
    weights = weigh(listed, gazetteer, lands)
    weighed = weights.by_group
    for group, is_told in zip(listed, weights.are_told, strict=True):
        group.is_told = is_told
    holders = by_country(
        (group, group.candidates[int(probability.argmax())])
        for group, probability in zip(listed, weighed, strict=True)
        if len(probability)
    )
    least = _LEAST_PINNED if len(listed) >= _SEVERAL else 0.0
    return {
        key: _geocode(group, probability, holders, gazetteer, least)
        for (key, group), probability in zip(groups.items(), weighed, strict=True)
    }


def _less_sure(found: Geocode) -> Geocode:
    """Say of a name in doubt that it may be none; nothing firm rests on it then."""
    return replace(found, probability=min(found.probability, _MOST_IN_DOUBT))


def _by_hand(found: Geocode | None, name: str, place: Place) -> Geocode:
    """Put the place that somebody chose before those that were found."""
    others = [one.place for one in found.alternatives] if found else []
    if found and found.place:
        others.insert(0, found.place)
    return Geocode(
        toponym_id=name,
        place=place,
        # Still offered, but nothing is judged by them: they were seen, and put aside.
        alternatives=tuple(
            Candidate(place=one, probability=0.0)
            for one in others
            if one.feature_id != place.feature_id
        ),
        probability=1.0,
        evidence=(Evidence(reason=CHOSEN),),
    )


def _geocode(
    group: Group,
    probability: np.ndarray,
    holders: Mapping[str, Holders],
    gazetteer: Gazetteer,
    least: float,
) -> Geocode:
    """Choose the likeliest; no place where it is less likely than ``least``."""
    if not len(probability):
        return Geocode(toponym_id="", place=None)
    first = int(probability.argmax())
    place = group.candidates[first]
    # A city and the district of its name are one answer to "where": their chances add up.
    same = [i for i, other in enumerate(group.candidates) if is_same_spot(place, other)]
    probability = probability.copy()
    moved = _MOVED * probability[same]
    probability[same] -= moved
    probability[first] += moved.sum()
    order = [int(index) for index in (-probability).argsort(kind="stable")[: _ALTERNATIVES + 1]]
    least = max(least, min(_LIKELY, 1.0 - float(probability.sum())))
    if not group.is_told and probability[order[0]] < least:
        # The story lies elsewhere: it is likelier that the gazetteer lacks the place that is meant.
        return Geocode(
            toponym_id="",
            place=None,
            alternatives=_others(group, probability, order[:_ALTERNATIVES]),
        )
    found = Geocode(
        toponym_id="",
        place=place,
        alternatives=_others(group, probability, order[1:]),
        probability=round(float(probability[order[0]]), 4),
        evidence=reasons(group, place, holders, gazetteer),
    )
    return replace(found, evidence=(guess(group), *found.evidence)) if found.is_guess else found


def _others(group: Group, probability: np.ndarray, order: Sequence[int]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(place=group.candidates[index], probability=round(float(probability[index]), 4))
        for index in order
        if probability[index] >= _LEAST_ALTERNATIVE
    )


def _note(story: StoryPlaces, toponym: Toponym, geocode: Geocode | None) -> None:
    """Note which country or border the story names, and whether something happens there."""
    if geocode is None or geocode.place is None or geocode.place.is_parallel:
        return
    place, at = geocode.place, toponym.span.start
    if place.feature_code == "BDR":
        story.borders.add(tuple(place.feature_id.removeprefix(BORDER_ID).split("-")), at)
    elif place.country_code:
        story.countries.add(place.country_code, at)
    if toponym.sense is Sense.LITERAL and not place.is_area:
        story.add_point(place, at)


def _with_extent(geocode: Geocode, boundaries: Boundaries, drawn: dict[str, Place]) -> Geocode:
    """Give a country its outline."""
    place = geocode.place
    if place is None or place.extent is not None or not place.feature_code.startswith("PCL"):
        return geocode
    if place.feature_id not in drawn:
        drawn[place.feature_id] = replace(place, extent=boundaries.country(place.country_code))
    return replace(geocode, place=drawn[place.feature_id])


def _problems(toponyms: Sequence[Toponym], geocodes: Sequence[Geocode]) -> list[Problem]:
    return [
        Problem(
            stage="resolve",
            code="not-placed",
            message=f"“{toponym.span.text}” could not be placed: the story does not say enough.",
            span=toponym.span,
        )
        for toponym, geocode in zip(toponyms, geocodes, strict=True)
        if geocode.place is None and toponym.kind is ToponymKind.DESCRIPTION
    ]
