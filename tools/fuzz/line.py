"""Sends a text down the whole line, and holds what comes out against what is true of any text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import shapely

from geo.contracts import Analysis, Source, Span
from geo.errors import ArticleError
from geo.export.formats import write_format
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from geo.pipeline import read, understand
from geo.wiring import basemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from geo.contracts import Edit
    from geo.pipeline import Services

_PAGE = "page"


class Broken(AssertionError):  # noqa: N818 - named for what is wrong
    """Something does not hold that holds of every text."""


def follow(
    text: str,
    services: Services,
    *,
    export: str = "",
    is_saved: bool = True,
    correct: Callable[[Analysis], Sequence[Edit]] | None = None,
) -> Analysis | None:
    """Analyse a text, check the outcome, save and load it, write it in one format or as a "page".

    ``correct`` makes corrections of what was found, which are carried out. None is given where the
    text was refused in words.

    Raises
    ------
    Broken
        If what comes out cannot be right, whatever the text says.
    """
    try:
        reading = read(Source(text=text), services)
    except ArticleError:
        return None
    analysis = understand(reading, services)
    _hold(analysis)
    if correct is not None:
        analysis = understand(reading, services, edits=correct(analysis))
        _hold(analysis)
    if is_saved:
        written = analysis.to_json()
        _must(Analysis.from_json(written).to_json() == written, "JSON that does not go round")
    if export == _PAGE:
        spec = make_spec(analysis, basemap(), services.gazetteer)
        page = render_page(spec, analysis.to_json(), boundaries=basemap())
        _must("</html>" in page, "the page has no end")
    elif export:
        _must(all(write_format(export, analysis).values()), f"an empty file of {export}")
    return analysis


def _hold(analysis: Analysis) -> None:
    for value in values_of(analysis):
        if isinstance(value, Span):
            found = analysis.article.text[value.start : value.end]
            _must(found == value.text, f"a span of other words: {value!r}, {found!r}")
    for geocode in analysis.geocodes:
        if geocode.place is not None:
            on_earth = abs(geocode.place.lon) <= 180 and abs(geocode.place.lat) <= 90  # noqa: PLR2004 - degrees
            _must(on_earth, f"a place that is not on earth: {geocode.place!r}")
    for route in analysis.routes:
        west, south, east, north = shapely.bounds(route.geometry)
        on_earth = -180 <= west <= east <= 180 and -90 <= south <= north <= 90  # noqa: PLR2004 - degrees
        _must(on_earth, "a route that is not on earth")


def values_of(value: Any) -> Iterator[Any]:
    """Go through a value of the contracts: give it, and all values that it is made of."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from values_of(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from values_of(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from values_of(item)


def _must(holds: bool, what: str) -> None:  # noqa: FBT001 - a condition
    if not holds:
        raise Broken(what)
