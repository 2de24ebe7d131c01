"""Tells how long the ways are that the arcs of a hierarchy stand for, and in which country."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.network.hierarchy import HOP

if TYPE_CHECKING:
    from geo.adapters.network.hierarchy import Hierarchy
    from geo.adapters.network.store import Network
    from geo.adapters.network.tree import Tree

# Of an arc that lies in no country, and of one that lies in several.
NOWHERE, SEVERAL = -1, -2


class Spans(NamedTuple):
    """What the arcs of a hierarchy stand for.

    Attributes
    ----------
    length_m : array (a,), length of the cheapest way, metres.
    country : array (a,), number of the only country that it lies in, `NOWHERE` or `SEVERAL`.
    """

    length_m: np.ndarray
    country: np.ndarray


def spans_of(kept: Hierarchy, tree: Tree, network: Network) -> Spans:
    """Add up the hops of each arc: below every point come first those that are lower."""
    tail = np.repeat(np.arange(tree.count), np.diff(kept.first))
    hops = np.flatnonzero((kept.left == HOP) & (kept.right >= 0))
    length_m, country = np.zeros(len(tail)), np.full(len(tail), NOWHERE, np.int16)
    length_m[hops] = network.length_m[kept.right[hops]]
    country[hops] = _country_of(network)[kept.right[hops]]
    joined = np.flatnonzero(kept.left != HOP)
    depth = tree.depth[tail[kept.left[joined]]]
    order = np.argsort(-depth, kind="stable")
    for arcs in np.split(joined[order], np.flatnonzero(np.diff(depth[order])) + 1):
        left, right = kept.left[arcs], kept.right[arcs]
        length_m[arcs] = length_m[left] + length_m[right]
        country[arcs] = _both(country[left], country[right])
    return Spans(length_m=length_m, country=country)


def _country_of(network: Network) -> np.ndarray:
    """Give the country that each hop lies in, array (m,)."""
    one, other = network.country[network.ends].T.astype(np.int16)
    named = np.array([bool(code) for code in network.countries])
    inside = np.where(one == other, one, SEVERAL)
    return np.where(named[one] & named[other], inside, NOWHERE)


def _both(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    same = (one == other) | (other == NOWHERE)
    return np.where(same, one, np.where(one == NOWHERE, other, SEVERAL))


def hops_of(kept: Hierarchy, arcs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """List the hops that arcs stand for: numbers into the array, and the hop of each."""
    whose = np.arange(len(arcs))
    owners, hops = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    while len(arcs):
        is_hop = kept.left[arcs] == HOP
        owners.append(whose[is_hop])
        hops.append(kept.right[arcs[is_hop]])
        joined, whose = arcs[~is_hop], np.tile(whose[~is_hop], 2)
        arcs = np.concatenate([kept.left[joined], kept.right[joined]])
    return np.concatenate(owners), np.concatenate(hops)
