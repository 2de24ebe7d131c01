"""A length, duration or speed in its sentence goes in; what it says of a journey comes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.counted import places_told_of
from geo.claims.draft import ClaimDraft, way_in
from geo.claims.pairs import way_told
from geo.claims.things import is_said_of_other
from geo.claims.travel_words import (
    false_words,
    noun_after,
    noun_before,
    start_before,
    stays_there,
    tells_of_travel,
    that_is,
    to_or_from,
    verb_before,
)
from geo.claims.which_leg import leg_meant
from geo.contracts import ClaimKind, Dimension, Mode, Subject
from geo.lexicon import any_of, directions, either, endings, listed
from geo.lexicon.directions import bearing_of
from geo.lexicon.motion import journey_nouns
from geo.lexicon.units import has

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Leg

# Characters between a place and a figure within which the one may be the end of the other's way.
_FAR_BEFORE = 60


def find_travel(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read a figure of a journey; None where the figure is about something else."""
    if _is_something_else(scene, amount):
        return None
    dimension = amount.quantity.dimension
    if dimension is Dimension.LENGTH:
        return _length(scene, amount)
    if dimension is Dimension.DURATION:
        return _duration(scene, amount)
    return _speed(scene, amount)


def _is_something_else(scene: Scene, amount: Amount) -> bool:
    """Whether the words around are those of an age, a deadline, a working week, a wind."""
    dimension = amount.quantity.dimension
    after, before = scene.after(amount.end), scene.just_before(amount.start)
    if dimension is Dimension.DURATION and stays_there().match(after):
        return True
    follows = false_words("after", dimension).match(after)
    if follows and not (noun_after().match(after) and follows[0].strip(" -") in listed("lasting")):
        return True
    return bool(false_words("before", dimension).search(before))


def _noun(scene: Scene, amount: Amount) -> re.Match[str] | None:
    """Find the word for a journey beside a figure."""
    before = scene.just_before(amount.start)
    return noun_after().match(scene.after(amount.end)) or noun_before().search(before)


def _length(scene: Scene, amount: Amount) -> ClaimDraft | None:
    after, before = scene.after(amount.end), scene.just_before(amount.start)
    noun = _noun(scene, amount)
    the = re.search(rf"(?<![^\W_]){any_of('of_the_way')}\s$", before, re.IGNORECASE)
    to = the and to_or_from().match(after)
    covers = verb_before("covers").search(before)
    if not (noun or covers or to or _is_of_leg(scene, before, after)):
        return None
    tail = amount.end + (noun.end() if noun and noun.re is noun_after() else 0)
    return _draft(scene, amount, ClaimKind.ROUTE_LENGTH, tail)


def _is_of_leg(scene: Scene, before: str, after: str) -> bool:
    """Whether "it's 80 km" is said of the journey that the words before tell of."""
    ways = rf"(?:\s{either(directions.ways())})?[.,;]"
    if not (that_is().search(before) and re.match(ways, after, re.IGNORECASE)):
        return False
    leg = scene.story.legs.near(scene.index)
    return leg is not None and leg.origin is not None and leg.destination is not None


def _duration(scene: Scene, amount: Amount) -> ClaimDraft | None:
    after, before = scene.after(amount.end), scene.just_before(amount.start)
    noun = _noun(scene, amount)
    if noun:
        # A trip of some days is more often a stay than the time on the way.
        if has(amount.quantity.unit, "of_stay") and noun["noun"].lower() in listed("stay"):
            return None
        tail = amount.end + (noun.end() if noun.re is noun_after() else 0)
        return _draft(scene, amount, ClaimKind.DURATION, tail)
    about_travel = (
        tells_of_travel(scene.sentence.text)
        or scene.has(Dimension.SPEED)
        or scene.leg is not None
        or _named_before(scene, amount)[0] is not None
        or way_in(after[:24]) is not Mode.UNKNOWN
    )
    takes = verb_before("takes_time").search(before)
    in_time = re.search(rf"(?<![^\W_]){any_of('in_time')}\s(?:{any_of('only')}\s)?$", before)
    limited = amount.quantity.span.text.lower().startswith(endings("limits"))
    if not about_travel or not (takes or in_time or limited):
        return None
    return _draft(scene, amount, ClaimKind.DURATION, amount.end)


def _speed(scene: Scene, amount: Amount) -> ClaimDraft | None:
    is_bound = amount.quantity.low_si <= 0 < amount.quantity.value
    if is_bound and not scene.has(Dimension.DURATION):
        return None  # what something can do at most says nothing of a journey without its time
    return _draft(scene, amount, ClaimKind.SPEED, amount.end)


def _draft(scene: Scene, amount: Amount, kind: ClaimKind, tail: int) -> ClaimDraft | None:
    origin, destination, end = _named_ends(scene, tail)
    if origin is None and destination is None:
        origin, destination = _named_before(scene, amount)
    noun = _noun(scene, amount)
    mode = _mode(scene, amount, noun)
    is_elsewhere = origin is None and _starts_elsewhere(scene, destination)
    leg = None if is_elsewhere else leg_meant(scene, amount, (origin, destination), mode)
    is_told = leg is not None or kind is ClaimKind.DURATION
    if is_told and is_said_of_other(scene, amount, leg.traveller if leg else ""):
        return None
    if leg is not None and Mode.UNKNOWN not in {mode, leg.mode} and leg.mode is not mode:
        return None
    is_bare = leg is None and origin is None and destination is None
    is_of_way = kind is ClaimKind.SPEED and scene.has(Dimension.DURATION)
    if is_bare and (is_of_way or (noun and noun.re is noun_before())):
        origin, destination = way_told(scene) or (None, None)
    bearing_deg = _bearing(scene, amount, kind)
    subject = _subject(leg, (origin, destination), kind, bool(noun) or is_elsewhere)
    if bearing_deg is not None and destination and not (origin or (leg and leg.origin)):
        subject = _from_here(scene, destination) or subject
    if subject is None:
        return None
    scene.leg = leg or scene.leg
    return ClaimDraft(
        kind=kind,
        subject=subject,
        amount=amount,
        start=_quote_start(scene, amount, kind),
        end=max(amount.end, tail, end),
        way=mode,
        bearing_deg=bearing_deg,
    )


def _bearing(scene: Scene, amount: Amount, kind: ClaimKind) -> float | None:
    """Read the direction of "the 160 miles south to Sacramento"."""
    match = to_or_from().match(scene.after(amount.end))
    if kind is not ClaimKind.ROUTE_LENGTH or match is None or not match["direction"]:
        return None
    return bearing_of(match["direction"])


def _from_here(scene: Scene, destination: PlacedMention) -> Subject | None:
    """Count a way with a direction, but without a start, from where the story is."""
    places = places_told_of(scene, destination)
    if not places:
        return None
    here = places[0]
    return Subject(
        toponym_ids=(here.toponym.id, destination.toponym.id),
        reason=f"The figure is said of the way to “{destination.span.text}”, counted from "
        f"“{here.span.text}”, where the story is.",
        taken_from=tuple(place.toponym.id for place in places),
    )


def _mode(scene: Scene, amount: Amount, noun: re.Match[str] | None) -> Mode:
    if noun:
        mode = journey_nouns()[re.sub(r"\s", " ", noun["noun"].lower())]
        if mode is not Mode.UNKNOWN:
            return mode
    by_sea = has(amount.quantity.unit, "by_sea")
    return Mode.SEA if by_sea else way_in(scene.after(amount.end)[:24])


def _named_ends(scene: Scene, start: int) -> tuple[PlacedMention | None, PlacedMention | None, int]:
    """Read "from A to B", "to B", "to B from A" right behind the figure or its noun."""
    found: dict[str, PlacedMention] = {}
    end = start
    for _ in range(2):
        match = to_or_from().match(scene.after(end))
        if match is None or match["prep"] in found:
            break
        at = end + match.end()
        mention = next(
            (one for one in scene.mentions if one.span.start <= at < one.span.end and one.place),
            None,
        )
        if mention is None:
            break
        found[match["prep"]] = mention
        end = mention.span.end
    return found.get("from"), found.get("to"), end


def _named_before(
    scene: Scene, amount: Amount
) -> tuple[PlacedMention | None, PlacedMention | None]:
    """Read "the drive from A to B takes …", "the way to B takes …" before a figure."""
    before = [one for one in scene.mentions if one.span.end <= amount.start and one.place]
    if not before or len(scene.between(before[-1].span.end, amount.start)) > _FAR_BEFORE:
        return None, None
    last = before[-1]
    if not re.search(r"(?<![^\W_])to\s(?:the\s)?$", scene.just_before(last.span.start)):
        return None, None
    for first in before[-2:-1]:
        joint = scene.between(first.span.end, last.span.start).strip().removesuffix(" the")
        lead = scene.just_before(first.span.start).lower().rstrip().removesuffix(" the")
        if joint == "to" and lead.endswith("from"):
            return first, last
    return None, last


def _starts_elsewhere(scene: Scene, destination: PlacedMention | None) -> bool:
    """Whether the words name a start that is no place known: "from the capital to Kars"."""
    before = scene.just_before(destination.span.start) if destination else ""
    lead = start_before().search(before)
    return lead is not None and lead["start"].lower() not in listed("there")


def _subject(
    leg: Leg | None,
    ends: tuple[PlacedMention | None, PlacedMention | None],
    kind: ClaimKind,
    named: bool,  # noqa: FBT001 - whether a journey is named
) -> Subject | None:
    """Say what a figure is about; None where nothing speaks for a journey."""
    if leg is not None:
        return Subject(leg_id=leg.id, reason=f"The figure is said of {_journey(leg)}.")
    origin, destination = ends
    if origin and destination:
        return Subject(
            toponym_ids=(origin.toponym.id, destination.toponym.id),
            reason=f"The figure is said of the way from “{origin.span.text}” to "
            f"“{destination.span.text}”.",
        )
    if named and kind is not ClaimKind.SPEED and (origin or destination):
        return Subject(reason="The article does not say clearly which journey this is said of.")
    return None


def _journey(leg: Leg) -> str:
    who = f"the journey of {leg.traveller}" if leg.traveller else "the journey"
    start = f" from {leg.origin.place.name}" if leg.origin else ""
    end = f" to {leg.destination.place.name}" if leg.destination else ""
    return who + start + end


def _quote_start(scene: Scene, amount: Amount, kind: ClaimKind) -> int:
    """Take "the" or "at a speed of" before the figure into the quotation."""
    lead = r"(?<![^\W_])(?:at\sa(?:\s[a-z]{1,12})?\sspeed\sof|at)\s$"
    if kind is not ClaimKind.SPEED:
        lead = r"(?<![^\W_])(?:the|a|an|this|that)\s$"
    before = scene.just_before(amount.start)
    match = re.search(lead, before, re.IGNORECASE)
    return amount.start - len(before) + match.start() if match else amount.start
