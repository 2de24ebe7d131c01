"""Whatever the text, the whole line ends in an analysis whose exports can be written, or in words.

Texts are put together by lot from what news says, what is hostile and what comes as it comes.
"""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.contracts import Source
from geo.errors import ArticleError
from geo.export.formats import FORMATS, write_format
from geo.maps.build.article_map import make_spec
from geo.pipeline import analyse
from geo.wiring import basemap
from tests.hostile import STRINGS
from tools.fuzz.edits import edits_by_lot
from tools.fuzz.line import Broken, follow
from tools.fuzz.texts import ODD, WORDS, by_lot

if TYPE_CHECKING:
    from geo.pipeline import Services

PIECES = st.one_of(st.sampled_from(WORDS + ODD), st.sampled_from(STRINGS), st.text(max_size=20))
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map(" ".join)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
def test_any_text(text: str, services: Services) -> None:
    follow(text, services, export="page")


def test_texts_by_lot_are_the_same_for_the_same_seed() -> None:
    texts = [[by_lot(random.Random(seed)) for _ in range(3)] for seed in (1, 1, 2)]  # noqa: S311 - as above
    assert texts[0] == texts[1] != texts[2]


def test_what_cannot_be_right_is_noticed(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.fuzz.line.write_format", lambda *_: {".csv": b""})
    with pytest.raises(Broken, match="an empty file of csv"):
        follow("A train left Lima for Cusco.", services, export="csv")


@pytest.mark.parametrize("seed", range(1))
def test_every_export_of_any_text(seed: int, services: Services) -> None:
    lot = random.Random(seed)  # noqa: S311 - no secret
    text = " ".join(lot.choices(WORDS, k=200))
    analysis = follow(f"A train left Lima for Cusco. {text}", services)

    assert analysis is not None
    for name in FORMATS:
        assert all(write_format(name, analysis).values())


_LINES = 8
SENTENCES = (
    "A train left Lima for Cusco and the second one for Puno, the mayor said on Monday",
    "They flew to Suva, and then the others to Nadi, 120 km away, by the coast road",
    "The bus to Quito and that from Lima, via Ica, took 9 hours and 30 minutes in all",
    "It is the capital of Fiji and the largest town between Lautoka and the sea",
    "Neither the ship nor its crew has reached Athens, from where both are to go on to Cairo",
)


def test_a_text_may_end_at_any_word(services: Services) -> None:
    for sentence in SENTENCES:
        words = sentence.split()
        beginnings = [" ".join(words[:end]) for end in range(3, len(words))]
        # Many short lines at once look like a menu, and would not be read.
        for some in range(0, len(beginnings), _LINES):
            text = "\n\n".join(("It was late.", *beginnings[some : some + _LINES]))
            analysis = follow(text, services, is_saved=False)
            assert analysis is not None
            assert all(block.is_story for block in analysis.article.blocks)


HOSTILE = {
    "a name of mixed alphabets": "The ferry left Мoscow for Suva.",  # the first letter is Cyrillic
    "line separators, template braces and turned letters": (
        "It is 5 km from Lima\u2028to Callao\u2029and {{ 7*7 }}${x} to \u202eamiL\u202c."
    ),
    "zero-width letters": "Li\u200bma is 10 km from Cal\u00adlao\ufeff.",
    "a flood of combining accents": (
        "L\u0301\u0302\u0303" + "\u0300" * 500 + "ima is 10 km from Callao."
    ),
    "a name over and over": "Lima " * 600,
    "a name as long as a page": f"A ship left {'Llanfair' * 500} for Lima.",
    "a formula and a path": "=HYPERLINK(“x”) is 10 km from ../../etc/passwd and Lima.",
    "pictures, flags and halves of them": (
        "\ud83d\ude00 Lima \U0001f1f5\U0001f1ea is 10 km from Callao " + "🚢" * 300
    ),
    "a number as long as a page": "It is " + "9" * 500 + " km from Lima to Callao.",
    "figures beyond any float": (
        "It is 0." + "0" * 500 + "1 km from Lima to Callao at 1e400 km/h."
    ),
}
REFUSED = {
    "null bytes": ("Lima is 10\x00 km from Callao.\x00", "binary file"),
    "half a pair of surrogates": ("Lima\ud800 is 10 km from Callao.", "broken character"),
    "ten megabytes on one line": ("Lima " * 2_000_000, "reads up to 2 MB"),
    "no word at all": ("\u200b\n \u202e", "no text|empty"),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts(text: str, services: Services) -> None:
    analysis = follow(text, services)
    if analysis is not None:
        make_spec(analysis, basemap(), services.gazetteer)
        for name in FORMATS:
            write_format(name, analysis)


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_article_is_refused_in_words(text: str, said: str, services: Services) -> None:
    with pytest.raises(ArticleError, match=said):
        analyse(Source(text=text), services)


CORRECTED = (
    "A train left Lima for Cusco, 570 km away, and a bus went from Cusco to Puno. "
    "It is 80 km from Ica to Lima, the mayor of Lima said."
)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_a_hand_corrects_can_be_shown_and_written(seed: int, services: Services) -> None:
    lot = random.Random(seed)  # noqa: S311 - no secret
    export = "page" if seed == 0 else list(FORMATS)[seed % len(FORMATS)]
    analysis = follow(CORRECTED, services, export=export, correct=partial(edits_by_lot, lot))
    assert analysis is not None
    assert analysis.edits
