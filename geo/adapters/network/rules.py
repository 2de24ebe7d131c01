"""What is particular to one network: how far it reaches, how far its lengths may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.contracts import RouteKind

# Between the codes of two countries whose border is meant.
BORDER = "|"


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What is particular to one network.

    Attributes
    ----------
    noun : what its lines are called ("road").
    reach_m : a place is on the network if it is no farther off, metres.
    access_counts : whether the way from the place to the network is a part of the length.
    low, high : shares by which the true length may lie under and over the network's.
    spare_m : what the length may be off besides, for the ends, metres.
    access_spare : share of the way to the network by which the length may be off besides.
    closed : kinds of hops that are not taken unless they are opened.
    shut : borders ("KP|KR", in the order of their letters) that are closed: gone round where
        it can be.
    dear : kinds that count several times when ways are compared.
    may_be_wild : whether a way round may be as long as it likes.
    """

    kind: RouteKind
    noun: str
    reach_m: float
    access_counts: bool
    low: float
    high: float
    spare_m: float
    access_spare: float = 0.0
    closed: frozenset[str] = frozenset()
    shut: frozenset[str] = frozenset()
    dear: frozenset[str] = frozenset()
    may_be_wild: bool = False
