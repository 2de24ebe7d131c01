"""The parts of a story's page: head, article, map, findings.

Each is a component of the app's own page, without a frame: a choice in one is told to the others by
an event of the browser, so that no click runs the script again and nothing is drawn twice.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from geo.maps.page.bundle import component_assets, desk_script
from geo.ui import assets

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

    from geo.ui.work import Result


def head(result: Result) -> None:
    """Draw the title, the list of things to do and, on a phone, the tabs."""
    _part("head")(key="head", data=result.matter["head"])


def article(result: Result) -> None:
    """Draw the words of the article with their marks."""
    _part("article")(key="article", data=result.matter["article"])


def map_(result: Result) -> None:
    """Draw the map."""
    _part("map")(key="map", data=result.drawing)


def findings(result: Result) -> None:
    """Draw the figures, the journeys and the tables of evidence."""
    _part("findings")(key="findings", data=result.matter["findings"])


@cache
def _part(name: str) -> ComponentRenderer:
    # The map's own style sheet comes first: one set of colours and letters for all parts.
    script, style = component_assets()
    scripts = [script] if name == "map" else []
    started = f"export default (given) => window.DatelineDesk.{name}(given);"
    return st.components.v2.component(
        f"dateline_{name}",
        js="\n".join((*scripts, desk_script(), started)),
        css=f"{style}\n{assets.text('parts.css')}",
    )
