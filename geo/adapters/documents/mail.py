"""Reads an e-mail: its subject, its day and the text that it was sent for."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from geo.adapters.documents import web_page
from geo.contracts import Source
from geo.errors import ArticleError
from geo.read import guess_encoding

if TYPE_CHECKING:
    from datetime import date
    from email.message import EmailMessage

    from geo.settings import Settings

_LEAST_LETTERS = 200  # a plain part of fewer may only say that the mail is HTML


def parse(raw: bytes, settings: Settings) -> Source:
    """Read the body: plain text where there is one worth it, else HTML.

    Raises
    ------
    ArticleError
        If it has too many parts, or none of text.
    """
    message = message_from_bytes(raw, policy=policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    if len(parts) > settings.max_parts:
        raise ArticleError(f"it has more than {settings.max_parts:,} parts.")
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    plain = "\n\n".join(
        _text(part) for part in shown if part.get_content_type() == "text/plain"
    ).strip()
    pages = [_payload(part) for part in shown if part.get_content_type() == "text/html"]
    title = " ".join(str(message["subject"] or "").split())
    if pages and len(plain) < _LEAST_LETTERS:
        page = web_page.parse(max(pages, key=len), settings)
        return Source(
            text=page.text, title=page.title or title, published=_day(message), blocks=page.blocks
        )
    if not plain:
        raise ArticleError("no part of it is text.")
    return Source(text=plain.replace("\r\n", "\n"), title=title, published=_day(message))


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage) -> str:
    """Decode a part; a charset that nobody knows is guessed."""
    raw = _payload(part)
    for encoding in (part.get_content_charset("utf-8"), "utf-8"):
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode(guess_encoding(raw, "the e-mail"), errors="replace")


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date()
    except (TypeError, ValueError, IndexError):
        return None
