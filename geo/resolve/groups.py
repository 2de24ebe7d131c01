"""Toponyms go in; groups of those that mean the same place, with their candidates, come out.

A name means one place throughout a story (one sense a document), so all mentions are decided
together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Article, Place, Toponym
    from geo.ports import Gazetteer

_MARK = "/region"
_REACH = 20
_REGION = "region|oblast|province|state|governorate|prefecture|raion|krai"
_REGION_AFTER = re.compile(
    rf"(?:['’]s)?[ \u00a0](?:{_REGION}|regional|provincial|Region|Oblast|Province|State)\b"
)
_REGION_BEFORE = re.compile(rf"\b(?:{_REGION})s? of \Z")

# The longest list of namesakes that is weighed; the gazetteer gives the likeliest first.
_MOST_CANDIDATES = 30


@dataclass(slots=True)
class Group:
    """The mentions of one name, what it may mean, and the names that stand beside it."""

    name: str
    candidates: Sequence[Place]
    bearers: int
    mentions: list[Toponym] = field(default_factory=list)
    containers: dict[str, Toponym] = field(default_factory=dict)
    is_apart: bool = False  # the story names the region of this name as well, and calls it so


def group_names(
    toponyms: Sequence[Toponym], kinds: Mapping[str, str], gazetteer: Gazetteer
) -> dict[str, Group]:
    """Group names and demonyms by the name to look up; descriptions are left out.

    ``kinds`` tells of some, by id, what the words beside them say that they are (see `kinds_of`).
    """
    groups: dict[str, Group] = {}
    for toponym in toponyms:
        if toponym.kind not in {ToponymKind.NAME, ToponymKind.DEMONYM}:
            continue
        key = key_of(toponym, kinds)
        group = groups.get(key)
        if group is None:
            found = gazetteer.candidates(toponym.name)
            kept = found[:1] if toponym.kind is ToponymKind.DEMONYM else found[:_MOST_CANDIDATES]
            if toponym.id in kinds:
                kept = _regions(kept)
            group = groups[key] = Group(toponym.name, kept, len(found))
        group.mentions.append(toponym)
        if toponym.container:
            group.containers.setdefault(toponym.container, toponym)
    for key, group in groups.items():
        group.is_apart = f"{key}{_MARK}" in groups
    return groups


def _regions(places: Sequence[Place]) -> Sequence[Place]:
    """Keep the highest regions; where none bears the name all, for words may be loose."""
    first = [place for place in places if place.feature_code == "ADM1"]
    return first or [place for place in places if place.feature_code == "ADM2"] or places


def key_of(toponym: Toponym, kinds: Mapping[str, str]) -> str:
    """Key of the group that a toponym belongs to."""
    mark = "=" if toponym.kind is ToponymKind.DEMONYM else ""
    return mark + " ".join(toponym.name.lower().split()) + kinds.get(toponym.id, "")


def kinds_of(article: Article, toponyms: Sequence[Toponym]) -> dict[str, str]:
    """Tell which names the words beside them call a region: "the Donetsk region"."""
    text = article.text
    return {
        toponym.id: _MARK
        for toponym in toponyms
        if toponym.kind is ToponymKind.NAME
        and (
            _REGION_AFTER.match(text, toponym.span.end)
            or _REGION_BEFORE.search(text, max(0, toponym.span.start - _REACH), toponym.span.start)
        )
    }
