"""Runs in a process of its own: parses the documents that come in by standard input."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from geo.adapters.documents.kinds import Kind
from geo.adapters.documents.workshop import Answer, receive, send
from geo.errors import ArticleError
from geo.settings import Settings

if TYPE_CHECKING:
    from geo.contracts import Source

# Each parser is a module of its own with a function `parse`, loaded when it is first needed.
_PARSERS = {
    Kind.MARKDOWN: "markdown",
    Kind.HTML: "web_page",
    Kind.PDF: "pdf",
    Kind.DOCX: "word",
    Kind.ODT: "open_document",
    Kind.RTF: "rtf",
    Kind.EMAIL: "mail",
    Kind.FEED: "feed",
    Kind.NEWSML: "newsml",
}


def parse(kind: Kind, raw: bytes, settings: Settings) -> tuple[Source, ...]:
    """Parse a document in this process; most hold one story.

    Raises
    ------
    ArticleError
        If there is a reason in words why it cannot be read.
    """
    module = import_module(f"geo.adapters.documents.{_PARSERS[kind]}")
    found: Source | tuple[Source, ...] = module.parse(raw, settings)
    return found if isinstance(found, tuple) else (found,)


def answer(kind: Kind, raw: bytes, settings: Settings) -> Answer:
    """Parse a document, and put into words what went wrong."""
    try:
        return Answer(sources=parse(kind, raw, settings))
    except ArticleError as error:
        return Answer(error=str(error))
    except (MemoryError, RecursionError) as error:
        return Answer(error=f"it is nested too deeply or too large ({type(error).__name__}).")
    # Parsers of other people's raise what they like on a damaged file.
    except Exception as error:  # noqa: BLE001 - as above
        return Answer(error=f"it is damaged ({type(error).__name__}).")


def main() -> None:
    """Answer until standard input ends."""
    settings = msgspec.json.decode(
        sys.argv[1], type=Settings, dec_hook=lambda kind, value: kind(value)
    )
    _limit_memory(settings.parse_memory_bytes)
    # What a library prints must not be taken for an answer.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while (kind := receive(sys.stdin.buffer)) is not None:
        raw = receive(sys.stdin.buffer)
        if raw is None:
            break
        send(out, msgspec.json.encode(answer(Kind[kind.decode()], raw, settings)))


def _limit_memory(limit_bytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, limit_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
