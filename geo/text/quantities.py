"""A sentence goes in; every length, duration and speed in it comes out, with what it may mean.

Ranges, compounds ("1 hour 40 minutes") and conversions in brackets come out as one amount.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import LONGEST_PIECE, Amount, Dimension, Hedge, Quantity, Span
from geo.lexicon import any_of, either
from geo.lexicon.fold import folded, folded_source
from geo.lexicon.kept import compiled
from geo.lexicon.numbers import ONE, Figure, last_number, number_pattern, parse_number
from geo.lexicon.units import HedgeWords, Unit, has, hedges, rates, unit_of, units, values
from geo.text.bare_figures import bare_figures
from geo.text.unit_senses import is_rate, is_something_else

if TYPE_CHECKING:
    from geo.contracts import Article

# How far a hedge may reach back from its figure; the longest in the table has 21 characters.
_HEDGE_WINDOW = 28

_PLAIN = HedgeWords(hedge=Hedge.NONE, below=0.0, above=0.0)


class Raw(NamedTuple):
    """A figure with its unit, without hedges: offsets in the sentence."""

    start: int
    end: int
    figure: Figure
    unit: Unit
    is_range: bool
    words: HedgeWords = _PLAIN


@cache
def _cheap() -> re.Pattern[str]:
    """Find folded sentences that may hold a quantity: most hold none, and this is quick."""
    signs = "".join(values("sign"))
    stems = rf"(?<=[\d\s{signs}-]){_unit()}(?![^\W_])|\dh\s?\d"
    return compiled(folded_source(stems))


@cache
def _unit() -> str:
    """Regular expression for a unit; "square foot" may be written with a hyphen."""
    return either(units()).replace(r"\s", r"[\s-]")


@cache
def _area() -> str:
    return either(word for word, unit in units().items() if unit.dimension is Dimension.AREA)


def _unit_in(match: re.Match[str]) -> Unit:
    return units()[re.sub(r"[\s-]", " ", match["unit"].lower())]


@cache
def _pattern() -> re.Pattern[str]:
    number = number_pattern()
    per = rf"(?:\s?/\s?|\s{any_of('per')}\s){either(rates())}(?![^\W_])"
    return compiled(
        rf"(?<![\w.,$€£¥₹#-])(?<!\d/)(?<!\w–)(?P<lead>(?:between|from)\s)?(?P<one>{number})"
        rf"(?:(?P<sep>\s?[-–—]\s?(?:to\s?-\s?)?|-?\s(?:to|or|and)\s)(?P<two>{number}))?"
        rf"(?:[\s-](?P<inside>{either(hedges('inside'))})(?=[\s-]))?"
        rf"(?:\s?(?P<millions>{either(values('millions'))})(?=\s{_area()}))?"
        rf"[\s-]{{0,2}}(?P<unit>{_unit()})(?![^\W_])(?P<rate>{per})?(?!/[^\W\d])"
        rf"(?P<part>[\s-]and[\s-]an?[\s-]{either(values('fraction'))}(?![^\W_]))?",
        re.IGNORECASE,
    )


@cache
def _clock() -> re.Pattern[str]:
    hours = r"(?<![\w.,:])(\d{1,3})\s?h[rs]{0,2}"
    return compiled(rf"{hours}\s?(\d{{1,2}})(?:\s?m(?:in)?s?)?(?!\w|[.,:]\d)")


@cache
def _long_as_one() -> re.Pattern[str]:
    """Find a unit that stands for one of it: "the mile-long queue"."""
    one = either(word for word in units() if not word.endswith("s"))
    return compiled(rf"(?<=\s)(?P<unit>{one})(?=-{any_of('behind_measure')}(?!\w))")


@cache
def _hedge_before() -> re.Pattern[str]:
    words, further = either(hedges("before")), any_of("further")
    return compiled(rf"(?<![^\W_])({words})\s*(?:(?:an?\s)?(?:{further}\s)?)$", re.IGNORECASE)


@cache
def _hedge_after() -> re.Pattern[str]:
    return compiled(rf"\s({either(hedges('after'))})(?![^\W_])", re.IGNORECASE)


def amounts_of(article: Article) -> tuple[Amount, ...]:
    """Find all amounts in the sentences of an article, in order.

    A sentence that is longer than any that people write is read in pieces.
    """
    return tuple(
        amount
        for sentence in article.sentences
        for piece in sentence.pieces(LONGEST_PIECE)
        for amount in find_amounts(piece.text, piece.start)
    )


def find_amounts(sentence: str, offset: int) -> tuple[Amount, ...]:
    """Find all amounts of one sentence that begins at ``offset`` of the article, in order."""
    if not _cheap().search(folded(sentence)):
        return ()
    raws = _merged(sentence, _raws(sentence))
    amounts: list[Amount] = []
    for raw in raws:
        amount = _amount(sentence, raw, offset)
        if amounts and _converts(sentence, amounts[-1], amount, offset):
            amounts[-1] = _paired(sentence, amounts[-1], amount, offset)
        else:
            amounts.append(amount)
    return tuple(amounts)


def _raws(sentence: str) -> list[Raw]:
    found = [_from_clock(match) for match in _clock().finditer(sentence)]
    clocks = [range(raw.start, raw.end) for raw in found]
    for match in _pattern().finditer(sentence):
        if any(match.start("one") in clock for clock in clocks):
            continue
        if is_rate(sentence, match, found[-1].end if found else 0):
            continue
        if raw := _raw(sentence, match):
            found.append(raw)
    found += [
        one
        for one in map(_single, _long_as_one().finditer(sentence))
        if not any(one.start < other.end and other.start < one.end for other in found)
    ]
    found.sort(key=lambda raw: raw.start)
    lengths = [(one.end, one.unit) for one in found if has(one.unit.symbol, "long")]
    found += [Raw(*bare, is_range=False) for bare in bare_figures(sentence, lengths)]
    return sorted(found, key=lambda raw: raw.start)


def _single(match: re.Match[str]) -> Raw:
    return Raw(match.start(), match.end(), ONE, _unit_in(match), is_range=False)


def _from_clock(match: re.Match[str]) -> Raw:
    minutes = 60 * int(match[1]) + int(match[2])
    figure = Figure(value=minutes, low=minutes - 0.5, high=minutes + 0.5)
    return Raw(match.start(), match.end(), figure, units()["min"], is_range=False)


def _raw(sentence: str, match: re.Match[str]) -> Raw | None:
    unit = _unit_in(match)
    if is_something_else(sentence, match, unit):
        return None
    read = _figure_of(match)
    if read is None:
        return None
    start, figure, is_range = read
    end = match.end("unit")
    if match["rate"] and unit.dimension is Dimension.LENGTH:
        unit, end = _rate(unit, match["rate"]), match.end("rate")
    elif match["part"] and not match["rate"]:
        value = figure.value + values("fraction")[re.split(r"[\s-]", match["part"])[-1].lower()]
        figure, end = Figure(value=value, low=value - 0.15, high=value + 0.15), match.end("part")
    if match["millions"]:  # "1.2m sq km"
        by = values("millions")[match["millions"].lower()]
        figure = Figure(value=by * figure.value, low=by * figure.low, high=by * figure.high)
    inside = hedges("inside")[match["inside"].lower()] if match["inside"] else _PLAIN
    return Raw(start, end, figure, unit, is_range, inside)


def _figure_of(match: re.Match[str]) -> tuple[int, Figure, bool] | None:
    """Read the number or the range; a range that runs backwards is taken for its second number."""
    nearest = "one" if match["two"] is None else "two"
    last = last_number(match[nearest])
    if last is None:
        return None
    shift, figure = last
    first = parse_number(match["one"])
    joined_by_and = (match["sep"] or "").strip("- \u00a0").lower() == "and" and not match["lead"]
    if nearest == "one" or shift or first is None or joined_by_and or first.value >= figure.value:
        return match.start(nearest) + shift, figure, False
    middle = (first.value + figure.value) / 2
    is_between = (match["lead"] or "").lower().startswith("between")
    start = match.start() if is_between else match.start("one")
    return start, Figure(value=middle, low=first.low, high=figure.high), True


def _rate(unit: Unit, per: str) -> Unit:
    word = re.split(r"[\s/]+", per.strip().lower())[-1]
    over = rates()[word]
    symbol = f"{unit.symbol}/{over}"
    known, second = units().get(symbol), unit_of(over)
    if known is not None or second is None:
        return known or unit
    return Unit(symbol=symbol, dimension=Dimension.SPEED, si=unit.si / second.si)


def _merged(sentence: str, raws: list[Raw]) -> list[Raw]:
    """Join "1 hour 40 minutes" and "80 km to 100 km"."""
    joined: list[Raw] = []
    for raw in raws:
        together = _join(sentence, joined[-1], raw) if joined else None
        if together is not None:
            joined.pop()
        joined.append(together or raw)
    return joined


def _join(sentence: str, one: Raw, two: Raw) -> Raw | None:
    if one.unit.dimension is not two.unit.dimension or one.is_range or two.is_range:
        return None
    gap = re.sub(r"\s", " ", sentence[one.end : two.start].lower())
    if one.unit.si > two.unit.si and gap in {" ", "", ", ", " and ", ", and "}:
        return _compound(one, two)
    between = sentence[max(0, one.start - 9) : one.start].lower().endswith("between ")
    is_range = gap in {" to ", "–", " – ", "-", " or "} or (gap == " and " and between)
    if is_range and one.unit == two.unit and one.figure.value < two.figure.value:
        middle = (one.figure.value + two.figure.value) / 2
        figure = Figure(value=middle, low=one.figure.low, high=two.figure.high)
        return two._replace(start=one.start, figure=figure, is_range=True)
    return None


def _compound(one: Raw, two: Raw) -> Raw | None:
    factor = two.unit.si / one.unit.si
    if two.figure.value * factor >= 1 or one.unit.dimension is Dimension.SPEED:
        return None
    value = one.figure.value + two.figure.value * factor
    half = (two.figure.high - two.figure.value) * factor
    figure = Figure(value=value, low=value - half, high=value + half)
    return one._replace(end=two.end, figure=figure)


def _amount(sentence: str, raw: Raw, offset: int) -> Amount:
    start, end, words = raw.start, raw.end, raw.words
    for _ in range(2):
        window = sentence[max(0, start - _HEDGE_WINDOW) : start]
        if not (before := _hedge_before().search(window)):
            break
        start = start - len(window) + before.start(1)
        found = hedges("before")[re.sub(r"\s", " ", before[1].lower())]
        words = found if words.hedge is Hedge.NONE else words
    if after := _hedge_after().match(sentence, raw.end):
        end = after.end()
        words = hedges("after")[re.sub(r"\s", " ", after[1].lower())]
    span = Span(start=offset + start, end=offset + end, text=sentence[start:end])
    return Amount(quantity=_quantity(raw, words, span), start=span.start, end=span.end)


def _quantity(raw: Raw, words: HedgeWords, span: Span) -> Quantity:
    figure = raw.figure
    low = min(figure.low, figure.value * (1 - words.below))
    high = max(figure.high, figure.value * (1 + words.above))
    hedge = words.hedge
    if hedge is Hedge.MORE:
        low = figure.value
    elif hedge in {Hedge.LESS, Hedge.UP_TO}:
        high = figure.value
    if raw.is_range and hedge is Hedge.NONE:
        hedge = Hedge.RANGE
    si = raw.unit.si
    return Quantity(
        value=figure.value,
        unit=raw.unit.symbol,
        dimension=raw.unit.dimension,
        value_si=figure.value * si,
        low_si=low * si,
        high_si=high * si,
        hedge=hedge,
        span=span,
    )


def _converts(sentence: str, one: Amount, two: Amount, offset: int) -> bool:
    """Whether the second amount is the first in another unit: in brackets, after a stroke."""
    same = one.quantity.dimension is two.quantity.dimension
    if not same or one.quantity.unit == two.quantity.unit:
        return False
    gap = sentence[one.end - offset : two.start - offset]
    return bool(re.fullmatch(r"\s?[(\[/]\s?|,\sor\s|\s[–—]\s", gap))


def _paired(sentence: str, one: Amount, two: Amount, offset: int) -> Amount:
    end = two.end
    if sentence[end - offset : end - offset + 1] in {")", "]"}:
        end += 1
    return replace(one, also=(*one.also, two.quantity), end=end)
