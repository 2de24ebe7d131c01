"""What the parts of the page around the map show, as plain values to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from geo.ui import phrases, tables, texts
from geo.ui.todo import todo, unsure

if TYPE_CHECKING:
    from geo.contracts import Analysis, Block
    from geo.maps.spec.model import MapSpec, Paragraph
    from geo.ports import Gazetteer


def reading_matter(analysis: Analysis, spec: MapSpec, gazetteer: Gazetteer) -> dict[str, Any]:
    """Put together the head, the marked words and the findings; a key is a part of the page."""
    others = tables.other_names(analysis, spec, gazetteer)
    shown = [
        tables.places(analysis, spec, gazetteer),
        *others,
        tables.journeys(analysis, spec),
        tables.figures(analysis, spec),
        tables.problems(analysis),
    ]
    return {
        "head": {
            "title": spec.title,
            "about": phrases.about(
                figures=len(spec.claim_cards),
                places=len(shown[0]["rows"]),
                journeys=len(spec.journeys),
            ),
            "todo": todo(analysis, spec),
            "nothing": phrases.nothing_to_do(
                len(spec.claim_cards),
                len(shown[0]["rows"]),
                sum(len(table["rows"]) for table in others),
            ),
            "well": bool(spec.claim_cards or shown[0]["rows"]),
            "labels": texts.HEAD,
        },
        "article": {
            "labels": texts.READER,
            "blocks": _blocks(analysis, spec),
            "left_out": phrases.left_out(spec.left_out),
            "marks": _marks(spec),
        },
        "findings": {
            "labels": texts.READER,
            "claim_cards": msgspec.to_builtins(spec.claim_cards),
            "journeys": msgspec.to_builtins(spec.journeys),
            "routes": msgspec.to_builtins(spec.routes),
            "tables": shown,
            "sources": list(spec.sources),
        },
    }


def _blocks(analysis: Analysis, spec: MapSpec) -> list[dict[str, Any]]:
    """List all that stands in the text in its order: the story marked, the rest as it is."""
    told = iter(spec.paragraphs)
    return [
        _block(block, next(told) if block.is_story else None) for block in analysis.article.blocks
    ]


def _block(block: Block, paragraph: Paragraph | None) -> dict[str, Any]:
    whole = [{"text": block.span.text, "targets": []}]
    marked = paragraph and [
        {"text": segment.text, "targets": list(segment.targets)} for segment in paragraph.segments
    ]
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "story": paragraph is not None,
        "reason": block.reason,
        "segments": marked or whole,
    }


def _marks(spec: MapSpec) -> dict[str, dict[str, Any]]:
    """Say of each thing on the map how its words are marked and what is shown on pointing."""
    marks: dict[str, dict[str, Any]] = {}
    doubtful = {*unsure(spec)}
    for place in spec.places:
        sign = "uncertain" if place.id in doubtful else place.kind.value
        marks[place.id] = _mark("place", place.name, place.note) | {"sign": sign}
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
