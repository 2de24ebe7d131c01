"""Reading: from a text or a file to an `Article` with its blocks and sentences."""

from geo.read.article import read_text
from geo.read.blocks import told_by_words
from geo.read.file import decode, guess_encoding, read_bytes, read_file

__all__ = ["decode", "guess_encoding", "read_bytes", "read_file", "read_text", "told_by_words"]
