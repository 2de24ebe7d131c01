"""How news says that a city is the capital of a country, state or province."""

from __future__ import annotations

from geo.claims.types.row import Row

# What may stand before "capital" and say which of several capitals, or of what.
ROLES = (
    "national|federal|constitutional|legislative|executive|judicial|administrative|official|royal|"
    "political|state|provincial|regional|territorial|departmental|prefectural|cantonal"
)
_ADJECTIVE = r"(?:(?!of )[a-z-]{2,20} ){0,2}"

ROWS = (
    Row(
        name="the capital of",
        pattern=rf"<a>,? (?:is |was |which is |remains )?(?:the )?{_ADJECTIVE}capital"
        rf"(?: city)? of (?:the )?(?:island |state |province )?(?:of )?<b>",
        finds=("[Bern], the capital of [Switzerland]", "[Iqaluit] is the capital of [Nunavut]"),
        misses=("[Bern], the capital of cheese", "[Bern] has the capital for [Nunavut]"),
    ),
    Row(
        name="the capital of, the city behind",
        pattern=rf"the {_ADJECTIVE}capital(?: city)? of (?:the )?<b>(?:, | is | was )<a>",
        finds=("the capital of [Switzerland] is [Bern]", "the old capital of [Mali], [Bamako]"),
        misses=("the capital of [Switzerland] and [Bern]",),
    ),
    Row(
        name="described beside the name",
        pattern=r"<a>(?:, (?:which is )?| is | was )<d:cap>",
        finds=("[Sanaa], {Yemen's capital}", "[Bern] is {the Swiss capital}"),
        misses=("[Sanaa] and {Yemen's capital}", "from [Sanaa] to {Yemen's capital}"),
    ),
    Row(
        name="the name beside what is described",
        pattern=r"<d:cap>(?:, (?!(?:[^,;.]{1,60},){0,8} and )| )<a>(?! to)",
        finds=("in {the Ethiopian capital}, [Addis Ababa]", "{Ghana's capital} [Accra]"),
        misses=("{the Ethiopian capital} or [Addis Ababa]",),
    ),
    Row(
        name="a capital of its region",
        pattern=rf"<a>,? (?:is |was |which is )?(?:the |the country['’]s |the state['’]s )"
        rf"(?P<role>{ROLES}) capital(?! of)",
        finds=("[Catanzaro], the regional capital", "[Cochabamba] is the constitutional capital"),
        misses=("[Catanzaro], the regional capital of", "[Paris] raised the state capital tax"),
    ),
    Row(
        name="the capital, without a country",
        pattern=r"<a>, the capital(?=[,.;:]| (?:and|which|where) )",
        finds=("[Antananarivo], the capital.", "[Niamey], the capital, which"),
        misses=("[Antananarivo], the capital of", "[London], the capital market"),
    ),
    Row(
        name="its capital",
        pattern=r"its capital, <a>",
        finds=("in its capital, [Nuuk]",),
        misses=("its capital and [Nuuk]",),
    ),
    Row(
        name="the city, its capital",
        pattern=r"<a>, its capital",
        finds=("[Nicosia], its capital",),
        misses=("[Nicosia] and its capital",),
    ),
    Row(
        name="one of several capitals",
        pattern=r"<a>,? (?:is )?one of <b>['’]s? (?P<count>two|three) capitals",
        finds=("[La Paz] is one of [Bolivia]'s two capitals",),
        misses=("[La Paz] is one of [Bolivia]'s two courts",),
    ),
)
