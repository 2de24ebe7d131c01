"""Reads a length without its far end: "A, 80 km to the south", or away, of where the story is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.anchor import anchor_at
from geo.claims.counted import counted_from, is_there
from geo.claims.draft import ClaimDraft, way_in
from geo.claims.grammar import place_by_grammar
from geo.claims.story import is_same
from geo.claims.subject import is_modifier
from geo.claims.travel_words import that_is, to_or_from
from geo.contracts import ClaimKind, Subject, ToponymKind
from geo.lexicon import any_of, either, listed
from geo.lexicon.directions import bearing_of, ways
from geo.lexicon.kept import compiled
from geo.lexicon.units import has

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Leg


# Characters between a place and its figure that are quoted along with the two.
_QUOTED = 60


# What may stand between a place and its distance: ", Ore., ", " lies ", " (", ", which is ".
@cache
def _joint() -> re.Pattern[str]:
    lies, which = any_of("lies_in_aside"), any_of("relative")
    when = any_of("leads_time")
    what = rf"{any_of('article')}\s[^,;]{{1,90}}"
    aside = rf"(?:,\s(?:{what}|(?!(?:to|from|{any_of('joins_clause')})\s)[^,;]{{1,40}})){{0,2}}"
    day = rf"(?:\s{when}\s[^\W\d_]{{3,12}}\.?(?:\s\d{{1,2}})?)?"
    noun = rf"(?:\s{any_of('instead')}|\s{any_of('place_noun')})?"
    return compiled(
        rf"(?:['’]s|\s{any_of('reflexive')})?{day}{aside}{day}{noun}(?:,\s(?:{which}\s|{any_of('still')}\s)?"
        rf"|:\s|\s\(|\s[—–-]{{1,2}}\s|\s)(?:{lies}\s)?"
    )


@cache
def _towards() -> re.Pattern[str]:
    direction, further = any_of("direction"), any_of("further")
    to = rf"(?:{any_of('distant')}\s(?:to|in)|(?:{further}\s)?to)\s{any_of('the_or_whose')}"
    ends = r"(?=[,.;:)—–]|$)"
    over = rf"{any_of('over_it')}\s{any_of('the_or_whose')}(?:\s[^\W\d_]+){{1,3}}{ends}"
    return compiled(
        rf"\s(?:{to}\s(?P<direction>{direction})"
        rf"|(?:{further}\s)?{any_of('from_here')}(?:\s{to}\s(?P<then>{direction}))?"
        rf"|{further}\s(?P<on>{direction}){ends}|(?P<bare>{direction})(?:{ends}|(?=\s{over}|\s{any_of('ahead')}\s))"
        rf"|{over}|{any_of('from_here_last')}{ends}|{either(ways())}{ends})"
        r"(?![^\W_])(?!\s(?:of|from|the|to)\s)",
        re.IGNORECASE,
    )


def find_hop(scene: Scene, amount: Amount, leg: Leg | None) -> ClaimDraft | None:
    """Read "a match in Tromsø on Dec. 7, a hop of 950 km", if ``leg`` does not lead there."""
    if not _of_hop().search(scene.just_before(amount.start)):
        return None
    beside = _beside(scene, amount)
    if beside is None or beside.place is None or _ends().match(scene.after(amount.end)) is None:
        return None
    goal = leg.destination if leg is not None and leg.origin is not None else None
    is_told = goal is not None and goal.place.feature_id == beside.place.feature_id
    return None if is_told else _draft(scene, amount, beside, (amount.end, None))


@cache
def _of_hop() -> re.Pattern[str]:
    nouns = either(listed("names_journey"))
    return compiled(rf",\s{any_of('article')}\s(?:[a-z-]{{2,16}}\s)?{nouns}\sof\s$")


def find_from_here(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "from Tromsø, about 950 km to the south": as seen from the place told of."""
    words = scene.after(amount.end)
    match = _towards().match(words)
    if match is None:
        match = _ends().match(words)
        if match is None or not _is_bare(scene, amount):
            return _to_there(scene, amount)
    direction = _direction(match)
    if direction and bearing_of(direction) is None:
        return None
    end = amount.end + match.end()
    beside = _beside(scene, amount)
    ahead = None if beside else _ahead(scene, end)
    subject = ahead or _said_of(scene, amount, beside)
    rest = (ahead.span.end if ahead else end, bearing_of(direction))
    return None if subject is None else _draft(scene, amount, subject, rest)


def _to_there(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "It is 80 km to A": as far as that from the place told of."""
    to = to_or_from().match(scene.after(amount.end))
    if to is None or to["prep"] != "to" or not that_is().search(scene.just_before(amount.start)):
        return None
    goal = anchor_at(scene, amount.end + to.end())
    if goal is None or not is_there(scene, goal):
        return None
    if to_or_from().match(scene.after(goal.span.end)):
        return None
    return _draft(scene, amount, goal, (goal.span.end, bearing_of(to["direction"] or "")))


def _is_bare(scene: Scene, amount: Amount) -> bool:
    """Whether a figure without more words is a distance: "a distance of 80 km", "to A (80 km)"."""
    before = scene.just_before(amount.start)
    if _of_distance().search(before):
        return True
    return has(amount.quantity.unit, "long") and any(
        scene.between(one.span.end, amount.start) in {" (", ", "}
        and re.search(r"(?<![^\W_])to\s(?:the\s)?$", scene.just_before(one.span.start))
        for one in scene.mentions
    )


def _ahead(scene: Scene, end: int) -> PlacedMention | None:
    """Read "but 80 km away in A": the place named behind the distance."""
    match = _in_place().match(scene.after(end))
    start = end + match.end() if match else -1
    named = (one for one in scene.mentions if one.span.start == start and is_there(scene, one))
    return next(named, None)


@cache
def _in_place() -> re.Pattern[str]:
    return compiled(rf",?\s{any_of('ahead')}\s(?:the\s{any_of('place_noun')}\sof\s)?")


def _said_of(scene: Scene, amount: Amount, beside: PlacedMention | None) -> PlacedMention | None:
    """Find the place that is so far away: the one named beside the figure, or by grammar."""
    if beside is not None and not _lies().search(scene.between(beside.span.end, amount.start)):
        return beside
    told = place_by_grammar(scene, amount)
    is_told = told is not None and told.span.end <= amount.start and not is_modifier(scene, told)
    return told if is_told else beside


def _beside(scene: Scene, amount: Amount) -> PlacedMention | None:
    for one in reversed([one for one in scene.mentions if one.span.end <= amount.start]):
        if _is_said_again(scene, one) or _is_in_aside(scene, one):
            continue
        if not _joint().fullmatch(scene.between(one.span.end, amount.start)):
            return None
        if is_there(scene, one):
            return one
    return None


def _is_in_aside(scene: Scene, mention: PlacedMention) -> bool:
    """Whether an area only tells of a place named: "Inuvik, the largest town north of Yukon,"."""
    aside = rf",\s{any_of('article')}\s[^,;]{{1,60}}\s$"
    opens = re.search(aside, scene.just_before(mention.span.start))
    start = mention.span.start - len(opens[0]) if opens else -1
    return mention.is_area and any(one.span.end == start for one in scene.mentions)


@cache
def _lies() -> re.Pattern[str]:
    return compiled(rf"(?<![^\W_]){any_of('lies_in_aside')}\s$", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    return compiled(r"(?=[,.;)]|$)")


@cache
def _of_distance() -> re.Pattern[str]:
    """Find "a distance of" before a figure."""
    return compiled(rf"(?<![^\W_]){any_of('of_distance')}\sof\s$", re.IGNORECASE)


def _direction(match: re.Match[str]) -> str:
    return next((found for found in match.groupdict().values() if found), "")


def _is_said_again(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a description only stands beside the name: "Lima, Peru's capital, 100 km away"."""
    is_description = mention.toponym.kind is ToponymKind.DESCRIPTION
    return is_description and any(
        scene.between(one.span.end, mention.span.start) in {", ", ", the "}
        for one in scene.mentions
    )


def _draft(
    scene: Scene, amount: Amount, subject: PlacedMention, rest: tuple[int, float | None]
) -> ClaimDraft | None:
    end, bearing_deg = rest
    places = counted_from(scene, amount, subject, end)
    if not places or is_same(places[0], subject):
        return None
    here = places[0]
    gap = scene.between(subject.span.end, amount.start)
    # What stands between two commas says something else of the place.
    is_far = subject.toponym.id in scene.anchors or len(gap) > _QUOTED or gap.count(",") > 1
    scene.seen_from = tuple(places)
    if here not in {*scene.mentions, *scene.story.mentions.get(scene.index - 1, ())}:
        scene.story.seen_from[scene.index] = here
    scene.subject = scene.story.said_of[scene.index] = subject
    return ClaimDraft(
        kind=ClaimKind.SEPARATION,
        way=way_in(scene.after(amount.end)[:40]),
        subject=Subject(
            toponym_ids=(subject.toponym.id, here.toponym.id),
            reason=f"The figure is said of “{subject.span.text}”, as seen from "
            f"“{here.span.text}”, where the story is.",
            taken_from=tuple(place.toponym.id for place in places),
        ),
        amount=amount,
        start=amount.start if is_far else min(amount.start, subject.span.start),
        end=end,
        bearing_deg=bearing_deg,
    )
