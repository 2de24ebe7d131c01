"""Links the words of a document that point back to whom and what they mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts.scene import scenes
from geo.text.cast import meet
from geo.text.figures import Cast
from geo.text.pointing import Pointing
from geo.text.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Article, Document, Geocode, Toponym


def with_referents(
    article: Article,
    document: Document,
    toponyms: Sequence[Toponym],
    geocodes: Sequence[Geocode] = (),
) -> Document:
    """Find whom "she", "the ship" and "a third" mean; nobody in a sentence without grammar.

    Which place "there" and "the town" mean is told where the places are known.
    """
    cast = Cast()
    places = {one.toponym_id: one.place for one in geocodes if one.place and not one.is_guess}
    pointing = Pointing(places=places, cast=cast)
    told = [one for one in scenes(article, document, toponyms) if one.sentence.is_parsed]
    for scene in told:
        meet(cast, scene)
        pointing.read(scene)
    found, topics = cast.referents(), topics_of(told, cast)
    linked = {link.span.start: link for link in topics.values()}
    linked |= {link.span.start: link for link in pointing.found.values()}
    linked |= {link.span.start: link for link in found.links}
    referents = replace(
        found,
        links=tuple(link for _, link in sorted(linked.items())),
        topics={index: link.to for index, link in topics.items()},
        places=dict(pointing.found),
    )
    return replace(document, referents=referents)
