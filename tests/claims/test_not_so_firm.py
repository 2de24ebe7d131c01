"""Figures that are true as a reader takes them, or not said as facts: none of them is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse
from tests.claims.verdicts import verdict_of

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


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
        # Where a town lies says nothing of its rank among those that lie there.
        ("Narvik is the largest town north of the Arctic Circle.", UNKNOWN),
        ("Narvik is a large town north of the Arctic Circle.", HOLDS),
        ("Haparanda, the oldest town on the border with Finland, was dry.", UNKNOWN),
        ("Haparanda, an old town on the border with Finland, was dry.", HOLDS),
        # Without a date the clocks of these days count: Kazakhstan has one time since 2024.
        ("Astana is two hours ahead of Moscow in winter.", HOLDS),
        ("Astana is three hours ahead of Moscow.", FAILS),
        ("Nepal is nine hours ahead of Brasilia.", UNKNOWN),
        ("Nepal is ten hours ahead of Brasilia.", FAILS),
        ("India is five hours ahead of London.", FAILS),
        # The smallest of all has no whole square kilometre.
        ("Tuvalu is the fourth-smallest country in the world.", HOLDS),
        ("San Marino is the fourth-smallest country in the world.", FAILS),
        ("Monaco is the smallest country in the world.", FAILS),
        # Territories of a country have borders as well.
        ("France's longest border is with Brazil.", UNKNOWN),
        ("Suriname shares a border with France.", UNKNOWN),
        ("Suriname shares a border with Portugal.", FAILS),
        # Small islands lie nearer than the main lands do.
        ("Sri Lanka is 29 km from India.", UNKNOWN),
        ("Australia is 5 km from Papua New Guinea.", UNKNOWN),
        ("Sicily is 145 km from Tunisia.", HOLDS),
        ("Sicily is 345 km from Tunisia.", FAILS),
        # An island without a time of its own may keep any of its country's.
        ("Jakarta is two hours behind Flores.", UNKNOWN),
        ("Jakarta is an hour behind Bali.", HOLDS),
        # An exclave is the region, and not its town.
        ("Poland fears for 64 km between Belarus and the Russian exclave of Kaliningrad.", HOLDS),
        ("Russia's Kaliningrad exclave borders Poland and Belarus.", FAILS),
        # A list of neighbours goes on behind an aside; a base abroad is no neighbour.
        ("Andorra borders only France and, to the south, Spain.", HOLDS),
        ("Nepal borders only India, China and, in the east, Bhutan.", FAILS),
        ("The United States borders only Canada and Mexico.", HOLDS),
        # What stands behind an aside is said of what the sentence opens with.
        ("Slovakia, tucked between Hungary and Poland, has no coast.", HOLDS),
        ("Zahony is 106 km from Debrecen, a big city, and across the river from Chop.", HOLDS),
        # Islands are no mainland, and any region may be meant by "the region".
        ("Tarifa, Europe's southernmost mainland town, was dry on Monday.", UNKNOWN),
        ("Carnarvon is the largest town in the region.", UNKNOWN),
        ("Ballarat is the largest city in the state.", FAILS),
        # Clocks that agree in winter do not in summer, nor all year.
        ("Iceland keeps the same time as Ireland in winter.", HOLDS),
        ("Iceland keeps the same time as Ireland in summer.", FAILS),
        ("Iceland keeps the same time as Ireland all year round.", FAILS),
        ("Italy keeps the same time as Poland all year round.", HOLDS),
        # The capital of a region is not the region.
        ("Kholmsk is 53 km west of the Sakhalin capital.", UNKNOWN),
        ("Brisbane shut. Cairns is 1,390 km northwest of the Queensland capital.", HOLDS),
        ("Brisbane shut. Cairns is 1,390 km south of the Queensland capital.", FAILS),
        ("Albany is 388 km from the Western Australia capital, Perth.", HOLDS),
        # What has a destination is no place, and what goes on from there is a longer way.
        ("The jet vanished on its way from Nadi, 60 km from its destination, Suva.", UNKNOWN),
        ("It is 1,000 km from Durban to Bloemfontein and on to Windhoek.", UNKNOWN),
        ("It is 1,900 km from Durban to Bloemfontein.", FAILS),
        # A region borders states and countries; the smallest countries have less than 1 km².
        ("Xinjiang, in the far west of China, borders eight countries.", HOLDS),
        ("Xinjiang, in the far west of China, borders five countries.", FAILS),
        ("San Marino is the fifth-smallest country in the world.", HOLDS),
        ("San Marino is the third-smallest country in the world.", FAILS),
        # A question states nothing, but for what it takes as known.
        ("Is Turin 20 km from Milan? Nobody on the train knew.", UNKNOWN),
        ("Is Turin, 20 km from Milan, in Piedmont?", FAILS),
        # Who is chased is fast, and what crawls may be something else.
        ("Police followed the car from Malmo to Gothenburg in less than two hours.", UNKNOWN),
        ("Police followed the car from Malmo to Gothenburg in less than an hour.", FAILS),
        ("She flew from Halifax to Whitehorse. She paddled on at 47 km a day.", UNKNOWN),
        # From a place that is not named a slip of units tells nothing against the direction.
        ("DULUTH - Two left Duluth. One went back to Marquette, 145 miles to the west.", UNKNOWN),
        ("DULUTH - Two left Duluth. One went back to Marquette, 361 miles to the east.", FAILS),
        ("A quake was felt in Guatemala City, 115 km away, and in San Salvador.", UNKNOWN),
        # A journey told before and behind a figure is not over there.
        ("She left Oslo. After a trip of 520 km she was in Rome. She went on to Bari.", UNKNOWN),
        # The dateline is not what its first sentence opens with.
        ("GRAZ (AP) - Linz, where ships call, is 155 km west of Vienna.", HOLDS),
        ("GRAZ, Austria - Linz, whose port is busy, is 155 km east of Vienna.", FAILS),
        # A name with a figure of its own is not that of the capital before it.
        ("BAMAKO - Kayes is 427 km northwest of the capital, Sikasso 289 to the southeast.", HOLDS),
        ("Dhaka is half an hour behind Yangon and half an hour ahead of Delhi.", HOLDS),
        ("Dhaka is half an hour behind Yangon and an hour ahead of Delhi.", FAILS),
        # Whose straits belong to which sea is seen in two ways.
        ("Gotland is the largest island in the Baltic Sea.", UNKNOWN),
        ("Is Punta Gorda, in the south, closer to Guatemala City than to Belmopan?", UNKNOWN),
        # A town has no neighbours of its own, and rules of clocks are those of today.
        ("Salta, a cool city, borders three countries.", UNKNOWN),
        ("Argentina borders three countries.", FAILS),
        ("Paraguay keeps the same time as Buenos Aires.", HOLDS),
        # Where a story is told from is not where the thing is that it tells of.
        ("VALLETTA - Divers have found a British bomber 5 miles off Marsaskala.", UNKNOWN),
        ("VALLETTA - Valletta lies 4 miles from Marsaskala.", HOLDS),
        # A rocket is no aircraft, and a trip from a land may begin anywhere in it.
        ("A rocket flew from Kourou to Dakar in ten minutes.", UNKNOWN),
        ("A jet flew from Kourou to Dakar in ten minutes.", FAILS),
        ("Drones flew 1,400 km from Ukraine to Tatarstan.", UNKNOWN),
        ("Drones flew 90 km from Ukraine to Tatarstan.", FAILS),
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
