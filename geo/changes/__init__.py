"""Tells what changed between two analyses: places, journeys and figures added, gone, changed."""

from geo.changes.compare import compare
from geo.changes.value import Change, Changes, How

__all__ = ["Change", "Changes", "How", "compare"]
