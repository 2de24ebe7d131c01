"""Gets the article that a command was given, a file's or what is piped in, and its corrections."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from geo.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

    from geo.contracts import Edit, Source
    from geo.settings import Settings


def article_source(article: str, settings: Settings) -> Source:
    """Read a file of any kind, or standard input where ``article`` is "-".

    Raises
    ------
    ArticleError
        If it cannot be read, is too long, or is no text.
    """
    from geo.adapters.documents import (  # noqa: PLC0415 - --help must not wait for it
        read_document,
        read_path,
    )

    if article.startswith(("http://", "https://")):
        from geo.adapters.links import read_link  # noqa: PLC0415 - rarely allowed

        return read_link(article, settings)
    if article != "-":
        return read_path(article, settings)
    # One byte more than is allowed is enough to know that it is too much.
    return read_document(sys.stdin.buffer.read(settings.max_file_bytes + 1), settings)


def edits_of(path: Path | None) -> tuple[Edit, ...]:
    """Read the corrections in a file of their own, or in a saved map or analysis.

    Raises
    ------
    ArticleError
        If it cannot be read or holds none.
    """
    if path is None:
        return ()
    from geo.edits import edits_from_json  # noqa: PLC0415 - an option
    from geo.maps.page.reader import MOST_BYTES, is_saved, read_saved  # noqa: PLC0415 - as above

    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ArticleError(
            f"{str(path)!r} cannot be read: {error.strerror or error}. Check the path."
        ) from error
    if is_saved(raw):
        return read_saved(raw, name=path.name).edits
    return edits_from_json(raw, name=path.name)
