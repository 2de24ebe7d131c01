"""Five of the six stories of the pictures in docs/img: texts of our own, places and ways."""

from __future__ import annotations

from dataclasses import dataclass

from geo.contracts import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A journey between two places of a story: by what, by way of which points, when."""

    start: str
    end: str
    mode: Mode
    via: tuple[tuple[float, float], ...] = ()
    left: str = ""
    reached: str = ""
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A text and what was found in it; ``claim`` is the words of a distance and its two ends."""

    text: str
    places: tuple[tuple[str, float, float, str], ...]
    ways: tuple[Way, ...]
    unsure: tuple[str, ...] = ()
    claim: tuple[str, float, str, str] | None = None


AEGEAN = Story(
    text="""Night ferry brings doctors to Lesbos

The ferry left Piraeus at eight in the evening and is due in Mytilene at dawn on Saturday. On board
are two dozen doctors. Mytilene lies 16 miles from Ayvalik on the Turkish coast. A second boat from
Izmir reached Chios on Friday, and a freighter waited off Skyros.
""",
    places=(
        ("Piraeus", 23.6470, 37.9420, "GR"),
        ("Mytilene", 26.5557, 39.1079, "GR"),
        ("Ayvalik", 26.6953, 39.3190, "TR"),
        ("Izmir", 27.1384, 38.4127, "TR"),
        ("Chios", 26.1361, 38.3678, "GR"),
        ("Skyros", 24.5667, 38.9000, "GR"),
    ),
    ways=(
        Way(
            start="Piraeus",
            end="Mytilene",
            mode=Mode.SEA,
            via=(
                (23.6, 37.78),
                (24.05, 37.58),
                (24.35, 37.72),
                (25.4, 38.2),
                (25.75, 38.62),
                (26.2, 38.86),
                (26.62, 38.95),
                (26.66, 39.06),
            ),
            left="at eight in the evening",
            reached="at dawn on Saturday",
        ),
        Way(
            start="Izmir",
            end="Chios",
            mode=Mode.SEA,
            via=((26.9, 38.44), (26.72, 38.6), (26.45, 38.72), (26.25, 38.62), (26.2, 38.42)),
            reached="on Friday",
        ),
    ),
    unsure=("Skyros",),
    claim=("16 miles", 16.0, "Mytilene", "Ayvalik"),
)
UKRAINE = Story(
    text="""Inspectors take the night train to Zaporizhzhia

The inspectors left Kyiv by train late on Monday and reached Zaporizhzhia on Tuesday morning. A
convoy from Odesa is expected in Mykolaiv this week. Power failed in Kharkiv and Lviv. Poltava,
which lies 80 miles from Kharkiv, took in families.
""",
    places=(
        ("Kyiv", 30.5238, 50.4547, "UA"),
        ("Zaporizhzhia", 35.1396, 47.8388, "UA"),
        ("Odesa", 30.7326, 46.4775, "UA"),
        ("Mykolaiv", 31.9946, 46.9659, "UA"),
        ("Kharkiv", 36.2304, 49.9935, "UA"),
        ("Lviv", 24.0297, 49.8397, "UA"),
        ("Poltava", 34.5514, 49.5937, "UA"),
    ),
    ways=(
        Way(
            start="Kyiv",
            end="Zaporizhzhia",
            mode=Mode.RAIL,
            via=(
                (30.6, 50.35),
                (31.45, 49.8),
                (32.06, 49.23),
                (32.66, 48.67),
                (33.1, 48.66),
                (34.0, 48.55),
                (34.62, 48.51),
                (35.05, 48.47),
                (35.2, 48.2),
            ),
            left="late on Monday",
            reached="on Tuesday morning",
        ),
        Way(
            start="Odesa",
            end="Mykolaiv",
            mode=Mode.ROAD,
            via=((31.0, 46.62), (31.5, 46.85)),
            reached="this week",
            planned=True,
        ),
    ),
    claim=("80 miles", 80.0, "Poltava", "Kharkiv"),
)
FIJI = Story(
    text="""Patrol boat searches the Koro Sea after the storm

The patrol boat sailed from Suva on Sunday and reached Taveuni on Monday. Supplies were flown from
Nadi to Lakeba, 200 miles away. Labasa was without power, and two villages on Rabi were cut off.
""",
    places=(
        ("Suva", 178.4419, -18.1416, "FJ"),
        ("Taveuni", -179.9700, -16.8500, "FJ"),
        ("Nadi", 177.4167, -17.8000, "FJ"),
        ("Lakeba", -178.8000, -18.2000, "FJ"),
        ("Labasa", 179.3667, -16.4167, "FJ"),
        ("Rabi", -179.9900, -16.5000, "FJ"),
    ),
    ways=(
        Way(
            start="Suva",
            end="Taveuni",
            mode=Mode.SEA,
            via=(
                (178.42, -18.25),
                (178.8, -18.2),
                (179.05, -17.9),
                (179.5, -17.3),
                (179.8, -16.98),
            ),
            left="on Sunday",
            reached="on Monday",
        ),
        Way(start="Nadi", end="Lakeba", mode=Mode.AIR),
    ),
    unsure=("Rabi",),
)
SVALBARD = Story(
    text="""Research ship leaves Longyearbyen for the ice

The ship left Longyearbyen on Thursday and will reach Ny-Alesund within a day. A helicopter flew a
sick miner from Barentsburg to Longyearbyen, 30 miles away. Pyramiden stays closed.
""",
    places=(
        ("Longyearbyen", 15.6333, 78.2167, "SJ"),
        ("Ny-Alesund", 11.9333, 78.9167, "SJ"),
        ("Barentsburg", 14.2122, 78.0648, "SJ"),
        ("Pyramiden", 16.3167, 78.6500, "SJ"),
    ),
    ways=(
        Way(
            start="Longyearbyen",
            end="Ny-Alesund",
            mode=Mode.SEA,
            via=(
                (15.2, 78.25),
                (14.2, 78.15),
                (13.0, 78.08),
                (11.6, 78.15),
                (10.3, 78.4),
                (9.9, 78.75),
                (10.6, 79.03),
                (11.5, 79.02),
            ),
            left="on Thursday",
            reached="within a day",
            planned=True,
        ),
        Way(start="Barentsburg", end="Longyearbyen", mode=Mode.AIR),
    ),
)
WORLD = Story(
    text="""Envoy circles the world for a vaccine pact

The envoy left London on Sunday and reached Nairobi on Monday. From there she flew to Delhi, and on
to Sydney, where she is expected on Thursday. A last leg takes her to Santiago. Teams in Brasilia,
Washington, Tokyo, Geneva and Cape Town follow the talks.
""",
    places=(
        ("London", -0.1257, 51.5085, "GB"),
        ("Nairobi", 36.8167, -1.2833, "KE"),
        ("Delhi", 77.2315, 28.6520, "IN"),
        ("Sydney", 151.2073, -33.8679, "AU"),
        ("Santiago", -70.6483, -33.4569, "CL"),
        ("Brasilia", -47.9297, -15.7797, "BR"),
        ("Washington", -77.0364, 38.8951, "US"),
        ("Tokyo", 139.6917, 35.6895, "JP"),
        ("Geneva", 6.1457, 46.2022, "CH"),
        ("Cape Town", 18.4232, -33.9258, "ZA"),
    ),
    ways=(
        Way(start="London", end="Nairobi", mode=Mode.AIR, left="on Sunday", reached="on Monday"),
        Way(start="Nairobi", end="Delhi", mode=Mode.AIR),
        Way(start="Delhi", end="Sydney", mode=Mode.AIR, reached="on Thursday", planned=True),
        Way(start="Sydney", end="Santiago", mode=Mode.AIR, planned=True),
    ),
)
