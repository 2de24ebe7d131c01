"""Who the map is owed to: what was used in, a short line and a full list out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.contracts import BasemapClip, Place, Route

_GEONAMES = "GeoNames (CC BY 4.0)"


def sources(
    clip: BasemapClip, places: Sequence[Place], routes: Sequence[Route], *, cities: bool
) -> tuple[str, ...]:
    """List every source once, each with what it was used for."""
    return tuple(
        f"{use}: {'; '.join(names)}."
        for use, names in (
            ("Borders and coasts", _once([clip.source])),
            ("Places", _once([*(place.source for place in places), _GEONAMES if cities else ""])),
            ("Routes", _once(text for route in routes for text in (route.source, route.attribution))),
        )
        if names
    )


def credit_line(full: Sequence[str], routes: Sequence[Route], day: date) -> str:
    """Say the sources in one line, whether a way is inferred, and when the figures were checked."""
    told = list(full)
    if any(route.inferred for route in routes):
        told.append("Route inferred from the article’s words.")
    told.append(f"Checked {day.day} {day:%B %Y}.")
    return " ".join(told)


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.strip().rstrip(".") for name in names if name.strip()))
