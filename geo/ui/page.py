"""The page: masthead, and below it the start, a story in its three panes, or what to publish."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from geo.errors import GeoError
from geo.settings import OPEN
from geo.store import is_project
from geo.ui import (
    assets,
    card,
    components,
    corpus,
    corrections,
    kept,
    opening,
    phrases,
    publish,
    start,
    state,
    texts,
)
from geo.ui.progress import show_share
from geo.ui.work import desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.ui.work import Result

_ASKED = "asked_for"
_log = logging.getLogger(__name__)


def main() -> None:
    """Draw the page; Streamlit calls this again after every action."""
    shown = state.shown() if state.view() != "start" else None
    st.set_page_config(
        page_title=f"{shown.spec.title} – {texts.NAME}" if shown else texts.NAME,
        page_icon=str(assets.path("icon.svg")),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(f"<style>{assets.text('page.css')}\n.stApp {{ --lost: '{texts.LOST}'; }}</style>")
    components.scripts()
    _masthead()
    if not _is_open():
        return
    resumed = kept.follow_address()
    if resumed is not None:
        state.run(resumed)
    shown = state.shown()
    components.other_tabs()
    with _told():
        _view(shown)


def _view(shown: Result | None) -> None:
    if state.view() == "publish" and shown:
        publish.page(shown)
    elif state.view() == "story" and shown:
        _story(shown)
    elif folder := corpus.asked_for():
        corpus.page(folder)
    else:
        start.page()


@contextmanager
def _told() -> Iterator[None]:
    """Tell in words what goes wrong while a part is drawn; what comes after it still does."""
    try:
        yield
    # A bug of ours, at which Streamlit would end the page; the log keeps the traceback.
    except Exception as error:  # noqa: BLE001 - as above
        _log.exception("A part of the page could not be drawn")
        st.error(texts.FAULT.format(kind=type(error).__name__))


def _masthead() -> None:
    """Draw the name and the buttons; those of one place have one width, and none moves another.

    A button that moves between the press and the release of the mouse swallows the click.
    """
    view, shown = state.view(), state.shown()
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        alone = "" if shown else " alone"
        st.html(f"<p class='name{alone}'>{texts.NAME}</p><p class='motto'>{texts.MOTTO}</p>")
        st.button(texts.NEW_STORY, key="another", on_click=kept.begin_new)
        if shown is None:
            return
        if view == "story":
            st.button(texts.EDIT_TEXT, key="edit", on_click=state.go, args=("start",))
            card.corrected(shown)
        else:
            st.button(texts.TO_STORY, key="back", on_click=state.go, args=("story",))
        st.button(
            texts.PUBLISH,
            key="publish",
            type="primary",
            disabled=view == "publish",
            on_click=state.go,
            args=("publish",),
        )


def _story(result: Result) -> None:
    """Draw the story: what to do about it, then article, map and findings side by side."""
    components.head(result)
    if not result.analysis.is_placed:
        st.info(texts.NOTHING_PLACED)
    panes = st.container(key="desk")
    # Before them: what is put right there shows them anew, and once is enough.
    with _told():
        card.draw(result, components.asked())
    with panes:
        components.article(result)
        components.map_(result, partial(corrections.keep_measure, result))
        components.findings(result)


def _is_open() -> bool:
    """Open the services, and at the first visit the file that was asked for; or say why not."""
    place = st.empty()
    try:
        with show_share(place) as share:
            desk().open(share)
    except GeoError as error:
        place.error(texts.NO_SERVICES.format(reason=phrases.plain(str(error))))
        return False
    # Not a GeoError, so a bug of ours; the log keeps the traceback.
    except Exception as error:  # noqa: BLE001 - as above
        _log.exception("The services could not be opened")
        place.error(texts.FAULT.format(kind=type(error).__name__))
        return False
    if _ASKED not in st.session_state:
        st.session_state[_ASKED] = True
        _open_what_was_asked_for()
    return True


def _open_what_was_asked_for() -> None:
    """Show the file that `python -m geo open` named, if there is one."""
    named = os.environ.get(OPEN)
    if not named or corpus.asked_for():
        return
    path, place = Path(named), st.empty()
    try:
        raw = path.read_bytes()
        if is_project(raw):
            opening.bring(path.name, raw, place)
        else:
            state.show(opening.open_saved(path.name, raw))
    except (GeoError, OSError) as error:
        st.error(texts.NOT_OPENED.format(reason=phrases.plain(str(error))))
        return
    st.rerun()
