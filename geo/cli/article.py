"""Gets the text of the article that a command was given: a file's, or what is piped in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.settings import Settings


def article_text(article: str, settings: Settings) -> str:
    """Read a file, or standard input where ``article`` is "-".

    Raises
    ------
    ArticleError
        If it cannot be read, is too long, or is no text.
    """
    from geo.read import decode, read_file  # noqa: PLC0415 - --help must not wait for it

    if article != "-":
        return read_file(article, settings)
    # One byte more than is allowed is enough to know that it is too much.
    return decode(sys.stdin.buffer.read(settings.max_bytes + 1), settings, name="the input")
