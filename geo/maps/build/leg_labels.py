"""What the ends of a journey's leg say on the map, in the article's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus

if TYPE_CHECKING:
    from geo.contracts import Leg, When

_LEFT = {
    LegStatus.HAPPENED: "left",
    LegStatus.UNDER_WAY: "left",
    LegStatus.REPORTED: "left",
    LegStatus.PLANNED: "to leave",
}
_REACHED = {
    LegStatus.HAPPENED: "reached",
    LegStatus.UNDER_WAY: "expected",
    LegStatus.REPORTED: "expected",
    LegStatus.PLANNED: "expected",
}


def is_told(leg: Leg) -> bool:
    """Whether the article says that the journey takes place, as fact, plan or report."""
    return leg.status in _LEFT


def left_words(leg: Leg) -> str:
    """Say when the journey begins: "left Sunday evening"; "" where that is not told."""
    return _said(_LEFT.get(leg.status), leg.departed)


def reached_words(leg: Leg) -> str:
    """Say when the journey ends: "expected Tuesday"; "" where that is not told."""
    if leg.status is LegStatus.REPORTED and _is_told_as_over(leg):
        return _said("reportedly reached", leg.arrived)
    return _said(_REACHED.get(leg.status), leg.arrived)


def _is_told_as_over(leg: Leg) -> bool:
    """Whether what is reported has happened: "arrived on Wednesday, its owner said"."""
    return any(one.reason.startswith(f"{LegStatus.HAPPENED.value}: ") for one in leg.evidence)


def _said(verb: str | None, when: When | None) -> str:
    if verb is None or when is None:
        return ""
    return f"{verb} {when.text.strip().removeprefix('on ').removeprefix('On ')}"
