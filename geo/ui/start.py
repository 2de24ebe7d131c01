"""The start page: a box to paste into, one place to drop files, what was guessed, examples."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import Source
from geo.settings import Settings
from geo.ui import opening, phrases, state, texts
from geo.ui.guess import guess

if TYPE_CHECKING:
    from datetime import date

_TEXT_HEIGHT = 360


def page() -> None:
    """Draw the page; a story that is brought in opens."""
    place = st.empty()
    with st.container(key="start"):
        left, right = st.columns([5, 3], gap="large")
        with left:
            text, wanted = _paste_box()
        with right:
            source = _about(text)
            file = st.file_uploader(texts.START_FILE, key="desk_saved", help=texts.START_FILE_HELP)
            example = _example_buttons()
    state.keep_draft(source)
    if wanted:
        done = opening.show(source, place)
    elif example is not None:
        done = opening.show(Source(text=example), place)
    else:
        done = file is not None and opening.bring(file.name, file.getvalue(), place)
    if done:
        st.rerun()


def _paste_box() -> tuple[str, bool]:
    text: str = st.text_area(
        texts.DESK_TEXT,
        value=state.draft().text,
        height=_TEXT_HEIGHT,
        placeholder=texts.DESK_TEXT_HINT,
        key="desk_text",
    )
    with st.container(horizontal=True, vertical_alignment="center", key="go"):
        wanted = st.button(texts.DESK_GO, type="primary", key="desk_go")
        st.caption(texts.DESK_PRIVATE)
    return text, wanted


def _about(text: str) -> Source:
    """Show what was guessed, to be put right; each text has fields of its own."""
    draft, guessed = state.draft(), guess(text)
    # The keys hold the text: what was typed for one story is never carried over to the next.
    mark = hashlib.sha256(text.encode(errors="replace")).hexdigest()[:12]
    own = draft.text == text
    title: str = st.text_input(
        texts.DESK_HEADLINE,
        value=(draft.title if own else "") or guessed.headline,
        key=f"desk_title_{mark}",
    )
    left, right = st.columns(2)
    day: date | None = left.date_input(
        texts.DESK_DAY,
        value=(draft.published if own else None) or guessed.day,
        format="YYYY-MM-DD",
        help=texts.DESK_DAY_HELP,
        key=f"desk_day_{mark}",
    )
    right.html(f"<p class='told'>{phrases.dateline(guessed.dateline, guessed.language)}</p>")
    for warning in guessed.warnings:
        st.warning(warning)
    chosen = title.strip()
    blocks = draft.blocks if own else ()
    url = draft.url if own else None
    return Source(
        text=text,
        title="" if chosen == guessed.headline else chosen,
        published=day,
        url=url,
        blocks=blocks,
    )


def _example_buttons() -> str | None:
    chosen = None
    with st.container(horizontal=True, vertical_alignment="center", key="examples"):
        st.caption(texts.DESK_EXAMPLES)
        for name, text in opening.examples(Settings()).items():
            label = name.replace("-", " ").capitalize()
            if st.button(label, type="tertiary", key=f"example_{name}"):
                chosen = text
    return chosen
