"""A distance whose ends are not named beside it: what it is counted from, and whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNCLEAR = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

STORIES = [
    # Away, up the coast, by road: counted from where the story is.
    ("BERGEN — It rained. They bought a hall at Floro, 140 kilometres up the coast.", HOLDS),
    (
        "TANGA — Tanga was preferred to Mombasa, the Kenyan port 80 miles further up the coast.",
        HOLDS,
    ),
    ("INNSBRUCK — Most drove to Verona, in northern Italy, roughly 270 kilometres by road.", HOLDS),
    (
        "LAGOS — It rained. Abuja, which grew after 1991, lies 530 kilometres to the north-east.",
        HOLDS,
    ),
    ("KIGALI — An airline flies to Juba, a distance of 770 km, from next week on.", HOLDS),
    ("A team flew from Reykjavik to Akureyri, 250 miles away in the north-east.", FAILS),
    # Of several places that may be meant none is taken because it fits.
    (
        "NAIROBI — A bus left Garissa. It crossed Mombasa at noon. Lamu, 240 km to the north-east.",
        UNCLEAR,
    ),
    # What "which" and "that" stand for.
    ("Owners in Grimsey, which is cold in winter and lies 68 km north of Dalvik, left.", HOLDS),
    ("Ships left Iloilo for Cebu City, a second port that lies 570 km south of Manila.", HOLDS),
    ("Ships left Iloilo for Cebu City, a second port that lies 570 km north of Manila.", FAILS),
    ("The storm, which hit Havana and was 200 km from Miami, moved on.", UNCLEAR),
    ("The convoy from Graz, a truck which is now 40 km from Vienna, stopped.", UNCLEAR),
    # The volcano, the island; and a site of which only the town is named.
    ("NAPLES — Mount Vesuvius smoked. People left Salerno, 40 km southeast of the volcano.", HOLDS),
    ("PERTH — Rottnest Island was cut off. Mandurah lies 60 km southeast of the island.", HOLDS),
    ("TOULOUSE — Planes are made. Bordeaux, 212 km from the factory, sends wings.", HOLDS),
    ("TOULOUSE — Planes are made. Bordeaux, 212 km east of the factory, sends wings.", FAILS),
    ("TOULOUSE — Planes are made. Bordeaux, 240 km from the factory, sends wings.", UNCLEAR),
    ("TOULOUSE — Planes are made. Bordeaux, 340 km from the factory, sends wings.", UNCLEAR),
    ("LIMA — A fire broke out at a mine. Villagers in Ica, 30 km from the mine, fled.", UNCLEAR),
    # "That is", "it's": the town or the journey told last.
    ("VALENCIA — The bus goes to Albacete. That is 140 km from Valencia.", HOLDS),
    ("They drove from Lyon to Turin on Monday. It's 310 km.", HOLDS),
    # A shoal is a spot; "from there" in the same sentence.
    ("Boats left Manila for Scarborough Shoal, a reef that lies 352 km west of Manila.", HOLDS),
    ("They met in Hoima. The straight line from there to Tanga is 1,122 km.", HOLDS),
    ("They met in Hoima. The straight line from there to Tanga is 1,122 miles.", FAILS),
    # What is said of "X, the port of A" is not said of A.
    (
        "ROME — Civitavecchia, the port of Rome, 60 km up the coast from Fiumicino, was closed.",
        HOLDS,
    ),
    # A name of no place known has its figure for itself.
    (
        "He was taken to Whitehaven, but had asked for Dunmallet, 35 km north of Keswick.",
        Verdict.NOT_ENOUGH_INFO,
    ),
    # "The two" of a sentence before.
    ("They drove from Oslo to Bergen. It rained all day. The two are just 305 km apart.", HOLDS),
]


@pytest.mark.parametrize(("text", "verdict"), STORIES)
def test_a_distance_is_judged_between_the_ends_that_are_meant(
    text: str, verdict: Verdict, services: Services
) -> None:
    analysis = analyse(Source(text=text), services)

    lengths = {claim.id for claim in analysis.claims if claim.quantity}
    found = [check.verdict for check in analysis.checks if check.claim_id in lengths]
    assert found == [verdict]


def test_a_second_figure_without_a_verb_is_said_of_the_name_before_it(services: Services) -> None:
    text = "Lima lies 857 km south of Piura, Trujillo 490 km northwest of Lima."
    analysis = analyse(Source(text=text), services)
    names = {one.id: one.span.text for one in analysis.toponyms}
    said = [[names[one] for one in claim.subject.toponym_ids] for claim in analysis.claims]
    assert said == [["Lima", "Piura"], ["Trujillo", "Lima"]]


def test_a_name_that_no_place_is_known_by_has_no_distance(services: Services) -> None:
    text = "OBAN — A sailing might go from Skye to Xyrgbert, which is 27 miles away."
    analysis = analyse(Source(text=text), services)

    assert not any(claim.quantity for claim in analysis.claims)
