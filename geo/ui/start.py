"""The start page: a box to paste into, one place to drop files, what was guessed, examples."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import Source
from geo.errors import StoreError
from geo.settings import Settings
from geo.ui import compared, components, kept, opening, phrases, state, texts
from geo.ui.guess import guess
from geo.wiring import example_texts

if TYPE_CHECKING:
    from datetime import date

    from streamlit.delta_generator import DeltaGenerator
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_TEXT_HEIGHT = 360
_MOST_LISTED = 12


def page() -> None:
    """Draw the page; a story that is brought in opens when it is checked."""
    place = st.empty()
    with st.container(key="start"):
        left, right = st.columns([5, 3], gap="large")
        with left:
            text, wanted = _paste_box()
        with right:
            source = _about(text)
            file = st.file_uploader(texts.START_FILE, key="desk_saved", help=texts.START_FILE_HELP)
            chosen = _which_story() if file is not None else None
            example = _example_buttons()
            below = st.container()
    state.keep_draft(source)
    kept.keep(source)
    with below:
        _versions()
        _stories()
    compared.draw()
    components.typing()
    if wanted and opening.ask(source, place):
        kept.mark_checked(source)
    elif example is not None:
        opening.ask(Source(text=example), place)
    elif file is not None and _is_wanted(file, chosen) and _bring(file, place, chosen):
        st.rerun()
    running = state.running()
    if running is not None and opening.wait(running, place):
        st.rerun()


def _which_story() -> int | None:
    """Let one be chosen of the stories that a feed holds; its number, counted from 1."""
    titles = state.offered()
    if not titles:
        return None
    return st.selectbox(
        texts.WHICH_STORY.format(count=len(titles)),
        range(1, len(titles) + 1),
        index=None,
        format_func=lambda number: titles[number - 1],
        key="which_story",
    )


def _is_wanted(file: UploadedFile, story: int | None) -> bool:
    """Whether a file was dropped just now, or a story of it was chosen just now."""
    return state.is_new(file.file_id if story is None else f"{file.file_id} {story}")


def _bring(file: UploadedFile, place: DeltaGenerator, story: int | None) -> bool:
    return opening.bring(file.name, file.getvalue(), place, story=story)


def _stories() -> None:
    """List the stories that are kept on this computer."""
    stories = kept.briefs()
    if not stories:
        return
    st.markdown(f"**{texts.YOUR_STORIES}**")
    with st.container(key="stories"):
        for story in stories[:_MOST_LISTED]:
            with st.container(horizontal=True, vertical_alignment="center", key=f"s_{story.id}"):
                title = phrases.story(story.title, story.changed)
                st.button(
                    title, key=f"open_{story.id}", type="tertiary", on_click=_open, args=(story.id,)
                )
                st.button(
                    texts.REMOVE_SIGN,
                    key=f"remove_{story.id}",
                    help=texts.REMOVE,
                    type="tertiary",
                    on_click=kept.remove,
                    args=(story.id,),
                )


def _versions() -> None:
    """List what the story was before; bringing one back loses nothing."""
    found = kept.versions(_MOST_LISTED)
    if not found:
        return
    with st.expander(texts.VERSIONS, key="versions"):
        for version, story in found:
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"edit_v{version.number}"
            ):
                st.text(phrases.version(version.saved, len(story.source.text), len(story.edits)))
                st.button(
                    texts.VERSION_CHANGED,
                    key=f"changed_{version.number}",
                    on_click=compared.ask,
                    args=(version,),
                )
                st.button(
                    texts.VERSION_BACK,
                    key=f"restore_{version.number}",
                    on_click=kept.restore,
                    args=(version.number,),
                )


def _open(ident: str) -> None:
    try:
        story = kept.open_(ident)
    except StoreError as error:
        st.toast(phrases.plain(str(error)))
        return
    if kept.is_checked(story):
        state.run(story.source)


def _paste_box() -> tuple[str, bool]:
    state.fill_box()
    text: str = st.text_area(
        texts.DESK_TEXT,
        height=_TEXT_HEIGHT,
        placeholder=texts.DESK_TEXT_HINT,
        key=state.TEXT_BOX,
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
    spoken: str | None = right.selectbox(
        texts.LANGUAGE,
        list(texts.LANGUAGES),
        index=_language(draft.language if own else "", guessed.language),
        format_func=lambda code: texts.LANGUAGES[code],
        placeholder=texts.LANGUAGE_UNKNOWN,
        key=f"desk_language_{mark}",
    )
    if guessed.dateline:
        st.html(f"<p class='told'>{phrases.dateline(guessed.dateline)}</p>")
    for warning in guess(text, spoken or "").warnings:
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
        language="" if spoken in (None, guessed.language) else spoken,
    )


def _language(said: str, guessed: str) -> int | None:
    """Give the number of a language in the list; None before there is any."""
    code = said or guessed
    return list(texts.LANGUAGES).index(code) if code in texts.LANGUAGES else None


def _example_buttons() -> str | None:
    chosen = None
    with st.container(horizontal=True, vertical_alignment="center", key="examples"):
        st.caption(texts.DESK_EXAMPLES)
        for name, text in example_texts(Settings()).items():
            label = name.replace("-", " ").capitalize()
            if st.button(label, type="tertiary", key=f"example_{name}"):
                chosen = text
    return chosen
