"""A time on the way goes in; the two places between which it is told come out, if it names them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.anchor import anchor_at
from geo.claims.draft import ClaimDraft, draft_between, way_in
from geo.claims.subject import find_subject
from geo.claims.travel_words import noun_after
from geo.contracts import ClaimKind, Dimension, Mode
from geo.lexicon import any_of, either
from geo.lexicon.directions import ways
from geo.lexicon.kept import compiled
from geo.lexicon.motion import journey_nouns, motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.story import Scene
    from geo.contracts import Amount

_TWO = 2  # from here to there


def find_time_apart(
    scene: Scene, amount: Amount, distances: Sequence[ClaimDraft]
) -> ClaimDraft | None:
    """Read "A, an hour's drive from B" and "A is 80 km from B, an hour by car".

    ``distances`` are those read in the sentence so far.
    """
    if amount.quantity.dimension is not Dimension.DURATION:
        return None
    behind = _way_behind(scene, amount)
    if behind is None:
        before = _way_before(scene, amount)
        return _beside(scene, amount, distances, before) if before else None
    way, end = behind
    return _from(scene, amount, way, end) or _beside(scene, amount, distances, behind)


def note_distance(scene: Scene, distances: Sequence[ClaimDraft]) -> None:
    """Keep both ends of the only distance of a sentence, if it names them."""
    subjects = {
        one.subject.toponym_ids: one.subject
        for one in distances
        if one.kind is ClaimKind.SEPARATION and len(one.subject.toponym_ids) == _TWO
    }
    if len(subjects) == 1:
        scene.story.apart[scene.index] = next(iter(subjects.values()))


def find_time_of_way(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "A is 80 km from B. The drive takes an hour", "… By ferry it is an hour"."""
    subject = scene.story.apart.get(scene.index - 1)
    words = scene.before(amount.start)
    opening = _opens_with_way().fullmatch(words) if subject else None
    if subject is None or opening is None or amount.quantity.dimension is not Dimension.DURATION:
        return None
    noun, vehicle = opening["noun"], (opening["vehicle"] or "").lower()
    way = (
        journey_nouns()[re.sub(r"\s", " ", noun.lower())]
        if noun
        else motion().vehicles.get(vehicle) or way_in(words)
    )
    if way is Mode.UNKNOWN:
        return None
    return ClaimDraft(
        kind=ClaimKind.DURATION,
        subject=subject,
        amount=amount,
        start=amount.start,
        end=amount.end,
        way=way,
    )


@cache
def _opens_with_way() -> re.Pattern[str]:
    """Find "The drive takes", "By ferry it is" at the start of a sentence, up to its figure."""
    noun = rf"{any_of('the_or_whose')}\s(?P<noun>{either(journey_nouns())})\s{any_of('spans')}"
    vehicles = either(word for word, mode in motion().vehicles.items() if mode is not Mode.UNKNOWN)
    by = rf"(?:{either(ways())}|by\s(?:{any_of('article')}\s)?(?P<vehicle>{vehicles}))"
    it = rf"{any_of('it')}\s(?:{any_of('lies')}|{any_of('takes_time')})"
    return compiled(rf"(?:{noun}|{by},?\s{it})\s(?:{any_of('article')}\s)?", re.IGNORECASE)


def _way_behind(scene: Scene, amount: Amount) -> tuple[Mode, int] | None:
    """Tell by what one goes so long, and where these words end: "'s drive", "by the fast train"."""
    words = scene.after(amount.end)
    if noun := noun_after().match(words):
        mode = journey_nouns()[re.sub(r"\s", " ", noun["noun"].lower())]
        return None if mode is Mode.UNKNOWN else (mode, amount.end + noun.end())
    if by := _by().match(words):
        mode = motion().vehicles.get((by["vehicle"] or "").lower()) or way_in(by[0])
        return mode, amount.end + by.end()
    return None


def _way_before(scene: Scene, amount: Amount) -> tuple[Mode, int] | None:
    """Tell by what one goes so long where that stands before: ", a drive of four hours"."""
    noun = _noun_of().search(scene.just_before(amount.start))
    mode = journey_nouns()[re.sub(r"\s", " ", noun["noun"].lower())] if noun else Mode.UNKNOWN
    goes_on = re.match(r"\s(?:from|to|for)\s", scene.after(amount.end))
    return None if mode is Mode.UNKNOWN or goes_on else (mode, amount.end)


@cache
def _noun_of() -> re.Pattern[str]:
    adjective = r"(?:[a-z-]{3,10}\s)?"
    return compiled(
        rf"{any_of('article')}\s{adjective}(?P<noun>{either(journey_nouns())})\sof\s$",
        re.IGNORECASE,
    )


@cache
def _by() -> re.Pattern[str]:
    vehicles = either(word for word, mode in motion().vehicles.items() if mode is not Mode.UNKNOWN)
    by = rf"by\s(?:{any_of('article')}\s)?(?:[a-z-]{{2,14}}\s)?(?P<vehicle>{vehicles})"
    return compiled(rf"\s(?:{any_of('distant')}\s)?(?:{either(ways())}|{by})(?![^\W_])")


def _from(scene: Scene, amount: Amount, way: Mode, end: int) -> ClaimDraft | None:
    """Read "A, a town less than an hour's drive north of B", as a distance is read."""
    match = _far_end().match(scene.after(end))
    anchor = anchor_at(scene, end + match.end()) if match else None
    if anchor is None or anchor.place is None:
        return None
    if re.match(r"\sto\s", scene.after(anchor.span.end)):
        return None  # "an hour's drive from A to B" is not said of a place before
    subject, _ = find_subject(scene, amount, anchor)
    if subject is None or scene.taken_from:
        return None
    draft = draft_between(scene, amount, (subject, anchor), anchor.span.end)
    return _lasting(replace(draft, start=amount.start), amount, way)


@cache
def _far_end() -> re.Pattern[str]:
    return compiled(
        rf"\s(?:(?:from|{any_of('direction')}\s(?:of|from)))\s(?:the\s)?", re.IGNORECASE
    )


def _beside(
    scene: Scene,
    amount: Amount,
    distances: Sequence[ClaimDraft],
    behind: tuple[Mode, int],
) -> ClaimDraft | None:
    """Read "…, an hour by car" right behind a distance: the time between the same two places."""
    way, end = behind
    before = [one for one in distances if one.amount.end <= amount.start]
    last = max(before, key=lambda one: one.end, default=None)
    if last is None or last.kind is not ClaimKind.SEPARATION or last.end > amount.start:
        return None
    if len(last.subject.toponym_ids) != _TWO:
        return None
    gap = scene.between(last.end, amount.start)
    if _goes_on().fullmatch(_noun_of().sub("", gap)) is None:
        return None
    said = replace(last, start=amount.start, end=end, relation="")
    return _lasting(said, amount, way)


@cache
def _goes_on() -> re.Pattern[str]:
    """Find what joins a time to the distance before: ", ", " or a ", ", which is about "."""
    is_so = rf"(?:(?:{any_of('relative')}\s)?{any_of('lies_in_aside')}\s)?"
    bracket = r"(?:\s\([^()]{1,40}\))?(?:\s(?:as|by|in|on)\s[^,;.()]{3,24})?"
    return compiled(
        rf"{bracket},?\s(?:(?:{any_of('joins_clause')}|or)\s)?{is_so}(?:{any_of('article')}\s)?",
        re.IGNORECASE,
    )


def _lasting(draft: ClaimDraft, amount: Amount, way: Mode) -> ClaimDraft:
    return replace(
        draft,
        kind=ClaimKind.DURATION,
        amount=amount,
        end=max(draft.end, amount.end),
        way=way,
        bearing_deg=None,
    )
