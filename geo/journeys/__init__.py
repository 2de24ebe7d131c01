"""Journeys: an article with placed names goes in, who travels where, by what and when comes out."""

from geo.journeys.find import find_journeys

__all__ = ["find_journeys"]
