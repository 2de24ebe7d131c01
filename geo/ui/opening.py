"""Brings a story in: from the paste box, a link, a file of any kind or a map that was saved."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import Source
from geo.edits import edits_from_plain
from geo.errors import ArticleError, GeoError, SeveralStories
from geo.settings import Settings
from geo.ui import kept, phrases, state, texts
from geo.ui.progress import show_share, show_steps
from geo.ui.work import desk

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from geo.ui.jobs import Job
    from geo.ui.work import Result

# How often the bar looks at its job.
_LOOK_S = 0.1
_log = logging.getLogger(__name__)


def ask(source: Source, place: DeltaGenerator) -> bool:
    """Have a source checked; or say at ``place`` why not."""
    if not source.text.strip():
        place.error(texts.EMPTY_TEXT)
        return False
    try:
        state.run(_opened(source))
    except GeoError as error:
        place.error(phrases.plain(str(error)))
        return False
    return True


def wait(source: Source, place: DeltaGenerator) -> bool:
    """Show how far a source is until its story can be shown; or say at ``place`` why not.

    Whatever is done on the page meanwhile ends this run of the script, not the job.
    """
    job = desk().start(source)
    with place.container(key="running"):
        bar = st.empty()
        st.button(texts.CANCEL, key="cancel", on_click=_cancel, args=(job,))
        while not job.wait(_LOOK_S):
            show_steps(bar, job.steps)
    state.run(None)
    place.empty()
    try:
        result, edits = job.result(), kept.edits()
        state.show(desk().correct(result, edits) if edits else result)
    except GeoError as error:
        place.error(phrases.plain(str(error)))
        return False
    # Not a GeoError, so a bug of ours. Raised further, Streamlit would draw a traceback in place of
    # the page, and the text that was pasted would be lost; the log keeps the traceback.
    except Exception as error:  # noqa: BLE001 - as above
        _log.exception("An article could not be analysed")
        place.error(texts.FAULT.format(kind=type(error).__name__))
        return False
    return True


def _cancel(job: Job[Result]) -> None:
    job.cancel()
    state.run(None)
    kept.mark_checked(state.draft(), checked=False)


def bring(name: str, raw: bytes, place: DeltaGenerator, *, story: int | None = None) -> bool:
    """Open a file: a saved map, analysis or project, or else a story, told by its bytes.

    Of a feed with several stories the titles are offered, until ``story`` says which is meant.
    """
    from geo.maps.page.reader import is_saved  # noqa: PLC0415 - most visits open nothing
    from geo.store.project import is_project  # noqa: PLC0415 - as above

    if is_project(raw):
        return _open_project(name, raw, place)
    if is_saved(raw):
        return _reopen(name, raw, place)
    from geo.adapters.documents import read_document  # noqa: PLC0415 - as above

    state.offer(())
    try:
        source = read_document(raw, Settings(), name=name, story=story)
    except SeveralStories as several:
        state.offer(several.titles)
        return True
    except GeoError as error:
        place.error(phrases.plain(str(error)))
        return False
    kept.begin_new()
    state.begin(source)
    kept.mark_checked(source)
    return ask(source, place)


def _open_project(name: str, raw: bytes, place: DeltaGenerator) -> bool:
    """Go on with a colleague's story, with the corrections made so far."""
    from geo.store.project import project_from_json  # noqa: PLC0415 - most visits open nothing

    try:
        story, earlier = project_from_json(raw, name=name)
        for one in (story, *earlier):
            edits_from_plain(one.edits, name=name)
        source = kept.bring(story, earlier).source
    except GeoError as error:
        place.error(phrases.plain(str(error)))
        return False
    kept.mark_checked(source)
    return ask(source, place)


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


def _reopen(name: str, raw: bytes, place: DeltaGenerator) -> bool:
    """Keep the result that a saved file holds for the page; or say at ``place`` why not."""
    try:
        with show_share(place):
            result = open_saved(name, raw)
    except GeoError as error:
        place.error(phrases.plain(str(error)))
        return False
    article = result.analysis.article
    source = Source(text=article.text, title=article.title, published=article.published)
    kept.begin_new()
    state.begin(source)
    kept.mark_checked(source)
    kept.keep_edits(source, result.analysis.edits)
    state.show(result)
    return True
