"""The story with its map, and what it rests on, as parts of the app's page.

Both are components of the app's own page, without frames: a choice in one is told to the other by
an event of the browser, so that no click runs the script again and nothing is drawn twice.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from geo.maps.page.bundle import component_assets
from geo.ui import assets

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

    from geo.ui.work import Result


def story(result: Result) -> None:
    """Draw title, result, and the map with the claims beside it."""
    _story()(key="story", data=result.drawing)


def reader(result: Result) -> None:
    """Draw the words of the article, and tables of all that was found in them."""
    _reader()(key="reader", data=result.matter)


@cache
def _story() -> ComponentRenderer:
    script, style = component_assets()
    return st.components.v2.component(
        "dateline_story", js=f"{script}\n{assets.text('story.js')}", css=style
    )


@cache
def _reader() -> ComponentRenderer:
    # The map's own style sheet comes first: one set of colours and letters for both parts.
    _, style = component_assets()
    return st.components.v2.component(
        "dateline_reader",
        js=assets.text("reader.js"),
        css=f"{style}\n{assets.text('reader.css')}",
    )
