"""Says of each arc of the country layer whether it is coast or border, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.adapters.basemap.shape import line_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.layer import Layer
    from geo.adapters.basemap.tables import Dispute, Feature


@dataclass(frozen=True, kw_only=True)
class Land:
    """Countries of one level with what the tables say about them."""

    layer: Layer
    features: tuple[Feature, ...]
    disputes: tuple[Dispute, ...]

    @classmethod
    def of(
        cls, layer: Layer, features: Mapping[str, Feature], disputes: tuple[Dispute, ...]
    ) -> Land:
        """Look up every shape of the layer in the table of features."""
        return cls(
            layer=layer,
            features=tuple(features[name] for name in layer.names),
            disputes=disputes,
        )

    @cached_property
    def borders(self) -> dict[int, frozenset[str]]:
        """For each arc between two countries their codes."""
        found = {}
        for arc, shapes in self.layer.users.items():
            codes = frozenset(self.features[shape].code for shape in shapes)
            if len(codes) > 1:
                found[arc] = codes
        return found

    def arcs_between(self, code: str, other: str | None = None) -> list[int]:
        """Arcs between two countries, or between one and all others.

        A side stands for its own code and for that of the country that it is shown with.
        """
        sides = ((arc, *self._sides(arc)) for arc in self.borders)
        if other is None:
            return [arc for arc, one, two in sides if (code in one) != (code in two)]
        return [
            arc
            for arc, one, two in sides
            if (code in one and other in two) or (code in two and other in one)
        ]

    def _sides(self, arc: int) -> tuple[set[str], set[str]]:
        one, other = (self.features[shape] for shape in self.layer.users[arc][:2])
        return {one.code, one.shown_with} - {""}, {other.code, other.shown_with} - {""}

    def is_coast(self, arc: int) -> bool:
        """Whether there is water on the other side of the arc."""
        return arc not in self.layer.users and arc not in self.layer.seams

    def arcs_of(self, parts: Iterable[int]) -> list[int]:
        """Arcs of some parts, each once, without direction."""
        return sorted(
            {
                arc if arc >= 0 else ~arc
                for part in parts
                for ring in self.layer.parts[part].rings
                for arc in ring
            }
        )

    def parts_of(self, country_code: str) -> list[int]:
        """Parts of a country and of what is shown with it."""
        shapes = [
            number
            for number, feature in enumerate(self.features)
            if country_code in {feature.code, feature.shown_with}
        ]
        return [int(part) for part in np.flatnonzero(np.isin(self.layer.parts.shape, shapes))]

    def split(
        self, codes: frozenset[str], lines: Sequence[BaseGeometry]
    ) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
        """Part the lines between two countries into what is agreed and what is disputed."""
        agreed: list[BaseGeometry] = list(lines)
        disputed: list[BaseGeometry] = []
        for dispute in self.disputes:
            if dispute.codes != codes:
                continue
            if dispute.box is None:
                return [], list(lines)
            area = shapely.box(*dispute.box)
            disputed.extend(
                part for line in agreed for part in line_pieces(shapely.intersection(line, area))
            )
            agreed = [
                part for line in agreed for part in line_pieces(shapely.difference(line, area))
            ]
        return agreed, disputed
