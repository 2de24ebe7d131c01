"""Whom a map is owed to: a short line to stand below it, and the full list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.contracts import BasemapClip, Place, Route

_GEONAMES = "GeoNames (CC BY 4.0)"
_OWN = "Dateline (compiled by hand)"


def sources(
    clip: BasemapClip, places: Sequence[Place], routes: Sequence[Route], *, cities: bool
) -> tuple[str, ...]:
    """List every source once, each with what it was used for."""
    lands = clip.source.rstrip(".")
    named = [name for name in _once(place.source for place in places) if name not in lands]
    return tuple(
        f"{use}: {'; '.join(names)}."
        for use, names in (
            ("Borders and coasts", [lands]),
            ("Places", _once([*named, _GEONAMES if cities else ""])),
            (
                "Routes",
                _once(text for route in routes for text in (route.source, route.attribution)),
            ),
        )
        if names
    )


def credit_line(
    clip: BasemapClip, places: Sequence[Place], routes: Sequence[Route], day: date
) -> str:
    """Credit everybody once in one line; say what is inferred and when the figures were checked."""
    told = [f"Borders: {clip.source.rstrip('.')}."]
    named = _once([_GEONAMES, *(place.source for place in places)])
    told.append(f"Places: {'; '.join(name for name in named if name not in told[0])}.")
    for credit in _once(route.attribution for route in routes):
        if not any(credit in line for line in told):
            told.append(f"{credit}." if ":" in credit else f"Routes: {credit}.")
    if any(route.inferred for route in routes):
        told.append("Route inferred from the article’s words.")
    told.append(f"Checked {day.day} {day:%B %Y}.")
    return " ".join(told)


def short_credits(line: str) -> str:
    """Shorten what `credit_line` wrote for a small picture: names and licences stay, remarks go."""
    told = []
    for sentence in line.rstrip(".").split(". "):
        start, colon, names = sentence.partition(": ")
        if not colon:
            told.append(sentence)
            continue
        # A remark begins with a small letter; what we compiled ourselves needs no licence.
        kept = [n for n in names.split("; ") if not n[:1].islower() and not n.startswith(_OWN)]
        if kept:
            told.append(f"{start}: {'; '.join(kept)}")
    return "".join(f"{sentence}. " for sentence in told).rstrip()


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.strip().rstrip(".") for name in names if name.strip()))
