"""Which row of a layer is drawn how, and that signs differ as those of the map do."""

from __future__ import annotations

from typing import Any

import pytest

from geo.export import styles
from geo.export.styles import STYLES, Area, LineStyle, Ring, Rule
from geo.maps.style.palette import LIGHT
from geo.maps.style.theme import DASHES


def rule(layer: str, **row: Any) -> Rule:
    return STYLES[layer].rule(row)


def ring(**row: Any) -> Ring:
    look = rule("places", **row).look
    assert isinstance(look, Ring)
    return look


def line(layer: str, **row: Any) -> LineStyle:
    look = rule(layer, **row).look
    assert isinstance(look, LineStyle)
    return look


def route(follows: str, *, inferred: bool = False, status: str = "happened") -> LineStyle:
    return line("routes", follows=follows, inferred=inferred, status=status)


def inked(look: LineStyle) -> float:
    """Share of a dashed line that is drawn."""
    return sum(look.dash_px[::2]) / sum(look.dash_px)


PLACE = ring(sense="literal", probability=0.9)
UNCERTAIN = ring(sense="literal", probability=0.3)
NAMED = ring(sense="associative", probability=0.9)
WAYS = ("rail", "road", "sea", "air")


def test_colours_are_those_of_the_page() -> None:
    assert LIGHT["ink"] == styles.INK
    assert LIGHT["quiet"] == styles.QUIET
    assert LIGHT["route-1"] == styles.ROUTE
    verdicts = (styles.HOLDS, styles.ONLY_IF, styles.FAILS, styles.UNKNOWN)
    assert verdicts == tuple(LIGHT[name] for name in ("holds", "only-if", "fails", "unknown"))


@pytest.mark.parametrize(
    ("sense", "probability", "ident"),
    [
        ("literal", 0.8, "place"),
        ("literal", 0.75, "place"),
        ("literal", 0.7, "uncertain"),
        ("literal", 0.4, "uncertain"),
        ("associative", 0.9, "named"),
        ("associative", 0.1, "named"),
    ],
)
def test_a_place_is_certain_where_nobody_needs_to_look_at_it(
    sense: str, probability: float, ident: str
) -> None:
    assert rule("places", sense=sense, probability=probability).ident == ident


def test_a_certain_place_has_a_dot_and_an_uncertain_one_a_wider_broken_ring() -> None:
    assert (PLACE.dot, PLACE.dashed) == (True, False)
    assert (UNCERTAIN.dot, UNCERTAIN.dashed) == (False, True)
    assert (NAMED.dot, NAMED.dashed) == (False, False)
    assert 1 < UNCERTAIN.size_px / PLACE.size_px <= 1.5
    # Who is only named is less than half as large, but large enough to be clicked on.
    assert NAMED.size_px**2 < PLACE.size_px**2 / 2
    assert NAMED.size_px >= 6
    assert 1 < NAMED.width_px < UNCERTAIN.width_px < PLACE.width_px < 2.5
    assert PLACE.colour == UNCERTAIN.colour == LIGHT["ink"]
    assert NAMED.colour == LIGHT["quiet"]


@pytest.mark.parametrize("follows", WAYS)
def test_a_way_that_is_known_is_drawn_in_full_upon_white(follows: str) -> None:
    look = route(follows)

    assert look.casing
    assert look.ticks is (follows == "rail")
    assert look.width_px == (pytest.approx(1.7, abs=0.3) if follows == "air" else 3)
    assert look.colour == styles.ROUTE


@pytest.mark.parametrize("follows", WAYS)
def test_a_way_that_is_inferred_is_the_same_but_broken(follows: str) -> None:
    sure, guess = route(follows), route(follows, inferred=True)

    assert (guess.width_px, guess.casing, guess.ticks) == (sure.width_px, sure.casing, sure.ticks)
    assert guess.dash_px != sure.dash_px
    assert inked(guess) == (
        pytest.approx(0.68, abs=0.01) if follows == "sea" else pytest.approx(0.55, abs=0.05)
    )


def test_a_ship_leaves_a_wake_of_long_dashes() -> None:
    assert inked(route("sea")) == pytest.approx(0.7, abs=0.05)
    assert route("sea").dash_px[0] > 2 * route("road", inferred=True).dash_px[0]


@pytest.mark.parametrize("status", ["denied", "hypothetical"])
def test_what_did_not_happen_is_thin_grey_and_more_gap_than_line(status: str) -> None:
    look = route("rail", status=status)

    assert look.colour == LIGHT["quiet"]
    assert (look.casing, look.ticks) == (False, False)
    assert inked(look) == pytest.approx(0.43, abs=0.03)
    assert 1.2 < look.width_px < route("air").width_px


def test_what_is_planned_has_the_colour_and_width_of_a_way_and_is_dotted() -> None:
    look = route("rail", status="planned")

    assert (look.colour, look.width_px) == (styles.ROUTE, route("rail").width_px)
    assert not look.ticks
    assert inked(look) < 0.5
    assert look != route("rail", inferred=True)


def test_a_straight_line_is_as_thin_as_what_is_only_supposed_but_in_the_colour_of_a_way() -> None:
    straight, supposed = route("geodesic"), route("rail", status="hypothetical")

    assert (straight.width_px, straight.dash_px) == (supposed.width_px, supposed.dash_px)
    assert straight.colour == styles.ROUTE


@pytest.mark.parametrize(
    ("verdict", "only_if", "ident", "colour"),
    [
        ("supported", "", "holds", "holds"),
        ("supported", "miles were meant", "only-if", "only-if"),
        ("refuted", "", "fails", "fails"),
        ("not enough info", "", "unknown", "unknown"),
    ],
)
def test_a_measured_line_has_the_colour_of_its_verdict(
    verdict: str, only_if: str, ident: str, colour: str
) -> None:
    row = {"verdict": verdict, "only_if": only_if}
    look = line("claims", **row)

    assert rule("claims", **row).ident == ident
    assert look.colour == LIGHT[colour]
    # Dotted, between a thin way and a full one.
    assert inked(look) == pytest.approx(0.25, abs=0.02)
    assert route("air").width_px < look.width_px < 3


def test_readings_are_thinner_than_all_else_and_say_which_agree() -> None:
    agrees, differs = line("readings", fits=True), line("readings", fits=False)

    assert agrees.colour == LIGHT["holds"]
    assert differs.colour == LIGHT["unknown"]
    for look in (agrees, differs):
        assert 1 <= look.width_px < route("geodesic").width_px
        assert inked(look) == pytest.approx(0.25, abs=0.02)


def test_areas_are_tinted_so_that_the_map_shows_through() -> None:
    look = rule("outlines").look
    border = line("outline_lines")

    assert isinstance(look, Area)
    assert 0.05 <= look.tint <= 0.07
    assert 1 <= look.edge.width_px < border.width_px < 2
    assert look.edge.dash_px == ()
    assert border.dash_px == tuple(map(float, DASHES["border"].split()))
