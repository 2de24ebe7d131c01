"""Documents: the bytes of a file go in, whatever its kind, and the article's text comes out."""

from geo.adapters.documents.read import read_document, read_path, read_stories

__all__ = ["read_document", "read_path", "read_stories"]
