"""How news speaks of neighbours and borders; a row's name is the relation that it states."""

from __future__ import annotations

from geo.claims.types.row import Row

BORDERS, COUNT, SAME, LANDLOCKED, ON_BORDER, INSIDE, ISLAND = (
    "borders",
    "borders so many",
    "shares a border",
    "landlocked",
    "on the border",
    "surrounded by",
    "island nation",
)
_VERB = (
    r"(?:(?:shares?|has|have) (?:an? |its |their )?(?:common |long |land |direct )?"
    r"(?:border|borders|frontier|frontiers) with|borders|bordering)"
)
_COUNTRIES = r"(?:countries|states|nations|neighbou?rs|other countries)"
_MANY = r"(?P<many>two|three|four|five|six|seven|eight|nine|ten|eleven|fourteen|\d{1,2})"
_PLURAL = r"(?:all (?:[a-z]{3,5} )?(?:other )?[^,.;]{3,40} and |the |other |all )?"

ROWS = (
    Row(
        name=BORDERS,
        pattern=rf"<a>,? (?:which |that |also )?{_VERB} (?:both )?{_PLURAL}"
        rf"(?:{_MANY} (?:other )?[a-z -]{{0,24}}{_COUNTRIES},? (?:among them|including|and) )?"
        r"<all:list>",
        finds=(
            "[Austria], which borders [Italy], [Hungary] and [Slovenia]",
            "[Niger] shares borders with [Algeria]",
            "[Zambia] borders eight states, among them [Angola] and [Malawi]",
        ),
        misses=("[Ethiopia] closed its borders", "[Niger] shares a desk with [Algeria]"),
    ),
    Row(
        name=COUNT,
        pattern=rf"<a>,? (?:which |that )?(?:borders|has borders with|shares borders with) {_MANY} "
        rf"(?:other )?{_COUNTRIES}",
        finds=("[Mali] borders seven countries",),
        misses=("[Mali] has seven borders posts",),
    ),
    Row(
        name=SAME,
        pattern=r"<a> and <b> share (?:a|the|their) (?:[a-z]{2,12} ){0,2}(?:border|frontier)",
        finds=(
            "[India] and [Pakistan] share a border of",
            "[Chile] and [Peru] share a short border",
        ),
        misses=("[India] and [Pakistan] share a river",),
    ),
    Row(
        name=SAME,
        pattern=r"<a> and <b> are (?:[a-z]{2,12} )?neighbou?rs",
        finds=("[Laos] and [Thailand] are neighbours",),
        misses=("[Laos] and [Thailand] are bad at football",),
    ),
    Row(
        name=SAME,
        pattern=r"<a>,? (?:which |that )?(?:shares?|has) (?:an? |its )?(?:[a-z]{4,8} )?<d:border>",
        finds=(
            "[Gabon] shares |a border with Cameroon|",
            "[Chad], which has |a border with Niger|",
        ),
        misses=("[Gabon] closed |its border with Cameroon|",),
    ),
    Row(
        name=SAME,
        pattern=r"<a>,? (?:which |that )?is bordered by (?:both )?<all:list>",
        finds=("[Chad] is bordered by [Sudan] and [Niger]",),
        misses=("[Chad] is loved by [Sudan]",),
    ),
    Row(
        name=ISLAND,
        pattern=r"<b>(?:,? (?:which )?is |, )an? (?:[a-z]{3,12} )?island (?:nation|country|state)",
        finds=("[Palau] is a small island nation",),
        misses=("[Chad] is an island of peace",),
    ),
    Row(
        name=SAME,
        pattern=r"<a>(?:, an? [^,.;]{3,50})?,? (?:that |which )?(?:lies|is|sits|stands) (?:just )?"
        r"across the (?:border|frontier) from <b>",
        finds=("[Bukavu] lies across the border from [Rwanda]",),
        misses=("[Bukavu] lies across the lake from [Rwanda]",),
    ),
    Row(
        name=LANDLOCKED,
        pattern=r"(?:landlocked <a>|<b>,? (?:which )?(?:is|remains) (?:a |the )?landlocked)",
        finds=("in landlocked [Mali]", "[Laos] is a landlocked country"),
        misses=("[Laos] is no longer closed",),
    ),
    Row(
        name=ON_BORDER,
        pattern=r"<a>, (?:(?:a|the) (?:[a-z]{2,12} ){0,2}"
        r"(?:town|city|village|port|crossing|settlement|post) )?"
        r"(?:right |just )?(?:on|at|along|near|close to) (?:the border with <b>|<d:border>)",
        finds=("[Tijuana], a town on |the American border|", "[Irun], on |the French border|"),
        misses=("[Boten], far from |the Chinese border|",),
    ),
    Row(
        name=INSIDE,
        pattern=r"<a>,? (?:a country |a kingdom )?(?:which |that )?(?:is |was )?"
        r"(?:wholly|completely|entirely|totally) (?:surrounded by|inside|within) <b>",
        finds=("[San Marino], which is wholly surrounded by [Italy]",),
        misses=("[Bastogne], surrounded by friends",),
    ),
)
