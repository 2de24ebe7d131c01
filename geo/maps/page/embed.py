"""Writes what shows a map inside somebody's page: a frame, a script that makes one, oEmbed."""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import urljoin, urlsplit

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
# For editors that take frames away and leave scripts: the link becomes the frame.
_MAKE = (
    "<script>for (const link of document.querySelectorAll('a.dateline-map')) {"
    " const frame = document.createElement('iframe');"
    " frame.className = 'dateline-map'; frame.title = link.textContent; frame.loading = 'lazy';"
    " frame.setAttribute('sandbox', 'allow-scripts'); frame.src = link.href;"
    f" frame.style.cssText = 'display:block;width:100%;height:{_HEIGHT_PX}px;border:0';"
    " link.replaceWith(frame); }</script>"
)
# What oEmbed wants to know in pixels; the frame itself is as wide as its column.
_WIDTH_PX = 960


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


def script_snippet(source: str, title: str) -> str:
    """Write a link that a script turns into the frame; where scripts are taken away it stays one.

    ``source`` and ``title`` are those of `embed_snippet`.
    """
    at, told = html.escape(source), html.escape(f"Map: {title}")
    return f'<a class="dateline-map" href="{at}">{told}</a>\n{_MAKE}\n{_FOLLOW}\n'


def published_at(address: str, name: str) -> str:
    """Give the whole address of a page of this file name; "" where ``address`` is none.

    An address that ends with a stroke is that of the folder.
    """
    told = address.strip()
    try:
        parts = urlsplit(told)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(told.split()) != 1:
        return ""
    return urljoin(told, name) if told.endswith("/") else told


def oembed_address(source: str) -> str:
    """Say where the oEmbed answer of a page lies: beside it."""
    return f"{source}.oembed.json"


def oembed(source: str, title: str) -> str:
    """Write the answer of an oEmbed provider (oembed.com, version 1.0) for a page, as JSON.

    It is a file to lie beside the page, which names it: so no program has to answer for it.
    """
    told = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Dateline",
        "title": title,
        "html": embed_snippet(source, title),
        "width": _WIDTH_PX,
        "height": _HEIGHT_PX,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def data_uri(page: str) -> str:
    """Put a whole page into an address, for where no file can be laid beside the other page."""
    return f"{_DATA}text/html;charset=utf-8;base64,{base64.b64encode(page.encode()).decode()}"
