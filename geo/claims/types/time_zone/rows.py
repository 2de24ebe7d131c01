"""How news tells the time in two places; a row's name is the relation that it states."""

from __future__ import annotations

from geo.claims.types.row import NO_PLACE, Row, number_words

LOCAL_AND_GMT, TWO_PLACES, AHEAD = "local time and GMT", "time in two places", "hours ahead"
_CLOCK = r"\d{1,2}[:.]?\d{0,2} ?(?:[ap]\.? ?m\.?)?"
_DAY = r"(?: on (?:mon|tues|wednes|thurs|fri|satur|sun)day)?"
_GMT = r"(?:gmt|utc|greenwich mean time)"
_ONE = number_words()
_SEASON = (
    r"(?: in (?:the )?(?P<season>summer|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december))?"
)
_AMOUNT = (
    rf"(?:(?P<half>half an hour)|(?P<hours>{_ONE})(?P<more> and a half|-and-a-half)? hours?"
    rf"(?: and (?P<minutes>[a-z]{{3,6}}-?[a-z]{{0,5}}|\d{{1,2}}) minutes)?)"
)

ROWS = (
    Row(
        name=LOCAL_AND_GMT,
        pattern=rf"(?P<one>{_CLOCK}) local(?: time)?{_DAY} ?\((?P<two>{_CLOCK}) {_GMT}{_DAY}\)",
        finds=("at 0745 local time (0545 GMT)", "4:15 p.m. local time (2115 GMT on Monday)"),
        misses=("at 0610 local time", "in local time (see GMT)"),
    ),
    Row(
        name=TWO_PLACES,
        pattern=rf"(?P<one>{_CLOCK}) in <a> ?\((?P<two>{_CLOCK}) in <b>\)",
        finds=("8 a.m. in [Bogota] (3 p.m. in [Madrid])",),
        misses=("9 times in [Lima] (and in [London])",),
    ),
    Row(
        name=AHEAD,
        pattern=rf"<a>(?:['’]s?)?(?:, which|,(?= [^i]))? "
        rf"(?:(?:is|are|lies|clocks are|keeps? (?:a|one|the) time,?) )?{_AMOUNT} "
        rf"(?P<side>ahead of|behind|in front of) (?:its neighbou?r )?"
        rf"(?:<b>|(?P<gmt>{_GMT})){_SEASON}",
        finds=(
            "[Japan] is nine hours ahead of GMT",
            "[Myanmar] is half an hour behind [Thailand]",
            "[Djibouti], three hours ahead of GMT,",
        ),
        misses=("[Japan] is nine points ahead of [India]",),
    ),
    Row(
        name=AHEAD,
        pattern=rf"<a>, {NO_PLACE}{{0,90}}(?:, which is |, is ){_AMOUNT} "
        rf"(?P<side>ahead of|behind) (?:<b>|(?P<gmt>{_GMT})){_SEASON}",
        finds=("[Accra], the capital, which is five hours ahead of [Bogota]",),
        misses=("[Perth], the capital, which is far ahead of [London]",),
    ),
    Row(
        name=AHEAD,
        pattern=rf"<a> (?:is|are) {NO_PLACE}{{0,50}},? and {_AMOUNT} (?P<side>ahead of|behind) "
        rf"(?:its neighbou?r )?"
        rf"(?:<b>|(?P<gmt>{_GMT})){_SEASON}",
        finds=("[Samoa] is far away, and 24 hours ahead of its neighbor [Niue]",),
        misses=("[Tonga] is far away, and ahead of [Niue]",),
    ),
)
