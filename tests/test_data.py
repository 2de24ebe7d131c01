"""Every data file has its papers and is what the papers say."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest

from geo.settings import Settings

DATA = Settings().data
PAPERS = {"README.md", "SHA256SUMS"}


def files() -> list[str]:
    return sorted(
        path.relative_to(DATA).as_posix()
        for path in DATA.rglob("*")
        if path.is_file() and path.name not in PAPERS
    )


@pytest.mark.parametrize("name", files())
def test_it_is_listed_with_source_and_licence(name: str) -> None:
    rows = [
        line
        for line in (DATA / "README.md").read_text("utf-8").splitlines()
        if line.startswith("|") and f"`{Path(name).name}`" in line
    ]
    assert rows, f"data/README.md has no row for {name}"
    assert all(cell.strip() for cell in rows[0].strip("|").split("|")), f"a cell is empty: {name}"


def test_it_is_what_was_noted() -> None:
    noted = dict(
        reversed(line.split("  ", 1))  # type: ignore[arg-type]
        for line in (DATA / "SHA256SUMS").read_text("utf-8").splitlines()
    )
    found = {name: hashlib.sha256((DATA / name).read_bytes()).hexdigest() for name in files()}
    assert found == noted, "run: make sums"


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(".json")])
def test_json_tables_load(name: str) -> None:
    assert json.loads((DATA / name).read_text("utf-8"))


@pytest.mark.parametrize("name", [name for name in files() if name.endswith((".tsv", ".csv"))])
def test_tables_have_as_many_cells_as_their_head(name: str) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t" if name.endswith(".tsv") else ","))
    width = len(rows[0])
    assert all(len(row) == width for row in rows)


def test_no_data_file_is_huge() -> None:
    most = {"model.onnx": 35_000_000}
    assert all(
        (DATA / name).stat().st_size < most.get(Path(name).name, 5_000_000) for name in files()
    )
