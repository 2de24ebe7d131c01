"""Sentences of our own for kinds of names that were once halved, missed or taken for places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Sense, Source
from geo.read import read_text
from geo.text import make_document
from geo.toponyms import find_toponyms

if TYPE_CHECKING:
    from geo.contracts import Toponym
    from geo.pipeline import Services


def found(text: str, services: Services) -> tuple[Toponym, ...]:
    article, _ = read_text(Source(text=text), services.settings)
    document, _ = make_document(article, services.annotator, services.gazetteer)
    return find_toponyms(article, document, services.gazetteer)


def literal(text: str, services: Services) -> list[str]:
    return [each.span.text for each in found(text, services) if each.sense is Sense.LITERAL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell in San Juan de los Morros at dawn.", "San Juan de los Morros"),
        ("A lorry from May Pen burned out.", "May Pen"),
        ("FT. WORTH, Texas (Reuters) - A silo burned on Friday.", "FT. WORTH"),
        ("A van left Stoke‑on‑Trent at noon.", "Stoke‑on‑Trent"),
        ("A van left Berwick‐upon‐Tweed at noon.", "Berwick‐upon‐Tweed"),
        ("Divers searched off CHRISTMAS ISLAND, Australia, all day.", "CHRISTMAS ISLAND"),
        ("Wells is 21 miles from Bristol.", "Wells"),
        ("The mail came from Unalakleet by sled.", "Unalakleet"),
        ("A trawler left Lochboisdale on Monday.", "Lochboisdale"),
        ("Then Lake Skadar came into view.", "Lake Skadar"),
        ("Ullapool to Stornoway: no sailings.", "Ullapool"),
        ("She grew up in a town called Milan.", "Milan"),
        ("The bishop lodged in Mobile in Alabama for a week.", "Mobile"),
    ],
)
def test_a_name_is_read_whole(text: str, expected: str, services: Services) -> None:
    assert literal(text, services)[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Divers reached the Valencia and cut a hole in her hull.",
        "The Valencia, which belongs to a club, was refitted.",
        "He spent an hour inside Denver Kebabs on a wet night.",
        "Her first book, Postcards to Lisbon, sold well.",
        "They danced to 'Lisbon Snow' until dawn.",
        "The boy slept at Preston's, a cobbler, until noon.",
        "Two cranes came on the Odessa Sunrise.",
        "Hands waved from the Pride of Antwerp.",
        "The lorry of Togo Brothers Haulage stood idle.",
        "Her cousin, a plumber called Milan, slept late.",
        "The first jet, named Lake Tana, was painted.",
        "The Equator Prize went to a school.",
        "The train is late, said innkeeper Oyu Darjeeling.",
        "Marches drew few people.",
        "The APC said so.",
    ],
)
def test_what_only_bears_a_place_in_its_name_is_no_place(text: str, services: Services) -> None:
    assert literal(text, services) == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Oslo’s trade negotiator spoke to reporters.", Sense.ASSOCIATIVE),
        ("Two priests held by Hungary were let go.", Sense.LITERAL),
        ("Two priests freed by Hungary were at home.", Sense.ASSOCIATIVE),
        ("Laos shares borders with Thailand.", Sense.LITERAL),
        ("The envoy flew to Lomé from Brussels.", Sense.LITERAL),
        # An agreement bears the name of where it was reached.
        ("Both sides broke the Minsk agreements again.", Sense.ASSOCIATIVE),
        ("The strip was given away under the Treaty of Utrecht.", Sense.ASSOCIATIVE),
        ("An agreement was signed in Doha.", Sense.LITERAL),
        ("He went to the convention in Basel.", Sense.LITERAL),
    ],
)
def test_whether_a_government_is_meant(text: str, sense: Sense, services: Services) -> None:
    last = [each for each in found(text, services) if each.span.text != "Lomé"][-1]
    assert last.sense is sense


@pytest.mark.parametrize(
    ("text", "name", "container"),
    [
        ("A van burned in Tripoli in Lebanon.", "Tripoli", "Lebanon"),
        ("A boat docked at St. Mary's in the Scilly Isles.", "St. Mary's", "Scilly Isles"),
        ("A van burned in the Somali port of Kismayo.", "Kismayo", "Somalia"),
        ("He met officials of Vienna in Peru.", "Vienna", ""),
    ],
)
def test_the_holder_of_a_place_is_read_in_all_forms(
    text: str, name: str, container: str, services: Services
) -> None:
    held = {each.name: each.container for each in found(text, services)}
    assert held[name] == container


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The winter road to Lac de Gras opened on Thursday.", "Lac de Gras"),
        ("Two yachts sheltered in Caleta Olla that night.", "Caleta Olla"),
        ("Divers found it in Bahia de Lomas on Monday.", "Bahia de Lomas"),
        ("Trains from Sault Ste. Marie were late.", "Sault Ste. Marie"),
    ],
)
def test_a_town_within_the_name_of_a_lake_or_a_bay_is_not_cut_out(
    text: str, name: str, services: Services
) -> None:
    assert [each.span.text for each in found(text, services)] == [name]
