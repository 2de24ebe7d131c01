"""Keeps the story that is worked at as it is typed, and finds it again by the page's address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.contracts import Source
from geo.edits import edits_from_plain, edits_to_plain
from geo.errors import StoreError
from geo.settings import Settings
from geo.store import Story, open_store, project_to_json
from geo.ui import phrases, state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.contracts import Edit
    from geo.store import Brief, Store, Version

_STORY, _STORE = "kept_story", "kept_store"
_ADDRESS = "story"
_CHECKED = "checked"


def store() -> Store:
    """Give the store of this computer, or of whom a proxy names; else one of the session's own."""
    settings = Settings()
    owner = st.context.headers.get(settings.user_header) if settings.user_header else ""
    if settings.store is None or owner is None:
        if _STORE not in st.session_state:
            st.session_state[_STORE] = open_store(replace(settings, store=None))
        own: Store = st.session_state[_STORE]
        return own
    return _shared(str(settings.store), owner)


def briefs() -> tuple[Brief, ...]:
    """List the stories that are kept, the last changed first; none where they cannot be read."""
    try:
        return store().stories()
    except StoreError as error:
        st.error(phrases.plain(str(error)))
        return ()


def follow_address() -> Source | None:
    """Open the story that the address names; gives its source where it was being checked."""
    asked = st.query_params.get(_ADDRESS)
    now = _story()
    if not asked or (now is not None and now.id == asked):
        return None
    try:
        story = open_(asked)
    except StoreError as error:
        del st.query_params[_ADDRESS]
        st.error(phrases.plain(str(error)))
        return None
    return story.source if is_checked(story) else None


def open_(ident: str) -> Story:
    """Make a story that is kept the one that is worked at.

    Raises
    ------
    StoreError
        If it is not kept any more.
    """
    story = store().open(ident)
    st.session_state[_STORY] = story
    state.begin(story.source)
    st.query_params[_ADDRESS] = story.id
    return story


def begin_new() -> None:
    """Put the story aside, which stays kept, and begin with an empty box."""
    st.session_state.pop(_STORY, None)
    st.query_params.pop(_ADDRESS, None)
    state.begin(Source(text=""))


def edits() -> tuple[Edit, ...]:
    """Give the corrections of the story that is worked at; they stay when its text changes."""
    story = _story()
    return edits_from_plain(story.edits, name=story.title) if story is not None else ()


def keep_edits(source: Source, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Save the corrections of the story that is worked at; give those that it has now.

    Another tab may have added some meanwhile.
    """
    story = _keep(source, edits=edits_to_plain(edits))
    return tuple(edits) if story is None else edits_from_plain(story.edits, name=story.title)


def keep(source: Source, **settings: Any) -> None:
    """Save what is typed and chosen; the first word of a new story makes it one."""
    _keep(source, settings=settings)


def _keep(
    source: Source,
    *,
    settings: Mapping[str, Any] | None = None,
    edits: tuple[dict[str, Any], ...] | None = None,
) -> Story | None:
    """Save what has changed, and give the story as it was kept; None where it was not."""
    base = _story()
    if base is None and not source.text.strip():
        return None
    try:
        if base is None:
            new = Story(source=source, settings=dict(settings or {}), edits=edits or ())
            story = store().add(new)
        else:
            wanted = replace(
                base,
                source=source,
                settings={**base.settings, **(settings or {})},
                edits=base.edits if edits is None else edits,
            )
            if wanted == base:
                return base
            saved = store().save(wanted, base)
            story = saved.story
            if saved.message:
                st.toast(phrases.plain(saved.message))
    except StoreError as error:
        st.error(phrases.plain(str(error)))
        return None
    st.session_state[_STORY] = story
    st.query_params[_ADDRESS] = story.id
    return story


def restore(number: int) -> None:
    """Make an earlier version the latest; what is there now becomes a version itself."""
    base = _story()
    if base is None:
        return
    try:
        earlier = store().at(base.id, number)
        story = store().save(replace(earlier, version=base.version), base, as_version=True).story
    except StoreError as error:
        st.error(phrases.plain(str(error)))
        return
    st.session_state[_STORY] = story
    state.begin(story.source)
    if is_checked(story):
        state.run(story.source)


def versions(most: int) -> list[tuple[Version, Story]]:
    """List the earlier versions of the story that is worked at, the latest first."""
    base = _story()
    if base is None:
        return []
    try:
        return [(one, store().at(base.id, one.number)) for one in store().versions(base.id)[:most]]
    except StoreError:
        return []


def version_and_now(version: Version) -> tuple[Story, Story] | None:
    """Give a version of the story that is worked at, and the story as it is; None if of another."""
    base = _story()
    if base is None:
        return None
    try:
        own = version in store().versions(base.id)
        return (store().at(base.id, version.number), base) if own else None
    except StoreError:
        return None


def project(source: Source, edits: Sequence[Edit]) -> Callable[[], bytes]:
    """Give what writes a story, with what was corrected and its versions, for a colleague."""
    base, here = _story(), store()
    story = replace(base or Story(source=source), source=source, edits=edits_to_plain(edits))

    def write() -> bytes:
        numbers = [one.number for one in reversed(here.versions(story.id))]
        return project_to_json(story, [here.at(story.id, number) for number in numbers])

    return write


def bring(story: Story, earlier: Sequence[Story]) -> Story:
    """Keep a colleague's story with its versions, the oldest first, as one of its own.

    Raises
    ------
    StoreError
        If it cannot be kept.
    """
    first, *later = (*earlier, story)
    brought = store().add(first)
    for one in later:
        brought = store().save(one, brought, as_version=True).story
    st.session_state[_STORY] = brought
    state.begin(brought.source)
    st.query_params[_ADDRESS] = brought.id
    return brought


def mark_checked(source: Source, *, checked: bool = True) -> None:
    """Remember that a story is being checked, or shown, so that a reload goes on with it."""
    keep(source, **{_CHECKED: checked})


def is_checked(story: Story) -> bool:
    """Whether a story was being checked, or shown, when it was kept."""
    return bool(story.settings.get(_CHECKED))


def remove(ident: str) -> None:
    """Remove a story for good."""
    try:
        store().remove(ident)
    except StoreError as error:
        st.error(phrases.plain(str(error)))
        return
    now = _story()
    if now is not None and now.id == ident:
        begin_new()


def _story() -> Story | None:
    story: Story | None = st.session_state.get(_STORY)
    return story


@st.cache_resource(show_spinner=False)
def _shared(folder: str, owner: str) -> Store:  # noqa: ARG001 - a key of the cache
    return open_store(Settings(), owner=owner)
