"""Figures of an article: lengths, durations and speeds, tied to places and journeys."""

from geo.claims.find import find_claims

__all__ = ["find_claims"]
