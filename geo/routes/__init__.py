"""The lines that journeys take, with their lengths."""

from geo.routes.draw import draw_courses, draw_routes

__all__ = ["draw_courses", "draw_routes"]
