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
    "A painting was stolen from a church in Lagos. It was found in Accra in May.": "painting",
    "A dog went missing in Lagos on Monday. It turned up in Accra on Friday.": "dog",
    "A boy went missing in Lagos on Monday. Police found him in Accra on Friday.": "boy",
    "A bird was ringed in Lagos in May. In June it was seen in Accra.": "bird",
    # who is told to be at two places on two days has gone from the one to the other
    "On Monday the envoy was in Lagos for talks. On Tuesday he was in Accra.": "envoy",
    "The envoy held talks in Lagos on Monday. On Tuesday he was in Accra.": "envoy",
}
NO_WAY = (
    "A man wanted in Lagos was found in Accra.",
    "A ring lost in Lagos in 1960 was found in Lagos.",
    "The keys lost in Lagos were never found.",
    "The man lost an election in Lagos and was found guilty in Accra.",
    "A whale washed up in Lagos.",
    "Soldiers found the boys in Lagos.",
    "A car was stolen in Lagos on Monday. It was found in Lagos.",
    "A video released in Lagos was seen in Accra.",
    "The album was released in Lagos and found fans in Accra.",
    "The man lives in Lagos. He was seen in Accra.",
    "The boys were tired. They found themselves in Accra.",
    "On Tuesday the envoy was in Accra.",
    "The mayor lives in Lagos. On Tuesday he was in Accra.",
    "The envoy was in Lagos on Monday. His wife was in Accra on Tuesday.",
    "The minister denied it. On Monday he was in Accra, his office said.",
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


def test_when_it_was_lost_is_not_when_it_got_there(services: Services) -> None:
    text = "A mask that was stolen in Lagos in 2019 has been found in Accra."
    (journey,) = analyse(Source(text=text), services).itineraries

    assert journey.legs[0].departed is None
    assert journey.legs[0].arrived is None
