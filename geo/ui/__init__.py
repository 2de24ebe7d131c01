"""The app for reporters: a text goes in, the checked map and what it rests on come out."""

from geo.ui.page import main

__all__ = ["main"]
