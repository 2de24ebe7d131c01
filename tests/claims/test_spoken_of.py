"""A figure said of "it": of a place told of just before, and of none where a thing is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake shook Piura on Tuesday. It was 60 km north of Sullana.",
        "A light plane left Lima on Monday and crashed. It was 45 km south of Ica.",
        "A fishing boat sank off Gavdos. It was 300 km from Tobruk.",
        "Soldiers pushed out of Kharkiv. They were 20 km from Belgorod.",
        "A collision near Arica killed two people. The site was 25 km from Tacna.",
        "The Nadia Star was due in Arica on Monday. It was last heard from 90 km north of Ica.",
    ],
)
def test_what_has_no_place_of_its_own_is_given_none(text: str, services: Services) -> None:
    analysis = analyse(Source(text=text), services)
    assert {len(claim.subject.toponym_ids) for claim in analysis.claims} == {0}
    assert {check.verdict for check in analysis.checks} == {Verdict.NOT_ENOUGH_INFO}


def test_a_place_that_a_sentence_is_about_is_it(services: Services) -> None:
    text = "Graz has a famous clock tower. It is 150 km from Vienna."
    analysis = analyse(Source(text=text), services)
    names = {toponym.id: toponym.span.text for toponym in analysis.toponyms}
    (claim,) = analysis.claims
    assert [names[one] for one in claim.subject.toponym_ids] == ["Graz", "Vienna"]


@pytest.mark.parametrize(
    "text",
    [
        "A flight from Nairobi to Mandera was cancelled. The drive from Mombasa takes seven hours.",
        "A ferry sailed from Split to Ancona. The bus from Zadar takes about three hours.",
        "The train, which goes from the coast to Ica in about 26 hours, had left Lima for Ica.",
        "The team flew from Leeds to Derry. A bus was found, but it would have taken ten hours.",
        "A jet left Leeds for Derry. The eye of the storm is moving towards Derry at 40 mph.",
    ],
)
def test_a_time_on_another_way_is_not_of_the_journey_told_before(
    text: str, services: Services
) -> None:
    analysis = analyse(Source(text=text), services)
    assert list(analysis.legs)
    assert not any(claim.subject.leg_id for claim in analysis.claims)


def test_a_time_on_the_same_way_is_of_the_journey_told_before(services: Services) -> None:
    text = "A ferry sailed from Split to Ancona. The voyage took about ten hours."
    analysis = analyse(Source(text=text), services)
    assert [claim.subject.leg_id for claim in analysis.claims] == [leg.id for leg in analysis.legs]


def test_a_goal_beside_its_distance_is_counted_from_where_the_journey_starts(
    services: Services,
) -> None:
    text = (
        "NAIROBI, Nov 20 - A convoy left Mombasa on Wednesday for Garissa. From there some trucks "
        "will go on to Dadaab, about 100 km to the northeast."
    )
    analysis = analyse(Source(text=text), services)
    names = {toponym.id: toponym.span.text for toponym in analysis.toponyms}
    (claim,), (check,) = analysis.claims, analysis.checks
    assert [names[one] for one in claim.subject.toponym_ids] == ["Dadaab", "Garissa"]
    assert check.verdict is Verdict.SUPPORTED
