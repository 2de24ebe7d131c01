"""One journey told in many shapes of sentence: its ends, its way of going, who makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis
    from geo.contracts.journey import End
    from geo.pipeline import Services

LEGS = {
    "Ana Lund left Lagos bound for Accra.": [("Lagos", "Accra", "")],
    "Two days after she left Lagos, Ana Lund reached Accra.": [("Lagos", "Accra", "Ana Lund")],
    "After her visit to Accra, Ana Lund pledged help.": [("", "Accra", "Ana Lund")],
    "Ana Lund made the Lagos-Accra run on Monday.": [("Lagos", "Accra", "Ana Lund")],
    "Ana Lund took the Lagos-to-Accra bus on Monday.": [("Lagos", "Accra", "Ana Lund")],
    "The Lagos–Accra night train derailed.": [("Lagos", "Accra", "")],
    "Ana Lund flew from Lagos to Accra and back.": [
        ("Lagos", "Accra", "Ana Lund"),
        ("Accra", "Lagos", "Ana Lund"),
    ],
    "Ana Lund flew from Lagos to Accra on Monday and back on Friday.": [
        ("Lagos", "Accra", "Ana Lund"),
        ("Accra", "Lagos", "Ana Lund"),
    ],
    "It is 400 km from Lagos to Accra and back.": [],
    "Ana Lund went to school in Accra.": [],
    "Ana Lund went to university in Accra.": [],
    "Ana Lund sent a message to Accra.": [],
    "Ana Lund left Accra's main hospital on Monday.": [],
    "Ana Lund left a hospital in Accra for Lome.": [("Accra", "Lome", "Ana Lund")],
    "Ana Lund left Ghana's port city of Tema.": [("Tema", "", "Ana Lund")],
    "Ana Lund was on holiday in Accra when the war broke out. She fled to Lome.": [
        ("Accra", "Lome", "Ana Lund")
    ],
    "Spain deported 40 migrants to Ghana.": [("Spain", "Ghana", "migrants")],
    "Spain plans to deport 40 migrants to Ghana.": [("Spain", "Ghana", "migrants")],
    "Madrid deported 40 migrants to Ghana.": [("", "Ghana", "migrants")],
    "Customs officers seized ivory bound for Ghana.": [("", "Ghana", "ivory")],
    "Oil is piped from Lagos to Accra.": [("Lagos", "Accra", "Oil")],
    "Ana Lund is in a clinic in Accra after being flown from Lome.": [("Lome", "Accra", "Ana")],
    "The men were in Accra, having walked from Kumasi.": [("Kumasi", "Accra", "men")],
    "Flown from Lome, Ana Lund is being treated in Accra.": [("Lome", "Accra", "Ana Lund")],
    "The mask taken from Lagos in 1897 is in a museum in Berlin.": [("Lagos", "Berlin", "mask")],
    "The man, who fled from Lome, was born in Accra.": [("Lome", "", "man")],
    "The man, who fled from Lome, is wanted in Accra.": [("Lome", "", "man")],
    "The envoy, who flew from Lome, is an expert on crime in Accra.": [("Lome", "", "envoy")],
    "The tanker gives Lagos as its next port.": [("", "Lagos", "tanker")],
    "The letter names Lagos as his home.": [],
    "Critics named Lagos as their goal.": [],
    "The tanker, which had given Lagos as its next port, turned back.": [("", "Lagos", "tanker")],
    "Two frigates came out of Lagos to look at the tanker.": [("Lagos", "", "frigates")],
    "The player came out of retirement in Lagos.": [],
    "The mask goes back to Accra on Monday.": [("", "Accra", "mask")],
    "Ana Lund began her walk in Lagos and ended it in Accra.": [("Lagos", "Accra", "Ana Lund")],
    "Ana Lund began the journey on Monday in Lagos.": [("Lagos", "", "Ana Lund")],
    "Ana Lund began her career as a pilot in Lagos.": [],
    "The piano is now back in Accra.": [("", "Accra", "piano")],
    "The soldiers were already in Accra by Sunday.": [("", "Accra", "soldiers")],
    "The tanker tied up at Lagos on Wednesday.": [("", "Lagos", "tanker")],
    "The tanker moored at Lagos was searched.": [],
    "Ana Lund traded Lagos for Accra in 2010.": [("Lagos", "Accra", "Ana Lund")],
    "They swapped gas for oil in Lagos.": [],
    "A thief stowed away at Lagos on a ship bound for Accra.": [("Lagos", "Accra", "thief")],
    "The thief slipped over the border and took a room in Lome.": [("", "Lome", "thief")],
    "Ana Lund got down at Kumasi with her skis.": [("", "Kumasi", "Ana Lund")],
    "Six yachts have retired to Lagos.": [("", "Lagos", "yachts")],
    "The envoy held talks in Accra before flying to Lagos.": [("Accra", "Lagos", "envoy")],
    "The envoy will give a speech in Accra before flying to Lagos.": [("Accra", "Lagos", "envoy")],
    "The thief robbed a bank in Accra and fled to Lagos.": [("Accra", "Lagos", "thief")],
    "The tour began in Accra on Monday and ends in Lagos on Friday.": [("Accra", "Lagos", "")],
    "Ten people left Lagos. Six went to Accra, the others to Lome.": [
        ("Lagos", "", "Ten people"),
        ("Lagos", "Accra", "Six"),
        ("Lagos", "Lome", "others"),
    ],
    "People fled fighting in Lagos for Accra.": [("Lagos", "Accra", "People")],
    "Thousands fled to Accra to escape the war in Lagos.": [("Lagos", "Accra", "Thousands")],
    "Fighting in Lagos has driven 3,000 people to Accra.": [("Lagos", "Accra", "people")],
    "A flood in Lagos forced 300 families to move to Accra.": [("Lagos", "Accra", "families")],
    "The envoy is back in Lagos from Accra.": [("Accra", "Lagos", "envoy")],
    "Ana Lund took a trip to Accra.": [("", "Accra", "Ana Lund")],
    "Polar Air flight PA232, from Lagos to Accra, turned back.": [("Lagos", "Accra", "PA232")],
    "The jet returned to Lagos shortly after takeoff for Accra.": [("Lagos", "Accra", "jet")],
    "The museum in Accra returned a mask to Lagos.": [("Accra", "Lagos", "mask")],
}


def _ends(analysis: Analysis) -> list[tuple[str, str, str]]:
    names = {one.id: one.span.text for one in analysis.toponyms}

    def name(end: End | None) -> str:
        return names.get((end and end.toponym_id) or "", "")

    return [
        (name(leg.origin), name(leg.destination), leg.traveller)
        for one in analysis.itineraries
        for leg in one.legs
    ]


@pytest.mark.parametrize("text", LEGS)
def test_a_journey_is_the_same_in_whatever_shape_it_is_told(services: Services, text: str) -> None:
    found = _ends(analyse(Source(text=text), services))
    assert [ends[:2] for ends in found] == [ends[:2] for ends in LEGS[text]]
    assert all(who in told for (*_, told), (*_, who) in zip(found, LEGS[text], strict=True))


def test_who_orders_it_is_not_extradited(services: Services) -> None:
    found = _ends(analyse(Source(text="A judge ordered his extradition to Ghana."), services))
    assert found == [("", "Ghana", "")]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The Baltic Star, a bulk carrier, left Lagos for Accra.", "sea"),
        ("The MV Baltic Star left Lagos for Accra.", "sea"),
        ("HMS Victory left Lagos for Accra.", "sea"),
        ("A busload of pilgrims left Lagos for Accra.", "road"),
        ("A planeload of aid from Lagos arrived in Accra.", "air"),
        ("Nine of the eleven boats that left Lagos reached Accra.", "sea"),
        ("Ana Lund waved as the train left for Accra.", "rail"),
        ("The bus in which Ana Lund travelled from Lagos to Accra broke down.", "road"),
        ("SS General Hans Kranz travelled from Lagos to Accra.", "unknown"),
        ("Walker, who was making her first trip to Accra, was tired.", "unknown"),
        ("Ana Lund got on a bus in Lagos and got off in Accra.", "road"),
    ],
)
def test_what_a_name_or_a_load_goes_by(services: Services, text: str, mode: str) -> None:
    legs = [leg for one in analyse(Source(text=text), services).itineraries for leg in one.legs]
    assert [leg.mode for leg in legs] == [mode]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Lund's flight to Accra was cancelled, so she took a bus.",
            [("Accra", "air", "cancelled"), ("Accra", "road", "happened")],
        ),
        (
            "Ana Lund missed her flight to Accra and took a bus.",
            [("Accra", "air", "cancelled"), ("Accra", "road", "happened")],
        ),
        (
            "Ana Lund flew to Accra, then Lome.",
            [("Accra", "air", "happened"), ("Lome", "air", "happened")],
        ),
        (
            "Ana Lund took a taxi to Kumasi, a canoe to Lome and the bus to Lagos.",
            [
                ("Kumasi", "road", "happened"),
                ("Lome", "sea", "happened"),
                ("Lagos", "road", "happened"),
            ],
        ),
        (
            "A plane took her to Kumasi, a boat over the lake to Lome, the bus to Lagos.",
            [
                ("Kumasi", "air", "happened"),
                ("Lome", "sea", "happened"),
                ("Lagos", "road", "happened"),
            ],
        ),
        ("A bus took them to Kumasi, and a bus to Lome burned.", [("Kumasi", "road", "happened")]),
        ("Ana Lund walked for nine days to reach Accra.", [("Accra", "foot", "happened")]),
        ("Ana Lund hoped to reach Accra.", [("Accra", "unknown", "planned")]),
        ("A ten-hour bus ride brought Ana Lund to Accra.", [("Accra", "road", "happened")]),
        ("Few people travel from Lagos to Accra.", [("Accra", "unknown", "general")]),
        ("His thoughts went from Lagos to Accra.", []),
        ("The summit was moved from Lagos to Accra.", []),
    ],
)
def test_how_somebody_got_there_in_the_end(
    services: Services, text: str, expected: list[tuple[str, str, str]]
) -> None:
    analysis = analyse(Source(text=text), services)
    names = {one.id: one.span.text for one in analysis.toponyms}
    found = [
        (names[leg.destination.toponym_id or ""], str(leg.mode), str(leg.status))
        for one in analysis.itineraries
        for leg in one.legs
        if leg.destination is not None
    ]
    assert found == expected
