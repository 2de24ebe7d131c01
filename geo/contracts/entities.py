"""Names in a text that are no places: people, ships, firms, storms; with what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.contracts.text import Span


class EntityKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    VEHICLE = "vehicle"  # a ship, an aircraft, a train
    ORGANISATION = "organisation"
    WORK = "work"  # a film, a song, a book
    EVENT = "event"  # a storm
    OBJECT = "object"  # a weapon, a make, a virus, an operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name and what it is the name of.

    ``reason`` says in words what shows it, with the noun that does: "named beside “tanker”".
    """

    kind: EntityKind
    span: Span
    reason: str
