"""What is denied, corrected, or said of what nobody travels by, is held against no map."""

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
        # A figure that a sentence denies is none of its own.
        ("Karachi is not 100 miles from Peshawar, but about 700.", UNKNOWN),
        ("Karachi is 100 miles from Peshawar.", FAILS),
        ("Hobart and Perth are not 300 km apart, as the form assumed.", UNKNOWN),
        ("It is not 300 km from Paris to Marseille but more than twice that.", UNKNOWN),
        ("Graz does not lie 400 km from Vienna.", UNKNOWN),
        ("Graz does not like Vienna, 400 km to the northeast of it.", UNKNOWN),
        ("It does not take three hours to fly from London to Tokyo.", UNKNOWN),
        ("No train takes two hours from Moscow to Vladivostok.", UNKNOWN),
        ("The train takes two hours from Moscow to Vladivostok.", FAILS),
        # Not so what is denied of more than the figure, or only of that alone.
        ("Bonn is not more than 30 km from Cologne.", HOLDS),
        ("Bonn is not only 25 km from Cologne but close to Aachen.", HOLDS),
        ("He did not leave Bonn, 125 km from Cologne.", FAILS),
        ("Graz is neither 400 km from Vienna nor on the Danube.", UNKNOWN),
        ("Nobody claims that Graz is 400 km from Vienna.", UNKNOWN),
        ("She did not say that Graz lies 400 km from Vienna.", UNKNOWN),
        ("She did say that Graz lies 400 km from Vienna.", FAILS),
        ("She did not say much in Graz, 400 km from Vienna.", FAILS),
        ("Suppose Graz is 400 km from Vienna.", UNKNOWN),
        ("He was mistaken in thinking Graz was 400 km from Vienna.", UNKNOWN),
        ("No one thinks Graz is the capital of Austria.", UNKNOWN),
        ("Neither Linz nor Graz is the capital of Austria.", UNKNOWN),
        ("Rumours that Graz is the capital of Austria were denied.", UNKNOWN),
        ("Everybody knows that Graz is the capital of Austria.", FAILS),
        ("The map shows Graz 400 km from Vienna by mistake.", UNKNOWN),
        ("Austria, unlike Hungary, does not border Croatia.", UNKNOWN),
        ("Austria borders Croatia, he thought.", UNKNOWN),
        ("Austria is larger than Poland in culture.", UNKNOWN),
        ("Austria is larger than Poland in area.", FAILS),
        ("Graz is no longer 400 km from Vienna.", UNKNOWN),
        # Of what has a thing of its own the thing is told.
        ("Vienna's airport is large. Graz's is 45 km south of Vienna.", UNKNOWN),
        # What an earlier text had wrong, and what has ended.
        ("An earlier version of this article said that Graz was 400 km from Vienna.", UNKNOWN),
        ("Graz, which the printed edition put 400 km from Vienna, was dry.", UNKNOWN),
        ("The caption misstated how far it is: Graz, 400 km from Vienna, was dry.", UNKNOWN),
        ("An earlier flood hit Graz, 400 km from Vienna.", FAILS),
        ("Karachi, no longer the capital of Pakistan, was dry.", UNKNOWN),
        ("Karachi, the capital of Pakistan, was dry.", FAILS),
        ("The train takes two minutes from Hamburg to Munich, a guard joked.", UNKNOWN),
        ("The train takes two minutes from Hamburg to Munich, a guard said.", FAILS),
        # What travels is not where it set out from, and things between two towns are not they.
        (
            "The bus had left Mbale, 190 km northeast of Kampala, and was 20 km from Jinja.",
            HOLDS,
        ),
        ("The ferry left Piraeus, 9 km southwest of Athens, and sank 5 miles off Paros.", HOLDS),
        ("Mbale, 190 km northeast of Kampala, is poor and 20 km from Jinja.", FAILS),
        ("Between Ibadan and Lagos there were two checkpoints, 30 km apart.", UNKNOWN),
        ("Between Ibadan and Lagos, which are only 30 km apart, there were posts.", FAILS),
        ("Elk live in Potsdam, 30 km from Berlin, and wolves 10 km from Cottbus.", HOLDS),
        ("She flew from Lusaka to Solwezi, spent an hour there and was back by five.", UNKNOWN),
        ("She flew from Lusaka to Solwezi in an hour and was back by five.", HOLDS),
        # Who cycles or rows is no faster than that, and a boat's speed is that of its service.
        ("He cycled from Vienna to Budapest in two hours.", FAILS),
        ("He cycled from Vienna to Budapest in two days.", HOLDS),
        ("He drove from Vienna to Budapest in two and a half hours.", HOLDS),
        ("She rowed from Dover to Calais in an hour.", FAILS),
        ("The boat makes eight knots; the run from Honiara to Gizo takes nine hours.", FAILS),
        ("The boat makes eight knots; the run from Honiara to Gizo takes 28 hours.", HOLDS),
        # What there is between two places, and what a way or a time differs by, is not the way.
        ("Between Graz and Vienna there is a tunnel 27 km long.", UNKNOWN),
        ("Between Graz and Vienna it is 27 km.", FAILS),
        ("The new line from Graz to Vienna is 27 km shorter.", UNKNOWN),
        ("Of the road from Graz to Vienna 27 km are closed.", UNKNOWN),
        ("A train to Graz, 27 km from Vienna at the time, caught fire.", UNKNOWN),
        ("The call from Graz to Vienna lasted ten minutes.", UNKNOWN),
        ("The news went from Graz to Vienna in ten minutes.", UNKNOWN),
        ("The queue at the border from Graz to Maribor took ten hours.", UNKNOWN),
        ("They went from Graz to Vienna in ten minutes.", UNKNOWN),
        ("They went from Graz to Vienna in two hours.", HOLDS),
        ("Graz, 145 km from Vienna, is where a bus, 20 km from Linz that day, was built.", HOLDS),
        ("Having left Graz, 145 km from Vienna, at dawn, they rested 20 km from Linz.", HOLDS),
        ("Nobody in Graz, 145 km from Vienna, had heard of the mine 20 km from Linz.", HOLDS),
        ("Graz, like the farm 20 km from Vienna, burned.", UNKNOWN),
        ("Graz, like Linz, 20 km from Vienna, burned.", FAILS),
        # A place is told once how far it is from another: what follows is said of the next.
        (
            (
                "Fairbanks, 260 miles north of Anchorage, felt it, as did Seward, "
                "75 miles south of Anchorage."
            ),
            HOLDS,
        ),
        (
            (
                "Puebla, 106 km southeast of Mexico City, has made beds ready, and Veracruz, on "
                "the Gulf of Mexico, lies 190 miles east of the capital."
            ),
            HOLDS,
        ),
        (
            (
                "Graz, 145 km southwest of Vienna, has a mayor, and Linz, which has another, is "
                "110 km east of Salzburg."
            ),
            HOLDS,
        ),
        # What was so is over, what is claimed is not said, and what is put right is not meant.
        ("Windhoek is an hour behind Johannesburg no more.", UNKNOWN),
        ("Windhoek is an hour behind Johannesburg.", FAILS),
        ("The claim that Kyiv is 100 km from the Russian border is false.", UNKNOWN),
        ("The minister claims that Kyiv is 100 km from the Russian border.", FAILS),
        ("He said Kyiv was 100 km from the Russian border; it is 200.", UNKNOWN),
        ("Nowhere else but in Detroit is there a spot where Canada is south of America.", UNKNOWN),
        # What flies higher than any airliner, and what is no journey, may be faster.
        ("His rockets will fly people from London to New York in 29 minutes.", UNKNOWN),
        ("The space station passes from London to Moscow in six minutes.", UNKNOWN),
        ("He wired the money from London to Dubai in two minutes.", UNKNOWN),
        ("The trip from London to Dubai takes two minutes.", FAILS),
        # Who counts in days sleeps at night.
        ("From Dakar to Bamako, 1,200 km, trucks need a week.", HOLDS),
        ("The bus from Lviv to Krakow takes 90 hours.", FAILS),
        ("The bus from Lviv to Krakow takes eight days.", FAILS),
        # Either of two rivers may end in the other where they meet.
        ("The Rhine joins the Moselle at Koblenz.", HOLDS),
        ("The Rhine flows into the Moselle.", FAILS),
        # The largest of some is not the largest of all.
        ("Alexandria is the largest of Egypt's coastal cities.", UNKNOWN),
        ("Alexandria is the largest of Egypt's cities.", FAILS),
        # An island is not counted from itself, nor from another island of the same land.
        ("Gozo is about 5 kilometres from Malta.", HOLDS),
        ("Corsica lies 90 km from the Italian coast.", HOLDS),
        ("Corsica lies 390 km from the Italian coast.", FAILS),
        ("Samoa and American Samoa are 525 km apart.", FAILS),
        # A road crosses where there is a post.
        ("Trieste is 20 km from Slovenia.", FAILS),
        # "The capital" names no place, and what follows is said of the same as that.
        (
            "Hanoi has trams; Hue is 540 km from the capital and 630 km from Ho Chi Minh City.",
            HOLDS,
        ),
        # What is an area's is not the area.
        ("An exclave parts Poland and Lithuania; its main city is 1,090 km from Moscow.", UNKNOWN),
        # Nobody is wrong so often as a name is another's, and a time that fits its way is not.
        ("They walked 800 km from Saint-Jean-Pied-de-Port to Santiago in 34 days.", UNKNOWN),
        ("Odesa is 110 km from Mykolaiv and 950 km from Kherson.", FAILS),
        ("Between New York and Boston, 190 miles apart, the train takes four hours.", UNKNOWN),
        # A smaller unit behind a larger is a part of the same figure.
        ("She is 1.80 m (5 feet 11 inches) tall.", HOLDS),
        ("She is 1.80 m (6 feet 5 inches) tall.", FAILS),
        ("She is 1.80 m (5 ft 11) tall.", UNKNOWN),
        ("It weighed 3.6 kg (7 pounds 15 ounces).", HOLDS),
        ("It is 12 km (7 miles, 800 runners say) long.", HOLDS),
        # Of a name that many towns have, the one that may be a capital is meant.
        ("St. John's is the capital of Newfoundland.", UNKNOWN),
        ("Sydney is the capital of Nova Scotia.", FAILS),
        # What is somebody's is not the town that he is in.
        ("In Lae, a woman whose village lies 300 km from Port Moresby waited.", UNKNOWN),
        ("They landed at Lae, whose port lies 300 km from Port Moresby.", HOLDS),
        # "The two Samoas" are not the two towns before; a way from A to B begins in no other place.
        ("From Berbera goods go to Dubai. The two Congos lie 77 miles apart.", UNKNOWN),
        ("Iran is far. It is a three-hour drive from Harare to Mutare.", HOLDS),
        ("Iran is far. It is a three-minute drive from Harare to Mutare.", FAILS),
        # Of a border the words name both lands; a state may be called as a country is.
        ("He left Tbilisi. Atlanta, the capital of Georgia, was dry.", HOLDS),
        # Who drives is not on the train that a sentence before tells of.
        ("Trains go from Kyiv to Lviv in seven hours. He drove at 30 mph in the dark.", HOLDS),
        ("A train left Kyiv for Lviv on Monday. It went at 900 km per hour.", FAILS),
        # What the words call the capital of a land lies there, though its namesake was taken.
        (
            "Toronto is far. Hamilton is the capital of Bermuda, 1,050 km east of North Carolina.",
            UNKNOWN,
        ),
        # Islands need not count on a continent.
        ("Dakar is Africa's westernmost capital.", UNKNOWN),
        ("Accra is Africa's westernmost capital.", FAILS),
        ("Helsinki is the northernmost capital in the world.", FAILS),
        ("Praia is Africa's westernmost capital.", HOLDS),
        # Nothing stands between a name and what is said of the next.
        (
            "Tornio in Finland and Haparanda in Sweden are one: Haparanda is an hour behind.",
            HOLDS,
        ),
    ],
)
def test_a_figure_is_held_against_the_map_only_as_it_is_said(
    text: str, verdict: Verdict, services: Services
) -> None:
    assert verdict_of(text, services) is verdict


@pytest.mark.parametrize(
    "text",
    ["Samoa and American Samoa are 125 km apart.", "Trieste, 10 km from Slovenia, was dry."],
)
def test_small_islands_and_near_crossings_are_counted_from_elsewhere_too(
    text: str, services: Services
) -> None:
    check = analyse(Source(text=text), services).checks[0]

    assert check.verdict is HOLDS
    assert check.only_if


def test_the_island_is_the_one_named_before_and_no_port(services: Services) -> None:
    story = "The boat had left Sfax, in Tunisia, bound for Lampedusa. The island is 190 km {} it."
    true, false = (
        analyse(Source(text=story.format(way).replace("it.", "that port.")), services).checks[-1]
        for way in ("east of", "west of")
    )

    assert (true.verdict, false.verdict) == (HOLDS, FAILS)
