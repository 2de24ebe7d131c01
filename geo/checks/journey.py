"""How long a journey may be and how fast one can be on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.known import Known
    from geo.contracts import Claim, Leg, Mode


# Further on the same way may be gone by something else.
_NEAR_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """One length that the journey may have, metres, and the claim that says so, if one does.

    ``ends`` says from where to where, for a length that the article does not state. ``is_doubtful``
    says that it is that of a way so long that a shorter one may well be missing from our network.
    """

    low_m: float
    middle_m: float
    high_m: float
    claim_id: str = ""
    is_route: bool = False
    ends: str = ""
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """What is known of one journey besides its durations and speeds.

    ``pace`` is what keeps it slower than others of its mode, if anything does.
    """

    lengths: tuple[Length, ...]
    mode: Mode
    stop: str = ""
    pace: str = ""
    missing: str = ""


def journey_of(
    known: Known,
    lengths: Sequence[Claim],
    mode: Mode,
    leg: Leg | None = None,
    said: Claim | None = None,
) -> Journey:
    """Gather the lengths that a journey may have: the article's own first, then the way's.

    ``said`` is what is told of the ``leg``.
    """
    found = [
        Length(
            low_m=claim.figure.low_si,
            middle_m=claim.figure.value_si,
            high_m=claim.figure.high_si,
            claim_id=claim.id,
        )
        for claim in lengths
    ]
    if known.routes or known.straight:
        shorter = known.straight if known.is_roundabout else None
        found.append(
            Length(
                low_m=shorter.distance_m - shorter.edges_m if shorter else known.low_m,
                middle_m=known.middle_m,
                high_m=known.high_m,
                is_route=bool(known.routes),
                ends=known.straight.words if known.straight else "",
                is_doubtful=known.is_roundabout,
            )
        )
    return Journey(
        lengths=tuple(found),
        mode=mode,
        stop=leg.stop.text if leg and leg.stop else "",
        pace="muscle" if leg and said and _is_by_muscle(leg, said) else "",
        missing=known.missing,
    )


def _is_by_muscle(leg: Leg, said: Claim) -> bool:
    """Whether words near a figure, by which who travels goes, are of a cyclist, rower or rider."""
    told = (one.span for one in leg.evidence if one.span and one.reason.startswith("by "))
    near = (span.text.lower() for span in told if abs(said.span.start - span.end) <= _NEAR_CHARS)
    return any(not listed("by_muscle").isdisjoint(words.split()) for words in near)
