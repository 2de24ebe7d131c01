"""Chooses a candidate for each label, or none, so that no two overlap and the best are kept.

The method is point-feature label placement by simulated annealing over discrete candidates (J.
Christensen, J. Marks and S. Shieber, "An Empirical Study of Algorithms for Point-Feature Label
Placement", ACM Transactions on Graphics 14(3), 1995), with the positions and preferences of E.
Imhof ("Positioning Names on Maps", 1975) as candidates and costs. Two things differ from the
paper: a state never has an overlap, because a label that moves on to others takes them off the
map, at the cost of their rank; and the start is the greedy placing by rank. The random numbers
begin with the same seed, so that the same map is drawn every time.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import numpy as np
import shapely

_ROUNDS_PER_LABEL = 60
_MAX_ROUNDS = 4_000
_HOT, _COLD = 0.8, 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One way to set a label.

    Attributes
    ----------
    boxes : what it covers, rows of (x low, y low, x high, y high), pixels.
    cost : how much worse it is than the best place; 0 to about 2.
    """

    boxes: tuple[tuple[float, float, float, float], ...]
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The candidates of one label, and what it costs to leave it off the map.

    One that ``must`` stand may push others to places that cost more.
    """

    candidates: tuple[Candidate, ...]
    worth: float
    must: bool = False


def place_labels(labels: list[Label]) -> list[int | None]:
    """Choose for each label an index into its candidates so that no two boxes overlap."""
    state = _State(labels)
    state.start()
    best, least = list(state.chosen), state.cost()
    movable = [index for index, label in enumerate(labels) if label.candidates]
    rounds = min(_MAX_ROUNDS, _ROUNDS_PER_LABEL * len(movable))
    chance = random.Random(0)  # noqa: S311 - the same map every time, no secret
    cost = least
    for number in range(rounds):
        heat = _HOT * (_COLD / _HOT) ** (number / rounds)
        label = movable[int(chance.random() * len(movable))]
        option = state.first[label] + int(chance.random() * len(labels[label].candidates))
        change, off = state.change(label, option)
        if change <= 0 or chance.random() < math.exp(-change / heat):
            state.move(label, option, off)
            cost += change
            if cost < least - 1e-9:
                best, least = list(state.chosen), cost
    state.take(best)
    state.settle()
    state.repair()
    return [
        None if option is None else option - state.first[index]
        for index, option in enumerate(state.chosen)
    ]


class _State:
    """Which candidate each label has now; candidates are counted through all labels."""

    def __init__(self, labels: list[Label]) -> None:
        self.labels = labels
        self.options = [option for label in labels for option in label.candidates]
        self.owner = [i for i, label in enumerate(labels) for _ in label.candidates]
        counts = [len(label.candidates) for label in labels]
        self.first = [sum(counts[:index]) for index in range(len(labels))]
        self.clashes = _clashes(self.options, self.owner)
        self.chosen: list[int | None] = [None] * len(labels)

    def start(self) -> None:
        """Place by worth, each label at its cheapest free candidate."""
        order = sorted(range(len(self.labels)), key=lambda index: -self.labels[index].worth)
        for label in order:
            self._to_free(label)

    def settle(self) -> None:
        """Move every label to its cheapest candidate among the free ones, the worthiest first."""
        self.start()

    def repair(self) -> None:
        """Place those that must stand where others do, when these find other places."""
        lost = [i for i, at in enumerate(self.chosen) if at is None and self.labels[i].must]
        for label in sorted(lost, key=lambda index: -self.labels[index].worth):
            best, least = list(self.chosen), self.cost()
            for option in range(self.first[label], self.first[label] + self._count(label)):
                before = list(self.chosen)
                _, off = self.change(label, option)
                self.move(label, option, off)
                for other in sorted(off, key=lambda index: -self.labels[index].worth):
                    self._to_free(other)
                stand = all(self.chosen[i] is not None for i in off if self.labels[i].must)
                if stand and self.cost() < least:
                    best, least = list(self.chosen), self.cost()
                self.take(before)
            self.take(best)

    def _count(self, label: int) -> int:
        return len(self.labels[label].candidates)

    def take(self, chosen: list[int | None]) -> None:
        """Go back to an earlier state."""
        self.chosen = list(chosen)

    def cost(self) -> float:
        """Add up what the state costs."""
        return sum(self._of(label) for label in range(len(self.labels)))

    def change(self, label: int, option: int) -> tuple[float, list[int]]:
        """Say what a move would add to the cost, and which labels it would take off."""
        clashes = self.clashes[option]
        off = [
            other
            for other in {self.owner[index] for index in clashes}
            if other != label and self.chosen[other] in clashes
        ]
        lost = sum(self.labels[other].worth - self._of(other) for other in off)
        return self.options[option].cost - self._of(label) + lost, off

    def move(self, label: int, option: int, off: list[int]) -> None:
        """Make a move."""
        for other in off:
            self.chosen[other] = None
        self.chosen[label] = option

    def _of(self, label: int) -> float:
        option = self.chosen[label]
        return self.labels[label].worth if option is None else self.options[option].cost

    def _to_free(self, label: int) -> None:
        first = self.first[label]
        options = range(first, first + len(self.labels[label].candidates))
        held = {option for other, option in enumerate(self.chosen) if other != label}
        free = [option for option in options if not self.clashes[option] & held]
        self.chosen[label] = min(free, key=lambda option: self.options[option].cost, default=None)


def _clashes(options: list[Candidate], owner: list[int]) -> list[frozenset[int]]:
    """For each candidate, those of other labels that it overlaps."""
    of_box = np.repeat(np.arange(len(options)), [len(option.boxes) for option in options])
    flat = np.array([box for option in options for box in option.boxes]).reshape(-1, 4)
    boxes = shapely.box(*flat.T)
    one, other = of_box[shapely.STRtree(boxes).query(boxes)]
    whose = np.array(owner, dtype=np.int64)
    apart = whose[one] != whose[other]
    one, other = one[apart], other[apart]
    order = np.argsort(one, kind="stable")
    cuts = np.searchsorted(one[order], np.arange(1, len(options)))
    return [frozenset(some.tolist()) for some in np.split(other[order], cuts)]
