"""Reads a news feed (RSS, Atom, RDF): a story an entry, with its title, day and address."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import feedparser

from geo.adapters.documents.web_page import laid_out
from geo.adapters.documents.wire_text import parts_of_html, under_headline
from geo.contracts import Source
from geo.errors import ArticleError

if TYPE_CHECKING:
    from geo.settings import Settings

_ADDRESS = re.compile(r"https?://\S{1,2000}$")
_DAYS = ("published_parsed", "updated_parsed", "created_parsed")


def parse(raw: bytes, settings: Settings) -> tuple[Source, ...]:
    """Read the stories of a feed in its order; of an entry, the longest text that it carries.

    Raises
    ------
    ArticleError
        If it has too many entries, or none with a text.
    """
    # A stream, never the bytes: those the library might take for an address to open.
    entries = feedparser.parse(BytesIO(raw), resolve_relative_uris=False).entries
    if len(entries) > settings.max_parts:
        raise ArticleError(f"it has more than {settings.max_parts:,} entries.")
    found = tuple(source for entry in entries if (source := _story(entry)).text)
    if not found:
        raise ArticleError("no entry of it has a text.")
    return found


def _story(entry: Any) -> Source:
    title = _plain(entry.get("title", ""))
    bodies = [one.get("value", "") for one in (*entry.get("content", ()), entry)]
    bodies.append(entry.get("summary", ""))
    text, blocks = laid_out(under_headline(title, parts_of_html(max(bodies, key=len))))
    address = str(entry.get("link", ""))
    return Source(
        text=text,
        title=title,
        published=_day(entry),
        url=address if _ADDRESS.match(address) else None,
        blocks=blocks,
    )


def _plain(title: str) -> str:
    """Take a title's words; titles carry markup as well."""
    return " ".join(part.text for part in parts_of_html(title))


def _day(entry: Any) -> date | None:
    told = next((entry[name] for name in _DAYS if entry.get(name)), None)
    try:
        return date(*told[:3]) if told else None
    except (TypeError, ValueError):
        return None
