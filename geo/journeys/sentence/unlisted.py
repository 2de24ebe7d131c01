"""Movement without a verb of movement: "bounced along as far as Lima", "was in Lima by noon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import TimeKind
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import MOVERS, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.lexicon.motion import LexiconEntry

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LONG = frozenset({TimeKind.DATE, TimeKind.PERIOD})  # of no day


def verb_of(scene: Scene, first: int, last: int, entry: LexiconEntry) -> int | None:
    """Find the word that the places of a phrase of movement without a verb of its own hang on.

    None where the words around it tell of no movement.
    """
    if "of_any_verb" in entry.properties:
        return _moved_by(scene, first, last)
    if "long_out" in entry.properties:
        return _long_out(scene, first, last)
    return _there_by(scene, first)


def _long_out(scene: Scene, first: int, last: int) -> int | None:
    """Find the place of "a ship, out of Lima since Friday" and "was six days out of Lima"."""
    toponym = scene.place(last + 1)
    after = scene.words_of(toponym)[1] + 1 if toponym is not None else 0
    is_since = scene.low(after) in listed("not_a_point")  # "since Friday"
    is_since |= any(one.first == after for one in scene.times)
    at = first
    if scene.low(at - 1) in listed("period"):  # "six days"
        at, is_since = at - 2, True
    is_told = scene.low(at - 1) == "," or scene.tag(at - 1) == "AUX"
    return scene.head_of(toponym) if toponym is not None and is_since and is_told else None


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
    parts = scene.tree.children(place, "obl", "obl:unmarked", "nmod", "advmod")
    is_then = any(_is_by_then(scene, i) for i in parts) or _is_to_be(scene, place, parts, copula)
    return place if is_then else None


def _is_to_be(scene: Scene, place: int, parts: tuple[int, ...], copula: int) -> bool:
    """Whether somebody is to be at a place some day: "will be in Lima on Friday"."""
    helpers = {scene.low(i) for i in scene.tree.children(place, "aux")}
    days = [one for one in scene.times if one.day or one.kind not in _LONG]
    is_day = any(one.first <= i <= one.last for one in days for i in parts)
    subject = scene.tree.subject(place)
    is_one = subject is not None and sort_of(scene, subject) in MOVERS
    is_one = is_one and scene.tag(subject or 0) in _NOUNS  # "the next will be in Lima"
    is_to = any(scene.low(i) == "to" for i in scene.tree.children(place, "mark"))
    is_unmet = is_to and scene.low(copula - 1) in listed("have")  # "was to have been in Lima"
    return is_day and is_one and (is_unmet or bool(helpers & listed("modal_planned")))


def _is_by_then(scene: Scene, word: int) -> bool:
    """Whether a phrase names a time by which something was: "by noon", "by Friday evening"."""
    is_by = scene.tree.preposition(word) in listed("by_then")
    is_part = scene.low(word) in listed("part_of_day") or scene.tag(word) == "NUM"  # "by seven"
    is_time = is_part or any(one.first <= word <= one.last for one in scene.times)
    return is_by and is_time
