"""What is published of a story: settings on one side, the picture as it will be on the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import streamlit as st

from geo import wiring
from geo.maps.build.label_language import ENGLISH, labelled_in
from geo.maps.build.publication import Publication, published
from geo.maps.page.embed import embed_snippet, oembed_address, published_at, script_snippet
from geo.maps.spec.model import PlaceKind
from geo.ui import components, kept, phrases, publish_maps, saving, texts
from geo.ui.choices import choice, key_of
from geo.ui.todo import unsure

if TYPE_CHECKING:
    from geo.maps.graphic.draw import Graphic, GraphicTheme, Size
    from geo.maps.spec.model import MapSpec
    from geo.ui.work import Result

_DRAWN = "drawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The settings of a picture; ``frame`` is one of `texts.FRAMES`, ``labels`` of `LABELS`."""

    publication: Publication
    size: Size
    theme: GraphicTheme
    frame: str
    labels: str


def page(result: Result) -> None:
    """Draw the settings, the picture as it is now, and all files."""
    with st.container(key="publishing"):
        left, right = st.columns([2, 3], gap="large")
        with left:
            whole, detail = publish_maps.choose(result)
            wanted = _settings(whole)
        maps = publish_maps.in_frame(result, whole, detail, wanted.frame)
        publication = replace(wanted.publication, frame=maps.frame)
        spec = published(_labelled(maps.whole, wanted), publication)
        second = (
            published(_labelled(maps.detail, wanted), wanted.publication) if maps.detail else None
        )
        graphic = _graphic(spec, second, wanted)
        with left:
            graphic = _alternative_text(graphic, wanted)
        with right:
            _preview(graphic, wanted)
            _still_to_do(result, spec)
            _left_out(graphic)
            _files(graphic, spec, result)


def _settings(spec: MapSpec) -> Wanted:
    size = choice(texts.PUBLISH_SIZE, texts.SIZES, "size")
    theme = choice(texts.PUBLISH_THEME, texts.THEMES, "theme")
    what = choice(texts.PUBLISH_WHAT, {str(key): told for key, told in texts.WHAT.items()}, "what")
    frame = choice(texts.PUBLISH_FRAME, texts.FRAMES, "frame")
    if frame == "hand":
        _by_hand()
    labels = choice(texts.PUBLISH_LABELS, texts.LABELS, "labels", texts.PUBLISH_LABELS_HELP)
    title = st.text_input(texts.PUBLISH_TITLE, value=spec.title, key=key_of("title"))
    source = st.text_input(
        texts.PUBLISH_SOURCE, placeholder=texts.PUBLISH_SOURCE_HINT, key=key_of("source")
    )
    items = _items(spec)
    hidden = st.multiselect(
        texts.PUBLISH_HIDE,
        options=list(items),
        format_func=lambda ident: items.get(ident, ident),
        placeholder=texts.PUBLISH_HIDE_HINT,
        key=key_of("hidden"),
    )
    return Wanted(
        publication=Publication(
            title=title, source=source, findings=what == str(True), hidden=frozenset(hidden)
        ),
        size=cast("Size", size),
        theme=cast("GraphicTheme", theme),
        frame=frame,
        labels=labels,
    )


def _labelled(spec: MapSpec, wanted: Wanted) -> MapSpec:
    """Label a map in the language that is wanted; it is made in English."""
    if wanted.labels == ENGLISH:
        return spec
    return labelled_in(spec, wiring.label_names(wanted.labels))


def _by_hand() -> None:
    """Say how a frame is drawn, and let it be drawn anew."""
    with st.container(horizontal=True, vertical_alignment="center", key="by_hand"):
        st.caption(texts.DRAW_FRAME)
        if publish_maps.hand_frame() is not None:
            st.button(
                texts.DRAW_ANEW,
                key="draw_anew",
                type="tertiary",
                on_click=publish_maps.keep_hand_frame,
                args=(None,),
            )


def _items(spec: MapSpec) -> dict[str, str]:
    """Name all that may be left out of the picture, by id."""
    return {
        **{one.id: one.name for one in spec.places if one.kind is not PlaceKind.ASSOCIATIVE},
        **{one.id: one.title for one in spec.routes},
        **{one.id: f"{one.number}. “{one.quote}”" for one in spec.claim_cards},
    }


def _graphic(spec: MapSpec, detail: MapSpec | None, wanted: Wanted) -> Graphic:
    """Draw the picture, or take the one that is drawn already."""
    kept: tuple[object, Graphic] | None = st.session_state.get(_DRAWN)
    asked = (spec, detail, wanted.size, wanted.theme)
    if kept is not None and kept[0] == asked:
        return kept[1]
    from geo.export.graphics import missing_letters  # noqa: PLC0415 - the first map must not wait for it
    from geo.maps.graphic.draw import draw_graphic  # noqa: PLC0415 - as above

    graphic = draw_graphic(
        spec, size=wanted.size, theme=wanted.theme, missing=missing_letters, detail=detail
    )
    st.session_state[_DRAWN] = (asked, graphic)
    return graphic


def _alternative_text(graphic: Graphic, wanted: Wanted) -> Graphic:
    """Let the words that stand for the picture be edited; they go into its files."""
    # A key for each proposal: another frame has other words.
    told = st.text_area(
        texts.PUBLISH_ALT,
        value=graphic.alt,
        key=key_of(f"alt_{hash((graphic.alt, wanted.publication.findings))}"),
        height=92,
    )
    alt = " ".join(told.split()) or graphic.alt
    st.caption(texts.ALT_COPY)
    st.code(alt, language=None, wrap_lines=True)
    return replace(graphic, alt=alt)


def _preview(graphic: Graphic, wanted: Wanted) -> None:
    def draw(shares: dict[str, float]) -> None:
        frame = graphic.bounds_of(**shares)
        if frame is not None:
            publish_maps.keep_hand_frame(frame)

    known = publish_maps.last_frame()
    last = components.preview(
        graphic, known, wants=wanted.frame == "view", draw=draw if wanted.frame == "hand" else None
    )
    if last is not None and last != known:
        publish_maps.keep_last_frame(last)
        st.rerun()


def _still_to_do(result: Result, spec: MapSpec) -> None:
    """Say what on the picture is not put right, for it will be seen by others."""
    names = {place.id: place.name for place in spec.places}
    doubtful = unsure(result.spec)
    told = phrases.still_to_do(
        result.matter["head"]["todo"], [names[one] for one in doubtful if one in names]
    )
    if told:
        st.warning(phrases.plain(told))


def _left_out(graphic: Graphic) -> None:
    """Say what the picture does not show."""
    told = [phrases.left_out_figures(graphic.left_out)] if graphic.left_out else []
    for words, names in (
        (texts.LEFT_OUT_OUTSIDE, graphic.outside),
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
    _page_files(spec, result)
    saving.buttons(texts.SAVE_DATA, saving.data_files(analysis), analysis)
    project = saving.project_file(kept.project(result.source, analysis.edits))
    saving.buttons(texts.SAVE_PROJECT, (project,), analysis)


def _page_files(spec: MapSpec, result: Result) -> None:
    """Draw what is to be had of the interactive map: its file, and what embeds it."""
    analysis = result.analysis
    typed = st.session_state.get(key_of("address")) or ""
    name = saving.file_name(saving.page_file(spec, analysis), analysis)
    at = published_at(typed, name)
    files = [saving.page_file(spec, analysis, oembed=oembed_address(at) if at else "")]
    if at:
        files.append(saving.oembed_file(at, spec.title))
    saving.buttons(texts.SAVE_PAGE, tuple(files), analysis)
    with st.expander(texts.EMBED):
        st.text_input(
            texts.EMBED_AT,
            placeholder=texts.EMBED_AT_HINT,
            help=texts.EMBED_AT_HELP,
            key=key_of("address"),
        )
        if typed.strip() and not at:
            st.caption(texts.EMBED_NO_ADDRESS)
        st.code(embed_snippet(at or name, spec.title), language="html")
        st.caption(texts.EMBED_SCRIPT)
        st.code(script_snippet(at or name, spec.title), language="html")
