"""Keeps stories on this computer: their text, settings, corrections and earlier versions."""

from geo.store.database import open_store
from geo.store.merge import merged
from geo.store.project import is_project, project_from_json, project_to_json
from geo.store.stories import Store
from geo.store.story import Brief, Outcome, Saved, Story, Version

__all__ = [
    "Brief",
    "Outcome",
    "Saved",
    "Store",
    "Story",
    "Version",
    "is_project",
    "merged",
    "open_store",
    "project_from_json",
    "project_to_json",
]
