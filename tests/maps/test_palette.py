"""Colours can be read and told apart, by people with a colour vision deficiency too."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from geo.maps.page import bundle
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import Tone
from geo.maps.style.palette import DARK, LIGHT, PRINT, PRINT_DASHES
from geo.maps.style.theme import palette
from tests.maps.sight import SIGHTS, apart, linear, seen

# Differences from about 2 are noticed side by side; lines that lie apart need several times that.
LEAST_APART = 9.0
TONES = tuple(Tone)
# Grey says that nothing is claimed of a line.
COLOURED = tuple(tone for tone in TONES if tone is not Tone.NONE)
# Verdicts have a sign and a word besides.
LEAST_FROM_VERDICTS = 8.0
VERDICTS = ("holds", "only-if", "fails")


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_a_contrast_of_at_least_four_and_a_half(theme: dict[str, str]) -> None:
    for name in ("ink", "quiet", "holds", "only-if", "fails", "unknown", "none", "claim"):
        assert contrast(theme[name], theme["paper"]) >= 4.5, name
        assert contrast(theme[name], theme["chosen"]) >= 4.5, name
    for name in TONES:
        assert contrast(theme[name], theme["paper"]) >= 4.5, name
        assert contrast(theme[name], theme["on-tone"]) >= 4.5, name
        for ground in ("water", "land", "land-story"):
            assert contrast(theme[name], theme[ground]) >= 4.5, (name, ground)
    for name, grounds in (("city", ("land", "land-story", "water")), ("country", ("land",))):
        for ground in grounds:
            assert contrast(theme[name], theme[ground]) >= 4.5, (name, ground)
    assert contrast(theme["sea"], theme["water"]) >= 4.5


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_ways_and_measured_lines_stay_apart(theme: dict[str, str], sight: str) -> None:
    for one, other in combinations(TONES, 2):
        found = apart(seen(theme[one], sight), seen(theme[other], sight))
        assert found >= LEAST_APART, (one, other, found)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_no_line_has_the_colour_of_a_verdict(theme: dict[str, str], sight: str) -> None:
    for tone in COLOURED:
        for verdict in VERDICTS:
            found = apart(seen(theme[tone], sight), seen(theme[verdict], sight))
            assert found >= LEAST_FROM_VERDICTS, (tone, verdict, found)
        disc = apart(seen(theme["claim"], sight), seen(theme[tone], sight))
        assert disc >= LEAST_FROM_VERDICTS, (tone, disc)


def test_the_difference_is_that_of_the_paper() -> None:
    # Sharma, Wu and Dalal 2005, table 1: pairs 1, 17 and 34.
    assert apart((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert apart((50, 2.5, 0), (58, 24, 15)) == pytest.approx(19.4535, abs=1e-4)
    assert apart((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514)) == pytest.approx(
        0.9082, abs=1e-4
    )


def test_in_print_ways_are_told_apart_by_their_dashes() -> None:
    assert {PRINT[tone] for tone in TONES} == {"#000000"}
    dashes = [PRINT_DASHES.get(tone) for tone in TONES if tone.value.startswith("route")]
    assert len(set(dashes)) == len(dashes)


def test_page_and_drawing_have_the_very_same_colours() -> None:
    style = bundle.page_style(many=True)
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", style)
    found = [dict(re.findall(r"--([a-z0-9-]+): ?(#[0-9a-f]{6})", block)) for block in blocks]
    assert found == [LIGHT, DARK, DARK, PRINT]
    assert palette("dark") == DARK
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", style)) - {"tone"}
    assert used <= set(LIGHT) | {f"dash-{name}" for name in CARTOGRAPHY.dashes}


def test_every_tone_has_its_class_in_the_style_of_the_page() -> None:
    style = bundle.page_style(many=True)
    assert [tone for tone in Tone if f".dl-tone-{tone.value}" not in style] == []


APP_STYLE = Path(__file__).parents[2] / ".streamlit" / "config.toml"
# The app's own words for colours of the palette.
OF_THE_APP = {
    "primaryColor": "ink",
    "backgroundColor": "paper",
    "textColor": "ink",
    "linkColor": "sea",
    "redColor": "fails",
    "redTextColor": "fails",
    "greenColor": "holds",
    "orangeColor": "only-if",
    "violetColor": Tone.MEASURE,
    "grayColor": "unknown",
    "grayTextColor": "unknown",
}


@pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_app_has_the_colours_of_the_map(name: str, colours: dict[str, str]) -> None:
    theme = tomllib.loads(APP_STYLE.read_text(encoding="utf-8"))["theme"][name]
    assert {key: theme[key] for key in OF_THE_APP} == {
        key: colours[of] for key, of in OF_THE_APP.items()
    }


# What a reader would call each colour: warm ones have more red than blue, cold ones more blue.
WARM = (
    *("ink", "land", "land-story", "city", "country", "border", "state", "sign", "quiet", "rule"),
    *("chosen", "only-if", "fails", "unknown", Tone.NONE, Tone.ROUTE_1, Tone.ROUTE_3),
)
COLD = (*("water", "shallows", "sea", "coast", Tone.MEASURE, Tone.ROUTE_2),)
# On the dark page what is grey turns cold with its paper.
GREYS = (
    *("paper", "land", "land-story", "city", "country", "border", "state", "inset-frame"),
    *("casing", "sign-fill", "on-tone", "quiet", "rule", "chosen", "unknown", Tone.NONE),
)


def warmth(colour: str) -> int:
    """Say how much more red than blue there is."""
    red, _, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red - blue


def test_water_is_cold_and_land_is_warm_by_day() -> None:
    assert [name for name in WARM if warmth(LIGHT[name]) <= 0] == []
    assert [name for name in COLD if warmth(LIGHT[name]) >= 0] == []


def test_by_night_all_greys_are_cold_and_what_glows_keeps_its_colour() -> None:
    assert [name for name in (*GREYS, *COLD) if warmth(DARK[name]) >= 0] == []
    glowing = ("ink", "sign", "only-if", "fails", Tone.ROUTE_1, Tone.ROUTE_3)
    assert [name for name in glowing if warmth(DARK[name]) <= 0] == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_verdict_is_green_amber_or_red_and_no_other(theme: dict[str, str]) -> None:
    def parts(name: str) -> tuple[int, ...]:
        return tuple(int(theme[name][at : at + 2], 16) for at in (1, 3, 5))

    red, green, blue = parts("holds")
    assert red < blue < green  # a green that people who take red for green see as well
    red, green, blue = parts("only-if")
    assert blue < green < red
    red, green, blue = parts("fails")
    assert red > 1.5 * max(green, blue)
    assert theme["unknown"] == theme["quiet"]


def test_the_fourth_way_is_violet() -> None:
    assert warmth(LIGHT[Tone.ROUTE_4]) < 0
