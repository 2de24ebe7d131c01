"""The desk where a text is pasted, uploaded or chosen."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import Source
from geo.errors import ArticleError, GeoError
from geo.read import read_file
from geo.settings import Settings
from geo.ui import texts
from geo.ui.progress import show_share, show_steps
from geo.ui.work import desk

if TYPE_CHECKING:
    from datetime import date

    from streamlit.delta_generator import DeltaGenerator

    from geo.ui.work import Result

# Keys of the session state. The draft is kept apart from the widgets, whose state Streamlit drops
# as soon as they are not on the page.
SHOWN = "shown"
_OPEN = "desk_open"
_DRAFT = "draft"

_TEXT_HEIGHT = 300
_log = logging.getLogger(__name__)


@cache
def examples(settings: Settings) -> dict[str, str]:
    """Read our own example articles, by file name without its ending."""
    folder = settings.data / "examples"
    return {path.stem: read_file(path, settings) for path in sorted(folder.glob("*.txt"))}


def open_() -> None:
    """Let the desk be shown on this page."""
    st.session_state[_OPEN] = True


def show_if_open() -> None:
    """Show the desk above the page, if it was asked for."""
    if st.session_state.get(_OPEN):
        _dialog()


# Not dismissible: one click beside it would throw away what was pasted.
@st.dialog(texts.DESK_TITLE, width="medium", dismissible=False)
def _dialog() -> None:
    draft: Source = st.session_state.get(_DRAFT, Source(text=""))
    place = st.empty()
    with st.form("desk", border=False):
        text = st.text_area(
            texts.DESK_TEXT,
            value=draft.text,
            height=_TEXT_HEIGHT,
            placeholder=texts.DESK_TEXT_HINT,
            key="desk_text",
        )
        left, right = st.columns([2, 1])
        title = left.text_input(texts.DESK_HEADLINE, value=draft.title, key="desk_title")
        day: date | None = right.date_input(
            texts.DESK_DAY,
            value=draft.published,
            format="YYYY-MM-DD",
            help=texts.DESK_DAY_HELP,
            key="desk_day",
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            go = st.form_submit_button(texts.DESK_GO, type="primary", key="desk_go")
            back = st.form_submit_button(texts.DESK_BACK, type="tertiary", key="desk_back")
            st.caption(texts.DESK_PRIVATE)
    file = st.file_uploader(texts.DESK_FILE, key="desk_saved")
    chosen = _example_buttons()
    if go or back:
        st.session_state[_DRAFT] = Source(text=text, title=title.strip(), published=day)
    if file is not None and not go and _bring(file.name, file.getvalue(), place):
        _leave()
    if go and _show(st.session_state[_DRAFT], place):
        _leave()
    if back or (chosen is not None and _show(Source(text=chosen), place)):
        _leave()


def _example_buttons() -> str | None:
    chosen = None
    with st.container(horizontal=True, vertical_alignment="center", key="examples"):
        st.caption(texts.DESK_EXAMPLES)
        for name, text in examples(Settings()).items():
            label = name.replace("-", " ").capitalize()
            if st.button(label, type="tertiary", key=f"example_{name}"):
                chosen = text
    return chosen


def _show(source: Source, place: DeltaGenerator) -> bool:
    """Analyse a source and keep the result for the page; or say at ``place`` why not."""
    if not source.text.strip():
        place.error(texts.EMPTY_TEXT)
        return False
    try:
        source = _opened(source)
        with show_steps(place) as step:
            st.session_state[SHOWN] = desk().work(source, step)
    except GeoError as error:
        place.error(str(error))
        return False
    # Not a GeoError, so a bug of ours. Raised further, Streamlit would draw a traceback in place of
    # the desk, and the text that was pasted would be lost; the log keeps the traceback.
    except Exception as error:  # noqa: BLE001 - as above
        _log.exception("An article could not be analysed")
        place.error(texts.FAULT.format(kind=type(error).__name__))
        return False
    return True


def _opened(source: Source) -> Source:
    """Open a link that was pasted instead of a text; any other source stays as it is."""
    text = source.text.strip()
    if not text.startswith(("http://", "https://")) or len(text.split()) > 1:
        return source
    from geo.adapters.links import read_link  # noqa: PLC0415 - rarely allowed

    read = read_link(text, Settings())
    return replace(
        read, title=source.title or read.title, published=source.published or read.published
    )


def _bring(name: str, raw: bytes, place: DeltaGenerator) -> bool:
    """Open a file: a map or analysis that was saved, or else a story, told by its bytes."""
    from geo.maps.page.reader import is_saved  # noqa: PLC0415 - most visits open nothing

    if is_saved(raw):
        return _reopen(name, raw, place)
    from geo.adapters.documents import read_document  # noqa: PLC0415 - as above

    try:
        source = read_document(raw, Settings(), name=name)
    except GeoError as error:
        place.error(str(error))
        return False
    st.session_state[_DRAFT] = source
    return _show(source, place)


def _reopen(name: str, raw: bytes, place: DeltaGenerator) -> bool:
    """Keep the result that a saved file holds for the page; or say at ``place`` why not."""
    try:
        with show_share(place):
            result = open_saved(name, raw)
    except GeoError as error:
        place.error(str(error))
        return False
    article = result.analysis.article
    st.session_state[_DRAFT] = Source(
        text=article.text, title=article.title, published=article.published
    )
    st.session_state[SHOWN] = result
    return True


def open_saved(name: str, raw: bytes) -> Result:
    """Draw the map that a saved file holds.

    Raises
    ------
    ArticleError
        If the file holds none, or one that cannot be drawn.
    """
    from geo.maps.page.reader import read_saved  # noqa: PLC0415 - most visits open nothing

    analysis = read_saved(raw, name=name)
    try:
        return desk().reopen(analysis)
    except GeoError:
        raise
    # The file may come from anybody. It fits the schema, but its values may still be such that no
    # map can be drawn, which shows in errors of any library: told to the reader, kept in the log.
    except Exception as error:
        _log.exception("A saved analysis could not be drawn")
        kind = type(error).__name__
        raise ArticleError(texts.SAVED_FAULT.format(name=name, kind=kind)) from error


def _leave() -> None:
    st.session_state[_OPEN] = False
    st.rerun()
