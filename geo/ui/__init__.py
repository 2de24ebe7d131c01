"""The app for reporters: a text is pasted, the checked map is shown with what it rests on."""

from geo.ui.page import main

__all__ = ["main"]
