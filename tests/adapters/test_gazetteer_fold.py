from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.adapters.gazetteer.fold import exact, fold, join, without_article


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Saint-Étienne", "st etienne"),
        ("St. Etienne", "st etienne"),
        ("U.S.", "us"),
        ("Xi’an", "xian"),
        ("Kraków", "krakow"),
        ("Łódź", "lodz"),
        ("Tórshavn", "torshavn"),
        ("São Tomé & Príncipe", "sao tome principe"),
        ("Москва́", "москва"),
        ("平壌", "平壌"),
        ("Saint", "saint"),
        ("Mount Fuji", "mt fuji"),
        ("Biel/Bienne", "biel bienne"),
        ("  ’ - ", ""),
        ("a\u00b4b", "ab"),
        ("Groß-Gerau", "gross gerau"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=40))
@example("𝚨")
def test_folding_twice_changes_nothing_and_leaves_single_spaces(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.text(max_size=20))
def test_a_folded_name_is_no_exact_key(name: str) -> None:
    assert not fold(name).startswith("=")
    assert exact(name).startswith("=")


@pytest.mark.parametrize(
    ("name", "bare"), [("the Kremlin", "Kremlin"), ("The US", "US"), ("Theben", "Theben")]
)
def test_without_article(name: str, bare: str) -> None:
    assert without_article(name) == bare


def test_join_shortens_only_what_goes_on() -> None:
    assert join(["saint"]) == "saint"
    assert join(["saint", "paul"]) == "st paul"
