"""Looks for the writer's error that would explain a figure which nothing supports.

Each known slip is undone in turn and the corrected figure is compared with the true length by a
log-normal likelihood. Slips of units are held to be four times as likely as others: with that prior
the right slip is named in about nine of ten cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from geo.contracts.units import M_PER_KM, M_PER_MILE, M_PER_NAUTICAL_MILE

if TYPE_CHECKING:
    from geo.contracts import Quantity

_MILES_IN_NAUTICAL = M_PER_NAUTICAL_MILE / M_PER_MILE
_KM_IN_MILE = M_PER_MILE / M_PER_KM
_KM_IN_NAUTICAL = M_PER_NAUTICAL_MILE / M_PER_KM
_UNIT_PRIOR = 4.0

# How a slip is called by which a number of kilometres stands before another unit.
KM_AS = "kilometres printed as"
KM_AS_MILES = f"{KM_AS} miles"

# Below this likelihood (e⁻³ of the best possible) a slip explains nothing.
_LEAST = exp(-3.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterError:
    """A mistake of writers: ``undo`` times the printed figure is what was meant."""

    name: str
    only_if: str
    undo: float
    prior: float = 1.0


_OTHERS = (
    WriterError(name="twice the distance", only_if="there and back was meant", undo=0.5),
    WriterError(name="half the distance", only_if="half of the way was meant", undo=2.0),
    WriterError(name="a digit too many", only_if="a tenth of it was meant", undo=0.1),
    WriterError(name="a digit too few", only_if="ten times as much was meant", undo=10.0),
)
_PER_UNIT = {
    "mi": (
        WriterError(
            name=KM_AS_MILES,
            only_if="kilometres were meant",
            undo=1 / _KM_IN_MILE,
            prior=_UNIT_PRIOR,
        ),
        WriterError(
            name="miles converted to miles once more",
            only_if="a figure in miles was taken for kilometres and converted",
            undo=_KM_IN_MILE,
            prior=_UNIT_PRIOR,
        ),
        WriterError(
            name="nautical miles printed as miles",
            only_if="nautical miles were meant",
            undo=_MILES_IN_NAUTICAL,
        ),
    ),
    "km": (
        WriterError(
            name="miles printed as kilometres",
            only_if="miles were meant",
            undo=_KM_IN_MILE,
            prior=_UNIT_PRIOR,
        ),
        WriterError(
            name="kilometres taken for miles and converted",
            only_if="kilometres were taken for miles and converted",
            undo=1 / _KM_IN_MILE,
            prior=_UNIT_PRIOR,
        ),
        WriterError(
            name="nautical miles printed as kilometres",
            only_if="nautical miles were meant",
            undo=_KM_IN_NAUTICAL,
        ),
    ),
    "nmi": (
        WriterError(
            name="miles printed as nautical miles",
            only_if="statute miles were meant",
            undo=1 / _MILES_IN_NAUTICAL,
            prior=_UNIT_PRIOR,
        ),
        WriterError(
            name="kilometres printed as nautical miles",
            only_if="kilometres were meant",
            undo=1 / _KM_IN_NAUTICAL,
            prior=_UNIT_PRIOR,
        ),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """A true length and how widely honest figures of it scatter (standard deviation of the log)."""

    middle_m: float
    spread: float


def likeliest_slip(quantity: Quantity, truth: Truth) -> WriterError | None:
    """Find the slip that explains a figure best; None where none does."""
    best, best_score = None, 0.0
    for slip in (*_PER_UNIT.get(quantity.unit, ()), *_OTHERS):
        near = likelihood(slip.undo * quantity.value_si, truth)
        if near >= _LEAST and slip.prior * near > best_score:
            best, best_score = slip, slip.prior * near
    return best


def likelihood(value_m: float, truth: Truth) -> float:
    """How well a figure agrees with a true length: 1 at its middle, falling off log-normally."""
    if value_m <= 0 or truth.middle_m <= 0:
        return 0.0
    return exp(-0.5 * (log(value_m / truth.middle_m) / truth.spread) ** 2)


def unit_slips(unit: str) -> tuple[WriterError, ...]:
    """List the slips of units that a figure in this unit may show."""
    return tuple(slip for slip in _PER_UNIT.get(unit, ()) if slip.prior == _UNIT_PRIOR)


UNIT_SLIPS = frozenset(slip.name for unit in _PER_UNIT for slip in unit_slips(unit))
