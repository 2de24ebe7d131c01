"""Reading: from a text or a file to an `Article` with its blocks and sentences."""

from geo.read.article import read_text
from geo.read.file import decode, read_file

__all__ = ["decode", "read_file", "read_text"]
