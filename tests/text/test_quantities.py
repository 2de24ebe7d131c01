from __future__ import annotations

import pytest

from geo.contracts import Hedge
from geo.text.quantities import find_amounts

# Sentence; then for each amount: the words, unit, value, low and high in that unit.
FOUND = [
    ("The farm lies 80 km away.", [("80 km", "km", 80, 75, 85)]),
    ("The line is 683 miles long.", [("683 miles", "mi", 683, 682.5, 683.5)]),
    ("They rowed 1,300 nautical miles.", [("1,300 nautical miles", "nmi", 1300, 1250, 1350)]),
    ("It is 12.5 km off.", [("12.5 km", "km", 12.5, 12.45, 12.55)]),
    ("It is 7,5 km off.", [("7,5 km", "km", 7.5, 7.45, 7.55)]),
    ("It is 1 300 km off.", [("1 300 km", "km", 1300, 1250, 1350)]),
    ("It is 1,234,000 metres off.", [("1,234,000 metres", "m", 1234000, 1233500, 1234500)]),
    ("A 1,200-km ride.", [("1,200-km", "km", 1200, 1150, 1250)]),
    ("A 20-hour ride.", [("20-hour", "h", 20, 18, 22)]),
    ("It took four days.", [("four days", "d", 4, 3.5, 4.5)]),
    ("Four days it took.", [("Four days", "d", 4, 3.5, 4.5)]),
    ("Half a mile from the gate.", [("Half a mile", "mi", 0.5, 0.4, 0.6)]),
    ("A mile from the gate.", [("A mile", "mi", 1, 0.75, 1.25)]),
    ("An hour by car.", [("An hour", "h", 1, 0.75, 1.25)]),
    ("Two and a half hours by car.", [("Two and a half hours", "h", 2.5, 2.35, 2.65)]),
    ("An hour and a half by car.", [("An hour and a half", "h", 1.5, 1.35, 1.65)]),
    ("An hour-and-a-half drive.", [("An hour-and-a-half", "h", 1.5, 1.35, 1.65)]),
    ("One mile and a quarter on.", [("One mile and a quarter", "mi", 1.25, 1.1, 1.4)]),
    ("2½ hours by car.", [("2½ hours", "h", 2.5, 2.45, 2.55)]),
    ("2 1/2 hours by car.", [("2 1/2 hours", "h", 2.5, 2.45, 2.55)]),
    ("½ mile on.", [("½ mile", "mi", 0.5, 0.45, 0.55)]),
    ("Three quarters of an hour.", [("Three quarters of an hour", "h", 0.75, 0.6, 0.9)]),
    ("A dozen miles on.", [("A dozen miles", "mi", 12, 11.5, 12.5)]),
    ("Half a dozen miles on.", [("Half a dozen miles", "mi", 6, 4.8, 7.2)]),
    ("Twenty-five miles on.", [("Twenty-five miles", "mi", 25, 24.5, 25.5)]),
    ("Two hundred and fifty km.", [("Two hundred and fifty km", "km", 250, 245, 255)]),
    ("One thousand two hundred km.", [("One thousand two hundred km", "km", 1200, 1150, 1250)]),
    ("Two million km.", [("Two million km", "km", 2e6, 1.8e6, 2.2e6)]),
    ("2.8bn km.", [("2.8bn km", "km", 2.8e9, 2.75e9, 2.85e9)]),
    ("Hundreds of miles on.", [("Hundreds of miles", "mi", 600, 200, 1000)]),
    ("Tens of thousands of km.", [("Tens of thousands of km", "km", 60000, 20000, 100000)]),
    ("A few miles on.", [("A few miles", "mi", 4, 2, 6)]),
    ("Several hundred miles.", [("Several hundred miles", "mi", 650, 300, 1000)]),
    ("A couple of hours.", [("A couple of hours", "h", 2.5, 2, 3)]),
    ("Between 80 and 100 km on.", [("Between 80 and 100 km", "km", 90, 75, 110)]),
    ("From 80 to 100 km on.", [("80 to 100 km", "km", 90, 75, 110)]),
    ("80–100 km on.", [("80–100 km", "km", 90, 75, 110)]),
    ("80 km to 100 km on.", [("80 km to 100 km", "km", 90, 75, 110)]),
    ("Two to three hours.", [("Two to three hours", "h", 2.5, 1.5, 3.5)]),
    ("A 7- or 8-mile walk.", [("7- or 8-mile", "mi", 7.5, 6.5, 8.5)]),
    ("1 hour 40 minutes.", [("1 hour 40 minutes", "h", 5 / 3, 1.6, 1.7334)]),
    ("2 days and 3 hours.", [("2 days and 3 hours", "d", 2.125, 2.104, 2.146)]),
    ("1h40 by train.", [("1h40", "min", 100, 99.5, 100.5)]),
    ("2h 5m by train.", [("2h 5m", "min", 125, 124.5, 125.5)]),
    ("At 60 km/h.", [("60 km/h", "km/h", 60, 55, 65)]),
    ("At 60 kilometers/hour.", [("60 kilometers/hour", "km/h", 60, 55, 65)]),
    ("The 1.2m sq km of land.", [("1.2m sq km", "km²", 1.2e6, 1.15e6, 1.25e6)]),
    ("A sail of 1.2m.", [("1.2m", "m", 1.2, 1.15, 1.25)]),
    ("The 30 sq. km of land.", [("30 sq. km", "km²", 30, 27, 33)]),
    ("The 1.2 million square km.", [("1.2 million square km", "km²", 1.2e6, 1.15e6, 1.25e6)]),
    ("At 60 kph.", [("60 kph", "km/h", 60, 55, 65)]),
    ("At 60 km an hour.", [("60 km an hour", "km/h", 60, 55, 65)]),
    ("At 60 kilometres per hour.", [("60 kilometres per hour", "km/h", 60, 55, 65)]),
    ("At 37mph.", [("37mph", "mph", 37, 36.5, 37.5)]),
    ("At 14 knots.", [("14 knots", "kn", 14, 13.5, 14.5)]),
    ("At 8 m/s.", [("8 m/s", "m/s", 8, 7.5, 8.5)]),
    ("500 miles a day.", [("500 miles a day", "mi/d", 500, 450, 550)]),
    ("It covers 300 square miles.", [("300 square miles", "sq mi", 300, 270, 330)]),
    ("A 900-square-foot flat.", [("900-square-foot", "sq ft", 900, 850, 950)]),
    ("An 80-odd-mile ride.", [("80-odd-mile", "mi", 80, 72, 88)]),
    ("The mile-long queue.", [("mile", "mi", 1, 0.75, 1.25)]),
    ("¾ of a mile on.", [("¾ of a mile", "mi", 0.75, 0.7, 0.8)]),
    ("It took 3h20.", [("3h20", "min", 200, 199.5, 200.5)]),
    ("They work 60 hours a week.", [("60 hours", "h", 60, 55, 65)]),
    (
        "900 feet and 300 yards.",
        [("900 feet", "ft", 900, 850, 950), ("300 yards", "yd", 300, 270, 330)],
    ),
    ("80 Miles From The Border", [("80 Miles", "mi", 80, 75, 85)]),
    ("A nine-hour trip.", [("nine-hour", "h", 9, 8.5, 9.5)]),
    ("In one or two hours.", [("one or two hours", "h", 1.5, 0.5, 2.5)]),
    ("A trip of 80 km in 2 hours.", [("80 km", "km", 80, 75, 85), ("2 hours", "h", 2, 1.5, 2.5)]),
    ("In 2019 and 80 km on.", [("80 km", "km", 80, 75, 85)]),
    ("100–80 km.", [("80 km", "km", 80, 75, 85)]),
]

NOTHING = [
    "It costs $14.95 a month and 4.3M sales were made.",
    "The Mile End Road was shut.",
    "A Seven Mile Beach resort.",
    "Some 5m people and 1.2m tons, worth 14 m euros.",
    "A second man rode a Mi-8 twice a day for $2 an hour.",
    "She ran the 10K race in 2019.",
    "The 18-month-old invasion, now in its third year.",
    "There is no figure here at all.",
    "A1 80",
    "The flight BA 117 left at 4.30 pm.",
    "The $80 mile and the #40 kilometre.",
]

HEDGES = [
    ("about 80 km", Hedge.ABOUT, 72, 88),
    ("some 80 km", Hedge.ABOUT, 72, 88),
    ("roughly 80 km", Hedge.ABOUT, 72, 88),
    ("80 km or so", Hedge.ABOUT, 72, 88),
    ("just 80 km", Hedge.NONE, 75, 85),
    ("only 80 km", Hedge.NONE, 75, 85),
    ("nearly 80 km", Hedge.LESS, 72, 80),
    ("almost 80 km", Hedge.LESS, 72, 80),
    ("just under 80 km", Hedge.LESS, 72, 80),
    ("less than 80 km", Hedge.LESS, 0, 80),
    ("more than 80 km", Hedge.MORE, 80, 120),
    ("over 80 km", Hedge.MORE, 80, 120),
    ("just over 80 km", Hedge.MORE, 80, 88),
    ("at least 80 km", Hedge.MORE, 80, 120),
    ("80 km or more", Hedge.MORE, 80, 120),
    ("up to 80 km", Hedge.UP_TO, 0, 80),
    ("within 80 km", Hedge.UP_TO, 0, 80),
    ("no more than 80 km", Hedge.UP_TO, 0, 80),
    ("just about 80 km", Hedge.ABOUT, 75, 85),
    ("at least about 80 km", Hedge.ABOUT, 72, 88),
]

PAIRS = [
    ("It lies 80 miles (129 km) away.", "80 miles", ["129 km"], "80 miles (129 km)"),
    ("It lies 80km [50 miles] away.", "80km", ["50 miles"], "80km [50 miles]"),
    ("It lies 80 km/50 miles away.", "80 km", ["50 miles"], "80 km/50 miles"),
    ("It lies 80 km, or 50 miles, away.", "80 km", ["50 miles"], "80 km, or 50 miles"),
    ("At 60 km/h (37 mph; 32 kn).", "60 km/h", ["37 mph"], "60 km/h (37 mph"),
]


@pytest.mark.parametrize(("sentence", "expected"), FOUND, ids=[row[0] for row in FOUND])
def test_an_amount_has_its_words_unit_value_and_interval(
    sentence: str, expected: list[tuple[str, str, float, float, float]]
) -> None:
    found = [amount.quantity for amount in find_amounts(sentence, 0)]

    assert [(q.span.text, q.unit) for q in found] == [row[:2] for row in expected]
    for quantity, (_, _, value, low, high) in zip(found, expected, strict=True):
        si = quantity.value_si / quantity.value
        assert quantity.value == pytest.approx(value)
        assert quantity.low_si / si == pytest.approx(low, rel=1e-3)
        assert quantity.high_si / si == pytest.approx(high, rel=1e-3)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_length_duration_or_speed_is_left_alone(sentence: str) -> None:
    assert find_amounts(sentence, 0) == ()


@pytest.mark.parametrize(("words", "hedge", "low", "high"), HEDGES, ids=[row[0] for row in HEDGES])
def test_a_hedge_widens_or_limits_the_interval_and_belongs_to_the_span(
    words: str, hedge: Hedge, low: float, high: float
) -> None:
    (amount,) = find_amounts(f"It is {words} from here.", 0)

    assert amount.quantity.hedge is hedge
    assert amount.quantity.span.text == words
    assert amount.quantity.low_si == pytest.approx(low * 1000)
    assert amount.quantity.high_si == pytest.approx(high * 1000)


@pytest.mark.parametrize(("sentence", "first", "also", "whole"), PAIRS)
def test_a_conversion_beside_a_figure_is_the_same_amount(
    sentence: str, first: str, also: list[str], whole: str
) -> None:
    amount = find_amounts(sentence, 0)[0]

    assert amount.quantity.span.text == first
    assert [quantity.span.text for quantity in amount.also] == also
    assert sentence[amount.start : amount.end] == whole


def test_two_figures_of_different_things_stay_two_amounts() -> None:
    found = find_amounts("It is 80 km (2 hours) away.", 0)

    assert [amount.also for amount in found] == [(), ()]


def test_offsets_count_from_the_start_of_the_article() -> None:
    (amount,) = find_amounts("It lies 80 km away.", 1000)

    assert (amount.start, amount.end) == (1008, 1013)
    assert amount.quantity.span.start == 1008


def test_figures_that_do_not_add_up_to_one_stay_apart() -> None:
    assert len(find_amounts("1 hour, 90 minutes.", 0)) == 2
    assert len(find_amounts("60 km/h 5 m/s.", 0)) == 2
    assert len(find_amounts("100 km to 80 km.", 0)) == 2
