"""The claims of a map as plain data: what a terminal shows as well, which has no map."""

from __future__ import annotations

from dataclasses import dataclass

from geo.maps.spec.kinds import Tone, VerdictSign  # noqa: TC001 - msgspec reads types as it runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The line that a claim about a distance is checked on; ``disc`` is 0 for one kept by hand."""

    id: str
    disc: int
    tone: Tone
    lines: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """One claim, or several that were judged together; ``refs`` are their ids.

    ``targets`` are the ids of the places, routes and measures on the map that it is about.
    """

    id: str
    refs: tuple[str, ...]
    number: int
    tone: Tone
    quote: str
    sign: VerdictSign
    word: str
    sentence: str
    readings: tuple[str, ...]
    targets: tuple[str, ...]
