"""Links the words of a document that point back to whom and what they mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts.scene import scenes
from geo.text.cast import meet
from geo.text.figures import Cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Article, Document, Toponym


def with_referents(article: Article, document: Document, toponyms: Sequence[Toponym]) -> Document:
    """Find whom "she", "the ship" and "a third" mean; nobody in a sentence without grammar."""
    cast = Cast()
    for scene in scenes(article, document, toponyms):
        if scene.sentence.is_parsed:
            meet(cast, scene)
    return replace(document, referents=cast.referents())
