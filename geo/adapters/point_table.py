"""Reads a file with a table of places, as pandas or geopandas has it.

CSV and its kin, GeoJSON, GeoPackage, FlatGeobuf, GeoParquet and Parquet, spreadsheets. The first
bytes must be those of the kind that the name says: GDAL would follow a file that points elsewhere.
"""

from __future__ import annotations

import csv
import json
import re
import warnings
from typing import TYPE_CHECKING, Any

from geo.adapters.point_sheet import SPREADSHEETS, read_sheet
from geo.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

_CSV = frozenset({".csv", ".tsv", ".txt"})
_BEGINNINGS = {
    ".geojson": b"{",
    ".json": b"{",
    ".gpkg": b"SQLite format 3\0",
    ".fgb": b"fgb",
    ".parquet": b"PAR1",
    **dict.fromkeys(SPREADSHEETS, b"PK"),
    ".xls": b"\xd0\xcf\x11\xe0",
}
_KNOWN = ", ".join(sorted([*_CSV, *_BEGINNINGS]))
_SAMPLE = 64_000
# Of codes that read about equally well, those of Windows are by far the commonest.
_COMMON = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1256")
_NEARLY = 0.04
# Letters with accents stand alone among others; in other alphabets and in codes of two bytes not.
_STRAY = re.compile(rb"(?:[\0-\x7f]++|[\x91-\x97\xb0\xc0-\xff](?![\x80-\xff]))*+")
_PAGE = "a web page, perhaps one that asks to sign in"
_NO_CSV = {
    b"pk\x03\x04": "a spreadsheet, or an archive; give it its own ending, such as .xlsx",
    **dict.fromkeys((b"<!", b"<html", b"<head", b"<meta"), _PAGE),
    b"<table": "a table of a web page; open it in a spreadsheet program and save it as .xlsx",
    b"<?xml": "XML; open it in a spreadsheet program and save it as .xlsx",
}
_BEYOND, _LOOKED_AT, _SHOWN = "\x00beyond", 50, 5
_DELIMITERS = ",;\t|"
# A line for Excel alone, before the names of the columns.
_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?[;,\t]*\s*", re.IGNORECASE)
_OPEN_QUOTE = re.compile(r"EOF inside string starting at row (\d+)")
# Our own exports hold several layers; this one has the places.
_LAYER = "places"


def read_point_table(path: Path) -> tuple[pd.DataFrame, int]:
    """Read a table; say too what number its first row of data has for whoever looks at the file.

    The index counts the rows of the file from 0, those without a word among them, which are not in
    the table.

    Raises
    ------
    TableError
        If the file is missing, of an unknown kind, or damaged.
    """
    kind = path.suffix.casefold()
    if kind not in _CSV and kind not in _BEGINNINGS:
        raise TableError(f"{path.name!r} is no table that can be read. Known are: {_KNOWN}.")
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except OSError as error:
        raise TableError(f"{str(path)!r} cannot be read: {error.strerror or error}.") from error
    start = sample.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if not start:
        raise TableError(f"{path.name!r} is empty. Save the table again.")
    if kind in _CSV:
        if other := _no_csv(start):
            raise TableError(f"{path.name!r} is no {kind} file but {other}.")
        return _read_csv(path, sample)
    if _BEGINNINGS[kind] == b"{" and start.startswith(b"["):
        raise TableError(f"{path.name!r} is a list in JSON, no GeoJSON. Save it as CSV or GeoJSON.")
    if not start.startswith(_BEGINNINGS[kind]):
        told = _no_csv(start) or ("another kind" if b"\0" in start else "text; name it .csv")
        raise TableError(f"{path.name!r} does not begin as a {kind} file does: it may be {told}.")
    return read_sheet(path, _LAYER) if kind in SPREADSHEETS else (_read_other(path, kind), 1)


def _no_csv(start: bytes) -> str:
    """Say what begins so and is no table of text; "" for what may be one."""
    return next((what for mark, what in _NO_CSV.items() if start.lower().startswith(mark)), "")


def _read_csv(path: Path, sample: bytes) -> tuple[pd.DataFrame, int]:
    import pandas as pd  # noqa: PLC0415 - a wrong file name is told at once

    encoding = _encoding(sample, whole=len(sample) < _SAMPLE)
    head = sample.decode(encoding, errors="replace")
    lines = head.splitlines()
    told = _SEPARATOR.fullmatch(lines[0]) if lines else None
    sign = told[1] if told else _delimiter(lines)
    above = 1 if told else _above_the_head(lines, sign)
    beyond = _beyond_the_head(lines[above:], sign)
    try:
        frame = pd.read_csv(
            path,
            sep=sign,
            skiprows=above,
            **beyond,
            dtype=str,
            keep_default_na=False,  # a place may be called "NA"
            skip_blank_lines=False,
            skipinitialspace=True,
            encoding=encoding,
            encoding_errors="replace",
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
        said = " ".join(str(error).split())
        if (quoted := _OPEN_QUOTE.search(said)) is not None:
            said = f"a quotation mark in row {int(quoted[1]) + 1} has no second one"
        raise TableError(
            f"{path.name!r} is no table with the same columns in every row: {said}"
        ) from error
    frame = frame.fillna("")
    filled = (frame != "").any(axis=1)
    return _within_the_head(frame[filled], path.name), above + 2


def _above_the_head(lines: list[str], sign: str) -> int:
    """Count the lines of a title above the names of the columns: each has one cell at most."""
    rows = [[cell for cell in row if cell] for row in _cells(lines, sign)]
    head = next((k for k, row in enumerate(rows) if len(row) > 1), 0)
    # A line with figures is a row of the table.
    return 0 if any(cell.strip()[:1].isdigit() for cell in (rows[head] if rows else ())) else head


def _cells(lines: list[str], sign: str) -> Iterator[list[str]]:
    # A quotation mark behind a space would be no mark.
    return csv.reader(lines[:_LOOKED_AT], delimiter=sign, skipinitialspace=True)


def _beyond_the_head(lines: list[str], sign: str) -> dict[str, Any]:
    """Name cells beyond the head, or pandas takes the first of a row for its number."""
    rows = list(_cells(lines, sign))
    widest = max(map(len, rows[1:]), default=0)
    if not rows or widest <= len(rows[0]):
        return {"index_col": False}
    more = [f"{_BEYOND}{k}" for k in range(widest - len(rows[0]))]
    return {"index_col": False, "header": 0, "names": [*rows[0], *more]}


def _within_the_head(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    more = [column for column in frame.columns if str(column).startswith(_BEYOND)]
    full = (frame[more] != "").any(axis=1)
    if full.any():
        first = frame[full].iloc[0].tolist()
        said = ", ".join(repr(cell[:40]) for cell in first[:_SHOWN])
        raise TableError(
            f"{name!r} is no table with the same columns in every row: more cells than the head "
            f"names begin with {said}. Put numbers with a decimal comma in quotes."
        )
    return frame.drop(columns=more)


def _encoding(sample: bytes, *, whole: bool) -> str:
    # A letter may be cut in two where the sample ends.
    try:
        (sample if whole else sample[: sample.rfind(b"\n") + 1]).decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - for old files

        matches = from_bytes(sample)
        best = matches.best()
        near = {
            name
            for match in matches
            if best and match.chaos <= best.chaos + _NEARLY
            for name in match.could_be_from_charset
        }
        common = next((name for name in _COMMON if name in near), "")
        if common or best is None or _STRAY.fullmatch(sample):
            return common or _COMMON[0]
        return best.encoding
    return "utf-8-sig"


def _delimiter(lines: list[str]) -> str:
    """Find what parts the columns: the usual sign that the first line with one has most of."""
    for line in lines[:_LOOKED_AT]:
        rows = {sign: len(next(csv.reader([line], delimiter=sign), [])) for sign in _DELIMITERS}
        best = max(rows, key=lambda sign: rows[sign])
        if rows[best] > 1:
            return best
    return _DELIMITERS[0]


def _read_other(path: Path, kind: str) -> pd.DataFrame:
    import geopandas  # noqa: PLC0415 - as above
    import pyogrio  # noqa: PLC0415 - as above

    try:
        if kind == ".parquet":
            return _read_parquet(path)
        with warnings.catch_warnings():  # what GDAL grumbles about is read all the same, or fails
            warnings.simplefilter("ignore")
            layers = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
            if not layers:
                raise TableError(f"{path.name!r} holds no table.")
            return geopandas.read_file(path, layer=_LAYER if _LAYER in layers else layers[0])
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        said = " ".join(str(error).split())[:300]
        if _BEGINNINGS[kind] == b"{":
            said = f"no GeoJSON. Save it as CSV or GeoJSON. ({said.partition(';')[0]})"
        raise TableError(f"{path.name!r} is damaged, or of another kind: {said}") from error


def _read_parquet(path: Path) -> pd.DataFrame:
    import geopandas  # noqa: PLC0415 - as above
    import pandas as pd  # noqa: PLC0415 - as above
    import pyarrow as pa  # noqa: PLC0415 - as above
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    try:
        meta = pq.read_schema(path).metadata or {}
        if b"geo" in meta and json.loads(meta[b"geo"]).get("primary_column"):
            return geopandas.read_parquet(path)
        return pd.read_parquet(path)
    except (pa.ArrowException, OSError) as error:
        raise TableError(f"{path.name!r} is damaged: {' '.join(str(error).split())}") from error
