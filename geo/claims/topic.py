"""Tells what place a sentence goes on about that names none: "It lies 80 km from", "That is"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.clause import is_town
from geo.claims.climbing import unit_of
from geo.claims.meant import may_be_meant, of_its_kind
from geo.claims.plain import plain
from geo.lexicon import any_of, listed, pattern
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


@cache
def place_pronoun() -> re.Pattern[str]:
    """Match what opens a sentence and stands for a place: "It", "the town"."""
    words = any_of("place_pronoun")
    return compiled(rf"\s?[“\"‘']?{words}(?![^\W_])", re.IGNORECASE)


def topic_of(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Take what the sentences before were about where this one points back to it."""
    head = plain(scene.before(amount.start))
    if _that_is().fullmatch(head.strip()):
        return _named_last(scene)
    if pattern("other_subject").search(head) or _does_something(scene, amount):
        return None
    firm, further = pattern("lies_firmly").search(head), any_of("further")
    bare = not re.search(r"[^\W_]", re.sub(rf"(?:and|or|{further})(?![^\W_])", "", head))
    is_place = pattern("lies").search(head) and pattern("place_noun").search(head)
    if bare or firm or is_place or (place_pronoun().match(head) and pattern("lies").search(head)):
        return told_of(scene)
    return None


def _does_something(scene: Scene, amount: Amount) -> bool:
    """Whether "it" does more than lie somewhere: "It was last heard from 200 km south of"."""
    sentence = scene.story.document.sentences[scene.index]
    at = unit_of(sentence, amount) if sentence.is_parsed else None
    while at is not None and not sentence.tree.children(at, "cop"):
        if sentence.tokens[at].tag == "VERB":
            return sentence.tokens[at].lower not in listed("lies")
        at = sentence.tree.head(at)
    return False


@cache
def _that_is() -> re.Pattern[str]:
    return compiled(rf"[“\"‘']?{any_of('that_is')}", re.IGNORECASE)


def _named_last(scene: Scene) -> PlacedMention | None:
    """Take the town that the sentence before names last, and keep what else "that" may be."""
    before = [one for one in scene.story.mentions.get(scene.index - 1, ()) if is_town(one)]
    found = may_be_meant(scene, reversed(before)) if before else []
    scene.taken_from = tuple(one.toponym.id for one in found)
    return found[0] if found else None


def told_of(scene: Scene) -> PlacedMention | None:
    """Take what the story is about, and keep what else it may be about."""
    meant = scene.story.document.referents.topics.get(scene.index)
    if meant is not None and not meant.toponym_id:
        return None  # the crash is not where the town is
    told = scene.story.mention(meant.toponym_id) if meant is not None else None
    topic = told or scene.story.topic(scene.index)
    if kind := of_its_kind(scene, scene.sentence.start):
        topic = topic if topic in kind else kind[0]
    if topic is not None:
        found = may_be_meant(scene, (topic,))
        scene.taken_from = tuple(one.toponym.id for one in found)
    return topic
