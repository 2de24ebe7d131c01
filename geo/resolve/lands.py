"""A story's text and its names go in; how much it speaks for the land of each place comes out.

Every land has words of its own for its offices, courts and schools: where sheriff's deputies and
eighth-graders are told of, Paris is likelier one of Texas. They say nothing of which one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from geo.lexicon.lands import lands_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.resolve.groups import Group

# As telephone numbers are written in the United States and Canada alone.
_NUMBER = re.compile(r"(?<![\d-])(?:\(\d{3}\) ?|\d{3}-)?\d{3}-\d{4}(?![\d-])", re.ASCII)
_DIALLED = {"US": 2.0, "CA": 2.0}
_EACH, _MOST = 1.5, 6.0
_MOST_COUNTIES = 3


def lands_of(text: str) -> Mapping[str, float]:
    """Weigh each country as the land that a story is told in, by its words and numbers."""
    found = lands_in(text)
    for code, weight in _DIALLED.items() if _NUMBER.search(text) else ():
        found[code] = found.get(code, 0.0) + weight
    return found


def land_gain(groups: Sequence[Group], lands: Mapping[str, float]) -> np.ndarray:
    """Work out how much each candidate gains by lying in the land that the story is told in.

    A name of counties says as much as a word, where all that bear it lie in one country; but no
    name speaks for itself.
    """
    counties = [_land_of_counties(group) for group in groups]
    count = Counter(code for code in counties if code)
    gain = []
    for group, own in zip(groups, counties, strict=True):
        for place in group.candidates:
            code = place.country_code
            named = min(count[code] - (own != "" and code == own), _MOST_COUNTIES)
            gain.append(min(_EACH * (lands.get(code, 0.0) + named), _MOST))
    return np.array(gain)


def _land_of_counties(group: Group) -> str:
    """Give the country where all places of a name lie and are counties; "" for other names."""
    codes = {place.country_code for place in group.candidates}
    is_county = all(place.feature_code == "ADM2" for place in group.candidates)
    return codes.pop() if is_county and len(codes) == 1 else ""
