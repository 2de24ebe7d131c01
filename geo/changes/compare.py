"""Compares two analyses of a story, an earlier and a later one; each may have corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.changes.figures import changed_figures
from geo.changes.journeys import changed_journeys
from geo.changes.places import changed_places
from geo.changes.value import Changes

if TYPE_CHECKING:
    from geo.contracts import Analysis


def compare(old: Analysis, new: Analysis) -> Changes:
    """Tell which places, journeys and figures were added, are gone, or are told otherwise.

    Where in the text something stands is no change, nor is how often it is named.
    """
    return Changes(
        places=changed_places(old, new),
        journeys=changed_journeys(old, new),
        figures=changed_figures(old, new),
    )
