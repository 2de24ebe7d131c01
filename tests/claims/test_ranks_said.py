"""Ranks with the places before them, beside a figure or an aside, and those of ports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

RANKS = [
    ("Homs, Syria's third-largest city after Damascus and Aleppo, was calm.", HOLDS),
    ("Mongolia, the world's second-largest landlocked country after Kazakhstan, is dry.", HOLDS),
    ("Bolivia, the world's second-largest landlocked country after Kazakhstan, is dry.", FAILS),
    ("Sardinia, the Mediterranean's second-largest island, is dry.", HOLDS),
    ("Crete is the Mediterranean's second-largest island.", FAILS),
    ("Sakhalin, Russia's largest island, is foggy.", HOLDS),
    ("Touba is Senegal's second-largest city.", HOLDS),
    ("Mombasa, Kenya's chief port, was shut.", HOLDS),
    ("Walvis Bay, the main port of Namibia, was shut.", HOLDS),
    ("The Volga is about 3,530 km long, which makes it the longest river in Europe.", HOLDS),
    ("The Danube is about 2,850 km long, which makes it Europe's longest river.", FAILS),
    ("K2 is 8,611 metres high, the second-highest mountain in the world.", HOLDS),
    ("Makalu is 8,485 metres high, the second-highest mountain in the world.", FAILS),
    ("Fansipan is 3,143 metres high; it is also the highest mountain in Vietnam.", HOLDS),
    ("Lake Skadar, shared with Albania and the largest lake in the Balkans, is warm.", HOLDS),
    # What is ranked is something else, or only some of its kind.
    ("Kumasi is Ghana's largest city after Accra and Tema.", None),
    ("Mombasa, Kenya's chief port on the lake, was shut.", None),
    ("Basel lies on a river, the longest river in Europe.", None),
    ("Fansipan is 3,143 metres high; he is the largest man in Vietnam.", None),
]


@pytest.mark.parametrize(("text", "verdict"), RANKS)
def test_a_rank_is_that_of_the_place_told_of(
    text: str, verdict: Verdict | None, services: Services
) -> None:
    found = verdicts(text, ClaimKind.SUPERLATIVE, services)
    assert found == ([] if verdict is None else [verdict])
