"""Reads a distance whose far end no name tells: "1,600 km north of the city", "of the pole"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.clause import is_town
from geo.claims.described import described_before, pole_end, pole_meant
from geo.claims.draft import draft_between, said_of
from geo.claims.meant import is_only_capital, is_site, places_meant
from geo.claims.story import is_same
from geo.claims.subject import find_subject
from geo.contracts import WayWords
from geo.lexicon.directions import bearing_of

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from geo.claims.draft import ClaimDraft
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


def from_town(scene: Scene, amount: Amount, match: re.Match[str]) -> ClaimDraft | None:
    """Read "1,600 km north of the city": the town that the story is in or about."""
    start = amount.end + match.end()
    towns, end = places_meant(scene, start)
    poles = pole_meant(scene, start)
    if poles:
        towns, end = poles, pole_end(scene, start)
    subject = _apposed_to(scene, amount, towns)
    towns = [one for one in towns if subject is None or not is_same(one, subject)]
    for at, town in enumerate(towns if subject is None else ()):
        subject, _ = find_subject(scene, amount, town)
        if subject is not None:
            towns = [one for one in towns[at:] if not is_same(one, subject)]
            break
    described = _of_capital(scene, amount, towns, end) if subject is None else []
    if described:
        subject, towns = described[0], [one for one in towns if not is_same(one, described[0])]
    if subject is None or (poles and not _is_on_half(subject, poles[0])):
        return None
    sure = poles or [one for one in towns if is_only_capital(scene, one, subject, end)]
    towns = sure or towns
    if not towns:
        return None
    scene.subject = scene.story.said_of[scene.index] = subject
    scene.told_until = end
    draft = draft_between(scene, amount, (subject, towns[0]), end)
    taken_from = tuple(one.toponym.id for one in (described if sure else towns))
    said = (
        f"The figure is said of {said_of(subject)} and “{scene.between(start, end)}”, "
        f"taken for {said_of(towns[0])}."
    )
    named = replace(draft.subject, reason=said, taken_from=taken_from)
    return replace(
        draft,
        subject=named,
        start=amount.start,
        bearing_deg=bearing_of(match["direction"] or ""),
        relation=WayWords.SITE.value if is_site(scene, start) else draft.relation,
    )


def _of_capital(
    scene: Scene, amount: Amount, towns: Sequence[PlacedMention], end: int
) -> list[PlacedMention]:
    """Read "the city, which is 119 km south of the capital": a town of the one capital named."""
    for town in towns:
        meant = described_before(scene, amount, town)
        if meant and is_only_capital(scene, town, meant[0], end):
            return meant
    return []


def _is_on_half(one: PlacedMention, pole: PlacedMention) -> bool:
    """Whether a place lies on the half of the earth that a pole is on."""
    if one.place is None or pole.place is None:
        return False
    return one.place.lat * pole.place.lat > 0


def _apposed_to(
    scene: Scene, amount: Amount, meant: Sequence[PlacedMention]
) -> PlacedMention | None:
    """Read "A, between B and C, 80 km east of it": said of C, so that "it" is another."""
    beside = (one for one in scene.mentions if scene.between(one.span.end, amount.start) == ", ")
    found = next((one for one in beside if is_town(one)), None)
    if found is None or not meant or not is_same(meant[0], found):
        return None
    others = [one for one in meant if one in scene.mentions and not is_same(one, found)]
    return found if others else None
