"""Turns a refusal into "cannot tell" where another place of that name would fit the figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from geo.checks.caution import is_slip
from geo.checks.ends import is_measurable
from geo.checks.wording import place_name
from geo.contracts import Check, Verdict
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from geo.contracts import Geocode, Place, Quantity
    from geo.ports import Boundaries

# A place less likely than this is not held against the article's figure; but where the figure is
# off by so many times and the pin is not quite sure, that another place fits it says more than its
# being a small one.
LEAST_PROBABILITY = 0.1
_MOST_ALTERNATIVES = 3
_FAR_OFF = 2.0
# Nor is any place of some size so unlikely that somebody is rather wrong by so many times.
_TOO_FAR_OFF, _LARGE = 4.0, 50_000
_BY_HAND = 1.0  # who chose a place has put the others aside
# Nobody is wrong by so many times: the place is; by fewer, where its pin is not quite sure.
_BEYOND, _BEYOND_UNSURE = 100.0, 20.0
_SURE = 0.9
# Counted from edge to edge, or along a way with all its doubt, two places are at least this share
# of the straight line apart, less this.
_LEAST, _BESIDE_M = 0.6, 150_000.0


def with_doubt(
    check: Check,
    geocodes: Sequence[Geocode],
    judge: Callable[[Place, Place], Check],
    figure: Quantity | None = None,
    draw: Callable[[Place], Place] = lambda place: place,
) -> Check:
    """Take a refusal back where it may rest on a wrong place rather than on a wrong figure.

    ``judge`` checks the claim between two other places; ``figure`` is what it states; ``draw``
    gives an area its outline.
    """
    if check.verdict is not Verdict.REFUTED:
        return check
    known = only_if_known(check, [one.place for one in geocodes if one.place], is_length=True)
    if known is not check:
        return known
    is_far = figure is not None and _is_far_off(check, figure, _FAR_OFF)
    is_any = figure is not None and _is_far_off(check, figure, _TOO_FAR_OFF) and not is_slip(check)
    for one, other, alternative in _pairs(geocodes, draw, is_far=is_far, is_any=is_any):
        if figure is not None and _is_beyond(one, other, figure):
            continue
        if judge(one, other).verdict is Verdict.SUPPORTED:
            words = (
                f"{check.reason} But it would hold if {_label(alternative)} was meant, which "
                "the name may mean as well."
            )
            return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)
    is_sure = all(one.probability >= _SURE for one in geocodes)
    beyond = _BEYOND if is_sure else _BEYOND_UNSURE
    if figure is not None and _is_far_off(check, figure, beyond):
        words = f"{check.reason} That is so far off that some other place may be meant."
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)
    return check


def only_if_known(check: Check, places: Sequence[Place], *, is_length: bool = False) -> Check:
    """Take a refusal back where it is only roughly known where one of its places lies.

    For a length that is so too where the place is wide and has no outline.
    """
    rough = next((one for one in places if one.is_rough or (is_length and one.is_wide)), None)
    if rough is None or (not rough.is_wide and is_slip(check)):
        return check
    words = f"{check.reason} But it is only roughly known where {place_name(rough)} lies."
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)


def with_other_end(
    check: Check, taken: Place, others: Sequence[Place], judge: Callable[[Place], Check]
) -> Check:
    """Take a refusal back where an end that the words do not name may be another place.

    ``judge`` checks the claim with another place for ``taken``.
    """
    if check.verdict is not Verdict.REFUTED:
        return check
    for other in others:
        if judge(other).verdict is Verdict.SUPPORTED:
            words = (
                f"{check.reason} But the words do not name {place_name(taken)}, and it would hold "
                f"for {place_name(other)}."
            )
            return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)
    return check


def other_borders(place: Place, boundaries: Boundaries | None, country: str = "") -> list[Place]:
    """List all borders of the countries on either side of a border: "the Turkish border" is any.

    ``country`` is the one that the words name, where they name one: no border of its neighbour's.
    """
    kind, _, codes = place.feature_id.partition(":")
    if place.feature_code != "BDR" or kind != "border" or boundaries is None:
        return []
    named = dict(zip(place.name.removesuffix(" border").split("–"), codes.split("-"), strict=False))
    wanted = [named[country]] if country in named else codes.split("-")
    lines = [(code, boundaries.border_of(code)) for code in wanted]
    return [
        replace(
            place,
            feature_id=f"{kind}:{code}",
            name="other borders of these countries",
            extent=line,
        )
        for code, line in lines
        if line is not None
    ]


def _is_beyond(one: Place, other: Place, figure: Quantity) -> bool:
    """Whether two points are so much further apart that no way of counting explains a figure."""
    if one.extent is not None or other.extent is not None:
        return False
    straight_m = distance_m(one.lon, one.lat, other.lon, other.lat)
    return figure.high_si < _LEAST * straight_m - _BESIDE_M


def _is_far_off(check: Check, figure: Quantity, times: float) -> bool:
    low, high = check.expected_low_si, check.expected_high_si
    if low is None or high is None:
        return False
    return figure.high_si * times < low or figure.low_si > high * times


def _pairs(
    geocodes: Sequence[Geocode],
    draw: Callable[[Place], Place],
    *,
    is_far: bool,
    is_any: bool,
) -> Iterator[tuple[Place, Place, Place]]:
    """Put each likely alternative of each end in its place, the other end left as it is."""
    one, other = geocodes
    if one.place is None or other.place is None:
        return
    for at, geocode in enumerate(geocodes):
        is_open = is_far and geocode.probability < _SURE
        least = 0.0 if is_open else LEAST_PROBABILITY
        large = _LARGE if is_any and geocode.probability < _BY_HAND else None
        for place in _alternatives(geocode, draw, least, large):
            yield (place, other.place, place) if at == 0 else (one.place, place, place)


def _alternatives(
    geocode: Geocode, draw: Callable[[Place], Place], least: float, large: int | None
) -> list[Place]:
    """List the likely places besides; those of ``large`` people or more, however likely."""
    likely = (
        one.place
        for one in geocode.alternatives
        if one.probability >= least or (large is not None and one.place.population >= large)
    )
    return list(islice(filter(is_measurable, map(draw, likely)), _MOST_ALTERNATIVES))


def _label(place: Place) -> str:
    where = ", ".join(part for part in (place.admin1, place.country_code) if part)
    return f"{place.name} ({where})" if where else place_name(place)
