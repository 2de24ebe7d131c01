"""What one visitor's page remembers: which view is open, what is shown, and the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from geo.contracts import Source

if TYPE_CHECKING:
    from geo.ui.work import Result

View = Literal["start", "story", "publish"]

# Keys of the session state. The draft is kept apart from the widgets, whose state Streamlit drops
# as soon as they are not on the page.
_VIEW, _SHOWN, _DRAFT = "view", "shown", "draft"


def view() -> View:
    """Which view is open; the start where nothing is shown yet."""
    chosen: View = st.session_state.get(_VIEW, "start")
    return chosen if shown() is not None else "start"


def go(to: View) -> None:
    """Open another view at the next run of the script."""
    st.session_state[_VIEW] = to


def shown() -> Result | None:
    """Give the story that is shown."""
    result: Result | None = st.session_state.get(_SHOWN)
    return result


def show(result: Result) -> None:
    """Keep a result as the one that is shown, and open it."""
    st.session_state[_SHOWN] = result
    go("story")


def replace_shown(result: Result) -> None:
    """Keep a result as the one that is shown; the view stays."""
    st.session_state[_SHOWN] = result


def draft() -> Source:
    """Give what stands in the paste box, with what is known about it besides."""
    source: Source = st.session_state.get(_DRAFT, Source(text=""))
    return source


def keep_draft(source: Source) -> None:
    """Remember a source as the one that is worked at."""
    st.session_state[_DRAFT] = source
