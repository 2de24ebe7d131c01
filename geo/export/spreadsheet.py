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

    from xlsxwriter.worksheet import Worksheet

    from geo.contracts import Analysis

# Outlines are nothing without their geometry.
_SHEETS = ("places", "routes", "claims", "readings")

# What Excel holds in one cell.
LONGEST_CELL = 32_767
_WIDEST_COLUMN = 60
_PADDING = 2


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
    from xlsxwriter import Workbook  # noqa: PLC0415 - only this format needs it

    raw = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(raw, options) as book:
        bold = book.add_format({"bold": True})
        for name, table in _tables(analysis):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, list(table.columns), bold)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)
            _fill(sheet, table)
    return raw.getvalue()


def _tables(analysis: Analysis) -> Iterator[tuple[str, pd.DataFrame]]:
    for name, frame in to_geodataframes(analysis).items():
        if name in _SHEETS:
            yield name, pd.DataFrame(frame.drop(columns="geometry"))


def _cell(value: object) -> object:
    return cell(value) if isinstance(value, str) else value


def _fill(sheet: Worksheet, table: pd.DataFrame) -> None:
    for at, name in enumerate(table.columns):
        widest = len(name)
        for row, value in enumerate(table[name], start=1):
            if isinstance(value, str):
                sheet.write_string(row, at, value[:LONGEST_CELL])
                widest = max(widest, len(value))
            elif pd.api.types.is_bool(value):
                sheet.write_boolean(row, at, bool(value))
            elif not pd.isna(value):
                sheet.write_number(row, at, float(value))
        sheet.set_column(at, at, min(widest, _WIDEST_COLUMN) + _PADDING)
