"""A story with its places marked by hand goes in, what the stages before journeys give comes out.

``[[Lima]]`` is a name, ``[[the Peruvian capital|Lima]]`` a description, ``[[~Chilean]]`` a demonym,
``[[*Moscow]]`` a place in an associative sense; a name that `PLACES` lacks could not be placed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import shapely

from geo.contracts import (
    Article,
    Block,
    BlockKind,
    Document,
    Geocode,
    Place,
    Relation,
    RelationKind,
    Sense,
    Span,
    Toponym,
    ToponymKind,
)
from geo.text import make_document, with_referents
from geo.wiring import annotator

if TYPE_CHECKING:
    from datetime import date

_ROWS = """
Pyongyang 125.75 39.03 PPLC KP
Vladivostok 131.87 43.11 PPLA RU
Moscow 37.62 55.75 PPLC RU
Seoul 126.98 37.57 PPLC KR
Beijing 116.40 39.91 PPLC CN
Ulsan 129.32 35.54 PPL KR
Valparaíso -71.63 -33.04 PPLA CL
Santiago -70.65 -33.46 PPLC CL
Antofagasta -70.40 -23.65 PPLA CL
Arica -70.31 -18.48 PPL CL
Callao -77.13 -12.05 PPLA PE
Lima -77.04 -12.04 PPLC PE
Piura -80.63 -5.19 PPLA PE
Guayaquil -79.90 -2.20 PPLA EC
Kyiv 30.52 50.45 PPLC UA
Kharkiv 36.25 49.98 PPLA UA
Odesa 30.73 46.48 PPLA UA
Warsaw 21.01 52.23 PPLC PL
Istanbul 28.95 41.01 PPLA TR
Paris 2.35 48.85 PPLC FR
Calais 1.85 50.95 PPL FR
Dover 1.31 51.13 PPL GB
London -0.13 51.51 PPLC GB
Berlin 13.41 52.52 PPLC DE
Nairobi 36.82 -1.28 PPLC KE
Mombasa 39.67 -4.05 PPLA KE
Juba 31.58 4.85 PPLC SS
Cairo 31.25 30.06 PPLC EG
Port-Sudan 37.22 19.62 PPLA SD
Khartoum 32.53 15.55 PPLC SD
Tehran 51.42 35.69 PPLC IR
Malta 14.51 35.90 PPLC MT
Russia 100 60 PCLI RU
North_Korea 127 40 PCLI KP
Peru -76 -10 PCLI PE
Chile -71 -30 PCLI CL
Ecuador -78 -1 PCLI EC
China 105 35 PCLI CN
Ukraine 32 49 PCLI UA
Poland 20 52 PCLI PL
Syria 38 35 PCLI SY
Turkey 35 39 PCLI TR
France 2 46 PCLI FR
Germany 10 51 PCLI DE
Mexico -102 23 PCLI MX
Haiti -72.4 19 PCLI HT
"""


def _place(row: str) -> Place:
    name, lon, lat, code, country = row.split()
    return Place(
        gazetteer="test",
        feature_id=name,
        name=name.replace("_", " "),
        lon=float(lon),
        lat=float(lat),
        feature_class="A" if code.startswith("PCL") else "P",
        feature_code=code,
        country_code=country,
    )


PLACES = {place.name: place for place in map(_place, _ROWS.strip().splitlines())}
PLACES["border"] = Place(
    gazetteer="test",
    feature_id="border",
    name="Russia–North Korea border",
    lon=130.7,
    lat=42.4,
    feature_class="A",
    feature_code="BDR",
)
PLACES["Europe"] = Place(
    gazetteer="test",
    feature_id="Europe",
    name="Europe",
    lon=15.0,
    lat=50.0,
    feature_class="L",
    feature_code="CONT",
    extent=shapely.box(-10.0, 35.0, 40.0, 70.0),
)

_MARK = re.compile(r"\[\[([*~]?)([^\]|]{1,80})(?:\|([^\]]{1,80}))?\]\]")
_SENTENCE = re.compile(r"(?<=[.!?])[”’\"]?\s+(?=[\[“\"A-Z0-9])")
_MARKS = {"~": (ToponymKind.DEMONYM, Sense.ASSOCIATIVE), "*": (ToponymKind.NAME, Sense.ASSOCIATIVE)}


@dataclass(frozen=True)
class Story:
    article: Article
    toponyms: tuple[Toponym, ...]
    geocodes: tuple[Geocode, ...]

    @cached_property
    def document(self) -> Document:
        """The text's grammar, told by the model."""
        document, _ = make_document(self.article, annotator())
        return with_referents(self.article, document, self.toponyms, self.geocodes)


def story(marked: str, *, published: date | None = None) -> Story:
    """Take the marks out of a text and give each its toponym and geocode."""
    text, toponyms, geocodes, done = "", [], [], 0
    for number, mark in enumerate(_MARK.finditer(marked), start=1):
        text += marked[done : mark.start()]
        done = mark.end()
        sign, words, target = mark.groups()
        kind, sense = _MARKS.get(sign, (ToponymKind.NAME, Sense.LITERAL))
        relation = None
        if target and not sign:
            kind = ToponymKind.DESCRIPTION
            relation = Relation(
                kind=RelationKind.BORDER if target == "border" else RelationKind.CAPITAL
            )
        start = len(text)
        text += words
        toponyms.append(
            Toponym(
                id=f"t{number}",
                span=Span(start=start, end=len(text), text=words),
                kind=kind,
                sense=sense,
                name=target or words,
                relation=relation,
            )
        )
        geocodes.append(Geocode(toponym_id=f"t{number}", place=PLACES.get(target or words)))
    text += marked[done:]
    return Story(_article(text, published), tuple(toponyms), tuple(geocodes))


def _article(text: str, published: date | None) -> Article:
    blocks, sentences = [], []
    for paragraph in re.finditer(r"[^\n]+", text):
        start, words = paragraph.start(), paragraph.group()
        is_headline = not blocks and words[-1] not in ".!?”"
        kind = BlockKind.HEADLINE if is_headline else BlockKind.BODY
        blocks.append(Block(kind=kind, span=Span(start=start, end=start + len(words), text=words)))
        cuts = [0, *(match.end() for match in _SENTENCE.finditer(words)), len(words)]
        for low, high in pairwise(cuts):
            part = words[low:high].rstrip()
            if part:
                sentences.append(Span(start=start + low, end=start + low + len(part), text=part))
    return Article(
        id="test",
        title="",
        text=text,
        published=published,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
    )
