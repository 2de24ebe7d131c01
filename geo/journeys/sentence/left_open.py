"""A noun of movement goes in; out comes what is said of it that leaves open whether it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.called_off import is_off
from geo.journeys.sentence.helpers import of_auxiliaries
from geo.journeys.sentence.ways_told import is_figure
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_MAYBE, _AHEAD = LegStatus.HYPOTHETICAL, LegStatus.PLANNED
_PAIRS = (
    ("trip_pair_open", _MAYBE),
    ("trip_pair_ahead", _AHEAD),
    ("trip_pair_off", LegStatus.DENIED),
)


def left_open(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    """Judge "the visit is in doubt", "the cancellation of the visit" and "fears deportation"."""
    head = scene.tree.head(at)
    if head is None:
        return None
    if (told := _by_pair(scene, at)) is not None:
        return told, head
    relation = scene.relation(at)
    if relation in _SUBJECTS:
        return _said_of(scene, head)
    if relation == "nmod" and scene.tree.preposition(at) in listed("of_topic"):
        return _of_end(scene, head) if scene.low(head) in listed("ends_plan") else None
    return _done_with(scene, head) if relation == "obj" else None


def _done_with(scene: Scene, head: int) -> tuple[LegStatus, int] | None:
    """Judge by what somebody does with it: "awaits a visit", "refused a trip"."""
    low = scene.low(head)
    if low in listed("awaits"):
        return _AHEAD, head
    if low in listed("refuses_trip") | listed("escapes"):
        return (_MAYBE if scene.tree.is_negated(head) else LegStatus.DENIED), head
    above = scene.tree.head(head)
    is_asked = above is not None and scene.relation(head) == "xcomp"
    is_asked = is_asked and scene.low(above or 0) in listed("hypothetical")  # "to delay his visit"
    return (_MAYBE, head) if is_asked or low in listed("trip_not_yet") else None


def _by_pair(scene: Scene, at: int) -> LegStatus | None:
    """Judge "called for a visit" and "look forward to a trip" by the words that lead to it."""
    for case in scene.tree.children(at, "case"):
        before = f"{scene.low(case - 1)} {scene.low(case)}"
        behind = f"{scene.low(case)} {scene.low(case + 1)}"
        for name, status in _PAIRS:
            if not listed(name).isdisjoint((before, behind)):
                return status
    return None


def _of_end(scene: Scene, noun: int) -> tuple[LegStatus, int]:
    """Judge "forced the cancellation of the visit", and "demanded" it."""
    verb = scene.tree.head(noun)
    is_only_asked = verb is not None and scene.relation(noun) == "obj"
    is_only_asked = is_only_asked and scene.low(verb or 0) in listed("trip_not_yet")
    return (_MAYBE if is_only_asked else LegStatus.CANCELLED), noun


def _said_of(scene: Scene, head: int) -> tuple[LegStatus, int] | None:
    """Judge by what a journey is said to be, or by what becomes of it."""
    tree, low = scene.tree, scene.low(head)
    is_said = bool(tree.children(head, "cop"))
    if tree.is_passive(head) and low in listed("refuses_trip"):
        return LegStatus.DENIED, head
    # "was discussed", "depends on the weather"
    is_open = low in listed("hangs_on_more") or _is_yet(scene, head)
    if is_open or (tree.is_passive(head) and low in listed("trip_not_yet")):
        return _MAYBE, head
    is_due = any(scene.low(i) in listed("trip_at_hand") for i in tree.children(head, "case", "aux"))
    if is_due or low in listed("awaits"):
        return _AHEAD, head  # "is due to begin", "awaits the winner"
    if is_said:
        return _of_quality(scene, head)
    inner = tree.children(head, "xcomp")
    near = (*inner, *(one.word for one in tree.adjuncts(head) if one.preposition))
    if (open_ := next((i for i in near if scene.low(i) in listed("trip_open")), None)) is not None:
        return _MAYBE, open_  # "remains uncertain", "was thrown into doubt"
    return _not_come_about(scene, head, inner)


def of_unmet(scene: Scene, head: int, own: tuple[LegStatus, int]) -> tuple[LegStatus, int]:
    """Tell "was to have begun on Monday", which did not, from "is to begin on Monday"."""
    helpers = {scene.low(i) for i in scene.tree.auxiliaries(head)}
    is_unmet = scene.low(own[1]) in listed("past_be") and helpers & listed("have")
    return (LegStatus.CANCELLED, head) if is_unmet else own


def _of_quality(scene: Scene, head: int) -> tuple[LegStatus, int] | None:
    """Judge "is in doubt", "is imminent" and "would be the first"."""
    low, own = scene.low(head), of_auxiliaries(scene, head)
    if low in listed("trip_open"):
        end = next((i for i in scene.tree.children(head, "xcomp") if is_off(scene, i)), head)
        return _MAYBE, end
    if own is not None and not is_figure(scene, head):  # no "would be 51 km"
        return of_unmet(scene, head, own)
    return (_AHEAD, head) if low in listed("trip_at_hand") else None


def _not_come_about(
    scene: Scene, head: int, inner: tuple[int, ...]
) -> tuple[LegStatus, int] | None:
    """Judge "failed to materialise"."""
    come = next((i for i in inner if scene.low(i) in listed("comes_about")), None)
    if come is None:
        return None
    return (LegStatus.DENIED, head) if scene.low(head) in listed("denied") else None


def _is_yet(scene: Scene, verb: int) -> bool:
    """Whether it was not done so far: "has yet to be confirmed"."""
    words = scene.tree.children(verb, "advmod")
    return any(
        scene.low(i) in listed("still_to_come") and scene.low(i + 1) == "to" and i < verb + 2
        for i in words
    )
