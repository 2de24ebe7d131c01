"""Reads a file of any kind: plain text here, everything else in a process of its own.

Most files hold one story; a news feed or a message of a news agency may hold many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.adapters.documents.kinds import Kind, kind_of
from geo.contracts import Source
from geo.errors import ArticleError, SeveralStories
from geo.read import decode, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from geo.settings import Settings

_LISTED = 12
_TITLE_LETTERS = 60


def read_path(path: str | Path, settings: Settings, *, story: int | None = None) -> Source:
    """Read the article that a file holds, or of several the one with the number ``story``.

    Raises
    ------
    ArticleError
        If the file is missing, not readable, too large, or holds no text that we can get at;
        `SeveralStories` if it holds more than one and ``story`` does not say which.
    """
    return read_document(read_bytes(path, settings), settings, name=str(path), story=story)


def read_document(
    raw: bytes, settings: Settings, *, name: str = "the input", story: int | None = None
) -> Source:
    """Read the article that the bytes of a file hold; the file's kind is told by them.

    Raises
    ------
    ArticleError
        As `read_path` does.
    """
    found = read_stories(raw, settings, name=name)
    if story is None:
        if len(found) > 1:
            raise _several(found, name)
        return found[0]
    if not 1 <= story <= len(found):
        raise ArticleError(f"{name!r} has no story number {story}: it holds {_count(len(found))}.")
    return found[story - 1]


def read_stories(raw: bytes, settings: Settings, *, name: str) -> tuple[Source, ...]:
    """Read all stories that the bytes of a file hold: one, but for feeds and agencies' messages.

    Raises
    ------
    ArticleError
        If they are too many, or hold no text that we can get at.
    """
    if len(raw) > settings.max_file_bytes:
        raise ArticleError(
            f"{name!r} has more than {settings.max_file_bytes / 1e6:,.0f} MB, which is more than "
            "Dateline reads at a time. Give it one article, not an archive."
        )
    kind = kind_of(raw, settings, name=name)
    if kind is Kind.TEXT:
        return (Source(text=decode(raw, settings, name=name)),)
    from geo.adapters.documents.workshop import workshop  # noqa: PLC0415 - plain text needs none

    found = tuple(one for one in workshop(settings).read(kind, raw, name) if _has_text(one))
    if not found:
        raise ArticleError(
            f"{name!r} is {kind.value}, but there is no text in it"
            + ("; it may be a scan. " if kind is Kind.PDF else ". ")
            + "Paste the text of the article instead."
        )
    return found


def _has_text(source: Source) -> bool:
    return any(character.isalnum() for character in source.text)


def _several(found: tuple[Source, ...], name: str) -> SeveralStories:
    titles = tuple(" ".join((one.title or one.text).split())[:_TITLE_LETTERS] for one in found)
    listed = "; ".join(f"{number} {title}" for number, title in enumerate(titles[:_LISTED], 1))
    more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return SeveralStories(
        f"{name!r} holds {_count(len(found))}. Say which, with --story and its number: "
        f"{listed}{more}.",
        titles,
    )


def _count(stories: int) -> str:
    return "one story" if stories == 1 else f"{stories:,} stories"
