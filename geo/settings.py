"""Where things are and how much is allowed: the one place for paths and limits."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import platformdirs

VERSION = "0.1.0"
# Names the saved map or analysis that the app opens with; set by `python -m geo open`.
OPEN = "DATELINE_OPEN"
# More gain little: what Python does with the answers goes on one core at a time.
_MOST_THREADS = 2
REPOSITORY = Path(__file__).resolve().parent.parent


def cache_folder() -> Path:
    """Folder for what is compiled once."""
    chosen = os.environ.get("DATELINE_CACHE")
    return (
        Path(chosen) if chosen else Path(platformdirs.user_cache_dir("dateline", appauthor=False))
    )


def _store_folder() -> Path | None:
    chosen = os.environ.get("DATELINE_STORE")
    if chosen == "off":
        return None
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("dateline", appauthor=False))


def data_folder() -> Path:
    """Folder with the data files of the program."""
    chosen = os.environ.get("DATELINE_DATA")
    return Path(chosen) if chosen else REPOSITORY / "data"


class Reader(StrEnum):
    """How thoroughly texts are read."""

    FAST = "fast"  # words and tables alone, for archives: no journeys are found
    CAREFUL = "careful"  # with the grammar of each sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Folders and limits of one run.

    Attributes
    ----------
    data : folder with the curated data files that ship with the program; ``DATELINE_DATA`` names
        another one, such as a copy with words added.
    cache : folder for what is compiled once (the gazetteer, maps, networks); ``DATELINE_CACHE``
        overrides it.
    store : folder in which the app keeps stories; None keeps them in memory alone.
    user_header : header in which a proxy names who is signed in, for stories of their own;
        ``DATELINE_USER_HEADER``.
        ``DATELINE_STORE`` names another one, or is "off".
    max_bytes : most text read, in bytes.
    max_file_bytes : largest document read (a PDF, a web page), in bytes.
    max_unpacked_bytes : most that a document may hold once it is unpacked, in bytes.
    max_parts : most files in a packed document, or parts of an e-mail.
    max_pages : most pages of a PDF.
    max_elements : most elements of a web page.
    parse_seconds : longest that a document may take to be read.
    parse_memory_bytes : most memory that reading a document may take.
    links : whether links may be opened; ``DATELINE_LINKS=1`` allows it.
    link_seconds : longest that opening a link may take.
    link_redirects : most redirects that are followed.
    link_bytes : most that a page may hold once it is unpacked, in bytes.
    max_sentences : sentences analysed at most; what lies beyond is reported as a problem.
    reader : whether sentences are read with their grammar.
    threads : threads that read the grammar of one text, each on a processor core of its own.
    """

    data: Path = field(default_factory=data_folder)
    cache: Path = field(default_factory=cache_folder)
    store: Path | None = field(default_factory=_store_folder)
    user_header: str = field(default_factory=lambda: os.environ.get("DATELINE_USER_HEADER", ""))
    max_bytes: int = 2_000_000
    max_file_bytes: int = 30_000_000
    max_unpacked_bytes: int = 100_000_000
    max_parts: int = 5_000
    max_pages: int = 300
    max_elements: int = 100_000
    parse_seconds: float = 20.0
    parse_memory_bytes: int = 1_500_000_000
    links: bool = field(default_factory=lambda: os.environ.get("DATELINE_LINKS") == "1")
    link_seconds: float = 20.0
    link_redirects: int = 5
    link_bytes: int = 10_000_000
    max_sentences: int = 4_000
    reader: Reader = Reader.CAREFUL
    threads: int = field(default_factory=lambda: min(_MOST_THREADS, os.cpu_count() or 1))
