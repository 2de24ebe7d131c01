"""A statement that its words limit to some, to another time or to a tale is not taken as bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.claims.types.limits import BEFORE, patterns
from geo.contracts import Source, Verdict
from geo.lexicon.statements import table
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


@pytest.mark.parametrize("number", range(len(table("limits", {}).rows)))
def test_a_row_finds_its_examples_and_misses_the_others(number: int) -> None:
    row, (_, where, pattern) = table("limits", {}).rows[number], patterns()[number]

    def finds(example: str) -> bool:
        before, behind = example.replace("[", "").replace("]", "").split("|", 1)
        return bool(pattern.search(before) if where == BEFORE else pattern.match(behind))

    assert row.finds
    assert row.misses
    assert [one for one in row.finds if not finds(one)] == []
    assert [one for one in row.misses if finds(one)] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # A rank among some alone is not that among all.
        ("Arusha is the largest city in Tanzania that no ship can reach.", UNKNOWN),
        ("Arusha, Tanzania's largest city with a view of Mount Meru, was dry.", UNKNOWN),
        ("Arusha is the largest city in Tanzania to ban plastic bags.", UNKNOWN),
        ("Arusha is the largest city in Tanzania lit by gas.", UNKNOWN),
        ("Arusha is the largest city in Tanzania, not counting Dar es Salaam.", UNKNOWN),
        ("Outside the capital region, Linz is the largest city in Austria.", UNKNOWN),
        ("Arusha is the largest city in Tanzania and has a clock tower.", FAILS),
        ("Dar es Salaam is the largest city in Tanzania by far.", HOLDS),
        ("Dar es Salaam is the largest city in Tanzania with six million people.", HOLDS),
        ("They met in Tanzania's largest city, Dar es Salaam, in the rain.", HOLDS),
        # What was so is no more; what still is so was not refused before.
        ("Karachi, the capital of Pakistan until 1959, was dry.", UNKNOWN),
        ("Karachi, Pakistan's capital for a dozen years, was dry.", UNKNOWN),
        ("Karachi, the capital of Pakistan, was dry.", FAILS),
        ("They met in Vienna, the capital of Austria, in 1920.", HOLDS),
        ("Lviv, in southern Poland before the war, was dry.", UNKNOWN),
        ("Lviv, in southern Poland, was dry.", FAILS),
        # A part is not the whole.
        ("The upper Rhine is 360 km long.", UNKNOWN),
        ("The Swiss Rhine is 375 km long.", UNKNOWN),
        ("Within Germany the Danube is 647 km long.", UNKNOWN),
        ("The Danube is 647 km long in Germany.", UNKNOWN),
        ("The Danube is 647 km long.", FAILS),
        ("Northern Kenya covers 250,000 square kilometres.", UNKNOWN),
        ("Denmark, with Greenland, covers 2.2 million square kilometres.", UNKNOWN),
        ("Northern Kenya is larger than Portugal.", UNKNOWN),
        ("Kenya is larger than Portugal.", HOLDS),
        ("Belgium, with Luxembourg, is larger than Switzerland.", UNKNOWN),
        ("The lower Danube is longer than the Rhine.", UNKNOWN),
        ("Mount Kenya stands 3,800 metres above its surroundings.", UNKNOWN),
        # What is a myth, a question or a tale is not said.
        ("It is a myth that Karachi is the capital of Pakistan.", UNKNOWN),
        ("The girl asked whether Chile borders Brazil.", UNKNOWN),
        ("The leaflet wrongly says that Chile borders Brazil.", UNKNOWN),
        ("In the cartoon Lagos is the capital of Chad.", UNKNOWN),
        ("He denied that they met in Karachi, the capital of Pakistan.", FAILS),
        ("The guide said that Chile borders Brazil.", FAILS),
    ],
)
def test_what_limits_a_statement_leaves_no_firm_verdict(
    text: str, verdict: Verdict, services: Services
) -> None:
    firm = [one.verdict for one in analyse(Source(text=text), services).checks]

    assert [one for one in firm if one is not UNKNOWN][-1:] == [verdict] * (verdict is not UNKNOWN)
