"""Writes the snippet that shows a map inside somebody's page."""

from __future__ import annotations

import base64
import html

_HEIGHT_PX = 720
# The page tells its height once it is drawn, and again when its width changes it.
_FOLLOW = (
    "<script>addEventListener('message', (event) => {"
    " if (!event.data || event.data.type !== 'dateline:height') return;"
    " for (const frame of document.querySelectorAll('iframe.dateline-map'))"
    " if (frame.contentWindow === event.source)"
    f" frame.style.height = `${{Math.min(20000, Number(event.data.height) || {_HEIGHT_PX})}}px`;"
    " });</script>"
)
_DATA = "data:"


def embed_snippet(source: str, title: str, *, has_tiles: bool = False) -> str:
    """Write a frame as wide as its column that takes the height of what it holds.

    Where a page's policy or editor takes the style and the script away, the attributes keep the
    frame wide and high enough; where it takes the frame away, a link is left.

    Parameters
    ----------
    source
        Address of the page: a file's name, or what `data_uri` makes.
    title
        What a screen reader calls the frame.
    has_tiles
        Whether the page has a street map. Its server may refuse whoever does not say where they
        stand, and a frame without an origin of its own says nothing: so it keeps its origin, and
        only the page's own policy keeps others' scripts out of it.
    """
    told = html.escape(f"Map: {title}")
    rights = "allow-scripts allow-same-origin" if has_tiles else "allow-scripts"
    # No browser follows a link to an address that holds its whole page.
    at = html.escape(source)
    link = "" if source.startswith(_DATA) else f'<p><a href="{at}">{told}</a></p>\n'
    return (
        f'<iframe class="dateline-map" src="{at}" title="{told}" '
        f'width="100%" height="{_HEIGHT_PX}" frameborder="0" sandbox="{rights}" loading="lazy" '
        f'style="display:block;width:100%;height:{_HEIGHT_PX}px;border:0"></iframe>\n'
        f"{link}{_FOLLOW}\n"
    )


def data_uri(page: str) -> str:
    """Put a whole page into an address, for where no file can be laid beside the other page."""
    return f"{_DATA}text/html;charset=utf-8;base64,{base64.b64encode(page.encode()).decode()}"
