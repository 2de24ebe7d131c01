"""Grammar: an article goes in, its sentences as words, with what hangs on what, come out."""

from geo.text.document import make_document
from geo.text.refer import with_referents

__all__ = ["make_document", "with_referents"]
