"""What one visitor's page remembers: which view is open, what is shown, what runs, the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from geo.contracts import Source

if TYPE_CHECKING:
    from geo.ui.work import Result

View = Literal["start", "story", "publish"]

# Keys of the session state. The draft is kept apart from the widgets, whose state Streamlit drops
# as soon as they are not on the page.
_VIEW, _SHOWN, _DRAFT, _RUNNING = "view", "shown", "draft", "running"
_FILES, _TYPED, _OFFERED = "files", "typed", "offered"
TEXT_BOX = "desk_text"


def view() -> View:
    """Which view is open; the start where nothing is shown yet."""
    chosen: View = st.session_state.get(_VIEW, "start")
    return chosen if shown() is not None else "start"


def go(to: View) -> None:
    """Open another view at the next run of the script."""
    st.session_state[_VIEW] = to
    if to == "start":
        # Told to the browser even where Streamlit takes it for known: of a box that was on the page
        # for a moment alone, after a reload, the browser may never have heard.
        st.session_state[_TYPED] = draft().text


def shown() -> Result | None:
    """Give the story that is shown."""
    result: Result | None = st.session_state.get(_SHOWN)
    return result


def show(result: Result) -> None:
    """Keep a result as the one that is shown, and open it."""
    st.session_state[_SHOWN] = result
    go("story")


def running() -> Source | None:
    """Give the source that is being checked."""
    source: Source | None = st.session_state.get(_RUNNING)
    return source


def run(source: Source | None) -> None:
    """Have a source checked, or none any more."""
    st.session_state[_RUNNING] = source


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


def begin(source: Source) -> None:
    """Begin with another draft; nothing of the story before it is left on the page."""
    keep_draft(source)
    run(None)
    st.session_state[_TYPED] = source.text
    st.session_state.pop(_SHOWN, None)
    go("start")


def fill_box() -> None:
    """Put the text of the draft into the paste box, before it is drawn.

    What is typed outlives the box: Streamlit forgets a widget that is not on the page.
    """
    typed: str | None = st.session_state.pop(_TYPED, None)
    if typed is not None:
        st.session_state[TEXT_BOX] = typed
    else:
        st.session_state.setdefault(TEXT_BOX, draft().text)


def is_new(file_id: str) -> bool:
    """Whether a file was not brought in yet; the place where it was dropped keeps it."""
    known: set[str] = st.session_state.setdefault(_FILES, set())
    is_first = file_id not in known
    known.add(file_id)
    return is_first


def offer(titles: tuple[str, ...]) -> None:
    """Keep the titles of the stories that the file holds, for the visitor to choose one."""
    st.session_state[_OFFERED] = titles


def offered() -> tuple[str, ...]:
    """Give the titles to choose from; none where the file holds one story."""
    titles: tuple[str, ...] = st.session_state.get(_OFFERED, ())
    return titles
