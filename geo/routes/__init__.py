"""The lines that journeys take, with their lengths."""

from geo.routes.draw import draw_routes

__all__ = ["draw_routes"]
