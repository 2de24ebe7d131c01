"""Figures in words or in units of volume given twice, and a part of a land that is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

PAIRS = [
    ("The yacht met a seven-metre (23-foot) swell off Cork.", HOLDS),
    ("The yacht met a nine-metre (23-foot) swell off Cork.", FAILS),
    ("A five-kilo (11-pound) parcel was sent.", HOLDS),
    ("A 124-tonne (137 short tons) transformer came.", HOLDS),
    ("A 124-tonne (173 short tons) transformer came.", FAILS),
    # A gallon is one of two.
    ("They used 14 litres (3.1 gallons) of paint.", HOLDS),
    ("They used 14 litres (3.7 gallons) of paint.", HOLDS),
    ("They used 10 gallons (3.8 litres) of fuel.", FAILS),
    ("The pool holds 2,500 cubic metres (660,000 gallons).", HOLDS),
    ("A hundred metres (328 feet) of rope were lost.", HOLDS),
    # In any writing.
    ("The pool holds 20,000 litres (5,283 U.S. gallons).", HOLDS),
    ("The pool holds 20,000 litres (8,523 U.S. gallons).", FAILS),
    ("It was minus 25degC (minus 13degF) at dawn.", HOLDS),
    ("It was minus 25degC (minus 31F) at dawn.", FAILS),
    ("The wall of cloud was 3,000 feet - about 914 metres - high.", HOLDS),
    # A ton is one of two.
    ("A truck of 40 tons (88,000 pounds) was stopped.", HOLDS),
    ("A truck of 40 tons (80,000 pounds) was stopped.", HOLDS),
    ("A truck of 40 tons (8,000 pounds) was stopped.", FAILS),
]

PARTS = [
    ("Cali is in the southwest of the country, 300 km from the capital.", HOLDS),
    ("Izmir, in the west of the country, was dark.", HOLDS),
    ("Izmir, in the east of the country, was dark.", FAILS),
    ("More than 270 girls were taken from Maiduguri, in the northeast.", HOLDS),
    ("Kiruna is in the far north, where nights are long.", HOLDS),
    # Without its land a part may be one of a region.
    ("More than 270 girls were taken from Maiduguri, in the southwest.", UNKNOWN),
    ("Kiruna is in the north of the park.", None),
]

_ROWS = [
    (kind, text, verdict)
    for kind, rows in ((ClaimKind.UNIT_PAIR, PAIRS), (ClaimKind.CONTAINMENT, PARTS))
    for text, verdict in rows
]


@pytest.mark.parametrize(("kind", "text", "verdict"), _ROWS)
def test_a_figure_given_twice_and_a_part_are_read(
    kind: ClaimKind, text: str, verdict: Verdict | None, services: Services
) -> None:
    found = verdicts(text, kind, services)
    assert found == ([] if verdict is None else [verdict])
