"""Makes archives to measure with: stories of about 350 words by lot, the same each time.

The prose is `tools.page_layouts.prose`'s; between its paragraphs stand sentences with towns of the
gazetteer, journeys and figures, about as many as in news.
"""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.settings import Settings
from tools.page_layouts import prose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geo.contracts import Place

WORDS = 350
_TOWNS = 4_000
_SENTENCES = (
    "{a} lies {km} km from {b}, and the road between them has been closed since {day}.",
    "{name} flew from {a} to {b} on {day}, a spokesman said.",
    "A train with {number} passengers left {a} for {b} on {day} and was due after {hours} hours.",
    "The ship sailed from {a} to {b} by way of {c}, {miles} miles in all.",
    "In {a}, {country}, {name} told reporters that nobody had been hurt.",
    "Police in {a} and {b} said that they were looking for a lorry from {c}.",
    "Officials from {country} met in {a} to talk about the border, {km} km away.",
    "{name}, who lives in {a}, drove to {b} in {hours} hours.",
)


def towns() -> list[Place]:
    """List the most populous towns that stories may name."""
    return list(
        open_gazetteer(Settings()).cities_within(
            west=-180.0, south=-90.0, east=180.0, north=90.0, limit=_TOWNS
        )
    )


def stories(number: int, places: list[Place], seed: int = 1) -> Iterator[dict[str, object]]:
    """Write so many stories."""
    for which in range(number):
        lot = Random(f"{seed} {which}")  # noqa: S311 - a lot, no secret
        parts: list[str] = []
        while sum(part.count(" ") + 1 for part in parts) < WORDS:
            parts.append(prose.paragraph(lot))
            parts.append(_told(lot, places))
        yield {
            "id": which,
            "title": prose.headline(lot),
            "published": f"2026-{lot.randint(1, 12):02d}-{lot.randint(1, 28):02d}",
            "text": "\n\n".join(parts),
        }


def write(path: Path, number: int, seed: int = 1) -> Path:
    """Write an archive as JSON lines."""
    places = towns()
    with path.open("w", encoding="utf-8") as file:
        file.writelines(
            f"{json.dumps(one, ensure_ascii=False)}\n" for one in stories(number, places, seed)
        )
    return path


def _told(lot: Random, places: list[Place]) -> str:
    a, b, c = lot.sample(places, 3)
    km = lot.randint(2, 900) * 10
    return lot.choice(_SENTENCES).format(
        a=a.name,
        b=b.name,
        c=c.name,
        country=a.admin1 or c.name,
        name=prose.name(lot),
        day=prose.day(lot),
        km=km,
        miles=km // 2,
        hours=lot.randint(2, 30),
        number=lot.randint(12, 900),
    )
