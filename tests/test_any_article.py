"""Texts that once ended the whole line with an error of Python's own."""

from __future__ import annotations

import pytest

import geo
from geo.maps.build.article_map import make_spec
from geo.wiring import basemap, services


@pytest.mark.parametrize(
    "text",
    [
        "She flew from Lima to Madrid via Lima. It took 0 hours at 0 km/h from Madrid to Quito.",
        "It is 1.5 miles from Gatwick to the UK.",
        "It is 2 miles from Cuzco to Peru, and 3 km from Cuzco to Cuzco.",
    ],
)
def test_nothing_is_divided_by_and_no_line_is_drawn_where_there_is_none(text: str) -> None:
    analysis = geo.analyse(text)

    assert analysis.claims
    assert geo.Analysis.from_json(analysis.to_json()).checks == analysis.checks
    drawn = make_spec(analysis, basemap(), services().gazetteer)
    assert len(drawn.claim_cards) == len(analysis.claims)
