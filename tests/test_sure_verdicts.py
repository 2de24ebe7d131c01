"""A verdict is firm only where subject, anchor and way are sure: whole sentences, real places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Check, Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


def checked(text: str, services: Services) -> Check:
    """Check the last figure of a text."""
    return analyse(Source(text=text), services).checks[-1]


@pytest.mark.parametrize(
    "text",
    [
        # The place named before is not where the thing is.
        "ATHENS (AP) - A helicopter went down on Friday. It was 30 km south of Tripoli.",
        "The freighter burned 60 km south of Mogadishu and 900 km north of Mombasa.",
        "The cyclone, which struck Madagascar on Sunday, was 90 km west of Durban on Tuesday.",
        "Troops pushed north from Mykolaiv to 400 km from the border with Belarus.",
        # The way is not the direct one, or has no two points for ends.
        "The third stage of the tour covered 190 km from Pamplona to Logrono.",
        "She drove 800 km from Spain to Italy.",
        "A jet from Doha to Sydney turned back, which made for a 10-hour flight.",
        # What the sentence names is no place that we know, whatever else it names.
        "Brixlow, where Vienna's fair is held, lies 22 km north of Bratislava.",
        # A thing met first is no place, and no country is so far from a town of its own.
        "Poland shut a post 60 km from Elblag.",
        "Kassala opened a clinic 80 km from Khartoum.",
        "Troops are in Izium, 115 km south-east of Kharkiv, and a depot 30 km from Dnipro burned.",
        # Nobody is wrong by so many times.
        "Palma, 25 km south of the Tanzanian border, was shelled.",
        "The county of Pest, Hungary, 45 km east of Budapest, was flooded.",
        # Who does something there is not where the place beside their name is.
        "Soldiers based in Lviv trained 30 km from the Romanian border last month.",
        "Paris, where the talks go on, is quiet; the nearest protest was 60 km from Lyon.",
        "The governor of Kano was in a convoy 80 km from Abuja when shots were fired.",
        "Prague and Vienna get a line whose first stretch ends 60 km from Brno.",
        "Murmansk fishermen lost their nets 100 km from Norway.",
        "Peru has found gold 40 km from Cusco.",
        "The pilot, a man from Perth, came down 70 km from Broome and walked to a road.",
        "A court in Bari heard that the yacht was 40 miles from Corfu and 90 miles from Brindisi.",
        "Wadowice is calm. Brzlow lies 11 km from Wadowice and 37 km from the capital Krlow.",
        # Nobody counts from the edge of a large town without saying so.
        "Seme lies 50 km from Lagos.",
        # Who drove so far may have driven there and back.
        "She rushed from Lulea to Narvik. “We drove 900 kilometres for nothing,” she said.",
        # A place that somebody left, and one who went on from there, is not where he is now.
        "From Yucatan, where she was tagged, the turtle swam to within 100 miles of Jamaica.",
        "Out of Cork, the rower kept west until she was 300 miles from Newfoundland.",
        # The middle of a desert is not where a town in it is.
        "In the Sahara, 400 km south of Algiers, a town has run dry.",
        # A cable or pipeline is laid along no way.
        "The cable from Marseille to Singapore is 20,000 km long.",
        # Between the nearest points of an island and a region, both called after their towns.
        "Sado, a Japanese island, lies about 31 kilometres from Niigata at the closest point.",
        # Who gives a direction does not say that the way is the road.
        "They live in Rukla, 100 km north-west of Vilnius.",
        # A town in a country is at no distance from it.
        "Ghana is calm. Kumasi lies 3 km from Ghana.",
        # A part of a way is no whole, nor is the time that it took.
        "From Lyon she went on another 30 km towards Geneva before the engine died.",
        "He took the bus from Lima to Huancayo and cycled the final 40 km to the mine.",
        "On the train from Nairobi to Mombasa, the first 40 miles of the journey took an hour.",
        # A place of this name is not sure to be the one meant.
        "The van crashed near San Juan, about 20 miles south of Lima.",
    ],
)
def test_nothing_firm_is_said_of_what_has_no_sure_place_or_way(
    text: str, services: Services
) -> None:
    assert checked(text, services).verdict is UNKNOWN or checked(text, services).only_if


def test_a_part_of_a_road_that_is_to_be_widened_is_no_length_of_it(services: Services) -> None:
    text = "Of the road from Almaty to Bishkek another 40 km are to be widened."
    assert not analyse(Source(text=text), services).claims
    whole = "The road from Almaty to Bishkek is 40 km long."
    assert [one.verdict for one in analyse(Source(text=whole), services).checks] == [
        Verdict.REFUTED
    ]


@pytest.mark.parametrize(
    "text",
    [
        # A place named in another phrase is no far end.
        "The patrol rested in Nyala, some 20 km from a shelter for families of Khartoum.",
        # What somebody else walked meanwhile is no way of the coach.
        "A coach from Lima to Cusco broke down. The driver walked 12 km to a garage.",
        "The freighter sailed from Santos to Hamburg. Its captain swims 2 km a day.",
        # How wide a strait is is no distance of its two towns.
        "The strait between Calais and Dover is 34 km wide.",
        # What a way is longer by is no way.
        "The detour adds 300 km to the trip from Lima to Cusco.",
        "Going round the Cape adds some 2,000 nautical miles to a voyage from Bombay to Genoa.",
    ],
)
def test_a_figure_of_something_else_is_no_claim(text: str, services: Services) -> None:
    assert not analyse(Source(text=text), services).claims


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # Whose the anchor is does not make it the anchor.
        ("Nairobi lies 440 km northwest of Kenya's port city of Mombasa.", HOLDS),
        ("Nairobi lies 1,440 km northwest of Kenya's port city of Mombasa.", FAILS),
        # What stands beside an anchor is the anchor said again.
        ("Manila is more than 2,500 km south of South Korea's capital Seoul.", HOLDS),
        ("Alexandria is 180 km from Cairo, Egypt's capital, and 620 km from Beirut.", HOLDS),
        # Main land to main land, and no overseas lands.
        ("South Korea is 200 km from Japan.", HOLDS),
        ("Taiwan lies 160 km off China's coast.", HOLDS),
        ("Brazil is 7,400 km from France.", HOLDS),
        # The country that the words name has the border.
        ("The Polish border is 40 km from Dnipro.", FAILS),
        ("Lviv is 60 km from the Polish border.", HOLDS),
        # What lies there is what the sentence is about, not what is named beside it.
        ("Krakow, where a prince of Hungary was king, lies 250 km south of Warsaw.", HOLDS),
        ("Krakow, which has a fair like that of Nuremberg, is 850 km south of Warsaw.", FAILS),
        # Both ends stand in words of their own.
        ("From Perm it is about 450 km south to Chelyabinsk.", HOLDS),
        ("From Perm it is about 950 km to Chelyabinsk.", FAILS),
        ("Perm, a town on the Kama, and Kazan are 500 km apart.", HOLDS),
        ("Perm, a town on the Kama, and Kazan are 90 km apart.", FAILS),
        ("It was a long haul, the 500 kilometers between Perm, a big town, and Kazan.", HOLDS),
        # The far end is told by what stands before.
        ("Perm is 500 km from Kazan. Chelyabinsk lies 450 km southeast of it.", HOLDS),
        ("They left Graz for Perm. Kazan is 500 km west of the Russian city.", HOLDS),
        (
            "They go from Perm to Kazan, and from there to Samara, another 296 km to the south.",
            HOLDS,
        ),
        (
            "They go by train from Perm to Kazan, 500 km west-southwest, and by bus to Samara.",
            HOLDS,
        ),
        # A time is said of the trip in its own sentence, not of another to the same town.
        (
            (
                "They walked from Piura to Lima. A plane landed in Arequipa. From there the aid "
                "was driven to Lima, a trip of 15 hours."
            ),
            HOLDS,
        ),
        # Where a place lies is no trip, whatever trips are told of beside it.
        ("The loop goes by Samara, a city 150 km south of Kazan, and Perm.", FAILS),
        # What stands right beside the figure is what it is said of.
        ("Quimper, 50 km south of Brest, and Rennes, 210 km east of Brest, saw marches.", HOLDS),
        ("Dubrovnik, 165 km from Split, and Split, 260 km south of Zagreb, have none.", HOLDS),
        ("He left Bern, 95 km from Zurich, and Basel, a port 375 km from Zurich.", FAILS),
        ("Damaturu is 130 km west of Maiduguri, which is 690 km north-east of Abuja.", HOLDS),
        ("Brolo shuts its mill in Tampere, 160 km from Helsinki.", HOLDS),
        # "The two cities" and "the capital" are those that the story names.
        ("Tabatinga and Manaus are poor. The two cities are 1,100 km apart.", HOLDS),
        ("Rain fell in Kassala, then Khartoum. Port Sudan is 250 km east of the capital.", FAILS),
        ("Rain fell in Perth. Broome lies 1,680 km north-east of the state capital.", HOLDS),
        ("A plane from Madrid to Lisbon put down in Porto instead, 270 km to the north.", HOLDS),
        ("Tirana itself is 32 kilometers (20 miles) from the sea.", HOLDS),
        ("Kassala is barely 25 kilometres from the Eritrean border.", HOLDS),
        ("The bus crashed near Cusco in Peru, about 570 km southeast of Lima.", HOLDS),
        ("Plows from Fort Collins, Colorado, 65 km southwest of Cheyenne, went.", HOLDS),
        # Of two towns that lie wholly apart, however near, none lies on the opposite side.
        ("Haarlem lies some 20 kilometres east of Amsterdam.", FAILS),
        ("Haarlem lies some 20 kilometres west of Amsterdam.", HOLDS),
        # A bound is strict.
        ("Munich is less than 400 km from Berlin.", FAILS),
        ("Hamburg is less than 270 km from Berlin.", HOLDS),
        # A whole trip is the sum of its legs.
        (
            "He flew from Madrid to Cairo. He then flew from Cairo to Nairobi. "  # noqa: ISC004
            "The whole trip covered 6,900 km.",
            HOLDS,
        ),
        ("The bus from Milan to Rome takes 70 hours.", FAILS),
        ("The train from Milan to Rome takes four hours.", HOLDS),
    ],
)
def test_what_is_sure_is_said_firmly(text: str, verdict: Verdict, services: Services) -> None:
    check = checked(text, services)

    assert (check.verdict, check.only_if) == (verdict, "")


def test_a_direction_leaves_both_the_road_and_the_unit_open(services: Services) -> None:
    check = checked("They live in Sines, 88 miles south of Lisbon.", services)

    assert "road is meant" in check.only_if
    assert any(one.slip and one.fits for one in check.readings)
