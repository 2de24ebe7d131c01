"""Reads numbers as people write them in tables, and never takes a thousand for a decimal.

"1,234" is 1234 in one country and 1.234 in the next. The other cells of the column tell which,
and where they do not, those of the file; where nothing tells, the caller is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from geo.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

POINT, COMMA = ".", ","
# What tells nothing, what could be either, and what is no number.
_NEUTRAL, _EITHER, _NONE = "", "?", "!"
_SAME = str.maketrans({"−": "-", "–": "-", "‒": "-", "٫": ".", "٬": "'", "’": "'", "ʼ": "'"})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_NUMBER = re.compile(r"([+-]?)([\d.,]*\d[\d.,]*)([eE][+-]?\d{1,3})?")
_SPACED = re.compile(r"[+-]?\d{1,3}(?:[ ']\d{3})+(?![\d' ])")
# India parts hundreds of thousands: 12,34,567.
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*|,\d{2}(?:,\d{2})*,\d{3})")
_THOUSANDS = 3
_MOST_SEEN = 2_000


def tidy(text: str) -> str:
    """Write a number's signs, digits and spaces as keyboards have them.

    Marks that are not seen come along with what is copied from pages; an apostrophe before a figure
    keeps a spreadsheet from reckoning with it.
    """
    seen = _UNSEEN.sub("", text.translate(_SAME))
    return unicodedata.normalize("NFKC", seen).strip().removeprefix("'")


def decimal_signs(texts: Iterable[str]) -> frozenset[str]:
    """Find which signs part decimals in some texts: none, a point, a comma, or both.

    Texts of which one in ten is no number tell nothing: they are words.
    """
    told = Counter(
        _convention(_joined(text))
        for text, _ in zip(filter(None, texts), range(_MOST_SEEN), strict=False)
    )
    if told[_NONE] * 10 > told.total():
        return frozenset()
    return frozenset({POINT, COMMA} & set(told))


def read_numbers(
    texts: Sequence[str], column: str, elsewhere: frozenset[str]
) -> tuple[np.ndarray, dict[int, str]]:
    """Read a column of numbers; say too which cells are none, by their places.

    Parameters
    ----------
    texts
        The cells; "" where there is nothing, which is NaN and no fault.
    column
        What the column is called, for messages.
    elsewhere
        The decimal signs of the rest of the file, or what the caller says.

    Raises
    ------
    TableError
        If a cell could be two numbers, and neither the column nor the file tells which.
    """
    cells = {text: _joined(text) for text in dict.fromkeys(texts) if text.strip()}
    told = {text: _convention(cell) for text, cell in cells.items()}
    own = frozenset({POINT, COMMA} & set(told.values()))
    signs = own or elsewhere
    decimal = next(iter(signs)) if len(signs) == 1 else ""
    unclear = next((text for text, how in told.items() if how == _EITHER), "")
    if unclear and not decimal:
        raise TableError(
            f"The column {column[:60]!r} holds {unclear[:30]!r}, which may mean thousands or "
            "decimals, and the table does not tell which. Say it with --decimal point or "
            "--decimal comma."
        )
    values = {
        text: _value(cell, decimal if told[text] in {_EITHER, _NEUTRAL} else told[text])
        for text, cell in cells.items()
        if told[text] != _NONE
    }
    read = np.array([values.get(text, np.nan) for text in texts], dtype=np.float64)
    return read, {k: text for k, text in enumerate(texts) if text in cells and text not in values}


def _joined(text: str) -> str:
    """Close the gaps and apostrophes between thousands, which nobody takes for decimals."""
    cell = tidy(text)
    spaced = _SPACED.match(cell)
    return re.sub("[ ']", "", spaced[0]) + cell[spaced.end() :] if spaced else cell


def _convention(cell: str) -> str:
    """Say which sign a number has for its decimals, or that it does not tell."""
    found = _NUMBER.fullmatch(cell)
    if not found:
        return _NONE
    body = found[2]
    signs = [letter for letter in body if letter in {POINT, COMMA}]
    if not signs:
        return _NEUTRAL
    if len(signs) == 1:
        return _of_one_sign(*body.split(signs[0]), sign=signs[0], has_power=bool(found[3]))
    last = signs[-1]
    if signs.count(last) > 1:
        return _other(last) if _GROUPED.fullmatch(body) else _NONE
    whole = _GROUPED.fullmatch(body[: body.rindex(last)])
    return last if whole else _NONE


def _of_one_sign(head: str, tail: str, *, sign: str, has_power: bool) -> str:
    could_be_thousands = (
        len(tail) == _THOUSANDS
        and 0 < len(head) <= _THOUSANDS
        and not head.startswith("0")
        and not has_power
    )
    return _EITHER if could_be_thousands else sign


def _other(sign: str) -> str:
    return COMMA if sign == POINT else POINT


def _value(cell: str, decimal: str) -> float:
    plain = cell.replace(_other(decimal), "") if decimal else cell
    return float(plain.replace(COMMA, POINT))
