"""A story as it is kept: what was typed and chosen, and how it is written and read as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from geo.contracts import Source  # noqa: TC001 - msgspec reads it at run time
from geo.errors import StoreError

if TYPE_CHECKING:
    from datetime import datetime

# Characters of JSON; a long text with its blocks and hundreds of corrections has a fifth of it.
MOST_CHARACTERS = 20_000_000
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story that somebody works at.

    Attributes
    ----------
    id : given by the store; empty until it is kept there.
    version : how often it was saved; the store tells by it whether another tab was faster.
    source : the text with its title and day, as it goes into the pipeline.
    edits : corrections as plain JSON values, in the order in which they were made.
    undone : what redo would bring back, as the app keeps it, in plain JSON values.
    settings : what was chosen for publishing and showing, in plain JSON values by name.
    """

    id: str = ""
    version: int = 0
    source: Source
    edits: tuple[dict[str, Any], ...] = ()
    undone: tuple[Any, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What it is called in lists: its title, or else the first line of its text."""
        first = next((line for line in self.source.text.splitlines() if line.strip()), "")
        return " ".join((self.source.title or first).split())[:LONGEST_TITLE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A story in the list of all: when it was last changed, and how many corrections it has."""

    id: str
    title: str
    changed: datetime
    edits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier state of a story, by the number under which it was saved, and when."""

    number: int
    saved: datetime


class Outcome(StrEnum):
    """What became of a story that was to be saved."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    MERGED = "merged"  # with what another tab had saved meanwhile
    COPIED = "copied"  # kept as a story of its own, beside what another tab had saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A story as it is kept now, and what to tell the user; "" where all went as expected."""

    story: Story
    outcome: Outcome
    message: str = ""


class _Kept(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A story without what the store itself knows of it."""

    source: Source
    edits: tuple[dict[str, Any], ...] = ()
    undone: tuple[Any, ...] = ()
    settings: dict[str, Any] = {}


def to_plain(story: Story) -> dict[str, Any]:
    """Give what is kept of a story as plain JSON values; not its id and version."""
    plain: dict[str, Any] = msgspec.to_builtins(
        _Kept(
            source=story.source,
            edits=story.edits,
            undone=story.undone,
            settings=story.settings,
        )
    )
    return plain


def to_json(story: Story) -> str:
    """Write what is kept of a story; in ASCII, which even half a surrogate pair comes through.

    Raises
    ------
    StoreError
        If it is too long, or has a value that JSON does not know.
    """
    try:
        text = json.dumps(to_plain(story), separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreError(f"The story {story.title[:40]!r} cannot be kept: {error}.") from error
    if len(text) > MOST_CHARACTERS:
        raise StoreError(
            f"The story {story.title[:40]!r} is too long to be kept: {len(text) / 1e6:.0f} MB of "
            f"{MOST_CHARACTERS / 1e6:.0f}. Take a part of its text."
        )
    return text


def from_plain(plain: Any, *, id_: str = "", version: int = 0) -> Story:
    """Make a story of what `to_plain` gave.

    Raises
    ------
    StoreError
        If it is something else.
    """
    try:
        kept = msgspec.convert(plain, _Kept)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise StoreError(f"This is no story that Dateline kept: {error}.") from error
    return Story(
        id=id_,
        version=version,
        source=kept.source,
        edits=kept.edits,
        undone=kept.undone,
        settings=kept.settings,
    )


def from_json(text: str, *, id_: str = "", version: int = 0) -> Story:
    """Read what `to_json` wrote.

    Raises
    ------
    StoreError
        If it is something else.
    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StoreError(f"This is no story that Dateline kept: {error}.") from error
    return from_plain(plain, id_=id_, version=version)
