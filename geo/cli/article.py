"""Gets the article that a command was given: a file's, or what is piped in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.contracts import Source
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
