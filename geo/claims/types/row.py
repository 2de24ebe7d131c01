"""The rows of a claim type: patterns, with words that each finds and words that it must not find.

They stand in `data/lexicon/en/statements`. In a pattern ``<a>`` stands for a place by name,
``<a:dem>`` for a demonym, ``<a:cap>`` for a capital described ("Yemen's capital"), ``<a:border>``
for a border described, ``<all:list>`` for several places in a list, ``<n>`` for a number; a blank
for white space. In the examples names are in [brackets], demonyms in <angles>, capitals in {braces}
and borders in |bars|.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.marked import Sign, sign_class
from geo.claims.types.needs import WORDS, Asked, Needs, asked, glance, needs_of
from geo.lexicon import either
from geo.lexicon.fold import folded_pattern, folded_source
from geo.lexicon.kept import compiled, kept
from geo.lexicon.statements import lists, table
from geo.lexicon.units import values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geo.claims.types.fact import Reading
    from geo.claims.types.marked import Marked
    from geo.contracts import ClaimKind

# What stands before the name of something that the gazetteer does not have, in a relation.
NAMED = " | "
# Sets of words that sentences have, of each table.
_KEPT = 4_096

_ANY = f"(?-i:[{chr(Sign.NAME)}-{chr(Sign.CAPITAL - 1)}])"
# "Peru to the north, Bolivia to the east and Argentina".
_WHERE = "(?: (?:to|in|on) (?:the|its) [a-z-]{4,12})?"
# "Peru, Bolivia and, at one end, Chile".
_JOINT = (
    "(?:,? and(?:,[^,.;:\ue000-\uf8ff]{3,30},)? |, (?:and |or )?| or )(?:the |with |also |by )?"
)
# Words that name no other place, but for one that belongs to the last noun ("the capital of B").
_NO_PLACE = "(?:(?-i:[^.;\ue000-\uf8ff])|(?<=\\d)\\.(?=\\d)|(?<=of )(?-i:[\ue000-\uf8ff]))"
_SLOTS = {"dem": Sign.DEMONYM, "cap": Sign.CAPITAL, "border": Sign.BORDER}


@dataclass(frozen=True, kw_only=True)
class Row:
    """A pattern by its name; ``finds`` and ``misses`` are its examples and are run as tests."""

    name: str
    pattern: str
    finds: tuple[str, ...]
    misses: tuple[str, ...]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as a regular expression over marked text."""
        return compiled(self._source, re.IGNORECASE)

    @cached_property
    def _source(self) -> str:
        found = re.sub(r"(?<!P)<(\w+)(?::(\w+))?>", _slot, self.pattern)
        return _spaced(rf"(?<!\w)(?:{found})(?!\w)".replace("(?<=of )", r"(?<=of\s)"))

    @cached_property
    def _folded(self) -> re.Pattern[str] | None:
        return folded_pattern(self._source)

    @cached_property
    def needs(self) -> Needs:
        """What a marked text must have for the pattern to stand in it."""
        return kept(needs_of, self.pattern, Needs)

    def matches(self, marked: Marked) -> Iterator[re.Match[str]]:
        """Find every place of a marked sentence where the pattern stands.

        To look in any case takes several times as long, so that it is done only where the folded
        text has something.
        """
        seen = glance(marked.text)
        if self.needs.met_by(*seen):
            yield from self.spots(marked.text, seen[0])

    def spots(self, text: str, folded: str) -> Iterable[re.Match[str]]:
        """Find every place of a text that has what the pattern needs."""
        if self._folded is None or self._folded.search(folded):
            return self.compiled.finditer(text)
        return ()


class Rows:
    """All rows of a type, read when first needed; ``parts`` are made of other tables."""

    def __init__(self, name: str, parts: Callable[[], dict[str, str]] = dict) -> None:
        self.name = name
        self._parts = parts
        # Sentences have the same few of a table's words again and again.
        self._possible = lru_cache(maxsize=_KEPT)(self._find_possible)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order of the table, which is that of trying."""
        return tuple(
            Row(name=one.name, pattern=one.pattern, finds=one.finds, misses=one.misses)
            for one in table(self.name, self._known()).rows
        )

    @cached_property
    def quick_needs(self) -> Asked:
        """What a text must have for any row to find something in it."""
        return asked(kept(needs_of, table(self.name, self._known()).quick, Needs))

    @cached_property
    def _quick(self) -> re.Pattern[str]:
        return compiled(folded_source(_spaced(table(self.name, self._known()).quick)))

    @cached_property
    def _asked(self) -> tuple[tuple[Row, Asked], ...]:
        return tuple((row, asked(row.needs)) for row in self.rows)

    @cached_property
    def _bounds(self) -> tuple[int, int]:
        """The bits of all words that any row needs, and the most places that one needs."""
        needs = [need for _, need in self._asked]
        return reduce(or_, (some for one in needs for some in one.words), 0), max(
            (one.places for one in needs), default=0
        )

    @cached_property
    def _is_of_land(self) -> bool:
        """Whether what holds of a land's own does not hold of the land: its size, its capital."""
        return "of_owner" not in lists(self.name)

    def _find_possible(self, held: int, places: int) -> tuple[Row, ...]:
        return tuple(row for row, need in self._asked if need.met_by(held, places))

    def _known(self) -> dict[str, str]:
        people = sign_class(Sign.DEMONYM)
        given = {"number": number_words(), "no_place": _NO_PLACE, "people": people, "name": _ANY}
        return {**given, **self._parts()}

    def found(self, reading: Reading) -> Iterator[tuple[Row, Marked, re.Match[str]]]:
        """Find what a sentence states: as it is written, then by what is said of each place.

        Most sentences state nothing of a kind, which one quick pattern tells.
        """
        needs = self.quick_needs
        folded, places = glance(reading.words)
        if not (needs.met_by(WORDS.held(folded), places) and self._quick.search(folded)):
            return
        words, most = self._bounds
        for marked in (reading.marked, *reading.clauses):
            folded, places = glance(marked.text)
            for row in self._possible(WORDS.held(folded) & words, min(places, most)):
                for match in row.spots(marked.text, folded):
                    is_owner = self._is_of_land and _is_owner(match)
                    if not is_owner and not _is_behind_aside(match):
                        yield row, marked, match


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s")


def found(
    kind: ClaimKind, marked: Marked, match: re.Match[str], row: Row, slots: Iterable[str] = "ab"
) -> Found:
    """Make what a row has found, about the places of its slots; ``relation`` is the row's name."""
    start, end = marked.span(match)
    named = [marked.mention(match, slot) for slot in slots]
    return Found(
        kind=kind,
        subject=about(*named, reason=f"Read as “{row.name}”."),
        relation=row.name,
        start=start,
        end=end,
    )


def _is_owner(match: re.Match[str]) -> bool:
    """Whether the last place only says whose the thing behind it is: "borders Spain's Galicia"."""
    end = match.end()
    return _is_sign(match.string[end - 1]) and _possessive().match(match.string, end) is not None


@cache
def _possessive() -> re.Pattern[str]:
    return compiled("['’]s?\\s[\\w\ue000-\uf8ff]")


def _is_behind_aside(match: re.Match[str]) -> bool:
    """Whether a place only ends an aside: "A, the capital of B, is on C" says nothing of B."""
    opens = match.start() + 1 if _is_sign(match.string[match.start()]) else match.end()
    at = match.end("a") if match.groupdict().get("a") else opens
    is_first = not re.search("[\ue000-\uf8ff]", match.string[: at - 1])
    if is_first or at == match.end():
        return False
    return bool(_verb_behind_comma().match(match.string, at))


def _is_sign(letter: str) -> bool:
    return "\ue000" <= letter <= "\uf8ff"


@cache
def _verb_behind_comma() -> re.Pattern[str]:
    words = either(lists("pointing")["verbs"])
    also = either(lists("pointing")["goes_on"])
    # "A, which borders B and C, is": of all of a list nothing is said.
    rest = rf"(?:(?:,|,?\sand|,?\sor)\s(?:the\s)?{_ANY}){{0,6}}"
    return compiled(rf"{rest},\s(?:{also}\s)?{words}(?![^\W_])", re.IGNORECASE)


def number_words() -> str:
    """Regular expression for a small number in digits or words, and for "half an"."""
    ones = either(values("one"))
    return rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?|{ones}|an?)"


@cache
def _list() -> str:
    """Regular expression for several places; of whom something else is said is none of them."""
    finite = either(lists("pointing")["finite"])
    item = rf"{_JOINT}{_ANY}(?! {finite}(?!\w)){_WHERE}"
    both = rf"{_JOINT}both (?:{_ANY}|(?-i:[A-Z])[a-z]{{2,14}}s)"  # "both Carolinas"
    return rf"{_ANY}{_WHERE}(?:{item}|{both}){{0,14}}"


def _slot(match: re.Match[str]) -> str:
    name, kind = match[1], match[2]
    if name == "n":
        return rf"(?P<n>{number_words()})"
    if kind == "list":
        return rf"(?P<{name}>{_list()})"
    return rf"(?P<{name}>{sign_class(_SLOTS.get(kind, Sign.NAME))})"
