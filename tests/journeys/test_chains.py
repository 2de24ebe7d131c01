"""One journey after another: where somebody travels on from."""

from __future__ import annotations

import pytest

from geo.contracts import LegStatus, Mode
from geo.journeys import find_journeys
from tests.journeys.story import story

# Text; origin and destination of each journey, in order; "" for an end that nobody tells.
CHAINS = [
    # The same traveller, where the journey before ended.
    (
        "The envoy flew from [[London]] to [[Cairo]]. She will travel on Friday to [[Nairobi]].",
        [("London", "Cairo"), ("Cairo", "Nairobi")],
    ),
    (
        "The envoy flew from [[London]] to [[Cairo]]. She will travel on to [[Nairobi]] by train.",
        [("London", "Cairo"), ("Cairo", "Nairobi")],
    ),
    (
        "Ana Silva arrived in [[Lima]] on Monday. Ms Silva then flew to [[Santiago]].",
        [("", "Lima"), ("Lima", "Santiago")],
    ),
    (
        "Ana Silva arrived in [[Lima]] on Monday before flying to [[Santiago]].",
        [("", "Lima"), ("Lima", "Santiago")],
    ),
    (
        "The ship reached [[Callao]] in May. It continued to [[Guayaquil]].",
        [("", "Callao"), ("Callao", "Guayaquil")],
    ),
    (
        "The ship reached [[Callao]] in May. It sailed onward to [[Guayaquil]].",
        [("", "Callao"), ("Callao", "Guayaquil")],
    ),
]

APART = [
    # "From there" leaves the place to the verb that went to it.
    (
        (
            "The envoys were held. They hope to go by bus to [[Lima]] and to fly from there to"
            " [[Santiago]]."
        ),
        [("", "Lima"), ("Lima", "Santiago")],
    ),
    (
        (
            "Ivan Petrov took a bus from [[Piura]] to [[Lima]]. A week later he caught a ferry from"
            " there to [[Santiago]]."
        ),
        [("Piura", "Lima"), ("Lima", "Santiago")],
    ),
    # Where they had slept on the way is not where they are.
    (
        (
            "Trucks pulled into [[Lima]] on Tuesday. They had left [[Piura]] on Saturday and spent"
            " a night in [[Callao]]. Three of them went on to [[Santiago]]."
        ),
        [("Piura", "Lima"), ("Lima", "Santiago")],
    ),
    # What had happened before is told last, as the past.
    (
        (
            "Ana Silva reached [[Lima]] on Sunday. She had come from [[London]] to [[Cairo]] in"
            " May. Ms Silva will fly to [[Santiago]] on Friday."
        ),
        [("", "Lima"), ("London", "Cairo"), ("Lima", "Santiago")],
    ),
    # Where a ship is said to be, it had got to.
    (
        "A tanker is stuck off [[Callao]]. The tanker had sailed from [[Guayaquil]] in May.",
        [("Guayaquil", "Callao")],
    ),
    (
        "The freighter Tove went aground off [[Callao]] on Monday. It sailed to [[Guayaquil]].",
        [("Callao", "Guayaquil")],
    ),
    # "The capital" is no other town, however near.
    (
        (
            "The envoy flew from [[London]] to [[Cairo]]. She travelled to [[Nairobi]]. The envoy"
            " went to [[Piura]]. She returned to the capital."
        ),
        [("London", "Cairo"), ("Cairo", "Nairobi"), ("Nairobi", "Piura")],
    ),
    # Carried by whom, and only then from where.
    (
        (
            "The ashes of the painter reached [[Lima]] on Friday. Her daughter Zola carried them"
            " from [[London]]."
        ),
        [("London", "Lima")],
    ),
    # One verb, several journeys.
    (
        "The envoys flew to [[Nairobi]] from [[London]], [[Lima]] and [[Cairo]].",
        [("London", "Nairobi"), ("Lima", "Nairobi"), ("Cairo", "Nairobi")],
    ),
    (
        "The envoys flew from [[London]] and [[Cairo]] to [[Nairobi]].",
        [("London", "Nairobi"), ("Cairo", "Nairobi")],
    ),
    (
        "Crews drove from [[Santiago]] to [[Lima]], 2,400 km, and from [[London]] to [[Cairo]].",
        [("Santiago", "Lima"), ("London", "Cairo")],
    ),
    # Somebody else.
    (
        "Ana Silva flew to [[Cairo]]. Ivan Petrov will travel on to [[Nairobi]].",
        [("", "Cairo"), ("", "Nairobi")],
    ),
    # The first journey did not take place.
    (
        "Ana Silva did not fly to [[Cairo]]. She travelled on to [[Nairobi]].",
        [("", "Cairo"), ("", "Nairobi")],
    ),
    ("Ana Silva travelled on to [[Nairobi]].", [("", "Nairobi")]),
]


def ends(text: str) -> list[tuple[str, str]]:
    told = story(text)
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    return [
        (
            leg.origin.place.name if leg.origin else "",
            leg.destination.place.name if leg.destination else "",
        )
        for itinerary in itineraries
        for leg in itinerary.legs
    ]


@pytest.mark.parametrize(("text", "journeys"), CHAINS)
def test_who_travels_on_starts_where_the_journey_before_ended(
    text: str, journeys: list[tuple[str, str]]
) -> None:
    assert ends(text) == journeys


@pytest.mark.parametrize(("text", "journeys"), APART)
def test_other_journeys_keep_an_unknown_start(text: str, journeys: list[tuple[str, str]]) -> None:
    assert ends(text) == journeys


def test_such_a_start_is_marked_with_the_words_it_rests_on() -> None:
    told = story("The envoy arrived in [[Cairo]]. He will travel on to [[Nairobi]].")
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    origin = itineraries[1].legs[0].origin

    assert origin is not None
    assert origin.inferred
    assert [evidence.reason for evidence in origin.evidence] == [
        "goes on from Cairo, where the journey before ended: “in Cairo”"
    ]
    assert origin.evidence[0] in itineraries[1].legs[0].evidence


def test_each_leg_keeps_its_own_means_of_travel() -> None:
    told = story(
        "Ana Silva went from [[London]] to [[Cairo]] by train and then flew to [[Nairobi]]."
    )
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert [leg.mode for one in itineraries for leg in one.legs] == [Mode.RAIL, Mode.AIR]


def test_a_stop_that_was_skipped_is_no_part_of_any_way() -> None:
    told = story(
        "The senator skipped a planned stop in [[London]] and flew directly from [[Kyiv]] to "
        "[[Paris]]. He is to travel by road from [[Paris]] to [[Calais]] on Friday."
    )
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    legs = [leg for itinerary in itineraries for leg in itinerary.legs]
    by_goal = {leg.destination.place.name: leg for leg in legs if leg.destination}
    assert not any(leg.via for leg in legs)
    assert by_goal["London"].status is LegStatus.CANCELLED
    assert by_goal["Paris"].status is LegStatus.HAPPENED
    assert by_goal["Calais"].status is LegStatus.PLANNED


@pytest.mark.parametrize("month", ["Aug", "August"])
def test_a_day_on_which_it_is_said_is_not_the_day_of_the_journey(month: str) -> None:
    told = story(
        f"The envoy will leave [[Kyiv]] on {month} 31 for [[Lima]], the ministry said on Thursday."
    )
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    (leg,) = (leg for itinerary in itineraries for leg in itinerary.legs)
    assert leg.departed is not None
    assert leg.departed.text.endswith(f"{month} 31")
