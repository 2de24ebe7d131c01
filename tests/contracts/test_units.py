"""The units of the code are those of the table that articles are read with."""

from __future__ import annotations

import pytest

from geo.contracts import units
from geo.text.quantities import find_amounts


@pytest.mark.parametrize(
    ("words", "value_si"),
    [
        ("1 km", units.M_PER_KM),
        ("1 mile", units.M_PER_MILE),
        ("1 nautical mile", units.M_PER_NAUTICAL_MILE),
        ("1 hour", units.S_PER_HOUR),
        ("1 day", units.S_PER_DAY),
        ("1 mph", units.M_PER_MILE / units.S_PER_HOUR),
    ],
)
def test_one_of_a_unit_is_as_much_as_we_say(words: str, value_si: float) -> None:
    (amount,) = find_amounts(words, 0)
    assert amount.quantity.value_si == pytest.approx(value_si, rel=1e-12)
