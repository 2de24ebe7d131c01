"""Draws the lines that a person measured on the map and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import KeptMeasure
from geo.geodesy import length_m, polyline
from geo.maps.spec import units
from geo.maps.spec.model import Measure, Tone
from geo.maps.spec.polyline import encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Edit
    from geo.maps.build.extent import MapExtent


def kept_measures(edits: Sequence[Edit], extent: MapExtent) -> tuple[Measure, ...]:
    """Make a measure of each line, with its length along geodesics; it has no disc."""
    kept = [edit for edit in edits if isinstance(edit, KeptMeasure)]
    lines = [polyline([(point.lon, point.lat) for point in edit.points]) for edit in kept]
    return tuple(
        Measure(
            id=f"kept-{number}",
            disc=0,
            tone=Tone.MEASURE,
            lines=tuple(encode(points, extent.grid) for points in extent.turn.lines(line)),
            label=units.length(length_m(line)),
        )
        for number, line in enumerate(lines, start=1)
        if length_m(line) > 0
    )
