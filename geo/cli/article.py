"""Gets the article that a command was given, a file's or what is piped in, and its corrections."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import ArticleError

if TYPE_CHECKING:
    from geo.contracts import Edit, Source
    from geo.settings import Settings


def article_source(article: str, settings: Settings, *, story: int | None = None) -> Source:
    """Read a file of any kind, or standard input where ``article`` is "-".

    ``story`` is the number of the one meant where a file holds several.

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
        return read_path(article, settings, story=story)
    # One byte more than is allowed is enough to know that it is too much.
    raw = sys.stdin.buffer.read(settings.max_file_bytes + 1)
    return read_document(raw, settings, story=story)


def story_of(
    article: str, settings: Settings, *, story: int | None = None
) -> tuple[Source, tuple[Edit, ...]]:
    """Read an article as `article_source` does, or a saved project, which has corrections too.

    Raises
    ------
    ArticleError, StoreError
        If it cannot be read.
    """
    path = Path(article)
    if not is_project_file(path):
        return article_source(article, settings, story=story), ()
    from geo.store.project import MOST_BYTES  # noqa: PLC0415 - --help must not wait for it

    return _of_project(file_bytes(path, MOST_BYTES), path.name)


def edits_of(path: Path | None) -> tuple[Edit, ...]:
    """Read the corrections in a file of their own, or in a saved map, analysis or project.

    Raises
    ------
    ArticleError, StoreError
        If it cannot be read or holds none.
    """
    if path is None:
        return ()
    from geo.edits import edits_from_json  # noqa: PLC0415 - an option
    from geo.maps.page.reader import is_saved, read_saved  # noqa: PLC0415 - as above
    from geo.store.project import MOST_BYTES, is_project  # noqa: PLC0415 - as above

    raw = file_bytes(path, MOST_BYTES)
    if is_project(raw):
        return _of_project(raw, path.name)[1]
    if is_saved(raw):
        return read_saved(raw, name=path.name).edits
    return edits_from_json(raw, name=path.name)


def _of_project(raw: bytes, name: str) -> tuple[Source, tuple[Edit, ...]]:
    from geo.edits import edits_from_plain  # noqa: PLC0415 - --help must not wait for it
    from geo.store.project import project_from_json  # noqa: PLC0415 - as above

    story, _ = project_from_json(raw, name=name)
    return story.source, edits_from_plain(story.edits, name=name)


def is_project_file(path: Path) -> bool:
    """Whether a file begins as a saved project does."""
    try:
        if not is_plain_file(path) or not file_bytes(path, 1).startswith(b"{"):
            return False
        from geo.store.project import BEGINNING, is_project  # noqa: PLC0415 - brings a database

        return is_project(file_bytes(path, BEGINNING))
    except ArticleError:
        return False  # whoever reads the article says what is wrong with the file


def is_plain_file(path: Path) -> bool:
    """Whether it can be read more than once; what is read of a pipe is gone."""
    try:
        return path.is_file()
    except OSError:  # no name for a file
        return False


def file_bytes(path: Path, most: int) -> bytes:
    """Read a file; of one that has more than ``most`` bytes, one more, which tells that it has.

    Raises
    ------
    ArticleError
        If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise ArticleError(
            f"{str(path)!r} cannot be read: {error.strerror or error}. Check the path."
        ) from error
