"""Spreadsheets and comma-separated files as people have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter

from geo.adapters.point_table import read_point_table
from geo.errors import TableError
from geo.maps.build.points.table import columns_of

if TYPE_CHECKING:
    from pathlib import Path

    from geo.maps.build.points.rows import Columns

HEAD = ("place", "lon", "lat", "stories")


def sheet(path: Path, *rows: tuple[Any, ...], hidden: bool = False) -> Path:
    with xlsxwriter.Workbook(path) as book:
        if hidden:
            aside = book.add_worksheet("lists")
            aside.write_row(0, 0, ("x", "y"))
            aside.write_row(1, 0, (1, 2))
            aside.hide()
        page = book.add_worksheet("data")
        if hidden:
            page.activate()
            page.set_first_sheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def columns_in(path: Path) -> Columns:
    frame, first = read_point_table(path)
    return columns_of(frame, first_row=first)[0]


@pytest.mark.parametrize("hidden", [False, True])
def test_a_sheet_with_text_in_every_cell_keeps_its_head(tmp_path: Path, *, hidden: bool) -> None:
    rows = (("Graz", "15,44", "47,07", "12"), ("Linz", "14,29", "48,31", "1.234"))
    columns = columns_in(sheet(tmp_path / "t.xlsx", HEAD, *rows, hidden=hidden))
    assert columns.names == ["Graz", "Linz"]
    assert columns.lon.tolist() == [15.44, 14.29]
    assert columns.counts is not None
    assert columns.counts.tolist() == [12, 1234]


def test_a_cell_with_a_number_is_that_number(tmp_path: Path) -> None:
    rows = (("Graz", 15.44, "47,07", 1.234), (1848, "14,29", 48.31, "1.234"), ("", "", "", ""))
    columns = columns_in(sheet(tmp_path / "t.xlsx", HEAD, *rows))
    assert columns.names == ["Graz", "1848"]
    assert columns.lat.tolist() == [47.07, 48.31]
    assert columns.counts is not None
    assert columns.counts.tolist() == [1.234, 1234]


def test_rows_go_by_the_numbers_that_the_program_shows(tmp_path: Path) -> None:
    title = ("Our stations, 2026",)
    rows = (title, (), HEAD, ("Graz", 15.4, 47.1, 1), (), ("Linz", "?", 48.3, 2))
    columns = columns_in(sheet(tmp_path / "t.xlsx", *rows))
    assert columns.row_numbers is not None
    assert columns.row_numbers.tolist() == [4, 6]
    path = tmp_path / "t.csv"
    path.write_text("place,lon,lat\nGraz,15.4,47.1\n\n,,\nLinz,?,48.3\n\n", encoding="utf-8")
    columns = columns_in(path)
    assert columns.row_numbers is not None
    assert columns.row_numbers.tolist() == [2, 5]


def test_an_empty_workbook_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="holds no table"):
        read_point_table(sheet(tmp_path / "t.xlsx"))


@pytest.mark.parametrize("start", ["sep=;\n", "\ufeffsep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_a_line_for_excel_is_not_the_head(tmp_path: Path, start: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{start}place;lon;lat\nGraz, Süd;15,44;47,07\n", encoding="utf-8", newline="")
    columns = columns_in(path)
    assert columns.names == ["Graz, Süd"]
    assert columns.row_numbers is not None
    assert columns.row_numbers.tolist() == [3]


def test_a_sign_more_at_the_end_of_rows_moves_no_column(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("place,lon,lat\nGraz,15.44,47.07,\nLinz,14.29,48.31,\n", encoding="utf-8")
    columns = columns_in(path)
    assert columns.names == ["Graz", "Linz"]
    assert columns.lon.tolist() == [15.44, 14.29]


def test_decimal_commas_that_part_cells_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("place,lon,lat\nGraz,15,44,47,07\nLinz,14,29,48,31\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"same columns.*'Graz', '15', '44'.*quotes"):
        read_point_table(path)


def test_a_space_behind_the_separator_belongs_to_no_cell(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('place, lon, lat\n"Graz", "15,44", "47,07"\n', encoding="utf-8")
    columns = columns_in(path)
    assert columns.names == ["Graz"]
    assert (columns.lon[0], columns.lat[0]) == (15.44, 47.07)


@pytest.mark.parametrize("above", ["Stations of 2026\n\n", "# made by a program\n# on a day\n"])
def test_a_title_above_the_head_of_a_csv_is_no_head(tmp_path: Path, above: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{above}place;lon;lat\nGraz;15,44;47,07\n", encoding="utf-8")
    columns = columns_in(path)
    assert columns.names == ["Graz"]
    assert columns.row_numbers is not None
    assert columns.row_numbers.tolist() == [4]


def test_a_column_of_bare_pairs_loses_no_row_to_its_head(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("coordinates\n47.07;15.44\n48.31;14.29\n", encoding="utf-8")
    with pytest.raises(TableError, match="same columns"):
        read_point_table(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"PK\x03\x04 and so on", "a spreadsheet"), (b"<!DOCTYPE html>", "web page")],
)
def test_another_kind_of_file_in_a_csv_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=said):
        read_point_table(path)
