"""The page of an archive: places by count, journeys, claims and stories, with filters.

What is chosen in a list opens: a place its stories, anything else its story.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import streamlit as st

from geo import wiring
from geo.batch.store import is_archive
from geo.errors import GeoError
from geo.maps.build.points.points_map import About, make_points_spec
from geo.maps.build.points.rows import Columns
from geo.maps.page.html import render_page
from geo.settings import OPEN
from geo.ui import kept, opening, phrases, state
from geo.ui.corpus_queries import LISTS, Corpus, Filters

if TYPE_CHECKING:
    import pandas as pd

_MAPPED = 5_000
_MAP_HEIGHT, _LIST_HEIGHT = 560, 560
_HIDDEN = {"place_id": None, "story_id": None, "lon": None, "lat": None}
_VERDICTS = {"refuted": "does not hold", "supported": "holds", "not enough info": "cannot tell"}
_LABELS = {
    "places": "Places",
    "journeys": "Journeys",
    "claims": "Claims",
    "stories": "Stories",
}


def asked_for() -> Path | None:
    """Name the archive that `python -m geo open` named, if it is one."""
    named = os.environ.get(OPEN)
    folder = Path(named) if named else None
    return folder if folder is not None and folder.is_dir() and is_archive(folder) else None


def page(folder: Path) -> None:
    """Draw the page; a story that is chosen opens."""
    try:
        corpus = _corpus(folder, (folder / "_manifests").stat().st_mtime_ns)
        _draw(corpus, folder)
    except duckdb.Error as error:
        st.error(phrases.plain(f"The tables in {folder} cannot be read: {error}"))


@st.cache_resource(show_spinner=False, max_entries=4)
def _corpus(folder: Path, _changed: int) -> Corpus:
    return Corpus(folder)


def _draw(corpus: Corpus, folder: Path) -> None:
    st.subheader(f"Archive {folder.name}")
    filters = _filters(corpus)
    counts = {name: corpus.count(name, filters) for name in LISTS}
    for column, kind in zip(st.columns(len(LISTS)), LISTS, strict=True):
        column.metric(_label(kind), f"{counts[kind]:,}")
    listed = st.segmented_control(
        "What to list", LISTS, default=LISTS[0], format_func=_label, key="corpus_list"
    )
    name = listed or LISTS[0]
    rows = corpus.rows(name, filters)
    if name == "places":
        _places(corpus, rows)
    elif story := _chosen(rows, "story_id", f"corpus_{name}"):
        _open(corpus, story)


def _filters(corpus: Corpus) -> Filters:
    words, country, verdict, days = st.columns([3, 1, 2, 2])
    nothing: Any = ()  # what asks for two days, neither of them chosen yet
    chosen: Any = days.date_input("Published between", value=nothing, key="corpus_days")
    return Filters(
        words=words.text_input("Words in title or text", key="corpus_words").strip(),
        country=country.selectbox(
            "Country", ["", *corpus.countries()], key="corpus_country", format_func=_or_any
        ),
        verdict=verdict.selectbox(
            "Claims that", ["", *_VERDICTS], key="corpus_verdict", format_func=_verdict
        ),
        first=chosen[0] if len(chosen) > 0 else None,
        last=chosen[1] if len(chosen) > 1 else None,
    )


def _label(name: str) -> str:
    return _LABELS[name]


def _or_any(code: str) -> str:
    return code or "any"


def _verdict(value: str) -> str:
    return _VERDICTS.get(value, "say anything")


def _places(corpus: Corpus, rows: pd.DataFrame) -> None:
    left, right = st.columns([2, 3])
    with left:
        place = _chosen(rows, "place_id", "corpus_places")
    with right:
        _map(rows.head(_MAPPED))
    if place:
        st.markdown("**Stories that name it**")
        if story := _chosen(corpus.stories_of(place), "story_id", "corpus_of_place"):
            _open(corpus, story)


def _map(rows: pd.DataFrame) -> None:
    """Draw the places with most stories; the same map as `geo points` makes, in a frame."""
    if rows.empty:
        return
    columns = Columns(
        lon=rows["lon"].to_numpy(dtype=float),
        lat=rows["lat"].to_numpy(dtype=float),
        names=list(rows["name"]),
        counts=rows["stories"].to_numpy(dtype=np.float64),
    )
    about = About(title="Places by stories", count_word="stories", source="GeoNames (CC BY 4.0)")
    try:
        drawn = render_page(make_points_spec(columns, wiring.basemap(), about))
        st.iframe(drawn, height=_MAP_HEIGHT)
    except GeoError as error:
        st.info(phrases.plain(str(error)))


def _chosen(rows: pd.DataFrame, column: str, key: str) -> str:
    """List rows; give what stands in the column of the row that is chosen, or ""."""
    event: Any = st.dataframe(
        rows,
        height=_LIST_HEIGHT,
        hide_index=True,
        column_config=_HIDDEN,
        on_select="rerun",
        selection_mode="single-row",
        key=key,
    )
    picked = event.selection.rows
    return str(rows.iloc[picked[0]][column]) if picked else ""


def _open(corpus: Corpus, story_id: str) -> None:
    source = corpus.story(story_id)
    if source is None:
        return
    with st.container(border=True):
        st.text(f"{source.title or 'Story'} · {source.published or 'no date'}")
        wanted = st.button("Read it with its map", key="corpus_open", type="primary")
        if wanted:
            kept.begin_new()
            state.begin(source)
            kept.mark_checked(source)
            if opening.wait(source, st.empty()):
                st.rerun()
        st.text(source.text)
