from __future__ import annotations

import math

import pytest

from geo.contracts import Dimension
from geo.maps.spec import units


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (125_800, 129_700, "mi", "78–81 mi · 126–130 km"),
        (1_180_000, 1_180_000, "km", "1,180 km · 733 mi"),
        (2_408_000, 2_408_000, "nmi", "1,300 nmi · 2,408 km"),
        (1_500, 1_500, "m", "1.5 km · 0.9 mi"),
        (9_000, math.inf, "km", "9 km or more · 5.6 mi or more"),
    ],
)
def test_lengths_come_in_both_units_the_articles_first(
    low: float, high: float, unit: str, said: str
) -> None:
    assert units.length_range(low, high, unit=unit) == said


@pytest.mark.parametrize(
    ("low", "high", "dimension", "unit", "said"),
    [
        (72_000, 72_000, Dimension.DURATION, "h", "20 h"),
        (169_200, 169_200, Dimension.DURATION, "h", "47 h"),
        (172_800, 172_800, Dimension.DURATION, "h", "2 days"),
        (259_200, 345_600, Dimension.DURATION, "d", "3–4 days"),
        (60 / 3.6, 60 / 3.6, Dimension.SPEED, "km/h", "60 km/h · 37 mph"),
        (60 / 3.6, 60 / 3.6, Dimension.SPEED, "mph", "37 mph · 60 km/h"),
        (1_000, 2_000, Dimension.LENGTH, "km", "1–2 km · 0.6–1.2 mi"),
    ],
)
def test_other_figures(low: float, high: float, dimension: Dimension, unit: str, said: str) -> None:
    assert units.value_range(low, high, dimension, unit) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1_675_300, 1_681_800, "1,043 mi · 1,679 km"),
        (125_800, 129_700, "about 79 mi · 128 km"),
        (15_000, 19_000, "9.3–12 mi · 15–19 km"),
        (98_000, 102_000, "about 62 mi · 100 km"),
        (97_500, 102_500, "about 62 mi · 100 km"),
        (97_000, 103_000, "60–64 mi · 97–103 km"),
        (99_800, 100_200, "62 mi · 100 km"),
        (99_750, 100_250, "62 mi · 100 km"),
        (99_700, 100_300, "about 62 mi · 100 km"),
    ],
)
def test_a_narrow_interval_is_said_with_one_figure(low: float, high: float, said: str) -> None:
    assert units.length_about(low, high, unit="mi") == said
