"""The famous bearer of a name is not always meant: what the words beside it say goes before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services


_OFF_WALES = (
    "Its tug lies off Wales, the westernmost town on the mainland. Two of the crew, "
    "a Welsh cook and a Polish diver, flew Wales to Nome."
)


def placed(text: str, services: Services) -> dict[str, tuple[str, str]]:
    """Give the code and the country of each name of a text; of one named twice the last."""
    analysis = analyse(Source(text=text), services)
    words = {one.id: one.span.text for one in analysis.toponyms}
    return {
        words[one.toponym_id]: (one.place.feature_code, one.place.country_code)
        for one in analysis.geocodes
        if one.place is not None
    }


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        # A land and a kind of town right behind a name hold it.
        ("Panama, an Illinois village, was dry.", "Panama", ("PPL", "US")),
        ("Cuba, a Missouri farming town, was dry.", "Cuba", ("PPL", "US")),
        ("Granada, a Colombian town, was dry.", "Granada", ("PPL", "CO")),
        ("Cuba, a Caribbean nation, was dry.", "Cuba", ("PCLI", "CU")),
        # What is called a town is no land, all through the story.
        (f"NOME, Alaska - {_OFF_WALES}", "Wales", ("PPLL", "US")),
        ("She moved to Jersey, a village in Georgia.", "Jersey", ("PPL", "US")),
        # What is called an island is no town.
        ("Boats go to Henderson, a coral island in the Pacific.", "Henderson", ("ISL", "PN")),
        ("Malta, an island nation, voted.", "Malta", ("PCLI", "MT")),
        # A town beside a land's border may lie beyond it.
        ("Herat is near the Iranian border.", "Herat", ("PPL", "AF")),
        # But another town may be told of behind the name of the land that it lies in.
        ("In Jordan, a town near the frontier was shelled.", "Jordan", ("PCLI", "JO")),
        ("In Peru, the city council of Cusco met.", "Peru", ("PCLI", "PE")),
        (
            "They called at Horta, in Portugal, a port of call for yachts.",
            "Portugal",
            ("PCLI", "PT"),
        ),
        # "The" makes no river of a land that has its article.
        ("Haines is near Whitehorse, the capital of the Yukon.", "Yukon", ("ADM1", "CA")),
        # "In" does so too, where a region elsewhere bears the name.
        ("CORDOBA, Argentina - They sang in Cordoba in Spain.", "Cordoba", ("PPL", "ES")),
        ("TOLEDO, Ohio - They sang in Toledo in Spain.", "Toledo", ("PPL", "ES")),
        # What takes "the" is no town.
        ("BALTIMORE - He came back from the Middle East.", "Middle East", ("RGN", "")),
        ("The road crosses the Andes near Bogota.", "Andes", ("MTS", "")),
        # An agency that looks like a state is none.
        ("BELFAST (PA) - They sang in the rain.", "BELFAST", ("PPL", "GB")),
    ],
)
def test_the_words_beside_a_name_go_before_fame(
    text: str, name: str, place: tuple[str, str], services: Services
) -> None:
    assert placed(text, services)[name] == place


@pytest.mark.parametrize(
    "text",
    [
        "Campobasso, the capital of Italy's second-smallest region, was dry.",
        "They met in the former Nigerian capital, Lagos.",
        "They met in the planned new Egyptian capital.",
        "They met in the German capital of beer, Munich.",
    ],
)
def test_another_capital_is_not_that_of_the_land(text: str, services: Services) -> None:
    assert "PPLC" not in {code for code, _ in placed(text, services).values()}


def test_where_no_name_tells_which_namesake_is_meant_none_is_pinned(services: Services) -> None:
    text = "A barn burned in San Isidro. They met in Ohio, Texas, Iowa and Maine."
    found = analyse(Source(text=text), services).geocodes[0]
    assert found.place is None
    assert len(found.alternatives) > 1


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "HORTA, Azores - Boats went from Ponta Delgada to Corvo, and then to Flores.",
            "Flores",
            ("ISL", "PT"),
        ),
        (
            "WHITEHORSE, Canada - Gold was found in the Klondike in 1896.",
            "Klondike",
            ("AREA", "CA"),
        ),
        ("Fire took hold in the Balagne, in the north of Corsica.", "Balagne", ("AREA", "FR")),
        ("They walked through the Cevennes to Florac in France.", "Cevennes", ("MTS", "FR")),
    ],
)
def test_islands_and_lands_that_cities_lists_lack(
    text: str, name: str, place: tuple[str, str], services: Services
) -> None:
    assert placed(text, services)[name] == place


def test_a_namesake_far_from_a_story_is_no_guess(services: Services) -> None:
    text = (
        "CALVI, France - Fire came down from Asco at dusk. Boats from Bastia, Ajaccio and "
        "Bonifacio took campers off the beaches of Corsica."
    )
    assert placed(text, services).get("Asco", ("", ""))[1] != "ES"
