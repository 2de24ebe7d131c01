"""A time on the way that stands beside a distance, or has two places of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

TIMES = [
    ("Arequipa lies 465 kilometres from Nazca, nine hours by bus.", HOLDS),
    ("Punta Arenas is 2,090 kilometres from Santiago, three and a half hours by air.", HOLDS),
    ("Tampere, 161 km north of Helsinki and an hour and a half by fast train, was calm.", HOLDS),
    ("Zadar is 197 kilometres south of Zagreb, or a three-hour drive.", HOLDS),
    ("Ancona is 210 kilometres northeast of Rome, well under four hours by car.", HOLDS),
    ("Bergen lies 305 km northwest of Oslo by the map, fifty minutes by scheduled jet.", HOLDS),
    ("Bitola, 106 kilometres from Skopje, is two hours by road.", HOLDS),
    ("They live at Szeged, a Hungarian city less than two hours' drive from Budapest.", HOLDS),
    ("Arequipa lies 465 kilometres from Nazca, an hour by bus.", FAILS),
    ("Punta Arenas is 2,090 kilometres from Santiago, forty minutes by air.", FAILS),
    ("Zadar is 197 kilometres south of Zagreb, or a forty-minute drive.", FAILS),
    ("Osijek is 212 kilometres from Zagreb and half an hour by train.", FAILS),
    ("They live at Szeged, a Hungarian city less than half an hour's drive from Budapest.", FAILS),
    ("Zadar is 197 kilometres south of Zagreb, a drive of about three hours.", HOLDS),
    ("Zadar is 197 kilometres south of Zagreb, a drive of 40 minutes.", FAILS),
    ("Zadar is 197 kilometres south of Zagreb, a drive of 40 minutes from Split.", UNKNOWN),
    # An end that the words do not name is sure only where the distance is right.
    ("LUSAKA, July 3 - Livingstone is 383 km to the southwest, an hour by air.", HOLDS),
    ("LUSAKA, July 3 - Livingstone is 383 km to the southwest, or ten minutes by air.", FAILS),
    ("LUSAKA, July 3 - Livingstone is 83 km to the southwest, an hour by air.", UNKNOWN),
    # The way that the sentence before has told.
    ("Santa Cruz is 540 km from La Paz. The drive takes 17 hours.", HOLDS),
    ("Santa Cruz is 540 km from La Paz. The flight takes 15 minutes.", FAILS),
    ("Mariehamn is 270 km from Helsinki. By ferry it is ten hours and a half.", HOLDS),
    ("Mariehamn is 270 km from Helsinki. By ferry it is an hour.", FAILS),
    ("Aalborg is 223 km from Copenhagen and 100 km from Aarhus. The drive takes an hour.", None),
    ("Aalborg is 223 km from Copenhagen. She waited for an hour on the train.", None),
    # A speed told before is that of what takes the time.
    ("The boat makes eight knots; the run from Bari to Durres takes it 17 hours.", HOLDS),
    ("The boat makes eight knots; the run from Bari to Durres takes it nine hours.", FAILS),
    ("The boat makes eight knots; the bus from Bari to Lecce takes two hours.", HOLDS),
    # The time is somebody else's, or from somewhere else.
    ("Tartu is 161 km southeast of Tallinn; the mayor spoke for an hour by phone.", None),
    ("Zadar is 197 kilometres south of Zagreb, and three hours by noon had gone.", None),
    ("Graz is 145 kilometres from Vienna, and the depot two hours by train.", None),
]


@pytest.mark.parametrize(("text", "verdict"), TIMES)
def test_a_time_beside_a_distance_is_one_between_the_same_places(
    text: str, verdict: Verdict | None, services: Services
) -> None:
    analysis = analyse(Source(text=text), services)
    times = [
        check.verdict
        for claim, check in zip(analysis.claims, analysis.checks, strict=True)
        if claim.kind is ClaimKind.DURATION
    ]
    assert times == ([] if verdict is None else [verdict])
