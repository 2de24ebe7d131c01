"""The files of a story to take away; each is made only when its button is pressed.

Data formats are the rows of `geo.export.formats`, which the command line writes too.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo import wiring
from geo.export.formats import FORMATS, write_format
from geo.export.plain import article_file_name
from geo.maps.page.embed import oembed
from geo.store.project import ENDING
from geo.ui import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.contracts import Analysis
    from geo.maps.graphic.draw import Graphic
    from geo.maps.spec.model import MapSpec

_PNG_SCALE = 2
_MIMES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    ".html": "text/html",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".zip": "application/zip",
}

# Where it is not the name; several files are zipped.
_ENDINGS = {"csv": "-csv.zip", "parquet": "-parquet.zip", "claimreview": "-claimreview.json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to take away; ``make`` writes what is in it."""

    key: str
    label: str
    about: str
    ending: str
    mime: str
    make: Callable[[], str | bytes]


def pictures(graphic: Graphic) -> tuple[Download, ...]:
    """List the files of a picture."""
    return tuple(
        Download(
            key=f"save_{kind}",
            label=label,
            about=about,
            ending=f".{kind}",
            mime=_MIMES[kind],
            make=partial(_graphic, graphic, kind),
        )
        for kind, (label, about) in texts.GRAPHICS.items()
    )


def page_file(spec: MapSpec, analysis: Analysis, *, oembed: str = "") -> Download:
    """Give the interactive map, which holds the analysis; ``oembed`` is where its answer lies."""
    return Download(
        key="save_html",
        label=texts.SAVE_HTML,
        about=texts.SAVE_HTML_HELP,
        ending=".html",
        mime=_MIMES[".html"],
        make=partial(_page, spec, analysis, oembed),
    )


def oembed_file(source: str, title: str) -> Download:
    """Give the oEmbed answer of a page at this address."""
    label, about = texts.OEMBED
    return Download(
        key="save_oembed",
        label=label,
        about=about,
        ending=".html.oembed.json",
        mime=_MIMES[".json"],
        make=partial(oembed, source, title),
    )


def data_files(analysis: Analysis) -> tuple[Download, ...]:
    """List a file for each data format; one of several files is zipped."""
    return tuple(_data_file(name, analysis) for name in FORMATS)


def project_file(make: Callable[[], bytes]) -> Download:
    """Give the story with all that was made of it, as ``make`` writes it."""
    label, about = texts.PROJECT
    return Download(
        key="save_project", label=label, about=about, ending=ENDING, mime=_MIMES[".json"], make=make
    )


def buttons(title: str, downloads: tuple[Download, ...], analysis: Analysis) -> None:
    """Draw the buttons of some files below their title."""
    st.markdown(f"**{title}**")
    with st.container(horizontal=True, key=f"saving_{downloads[0].key}"):
        for download in downloads:
            st.download_button(
                download.label,
                data=download.make,
                file_name=file_name(download, analysis),
                mime=download.mime,
                help=download.about,
                on_click="ignore",
                key=download.key,
            )


def file_name(download: Download, analysis: Analysis) -> str:
    """Name a file by its article."""
    return f"{article_file_name(analysis.article)}{download.ending}"


def _data_file(name: str, analysis: Analysis) -> Download:
    label, about = texts.FORMATS[name]
    ending = _ENDINGS.get(name, f".{name}")
    return Download(
        key=f"save_{name}",
        label=label,
        about=about,
        ending=ending,
        mime=_MIMES.get(ending, "application/octet-stream"),
        make=partial(_data, name, analysis),
    )


def _data(name: str, analysis: Analysis) -> bytes:
    files = write_format(name, analysis)
    if name not in _ENDINGS or len(files) == 1:
        return next(iter(files.values()))
    stem, packed = article_file_name(analysis.article), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for ending, content in files.items():
            archive.writestr(f"{stem}{ending}", content)
    return packed.getvalue()


def _page(spec: MapSpec, analysis: Analysis, at: str) -> str:
    from geo.maps.page.html import render_page  # noqa: PLC0415 - the first map must not wait for folium

    return render_page(spec, analysis.to_json(), boundaries=wiring.basemap(), oembed=at)


def _graphic(graphic: Graphic, kind: str) -> bytes:
    from geo.export.graphics import write_graphic  # noqa: PLC0415 - as above

    return write_graphic(graphic, kind, scale=_PNG_SCALE if kind == "png" else 1)
