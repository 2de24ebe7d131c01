"""Chooses which maps of a story are published, and in which frame.

A story of two scales has a second map, of what lies close together; both stand in one picture
unless one of them is chosen. A frame is the story's own, what its map showed last, or drawn on the
picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from geo.maps.spec.bounds import without_air
from geo.maps.spec.model import PlaceKind
from geo.ui import texts
from geo.ui.choices import choice, key_of
from geo.ui.work import desk

if TYPE_CHECKING:
    from geo.maps.spec.model import Bounds, MapSpec
    from geo.ui.work import Result

_MADE = "published_maps"
_LAST, _HAND = "last_frame", "drawn_frame"
_KEPT = 12
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Maps:
    """What is published: a map, and the ``detail`` that stands below it, if one does.

    ``frame`` is what shall be in view where that could not be drawn anew, WGS 84 degrees.
    """

    whole: MapSpec
    detail: MapSpec | None = None
    frame: Bounds | None = None


def choose(result: Result) -> tuple[MapSpec, MapSpec | None]:
    """Choose the map of the whole story, of its detail, or both."""
    alone = _made(result, None)
    if alone is None:
        return result.spec, None
    names = [place.name for place in alone.places if place.kind is not PlaceKind.ASSOCIATIVE]
    told = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    options = {key: words.format(names=told) for key, words in texts.MAPS.items()}
    wanted = choice(texts.PUBLISH_MAP, options, "map")
    if wanted == "detail":
        return alone, None
    return result.spec, _made(result, alone.frame) if wanted == "both" else None


def in_frame(result: Result, whole: MapSpec, detail: MapSpec | None, wanted: str) -> Maps:
    """Give the maps in the frame that is ``wanted``: one of `texts.FRAMES`.

    A frame of somebody's own shows what is in it, and no second map.
    """
    frame = {"view": last_frame(), "hand": hand_frame()}.get(wanted)
    if frame is None:
        return Maps(whole=whole, detail=detail)
    if not _is_inside(frame, whole.basemap.bounds):
        return Maps(whole=whole, frame=frame)
    return Maps(whole=_made(result, without_air(frame)) or whole)


def last_frame() -> Bounds | None:
    """Give what the story's map showed last, as far as that is known."""
    known: Bounds | None = st.session_state.get(_LAST)
    return known


def keep_last_frame(frame: Bounds) -> None:
    """Remember what the story's map showed last."""
    st.session_state[_LAST] = frame


def hand_frame() -> Bounds | None:
    """Give the frame that was drawn for this story."""
    known: Bounds | None = st.session_state.get(key_of(_HAND))
    return known


def keep_hand_frame(frame: Bounds | None) -> None:
    """Remember a frame that was drawn; None forgets it."""
    st.session_state[key_of(_HAND)] = frame


def _is_inside(frame: Bounds, box: Bounds) -> bool:
    return (
        box.west <= frame.west < frame.east <= box.east
        and box.south <= frame.south < frame.north <= box.north
    )


def _made(result: Result, frame: Bounds | None) -> MapSpec | None:
    """Make a map of the story in a frame, or its detail for None; each is made once."""
    known: tuple[Result, dict[Bounds | None, MapSpec | None]] | None = st.session_state.get(_MADE)
    if known is None or known[0] is not result:
        known = (result, {})
        st.session_state[_MADE] = known
    made = known[1]
    if frame not in made:
        made[frame] = desk().detail(result) if frame is None else desk().framed(result, frame)
        while len(made) > _KEPT:
            # The first is the detail, which is asked for each time.
            made.pop(list(made)[1])
    return made[frame]
