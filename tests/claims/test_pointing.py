"""What a distance is said of when other names stand nearer to it, and where it is counted from."""

from __future__ import annotations

import pytest

from geo.contracts import ClaimKind, Verdict
from geo.lexicon.directions import bearing_of
from tests.claims.build import Told, tell

# Text; the words quoted; the subject and the anchor.
SUBJECTS = [
    # A name that only describes a noun.
    ("[Piura], a [Lima] suburb 40 km from [Callao], is dry.", ["Piura", "Callao"]),
    ("[Chernobyl], the [Kyiv] town 470 km from [Lviv], is empty.", ["Chernobyl", "Lviv"]),
    ("[Chernobyl], a small [Boxland] outpost 90 km north of [Kyiv].", ["Chernobyl", "Kyiv"]),
    # "the town" and "it" in a later clause of the sentence.
    ("Shells hit [Chernobyl] again; the town is 90 km north of [Kyiv].", ["Chernobyl", "Kyiv"]),
    ("They fled [Chernobyl], and it lies some 90 km from [Kyiv].", ["Chernobyl", "Kyiv"]),
    (
        "Rain fell on [Chernobyl], in [Boxland], while the town is 90 km from [Kyiv].",
        ["Chernobyl", "Kyiv"],
    ),
    ("[Lima] is calm; [Piura] burned, as the city is 980 km from [Callao].", ["Piura", "Callao"]),
    ("[Chernobyl] is empty. Snow fell; the town is 90 km from [Kyiv].", ["Chernobyl", "Kyiv"]),
    ("[Chernobyl] is empty. Set among woods, it is 90 km from [Kyiv].", ["Chernobyl", "Kyiv"]),
    # Words between commas that only say where the place lies.
    ("[Chernobyl], beyond [Lviv], is 90 km from [Kyiv].", ["Chernobyl", "Kyiv"]),
    # A clause between commas.
    ("[Chernobyl], where a reactor burned, is 90 km from [Kyiv].", ["Chernobyl", "Kyiv"]),
    ("[Lviv], whose station was hit, lies 470 km west of [Kyiv].", ["Lviv", "Kyiv"]),
    # The coast of a country is the nearest point of it.
    ("[Kyiv] lies 440 km off the [Boxlandic~Boxland] coast.", ["Kyiv", "Boxlandic"]),
    ("[Kyiv] lies 440 km from [Boxland]’s coast.", ["Kyiv", "Boxland"]),
]  # fmt: skip

NO_SUBJECT = [
    ("A wildfire burned 15 miles west of [Kyiv].", "15 miles west of Kyiv"),
    ("In [Lviv] a blaze raged some 15 miles west of [Kyiv].", "some 15 miles west of Kyiv"),
    (
        "It burns in [Lviv]. The front was far; it is now 20 km from [Kyiv].",
        "20 km from Kyiv",
    ),
    ("Nowhere, on [Lviv] lake, lies 90 km from [Kyiv].", "90 km from Kyiv"),
    ("Men from [Lviv] looked along the coast, 90 km from [Kyiv].", "90 km from Kyiv"),
    ("[Lima] and [Piura] are dry, and it is 20 km from [Kyiv].", "20 km from Kyiv"),
]

# Text; the subject and the anchor; the degrees; the places that it may be counted from.
FROM_HERE = [
    (
        "[Chernobyl] has no light. A lorry left [Kyiv], 90 km to the south, at noon.",
        ["Kyiv", "Chernobyl"],
        180.0,
        ["Chernobyl"],
    ),
    (
        "CHERNOBYL is dark. [Lviv] sent help. A lorry came from [Kyiv] (90 km to the south).",
        ["Kyiv", "Lviv"],
        180.0,
        ["Lviv"],
    ),
    (
        "[LVIV|Lviv] – It rains. All ran from [Chernobyl] to [Kyiv], which is 90 km to the south.",
        ["Kyiv", "Chernobyl"],
        180.0,
        ["Chernobyl", "LVIV"],
    ),
]


def words_of(told: Told, ids: tuple[str, ...]) -> list[str]:
    words = {toponym.id: toponym.span.text for toponym in told.toponyms}
    return [words[key] for key in ids]


@pytest.mark.parametrize(("text", "ends"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_the_subject_is_not_just_the_nearest_name(text: str, ends: list[str]) -> None:
    told = tell(text)
    (claim,) = told.claims()

    assert words_of(told, claim.subject.toponym_ids) == ends


def test_the_coast_belongs_to_what_is_quoted() -> None:
    (claim,) = tell("[Kyiv] lies 440 km off the [Boxlandic~Boxland] coast.").claims()

    assert claim.span.text == "440 km off the Boxlandic coast"


def test_two_figures_of_one_place_are_both_said_of_it() -> None:
    told = tell("[Kyiv] lies just 440 km off the [Boxlandic~Boxland] coast and 470 km from [Lviv].")

    assert [words_of(told, claim.subject.toponym_ids) for claim in told.claims()] == [
        ["Kyiv", "Boxlandic"],
        ["Kyiv", "Lviv"],
    ]


@pytest.mark.parametrize(("text", "words"), NO_SUBJECT)
def test_what_has_no_place_of_its_own_cannot_be_told(text: str, words: str) -> None:
    told = tell(text)
    (claim,) = told.claims()
    (check,) = told.checks()

    assert claim.subject.toponym_ids == ()
    assert check.verdict is Verdict.NOT_ENOUGH_INFO
    assert check.reason == f"The article names no place of its own for what lies {words}."


@pytest.mark.parametrize(("text", "ends", "bearing_deg", "places"), FROM_HERE)
def test_a_direction_without_an_anchor_counts_from_where_the_story_is(
    text: str, ends: list[str], bearing_deg: float, places: list[str]
) -> None:
    told = tell(text)
    (claim,) = told.claims()

    assert words_of(told, claim.subject.toponym_ids) == ends
    assert words_of(told, claim.subject.taken_from) == places
    assert claim.bearing_deg == bearing_deg
    assert "where the story is" in claim.subject.reason


@pytest.mark.parametrize(
    "text",
    [
        "[Kyiv], 90 km to the south, is dark.",  # nothing to count from
        "[Chernobyl] is dark. Rain came to [Kyiv] and fell 90 km to the south.",
        "[Chernobyl] is dark. [Kyiv] lies 90 km to the offshore.",
        "[Chernobyl] is dark. [Boxland], 90 km to the south, is not.",
    ],
)
def test_a_direction_that_belongs_to_no_known_place_is_left_alone(text: str) -> None:
    assert tell(text).claims() == ()


def test_a_way_with_a_direction_starts_where_the_story_is() -> None:
    told = tell("[Chernobyl] was cleared. Some drove the 90 km south to [Kyiv] at night.")
    (claim,) = told.claims()
    (check,) = told.checks()

    assert claim.kind is ClaimKind.ROUTE_LENGTH
    assert words_of(told, claim.subject.toponym_ids) == ["Chernobyl", "Kyiv"]
    assert claim.bearing_deg == 180.0
    assert check.verdict is Verdict.SUPPORTED
    assert check.reason.endswith("Where it is counted from is not said: Chernobyl was taken.")


def test_a_way_with_a_direction_and_nowhere_to_start_is_none() -> None:
    assert tell("Some drove the 90 km south to [Kyiv] at night.").claims() == ()


def test_a_wrong_figure_is_doubted_where_another_start_would_do() -> None:
    right = tell("[LVIV|Lviv] – It rained in [Chernobyl]. [Kyiv], 90 km to the south, is dark.")
    other = tell("[LVIV|Lviv] – It rained in [Chernobyl]. [Kyiv], 9,000 km to the south, is dark.")
    miles = tell("It rained in [Chernobyl]. [Kyiv], 56 km to the south, is dark.")
    (doubted,), (unclear,), (refused,) = right.checks(), other.checks(), miles.checks()

    assert doubted.verdict is Verdict.NOT_ENOUGH_INFO
    assert "the words do not name Lviv, and it would hold for Chernobyl." in doubted.reason
    assert unclear.verdict is Verdict.NOT_ENOUGH_INFO
    assert "the words do not name one of the two places" in unclear.reason
    # At the very distance of Chernobyl, but for the unit: nobody guesses such a place.
    assert refused.verdict is Verdict.REFUTED


def test_the_direction_of_a_distance_is_read() -> None:
    (claim,) = tell("[Chernobyl] lies 90 km to the north-west of [Kyiv].").claims()

    assert claim.bearing_deg == 315.0


@pytest.mark.parametrize(
    ("words", "degrees"),
    [
        ("north", 0.0),
        ("South-West", 225.0),
        ("north north east", 22.5),
        ("WSW", 247.5),
        ("inland", None),
        ("", None),
    ],
)
def test_points_of_the_compass(words: str, degrees: float | None) -> None:
    assert bearing_of(words) == degrees


def test_a_place_named_since_the_last_distance_is_a_new_subject() -> None:
    told = tell(
        "Walls shook in [Chernobyl], 90 km from [Kyiv], and in [Arica], 11 miles from "
        "[the border|frontier]; [Piura] lies 200 km from [Lima]."
    )

    assert [words_of(told, claim.subject.toponym_ids) for claim in told.claims()] == [
        ["Chernobyl", "Kyiv"],
        ["Arica", "the border"],
        ["Piura", "Lima"],
    ]


def test_the_dateline_is_not_what_the_town_is() -> None:
    told = tell("[LVIV|Lviv] – Ships lay in [Callao]. The port lies 11 km from [Lima].")
    (claim,) = told.claims()

    assert words_of(told, claim.subject.toponym_ids) == ["Callao", "Lima"]
    assert words_of(told, claim.subject.taken_from) == ["Callao", "LVIV"]


def test_a_refusal_is_doubted_where_it_may_be_another_town() -> None:
    told = tell("[LVIV|Lviv] – Ships lay in [Callao]. The city is 470 km from [Kyiv].")
    (check,) = told.checks()

    assert check.verdict is Verdict.NOT_ENOUGH_INFO
    assert check.reason.endswith("it would hold for Lviv.")


def test_the_city_is_the_one_that_the_story_is_in() -> None:
    told = tell("[LVIV|Lviv] – It rained. [Kyiv] is 470 km east of the city by road.")
    (claim,) = told.claims()

    assert claim.span.text == "470 km east of the city"
    assert words_of(told, claim.subject.toponym_ids) == ["Kyiv", "LVIV"]
    assert claim.bearing_deg == 90.0


def test_directions_in_one_sentence_are_all_seen_from_one_place() -> None:
    told = tell(
        "[Kyiv] is dark. [Chernobyl], 90 km to the north, is not; [Lviv], 470 km to the west, is."
    )

    assert [words_of(told, claim.subject.toponym_ids) for claim in told.claims()] == [
        ["Chernobyl", "Kyiv"],
        ["Lviv", "Kyiv"],
    ]


def test_a_border_between_states_is_said_to_be_out_of_reach() -> None:
    (claim,) = tell("[Piura] is just 5 miles from the Kentucky border.").claims()

    assert "only those between countries are known" in claim.subject.reason
