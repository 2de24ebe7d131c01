"""What the next sentence says became of a plan, of passengers, and of one load."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

FATES = {
    "Ana Lund was to fly to Accra on Monday. She stayed at home.": "cancelled",
    "Ana Lund planned to fly to Accra on Monday. She changed her mind.": "cancelled",
    "Ana Lund planned to fly to Accra on Monday. She called it off.": "cancelled",
    "Ana Lund was due in Accra on Monday. She did not come.": "cancelled",
    "Ana Lund was to fly to Accra on Monday. She has now arrived.": "happened",
    "The ship was due in Accra on Monday. It arrived a day late.": "happened",
    "The ship was due in Accra on Monday. It has not arrived.": "cancelled",
    "Ana Lund is to fly to Accra on Friday. She stayed at home on Monday.": "planned",
    "Ana Lund was to fly to Accra on Friday. She got a cold.": "planned",
    "Ana Lund was to fly to Accra on Monday. She did not see it coming.": "planned",
    "Ana Lund was to fly to Accra on Monday. She did not take it lightly.": "planned",
    "Ana Lund was to fly to Accra on Monday. She did not get it.": "planned",
    "Ana Lund was to fly to Accra on Monday. She will not move.": "planned",
    "Ana Lund was to fly to Accra on Monday. She may stay at home.": "planned",
    "Ana Lund was to fly to Accra on Monday. She did not leave until Tuesday.": "planned",
    "Ana Lund was to fly to Accra on Monday. She did not arrive until Tuesday.": "happened",
    "Ana Lund was to fly to Accra on Monday. She never made it.": "cancelled",
    "Ana Lund was to fly to Accra on Friday. She returned on Monday.": "planned",
    "Ana Lund was to fly to Accra on Friday. She was found on Monday.": "planned",
    "The ship was to sail to Accra on Friday. It retired on Monday.": "planned",
    "The team was to fly to Accra on Monday. They never left.": "cancelled",
    "Ana Lund was to fly to Accra on Monday. They arrived on Tuesday.": "planned",
    "The pope began a visit to Ghana on Monday.": "happened",
    "The envoy was to fly to Accra on Monday. It did not go well.": "planned",
    "Ana Lund hopes to become the first woman to walk to Accra.": "planned",
    "Ana Lund failed to become the first woman to walk to Accra.": "denied",
    "Ana Lund became the first woman to walk to Accra.": "happened",
}
LEGS = {
    "The flight from Lagos to Accra was diverted to Lome. Passengers reached Accra by bus.": [
        ("flight", "Lagos", "Accra"),
        ("Passengers", "Lome", "Accra"),
    ],
    "The train from Lagos to Accra derailed. Its passengers walked to Lome.": [
        ("train", "Lagos", "Accra"),
        ("Its passengers", "", "Lome"),
    ],
    "The ship is due in Accra on Monday. It arrived in Lome on Friday.": [
        ("ship", "Lome", "Accra"),
        ("ship", "", "Lome"),
    ],
    "Rescue teams from Accra, Lome and Lagos have arrived in Kumasi.": [
        ("Rescue teams", "Accra", "Kumasi"),
        ("Rescue teams", "Lome", "Kumasi"),
        ("Rescue teams", "Lagos", "Kumasi"),
    ],
    "Doctors from Lagos, in Nigeria, arrived in Accra.": [("Doctors", "Lagos", "Accra")],
    "Three buses left Lagos. One went to Accra, one to Lome and one to Kano.": [
        ("Three buses", "Lagos", ""),
        ("One", "Lagos", "Accra"),
        ("one", "Lagos", "Lome"),
        ("one", "Lagos", "Kano"),
    ],
    "The tanker loaded oil at Lagos and discharged it in Rotterdam.": [
        ("tanker", "Lagos", "Rotterdam"),
    ],
    "They unloaded the truck in Lagos.": [],
    "The hospital discharged him in Lagos.": [],
    "The pope is in Accra on a three-day visit.": [("pope", "", "Accra")],
    "The pope is not in Accra on a visit.": [],
}


@pytest.mark.parametrize("text", FATES)
def test_a_plan_ends_as_it_is_told(text: str, services: Services) -> None:
    legs = [leg for one in analyse(Source(text=text), services).itineraries for leg in one.legs]

    assert [str(leg.status) for leg in legs] == [FATES[text]]


@pytest.mark.parametrize("text", LEGS)
def test_who_goes_from_where_to_where(text: str, services: Services) -> None:
    found = analyse(Source(text=text), services)
    names = {one.id: one.span.text for one in found.toponyms}
    ends = [
        (leg.traveller, *(names.get((end and end.toponym_id) or "", "") for end in leg_ends))
        for one in found.itineraries
        for leg in one.legs
        for leg_ends in [(leg.origin, leg.destination)]
    ]

    assert ends == LEGS[text]
