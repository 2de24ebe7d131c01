"""Writes corrections to a file of their own and reads them, whoever wrote it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import msgspec

from geo.contracts import ChosenPlace, Edit, KeptMeasure
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_BYTES = 5_000_000
_MOST_EDITS = 5_000
_LEAST_POINTS, _MOST_POINTS = 2, 200


def edits_to_json(edits: Sequence[Edit]) -> str:
    """Write corrections as JSON; outlines of places stay behind, they are found again."""
    raw = msgspec.json.encode(edits, enc_hook=lambda _geometry: None)
    return msgspec.json.format(raw).decode()


def edits_from_json(raw: bytes, *, name: str) -> tuple[Edit, ...]:
    """Read what `edits_to_json` wrote.

    Raises
    ------
    ArticleError
        If it is something else, or holds a place that is not on the earth.
    """
    if len(raw) > _MOST_BYTES:
        raise ArticleError(f"{name!r} has more than {_MOST_BYTES / 1e6:.0f} MB; no corrections do.")
    try:
        edits = msgspec.json.decode(raw, type=tuple[Edit, ...])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ArticleError(f"{name!r} holds no corrections saved by Dateline: {error}.") from error
    if fault := fault_of(edits):
        raise ArticleError(f"{name!r} cannot be used: {fault}.")
    return edits


def edits_to_plain(edits: Sequence[Edit]) -> tuple[dict[str, Any], ...]:
    """Give corrections as plain JSON values, one for each."""
    return tuple(msgspec.to_builtins(edits, enc_hook=lambda _geometry: None))


def edits_from_plain(values: Sequence[dict[str, Any]], *, name: str) -> tuple[Edit, ...]:
    """Make corrections of plain JSON values.

    Raises
    ------
    ArticleError
        As `edits_from_json`.
    """
    return edits_from_json(msgspec.json.encode(values), name=name)


def fault_of(edits: Sequence[Edit]) -> str:
    """Say what makes corrections impossible; empty where nothing does."""
    if len(edits) > _MOST_EDITS:
        return f"it holds more than {_MOST_EDITS:,} corrections"
    for edit in edits:
        if isinstance(edit, ChosenPlace) and not _is_on_earth(edit.place.lon, edit.place.lat):
            return f"the place {edit.place.name[:40]!r} does not lie on the earth"
        if isinstance(edit, KeptMeasure) and not _is_line(edit):
            return "a line that was measured has no two points on the earth, or too many"
    return ""


def _is_line(edit: KeptMeasure) -> bool:
    count = len(edit.points)
    on_earth = all(_is_on_earth(point.lon, point.lat) for point in edit.points)
    return on_earth and _LEAST_POINTS <= count <= _MOST_POINTS


def _is_on_earth(lon: float, lat: float) -> bool:
    return math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90  # noqa: PLR2004 - degrees
