"""True statements in plain prose whose words lead to another place, season or journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse
from tests.claims.verdicts import verdict_of

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


def test_of_many_places_one_fits_a_slip_of_units_by_chance(services: Services) -> None:
    text = (
        "ROME - A wolf from near Grosseto has walked to Udine. A ranger from Belluno turned back "
        "at Longarone. In 2012 another came to the hills north of Verona, 250 km as the crow flies."
    )
    assert verdict_of(text, services) is not FAILS


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # The season is that of the number beside it.
        ("In July Queensland is two hours behind Fiji, three in summer.", HOLDS),
        ("Western Australia is two hours behind Sydney, three in summer.", HOLDS),
        ("Western Australia is two hours ahead of Sydney, three in summer.", FAILS),
        ("Western Australia is two hours behind Sydney in summer.", FAILS),
        # "It" is the far end, whatever town is named behind.
        (
            "Beyond Agadez it is dry. Arlit, 205 km north of it, is the last town before Algeria.",
            HOLDS,
        ),
        (
            "Beyond Agadez it is dry. Arlit, 800 km north of it, is the last town before Algeria.",
            UNKNOWN,
        ),
        # What lies in a region lies south of a line, and the region need not.
        (
            "The camp is in the Northern Territory, 300 km south of the Tropic of Capricorn.",
            UNKNOWN,
        ),
        ("The Northern Territory lies south of the Tropic of Capricorn.", UNKNOWN),
        ("Kemi lies 300 km north of the Arctic Circle.", FAILS),
        # Over a gulf towns face each other that lie far apart.
        ("Tallinn faces Helsinki across the Gulf of Finland.", UNKNOWN),
        ("Tallinn faces Rome across the Gulf of Finland.", FAILS),
        # A record is not how long this journey took.
        (
            (
                "The crew sailed 900 nautical miles from Lisbon to Horta at five knots. "
                "The record for the crossing from Lisbon to Horta is two days."
            ),
            HOLDS,
        ),
        # What somebody denies is not stated.
        ("Officials denied that the smoke had drifted 500 km from Kyiv to Moscow.", UNKNOWN),
        ("The army rejected reports that a shell had flown 200 km from Minsk to Kyiv.", UNKNOWN),
        (
            "There is no evidence that the oil drifted 90 km from Bari to Brindisi to Corfu.",
            UNKNOWN,
        ),
        # "The two" are those of the way that the story tells of, and need not be the last named.
        (
            (
                "The night train from Hamburg to Ljubljana was late. Its engine failed in Villach, "
                "near Klagenfurt.\n\nIn a straight line the two cities are 895 km apart."
            ),
            HOLDS,
        ),
        (
            "Villach was dark, and so were Graz and Linz.\n\nThe two cities are 895 km apart.",
            UNKNOWN,
        ),
        ("Crews came from Graz and Linz. The two cities are 163 km apart.", HOLDS),
        ("Crews came from Graz and Linz. The two cities are 506 km apart.", FAILS),
        # Who acts lies somewhere all the same.
        ("Narva faces Ivangorod across the river and is 195 km east of Tallinn.", HOLDS),
        ("Narva faces Ivangorod across the river and lies 195 km west of Tallinn.", FAILS),
        (
            (
                "Mostar is 72 km southwest of Sarajevo, the capital. "
                "The railway between the two is 129 km long."
            ),
            HOLDS,
        ),
        ("Boats go from Oban to Mull and Iona. The two islands are 2 km apart.", UNKNOWN),
        (
            (
                "DILI - Tourists came to East Timor from Darwin. "
                "The flight takes long; the two cities are 720 km apart."
            ),
            UNKNOWN,
        ),
        # What is joined by "and" is said of the subject, not of what it is compared with.
        ("Tampa is warmer than Atlanta and 205 miles from Miami.", HOLDS),
        ("Tampa is warmer than Atlanta and 405 miles from Miami.", FAILS),
        ("Patna is downstream of Varanasi and 470 km from Kolkata.", HOLDS),
        ("Ufa is on the line from Samara to Chelyabinsk and 450 km east of Kazan.", HOLDS),
        ("Perth is far behind Sydney and 2,140 km west of Adelaide.", HOLDS),
        ("Aleppo is poorer than Damascus, older than Homs and 95 km from Gaziantep.", HOLDS),
        ("Bendigo is colder than Melbourne, smaller than Ballarat.", UNKNOWN),
        ("Aalborg is in Jutland, north of Aarhus.", UNKNOWN),
        # A name at the end of an aside is not what the sentence goes on about.
        ("Corsica, north of Sardinia, belongs to France.", UNKNOWN),
        ("Sardinia belongs to France.", FAILS),
        ("Madeira, far off Spain, is larger than France.", UNKNOWN),
        ("Macau, across from Hong Kong, was quiet.", UNKNOWN),
        # An aside behind the far end of a distance is mostly said of the near one.
        ("Tacna is 983 km south of Lima, close to the Chilean border.", HOLDS),
        ("Salto lies 423 km north-west of Montevideo, across the river from Concordia.", HOLDS),
        ("Ciudad del Este is 302 km east of Asuncion, opposite Posadas.", FAILS),
        ("Dubrovnik is 392 km southeast of Zagreb, in the far south of Croatia.", HOLDS),
        ("The mine is 90 km east of Kitwe, close to the Zimbabwean border.", UNKNOWN),
        # What a figure stands beside is not "it".
        ("Derna, a friend of Benghazi and Tobruk, 145 km east of it, was flooded.", HOLDS),
        ("Aden was hit from Lahij, 35 km north of it.", HOLDS),
        (
            (
                "Boats are back on Gotland\n\nVISBY - People came to Gotland on Monday.\n\n"
                "The trip takes long; the two cities are 720 km apart."
            ),
            UNKNOWN,
        ),
    ],
)
def test_a_true_statement_is_not_refused(text: str, verdict: Verdict, services: Services) -> None:
    assert verdict_of(text, services) is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # Two cities that grow into each other, and the direction is the opposite one.
        ("Johannesburg is 55 kilometres north of Pretoria.", UNKNOWN),
        ("Johannesburg is 55 kilometres south of Pretoria.", HOLDS),
        # A hamlet is not meant where a great city of its name is.
        ("The Spanish city of Porto was dry.", UNKNOWN),
        ("The Portuguese city of Porto was dry.", HOLDS),
        ("A school in Tartu, in Latvia, was closed.", FAILS),
        ("A school in Tartu, in Estonia, was closed.", HOLDS),
        ("Rescuers came from Dehradun, the capital of neighbouring Uttar Pradesh.", FAILS),
        ("Rescuers came from Patna, the capital of neighbouring Bihar.", HOLDS),
        ("Rescuers came from Malmo, in neighbouring Norway.", FAILS),
        ("Labrador City is on the island of Newfoundland.", FAILS),
        ("Baku is on the Black Sea.", FAILS),
        ("Baku is on the Caspian Sea.", UNKNOWN),
        # Nothing says that it grew warmer by so much.
        ("It was 30 C (54 F) in Seville.", UNKNOWN),
        ("It was 30 C (86 F) in Seville.", HOLDS),
        ("The lake near Seville is 1.5 C (2.7 F) warmer than in June.", HOLDS),
    ],
)
def test_a_false_statement_does_not_hold(text: str, verdict: Verdict, services: Services) -> None:
    assert verdict_of(text, services) is verdict


def test_of_parts_that_do_not_add_up_the_total_is_refused(services: Services) -> None:
    text = "She rode 310 km from Christchurch to Dunedin and 172 km to Queenstown, 582 km in all."
    analysis = analyse(Source(text=text), services)
    refused = {check.claim_id for check in analysis.checks if check.verdict is FAILS}

    found = [one.span.text for one in analysis.claims if one.id in refused]

    assert found == ["582 km in all"]


@pytest.mark.parametrize(
    "text",
    [
        # From where it landed the figure may be counted, or from what is named behind it.
        "The pilot left Nairobi with a full tank, landed in the bush and flew 200 km to Juba.",
        "The ship left Odesa, was searched off Istanbul and sailed 70 nautical miles to Tekirdag.",
        "A bus from Port Sudan reached El Obeid via Kosti; it then drove 560 km to El Fasher.",
        "A duke rode 20 km to Windsor from an inn beyond Reading, where he came by from Bristol.",
        # Nobody walks what he flew.
        "The climbers came from Kathmandu. They flew to Lukla and walked 60 km to base camp.",
        # What lies so far may be where it happened, and not where they were going.
        "The ferry sank on its way from Batumi to Burgas, some 70 miles north of Samsun.",
        "A man was shot dead on the road to Burgas, some 70 miles north of Samsun.",
        # What is wanted, lost or granted is no coast.
        "Mali, which is landlocked, has sought access to the Atlantic.",
        "Bolivia has lost its coast on the Pacific.",
        "Mali, which is landlocked, has access to the Atlantic by way of Dakar.",
        # Another measure, another rank.
        "Mauna Kea, measured from the floor of the sea, is the tallest mountain in the world.",
    ],
)
def test_what_the_words_leave_open_is_not_refused(text: str, services: Services) -> None:
    analysis = analyse(Source(text=text), services)
    refused = {check.claim_id for check in analysis.checks if check.verdict is FAILS}

    assert [one.span.text for one in analysis.claims if one.id in refused] == []


@pytest.mark.parametrize(
    "text",
    [
        "The convoy left Amman on Monday and drove 90 km to Damascus.",
        "The convoy left Amman on Monday. It drove 520 km to Damascus, its driver said.",
        "A jet was sent from Samarkand, where it came from Jeddah. It flew the 620 km to Aktau.",
        "Mali has access to the Atlantic.",
        "The ferry left for Burgas, some 70 miles north of Samsun.",
        "The president was taken to Burgas, some 70 miles north of Samsun.",
    ],
)
def test_what_the_words_say_is_refused(text: str, services: Services) -> None:
    analysis = analyse(Source(text=text), services)

    assert FAILS in [check.verdict for check in analysis.checks]


@pytest.mark.parametrize(
    ("figure", "verdict"), [("840", UNKNOWN), ("560", HOLDS), ("160", UNKNOWN)]
)
def test_from_a_start_that_is_only_taken_no_guessed_way_holds(
    figure: str, verdict: Verdict, services: Services
) -> None:
    text = (
        "The herders left Agadez with 300 camels. At a well they parted, and 200 camels went "
        f"{figure} kilometres on to Bilma."
    )
    assert verdict_of(text, services) is verdict
