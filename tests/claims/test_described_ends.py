"""Distances of which one end is only described, is a pole, or is a park without an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

ENDS = [
    # Who is told of is described right before the figure.
    ("They loaded it in Sumqayit. From the Azerbaijani port, 27 km north of Baku, it left.", HOLDS),
    (
        "They loaded it in Sumqayit. From the Azerbaijani port, 97 km north of Baku, it left.",
        UNKNOWN,
    ),
    ("She lives in Cork. The bus left the city, 220 km southwest of Dublin, at noon.", HOLDS),
    ("She lives in Cork. The bus left the city, 640 km southwest of Dublin, at noon.", UNKNOWN),
    ("She lives in Cork. The bus left a village, 220 km southwest of Dublin, at noon.", UNKNOWN),
    # "The pole" is the one that the story names.
    ("The North Pole is cold. Longyearbyen is 1,320 kilometers from the pole.", HOLDS),
    ("The North Pole is cold. Longyearbyen is 2,620 kilometers from the pole.", FAILS),
    ("Longyearbyen is 1,320 kilometers from the pole.", UNKNOWN),
    ("They went from the North to the South Pole. Tromso is 2,260 km from the pole.", UNKNOWN),
    # "Farther" is "further".
    ("They drove on from Salta. Jujuy is 69 km farther north.", HOLDS),
    # "Itself" parts no name from what is said of it.
    ("From Salta they went to Jujuy itself, which lies a further 69 km north.", HOLDS),
    # To the middle of a park a distance may hold; nothing is refused.
    ("Etosha National Park lies 410 kilometres north of Windhoek.", HOLDS),
    ("Etosha National Park lies 210 kilometres north of Windhoek.", UNKNOWN),
    ("They took it to Kruger National Park, 390 kilometres northeast of Pretoria.", HOLDS),
    ("They took it to Kruger National Park, 190 kilometres northeast of Pretoria.", UNKNOWN),
]


@pytest.mark.parametrize(("text", "verdict"), ENDS)
def test_an_end_that_is_described_is_found(text: str, verdict: Verdict, services: Services) -> None:
    assert verdicts(text, ClaimKind.SEPARATION, services) == [verdict]


def test_a_second_figure_has_the_unit_of_the_first(services: Services) -> None:
    text = "Koper is 80 kilometres from Ljubljana and 15 from Trieste."
    assert verdicts(text, ClaimKind.SEPARATION, services) == [HOLDS, HOLDS]
    text = "Koper is 80 kilometres from Ljubljana and 15 from Trieste came by bus."
    assert verdicts(text, ClaimKind.SEPARATION, services) == [HOLDS]
