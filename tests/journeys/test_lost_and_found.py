"""What was let go in one place and found in another has come from the one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

FOUND = {
    "A buoy released off Lagos in 2021 has been found on a beach at Accra.": "buoy",
    "A bird ringed in Lagos was spotted in Accra on Sunday.": "bird",
    "The bird was ringed in Lagos and found in Accra.": "bird",
    "A bottle tossed overboard off Lagos washed up in Accra.": "bottle",
    "A car stolen in Lagos turned up in Accra.": "car",
    "A car that was stolen in Lagos in May has been found abandoned in Accra.": "car",
    "A dog that went missing in Lagos on Monday has turned up in Accra.": "dog",
    "A girl abducted in Lagos was found alive in Accra.": "girl",
    "Lost in Lagos, the boy was found in Accra.": "boy",
}
NO_WAY = (
    "A man wanted in Lagos was found in Accra.",
    "A ring lost in Lagos in 1960 was found in Lagos.",
    "The keys lost in Lagos were never found.",
    "The man lost an election in Lagos and was found guilty in Accra.",
    "A whale washed up in Lagos.",
    "Soldiers found the boys in Lagos.",
)


@pytest.mark.parametrize("text", FOUND)
def test_it_came_from_where_it_was_last_to_where_it_was_found(
    text: str, services: Services
) -> None:
    found = analyse(Source(text=text), services)
    names = {one.id: one.span.text for one in found.toponyms}
    legs = [leg for one in found.itineraries for leg in one.legs]

    assert [
        (
            leg.traveller,
            *(names[end.toponym_id or ""] for end in (leg.origin, leg.destination) if end),
        )
        for leg in legs
    ] == [(FOUND[text], "Lagos", "Accra")]


@pytest.mark.parametrize("text", NO_WAY)
def test_what_was_not_lost_elsewhere_has_not_travelled(text: str, services: Services) -> None:
    assert not analyse(Source(text=text), services).itineraries
