"""Writes the one HTML page of a map, which needs nothing else: no network, no file beside it.

The story is in the page as plain HTML and SVG, which a script replaces by the map that can be
moved. The analysis may go with it, so that the page can be opened again. What changes from article
to article is escaped: HTML for the fallback, JSON for the data islands, of which the basemap, that
nobody reads, is packed. Scripts and styles are the same for every article (one set where there are
many places, one where there are not), so that a policy can name them by their hashes, the packed
one by the hash of what it holds. Notebooks get the same page: `geo.maps.page.notebook`.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from geo.maps.page.bundle import (
    loader_script,
    notice,
    packed,
    packed_script,
    page_script,
    page_style,
)
from geo.maps.page.data_island import analysis_island, escaped_json, read_island
from geo.maps.page.fallback import draw_fallback
from geo.maps.page.tiles import credited

if TYPE_CHECKING:
    from geo.maps.page.tiles import Tiles
    from geo.maps.spec.model import MapSpec
    from geo.ports import Boundaries

_NOSCRIPT = (
    "Scripts are blocked here: the map stands still, and the words of the article and the other "
    "readings of its figures are not shown."
)
PAGE = '<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}</head>\n<body>\n{body}</body>\n</html>\n'
# The parts of a spec that are of the basemap.
_BASEMAP = ("basemap", "inset")

__all__ = ["island", "read_island", "render_page"]


def render_page(
    spec: MapSpec,
    analysis_json: str | None = None,
    *,
    boundaries: Boundaries | None = None,
    tiles: Tiles | None = None,
    oembed: str = "",
) -> str:
    """Write the page; it opens from disk and makes no request.

    Parameters
    ----------
    spec
        The map.
    analysis_json
        What `Analysis.to_json` wrote: with it the page can be opened again.
    boundaries
        Whose outlines of countries need not travel with the analysis.
    tiles
        A street map to lie under the story, fetched from its server whenever the page is read;
        without it the page asks nobody for anything.
    oembed
        Address of the answer that says how the page is embedded; "" for none.
    """
    head, body = page_parts(spec, analysis_json, boundaries=boundaries, tiles=tiles)
    if oembed:
        at = html.escape(oembed)
        head += f'<link rel="alternate" type="application/json+oembed" href="{at}">\n'
    return PAGE.format(head=head, body=body)


def page_parts(
    spec: MapSpec,
    analysis_json: str | None = None,
    *,
    boundaries: Boundaries | None = None,
    tiles: Tiles | None = None,
) -> tuple[str, str]:
    """Write what is inside a page's head and body; see `render_page`."""
    spec = credited(spec, tiles) if tiles else spec
    saved = analysis_island(analysis_json, boundaries) if analysis_json else ""
    head = _head(spec.title, tiles, many=spec.points is not None)
    return head, f"{_body(spec, tiles)}{saved}"


def island(spec: MapSpec) -> str:
    """Write the elements that hold the spec, as JSON that no HTML parser takes for their end.

    The basemap and the small globe, most of it and coded already, are packed like the script.
    """
    told = json.loads(spec.to_json())
    basemap = {name: told.pop(name) for name in _BASEMAP}
    words = escaped_json(_compact(told))
    return (
        f'<script type="application/json" id="dateline-spec">{words}</script>\n'
        f'<script type="text/plain" id="dateline-basemap">{packed(_compact(basemap))}</script>\n'
    )


def _compact(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _head(title: str, tiles: Tiles | None, *, many: bool) -> str:
    pictures = f"data: https://{tiles.host}" if tiles else "data:"
    return f"{_fixed_head(pictures, many=many)}<title>{html.escape(title)}</title>\n"


@lru_cache(maxsize=8)
def _fixed_head(pictures: str, *, many: bool) -> str:
    scripts, style = (loader_script(), page_script(many=many)), page_style(many=many)
    named = " ".join(f"'{_hash(script)}'" for script in scripts)
    policy = (
        f"default-src 'none'; script-src {named}; style-src '{_hash(style)}'; "
        f"img-src {pictures}; base-uri 'none'; form-action 'none'"
    )
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="generator" content="Dateline">\n'
        f"<style>{style}</style>\n"
    )


def _body(spec: MapSpec, tiles: Tiles | None) -> str:
    street = f' data-tiles="{html.escape(tiles.template)}"' if tiles else ""
    return (
        f'<main id="dateline-page" class="dl-page"{street}>\n{draw_fallback(spec)}</main>\n'
        f'<noscript><p class="dl-noscript">{_NOSCRIPT}</p></noscript>\n'
        f"{island(spec)}"
        f"{_scripts(many=spec.points is not None)}"
    )


@cache
def _scripts(*, many: bool) -> str:
    """Write the packed script and its loader: after what is seen, so that it is painted first."""
    authors = html.escape(notice(many=many).replace("--", "-"))
    return (
        f"<!-- Packed below: {authors}, and Dateline. -->\n"
        f'<script type="text/plain" id="dateline-script">{packed_script(many=many)}</script>\n'
        f"<script>{loader_script()}</script>\n"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
