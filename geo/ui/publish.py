"""What is published of a story: settings on one side, the picture as it will be on the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import streamlit as st

from geo.maps.build.publication import Publication, published
from geo.maps.page.embed import embed_snippet
from geo.maps.spec.bounds import is_in_view
from geo.maps.spec.model import PlaceKind
from geo.ui import components, kept, phrases, saving, state, texts
from geo.ui.work import desk

if TYPE_CHECKING:
    from geo.maps.graphic.draw import Graphic, GraphicTheme, Size
    from geo.maps.spec.model import Bounds, MapSpec
    from geo.ui.work import Result

_FRAME = "last_frame"
_DRAWN = "drawn"
_DETAIL = "detail"
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The settings of a picture; ``last_view`` where its frame is what the map showed last."""

    publication: Publication
    size: Size
    theme: GraphicTheme
    last_view: bool


def page(result: Result) -> None:
    """Draw the settings, the picture as it is now, and all files."""
    with st.container(key="publishing"):
        left, right = st.columns([2, 3], gap="large")
        with left:
            whole = _which(result)
            wanted = _settings(whole)
        spec = published(whole, wanted.publication)
        graphic = _graphic(spec, wanted)
        with left:
            graphic = _alternative_text(graphic, wanted)
        with right:
            _preview(graphic, wanted)
            _left_out(graphic, spec)
            _files(graphic, spec, result)


def _which(result: Result) -> MapSpec:
    """Choose the map of the whole story or, where it has two scales, that of its detail."""
    detail = _detail(result)
    if detail is None:
        return result.spec
    names = [place.name for place in detail.places if place.kind is not PlaceKind.ASSOCIATIVE]
    told = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    options = {key: words.format(names=told) for key, words in texts.MAPS.items()}
    return detail if _choice(texts.PUBLISH_MAP, options, "map") == "detail" else result.spec


def _detail(result: Result) -> MapSpec | None:
    """Make the second map, or take the one that is made already."""
    kept: tuple[Result, MapSpec | None] | None = st.session_state.get(_DETAIL)
    if kept is not None and kept[0] is result:
        return kept[1]
    detail = desk().detail(result)
    st.session_state[_DETAIL] = (result, detail)
    return detail


def _settings(spec: MapSpec) -> Wanted:
    size = _choice(texts.PUBLISH_SIZE, texts.SIZES, "size")
    theme = _choice(texts.PUBLISH_THEME, texts.THEMES, "theme")
    what = _choice(texts.PUBLISH_WHAT, {str(key): told for key, told in texts.WHAT.items()}, "what")
    frame = _choice(texts.PUBLISH_FRAME, texts.FRAMES, "frame")
    title = st.text_input(texts.PUBLISH_TITLE, value=spec.title, key=_key("title"))
    source = st.text_input(
        texts.PUBLISH_SOURCE, placeholder=texts.PUBLISH_SOURCE_HINT, key=_key("source")
    )
    items = _items(spec)
    hidden = st.multiselect(
        texts.PUBLISH_HIDE,
        options=list(items),
        format_func=lambda ident: items.get(ident, ident),
        placeholder=texts.PUBLISH_HIDE_HINT,
        key=_key("hidden"),
    )
    last: Bounds | None = st.session_state.get(_FRAME)
    return Wanted(
        publication=Publication(
            title=title,
            source=source,
            frame=last if frame == "view" else None,
            findings=what == str(True),
            hidden=frozenset(hidden),
        ),
        size=cast("Size", size),
        theme=cast("GraphicTheme", theme),
        last_view=frame == "view",
    )


def _choice(label: str, options: dict[str, str], name: str) -> str:
    """Offer a few choices beside one another; one of them is always chosen."""
    first = next(iter(options))
    chosen = st.segmented_control(
        label,
        options=list(options),
        format_func=lambda key: options[key],
        default=first,
        key=_key(name),
    )
    return chosen or first


def _key(name: str) -> str:
    """Name a widget so that each story has settings of its own."""
    shown = state.shown()
    return f"publish_{name}_{shown.analysis.article.id if shown else ''}"


def _items(spec: MapSpec) -> dict[str, str]:
    """Name all that may be left out of the picture, by id."""
    return {
        **{one.id: one.name for one in spec.places if one.kind is not PlaceKind.ASSOCIATIVE},
        **{one.id: one.title for one in spec.routes},
        **{one.id: f"{one.number}. “{one.quote}”" for one in spec.claim_cards},
    }


def _graphic(spec: MapSpec, wanted: Wanted) -> Graphic:
    """Draw the picture, or take the one that is drawn already."""
    kept: tuple[tuple[MapSpec, Size, GraphicTheme], Graphic] | None = st.session_state.get(_DRAWN)
    asked = (spec, wanted.size, wanted.theme)
    if kept is not None and kept[0] == asked:
        return kept[1]
    from geo.export.graphics import missing_letters  # noqa: PLC0415 - the first map must not wait for it
    from geo.maps.graphic.draw import draw_graphic  # noqa: PLC0415 - as above

    graphic = draw_graphic(spec, size=wanted.size, theme=wanted.theme, missing=missing_letters)
    st.session_state[_DRAWN] = (asked, graphic)
    return graphic


def _alternative_text(graphic: Graphic, wanted: Wanted) -> Graphic:
    """Let the words that stand for the picture be edited; they go into its files."""
    # A key for each proposal: another frame has other words.
    told = st.text_area(
        texts.PUBLISH_ALT,
        value=graphic.alt,
        key=_key(f"alt_{hash((graphic.alt, wanted.publication.findings))}"),
        height=92,
    )
    alt = " ".join(told.split()) or graphic.alt
    st.caption(texts.ALT_COPY)
    st.code(alt, language=None, wrap_lines=True)
    return replace(graphic, alt=alt)


def _preview(graphic: Graphic, wanted: Wanted) -> None:
    known: Bounds | None = st.session_state.get(_FRAME)
    last = components.preview(graphic, known, wants=wanted.last_view)
    if last is not None and last != known:
        st.session_state[_FRAME] = last
        st.rerun()


def _left_out(graphic: Graphic, spec: MapSpec) -> None:
    """Say what the picture does not show."""
    told = [phrases.left_out_figures(graphic.left_out)] if graphic.left_out else []
    outside = [
        place.name
        for place in spec.places
        if place.kind not in {PlaceKind.ASSOCIATIVE, PlaceKind.REGION}
        and not is_in_view(spec.frame, place.lon, place.lat)
    ]
    for words, names in (
        (texts.LEFT_OUT_OUTSIDE, outside),
        (texts.LEFT_OUT_NAMES, graphic.unnamed),
        (texts.LEFT_OUT_NUMBERED, graphic.numbered),
    ):
        if names:
            told.append(words.format(names=", ".join(names)))
    if told:
        st.text(" ".join(told))


def _files(graphic: Graphic, spec: MapSpec, result: Result) -> None:
    analysis = result.analysis
    saving.buttons(texts.SAVE_PICTURE, saving.pictures(graphic), analysis)
    page_file = saving.page_file(spec, analysis)
    saving.buttons(texts.SAVE_PAGE, (page_file,), analysis)
    with st.expander(texts.EMBED):
        st.code(embed_snippet(saving.file_name(page_file, analysis), spec.title), language="html")
    saving.buttons(texts.SAVE_DATA, saving.data_files(analysis), analysis)
    project = saving.project_file(kept.project(result.source, analysis.edits))
    saving.buttons(texts.SAVE_PROJECT, (project,), analysis)
