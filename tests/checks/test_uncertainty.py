"""When a refusal is taken back because another place may be meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geo.checks.uncertainty import other_borders, with_doubt, with_other_end
from geo.contracts import (
    Candidate,
    Check,
    Dimension,
    Geocode,
    Hedge,
    Place,
    Quantity,
    Source,
    Span,
    Verdict,
)
from geo.pipeline import analyse
from geo.wiring import basemap

if TYPE_CHECKING:
    from geo.pipeline import Services

REFUSED = Check(claim_id="c1", verdict=Verdict.REFUTED, reason="It is too far.")


def town(name: str, ident: str = "", **more: str) -> Place:
    return Place(
        gazetteer="test",
        feature_id=ident or name,
        name=name,
        lon=0.0,
        lat=0.0,
        feature_class="P",
        feature_code="PPL",
        **more,
    )


HERE, THERE = town("Here"), town("There")


def geocode(place: Place | None, *alternatives: tuple[Place, float]) -> Geocode:
    return Geocode(
        toponym_id=place.name if place else "nowhere",
        place=place,
        alternatives=tuple(Candidate(place=one, probability=p) for one, p in alternatives),
    )


def fits_between(*idents: str) -> object:
    """Judge that a claim holds between two places of these identities alone."""

    def judge(one: Place, other: Place) -> Check:
        holds = (one.feature_id, other.feature_id) == idents
        return replace(REFUSED, verdict=Verdict.SUPPORTED if holds else Verdict.REFUTED)

    return judge


def test_a_village_that_is_only_roughly_known_refuses_no_figure() -> None:
    rough = replace(HERE, feature_code="PPLL")
    check = with_doubt(REFUSED, (geocode(rough), geocode(THERE)), fits_between())  # type: ignore[arg-type]
    assert check.verdict is Verdict.NOT_ENOUGH_INFO
    assert "only roughly known" in check.reason


def test_nor_does_it_refuse_a_direction(services: Services) -> None:
    text = "Whittier, Alaska, lies north-west of Anchorage."
    (check,) = analyse(Source(text=text), services).checks
    assert check.verdict is Verdict.NOT_ENOUGH_INFO
    assert "only roughly known" in check.reason


def doubted(one: Geocode, other: Geocode, *idents: str, check: Check = REFUSED) -> Check:
    return with_doubt(check, (one, other), fits_between(*idents))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [
        (0.12, Verdict.NOT_ENOUGH_INFO),
        (0.1, Verdict.NOT_ENOUGH_INFO),
        (0.08, Verdict.REFUTED),
    ],
)
def test_only_a_likely_place_takes_a_refusal_back(probability: float, verdict: Verdict) -> None:
    twin = town("Here", "twin", admin1="Ohio", country_code="US")

    check = doubted(geocode(HERE, (twin, probability)), geocode(THERE), "twin", "There")
    assert check.verdict is verdict
    check = doubted(geocode(THERE), geocode(HERE, (twin, probability)), "There", "twin")
    assert check.verdict is verdict


@pytest.mark.parametrize(
    ("stated_m", "verdict"),
    [(900.0, Verdict.REFUTED), (400.0, Verdict.NOT_ENOUGH_INFO), (5000.0, Verdict.NOT_ENOUGH_INFO)],
)
def test_a_figure_that_is_far_off_is_held_against_all_of_a_name_that_is_not_sure(
    stated_m: float, verdict: Verdict
) -> None:
    twin, check = town("Here", "twin"), replace(REFUSED, expected_low_si=1e3, expected_high_si=2e3)
    figure = Quantity(
        dimension=Dimension.LENGTH, value=stated_m, unit="m", value_si=stated_m, low_si=stated_m,
        high_si=stated_m, hedge=Hedge.NONE, span=Span(start=0, end=1, text="1"),
    )  # fmt: skip
    judge, doubtful = fits_between("twin", "There"), geocode(HERE, (twin, 0.01))
    ends = (replace(doubtful, probability=0.8), geocode(THERE))
    assert with_doubt(check, ends, judge, figure).verdict is verdict  # type: ignore[arg-type]
    ends = (replace(doubtful, probability=0.95), geocode(THERE))
    sure = with_doubt(check, ends, judge, figure)  # type: ignore[arg-type]
    assert sure.verdict is Verdict.REFUTED


def test_a_place_much_further_off_than_the_figure_is_not_even_measured() -> None:
    figure = Quantity(
        dimension=Dimension.LENGTH, value=90.0, unit="km", value_si=90e3, low_si=90e3,
        high_si=90e3, hedge=Hedge.NONE, span=Span(start=0, end=2, text="90"),
    )  # fmt: skip
    near, far = (replace(town("Here", "twin"), lon=lon) for lon in (3.0, 6.0))  # 330 and 670 km
    judge = fits_between("twin", "There")
    for twin, verdict in ((near, Verdict.NOT_ENOUGH_INFO), (far, Verdict.REFUTED)):
        ends = (geocode(HERE, (twin, 0.4)), geocode(THERE))
        assert with_doubt(REFUSED, ends, judge, figure).verdict is verdict  # type: ignore[arg-type]


def test_the_other_place_is_named_so_that_a_reader_knows_which() -> None:
    twin = town("Here", "twin", admin1="Ohio", country_code="US")
    bare = town("Here", "bare")

    check = doubted(geocode(HERE, (twin, 0.5)), geocode(THERE), "twin", "There")
    assert check.reason.startswith("It is too far. But it would hold if Here (Ohio, US) was meant")
    check = doubted(geocode(HERE, (bare, 0.5)), geocode(THERE), "bare", "There")
    assert "if Here was meant" in check.reason


@pytest.mark.parametrize(("rank", "verdict"), [(2, Verdict.NOT_ENOUGH_INFO), (3, Verdict.REFUTED)])
def test_three_other_places_are_tried_and_no_more(rank: int, verdict: Verdict) -> None:
    others = [(town("Here", str(number)), 0.15) for number in range(5)]

    check = doubted(geocode(HERE, *others), geocode(THERE), str(rank), "There")
    assert check.verdict is verdict


def test_what_holds_or_has_no_place_is_left_as_it_is() -> None:
    twin = geocode(HERE, (town("Here", "twin"), 0.5))
    held = replace(REFUSED, verdict=Verdict.SUPPORTED)

    assert doubted(twin, geocode(THERE), "twin", "There", check=held) == held
    assert doubted(twin, geocode(None), "twin", "There") == REFUSED
    assert doubted(geocode(None), twin, "There", "twin") == REFUSED


def test_a_country_without_outline_is_no_place_to_measure_to() -> None:
    country = replace(town("Here", "land"), feature_class="A", feature_code="PCLI")

    assert doubted(geocode(HERE, (country, 0.5)), geocode(THERE), "land", "There") == REFUSED


def test_an_end_that_the_words_do_not_name_may_be_another() -> None:
    def judge(place: Place) -> Check:
        holds = place.name == "There"
        return replace(REFUSED, verdict=Verdict.SUPPORTED if holds else Verdict.REFUTED)

    check = with_other_end(REFUSED, HERE, [town("Far"), THERE], judge)
    assert check.verdict is Verdict.NOT_ENOUGH_INFO
    assert check.reason.endswith("do not name Here, and it would hold for There.")
    assert with_other_end(REFUSED, HERE, [town("Far")], judge) == REFUSED
    held = replace(REFUSED, verdict=Verdict.SUPPORTED)
    assert with_other_end(held, HERE, [THERE], judge) == held


def test_the_border_of_a_country_may_be_any_of_its_borders() -> None:
    world = basemap()
    border = replace(town("Bulgaria–Turkey border", "border:BG-TR"), feature_code="BDR")

    others = other_borders(border, world)
    assert [one.feature_id for one in others] == ["border:BG", "border:TR"]
    for one, code in zip(others, ("BG", "TR"), strict=True):
        assert one.extent is not None
        assert one.extent.equals(world.border_of(code))
    assert other_borders(border, None) == []
    assert other_borders(replace(border, feature_code="PPL"), world) == []
    assert other_borders(replace(border, feature_id="wall:BG-TR"), world) == []
    # Islands have no border on land.
    assert [
        one.feature_id for one in other_borders(replace(border, feature_id="border:BG-MT"), world)
    ] == ["border:BG"]


def test_a_round_figure_tells_no_place_that_the_words_do_not_name(services: Services) -> None:
    """ "Newcastle, 40 miles away" may be counted from a village that nobody knows."""
    text = "The bus left Haydon Bridge at noon and was stuck on the moor for hours. {} was dry."
    verdicts = []
    for words in ("Newcastle, 40 miles away,", "Newcastle, 41 miles away,"):
        checks = analyse(Source(text=text.format(words)), services).checks
        verdicts += [check.verdict for check in checks]
    assert verdicts == [Verdict.NOT_ENOUGH_INFO, Verdict.REFUTED]
