"""What lies below the map, as plain values to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.ui import tables, texts

if TYPE_CHECKING:
    from geo.contracts import Analysis
    from geo.maps.spec.model import MapSpec
    from geo.ports import Gazetteer


def reading_matter(analysis: Analysis, spec: MapSpec, gazetteer: Gazetteer) -> dict[str, Any]:
    """Put together the marked words, the tables and the sources."""
    return {
        "labels": texts.READER,
        "words": [
            {
                "kind": paragraph.kind,
                "segments": [
                    {"text": segment.text, "targets": list(segment.targets)}
                    for segment in paragraph.segments
                ],
            }
            for paragraph in spec.paragraphs
            if "".join(segment.text for segment in paragraph.segments) != spec.title
        ],
        "left_out": texts.left_out(spec.left_out),
        "marks": _marks(spec),
        "tables": [
            tables.places(analysis, spec, gazetteer),
            tables.journeys(analysis, spec),
            tables.figures(analysis, spec),
            tables.problems(analysis),
        ],
        "sources": list(spec.sources),
    }


def _marks(spec: MapSpec) -> dict[str, dict[str, Any]]:
    """Say of each thing on the map how its words are marked and what is shown on pointing."""
    marks: dict[str, dict[str, Any]] = {}
    for place in spec.places:
        marks[place.id] = _mark("place", place.name, place.note) | {"sign": place.kind.value}
    for route in spec.routes:
        marks[route.id] = _mark("route", route.title, route.note) | {"tone": route.tone.value}
    for journey in spec.journeys:
        told = _mark("journey", journey.text, f"{_sentence(journey.word)}.")
        marks[journey.id] = told | {"tone": journey.tone.value}
    for card in spec.claim_cards:
        about = {"tone": card.tone.value, "number": card.number}
        marks[card.id] = _mark("card", f"{card.word}: “{card.quote}”", card.sentence) | about
    return marks


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _mark(kind: str, name: str, note: str) -> dict[str, Any]:
    return {"kind": kind, "name": name, "note": note, "title": f"{name}. {note}" if note else name}
