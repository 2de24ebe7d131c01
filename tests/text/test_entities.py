"""Names that a sentence's grammar shows to be people, ships, firms or works; places stay places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo import wiring
from geo.contracts import Document, EntityKind, Source
from geo.read import read_text
from geo.settings import Settings
from geo.text import make_document
from geo.toponyms import find_toponyms

if TYPE_CHECKING:
    from geo.pipeline import Services

PERSON, VEHICLE = EntityKind.PERSON, EntityKind.VEHICLE
FIRM, WORK = EntityKind.ORGANISATION, EntityKind.WORK

FOUND = [
    ("A nurse, Verona Tripoli, will speak for them on Monday.", "Verona Tripoli", PERSON),
    ("Austin Cairns, defending, said that he was sorry.", "Austin Cairns", PERSON),
    ("The minister of trade, Dakota Osei, gave up her post.", "Dakota Osei", PERSON),
    ("The freighter, the Lisbon Pearl, was late.", "Lisbon Pearl", VEHICLE),
    ("Another trawler, the Malta Breeze, stayed in the harbour.", "Malta Breeze", VEHICLE),
    ("Shares of Bergen Knackwurst, a supplier, fell on Tuesday.", "Bergen Knackwurst", FIRM),
    ("Memphis & Crane, the biscuit maker, lost a tenth.", "Memphis & Crane", FIRM),
    ("Team Bogota, a group of beginners, came last.", "Team Bogota", FIRM),
    ("She also hosted a programme, The Prague Minute, for a year.", "Prague Minute", WORK),
]

NOT_FOUND = [
    "The boat left Buenos Aires for Cape Town on Friday.",
    "They live in Verona and work in Austin.",
    "Oslo said that it would not pay.",
    "He was born near Santa Cruz.",
    "Nobody at Air Malta spoke of Malta.",
    "The wreck lies off Cape Horn.",
]


def read(text: str) -> Document:
    article, _ = read_text(Source(text=text), Settings())
    return make_document(article, wiring.annotator())[0]


@pytest.mark.parametrize(("text", "name", "kind"), FOUND, ids=[row[1] for row in FOUND])
def test_what_stands_beside_a_name_says_what_it_is_the_name_of(
    text: str, name: str, kind: EntityKind
) -> None:
    document = read(text)

    assert [(one.kind, one.span.text) for one in document.entities if name in one.span.text]
    (entity,) = (one for one in document.entities if name in one.span.text)
    assert entity.kind is kind
    assert text[entity.span.start : entity.span.end] == entity.span.text
    assert entity.reason


@pytest.mark.parametrize("text", NOT_FOUND)
def test_names_of_places_are_no_entities_unless_they_are_known_as_a_whole(
    text: str, services: Services
) -> None:
    article, _ = read_text(Source(text=text), Settings())
    with_grammar = make_document(article, services.annotator, services.gazetteer)[0]
    fast = make_document(article, None, services.gazetteer)[0]

    careful = [one.span for one in find_toponyms(article, with_grammar, services.gazetteer)]
    assert careful == [one.span for one in find_toponyms(article, fast, services.gazetteer)]
    assert careful


@pytest.mark.parametrize(("text", "name"), [row[:2] for row in FOUND], ids=[r[1] for r in FOUND])
def test_no_part_of_such_a_name_is_a_toponym(text: str, name: str, services: Services) -> None:
    article, _ = read_text(Source(text=text), Settings())
    document = make_document(article, services.annotator, services.gazetteer)[0]
    start = text.index(name)

    toponyms = find_toponyms(article, document, services.gazetteer)
    assert not [one for one in toponyms if start <= one.span.start < start + len(name)]


def test_a_ship_shown_once_keeps_its_name_through_the_story() -> None:
    document = read(
        "The freighter, the Lisbon Pearl, was late.\n\nNobody had heard from Lisbon Pearl since."
    )

    assert [one.kind for one in document.entities] == [VEHICLE, VEHICLE]


def test_entities_are_found_by_where_they_stand() -> None:
    document = read("A nurse, Verona Tripoli, spoke. A judge, Dakota Osei, did not.")

    (one,) = document.entities_in(document.sentences[1].span)
    assert one.span.text == "Dakota Osei"
    assert len(document.entities) == 2


def test_without_grammar_and_lists_there_are_none() -> None:
    article, _ = read_text(Source(text=FOUND[0][0]), Settings())

    assert make_document(article)[0].entities == ()


@pytest.mark.parametrize(
    ("text", "name", "kind", "reason"),
    [
        ("It was said by Gen. Pat Lima.", "Pat Lima", PERSON, "named behind “Gen”"),
        ("Maria Silva, 34, was found.", "Maria Silva", PERSON, "named with an age"),
        ("They saw J. Ortiz there.", "J. Ortiz", PERSON, "named with an initial"),
        ("The frigate Sheffield came.", "Sheffield", VEHICLE, "named with “frigate”"),
        ("Then Hurricane Florence came.", "Florence", EntityKind.EVENT, "named with “Hurricane”"),
        ("They feared the Marburg virus.", "Marburg", EntityKind.OBJECT, "named with “virus”"),
    ],
)
def test_words_and_lists_show_names_without_grammar(
    text: str, name: str, kind: EntityKind, reason: str, services: Services
) -> None:
    article, _ = read_text(Source(text=text), Settings())
    document, _ = make_document(article, None, services.gazetteer)
    found = [(one.span.text, one.kind, one.reason) for one in document.entities]
    assert (name, kind, reason) in found
