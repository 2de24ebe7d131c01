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

_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)


def read_file(path: str | Path, settings: Settings) -> str:
    """Read a plain text file in any common encoding.

    Raises
    ------
    ArticleError
        If the file is missing, not a file, not readable, too large or not text.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ArticleError(f"{str(path)!r} is a folder. Give the path of one text file.")
        check_size(size, settings)
        with path.open("rb") as file:
            # A device or a pipe has no size; one byte more than is allowed tells enough.
            raw = file.read(settings.max_bytes + 1)
    except FileNotFoundError as error:
        raise ArticleError(f"There is no file {str(path)!r}. Check the path.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise (
            error
            if isinstance(error, ArticleError)
            else ArticleError(f"The file {str(path)!r} cannot be read: {why}.")
        ) from error
    return decode(raw, settings, name=str(path))


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
    for mark, format_name in _OTHER_FORMATS:
        if raw.startswith(mark):
            raise ArticleError(
                f"{name!r} is {format_name}, not plain text. Copy the article's text out of it "
                "and give that."
            )
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decode_as(raw, encoding, name)
    if b"\x00" in raw:
        raise ArticleError(f"{name!r} looks like a binary file, not text. Give a plain text file.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(raw, _guess_encoding(raw, name), name)


def _decode_as(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise ArticleError(
            f"{name!r} looks like {encoding} text but is damaged. Save it as UTF-8 and try again."
        ) from error


def _guess_encoding(raw: bytes, name: str) -> str:
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
