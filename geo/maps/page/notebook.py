"""The page as a `folium.Map`, which a notebook shows in a frame.

The map holds one element of our own, whose text is final. folium's own scripts, links and
templates, which run article text as code, are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import branca.element
import folium
from jinja2 import Template

from geo.maps.page.html import PAGE, page_parts

if TYPE_CHECKING:
    from geo.maps.page.tiles import Tiles
    from geo.maps.spec.model import MapSpec
    from geo.ports import Boundaries


class _Bare(branca.element.Figure):
    """A page with what its element brings and nothing else."""

    _template = Template(
        PAGE.format(head="{{ this.header.render() }}", body="{{ this.html.render() }}"),
        keep_trailing_newline=True,
    )

    def __init__(self) -> None:
        super().__init__(height="820px")
        self.header._children.clear()  # noqa: SLF001 - branca offers no other way
        # Its usual templates part and indent the children of head and body.
        for element in (self.header, self.html):
            element._template = Template(  # noqa: SLF001 - as above
                "{% for child in this._children.values() %}{{ child.render() }}{% endfor %}"
            )


class _Verbatim(branca.element.Element):
    """Text that is final: branca would read it as a Jinja template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_kwargs: Any) -> str:
        """Give the text as it is."""
        return self._text


class _Story(branca.element.Element):
    """The map and its words, as they stand in the page."""

    def __init__(self, head: str, body: str) -> None:
        super().__init__()
        self._name = "Story"
        self._head, self._body = head, body

    def render(self, **_kwargs: Any) -> str:
        """Put the parts of the page in their places; nothing is left to be put elsewhere."""
        figure = self.get_root()
        if isinstance(figure, branca.element.Figure):
            figure.header.add_child(_Verbatim(self._head), name="dateline_head")
            figure.html.add_child(_Verbatim(self._body), name="dateline_body")
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
    shown.add_child(_Story(*page_parts(spec, analysis_json, boundaries=boundaries, tiles=tiles)))
    return shown
