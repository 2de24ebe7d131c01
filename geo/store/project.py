"""Writes a story with its versions as one file for a colleague, and reads it, whoever wrote it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from geo.errors import StoreError
from geo.settings import VERSION
from geo.store.story import from_plain, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.store.story import Story

FORMAT = 1
MOST_BYTES = 60_000_000
ENDING = ".dateline.json"
_MARK = "dateline_project"
_MOST_VERSIONS = 200
BEGINNING = 200  # bytes in which the mark stands
_ADVICE = "Give a project that Dateline saved."


def is_project(raw: bytes) -> bool:
    """Whether a file looks like a project, sound or not; a saved analysis is none."""
    return f'"{_MARK}"'.encode() in raw[:BEGINNING]


def project_to_json(story: Story, versions: Sequence[Story] = ()) -> bytes:
    """Write a story and earlier states of it, the oldest first.

    Raises
    ------
    StoreError
        If it has a value that JSON does not know.
    """
    whole = {
        _MARK: FORMAT,
        "program": VERSION,
        "story": json.loads(to_json(story)),
        "versions": [json.loads(to_json(version)) for version in versions],
    }
    return f"{json.dumps(whole, indent=1, allow_nan=False)}\n".encode()


def project_from_json(raw: bytes, *, name: str) -> tuple[Story, tuple[Story, ...]]:
    """Read a story, and earlier states of it, that `project_to_json` wrote.

    Neither has an id: what comes from elsewhere is added, and takes no story's place.

    Raises
    ------
    StoreError
        If the file is something else, damaged, too large, or of a version that is not known.
    """
    if len(raw) > MOST_BYTES:
        raise StoreError(f"{name!r} has more than {MOST_BYTES / 1e6:.0f} MB. {_ADVICE}")
    try:
        whole = json.loads(raw.decode("utf-8-sig"))
        known = whole[_MARK]
        parts = msgspec.convert(whole, dict[str, object])
    except (ValueError, KeyError, TypeError, RecursionError, msgspec.MsgspecError) as error:
        raise StoreError(f"{name!r} is no project, or a damaged one. {_ADVICE}") from error
    if known != FORMAT:
        raise StoreError(
            f"{name!r} is a project of version {known!r}; this program reads version {FORMAT}. "
            "Update Dateline."
        )
    versions = parts.get("versions", [])
    if not isinstance(versions, list) or len(versions) > _MOST_VERSIONS:
        raise StoreError(f"{name!r} is no project, or a damaged one. {_ADVICE}")
    try:
        return _checked(parts.get("story")), tuple(map(_checked, versions))
    except StoreError as error:
        raise StoreError(f"{name!r} cannot be opened. {error}") from error


def _checked(plain: object) -> Story:
    """Read one state of a story; it may come from anybody, so its blocks must fit its text."""
    story = from_plain(plain)
    source, at = story.source, 0
    for block in source.blocks:
        span = block.span
        if not at <= span.start <= span.end or source.text[span.start : span.end] != span.text:
            raise StoreError("Its paragraphs do not fit its text.")
        at = span.end
    is_link = source.url is not None and source.url.startswith(("https://", "http://"))
    return replace(story, source=replace(source, url=source.url if is_link else None))
