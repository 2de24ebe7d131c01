"""A distance and its far end go in; the place that it is said of comes out, or why none is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.lexicon import context, either, word_pattern
from geo.claims.story import distinct

if TYPE_CHECKING:
    from geo.claims.amounts import Amount
    from geo.claims.story import PlacedMention, Scene

# More words than this between a place and the figure, and they need not belong together.
_SUBJECT_WORDS = 24

# Words that put something into an area or beside it, which does not make it the subject.
_SETTING = "in|of|on|across|inside|to|near|along|at|by|from"


_UNCLEAR = "The article does not say clearly which place this distance is said of."
_NO_PLACE = "The article names no place of its own for what lies {words}."

# "…, where refugees landed, …": a clause between commas says nothing of where the place lies.
_ASIDE = r",\s(?:where|whose|who|which|home\sto|known\s(?:as|for))\s[^,;]{1,120},"

_PLACED = "in|on|at|near|by|across|beyond|along|off|above|below|between|behind|opposite"

_FINITE = ("is", "are", "was", "were", "has", "had", "lies", "lay")
_BARE = frozenset({"it", "it's", "they"})
_FEW_WORDS = r"(?:\s[a-z-]{1,16}){0,2}\s"


@cache
def _pronoun() -> re.Pattern[str]:
    words = either(context("pronoun_subjects"))
    return re.compile(rf"\s?[“\"‘']?{words}(?![^\W_])", re.IGNORECASE)


def find_subject(
    scene: Scene, amount: Amount, anchor: PlacedMention
) -> tuple[PlacedMention | None, str]:
    """Find the place that the distance is said of, or the reason why it cannot be told."""
    if inverted := _inverted(scene, anchor):
        return inverted, ""
    if scene.subject and scene.anchors and not _is_another_named(scene, amount):
        return scene.subject, ""
    scene.taken_from = ()
    pronoun = _pronoun_of_clause(scene, amount)
    found = _pointed_at(scene, pronoun) if pronoun else _before(scene, amount)
    if found is None:
        words = scene.between(amount.start, anchor.span.end)
        return None, _NO_PLACE.format(words=words[:1].lower() + words[1:])
    return (None, _UNCLEAR) if is_same(found, anchor) else (found, "")


def _is_another_named(scene: Scene, amount: Amount) -> bool:
    """Whether a place is named since the last distance: "…; Iquitos lies 200 km from Lima"."""
    last = max(one.span.end for one in scene.mentions if one.toponym.id in scene.anchors)
    return any(
        last <= one.span.start < amount.start
        and not (is_modifier(scene, one) or _is_only_setting(scene, one))
        for one in scene.mentions
    )


def _before(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Take the place named before the figure, or what the sentences before are about."""
    nearest, gap = _nearest(scene, amount)
    if nearest is None or _is_of_pronoun(scene, gap):
        return _topic(scene, amount)
    is_other = breaks(gap) or bool(_aside(scene, nearest)) or _tells_of_a_thing(gap)
    return None if is_other or not nearest.can_be_subject else nearest


@cache
def _clause_pronoun() -> re.Pattern[str]:
    words, links = either(context("pronoun_subjects")), either(context("links"))
    return re.compile(
        rf"(?:[;:,–—]|(?<![^\W_])(?:and|but|while|as|though|although))\s(?P<words>{words})"
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
        is_other = words in _BARE and not _pronoun().match(head) and _finite().search(head)
        return None if is_other else _told_of(scene)
    if words in context("settlement_nouns"):
        towns = [one for one in named if one.place and one.place.feature_class == "P"]
        return next(reversed(towns), None)
    alone = distinct(named)
    return alone[0] if len(alone) == 1 else None


@cache
def _finite() -> re.Pattern[str]:
    words = either({*context("clause_breakers"), *_FINITE})
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


def _stands(scene: Scene, mention: PlacedMention) -> bool:
    """Whether the mention is of a place that may be spoken of again, and not of what is near it."""
    is_area = mention.place is not None and mention.place.is_area
    is_anchor = mention.toponym.id in scene.anchors
    return mention.can_be_subject and not (is_area or is_anchor or is_modifier(scene, mention))


def is_modifier(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a name only describes the noun behind it: "a Danube port", "the Danube town"."""
    after = re.match(r"\s([a-z][a-z-]{1,20})(?![^\W_])", scene.after(mention.span.end))
    if after is None or word_pattern("links").fullmatch(after[1]):
        return False
    if word_pattern("place_nouns").fullmatch(after[1]):
        return True
    before = scene.just_before(mention.span.start)
    return bool(re.search(r"(?<![^\W_])(?:an?|another)\s(?:[a-z-]{1,16}\s){0,2}$", before))


def _nearest(scene: Scene, amount: Amount) -> tuple[PlacedMention | None, str]:
    """Go back to the last place before the figure, and take the words between the two."""
    for mention in reversed(scene.mentions):
        is_before = mention.span.end <= amount.start
        if is_before and mention.toponym.id not in scene.anchors:
            gap = scene.between(mention.span.end, amount.start)
            if is_modifier(scene, mention) or _is_in_aside(scene, mention):
                continue
            if _is_of_pronoun(scene, gap) or not _is_only_setting(scene, mention):
                return mention, gap
    return None, ""


def _aside(scene: Scene, mention: PlacedMention) -> re.Match[str] | None:
    """Find ", on Hudson Bay, lies": a place that only says where something before it lies."""
    links = either(context("links"))
    behind = scene.after(mention.span.end)
    if not re.match(rf"[^,;]{{0,40}},\s(?:also\s)?{links}(?![^\W_])", behind):
        return None
    return re.search(rf",\s(?:{_PLACED})\s[^,;]{{0,60}}$", scene.just_before(mention.span.start))


def _is_in_aside(scene: Scene, mention: PlacedMention) -> bool:
    """Whether what lies there is itself a place named: "Lhasa, beyond the Himalayas, is"."""
    found = _aside(scene, mention)
    if found is None:
        return False
    start = mention.span.start - len(found[0])
    return any(one.span.end == start for one in scene.mentions)


def _inverted(scene: Scene, anchor: PlacedMention) -> PlacedMention | None:
    """Read "80 km north of Kyiv lies Chernobyl"."""
    follows = re.match(
        r"\s?,?\s(?:is|lies|sits|stands|lay|stood)\s(?:the\s(?:[a-z-]{1,20}\s){1,3}of\s)?",
        scene.after(anchor.span.end),
    )
    if follows is None:
        return None
    start = anchor.span.end + follows.end()
    found = (one for one in scene.mentions if one.span.start == start and one.can_be_subject)
    return next(found, None)


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?!{either(context('links'))}\s)[a-z][a-z\s]{{1,60}}\s(?:{_PLACED}|in|into|to|from|over)\s"
        r"(?:an?|the|its|their|his|her)(?:\s[a-z-]{1,16}){1,3},\s"
    )


def _tells_of_a_thing(gap: str) -> bool:
    """Whether the figure is of a thing without a name: "… searched along the coast, 80 km from"."""
    return bool(_thing().fullmatch(gap))


def breaks(gap: str) -> bool:
    """Whether something else than the place before is likely to be so far away."""
    plain = _plain(gap)
    return (
        bool(word_pattern("clause_breakers").search(plain)) or len(plain.split()) > _SUBJECT_WORDS
    )


def _plain(words: str) -> str:
    """Leave out what says nothing about the subject: brackets, other distances, river banks."""
    words = re.sub(r"\([^()]{0,200}\)", "", words)
    words = re.sub(_ASIDE, ",", words)
    words = re.sub(r"\d[\d.,]{0,8}\s?(?:km|kilomet|mi|miles)[^,;]{0,60}[,;]", "", words)
    return re.sub(r"(?:left|right)\s(?:river\s)?bank", "bank", words)


def is_same(one: PlacedMention, other: PlacedMention) -> bool:
    """Whether two mentions are of one place."""
    return (
        one.place is not None
        and other.place is not None
        and one.place.feature_id == other.place.feature_id
    )


def _is_only_setting(scene: Scene, mention: PlacedMention) -> bool:
    """Whether an area only says where something is: "a village in Kent, England, 80 km from"."""
    if mention.place is not None and not mention.place.is_area:
        return False
    before = scene.before(mention.span.start)
    if re.search(rf"(?<![^\W_])(?:{_SETTING})\s(?:[a-z-]{{1,16}}\s){{0,3}}$", before):
        return True
    ends = {one.span.end for one in scene.mentions}
    return before.endswith(", ") and mention.span.start - len(", ") in ends


def _is_of_pronoun(scene: Scene, gap: str) -> bool:
    """Whether "It belongs to X and lies …" goes on about "it" and not about X."""
    if not _pronoun().match(scene.sentence.text):
        return False
    links = either(context("links"))
    return bool(re.search(rf"(?:and|,)\s(?:also\s)?{links}(?![^\W_])", gap))


def _topic(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Take what the sentences before were about where this one points back to it."""
    head = _plain(scene.before(amount.start))
    if word_pattern("clause_breakers").search(head):
        return None
    firm = re.search(
        r"(?<![^\W_])(?:lies|lay|located|situated|lying)(?![^\W_])", head, re.IGNORECASE
    )
    bare = not re.search(r"[^\W_]", re.sub(r"(?:and|or|further)(?![^\W_])", "", head))
    is_place = word_pattern("links").search(head) and word_pattern("place_nouns").search(head)
    if bare or firm or is_place or (_pronoun().match(head) and word_pattern("links").search(head)):
        return _told_of(scene)
    return None


def _told_of(scene: Scene) -> PlacedMention | None:
    """Take what the story is about, and keep what else it may be about."""
    topic = scene.story.topic(scene.index)
    if topic is not None:
        found = distinct((topic, *scene.story.here(scene.index)))
        scene.taken_from = tuple(one.toponym.id for one in found)
    return topic
