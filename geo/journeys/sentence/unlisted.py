"""Movement without a verb of movement: "bounced along as far as Lima", "was in Lima by noon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import MOVERS, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.lexicon.motion import LexiconEntry


def verb_of(scene: Scene, first: int, last: int, entry: LexiconEntry) -> int | None:
    """Find the word that the places of a phrase of movement without a verb of its own hang on.

    None where the words around it tell of no movement.
    """
    if "of_any_verb" in entry.properties:
        return _moved_by(scene, first, last)
    return _there_by(scene, first)


def _moved_by(scene: Scene, first: int, last: int) -> int | None:
    """Find the verb of "bounced along as far as Lima": any that no table knows to be another."""
    toponym = scene.place(last + 1)
    at = scene.tree.governor(scene.head_of(toponym)) if toponym is not None else None
    while at is not None and scene.tokens[at].tag == "ADV":
        at = scene.tree.head(at)  # "far" of "as far as"
    if at is None or at > first or scene.tokens[at].tag != "VERB":
        return None
    subject, low = scene.tree.subject(at), scene.low(at)
    is_other = low in motion().entries or low in listed("reports") or low in listed("reaches_out")
    is_done_to = bool(scene.tree.objects(at)) or scene.tree.is_passive(at)
    if subject is None or is_other or is_done_to:
        return None
    return at if sort_of(scene, subject) in MOVERS else None


def _there_by(scene: Scene, copula: int) -> int | None:
    """Find the place of "they were in Lima by noon": somebody had come there by then."""
    place = scene.tree.head(copula)
    is_there = place is not None and scene.relation(copula) == "cop"
    if place is None or not is_there or scene.tree.preposition(place) not in listed("puts"):
        return None
    parts = (i for i in scene.tree.children(place, "obl", "nmod", "advmod"))
    return place if any(_is_by_then(scene, i) for i in parts) else None


def _is_by_then(scene: Scene, word: int) -> bool:
    """Whether a phrase names a time by which something was: "by noon", "by Friday evening"."""
    is_by = scene.tree.preposition(word) in listed("by_then")
    is_part = scene.low(word) in listed("part_of_day")
    is_time = is_part or any(one.first <= word <= one.last for one in scene.times)
    return is_by and is_time
