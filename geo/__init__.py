"""Dateline: read a news article, map its places and journeys, check its geography.

``geo.analyse(text)`` does all of it; `geo.pipeline` shows how. What comes back also makes tables
(``.to_geodataframes()``) and a map for a notebook (``.to_folium()``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import GeoError
from geo.settings import VERSION, Reader, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Edit, Source
    from geo.notebook import NotebookAnalysis as Analysis

__all__ = ["Analysis", "GeoError", "Source", "analyse"]
__version__ = VERSION


def __getattr__(name: str) -> type:
    """Load what is asked for by name: a command must not wait for what it does without."""
    if name == "Analysis":
        from geo.notebook import NotebookAnalysis  # noqa: PLC0415 - as above

        return NotebookAnalysis
    if name == "Source":
        from geo.contracts import Source  # noqa: PLC0415 - as above

        return Source
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def analyse(
    text: str, *, title: str = "", reader: str = Reader.CAREFUL, edits: Sequence[Edit] = ()
) -> Analysis:
    """Analyse a news text with the offline services that ship with the program.

    ``reader`` is "careful", or "fast" for archives: no grammar, so no journeys.
    They are opened once a process and kept. ``edits`` are corrections by hand (see
    `geo.contracts.edits`), as another analysis has them in ``.edits``.

    Raises
    ------
    ArticleError
        If there is no text to read, or it is too long.
    ValueError
        If there is no such reader.
    """
    from geo import pipeline  # noqa: PLC0415 - reading an analysis needs none of it
    from geo.adapters.ahead import open_ahead  # noqa: PLC0415 - as below
    from geo.contracts import Source  # noqa: PLC0415 - as above
    from geo.garbage import unsearched  # noqa: PLC0415 - as above
    from geo.notebook import with_views  # noqa: PLC0415 - as above
    from geo.wiring import kept_services  # noqa: PLC0415 - as above

    settings = Settings(reader=Reader(reader))
    if settings.reader is Reader.CAREFUL:
        open_ahead(settings)
    # Of the first call a tenth of the time went into it.
    with unsearched():
        kept = kept_services(settings)
        return with_views(pipeline.analyse(Source(text=text, title=title), kept, edits=edits))
