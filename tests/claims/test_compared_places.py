"""Clocks, nearness and ways between places, where one of them is "it" or is not named at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

CLOCKS = [
    ("Kenya and the Comoros are in the same time zone, officials said.", HOLDS),
    ("Bolivian time is an hour ahead of Peru's.", HOLDS),
    ("Indian time is an hour ahead of Pakistan's.", FAILS),
    ("Kabul keeps a clock of its own, four and a half hours ahead of GMT.", HOLDS),
    ("Kathmandu, a city in a bowl, keeps its own time, 15 minutes behind Delhi.", FAILS),
    ("Praia lies 650 kilometres west of Dakar and is an hour behind it.", HOLDS),
    ("Zahony is a rail yard in Hungary. Ukraine is an hour ahead of it.", HOLDS),
    ("Zahony is a rail yard in Hungary. Ukraine is an hour behind it.", FAILS),
    ("Lisbon, 500 kilometres west of Madrid, is an hour behind.", HOLDS),
    ("Lisbon, 500 kilometres west of Madrid, is an hour ahead.", FAILS),
    ("Irkutsk is 2,300 km away and, by the clock, two hours behind Vladivostok.", HOLDS),
    ("The flight from Cairo to Karachi takes five hours. Karachi is three hours ahead.", HOLDS),
    ("Pointe-Noire is the oil port of the Congo. Angola is in the same time zone.", HOLDS),
    ("Pointe-Noire is the oil port of the Congo. Uganda is in the same time zone.", FAILS),
    ('NAIROBI, May 3 - All is calm. "Accra, which is three hours behind us, is not."', HOLDS),
    ('NAIROBI, May 3 - All is calm. "Accra, which is three hours ahead of us, is not."', FAILS),
    # A season that the sentence tells is that of clocks that agree as well.
    ("Iceland keeps the same time as Ireland in winter.", HOLDS),
    ("Iceland keeps the same time as Ireland in summer.", FAILS),
    # Somebody's clock is that of the place; a hamlet may have one of its own.
    ("Kabul is four and a half hours ahead of London's in winter, he said.", HOLDS),
    ("Kabul is four and a half hours ahead of London's clocks in winter.", HOLDS),
    ("Cambodia has many temples. Its time is 12 hours ahead of Lima's.", HOLDS),
    ("Cambodia has many temples. Its time is 10 hours ahead of Lima's.", FAILS),
    ("Kabul is four and a half hours ahead of London's airport.", None),
    ("Tonga is 13 hours ahead of Greenwich.", HOLDS),
    ("Tonga is 11 hours ahead of Greenwich.", FAILS),
    ("They drove to Eucla, where clocks are 45 minutes ahead of Perth's.", UNKNOWN),
    ("They went on from Cali to Maracaibo. It is an hour ahead of Panama there.", HOLDS),
    ("They went on from Cali to Maracaibo. It is two hours ahead of Panama there.", FAILS),
    ("They went on from Maracaibo to Cali. It is an hour ahead of Panama there.", UNKNOWN),
    # What is meant is not sure, or nothing is said of a clock.
    ("The minister is from Peru. He left Chad for Cairo. Kenya is an hour ahead of it.", UNKNOWN),
    ("Sydney is two hours ahead.", None),
    ("Hobart crossed the line an hour and a half ahead of Brisbane.", None),
]

NEARNESS = [
    ("Corsica, an island of mountains, is closer to Italy than to the French mainland.", HOLDS),
    ("Gotland, which is closer to Finland than to the Swedish mainland, has trees.", FAILS),
    ("Crete, an island of mountains, is closer to Libya than to the Turkish coast.", FAILS),
    ("Kirkenes is 10 km from the border and closer to Murmansk than to Oslo.", HOLDS),
    ("Ioannina belongs to Greece but lies closer to Tirana than to Athens.", HOLDS),
    ("Lviv is nearer to Krakow than it is to Kyiv.", HOLDS),
    ("Lviv is nearer to Kyiv than it is to Krakow.", FAILS),
    ("Bratislava, at 55 kilometres, is closer to Vienna than Graz is.", HOLDS),
    ("Graz, at 145 kilometres, is closer to Vienna than Bratislava is.", FAILS),
    ("Adelaide is farther from Sydney than Perth is.", FAILS),
    ("Zurich is about as far from Milan as from Munich.", HOLDS),
    ("Lviv is as far from Warsaw as from Donetsk.", FAILS),
    ("Taiwan, about the size of the Netherlands, was hit again.", HOLDS),
    # A figure is compared with a land; not with one that may be a town.
    ("The fire took 81,000 hectares (200,000 acres), an area larger than Bahrain.", HOLDS),
    ("The fire took 61,000 hectares (151,000 acres), an area larger than Bahrain.", FAILS),
    ("The reserve covers 2,400 square kilometres, which makes it bigger than Mauritius.", HOLDS),
    ("The reserve covers 1,150 square kilometres, making it bigger than Mauritius.", FAILS),
    ("They lost 42,000 sq km of forest, an area about the size of Lesotho.", UNKNOWN),
    ("They lost 31,000 sq km of forest, an area about the size of Lesotho.", HOLDS),
    ("They lost 5,300 sq km of forest, an area twice the size of Luxembourg.", HOLDS),
    ("They lost 9,300 sq km of forest, an area twice the size of Luxembourg.", FAILS),
    ("They lost 900 square miles of forest, an area larger than New York.", UNKNOWN),
    ("The reserve has 950 square kilometres of reeds and is bigger than that of Mauritius.", None),
    ("Malawi, a country the size of France, has few roads.", FAILS),
    # An islet lies nearer than the land; an island is not nearer to the land that it is of.
    ("Sardinia, an island of shepherds, is closer to Tunisia than to the Italian coast.", UNKNOWN),
    ("Minsk is closer to Moscow than to Brussels in its politics.", None),
    ("Portugal's coalition is closer to Spain than to France.", None),
]

WAYS = [
    ("Tampere is 161 km north of Helsinki and halfway between Turku and Jyvaskyla.", HOLDS),
    ("Poitiers, about halfway between Tours and Madrid, hosts the show.", FAILS),
    ("Lyon lies about two thirds of the way from Paris to Marseille.", HOLDS),
    ("Lyon lies about a quarter of the way from Paris to Marseille.", FAILS),
    ("Bologna, a town on the road from Milan to Florence, was flooded.", HOLDS),
    ("Valence lies on the line from Lyon to Marseille.", HOLDS),
    ("Lyon stands on the Rhone. Valence lies about halfway between it and Avignon.", HOLDS),
    ("Laurie ran a third of the way from Paris to Lyon.", None),
    ("The train stopped halfway between Turin and Milan.", None),
]

_ROWS = [
    (kind, text, verdict)
    for kind, rows in (
        (ClaimKind.TIME_ZONE, CLOCKS),
        (ClaimKind.COMPARISON, NEARNESS),
        (ClaimKind.BETWEEN, WAYS),
    )
    for text, verdict in rows
]


@pytest.mark.parametrize(("kind", "text", "verdict"), _ROWS)
def test_places_are_compared_with_those_that_the_words_mean(
    kind: ClaimKind, text: str, verdict: Verdict | None, services: Services
) -> None:
    found = verdicts(text, kind, services)
    assert found == ([] if verdict is None else [verdict])
