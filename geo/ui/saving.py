"""Download buttons; a file is made only when its button is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo import wiring
from geo.export.plain import article_file_name
from geo.ui import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.maps.graphic.draw import Size
    from geo.ui.work import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to take away; ``make`` writes what is in it."""

    key: str
    label: str
    about: str
    ending: str
    mime: str
    make: Callable[[], str | bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicChoice:
    """A kind of picture, and the size at which it is offered."""

    kind: str
    label: str
    about: str
    mime: str
    size: Size = "web"
    scale: int = 1


_GRAPHICS = (
    GraphicChoice(
        kind="png",
        label=texts.SAVE_PNG,
        about=texts.SAVE_PNG_HELP,
        mime="image/png",
        scale=2,
    ),
    GraphicChoice(
        kind="svg", label=texts.SAVE_SVG, about=texts.SAVE_SVG_HELP, mime="image/svg+xml"
    ),
    GraphicChoice(
        kind="pdf",
        label=texts.SAVE_PDF,
        about=texts.SAVE_PDF_HELP,
        mime="application/pdf",
        size="print",
    ),
)


def downloads(result: Result) -> tuple[Download, ...]:
    """List what can be taken away."""
    return (
        Download(
            key="save_html",
            label=texts.SAVE_HTML,
            about=texts.SAVE_HTML_HELP,
            ending="html",
            mime="text/html",
            make=lambda: _page(result),
        ),
        *(
            Download(
                key=f"save_{graphic.kind}",
                label=graphic.label,
                about=graphic.about,
                ending=graphic.kind,
                mime=graphic.mime,
                make=partial(_graphic, result, graphic),
            )
            for graphic in _GRAPHICS
        ),
        Download(
            key="save_geojson",
            label=texts.SAVE_GEOJSON,
            about=texts.SAVE_GEOJSON_HELP,
            ending="geojson",
            mime="application/geo+json",
            make=lambda: _geojson(result),
        ),
        Download(
            key="save_json",
            label=texts.SAVE_JSON,
            about=texts.SAVE_JSON_HELP,
            ending="json",
            mime="application/json",
            make=lambda: result.analysis.to_json(indent=2),
        ),
    )


def page(result: Result) -> None:
    """Offer all files of a story."""
    name = article_file_name(result.analysis.article)
    with st.container(key="saving", horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{texts.SAVE}</p>")
        for download in downloads(result):
            st.download_button(
                download.label,
                data=download.make,
                file_name=f"{name}.{download.ending}",
                mime=download.mime,
                help=download.about,
                type="tertiary",
                on_click="ignore",
                key=download.key,
            )


def _page(result: Result) -> str:
    from geo.maps.page.html import render_page  # noqa: PLC0415 - the first map must not wait for folium

    return render_page(result.spec, result.analysis.to_json(), boundaries=wiring.basemap())


def _graphic(result: Result, choice: GraphicChoice) -> bytes:
    from geo.export.graphics import missing_letters, write_graphic  # noqa: PLC0415 - as above
    from geo.maps.graphic.draw import draw_graphic  # noqa: PLC0415 - as above

    graphic = draw_graphic(result.spec, size=choice.size, missing=missing_letters)
    return write_graphic(graphic, choice.kind, scale=choice.scale)


def _geojson(result: Result) -> str:
    from geo.export.geojson import to_geojson  # noqa: PLC0415 - as above

    return to_geojson(result.analysis)
