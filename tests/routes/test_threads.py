"""Ways are asked for in any thread, as the app does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from geo.contracts import Mode, Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

STORY = "A convoy of lorries drove from Lyon to Turin on Monday. The ferry left Bari for Durrës."


def test_two_threads_find_the_same_ways_one_after_the_other(services: Services) -> None:
    lengths = []
    for _ in range(2):
        with ThreadPoolExecutor(1) as thread:
            analysis = thread.submit(analyse, Source(text=STORY), services).result()
        lengths.append([route.distance_m for route in analysis.routes])
    assert lengths[0] == lengths[1]
    assert any(leg.mode is Mode.ROAD for leg in analysis.legs)
