"""A verb of flight goes in; out comes what people flee: "fled fighting in Lima"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import PEOPLE, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

FLIGHT = "flee"  # the frame of verbs that say so
_NEAR = 5  # words of "fled the heavy fighting in"
_FAR = 8  # words of "went by boat to Ica to escape"


def peril(scene: Scene, verb: int) -> int | None:
    """Find what is fled close behind a verb, where a place is told for it."""
    near = range(verb + 1, min(verb + _NEAR, len(scene) - 2))
    found = next((i for i in near if scene.low(i) in listed("peril")), None)
    is_placed = found is not None and scene.low(found + 1) in listed("puts")
    return found if is_placed and scene.place((found or 0) + 2) is not None else None


def purpose(scene: Scene, verb: int) -> int | None:
    """Find "escape" of "went to Ica to escape fighting in Lima", wherever the tree hangs it."""
    behind = range(verb + 1, min(verb + _FAR, len(scene)))
    return next((i for i in behind if is_purpose(scene, i)), None)


def is_purpose(scene: Scene, verb: int) -> bool:
    """Whether a verb only says from what people went: "fled to Ica to escape fighting in Lima"."""
    entries = motion().entries
    is_flight = any(one.frame.name == FLIGHT for one in entries.get(scene.low(verb), ()))
    before = range(max(verb - _FAR, scene.dateline), verb - 1)
    is_led = any(scene.tag(i) == "VERB" and scene.low(i) in entries for i in before)
    is_to = is_flight and is_led and scene.low(verb - 1) == "to"
    return is_to and peril(scene, verb) is not None


def drives_out(scene: Scene, carrier: int | None, word: int | None) -> bool:
    """Whether something made people go: "fighting in Lima drove 300 people to Ica"."""
    is_peril = carrier is not None and scene.low(carrier) in listed("peril")
    return is_peril and word is not None and sort_of(scene, word) in PEOPLE
