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
