"""Journeys go in; the lines that they take, with lengths, come out."""

from geo.routes.draw import draw_routes

__all__ = ["draw_routes"]
