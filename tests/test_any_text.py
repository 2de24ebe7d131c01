"""Whatever the text, the whole line ends in an analysis whose exports can be written, or in words.

Texts are put together by lot from what news says, what is hostile and what comes as it comes.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.contracts import Analysis, Source
from geo.errors import ArticleError
from geo.export.formats import FORMATS, write_format
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from geo.pipeline import analyse
from geo.wiring import basemap
from tests.hostile import STRINGS
from tests.walk import values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Span
    from geo.pipeline import Services

WORDS = [
    "Paris", "Lima", "Suva", "Ushuaia", "the Nile", "Fiji", "the U.S.", "the North Korean capital",
    "Georgia", "the Suez Canal", "İstanbul", "Мoscow", "the border", "the X capital", "it", "they",
    "A train", "The ferry", "the minister", "left", "flew to", "sailed from", "returned", "will go",
    "did not reach", "via", "from", "to", "between", "and", "north of", "in", "took", "covers",
    "is the capital of", "borders", "0", "1.5", "-1", "683", "1e308", "half a", "hundreds of",
    "miles", "km", "hours", "0 hours", "km/h", "0 km/h", "square kilometres", "ft", "°", "%",
    "on Sunday", "at 25:61", "on 30 February", "tomorrow", "just", "more than", "“", "”", "’s",
    ".", ",", ". ", "\n\n", "…", "-", "—", "(", ")", "By Ada Byron", "Related:", "5 min read",
]  # fmt: skip
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(STRINGS), st.text(max_size=20))
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map(" ".join)


def spans_of(analysis: Analysis) -> Iterator[Span]:
    from geo.contracts import Span  # noqa: PLC0415 - shown beside what needs it

    yield from (value for value in values_of(analysis) if isinstance(value, Span))


def holds(text: str, services: Services) -> Analysis | None:
    """Analyse a text and check what is true of every analysis; None where it was refused."""
    try:
        analysis = analyse(Source(text=text), services)
    except ArticleError:
        return None
    for span in spans_of(analysis):
        assert analysis.article.text[span.start : span.end] == span.text
    for geocode in analysis.geocodes:
        if geocode.place is not None:
            assert -180 <= geocode.place.lon <= 180
            assert -90 <= geocode.place.lat <= 90
    for route in analysis.routes:
        west, south, east, north = shapely.bounds(route.geometry)
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
    assert Analysis.from_json(analysis.to_json()).to_json() == analysis.to_json()
    return analysis


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
def test_any_text(text: str, services: Services) -> None:
    analysis = holds(text, services)
    if analysis is not None:
        spec = make_spec(analysis, basemap(), services.gazetteer)
        assert "</html>" in render_page(spec, analysis.to_json(), boundaries=basemap())


@pytest.mark.parametrize("seed", range(1))
def test_every_export_of_any_text(seed: int, services: Services) -> None:
    lot = random.Random(seed)  # noqa: S311 - no secret
    text = " ".join(lot.choices(WORDS, k=200))
    analysis = holds(f"A train left Lima for Cusco. {text}", services)

    assert analysis is not None
    for name in FORMATS:
        assert all(write_format(name, analysis).values())


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left Мoscow for Suva.",  # the first letter is Cyrillic
        "It is 5 km from Lima\u2028to Callao\u2029and {{ 7*7 }}${x} to \u202eamiL\u202c.",
        "Li\u200bma is 10 km from Cal\u00adlao\ufeff.",
        "L\u0301\u0302\u0303" + "\u0300" * 500 + "ima is 10 km from Callao.",
        "Lima " * 600,
        f"A ship left {'Llanfair' * 500} for Lima.",
        "=HYPERLINK(“x”) is 10 km from ../../etc/passwd and Lima.",
        "\ud83d\ude00 Lima \U0001f1f5\U0001f1ea is 10 km from Callao " + "🚢" * 300,
        "It is " + "9" * 500 + " km from Lima to Callao.",
        "It is 0." + "0" * 500 + "1 km from Lima to Callao at 1e400 km/h.",
    ],
)
def test_hostile_texts(text: str, services: Services) -> None:
    analysis = holds(text, services)
    if analysis is not None:
        make_spec(analysis, basemap(), services.gazetteer)
        for name in FORMATS:
            write_format(name, analysis)
