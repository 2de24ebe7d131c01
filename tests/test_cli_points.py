"""The command `points`: what it writes and says for a table of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TABLE = """place,longitude,latitude,stories
Kyiv,30.52,50.45,12
Kyiv,30.52,50.45,3
Odesa,30.72,46.48,7
nowhere,,,1
far,999,1,2
"""


def test_a_table_becomes_a_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, page = tmp_path / "our_archive.csv", tmp_path / "map.html"
    table.write_text(TABLE, encoding="utf-8")
    assert main(["points", str(table), "-o", str(page)]) == 0
    told = capsys.readouterr()
    assert told.out == f"Wrote {page}: 2 places.\n"
    assert "row 5" in told.err
    assert "row 6" in told.err
    drawn = page.read_text(encoding="utf-8")
    assert '<h1 class="dl-title">our archive</h1>' in drawn
    assert "<b>22</b> stories" in drawn
    assert "2 rows are not on the map" in drawn


def test_what_is_wrong_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, page = tmp_path / "t.csv", tmp_path / "map.html"
    table.write_text("name,lon,lat\nx,,\n", encoding="utf-8")
    for more, said in (
        (["--lon", "east"], "no column 'east'"),
        ([], "nothing to show on a map"),
    ):
        assert main(["points", str(table), "-o", str(page), *more]) == 2
        told = capsys.readouterr().err
        assert said in told
        assert told.count("\n") == 1
    assert not page.exists()
