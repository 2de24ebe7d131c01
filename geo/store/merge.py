"""Brings together what two tabs made of one story, where they do not contradict each other."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from geo.contracts import Source

if TYPE_CHECKING:
    from geo.store.story import Story


class _Clash(Exception):  # noqa: N818 - never leaves this module
    """Both changed the same thing, and not alike."""


def merged(base: Story, mine: Story, theirs: Story) -> Story | None:
    """Take each change of ``mine`` and of ``theirs`` since ``base``; None where they clash.

    The text, its title and its day clash where both changed one of them; so does a setting.
    Corrections of both are kept, and those that either took back are gone. The id and version are
    those of ``theirs``.
    """
    try:
        source = Source(
            **{
                name: _one(*(getattr(story.source, name) for story in (base, mine, theirs)))
                for name in (field.name for field in fields(Source))
            }
        )
        settings = _settings(base.settings, mine.settings, theirs.settings)
    except _Clash:
        return None
    edits = _lists(base.edits, mine.edits, theirs.edits)
    # What can be done again belongs to a list of corrections that both left alone.
    undone = mine.undone if edits == mine.edits else ()
    return replace(theirs, source=source, edits=edits, undone=undone, settings=settings)


def _one(base: Any, mine: Any, theirs: Any) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    raise _Clash


_NONE = object()


def _settings(base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    found = {
        name: _one(base.get(name, _NONE), mine.get(name, _NONE), theirs.get(name, _NONE))
        for name in (theirs | mine)
    }
    return {name: value for name, value in found.items() if value is not _NONE}


def _lists(
    base: tuple[dict[str, Any], ...],
    mine: tuple[dict[str, Any], ...],
    theirs: tuple[dict[str, Any], ...],
) -> tuple[dict[str, Any], ...]:
    kept = [edit for edit in theirs if edit in mine or edit not in base]
    return (*kept, *(edit for edit in mine if edit not in base and edit not in theirs))
