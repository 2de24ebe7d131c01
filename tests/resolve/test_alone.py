"""Stories of our own that name a town which the gazetteer lacks: its namesakes elsewhere are none.

Each name here is borne by some small place far away, or is but another name of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_world_news import geocodes

if TYPE_CHECKING:
    from geo.pipeline import Services


def countries(text: str, services: Services) -> set[str]:
    return {each.place.country_code for each in geocodes(text, services) if each.place}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # A Soho lies in England, an Ajara in India, an El Niño in Mexico: none of them is meant.
        (
            (
                "The bus from Ankara stopped at Sivas and Erzurum. Two men got off at Soho, a camp "
                "on the way to Kars."
            ),
            "TR",
        ),
        (
            (
                "Trucks left Arequipa for Cusco and Puno on Friday. One of them was seen in Ajara, "
                "where the road to Juliaca ends."
            ),
            "PE",
        ),
        (
            (
                "They drove from Mendi to Tari, two towns of Papua New Guinea, and went to Komo. "
                "A tanker came from Lae."
            ),
            "PG",
        ),
    ],
)
def test_no_hamlet_of_another_land_is_put_for_a_place_that_is_not_known(
    text: str, code: str, services: Services
) -> None:
    assert countries(text, services) == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ships from Mombasa and Tanga, both in Kenya or Tanzania, called at Aqaba.", "JO"),
        ("A plane from Sydney and Perth, in Australia, brought them to Suva.", "FJ"),
        ("Boats left Dakar and Saint-Louis, in Senegal, for Nouadhibou.", "MR"),
    ],
)
def test_a_town_of_some_size_may_lie_alone_in_its_land(
    text: str, code: str, services: Services
) -> None:
    assert code in countries(text, services)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BOWNESS, R.I. - A carrier docked at Bowness on Sunday.", "US"),
        ("A barn burned in Everton, Papua New Guinea, on Sunday.", "PG"),
    ],
)
def test_a_land_named_beside_rules_out_small_towns_of_others(
    text: str, code: str, services: Services
) -> None:
    found = [each.place for each in geocodes(text, services) if each.place]
    assert {place.country_code for place in found} == {code}
    assert all(place.feature_class == "A" for place in found)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A mill burned in Omaha, Iowa, on Monday.", "Omaha"),
        ("They flew to Barcelona, France, on Monday.", "Barcelona"),
        ("It sank off Bastia, Italy, on Monday.", "Bastia"),
    ],
)
def test_a_city_or_a_place_near_by_stays_though_the_writer_puts_it_wrong(
    text: str, first: str, services: Services
) -> None:
    place = geocodes(text, services)[0].place
    assert place is not None
    assert place.name == first


def test_a_town_of_several_words_that_has_no_namesake_may_lie_far_from_the_rest(
    services: Services,
) -> None:
    text = (
        "The Kobe Maru sailed from Port Hedland for Kashima and put in at Benoa, on Bali. "
        "It was towed to Surabaya."
    )
    assert "AU" in countries(text, services)
