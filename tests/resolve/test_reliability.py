"""The reliability table counts pins on located names by the probability that they were given."""

from __future__ import annotations

from benchmarks.reliability import judged, table


def test_pins_are_counted_by_their_probability() -> None:
    gold = [
        {"start": 0, "end": 4, "lat": 59.91, "lon": 10.75},
        {"start": 10, "end": 15, "lat": 48.86, "lon": 2.35},
        {"start": 20, "end": 25, "lat": None, "lon": None},
    ]
    found = [
        {"start": 0, "end": 4, "lat": 59.9, "lon": 10.7, "probability": 0.97},
        {"start": 10, "end": 15, "lat": 33.66, "lon": -95.56, "probability": 1.0},
        {"start": 20, "end": 25, "lat": 1.0, "lon": 1.0, "probability": 0.9},
        {"start": 30, "end": 35, "lat": 1.0, "lon": 1.0, "probability": 0.2},
    ]
    pins = list(judged(found, gold))
    assert pins == [(0.97, True), (1.0, False)]
    assert table(pins) == ["0.9-1.0      2 pins  0.500 right  0.985 promised"]
