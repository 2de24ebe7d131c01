"""The choice among places for labels: none overlap, the worthy come first, and it is a good one."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
import shapely

from geo.maps.layout.labels.placement import Candidate, Label, place_labels

Box = tuple[float, float, float, float]


def at(x: float, y: float = 0.0, *, cost: float = 0.0, wide: float = 10.0) -> Candidate:
    """Set a label ten pixels wide and high with its corner at a point."""
    return Candidate(boxes=((x, y, x + wide, y + 10),), cost=cost)


def label(*candidates: Candidate, worth: float = 5.0) -> Label:
    return Label(candidates=candidates, worth=worth)


def clash(one: Candidate, other: Candidate) -> bool:
    pairs = itertools.product(one.boxes, other.boxes)
    return any(shapely.box(*a).intersects(shapely.box(*b)) for a, b in pairs)


def cost_of(labels: list[Label], chosen: tuple[int | None, ...] | list[int | None]) -> float:
    return sum(
        one.worth if index is None else one.candidates[index].cost
        for one, index in zip(labels, chosen, strict=True)
    )


def is_free(labels: list[Label], chosen: tuple[int | None, ...] | list[int | None]) -> bool:
    placed = [
        one.candidates[index]
        for one, index in zip(labels, chosen, strict=True)
        if index is not None
    ]
    return not any(clash(*pair) for pair in itertools.combinations(placed, 2))


def crowd(
    seed: int, *, count: int, options: int, side: float, worths: tuple[float, float] = (2.5, 10.0)
) -> list[Label]:
    chance = random.Random(seed)  # noqa: S311 - a crowd that is the same every time
    return [
        label(
            *(
                at(chance.uniform(0, side), chance.uniform(0, side), cost=chance.uniform(0, 2))
                for _ in range(options)
            ),
            worth=chance.uniform(*worths),
        )
        for _ in range(count)
    ]


def test_a_label_alone_takes_its_cheapest_place() -> None:
    assert place_labels([label(at(0, cost=0.5), at(50, cost=0.2), at(90, cost=0.3))]) == [1]


def test_without_labels_or_candidates_nothing_is_placed() -> None:
    assert place_labels([]) == []
    assert place_labels([label(), label(at(0))]) == [None, 0]


def test_the_worthier_of_two_stays_where_there_is_room_for_one() -> None:
    assert place_labels([label(at(0), worth=3), label(at(5), worth=4)]) == [None, 0]
    assert place_labels([label(at(0), worth=4), label(at(5), worth=3)]) == [0, None]


def test_labels_that_touch_overlap_and_such_as_leave_a_gap_do_not() -> None:
    assert place_labels([label(at(0), worth=4), label(at(10))]) == [None, 0]
    assert place_labels([label(at(0), worth=4), label(at(10.1))]) == [0, 0]


def test_any_of_several_boxes_may_be_in_the_way() -> None:
    two = Candidate(boxes=((0, 0, 10, 10), (100, 0, 110, 10)), cost=0.0)
    assert place_labels([label(two), label(at(105), worth=4)]) == [0, None]
    assert place_labels([label(two), label(at(50), worth=4)]) == [0, 0]


def test_a_label_makes_room_for_another_where_that_is_cheaper_for_both() -> None:
    # By worth alone the first takes the middle, and there is no room left for the second.
    labels = [label(at(0), at(60, cost=0.4), worth=9), label(at(5), worth=8)]
    assert place_labels(labels) == [1, 0]


def test_one_great_label_does_not_stand_where_three_could() -> None:
    great = label(at(0, wide=100), worth=4)
    small = [label(at(x), worth=3) for x in (0, 40, 80)]
    assert place_labels([great, *small]) == [None, 0, 0, 0]


def greedy(labels: list[Label]) -> list[int | None]:
    """Place by worth, each label at its cheapest free place."""
    chosen: list[int | None] = [None] * len(labels)
    for index in sorted(range(len(labels)), key=lambda number: -labels[number].worth):
        options = sorted(
            range(len(labels[index].candidates)), key=lambda n: labels[index].candidates[n].cost
        )
        for option in options:
            chosen[index] = option
            if is_free(labels, chosen):
                break
            chosen[index] = None
    return chosen


def test_small_crowds_are_placed_about_as_well_as_can_be() -> None:
    found = best = by_worth = 0.0
    for seed in range(20):
        labels = crowd(seed, count=5, options=3, side=40.0, worths=(1.0, 3.0))
        every = itertools.product(*([None, *range(len(one.candidates))] for one in labels))
        best += min(cost_of(labels, chosen) for chosen in every if is_free(labels, chosen))
        by_worth += cost_of(labels, greedy(labels))
        chosen = place_labels(labels)
        assert is_free(labels, chosen)
        found += cost_of(labels, chosen)
    assert best <= found <= 1.05 * best
    assert by_worth > 1.1 * best


def test_in_a_great_crowd_none_overlap_and_most_are_there() -> None:
    labels = crowd(1, count=60, options=12, side=110.0)
    chosen = place_labels(labels)

    assert is_free(labels, chosen)
    assert sum(index is not None for index in chosen) >= 40


def crowd_with_musts(seed: int) -> list[Label]:
    """Make a crowd of which about a third must stand."""
    chance = random.Random(seed)  # noqa: S311 - as above
    labels = crowd(seed, count=chance.randint(5, 40), options=4, side=chance.uniform(20, 60))
    return [
        replace(one, worth=one.worth + 20, must=True) if chance.random() < 0.3 else one
        for one in labels
    ]


def test_what_must_stand_is_given_the_place_of_others_that_find_another() -> None:
    """What these crowds cost today and how many are lost: look at maps before either is changed."""
    lost, cost = 0, 0.0
    for seed in range(150):
        labels = crowd_with_musts(seed)
        chosen = place_labels(labels)
        assert is_free(labels, chosen)
        lost += sum(at is None and one.must for one, at in zip(labels, chosen, strict=True))
        cost += cost_of(labels, chosen)
    assert lost == 217
    assert cost == pytest.approx(16775.08849, abs=1e-4)


def test_the_same_crowd_is_placed_the_same_every_time_and_on_every_machine() -> None:
    """What it costs today: look at the maps before a change of this figure is kept."""
    some, many = (crowd(2, count=n, options=8, side=side) for n, side in ((40, 90.0), (80, 150.0)))

    assert place_labels(some) == place_labels(some)
    assert cost_of(some, place_labels(some)) == pytest.approx(30.53485, abs=1e-5)
    assert cost_of(many, place_labels(many)) == pytest.approx(40.45284, abs=1e-5)
