"""Reading: from a text or a file to an `Article` with its blocks and sentences."""

from geo.read.article import read_text
from geo.read.cues import told_by_words
from geo.read.file import decode, guess_encoding, read_bytes, read_file
from geo.read.page_parts import is_over_comments

__all__ = [
    "decode",
    "guess_encoding",
    "is_over_comments",
    "read_bytes",
    "read_file",
    "read_text",
    "told_by_words",
]
