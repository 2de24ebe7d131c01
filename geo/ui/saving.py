"""A result goes in, download buttons come out; a file is made only when its button is pressed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import streamlit as st

from geo.export.geojson import to_geojson
from geo.maps.page import render_page
from geo.ui import texts

if TYPE_CHECKING:
    from geo.ui.work import Result

_NAME_LENGTH = 60


def row(result: Result) -> None:
    """Draw the buttons in one quiet row."""
    name = file_name(result.analysis.article.title)
    with st.container(key="saving", horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{texts.SAVE}</p>")
        st.download_button(
            texts.SAVE_HTML,
            data=lambda: render_page(result.spec),
            file_name=f"{name}.html",
            mime="text/html",
            help=texts.SAVE_HTML_HELP,
            type="tertiary",
            on_click="ignore",
            key="save_html",
        )
        st.download_button(
            texts.SAVE_GEOJSON,
            data=lambda: to_geojson(result.analysis),
            file_name=f"{name}.geojson",
            mime="application/geo+json",
            help=texts.SAVE_GEOJSON_HELP,
            type="tertiary",
            on_click="ignore",
            key="save_geojson",
        )
        st.download_button(
            texts.SAVE_JSON,
            data=lambda: result.analysis.to_json(indent=2),
            file_name=f"{name}.json",
            mime="application/json",
            help=texts.SAVE_JSON_HELP,
            type="tertiary",
            on_click="ignore",
            key="save_json",
        )


def file_name(title: str) -> str:
    """Make a file name that every system accepts out of a title."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower())[:_NAME_LENGTH].strip("-")
    return plain or "dateline"
