"""The names of places in an article, read without grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.text import make_document
from geo.toponyms import find_toponyms

if TYPE_CHECKING:
    from geo.contracts import Article, Toponym
    from geo.pipeline import Services


def places_named(article: Article, services: Services) -> tuple[Toponym, ...]:
    document, _ = make_document(article, None, services.gazetteer)
    return find_toponyms(article, document, services.gazetteer)
