"""Statements of waters, regions, lines and nearness in the ways in which news has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

WATERS = [
    ("The Dead Sea lies between Israel and Jordan.", HOLDS),
    ("The Dead Sea lies between Egypt and Sudan.", FAILS),
    ("The Baltic Sea lies between Sweden and Poland.", HOLDS),
    ("Lake Constance lies between Germany and Poland.", FAILS),
    ("The Strait of Gibraltar lies between Spain and Italy.", FAILS),
    # Both are on it, but perhaps on the same side; or one is near it at least.
    ("The Baltic Sea lies between Poland and Lithuania.", UNKNOWN),
    ("The Mediterranean lies between Portugal and Morocco.", UNKNOWN),
    # A land that is near neither of two is not between them.
    ("Jordan lies between Turkey and Bulgaria.", FAILS),
    ("Denmark lies between Sweden and the Netherlands.", HOLDS),
    ("Vanuatu, a chain of islands, lies between Fiji and New Caledonia.", HOLDS),
    ("The archipelago of Tuvalu lies about halfway between Hawaii and Australia.", HOLDS),
    ("Tuvalu lies halfway between Hawaii and Alaska.", FAILS),
    ("Iceland lies between Norway and Greenland.", UNKNOWN),
]

REGIONS = [
    ("The state of Alaska borders the province of Alberta.", FAILS),
    ("The state of Alaska borders British Columbia.", HOLDS),
    ("The state of Texas borders Chihuahua.", HOLDS),
    ("Nevada borders Sonora.", FAILS),
    ("Ontario borders Quebec.", HOLDS),
    ("Saxony borders Tyrol.", FAILS),
    # Both have a border with the other's country, but which regions meet is not known.
    ("Bavaria borders Salzburg.", UNKNOWN),
    ("Ohio borders Ontario.", UNKNOWN),
]

NEARNESS = [
    ("Hamburg is twice as far from Munich as from Berlin.", HOLDS),
    ("Hamburg is five times as far from Munich as from Berlin.", FAILS),
    ("Hamburg is more than twice as far from Munich as it is from Berlin.", HOLDS),
    ("Munich is twice as far from Hamburg as Berlin is.", HOLDS),
    ("It is ten times as far from Berlin to Munich as to Leipzig.", FAILS),
    # By road it may be another multiple than on the map.
    ("Hamburg is three times as far from Munich as from Berlin.", UNKNOWN),
    ("Hamburg is twice as far from Munich as ever.", None),
    ("Bratislava is the nearest foreign capital to Vienna.", HOLDS),
    ("Prague is the nearest foreign capital to Vienna.", FAILS),
    ("The nearest foreign capital to Graz is Ljubljana.", HOLDS),
    ("Kyiv is the nearest foreign capital to Lviv.", FAILS),
    ("Vilnius, the nearest foreign capital to Minsk, was calm.", HOLDS),
    ("Tallinn's nearest foreign capital is Helsinki.", HOLDS),
    # Which city is the capital of a land beside it is disputed.
    ("Amman is the nearest foreign capital to Haifa.", UNKNOWN),
]

SUBJECTS = [
    ("Graz is pleased with Linz and is 145 km southwest of Vienna.", HOLDS),
    ("Linz is pleased with Graz and is 445 km west of Vienna.", FAILS),
    ("Brno is, as the crow flies, 110 km to the north of Vienna.", HOLDS),
]

# Two figures, of which the second is said of the same place, or of another that stands beside it.
SECOND = [
    "Bratislava is 55 km from Vienna, which is larger, and 160 km west of Budapest.",
    "Bratislava is 55 km from Vienna, which is larger, and lies 160 km west of Budapest.",
    "Prague is 250 km from Vienna, and Brno, as the crow flies, 110 km north of Vienna.",
]

CIRCLES = [
    ("Zhytomyr is inside a 200 km circle around Kyiv.", HOLDS),
    ("Zhytomyr is within a radius of 200 km of Kyiv.", HOLDS),
    ("Lviv is inside a 50 km circle around Kyiv.", FAILS),
    ("Lviv lies within a radius of 200 km around Kyiv.", FAILS),
    ("They searched every village within a 30-km radius of Kyiv.", None),
    ("Schools were shut within 40 km of Vienna, a circle that takes in Baden.", HOLDS),
    ("A 30-km circle around Gyumri takes in Yerevan.", FAILS),
    ("A circle of 90 km around Gyumri takes in Yerevan.", HOLDS),
    ("A 30-km circle around Gyumri takes in Yerevan's best pupils.", None),
]

OCEANS = [
    ("The state of Bavaria is in the south of Germany.", HOLDS),
    ("The state of Bavaria is in the north of Germany.", FAILS),
    ("The region of Galicia is in the northeast of Spain.", FAILS),
    ("They flew to Reunion, a French overseas department.", HOLDS),
    ("They walked along the Rhine, which flows through Germany.", HOLDS),
    ("The Rhine flows through Spain.", UNKNOWN),
    ("The Rhine flows through meadows.", None),
    # The end of a coast beside a border may be missing on the map.
    ("Eilat lies on the Red Sea.", UNKNOWN),
    ("Mombasa is a port on the Indian Ocean.", HOLDS),
    ("Mombasa is on the Atlantic Ocean.", FAILS),
    ("Nairobi is on the Indian Ocean.", FAILS),
    ("Walvis Bay lies on the Atlantic.", HOLDS),
    # Where one ocean ends and a sea begins is not drawn here.
    ("Cape Town lies on the Indian Ocean.", UNKNOWN),
    ("Barcelona lies on the Atlantic.", UNKNOWN),
]

PARTS = [
    ("Bolivia and Paraguay are the only two countries in South America without a coast.", HOLDS),
    ("Bolivia and Peru are the only landlocked countries in South America.", FAILS),
    ("Akureyri, the largest town of northern Iceland, was calm.", HOLDS),
    ("Turin is the largest city in northern Italy.", FAILS),
    ("Turin is the second-largest city in northern Italy.", HOLDS),
    ("Kaduna is the largest city in the north of Nigeria.", FAILS),
    ("Whitehorse, the biggest city in Canada's north, was calm.", HOLDS),
    ("Houston is the largest city in southern Texas.", HOLDS),
    # Where a part ends is seen in several ways, and a part by name may lie elsewhere.
    ("Malmo is the largest city in southern Sweden.", UNKNOWN),
    ("London is the largest city in southwestern Ontario.", UNKNOWN),
    # Towns of islands far away are not compared.
    ("Faro is the largest city in southern Portugal.", UNKNOWN),
    ("The state of Montana, the fourth-largest state, has buses.", HOLDS),
]

DEGREES = [
    ("Helsinki lies at 60.2 N, 24.9 E.", HOLDS),
    ("Helsinki lies at 60.2 N, 24.9 W.", FAILS),
]

AREAS = [
    ("France is about 45,000 square kilometres larger than Spain.", None),
    ("The 316-square-kilometre island of Malta was calm.", HOLDS),
    ("The 916-square-kilometre island of Malta was calm.", FAILS),
]

WAYS = [
    ("Everest is 238 metres higher than K2.", HOLDS),
    ("Everest is 938 metres higher than K2.", FAILS),
    ("K2 is 238 metres higher than Everest.", FAILS),
    ("The Nile is about 1,900 km longer than the Congo.", HOLDS),
    ("France is about 42,000 square kilometres larger than Spain.", HOLDS),
    ("France is about 90,000 square kilometres larger than Spain.", UNKNOWN),
    ("Hamburg is about as far from Berlin as Dresden is from Nuremberg.", HOLDS),
    ("Hamburg is about as far from Munich as Dresden is from Leipzig.", FAILS),
    ("Graz is about as far from Vienna as Linz is from Salzburg.", UNKNOWN),
    ("Lesotho has an area of 30,400 square kilometres, roughly that of Belgium.", HOLDS),
    ("Lesotho has an area of 30,400 square kilometres, roughly that of Portugal.", FAILS),
]

TOWNS = [
    ("Envoys met in Geneva, between Russia and Ukraine, on Friday.", None),
    ("The talks in Geneva, between Madrid and Barcelona, went on.", None),
    # It may go on between the two.
    ("They sang in Hamburg, between Munich and Leipzig, on Friday.", UNKNOWN),
    ("A fire broke out in Zaragoza, between Madrid and Barcelona, on Friday.", HOLDS),
    ("A bus broke down in Bloemfontein, halfway between Johannesburg and Cape Town.", FAILS),
    ("A match in Brno, lost between Prague and Vienna, was long.", None),
]

BORDERS = [
    ("Gabon borders Cameroon to the north.", HOLDS),
    ("Gabon borders Cameroon to the south.", FAILS),
    ("Kenya, bordered by Tanzania to the south, was calm.", HOLDS),
    ("Kenya, bordered by Ethiopia to the south, was calm.", FAILS),
    ("Zurich borders a lake to the south.", None),
    ("Rousse and Giurgiu face each other across the Danube.", HOLDS),
    ("Rousse and Giurgiu face each other across the Sava.", FAILS),
    ("Rousse and Giurgiu face each other across the Volga.", UNKNOWN),
    ("Rousse and Giurgiu face each other in the final.", None),
    ("They met in Armenia, which has no border with Russia.", HOLDS),
    ("They met in Armenia, which has no border with Iran.", FAILS),
]

HEIGHTS = [
    ("Everest is 238 metres higher than K2.", None),
    ("Thabana Ntlenyana, a mountain of snow, rises to 3,482 metres.", HOLDS),
    ("Thabana Ntlenyana, a mountain of snow, rises to 4,482 metres.", FAILS),
    ("Quito is at 2,850 metres.", HOLDS),
]

LATITUDES = [
    ("Madrid is on about the same latitude as New York.", HOLDS),
    ("Madrid is on about the same latitude as Oslo.", FAILS),
]

LENGTHS = [
    ("The 50-kilometer Channel Tunnel was shut.", HOLDS),
    ("The 80-kilometer Channel Tunnel was shut.", FAILS),
    ("The Trans-Siberian Railway, which is 9,289 km long, was closed.", HOLDS),
    ("The Trans-Siberian Railway, which is 4,289 km long, was closed.", FAILS),
    ("The road to Graz, 80 km long, was closed.", None),
]

LINES = [
    ("The line, 440 km long, runs from Ankara to Istanbul.", HOLDS),
    ("The line, 100 km long, runs from Vienna to Linz.", FAILS),
    ("The road, which is 300 km long, links Lisbon with Porto.", HOLDS),
    ("The Vienna-Bratislava line is 60 km long.", HOLDS),
    ("The 300-km line, opened in 1999, runs from Ankara to Konya.", HOLDS),
    ("The railway between Ankara and Konya, 306 km long, was closed.", HOLDS),
    ("The power line, 900 km long, runs from Ankara to Konya.", None),
]

ALL = [
    *((ClaimKind.LENGTH, *row) for row in LENGTHS),
    *((ClaimKind.ROUTE_LENGTH, *row) for row in LINES),
    *((ClaimKind.CONTAINMENT, *row) for row in OCEANS),
    *((ClaimKind.SUPERLATIVE, *row) for row in PARTS),
    *((ClaimKind.COORDINATES, *row) for row in DEGREES),
    *((ClaimKind.AREA, *row) for row in AREAS),
    *((ClaimKind.COMPARISON, *row) for row in WAYS),
    *((ClaimKind.BETWEEN, *row) for row in TOWNS),
    *((ClaimKind.ADJACENCY, *row) for row in BORDERS),
    *((ClaimKind.HEIGHT, *row) for row in HEIGHTS),
    *((ClaimKind.BEARING, *row) for row in LATITUDES),
    *((ClaimKind.SEPARATION, *row) for row in (*CIRCLES, *SUBJECTS)),
    *((ClaimKind.BETWEEN, *row) for row in WATERS),
    *((ClaimKind.ADJACENCY, *row) for row in REGIONS),
    *((ClaimKind.COMPARISON, *row) for row in NEARNESS),
]


@pytest.mark.parametrize(
    ("kind", "text", "verdict"), ALL, ids=[f"{kind.value}: {text}" for kind, text, _ in ALL]
)
def test_a_statement_is_found_and_judged(
    kind: ClaimKind, text: str, verdict: Verdict | None, services: Services
) -> None:
    found = verdicts(text, kind, services)

    assert found == ([] if verdict is None else [verdict])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya borders Uganda to the west and Somalia to the east.", [HOLDS, HOLDS]),
        ("Kenya borders Uganda to the east and Somalia to the west.", [FAILS, FAILS]),
        ("Laos borders Vietnam to the east and Cambodia to the north.", [HOLDS, FAILS]),
        # That it borders it at all is said too.
        ("To the west, Kenya borders Somalia.", [FAILS, HOLDS]),
    ],
)
def test_neighbours_lie_on_the_sides_that_are_told(
    text: str, wanted: list[Verdict], services: Services
) -> None:
    assert verdicts(text, ClaimKind.ADJACENCY, services) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The city, which is 119 km south of the capital, was flooded.", HOLDS),
        ("The city, 119 km south of the capital, was flooded.", HOLDS),
        # Which town is meant is not said, so it is not refused.
        ("The city, 319 km south of the capital, was flooded.", UNKNOWN),
    ],
)
def test_neither_end_need_be_named_again(said: str, wanted: Verdict, services: Services) -> None:
    text = f"Taipei was calm. People left Hualien. {said}"

    assert verdicts(text, ClaimKind.SEPARATION, services) == [wanted]


@pytest.mark.parametrize(("figure", "wanted"), [("about 150 km", UNKNOWN), ("about 250 km", HOLDS)])
def test_a_road_far_shorter_than_the_straight_line_is_not_confirmed(
    figure: str, wanted: Verdict, services: Services
) -> None:
    text = f"The road from Accra to Kumasi is {figure} long."

    assert verdicts(text, ClaimKind.ROUTE_LENGTH, services) == [wanted]


@pytest.mark.parametrize("text", SECOND)
def test_a_second_figure_has_the_subject_that_its_clause_has(text: str, services: Services) -> None:
    assert verdicts(text, ClaimKind.SEPARATION, services) == [HOLDS, HOLDS]
