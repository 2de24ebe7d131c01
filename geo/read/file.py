"""Decodes the bytes of a text file, or says what is wrong with them."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import ArticleError

if TYPE_CHECKING:
    from geo.settings import Settings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_file(path: str | Path, settings: Settings) -> str:
    """Read a plain text file in any common encoding.

    Raises
    ------
    ArticleError
        If the file is missing, not a file, not readable, too large or not text.
    """
    return decode(read_bytes(path, settings), settings, name=str(path))


def read_bytes(path: str | Path, settings: Settings) -> bytes:
    """Read a file, or one byte more than `Settings.max_file_bytes` of it.

    Raises
    ------
    ArticleError
        If the file is missing, not a file or not readable.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise ArticleError(f"{str(path)!r} is a folder. Give the path of one file.")
        with path.open("rb") as file:
            # A device or a pipe has no size; one byte more than is allowed tells enough.
            return file.read(settings.max_file_bytes + 1)
    except FileNotFoundError as error:
        raise ArticleError(f"There is no file {str(path)!r}. Check the path.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise (
            error
            if isinstance(error, ArticleError)
            else ArticleError(f"The file {str(path)!r} cannot be read: {why}.")
        ) from error


def check_size(size_bytes: int, settings: Settings) -> None:
    """Refuse what is larger than `Settings.max_bytes`.

    Raises
    ------
    ArticleError
        If it is.
    """
    if size_bytes > settings.max_bytes:
        raise ArticleError(
            f"The text has {size_bytes / 1e6:,.1f} MB; Dateline reads up to "
            f"{settings.max_bytes / 1e6:,.0f} MB at a time. Give it one article, not an archive."
        )


def decode(raw: bytes, settings: Settings, *, name: str = "the input") -> str:
    """Turn bytes into text: by byte order mark, as UTF-8, or by what the letters suggest.

    Raises
    ------
    ArticleError
        If the bytes are no text, or too many.
    """
    check_size(len(raw), settings)
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decode_as(raw, encoding, name)
    if b"\x00" in raw:
        raise ArticleError(f"{name!r} looks like a binary file, not text. Give a plain text file.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(raw, guess_encoding(raw, name), name)


def _decode_as(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise ArticleError(
            f"{name!r} looks like {encoding} text but is damaged. Save it as UTF-8 and try again."
        ) from error


def guess_encoding(raw: bytes, name: str) -> str:
    """Tell the encoding of a text that is not UTF-8 by what its letters suggest.

    Raises
    ------
    ArticleError
        If it cannot be told.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most texts are UTF-8

    matches = from_bytes(raw)
    best = matches.best()
    if best is None:
        raise ArticleError(
            f"The encoding of {name!r} cannot be told. Save it as UTF-8 and try again."
        )
    # Among single-byte codes that read equally well, the one of the West is by far the commonest.
    equal = [match.encoding for match in matches if match.chaos <= best.chaos]
    return "cp1252" if "cp1252" in equal else best.encoding
