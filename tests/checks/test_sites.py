"""What has no place, but two distances: where it is, and when it can be nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely

from geo.contracts import Analysis, Source, Verdict
from geo.geodesy import distance_m
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

REFUTED, UNKNOWN = Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


def told(text: str, services: Services) -> Analysis:
    return analyse(Source(text=text), services)


def test_two_distances_place_a_site_and_their_lines_meet_there(services: Services) -> None:
    text = "The quake was 40 km north of Padang and 65 km west of Bukittinggi, it said."
    analysis = told(text, services)

    lines = [reading.geometry for check in analysis.checks for reading in check.readings]
    spots = [shapely.get_coordinates(line)[-1] for line in lines if line is not None]
    assert [check.verdict for check in analysis.checks] == [UNKNOWN, UNKNOWN]
    assert all("near 0.8° S, 100.0° E" in check.reason for check in analysis.checks)
    assert len(spots) == 2
    assert distance_m(*spots[0], *spots[1]) < 1.0
    assert not analysis.problems


@pytest.mark.parametrize(
    "text",
    [
        "The quake struck 30 km east of Tocopilla and 42 km west of Calama, officials said.",
        "A plane fell 60 km from Lyon and 100 km from Paris.",
        "Its centre was 60 km north of Lima and 200 km south of Cusco.",
        "A cyclone was 300 km east of Durban and 450 km north of Maputo.",
    ],
)
def test_two_distances_that_no_spot_fits_are_refused(text: str, services: Services) -> None:
    checks = told(text, services).checks

    assert [check.verdict for check in checks] == [REFUTED, REFUTED]
    assert checks[0].judged_with == ("c2",)
    assert "No spot lies" in checks[0].reason


@pytest.mark.parametrize(
    "text",
    [
        # By road both may be so far, and the figures are rounded.
        "A ship sank 60 km south of Mogadishu and 900 km north of Mombasa.",
        "The wreck lies 120 km from Split and 60 km from Dubrovnik.",
        # Several things are in several places, and so is what has a length.
        "Fires burned 60 km from Lyon and 100 km from Paris.",
        "Rain fell 60 km from Lyon and 100 km from Paris.",
        "The army has posts 60 km from Lyon and 100 km from Paris.",
        "The front line runs 60 km from Lyon and 40 km from Paris.",
        "A bus overturned 30 km from Lyon and a lorry 40 km from Paris.",
        # A bound is no distance.
        "A plane fell less than 60 km from Lyon and less than 400 km from Paris.",
    ],
)
def test_nothing_is_refused_that_some_spot_may_fit(text: str, services: Services) -> None:
    assert all(check.verdict is UNKNOWN for check in told(text, services).checks)
