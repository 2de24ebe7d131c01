"""Journeys: an article with placed names goes in, who travels where, by what and when comes out."""

from geo.journeys.find import find_journeys
from geo.journeys.modes import as_said, routes_as_said

__all__ = ["as_said", "find_journeys", "routes_as_said"]
