"""Reads a saved map or analysis, whoever made it, and checks what it holds.

A file may come from anybody: it is read as data, within limits, and what does not fit together is
told in one sentence.
"""

from __future__ import annotations

import math
import re
from itertools import chain
from typing import TYPE_CHECKING

import shapely

from geo.contracts import Analysis
from geo.edits import fault_of
from geo.errors import ArticleError
from geo.maps.page.data_island import MARK, read_island

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Place, Span

# Ten times the largest that we have made.
MOST_BYTES = 40_000_000
# Lines that cross the antimeridian may run on past it, at most once round the earth.
_MOST_LON, _MOST_LAT = 540.0, 90.0
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*["}]')
_ADVICE = "Give a map (.html) or an analysis (.json) that Dateline saved."


def is_saved(raw: bytes) -> bool:
    """Whether a file looks like a map or an analysis that Dateline saved, sound or not."""
    return bool(_JSON.match(raw)) or MARK.encode() in raw


def read_saved(raw: bytes, *, name: str) -> Analysis:
    """Read what `python -m geo map` or `check --json`, or the app, has written.

    Parameters
    ----------
    raw
        The whole file.
    name
        What it is called, for messages.

    Raises
    ------
    ArticleError
        If the file is something else, damaged, too large, or of a version that is not known.
    """
    if len(raw) > MOST_BYTES:
        raise ArticleError(
            f"{name!r} has more than {MOST_BYTES / 1e6:.0f} MB; no saved map is so large. {_ADVICE}"
        )
    try:
        text = raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise ArticleError(f"{name!r} is not a file that Dateline saved. {_ADVICE}") from error
    held = text if text.startswith("{") else _held(text, name)
    try:
        analysis = Analysis.from_json(held)
    except RecursionError as error:
        raise ArticleError(
            f"{name!r} is nested too deeply for a file that Dateline saved. {_ADVICE}"
        ) from error
    except ArticleError as error:
        raise ArticleError(f"{name!r} cannot be opened. {error}") from error
    fault = next(_faults(analysis), "")
    if fault:
        raise ArticleError(f"{name!r} does not fit together: {fault}. Analyse the article again.")
    return analysis


def _held(page: str, name: str) -> str:
    try:
        held = read_island(page)
    except ArticleError as error:
        raise ArticleError(f"{name!r} cannot be opened. {error}") from error
    if held is None:
        whole = "</html>" in page[-200:].lower()
        why = "holds no analysis" if whole else "is not a map saved by Dateline, or is cut short"
        raise ArticleError(f"{name!r} {why}. {_ADVICE}")
    return held


def _faults(analysis: Analysis) -> Iterator[str]:
    """Find what would make a map of this analysis wrong or impossible."""
    text = analysis.article.text
    for span in _spans(analysis):
        if text[span.start : span.end] != span.text or not 0 <= span.start <= span.end:
            yield f"the words {span.text[:40]!r} are not where they should be in the text"
    for place in _places(analysis):
        if not (abs(place.lon) <= 180.0 and abs(place.lat) <= _MOST_LAT):  # noqa: PLR2004 - degrees
            yield f"the place {place.name[:40]!r} does not lie on the earth"
    for line in _geometries(analysis):
        if not _on_earth(line):
            yield "a line on the map does not lie on the earth"
    if fault := fault_of(analysis.edits):
        yield fault
    yield from _loose_ends(analysis)


def _loose_ends(analysis: Analysis) -> Iterator[str]:
    """Find references to what is not there."""
    toponyms = {toponym.id for toponym in analysis.toponyms}
    legs = {leg.id for leg in analysis.legs}
    claims = {claim.id for claim in analysis.claims}
    for kind, known, named in (
        ("name", toponyms, (geocode.toponym_id for geocode in analysis.geocodes)),
        ("journey", legs, (route.leg_id for route in analysis.routes)),
        ("figure", claims, (check.claim_id for check in analysis.checks)),
    ):
        if lost := next((ident for ident in named if ident not in known), None):
            yield f"it tells of a {kind} {lost[:40]!r} that is not in it"


def _spans(analysis: Analysis) -> Iterable[Span]:
    return chain(
        (block.span for block in analysis.article.blocks),
        analysis.article.sentences,
        (toponym.span for toponym in analysis.toponyms),
        (claim.span for claim in analysis.claims),
        (item.span for leg in analysis.legs for item in leg.evidence if item.span),
        (problem.span for problem in analysis.problems if problem.span),
    )


def _places(analysis: Analysis) -> Iterator[Place]:
    for geocode in analysis.geocodes:
        if geocode.place is not None:
            yield geocode.place
        yield from (other.place for other in geocode.alternatives)
    for leg in analysis.legs:
        yield from (end.place for end in leg.ends)


def _geometries(analysis: Analysis) -> Iterator[BaseGeometry]:
    yield from (route.geometry for route in analysis.routes)
    for check in analysis.checks:
        yield from (item.geometry for item in check.readings if item.geometry is not None)
    yield from (place.extent for place in _places(analysis) if place.extent is not None)


def _on_earth(shape: BaseGeometry) -> bool:
    if shape.is_empty:
        return False
    west, south, east, north = shapely.bounds(shape)
    if not all(map(math.isfinite, (west, south, east, north))):
        return False
    return bool(max(-west, east) <= _MOST_LON and max(-south, north) <= _MOST_LAT)
