"""Goes through a value of the contracts: every value that it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def values_of(value: Any) -> Iterator[Any]:
    """Yield a value and all values in it."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from values_of(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from values_of(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from values_of(item)
