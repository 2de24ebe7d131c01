"""Writes CSV texts or an Excel workbook, in which text is never a formula.

A cell of text that a spreadsheet would take for a formula begins with an apostrophe in CSV; in the
workbook it is stored as text, as it is. Numbers stay numbers. Lines and outlines are left to the
other formats, since no cell holds them.
"""

from __future__ import annotations

import csv
from io import BytesIO
from typing import TYPE_CHECKING

import pandas as pd

from geo.export.plain import cell
from geo.export.tables import to_geodataframes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Analysis

# Outlines are nothing without their geometry.
_SHEETS = ("places", "routes", "claims", "readings")

# What Excel holds in one cell.
LONGEST_CELL = 32_767
_WIDEST_COLUMN_PX = 430
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_csv(analysis: Analysis) -> dict[str, bytes]:
    """Write a CSV file a table (RFC 4180, UTF-8 with a mark so that Excel knows it)."""
    written = {}
    for name, table in _tables(analysis):
        safe = table.apply(lambda column: column.map(_cell))
        text = safe.to_csv(index=False, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
        written[name] = text.encode("utf-8-sig")
    return written


def to_xlsx(analysis: Analysis) -> bytes:
    """Write an Excel workbook with a sheet a table; headings stay in view and can be filtered."""
    raw = BytesIO()
    with pd.ExcelWriter(raw, engine="xlsxwriter", engine_kwargs={"options": _OPTIONS}) as book:
        for name, table in _tables(analysis):
            short = table.apply(lambda column: column.map(_shortened))
            short.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
            sheet = book.sheets[name]
            sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)
            sheet.autofit(_WIDEST_COLUMN_PX)
    return raw.getvalue()


def _tables(analysis: Analysis) -> Iterator[tuple[str, pd.DataFrame]]:
    for name, frame in to_geodataframes(analysis).items():
        if name in _SHEETS:
            yield name, pd.DataFrame(frame.drop(columns="geometry"))


def _cell(value: object) -> object:
    return cell(value) if isinstance(value, str) else value


def _shortened(value: object) -> object:
    return value[:LONGEST_CELL] if isinstance(value, str) else value
