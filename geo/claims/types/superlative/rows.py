"""How news says that something is the largest, second-highest or longest of its kind."""

from __future__ import annotations

from geo.claims.types.row import Row

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RANKED = (
    rf"(?:(?P<rank>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))[- ])?"
    r"(?P<what>largest|biggest|most populous|smallest|highest|tallest) (?P<only>landlocked )?"
    r"(?P<noun>country|nation|state|city|town|island|lake|mountain|peak|inland body of water)"
    r"(?! (?:council|hall|bank|hospital|university|park|airport|team|club|company|economy|festival"
    r"|resort|group|chain|producer|exporter|market)\b)"
)
_WHOSE = (
    r"(?:<b>['’]s?|(?:the|this|that|its) "
    r"(?P<scope>world|country|nation|state|province|earth|planet)['’]s)"
)
_IN = (
    r"(?:in|on|of) (?:the )?(?:state of |province of |whole )?"
    r"(?:<b>|(?P<scope>world|country|nation|state|province|earth|planet)(?!['’]))"
)
# A rank of the past, or one among several, is none of today.
# "The lake, shared by A and B, is" says nothing of B.
_IS = r"(?:(?:,? (?:which|that))? (?:is|remains)(?: also| by far| now)? |, (?:by far )?)"

ROWS = (
    Row(
        name="somebody's largest",
        pattern=rf"<a>{_IS}{_WHOSE} {_RANKED}",
        finds=(
            "[Cork], [Ireland]'s second-largest city",
            "[Guwahati] is the state's largest city",
            "[Chad], [Africa]’s largest landlocked country,",
        ),
        misses=(
            "[Cork], one of [Ireland]'s largest cities",
            "[Cork] was [Ireland]'s largest city",
            "[Cork], [Ireland]'s largest city council",
        ),
    ),
    Row(
        name="the largest in",
        pattern=rf"<a>{_IS}the {_RANKED} {_IN}",
        finds=(
            "[Suriname] is the smallest country in [South America]",
            "[Lake Titicaca], the largest lake in [Peru],",
        ),
        misses=("[Suriname] is the smallest country to take part", "[Lima] is the largest"),
    ),
    Row(
        name="somebody's largest, the name behind",
        pattern=rf"{_WHOSE} {_RANKED},? <a>(?! (?:and|or) )",
        finds=(
            "in [Nigeria]'s largest city, [Lagos]",
            "the nation's third-largest city, [Cork],",
        ),
        misses=("[Nigeria]'s largest city and [Lagos]",),
    ),
    Row(
        name="the largest in, the name behind",
        pattern=rf"the {_RANKED} {_IN}(?:, | is )<a>(?! (?:and|or) )",
        finds=(
            "the largest city in [Nigeria], [Lagos]",
            "The highest mountain in [Iran] is [Damavand]",
        ),
        misses=("the largest city in [Nigeria] and [Lagos]",),
    ),
)
