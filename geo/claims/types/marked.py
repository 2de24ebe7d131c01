"""A sentence with one sign for each place named in it, so that patterns can speak of places.

"Bern, the Swiss capital" becomes "①, ②" where ① is a name and ② a capital described; the signs are
private characters of Unicode, and those that a text brings along are blanked out first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import RelationKind, ToponymKind
from geo.lexicon import any_of
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.story import PlacedMention
    from geo.contracts import Span


class Sign(IntEnum):
    """What a place is named by; the value is the first of its characters."""

    NAME = 0xE000
    DEMONYM = 0xE400
    CAPITAL = 0xE800  # "Yemen's capital"
    BORDER = 0xEC00  # "the Brazilian border"


_COUNT = 0x400
_WHOSE = "'s"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_DESCRIPTIONS = {RelationKind.CAPITAL: Sign.CAPITAL, RelationKind.BORDER: Sign.BORDER}


@cache
def _preposition() -> re.Pattern[str]:
    """Find what makes a place tell more of something else: "the lake near", "the man from"."""
    lead = rf"(?:the\s)?(?:{any_of('modifier')}\s)?"
    return compiled(rf"(?<!\w){any_of('tells_more')}\s{lead}$", re.IGNORECASE)


@cache
def _noun_of() -> re.Pattern[str]:
    """Find a noun that a place tells more of: "a dyke along", not "they live along"."""
    opens = any_of("article")
    return compiled(
        rf"(?<!\w){opens}\s(?:[^\W\d_]+\s){{1,3}}{any_of('tells_more')}\s(?:the\s)?$", re.IGNORECASE
    )


@cache
def _new_clause() -> re.Pattern[str]:
    """Find what opens a clause of its own: "A is far, and B is"."""
    return compiled(rf"[,;]\s{any_of('joins_clause')}\s(?:the\s)?$", re.IGNORECASE)


@cache
def _opens_aside() -> re.Pattern[str]:
    """Find a name, placed or not, and a comma, and no other comma behind."""
    names = "|".join((*map(sign_class, Sign), r"[A-Z]\w+"))
    return compiled(rf"(?:{names}),\s[^,;.]*$")


@cache
def _goes_on() -> re.Pattern[str]:
    """Find a comma behind which no relative clause, no apposition and no "in" follows."""
    more = "|".join(any_of(name) for name in ("relative", "aside", "article", "setting", "placed"))
    return compiled(rf",\s(?!(?:{more})\s)")


@cache
def _itself() -> re.Pattern[str]:
    """Find what only says what kind of place a name is: "the republic of"."""
    return compiled(rf"(?<!\w){any_of('of_itself')}\sof\s(?:the\s)?$", re.IGNORECASE)


def sign_class(sign: Sign) -> str:
    """Regular expression for any sign of a kind.

    Signs are no letters: where letters are alike in any case, to compile them took the longest.
    """
    return f"(?-i:[{chr(sign)}-{chr(sign + _COUNT - 1)}])"


class Pointed(NamedTuple):
    """Words at the start of a sentence that stand for a place named before, or for "its"."""

    span: Span
    mention: PlacedMention
    is_whose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The marked text; ``mentions`` by the number of their sign.

    ``starts`` and ``ends`` are the article's offsets of each character; ``is_clause`` says that
    grammar cut the text out.
    """

    text: str
    mentions: tuple[PlacedMention, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    is_clause: bool = False

    def mention(self, match: re.Match[str], name: str) -> PlacedMention | None:
        """Find the place of a pattern's slot; None where the slot is not filled."""
        sign = match.groupdict().get(name)
        return None if sign is None else self.mentions[ord(sign[0]) % _COUNT]

    def listed(self, match: re.Match[str], name: str) -> tuple[PlacedMention, ...]:
        """Find the places named in a pattern's slot for several."""
        words = match.groupdict().get(name) or ""
        return tuple(self.mentions[ord(one) % _COUNT] for one in _PRIVATE.findall(words))

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """Give the article's offsets of what a pattern has matched."""
        return self.starts[match.start()], self.ends[match.end() - 1]

    def said_start(self, match: re.Match[str], name: str = "a") -> int:
        """Give where what is said of a place begins: another figure may end with its name."""
        at = match.start()
        if match.start(name) == at:
            at += 1
            while at + 1 < match.end() and self.text[at] in ", \u00a0":
                at += 1
        return self.starts[at]

    def is_in_phrase(self, match: re.Match[str], name: str = "a") -> bool:
        """Whether a place only belongs to what is told of: "the lake near Kyiv covers".

        Not so where a clause of its own follows: "in Perth, which is".
        """
        at = match.start(name) if match.groupdict().get(name) else -1
        # Where a row has words before the name, it has read the preposition itself.
        is_behind = 0 <= at == match.start() and self.is_behind_preposition(match, name)
        is_alone = self.text[at + 1 : at + 2] != "," or self.ends_aside(match, name)
        return is_behind and is_alone

    def ends_aside(self, match: re.Match[str], name: str = "a") -> bool:
        """Whether a place only tells where one before it lies: "B, west of A, belongs to"."""
        if not self.is_behind_preposition(match, name):
            return False
        at = match.start(name)
        # What grammar has cut out has no comma before the aside: "A unlike B, borders C".
        is_cut = self.is_clause and len(self.text[1:at].split()) == 1
        is_open = is_cut or _opens_aside().search(self.text[:at]) is not None
        return is_open and _goes_on().match(self.text, at + 1) is not None

    def is_of_noun(self, match: re.Match[str]) -> bool:
        """Whether a place, though a comma follows, tells more of a thing: "a dyke on the Po,"."""
        return bool(_noun_of().search(self.text[: match.start()]))

    def is_behind_preposition(self, match: re.Match[str], name: str = "a") -> bool:
        """Whether a place belongs to what is told of, or is where somebody is: "on K2, at"."""
        before = self.text[: max(0, match.start(name) if match.groupdict().get(name) else 0)]
        is_behind = _preposition().search(before) and not _itself().search(before)
        return bool(is_behind and not _new_clause().search(before))


def mark(
    sentence: Span, mentions: Sequence[PlacedMention], pointed_at: Pointed | None = None
) -> Marked:
    """Put a sign for each place of a sentence; ``mentions`` in order, none over another.

    ``pointed_at`` is what "It" at its start stands for; "Its" reads as the name with "'s".
    """
    inside = [(one.span, one) for one in mentions if sentence.covers(one.span)][: _COUNT - 1]
    if pointed_at is not None and sentence.covers(pointed_at.span):
        inside = [pair for pair in inside if not pair[0].overlaps(pointed_at.span)]
        inside.insert(0, (pointed_at.span, pointed_at.mention))
    if not inside:
        bounds = range(sentence.start, sentence.end + 1)
        plain = _PRIVATE.sub(" ", sentence.text)
        return Marked(text=plain, mentions=(), starts=bounds[:-1], ends=bounds[1:])
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = sentence.start
    for number, (span, one) in enumerate(inside):
        plain = sentence.text[at - sentence.start : span.start - sentence.start]
        is_whose = pointed_at is not None and pointed_at.is_whose and span is pointed_at.span
        signs = [chr(_sign(one) + number), *(_WHOSE if is_whose else "")]
        text += [*_PRIVATE.sub(" ", plain), *signs]
        starts += [*range(at, span.start), *[span.start] * len(signs)]
        ends += [*range(at + 1, span.start + 1), *[span.end] * len(signs)]
        at = span.end
    rest = _PRIVATE.sub(" ", sentence.text[at - sentence.start :])
    text += rest
    starts += range(at, at + len(rest))
    ends += range(at + 1, at + len(rest) + 1)
    return Marked(
        text="".join(text),
        mentions=tuple(one for _, one in inside),
        starts=tuple(starts),
        ends=tuple(ends),
    )


def _sign(mention: PlacedMention) -> Sign:
    toponym = mention.toponym
    if toponym.kind is ToponymKind.DEMONYM:
        return Sign.DEMONYM
    if toponym.kind is ToponymKind.DESCRIPTION and toponym.relation is not None:
        return _DESCRIPTIONS.get(toponym.relation.kind, Sign.NAME)
    return Sign.NAME
