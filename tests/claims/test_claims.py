from __future__ import annotations

import pytest

from geo.contracts import NOT_UNDERSTOOD, ClaimKind, LegStatus, Mode
from tests.claims.build import Told, Trip, tell

KYIV_TRIP = Trip(origin="Lviv", destination="Kyiv", mode=Mode.ROAD)
RAIL_TRIP = Trip(origin="Pyongyang", destination="Vladivostok", mode=Mode.RAIL)
SEA_TRIP = Trip(origin="Valparaíso", destination="Callao", mode=Mode.SEA)


def names(told: Told, ids: tuple[str, ...]) -> list[str]:
    words = {toponym.id: toponym.span.text for toponym in told.toponyms}
    return [words[key] for key in ids]


# Text; the words quoted; the subject and the anchor.
SEPARATIONS = [
    (
        "[Arica], 11 miles from [the border|frontier], is calm.",
        "11 miles from the border",
        ["Arica", "the border"],
    ),
    (
        "[Arica] lies 11 miles from [the border|frontier].",
        "11 miles from the border",
        ["Arica", "the border"],
    ),
    (
        "In [Arica] – which is just 11 miles from [the border|frontier] – it rained.",
        "just 11 miles from the border",
        ["Arica", "the border"],
    ),
    (
        "[Arica], a port that lies 11 miles from [the border|frontier], is calm.",
        "11 miles from the border",
        ["Arica", "the border"],
    ),
    ("[Chernobyl] is 90 km north of [Kyiv].", "90 km north of Kyiv", ["Chernobyl", "Kyiv"]),
    (
        "[Chernobyl], some 90 km (56 miles) to the north of [Kyiv], is empty.",
        "some 90 km (56 miles) to the north of Kyiv",
        ["Chernobyl", "Kyiv"],
    ),
    ("[Chernobyl] lies within 100 km of [Kyiv].", "within 100 km of Kyiv", ["Chernobyl", "Kyiv"]),
    (
        "[Chernobyl] lies 90 km from the old city of [Kyiv].",
        "90 km from the old city of Kyiv",
        ["Chernobyl", "Kyiv"],
    ),
    ("[Chernobyl] lies 90 km outside [Kyiv].", "90 km outside Kyiv", ["Chernobyl", "Kyiv"]),
    ("[Lviv] lies 540 km by road from [Kyiv].", "540 km by road from Kyiv", ["Lviv", "Kyiv"]),
    (
        "Some 90 km north of [Kyiv] lies [Chernobyl].",
        "Some 90 km north of Kyiv",
        ["Chernobyl", "Kyiv"],
    ),
    ("It is 540 km from [Kyiv] to [Lviv].", "540 km from Kyiv to Lviv", ["Kyiv", "Lviv"]),
    (
        "Between [Kyiv] and [Lviv] are 470 km of plain.",
        "Kyiv and Lviv are 470 km",
        ["Kyiv", "Lviv"],
    ),
    ("[Kyiv] and [Lviv] are 470 km apart.", "Kyiv and Lviv are 470 km apart", ["Kyiv", "Lviv"]),
    ("The distance from [Kyiv] to [Lviv] is 470 km.", "Kyiv to Lviv is 470 km", ["Kyiv", "Lviv"]),
    (
        "Nobody walks the 470 km between [Kyiv] and [Lviv].",
        "470 km between Kyiv and Lviv",
        ["Kyiv", "Lviv"],
    ),
    (
        "[Chernobyl] is a town in [Wideland], 90 km north of [Kyiv].",
        "90 km north of Kyiv",
        ["Chernobyl", "Kyiv"],
    ),
    (
        "[Arica] lies 11 miles from the border with [Boxland].",
        "11 miles from the border with Boxland",
        ["Arica", "Boxland"],
    ),
]

# What "it" and "the town" are: the subject of the sentence before, or what the story is about.
POINTING_BACK = [
    ("[Chernobyl] is empty. It lies 90 km north of [Kyiv].", ["Chernobyl", "Kyiv"]),
    ("[Chernobyl] is empty. The town lies 90 km north of [Kyiv].", ["Chernobyl", "Kyiv"]),
    ("[Chernobyl] is 90 km from [Kyiv]. It is 500 km from [Lviv].", ["Chernobyl", "Lviv"]),
    (
        "[Chernobyl] is empty. It belongs to [Oxford] and lies 90 km north of [Kyiv].",
        ["Chernobyl", "Kyiv"],
    ),
    ("[Chernobyl] today\nIt lies 90 km north of [Kyiv].", ["Chernobyl", "Kyiv"]),
    (
        "[Chernobyl] is empty. It was a town of farmers, 90 km north of [Kyiv].",
        ["Chernobyl", "Kyiv"],
    ),
]

# Clear distances whose subject or far end the text does not tell.
CANNOT_TELL = [
    ("The front line is now 20 km from [Kyiv].", "20 km from Kyiv"),
    ("[Lviv] is calm, but troops stopped 20 km from [Kyiv].", "20 km from Kyiv"),
    ("The train left [Lviv] and halted 20 km west of [Kyiv].", "20 km west of Kyiv"),
    ("[Kyiv] lies 20 km from the front.", "20 km from the front"),
    ("[Kyiv] lies 20 km from the site of a battle.", "20 km from the site"),
    ("[Kyiv] lies 20 km from the state’s old heart.", "20 km from the state’s old"),
    ("[Kyiv] lies 20 km from [the frontier|frontier?] of old.", None),
    ("[Moscow's|Kyiv!] anger is 90 km north of [Lviv].", "90 km north of Lviv"),
    (
        "[Arica] lies 11 miles from the [Peruvian~Boxland] border.",
        "11 miles from the Peruvian border",
    ),
    ("[Kyiv] is calm. It lies 20 km from [Kyiv].", "20 km from Kyiv"),
]

NOT_CLAIMS = [
    "He is on a three-day trip to [Kyiv] from [Lviv].",
    "Trains win on journeys of up to 500 km, [Kyiv] said.",
    "He had a 15-minute walk.",
    "He threw for 80 yards rushing in [Kyiv].",
    "They met at the 40-yard line in [Kyiv].",
    "She won the 10 km race in [Kyiv].",
    "He pays $14.95 a month in [Kyiv].",
    "He moved to [Kyiv] 20 minutes later.",
    "He left [Lviv] two days ago.",
    "They work 40 to 50 hours a week in [Kyiv].",
    "A 30-day free trial for readers in [Kyiv].",
    "The 18-month-old invasion of [Boxland] goes on.",
    "He came to [Kyiv] for the first time in more than four years.",
    "The 683-mile-long border of [Boxland] is open.",
    "The 683-mile border of [Boxland] is open.",
    "Wind gusts of 60 mph were seen in [Kyiv].",
    "The speed limit of 60 km/h in [Kyiv] stays.",
    "A tower 300 metres high stands in [Kyiv].",
    "He was jailed for 20 days in [Kyiv].",
    "The talks in [Kyiv] took two hours.",
    "The lake near [Kyiv] covers 300 square miles.",
    "It rained for the past four days in [Kyiv].",
    "From 0 to 60 mph in three seconds, a dealer in [Kyiv] said.",
]


@pytest.mark.parametrize(
    ("text", "quote", "ends"), SEPARATIONS, ids=[row[0] for row in SEPARATIONS]
)
def test_a_distance_is_tied_to_its_subject_and_its_anchor(
    text: str, quote: str, ends: list[str]
) -> None:
    told = tell(text)
    (claim,) = told.claims()

    assert claim.kind is ClaimKind.SEPARATION
    assert claim.span.text == quote
    assert names(told, claim.subject.toponym_ids) == ends
    assert claim.subject.reason


@pytest.mark.parametrize(("text", "ends"), POINTING_BACK, ids=[row[0] for row in POINTING_BACK])
def test_it_and_the_town_point_back(text: str, ends: list[str]) -> None:
    told = tell(text)

    assert names(told, told.claims()[-1].subject.toponym_ids) == ends


@pytest.mark.parametrize(("text", "quote"), CANNOT_TELL, ids=[row[0] for row in CANNOT_TELL])
def test_a_distance_without_a_clear_subject_is_kept_and_reported(
    text: str, quote: str | None
) -> None:
    claims, problems = tell(text).found()

    loose = [claim for claim in claims if not claim.subject.toponym_ids]
    assert [claim.span.text for claim in loose] == ([quote] if quote else [])
    assert [problem.span for problem in problems] == [claim.span for claim in loose]
    assert all(claim.subject.reason in problems[0].message for claim in loose)


@pytest.mark.parametrize("text", NOT_CLAIMS)
def test_false_friends_are_no_claims_even_beside_a_journey(text: str) -> None:
    found = tell(text).claims()
    beside = tell(text + "\n" + "[Lviv] to [Kyiv].", KYIV_TRIP).claims()

    assert [claim.span.text for claim in (*found, *beside)] == []


def test_two_distances_of_one_place_share_their_subject() -> None:
    told = tell("[Chernobyl] lies 90 km north of [Kyiv] and 470 km from [Lviv].")

    ends = [names(told, claim.subject.toponym_ids) for claim in told.claims()]
    assert ends == [["Chernobyl", "Kyiv"], ["Chernobyl", "Lviv"]]


def test_ids_follow_the_text_and_conversions_stay_with_their_figure() -> None:
    told = tell("[Chernobyl] lies 90 km (56 mi) north of [Kyiv] and 470 km from [Lviv].")
    one, two = told.claims()

    # The conversion is a claim as well.
    assert (one.id, two.id) == ("c1", "c3")
    assert [quantity.unit for quantity in one.also] == ["mi"]
    assert two.also == ()


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("[Lviv] lies 540 km by road from [Kyiv].", Mode.ROAD),
        ("[Lviv] lies 540 km from [Kyiv] by rail.", Mode.RAIL),
        ("[Lviv] lies 470 km as the crow flies from [Kyiv].", Mode.AIR),
        ("[Lviv] lies at a road distance of 540 km from [Kyiv].", Mode.ROAD),
        ("[Lviv] lies 540 km from [Kyiv].", Mode.UNKNOWN),
    ],
)
def test_the_words_say_by_what_a_distance_is_measured(text: str, way: Mode) -> None:
    (claim,) = tell(text).claims()

    assert claim.way is way


JOURNEYS = [
    (
        (
            "The train left [Pyongyang].\n"
            "It needs 20 hours for the 683 miles to [Vladivostok], at a speed of about 60 km/h."
        ),
        RAIL_TRIP,
        [
            ("duration", "20 hours"),
            ("route length", "the 683 miles to Vladivostok"),
            ("speed", "at a speed of about 60 km/h"),
        ],
    ),
    (
        (
            "A ship left [Valparaíso] for [Callao]. "
            "The crossing of 1,300 nautical miles should take four days at 14 knots."
        ),
        SEA_TRIP,
        [
            ("route length", "1,300 nautical miles"),
            ("duration", "four days"),
            ("speed", "at 14 knots"),
        ],
    ),
    (
        "The lorries left [Lviv] for [Kyiv]. “We hope to be there within 20 hours,” he said.",
        KYIV_TRIP,
        [("duration", "within 20 hours")],
    ),
    (
        "They drove 540 km from [Lviv] to [Kyiv].",
        KYIV_TRIP,
        [("separation", "540 km from Lviv to Kyiv")],
    ),
    (
        "They drove 540 km to [Kyiv] from [Lviv].",
        KYIV_TRIP,
        [("route length", "540 km to Kyiv from Lviv")],
    ),
    (
        "A 540-km drive took them from [Lviv] to [Kyiv].",
        KYIV_TRIP,
        [("route length", "A 540-km drive")],
    ),
    (
        "The 540 km journey to [Kyiv] from [Lviv] lasted nine hours.",
        KYIV_TRIP,
        [("route length", "The 540 km journey to Kyiv from Lviv"), ("duration", "nine hours")],
    ),
    ("The way from [Lviv] to [Kyiv] took nine hours.", KYIV_TRIP, [("duration", "nine hours")]),
    ("They reached [Kyiv] from [Lviv] in nine hours.", KYIV_TRIP, [("duration", "nine hours")]),
    (
        "It was a nine-hour drive to [Kyiv] from [Lviv].",
        KYIV_TRIP,
        [("duration", "a nine-hour drive to Kyiv from Lviv")],
    ),
    ("From [Lviv] to [Kyiv] they covered 540 km.", KYIV_TRIP, [("route length", "540 km")]),
    (
        "They went on from [Lviv] to [Kyiv], a journey of 540 km.",
        KYIV_TRIP,
        [("route length", "540 km")],
    ),
]


@pytest.mark.parametrize(("text", "trip", "expected"), JOURNEYS, ids=[row[0] for row in JOURNEYS])
def test_figures_of_a_journey_are_tied_to_its_leg(
    text: str, trip: Trip, expected: list[tuple[str, str]]
) -> None:
    claims = tell(text, trip).claims()

    assert [(claim.kind.value, claim.span.text) for claim in claims] == expected
    travel = [claim for claim in claims if claim.kind is not ClaimKind.SEPARATION]
    assert {claim.subject.leg_id for claim in travel} <= {"l1"}


def test_of_two_journeys_to_a_place_the_one_with_a_known_start_is_meant() -> None:
    told = tell(
        "He went to [Vladivostok] in 2019. He left [Pyongyang] again on Sunday.\n"
        "The 683 miles to [Vladivostok] take 20 hours.",
        Trip(origin=None, destination="Vladivostok", mode=Mode.RAIL),
        Trip(origin="Pyongyang", destination="Vladivostok", mode=Mode.RAIL, sentence=1),
    )

    assert [claim.subject.leg_id for claim in told.claims()] == ["l2", "l2"]


def test_a_denied_journey_comes_last() -> None:
    told = tell(
        "They drove from [Lviv] to [Kyiv]. The 540 km to [Kyiv] were wet.",
        Trip(origin="Lviv", destination="Kyiv", status=LegStatus.DENIED),
        Trip(origin="Lviv", destination="Kyiv"),
    )

    assert told.claims()[0].subject.leg_id == "l2"


def test_a_journey_far_back_is_not_what_a_figure_is_about() -> None:
    filler = " Nothing moved." * 5
    told = tell(f"They drove from [Lviv] to [Kyiv].{filler} Be there within 20 hours.", KYIV_TRIP)

    assert told.claims() == ()


def test_a_ship_s_speed_is_not_tied_to_a_drive() -> None:
    assert tell("They drove from [Lviv] to [Kyiv] at 14 knots.", KYIV_TRIP).claims() == ()


def test_a_journey_between_named_places_needs_no_leg() -> None:
    told = tell("A 60-mile journey from [London] to [Oxford] begins.")
    (claim,) = told.claims()

    assert claim.kind is ClaimKind.ROUTE_LENGTH
    assert names(told, claim.subject.toponym_ids) == ["London", "Oxford"]


def test_a_journey_that_cannot_be_told_is_kept_and_reported() -> None:
    claims, problems = tell("A 60-mile journey from [London] began.").found()
    none, seen = tell("A 60-mile journey began in [London].").found()
    assert none == ()
    assert [(one.code, one.span and one.span.text) for one in seen] == [(NOT_UNDERSTOOD, "60-mile")]

    assert claims[0].subject.reason == problems[0].message.partition("checked. ")[2]
    assert not claims[0].subject.leg_id


def test_places_outside_the_story_and_empty_texts_are_no_trouble() -> None:
    assert tell("").found() == ((), ())
    assert tell("Nothing here.").found() == ((), ())
