"""A distance and its far end go in; the place that it is said of comes out, or why none is."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.claims.clause import is_of_clause_before, place_behind, place_right_before, stands_beside
from geo.claims.events import is_maybe_of_event
from geo.claims.grammar import is_whose, place_of_relative, subject_by_grammar
from geo.claims.plain import breaks, tells_of_a_thing
from geo.claims.second import is_of_another, is_told_already
from geo.claims.story import distinct, is_same
from geo.claims.things import is_of_new_thing
from geo.claims.topic import place_pronoun, told_of, topic_of
from geo.claims.unplaced import is_of_mover, is_of_unplaced
from geo.contracts import ToponymKind
from geo.lexicon import any_of, either, listed, pattern
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


_UNCLEAR = "The article does not say clearly which place this distance is said of."
_NO_PLACE = "The article names no place of its own for what lies {words}."

# What a search answers where the last place named belongs to something else.
_OTHER_THING = "something else"

_FEW_WORDS = r"(?:\s[a-z-]{1,16}){0,2}\s"


def find_subject(
    scene: Scene, amount: Amount, anchor: PlacedMention
) -> tuple[PlacedMention | None, str]:
    """Find the place that the distance is said of, or the reason why it cannot be told."""
    if inverted := place_behind(scene, amount, anchor):
        return inverted, ""
    if directly := place_right_before(scene, amount) or place_of_relative(scene, amount):
        scene.taken_from = ()
        return (None, _UNCLEAR) if is_same(directly, anchor) else (directly, "")
    is_other = is_of_new_thing(scene, amount) or is_of_mover(scene, amount, anchor)
    if is_other or is_of_unplaced(scene, amount):
        return None, _no_place(scene, amount, anchor)
    if scene.anchors and not _is_another_named(scene, amount):
        # What has no place of its own has none for its second figure either.
        same = None if is_of_another(scene, amount, anchor) else scene.subject
        return same, "" if same else _no_place(scene, amount, anchor)
    scene.taken_from = ()
    found = _searched(scene, amount, anchor)
    if found is not None and is_told_already(scene, found, anchor):
        found = _beside_since(scene, amount)
    if found is None:
        return None, _no_place(scene, amount, anchor)
    if not scene.taken_from and is_maybe_of_event(scene, found, amount):
        scene.taken_from = (found.toponym.id,)
    is_unclear = is_same(found, anchor) or is_of_clause_before(scene, found, amount)
    return (None, _UNCLEAR) if is_unclear else (found, "")


def _searched(scene: Scene, amount: Amount, anchor: PlacedMention) -> PlacedMention | None:
    """Find the place by a pronoun, by grammar or by what stands nearest."""
    if pronoun := _pronoun_of_clause(scene, amount):
        return _pointed_at(scene, pronoun)
    told = subject_by_grammar(scene, amount, anchor)
    if not told.is_named or (told.place is None and _is_beside(scene, amount)):
        return _named_nearest(scene, amount)
    return told.place


def _beside_since(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Take the town beside a figure where what grammar says it is of has been told already."""
    nearest, gap = _nearest(scene, amount)
    if nearest is None or nearest.is_area or not nearest.can_be_subject or breaks(gap):
        return None
    return nearest


def _no_place(scene: Scene, amount: Amount, anchor: PlacedMention) -> str:
    words = scene.between(amount.start, anchor.span.end)
    return _NO_PLACE.format(words=words[:1].lower() + words[1:])


def _is_another_named(scene: Scene, amount: Amount) -> bool:
    """Whether a place is named since the last distance: "…; Iquitos lies 200 km from Lima"."""
    ends = (one.span.end for one in scene.mentions if one.toponym.id in scene.anchors)
    last = max((scene.told_until, *ends), default=scene.sentence.start)
    return any(
        last <= one.span.start < amount.start
        and not (is_modifier(scene, one) or _is_only_setting(scene, one))
        for one in scene.mentions
    )


def _is_beside(scene: Scene, amount: Amount) -> bool:
    """Whether the figure stands beside a town, whoever does something there."""
    nearest, _ = _nearest(scene, amount)
    return nearest is not None and stands_beside(scene, nearest, amount)


def _named_nearest(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Take what is named before the figure, which refuses none unless it stands beside it."""
    found = _before(scene, amount)
    if found in scene.mentions and found is not None and scene.story.is_dateline(found):
        return None  # where a story is told from is not what its first sentence tells of
    if found is not None and not (scene.taken_from or stands_beside(scene, found, amount)):
        scene.taken_from = (found.toponym.id,)
    return found


def _before(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Take the place named before the figure, or what the sentences before are about."""
    nearest, gap = _nearest(scene, amount)
    if gap == _OTHER_THING:
        return None
    if nearest is None or _is_of_pronoun(scene, gap):
        return topic_of(scene, amount)
    is_other = breaks(gap) or bool(_aside(scene, nearest)) or tells_of_a_thing(gap)
    is_other = is_other or is_whose(scene, nearest)
    is_other = is_other or (nearest.is_area and not _is_said_of_area(gap))
    return None if is_other or not nearest.can_be_subject else nearest


def _is_said_of_area(gap: str) -> bool:
    """Whether an area lies so far away: all else, as "its main city", is in it."""
    if re.search(rf"(?<![^\W_]){any_of('possessive')}\s", gap, re.IGNORECASE):
        return False
    lies = rf"(?<![^\W_]){any_of('lies_in_aside')}\s$"
    return bool(re.search(lies, gap, re.IGNORECASE)) or not re.search(r"[^\W\d_]", gap)


@cache
def _clause_pronoun() -> re.Pattern[str]:
    words, links = any_of("place_pronoun"), any_of("lies")
    joins = any_of("joins_clause")
    return compiled(
        rf"(?:[;:,–—]|(?<![^\W_]){joins})\s(?P<words>{words})"
        rf"{_FEW_WORDS}?{links}(?![^\W_])",
        re.IGNORECASE,
    )


def _pronoun_of_clause(scene: Scene, amount: Amount) -> re.Match[str] | None:
    """Find "the city is" of a later clause, if the figure belongs to it."""
    head = scene.before(amount.start)
    match = next(reversed(list(_clause_pronoun().finditer(head))), None)
    return None if match is None or breaks(head[match.end() :]) else match


def _pointed_at(scene: Scene, match: re.Match[str]) -> PlacedMention | None:
    """Read "The fighting around Bakhmut went on; the city is …": a place of the same sentence."""
    start = scene.sentence.start + match.start("words")
    named = [one for one in scene.mentions if one.span.end <= start and _stands(scene, one)]
    words = re.sub(r"\s", " ", match["words"].lower())
    if not named:  # "The fire grew; it is …": what has no place is spoken of
        head = scene.before(start)
        is_other = (
            words in listed("bare_pronoun")
            and not place_pronoun().match(head)
            and _finite().search(head)
        )
        return None if is_other else told_of(scene)
    if words in listed("town_pronoun"):
        towns = [one for one in named if one.place and one.place.feature_class == "P"]
        return next(reversed(towns), None)
    alone = distinct(named)
    return alone[0] if len(alone) == 1 else None


@cache
def _finite() -> re.Pattern[str]:
    words = either(listed("other_subject") | listed("finite_of_thing"))
    return compiled(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


def _stands(scene: Scene, mention: PlacedMention) -> bool:
    """Whether the mention is of a place that may be spoken of again, and not of what is near it."""
    is_area = mention.place is not None and mention.place.is_area
    is_anchor = mention.toponym.id in scene.anchors
    return mention.can_be_subject and not (is_area or is_anchor or is_modifier(scene, mention))


def same_thing(scene: Scene, anchor: PlacedMention) -> set[str]:
    """List the names beside an anchor that say it again: "Cotonou, Benin's capital"."""
    found = set()
    for before, after in pairwise(scene.mentions):
        if anchor not in {before, after}:
            continue
        gap = scene.between(before.span.end, after.span.start)
        is_description = ToponymKind.DESCRIPTION in {before.toponym.kind, after.toponym.kind}
        if re.fullmatch(r",?\s(?:the\s)?" if is_description else r"['’]s?\s(?:[\w-]+\s){0,4}", gap):
            found |= {before.toponym.id, after.toponym.id}
    return found - {anchor.toponym.id}


def is_modifier(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a name only describes the noun behind it: "a Danube port", "the Danube town"."""
    after = re.match(r"\s([a-z][a-z-]{1,20})(?![^\W_])", scene.after(mention.span.end))
    if after is None or pattern("lies").fullmatch(after[1]):
        return False
    if pattern("place_noun").fullmatch(after[1]):
        return True
    before = scene.just_before(mention.span.start)
    return bool(_new_thing().search(before))


def _nearest(scene: Scene, amount: Amount) -> tuple[PlacedMention | None, str]:
    """Go back to the last place before the figure, and take the words between the two."""
    for mention in reversed(scene.mentions):
        is_before = mention.span.end <= amount.start
        if is_before and mention.toponym.id not in scene.anchors:
            gap = scene.between(mention.span.end, amount.start)
            if is_modifier(scene, mention) or _is_in_aside(scene, mention):
                continue
            if _is_in_clause_of_thing(scene, mention, amount) or _is_left(scene, mention, gap):
                return None, _OTHER_THING
            if _is_of_pronoun(scene, gap) or not _is_only_setting(scene, mention):
                return mention, gap
    return None, ""


def _is_in_clause_of_thing(scene: Scene, mention: PlacedMention, amount: Amount) -> bool:
    """Whether the place only tells of a thing: "The storm, which hit Haiti, was 300 km from"."""
    head = scene.before(mention.span.start)
    opens = re.search(rf"(?P<thing>[^\W\d_]+),\s{any_of('relative')}\s[^,;]{{0,80}}$", head)
    if opens is None or any(
        one.span.end == scene.sentence.start + opens.end("thing") for one in scene.mentions
    ):
        return False
    gap = scene.between(mention.span.end, amount.start)
    links = rf"(?:{any_of('also_or_now')}\s)?{any_of('lies')}(?![^\W_])"
    return bool(re.match(rf"[^,;]{{0,60}},\s{links}", gap))


def _is_left(scene: Scene, mention: PlacedMention, gap: str) -> bool:
    """Whether something has left the place: "advanced from Kharkiv to within 50 km of"."""
    before = scene.just_before(mention.span.start)
    is_start = re.search(r"(?<![^\W_])from\s(?:the\s)?$", before, re.IGNORECASE)
    is_apposition = re.match(r"\s?[,(]", gap) and not re.search(r"(?<![^\W_])to(?![^\W_])", gap)
    return bool(is_start) and not is_apposition


def _aside(scene: Scene, mention: PlacedMention) -> re.Match[str] | None:
    """Find ", on Hudson Bay, lies": a place that only says where something before it lies."""
    behind = scene.after(mention.span.end)
    if not re.match(rf"[^,;]{{0,40}},\s{_also_lies()}", behind):
        return None
    return re.search(
        rf",\s{any_of('placed')}\s[^,;]{{0,60}}$", scene.just_before(mention.span.start)
    )


def _is_in_aside(scene: Scene, mention: PlacedMention) -> bool:
    """Whether what lies there is itself a place named: "Lhasa, beyond the Himalayas, is"."""
    found = _aside(scene, mention)
    if found is None:
        return False
    start = mention.span.start - len(found[0])
    return any(one.span.end == start for one in scene.mentions)


@cache
def _new_thing() -> re.Pattern[str]:
    word = rf"(?!{any_of('setting')}\s)[a-z-]{{1,16}}\s"
    return compiled(rf"(?<![^\W_]){any_of('indefinite')}\s(?:{word}){{0,2}}$")


@cache
def _also_lies() -> str:
    return rf"(?:{any_of('also')}\s)?{any_of('lies')}(?![^\W_])"


def _is_only_setting(scene: Scene, mention: PlacedMention) -> bool:
    """Whether an area only says where something is: "a village in Kent, England, 80 km from"."""
    if mention.place is not None and (mention.is_park or not mention.place.is_area):
        return False
    before = scene.before(mention.span.start)
    if re.search(rf"(?<![^\W_]){any_of('setting')}\s(?:[a-z-]{{1,16}}\s){{0,3}}$", before):
        return True
    ends = {one.span.end for one in scene.mentions}
    return before.endswith(", ") and mention.span.start - len(", ") in ends


def _is_of_pronoun(scene: Scene, gap: str) -> bool:
    """Whether "It belongs to X and lies …" goes on about "it" and not about X."""
    if not place_pronoun().match(scene.sentence.text):
        return False
    return bool(re.search(rf"(?:and|,)\s{_also_lies()}", gap))
