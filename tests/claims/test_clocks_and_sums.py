"""Clocks, sums, dates and averages in the ways in which news has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

CLOCKS = [
    ("They flew from London to Nairobi, which is three hours ahead in winter.", HOLDS),
    ("They flew from London to Nairobi, which is three hours behind in winter.", FAILS),
    ("The time in Nairobi is six hours ahead of London's in winter.", FAILS),
    ("In Nairobi it was 9 p.m. when it began at 6 p.m. in London in January.", HOLDS),
    ("They met in Quito, which keeps the same hour as Lima.", HOLDS),
    ("They met in Kenora, which keeps Central time along with Winnipeg.", HOLDS),
    ("Alice Springs is half an hour behind Sydney when summer time is not in force.", HOLDS),
    ("It is 9 p.m. in Tokyo when it is noon in London in January.", HOLDS),
    ("It is 6 p.m. in Tokyo when it is noon in London in January.", FAILS),
    ("At 8 a.m. in New York it is already 10 p.m. in Tokyo in January.", HOLDS),
    ("Noon in Delhi is 6.30 a.m. in London in January.", HOLDS),
    ("When clocks in Madrid strike midnight it is 11 p.m. in Lisbon.", HOLDS),
    ("When clocks in Madrid strike midnight it is 9 p.m. in Lisbon.", FAILS),
    ("The game begins at 7 p.m. London time, 10 p.m. in Nairobi in January.", HOLDS),
    ("The game begins at 7 p.m. London time, 10 men in Nairobi say.", None),
    # Published in March.
    ("Quito is five hours behind London at this time of the year.", HOLDS),
    ("Quito is six hours behind London at this time of the year.", FAILS),
    ("They met in Quito, which is six hours behind London.", UNKNOWN),
    ("They met in Quito, which is five hours behind London.", HOLDS),
]

SUMS = [
    ("The two legs, 210 km and 340 km, add up to 550 km.", HOLDS),
    ("The two legs, 210 km and 340 km, add up to 650 km.", FAILS),
    ("They rode 210 km on Monday and 340 km on Tuesday, which comes to 550 km.", HOLDS),
    ("Together the two stretches make 550 km: 210 km to a ford and 340 km beyond.", HOLDS),
    ("Together the two stretches make 450 km: 210 km to a ford and 340 km beyond.", FAILS),
    # Other parts may be left untold.
    ("Together the stretches make 950 km: 210 km to a ford and 340 km beyond.", UNKNOWN),
    ("With 210 km to Graz and 20 km to Linz it comes to 900 km on some days.", None),
]

DATES = [
    ("They left on March 3 and returned on March 17, 14 days later.", HOLDS),
    ("They left on March 3 and returned on March 17, 24 days later.", FAILS),
    ("They did 200 km in eight days; that is 25 km a day.", HOLDS),
    ("They did 200 km in eight days; that is 65 km a day.", FAILS),
    # Who they are, and whether it is the same way, is not said.
    ("They covered 200 km in eight days. They averaged 65 km a day.", UNKNOWN),
    # An average without its unit is in that of the way.
    ("The convoy covered the 900 kilometres in 30 hours, an average of 30.", HOLDS),
    ("The convoy covered the 900 kilometres in 30 hours, an average of 60.", FAILS),
    ("Trains need 12 hours for the 600 miles, an average of 50.", HOLDS),
    ("The track is 860 km long. A train takes 43 hours, an average of 20.", HOLDS),
    ("The track is 860 km long. A train takes 43 hours, an average of 50.", UNKNOWN),
    ("They lost 40 km in three hours, an average of 30 men.", None),
    # "At that rate" points to the speed of the sentence before, and to its way.
    ("The road is 400 km long, and lorries do 25 km/h. At that rate one needs 16 hours.", HOLDS),
    ("The road is 400 km long, and lorries do 25 km/h. At that rate one needs 9 hours.", FAILS),
    ("A lake 40 km long falls by 3 metres a day. At that rate it needs 90 days.", None),
    ("120 km on the first day, 80 km on the second, 200 km together.", HOLDS),
    ("120 km on the first day, 80 km on the second, 300 km together.", FAILS),
    ("A ship that keeps up 20 knots needs about 15 hours for the 300 nautical miles.", HOLDS),
    ("A ship that keeps up 20 knots needs about 45 hours for the 300 nautical miles.", FAILS),
    ("He ran the 42 km in three hours, 34 km/h.", FAILS),
    ("He ran the 42 km in three hours, 34 km/h at his best.", None),
    ("They were adrift for 42 days, from March 3 to April 14.", HOLDS),
    ("They were adrift for 61 days, from March 3 to April 14.", FAILS),
    ("From March 3 to April 14, a trip of 42 days, they saw nobody.", HOLDS),
    ("They were adrift for 61 days, from March on.", None),
    ("The two covered the 1,100 km in 47 days, a little under 24 km a day.", HOLDS),
    ("The two covered the 1,100 km in 47 days, a little over 44 km a day.", FAILS),
    ("The line is 1,100 km long. The two covered it in 50 days, some 42 km a day.", FAILS),
]

ALL = [
    *((ClaimKind.TIME_ZONE, *row) for row in CLOCKS),
    *((ClaimKind.SUM, *row) for row in SUMS),
    *((ClaimKind.SUM, *row) for row in DATES),
]


@pytest.mark.parametrize(("kind", "text", "verdict"), ALL, ids=[text for _, text, _ in ALL])
def test_a_figure_is_found_and_judged(
    kind: ClaimKind, text: str, verdict: Verdict | None, services: Services
) -> None:
    found = verdicts(text, kind, services)

    assert found == ([] if verdict is None else [verdict])
