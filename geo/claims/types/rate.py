"""Finds a distance, a time and a speed that one passage gives for the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.types.fact import Found
from geo.contracts import ClaimKind, Dimension, Subject
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.claims.types.fact import Reading
    from geo.contracts import Amount

_THREE = (Dimension.LENGTH, Dimension.DURATION, Dimension.SPEED)
# How far before a speed the word stands that makes it an average.
_NEAR = 40
# How many sentences back the figure is that words point to.
_MOST_BACK = 2
# Figures that differ by less than this share are one in two units.
_SAME = 0.02

RATE, RATE_AT = "rate", "rate at"
_AT, _AT_RIGHT = ", at ", " at "


def find_rate(reading: Reading) -> Iterator[Found]:
    """Read "the 300 km in six hours, an average of 50 km/h".

    The figure is the speed, or the time where another of the three stands before, and the others
    stand beside it. A speed or a distance may stand in the sentence before, where words point back
    to it ("at that pace", "the crossing"). ``relation`` is "rate", or "rate at" where a speed is
    not said to be an average: there a journey that is told beside it says more.
    """
    document, sentences = reading.story.document, reading.story.article.sentences
    sentence = sentences[reading.index]
    here = list(document.amounts_in(sentence))
    words = sentence.text.lower()
    if not here:
        return
    chosen: dict[Dimension, Amount] = {}
    for dimension in _THREE:
        found = [one for one in here if one.quantity.dimension is dimension]
        found = found[: len(found) if _differ(found) else 1]
        if not found and (reach := _points_back(words, dimension)):
            found = _last_before(reading, dimension, reach)
        if len(found) != 1:
            return
        chosen[dimension] = found[0]
    word = _is_average(words, chosen[Dimension.SPEED], sentence.start, here)
    if word or any(one not in here for one in chosen.values()):
        yield _rate(chosen, here, word)


def _differ(amounts: Sequence[Amount]) -> bool:
    """Whether figures are not one in two units: "1,016 kilometers, or 631 miles"."""
    values = [one.quantity.value_si for one in amounts]
    return bool(values) and max(values) > (1 + _SAME) * min(values)


def _last_before(reading: Reading, dimension: Dimension, reach: int) -> list[Amount]:
    """Find the nearest figure of a kind in the sentences right before, of the same paragraph."""
    article = reading.story.article
    block = article.block_at(article.sentences[reading.index].start)
    for index in range(reading.index - 1, max(-1, reading.index - 1 - reach), -1):
        if article.block_at(article.sentences[index].start) != block:
            break
        amounts = reading.story.document.amounts_in(article.sentences[index])
        if found := [one for one in amounts if one.quantity.dimension is dimension]:
            return found[-1:]
    return []


def _points_back(words: str, dimension: Dimension) -> int:
    """Tell how many sentences back words point for a figure of a kind; 0 if they do not."""
    known = lists("sums")["points_back"]
    if any(phrase in words for phrase, what in known.items() if what == dimension.value):
        return _MOST_BACK
    return int(any(phrase in words for phrase in lists("sums")["points_right_back"]))


def _is_average(words: str, speed: Amount, start: int, here: Sequence[Amount]) -> str:
    """Find the word before a speed that says that it is that of the whole way."""
    at = speed.start - start
    near = words[max(0, at - _NEAR) : at] if speed in here else ""
    behind = words[speed.end - start :].lstrip() if speed in here else ""
    if after := next(
        (one for one in lists("sums")["average_behind"] if behind.startswith(one)), ""
    ):
        return after
    if any(near.endswith(_AT_RIGHT) and one.end == speed.start - len(_AT_RIGHT) for one in here):
        return _AT
    return next((word for word in lists("sums")["average"] if word in near), "")


def _rate(chosen: dict[Dimension, Amount], here: Sequence[Amount], word: str) -> Found:
    is_average = word not in {"", _AT}
    order = (Dimension.SPEED, Dimension.DURATION, Dimension.LENGTH)
    if not is_average and any(chosen[dimension] not in here for dimension in order):
        order = (Dimension.DURATION, Dimension.SPEED, Dimension.LENGTH)
    last = next(chosen[dimension] for dimension in order if chosen[dimension] in here)
    others = tuple(one.quantity for one in chosen.values() if one is not last)
    return Found(
        kind=ClaimKind.SUM,
        subject=Subject(reason="The article gives distance, time and speed of one way."),
        relation=RATE_AT if word == _AT else RATE,
        start=last.start,
        end=last.end,
        quantity=last.quantity,
        also=others,
    )
