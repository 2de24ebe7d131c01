"""A way goes in; others that differ from it for most of their length come out.

By penalties: what was found costs more, and it is searched again. Bader, Dees, Geisberger and
Sanders, "Alternative Route Graphs in Road Networks", TAPAS 2011.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network.way import section_of

if TYPE_CHECKING:
    from geo.adapters.network.access import Access
    from geo.adapters.network.costs import Costs
    from geo.adapters.network.store import Network
    from geo.adapters.network.way import Section

_ROUNDS = 4
_DEARER = 1.25
# Another way shares at most so much with each that is known, and is at most so many times as long.
_SHARED = 0.5
_LONGER = 1.45
_MOST = 2


def other_sections(
    network: Network, costs: Costs, first: Section, ends: tuple[list[Access], list[Access]]
) -> list[Section]:
    """Find other ways between two places, shortest first; none where they are on one hop."""
    if first.path is None:
        return []
    factor = np.ones(len(network.ends))
    known, tried = [first], first
    for _ in range(_ROUNDS):
        if tried.path is not None:
            factor[tried.path.hops] *= _DEARER
        found = section_of(network, costs.dearer(factor), *ends)
        if found is None or found.path is None:
            break
        tried = found
        if found.along_m <= _LONGER * first.along_m and all(
            _shared(network, found, one) <= _SHARED for one in known
        ):
            known.append(found)
    return sorted(known[1:], key=lambda section: section.along_m)[:_MOST]


def _shared(network: Network, one: Section, other: Section) -> float:
    """Tell which share of a way is a part of another as well."""
    if one.path is None or other.path is None:
        return 0.0
    both = np.isin(one.path.hops, other.path.hops)
    return float(network.length_m[one.path.hops[both]].sum()) / max(one.along_m, 1.0)
