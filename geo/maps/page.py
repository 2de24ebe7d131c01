"""A `MapSpec` in, one HTML page out that needs nothing else: no network, no file beside it.

The story is in the page as plain HTML and SVG, which a script replaces by the map that can be
moved. The analysis may go with it, so that the page can be opened again. The page is a `folium.Map`
that holds one element of our own. That element's changing parts are escaped: HTML for the still,
JSON for the islands, of which the ground, that nobody reads, is packed. Scripts and styles are the
same for every article (one set where there are many places, one where there are not), so that a
policy can name them by their hashes, the packed one by the hash of what it holds. folium's own
scripts, links and templates, which run article text as code, are left out.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import branca.element
import folium
from jinja2 import Template

from geo.maps.island import analysis_island, escaped_json, read_island
from geo.maps.scripts import loader_script, notice, packed, packed_script, page_script, page_style
from geo.maps.still import draw_still
from geo.maps.tiles import credited

if TYPE_CHECKING:
    from geo.maps.model import MapSpec
    from geo.maps.tiles import Tiles
    from geo.ports import Boundaries

_NOSCRIPT = (
    "Scripts are blocked here: the map stands still, and the words of the article and the other "
    "readings of its figures are not shown."
)
# The parts of a spec that are of the basemap.
_GROUND = ("ground", "inset")

__all__ = ["island", "read_island", "render_page", "to_folium"]


class _Bare(branca.element.Figure):
    """A page with what its element brings and nothing else."""

    _template = Template(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n{{ this.header.render() }}</head>\n'
        "<body>\n{{ this.html.render() }}</body>\n</html>\n"
    )

    def __init__(self) -> None:
        super().__init__(height="820px")
        self.header._children.clear()  # noqa: SLF001 - branca offers no other way


class _Verbatim(branca.element.Element):
    """Text that is final: branca would read it as a Jinja template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_kwargs: Any) -> str:
        """Give the text as it is."""
        return self._text


class _Story(branca.element.Element):
    """The map and its words: fixed markup, fixed scripts, and the spec as escaped JSON."""

    def __init__(self, spec: MapSpec, saved: str, tiles: Tiles | None) -> None:
        super().__init__()
        self._name = "Story"
        self._spec = spec
        self._saved = saved
        self._tiles = tiles

    def render(self, **_kwargs: Any) -> str:
        """Put the parts of the page in their places; nothing is left to be put elsewhere."""
        figure = self.get_root()
        if isinstance(figure, branca.element.Figure):
            head = _head(self._spec.title, self._tiles, many=self._spec.many is not None)
            figure.header.add_child(_Verbatim(head), name="dateline_head")
            body = f"{_body(self._spec, self._tiles)}{self._saved}"
            figure.html.add_child(_Verbatim(body), name="dateline_body")
        return ""


class _Map(folium.Map):
    """A folium map without folium's scripts, links and markup: `_Story` draws in their stead."""

    _template = Template("")

    def __init__(self) -> None:
        super().__init__(tiles=None)
        self.default_js = []
        self.default_css = []

    def render(self, **kwargs: Any) -> str:
        """Let the children put themselves into the page."""
        for child in self._children.values():
            child.render(**kwargs)
        return ""


def render_page(
    spec: MapSpec,
    analysis_json: str | None = None,
    *,
    boundaries: Boundaries | None = None,
    tiles: Tiles | None = None,
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
    """
    shown = to_folium(spec, analysis_json, boundaries=boundaries, tiles=tiles)
    return str(shown.get_root().render())


def to_folium(
    spec: MapSpec,
    analysis_json: str | None = None,
    *,
    boundaries: Boundaries | None = None,
    tiles: Tiles | None = None,
) -> folium.Map:
    """Make the map for a notebook: shown in a frame, the same as the page (see `render_page`)."""
    shown = _Map()
    shown.add_to(_Bare())
    saved = analysis_island(analysis_json, boundaries) if analysis_json else ""
    shown.add_child(_Story(credited(spec, tiles) if tiles else spec, saved, tiles))
    return shown


def island(spec: MapSpec) -> str:
    """Write the elements that hold the spec, as JSON that no HTML parser takes for their end.

    The ground and the small globe, most of it and coded already, are packed like the script.
    """
    told = json.loads(spec.to_json())
    ground = {name: told.pop(name) for name in _GROUND}
    words = escaped_json(_compact(told))
    return (
        f'<script type="application/json" id="dateline-spec">{words}</script>\n'
        f'<script type="text/plain" id="dateline-ground">{packed(_compact(ground))}</script>\n'
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
        f'<main id="dateline-page" class="dl-page"{street}>\n{draw_still(spec)}</main>\n'
        f'<noscript><p class="dl-noscript">{_NOSCRIPT}</p></noscript>\n'
        f"{island(spec)}"
        f"{_scripts(many=spec.many is not None)}"
    )


@cache
def _scripts(*, many: bool) -> str:
    """Write the packed script and its loader: after what is seen, so that it is painted first."""
    return (
        f"<!-- Packed below: {html.escape(notice().replace('--', '-'))}, and Dateline. -->\n"
        f'<script type="text/plain" id="dateline-script">{packed_script(many=many)}</script>\n'
        f"<script>{loader_script()}</script>\n"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
