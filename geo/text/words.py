"""Cuts a sentence into words as English treebanks do, each with its place in the article.

"Odesa's" is "Odesa" and "'s", "didn't" is "did" and "n't", "well-known" is three words, "U.S." and
"3,000" are one. Every character but white space ends up in a word.

References
----------
https://universaldependencies.org/en/; for hyphens, the treebank English EWT.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import Span
from geo.lexicon.kept import compiled
from geo.text.lexicon import word_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_APOSTROPHES = "'’ʼ‘`´"
_PLAIN_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
# A run of letters: digits, accents and the invisible characters that pages leave in words go on
# with it.
_LETTERS = r"[^\W\d_][\w\u0300-\u036f\u200b-\u200d\u2060\u00ad\ufeff]*"
_SUFFIX = re.compile(r"[^\W\d_]+(?!\w)")
_ALPHANUMERIC = re.compile(r"\w*")
_NOT = re.compile(rf"[nN][{_APOSTROPHES}][tT](?![^\W_])")
_INNER = re.compile(rf"[{_APOSTROPHES}]{_LETTERS}")
_CLITIC = re.compile(rf"[{_APOSTROPHES}]([^\W\d_]{{1,2}})(?![^\W_])")
_HYPHENED = re.compile(r"-\w+")
_EASY = re.compile(r"\s*(?<!\S)([A-Za-z]+)(?=[\s,;])")
_FIGURE = re.compile(r"\s?\d")
_BLANK_REST = re.compile(r"\s*$")
_AFTER_ADDRESS = ".,;:!?'\"”’)]}>"


def cut_words(sentence: Span) -> Iterator[Span]:
    """Cut a sentence, a span of the article, into the spans of its words."""
    text = sentence.text
    start = 0
    joined, piece = word_rules().joined, _piece()
    while True:
        # Most words are letters alone between blanks, which no other pattern would cut.
        while (easy := _EASY.match(text, start)) and easy[1].lower() not in joined:
            start, end = easy.span(1)
            yield Span(start=sentence.start + start, end=sentence.start + end, text=easy[1])
            start = end
        if (found := piece.search(text, start)) is None:
            return
        start = found.start()
        for end in _ends(text, found):
            yield Span(start=sentence.start + start, end=sentence.start + end, text=text[start:end])
            start = end


def plain(word: str) -> str:
    """Put a word in small letters, with plain apostrophes."""
    lower = word.lower()
    return lower if lower.isascii() and "`" not in lower else lower.translate(_PLAIN_APOSTROPHE)


@cache
def _piece() -> re.Pattern[str]:
    """Build the pattern of what stands between spaces; every part has a bound or is one class."""
    rules = word_rules()
    domains = "|".join(map(re.escape, rules.domains))
    files = "|".join(sorted(rules.files))
    wholes = "|".join(map(re.escape, sorted(rules.wholes)))
    clitics = "|".join(sorted(rules.clitics))
    elided = "|".join(sorted(rules.elided))
    parts = {
        "address": r"(?:https?://|www\.|mailto:)[^\s<>\"“”]{1,2000}"
        r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}|(?<!\S)[@#][^\W\d]\w{0,63}"
        rf"|(?:[\w#-]{{1,64}}|(?<!\w))\.(?i:{files})(?!\w)"
        rf"|[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,4}}\.(?:{domains})(?![\w-])"
        r"|(?<!\S)[a-z]{2,9}(?:\.[a-z]{2,20}(?:-[a-z]{1,20})?){2,8}(?!\w)",
        "word_with_mark": rf"(?<!\w)(?i:{wholes})(?!\w)",
        "money": r"[A-Z]{1,3}\$",
        "whole": r"\d{4}-\d\d-\d\d(?!\w)|(?:(?:\d-)?\d{3}-)?\d{3}-\d{4}(?!\w)"
        rf"|\d{{1,3}}0[{_APOSTROPHES}]s(?!\w)|(?<!\S)\.\d+(?!\w)",
        # A comma within a figure stands before three digits ("1,00,000"), or parts two ("[13,14]").
        "number": r"[+]?\d+(?:[.:/]\d+|(?:,\d\d)*,\d{3}(?!\d))*",
        "initials": r"(?:[A-Z][a-z]{0,3}\.){2,6}|(?:[A-Z]\.){1,5}[A-Z](?![^\W_])"
        r"|(?:[^\W\d_]\.){2,8}(?:[^\W\d_](?![^\W_]))?",
        "pair": r"[A-Z]{1,3}&[A-Z]{1,3}(?![^\W_])",
        "clitic": rf"(?<=\S)[{_APOSTROPHES}](?i:{clitics})(?![^\W_])",
        "elided": rf"(?<!\S)[{_APOSTROPHES}](?i:{elided})(?![^\W_])",
        "word": _LETTERS,
        "face": r"(?<!\S)[:;=]-?[()DPp](?!\w)",
        "run": r"[!?]{2,}|[.,:]\?|[‘’]’|(?P<same>[.*=_~#'<>$+-])(?P=same)*",
        "sign": r"\S",
    }
    return compiled("|".join(f"(?P<{name}>{part})" for name, part in parts.items()))


def _ends(text: str, found: re.Match[str]) -> Iterator[int]:
    """Tell where the words of a piece end; a word may go on beyond what was found."""
    match found.lastgroup:
        case "address":
            yield found.start() + len(found[0].rstrip(_AFTER_ADDRESS))
        case "number":
            yield from _number_ends(text, found)
        case "word":
            yield from _word_ends(text, found.start(), found.end())
        case _:
            yield found.end()


def _number_ends(text: str, found: re.Match[str]) -> Iterator[int]:
    """Part a unit from its figure ("40km"); other letters belong to it ("20th")."""
    suffix = _SUFFIX.match(text, found.end())
    if suffix is not None and suffix[0].lower() in word_rules().units:
        yield found.end()
        yield suffix.end()
        return
    rest = _ALPHANUMERIC.match(text, found.end())
    yield rest.end() if rest is not None else found.end()


def _word_ends(text: str, start: int, end: int) -> Iterator[int]:
    rules = word_rules()
    word = text[start:end]
    if word.lower() in rules.joined:
        yield start + rules.joined[word.lower()]
        yield end
        return
    if word.lower() in rules.prefixes and (joined := _HYPHENED.match(text, end)):
        end = joined.end()
    if word[-1] in "nN" and len(word) > 1 and (negated := _NOT.match(text, end - 1)):
        yield end - 1
        yield negated.end()
        return
    # "O'Brien" is one word, "Brien's" two.
    while (inner := _INNER.match(text, end)) and not _is_clitic(text, end):
        end = inner.end()
    yield end + _owns_stop(text, text[start:end], end)


def _is_clitic(text: str, at: int) -> bool:
    found = _CLITIC.match(text, at)
    return found is not None and found[1].lower() in word_rules().clitics


def _owns_stop(text: str, word: str, end: int) -> bool:
    """Whether the full stop behind a word is a part of it."""
    if text[end : end + 1] != "." or text[end : end + 2] == "..":
        return False
    rules = word_rules()
    if word.lower() in rules.stops:
        return True
    if word in rules.figure_stops and _FIGURE.match(text, end + 1):
        return True
    # At a sentence's end "No." and "plan B." are more likely a word and a full stop.
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return (is_initial or word in rules.capital_stops) and not _BLANK_REST.match(text, end + 1)
