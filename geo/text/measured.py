"""A place name goes in; out comes whether a distance is only told from there: "9 km from Lima"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts import Toponym
    from geo.contracts.scene import Scene

_FROM = frozenset({"of", "from"})
_LENGTH = 4  # words between a unit and "of": "km north-northeast of", "km short of"


def is_measured_from(scene: Scene, toponym: Toponym) -> bool:
    """Whether a distance to another place is told from here: "9 km (6 mi) south of Lima"."""
    at = scene.words_of(toponym)[0] - 1
    at -= scene.low(at) in listed("article")
    if scene.low(at) not in _FROM:
        return False
    at -= 1
    for _ in range(_LENGTH):
        if scene.low(at) not in listed("direction", "behind_measure") | {"-"}:
            break
        at -= 1
    if scene.low(at) == ")":
        at = next((i - 1 for i in range(at, -1, -1) if scene.low(i) == "("), at)
    return scene.low(at) in motion().measures
