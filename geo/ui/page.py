"""The page from top to bottom: masthead, story with map and claims, downloads, what it rests on."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import Source
from geo.errors import GeoError
from geo.settings import OPEN, Settings
from geo.ui import assets, components, intake, saving, texts
from geo.ui.progress import show_share, show_steps
from geo.ui.work import desk

if TYPE_CHECKING:
    from geo.ui.work import Result

_FIRST_EXAMPLE = "armoured-train"
_log = logging.getLogger(__name__)


def main() -> None:
    """Draw the page; Streamlit calls this again after every action."""
    st.set_page_config(
        page_title=texts.NAME,
        page_icon=str(assets.path("icon.svg")),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(f"<style>{assets.text('page.css')}</style>")
    _masthead()
    result = _result()
    if result is None:
        return
    components.story(result)
    if not result.analysis.is_placed:
        st.info(texts.NOTHING_PLACED)
    saving.row(result)
    components.reader(result)
    intake.show_if_open()


def _masthead() -> None:
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='name'>{texts.NAME}</p><p class='motto'>{texts.MOTTO}</p>")
        if st.button(texts.ANOTHER, key="another"):
            intake.open_()


def _result() -> Result | None:
    """Take the result to show; at the first visit, open the services and analyse the example."""
    if intake.SHOWN in st.session_state:
        shown: Result = st.session_state[intake.SHOWN]
        return shown
    place = st.empty()
    try:
        with show_share(place) as share:
            desk().open(share)
        result = _asked_for()
        if result is not None:
            st.session_state[intake.SHOWN] = result
            return result
        with show_steps(place) as step:
            source = Source(text=intake.examples(Settings())[_FIRST_EXAMPLE])
            result = desk().work(source, step)
    except GeoError as error:
        place.error(texts.NO_SERVICES.format(reason=error))
        return None
    # Not a GeoError, so a bug of ours: the page still stands, and another text can be pasted; the
    # log keeps the traceback.
    except Exception as error:  # noqa: BLE001 - as above
        _log.exception("The first article could not be analysed")
        place.error(texts.FAULT.format(kind=type(error).__name__))
        return None
    st.session_state[intake.SHOWN] = result
    return result


def _asked_for() -> Result | None:
    """Open the file that `python -m geo open` named, if there is one."""
    named = os.environ.get(OPEN)
    if not named:
        return None
    try:
        return intake.open_saved(Path(named).name, Path(named).read_bytes())
    except (GeoError, OSError) as error:
        st.error(texts.OPENED_INSTEAD.format(reason=error))
        return None
