"""Reads a file of any kind: plain text here, everything else in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.adapters.documents.kinds import Kind, kind_of
from geo.contracts import Source
from geo.errors import ArticleError
from geo.read import decode, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from geo.settings import Settings


def read_path(path: str | Path, settings: Settings) -> Source:
    """Read the article that a file holds.

    Raises
    ------
    ArticleError
        If the file is missing, not readable, too large, or holds no text that we can get at.
    """
    return read_document(read_bytes(path, settings), settings, name=str(path))


def read_document(raw: bytes, settings: Settings, *, name: str = "the input") -> Source:
    """Read the article that the bytes of a file hold; the file's kind is told by them.

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
        return Source(text=decode(raw, settings, name=name))
    from geo.adapters.documents.workshop import workshop  # noqa: PLC0415 - plain text needs none

    source = workshop(settings).read(kind, raw, name)
    if not any(character.isalnum() for character in source.text):
        raise ArticleError(
            f"{name!r} is {kind.value}, but there is no text in it"
            + ("; it may be a scan. " if kind is Kind.PDF else ". ")
            + "Paste the text of the article instead."
        )
    return source
