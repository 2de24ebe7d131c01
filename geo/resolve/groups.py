"""Toponyms go in; groups of those that mean the same place, with their candidates, come out.

A name means one place throughout a story (one sense a document), so all mentions are decided
together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Place, Toponym
    from geo.ports import Gazetteer

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


def group_names(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> dict[str, Group]:
    """Group names and demonyms by the name to look up; descriptions are left out."""
    groups: dict[str, Group] = {}
    for toponym in toponyms:
        if toponym.kind not in {ToponymKind.NAME, ToponymKind.DEMONYM}:
            continue
        key = key_of(toponym)
        group = groups.get(key)
        if group is None:
            found = gazetteer.candidates(toponym.name)
            kept = found[:1] if toponym.kind is ToponymKind.DEMONYM else found[:_MOST_CANDIDATES]
            group = groups[key] = Group(toponym.name, kept, len(found))
        group.mentions.append(toponym)
        if toponym.container:
            group.containers.setdefault(toponym.container, toponym)
    return groups


def key_of(toponym: Toponym) -> str:
    """Key of the group that a toponym belongs to."""
    mark = "=" if toponym.kind is ToponymKind.DEMONYM else ""
    return mark + " ".join(toponym.name.lower().split())
