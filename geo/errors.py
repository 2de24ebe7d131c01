"""Every error that Dateline raises on purpose, as one tree.

GeoError
├── ArticleError      the text or file given cannot be read as an article   (also ValueError)
│   └── SeveralStories    it holds more than one, and which is meant is not said
├── TableError        a table of places cannot be read or shown             (also ValueError)
├── DataMissing       a data file of ours is not where it must be           (also FileNotFoundError)
├── LexiconError      a row of a table of words cannot be read              (also ValueError)
├── GazetteerError    the compiled gazetteer cannot be built or opened
├── RouteError        no way leads where a leg goes, or none is known
├── ExportError       a result cannot be written                            (also OSError)
├── StoreError        a story cannot be kept, or is no longer kept
├── ServiceError      what was asked for on the network cannot be had
│   └── ServiceTimeout    it took too long                                  (also TimeoutError)
└── PortTaken         the app cannot be served where it was asked for

A message says what was tried, with the value, and then what to do next.
"""

from __future__ import annotations


class GeoError(Exception):
    """Base of all errors that Dateline raises on purpose."""


class ArticleError(GeoError, ValueError):
    """The input cannot be read as an article."""


class SeveralStories(ArticleError):  # noqa: N818 - named for what is wrong, as DataMissing is
    """The input holds several stories, by their ``titles``, and nobody has said which is meant."""

    def __init__(self, message: str, titles: tuple[str, ...]) -> None:
        super().__init__(message)
        self.titles = titles


class TableError(GeoError, ValueError):
    """A table of places cannot be read, or has nothing that a map can show."""


class DataMissing(GeoError, FileNotFoundError):  # noqa: N818 - named for what is wrong, as FileNotFoundError is
    """A data file that belongs to the program is missing or damaged."""

    def __str__(self) -> str:
        """Give the sentence as written; OSError would reformat it."""
        return " ".join(map(str, self.args))


class LexiconError(GeoError, ValueError):
    """A table of words has a row that cannot be read, or is asked for what it does not have."""


class GazetteerError(GeoError):
    """The compiled gazetteer cannot be built or opened."""


class RouteError(GeoError):
    """No way along a network leads from one end of a leg to the other."""


class ExportError(GeoError, OSError):
    """A result cannot be written where it was asked for."""

    def __str__(self) -> str:
        """Give the sentence as written; OSError would reformat it."""
        return " ".join(map(str, self.args))


class StoreError(GeoError):
    """A story cannot be kept on this computer, or is no longer kept there."""


class ServiceError(GeoError):
    """What was asked for on the network cannot be had."""


class ServiceTimeout(ServiceError, TimeoutError):  # noqa: N818 - named for what is wrong, as DataMissing is
    """It took longer than it may."""


class PortTaken(GeoError):  # noqa: N818 - named for what is wrong, as DataMissing is
    """Another program listens at the port that the app should be served at."""
