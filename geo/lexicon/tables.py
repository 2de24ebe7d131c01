"""Opens the files of `data/lexicon`, and says clearly what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from geo.errors import DataMissing, LexiconError
from geo.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

# A language is a folder of tables; the properties by which the stages choose words are common.
LANGUAGE = "en"

Made = TypeVar("Made")

# What parts several words in one cell.
BAR = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column, and where it stands, for messages."""

    cells: Mapping[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        """Give a cell as written; "" where it is empty."""
        return self.cells[column]

    def words(self, *columns: str) -> tuple[str, ...]:
        """Give the words of some columns; several stand in one cell, parted by "|"."""
        return tuple(word for column in columns for word in self.cells[column].split(BAR) if word)

    def properties(self) -> frozenset[str]:
        """Give the properties of the row's words."""
        return frozenset(self.cells["properties"].split())

    def number(self, column: str) -> float:
        """Read a number.

        Raises
        ------
        LexiconError
            If the cell holds none.
        """
        return self.made(float, column)

    def made(self, make: Callable[[str], Made], column: str) -> Made:
        """Make a value of a cell.

        Raises
        ------
        LexiconError
            If ``make`` refuses it.
        """
        try:
            return make(self.cells[column])
        except ValueError as error:
            raise LexiconError(
                f"{self.where}: {self.cells[column]!r} cannot stand in the column {column!r}. "
                "Correct the row; CONTRIBUTING.md says what each column holds."
            ) from error


def table_path(name: str) -> Path:
    """Path of a file of the language, such as "people.tsv"."""
    return data_folder() / "lexicon" / LANGUAGE / name


def text_of(path: Path) -> str:
    """Read a file of words.

    Raises
    ------
    DataMissing
        If it is not there or is no text.
    """
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataMissing(
            f"The table {str(path)!r} cannot be read ({error}). Install the program again, with "
            "its data folder."
        ) from error


def rows_of(path: Path) -> tuple[Row, ...]:
    """Read a table whose first line names the columns.

    Raises
    ------
    DataMissing
        If it is not there.
    LexiconError
        If a row has more or fewer cells than the head.
    """
    head, *lines = text_of(path).splitlines()
    columns = head.split("\t")
    name = f"{path.parent.name}/{path.name}"
    found = []
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        where = f"{name}, line {number} ({cells[0]!r})"
        if len(cells) != len(columns):
            raise LexiconError(
                f"{where}: the row has {len(cells)} cells, the table {len(columns)} columns: "
                f"{', '.join(columns)}. Part them with tabs."
            )
        found.append(Row(dict(zip(columns, cells, strict=True)), where))
    return tuple(found)


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Read a table of the language by its name without ending, such as "people"."""
    return rows_of(table_path(f"{name}.tsv"))


@cache
def nested(name: str) -> Any:
    """Read a file of the language that holds lists in lists, such as "pages".

    Raises
    ------
    DataMissing
        If it is not there or is no JSON.
    """
    path = table_path(f"{name}.json")
    try:
        return msgspec.json.decode(text_of(path))
    except msgspec.DecodeError as error:
        raise DataMissing(
            f"The table {str(path)!r} cannot be read ({error}). Install the program again, with "
            "its data folder."
        ) from error
