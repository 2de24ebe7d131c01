"""Writes the snippet that shows a map inside somebody's page."""

from __future__ import annotations

import base64
import html

# The page tells its height once it is drawn, and again when its width changes it.
_FOLLOW = (
    "<script>addEventListener('message', (event) => {"
    " if (!event.data || event.data.type !== 'dateline:height') return;"
    " for (const frame of document.querySelectorAll('iframe.dateline-map'))"
    " if (frame.contentWindow === event.source)"
    " frame.style.height = `${Math.min(20000, Number(event.data.height) || 720)}px`;"
    " });</script>"
)


def embed_snippet(source: str, title: str) -> str:
    """Write a frame as wide as its column that takes the height of what it holds.

    Parameters
    ----------
    source
        Address of the page: a file's name, or what `data_uri` makes.
    title
        What a screen reader calls the frame.
    """
    return (
        f'<iframe class="dateline-map" src="{html.escape(source)}" '
        f'title="{html.escape(f"Map: {title}")}" sandbox="allow-scripts" loading="lazy" '
        'style="display:block;width:100%;height:720px;border:0"></iframe>\n'
        f"{_FOLLOW}\n"
    )


def data_uri(page: str) -> str:
    """Put a whole page into an address, for where no file can be laid beside the other page."""
    return f"data:text/html;charset=utf-8;base64,{base64.b64encode(page.encode()).decode()}"
