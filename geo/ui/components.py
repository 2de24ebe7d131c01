"""The parts of a story's page: head, article, map, findings.

Each is a component of the app's own page, without a frame: a choice in one is told to the others by
an event of the browser, so that no click runs the script again and nothing is drawn twice. Their
scripts and styles come once, as a part that never changes: what follows are their data alone.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
import streamlit as st

from geo.contracts import Position
from geo.maps.page.bundle import component_assets, desk_script
from geo.maps.spec.model import Bounds
from geo.ui import assets, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from streamlit.components.v2.types import ComponentRenderer

    from geo.maps.graphic.draw import Graphic
    from geo.ui.work import Result


_ARTICLE, _MAP, _PREVIEW = "article", "map", "preview"

# What each part brings along: it waits for the scripts, which are sent to a browser once.
_STARTED = """export default (given) => {
  let end = null;
  let is_there = true;
  const start = () => {
    if (is_there) end = window.DatelineDesk.PART({ ...given, data: given.data[0] });
  };
  if (window.DatelineDesk) start();
  else window.addEventListener("dateline:scripts", start, { once: true });
  return () => {
    is_there = false;
    end?.();
  };
};"""


def scripts() -> None:
    """Bring the scripts and the style sheet of all parts, before the first of them."""
    _scripts()(key="scripts")


def head(result: Result) -> None:
    """Draw the title, the list of things to do and, on a phone, the tabs."""
    _part("head")(key="head", data=result.matter["head"])


def article(result: Result) -> None:
    """Draw the words of the article with their marks."""
    _part("article")(key=_ARTICLE, data=result.matter["article"], on_asked_change=lambda: None)


def asked() -> dict[str, Any] | None:
    """Tell what shall be corrected, if it was asked in the article.

    That is the ``id`` of a thing on the map, or a ``quote`` of the article; ``count`` is another at
    each click.
    """
    answer = st.session_state.get(_ARTICLE)
    told: dict[str, Any] | None = answer.get("asked") if answer else None
    return told


def map_(result: Result, measured: Callable[[Sequence[Position]], None]) -> None:
    """Draw the map; ``measured`` is called with a line that was measured on it and shall stay."""

    def keep() -> None:
        told = st.session_state[_MAP].get("measured")
        if told:
            measured(msgspec.convert(told["points"], list[Position]))

    data = {"spec": result.drawing, "labels": texts.READER}
    _part("map")(key=_MAP, data=data, on_measured_change=keep)


def findings(result: Result) -> None:
    """Draw the figures, the journeys and the tables of evidence."""
    _part("findings")(key="findings", data=result.matter["findings"])


def typing() -> None:
    """Have what is typed into the box sent while it is typed, not only when it is left."""
    _part("typing")(key="typing", data={})


def other_tabs() -> None:
    """Have it said when the story is open in another tab of the browser, as long as it is."""
    _part("tabs")(key="tabs", data={"text": texts.OTHER_TAB, "close": texts.CLOSE})


def candidates(
    data: dict[str, Any], mark: str, picked: Callable[[int], None]
) -> tuple[float, float] | None:
    """Draw the small map of the places that may be meant, each a button with its number.

    ``picked`` is called with the number that was clicked. Gives where the pin was dropped, if it
    was dragged on the large map: longitude and latitude, WGS 84 degrees.
    """
    key = f"candidates_{mark}"

    def pick() -> None:
        number = st.session_state[key].get("picked")
        if isinstance(number, int):
            picked(number)

    answer = _part("candidates")(
        key=key, data=data, on_picked_change=pick, on_moved_change=lambda: None
    )
    moved = answer.get("moved")
    return (float(moved["lon"]), float(moved["lat"])) if moved else None


def preview(
    graphic: Graphic,
    frame: Bounds | None,
    *,
    wants: bool,
    draw: Callable[[dict[str, float]], None] | None = None,
) -> Bounds | None:
    """Draw a picture; where it is wanted, gives what the map showed last, if that is known.

    With ``draw`` a box may be drawn on it, which that is called with: its edges ``west``,
    ``north``, ``east`` and ``south`` in shares of the picture.
    """

    def drawn() -> None:
        told = st.session_state[_PREVIEW].get("drawn")
        if draw is not None and told:
            draw({edge: float(told[edge]) for edge in ("west", "north", "east", "south")})

    raw = base64.b64encode(graphic.svg.encode()).decode()
    data = {
        "image": f"data:image/svg+xml;base64,{raw}",
        "alt": graphic.alt,
        "width": round(graphic.width_px),
        "wants": wants,
        "draws": draw is not None,
        "frame": None if frame is None else msgspec.to_builtins(frame),
    }
    answer = _part("preview")(
        key=_PREVIEW, data=data, on_frame_change=lambda: None, on_drawn_change=drawn
    )
    said = answer.get("frame")
    return msgspec.convert(said, Bounds) if said else None


@cache
def _scripts() -> ComponentRenderer:
    # The map's own style sheet comes first: one set of colours and letters for all parts.
    script, style = component_assets()
    sheet = json.dumps(f"{style}\n{assets.text('parts.css')}")
    style_first = f"window.datelineStyle = {sheet};"
    return st.components.v2.component(
        "dateline_scripts",
        js=f"{style_first}\n{script}\n{desk_script()}\nexport default () => {{}};",
    )


@cache
def _part(name: str) -> Callable[..., Mapping[str, Any]]:
    part = st.components.v2.component(f"dateline_{name}", js=_STARTED.replace("PART", name))

    def draw(*, key: str, data: Mapping[str, Any], **told: Any) -> Mapping[str, Any]:
        # In a list: of a mapping Streamlit asks of each value whether it is a table, and loads
        # pandas to find out, a third of a second of the first visit.
        answer: Mapping[str, Any] = part(key=key, data=[data], **told)
        return answer

    return draw
