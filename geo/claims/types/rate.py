"""Finds a distance, a time and a speed that one passage gives for the same way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.claims.travel_words import verb_before
from geo.claims.types.bare_average import bare_average
from geo.claims.types.fact import Found
from geo.contracts import ClaimKind, Dimension, Subject
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.claims.types.fact import Reading
    from geo.contracts import Amount, Span

_THREE = (Dimension.LENGTH, Dimension.DURATION, Dimension.SPEED)
# How far before a speed the word stands that makes it an average.
_NEAR = 40
# How many sentences back the figure is that words point to.
_MOST_BACK = 2
# Figures that differ by less than this share are one in two units; of more than so many nothing
# can be told.
_SAME, _MOST = 0.02, 4

RATE, RATE_AT, RATE_SOME, RATE_ANY = "rate", "rate at", "rate some", "rate any"
_AT, _AT_RIGHT, _TAKES = ", at ", " at ", "takes"
# What is nearer is no way of hours, and what is slower, in metres a second, does not travel.
_FAR_M, _WALKS = 5_000.0, 0.5
# Right behind a time "24 km a day" is the average of it, and so is "14 km/h" if no more follows.
_COMMA, _A_DAY, _ENDS = ", ", "/d", ".;)"


@dataclass(slots=True)
class _Given:
    """The figures of each kind that may be meant, and whether some stand in other sentences."""

    of: dict[Dimension, list[Amount]] = field(default_factory=dict)
    is_around: bool = False


def find_rate(reading: Reading) -> Iterator[Found]:
    """Read "the 300 km in six hours, an average of 50 km/h", "at 12 knots the 600 km take a day".

    The figure is the speed, or the time where another of the three stands before, and the others
    stand beside it. A speed or a distance may stand in the sentence before, where words point back
    to it ("at that pace", "the crossing"). ``relation`` is "rate", or "rate at" where a speed is
    not said to be an average: there a journey that is told beside it says more. Of several
    distances or times that may be meant it is "rate some", or "rate any" where these stand in the
    sentences before and no word points to them.
    """
    sentence = reading.story.article.sentences[reading.index]
    here = list(reading.story.document.amounts_in(sentence))
    words = sentence.text.lower()
    if not here:
        return
    if bare := _bare(reading, sentence, here):
        yield bare
        return
    speeds = [one for one in here if one.quantity.dimension is Dimension.SPEED]
    word = _is_average(words, speeds[0], sentence.start, here) if speeds else ""
    word = word or (_TAKES if speeds and _takes_at(words, sentence.start, here) else "")
    given = _Given()
    for dimension in _THREE:
        found = [one for one in here if one.quantity.dimension is dimension]
        given.of[dimension] = _distinct(found) or _before(reading, dimension, words, given, word)
    if not given.of[Dimension.LENGTH] and not word and _takes_so_long(words, sentence.start, here):
        given.of[Dimension.LENGTH] = _beside(reading, given.of[Dimension.SPEED])
    counts = {dimension: len(some) for dimension, some in given.of.items()}
    if counts[Dimension.SPEED] != 1 or not all(counts.values()):
        return
    is_one = max(counts.values()) == 1 and not given.is_around
    if not is_one and word in {"", _AT}:
        return
    chosen = [one for some in given.of.values() for one in some]
    if word or any(one not in here for one in chosen):
        yield _rate(given, here, word, is_one=is_one)


def _before(
    reading: Reading, dimension: Dimension, words: str, given: _Given, word: str
) -> list[Amount]:
    """Find a figure that words point back to, or all that an average may be of."""
    if reach := _points_back(words, dimension):
        return _last_before(reading, dimension, reach)[-1:]
    around = any(one in words for one in lists("sums")["points_around"])
    if not around and word in {"", _AT}:
        return []
    given.is_around = given.is_around or not around
    return _distinct(_last_before(reading, dimension, _MOST_BACK, of_all=True))


def _bare(reading: Reading, sentence: Span, here: Sequence[Amount]) -> Found | None:
    """Read "the 900 km in 30 hours, an average of 30", or with the way in the sentence before."""
    lengths = _distinct([one for one in here if one.quantity.dimension is Dimension.LENGTH])
    is_told = bool(lengths)
    lengths = lengths or _distinct(_last_before(reading, Dimension.LENGTH, 1, of_all=True))
    if len(lengths) != 1:
        return None
    speed = bare_average(sentence, here, lengths[0])
    times = [one for one in here if one.quantity.dimension is Dimension.DURATION]
    if speed is None or len(times) != 1:
        return None
    return Found(
        kind=ClaimKind.SUM,
        subject=Subject(reason="The article gives distance, time and speed of one way."),
        relation=RATE if is_told else RATE_ANY,
        start=times[0].start,
        end=speed.span.end,
        quantity=speed,
        also=(times[0].quantity, lengths[0].quantity),
    )


def _takes_so_long(words: str, start: int, here: Sequence[Amount]) -> bool:
    """Whether a sentence tells only what a way takes: "at that rate the lorry needs a day"."""
    times = [one for one in here if one.quantity.dimension is Dimension.DURATION]
    is_alone = len(times) == len(here) == 1
    return is_alone and bool(verb_before("takes_time").search(words[: times[0].start - start]))


def _beside(reading: Reading, speeds: Sequence[Amount]) -> list[Amount]:
    """Find the one distance in the sentence of a speed that words point back to."""
    if len(speeds) != 1 or speeds[0].quantity.value_si < _WALKS:
        return []
    at = reading.story.article.sentence_at(speeds[0].start)
    if at is None:
        return []
    amounts = reading.story.document.amounts_in(reading.story.article.sentences[at])
    found = _distinct([one for one in amounts if one.quantity.dimension is Dimension.LENGTH])
    return found if len(found) == 1 and found[0].quantity.value_si >= _FAR_M else []


def _takes_at(words: str, start: int, here: Sequence[Amount]) -> bool:
    """Whether a time is what a way takes at a speed: "at a steady 9 knots the leg takes a day"."""
    times = [one for one in here if one.quantity.dimension is Dimension.DURATION]
    speed = next(one for one in here if one.quantity.dimension is Dimension.SPEED)
    if not times or times[0].start < speed.end:
        return False
    lead, between = words[: speed.start - start], words[speed.end - start : times[0].start - start]
    is_at = lead.removesuffix(" ").endswith(tuple(lists("sums")["at_speed"]))
    return is_at and bool(verb_before("takes_time").search(between))


def _distinct(amounts: Sequence[Amount]) -> list[Amount]:
    """Leave out figures that only say another one in a second unit."""
    return list(amounts if _differ(amounts) else amounts[:1])[:_MOST]


def _differ(amounts: Sequence[Amount]) -> bool:
    """Whether figures are not one in two units: "1,016 kilometers, or 631 miles"."""
    values = [one.quantity.value_si for one in amounts]
    return bool(values) and max(values) > (1 + _SAME) * min(values)


def _last_before(
    reading: Reading, dimension: Dimension, reach: int, *, of_all: bool = False
) -> list[Amount]:
    """Find the nearest figures of a kind in the sentences right before, of the same paragraph."""
    article = reading.story.article
    block = article.block_at(article.sentences[reading.index].start)
    before: list[Amount] = []
    opens = article.sentences[reading.index].text.lower()
    is_next = opens.startswith(tuple(lists("sums")["opens_pointing"]))
    for index in range(reading.index - 1, max(-1, reading.index - 1 - reach), -1):
        is_last = index == reading.index - 1 and is_next
        if not is_last and article.block_at(article.sentences[index].start) != block:
            break
        amounts = reading.story.document.amounts_in(article.sentences[index])
        before = [*(one for one in amounts if one.quantity.dimension is dimension), *before]
        if before and not of_all:
            break
    return before


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
    is_last = speed.quantity.unit.endswith(_A_DAY) or not behind or behind[0] in _ENDS
    times = [one for one in here if words[one.end - start : at] == _COMMA]
    if is_last and any(_is_of_way(words, start, one, here) for one in times):
        return _COMMA
    right = lists("sums")["average_right"]
    if speed.quantity.unit.endswith(_A_DAY):
        right = {**right, **lists("sums")["average_a_day"]}
    if near.rstrip().endswith(tuple(right)):
        return _COMMA
    if any(near.endswith(_AT_RIGHT) and one.end == speed.start - len(_AT_RIGHT) for one in here):
        return _AT
    return next((word for word in lists("sums")["average"] if word in near), "")


def _is_of_way(words: str, start: int, time: Amount, here: Sequence[Amount]) -> bool:
    """Whether a time is said of the way before it: "the 42 km in three hours"."""
    joints = lists("sums")["in_time"]
    ends = [one.end for one in here if one.quantity.dimension is Dimension.LENGTH]
    return any(words[end - start : time.start - start].strip() in joints for end in ends)


def _rate(given: _Given, here: Sequence[Amount], word: str, *, is_one: bool) -> Found:
    is_average = word not in {"", _AT, _TAKES}
    order = (Dimension.SPEED, Dimension.DURATION, Dimension.LENGTH)
    is_told = any(one not in here for dimension in order for one in given.of[dimension])
    if word == _TAKES or (not is_average and is_told):
        order = (Dimension.DURATION, Dimension.SPEED, Dimension.LENGTH)
    last = next(one for dimension in order for one in given.of[dimension] if one in here)
    others = tuple(one.quantity for some in given.of.values() for one in some if one is not last)
    relation = RATE_AT if word == _AT else RATE
    if not is_one:
        relation = RATE_ANY if given.is_around else RATE_SOME
    return Found(
        kind=ClaimKind.SUM,
        subject=Subject(reason="The article gives distance, time and speed of one way."),
        relation=relation,
        start=last.start,
        end=last.end,
        quantity=last.quantity,
        also=others,
    )
