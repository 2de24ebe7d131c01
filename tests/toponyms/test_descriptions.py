from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import RelationKind, Source, ToponymKind
from geo.read import read_text
from tests.named import places_named

if TYPE_CHECKING:
    from geo.contracts import Toponym
    from geo.pipeline import Services


def described(text: str, services: Services) -> list[Toponym]:
    article, _ = read_text(Source(text=text), services.settings)
    toponyms = places_named(article, services)
    return [each for each in toponyms if each.kind is ToponymKind.DESCRIPTION]


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("The train reached the Kenyan capital at dawn.", "the Kenyan capital", ("Kenya",)),
        ("The capital of Kenya is cool at night.", "The capital of Kenya", ("Kenya",)),
        ("He flew to Kenya’s capital on Friday.", "Kenya’s capital", ("Kenya",)),
    ],
)
def test_capitals(text: str, words: str, of: tuple[str, ...], services: Services) -> None:
    (toponym,) = described(text, services)
    assert toponym.span.text == words
    assert toponym.relation is not None
    assert toponym.relation.kind is RelationKind.CAPITAL
    assert toponym.relation.of == of


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("Guards closed the border between Peru and Chile.", "the border between Peru and Chile",
         ("Peru", "Chile")),
        ("They met at the border of Peru and Chile.", "the border of Peru and Chile",
         ("Peru", "Chile")),
        ("They met at the Peru–Chile border.", "the Peru–Chile border", ("Peru", "Chile")),
        ("They met at the US-Mexican border.", "the US-Mexican border", ("US", "Mexico")),
        ("Troops massed at Ukraine's border with Belarus.", "Ukraine's border with Belarus",
         ("Ukraine", "Belarus")),
        ("Farmers near the Peruvian border complained.", "the Peruvian border", ("Peru",)),
        ("Farmers near the border with Peru complained.", "the border with Peru", ("Peru",)),
        ("Lorries waited for hours at the border.", "the border", ()),
    ],
)  # fmt: skip
def test_borders(text: str, words: str, of: tuple[str, ...], services: Services) -> None:
    (toponym,) = described(text, services)
    assert toponym.span.text == words
    assert toponym.relation is not None
    assert toponym.relation.kind is RelationKind.BORDER
    assert toponym.relation.of == of


@pytest.mark.parametrize(
    "text",
    [
        "American capital markets fell.",
        "It is on the border of good taste.",
        "The border was closed.",
        "Officers spoke to the border guards.",
        "The Leeds border is far.",
        "The capital of the world is its people.",
        "Kenya–Kenya border talk makes no sense.",
        "They drew the border between Leeds and York.",
        "They drew the border between Peru and the sea.",
        "They live at the border with Leeds.",
    ],
)
def test_what_describes_no_place(text: str, services: Services) -> None:
    assert not [each for each in described(text, services) if len(each.relation.of) != 1]  # type: ignore[union-attr]
