"""A length in its sentence goes in; "A is so far from B" comes out, with both places if told."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.context import find_from_here
from geo.claims.draft import ClaimDraft, way_in
from geo.claims.plain import breaks
from geo.claims.subject import find_subject, same_thing
from geo.contracts import BORDER_OF, ClaimKind, Mode, RelationKind, Subject, ToponymKind, WayWords
from geo.lexicon import any_of, either, endings, listed, pattern
from geo.lexicon.directions import bearing_of, ways
from geo.lexicon.units import has

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Place

# How far behind its preposition the anchor may begin ("from the southern city of …").
_ANCHOR_WINDOW = 60

_WORD = r"[^\W\d_][^\W\d_'’-]{0,30}(?:['’-][^\W\d_]{1,30}){0,3}"


@cache
def _after() -> re.Pattern[str]:
    way, distant = either(ways()), any_of("distant")
    lead, anchor = any_of("before_direction"), any_of("from_anchor")
    direction = any_of("direction")
    return re.compile(
        rf"\s?,?\s?(?P<way>{way}\s)?(?:{distant}\s)?"
        rf"(?:(?:{lead}\s)?(?P<direction>{direction})\s)?"
        rf"(?P<way2>{way}\s)?(?:{distant}\s)?(?P<prep>{anchor})\s",
        re.IGNORECASE,
    )


@cache
def _separates() -> re.Pattern[str]:
    """Find "500 km separate A from B", "300 km of sea separate A and B"."""
    return re.compile(rf"\s(?:of\s[a-z]{{1,12}}\s)?{any_of('separates')}\s(?:the\s)?")


def find_separation(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "A … 80 km from B", "between A and B are 80 km", "A and B are 80 km apart"."""
    words = scene.after(amount.end)
    if separates := _separates().match(words):
        return _pair_after(scene, amount, amount.end + separates.end())
    if re.match(r"\sapart(?![^\W_])", words):
        return _pair(scene, amount, amount.end + len(" apart"))
    match = _after().match(words)
    if match is None or not _is_separation(match, amount):
        return find_from_here(scene, amount) or _pair(scene, amount, amount.end)
    start = amount.end + match.end()
    if match["prep"].lower() == "between":
        return _pair_after(scene, amount, start)
    return _from(scene, amount, match)


def _is_separation(match: re.Match[str], amount: Amount) -> bool:
    """Whether "of" has a direction before it, or the figure is "within 80 km of"."""
    if match["prep"].lower() != "of":
        return True
    within = amount.quantity.span.text.lower().startswith(endings("within_of"))
    return bool(match["direction"]) or within


def _from(scene: Scene, amount: Amount, match: re.Match[str]) -> ClaimDraft | None:
    start = amount.end + match.end()
    anchor = _anchor(scene, start)
    if anchor is None:
        return _from_town(scene, amount, match) or _without_anchor(scene, amount, match)
    onward = re.match(
        rf"(?:,\s[A-Z][\w. ]{{1,24}},)?\s(?:{any_of('before_to')}\s)?to\s(?:the\s)?",
        scene.after(anchor.span.end),
    )
    if onward and match["prep"].lower() == "from":
        other = _anchor(scene, anchor.span.end + onward.end())
        if other:
            draft = _draft(scene, amount, (anchor, other), other.span.end)
            return replace(draft, relation=WayWords.TRIP.value)
    end = anchor.span.end + len(_coast_behind(scene, anchor))
    subject, reason = find_subject(scene, amount, anchor)
    scene.anchors |= {anchor.toponym.id, *same_thing(scene, anchor)}
    if subject is None or _has_no_coast(scene, (subject, anchor), start):
        reason = reason or f"We have no line of the coast of {anchor.toponym.name} to measure to."
        return ClaimDraft(
            kind=ClaimKind.SEPARATION,
            subject=Subject(reason=reason),
            amount=amount,
            start=amount.start,
            end=end,
        )
    scene.subject = scene.story.said_of[scene.index] = subject
    bearing_deg = bearing_of(match["direction"] or "")
    return replace(_draft(scene, amount, (subject, anchor), end), bearing_deg=bearing_deg)


def _has_no_coast(scene: Scene, ends: tuple[PlacedMention, PlacedMention], start: int) -> bool:
    """Whether the coast of a country is meant, for a place in it: an outline has no coast alone."""
    one, anchor = (end.place for end in ends)
    between = scene.between(start, ends[1].span.start)
    is_coast = _coast_behind(scene, ends[1]) or pattern("coast").search(between)
    return bool(is_coast and one and anchor and one.country_code == anchor.country_code != "")


def _coast_behind(scene: Scene, anchor: PlacedMention) -> str:
    """Give " coast" where it follows on "the Turkish" or "Turkey’s"."""
    nearest = rf"(?:(?:{any_of('nearest')}|[a-z]{{4,9}}ern)\s)?"
    words = rf"(?:['’]s?)?\s{nearest}{any_of('coast')}(?![^\W_])"
    match = re.match(words, scene.after(anchor.span.end))
    return match[0] if match and anchor.place and anchor.place.feature_class == "A" else ""


def _draft(
    scene: Scene, amount: Amount, ends: tuple[PlacedMention, PlacedMention], end: int
) -> ClaimDraft:
    one, other = ends
    scene.anchors.add(other.toponym.id)
    tail = re.match(r"[^,.;]{0,20}", scene.after(end))
    near = scene.between(amount.end, end) + (tail[0] if tail else "")
    way = way_in(near)
    if way is Mode.UNKNOWN:
        way = way_in(scene.just_before(amount.start)[-24:])
    return ClaimDraft(
        kind=ClaimKind.SEPARATION,
        subject=Subject(
            toponym_ids=(one.toponym.id, other.toponym.id),
            reason=f"The figure is said of {_said(one)} and {_said(other)}.",
            taken_from=scene.taken_from if one.toponym.id in scene.taken_from[:1] else (),
        ),
        amount=amount,
        start=one.span.start if other.span.end <= amount.start else amount.start,
        end=max(amount.end, end),
        way=way,
        relation=_border_of(other),
    )


def _border_of(mention: PlacedMention) -> str:
    """Tell whose border is named: "the Polish border" is one of Poland's."""
    relation = mention.toponym.relation
    is_one = relation is not None and relation.kind is RelationKind.BORDER and len(relation.of) == 1
    return BORDER_OF + relation.of[0] if is_one and relation else ""


def _said(mention: PlacedMention) -> str:
    return f"“{mention.span.text}”"


def _anchor(scene: Scene, start: int) -> PlacedMention | None:
    """Find the place named right behind a preposition, or after a few words ("the city of")."""
    behind = [one for one in scene.mentions if one.span.end > start]
    for mention in behind:
        if mention.span.start < start:
            return mention
        gap = scene.between(start, mention.span.start)
        if len(gap) > _ANCHOR_WINDOW or not re.fullmatch(rf"(?:{_WORD},?\s){{0,6}}", gap):
            return None
        if _not_up_to().search(gap):
            return None
        if mention.toponym.kind is ToponymKind.DEMONYM and not _coast_behind(scene, mention):
            continue
        return _far_end(scene, mention)
    return None


def _far_end(scene: Scene, mention: PlacedMention) -> PlacedMention | None:
    """Take the place named itself, its coast, or what it owns; none if it is half a name."""
    if _coast_behind(scene, mention):
        return mention
    if _is_part_of_name(scene, mention):
        return None
    return _possessed(scene, mention) if _is_owner(scene, mention) else mention


@cache
def _not_up_to() -> re.Pattern[str]:
    """Find words behind which the place named is not the far end: "from a camp for people of X"."""
    borders = "".join(rf"(?<!{re.escape(word)}\s)" for word in listed("border"))
    return re.compile(
        rf"(?:^|\s)(?:{any_of('not_up_to')}|{borders}with"
        rf"|an?(?!\s(?:[^\W\d_]+\s){{0,2}}{any_of('place_noun')}\s))\s",
        re.IGNORECASE,
    )


def _is_owner(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a name only says whose the thing behind it is: "Kenya's port city of Mombasa"."""
    if mention.toponym.kind is ToponymKind.DESCRIPTION:
        return False
    return bool(re.match(r"['’]s?\s[^\W\d_]", scene.after(mention.span.end)))


def _possessed(scene: Scene, owner: PlacedMention) -> PlacedMention | None:
    """Find the place that is somebody's: the next one named, with a few plain words between."""
    for mention in scene.mentions:
        if mention.span.start <= owner.span.end:
            continue
        gap = scene.between(owner.span.end, mention.span.start)
        is_near = re.fullmatch(rf"['’]s?\s(?:{_WORD}\s){{0,4}}", gap)
        if not is_near or _not_up_to().search(gap[2:]):
            return None
        return None if _is_owner(scene, mention) else mention
    return None


def _is_part_of_name(scene: Scene, mention: PlacedMention) -> bool:
    """Whether "Peruvian" is only the first half of "Peruvian border", which was not placed."""
    if mention.toponym.kind is ToponymKind.DESCRIPTION:
        return False
    words = any_of("line_of_area")
    return bool(re.match(rf"['’s]{{0,2}}\s{words}(?![^\W_])", scene.after(mention.span.end)))


def _from_town(scene: Scene, amount: Amount, match: re.Match[str]) -> ClaimDraft | None:
    """Read "1,600 km north of the city": the town that the story is in or about."""
    start = amount.end + match.end()
    noun = re.match(rf"{any_of('town_pronoun')}(?![^\W_])(?!\sof\s)", scene.after(start))
    towns = [
        one for one in scene.story.here(scene.index) if one.place and _is_town(one.place, noun)
    ]
    if noun is None or not towns:
        return None
    subject, _ = find_subject(scene, amount, towns[0])
    if subject is None:
        return None
    draft = _draft(scene, amount, (subject, towns[0]), start + noun.end())
    taken_from = tuple(one.toponym.id for one in towns)
    said = f"The figure is said of {_said(subject)} and “{noun[0]}”, taken for {_said(towns[0])}."
    named = replace(draft.subject, reason=said, taken_from=taken_from)
    bearing_deg = bearing_of(match["direction"] or "")
    return replace(draft, subject=named, start=amount.start, bearing_deg=bearing_deg)


def _is_town(place: Place, noun: re.Match[str] | None) -> bool:
    is_capital = noun is not None and noun[0].lower().split()[-1] in listed("capital")
    return place.feature_class == "P" and (place.feature_code == "PPLC" or not is_capital)


def _without_anchor(scene: Scene, amount: Amount, match: re.Match[str]) -> ClaimDraft | None:
    """Keep a clear statement of distance whose far end is no place that we know."""
    # Metres and yards are mostly said of streets and pitches.
    if not has(amount.quantity.unit, "long") or match["prep"].lower() == "off":
        return None
    start = amount.end + match.end()
    whose, joints = any_of("the_or_whose"), any_of("joint")
    words = rf"{whose}\s{_WORD}(?:\s(?!{joints}(?![^\W_])){_WORD})?"
    thing = re.match(words, scene.after(start))
    if thing is None:
        return None
    why = f"“{thing[0]}” could not be tied to a place on the map."
    if thing[0].split()[-1].lower() in listed("border"):
        why += " Of borders, only those between countries are known here."
    return ClaimDraft(
        kind=ClaimKind.SEPARATION,
        subject=Subject(reason=why),
        amount=amount,
        start=amount.start,
        end=start + thing.end(),
    )


def _pair(scene: Scene, amount: Amount, end: int) -> ClaimDraft | None:
    """Read "between A and B are 300 km", "from A to B it is 300 km", "A and B are 300 km apart"."""
    before = [one for one in scene.mentions if one.span.end <= amount.start]
    if len(before) < 2:  # noqa: PLR2004 - a pair
        return None
    one, other = before[-2:]
    joint = scene.between(one.span.end, other.span.start).strip().lower()
    lead = scene.before(one.span.start).rstrip().lower()
    gap = scene.between(other.span.end, amount.start)
    apart = end > amount.end and joint in {"and", "from"}
    fits = (
        apart
        or (joint == "and" and lead.endswith("between"))
        or (joint in {"to", "to the"} and re.search(r"(?<![^\W_])from(?: the)?$", lead))
    )
    linked = pattern("lies").search(gap) or re.fullmatch(r"\s?", gap)
    if not fits or not linked or breaks(gap):
        return None
    draft = _draft(scene, amount, (one, other), end)
    return None if one.place is None and other.place is None else draft


def _pair_after(scene: Scene, amount: Amount, start: int) -> ClaimDraft | None:
    """Read "the 300 km between A and B"."""
    one = _anchor(scene, start)
    joint = re.match(r"\s(?:and|from)\s(?:the\s)?", scene.after(one.span.end)) if one else None
    other = _anchor(scene, one.span.end + joint.end()) if one and joint else None
    if one is None or other is None:
        return None
    return _draft(scene, amount, (one, other), other.span.end)
