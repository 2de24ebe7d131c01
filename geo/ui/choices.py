"""Settings of a story's picture as widgets; each story has its own."""

from __future__ import annotations

import streamlit as st

from geo.ui import state


def choice(label: str, options: dict[str, str], name: str, about: str | None = None) -> str:
    """Offer a few choices beside one another; one of them is always chosen, ``about`` explains."""
    first = next(iter(options))
    chosen = st.segmented_control(
        label,
        options=list(options),
        format_func=lambda key: options[key],
        default=first,
        key=key_of(name),
        help=about,
    )
    return chosen or first


def key_of(name: str) -> str:
    """Name a widget so that each story has settings of its own."""
    shown = state.shown()
    return f"publish_{name}_{shown.analysis.article.id if shown else ''}"
