"""Tells of which leg of the story's journeys a figure is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.climbing import climb, unit_of
from geo.claims.travel_words import end_before, the_journey
from geo.contracts import Mode
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Leg


def leg_meant(
    scene: Scene,
    amount: Amount,
    ends: tuple[PlacedMention | None, PlacedMention | None],
    mode: Mode,
) -> Leg | None:
    """Find the leg between two ends, or the one told near the figure; None where none is meant."""
    origin, destination = ends
    if destination and destination.place:
        start = origin.place if origin else None
        leg = scene.story.legs.to(scene.index, destination.place, start)
        return None if _is_told_otherwise(scene, amount, leg) else leg
    if origin or scene.leg is not None:
        return None if origin else scene.leg
    is_named = the_journey().search(scene.sentence.text) is not None
    near = scene.story.legs.near(scene.index, mode, is_named=is_named)
    is_near = near is not None and _goes_on(scene, amount, near)
    is_near = is_near and not _goes_otherwise(scene, amount, near)
    return near if near is not None and is_near and not _is_of_others(scene, amount, near) else None


def _goes_on(scene: Scene, amount: Amount, leg: Leg) -> bool:
    """Whether a sentence names no end of another way: "the drive from Lima takes six hours"."""
    ends = _on_the_way(leg)
    return all(
        mention.place is None
        or mention.place.feature_id in ends
        or not end_before().search(scene.just_before(mention.span.start))
        for mention in scene.mentions
        if mention.span.end <= amount.start
    )


def _goes_otherwise(scene: Scene, amount: Amount, leg: Leg | None) -> bool:
    """Whether a sentence that tells no leg has its own verb: behind a train, "he drove at 30".

    So it is where it has a vehicle of its own: behind a flight, "a bus would take 20 hours".
    """
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount) if sentence.is_parsed else None
    if leg is None or start is None:
        return False
    if scene.story.legs.are_told(scene.index, leg):
        return _is_told_otherwise(scene, amount, leg)
    words = (sentence.tokens[at].lower for at in climb(sentence, start))
    entries = (entry for word in words for entry in motion().entries.get(word, ()))
    modes = {entry.mode for entry in entries if len(entry.words) == 1}
    tables, told = motion(), (one for one in sentence.tokens[:start] if one.tag == "NOUN")
    modes |= {tables.vehicles[one.lemma] for one in told if one.lemma in tables.vehicles}
    modes -= {Mode.UNKNOWN}
    return bool(modes) and leg.mode is not Mode.UNKNOWN and leg.mode not in modes


def _is_told_otherwise(scene: Scene, amount: Amount, leg: Leg | None) -> bool:
    """Whether a sentence tells a leg, and of a figure another way to go: "flew to A and walked"."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount) if sentence.is_parsed else None
    if leg is None or start is None or not scene.story.legs.are_told(scene.index, leg):
        return False
    verb = sentence.tree.predicate(start)
    entries = () if verb is None else motion().entries.get(sentence.tokens[verb].lower, ())
    modes = {entry.mode for entry in entries if len(entry.words) == 1} - {Mode.UNKNOWN}
    return bool(modes) and leg.mode not in {Mode.UNKNOWN, *modes}


def _is_of_others(scene: Scene, amount: Amount, leg: Leg) -> bool:
    """Whether a sentence names two spots, neither on the way: "A and B are 80 km apart, so …"."""
    ends = _on_the_way(leg)
    spots = {
        one.place.feature_id
        for one in scene.mentions
        if one.place is not None and not one.is_area and one.span.end <= amount.start
    }
    return len(spots) > 1 and spots.isdisjoint(ends)


def _on_the_way(leg: Leg) -> set[str]:
    return {end.place.feature_id for end in (leg.origin, *leg.via, leg.destination) if end}
