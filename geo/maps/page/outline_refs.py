"""Leaves the outlines of countries out of a saved analysis, and puts them back.

The outlines are most of a saved analysis, and every copy of the program has them. What stays in
their stead is the country's code and the SHA-256 of the outline, so that the very same one is put
back or none: a border that is drawn otherwise today must not pass for the one that was judged.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import msgspec

from geo.contracts.analysis import plain_geometry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.ports import Boundaries

_KIND = "Country"


def without_outlines(analysis_json: str, boundaries: Boundaries) -> str:
    """Leave out the outlines that ``boundaries`` gives again, to the last decimal."""
    whole = json.loads(analysis_json)
    extents = whole.get("extents", {})
    for key, place in _named(whole).items():
        code = place.get("country_code", "")
        own = _outline(boundaries, code) if key in extents else None
        if own is not None and own == _raw(extents[key]):
            extents[key] = {"type": _KIND, "code": code, "sha256": _digest(own)}
    return _raw(whole).decode()


def with_outlines(analysis_json: str, boundaries: Boundaries | None) -> str:
    """Put the outlines back; where one is not to be had, or is another now, say so.

    Its place then has none, and the analysis one more problem.
    """
    whole = json.loads(analysis_json)
    extents = whole.get("extents") if isinstance(whole, dict) else None
    if not isinstance(extents, dict):
        return analysis_json
    left_out = {key: held for key, held in extents.items() if _is_left_out(held)}
    if not left_out:
        return analysis_json
    places = _named(whole)
    for key, held in left_out.items():
        own = _outline(boundaries, held["code"]) if boundaries else None
        if own is not None and _digest(own) == held["sha256"]:
            extents[key] = msgspec.Raw(own)
        else:
            del extents[key]
            name = places.get(key, {}).get("name", held["code"])
            whole.setdefault("problems", []).append(_problem(name))
    return _raw(whole).decode()


def _is_left_out(held: Any) -> bool:
    return (
        isinstance(held, dict)
        and held.get("type") == _KIND
        and isinstance(held.get("code"), str)
        and isinstance(held.get("sha256"), str)
    )


def _problem(name: str) -> dict[str, Any]:
    return {
        "stage": "read",
        "code": "no-outline",
        "message": (
            f"The outline of {name} that this map was checked with is not the one of this program: "
            "it is shown as a point. Analyse the article again to judge it by today's outline."
        ),
        "span": None,
    }


def _named(whole: Any) -> dict[str, dict[str, Any]]:
    """Find the places that have an extent, by its key."""
    return {place["extent"]: place for place in _places(whole)}


def _places(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "feature_id" in value and isinstance(value.get("extent"), str):
            yield value
        for key, item in value.items():
            if key != "extents":
                yield from _places(item)
    elif isinstance(value, list):
        for item in value:
            yield from _places(item)


def _outline(boundaries: Boundaries, code: str) -> bytes | None:
    shape = boundaries.country(code)
    return None if shape is None else _raw(plain_geometry(shape))


def _raw(value: Any) -> bytes:
    return msgspec.json.encode(value)


def _digest(outline: bytes) -> str:
    return hashlib.sha256(outline).hexdigest()
