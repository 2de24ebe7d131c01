"""What changed between an earlier version of a story and what it is now, side by side."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.changes import compare
from geo.edits import edits_from_plain
from geo.errors import GeoError
from geo.ui import kept, phrases, texts
from geo.ui.work import desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.changes import Change
    from geo.contracts import Analysis
    from geo.store import Story, Version

_ASKED: Final = "compared"


def ask(version: Version | None) -> None:
    """Have an earlier version compared with the story as it is; None ends it."""
    st.session_state[_ASKED] = version


def draw() -> None:
    """Draw the comparison that was asked for, if it is of the story that is open."""
    version: Version | None = st.session_state.get(_ASKED)
    pair = kept.version_and_now(version) if version is not None else None
    if version is None or pair is None:
        return
    earlier, now = pair
    with st.container(key="compared"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{texts.CHANGED.format(since=phrases.moment(version.saved))}**")
            st.button(texts.CLOSE, key="compared_close", on_click=ask, args=(None,))
        try:
            with st.spinner(texts.COMPARING):
                changes = compare(_analysis(earlier), _analysis(now))
        except GeoError as error:
            st.error(phrases.plain(str(error)))
            return
        if not any(True for _ in changes):
            st.text(texts.NOTHING_CHANGED)
            return
        sorts = zip(
            texts.CHANGED_SORTS, (changes.places, changes.journeys, changes.figures), strict=True
        )
        st.html("".join(_table(title, some) for title, some in sorts if some))


def _analysis(story: Story) -> Analysis:
    made = desk().work(story.source, lambda _step: None)
    edits = edits_from_plain(story.edits, name=story.title)
    return (desk().correct(made, edits) if edits else made).analysis


def _table(title: str, changes: Sequence[Change]) -> str:
    """Write one sort of changes as a table; every word is escaped."""
    head = "".join(f"<th scope='col'>{name}</th>" for name in (title, *texts.CHANGED_COLUMNS))
    rows = "".join(f"<tr>{''.join(_cells(change))}</tr>" for change in changes)
    return f"<table class='changes'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(change: Change) -> Iterator[str]:
    yield f"<td>{texts.CHANGED_HOW[change.how.value]}</td>"
    for words in (change.before, change.after):
        yield f"<td>{html.escape(words) or '–'}</td>"
