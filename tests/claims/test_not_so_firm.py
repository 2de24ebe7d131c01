"""Figures that are true as a reader takes them, or not said as facts: none of them is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


def verdict_of(text: str, services: Services) -> Verdict:
    """Tell the firmest verdict of a text: a refusal before a confirmation."""
    found = {check.verdict for check in analyse(Source(text=text), services).checks}
    return next((one for one in (FAILS, HOLDS) if one in found), UNKNOWN)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # Hours and minutes are one time, with "and", a comma or nothing between.
        ("Myanmar is an hour ahead of India and 6 hours 30 minutes ahead of GMT.", HOLDS),
        ("Kabul is 4 hours, 30 minutes ahead of GMT.", HOLDS),
        ("Kabul is 4 hours 45 minutes ahead of GMT.", FAILS),
        # A change of degrees has no zero.
        ("It was 10 C (50 F) above the average in Oslo.", FAILS),
        ("It was 10 C (18 F) above the average in Oslo.", HOLDS),
        ("The sea warmed by about 2 C (3.6 F) there.", HOLDS),
        ("The sea warmed by about 2 C (36 F) there.", FAILS),
        ("The sea warmed to about 10 C (50 F) there.", HOLDS),
        # Capitals of a part, of a time or of what somebody dreams of.
        ("Karachi, Pakistan's southern capital, was dry.", UNKNOWN),
        ("Islamabad, Pakistan's northern capital, was dry.", HOLDS),
        ("Tobruk, the seat of Libya's eastern parliament, was dry.", UNKNOWN),
        ("Many people think Karachi is the capital of Pakistan.", UNKNOWN),
        # What is a land's own is not the land.
        ("Jamaica is larger than Spain's Mallorca.", HOLDS),
        ("Jamaica is larger than Canada's Prince Edward County.", UNKNOWN),
        ("Ghana borders France's former colony of Togo.", UNKNOWN),
        ("Suva is an hour ahead of France's islands in the Pacific.", UNKNOWN),
        # Territories of a country have borders as well.
        ("France's longest border is with Brazil.", UNKNOWN),
        ("Suriname shares a border with France.", UNKNOWN),
        ("Suriname shares a border with Portugal.", FAILS),
        # Small islands lie nearer than the main lands do.
        ("Sri Lanka is 29 km from India.", UNKNOWN),
        ("Australia is 5 km from Papua New Guinea.", UNKNOWN),
        ("Sicily is 145 km from Tunisia.", HOLDS),
        ("Sicily is 345 km from Tunisia.", FAILS),
        # What is thought, dreamed, joked or corrected is not said as a fact.
        ("She thought Turin was 20 km from Milan.", UNKNOWN),
        ("She liked Turin, 20 km from Milan.", FAILS),
        ("She imagined a Turin that was 20 km from Milan.", UNKNOWN),
        ("The guide wrongly said that Turin was 20 km from Milan.", UNKNOWN),
        ("Turin is 20 km from Milan, the guide wrongly said.", UNKNOWN),
        ("Turin is 20 km from Milan, the guide said.", FAILS),
        ("Turin is 20 km from Milan, which is not true.", UNKNOWN),
        ("“Turin is 20 km from Milan,” the driver joked.", UNKNOWN),
        ("If Turin were 20 km from Milan, rents would rise.", UNKNOWN),
    ],
)
def test_only_what_is_said_as_a_fact_is_held_against_the_map(
    text: str, verdict: Verdict, services: Services
) -> None:
    assert verdict_of(text, services) is verdict


def test_a_second_place_in_one_breath_is_counted_from_the_same_as_the_first(
    services: Services,
) -> None:
    text = "Turin lies 125 km west of Milan and Bologna 200 km to the south-east."
    check = analyse(Source(text=text), services).checks[-1]

    assert check.verdict is HOLDS
    assert check.reason.endswith("Where it is counted from is not said: Milan was taken.")
