"""A result goes in, download buttons come out; a file is made only when its button is pressed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import streamlit as st

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
            data=lambda: _page(result),
            file_name=f"{name}.html",
            mime="text/html",
            help=texts.SAVE_HTML_HELP,
            type="tertiary",
            on_click="ignore",
            key="save_html",
        )
        st.download_button(
            texts.SAVE_GEOJSON,
            data=lambda: _geojson(result),
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


def _page(result: Result) -> str:
    from geo.maps.page import render_page  # noqa: PLC0415 - the first map must not wait for folium

    return render_page(result.spec)


def _geojson(result: Result) -> str:
    from geo.export.geojson import to_geojson  # noqa: PLC0415 - as above

    return to_geojson(result.analysis)


def file_name(title: str) -> str:
    """Make a file name that every system accepts out of a title: whole words, plain letters."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]", "", title.lower()))
    name = ""
    for word in re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode()):
        if len(name) + len(word) >= _NAME_LENGTH:
            break
        name = f"{name}-{word}" if name else word
    return name or "dateline"
