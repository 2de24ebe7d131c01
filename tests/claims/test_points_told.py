"""A point told in degrees, and how far it is said to lie from a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

POINTS = [
    (
        (
            "A trawler sank at 57.5 degrees north, 1.9 degrees east, some 350 km east of Aberdeen, "
            "the Scottish port."
        ),
        [FAILS],
    ),
    (
        (
            "A trawler sank at 66.5 degrees north, 6.8 degrees east, about 360 kilometres west of "
            "Bodo in Norway."
        ),
        [HOLDS],
    ),
    (
        (
            "A trawler sank at 66.5 degrees north, 6.8 degrees east, about 360 kilometres east of "
            "Bodo in Norway."
        ),
        [FAILS],
    ),
    (
        (
            "A trawler sank at 66.5 degrees north, 6.8 degrees east, about 790 kilometres west of "
            "Bodo in Norway."
        ),
        [FAILS],
    ),
    (
        (
            "A buoy is at 38.5 north, 31 west, 460 km west of Ponta Delgada and 350 km from "
            "the town of Velas."
        ),
        [HOLDS, UNKNOWN],
    ),
    ("A yacht sank 120 miles west of Lautoka, at 17.5 degrees south, 175.6 degrees east.", [HOLDS]),
    # Whole degrees are too rough to refuse what is near.
    ("The buoy drifts at 60 north, 4 east, 30 km southwest of Bergen in Norway.", [UNKNOWN]),
    ("Dili lies at 8.6 south, 125.6 east.", [HOLDS]),
    ("Dili lies at 8.6 north, 125.6 east.", [FAILS]),
    ("Dili won by 8 north, 12 east.", []),
]


@pytest.mark.parametrize(("text", "expected"), POINTS)
def test_a_point_is_measured_to_the_place_beside_it(
    text: str, expected: list[Verdict], services: Services
) -> None:
    assert verdicts(text, ClaimKind.COORDINATES, services) == expected


UNSURE = [
    ("Nanao, which is closer to Wajima than to Kanazawa, has beds.", ClaimKind.COMPARISON, HOLDS),
    (
        "Nanao, which is closer to Kanazawa than to Wajima, has beds.",
        ClaimKind.COMPARISON,
        UNKNOWN,
    ),
    ("A barge sank at Rosario, between Cordoba and Buenos Aires.", ClaimKind.BETWEEN, HOLDS),
    ("A barge sank at Rosario, between Salta and Cordoba.", ClaimKind.BETWEEN, UNKNOWN),
]


@pytest.mark.parametrize(("text", "kind", "verdict"), UNSURE)
def test_what_holds_for_all_that_a_name_may_mean_holds(
    text: str, kind: ClaimKind, verdict: Verdict, services: Services
) -> None:
    assert verdicts(text, kind, services) == [verdict]
