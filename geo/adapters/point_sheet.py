"""Reads the sheet of a spreadsheet that holds a table of places, each cell as it was typed.

A number stays a number and a text a text, cell by cell: a column may hold both, and of "1.234" only
the kind of the cell tells whether somebody typed a thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".ods", ".xls"})
# Titles and dates stand above the names of the columns, never below so many rows.
_HEAD_ROWS = 30


def read_sheet(path: Path, wanted: str) -> tuple[pd.DataFrame, int]:
    """Read a sheet; say too which row of it is the first of data, counted from 1.

    Parameters
    ----------
    path
        The file.
    wanted
        The name of the sheet that is read if there is one; else the first that is seen and holds
        a table.

    Raises
    ------
    TableError
        If the file is damaged, or holds no table.
    """
    import pandas as pd  # noqa: PLC0415 - only tables need it
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - as above

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            sheets = _names(book, wanted)
            tables = (
                book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in sheets
            )
            cells = next((rows for rows in tables if len(rows) > 1), [])
    except (CalamineError, ValueError, OSError) as error:
        said = " ".join(str(error).split())[:300]
        raise TableError(f"{path.name!r} is damaged, or locked with a password: {said}") from error
    if not cells:
        raise TableError(f"{path.name!r} holds no table.")
    head = head_row(cells)
    named = [k for k, cell in enumerate(cells[head]) if cell not in {"", None}]
    frame = pd.DataFrame(
        [[_cell(row[k]) for k in named] for row in cells[head + 1 :]],
        columns=[str(cells[head][k]).strip() for k in named],
        dtype=object,
    )
    return frame[frame.notna().any(axis=1)].infer_objects(), head + 2


def _names(book: Any, wanted: str) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - as above

    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    return [wanted] if wanted in shown else shown


def head_row(cells: Sequence[Sequence[object]]) -> int:
    """Find the row with the names of the columns: the first that is about as wide as the table."""
    widths = [sum(cell not in {"", None} for cell in row) for row in cells[:_HEAD_ROWS]]
    return next((k for k, width in enumerate(widths) if width and 2 * width > max(widths)), 0)


def _cell(cell: object) -> object:
    return None if cell == "" else cell
