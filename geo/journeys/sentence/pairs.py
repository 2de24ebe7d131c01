"""Two places with "to" between, which no "from" leads to: "a ferry, Ica to Lima", "flew Ica to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.lexicon.motion import LexiconEntry

_ASIDE = 8  # words between a vehicle and the comma before its way: "two jets with tents for both,"
_BREAKS = frozenset({"VERB", "AUX", "PUNCT"})
_OF_NAME = frozenset({"amod", "compound"})


def pair_of(scene: Scene, entry: LexiconEntry, at: int) -> int | None:
    """Find where the pair of a word of movement starts, right behind it or behind a comma.

    ``at`` is the word behind the verb or the noun, or behind what is ridden.
    """
    if entry.frame.object is not None or entry.frame.carries or entry.frame.crosses:
        return None  # "moved Lima to third place", "crossed Peru to Lima"
    is_run = entry.frame.noun and Role.ORIGIN in entry.frame.roles.values()
    is_led = entry.frame.rides or is_run
    first = _past_aside(scene, at) if is_led else at
    is_way = is_led or entry.mode is not Mode.UNKNOWN
    is_way |= "to_place" in entry.properties
    return first if is_way and _is_pair(scene, first) else None


def named_run(scene: Scene, index: int) -> int | None:
    """Find the word for a ship named before a pair: "the tug Ann, Ica to Lima with salt, sank".

    ``index`` is its kind, or its name alone ("the Ann, Ica to Lima").
    """
    low = scene.low(index)
    is_kind = motion().singular.get(low, low) in motion().vehicles and low not in listed("way")
    head = scene.tree.head(index) if scene.relation(index) in _OF_NAME else None
    at = head if is_kind and head is not None and scene.tag(head) == "PROPN" else index
    comma = _past_aside(scene, index + 1) - 1
    is_name = all(scene.is_capital(i) for i in range(index + 1, comma))
    if not (is_name and scene.low(comma) == "," and _is_pair(scene, comma + 1)):
        return None
    return at if at > index or (comma == index + 1 and _is_ship(scene, index)) else None


def _is_ship(scene: Scene, index: int) -> bool:
    """Whether a name behind an article ends at a word: "the Pearl", no "Ivan Petrov"."""
    first = index
    while scene.tag(first - 1) == "PROPN":
        first -= 1
    is_name = scene.tag(index) == "PROPN" and sort_of(scene, index) is Sort.NAME
    return is_name and scene.low(first - 1) in listed("article")


def _is_pair(scene: Scene, at: int) -> bool:
    start = scene.place(at)
    if start is None:
        return False
    led = scene.words_of(start)[1] + 1
    return scene.low(led) == "to" and scene.place(led + 1) is not None


def _past_aside(scene: Scene, at: int) -> int:
    """Pass over what is said of a vehicle, up to a comma: "two jets with tents, Ica to Lima"."""
    near = range(at, min(at + _ASIDE, len(scene)))
    end = next((i for i in near if scene.tag(i) in _BREAKS), None)
    return end + 1 if end is not None and scene.low(end) == "," else at
