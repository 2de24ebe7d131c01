"""What is said of a place in another clause, or beside the thing where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Verdict
from tests.claims.verdicts import verdicts

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS = Verdict.SUPPORTED, Verdict.REFUTED
ADJACENCY, SEPARATION = ClaimKind.ADJACENCY, ClaimKind.SEPARATION

SAID = [
    ("Uganda has no coast; it borders Kenya and Libya.", ADJACENCY, [HOLDS, HOLDS, FAILS]),
    ("Uganda is poor, but it borders Kenya.", ADJACENCY, [HOLDS]),
    ("Niger is landlocked and more than twice the size of France.", ClaimKind.COMPARISON, [HOLDS]),
    ("They went on to Maicao on the Venezuelan border.", ADJACENCY, [HOLDS]),
    ("They slept in Malaba, hard by the Kenyan border.", ADJACENCY, [HOLDS]),
    # What lies on a river is as far from elsewhere as the river there.
    ("Gweru lies on the river of that name, 150 km from Bulawayo.", SEPARATION, [HOLDS]),
    ("Gweru lies on the river of that name, 450 km from Bulawayo.", SEPARATION, [FAILS]),
    ("Kabwe lies in the middle of a plain, 110 km from Lusaka.", SEPARATION, [HOLDS]),
]

NOT_SAID = [
    # "It" may be what is told of as well.
    ("Mali has bought a ship; it lies in Lagos.", ClaimKind.CONTAINMENT),
    ("Kampala has a cathedral; it stands south of Entebbe.", ClaimKind.BEARING),
    ("Uganda has sold its airline, and it is in Kenya now.", ClaimKind.CONTAINMENT),
    # By how much a way gets shorter is not its length.
    ("The canal saves ships from Mumbai to London 2,000 kilometres.", SEPARATION),
    ("The canal saves ships from Mumbai to London 2,000 kilometres.", ClaimKind.ROUTE_LENGTH),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), SAID)
def test_a_clause_is_said_of_the_place_that_it_is_about(
    text: str, kind: ClaimKind, wanted: list[Verdict], services: Services
) -> None:
    assert verdicts(text, kind, services) == wanted


@pytest.mark.parametrize(("text", "kind"), NOT_SAID)
def test_a_clause_about_something_else_is_not_refused(
    text: str, kind: ClaimKind, services: Services
) -> None:
    assert FAILS not in verdicts(text, kind, services)
