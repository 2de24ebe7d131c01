"""A road far longer than the straight line proves nothing: our network may lack a shorter one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Check
    from geo.pipeline import Services


def check_of(text: str, services: Services) -> Check:
    (check,) = analyse(Source(text=text), services).checks
    return check


def test_a_length_holds_only_if_there_is_no_shorter_road(services: Services) -> None:
    check = check_of("The road from Örebro to Linköping is 290 km long.", services)
    assert check.verdict is Verdict.SUPPORTED
    assert "no shorter way" in check.only_if


@pytest.mark.parametrize("hours", ["two", "five", "14"])
def test_a_time_is_open(hours: str, services: Services) -> None:
    check = check_of(f"The bus from Örebro to Linköping takes {hours} hours.", services)
    assert check.verdict is Verdict.NOT_ENOUGH_INFO
    assert "may lack a shorter way" in check.reason


def test_a_time_that_not_even_the_straight_line_allows_is_refused(services: Services) -> None:
    check = check_of("The bus from Örebro to Linköping takes 20 minutes.", services)
    assert check.verdict is Verdict.REFUTED
